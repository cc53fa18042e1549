"""Build the transition graph when the catalog is compiled, so that route queries are fast.

A node is a role with its levels; a transition leads from one role to another. Declared moves and feeders come from the
catalog, official transitions from O*NET's related occupations, similar ones from the most similar roles.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import structs

from careercli.catalog.coverage import coverage, skill_levels
from careercli.catalog.records import KeyPay, LevelNode, PayBand, RoleNode, RoleSummary, Transition, TransitionKind
from careercli.catalog.yearly_pay import YearlyPay, yearly_pay
from careercli.ladders import Ladder
from careercli.measures import EDUCATION, best_fit_first
from careercli.model import Catalog, Level, Occupation, Role, RoleRef

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
    position = {role_id: index for index, role_id in enumerate(catalog.roles)}
    feeding = _feeder_targets(catalog)
    plain = {role_id: _role_node(catalog, role, summaries[role_id]) for role_id, role in catalog.roles.items()}
    zones = {role_id: node.job_zone for role_id, node in plain.items()}
    made = []
    for role_id in catalog.roles:
        builder = _TransitionBuilder(catalog, position, zones, summaries[role_id])
        builder.add_declared()
        for feeder in feeding.get(role_id, ()):
            builder.add_feeder(*feeder)
        builder.add_official()
        builder.add_similar(similar.get(role_id, ()))
        made.append(structs.replace(plain[role_id], transitions=tuple(builder.transitions)))
    return made


def _role_node(catalog: Catalog, role: Role, summary: RoleSummary) -> RoleNode:
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


def _feeder_targets(catalog: Catalog) -> dict[str, list[tuple[str, str | None]]]:
    """Return for each role those that name it as a feeder, with the level at which one leaves."""
    found: dict[str, list[tuple[str, str | None]]] = {}
    for role_id, role in catalog.roles.items():
        for feeder in role.entry.feeders if role.entry else ():
            if feeder.role is not None:
                from_role, level = RoleRef.parse(feeder.role)
                found.setdefault(from_role, []).append((role_id, level or None))
    return found


class _TransitionBuilder:
    """Collect the transitions of one role, strongest evidence first.

    Skip a weaker transition to a role that already has one.
    """

    def __init__(
        self, catalog: Catalog, position: Mapping[str, int], zones: Mapping[str, float | None], summary: RoleSummary
    ) -> None:
        role_id = summary.id
        role = catalog.roles[role_id]
        self._catalog = catalog
        self._zones = zones
        self._position = position
        self._id = role_id
        self._role = role
        self._is_generated = summary.is_generated
        self._levels = {level.id: index for index, level in enumerate(role.levels)}
        self._held = skill_levels(role.skills)
        self._known: set[str] = {role_id}
        self.transitions: list[Transition] = []

    def add_declared(self) -> None:
        for move in self._role.moves:
            to_role, to_level = RoleRef.parse(move.to)
            self._add(to_role, move.kind, move.at, to_level or None)
        self._known |= {RoleRef.parse(move.to).role for move in self._role.moves}

    def add_feeder(self, to_role: str, from_level: str | None) -> None:
        if to_role not in self._known:
            self._add(to_role, "feeder", from_level, None)
            self._known.add(to_role)

    def add_official(self) -> None:
        if self._is_generated:
            for other in self._role.related:
                if other not in self._known:
                    self._add(other, "official", None, None)
                    self._known.add(other)

    def add_similar(self, near: Sequence[tuple[str, float]]) -> None:
        here = self._zones[self._id]
        for other, _ in near[:MAX_SIMILAR_TRANSITIONS]:
            zone = self._zones[other]
            far = here is not None and zone is not None and zone - here >= ZONE_RISE_LIMIT
            if other not in self._known and not far and self._coverage_of(other) >= MIN_COVERAGE:
                self._add(other, "inferred", None, None)

    def _coverage_of(self, other: str) -> float:
        """Return the share of what another role asks that is brought along; all of it where nobody said."""
        share = coverage(self._catalog.roles[other].skills, self._held) if self._held else None
        return 1.0 if share is None else share

    def _add(self, to_role: str, kind: TransitionKind, from_level: str | None, to_level: str | None) -> None:
        if to_role == self._id or to_role not in self._position:
            return  # an abstract role is no place to go to
        target = self._catalog.roles[to_role]
        levels = {level.id: index for index, level in enumerate(target.levels)}
        share = coverage(target.skills, self._held) if self._held else None
        self.transitions.append(
            Transition(
                to=self._position[to_role],
                kind=kind,
                from_level=self._levels.get(from_level) if from_level else None,
                to_level=levels.get(to_level) if to_level else None,
                missing_share=None if share is None else round(1 - share, 4),
            )
        )
