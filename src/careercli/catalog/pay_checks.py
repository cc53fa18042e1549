"""What cannot be true of one pay distribution, or of the same pay by the hour and by the year.

The rules of lint hold catalogs against this, and the importers every row of an official table.
"""

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from careercli.amounts import Num, format_money, format_number, format_per
from careercli.model import STATISTICS, Pay, Statistic

HOURS_PER_YEAR = 2080
"""Hours of a year in American statistics: 52 weeks of 40."""
MAX_ROUNDING_ERROR = 250
"""What rounding to whole dollars an hour, or to thousands a year, is forgiven at most."""
CENT_SLACK = 10.9
"""What rounding an hour to cents and a year to dollars is forgiven at least: half a cent of 2,080 hours, and 0.50."""
PERCENTILES: tuple[Statistic, ...] = ("p10", "p25", "median", "p75", "p90")
PAY_LIMITS: dict[str, tuple[int, int]] = {"year": (2_000, 10**8), "month": (150, 10**7), "hour": (1, 2_500)}
"""Between what pay lies in the currencies below."""
_NUMERALS = ("I", "II", "III", "IV")
_CURRENCIES = frozenset(("USD", "EUR", "GBP", "CAD", "AUD", "CHF", "SGD", "NZD"))
"""Currencies of which an hour's work is never paid with thousands."""


class Point(NamedTuple):
    """What is known of one point: between which amounts it lies, and where in the record that stands."""

    name: Statistic
    low: Num | float
    high: Num | float
    path: tuple[str, ...]

    def is_below(self, other: "Point") -> bool:
        """Say whether the point lies below another one, whatever the amounts are that bounds leave open."""
        return self.high < other.low

    def __str__(self) -> str:
        """Write it as `p90 80,000` or `p90 of 239,200 or more`."""
        if self.low == self.high:
            return f"{self.name} {format_number(self.low)}"
        if self.high == float("inf"):
            return f"{self.name} of {format_number(self.low)} or more"
        return f"{self.name} of {format_number(self.high)} or less"


def known_points(pay: Pay, names: tuple[Statistic, ...]) -> list[Point]:
    """Return those of the points that the distribution has, as numbers or as bounds."""
    points = []
    for name in names:
        value: Num | None = getattr(pay, name)
        low, high = pay.at_least.get(name), pay.at_most.get(name)
        if value is not None:
            points.append(Point(name, value, value, (name,)))
        elif low is not None or high is not None:
            ends = (float("-inf") if low is None else low, float("inf") if high is None else high)
            points.append(Point(name, *ends, ("at_least" if low is not None else "at_most", name)))
    return points


def rises(pay: Pay) -> bool:
    """Say at once that nearly every distribution rises; an official layer has a hundred thousand of them."""
    known = [x for x in (pay.p10, pay.p25, pay.median, pay.p75, pay.p90) if x is not None]
    return not pay.at_least and not pay.at_most and known == sorted(known)


def implausible_point(pay: Pay) -> Statistic | None:
    """Return the first point that no pay in its currency and unit of time can have."""
    if pay.currency not in _CURRENCIES:
        return None
    low, high = PAY_LIMITS[pay.per]
    if all(not point or low <= point <= high for point in _points(pay)):
        return None
    return next(name for name in STATISTICS if getattr(pay, name) and not low <= getattr(pay, name) <= high)


def implausible_message(pay: Pay, name: Statistic) -> str:
    """Say why a point cannot be: `median is $3 a year; pay must be between $2,000 and $100,000,000`."""
    amounts = [format_money(amount, pay.currency, pay.per) for amount in (getattr(pay, name), *PAY_LIMITS[pay.per])]
    return f"{name} is {{}} {format_per(pay.per)}; pay must be between {{}} and {{}}".format(*amounts)


