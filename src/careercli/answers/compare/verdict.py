"""A comparison in words, built from its rows alone and honest about what cannot be held against each other."""

from collections.abc import Callable, Iterator, Sequence

from careercli.amounts import (
    Num,
    format_money,
    format_per,
    format_percent,
    format_quantity,
    format_range,
    join_words,
)
from careercli.answers.compare.known_pay import Sentence, known_pay, wage_level_sentence
from careercli.answers.compare.rows import WAGE_LEVEL
from careercli.answers.compare.view import CellView, ColumnView, RowView
from careercli.answers.shared.figures import RoleData

MAX_COLUMNS_IN_TEXT = 3
"""Sides whose skills a sentence can hold apart."""


def verdict(columns: Sequence[ColumnView], rows: Sequence[RowView], role_data: RoleData) -> tuple[Sentence, ...]:
    """Return the sentences: pay, official pay, time to enter, growth, what sets the sides apart."""
    return (
        *_pay(columns, rows, role_data),
        *_official_pay(columns, rows, role_data),
        *_time_to_enter(columns, rows, role_data),
        *_growth(columns, rows, role_data),
        *_skill_differences(columns, rows),
    )


def _comparable_rows(rows: Sequence[RowView], measure: str, statistics: tuple[str | None, ...]) -> list[RowView]:
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


def _pay(columns: Sequence[ColumnView], rows: Sequence[RowView], role_data: RoleData) -> Iterator[Sentence]:
    central = [row for row in _comparable_rows(rows, "pay", ("mean", "median")) if row.per == "year"]
    own = [row for row in central if all(cell and cell.fit is None for cell in row.cells)]
    own = [row for row in own if role_data.sources[row.source or ""].kind != "rule"]
    own.sort(key=lambda row: row.statistic != "median")
    for row in own[:1]:
        yield from _pay_sentence(columns, row, role_data, "")
    bands = [] if central else _comparable_rows(rows, "pay", ("range",))
    bands.sort(key=lambda row: row.per != "year")
    for row in bands[:1]:
        yield _band_sentence(columns, row, role_data)
    levels = [] if central or bands else [row for row in rows if row.measure == WAGE_LEVEL and row.difference]
    for row in levels[:1]:
        yield wage_level_sentence(columns, row, role_data)
    if not central and not bands and not levels:
        known = [known_pay(rows, index, role_data) for index in range(len(columns))]
        said = "; ".join(
            f"{column.title}: {pay.text or 'none in the catalog'}" for column, pay in zip(columns, known, strict=True)
        )
        yield Sentence(
            f"Pay cannot be compared like with like, no source gives the same statistic for all: {said}.",
            tuple(source for pay in known for source in pay.sources),
        )


def _official_pay(columns: Sequence[ColumnView], rows: Sequence[RowView], role_data: RoleData) -> Iterator[Sentence]:
    for row in _comparable_rows(rows, "pay", ("median",)):
        cells = [cell for cell in row.cells if cell]
        if row.per != "year" or any(cell.occupation is None or cell.value is None for cell in cells):
            continue
        classes = {cell.occupation for cell in cells}
        proxies = [column.title for column, cell in zip(columns, cells, strict=True) if cell.fit == "proxy"]
        amounts = [f"{cell.occupation_title} {format_money(cell.value or 0, row.currency or 'USD')}" for cell in cells]
        if len(classes) == 1 and all(column.place for column in columns):
            yield from _pay_sentence(columns, row, role_data, "Official pay: ")
        elif len(classes) > 1 and any(column.level for column in columns):
            counted = [f"{column.title}: {amount}" for column, amount in zip(columns, amounts, strict=True)]
            text = (
                "Official statistics count these levels in different occupations, and each median is that of everyone "
                f"in it, so nothing is subtracted: {join_words(counted)} a year"
            )
            yield Sentence(f"{text} ({_when(row, role_data)}).", (row.source,))
        elif len(classes) == 1:
            name = f"{cells[0].occupation_title} ({cells[0].occupation})"
            text = f"Official statistics count all of them in one class, {name}, and cannot tell their pay apart."
            yield Sentence(text, (row.source,))
        elif proxies:
            text = (
                f"Official statistics have no class for {join_words(proxies, 'or')}; the classes that stand in are "
                f"other jobs, so their medians are not subtracted: {join_words(amounts)} a year"
            )
            yield Sentence(f"{text} ({_when(row, role_data)}).", (row.source,))
        else:
            yield from _pay_sentence(columns, row, role_data, "Official classes: ")
        return


