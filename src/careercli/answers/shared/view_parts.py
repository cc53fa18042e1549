"""What answers look like: the parts that several answers share.

Every key is always there. A missing value is null; a bound stands in `at_least` or `at_most`, never in `value`; money
is a raw number beside its `currency` and `per`; percentages are percent, not fractions.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, ClassVar, TypeVar

from msgspec import Struct

from careercli.model import Statistic

Num = int | float
T = TypeVar("T")


class View(Struct, frozen=True, kw_only=True):
    """What every answer and part of an answer is."""


class AnswerView(View, frozen=True, kw_only=True):
    """A whole answer: JSON and YAML give it as it is, CSV and JSON Lines give its records.

    The key of an id is the kind of thing it names (`role`, `level`, `skill`, `place`, `occupation`, `source`). The
    display name is next to it: `title` for a role, `name` for a skill, otherwise the kind and `_title`. The list that a
    command answers with is `rows`. A move or a step has `from` and `to`, each a position.
    """

    record: ClassVar[type[View]]
    """The type of what `records` gives; `flat_records` makes flat records of it."""

    optional: ClassVar[tuple[str, ...]] = ()
    """Parts of a row that records have only where they are asked for."""
    only_with: ClassVar[Mapping[str, str]] = {}
    """Kinds of records that are left out where fields are picked without the one that their amount stands in."""

    schema_version: int = 2
    """The version of the shape of answers. Catalogs have their own."""
    command: str

    def records(self) -> Iterable[View]:
        """Return what CSV, TSV and JSON Lines have a line for, in the order in which a page shows them: its rows."""
        rows: Iterable[View] = getattr(self, "rows")  # noqa: B009 (each answer has rows of a type of its own)
        return rows

    def without(self) -> tuple[str, ...]:
        """Return the optional parts of a row that nobody asked for; records leave them out, unless they are picked."""
        return ()


def copied(kind: type[T], /, *parts: object, **other: Any) -> T:
    """Return a record of `kind` with the `other` fields, and the rest as the first part that has such a field has it.

    A part may be None, which has none. Raises TypeError where a field without a default is found nowhere.
    """
    return kind(**{**_found(kind, parts), **other})


def flat(kind: type[T], /, *parts: object, **other: Any) -> T:
    """Return a record of `kind` like `copied`, with null for each field that is found nowhere."""
    return kind(**{**dict.fromkeys(_fields(kind)), **_found(kind, parts), **other})


def prefixed(prefix: str, part: object | None, *names: str) -> dict[str, Any]:
    """Return fields of a part under longer names, as `pay_source` for `source`; null where there is no part."""
    return {f"{prefix}_{name}": getattr(part, name, None) for name in names}


def _found(kind: type, parts: Sequence[object]) -> dict[str, Any]:
    return {name: getattr(parts[position], name) for name, position in _origins(kind, *map(type, parts))}


@cache
def _origins(kind: type, *parts: type) -> tuple[tuple[str, int], ...]:
    """Return each field of a type that some of the parts have, with the position of the first that has it."""
    holders = (
        (name, [position for position, part in enumerate(parts) if hasattr(part, name)]) for name in _fields(kind)
    )
    return tuple((name, found[0]) for name, found in holders if found)


def _fields(kind: type) -> tuple[str, ...]:
    """Return the names of the fields of a struct or of a named tuple."""
    names: tuple[str, ...] = getattr(kind, "__struct_fields__", ()) or getattr(kind, "_fields", ())
    return names


class ReadAsView(View, frozen=True):
    """A name that was read as another, because nothing has exactly that name."""

    typed: str
    name: str
    """The name that was read."""
    match: str
    """What has that name, as ROLE, ROLE@LEVEL or the id of a skill."""


class SourceView(View, frozen=True):
    """A source that the answer cites."""

    source: str
    title: str
    short: str
    """A short name with the year: `BLS wages 2025`."""
    kind: str
    publisher: str | None
    period: str | None
    retrieved: str | None
    """When it was read; null if the catalog does not say."""
    license: str | None
    address: str | None
    note: str | None


class KeyPayView(View, frozen=True):
    """The yearly pay of a role or a level and where it comes from. Every `pay` has this shape."""

    value: Num | None
    """Null if only a range or a bound is known."""
    low: Num | None
    high: Num | None
    at_least: Num | None
    statistic: str
    """median, mean or range."""
    currency: str
    per: str
    """Always year."""
    place: str
    place_title: str
    period: str | None
    source: str
    occupation: str | None
    """The official occupation that was counted; null if the source is about the role or level itself."""
    fit: str | None
    """How well that occupation fits: exact, part or proxy."""
    worked_out_from: str | None
    """The unit of time that the source publishes, if the yearly amount was worked out from it."""

    def least(self) -> Num | None:
        """Return what the pay is at the least: its value, the lower end of its range, or its bound."""
        return next((amount for amount in (self.value, self.low, self.at_least) if amount is not None), None)


class KeyFigureView(View, frozen=True):
    """A figure of the outlook of a role and where it comes from."""

    value: Num
    unit: str | None
    period: str | None
    source: str
    occupation: str | None
    fit: str | None
    outlook: str | None
    """The phrase of the Bureau of Labor Statistics for this growth in this decade; null if there is none."""


class PayView(View, frozen=True):
    """How pay is spread, with what you need to know with it; points are in `currency` per `per`."""

    role: str
    level: str | None
    """Null for the role as a whole."""
    source: str
    is_estimate: bool
    """Whether it is an estimate, not counted."""
    period: str | None
    place: str
    place_title: str
    per: str
    currency: str
    occupation: str | None
    occupation_title: str | None
    fit: str | None
    """How well the official occupation that was counted fits: exact, part or proxy; null if the source is about the
    role itself."""
    industry: str | None
    jobs: Num | None
    """How many jobs were counted, if the source says so."""
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
    points_at_least: dict[Statistic, Num]
    """Points that are published as a lower bound: `{"p90": 239200}`."""
    points_at_most: dict[Statistic, Num]
    note: str | None
    worked_out_from: str | None = None
    """The unit of time that the source publishes, if the amounts were worked out from it; null if they are as
    published."""

    def comparison_key(self) -> tuple[str | None, ...]:
        """Return what two figures must share to be held against each other as those of two levels."""
        return (
            self.source, self.place, self.currency, self.period, self.population, self.industry, self.components,
        )  # fmt: skip

    def band(self) -> tuple[Num, Num] | None:
        """Return both ends of a published range; None where one of them is no plain number."""
        return (self.low, self.high) if self.low is not None and self.high is not None else None

    def is_source_of(self, pay: KeyPayView) -> bool:
        """Say whether the pay that stands for a role is a point of this distribution."""
        same = (self.source, self.occupation, self.place) == (pay.source, pay.occupation, pay.place)
        if not same or self.per != "year":
            return False
        if pay.at_least is not None:
            return pay.at_least in self.points_at_least.values()
        return self.central_pay() == (pay.statistic, pay.value)

    def central_pay(self) -> tuple[str, Num] | None:
        """Return the median, else the mean, with its name; None where neither is a plain number."""
        if self.median is not None:
            return "median", self.median
        return ("mean", self.mean) if self.mean is not None else None


class EstimateView(View, frozen=True):
    """An amount that no survey counts, worked out by a published method, and what it is based on."""

    role: str
    level: str | None
    """Null for the role as a whole."""
    value: Num
    """Rounded to 100."""
    low: Num | None
    """The lower end of the middle half of areas; null if it is not published."""
    high: Num | None
    method: str
    """wage level: the national mean wage times the Department of Labor's level / mean, the median of all areas."""
    wage_level: str
    """entry, qualified, experienced or fully competent."""
    currency: str
    per: str
    place: str
    place_title: str
    period: str | None
    """When the mean was paid."""
    occupation: str
    """The occupation of that mean."""
    occupation_title: str
    fit: str
    source: str
    """Who publishes the wage levels."""
    pay_source: str
    """Who publishes the mean."""


