"""An error says what is wrong, with the word as it was typed, and what to type instead."""

from pathlib import Path

import pytest

from careercli.answers.compare.arrange import GROUPS
from careercli.answers.shared.sections import _OTHER_WORDS
from careercli.answers.show.sections import SECTIONS
from careercli.matching import did_you_mean
from tests.cli.contract import answered, json_of, refused
from tests.conftest import SMALL, Run

MISTYPED = """\
schema_version: 1
name: n
families: {f: {title: F}}
roles:
  a: {title: A, family: f, summary: Does it., duty: [x]}
"""
CASES: dict[tuple[str, ...], tuple[int, tuple[str, ...]]] = {
    ("list", "--skill", "excell"): (1, ("'excell'", "did you mean 'spreadsheets'?", "careercli skills")),
    ("list", "--skill", "spreadsheeting"): (1, ("'spreadsheeting'", "careercli skills")),
    ("list", "--family", "custmer"): (1, ("'custmer'", "did you mean 'customer'?", "Known: ")),
    ("list", "--growth", "fast"): (2, ("--growth cannot be 'fast' (did you mean 'faster'?)", "much-faster, faster")),
    ("list", "--sort", "wages"): (2, ("--sort cannot be 'wages'", "pay, growth, openings or jobs.")),
    ("list", "--track", "managment"): (2, ("did you mean 'management'?",)),
    ("list", "--min-pya", "5"): (2, ("no option '--min-pya' (did you mean '--min-pay'?)",)),
    ("list", "--limit", "0"): (2, ("--limit takes a whole number from 1 to 1,000,000, not '0'",)),
    ("list", "--limit", "few"): (2, ("--limit takes a whole number from 1 to 1,000,000, not 'few'",)),
    ("path", "registered-nurse", "--to", "chef", "--max-years", "x"): (2, ("--max-years takes a number of 0 or more",)),
    ("salary", "registered-nurse", "--years", "some"): (2, ("--years takes a number, not 'some'",)),
    ("salary", "registered-nurse", "--per", "weeks"): (2, ("--per cannot be 'weeks'", "year, month or hour")),
    ("salary", "registered-nurse", "--place", "Ohia"): (1, ("'Ohia'", "did you mean Ohio?")),
    ("salary", "barista", "--place", "Bavaria"): (1, ("'Bavaria'", "www.bls.gov", "careercli catalog import")),
    ("salary", "first-line-supervisors-of-air-crew-members", "--by", "metro"): (1, ("no pay by metro", "oesm25ma.zip")),
    ("salary",): (2, ("ROLE[@LEVEL]... is missing", "careercli salary customer-relationship-manager")),
    ("explain", "median", "--format", "pdf"): (2, ("--format cannot be 'pdf'", "table, markdown, html")),
    ("show", "registered-nurse", "--section", "salary"): (2, ("'salary' (did you mean 'pay'?)", "Sections: pay")),
    ("show", "registered-nurse", "--section", "duty"): (2, ("'duty' (did you mean 'duties'?)",)),
    ("show", "registered-nurse", "--section", "advantages"): (2, ("did you mean 'pros'?",)),
    ("compare", "registered-nurse", "paramedic", "-s", "salary"): (2, ("did you mean 'pay'?",)),
    ("compare", "registered-nurse", "paramedic", "-s", "education"): (2, ("did you mean 'getting-in'?",)),
    ("list", "--fields", "role,titel", "--format", "csv"): (
        2,
        ("no field 'titel' (did you mean 'title'?)", "Fields of list"),
    ),
    ("catalog", "import"): (2, ("no file or folder to import", "www.bls.gov", "careercli catalog import FILE")),
    ("catalog", "import", "oews"): (2, ("no file or folder to import",)),
    ("catalog", "sources", "--today", "tomorrow"): (2, ("--today takes a date", "2026-01-31")),
    ("catalog", "lint", "--explain", "pay-percentile-fall"): (1, ("did you mean 'pay-percentiles-fall'?",)),
    ("lint", "ladder.yaml"): (2, ("no command 'lint' (did you mean 'catalog lint'?)",)),
    ("comapre",): (2, ("no command 'comapre' (did you mean 'compare'?)", "careercli --help")),
    ("schema", "comparee"): (2, ("did you mean 'compare'?",)),
}


