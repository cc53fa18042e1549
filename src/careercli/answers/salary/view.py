"""What the pay of roles looks like."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, Literal

from careercli.answers.shared.view_parts import (
    AnswerView,
    EstimateView,
    MineView,
    Num,
    PayView,
    PositionView,
    RaiseView,
    ReadAsView,
    SourceView,
    View,
    WageLevelView,
    flat,
)
from careercli.measures import fit_rank
from careercli.model import RoleRef

Kind = Literal["distribution", "official wage level", "estimate"]


class DisagreementView(View, frozen=True):
    """Two central figures for one title that cannot both be about the same people."""

    higher_source: str
    """The id of the source that gives the higher one."""
    higher_statistic: str
    """median or mean."""
    higher: Num
    """In `currency` `per`."""
    lower_source: str
    """The id of the source that gives the lower one."""
    lower_statistic: str
    """median or mean."""
    lower: Num
    """In `currency` `per`."""
    factor: float
    """The higher one divided by the lower one."""
    currency: str
    per: str
    text: str


class LevelStepView(View, frozen=True, rename={"from_": "from"}):
    """The raise from one level to the next, by one statistic of one source."""

    from_: PositionView
    to: PositionView
    statistic: str
    source: str
    place: str
    currency: str
    per: str
    from_amount: Num
    """The pay before, by this statistic."""
    to_amount: Num
    """The pay after."""
    amount: Num
    percent: float | None


class LevelOfRoleView(View, frozen=True):
    """A level of a role, and how your years of experience fit it."""

    level: str
    title: str
    track: str
    years_from: Num | None
    """Years at which the level starts; null if the ladder has none."""
    years_to: Num | None
    """Years at which the next level starts; null if the end is open or the ladder has none."""
    previous_levels: tuple[str, ...]
    """The ids of the levels that lead there."""
    where: str | None
    """here: your years fit the level; ahead: it comes after such a level, or starts later; unknown: no one can say.
    Null for a level you have passed, and without --years."""
    wait: Num | None
    """Years until it starts, 0 if it has started; null if the ladder has none, or `where` is null."""


class RoleSalaryView(View, frozen=True):
    """What there is about a role or level you asked for, apart from its distributions."""

    role: str
    title: str
    """The title of the role."""
    level: str | None
    """Null if you asked for the role with all its levels."""
    level_title: str | None
    levels: tuple[LevelOfRoleView, ...]
    """In the order of the ladder; for a level, only that one."""
    ladder_note: str | None
    """What its ladder does not say about your years."""
    notes: tuple[str, ...]
    disagreements: tuple[DisagreementView, ...]
    """Pairs of sources whose pay for the title cannot both be right."""
    steps: tuple[LevelStepView, ...]
    """The raises from level to level."""
    drivers: tuple[str, ...]
    """What moves pay, in sentences."""

    def ref(self) -> RoleRef:
        """Return what was asked for."""
        return RoleRef(self.role, self.level)

    def heading(self) -> str:
        """Return what pages call it: the title of the level or role."""
        return self.title if self.level_title is None else self.level_title

    def holds(self, role: str, level: str | None) -> bool:
        """Say whether what is told of a role or level is told of what was asked for."""
        return role == self.role and self.level in (None, level)


class AdjustedView(View, frozen=True):
    """Pay at the prices of a place. It is a rough guide, not what anyone is paid."""

    value: float | None
    """In US dollars at average prices (rpp) or international dollars (ppp); for a range, its lower end. Null if no
    price level of the place is known."""
    high: float | None
    """The upper end of a range; null for a median or mean."""
    statistic: str
    """What was adjusted: median, mean or range."""
    kind: str
    """rpp: at average US prices; ppp: in international dollars."""
    parity: float | None
    """The price level: rpp with 100 for the United States, ppp in currency per international dollar."""
    parity_period: str
    """The year of the price level."""
    parity_source: str | None
    """The id of the source of the price level."""
    parity_place: str | None
    """The place whose price level it is: an area of the same name, if this one has none."""
    parity_place_title: str | None
    """Its title."""


class PointView(View, frozen=True):
    """One published point of a distribution: an amount or a bound."""

    statistic: str
    value: Num | None
    at_least: Num | None
    at_most: Num | None


class StandingView(View, frozen=True):
    """Where your amount is in a distribution."""

    below: PointView | None
    """The nearest published point that is not above the amount; the same as `above` if the amount is that point."""
    above: PointView | None
    """The nearest published point that is not below the amount."""
    percentile: float | None
    """Worked out along a straight line between two published percentiles; null otherwise."""
    text: str


class SalaryRowView(PayView, frozen=True, kw_only=True):
    """A distribution, where your amount is in it, and what it is worth."""

    title: str
    """The title of the role."""
    level_title: str | None
    standing: StandingView | None
    """Null without --mine, for an estimate, in another currency or unit of time, and if points contradict each other.
    """
    gain: RaiseView | None
    """The raise from your amount to the median or mean of this level; null if that is not a plain published number."""
    adjusted: AdjustedView | None
    """At the prices you asked for; null for pay that is not adjusted: by the hour, or not official next to official
    pay."""


class SalaryRecord(SalaryRowView, frozen=True, kw_only=True):
    """A distribution, or an amount by experience, which has its own fields because it is no statistic of pay."""

    kind: Kind
    wage_level: str | None
    """entry, qualified, experienced or fully competent; null for distributions."""
    official_wage_level: Num | None
    """What the Department of Labor publishes for this wage level at the place."""
    drawn_from: str | None
    """How wide an area it is from: area, area and neighbors, state or nation."""
    estimate: Num | None
    """Our estimate for this wage level, which no survey counts."""
    estimate_low: Num | None
    """The lower end of the middle half of areas."""
    estimate_high: Num | None
    pay_source: str | None
    """Who publishes the mean behind the estimate."""


def standing_rows(rows: Sequence[SalaryRowView]) -> list[SalaryRowView]:
    """Return the rows in which the reader's amount stands: role by role the best fit first, then the levels."""
    roles = list(dict.fromkeys(row.role for row in rows))
    found = [row for row in rows if row.standing]
    return sorted(found, key=lambda row: (roles.index(row.role), row.level is not None, fit_rank(row.fit)))


