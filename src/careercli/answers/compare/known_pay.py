"""What a verdict says of pay that is known of one side alone, and of one wage level at several places."""

from collections.abc import Sequence

from msgspec import Struct

from careercli.amounts import format_money, format_per, format_percent, format_value_or_range
from careercli.answers.compare.rows import WAGE_LEVEL
from careercli.answers.compare.view import ColumnView, RowView
from careercli.answers.shared.figures import RoleData


class Sentence(Struct, frozen=True):
    """A sentence of the verdict, and the sources that it rests on."""

    text: str
    sources: tuple[str | None, ...] = ()


def known_pay(rows: Sequence[RowView], index: int, role_data: RoleData) -> Sentence:
    """Say which pay a side has, if any: its first median or mean, else its first range or bound."""
    known = [(row, cell) for row in rows if row.measure == "pay" and (cell := row.cells[index])]
    central = [(row, cell) for row, cell in known if row.statistic in ("median", "mean") and cell.value is not None]
    whole = [(row, cell) for row, cell in (*central, *known) if row.population is None]
    for row, cell in (whole or known)[:1]:
        fit = f" of {cell.occupation_title}, {cell.fit or 'class'}" if cell.occupation else ""
        source = role_data.sources[row.source or ""]
        estimate = "an estimate, " if source.kind == "rule" else ""
        amount = format_value_or_range(
            value=cell.value,
            low=cell.low,
            high=cell.high,
            bound_below=cell.at_least,
            bound_above=cell.at_most,
            unit=None,
            currency=row.currency or "",
            per=row.per or "year",
        )
        unit = f" {format_per(row.per)}" if row.per not in (None, "year") else ""
        whom = f", {row.population}" if row.population else ""
        return Sentence(f"{estimate}{row.statistic} {amount}{unit}{fit}{whom} ({source.title})", (row.source,))
    for row in rows:
        told = row.cells[index]
        if told is None or told.value is None or row.measure not in ("estimated-pay", WAGE_LEVEL):
            continue
        amount = format_money(told.value, row.currency or "", row.per or "year")
        if row.measure == WAGE_LEVEL:
            return Sentence(
                f"{amount} {format_per(row.per or 'year')}, official wage level: {told.text}", (row.source,)
            )
        return Sentence(f"about {amount} by our estimate, {told.note}", (row.source,))
    return Sentence("")


def wage_level_sentence(columns: Sequence[ColumnView], row: RowView, role_data: RoleData) -> Sentence:
    """Say where one wage level of one class pays more; the row has a difference."""
    level = next(cell.text for cell in row.cells if cell)
    source = f"{role_data.sources[row.source or ''].title}, {row.period or 'no date given'}"
    difference = row.difference
    if difference is None or difference.amount == 0:
        return Sentence(f"The official wage level {level} is the same ({source}).", (row.source,))
    titles = {column.name: column.title for column in columns}
    amount = f"{format_money(difference.amount, row.currency or '', row.per or 'year')} {format_per(row.per or 'year')}"
    share = f" ({format_percent(difference.percent)})" if difference.percent is not None else ""
    return Sentence(
        f"The official wage level {level} is {amount}{share} higher for {titles[difference.highest]} than for "
        f"{titles[difference.lowest]} ({source}).",
        (row.source,),
    )
