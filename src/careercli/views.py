"""What answers look like: one output model that every format renders, and whose JSON is the contract with scripts.

Every key is always there. A missing value is null; a bound stands in `at_least` or `at_most`, never in `value`; money is a
raw number beside its `currency` and `per`; percentages are percent, not fractions.
"""

from msgspec import Struct

from careercli.model import Statistic

Num = int | float


class View(Struct, frozen=True, kw_only=True):
    """What every answer and part of an answer is."""


class SourceView(View, frozen=True):
    """A source that the answer cites."""

    id: str
    title: str
    kind: str
    publisher: str | None
    period: str | None
    licence: str | None
    address: str | None
    note: str | None


class PayView(View, frozen=True):
    """One pay distribution with all that it must be read with; points in `currency` per `per`."""

    role: str
    level: str | None
    """None: the whole role, or the class that it is read from."""
    source: str
    estimate: bool
    """Whether it was worked out by a rule instead of counted."""
    period: str | None
    place: str
    place_title: str
    per: str
    currency: str
    occupation: str | None
    occupation_title: str | None
    fit: str | None
    """exact, part or proxy, when the source counted an official class; null when it speaks of the role."""
    industry: str | None
    population: str | None
    components: str | None
    low: Num | None
    p10: Num | None
    p25: Num | None
    median: Num | None
    mean: Num | None
    p75: Num | None
    p90: Num | None
    high: Num | None
    at_least: dict[Statistic, Num]
    at_most: dict[Statistic, Num]
    note: str | None

    def central(self) -> tuple[str, Num] | None:
        """Return the median, else the mean, with its name; None where neither is a plain number."""
        if self.median is not None:
            return "median", self.median
        return ("mean", self.mean) if self.mean is not None else None


class FigureView(View, frozen=True):
    """One statement of a source that is not pay."""

    measure: str
    label: str
    group: str
    unit: str | None
    value: Num | None
    low: Num | None
    high: Num | None
    at_least: Num | None
    at_most: Num | None
    of: str | None
    given: bool
    """False: the source has the heading and leaves it empty."""
    source: str
    period: str | None
    place: str | None
    occupation: str | None
    occupation_title: str | None
    fit: str | None
    population: str | None
    phrase: str | None
    """The source's own words."""
    outlook: str | None
    """The phrase that the Bureau of Labor Statistics uses for this growth in this decade; null where none is known."""
    note: str | None


class SkillView(View, frozen=True):
    """What a role asks of one skill; ratings from 0 to 100, null where nobody rated it."""

    id: str
    name: str
    kind: str
    need: str
    importance: Num | None
    level: Num | None
    source: str | None


# ---- compare ----


class ColumnView(View, frozen=True):
    """One side of a comparison."""

    name: str
    """`role` or `role@level`."""
    role: str
    level: str | None
    title: str
    family: str


class CellView(View, frozen=True):
    """What one side has in one row."""

    value: Num | None = None
    low: Num | None = None
    high: Num | None = None
    at_least: Num | None = None
    at_most: Num | None = None
    text: str | None = None
    items: tuple[str, ...] = ()
    given: bool = True
    occupation: str | None = None
    occupation_title: str | None = None
    fit: str | None = None
    note: str | None = None


class DifferenceView(View, frozen=True):
    """How far the highest cell of a row is above the lowest."""

    highest: str
    lowest: str
    amount: Num
    """In the unit of the row; for percent, percentage points."""
    percent: float | None
    """Of the lowest; null where the row is percent itself or the lowest is zero."""


class RowView(View, frozen=True):
    """One like-for-like row: the same statistic of the same source, period, place and population for every side."""

    group: str
    measure: str
    label: str
    statistic: str | None
    unit: str | None
    currency: str | None
    per: str | None
    place: str | None
    period: str | None
    population: str | None
    source: str | None
    cells: tuple[CellView | None, ...]
    """One for each column, null where that side has nothing in the row."""
    difference: DifferenceView | None


class CompareView(View, frozen=True):
    """Roles or levels side by side."""

    schema_version: int
    command: str
    columns: tuple[ColumnView, ...]
    verdict: tuple[str, ...]
    rows: tuple[RowView, ...]
    sources: tuple[SourceView, ...]


# ---- salary ----


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


class SalaryView(View, frozen=True):
    """Every distribution known for one or more roles."""

    schema_version: int
    command: str
    roles: tuple[RoleSalaryView, ...]
    rows: tuple[PayView, ...]
    sources: tuple[SourceView, ...]


# ---- path ----


class RaiseView(View, frozen=True):
    """What a step pays, by one statistic of one source."""

    statistic: str
    source: str
    currency: str
    amount: Num
    percent: float | None


