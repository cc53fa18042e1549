"""Compute which roles learning a skill unlocks, starting from one role.

Someone in the role has the skills that the role requires. A skill is learned up to the level that each other role
requires. Only coverage decides; pay is shown next to it and is not credited to the skill.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from careercli.amounts import counted, join_some, join_words
from careercli.answers.shared.barriers import preparation_barriers
from careercli.answers.shared.key_figures import key_pay_change, key_pay_view
from careercli.answers.shared.view_parts import VerdictView, copied, flat
from careercli.answers.skills.role_rows import RoleLookup, pay_occupation_title, role_view
from careercli.answers.skills.unlocking import (
    CoverageBaseline,
    CoverageChange,
    SkillImpact,
    is_zone_blocked,
    role_coverages,
    unlock_threshold,
)
from careercli.answers.skills.view import BaselineView, LearningView, OpenedView, ThresholdView, UnlockRowView
from careercli.catalog.coverage import DEFAULT_IMPORTANCE, NICE, skill_levels
from careercli.catalog.reader import CatalogReader
from careercli.catalog.records import RoleNode, SkillRequirement
from careercli.catalog.transitions import MIN_COVERAGE, ZONE_RISE_LIMIT
from careercli.model import Skill

MAX_NAMED = 4
"""Skills that a verdict names."""


class LearningStart(NamedTuple):
    """The role that one comes from, and all others as the graph and their asks know them."""

    role: str
    requirements: Mapping[str, Sequence[SkillRequirement]]
    """What the other roles ask that name skills in the same way: generated roles, or all others."""
    nodes: Mapping[str, RoleNode]
    baseline: CoverageBaseline


def learning_start(reader: CatalogReader, role: str, requirements: dict[str, list[SkillRequirement]]) -> LearningStart:
    """Return the starting point of someone who has the skills that the role requires.

    `requirements` maps every role to what it requires.
    """
    generated = reader.generated_roles()
    is_generated = role in generated
    nodes = {node.role: node for node in reader.role_nodes() if (node.role in generated) == is_generated}
    others = {other: required for other, required in requirements.items() if other != role and other in nodes}
    held = dict(role_coverages(others, skill_levels(requirements.get(role, ()))))
    far = {other for other in held if is_zone_blocked(nodes[role], nodes[other])}
    threshold = unlock_threshold(reader.family_coverage(generated=is_generated))
    return LearningStart(role, others, nodes, CoverageBaseline(held, far, threshold))


def threshold_view(reader: CatalogReader, role: str) -> ThresholdView:
    """Return the overlap from which a role counts as open to someone in this role, and how it was computed."""
    kinship = reader.family_coverage(generated=reader.is_generated(role))
    mean, deviation = kinship.mean, kinship.deviation
    known = mean is not None and deviation is not None
    return ThresholdView(
        overlap=unlock_threshold(kinship) / 10,
        overlap_usual=round(100 * ((mean or 0) - (deviation or 0)), 1) if known else None,
        overlap_mean=None if mean is None else round(100 * mean, 1),
        overlap_deviation=None if deviation is None else round(100 * deviation, 1),
        pair_count=kinship.pairs,
        overlap_least=100 * MIN_COVERAGE,
        job_zone_rise=ZONE_RISE_LIMIT,
        must_importance=DEFAULT_IMPORTANCE["must"],
        nice_importance=DEFAULT_IMPORTANCE["nice"],
        nice_weight=100 * NICE,
    )


def baseline_view(place: LearningStart, lookup: RoleLookup) -> BaselineView:
    """Return where one stands without learning anything; `lookup` has the role that one comes from."""
    summary, ground = lookup.summaries[place.role], place.baseline
    return copied(
        BaselineView,
        summary,
        open_count=sum(map(ground.is_open, ground.coverages)),
        role_count=len(ground.coverages),
        unknown_count=len(place.nodes) - 1 - len(ground.coverages),
        rating_sources=tuple(sorted(_rating_sources(place))),
        job_zone=place.nodes[place.role].job_zone,
        pay=key_pay_view(summary.pay),
        pay_occupation_title=pay_occupation_title(lookup, place.role),
    )


def _rating_sources(place: LearningStart) -> set[str]:
    every = (requirement for requirements in place.requirements.values() for requirement in requirements)
    return {ask.source for ask in every if ask.source and (ask.importance, ask.level) != (None, None)}


def unlocked_roles(
    place: LearningStart,
    lookup: RoleLookup,
    skills: Mapping[str, Skill],
    steps: Sequence[CoverageChange],
    learned: Collection[str],
) -> Iterator[UnlockRowView]:
    """Yield the roles with more overlap, each with its barriers and what it pays more."""
    for step in steps:
        node = place.nodes[step.role]
        yield role_view(
            lookup,
            skills,
            step.role,
            (requirement for requirement in place.requirements[step.role] if requirement.skill in learned),
            outcome=step.state,
            overlap_before=step.before / 10,
            overlap_after=step.after / 10,
            overlap_gain=(step.after - step.before) / 10,
            job_zone=node.job_zone,
            barriers=tuple(preparation_barriers(place.nodes[place.role], node)),
            pay_gain=key_pay_change(lookup.summaries[place.role].pay, lookup.summaries[step.role].pay),
        )


def learning_view(lookup: RoleLookup, impact: SkillImpact, have: float | None) -> LearningView:
    """Return what comes of learning one skill; `have` is the level at which the role needs it itself."""
    return copied(
        LearningView,
        impact,
        raised_from=have,
        opens_count=impact.unlocks,
        held_back_count=impact.zone_blocked,
        nearer_count=impact.closer,
        open_before_count=impact.already_open,
        overlap_gain=impact.coverage_gain / 10,
        opened=tuple(
            OpenedView(
                role=step.role,
                title=lookup.summaries[step.role].title,
                overlap_before=step.before / 10,
                overlap_after=step.after / 10,
                pay=key_pay_view(lookup.summaries[step.role].pay),
            )
            for step in impact.unlocked
        ),
    )


def next_verdict(
    title: str, names: Mapping[str, Skill], found: Sequence[SkillImpact], sources: tuple[str, ...]
) -> VerdictView:
    """Say which skill unlocks most, or that several do; `sources` rated the skills."""
    if not found:
        return _verdict(f"No other job needs more skills than {title} does.", sources)
    first = found[0]
    leaders = [impact for impact in found if impact.unlocks == first.unlocks]
    if not first.unlocks:
        best = [impact for impact in found if impact.closer == first.closer]
        each = " each" if len(best) > 1 else ""
        words = _names(names, [impact.skill for impact in best])
        nearer = _roles(first.closer, "comes", "come")
        text = f"No single skill opens a job from {title}. Most jobs come closer with {words}: {nearer} closer{each}."
        return _verdict(text, sources)
    opened = _roles(first.unlocks, "opens", "open")
    if len(leaders) == 1:
        nearer = _roles(first.closer, "comes", "come")
        text = f"Learning {names[first.skill].name} opens the most jobs from {title}: {opened}, {nearer} closer."
        return _verdict(text, sources, winner=first.skill)
    words = _names(names, [impact.skill for impact in leaders])
    return _verdict(f"No skill stands out for {title}: {opened} with each of {words}.", sources)


def unlock_verdict(
    title: str,
    names: Mapping[str, Skill],
    learned: Sequence[str],
    steps: Sequence[CoverageChange],
    sources: tuple[str, ...],
) -> VerdictView:
    """Say how many roles open and how many come nearer; `sources` rated the skills."""
    words = join_words([names[skill].name for skill in learned])
    if not steps:
        return _verdict(f"No other job needs more of {words} than {title} does.", sources)
    count = Counter(step.state for step in steps)
    parts = [_roles(count["opens"], "opens", "open")]
    if count["held back"]:
        parts.append(f"{count['held back']} more would need much more preparation")
    parts.append(f"{count['nearer'] or 'none'} {'comes' if count['nearer'] == 1 else 'come'} closer")
    if count["open before"]:
        parts.append(
            f"you have more of {counted(count['open before'], 'job')} that "
            f"{'is' if count['open before'] == 1 else 'are'} open already"
        )
    return _verdict(f"With {words} added to the skills of {title}, {join_words(parts)}.", sources)


def _verdict(text: str, sources: tuple[str, ...], winner: str | None = None) -> VerdictView:
    return flat(VerdictView, about="skills", text=text, winner=winner, cites=sources)


def _roles(count: int, one: str, many: str) -> str:
    return f"1 job {one}" if count == 1 else f"{count or 'no'} jobs {many}"


def _names(names: Mapping[str, Skill], skills: Sequence[str]) -> str:
    return join_some([names[skill].name for skill in skills], MAX_NAMED)
