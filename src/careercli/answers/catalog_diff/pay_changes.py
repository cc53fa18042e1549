"""Rows on pay put together: what one amount, one range or one distribution was before and is now."""

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from careercli.amounts import format_money, format_per, format_percent, signed
from careercli.answers.catalog_diff.view import DiffRow

_CENTERS = ("median", "mean")
_ENDS = {"low": "low", "high": "high", "p10": "1 in 10", "p90": "9 in 10"}
Way = Literal["up", "down", "both ways"]


class PayChange(Struct, frozen=True):
    """What became of one statement of pay; every point of it that is another one now."""

    points: tuple[DiffRow, ...]

    @property
    def row(self) -> DiffRow:
        """What it is about."""
        return self.points[0]

    @property
    def told(self) -> tuple[DiffRow, ...]:
        """The points that stand for it: the median or the average, else both ends, else all."""
        by_name = {point.statistic: point for point in self.points}
        center = [by_name[name] for name in _CENTERS if name in by_name][:1]
        return tuple(center or [by_name[name] for name in ("low", "high") if name in by_name] or self.points)

    @property
    def way(self) -> Way | None:
        """Which way it goes; None where no number says it, or nothing moves."""
        amounts = [point.amount for point in self.told if point.amount]
        if not amounts:
            return None
        return "up" if min(amounts) > 0 else "down" if max(amounts) < 0 else "both ways"

    @property
    def percents(self) -> list[float]:
        """By how many percent the points move that stand for it."""
        return [point.percent for point in self.told if point.percent is not None]

    @property
    def per(self) -> str:
        """`an hour`, `a year`."""
        return format_per(self.row.per or "year")


def pay_changes(rows: Iterable[DiffRow]) -> list[PayChange]:
    """Return the statements of pay of which points moved, in the order of the rows."""
    found: dict[tuple[str | None, ...], list[DiffRow]] = {}
    for row in rows:
        if row.section == "pay" and row.statistic and row.amount is not None:
            key = (row.entry, row.level, row.what, row.currency, row.before_period, row.after_period)
            found.setdefault(key, []).append(row)
    return [PayChange(tuple(points)) for points in found.values()]


def amounts_text(points: Sequence[DiffRow], side: Literal["before", "after"], *, short: bool = False) -> str:
    """Write a side: `$48,510`, `$44.00–$53.00`; where only one end moved, that one; `short` leaves .00 out."""
    values = [point.before_value if side == "before" else point.after_value for point in points]
    amounts = []
    for point, value in zip(points, values, strict=True):
        text = "" if value is None else format_money(value, point.currency or "", point.per or "year")
        amounts.append(text.removesuffix(".00") if short else text)
    return "–".join(amounts[:2])


def change_text(points: Sequence[DiffRow]) -> str:
    """Write what moved: `+$2,310 (+5.0%)`, of two ends `+4.6% low, +5.7% high`."""
    if len(points) == 1:
        point = points[0]
        amount = point.amount or 0
        if not amount:
            return "as before"
        money = signed(format_money(abs(amount), point.currency or "", point.per or "year"), amount)
        return f"{money} ({percent_text(point.percent)})" if point.percent is not None else money
    moved = [point for point in points if point.percent is not None]
    return ", ".join(f"{percent_text(point.percent)} {_ENDS.get(point.statistic or '', '')}" for point in moved)


def percent_text(share: float | None) -> str:
    """Write a change in percent with its sign."""
    return signed(format_percent(abs(share or 0)), share or 0)
