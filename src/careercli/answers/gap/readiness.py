"""Readiness: one number over items that can each be looked at, and what would raise it.

    credit = min(have / asked, 1)        score = 100 x sum(weight x credit) / sum(weight)

An item that cannot be judged is left out of both sums and counted. A must-have that is missing caps the verdict in
words, never the number. Every constant here is a convention of ours, which nobody surveyed; docs/gap.md says why.
"""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from careercli.person.mapping import SkillEvidence

Kind = Literal["skill", "experience", "education", "certificate"]
Need = Literal["must", "nice"]
State = Literal["have", "partial", "missing", "unknown"]
Verdict = Literal["ready", "nearly ready", "part of the way", "just starting out"]

WEIGHT: dict[tuple[Kind, Need], int] = {
    ("experience", "must"): 100, ("education", "must"): 100, ("education", "nice"): 50,
    ("certificate", "must"): 100, ("certificate", "nice"): 10,
}  # fmt: skip
"""What the items weigh that are no skills; a must skill weighs 72 to 96."""
CONDITIONAL_LICENSE_WEIGHT = 0.5
"""What a licence weighs that law asks of some: without it nothing can be said, so with it not too much."""
DEFAULT_SKILL_LEVEL = 70
"""As far as a skill counts that is stated without a level: what the catalog's roles ask of somebody who works alone."""
WEAK_EVIDENCE_CREDIT = 0.5
"""What a skill counts that is only mentioned, or only follows from a position held for a short time."""
_STRENGTH = ("stated", "certificate", "practised", "mentioned", "implied")
WEAK_EVIDENCE = ("mentioned", "implied")
MIN_HAVE_CREDIT = 0.9
"""The credit from which an item is had: levels in words are no finer."""
VERDICTS: tuple[tuple[float, Verdict], ...] = (
    (85, "ready"), (65, "nearly ready"), (35, "part of the way"), (0, "just starting out"),
)  # fmt: skip
"""The score from which a verdict holds."""


class GapItem(NamedTuple):
    """One thing that a role asks, and how far it is there."""

    kind: Kind
    requirement: str
    """Its id, which the same question always gives it."""
    name: str
    need: Need
    weight: float
    credit: float | None
    """0 to 1; None where it cannot be judged."""
    skill: str | None = None
    needed: float | None = None
    """In the unit of its kind: a level of 0 to 100, years, the number of a class; None where no degree is asked."""
    have: float | None = None
    stated: float | None = None
    """A level that the person states, where something else counts for more."""
    needed_text: str = ""
    have_text: str = ""
    evidence: str = ""
    """The strongest reason for the credit."""
    paths: tuple[str, ...] = ()
    """Where in the file the evidence stands; for a skill that is practised or implied, the roles held."""
    source: str | None = None
    note: str = ""
    by_law: bool = False
    countries: frozenset[str] = frozenset()
    """Where a line on a certificate counts, as ISO 3166 codes; empty where it names no country."""
    fit: str | None = None
    """How the class fits the role that official figures ask this of: exact, part or proxy."""

    @property
    def state(self) -> State:
        """Say it in one word."""
        if self.credit is None:
            return "unknown"
        if self.credit >= MIN_HAVE_CREDIT:
            return "have"
        return "partial" if self.credit > 0 else "missing"


class ScoreSums(NamedTuple):
    """The two sums of the score, over the items that could be judged."""

    earned: float
    possible: float

    @property
    def score(self) -> float:
        """Return the score, from 0 to 100."""
        return 100 * self.earned / self.possible if self.possible else 0.0

    def points(self, weight: float) -> float:
        """Return how many points of the score so much weight is."""
        return 100 * weight / self.possible if self.possible else 0.0


def score_sums(items: Iterable[GapItem]) -> ScoreSums:
    """Add up the items that could be judged."""
    judged = [(item.weight, item.credit) for item in items if item.credit is not None]
    return ScoreSums(sum(weight * credit for weight, credit in judged), sum(weight for weight, _ in judged))


def credit_of(required: float | None, evidence: SkillEvidence) -> float:
    """Return how far one proof goes towards a level that is asked; where none is asked, to have it is enough."""
    level = DEFAULT_SKILL_LEVEL if evidence.level is None else evidence.level
    reached = min(level / required, 1.0) if required else 1.0
    return WEAK_EVIDENCE_CREDIT * reached if evidence.kind in WEAK_EVIDENCE else reached


def best_evidence(required: float | None, evidence: Sequence[SkillEvidence]) -> tuple[float, SkillEvidence | None]:
    """Return the highest credit and the evidence for it.

    More evidence never lowers the credit. On equal credit, name the stronger kind, and one with a level before one
    without.
    """
    if not evidence:
        return 0.0, None
    ranked = [
        (credit_of(required, one), -_STRENGTH.index(one.kind), one.level or 0, -place)
        for place, one in enumerate(evidence)
    ]
    credit, _, _, place = max(ranked)
    return credit, evidence[-place]


def readiness_verdict(score: float, items: Sequence[GapItem]) -> tuple[Verdict, Verdict | None]:
    """Return the verdict and, if it is lower than the score alone would give, the cap.

    One missing must-have caps it at "nearly ready"; two, or one required by law, at "part of the way".
    """
    earned = next(verdict for least, verdict in VERDICTS if score >= least)
    missing = [item for item in items if item.need == "must" and item.state == "missing"]
    if not missing:
        return earned, None
    cap: Verdict = "part of the way" if len(missing) > 1 or missing[0].by_law else "nearly ready"
    order = [verdict for _, verdict in VERDICTS]
    return (cap, cap) if order.index(earned) < order.index(cap) else (earned, None)


def possible_gains(items: Sequence[GapItem]) -> list[tuple[float, GapItem]]:
    """Return what each item that is not there in full would add to the score, most first; equals in their order."""
    sums = score_sums(items)
    open_items = [item for item in items if item.credit is not None and item.state in ("partial", "missing")]
    gained = [(sums.points(item.weight * (1 - (item.credit or 0))), item) for item in open_items]
    return sorted(gained, key=lambda entry: -round(entry[0], 1))
