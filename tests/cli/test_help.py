"""Help fits a screen, says what every option does, and its examples run; `careercli` alone is a home screen."""

import json
import subprocess
from pathlib import Path

import pytest

from careercli.cli.app import COMMANDS, SUBCOMMANDS
from careercli.cli.help_page import OUTPUT, one_of
from careercli.cli.home import LEAST_JOBS, LEAST_LEVELS, QUESTIONS
from tests.cli.contract import answered, example_of, examples_of, refused
from tests.conftest import SMALL, Run
from tests.importers.test_ladder import KNOWN

LAYERS = [f"catalog layers {name}" for name in ("list", "add", "remove")]
GROUPS = ["catalog", "catalog layers"]
LEAVES = [*(name for name in COMMANDS if name != "catalog"), *(f"catalog {name}" for name in SUBCOMMANDS), *LAYERS]
ALL = ["", *LEAVES, "catalog", "help output"]


def page_of(run: Run, command: str, **env: str) -> str:
    words = command.split()
    return answered(run(*words, *(["--help"] if command != "help output" else []), env=env))


@pytest.mark.parametrize("command", ALL)
def test_every_help_fits_a_screen_of_80_columns_and_40_lines(run: Run, command: str) -> None:
    lines = page_of(run, command).splitlines()
    assert len(lines) <= 39, "one line is left for the prompt"
    assert [line for line in lines if len(line) > 80 or line != line.rstrip()] == []


@pytest.mark.parametrize("command", ALL)
def test_a_narrow_help_loses_no_word(run: Run, command: str) -> None:
    wide, narrow = page_of(run, command, COLUMNS="80"), page_of(run, command, COLUMNS="60")
    assert sorted(wide.split()) == sorted(narrow.split())


@pytest.fixture
def workplace(home: Path) -> Path:
    """Return the folder in which the examples find the files that they name."""
    (home / "ladder.yaml").write_bytes(SMALL.read_bytes())
    (home / "our-ladder.yaml").write_bytes(SMALL.read_bytes())
    (home / "published-ladder.yaml").write_text(KNOWN)
    for arguments in (["init", "-q"], ["add", "ladder.yaml"], ["commit", "-qm", "A ladder"]):
        identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        subprocess.run(["git", *identity, *arguments], cwd=home, check=True, timeout=60)
    return home


@pytest.mark.parametrize("command", [name for name in LEAVES if name != "catalog layers remove"])
def test_the_first_example_of_every_command_runs(run: Run, command: str, workplace: Path) -> None:
    words = example_of(run, command)
    assert words[: len(command.split())] == command.split()
    ran = run(*words, cwd=workplace)
    assert (ran.code, bool(ran.stdout or words[-1].endswith(".json"))) == (0, True), ran.stderr


def test_what_the_examples_of_the_list_add_they_remove(run: Run, workplace: Path) -> None:
    for command in ("catalog layers add", "catalog layers remove"):
        answered(run(*example_of(run, command), cwd=workplace))


def test_options_stand_in_groups_and_the_shared_ones_in_one_line(run: Run) -> None:
    page = page_of(run, "path")
    assert "   --json, --format NAME   markdown, html, svg" in page
    headings = [line.strip() for line in page.splitlines() if line[:1] == " " and line[1:2].isupper()][:5]
    assert headings == ["What to show", "Routes (with --to)", "How much to show", OUTPUT, "Data"]
    assert page.count("careercli help output") == 1
    assert "--no-pager" not in page
    assert "--no-pager" in page_of(run, "help output")


@pytest.mark.parametrize("command", ["list", "catalog diff", ""])
def test_the_command_help_shows_the_help_of_a_command(run: Run, command: str) -> None:
    assert answered(run("help", *command.split())) == page_of(run, command)


def test_help_on_nothing_that_there_is_names_what_is_near(run: Run) -> None:
    refused(run("help", "comapre"), 2, "comapre", "did you mean 'compare'")


def test_catalog_alone_prints_its_help(run: Run) -> None:
    assert answered(run("catalog")) == page_of(run, "catalog")


@pytest.mark.parametrize("columns", ["60", "80", "160"])
def test_careercli_alone_is_a_home_screen_of_a_dozen_lines(run: Run, columns: str) -> None:
    page = answered(run(env={"COLUMNS": columns}))
    assert len(page.splitlines()) <= 16
    assert [line for line in page.splitlines() if len(line) > int(columns)] == []
    assert [command for command in QUESTIONS.values() if command not in page] == []
    assert [name for name in COMMANDS if name not in page] == []


@pytest.mark.parametrize("command", QUESTIONS.values())
def test_a_command_of_the_home_screen_answers(run: Run, command: str) -> None:
    answered(run(*command.split()[1:]))


def test_the_home_screen_promises_no_more_jobs_than_there_are(run: Run) -> None:
    rows = json.loads(answered(run("list", "--json")))["rows"]
    assert (len(rows), sum(row["level_count"] for row in rows)) >= (LEAST_JOBS, LEAST_LEVELS)
    assert sum(row["level_count"] for row in rows) >= LEAST_LEVELS


@pytest.mark.parametrize(
    ("choices", "default", "said"),
    [(["a"], None, "a"), (["a", "b"], "b", "a or b (default)"), (["a", "b", "c"], "a", "a (default), b or c")],
)
def test_choices_are_listed_as_a_person_does(choices: list[str], default: str | None, said: str) -> None:
    assert one_of(choices, default) == said


def test_a_page_of_help_gives_its_examples() -> None:
    page = "Do it.\n\n careercli do THING\n   [OPTIONS]\n\n careercli do 'a b'\n careercli do c\n\n What to show\n"
    assert examples_of(page) == [["do", "a b"], ["do", "c"]]