class PlaceView(View, frozen=True):
    """A place by name."""

    place: str
    place_title: str


class StatePayView(View, frozen=True):
    """The median of an official occupation in a state, or a bound if that is all that is known."""

    place: str
    place_title: str
    median: Num | None
    at_least: Num | None
    """A bound of the median."""
    jobs: Num | None
    """Jobs of the occupation in the state, if the source counts them."""


class ElsewhereView(View, frozen=True):
    """What the catalogs have about a role's best official occupation, apart from the places you asked for."""

    role: str
    occupation: str
    occupation_title: str
    source: str
    period: str | None
    currency: str
    per: str
    national: Num | None
    """The median of the whole United States; null if it is not a plain number."""
    states: tuple[StatePayView, ...]
    """The states and the District of Columbia, best paid first; empty if the catalogs have no figures for them."""
    metro_count: int
    """Metropolitan and nonmetropolitan areas with pay."""
    sector_count: int
    """Sectors of the economy with pay."""


class SalaryView(AnswerView, frozen=True, kw_only=True):
    """Every distribution known for one or more roles."""

    record: ClassVar[type[View]] = SalaryRecord
    optional: ClassVar[tuple[str, ...]] = ("standing", "gain", "adjusted")
    only_with: ClassVar[Mapping[str, str]] = {"official wage level": "official_wage_level", "estimate": "estimate"}

    command: str = "salary"
    read_as: tuple[ReadAsView, ...] | None
    """Names that were read as others; null if each was found as typed."""
    roles: tuple[RoleSalaryView, ...]
    """The roles and levels you asked for."""
    rows: tuple[SalaryRowView, ...]
    by: str | None
    """What the rows are ranked by, highest pay first: state, metro, sector or year (newest first)."""
    place_count: int | None
    """How many places of that kind the catalogs know, most of them maybe without pay; null if not by state or metro."""
    per: str | None
    """The unit of time of all rows; null if each has that of its source."""
    left_out: tuple[SalaryRowView, ...]
    """Pay that cannot be converted to this unit, because people in the job do not work 2,080 hours a year."""
    mine: MineView | None
    """Your own amount, as it was understood; null without --mine."""
    years: Num | None
    """Your years of experience."""
    places: tuple[PlaceView, ...]
    """The places you asked for."""
    without_pay: tuple[PlaceView, ...]
    """Those of them without pay."""
    official_wage_levels: tuple[WageLevelView, ...]
    """Official pay by experience at the places: the four wage levels of a role, or the one of a level."""
    elsewhere: tuple[ElsewhereView, ...]
    """For each whole role you asked for, what is known by state, area and sector; empty in a ranking."""
    estimates: tuple[EstimateView, ...]
    """Pay by experience that no survey counts, estimated by a published method. It passes no filter and makes no raise.
    """
    sources: tuple[SourceView, ...]

    def titles(self) -> dict[str, str]:
        """Return what pages call by name, by `role` and `role@level`: levels, and roles where there are several."""
        titles = {str(role.ref()): role.heading() for role in self.roles} if len(self.roles) > 1 else {}
        of_levels = ((RoleRef(role.role, level.level), level.title) for role in self.roles for level in role.levels)
        return titles | {str(ref): title for ref, title in of_levels}

    def groups(self) -> list[list[SalaryRowView]]:
        """Return the rows as a page puts them together: on one axis, or in one ranking."""
        groups: dict[tuple[str | None, ...], list[SalaryRowView]] = {}
        for row in self.rows:
            ranked = (row.role, row.occupation)
            place = None if self.places else row.place
            groups.setdefault(ranked if self.by else (place, row.currency, row.per), []).append(row)
        return list(groups.values())

    def pay_of(self, role: RoleSalaryView, level: LevelOfRoleView) -> list[SalaryRowView]:
        """Return the rows of a level."""
        return [row for row in self.rows if (row.role, row.level) == (role.role, level.level)]

    def records(self) -> Iterator[SalaryRecord]:
        """Yield the distributions in the order of the page, then official wage levels, then estimates."""
        for group in self.groups():
            for row in group:
                yield flat(SalaryRecord, row, kind="distribution")
        for one in self.official_wage_levels:
            yield self._by_experience(one, kind="official wage level", official_wage_level=one.value)
        for known in self.estimates:
            spread = {"estimate": known.value, "estimate_low": known.low, "estimate_high": known.high}
            yield self._by_experience(known, kind="estimate", is_estimate=True, **spread)

    def without(self) -> tuple[str, ...]:
        """Return what is said to an amount where none was given, and adjusted pay where none was asked for."""
        own = () if self.mine else ("standing", "gain")
        return own if any(row.adjusted for row in self.rows) else (*own, "adjusted")

    def _by_experience(self, one: WageLevelView | EstimateView, **told: Any) -> SalaryRecord:
        """Return the record of an amount that is no point of a distribution."""
        role = next(role for role in self.roles if role.holds(one.role, one.level))
        titles = {level.level: level.title for level in role.levels}
        points: dict[str, Any] = {"low": None, "high": None, "points_at_least": {}, "points_at_most": {}}
        named = {"title": role.title, "level_title": titles.get(one.level or "")}
        return flat(SalaryRecord, one, **{"is_estimate": False, **points, **named, **told})
