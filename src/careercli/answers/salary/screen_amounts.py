"""Amounts of a distribution as first screens write them: a number, a bound, a range."""

from careercli.amounts import Num, format_money, format_per
from careercli.answers.shared.screen_parts import UNKNOWN, fit_mark
from careercli.answers.shared.view_parts import PayView
from careercli.blocks import Cell
from careercli.model import Statistic


def money(value: Num, pay: PayView) -> str:
    """Return an amount in the currency and the unit of a distribution."""
    return format_money(value, pay.currency, pay.per)


def central(pay: PayView) -> tuple[Statistic, Num] | None:
    """Return the median, else a bound of it, else the mean, with its name; None where only a range is known."""
    if pay.median is None and "median" in pay.points_at_least:
        return "median", pay.points_at_least["median"]
    known = pay.central_pay()
    return ("median" if known[0] == "median" else "mean", known[1]) if known else None


def central_text(pay: PayView) -> str:
    """Return the central amount in a sentence: `$97,550`, `at least $239,200`, `$54,000 to $113,000`."""
    known = central(pay)
    if known is None:
        return range_text(pay)
    return ("at least " if pay.median is None and known[0] == "median" else "") + money(known[1], pay)


def range_text(pay: PayView) -> str:
    """Return the ends of a published range in a sentence; an open end is said to be one."""
    low, high = pay.low, pay.high
    start = money(low, pay) if low is not None else ""
    if high is not None:
        return f"{start} to {money(high, pay)}" if start else f"up to {money(high, pay)}"
    end = f"at least {money(pay.points_at_least['high'], pay)}" if "high" in pay.points_at_least else ""
    return f"{start} to {end}" if start and end else end or f"{start} or more"


def amount_cell(pay: PayView, statistic: Statistic, *, mark: bool = True) -> Cell:
    """Return a point of a distribution for a column of figures; one of another job is muted."""
    value = getattr(pay, statistic)
    bound = pay.points_at_least.get(statistic)
    if value is None and bound is None:
        return UNKNOWN
    text = money(value, pay) if value is not None else f"{money(bound or 0, pay)}+"
    sign = fit_mark(pay.fit) if mark else ""
    return Cell((text + sign,), "muted" if pay.fit == "proxy" else "", numeric=True)


def central_cell(pay: PayView) -> Cell:
    """Return the central amount for a column of figures: an average has its mark, a range both its ends."""
    known = central(pay)
    if known is None:
        return Cell((range_text(pay).replace(" to at least ", "–").replace(" to ", "–"),), numeric=True)
    if known[0] == "mean":
        return Cell((f"{money(known[1], pay)}‡",), numeric=True)
    return amount_cell(pay, "median")


def unit(pay: PayView) -> str:
    """Return `a year`."""
    return format_per(pay.per)
