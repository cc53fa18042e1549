"""A run tells of the files that are checked, all of them and no others, and never ends in a traceback."""

import json
from datetime import date
from pathlib import Path

import pytest

from careercli.answers.catalog_lint.answer import lint
from careercli.answers.catalog_rules.answer import explain
from careercli.catalog.lint.run import MAX_LISTED
from careercli.errors import NotFound, UsageProblem
from tests.lint.linting import BAKER, HEAD, TODAY, found, looked_at, rules_of, written

SELLER = "  seller:\n    title: Seller\n    family: shop\n    summary: Sells bread.\n"
SURVEY = "sources: {survey: {title: A survey, kind: survey, publisher: A guild, period: 2025}}\n"
LAYER = "schema_version: 1\nname: mine\n"
AGE = "    figures: [{measure: age, source: survey, value: %s}]\n"


def test_what_lies_under_the_files_is_looked_at_and_not_told(tmp_path: Path) -> None:
    under = f"{HEAD}{BAKER}    pros: []\n"
    own = f"{LAYER}roles:\n  miller: {{title: Miller, family: shop, summary: Mills corn., aliases: [baker]}}\n"
    view = looked_at(tmp_path, own, under=[under])
    assert found(view) == [("alias-is-title", "layer1.yaml", 4)]
    assert view.rows[0].also == (f"{tmp_path}/under1.yaml:6:12: roles.baker.title",)


def test_a_fault_between_two_files_is_told_in_the_one_that_is_checked(tmp_path: Path) -> None:
    under = f"{HEAD}{BAKER}    aliases: [miller]\n"
    own = f"{LAYER}roles: {{miller: {{title: Miller, family: shop, summary: Mills corn.}}}}\n"
    assert found(looked_at(tmp_path, own, under=[under])) == [("alias-is-title", "layer1.yaml", 3)]


def test_an_alias_of_a_catalog_below_is_taken_out_by_laying_aliases_over_its_role(tmp_path: Path) -> None:
    under = f"{HEAD}{BAKER}    aliases: [miller, bread maker]\n"
    own = (
        f"{LAYER}roles:\n  miller: {{title: Miller, family: shop, summary: Mills corn.}}\n"
        "  baker: {aliases: [bread maker]}\n"
    )
    assert "alias-is-title" not in rules_of(looked_at(tmp_path, own, under=[under]))


def test_a_file_that_also_lies_under_the_others_is_checked_in_its_place(tmp_path: Path) -> None:
    first = written(tmp_path / "one.yaml", f"{HEAD}{BAKER}    pros: []\n")
    second = written(tmp_path / "two.yaml", f"{LAYER}roles: {{baker: {{title: Bread Maker}}}}\n")
    view = lint([f"{tmp_path}/./one.yaml"], [first, second], today=TODAY)
    assert rules_of(view) == ["section-empty"]
    assert view.rows[0].file == f"{tmp_path}/./one.yaml"


def test_a_contradiction_of_two_layers_is_told_with_both_places(tmp_path: Path) -> None:
    view = looked_at(tmp_path, f"{LAYER}roles:\n  baker:\n{AGE % 42}", under=[f"{HEAD}{SURVEY}{BAKER}{AGE % 47}"])
    (row,) = view.rows
    assert (row.rule, Path(row.file).name, row.line, row.column) == ("layers-contradict", "layer1.yaml", 5, 53)
    assert row.also == (f"{tmp_path}/under1.yaml:10:53: roles.baker.figures[0].value",)
    assert row.message == "one source says two things: '42' replaces '47'"


def test_of_three_layers_each_is_compared_with_the_last_one_that_says_it(tmp_path: Path) -> None:
    layers = [f"{LAYER}roles: {{baker: {{title: {title}}}}}\n" for title in ("One", "Two", "Two")]
    view = looked_at(tmp_path, f"{HEAD}{BAKER}", *layers)
    assert [(Path(row.file).name, row.message) for row in view.rows] == [
        ("layer2.yaml", "'One' replaces 'Baker'"),
        ("layer3.yaml", "'Two' replaces 'One'"),
    ]