class WageLevelView(View, frozen=True):
    """One of the four wage levels of an occupation in an area, as the Department of Labor publishes it.

    It is no median and no mean: it passes no filter, enters no total and makes no raise.
    """

    role: str
    level: str | None
    """Null for the role as a whole."""
    statistic: str
    """`official wage level: entry`."""
    wage_level: str
    """entry, qualified, experienced or fully competent."""
    value: Num
    currency: str
    per: str
    place: str
    place_title: str
    drawn_from: str | None
    """How wide an area it is from: area, area and neighbors, state or nation; null if no one says."""
    period: str | None
    """The wage year, July to June: `2025-26`."""
    occupation: str
    occupation_title: str
    fit: str
    source: str
    worked_out_from: str | None = None
    """The unit of time that is published, if the amount was worked out from it."""


class RaiseView(View, frozen=True):
    """The raise of a step, by one statistic of one source; for ranges, at each end."""

    statistic: str
    """median, mean or range."""
    source: str
    currency: str
    amount: Num
    """For ranges, at the lower end."""
    percent: float | None
    amount_high: Num | None = None
    """For ranges, at the upper end; null otherwise."""
    percent_high: float | None = None
    """The same in percent."""


class FigureView(View, frozen=True):
    """Something a source says that is not pay."""

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
    """False if the source has the heading but leaves it empty."""
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
    """The phrase of the Bureau of Labor Statistics for this growth in this decade; null if there is none."""
    note: str | None


