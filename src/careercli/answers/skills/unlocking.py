"""Compute how learning a skill changes coverage, and which roles pass the unlock threshold.

The threshold is the mean minus one standard deviation of coverage within job families (Nesta, Mapping Career Causeways,
2020), but at least the minimum coverage of a similar transition. A role two or more job zones up is never unlocked by a
skill. Shares are integers per mille, so that printed figures match the decisions.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from careercli.catalog.coverage import credit, weight
from careercli.catalog.records import FamilyCoverage, RoleNode
from careercli.catalog.transitions import MIN_COVERAGE, ZONE_RISE_LIMIT
from careercli.model import RoleSkill

UnlockState = Literal["opens", "held back", "nearer", "open before"]
STATES: tuple[UnlockState, ...] = ("opens", "held back", "nearer", "open before")
"""The result for a role whose coverage rises, in display order. opens: now above the threshold. held back: above it,
but two or more job zones up. nearer: still below it. open before: was already above it.
"""


class CoverageChange(NamedTuple):
    """How far one role is covered before and after, per mille."""

    role: str
    before: int
    after: int
    state: UnlockState


class SkillImpact(NamedTuple):
    """The effect of learning one skill: how many roles it unlocks, brings closer or covers more."""

    skill: str
    unlocks: int
    zone_blocked: int
    closer: int
    already_open: int
    coverage_gain: int
    """Coverage of all roles together, per mille."""
    unlocked: tuple[CoverageChange, ...]
    """The roles that open, best first."""
    rank: int
    """From 1; skills of which opens, nearer and gain are equal share one."""
    tied: bool


class RoleCoverage(NamedTuple):
    """The coverage of one role: the weight covered, the total weight, and what each missing skill would add."""

    covered: float
    total: float
    missing: Mapping[str, float]

    def per_mille(self, added: float = 0.0) -> int:
        """Return the coverage per mille with so much weight more; sums of equal parts in any order are equal."""
        return int((self.covered + added) / self.total * 1000 + 0.5 + 1e-9)


class CoverageBaseline(NamedTuple):
    """Where one stands towards the other roles."""

    coverages: Mapping[str, RoleCoverage]
    """The other roles that ask for something."""
    zone_blocked: Collection[str]
    """Roles two job zones up or more."""
    threshold: int
    """From how many per mille a role is open."""

    def is_open(self, role: str) -> bool:
        """Say whether a role is open as things are."""
        return role not in self.zone_blocked and self.coverages[role].per_mille() >= self.threshold


def unlock_threshold(kinship: FamilyCoverage) -> int:
    """Return from how many per mille a role counts as open in this catalog."""
    usual = (kinship.mean or 0.0) - (kinship.deviation or 0.0)
    return round(1000 * max(usual, MIN_COVERAGE))


def is_zone_blocked(origin_node: RoleNode, target_node: RoleNode) -> bool:
    """Say whether the other role lies two job zones up or more."""
    return bool(
        origin_node.job_zone and target_node.job_zone and target_node.job_zone - origin_node.job_zone >= ZONE_RISE_LIMIT
    )


def role_coverages(
    requirements: Mapping[str, Sequence[RoleSkill]], brought: Mapping[str, float | None]
) -> Iterator[tuple[str, RoleCoverage]]:
    """Yield each role with its coverage. Skip roles without weighted skills."""
    for role, required in requirements.items():
        covered, whole = 0.0, 0.0
        lacking: dict[str, float] = {}
        for skill in required:
            counts, share = weight(skill), credit(skill, brought)
            whole += counts
            covered += counts * share
            if share < 1 and counts:
                lacking[skill.skill] = counts * (1 - share)
        if whole:
            yield role, RoleCoverage(covered, whole, lacking)


def coverage_changes(baseline: CoverageBaseline, learned: Collection[str]) -> list[CoverageChange]:
    """Return what becomes of every role that asks for more of the skills than is brought, best first.

    A skill is learnt as far as each role asks for it.
    """
    added = (
        (role, held, sum(held.missing.get(skill, 0.0) for skill in learned))
        for role, held in baseline.coverages.items()
    )
    steps = (_step(baseline, role, held.per_mille(), held.per_mille(more)) for role, held, more in added if more)
    return _best_first(step for step in steps if step.after > step.before)


def skill_impacts(baseline: CoverageBaseline, among: Collection[str]) -> list[SkillImpact]:
    """Return those of the skills that some role asks more of than is brought, the one that unlocks most first.

    First come the roles that open, then those that come nearer, then coverage.
    """
    found: dict[str, list[CoverageChange]] = {skill: [] for skill in among}
    for role, held in baseline.coverages.items():
        before = held.per_mille()
        for skill, added in held.missing.items():
            after = held.per_mille(added)
            if after > before and skill in found:
                found[skill].append(_step(baseline, role, before, after))
    unranked = [_impact(skill, steps) for skill, steps in found.items() if steps]
    return list(_ranked(sorted(unranked, key=lambda impact: (_rank_key(impact), impact.skill))))


def _impact(skill: str, steps: Sequence[CoverageChange]) -> SkillImpact:
    """Return what learning one skill does, not ranked yet."""
    states = Counter(step.state for step in steps)
    return SkillImpact(
        skill=skill,
        unlocks=states["opens"],
        zone_blocked=states["held back"],
        closer=states["nearer"],
        already_open=states["open before"],
        coverage_gain=sum(step.after - step.before for step in steps),
        unlocked=tuple(_best_first(step for step in steps if step.state == "opens")),
        rank=0,
        tied=False,
    )


def _step(baseline: CoverageBaseline, role: str, before: int, after: int) -> CoverageChange:
    return CoverageChange(
        role, before, after, _state(baseline.threshold, before, after, far=role in baseline.zone_blocked)
    )


def _best_first(steps: Iterable[CoverageChange]) -> list[CoverageChange]:
    return sorted(steps, key=lambda step: (STATES.index(step.state), step.before - step.after, -step.after, step.role))


def _state(threshold: int, before: int, after: int, *, far: bool) -> UnlockState:
    if after < threshold:
        return "nearer"
    if far:
        return "held back"
    return "open before" if before >= threshold else "opens"


def _ranked(ordered: Iterable[SkillImpact]) -> Iterator[SkillImpact]:
    placed = 0
    for _, group in groupby(ordered, key=_rank_key):
        tied = list(group)
        yield from (impact._replace(rank=placed + 1, tied=len(tied) > 1) for impact in tied)
        placed += len(tied)


def _rank_key(impact: SkillImpact) -> tuple[int, int, int]:
    return -impact.unlocks, -impact.closer, -impact.coverage_gain
