"""What a comparison looks like."""

from collections.abc import Iterable
from typing import ClassVar

from careercli.answers.compare.level_changes_view import ChangeView
from careercli.answers.shared.view_parts import (
    AnswerView,
    Num,
    PositionView,
    ReadAsView,
    SkillView,
    SourceView,
    VerdictView,
    View,
    copied,
)

WAGE_LEVEL = "wage-level"
"""The measure of official wage levels, which are no statistic of pay."""
ESTIMATE = "estimated-pay"
"""The measure of our estimates, which are none either."""


class ColumnView(View, frozen=True):
    """One side of a comparison: a role, or a level of it, at a place or in general."""

    side: str
    """Its id in this answer: `role`, `role@level`, or `role in PLACE`."""
    role: str
    level: str | None
    level_title: str | None
    place: str | None
    """The place whose pay the column shows; null for the role in general."""
    place_title: str | None
    title: str
    """The title of the role."""
    family: str
    family_title: str

    def heading(self) -> str:
        """Return what pages call it: the title of the level or role, and where it is paid."""
        title = self.title if self.level_title is None else self.level_title
        return title if self.place_title is None else f"{title}, {self.place_title}"


class CellView(View, frozen=True):
    """What one side has in one row."""

    side: str = ""
    """As in `columns`."""
    value: Num | None = None
    low: Num | None = None
    high: Num | None = None
    at_least: Num | None = None
    at_most: Num | None = None
    text: str | None = None
    items: tuple[str, ...] = ()
    """Texts, such as duties or areas of focus."""
    skills: tuple[SkillView, ...] = ()
    positions: tuple[PositionView, ...] = ()
    """Jobs that people come from."""
    given: bool = True
    """False if the source has the heading but leaves it empty."""
    occupation: str | None = None
    occupation_title: str | None = None
    fit: str | None = None
    """How well the counted occupation fits: exact, part or proxy; null if the source is about this role or level
    itself."""
    note: str | None = None

    def texts(self) -> tuple[str, ...]:
        """Return what stands in the cell as a list, as pages show it."""
        return self.items or tuple(skill.name for skill in self.skills) or tuple(job.title for job in self.positions)


class DifferenceView(View, frozen=True):
    """By how much the highest cell of a row is above the lowest."""

    highest: str
    """The side with it, as in `columns`."""
    lowest: str
    """The other side, as in `columns`."""
    amount: Num
    """In the unit of the row; for percent, percentage points."""
    percent: float | None
    """In percent of the lowest; null if the row is in percent itself, or the lowest is less than a cent."""


class SharedFactsView(View, frozen=True):
    """What the cells of a row have in common."""

    group: str
    measure: str
    """What the row is about: `pay`, `growth`, `duties`. `estimated-pay` and `wage-level` are not statistics of pay."""
    label: str
    statistic: str | None
    unit: str | None
    currency: str | None
    per: str | None
    place: str | None
    """Null if each side has a place of its own, or none."""
    place_title: str | None
    period: str | None
    population: str | None
    source: str | None
    is_estimate: bool
    """Whether the row is an estimate, not counted. Estimates are never subtracted."""


class RowView(SharedFactsView, frozen=True):
    """One row: the same statistic of the same source, period, place and population for every side."""

    cells: tuple[CellView | None, ...]
    """One for each column; null if that side has nothing in the row."""
    difference: DifferenceView | None
    """For ranges, the difference between the lower ends."""
    difference_high: DifferenceView | None = None
    """For ranges, the difference between the upper ends."""


class CompareVerdictView(VerdictView, frozen=True):
    """A sentence or two of the verdict: what pays more, is quicker to get into, needs less school or grows more."""

    about: str
    """pay, official pay, track, getting in, outlook, getting in and outlook, or skills."""
    winner: str | None
    """The side that is ahead, as in `columns`; null if none is, or they cannot be compared."""
    amount: Num | None
    """How far the first of `sides` is above the last: in `currency` `per`, or for growth in percentage points. 0 if all
    are equal, null if nothing is subtracted."""
    statistic: str | None
    """median, mean, range or `official wage level: entry`."""
    sides: tuple[str, ...]
    """The sides in order, the winner first; empty if they cannot be compared."""
    amount_high: Num | None
    """For ranges, the amount at the upper end (`amount` is at the lower end); null otherwise."""
    percent_high: float | None
    """The same in percent of the lower one."""
    decides: tuple[str, ...]
    """The names and amounts in the text that matter most."""


class CompareRecord(SharedFactsView, frozen=True):
    """What one side has in one row. If it has nothing there, all of it is null."""

    side: str
    """As in `columns`."""
    role: str
    title: str
    """The title of the role."""
    level: str | None
    level_title: str | None
    value: Num | None
    low: Num | None
    high: Num | None
    at_least: Num | None
    at_most: Num | None
    text: str | None
    items: tuple[str, ...]
    """A list in words: duties, names of skills, titles of jobs. The next two have ids."""
    skills: tuple[SkillView, ...]
    positions: tuple[PositionView, ...]
    """Jobs that people come from, if a catalog has them."""
    given: bool | None
    """False if the source has the heading but leaves it empty; null if there is nothing."""
    occupation: str | None
    occupation_title: str | None
    fit: str | None
    """How well the counted occupation fits: exact, part or proxy; null if the source is about this role or level
    itself."""
    note: str | None


class CompareView(AnswerView, frozen=True, kw_only=True):
    """Roles or levels side by side."""

    record: ClassVar[type[View]] = CompareRecord

    command: str = "compare"
    read_as: tuple[ReadAsView, ...] | None
    """Names that were read as others; null if each was found as typed."""
    columns: tuple[ColumnView, ...]
    """The sides that are compared, in order."""
    groups: tuple[str, ...]
    """The groups of rows asked for with --section; empty for all of them."""
    sorted_by: str | None
    """The row that the columns are sorted by, highest first; null if they are in the order you typed."""
    verdict: tuple[CompareVerdictView, ...]
    changes: tuple[ChangeView, ...]
    """What changes from the level in the first column to the level in the second, aspect by aspect. Empty if something
    else is compared, or only some groups of rows were asked for."""
    rows: tuple[RowView, ...]
    sources: tuple[SourceView, ...]

    def records(self) -> Iterable[CompareRecord]:
        """Yield one record for each side of each row."""
        for row in self.rows:
            for column, found in zip(self.columns, row.cells, strict=True):
                where = column if row.place is None else row
                yield copied(
                    CompareRecord,
                    found or CellView(),
                    row,
                    column,
                    side=column.side,
                    items=found.texts() if found else (),
                    given=found.given if found else None,
                    place=where.place,
                    place_title=where.place_title,
                )