def _when(row: RowView, role_data: RoleData, unknown: str = "no date given") -> str:
    return f"{role_data.sources[row.source or ''].title}, {row.period or unknown}"


def _sides(columns: Sequence[ColumnView], row: RowView) -> list[tuple[ColumnView, CellView]]:
    """Return what each side has in a row, those left out that have nothing."""
    return [(column, cell) for column, cell in zip(columns, row.cells, strict=True) if cell]


def _ranked(
    columns: Sequence[ColumnView], row: RowView, number: Callable[[CellView], Num | None]
) -> list[tuple[Num, str, CellView]]:
    """Return what each side has in a row, with the side's title; the highest number first."""
    told = [(number(cell), column.title, cell) for column, cell in _sides(columns, row)]
    known = [(value, title, cell) for value, title, cell in told if value is not None]
    return sorted(known, key=lambda entry: -entry[0])


def _pay_sentence(columns: Sequence[ColumnView], row: RowView, role_data: RoleData, opening: str) -> Iterator[Sentence]:
    currency, per = row.currency or "", row.per or "year"
    ranked = _ranked(columns, row, lambda cell: cell.value)
    amounts = [f"{format_money(value, currency, per)}{_class(cell)}" for value, _, cell in ranked]
    if row.difference is None or row.difference.amount == 0:
        text = f"equal {row.statistic} pay for all, {amounts[0]} {format_per(per)}"
    elif len(ranked) == 2:
        gap = row.difference
        text = (
            f"{ranked[0][1]} pays more: {amounts[0]} against {amounts[1]} {format_per(per)} ({row.statistic}), "
            f"{format_money(gap.amount, currency, per)}{_shares(gap.percent, gap.amount, ranked[0][0])}"
        )
    else:
        order = [f"{title} {format_money(value, currency, per)}{_part(cell)}" for value, title, cell in ranked]
        lowest = ranked[-1][0]
        times = f"; the first is {ranked[0][0] / lowest:.1f} times the last" if lowest > 0 else ""
        text = f"by {row.statistic} pay {format_per(per)}, {join_words(order)}{times}"
    yield Sentence(f"{opening}{text} ({_when(row, role_data)}).", (row.source,))


def _band_sentence(columns: Sequence[ColumnView], row: RowView, role_data: RoleData) -> Sentence:
    """Compare the ends of published ranges: from with from, to with to."""
    currency, per = row.currency or "", row.per or "year"
    ends = [(cell.low or 0, cell.high or 0, column.title) for column, cell in _sides(columns, row)]
    ranked = sorted(ends, key=lambda entry: (-entry[0], -entry[1]))
    bands = [format_range(low, high, None, currency, per) for low, high, _ in ranked]
    (high_low, high_high, first), (low_low, low_high, _) = ranked[:2]
    if len(ranked) > 2:
        order = [f"{title} {band}" for (_, _, title), band in zip(ranked, bands, strict=True)]
        text = f"By pay range {format_per(per)}, {join_words(order)}"
    elif ranked[0][:2] == ranked[1][:2]:
        text = f"The same pay range for both, {bands[0]} {format_per(per)}"
    else:
        gaps = [
            f"{format_money(abs(more - less), currency, per)}{_percent_of(abs(more - less), min(more, less))} "
            f"{'more' if more > less else 'less'} at the {name} end"
            for more, less, name in ((high_low, low_low, "lower"), (high_high, low_high, "upper"))
            if more != less
        ]
        told = f"{first} pays more" if high_high >= low_high else f"The range of {first} begins higher and ends lower"
        text = f"{told}: {bands[0]} against {bands[1]} {format_per(per)}, {join_words(gaps)}"
    return Sentence(f"{text} ({_when(row, role_data)}).", (row.source,))


