"""Check numbers: open ends written as values, swapped ends, impossible values."""

import re
from collections.abc import Iterator

from careercli.amounts import Num, format_number, in_sentence
from careercli.catalog.lint.context import Context, LocatedPay
from careercli.catalog.lint.examples import MEASURED, PAID, PAY
from careercli.catalog.lint.rules import Example, Finding, Rule, make_finding, quoted
from careercli.catalog.pay_checks import implausible_message, implausible_point
from careercli.catalog.references import KeyPath
from careercli.measures import MEASURES
from careercli.model import STATISTICS, Measure, Range, Source

TOP_CODES = {"year": {239200, 208000}, "hour": {115, 100}, "month": set[int]()}
"""What OEWS prints as `#`: 115.00 an hour and 239,200 a year; in files up to May 2021 100.00 and 208,000."""
HIGHER = (239200, 115)
TOP_CODE_RAISED_IN = 2022
"""The first year of the higher pair."""
MIN_ALL_NINES = 99_999
"""From here on a number of nothing but nines is no amount."""
MAX_CAREER_YEARS = 50
"""Years of experience that nobody asks for: a band that ends there has no end."""
_OPEN = re.compile(
    r"(?P<from>>=|≥|\bat least|\bmore than|\bupwards of)?[ ]{0,2}[$€£]?"
    r"(?P<digits>\d[\d,]{0,15}(?:\.\d{1,4})?)(?:[ ]?(?P<scale>[kKmM])\b)?"
    r"(?P<on>\+|[ ](?:or|and)[ ](?:more|over|above|up|higher)\b)?"
)
_SCALES = {"": 1, "k": 1_000, "m": 1_000_000}
MAX_NOTE_LENGTH = 2_000
"""Characters of a note that are read."""
_LIMITS: dict[Measure, tuple[float, float]] = {
    "growth": (-100, 1_000), "openings": (0, 10**8), "employment": (0, 4 * 10**9), "time-to-enter": (0, 30),
    "experience": (0, 50), "job-zone": (1, 5), "degree": (0, 100), "satisfaction": (0, 100), "age": (14, 90),
    "gender": (0, 100), "race": (0, 100), "lgbt": (0, 100),
}  # fmt: skip
"""Between what a measure lies in its own unit; nobody's average age is six."""


def _bounds(context: Context) -> Iterator[Finding]:
    for at in context.pays:
        yield from _top_codes(context, at)
        yield from _open_in_words(at.steps, at.record, STATISTICS, (at.record.note, at.record.population))
    for steps, figure, _ in context.figures:
        yield from _open_in_words(steps, figure, ("value", "low", "high"), (figure.note, figure.phrase, figure.of))
    for steps, extent in _extents(context):
        yield from _open_in_words(steps, extent, ("low", "high"), (extent.note,))
    yield from _open_bands(context)


def _open_bands(context: Context) -> Iterator[Finding]:
    for key, role in context.roles.items():
        for index, level in enumerate(role.levels):
            end = level.years[1] if level.years else None
            if end is not None and end >= MAX_CAREER_YEARS:
                message = f"the band ends at {format_number(end)} years; write an open end as null"
                yield make_finding(message, ("roles", key, "levels", index, "years"))


def _extents(context: Context) -> Iterator[tuple[KeyPath, Range]]:
    """Yield every cost and time of a way to learn a job, with where it stands."""
    for key, role in context.roles.items():
        for index, training in enumerate(role.training):
            for name, extent in (("cost", training.cost), ("time", training.time)):
                if extent is not None:
                    yield ("roles", key, "training", index, name), extent


def _top_codes(context: Context, at: LocatedPay) -> Iterator[Finding]:
    pay = at.record
    points = (pay.p10, pay.p25, pay.median, pay.mean, pay.p75, pay.p90)
    top = max((point for point in points if point is not None), default=None)
    if top is not None and top >= MIN_ALL_NINES and set(str(top).removesuffix(".0")) == {"9"}:
        name = next(name for name in STATISTICS if getattr(pay, name) == top)
        yield make_finding(f"{name} {format_number(top)} is a code for an open end, not an amount", (*at.steps, name))
    if top not in TOP_CODES[pay.per] or pay.currency != "USD":
        return
    year = (context.period_of(pay) or "")[:4]
    if not _is_oews(pay.source, context.catalog.sources[pay.source]) or (
        year and (top in HIGHER) != (int(year) >= TOP_CODE_RAISED_IN)
    ):
        return
    for name in ("p10", "p25", "median", "mean", "p75", "p90"):
        if getattr(pay, name) == top:
            message = f"{name} {format_number(top)} is what the survey prints for any pay that high or higher"
            yield make_finding(message, (*at.steps, name))