class SkillNameView(View, frozen=True):
    """A skill by name."""

    skill: str
    name: str


class PositionView(View, frozen=True):
    """A role, or one level of it: where an edge starts or ends."""

    role: str | None
    """Null for a job that is not a role in any catalog."""
    level: str | None
    title: str
    """The title, of the level if it is one."""


class VerdictView(View, frozen=True):
    """A sentence of the verdict, and its data."""

    about: str
    """What it is about: pay, track, getting in, outlook, skills, readiness."""
    text: str
    """Without its sources."""
    winner: str | None
    """The side that is ahead, as ROLE or ROLE@LEVEL, or the id of the skill that opens the most roles; null if none is,
    or they cannot be compared."""
    amount: Num | None
    """By how much: in `currency` `per`, or in percentage points if it has no currency."""
    percent: float | None
    currency: str | None
    per: str | None
    statistic: str | None
    cites: tuple[str, ...]
    """The ids of its sources."""


class SkillView(View, frozen=True):
    """A skill that a role needs; ratings from 0 to 100, null if no one rated it."""

    skill: str
    name: str
    kind: str
    need: str
    importance: Num | None
    skill_level: Num | None
    """How well you must know it."""
    source: str | None
    note: str | None = None
    """What this job needs the skill for."""


class OccupationView(View, frozen=True):
    """An official occupation that counts people in a role or level."""

    occupation: str
    """Its code."""
    occupation_title: str
    scheme: str
    fit: str
    """exact, part or proxy."""
    why: str | None
    """Why it fits, and for a proxy what is different."""
    note: str | None
    """What you need to know about it."""
    part_of: str | None
    """The broader occupation that statistics count, if they do not count this one."""


class TermView(View, frozen=True):
    """A name and what is said about it: a kind of tool, a similar role, a word of the field, a question."""

    term: str
    """The name."""
    role: str | None
    """The role that the term is the title of; null for any other term."""
    level: str | None
    text: str | None
    items: tuple[str, ...]


class TrainingView(View, frozen=True):
    """One way to learn the job; cost in `cost_unit` (a currency), time in `time_unit`."""

    title: str
    source: str
    cost_low: Num | None
    """The lower end of the cost; null if no source gives it."""
    cost_high: Num | None
    """The upper end of the cost."""
    cost_at_least: Num | None
    """A lower bound of the cost."""
    cost_unit: str | None
    """A currency."""
    time_low: Num | None
    """The lower end of the time."""
    time_high: Num | None
    """The upper end of the time."""
    time_at_least: Num | None
    """A lower bound of the time."""
    time_unit: str | None
    """weeks, months or years."""
    note: str | None


class NotJudgedView(View, frozen=True):
    """How many roles a filter could not judge, because too little is known about them."""

    filter: str
    """pay, growth, education, years, skill or track."""
    role_count: int


class BarrierView(View, frozen=True):
    """Something that a step needs and experience cannot replace."""

    kind: str
    """education, license or job zone."""
    text: str


class MineView(View, frozen=True):
    """Your own amount, as it was understood."""

    amount: Num
    currency: str | None
    """The currency of the pay it is compared with; null if there is no pay."""
    per: str
