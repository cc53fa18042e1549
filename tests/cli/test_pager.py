"""What does not fit the terminal goes through the user's pager, as in git; nothing else does."""

import os
from pathlib import Path

import pytest

from careercli import terminal
from tests.cli.contract import answered
from tests.cli.terminals import on_terminal
from tests.conftest import SMALL, Ran, Run

SAMPLE = ("--no-default-catalog", "--catalog", str(SMALL))
SHOW = ("show", "baker", *SAMPLE)
FAKE = """#!/bin/sh
echo "LESS=$LESS LV=$LV $*" > {folder}/told
cat > {folder}/paged
echo PAGED
exit 3
"""


@pytest.fixture
def fake(tmp_path: Path) -> str:
    """Return a pager that notes what it was told and given, and ends with 3."""
    path = tmp_path / "fake-pager"
    path.write_text(FAKE.format(folder=tmp_path))
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def paged(tmp_path: Path, fake: str) -> Path:
    """Return the file of what the fake pager was given."""
    return tmp_path / "paged"


def _clean(ran: Ran) -> str:
    assert (ran.stderr, ran.code) == ("", 0)
    return ran.stdout


def test_a_page_longer_than_the_terminal_is_paged_with_its_colors(fake: str, paged: Path) -> None:
    plain = answered(on_terminal(*SHOW))
    assert _clean(on_terminal(*SHOW, env={"CAREERCLI_PAGER": fake})) == "PAGED\n"
    assert paged.read_text("utf-8") == plain
    assert "\x1b[" in plain


def test_a_page_that_fits_is_printed(fake: str, paged: Path) -> None:
    lines = len(_clean(on_terminal(*SHOW)).splitlines())
    assert "PAGED" not in _clean(on_terminal(*SHOW, lines=lines + 1, env={"CAREERCLI_PAGER": fake}))
    assert not paged.exists()
    assert "PAGED" in _clean(on_terminal(*SHOW, lines=lines, env={"CAREERCLI_PAGER": fake}))


def test_lines_wider_than_the_terminal_take_more_than_one_line_of_it(fake: str) -> None:
    lines = len(_clean(on_terminal(*SHOW, "--width", "160", columns=160)).splitlines())
    for columns, is_paged in ((160, False), (80, True)):
        ran = on_terminal(*SHOW, "--width", "160", columns=columns, lines=lines + 1, env={"CAREERCLI_PAGER": fake})
        assert ("PAGED" in _clean(ran)) == is_paged


@pytest.mark.parametrize(
    ("env", "is_paged"),
    [
        ({"CAREERCLI_PAGER": None, "PAGER": "FAKE"}, True),
        ({"CAREERCLI_PAGER": "FAKE", "PAGER": "cat"}, True),
        ({"CAREERCLI_PAGER": "FAKE -N --quiet"}, True),
        ({"CAREERCLI_PAGER": "A=1 FAKE | cat"}, True),
        ({"CAREERCLI_PAGER": "cat", "PAGER": "FAKE"}, False),
        ({"CAREERCLI_PAGER": "", "PAGER": "FAKE"}, False),
        ({"CAREERCLI_PAGER": None, "PAGER": ""}, False),
        ({"CAREERCLI_PAGER": "FAKE", "TERM": "dumb"}, False),
    ],
)
def test_the_variables_name_the_pager_or_turn_it_off(env: dict[str, str | None], is_paged: bool, fake: str) -> None:
    variables = {name: value and value.replace("FAKE", fake) for name, value in env.items()}
    assert ("PAGED" in _clean(on_terminal(*SHOW, env=variables))) == is_paged


def test_without_a_variable_the_pager_is_less(tmp_path: Path, fake: str) -> None:
    os.rename(fake, tmp_path / "less")
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    assert "PAGED" in _clean(on_terminal(*SHOW, env={"CAREERCLI_PAGER": None, "PAGER": None, "PATH": path}))
    assert (tmp_path / "told").read_text() == "LESS=FRX LV=-c \n"


def test_what_the_user_tells_less_stays(tmp_path: Path, fake: str) -> None:
    _clean(on_terminal(*SHOW, env={"CAREERCLI_PAGER": f"{fake} -N", "LESS": "iS"}))
    assert (tmp_path / "told").read_text() == "LESS=iS LV=-c -N\n"


@pytest.mark.parametrize(
    "options",
    [("--no-pager",), ("--json",), ("--format", "csv"), ("--format", "markdown"), ("-o", "page.txt")],
    ids=" ".join,
)
def test_what_is_no_page_for_a_terminal_is_never_paged(
    options: tuple[str, ...], fake: str, paged: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "PAGED" not in _clean(on_terminal(*SHOW, *options, env={"CAREERCLI_PAGER": fake}))
    assert not paged.exists()


def test_a_pipe_is_never_paged(run: Run, fake: str, paged: Path) -> None:
    answered(run("show", "baker", small=True, env={"CAREERCLI_PAGER": fake}))
    assert not paged.exists()


@pytest.mark.parametrize(
    "command", ["no-such-pager-here", "no-such-pager -S", "sh -c 'exit 127'", "'less", "no-pager | cat"]
)
def test_without_such_a_pager_the_page_is_printed_and_nothing_said(command: str) -> None:
    assert _clean(on_terminal(*SHOW, env={"CAREERCLI_PAGER": command})) == _clean(on_terminal(*SHOW))


def test_leaving_the_pager_early_is_quiet(tmp_path: Path) -> None:
    assert _clean(on_terminal("list", env={"CAREERCLI_PAGER": "head -1"})).count("\n") == 1


def test_the_exit_code_is_that_of_the_answer(tmp_path: Path, fake: str) -> None:
    catalog = tmp_path / "ladder.yaml"
    pay = "pay: [{source: s, place: US, per: year, currency: USD, low: 9, high: 8}]"
    catalog.write_text(
        "schema_version: 1\nname: n\nsources: {s: {title: S, kind: survey, period: '2025'}}\n"
        f"roles: {{a-role: {{title: A Role, family: customer, summary: Does it., {pay}}}}}\n"
    )
    ran = on_terminal("catalog", "lint", str(catalog), lines=3, env={"CAREERCLI_PAGER": fake})
    assert (ran.stdout, ran.code) == ("PAGED\n", 1)


def test_a_stream_that_is_no_terminal_is_never_too_short() -> None:
    assert not terminal.overflows("line\n" * 10_000, 80)
