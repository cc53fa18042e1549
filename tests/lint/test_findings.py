"""Findings for other programs: valid SARIF 2.1.0, and commands that a GitHub workflow reads as they were meant."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from careercli.answers.catalog_lint.answer import lint
from careercli.answers.catalog_lint.reports import github, sarif
from careercli.answers.catalog_lint.view import FindingView, LintView
from tests.lint.linting import BAKER, HEAD, TODAY, looked_at, written

PLANTED = Path(__file__).parent / "planted.yaml"


@pytest.fixture(scope="module")
def view() -> LintView:
    return lint([str(PLANTED)], today=TODAY)


def run_of(view: LintView, root: str = "") -> Any:
    report = json.loads(sarif(view, root))
    assert (report["version"], list(report)) == ("2.1.0", ["$schema", "version", "runs"])
    (run,) = report["runs"]
    return run


def finding(**changes: object) -> LintView:
    row: dict[str, Any] = {
        "rule": "text-copied", "severity": "warning", "file": "a.yaml", "line": 3, "column": 5, "path": "roles.a",
        "message": "m", "fix": "f", "also": (),
    }  # fmt: skip
    rows = (FindingView(**{**row, **changes}),)
    rules = lint([str(PLANTED)], select=["text-copied"], today=TODAY).rules
    return LintView(
        files=("a.yaml",), error_count=0, warning_count=1, note_count=0, rows=rows,
        ignored=(), rules=tuple(rule for rule in rules if rule.rule == "text-copied"),
    )  # fmt: skip


def test_sarif_has_all_that_the_standard_requires(view: LintView) -> None:
    run = run_of(view, str(PLANTED.parent))
    driver = run["tool"]["driver"]
    assert driver["name"] == "careercli"
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(set(ids)) == len(ids)
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
    assert len(run["results"]) == len(view.rows) + len(view.ignored)
    for result in run["results"]:
        assert ids[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "planted.yaml"
        assert place["region"]["startLine"] >= 1
        assert place["region"]["startColumn"] >= 1
    prints = [result["partialFingerprints"]["careercliFinding/v1"] for result in run["results"]]
    assert len(set(prints)) == len(prints)


def test_sarif_is_plain_ascii(view: LintView) -> None:
    assert sarif(view).isascii()
    assert b"\x7f" not in sarif(finding(message="del \x7f, bidi \u202e, half \ud800"))


def test_what_a_comment_took_back_is_suppressed_with_its_reason(view: LintView) -> None:
    suppressed = [result for result in run_of(view)["results"] if "suppressions" in result]
    assert [result["suppressions"] for result in suppressed] == [
        [{"kind": "inSource", "justification": "the union answers on Monday"}]
    ]


def test_a_finding_without_a_line_has_no_region() -> None:
    (result,) = run_of(finding(line=0, column=0))["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]


@pytest.mark.parametrize(
    ("file", "root", "uri"),
    [
        ("a.yaml", "", "a.yaml"),
        ("./roles/a b#.yaml", "", "roles/a%20b%23.yaml"),
        ("/checkout/tree/roles/a.yaml", "/checkout/tree", "roles/a.yaml"),
        ("/checkout/tree/roles/a.yaml", "/checkout/tree/", "roles/a.yaml"),
        ("/checkout/treehouse/a.yaml", "/checkout/tree", "file:///checkout/treehouse/a.yaml"),
        ("a:b.yaml", "", "a%3Ab.yaml"),
        ("über.yaml", "", "%C3%BCber.yaml"),
        ("\udcff.yaml", "", "%FF.yaml"),
    ],
)
def test_a_file_is_named_by_a_reference_relative_to_the_root(file: str, root: str, uri: str) -> None:
    (result,) = run_of(finding(file=file), root)["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_fingerprint_stays_when_lines_move(tmp_path: Path) -> None:
    text = f"{HEAD}{BAKER}    pros: []\n"
    before = run_of(looked_at(tmp_path, text), str(tmp_path))["results"]
    after = run_of(looked_at(tmp_path, f"# A new line.\n\n{text}"), str(tmp_path))["results"]
    assert before != after
    assert before[0]["partialFingerprints"] == after[0]["partialFingerprints"]


def test_every_finding_is_one_command_for_github(view: LintView) -> None:
    lines = github(view).splitlines()
    assert len(lines) == len(view.rows)
    command = re.compile(r"::(error|warning|notice) file=[^,:]+,line=\d+,col=\d+,title=[a-z-]+::.+")
    assert [line for line in lines if not command.fullmatch(line)] == []
    severities = {"error": view.error_count, "warning": view.warning_count, "notice": view.note_count}
    assert {name: sum(line.startswith(f"::{name} ") for line in lines) for name in severities} == severities


def test_signs_that_github_reads_are_escaped() -> None:
    text = github(finding(file="a,b:c%.yaml", message="100%\r\nnext: one, two"))
    assert text == "::warning file=a%2Cb%3Ac%25.yaml,line=3,col=5,title=text-copied::roles.a: 100%25  next: one, two\n"


def test_a_finding_without_a_line_is_a_command_about_the_file() -> None:
    assert github(finding(line=0, column=0)) == "::warning file=a.yaml,title=text-copied::roles.a: m\n"


def test_no_findings_are_an_empty_report(tmp_path: Path) -> None:
    view = lint([written(tmp_path / "a.yaml", f"{HEAD}{BAKER}")], today=TODAY)
    assert github(view) == ""
    assert run_of(view)["results"] == []