def _percent_of(amount: Num, base: Num) -> str:
    return f" ({format_percent(amount / base * 100)})" if base > 0 else ""


def _shares(share: float | None, amount: Num, highest: Num) -> str:
    """Write the difference in percent from both ends; nothing where the lower end is zero."""
    if share is None:
        return " more"
    return f" or {format_percent(share)} more, {format_percent(amount / highest * 100)} less the other way round"


def _class(cell: CellView) -> str:
    return f" [{cell.occupation_title}]" if cell.occupation else ""


def _part(cell: CellView) -> str:
    """Name the class in a list of many only where it is wider than the role; the table has them all."""
    return f" [part of {cell.occupation_title}]" if cell.fit == "part" else ""


def _time_to_enter(columns: Sequence[ColumnView], rows: Sequence[RowView], role_data: RoleData) -> Iterator[Sentence]:
    for row in _comparable_rows(rows, "time-to-enter", (None,))[:1]:
        spans = _ranked(columns, row, lambda cell: cell.high if cell.high is not None else cell.value or 0)
        words = [_cell_words(cell, row) for _, _, cell in spans]
        if spans[0][0] == spans[-1][0]:
            text = f"Time to enter is the same, {words[0]}"
        elif len(spans) == 2:
            text = f"{spans[0][1]} takes longer to enter: {words[0]} against {words[1]}"
        else:
            order = [f"{title} {text}" for (_, title, _), text in zip(spans, words, strict=True)]
            text = f"Time to enter, longest first: {join_words(order)}"
        yield Sentence(f"{text} ({role_data.sources[row.source or ''].title}).", (row.source,))


def _growth(columns: Sequence[ColumnView], rows: Sequence[RowView], role_data: RoleData) -> Iterator[Sentence]:
    """Prefer what is said of the roles themselves; a growth of proxies is told as that of other jobs."""
    complete = _comparable_rows(rows, "growth", (None,))
    complete.sort(key=lambda row: any(cell and cell.fit == "proxy" for cell in row.cells))
    for row in complete[:1]:
        ranked = _ranked(columns, row, lambda cell: cell.value or 0)
        words = [f"{_cell_words(cell, row)}{_class(cell)}" for _, _, cell in ranked]
        if any(cell.fit == "proxy" for _, _, cell in ranked):
            text = f"Growth is known only for the official classes that stand in: {join_words(words)}"
        elif ranked[0][0] == ranked[-1][0]:
            text = f"All are expected to change alike, by {words[0]}"
        elif len(ranked) == 2:
            text = f"{ranked[0][1]} is expected to grow faster: {words[0]} against {words[1]}"
        else:
            order = [f"{title} {_cell_words(cell, row)}{_part(cell)}" for _, title, cell in ranked]
            text = f"Growth, fastest first: {join_words(order)}"
        yield Sentence(f"{text} ({_when(row, role_data, 'period not given')}).", (row.source,))


def _skill_differences(columns: Sequence[ColumnView], rows: Sequence[RowView]) -> Iterator[Sentence]:
    for row in rows:
        if row.measure != "skills-must" or len(columns) > MAX_COLUMNS_IN_TEXT:
            continue
        parts = [f"{column.title} asks for {join_words(cell.items[:3])}" for column, cell in _sides(columns, row)]
        yield Sentence(f"What sets them apart: {'; '.join(parts)}.")


def _cell_words(cell: CellView, row: RowView) -> str:
    if cell.value is not None:
        return format_quantity(cell.value, row.unit)
    return format_range(cell.low, cell.high, row.unit)
