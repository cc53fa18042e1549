"""Build the transition graph when the catalog is compiled, so that route queries are fast.

A node is a role with its levels; a transition leads from one role to another. Declared moves and feeders come from the
catalog, official transitions from O*NET's related occupations, similar ones from the most similar roles.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from typing import NamedTuple

from msgspec import structs

from careercli.catalog.coverage import coverage, skill_levels
from careercli.catalog.records import KeyPay, LevelNode, PayBand, RoleNode, RoleSummary, Transition, TransitionKind
from careercli.catalog.yearly_pay import YearlyPay, yearly_pay
from careercli.ladders import Ladder
from careercli.measures import EDUCATION, best_fit_first
from careercli.model import Catalog, Level, Occupation, Role, RoleRef, RoleSkill


class Way(NamedTuple):
    """A way out of a role: where it leads, and by what evidence."""

    to: str
    kind: TransitionKind
    from_level: str | None = None
    to_level: str | None = None


class Requirements(NamedTuple):
    """What a way is judged by at both of its ends, for every role."""

    position: Mapping[str, int]
    """Where the nodes stand; an abstract role, which has none, is no place to go to."""
    skills: Mapping[str, Sequence[RoleSkill]]
    levels: Mapping[str, Sequence[str]]
    """The ids of the levels."""
    zones: Mapping[str, float | None]
    """Job zones."""
    generated: Set[str]
    """The roles that were made from occupations; they and the others name skills in two ways."""


SimilarRoles = Mapping[str, Sequence[tuple[str, float]]]
"""The nearest roles of each role, nearest first, with their percentile within the catalog."""
MAX_SIMILAR_TRANSITIONS = 8
"""Similar transitions out of one role."""
ZONE_RISE_LIMIT = 2
"""Job zones up at which no similar transition is made. A declared one may go up as far, and is flagged."""
MIN_COVERAGE = 0.3
"""Minimum coverage (0 to 1) of a transition that no one declares."""


def build_role_nodes(catalog: Catalog, summaries: Mapping[str, RoleSummary], similar: SimilarRoles) -> list[RoleNode]:
    """Return one node per role of a completed catalog, with its transitions, in catalog order."""
    plain = {role_id: plain_node(catalog, role, summaries[role_id]) for role_id, role in catalog.roles.items()}
    requirements = Requirements(
        {role_id: index for index, role_id in enumerate(catalog.roles)},
        {role_id: role.skills for role_id, role in catalog.roles.items()},
        {role_id: [level.id for level in role.levels] for role_id, role in catalog.roles.items()},
        {role_id: node.job_zone for role_id, node in plain.items()},
        {role_id for role_id, summary in summaries.items() if summary.is_generated},
    )
    feeding = _feeder_targets(catalog)
    made = []
    for role_id, role in catalog.roles.items():
        ways = [*_declared(role), *feeding.get(role_id, ())]
        ways += [Way(other, "official") for other in (role.related if summaries[role_id].is_generated else ())]
        near = [other for other, _ in similar.get(role_id, ())]
        made.append(with_transitions(plain[role_id], ways, near, requirements))
    return made


def with_transitions(node: RoleNode, ways: Iterable[Way], near: Sequence[str], requirements: Requirements) -> RoleNode:
    """Return the node with its transitions: the ways that are said, then those to near roles, nearest first."""
    zones, generated = requirements.zones, requirements.generated
    comparable = [other for other in near if (other in generated) == (node.role in generated)][:MAX_SIMILAR_TRANSITIONS]
    within_reach = (other for other in comparable if not _is_far(zones[node.role], zones[other]))
    every = [*ways, *(Way(other, "inferred") for other in within_reach)]
    return structs.replace(node, transitions=tuple(_transitions(requirements, node.role, every)))


def _is_far(here: float | None, there: float | None) -> bool:
    return here is not None and there is not None and there - here >= ZONE_RISE_LIMIT


def plain_node(catalog: Catalog, role: Role, summary: RoleSummary) -> RoleNode:
    """Return the node of a role without its transitions."""
    classes = [catalog.occupations[link.code] for link in best_fit_first(role.occupations)]
    own = summary.pay if summary.pay and summary.pay.fit != "proxy" else None
    amounts = [own.currency] if own else [pay.currency for level in role.levels for pay in level.pay]
    currency = next(iter(amounts), None)
    with_education = [link for link in best_fit_first(role.occupations) if _has_education(catalog, link.code)]
    return RoleNode(
        role=summary.id,
        levels=tuple(
            map(partial(_level_node, catalog, role, currency), role.levels, Ladder(role).predecessor_indexes())
        ),
        job_zone=next(_figures(classes, "job-zone"), None),
        education=next((EDUCATION.index(name) for name in _education(classes) if name in EDUCATION), None),
        pay=_band(own) if own else None,
        currency=currency,
        transitions=(),
        education_is_proxy=any(link.fit == "proxy" for link in with_education[:1]),
    )


def _has_education(catalog: Catalog, code: str) -> bool:
    return any(name in EDUCATION for name in _education([catalog.occupations[code]]))


def _level_node(
    catalog: Catalog, role: Role, currency: str | None, level: Level, predecessors: tuple[int, ...]
) -> LevelNode:
    pay = _level_pay(catalog, role, level, currency) if level.stage == "employed" else None
    low = level.years[0] if level.years else None
    management = level.track == "management"
    return LevelNode(level.id, low, predecessors, _band(pay) if pay else None, management, level.stage == "employed")


def _band(pay: KeyPay | YearlyPay) -> PayBand | None:
    """Return a plain amount as a band of one amount, a range as it is."""
    if pay.amount is not None:
        return pay.amount, pay.amount
    return None if pay.low is None else (pay.low, pay.high)


def _level_pay(catalog: Catalog, role: Role, level: Level, currency: str | None) -> YearlyPay | None:
    """Return the yearly figure of a level in a currency, a plain amount before a range.

    It is published for the level, else for the occupation that its people are counted in; never a rule's or a proxy's.
    """
    own = [pay for pay in level.pay if catalog.sources[pay.source].kind != "rule"]
    links = (link for link in best_fit_first(level.occupations) if link.fit != "proxy")
    official = [pay for link in links for pay in catalog.occupations[link.code].pay]
    found = [
        (yearly.amount is None, index, yearly)
        for index, pay in enumerate([*own, *official])
        if pay.population is None and pay.industry is None and pay.currency == currency
        if (yearly := yearly_pay(catalog, role, pay)) is not None
    ]
    best = min(found, key=lambda entry: entry[:2], default=None)
    return best[2] if best else None


def _figures(classes: Iterable[Occupation], measure: str) -> Iterator[float]:
    for occupation in classes:
        for figure in occupation.figures:
            if figure.measure == measure and figure.value is not None:
                yield figure.value


def _education(classes: Iterable[Occupation]) -> Iterator[str]:
    for occupation in classes:
        for figure in occupation.figures:
            if figure.measure == "entry-education" and figure.of is not None:
                yield figure.of


def _declared(role: Role) -> Iterator[Way]:
    for move in role.moves:
        to = RoleRef.parse(move.to)
        yield Way(to.role, move.kind, move.at, to.level)


def _feeder_targets(catalog: Catalog) -> dict[str, list[Way]]:
    """Return for each role the ways to those that name it as a feeder."""
    found: dict[str, list[Way]] = {}
    for role_id, role in catalog.roles.items():
        for feeder in role.entry.feeders if role.entry else ():
            if feeder.role is not None:
                from_role, level = RoleRef.parse(feeder.role)
                found.setdefault(from_role, []).append(Way(role_id, "feeder", level))
    return found


def _transitions(requirements: Requirements, role_id: str, ways: Iterable[Way]) -> Iterator[Transition]:
    """Yield the transitions of a role; what nobody declares not to a role that already has one."""
    position, skills, levels, _, generated = requirements
    held = skill_levels(skills[role_id])
    known = {role_id}
    for to, kind, from_level, to_level in ways:
        is_declared = kind in ("promotion", "lateral", "pivot")
        if to not in position or to == role_id or (to in known and not is_declared):
            continue
        is_comparable = (to in generated) == (role_id in generated)
        share = coverage(skills[to], held) if held and is_comparable else None
        if kind == "inferred" and share is not None and share < MIN_COVERAGE:
            continue
        known.add(to)
        yield Transition(
            to=position[to],
            kind=kind,
            from_level=_index(levels[role_id], from_level),
            to_level=_index(levels[to], to_level),
            missing_share=None if share is None else round(1 - share, 4),
        )


def _index(levels: Sequence[str], level: str | None) -> int | None:
    return levels.index(level) if level in levels else None
