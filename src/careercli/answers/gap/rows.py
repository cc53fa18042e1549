"""Items -> the parts of the answer: rows, kinds of gap, the score, the steps."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from careercli.answers.gap.advice import action
from careercli.answers.gap.learning_options import LearningOption
from careercli.answers.gap.readiness import MIN_HAVE_CREDIT, GapItem, Kind, ScoreSums, possible_gains, score_sums
from careercli.answers.gap.view import (
    GapStepView,
    KindView,
    LearningOptionView,
    ReadinessView,
    RequirementNameView,
    RequirementView,
)
from careercli.answers.shared.view_parts import copied

MAX_STEPS = 3
MAX_CONTRIBUTORS = 3
_KINDS: tuple[Kind, ...] = ("skill", "experience", "education", "certificate")
_UNITS: dict[Kind, str] = {"skill": "skill_level", "experience": "years", "education": "education_class"}


def requirement_view(item: GapItem, sums: ScoreSums | None) -> RequirementView:
    """Return the row of an item; without sums there is no score, so nothing adds to it."""
    credit = item.credit
    held = item.evidence in ("practised", "implied")
    counted = sums if credit is not None else None
    return copied(
        RequirementView,
        item,
        unit=_UNITS.get(item.kind),
        proof=item.evidence or None,
        found_at=() if held else item.paths,
        roles_held=item.paths if held else (),
        credit=None if credit is None else credit_percent(credit),
        points=round(counted.points(item.weight * (credit or 0)), 1) if counted else None,
        score_gain=round(counted.points(item.weight * (1 - (credit or 0))), 1) if counted else None,
        note=item.note or None,
        countries=tuple(sorted(item.countries)),
    )


def credit_percent(credit: float) -> float:
    """Return a credit in percent, to a tenth; what is not there in full, or not at all, is not rounded to that."""
    percent = round(100 * credit, 1)
    bounds = (100.0, 100 * MIN_HAVE_CREDIT)
    if any(100 * credit < bound <= percent for bound in bounds):
        return round(percent - 0.1, 1)
    return max(percent, 0.1) if credit > 0 else percent


def gap_kinds(items: Sequence[GapItem]) -> tuple[KindView, ...]:
    """Return each kind of gap in numbers, with a score of its own where anything of it was judged."""
    return tuple(_kind(kind, [item for item in items if item.kind == kind]) for kind in _KINDS)


def _kind(kind: Kind, items: Sequence[GapItem]) -> KindView:
    sums, states = score_sums(items), Counter[str](item.state for item in items)
    score = round(sums.score, 1) if sums.possible else None
    counts = {f"{state}_count": states[state] for state in ("have", "partial", "missing", "unknown")}
    return KindView(kind=kind, score=score, **counts)


def readiness_view(
    items: Sequence[GapItem], sums: ScoreSums | None, verdict: str | None, *, capped: bool
) -> ReadinessView:
    """Return the score with what it must be read with."""
    judged = [item for item in items if item.credit is not None]
    missing = [item.requirement for item in items if item.need == "must" and item.state == "missing"]
    adding = sorted((item for item in judged if item.credit), key=lambda item: -item.weight * (item.credit or 0))
    return ReadinessView(
        score=round(sums.score, 1) if sums else None,
        earned=round(sums.earned, 1) if sums else 0.0,
        possible=round(sums.possible, 1) if sums else 0.0,
        judged_count=len(judged),
        unknown_count=len(items) - len(judged),
        unrated_count=sum(item.evidence == "stated" and item.have is None for item in items),
        label=verdict or "nothing to judge",
        capped_by=tuple(missing) if capped else (),
        contributors=tuple(item.requirement for item in adding[:MAX_CONTRIBUTORS]) if sums else (),
    )


def gap_steps(
    items: Sequence[GapItem], sums: ScoreSums, options: Callable[[GapItem], tuple[LearningOption, ...]]
) -> Iterator[GapStepView]:
    """Yield the steps that raise the score most, each alone; what would raise it as much is named beside it."""
    ranked = [(round(gain, 1), item) for gain, item in possible_gains(items)]
    for gain, item in ranked[:MAX_STEPS]:
        yield GapStepView(
            requirement=item.requirement,
            kind=item.kind,
            skill=item.skill,
            name=item.name,
            action=action(item),
            score_gain=gain,
            score_after=round(sums.score + gain, 1),
            tied_with=tuple(
                copied(RequirementNameView, other) for same, other in ranked if same == gain and other is not item
            ),
            learning_options=tuple(copied(LearningOptionView, option) for option in options(item)),
        )
