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
    """One side of a comparison: a role, or a level of it, at one place or at large."""

    side: str
    """What the answer calls it: `role`, `role@level`, or `role in PLACE`; no other column is called so."""
    role: str
    level: str | None
    level_title: str | None
    place: str | None
    """The place whose pay stands in the column; null for all that is said of the role."""
    place_title: str | None
    title: str
    """Of the role."""
    family: str
    family_title: str

    def heading(self) -> str:
        """Return what pages call it: the title of the level or role, and where it is paid."""
        title = self.title if self.level_title is None else self.level_title
        return title if self.place_title is None else f"{title}, {self.place_title}"


class CellView(View, frozen=True):
    """What one side has in one row."""

    side: str = ""
    """As `columns` names it."""
    value: Num | None = None
    low: Num | None = None
    high: Num | None = None
    at_least: Num | None = None
    at_most: Num | None = None
    text: str | None = None
    items: tuple[str, ...] = ()
    """Texts, as duties or areas of focus."""
    skills: tuple[SkillView, ...] = ()
    positions: tuple[PositionView, ...] = ()
    """Jobs that people come from."""
    given: bool = True
    """False: the source has the heading and leaves it empty."""
    occupation: str | None = None
    occupation_title: str | None = None
    fit: str | None = None
    """exact, part or proxy: how the occupation fits that was counted; null when the source speaks of the side."""
    note: str | None = None

    def texts(self) -> tuple[str, ...]:
        """Return what stands in the cell as a list, as pages show it."""
        return self.items or tuple(skill.name for skill in self.skills) or tuple(job.title for job in self.positions)


class DifferenceView(View, frozen=True):
    """How far the highest cell of a row is above the lowest."""

    highest: str
    """A side, as `columns` names it."""
    lowest: str
    """Another side."""
    amount: Num
    """In the unit of the row; for percent, percentage points."""
    percent: float | None
    """Of the lowest; null where the row is percent itself or the lowest is no amount, less than a cent."""


class SharedFactsView(View, frozen=True):
    """What the cells of a row have in common."""

    group: str
    measure: str
    """What is told: `pay`, `growth`, `duties`; `estimated-pay` and `wage-level` are no statistics of pay."""
    label: str
    statistic: str | None
    unit: str | None
    currency: str | None
    per: str | None
    place: str | None
    """Null where each side has a place of its own, or none."""
    place_title: str | None
    period: str | None
    population: str | None
    source: str | None
    is_estimate: bool
    """Whether the row was worked out by a rule instead of counted; estimates are never subtracted."""


class RowView(SharedFactsView, frozen=True):
    """One like-for-like row: the same statistic of the same source, period, place and population for every side."""

    cells: tuple[CellView | None, ...]
    """One for each column, null where that side has nothing in the row."""
    difference: DifferenceView | None
    """Of ranges: between the lower ends."""
    difference_high: DifferenceView | None = None
    """Of ranges: between the upper ends."""


class CompareVerdictView(VerdictView, frozen=True):
    """A sentence of the verdict, or two: who pays more, gets in sooner or with less school, should grow more."""

    about: str
    """pay, official pay, track, getting in, outlook, getting in and outlook, or skills."""
    winner: str | None
    """The side that is ahead, as `columns` names it; null where none is, or they cannot be compared."""
    amount: Num | None
    """How far the first of `sides` is above the last: in `currency` `per`, or of growth in percentage points.

    0 where all are equal, null where nothing is subtracted.
    """
    statistic: str | None
    """median, mean or range, or `official wage level: entry`, which is none of these."""
    sides: tuple[str, ...]
    """The sides that it puts in order, the winner first; none where they cannot be compared."""
    amount_high: Num | None
    """Of ranges, at the upper end; `amount` is at the lower end. Null otherwise."""
    percent_high: float | None
    """The same in percent of the lower one."""
    decides: tuple[str, ...]
    """The names and amounts of the text that decide."""


class CompareRecord(SharedFactsView, frozen=True):
    """What one side has in one row; all of a side that has nothing there is missing."""

    side: str
    """As `columns` names it."""
    role: str
    title: str
    """Of the role."""
    level: str | None
    level_title: str | None
    value: Num | None
    low: Num | None
    high: Num | None
    at_least: Num | None
    at_most: Num | None
    text: str | None
    items: tuple[str, ...]
    """A list in words: duties, names of skills, titles of jobs; the next two have ids."""
    skills: tuple[SkillView, ...]
    positions: tuple[PositionView, ...]
    """Jobs that people come from, as far as a catalog has them."""
    given: bool | None
    """False: the source has the heading and leaves it empty; null where nothing is there."""
    occupation: str | None
    occupation_title: str | None
    fit: str | None
    """exact, part or proxy: how the occupation fits that was counted; null when the source speaks of the side."""
    note: str | None


class CompareView(AnswerView, frozen=True, kw_only=True):
    """Roles or levels side by side."""

    record: ClassVar[type[View]] = CompareRecord

    command: str = "compare"
    read_as: tuple[ReadAsView, ...] | None
    """The names that were read as others; null where each was found as it was typed."""
    columns: tuple[ColumnView, ...]
    """The sides that are compared, in order."""
    groups: tuple[str, ...]
    """The groups of rows that were asked for by --section; none: all of them."""
    sorted_by: str | None
    """The row by which the columns are ordered, highest first; null where they stand as they were asked for."""
    verdict: tuple[CompareVerdictView, ...]
    changes: tuple[ChangeView, ...]
    """What changes from the level in the first column to that in the second, aspect by aspect.

    None where other things are compared, and where only some groups of rows were asked for.
    """
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
