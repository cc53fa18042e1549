"""Rules of pay: points of one distribution that cannot all be true."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from careercli.amounts import Num, format_number
from careercli.catalog.lint.context import Context, LocatedPay
from careercli.catalog.lint.examples import PAID
from careercli.catalog.lint.rules import Example, Finding, Rule, make_finding
from careercli.catalog.references import KeyPath
from careercli.model import Pay, Statistic

_PERCENTILES: tuple[Statistic, ...] = ("p10", "p25", "median", "p75", "p90")
_MIDDLE = (("p25", "median"), ("median", "p75"))
"""Pairs that a rule of their own is about."""


class _Point(NamedTuple):
    """What is known of one point: between which amounts it lies, and where that is said."""

    name: str
    low: Num | float
    high: Num | float
    steps: KeyPath


def _points(at: LocatedPay, names: tuple[Statistic, ...]) -> list[_Point]:
    pay, points = at.pay, []
    for name in names:
        value: Num | None = getattr(pay, name)
        low, high = pay.at_least.get(name), pay.at_most.get(name)
        if value is not None:
            points.append(_Point(name, value, value, (*at.steps, name)))
        elif low is not None or high is not None:
            steps = (*at.steps, "at_least" if low is not None else "at_most", name)
            ends = (float("-inf") if low is None else low, float("inf") if high is None else high)
            points.append(_Point(name, *ends, steps))
    return points


def _falls(lower: _Point, upper: _Point) -> bool:
    return lower.low > upper.high


def _said(point: _Point) -> str:
    if point.low == point.high:
        return f"{point.name} {format_number(point.low)}"
    return f"{point.name} of {format_number(point.low)} or more" if point.high == float("inf") else (
        f"{point.name} of {format_number(point.high)} or less"
    )  # fmt: skip


def _is_sound(pay: Pay) -> bool:
    """Say at once that nearly every distribution rises; an official layer has a hundred thousand of them."""
    known = [x for x in (pay.p10, pay.p25, pay.median, pay.p75, pay.p90) if x is not None]
    return not pay.at_least and not pay.at_most and known == sorted(known)


def _percentiles_fall(context: Context) -> Iterator[Finding]:
    for at in context.pays:
        if _is_sound(at.pay):
            continue
        points = _points(at, _PERCENTILES)
        for lower, upper in combinations(points, 2):
            if _falls(lower, upper) and (lower.name, upper.name) not in _MIDDLE:
                yield make_finding(f"{_said(upper)} is below {_said(lower)}", upper.steps, lower.steps)
                break


def _median_outside(context: Context) -> Iterator[Finding]:
    for at in context.pays:
        if _is_sound(at.pay):
            continue
        points = {point.name: point for point in _points(at, ("p25", "median", "p75"))}
        median = points.get("median")
        low, high = points.get("p25"), points.get("p75")
        if median and low and _falls(low, median):
            yield make_finding(f"{_said(median)} is below {_said(low)}", median.steps, low.steps)
        if median and high and _falls(median, high):
            yield make_finding(f"{_said(median)} is above {_said(high)}", median.steps, high.steps)


def _range_excludes(context: Context) -> Iterator[Finding]:
    for at in context.pays:
        if at.pay.low is at.pay.high is None and not at.pay.at_least and not at.pay.at_most:
            continue
        points = {point.name: point for point in _points(at, ("low", "median", "mean", "high"))}
        for name in ("median", "mean"):
            centre = points.get(name)
            if centre is None:
                continue
            low, high = points.get("low"), points.get("high")
            if low and _falls(low, centre):
                yield make_finding(f"{_said(centre)} is below the range's {_said(low)}", centre.steps, low.steps)
            if high and _falls(centre, high):
                yield make_finding(f"{_said(centre)} is above the range's {_said(high)}", centre.steps, high.steps)


_PAY = "      - {source: survey, place: US, per: year, currency: USD, "

RULES = (
    Rule(
        "pay-percentiles-fall",
        "error",
        "A higher percentile is below a lower one.",
        "The points of a distribution rise from p10 to p90. Where they do not, two cells were swapped or a digit "
        "is wrong, and every position that is read off between them is nonsense. Bounds count as well: an "
        "`at_most` must not lie below a lower point.",
        "Look the points up in the source and put each under its own name.",
        Example(f"{PAID}{_PAY}p10: 30000, p90: 25000}}\n", "p90: 25000", "p90: 52000"),
        _percentiles_fall,
    ),
    Rule(
        "pay-median-outside-middle",
        "error",
        "The median does not lie between p25 and p75.",
        "Half of all people earn less than the median, a quarter less than p25: the median cannot lie outside of "
        "the middle half. Often a mean was entered as a median.",
        "Check if the number is a mean, and which row of the source the quartiles are from.",
        Example(f"{PAID}{_PAY}p25: 40000, p75: 55000, median: 61000}}\n", "median: 61000", "mean: 51000"),
        _median_outside,
    ),
    Rule(
        "pay-range-excludes-centre",
        "error",
        "A range does not hold its own median or mean.",
        "`low` and `high` end a range of which the source does not state the percentiles, and its centre lies "
        "within it. A centre outside of it was counted among other people, so the two do not belong into one "
        "record.",
        "Split the record in two, each with its own source, period or population.",
        Example(f"{PAID}{_PAY}low: 42000, high: 60000, mean: 66000}}\n", "mean: 66000", "mean: 50000"),
        _range_excludes,
    ),
)  # fmt: skip
