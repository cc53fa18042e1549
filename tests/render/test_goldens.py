"""The six answers on the nasty catalog in every format, as files: read a change before you accept it.

Pages in HTML are kept without their style, which is the same in all of them; test_html.py says what it is.
CAREERCLI_UPDATE_GOLDENS=1 writes them anew.
"""

import os
from pathlib import Path

import msgspec
import pytest

from careercli.cli.output import Format, render_answer
from careercli.render.html import stylesheet
from careercli.render.json import render as render_json
from careercli.terminal import RenderOptions
from tests.render.answers import Case, text, view

GOLDENS = Path(__file__).parent / "goldens"
COMMANDS = ("compare", "salary", "path", "show", "list", "search")
FORMS: dict[Format, str] = {
    "json": "json", "yaml": "yaml", "jsonl": "jsonl", "csv": "csv", "tsv": "tsv", "markdown": "md", "html": "html",
    "svg": "svg",
}  # fmt: skip
LOOKS: dict[str, int | None] = {"80": 80, "40": 40, "piped": None}
# Read when the module is: the fixture that isolates a test takes every CAREERCLI_ variable away.
UPDATING = os.environ.get("CAREERCLI_UPDATE_GOLDENS") == "1"


def held_against_its_golden(name: str, answer: str) -> None:
    path = GOLDENS / name
    if UPDATING:
        path.write_bytes(answer.encode())
    assert path.exists(), f"nobody has accepted {name} yet: read it, then keep it with CAREERCLI_UPDATE_GOLDENS=1"
    assert answer == path.read_bytes().decode()


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_page_of_the_nasty_catalog_is_as_it_was_read_and_accepted(command: str, look: str) -> None:
    held_against_its_golden(f"{command}-{look}.txt", text(Case("nasty", command), LOOKS[look]))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_format_of_the_nasty_catalog_is_as_it_was_read_and_accepted(command: str, form: Format) -> None:
    answer = render_answer(
        view(Case("nasty", command)), form, (), RenderOptions(width=80, color=True, encoding="utf-8")
    )
    if form == "html":
        assert answer.count(stylesheet()) == 1
        answer = answer.replace(stylesheet(), "")
    held_against_its_golden(f"{command}.{FORMS[form]}", answer)


@pytest.mark.parametrize("command", COMMANDS)
def test_json_gives_the_catalogs_own_text_back_unchanged(command: str) -> None:
    answer = msgspec.json.decode(render_json(view(Case("nasty", command))))
    assert msgspec.json.encode(answer) == msgspec.json.encode(view(Case("nasty", command)))


def test_every_golden_belongs_to_a_test() -> None:
    options = {f"{command}-{look}.txt" for command in COMMANDS for look in LOOKS}
    options |= {f"{command}.{ending}" for command in COMMANDS for ending in FORMS.values()}
    assert {path.name for path in GOLDENS.iterdir()} - options == set()