@pytest.mark.parametrize(("arguments", "said"), CASES.items(), ids=map(" ".join, CASES))
def test_an_error_names_what_is_wrong_and_the_remedy(
    run: Run, arguments: tuple[str, ...], said: tuple[int, tuple[str, ...]]
) -> None:
    code, words = said
    refused(run(*arguments), code, *words)


def test_a_skill_of_a_filter_may_be_called_by_any_of_its_names(run: Run) -> None:
    by_alias, by_id = (json_of(run("list", "--skill", name, "--json"))["rows"] for name in ("excel", "spreadsheets"))
    assert by_alias == by_id != []


@pytest.mark.parametrize("name", ["out.pdf", "out.jsn", "a.b/out.docx"])
def test_a_file_whose_ending_is_no_format_is_refused_unless_the_format_is_named(
    run: Run, tmp_path: Path, name: str
) -> None:
    (tmp_path / "a.b").mkdir()
    refused(
        run("list", "-o", name, small=True, cwd=tmp_path),
        2,
        f"there is no format called {name[name.rindex('.') + 1 :]}",
    )
    assert not (tmp_path / name).exists()
    assert run("list", "-o", name, "--format", "table", small=True, cwd=tmp_path) == ("", "", 0)
    assert "4 jobs" in (tmp_path / name).read_text("utf-8")


@pytest.mark.parametrize("arguments", [("catalog", "export"), ("catalog", "lint", str(SMALL))])
def test_other_commands_hold_the_ending_to_their_own_formats(
    run: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    refused(run(*arguments, "-o", "out.pdf", cwd=tmp_path), 2, "there is no format called pdf", "--format")


def test_a_report_of_lint_is_sarif_where_its_file_says_so(run: Run, tmp_path: Path) -> None:
    for name, begins in (("a.sarif", '{"$schema"'), ("a.json", '{"schema_version"')):
        assert run("catalog", "lint", str(SMALL), "--no-default-catalog", "-o", name, cwd=tmp_path).code in (0, 1)
        text = "".join((tmp_path / name).read_text("utf-8").split())
        assert text.startswith(begins)


def test_a_catalog_that_is_not_there_is_named_with_the_nearest_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ladder.yaml").write_bytes(SMALL.read_bytes())
    for command in (
        ("lint", "lader.yaml"),
        ("diff", "lader.yaml", "ladder.yaml"),
        ("diff", "ladder.yaml", "lader.yaml"),
    ):
        line = refused(run("catalog", *command, cwd=tmp_path), 1)
        assert line == "careercli: there is no file lader.yaml (did you mean 'ladder.yaml'?)"


def test_a_revision_alone_is_answered_with_how_to_write_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ladder.yaml").write_bytes(SMALL.read_bytes())
    refused(run("catalog", "diff", "HEAD", "ladder.yaml", cwd=tmp_path), 1, "no file HEAD", "git:HEAD:ladder.yaml")


def test_an_unknown_key_of_a_catalog_is_answered_with_the_nearest(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ladder.yaml").write_text(MISTYPED)
    ran = run("list", "--no-default-catalog", "--catalog", "ladder.yaml", cwd=tmp_path)
    assert (ran.stdout, ran.code) == ("", 3)
    assert ran.stderr == "ladder.yaml:5:47: roles.a.duty: unknown key (did you mean 'duties'?)\n"


def test_amounts_are_written_alike_everywhere(run: Run) -> None:
    assert answered(run("list", "--min-pay", "200k")) == answered(run("list", "--min-pay", "200000"))


@pytest.mark.parametrize(
    ("typed", "names", "guess"),
    [
        ("duty", ("duties", "pros"), " (did you mean 'duties'?)"),
        ("medain", ("median", "mean"), " (did you mean 'median'?)"),
        ("dux", ("duties",), ""),
        ("salary", ("sales-and-marketing-of-things", "pay"), ""),
        ("", ("duties",), ""),
        ("qqqq", ("duties",), ""),
    ],
)
def test_a_guess_is_made_only_where_a_name_is_near(typed: str, names: tuple[str, ...], guess: str) -> None:
    assert did_you_mean(typed, names) == guess


def test_other_words_lead_to_sections_that_there_are() -> None:
    known = {*SECTIONS, *(group.replace(" ", "-") for group in GROUPS)}
    assert set(_OTHER_WORDS) - known == set()
