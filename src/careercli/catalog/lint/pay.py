"""Rules of pay: points of one distribution that cannot all be true."""

from collections.abc import Iterator
from itertools import combinations

from careercli.catalog.lint.context import Context, LocatedPay
from careercli.catalog.lint.examples import PAID, PAY, SOURCED
from careercli.catalog.lint.rules import Example, Finding, Rule, make_finding
from careercli.catalog.pay_checks import PERCENTILES, Point, impossible_levels, known_points, rises
from careercli.catalog.references import KeyPath

_MIDDLE = (("p25", "median"), ("median", "p75"))
"""Pairs that a rule of their own is about."""


def _percentiles_fall(context: Context) -> Iterator[Finding]:
    for at in context.pays:
        if rises(at.record):
            continue
        for lower, upper in combinations(known_points(at.record, PERCENTILES), 2):
            if upper.is_below(lower) and (lower.name, upper.name) not in _MIDDLE:
                yield make_finding(f"{upper} is below {lower}", _path(at, upper), _path(at, lower))
                break


def _path(at: LocatedPay, point: Point) -> KeyPath:
    return (*at.steps, *point.path)


def _median_outside(context: Context) -> Iterator[Finding]:
    for at in context.pays:
        if rises(at.record):
            continue
        points = {point.name: point for point in known_points(at.record, ("p25", "median", "p75"))}
        median = points.get("median")
        low, high = points.get("p25"), points.get("p75")
        if median and low and median.is_below(low):
            yield make_finding(f"{median} is below {low}", _path(at, median), _path(at, low))
        if median and high and high.is_below(median):
            yield make_finding(f"{median} is above {high}", _path(at, median), _path(at, high))


def _range_excludes(context: Context) -> Iterator[Finding]:
    for at in context.pays:
        if at.record.low is at.record.high is None and not at.record.at_least and not at.record.at_most:
            continue
        points = {point.name: point for point in known_points(at.record, ("low", "median", "mean", "high"))}
        for name in ("median", "mean"):
            centre = points.get(name)
            if centre is None:
                continue
            low, high = points.get("low"), points.get("high")
            if low and centre.is_below(low):
                yield make_finding(f"{centre} is below the range's {low}", _path(at, centre), _path(at, low))
            if high and high.is_below(centre):
                yield make_finding(f"{centre} is above the range's {high}", _path(at, centre), _path(at, high))


def _wage_levels(context: Context) -> Iterator[Finding]:
    for code, occupation in context.occupations.items():
        for index, levels in enumerate(occupation.wage_levels):
            for place, amounts in levels.areas.items():
                if fault := impossible_levels(amounts, levels.currency, levels.per):
                    yield make_finding(fault, ("occupations", code, "wage_levels", index, "areas", place))


_LEVELS = (
    "occupations:\n"
    "  '51-3011':\n"
    "    title: Bakers\n"
    "    scheme: soc-2018\n"
    "    wage_levels:\n"
    "      - source: survey\n"
    "        per: hour\n"
    "        currency: USD\n"
)

RULES = (
    Rule(
        "pay-percentiles-fall",
        "error",
        "A higher percentile is below a lower one.",
        "Pay rises from p10 (1 in 10 earns less) to p90 (1 in 10 earns more). If it does not, two cells were swapped "
        "or a digit is wrong, and nothing that is read off between them can be right. Bounds count too: an `at_most` "
        "must not be below a lower point.",
        "Look up the points in the source and put each one under its own name.",
        Example(f"{PAID}{PAY}p10: 30000, p90: 25000}}\n", "p90: 25000", "p90: 52000"),
        _percentiles_fall,
    ),
    Rule(
        "pay-median-outside-middle",
        "error",
        "The median is not between p25 and p75.",
        "Half of all people earn less than the median, and a quarter earn less than p25. So the median is always in "
        "the middle half, between p25 and p75. Often an average (mean) was entered as a median.",
        "Check whether the number is an average, and whether p25 and p75 come from the same row of the source.",
        Example(f"{PAID}{PAY}p25: 40000, p75: 55000, median: 61000}}\n", "median: 61000", "mean: 51000"),
        _median_outside,
    ),
    Rule(
        "pay-range-excludes-centre",
        "error",
        "The median or average is outside its own range.",
        "`low` and `high` are the ends of a range for which the source gives no percentiles. The median or average "
        "must be between them. If it is not, it was counted among other people and does not belong in this record.",
        "Split the record in two, each with its own source, period or population.",
        Example(f"{PAID}{PAY}low: 42000, high: 60000, mean: 66000}}\n", "mean: 66000", "mean: 50000"),
        _range_excludes,
    ),
    Rule(
        "wage-levels-fall",
        "error",
        "Wage levels of an area fall, or are impossible as pay.",
        "The four wage levels of an occupation rise from entry to fully competent. Level I is the average of the "
        "lowest third of wages, level IV the average of the upper two thirds, and II and III are in between. If they "
        "fall, two cells were swapped. If an hour pays thousands, it is pay for a year.",
        "Look up the four amounts in the source, and put yearly pay in its own record.",
        Example(f"{SOURCED}{_LEVELS}        areas: {{US: [14, 21, 17.5, 24]}}\n", "US: [14, 21", "US: [14, 16"),
        _wage_levels,
    ),
)  # fmt: skip
