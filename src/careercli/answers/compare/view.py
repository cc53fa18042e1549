"""What a comparison looks like."""

from collections.abc import Iterable
from typing import ClassVar

from careercli.answers.compare.level_changes_view import LevelChangesView
from careercli.answers.shared.view_parts import AnswerView, Num, ReadAsView, SourceView, View, copied

WAGE_LEVEL = "wage-level"
"""The measure of official wage levels, which are no statistic of pay."""


class ColumnView(View, frozen=True):
    """One side of a comparison."""

    name: str
    """`role` or `role@level`."""
    role: str
    level: str | None
    place: str | None
    """The place whose official pay stands in the column; null for all that is said of the role."""
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
    place_title: str | None
    period: str | None
    population: str | None
    source: str | None
    estimate: bool
    """Whether the row was worked out by a rule instead of counted; estimates are never subtracted."""
    cells: tuple[CellView | None, ...]
    """One for each column, null where that side has nothing in the row."""
    difference: DifferenceView | None
    """Of ranges: between the lower ends."""
    difference_high: DifferenceView | None = None
    """Of ranges: between the upper ends."""


class ConclusionView(View, frozen=True):
    """A sentence of the verdict, or two, with what a page needs to show it."""

    about: str
    """pay, official pay, track, getting in, outlook, getting in and outlook, or skills."""
    text: str
    """Without its sources."""
    decides: tuple[str, ...]
    """The names and amounts of the text that decide."""
    sources: tuple[str, ...]


class CompareRecord(View, frozen=True):
    """What one side has in one row; all of a side that has nothing there is missing."""

    group: str
    label: str
    side: str
    """`role`, `role@level` or `role in PLACE`."""
    title: str
    value: Num | None
    low: Num | None
    high: Num | None
    at_least: Num | None
    at_most: Num | None
    text: str | None
    items: tuple[str, ...]
    unit: str | None
    currency: str | None
    per: str | None
    measure: str
    statistic: str | None
    place: str | None
    period: str | None
    population: str | None
    source: str | None
    estimate: bool
    occupation: str | None
    occupation_title: str | None
    fit: str | None
    note: str | None


class CompareView(AnswerView, frozen=True, kw_only=True):
    """Roles or levels side by side."""

    record: ClassVar[type[View]] = CompareRecord

    command: str = "compare"
    read_as: tuple[ReadAsView, ...] | None
    """The names that were read as others; null where each was found as it was typed."""
    columns: tuple[ColumnView, ...]
    sections: tuple[str, ...]
    """The groups of rows that were asked for by name; none: all of them."""
    sorted_by: str | None
    """The row by which the columns are ordered, highest first; null where they stand as they were asked for."""
    verdict: tuple[str, ...]
    """The conclusions as they are read, each with its sources."""
    conclusions: tuple[ConclusionView, ...]
    changes: LevelChangesView | None
    """What changes from the first level to the second; null where other things than two levels are compared."""
    rows: tuple[RowView, ...]
    sources: tuple[SourceView, ...]

    def records(self) -> Iterable[CompareRecord]:
        """Yield one record for each side of each row."""
        for row in self.rows:
            for column, found in zip(self.columns, row.cells, strict=True):
                yield copied(
                    CompareRecord,
                    found or CellView(),
                    row,
                    side=column.name,
                    title=column.title,
                    place=column.place or row.place,
                )