def hours_mismatch(hourly: Pay, yearly: Pay, hours: tuple[int, int]) -> Statistic | None:
    """Return the first point of which the hour over `hours` a year, fewest and most, does not give the year."""
    low, high = hours
    pairs = zip(STATISTICS, _points(hourly), _points(yearly), strict=True)
    for name, hour, year in pairs:
        if hour is None or year is None or hour * low <= year <= hour * high:
            continue
        if hour * low - CENT_SLACK <= year <= hour * high + CENT_SLACK and round(hour, 2) == hour:
            continue  # a quarter of a million rows, nearly all of them like this
        slack = _rounding(hour, year)
        if not hour * low - slack <= year <= hour * high + slack:
            return name
    return None


def impossible(pay: Pay) -> str | None:
    """Return what cannot be true of one row of a survey in one unit of time, None for a sound one.

    Percentiles rise, and pay is neither nothing nor beyond all pay.
    """
    points = [x for x in (pay.p10, pay.p25, pay.median, pay.mean, pay.p75, pay.p90) if x is not None]
    low, high = PAY_LIMITS[pay.per]
    if not points or (low <= min(points) and max(points) <= high and rises(pay)):
        return None
    if not rises(pay):
        for lower, upper in combinations(known_points(pay, PERCENTILES), 2):
            if upper.is_below(lower):
                return f"{upper} {format_per(pay.per)} is below {lower}"
    zero = next((point for point in known_points(pay, STATISTICS) if point.high == 0), None)
    if zero is not None:
        return f"{zero} {format_per(pay.per)} is not pay"
    name = implausible_point(pay)
    return implausible_message(pay, name) if name else None


def impossible_levels(levels: Sequence[Num], currency: str, per: str) -> str | None:
    """Return what cannot be true of the four wage levels of a class in an area, None for sound ones.

    They rise from level I to IV, or stay, and are neither nothing nor beyond all pay.
    """
    for index, (below, above) in enumerate(pairwise(levels)):
        if above < below:
            fall = f"{format_number(above)} {format_per(per)} is below level {_NUMERALS[index]} {format_number(below)}"
            return f"level {_NUMERALS[index + 1]} {fall}"
    if currency not in _CURRENCIES:
        return None
    low, high = PAY_LIMITS[per]
    for numeral, amount in zip(_NUMERALS, levels, strict=True):
        if not low <= amount <= high:
            limits = " and ".join(format_money(limit, currency, per) for limit in (low, high))
            shown = f"{format_money(amount, currency, per)} {format_per(per)}"
            return f"level {numeral} is {shown}; pay must be between {limits}"
    return None


def us_hours_mismatch(hourly: Pay | None, yearly: Pay | None) -> str | None:
    """Return where the same pay by the hour and by the year does not meet; one slip in a cell explains that as well."""
    name = hours_mismatch(hourly, yearly, (HOURS_PER_YEAR, HOURS_PER_YEAR)) if hourly and yearly else None
    if name is None:
        return None
    hour, year = (format_number(getattr(pay, name)) for pay in (hourly, yearly))
    return f"{name} {hour} an hour over {format_number(HOURS_PER_YEAR)} hours is not {year} a year"


def _points(pay: Pay) -> tuple[Num | None, ...]:
    return pay.low, pay.p10, pay.p25, pay.median, pay.mean, pay.p75, pay.p90, pay.high


def _rounding(hourly: Num, yearly: Num) -> float:
    """Return by how much the year may differ because both were rounded: 10.4 for 37.89, 5 more for 78810."""
    decimals = len(str(hourly).removesuffix(".0").partition(".")[2])
    digits = str(yearly).removesuffix(".0")
    zeros = len(digits) - len(digits.rstrip("0"))
    return min(HOURS_PER_YEAR * 0.5 * 0.1 ** min(decimals, 6), MAX_ROUNDING_ERROR) + min(
        0.5 * 10.0 ** min(zeros, 3), MAX_ROUNDING_ERROR
    )
