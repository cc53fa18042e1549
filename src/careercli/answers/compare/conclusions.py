"""What the sentences of a verdict share: which rows decide, how a conclusion is put, years and shares in words."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from careercli.amounts import Num, format_number, format_percent, format_quantity, format_range
from careercli.answers.compare.view import CellView, ColumnView, ConclusionView, RowView


class Entry(Struct, frozen=True):
    """One side in a row that decides."""

    value: Num
    title: str
    cell: CellView


def conclusion(about: str, text: str, *sources: str | None, decides: Sequence[str] = ()) -> ConclusionView:
    """Return a conclusion; `decides` are the words of the text that decide."""
    return ConclusionView(
        about=about, text=text, decides=tuple(decides), sources=tuple(dict.fromkeys(filter(None, sources)))
    )


def comparable_rows(rows: Sequence[RowView], measure: str, statistics: tuple[str | None, ...]) -> list[RowView]:
    """Return the rows in which every side has a plain number or a closed range; a bound decides nothing."""
    return [
        row
        for row in rows
        if row.measure == measure
        and row.statistic in statistics
        and not row.estimate
        and all(cell and _plain(cell) for cell in row.cells)
    ]


def _plain(cell: CellView) -> bool:
    return cell.value is not None or (cell.low is not None and cell.high is not None)


def entries(columns: Sequence[ColumnView], row: RowView) -> Iterator[Entry]:
    """Yield each side of a row with its value, or the upper end of its range."""
    for column, cell in zip(columns, row.cells, strict=True):
        if cell:
            value = cell.value if cell.value is not None else cell.high if cell.high is not None else 0
            yield Entry(value, column.title, cell)


def both(columns: Sequence[ColumnView]) -> str:
    """Return what all sides together are called."""
    return "both" if len(columns) == 2 else "all of them"


def cell_words(cell: CellView, row: RowView) -> str:
    """Write a value or a range with its unit."""
    if cell.value is not None:
        return format_quantity(cell.value, row.unit)
    return format_range(cell.low, cell.high, row.unit)


def without_unit(text: str, other: str) -> str:
    """Leave the unit out of a text where another has the same: `4–6` beside `2–4 years`."""
    number, blank, unit = text.rpartition(" ")
    return number if blank and other.endswith(f" {unit}") else text


def share_words(percent: Num) -> str:
    """Write a percent with at most one decimal, and none where it is whole: `18%`, `22.2%`."""
    return format_percent(percent).replace(".0%", "%")


def years_words(cell: CellView) -> str:
    """Write years of experience as a person says them: `5 to 8 years`, `12 or more years`, `under 1 year`."""
    if cell.at_least is not None:
        return f"{format_number(cell.at_least)} or more years"
    if not cell.low:
        return f"under {format_quantity(cell.high or 0, 'years')}"
    return f"{format_number(cell.low)} to {format_quantity(cell.high or 0, 'years')}"
