"""What the pay of roles looks like."""

from collections.abc import Iterable
from itertools import chain
from typing import ClassVar

from careercli.answers.shared.view_parts import (
    AnswerView,
    EstimateView,
    MineView,
    Num,
    PayView,
    RaiseView,
    ReadAsView,
    SourceView,
    View,
    WageLevelView,
)


class DisagreementView(View, frozen=True):
    """Two central figures for one title that cannot both describe the same people."""

    higher_source: str
    higher_statistic: str
    higher: Num
    lower_source: str
    lower_statistic: str
    lower: Num
    factor: float
    currency: str
    text: str


class StepView(View, frozen=True):
    """From one level to the next that it leads to, by one statistic of one source."""

    role: str
    from_level: str
    to_level: str
    statistic: str
    source: str
    place: str
    currency: str
    from_amount: Num
    to_amount: Num
    amount: Num
    percent: float | None


class RoleSalaryView(View, frozen=True):
    """What is said of one role besides its distributions."""

    role: str
    title: str
    levels: tuple[tuple[str, str], ...]
    """Id and title of each level, in the order of the ladder."""
    notes: tuple[str, ...]
    disagreements: tuple[DisagreementView, ...]
    steps: tuple[StepView, ...]
    drivers: tuple[str, ...]


class AdjustedView(View, frozen=True):
    """Pay put at the prices of one place: an indication, not what anybody is paid."""

    role: str
    level: str | None
    place: str
    place_title: str
    kind: str
    """rpp: at United States average prices; ppp: in international dollars."""
    parity: float | None
    """Null where no price level of the place is known; so is what rests on it."""
    parity_period: str
    parity_source: str | None
    parity_place_title: str | None
    """What the publisher of the price level calls the place."""
    pay_source: str
    pay_period: str | None
    statistic: str
    """median, mean or range."""
    currency: str
    paid: Num
    """Of a range, where it begins."""
    adjusted: float | None
    paid_high: Num | None
    """Where a range ends; null for a median or mean."""
    adjusted_high: float | None


class PointView(View, frozen=True):
    """One published point of a distribution: an amount, or a bound of it."""

    statistic: str
    value: Num | None
    at_least: Num | None
    at_most: Num | None


class StandingView(View, frozen=True):
    """Where the reader's amount stands in one distribution."""

    row: int
    """Position of the distribution in `rows`."""
    role: str
    level: str | None
    source: str
    period: str | None
    place: str
    place_title: str
    occupation: str | None
    occupation_title: str | None
    fit: str | None
    mine: Num
    currency: str
    per: str
    worked_out_from: str | None
    below: PointView | None
    """The nearest published point that is not above the amount; the same as `above` where the amount is that point."""
    above: PointView | None
    """The nearest published point that is not below the amount."""
    percentile: float | None
    """Read off the straight line between two published percentiles; null everywhere else."""
    text: str


class LevelPayView(View, frozen=True):
    """One distribution of a level, and the reader's amount against it."""

    row: int
    """Position of the distribution in `rows`."""
    estimate: bool
    """Whether a rule worked it out; then nothing is held against it."""
    text: str | None
    """Where the amount stands in it; null without an amount, for an estimate, in another currency or unit of time."""
    percentile: float | None
    gain: RaiseView | None
    """From the amount to its median or mean; null where that is no plain published number."""


class LadderStandingView(View, frozen=True):
    """A level that the reader's years reach, or one further up."""

    role: str
    level: str
    title: str
    track: str
    years: tuple[Num, Num | None] | None
    """The half-open band of the level; null where the ladder has none."""
    place: str
    """here: the band holds the years; ahead: it follows on such a level, or begins later; unknown: nobody can say."""
    after: tuple[str, ...]
    """The levels that lead there."""
    wait: Num | None
    """Years until its band begins, 0 where it has begun; null where the ladder has none."""
    pay: tuple[LevelPayView, ...]


class StatePayView(View, frozen=True):
    """What half of the people of an official class earn less than in a state; a bound where that is all one knows."""

    place: str
    place_title: str
    median: Num | None
    at_least: Num | None
    employment: Num | None


class ElsewhereView(View, frozen=True):
    """What the catalogs have of a role's best official class besides the places that were asked for."""

    role: str
    occupation: str
    source: str
    period: str | None
    currency: str
    per: str
    national: Num | None
    """The median of the whole United States; null where it is no plain number."""
    states: tuple[StatePayView, ...]
    """The states and the District of Columbia, best paid first; none where their figures are not in the catalogs."""
    metros: int
    """Metropolitan and nonmetropolitan areas with pay."""
    sectors: int
    """Sectors of the economy with pay."""


class SalaryView(AnswerView, frozen=True, kw_only=True):
    """Every distribution known for one or more roles."""

    record: ClassVar[type[View]] = PayView

    command: str = "salary"
    read_as: tuple[ReadAsView, ...] | None
    """The names that were read as others; null where each was found as it was typed."""
    roles: tuple[RoleSalaryView, ...]
    rows: tuple[PayView, ...]
    by: str | None
    """What the rows are ranked by, highest pay first: state, metro, sector or year (newest first)."""
    per: str | None
    """The unit of time that all rows are in; null where each is in that of its source."""
    left_out: tuple[PayView, ...]
    """Pay in another unit of time that cannot be worked out, because people do not work 2,080 hours a year in it."""
    mine: MineView | None
    standings: tuple[StandingView, ...]
    """Where the reader's own amount stands, role by role, best fit first."""
    years: Num | None
    """The reader's years of experience."""
    ladder: tuple[LadderStandingView, ...]
    """The levels that these years reach, and all that follow, role by role in the order of the ladder."""
    ladder_notes: tuple[str, ...]
    """What the ladders leave open about these years."""
    places: tuple[str, ...]
    """The places that were asked for."""
    without_pay: tuple[str, ...]
    """Titles of the places that were asked for and of which there is no pay."""
    adjusted: tuple[AdjustedView, ...]
    official_wage_levels: tuple[WageLevelView, ...]
    """Official pay by experience at the places: the four wage levels of a role, or that of a level."""
    elsewhere: tuple[ElsewhereView, ...]
    """Of each role that was asked for as a whole, what is known by state, area and sector; none in a ranking."""
    estimates: tuple[EstimateView, ...]
    """Pay by experience that no survey counts and a published method gives; it passes no filter and makes no raise."""
    sources: tuple[SourceView, ...]

    def groups(self) -> list[list[PayView]]:
        """Return the rows as a page puts them together: on one axis, or in one ranking."""
        groups: dict[tuple[str | None, ...], list[PayView]] = {}
        for row in self.rows:
            ranked = (row.role, row.occupation)
            place = None if self.places else row.place
            groups.setdefault(ranked if self.by else (place, row.currency, row.per), []).append(row)
        return list(groups.values())

    def records(self) -> Iterable[PayView]:
        """Return the distributions in the order of the page."""
        return chain.from_iterable(self.groups())
