"""Pay ranges of two or three sides on one axis, where all have the same kind of range from one source."""

from collections.abc import Mapping, Sequence

from careercli.amounts import format_range
from careercli.answers.compare.short_titles import names_in_labels
from careercli.answers.compare.view import CellView, ColumnView, RowView
from careercli.blocks import Chart, PayRange, cite

MAX_RANGES = 3
BAND = ("range", "range")
"""The statistics that hold the ends of a published range: one row has both."""


def pay_chart(columns: Sequence[ColumnView], rows: Sequence[RowView], pay: RowView) -> Chart | None:
    """Return the ranges beside the row of pay that the verdict cites; None where a side has none, or another job's."""
    if len(columns) > MAX_RANGES or pay.is_estimate or any(cell and cell.fit == "proxy" for cell in pay.cells):
        return None
    groups = {cell.occupation for cell in pay.cells if cell}
    if len(groups) == 1 and None not in groups and not all(column.place for column in columns):
        return None
    alike: dict[str | None, RowView] = {}
    for row in rows:
        if row.measure == "pay" and _same_people(row, pay):
            alike.setdefault(row.statistic, row)
    for label, ends, low, high in (("8 in 10 earn", "", "p10", "p90"), ("Pay range", "lowest to highest", *BAND)):
        points = [
            {statistic: row.cells[index] or CellView() for statistic, row in alike.items()}
            for index in range(len(columns))
        ]
        names = names_in_labels([column.heading() for column in columns])
        ranges = [
            _range(name, side, pay, side.get(low, CellView()), side.get(high, CellView()))
            for name, side in zip(names, points, strict=True)
        ]
        told = tuple(one for one in ranges if one is not None)
        if len(told) == len(columns):
            return Chart(
                told,
                pay.currency or "USD",
                pay.per or "year",
                label=label + cite(pay.source),
                line_a_range=True,
                ends=ends,
            )
    return None


def _same_people(row: RowView, pay: RowView) -> bool:
    keys = ("source", "period", "per", "place", "population", "currency")
    return all(getattr(row, key) == getattr(pay, key) for key in keys)


def _range(
    name: str, points: Mapping[str | None, CellView], pay: RowView, first: CellView, last: CellView
) -> PayRange | None:
    """Return one range from the low end of `first` to the high end of `last`; None where an end is not known."""
    start = first.low if first.low is not None else first.value
    end = last.high if last.high is not None else last.value
    high = last.at_least if end is None else end
    if start is None or high is None:
        return None
    middle = {name: points[name].value if name in points else None for name in ("p25", "median", "mean", "p75")}
    caption = format_range(start, high, None, pay.currency or "USD", pay.per or "year")
    return PayRange(
        label=name,
        caption=f"{caption}+" if end is None else caption,
        low=start,
        p25=middle["p25"],
        median=middle["median"],
        mean=middle["mean"] if middle["median"] is None else None,
        p75=middle["p75"],
        high=high,
        open_end=end is None,
    )
