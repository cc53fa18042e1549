"""The pay that is known of one side of a comparison, and how a sentence gives it."""

from collections.abc import Sequence

from careercli.amounts import format_extent, format_per
from careercli.answers.compare.view import ESTIMATE, WAGE_LEVEL, CellView, RowView

STATISTIC_WORDS = {
    "mean": "average",
    "low": "from",
    "high": "up to",
    "p10": "1 in 10 earn less than",
    "p25": "1 in 4 earn less than",
    "p75": "3 in 4 earn less than",
    "p90": "9 in 10 earn less than",
}
"""The statistics that people call by other words."""


def known_pay(rows: Sequence[RowView], index: int) -> tuple[RowView, CellView] | None:
    """Return the pay known of one side, if any: a median or average, another job's last, else a range or bound."""
    known = [(row, cell) for row in rows if row.measure == "pay" and (cell := row.cells[index])]
    central = [(row, cell) for row, cell in known if row.statistic in ("median", "mean") and cell.value is not None]
    central.sort(key=lambda pair: (pair[1].fit == "proxy", pair[0].per != "year", pair[0].statistic != "median"))
    whole = [(row, cell) for row, cell in (*central, *known) if row.population is None]
    levels = [
        (row, cell)
        for row in rows
        if row.measure in (WAGE_LEVEL, ESTIMATE) and (cell := row.cells[index]) and cell.value is not None
    ]
    return next(iter((*whole, *known, *levels)), None)


def known_pay_words(row: RowView, cell: CellView, estimate: bool = False) -> str:
    """Write pay that is known of one side with its statistic and whom it was counted for."""
    amount = format_extent(cell, None, row.currency or "", row.per or "year")
    amount = f"{amount} {format_per(row.per or 'year')}"
    if row.measure == WAGE_LEVEL:
        return f"{amount}, the official wage level {cell.text}"
    if row.measure == ESTIMATE:
        return f"about {amount} by our estimate"
    other = {"proxy": "another job", "part": "a broader group"}.get(cell.fit or "")
    group = f" for {cell.occupation_title}, {other}" if other else ""
    whom = f", {row.population}" if row.population else ""
    statistic = STATISTIC_WORDS.get(row.statistic or "", row.statistic or "")
    return f"{'an estimate, ' if estimate else ''}{statistic} {amount}{group}{whom}"
