"""Read the dates of a resume and compute the years that they cover.

A date is YYYY, YYYY-MM or YYYY-MM-DD, with a time or without, or an English month and a year. Missing parts are filled
in the person's favor: a start is the first day, an end the last. A missing end or "present" is the day that the caller
gives, so that the same question has the same answer.
"""

import calendar
import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

DAYS_PER_YEAR = 365.25
OLDEST = 1900
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?\Z", re.ASCII)
_MONTH_AND_YEAR = re.compile(r"([A-Za-z]{3,9})\.?,?\s+(\d{4})\Z", re.ASCII)
_MONTHS = {name[:length].casefold(): month for month, name in enumerate((
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
), start=1) for length in (3, len(name))} | {"sept": 9}  # fmt: skip
_FORMS = "2019, 2019-06, 2019-06-15 or June 2019"
_NOW = frozenset(("present", "now", "current", "currently", "today", "ongoing", "to date", "-"))


class DateSpan(NamedTuple):
    """Days from the first through the last, as ordinals."""

    first: int
    last: int


def parse_span(start: str, end: str, today: date) -> DateSpan | str:
    """Return the span, or what is wrong with it, in words that follow the path of the entry."""
    if not start:
        return "no start date, so its length is unknown"
    first = _day(start, last=False)
    if first is None:
        return f"not counted, because the start is not a date such as {_FORMS}"
    last = today if not end or end.casefold() in _NOW else _day(end, last=True)
    if last is None:
        return f"not counted, because the end is not a date such as {_FORMS}"
    if end and last < first:
        return f"not counted, because it ends ({end}) before it starts ({start})"
    if first > today:
        return f"not counted, because it starts ({start}) after {today.isoformat()}"
    return DateSpan(first.toordinal(), min(last, today).toordinal())


def is_finished(start: str, end: str, today: date) -> bool:
    """Say whether a course is finished: an end that has passed, or no dates at all."""
    if not end:
        return not start
    if end.casefold() in _NOW:
        return False
    last = _day(end, last=False)
    return last is None or last <= today


def _day(text: str, *, last: bool) -> date | None:
    named, found = _MONTH_AND_YEAR.match(text), _DATE.match(text)
    if named and named[1].casefold() in _MONTHS:
        parts: tuple[str | int | None, ...] = (named[2], _MONTHS[named[1].casefold()], None)
    elif found:
        parts = found.groups()
    else:
        return None
    year, month, day = (int(part) if part else None for part in parts)
    if year is None or year < OLDEST:
        return None
    month = month or (12 if last else 1)
    if not 1 <= month <= 12:
        return None
    month_end = calendar.monthrange(year, month)[1]
    day = day or (month_end if last else 1)
    return date(year, month, day) if 1 <= day <= month_end else None


def years_covered(spans: Iterable[DateSpan]) -> float:
    """Return the years that the spans cover, days in several of them counted once."""
    days, reached = 0, 0
    for span in sorted(spans):
        first = max(span.first, reached + 1)
        if span.last >= first:
            days += span.last - first + 1
            reached = span.last
    return days / DAYS_PER_YEAR
