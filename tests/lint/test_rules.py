"""Every rule finds what it is about, where it stands, and nothing in a catalog that is right."""

import re
from pathlib import Path

import pytest

from careercli.answers.catalog_lint.answer import lint
from careercli.answers.catalog_lint.view import LintView
from careercli.catalog import index_cache
from careercli.catalog.lint.rule_list import RULES
from careercli.catalog.lint.rules import Rule
from tests.lint.linting import TODAY, found, looked_at

PLANTED = Path(__file__).parent / "planted.yaml"
_EXPECTED = re.compile(r"# (expect|The next line): ([a-z- ]+)$")

each_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])


@pytest.fixture(scope="module")
def embedded() -> LintView:
    return lint(index_cache.embedded_layers(), today=TODAY)


@each_rule
def test_a_rule_finds_its_own_bad_example_on_the_line_of_the_fault_and_nothing_else(rule: Rule, tmp_path: Path) -> None:
    example = rule.example
    line = example.bad[: example.bad.index(example.bad_part)].count("\n") + 1
    view = looked_at(tmp_path, example.bad, under=[example.base] if example.base else [])
    assert found(view) == [(rule.id, "layer1.yaml", line)]
    assert [row.severity for row in view.rows] == [rule.severity]


@each_rule
def test_no_rule_finds_anything_in_a_good_example(rule: Rule, tmp_path: Path) -> None:
    example = rule.example
    view = looked_at(tmp_path, example.good, under=[example.base] if example.base else [])
    assert found(view) == []


@each_rule
def test_a_rule_can_be_left_out(rule: Rule, tmp_path: Path) -> None:
    if rule.id in ("schema", "figure-without-source"):
        pytest.skip("a catalog that nobody can read is always told")
    example = rule.example
    view = looked_at(tmp_path, example.bad, under=[example.base] if example.base else [], ignore=[rule.id])
    assert found(view) == []


@each_rule
def test_a_rule_says_what_why_and_what_to_do_in_sentences(rule: Rule) -> None:
    for text in (rule.summary, rule.why, rule.fix):
        assert text.endswith(".")
        assert "  " not in text
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.id)


def test_every_rule_has_an_id_of_its_own() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_all_faults_of_a_full_catalog_are_found_and_nothing_else() -> None:
    expected = set()
    for number, line in enumerate(PLANTED.read_text("utf-8").splitlines(), 1):
        mark = _EXPECTED.search(line)
        for rule in mark[2].split() if mark else ():
            expected.add((rule, PLANTED.name, number + (mark is not None and mark[1] != "expect")))
    assert sorted(found(lint([str(PLANTED)], today=TODAY))) == sorted(expected)
    assert {rule for rule, _, _ in expected} >= {rule.id for rule in RULES} - {"layers-contradict", "layer-overrides"}


def test_the_embedded_catalog_has_no_errors(embedded: LintView) -> None:
    assert [row for row in embedded.rows if row.severity == "error"] == []


def test_nothing_is_found_in_the_embedded_catalog_but_what_it_ignores_with_a_reason(embedded: LintView) -> None:
    assert embedded.rows == ()
    assert all(row.reason for row in embedded.ignored)


def test_every_finding_in_yaml_has_its_place(embedded: LintView) -> None:
    for row in (*embedded.rows, *lint([str(PLANTED)], today=TODAY).rows):
        assert row.line >= 1, row
        assert row.column >= 1, row
        lines = Path(row.file).read_text("utf-8").splitlines()
        assert row.column <= len(lines[row.line - 1]), row
