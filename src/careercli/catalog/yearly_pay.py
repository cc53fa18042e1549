"""Reduce pay to the one yearly figure that lists show and filters hold against an amount.

That is the median, else the mean, else the range that the source gives; a median known only from below is a range
without an end. Pay by the month is brought to the year, and pay by the hour where it is not known that people work
other hours: a class that is published in one unit of time only is one whose people do not work 2,080 hours a year.
"""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from careercli.amounts import Num, convert_amount
from careercli.model import Catalog, Pay, Role


class YearlyPay(NamedTuple):
    """A yearly figure: a plain amount, or a range of which the end may be open."""

    statistic: str
    """median, mean, or range."""
    amount: Num | None
    low: Num | None
    high: Num | None
    worked_out_from: Literal["month", "hour"] | None


def yearly_pay(catalog: Catalog, role: Role, pay: Pay) -> YearlyPay | None:
    """Return pay of a role by the year; None where the source gives no such figure or it cannot be worked out."""
    if pay.per == "hour" and _has_other_hours(catalog, role, pay):
        return None

    def a_year(value: Num | None) -> Num | None:
        return value if value is None or pay.per == "year" else convert_amount(value, pay.per, "year")

    start: Literal["month", "hour"] | None = None if pay.per == "year" else pay.per
    if pay.median is not None:
        return YearlyPay("median", a_year(pay.median), None, None, start)
    if pay.mean is not None:
        return YearlyPay("mean", a_year(pay.mean), None, None, start)
    if "median" in pay.at_least:
        return YearlyPay("median", None, a_year(pay.at_least["median"]), None, start)
    if pay.low is not None:
        return YearlyPay("range", None, a_year(pay.low), a_year(pay.high), start)
    return None


def levels_pay(catalog: Catalog, role: Role) -> tuple[Pay, YearlyPay] | None:
    """Return the pay of the level that is called as the role, else from the lowest to the highest of its levels.

    Only levels paid in the terms of the first one count, and no estimates.
    """
    found = [
        (level, pay, yearly)
        for level in role.levels
        for pay in level.pay
        if pay.population is None and catalog.sources[pay.source].kind != "rule"
        if (yearly := yearly_pay(catalog, role, pay)) is not None
    ]
    if not found:
        return None
    titled = next(((pay, yearly) for level, pay, yearly in found if level.title == role.title), None)
    if titled:
        return titled
    first = found[0][1]
    like = [(pay, yearly) for _, pay, yearly in found if _terms(pay) == _terms(first)]
    lows = _known((yearly.amount, yearly.low) for _, yearly in like)
    highs = _known((yearly.amount, yearly.high) for _, yearly in like)
    open_end = len(highs) < len(like)
    return first, YearlyPay("range", None, min(lows), None if open_end else max(highs), found[0][2].worked_out_from)


def _known(points: Iterable[Sequence[Num | None]]) -> list[Num]:
    return [next(value for value in some if value is not None) for some in points if any(v is not None for v in some)]


def _terms(pay: Pay) -> tuple[str | None, ...]:
    return pay.source, pay.place, pay.per, pay.currency, pay.period, pay.components


def _has_other_hours(catalog: Catalog, role: Role, pay: Pay) -> bool:
    codes = [pay.occupation] if pay.occupation else [link.code for link in role.occupations if link.fit != "proxy"]
    units = [{published.per for published in catalog.occupations[code].pay} for code in codes]
    return any(known and not {"hour", "year"} <= known for known in units)
