"""A comment takes a finding back, where it stands and with a reason; nothing else does."""

from pathlib import Path

import pytest

from careercli.catalog.lint.suppressions import parse_suppressions
from tests.lint.linting import BAKER, HEAD, looked_at, rules_of

EMPTY = f"{HEAD}{BAKER}    pros: []"
WHY = "because it is being written"


def ignored(folder: Path, text: str) -> list[str]:
    """Return the rules of what was taken back; whatever else was found is a failure."""
    view = looked_at(folder, text)
    assert rules_of(view) == []
    return [row.rule for row in view.ignored]


@pytest.mark.parametrize(
    "text",
    [
        f"{EMPTY}  # lint: ignore section-empty {WHY}\n",
        f"{EMPTY}  #lint:ignore section-empty {WHY}\n",
        f"{EMPTY} # lint: ignore text-copied,section-empty {WHY}\n".replace("text-copied,", ""),
        EMPTY.replace("    pros", f"    # lint: ignore section-empty {WHY}\n    pros") + "\n",
        EMPTY.replace("    pros", f"    # lint: ignore section-empty {WHY}\n\n    # And more.\n    pros") + "\n",
        EMPTY.replace("  baker:", f"  baker:  # lint: ignore section-empty {WHY}") + "\n",
        EMPTY.replace("roles:", f"# lint: ignore section-empty {WHY}\nroles:") + "\n",
        f"{EMPTY}\n# lint: ignore-file section-empty {WHY}\n",
        f"# lint: ignore-file section-empty {WHY}\n{EMPTY}\n",
        f"\ufeff{EMPTY}  # lint: ignore section-empty {WHY}\n",
        f"{EMPTY}  # lint: ignore section-empty {WHY}\n".replace("\n", "\r\n"),
        f"{HEAD}{BAKER}    pros:  # lint: ignore section-empty {WHY}\n      []\n",
    ],
    ids=range(12),
)
def test_a_comment_on_the_line_above_it_or_where_the_entry_begins_takes_a_finding_back(
    tmp_path: Path, text: str
) -> None:
    assert ignored(tmp_path, text) == ["section-empty"]


def test_what_is_taken_back_is_told_with_its_reason(tmp_path: Path) -> None:
    (row,) = looked_at(tmp_path, f"{EMPTY}  # lint: ignore section-empty {WHY}\n").ignored
    assert (row.rule, row.line, row.path, row.reason) == ("section-empty", 9, "roles.baker.pros", "it is being written")


def test_a_comment_takes_back_several_rules(tmp_path: Path) -> None:
    pay = "{source: survey, place: US, per: year, currency: USD, p25: 40, median: 30, p75: 50}"
    sources = "sources: {survey: {title: S, kind: survey, publisher: G, period: 2025}}\nplaces: {US: {title: US}}\n"
    comment = f"  # lint: ignore pay-median-outside-middle figure-implausible {WHY}"
    match = ignored(tmp_path, f"{HEAD}{sources}{BAKER}    pay:\n      - {pay}{comment}\n")
    assert sorted(match) == ["figure-implausible", "pay-median-outside-middle"]


@pytest.mark.parametrize(
    "text",
    [
        f"{EMPTY}\n    cons: [Heat.]  # lint: ignore section-empty {WHY}\n",
        f"{EMPTY}\n    # lint: ignore section-empty {WHY}\n    cons: [Heat.]\n",
        f"{EMPTY}  # lint: ignore figure-old {WHY}\n",
    ],
)
def test_a_comment_elsewhere_or_for_another_rule_takes_nothing_back_and_is_told(tmp_path: Path, text: str) -> None:
    assert rules_of(looked_at(tmp_path, text)) in (
        ["section-empty", "ignore-unused"],
        ["ignore-unused", "section-empty"],
    )


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("lint: ignore section-empty", "why is section-empty ignored? Add 'because' and the reason"),
        ("lint: ignore section-empty because", "why is section-empty ignored? Add 'because' and the reason"),
        ("lint: off", "this comment cannot be read. Write '# lint: ignore RULE because REASON'"),
        ("lint: ignore", "this comment cannot be read. Write '# lint: ignore RULE because REASON'"),
    ],
)
def test_without_a_reason_a_comment_has_no_effect(tmp_path: Path, comment: str, told: str) -> None:
    view = looked_at(tmp_path, f"{EMPTY}  # {comment}\n")
    assert [row.message for row in view.rows if row.rule == "ignore-without-reason"] == [told]
    assert "section-empty" in rules_of(view)


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("section-emty", "no rule 'section-emty' (did you mean 'section-empty'?)"),
        ("schema", "no comment can silence 'schema'"),
        ("ignore-unused", "no comment can silence 'ignore-unused'"),
    ],
)
def test_a_rule_that_there_is_not_or_that_stands_firm_is_told(tmp_path: Path, rule: str, told: str) -> None:
    view = looked_at(tmp_path, f"{HEAD}{BAKER}  # lint: ignore {rule} {WHY}\n    cons: [Heat.]\n")
    assert [(row.rule, row.message) for row in view.rows] == [("ignore-unknown-rule", told)]


def test_a_comment_for_a_rule_that_was_not_run_is_not_called_unused(tmp_path: Path) -> None:
    view = looked_at(tmp_path, f"{EMPTY}  # lint: ignore section-empty {WHY}\n", ignore=["section-empty"])
    assert rules_of(view) == []


def test_a_finding_of_two_places_is_taken_back_at_either_of_them(tmp_path: Path) -> None:
    for_both = "One two three four five six seven."
    seller = f"  seller:\n    title: Seller\n    family: shop\n    summary: {for_both}\n"
    comment = f"  # lint: ignore text-copied {WHY}"
    baker = BAKER.replace("Bakes bread.", for_both + comment)
    assert ignored(tmp_path, f"{HEAD}{baker}{seller}") == ["text-copied"]


@pytest.mark.parametrize(
    "text",
    [
        "a: 'x # lint: ignore r because y'\n",
        'a: "x\n  # lint: ignore r because y"\n',
        "a: |\n  x\n  # lint: ignore r because y\n",
        "a: >-\n  x # lint: ignore r because y\n",
        "a: x#lint: ignore r because y\n".replace(": ignore", ":ignore"),
        '"# lint: ignore r because y": a\n',
        "a: 'it''s\n\n  # lint: ignore r because y'\n",
        "a: x  # see '# lint: ignore r because y'\n",
        '{"a": "# lint: ignore r because y"}\n',
    ],
)
def test_a_sign_within_a_text_or_a_comment_is_no_comment_of_ours(text: str) -> None:
    assert parse_suppressions(text.encode()) == []


@pytest.mark.parametrize(
    ("text", "line", "target"),
    [
        ("a: |\n  x\n# lint: ignore r because y\nb: z\n", 3, 4),
        ("a: 'x' # lint: ignore r because y\n", 1, 1),
        ("a: [1, # lint: ignore r because y\n  2]\n", 1, 1),
        ("a: x\n# lint: ignore r because y\n", 2, 2),
        ("a: x\u2028  # lint: ignore r because y\nb: z\n", 2, 3),
        ("a: 'ä€🥐 #' # lint: ignore r because y\n", 1, 1),
        ("? a # lint: ignore r because y\n: b\n", 1, 1),
    ],
)
def test_a_comment_is_found_behind_whatever_stands_before_it(text: str, line: int, target: int) -> None:
    (suppression,) = parse_suppressions(text.encode())
    assert (suppression.line, suppression.target_line, suppression.rules, suppression.reason) == (
        line,
        target,
        ("r",),
        "y",
    )
