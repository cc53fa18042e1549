"""Compute which roles learning a skill unlocks, starting from one role.

Someone in the role has the skills that the role requires. A skill is learned up to the level that each other role
requires. Only coverage decides; pay is shown next to it and is not credited to the skill.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from careercli.amounts import join_some, join_words
from careercli.answers.shared.barriers import preparation_barriers
from careercli.answers.shared.key_figures import key_pay_change, key_pay_view
from careercli.answers.shared.view_parts import copied
from careercli.answers.skills.role_rows import RoleLookup, pay_occupation_title, role_view
from careercli.answers.skills.unlocking import (
    CoverageBaseline,
    CoverageChange,
    SkillImpact,
    is_zone_blocked,
    role_coverages,
    unlock_threshold,
)
from careercli.answers.skills.view import LineView, OpenedView, OutlookView, SkillRoleView, StandView, UnlockedView
from careercli.catalog.coverage import DEFAULT_IMPORTANCE, NICE, skill_levels
from careercli.catalog.reader import CatalogReader
from careercli.catalog.records import RoleNode, SkillRequirement
from careercli.catalog.transitions import MIN_COVERAGE, ZONE_RISE_LIMIT
from careercli.measures import EDUCATION
from careercli.model import Skill

MAX_NAMED = 4
"""Skills that a verdict names."""


class LearningStart(NamedTuple):
    """The role that one comes from, and all others as the graph and their asks know them."""

    role: str
    requirements: Mapping[str, Sequence[SkillRequirement]]
    """What the other roles ask."""
    nodes: Mapping[str, RoleNode]
    baseline: CoverageBaseline


def learning_start(reader: CatalogReader, role: str, requirements: dict[str, list[SkillRequirement]]) -> LearningStart:
    """Return the starting point of someone who has the skills that the role requires.

    `requirements` maps every role to what it requires.
    """
    nodes = {node.role: node for node in reader.role_nodes()}
    others = {other: required for other, required in requirements.items() if other != role}
    held = dict(role_coverages(others, skill_levels(requirements.get(role, ()))))
    far = {other for other in held if is_zone_blocked(nodes[role], nodes[other])}
    return LearningStart(role, others, nodes, CoverageBaseline(held, far, unlock_threshold(reader.family_coverage())))


def threshold_view(reader: CatalogReader) -> LineView:
    """Return the coverage from which a role counts as open, and how it was computed."""
    kinship = reader.family_coverage()
    mean, deviation = kinship.mean, kinship.deviation
    known = mean is not None and deviation is not None
    return LineView(
        percent=unlock_threshold(kinship) / 10,
        usual=round(100 * ((mean or 0) - (deviation or 0)), 1) if known else None,
        mean=None if mean is None else round(100 * mean, 1),
        deviation=None if deviation is None else round(100 * deviation, 1),
        pairs=kinship.pairs,
        least=100 * MIN_COVERAGE,
        zones=ZONE_RISE_LIMIT,
        unrated=DEFAULT_IMPORTANCE["must"],
        unrated_nice=DEFAULT_IMPORTANCE["nice"],
        nice=100 * NICE,
    )


def baseline_view(place: LearningStart, lookup: RoleLookup) -> StandView:
    """Return where one stands without learning anything; `shelf` has the role that one comes from."""
    node, ground = place.nodes[place.role], place.baseline
    return StandView(
        open=sum(map(ground.is_open, ground.coverages)),
        roles=len(ground.coverages),
        unknown=len(place.nodes) - 1 - len(ground.coverages),
        rated_by=tuple(sorted(_rating_sources(place))),
        zone=node.job_zone,
        education=_education(node),
        pay=key_pay_view(lookup.summaries[place.role].pay),
        occupation_title=pay_occupation_title(lookup, place.role),
    )


def _rating_sources(place: LearningStart) -> set[str]:
    every = (requirement for requirements in place.requirements.values() for requirement in requirements)
    return {ask.source for ask in every if ask.source and (ask.importance, ask.level) != (None, None)}


def _education(node: RoleNode) -> str | None:
    return None if node.education is None else EDUCATION[node.education]


def unlocked_roles(
    place: LearningStart,
    lookup: RoleLookup,
    skills: Mapping[str, Skill],
    steps: Sequence[CoverageChange],
    learned: Collection[str],
) -> Iterator[SkillRoleView]:
    """Yield the roles that are covered more, each with its walls and what it pays more."""
    for step in steps:
        node = place.nodes[step.role]
        unlocked = UnlockedView(
            state=step.state,
            before=step.before / 10,
            after=step.after / 10,
            gain=(step.after - step.before) / 10,
            zone=node.job_zone,
            education=_education(node),
            walls=tuple(preparation_barriers(place.nodes[place.role], node)),
            pay_gain=key_pay_change(lookup.summaries[place.role].pay, lookup.summaries[step.role].pay),
        )
        requirements = (requirement for requirement in place.requirements[step.role] if requirement.skill in learned)
        yield role_view(lookup, skills, step.role, requirements, unlocked)


def skill_impact_view(lookup: RoleLookup, outlook: SkillImpact, have: float | None) -> OutlookView:
    """Return what comes of learning one skill; `have` is the level at which the role asks for it itself."""
    return copied(
        OutlookView,
        outlook,
        have=have,
        opens=outlook.unlocks,
        held_back=outlook.zone_blocked,
        nearer=outlook.closer,
        open_before=outlook.already_open,
        gain=outlook.coverage_gain / 10,
        opened=tuple(
            OpenedView(
                role=step.role,
                title=lookup.summaries[step.role].title,
                before=step.before / 10,
                after=step.after / 10,
                pay=key_pay_view(lookup.summaries[step.role].pay),
            )
            for step in outlook.unlocked
        ),
    )


def next_verdict(title: str, names: Mapping[str, Skill], found: Sequence[SkillImpact]) -> str:
    """Say which skill unlocks most, or that several do."""
    if not found:
        return f"No other role asks for more than {title} does."
    first = found[0]
    leaders = [outlook for outlook in found if outlook.unlocks == first.unlocks]
    if not first.unlocks:
        best = [outlook for outlook in found if outlook.closer == first.closer]
        each = " each" if len(best) > 1 else ""
        words = _names(names, [outlook.skill for outlook in best])
        nearer = _roles(first.closer, "comes", "come")
        return f"No single skill opens a role from {title}. Most come nearer with {words}: {nearer} nearer{each}."
    opened = _roles(first.unlocks, "opens", "open")
    if len(leaders) == 1:
        nearer = _roles(first.closer, "comes", "come")
        return f"Learning {names[first.skill].name} unlocks most from {title}: {opened}, {nearer} nearer."
    words = _names(names, [outlook.skill for outlook in leaders])
    return f"No single skill leads from {title}: {opened} with each of {words}."


def unlock_verdict(
    title: str, names: Mapping[str, Skill], learned: Sequence[str], steps: Sequence[CoverageChange]
) -> str:
    """Say how many roles open and how many come nearer."""
    words = join_words([names[skill].name for skill in learned])
    if not steps:
        return f"No other role asks for more of {words} than {title} does."
    count = Counter(step.state for step in steps)
    parts = [_roles(count["opens"], "opens", "open")]
    if count["held back"]:
        lies = "lies" if count["held back"] == 1 else "lie"
        parts.append(f"{count['held back']} would but {lies} two job zones up or more")
    parts.append(f"{count['nearer']} {'comes' if count['nearer'] == 1 else 'come'} nearer")
    if count["open before"]:
        parts.append(f"{count['open before']} open already {'is' if count['open before'] == 1 else 'are'} covered more")
    return f"With {words} on top of what {title} asks, {join_words(parts)}."


def _roles(count: int, one: str, many: str) -> str:
    return f"1 role {one}" if count == 1 else f"{count or 'no'} roles {many}"


def _names(names: Mapping[str, Skill], skills: Sequence[str]) -> str:
    return join_some([names[skill].name for skill in skills], MAX_NAMED)
