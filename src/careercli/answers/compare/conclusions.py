"""What the sentences of a verdict share: which rows decide, who is ahead, years and shares in words."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from careercli.amounts import (
    Num,
    difference,
    format_number,
    format_percent,
    format_quantity,
    format_range,
    join_words,
    percent_of,
)
from careercli.answers.compare.view import CellView, ColumnView, CompareVerdictView, RowView
from careercli.answers.shared.view_parts import copied


class Entry(Struct, frozen=True):
    """One side in a row that decides."""

    value: Num
    title: str
    cell: CellView

    @property
    def side(self) -> str:
        """What the answer calls the side."""
        return self.cell.side


class Outcome(Struct, frozen=True):
    """What a sentence says as data; CompareVerdictView says what each field is."""

    winner: str | None = None
    sides: tuple[str, ...] = ()
    amount: Num | None = None
    percent: float | None = None
    amount_high: Num | None = None
    percent_high: float | None = None
    currency: str | None = None
    per: str | None = None
    statistic: str | None = None


UNDECIDED = Outcome()
"""Of a sentence that puts no side before another."""


def conclusion(
    about: str, text: str, *sources: str | None, decides: Sequence[str] = (), outcome: Outcome = UNDECIDED
) -> CompareVerdictView:
    """Return a sentence with its data; `decides` are the words of the text that decide."""
    cited = tuple(dict.fromkeys(filter(None, sources)))
    return copied(CompareVerdictView, outcome, about=about, text=text, decides=tuple(decides), cites=cited)


def ordered(sides: Sequence[Entry]) -> Outcome:
    """Return who is ahead in what is no amount; `sides` stand in order, the best first."""
    alone = sides[0].value != sides[1].value
    return Outcome(winner=sides[0].side if alone else None, sides=tuple(side.side for side in sides))


def subtracted(sides: Sequence[Entry], row: RowView) -> Outcome:
    """Return who is ahead and how far the first is above the last; `sides` stand in order, the highest first."""
    first, last = sides[0].value, sides[-1].value
    return replace(
        ordered(sides),
        amount=difference(first, last),
        percent=None if row.unit == "percent" else share_of(first - last, last),
        currency=row.currency,
        per=row.per,
        statistic=row.statistic,
    )


def first_of(sides: Sequence[Entry]) -> list[Entry]:
    """Return the sides that are equal to the first one, it included; `sides` stand in order."""
    return [side for side in sides if side.value == sides[0].value]


def titles_of(sides: Sequence[Entry]) -> str:
    """Name one side or two; of more, say how many they are."""
    return join_words([side.title for side in sides]) if len(sides) < 3 else f"{len(sides)} of them"


def share_of(amount: Num, base: Num) -> float | None:
    """Return the percent of an amount above zero that another is; None of every other amount."""
    return percent_of(amount, base) if base > 0 else None


def comparable_rows(rows: Sequence[RowView], measure: str, statistics: tuple[str | None, ...]) -> list[RowView]:
    """Return the rows in which every side has a plain number or a closed range; a bound decides nothing."""
    return [
        row
        for row in rows
        if row.measure == measure
        and row.statistic in statistics
        and not row.is_estimate
        and all(cell and _plain(cell) for cell in row.cells)
    ]


def _plain(cell: CellView) -> bool:
    return cell.value is not None or (cell.low is not None and cell.high is not None)


def entries(columns: Sequence[ColumnView], row: RowView) -> Iterator[Entry]:
    """Yield each side of a row with its value, or the upper end of its range."""
    for column, cell in zip(columns, row.cells, strict=True):
        if cell:
            value = cell.value if cell.value is not None else cell.high if cell.high is not None else 0
            yield Entry(value, column.heading(), cell)


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
