"""What the columns of a table hold, and how widths are shared out among them, whatever the unit of a width."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from careercli.blocks import Cell, Table

GAP = 2
"""Blanks between two columns."""
MAX_PROSE_WIDTH = 60
"""Characters of a line above which it is running text; the widest that it gets where nothing limits the line."""
MARKS = frozenset("†‡*+=")
"""What may hang behind a number."""
_GUIDES = re.compile(r"(?:[│ \u00a0][ \u00a0])*(?:[├└] )?")


class Measurement(Struct, frozen=True):
    """What a column of a table needs: all its lines unbroken, and the least in which no word is broken."""

    maximum: int
    minimum: int


def fit_widths(columns: Sequence[Measurement], available: int | None, gap: int = GAP) -> list[int] | None:
    """Return a width for each column so that no word is broken, or None where the table must be turned."""
    gaps = gap * (len(columns) - 1)
    if available is None:
        return [max(min(column.maximum, MAX_PROSE_WIDTH), column.minimum) for column in columns]
    if sum(column.minimum for column in columns) + gaps > available:
        return None
    cap = next(
        cap
        for cap in range(max(column.maximum for column in columns), -1, -1)
        if sum(_capped(columns, cap)) + gaps <= available  # the widest columns give way together
    )
    return _capped(columns, cap)


def fits_unbroken(columns: Sequence[Measurement], available: int | None) -> bool:
    """Say whether the columns have room for all their lines without breaking one."""
    return available is None or sum(column.maximum for column in columns) + GAP * (len(columns) - 1) <= available


def _capped(columns: Sequence[Measurement], cap: int) -> list[int]:
    return [max(column.minimum, min(column.maximum, cap)) for column in columns]


def some_columns(table: Table, first: int, last: int) -> Table:
    """Return the table with the labels and those of the other columns from `first` up to `last`."""
    rows = (replace(row, cells=row.cells[first:last]) for row in table.rows)
    return Table((table.headers[0], *table.headers[first + 1 : last + 1]), tuple(rows))


def without_column(table: Table, column: int) -> Table:
    """Return the table without a column, which is not that of the labels."""
    rows = (replace(row, cells=(*row.cells[: column - 1], *row.cells[column:])) for row in table.rows)
    return replace(table, headers=(*table.headers[:column], *table.headers[column + 1 :]), rows=tuple(rows))


def is_prose(table: Table, column: int) -> bool:
    """Say whether a column holds running text."""
    return any(
        len(line) > MAX_PROSE_WIDTH
        for row in table.rows
        for cell in ((row.label,) if column == 0 else row.cells[column - 1 : column])
        for line in cell.lines
    )


def is_numeric(table: Table, column: int) -> bool:
    """Say whether every cell of the column that says anything is a number, to be set flush right."""
    cells = [cell for row in table.rows for cell in row.cells[column - 1 : column] if column]
    told = [cell for cell in cells if cell.lines not in (("–",), ("",))]
    return bool(told) and all(cell.numeric for cell in told)


def has_marks(table: Table, column: int) -> bool:
    """Say whether a number of the column has a mark hanging behind it, as in `$69,990†`."""
    return is_numeric(table, column) and any(line[-1:] in MARKS for line in _lines(table, column))


def _lines(table: Table, column: int) -> Iterator[str]:
    for row in table.rows:
        for cell in row.cells[column - 1 : column]:
            yield from cell.lines


def guides_of(label: Cell) -> str:
    """Return what stands before a label that belongs to a row above: lines of a tree or blanks, two signs a step."""
    match = _GUIDES.match(label.lines[0]) if label.lines else None
    return match[0] if match else ""