@pytest.mark.parametrize(
    ("over", "told"),
    [
        ("aliases: [a, b, c]", []),
        ("aliases: [a, c]", ["this list replaces another and leaves out 1 of its 2 entries: 'b'"]),
        ("title: BAKER", []),
        ("pros: []", ["this list replaces another and leaves out 1 of its 1 entry: 'Heat.'"]),
        ("levels: [{id: l, years: [1, 3]}]", ["the band [1, 3] replaces [0, 2]"]),
        ("levels: [{id: l, years: [0, 2], autonomy: Some.}]", []),
        ("levels: [{id: m, title: M, track: ic, years: [2, null], source: survey}]", []),
        ("figures: [{measure: age, source: survey, value: 47.0}]", []),
        ("figures: [{measure: age, source: survey, population: women, value: 40}]", []),
    ],
)
def test_what_a_later_layer_replaces_is_told_and_what_it_adds_is_not(
    tmp_path: Path, over: str, told: list[str]
) -> None:
    level = "    levels: [{id: l, title: L, track: ic, years: [0, 2], source: survey}]\n"
    under = f"{HEAD}{SURVEY}{BAKER}    aliases: [a, b]\n    pros: [Heat.]\n{level}{AGE % 47}"
    view = looked_at(tmp_path, f"{LAYER}roles: {{baker: {{{over}}}}}\n", under=[under])
    assert [row.message for row in view.rows] == told


def test_a_finding_stands_where_the_last_layer_says_the_value(tmp_path: Path) -> None:
    pay = "    pay: [{source: survey, place: US, per: year, currency: USD, %s}]\n"
    first = f"{HEAD}{SURVEY}places: {{US: {{title: US}}}}\n{BAKER}{pay % 'p10: 30000, p90: 50000'}"
    second = f"{LAYER}roles:\n  baker:\n{pay % 'p90: 20000'}"
    view = looked_at(tmp_path, first, second, select=["pay-percentiles-fall"])
    assert found(view) == [("pay-percentiles-fall", "layer2.yaml", 5)]
    assert view.rows[0].path == "roles.baker.pay[0].p90"
    assert view.rows[0].also == (f"{tmp_path}/layer1.yaml:11:70: roles.baker.pay[0].p10",)


def test_one_run_tells_the_faults_of_the_schema_and_all_others(tmp_path: Path) -> None:
    text = (
        f"{HEAD}{SURVEY}{BAKER}    sumary: x\n    related: {{nobody: Gone.}}\n    pros: []\n"
        "    figures:\n      - {measure: age, value: 40}\n      - {measure: agee, source: survey}\n"
        "      - {measure: age, source: survey, value: 6}\n"
        f"{SELLER}    family: shelf\n"
    )
    assert sorted(found(looked_at(tmp_path, text))) == [
        ("figure-implausible", "layer1.yaml", 16),
        ("figure-without-source", "layer1.yaml", 14),
        ("schema", "layer1.yaml", 10),
        ("schema", "layer1.yaml", 11),
        ("schema", "layer1.yaml", 15),
        ("schema", "layer1.yaml", 21),
        ("schema", "layer1.yaml", 21),
        ("section-empty", "layer1.yaml", 12),
    ]


@pytest.mark.parametrize(
    ("figure", "rule"),
    [
        ("{measure: age, value: 40}", "figure-without-source"),
        ("{measure: age, source: null, value: 40}", "figure-without-source"),
        ("{measure: age, source: nobody, value: 40}", "schema"),
        ("{measure: age, source: Nobody At All, value: 40}", "schema"),
    ],
)
def test_a_figure_without_a_source_has_a_rule_of_its_own(tmp_path: Path, figure: str, rule: str) -> None:
    text = f"{HEAD}{BAKER}    figures: [{figure}]\n"
    assert found(looked_at(tmp_path, text)) == [(rule, "layer1.yaml", 9)]


def test_nothing_is_called_empty_or_unused_because_a_fault_was_cut_out(tmp_path: Path) -> None:
    text = f"{HEAD}{BAKER}    pay: [{{place: US}}]\n    market: {{sumary: x}}\n    pros: ['', {{}}]\n"
    assert {row.rule for row in looked_at(tmp_path, text).rows} <= {"schema", "figure-without-source"}


def test_a_file_that_cannot_be_read_is_a_finding_and_the_others_are_checked(tmp_path: Path) -> None:
    good = written(tmp_path / "good.yaml", f"{HEAD}{BAKER}    pros: []\n")
    removed = str(tmp_path / "gone.yaml")
    view = lint([removed, good], today=TODAY)
    assert [(row.rule, row.file, row.line, row.message) for row in view.rows] == [
        ("schema", removed, 0, "cannot be read: no such file or directory"),
        ("section-empty", good, 9, "this heading has nothing under it"),
    ]


def test_a_fault_of_what_lies_under_the_files_is_told_in_its_own_file(tmp_path: Path) -> None:
    view = looked_at(tmp_path, f"{LAYER}roles: {{baker: {{pros: []}}}}\n", under=[f"{HEAD}{BAKER}    sumary: x\n"])
    assert found(view) == [("schema", "under1.yaml", 9), ("section-empty", "layer1.yaml", 3)]