def _is_oews(key: str, source: Source) -> bool:
    words = f"{key} {source.title} {source.publisher or ''}"[:MAX_NOTE_LENGTH].casefold()
    return "oews" in words or "occupational employment and wage" in words


def _open_in_words(
    key_path: KeyPath, record: object, names: tuple[str, ...], texts: tuple[str | None, ...]
) -> Iterator[Finding]:
    """Yield the number that the record's own words call open: `60k+`, `180,000 or more`."""
    matches = [
        match
        for text in texts
        if text
        for match in _OPEN.finditer(text[:MAX_NOTE_LENGTH])
        if match["from"] or match["on"]
    ]
    for match in matches:
        amount = float(match["digits"].replace(",", "")) * _SCALES[(match["scale"] or "").casefold()]
        name = next((name for name in names if getattr(record, name) == amount), None)
        if name is not None:
            words = quoted(match[0].strip())
            message = f"{name} is {format_number(getattr(record, name))}, but the words beside it say {words}"
            yield make_finding(message, (*key_path, name))
            return


def _upside_down(context: Context) -> Iterator[Finding]:
    for at in context.pays:
        yield from _ends(at.steps, at.record.low, at.record.high)
    for steps, figure, _ in context.figures:
        yield from _ends(steps, figure.low, figure.high)
        value = figure.value
        if value is not None and (
            (figure.low is not None and value < figure.low) or (figure.high is not None and value > figure.high)
        ):
            yield make_finding(f"the value {format_number(value)} is outside its own range", (*steps, "value"))
    for steps, extent in _extents(context):
        yield from _ends(steps, extent.low, extent.high)
        yield from _ends(steps, extent.low, extent.at_least, "at_least")


def _ends(key_path: KeyPath, low: Num | None, high: Num | None, end: str = "high") -> Iterator[Finding]:
    if low is not None and high is not None and low > high:
        message = f"the range starts at {format_number(low)} and ends at {format_number(high)}"
        yield make_finding(message, (*key_path, end), (*key_path, "low"))


def _implausible(context: Context) -> Iterator[Finding]:
    for at in context.pays:
        name = implausible_point(at.record)
        if name is not None:
            yield make_finding(implausible_message(at.record, name), (*at.steps, name))
    for steps, figure, _ in context.figures:
        limits, info = _LIMITS.get(figure.measure), MEASURES[figure.measure]
        if limits is None or figure.unit not in (None, info.unit):
            continue
        for field in ("value", "low", "high", "at_least", "at_most"):
            value = getattr(figure, field)
            if value is not None and not limits[0] <= value <= limits[1]:
                between = f"between {format_number(limits[0])} and {format_number(limits[1])}"
                message = f"{in_sentence(info.title)} {format_number(value)}: {info.unit} must be {between}"
                yield make_finding(message, (*steps, field))
                break


RULES = (
    Rule(
        "bound-as-number",
        "warning",
        "An open end is written as a number.",
        "Wage statistics print a top code for the highest pay (239,200 a year, 115.00 an hour; in older files 208,000 "
        "and 100.00). A top code, or a '180k+', only says that the real number is higher. As a plain number it would "
        "be subtracted and drawn like any other. The same goes for 999999, and for a band of years that ends at 99.",
        "Move the number under `at_least` (or `at_most`), with the name of the point.",
        Example(
            f"{PAID}{PAY}low: 60000, high: 180000, note: printed as 60k to 180k+}}\n",
            "high: 180000", "at_least: {high: 180000}",
        ),
        _bounds,
    ),
    Rule(
        "range-upside-down",
        "error",
        "A range ends before it starts, or its value is outside it.",
        "`low` is above `high`, or the value is not between them. Charts and comparisons of such a range are empty or "
        "reversed.",
        "Swap the two ends, or look them up in the source.",
        Example(f"{MEASURED}      - {{measure: experience, source: survey, low: 4, high: 2}}\n", "high: 2", "high: 6"),
        _upside_down,
    ),
    Rule(
        "figure-implausible",
        "warning",
        "A number is impossible for what it measures.",
        "Shares are between 0 and 100 and job zones between 1 and 5. No average age is 6, and no one lives on 38 "
        "dollars a year. Such a number usually comes from the next row or column, or has the wrong unit.",
        "Look up the number and its unit. An hourly amount needs `per: hour`.",
        Example(f"{MEASURED}      - {{measure: age, source: survey, value: 6}}\n", "value: 6", "value: 47"),
        _implausible,
    ),
)  # fmt: skip
