"""A comparison as a page: the verdict in words, then the rows by group, then the sources."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from careercli.amounts import (
    format_extent,
    format_money,
    format_number,
    format_per,
    format_percent,
    format_quantity,
    format_years_band,
    join_words,
)
from careercli.answers.compare.level_changes_page import changes_blocks
from careercli.answers.compare.view import (
    ESTIMATE,
    CellView,
    CompareVerdictView,
    CompareView,
    DifferenceView,
    RowView,
)
from careercli.answers.shared.page_parts import Citations, bullets, heading, occupation_fit_text, prose, source_list
from careercli.answers.shared.wording import statistic_word
from careercli.blocks import MISSING, Block, Cell, Heading, Page, Row, Table
from careercli.model import STATISTICS

_SHOWN_IN_CHANGES = ("level-years", "duties", "autonomy", "impact", "focus", "skills-rising")
"""Measures whose rows would say again what stands above them."""


def page(view: CompareView) -> Page:
    """Return the comparison as a page."""
    citations = Citations(view.sources)
    pair = len(view.columns) == 2
    rows: list[Row] = []
    told = _SHOWN_IN_CHANGES if view.changes else ()
    shown = [row for row in view.rows if row.measure not in told]
    for group, members in groupby(shown, key=lambda row: row.group):
        rows.append(Row(Cell((group.capitalize(),), "accent")))
        rows += [
            _official(alike, pair, citations) if len(alike) > 1 else _plain(alike[0], pair, citations)
            for alike in _grouped(members)
        ]
    titles = [column.heading() for column in view.columns]
    headers = ("", *titles, *(("Difference",) if pair else ()))
    sources = {source.source: source.short for source in view.sources}
    said = (_with_sources(one, sources) for one in view.verdict)
    blocks: list[Block] = [Heading(join_words(titles, "or"), 1), *bullets(said)]
    if view.changes:
        blocks += changes_blocks(view.changes, view.columns, citations)
        blocks.append(heading("Side by side"))
    if view.sorted_by:
        blocks.append(prose(f"Columns sorted by {view.sorted_by}.", "muted"))
    if rows:
        blocks.append(Table(headers, tuple(rows), splittable=True))
    else:
        blocks.append(prose("Nothing to show: all columns are the same here, or empty.", "muted"))
    return Page((*blocks, *source_list(view.sources)))


def _with_sources(said: CompareVerdictView, names: Mapping[str, str]) -> str:
    """Put the names of its sources before the full stop of a sentence."""
    cited = join_words([names[source] for source in said.cites])
    if not cited:
        return said.text
    text = said.text.removesuffix(".")
    return f"{text[:-1]}; {cited})." if text.endswith(")") else f"{text} ({cited})."


def _grouped(rows: Iterable[RowView]) -> Iterable[list[RowView]]:
    """Put the statistics of one official distribution into one row; every other row stands alone."""
    gathered: dict[object, list[RowView]] = {}
    for position, row in enumerate(rows):
        classes = tuple(cell.occupation if cell else None for cell in row.cells)
        official = row.measure == "pay" and any(classes)
        key = (row.source, row.period, row.per, row.place, row.population, classes) if official else position
        gathered.setdefault(key, []).append(row)
    return gathered.values()


def _plain(row: RowView, pair: bool, citations: Citations) -> Row:
    cells = [_cell(cell, row) for cell in row.cells]
    if pair and row.difference and row.difference_high:
        ends = [_difference(end, row).lines[0] for end in (row.difference, row.difference_high)]
        cells.append(Cell((f"from {ends[0]}", f"to {ends[1]}")))
    elif pair:
        cells.append(_difference(row.difference, row))
    return Row(Cell((_label(row) + citations.mark(row.source),)), tuple(cells))


def _official(rows: list[RowView], pair: bool, citations: Citations) -> Row:
    """Return one row with a line for each statistic, the class that was counted below them."""
    first = rows[0]
    ordered = sorted(rows, key=lambda row: STATISTICS.index(row.statistic))
    cells = []
    for column, cell in enumerate(first.cells):
        if cell is None:
            cells.append(MISSING)
            continue
        points = [(row.statistic, row.cells[column], row) for row in ordered]
        lines = [
            f"{statistic_word(statistic or '')} {_amount(point, row)}" for statistic, point, row in points if point
        ]
        cells.append(Cell((*lines, _class(cell))))
    if pair:
        gaps = [_difference(row.difference, row).lines[0] for row in ordered]
        cells.append(Cell(tuple(gaps) if any(gaps) else ("",)))
    facts = [
        "Official pay " + format_per(first.per or "year"),
        first.place_title if first.place != "US" else None,
        first.period,
    ]
    label = ", ".join(filter(None, facts))
    return Row(Cell((label + citations.mark(first.source),)), tuple(cells))


def _class(cell: CellView) -> str:
    return occupation_fit_text(cell.occupation_title, cell.occupation, cell.fit)


def _label(row: RowView) -> str:
    label = "Estimated pay" if row.is_estimate and row.measure == "pay" else row.label
    parts = [f"{label} {format_per(row.per)}" if row.per else label]
    parts += [part for part in (row.population, row.place_title if row.place != "US" else None) if part]
    if row.currency and row.currency != "USD":
        parts.append(row.currency)
    if row.period and row.source:
        parts.append(row.period)
    return ", ".join(parts)


def _cell(cell: CellView | None, row: RowView) -> Cell:
    if cell is None:
        return MISSING
    if not cell.given:
        return Cell(("not given",), "muted")
    if cell.texts():
        return Cell(cell.texts(), is_list=True)
    amount = _amount(cell, row)
    if not amount:
        marked = [_class(cell)] if cell.occupation is not None and cell.fit != "exact" else []
        return Cell((cell.text or "", *marked))
    lines = [f"{amount}, {cell.text}" if cell.text else amount]
    if cell.occupation is not None:
        lines.append(_class(cell))
    if row.group == "best paying" and cell.note:
        lines.append(cell.note)
    return Cell(tuple(lines), numeric=len(lines) == 1)


def _amount(cell: CellView, row: RowView) -> str:
    if row.measure == "level-years":
        low, high = (cell.low or 0, cell.high) if cell.at_least is None else (cell.at_least, None)
        return format_years_band(low, high)
    amount = format_extent(cell, row.unit, row.currency, row.per or "year")
    return f"about {amount}" if row.measure == ESTIMATE else amount


def _difference(difference: DifferenceView | None, row: RowView) -> Cell:
    if difference is None:
        return Cell(("",))
    if difference.amount == 0:
        return Cell(("equal",), "muted")
    if row.unit == "percent":
        return Cell((f"{format_number(difference.amount)} points",), numeric=True)
    if row.currency:
        amount = format_money(difference.amount, row.currency, row.per or "year")
    else:
        amount = format_quantity(difference.amount, row.unit)
    share = f" ({format_percent(difference.percent)})" if difference.percent is not None else ""
    return Cell((amount + share,), numeric=True)
