"""The rows of a first screen: their labels, cells and differences; second minus first."""

from collections.abc import Iterator

from msgspec.structs import replace

from careercli.amounts import Num, difference, format_money, format_number, format_per, format_quantity, format_range
from careercli.answers.compare.conclusions import years_words
from careercli.answers.compare.first_rows import short_texts
from careercli.answers.compare.view import ESTIMATE, CellView, RowView
from careercli.answers.shared.screen_parts import UNKNOWN, education_word, fit_mark, signed
from careercli.blocks import Cell, Row, Tone, cite

NOTHING = Cell(("",))
INDENT = "  "
"""Before the label of a row that goes on with the one above it."""
_LABELS = {
    "time-to-enter": "Time to get in",
    "level-years": "Experience",
    "experience": "Experience",
    "entry-education": "Typical education",
    "related-experience": "Related experience",
    "on-the-job-training": "Training on the job",
    "growth": "Job growth",
    "openings": "Openings a year",
    "employment": "Jobs in the US",
    "best-city": "Best-paying city",
    "best-state": "Best-paying state",
    "age": "Average age",
    "remote": "Remote work",
    "autonomy": "Freedom",
    "impact": "Measured by",
}
_STATISTICS = {
    "median": "Median pay",
    "mean": "Average pay",
    "range": "Pay range",
    "low": "Pay from",
    "high": "Pay to",
    "p10": "1 in 10 earn less than",
    "p25": "1 in 4 earn less than",
    "p75": "3 in 4 earn less than",
    "p90": "9 in 10 earn less than",
}
_HIGHER, _LOWER = 1, -1
_BETTER = {"pay": _HIGHER, "growth": _HIGHER, "openings": _HIGHER, "time-to-enter": _LOWER}
"""Measures of which more or less is better for everyone; the better cell is green."""


def table_row(row: RowView, rank: int, *, pair: bool) -> Row:
    """Return a row of the table of sides, with the difference where there are two."""
    cells = tuple(_cells(row))
    return Row(Cell((label(row),)), (*cells, *((Cell((_difference(row),), numeric=True),) if pair else ())), rank)


def known_pay_cell(row: RowView, cell: CellView) -> Cell:
    """Return pay that is known of one side: `$62,890†`, `~$142,700`, `$29.05‡ an hour`, and its source."""
    mark = fit_mark(cell.fit) or "‡" * (row.statistic == "mean")
    per = "" if row.per in (None, "year") else f" {format_per(row.per)}"
    tone: Tone = "muted" if cell.fit == "proxy" or row.is_estimate else ""
    return Cell((f"{_amount(cell, row)}{'' if row.is_estimate else mark}{per}{cite(row.source)}",), tone)


def side_cells(row: RowView) -> list[Cell]:
    """Return what each side has in a row, for a column that is compared downwards: numbers are flush right."""
    cells = _cells(row)
    return [replace(cell, numeric=cell.lines[-1][:1] in "+-$~€£0123456789") for cell in cells]


def nearest_job_rows(row: RowView, rank: int, *, pair: bool) -> Iterator[Row]:
    """Yield that official figures do not count some sides, and the nearest jobs that they do count."""
    per = "" if row.per in (None, "year") else f" {format_per(row.per)}"
    counted = tuple(
        Cell(("not counted" if cell.fit == "proxy" else _amount(cell, row) + fit_mark(cell.fit),)) if cell else UNKNOWN
        for cell in row.cells
    )
    nearest = tuple(
        Cell((f"{_amount(cell, row)}*", cell.occupation_title or ""), "muted")
        if cell and cell.fit == "proxy"
        else NOTHING
        for cell in row.cells
    )
    rest = (NOTHING,) if pair else ()
    yield Row(Cell((f"Official pay{cite(row.source)}",)), (*counted, *rest), rank)
    yield Row(Cell((f"{INDENT}nearest job, {row.statistic}{per}",)), (*nearest, *rest), rank)


def against_the_first(row: RowView) -> Row | None:
    """Return what each of several sides pays more or less than the first; None where nothing may be subtracted."""
    if row.difference is None or not row.currency:
        return None
    values = [cell.value if cell else None for cell in row.cells]
    first = values[0]
    if first is None:
        return None
    cells = (
        NOTHING if value is None else Cell((signed(difference(value, first), row.currency),)) for value in values[1:]
    )
    return Row(Cell((f"{INDENT}against the first",)), (NOTHING, *cells), 0)


def label(row: RowView) -> str:
    """Return what a row is called, with the number of its source."""
    name = _LABELS.get(row.measure) or row.label
    if row.measure == "pay":
        name = _STATISTICS.get(row.statistic or "", row.label)
        name += "" if row.per in (None, "year") else f" {format_per(row.per)}"
    elif row.measure == ESTIMATE:
        name = "Pay, estimated"
    elif row.measure == "degree":
        name = f"Have a {education_word(row.label.removeprefix('Most common degree: '))}"
    elif row.measure == "gender":
        name = {"Female": "Women", "Male": "Men"}.get(row.label.removeprefix("Gender: "), row.label)
    elif row.measure == "growth" and (row.period or "")[4:5] == "-":
        name += f" by {(row.period or '')[:2]}{(row.period or '')[5:]}"
    elif row.measure == "employment" and row.place != "US":
        name = row.label
    named = f"{name}, {row.population}" if row.population else name
    place = f", {row.place_title}" if row.place_title and row.place != "US" else ""
    return named + place + cite(row.source)