class NodeView(View, frozen=True):
    """A place on the way: who comes in, a level, or where one can go from it."""

    kind: str
    """role, feeder, level, promotion, lateral or pivot."""
    role: str
    level: str | None
    title: str
    track: str | None
    years: tuple[Num, Num | None] | None
    """Half-open band of years of experience; the end is null where it is open."""
    pay: PayView | None
    gain: RaiseView | None
    """Against the node that it hangs from."""
    why: str | None
    source: str | None
    more: bool
    """Whether the tree goes on here and was cut by `--depth`, or stands elsewhere already."""
    children: tuple["NodeView", ...]


class PathRowView(View, frozen=True):
    """One edge of the tree, for scripts that want a table."""

    depth: int
    kind: str
    from_role: str | None
    from_level: str | None
    role: str
    level: str | None
    title: str
    track: str | None
    years_from: Num | None
    years_to: Num | None
    pay: Num | None
    pay_statistic: str | None
    pay_occupation: str | None
    """The official class whose pay it is; null when it is the pay of the place itself."""
    pay_fit: str | None
    currency: str | None
    raise_percent: float | None
    source: str | None
    why: str | None


class PathView(View, frozen=True):
    """The progression of one role."""

    schema_version: int
    command: str
    role: str
    title: str
    progression: str | None
    milestones: tuple[str, ...]
    feeders: tuple[NodeView, ...]
    ladder: tuple[NodeView, ...]
    """The levels that people start at, each with what it leads to."""
    moves: tuple[NodeView, ...]
    """Ways on that are open from any level."""
    rows: tuple[PathRowView, ...]
    sources: tuple[SourceView, ...]


# ---- show ----


class TermView(View, frozen=True):
    """A name and what is said of it: a tool class, a neighbour, a word of the trade, a question."""

    term: str
    text: str | None
    items: tuple[str, ...]


class TrainingView(View, frozen=True):
    """One way to learn the job; cost in `cost_unit` (a currency), time in `time_unit`."""

    title: str
    source: str
    cost_low: Num | None
    cost_high: Num | None
    cost_at_least: Num | None
    cost_unit: str | None
    time_low: Num | None
    time_high: Num | None
    time_at_least: Num | None
    time_unit: str | None
    note: str | None


class LevelView(View, frozen=True):
    """A step of the ladder in full."""

    id: str
    title: str
    track: str
    years: tuple[Num, Num | None]
    source: str
    after: tuple[str, ...]
    duties: tuple[str, ...]
    autonomy: str | None
    impact: str | None
    focus: tuple[str, ...]
    skills: tuple[SkillView, ...]
    pay: tuple[PayView, ...]


class SectionView(View, frozen=True):
    """One section of a guide: what of these it needs, the rest is empty."""

    id: str
    title: str
    text: str | None = None
    items: tuple[str, ...] = ()
    terms: tuple[TermView, ...] = ()
    skills: tuple[SkillView, ...] = ()
    training: tuple[TrainingView, ...] = ()
    pay: tuple[PayView, ...] = ()
    figures: tuple[FigureView, ...] = ()
    levels: tuple[LevelView, ...] = ()


class GuideView(View, frozen=True):
    """All that the catalog says of one role, or of one level of it."""

    id: str
    level: str | None
    title: str
    family: str
    family_title: str
    aliases: tuple[str, ...]
    summary: str
    sections: tuple[SectionView, ...]


class ShowView(View, frozen=True):
    """The guides of the roles asked for."""

    schema_version: int
    command: str
    rows: tuple[GuideView, ...]
    sources: tuple[SourceView, ...]


# ---- list and search ----


class HeadlineView(View, frozen=True):
    """A figure that stands for a role in a list, and what it must be read with."""

    value: Num
    unit: str | None
    currency: str | None
    statistic: str | None
    place: str | None
    period: str | None
    source: str
    occupation: str | None
    fit: str | None


class RoleRowView(View, frozen=True):
    """A role in a list."""

    id: str
    title: str
    family: str
    family_title: str
    aliases: tuple[str, ...]
    levels: int
    tracks: tuple[str, ...]
    education: str | None
    pay: HeadlineView | None
    growth: HeadlineView | None
    openings: HeadlineView | None
    employment: HeadlineView | None


class ListView(View, frozen=True):
    """Roles, filtered and sorted."""

    schema_version: int
    command: str
    rows: tuple[RoleRowView, ...]
    sources: tuple[SourceView, ...]


class HitView(View, frozen=True):
    """A role that was found, and by which of its words."""

    id: str
    title: str
    family: str
    family_title: str
    matched: str
    """name, nearly or text."""
    name: str
    """The name that matched, or the title."""
    summary: str


class SearchView(View, frozen=True):
    """What a search found, best first."""

    schema_version: int
    command: str
    query: str
    corrected: str | None
    """The words that were searched for instead, where those typed are nowhere."""
    rows: tuple[HitView, ...]
