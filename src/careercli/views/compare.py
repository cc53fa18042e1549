"""What a comparison looks like."""

from careercli.views.parts import Num, SourceView, View


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
    period: str | None
    population: str | None
    source: str | None
    estimate: bool
    """Whether the row was worked out by a rule instead of counted; estimates are never subtracted."""
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