def _cells(row: RowView) -> Iterator[Cell]:
    best = _best(row)
    for cell, text in zip(row.cells, short_texts(row), strict=True):
        if cell is None or not cell.given:
            yield UNKNOWN
            continue
        tone: Tone = "muted" if cell.fit == "proxy" or row.is_estimate else "good" if cell is best else ""
        amount = _amount(cell, row)
        if row.measure in ("best-state", "best-industry") and text:
            yield Cell((text, *((amount + fit_mark(cell.fit),) if amount else ())), tone)
        else:
            words = amount or _words(text, row) or "; ".join(cell.texts())
            yield Cell((words + fit_mark(cell.fit),), tone)


def _words(text: str, row: RowView) -> str:
    word = education_word(text) if row.measure == "entry-education" else text.removesuffix(" on-the-job training")
    return word[:1].upper() + word[1:]


def _amount(cell: CellView, row: RowView) -> str:
    """Write a figure; nothing where the cell is a text."""
    if row.measure == "level-years":
        return years_words(cell).replace(" to ", "–")
    if row.measure == "growth" and cell.value is not None:
        return f"{signed(cell.value)}%"
    money = row.currency or ("USD" if row.unit == "USD a year" else None)
    unit = None if row.unit in ("openings a year", "USD a year", "jobs", "zone") else row.unit

    def written(value: Num) -> str:
        return format_quantity(value, unit, money, row.per or "year")

    text = ""
    if cell.value is not None:
        text = f"{'~' * (row.measure == ESTIMATE)}{written(cell.value)}"
    elif cell.at_least is not None:
        text = f"{'' if cell.low is None else f'{written(cell.low)}–'}{written(cell.at_least)}+"
    elif cell.at_most is not None:
        text = f"under {written(cell.at_most)}"
    elif cell.low is not None or cell.high is not None:
        text = format_range(cell.low, cell.high, unit, money, row.per or "year")
    return text


def _best(row: RowView) -> CellView | None:
    """Return the cell that is better for everyone; None where that is a matter of taste, or nothing may be said."""
    way = _BETTER.get(row.measure)
    values = [(cell.value if cell.value is not None else cell.high, cell) for cell in row.cells if cell]
    if way is None or not _may_subtract(row) or any(value is None for value, _ in values):
        return None
    ordered = sorted(values, key=lambda pair: -way * (pair[0] or 0))
    return ordered[0][1] if len(ordered) > 1 and ordered[0][0] != ordered[1][0] else None


def _may_subtract(row: RowView) -> bool:
    """Say whether a difference means something: not of another job, nor within one group, nor of estimates."""
    if row.measure == "pay":
        return row.difference is not None
    cells = [cell for cell in row.cells if cell]
    groups = {cell.occupation for cell in cells}
    one_group = len(groups) == 1 and None not in groups
    return not (row.is_estimate or one_group or any(cell.fit == "proxy" for cell in cells))


def _difference(row: RowView) -> str:
    """Return the second less the first, with a sign; `same` for equal ones, nothing where they do not compare."""
    first, second = row.cells
    if first is None or second is None or not (first.given and second.given) or row.group == "best paying":
        return ""
    if not _may_subtract(row):
        one_group = first.occupation is not None and first.occupation == second.occupation
        return f"same group{fit_mark(first.fit)}" if one_group and row.measure == "pay" else ""
    if first.value is not None and second.value is not None:
        return _change(difference(second.value, first.value), row)
    if None not in (first.low, second.low, first.high, second.high) or row.measure == "level-years":
        return _range_difference(first, second, row)
    return "same" if first.text is not None and first.text == second.text else ""


def _range_difference(first: CellView, second: CellView, row: RowView) -> str:
    """Return the difference of the lower ends, and that of the upper ends where it is another; of levels, of begins."""
    starts = [next((n for n in (cell.low, cell.at_least) if n is not None), 0) for cell in (first, second)]
    low = difference(starts[1], starts[0])
    high = difference(second.high or 0, first.high or 0)
    if low == high or row.measure == "level-years":
        return _change(low, row)
    if row.currency:
        return f"{_change(low, row)} to {_change(high, row)}"
    return f"{_sign(low)}{format_number(abs(low))} to {_change(high, row)}"


def _change(amount: Num, row: RowView) -> str:
    if not amount:
        return "same"
    if row.currency or row.unit == "USD a year":
        return (
            signed(amount, row.currency or "USD")
            if row.per != "hour"
            else _sign(amount) + format_money(abs(amount), row.currency or "USD", "hour")
        )
    if row.unit == "percent":
        return f"{signed(amount)} {'point' if abs(amount) == 1 else 'points'}"
    if row.unit in ("years", "months", "weeks"):
        return _sign(amount) + format_quantity(abs(amount), row.unit)
    return _sign(amount) + format_number(abs(amount))


def _sign(amount: Num) -> str:
    return "+" if amount > 0 else "-"
