"""The arithmetic of readiness: one number, its caps, and what would raise it."""

import pytest

from careercli.answers.gap.readiness import (
    DEFAULT_SKILL_LEVEL,
    MIN_HAVE_CREDIT,
    VERDICTS,
    WEAK_EVIDENCE_CREDIT,
    WEIGHT,
    GapItem,
    Need,
    best_evidence,
    credit_of,
    possible_gains,
    readiness_verdict,
    score_sums,
)
from careercli.answers.gap.rows import credit_percent
from careercli.catalog.coverage import DEFAULT_IMPORTANCE
from careercli.person.mapping import SkillEvidence
from tests.unit.reading import CHECKOUT


def test_the_documents_give_the_weights_as_they_are() -> None:
    told = " ".join((CHECKOUT / "docs" / "gap.md").read_text("utf-8").split())
    assert [row for row in (f"| {verdict} | {least:g} |" for least, verdict in VERDICTS[:-1]) if row not in told] == []
    assert f"its importance, or {DEFAULT_IMPORTANCE['must']} if" in told
    assert f"half of its importance, or of {DEFAULT_IMPORTANCE['nice']} |" in told
    assert f"| experience | {WEIGHT['experience', 'must']} |" in told
    assert f"{WEIGHT['education', 'must']} as a must, otherwise {WEIGHT['education', 'nice']}" in told
    assert f"| another certificate | {WEIGHT['certificate', 'nice']} |" in told
    assert f"| {DEFAULT_SKILL_LEVEL}: what" in told
    assert f"from a credit of {MIN_HAVE_CREDIT} on" in told


def item(
    credit: float | None, weight: float = 1, *, name: str = "x", need: Need = "must", by_law: bool = False
) -> GapItem:
    return GapItem("skill", f"skill:{name}", name, need, weight, credit, by_law=by_law)


def test_the_score_is_the_weighted_share_and_what_is_unknown_stands_in_neither_sum() -> None:
    assert score_sums([item(1, 30), item(0.5, 20), item(0, 50), item(None, 900)]).score == 40
    assert score_sums([item(None, 5)]).possible == 0


@pytest.mark.parametrize(
    ("asked", "proof", "credit"),
    [
        (80, SkillEvidence("stated", "", 40), 0.5),
        (80, SkillEvidence("stated", "", 95), 1),
        (None, SkillEvidence("stated", "", 10), 1),
        (0, SkillEvidence("stated", "", 0), 1),
        (DEFAULT_SKILL_LEVEL, SkillEvidence("stated", ""), 1),
        (2 * DEFAULT_SKILL_LEVEL, SkillEvidence("stated", ""), 0.5),
        (DEFAULT_SKILL_LEVEL, SkillEvidence("certificate", ""), 1),
        (DEFAULT_SKILL_LEVEL, SkillEvidence("practised", ""), 1),
        (DEFAULT_SKILL_LEVEL, SkillEvidence("mentioned", ""), WEAK_EVIDENCE_CREDIT),
        (DEFAULT_SKILL_LEVEL, SkillEvidence("implied", ""), WEAK_EVIDENCE_CREDIT),
        (None, SkillEvidence("mentioned", ""), WEAK_EVIDENCE_CREDIT),
    ],
)
def test_credit_is_what_is_there_over_what_is_asked_and_half_for_what_is_only_mentioned(
    asked: float | None, proof: SkillEvidence, credit: float
) -> None:
    assert credit_of(asked, proof) == pytest.approx(credit)


def test_the_best_proof_counts_alone() -> None:
    low, none, high = (
        SkillEvidence("stated", "a", 10),
        SkillEvidence("mentioned", "b"),
        SkillEvidence("stated", "c", 60),
    )
    assert best_evidence(60, [low, none, high]) == (1, high)
    assert best_evidence(60, []) == (0, None)


@pytest.mark.parametrize(
    ("score_", "missing", "by_law", "verdict", "cap"),
    [
        (90, 0, False, "ready", None),
        (85, 0, False, "ready", None),
        (84.9, 0, False, "nearly ready", None),
        (64, 0, False, "part of the way", None),
        (34, 0, False, "just starting out", None),
        (0, 0, False, "just starting out", None),
        (90, 1, False, "nearly ready", "nearly ready"),
        (70, 1, False, "nearly ready", None),
        (90, 2, False, "part of the way", "part of the way"),
        (90, 1, True, "part of the way", "part of the way"),
        (10, 2, True, "just starting out", None),
    ],
)
def test_a_missing_must_have_caps_the_verdict_and_not_the_number(
    score_: float, missing: int, by_law: bool, verdict: str, cap: str | None
) -> None:
    items = [item(0, by_law=by_law)] * missing + [item(0, need="nice"), item(None), item(0.2)]
    assert readiness_verdict(score_, items) == (verdict, cap)


def test_gains_are_ordered_by_what_they_add_and_equals_keep_their_order() -> None:
    items = [item(0, 10, name="a"), item(0.5, 40, name="b"), item(0, 10, name="c"), item(MIN_HAVE_CREDIT, 99, name="d")]
    assert [(found.name, round(gain, 2)) for gain, found in possible_gains(items)] == [
        ("b", 12.58),
        ("a", 6.29),
        ("c", 6.29),
    ]


@pytest.mark.parametrize(
    ("credit", "percent"),
    [
        (0, 0), (0.0001, 0.1), (0.3125, 31.2), (1 / 3, 33.3), (0.89996, 89.9), (0.9, 90), (0.99996, 99.9), (1, 100),
    ],
)  # fmt: skip
def test_a_credit_is_never_rounded_to_enough_or_to_all(credit: float, percent: float) -> None:
    assert credit_percent(credit) == percent
