"""Bands of years before and after: what became of them, and who stands on another level now."""

import re
from collections.abc import Iterable

from msgspec import Struct

from careercli.amounts import counted, format_number
from careercli.answers.catalog_diff.view import DiffRow

_BAND = re.compile(r"(?:([\d.]+)\+|(?:([\d.]+) to )?under ([\d.]+)) (year|month)s?")


class YearsChange(Struct, frozen=True):
    """The band of a level before and after, in years; an open end is None."""

    row: DiffRow
    before: tuple[float, float | None]
    after: tuple[float, float | None]

    @property
    def later(self) -> float:
        """By how many years the level begins later; below 0: earlier."""
        return self.after[0] - self.before[0]


def years_changes(rows: Iterable[DiffRow]) -> list[YearsChange]:
    """Return the levels that had a band of years and have another one now."""
    found = []
    for row in rows:
        before, after = (_BAND.fullmatch(text or "") for text in (row.before, row.after))
        if row.section == "levels" and row.field == "years" and before and after:
            found.append(YearsChange(row, _band(before), _band(after)))
    return found


def _band(found: re.Match[str]) -> tuple[float, float | None]:
    if found[1]:
        return float(found[1]), None
    return float(found[2] or 0), float(found[3]) / (12 if found[4] == "month" else 1)


def band_text(band: tuple[float, float | None]) -> str:
    """Write a band: `4–6 years`, `6 or more`."""
    low, high = band
    return f"{number(low)} or more" if high is None else f"{number(low)}–{years(high)}"


def years(value: float) -> str:
    """Write `1 year` or `2.5 years`."""
    return counted(_plain(value), "year") if value == int(value) else f"{number(value)} years"


def number(value: float) -> str:
    """Write a number of years without a fraction that is none."""
    return format_number(_plain(value))


def _plain(value: float) -> int:
    return int(value) if value == int(value) else value  # type: ignore[return-value]


def change_words(change: YearsChange) -> str:
    """Say what became of a band: `starts 1 year later`, `1 year longer`."""
    words = []
    if change.later:
        words.append(f"starts {years(abs(change.later))} {'later' if change.later > 0 else 'earlier'}")
    before, after = change.before[1], change.after[1]
    if before != after:
        if before is None or after is None:
            words.append("now has no end" if after is None else "now has an end")
        elif not change.later:
            words.append(f"{years(abs(after - before))} {'longer' if after > before else 'shorter'}")
        else:
            words.append(f"ends {years(abs(after - before))} {'later' if after > before else 'earlier'}")
    return ", ".join(words)


def moved_people(changes: Iterable[YearsChange]) -> Iterable[str]:
    """Yield who stands on another level: people with years that belonged to a level and now belong to another."""
    every = list(changes)
    for change in every:
        if change.later > 0:
            start, end = change.before[0], change.after[0]
            taker = next((one for one in every if _grew_over(one, change, start, end)), None)
            now = f"are now {taker.row.level_title}" if taker else "are not any more"
            yield f"People with {number(start)} to {years(end)} were {change.row.level_title} and {now}."
        elif change.later < 0:
            start, end = change.after[0], change.before[0]
            giver = next((one for one in every if one is not change and one.before[1] == end), None)
            was = f" and were {giver.row.level_title}" if giver else ""
            yield f"People with {number(start)} to {years(end)} are now {change.row.level_title}{was}."


def _grew_over(one: YearsChange, other: YearsChange, start: float, end: float) -> bool:
    same_role = one is not other and one.row.entry == other.row.entry
    return same_role and one.before[1] == start and (one.after[1] is None or one.after[1] >= end)
