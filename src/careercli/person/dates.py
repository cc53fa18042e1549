"""Read the dates of a resume and compute the years that they cover.

A date is YYYY, YYYY-MM or YYYY-MM-DD. Missing parts are filled in the person's favor: a start is the first day, an end
the last. A missing end or "present" is the day that the caller gives, so that the same question has the same answer.
"""

import calendar
import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

DAYS_PER_YEAR = 365.25
OLDEST = 1900
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?\Z", re.ASCII)
_NOW = frozenset(("present", "now", "current", "currently", "today", "ongoing", "to date", "-"))


class DateSpan(NamedTuple):
    """Days from the first through the last, as ordinals."""

    first: int
    last: int


def parse_span(start: str, end: str, today: date) -> DateSpan | str:
    """Return the span, or what is wrong with it, in words that follow the path of the entry."""
    if not start:
        return "no start date, so its length is not known"
    first = _day(start, last=False)
    if first is None:
        return "the start is no date of the form YYYY-MM-DD; not counted"
    last = today if not end or end.casefold() in _NOW else _day(end, last=True)
    if last is None:
        return "the end is no date of the form YYYY-MM-DD; not counted"
    if end and last < first:
        return f"it ends ({end}) before it begins ({start}); not counted"
    if first > today:
        return f"it begins ({start}) after {today.isoformat()}; not counted"
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
    found = _DATE.match(text)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
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
