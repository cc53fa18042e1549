"""What a person sees of the findings and of a rule."""

from pathlib import Path

import pytest
from msgspec import structs

from careercli import terminal
from careercli.answers.catalog_lint.page import MAX_SHOWN, page
from careercli.answers.catalog_lint.view import LintView
from careercli.answers.catalog_rules.answer import explain
from careercli.answers.catalog_rules.page import page as page_of_rules
from careercli.catalog.lint.rule_list import RULES
from careercli.render.table import render
from tests.lint.linting import BAKER, HEAD, looked_at


def shown(view: LintView, width: int | None = None) -> str:
    return render(page(view), terminal.RenderOptions(width=width, color=False, encoding="utf-8"))


def test_a_finding_is_a_line_that_an_editor_can_jump_to(tmp_path: Path) -> None:
    text = shown(looked_at(tmp_path, f"{HEAD}{BAKER}    pros: []\n"))
    assert text.startswith(f"1 warning in {tmp_path}/layer1.yaml. The check passes.\n")
    place = f"{tmp_path}/layer1.yaml:9:5: roles.baker.pros: this heading has nothing under it"
    assert f"warning {place} Fill it in, or leave out the key. section-empty" in " ".join(text.split())
    assert " Why a rule?  careercli catalog lint --explain section-empty\n" in text
    assert text.endswith("\n More     nothing is left out. On GitHub: --format github\n")


def test_errors_come_before_warnings_and_the_outcome_is_said(tmp_path: Path) -> None:
    view = looked_at(tmp_path, f"{HEAD}{BAKER}    pros: []\n    cons: []\n")
    first, second = view.rows
    rows = (first, structs.replace(second, severity="error"))
    text = shown(structs.replace(view, error_count=1, warning_count=1, rows=rows))
    assert "The check fails until the error is fixed." in " ".join(text.split())
    assert text.index("\n error ") < text.index("\n warning ")


def test_what_was_ignored_is_shown_with_its_reason(tmp_path: Path) -> None:
    text = shown(looked_at(tmp_path, f"{HEAD}{BAKER}    pros: []  # lint: ignore section-empty because it is new\n"))
    assert text.startswith("Nothing found in ")
    assert "layer1.yaml:9:5 section-empty: because it is new" in text


def test_a_page_shows_some_findings_of_a_rule_and_says_how_many_more_there_are(tmp_path: Path) -> None:
    roles = "".join(f"  r{at}: {{title: T{at}x, family: shop, summary: S., pros: []}}\n" for at in range(MAX_SHOWN + 5))
    text = shown(looked_at(tmp_path, f"{HEAD}roles:\n{roles}"))
    assert text.count("this heading has nothing under it") == MAX_SHOWN
    assert text.count("Fill it in, or leave out the key.") == 1
    assert text.endswith(" More     5 of section-empty are left out: --json\n")


def test_several_files_are_counted(tmp_path: Path) -> None:
    text = f"{HEAD}{BAKER}"
    assert shown(looked_at(tmp_path, text, text)).startswith("Nothing found in 2 files.\n")


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_an_explanation_shows_both_examples_whole(rule: str) -> None:
    view = explain(rule)
    text = render(page_of_rules(view), terminal.RenderOptions(width=None, color=False, encoding="utf-8"))
    lines = [line.removeprefix("│ ") for line in text.splitlines()]
    (row,) = view.rows
    for example in (row.under, row.bad, row.good):
        options = example.splitlines()
        assert any(lines[at : at + len(options)] == options for at in range(len(lines)))