def test_what_a_layer_leaves_out_because_it_stands_below_is_no_fault_beside_a_real_one(tmp_path: Path) -> None:
    own = f"{LAYER}roles:\n  baker: {{pros: [Warm hands.]}}\n{SELLER}    sumary: x\n"
    assert found(looked_at(tmp_path, own, under=[f"{HEAD}{BAKER}"])) == [("schema", "layer1.yaml", 9)]


@pytest.mark.parametrize("name", ["pay-percentile", "nothing-at-all", "pay_*"])
def test_a_name_that_is_no_rule_is_refused_with_the_remedy(tmp_path: Path, name: str) -> None:
    for choice in ({"select": [name]}, {"ignore": [name]}):
        with pytest.raises(UsageProblem, match=f"no rule '{name}'".replace("*", "[*]")) as caught:
            lint([str(tmp_path)], **choice)  # type: ignore[arg-type]
        assert caught.value.hint


def test_the_schema_cannot_be_ignored(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="cannot be ignored"):
        looked_at(tmp_path, HEAD, ignore=["schema"])


def test_rules_are_selected_and_ignored_by_name_or_pattern(tmp_path: Path) -> None:
    text = f"{HEAD}{SURVEY}{BAKER}    pros: []\n    aliases: [Yearly salary]\n"
    assert rules_of(looked_at(tmp_path, text, select=["s*"])) == ["source-unused", "section-empty"]
    assert rules_of(looked_at(tmp_path, text, select=["s*", "table-shifted"], ignore=["s*"])) == ["table-shifted"]
    assert rules_of(looked_at(tmp_path, f"{text}x: 1\n", select=["table-shifted"])) == ["table-shifted", "schema"]


def test_what_is_old_is_counted_from_the_day_that_is_given(tmp_path: Path) -> None:
    path = written(tmp_path / "a.yaml", f"{HEAD}{SURVEY}{BAKER}{AGE % 47}")
    assert rules_of(lint([path], today=date(2030, 12, 31))) == []
    assert rules_of(lint([path], today=date(2031, 1, 1))) == ["figure-old"]
    assert rules_of(lint([path], today=date(2028, 1, 1), max_age=2)) == ["figure-old"]


def test_more_findings_of_a_rule_than_anybody_reads_are_counted_and_not_listed(tmp_path: Path) -> None:
    roles = "".join(
        f"  r{at}: {{title: T{at}x, family: shop, summary: S., pros: []}}\n" for at in range(MAX_LISTED + 20)
    )
    view = looked_at(tmp_path, f"{HEAD}roles:\n{roles}")
    (rule,) = view.rules
    assert (rule.rule, rule.finding_count, rule.listed_count) == ("section-empty", MAX_LISTED + 20, MAX_LISTED)
    assert (len(view.rows), view.warning_count) == (MAX_LISTED, MAX_LISTED + 20)


def test_the_counts_are_those_of_the_findings(tmp_path: Path) -> None:
    text = f"{HEAD}{SURVEY}{BAKER}    pros: []\n    aliases: [Yearly salary]\n"
    view = looked_at(tmp_path, text, f"{LAYER}roles: {{baker: {{title: Bread Maker}}}}\n")
    assert (view.error_count, view.warning_count, view.note_count) == (1, 2, 1)
    assert list(view.records()) == list(view.rows)
    assert {type(getattr(row, field)) for row in view.rows for field in row.__struct_fields__} <= {str, int, tuple}


def test_the_same_files_give_the_same_findings(tmp_path: Path) -> None:
    text = Path(__file__).with_name("planted.yaml").read_text("utf-8")
    assert looked_at(tmp_path, text) == looked_at(tmp_path, text)


def test_small_json_has_lines_and_json_too_large_to_trace_has_paths(tmp_path: Path) -> None:
    tree = {
        "schema_version": 1,
        "name": "a",
        "families": {"f": {"title": "F"}},
        "roles": {"a": {"title": "A", "family": "f", "summary": "S.", "pros": []}},
    }
    (small,) = looked_at(tmp_path, json.dumps(tree, indent=1)).rows
    assert (small.line, small.path) == (14, "roles.a.pros")
    tree["note"] = "x" * 3_000_000
    (large,) = looked_at(tmp_path, json.dumps(tree)).rows
    assert (large.line, large.column, large.path) == (0, 0, "roles.a.pros")


def test_a_rule_is_explained_with_a_failing_and_a_passing_example() -> None:
    (rule,) = explain("layers-contradict").rows
    assert rule.under
    assert "value: 47" in rule.bad
    assert "value: 42" in rule.good
    assert len(explain().rows) > 40


def test_a_rule_that_there_is_not_is_not_explained() -> None:
    with pytest.raises(NotFound, match="did you mean 'text-copied'"):
        explain("text-copy")
