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
    """Two central figures for one title that cannot both describe the same people."""

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
    """How many times the lower one the higher one is."""
    currency: str
    per: str
    text: str


class LevelStepView(View, frozen=True, rename={"from_": "from"}):
    """From one level to the next that it leads to, by one statistic of one source."""

    from_: PositionView
    to: PositionView
    statistic: str
    source: str
    place: str
    currency: str
    per: str
    from_amount: Num
    """What is paid before, by this statistic."""
    to_amount: Num
    """What is paid after."""
    amount: Num
    percent: float | None


class LevelOfRoleView(View, frozen=True):
    """A level of a role, and where years of experience are on it."""

    level: str
    title: str
    track: str
    years_from: Num | None
    """Where the half-open band of the level begins; null where the ladder has none."""
    years_to: Num | None
    """Where it ends; null: nowhere, or the ladder has none."""
    previous_levels: tuple[str, ...]
    """The ids of the levels that lead there."""
    where: str | None
    """here: the band holds the years; ahead: it follows on such a level, or begins later; unknown: nobody can say.

    Null for a level that lies behind, and where no years were asked for.
    """
    wait: Num | None
    """Years until its band begins, 0 where it has begun; null where the ladder has none, or `where` is null."""


class RoleSalaryView(View, frozen=True):
    """What is said of a role or level that was asked for, besides its distributions."""

    role: str
    title: str
    """Of the role."""
    level: str | None
    """Null: the role with all its levels was asked for."""
    level_title: str | None
    levels: tuple[LevelOfRoleView, ...]
    """In the order of the ladder; of a level that one alone."""
    ladder_note: str | None
    """What its ladder leaves open about the reader's years."""
    notes: tuple[str, ...]
    disagreements: tuple[DisagreementView, ...]
    """Where two sources give the title pay that cannot both be right."""
    steps: tuple[LevelStepView, ...]
    """The raises from level to level that sources give."""
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
    """Pay put at the prices of one place: an indication, not what anybody is paid."""

    value: float | None
    """In United States dollars at average prices (rpp) or international dollars (ppp); of a range, where it begins.

    Null where no price level of the place is known.
    """
    high: float | None
    """Where a range ends; null for a median or mean."""
    statistic: str
    """What of the distribution was put at these prices: median, mean or range."""
    kind: str
    """rpp: at United States average prices; ppp: in international dollars."""
    parity: float | None
    """The price level: rpp with 100 for the United States, ppp in currency for an international dollar."""
    parity_period: str
    """The year of the price level."""
    parity_source: str | None
    """The id of the source of the price level."""
    parity_place: str | None
    """The place whose price level it is: an area of the same name where this one has none of its own."""
    parity_place_title: str | None
    """What its publisher calls it."""


class PointView(View, frozen=True):
    """One published point of a distribution: an amount, or a bound of it."""

    statistic: str
    value: Num | None
    at_least: Num | None
    at_most: Num | None


class StandingView(View, frozen=True):
    """Where the reader's amount stands in a distribution."""

    below: PointView | None
    """The nearest published point that is not above the amount; the same as `above` where the amount is that point."""
    above: PointView | None
    """The nearest published point that is not below the amount."""
    percentile: float | None
    """Read off the straight line between two published percentiles; null everywhere else."""
    text: str


class SalaryRowView(PayView, frozen=True, kw_only=True):
    """A distribution, where the reader's amount stands in it, and what it is worth."""

    title: str
    """Of the role."""
    level_title: str | None
    standing: StandingView | None
    """Null without an amount, for an estimate, in another currency or unit of time, and where points contradict."""
    gain: RaiseView | None
    """From the reader's amount to the median or mean of this level; null where that is no plain published number."""
    adjusted: AdjustedView | None
    """At the prices asked for; null for pay that is not adjusted: by the hour, or not official beside official pay."""


class SalaryRecord(SalaryRowView, frozen=True, kw_only=True):
    """A distribution, or else an amount by experience, which is no statistic of pay and has a field of its own."""

    kind: Kind
    wage_level: str | None
    """entry, qualified, experienced or fully competent; null for distributions."""
    official_wage_level: Num | None
    """What the Department of Labor publishes for this wage level at the place."""
    drawn_from: str | None
    """From how wide an area it was taken: area, area and neighbors, state or nation."""
    estimate: Num | None
    """Our estimate of this wage level, which no survey counts."""
    estimate_low: Num | None
    """What the middle half of the areas would give."""
    estimate_high: Num | None
    pay_source: str | None
    """Who publishes the mean that the estimate rests on."""


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
    """What half of the people of an official class earn less than in a state; a bound where that is all one knows."""

    place: str
    place_title: str
    median: Num | None
    at_least: Num | None
    """A bound of the median."""
    jobs: Num | None
    """Jobs of the class in the state, where the source counts them."""


class ElsewhereView(View, frozen=True):
    """What the catalogs have of a role's best official class besides the places that were asked for."""

    role: str
    occupation: str
    occupation_title: str
    source: str
    period: str | None
    currency: str
    per: str
    national: Num | None
    """The median of the whole United States; null where it is no plain number."""
    states: tuple[StatePayView, ...]
    """The states and the District of Columbia, best paid first; none where their figures are not in the catalogs."""
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
    """The names that were read as others; null where each was found as it was typed."""
    roles: tuple[RoleSalaryView, ...]
    """The roles and levels that were asked for."""
    rows: tuple[SalaryRowView, ...]
    by: str | None
    """What the rows are ranked by, highest pay first: state, metro, sector or year (newest first)."""
    per: str | None
    """The unit of time that all rows are in; null where each is in that of its source."""
    left_out: tuple[SalaryRowView, ...]
    """Pay in another unit of time that cannot be worked out, because people do not work 2,080 hours a year in it."""
    mine: MineView | None
    """The reader's own amount, as it was understood; null without --mine."""
    years: Num | None
    """The reader's years of experience."""
    places: tuple[PlaceView, ...]
    """The places that were asked for."""
    without_pay: tuple[PlaceView, ...]
    """Those of them of which there is no pay."""
    official_wage_levels: tuple[WageLevelView, ...]
    """Official pay by experience at the places: the four wage levels of a role, or that of a level."""
    elsewhere: tuple[ElsewhereView, ...]
    """Of each role that was asked for as a whole, what is known by state, area and sector; none in a ranking."""
    estimates: tuple[EstimateView, ...]
    """Pay by experience that no survey counts and a published method gives; it passes no filter and makes no raise."""
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
