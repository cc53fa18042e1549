"""The contract of `careercli catalog diff`."""

import csv
import io
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.contract import answered, json_of, refused, validator_of
from tests.conftest import SMALL, Run

ROW = {
    *("kind", "section", "entry", "title", "role", "level", "level_title", "field", "what", "before", "after"),
    *("before_value", "after_value", "amount", "percent", "statistic", "currency", "per", "unit"),
    *("before_period", "after_period", "source", "note", "also"),
}
LAYER = """
schema_version: 1
name: ours
roles:
  software-developer:
    levels:
      - {id: senior, skills: [{skill: coaching, level: 60}]}
"""


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    """Return two versions of the sample catalog: pay up, a duty more, a role under another title."""
    text = SMALL.read_text("utf-8")
    new = text.replace("median: 46200", "median: 48510").replace("title: Flour Buyer", "title: Grain Buyer")
    new = new.replace("duties: [Weigh and clean.]", "duties: [Weigh and clean., Teach whoever comes new.]")
    (tmp_path / "old.yaml").write_text(text, "utf-8")
    (tmp_path / "new.yaml").write_text(new, "utf-8")
    return str(tmp_path / "old.yaml"), str(tmp_path / "new.yaml")


def test_the_first_screen_says_what_changes_for_people(run: Run, pair: tuple[str, str]) -> None:
    lines = answered(run("catalog", "diff", *pair)).splitlines()
    assert lines[:3] == [
        "Master Baker gets a raise: $48,510 a year instead of $46,200 (median).",
        "Apprentice Baker has one new duty.",
        "Flour Buyer is now called Grain Buyer.",
    ]


def test_a_pull_request_gets_markdown_with_the_outcome_first(run: Run, pair: tuple[str, str]) -> None:
    lines = answered(run("catalog", "diff", *pair, "--format", "markdown", "--full")).splitlines()
    assert lines[0].startswith("# What changed from ")
    assert lines[2] == "**Flour Buyer is now called Grain Buyer.**"
    assert "For Baker, pay goes up by 5.0%." in lines
    assert "Apprentice Baker now needs “Teach whoever comes new”." in lines
    assert "| Master Baker: Pay a year in United States, median \\[2] | $46,200 | $48,510 | +$2,310 (+5.0%) |" in lines


def test_json_has_every_key_of_every_row(run: Run, pair: tuple[str, str]) -> None:
    view = json_of(run("catalog", "diff", *pair, "--json"))
    assert (view["command"], view["before"], view["after"], view["over"]) == ("catalog diff", *pair, [])
    assert {key for row in view["rows"] for key in row} == ROW
    assert [(row["kind"], row["section"], row["entry"]) for row in view["rows"]] == [
        ("added", "levels", "baker"),
        ("raised", "pay", "baker"),
        ("renamed", "roles", "flour-buyer"),
    ]
    assert [source["source"] for source in view["sources"]] == ["editors", "oven-survey"]


def test_records_are_rows_of_a_spreadsheet(run: Run, pair: tuple[str, str]) -> None:
    rows = list(csv.DictReader(io.StringIO(answered(run("catalog", "diff", *pair, "--format", "csv")))))
    assert set(rows[0]) == ROW
    assert [row["percent"] for row in rows if row["percent"]] == ["5"]
    validator = validator_of("catalog diff", records=True)
    assert validator.is_valid(json_of(run("catalog", "diff", *pair, "--json"))["rows"][0])


def test_a_difference_is_an_answer_unless_the_exit_code_is_asked_for(run: Run, pair: tuple[str, str]) -> None:
    assert run("catalog", "diff", *pair).code == 0
    assert run("catalog", "diff", *pair, "--exit-code").code == 1
    same = run("catalog", "diff", pair[0], pair[0], "--exit-code")
    assert (same.code, "The two versions say the same." in same.stdout) == (0, True)


def test_a_layer_of_the_embedded_catalog_is_read_over_it(run: Run, tmp_path: Path) -> None:
    for name, level in (("old", 60), ("new", 70)):
        (tmp_path / f"{name}.yaml").write_text(LAYER.replace("60", str(level)), "utf-8")
    names = (str(tmp_path / "old.yaml"), str(tmp_path / "new.yaml"))
    view = json_of(run("catalog", "diff", *names, "--json"))
    (row,) = view["rows"]
    assert (row["kind"], row["what"], row["before_value"], row["after_value"]) == ("raised", "Coaching", 60, 70)
    assert view["over"][0] == "data/roles.yaml"
    alone = run("catalog", "diff", *names, "--no-default-catalog")
    assert (alone.code, alone.stdout) == (3, "")
    assert "is missing" in alone.stderr


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_a_revision_of_git_is_the_old_side(run: Run, pair: tuple[str, str], tmp_path: Path) -> None:
    old, new = map(Path, pair)
    ladder = tmp_path / "ladder.yaml"
    ladder.write_bytes(old.read_bytes())
    named = ("-c", "user.name=t", "-c", "user.email=t@example.org")
    for arguments in (("init",), ("add", "ladder.yaml"), (*named, "commit", "-m", "one")):
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True, capture_output=True)
    ladder.write_bytes(new.read_bytes())
    page = answered(run("catalog", "diff", "git:HEAD:ladder.yaml", "ladder.yaml", "--full", cwd=tmp_path))
    assert page.splitlines()[0] == "What changed from git:HEAD:ladder.yaml to ladder.yaml"
    assert "For Baker, pay goes up by 5.0%." in page
    refused(run("catalog", "diff", "git:v9:ladder.yaml", "ladder.yaml", cwd=tmp_path), 1, "no revision 'v9'")
    refused(run("catalog", "diff", "git:-p:ladder.yaml", "ladder.yaml", cwd=tmp_path), 2, "begins with a dash")


def test_a_file_that_is_not_there_is_named(run: Run, pair: tuple[str, str]) -> None:
    refused(run("catalog", "diff", pair[0], "nothing.yaml"), 1, "there is no file nothing.yaml")
