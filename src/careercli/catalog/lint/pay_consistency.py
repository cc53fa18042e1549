"""Rules of pay held against pay: by the hour and by the year, in one currency, from one level to the next."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from careercli.amounts import Num, format_number
from careercli.catalog.lint.context import Context, LocatedPay
from careercli.catalog.lint.examples import BAKER, PAID, PAY, SOURCED
from careercli.catalog.lint.rules import Example, Finding, Rule, make_finding
from careercli.catalog.pay_checks import HOURS_PER_YEAR, hours_mismatch
from careercli.catalog.references import KeyPath
from careercli.ladders import Ladder
from careercli.model import Pay, Role

PLAUSIBLE_HOURS = (1500, 2300)
"""Hours of a year elsewhere, between the shortest and the longest that are usual."""
_COUNTRY = re.compile(r"[A-Z]{2}(?=-|$)")


def _comparison_key(context: Context, pay: Pay) -> tuple[str | None, ...]:
    """Return what two distributions must share to speak of the same people at the same time."""
    return (
        pay.source, pay.place, pay.currency, context.period_of(pay), pay.occupation, pay.industry, pay.population,
        pay.components,
    )  # fmt: skip


def _hours(context: Context) -> Iterator[Finding]:
    groups: dict[tuple[KeyPath, tuple[str | None, ...]], dict[str, list[LocatedPay]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for at in context.pays:
        if at.record.per != "month":
            groups[at.group, _comparison_key(context, at.record)][at.record.per].append(at)
    for records in groups.values():
        if len(records["hour"]) == len(records["year"]) == 1:
            yield from _compare_hours(context, records["hour"][0], records["year"][0])


def _compare_hours(context: Context, hour: LocatedPay, year: LocatedPay) -> Iterator[Finding]:
    american = _is_in(context, hour.record.place, "US")
    low, high = (HOURS_PER_YEAR, HOURS_PER_YEAR) if american else PLAUSIBLE_HOURS
    name = hours_mismatch(hour.record, year.record, (low, high))
    if name is not None:
        hours = (
            f"{format_number(HOURS_PER_YEAR)} hours"
            if american
            else f"{format_number(low)} to {format_number(high)} hours"
        )
        hourly, yearly = (format_number(getattr(at.record, name)) for at in (hour, year))
        message = f"{name}: {hourly} an hour over {hours} is not {yearly} a year"
        yield make_finding(message, (*year.steps, name), (*hour.steps, name))


def _is_in(context: Context, place: str, country: str) -> bool:
    """Say whether a place is a country or lies in it."""
    seen: set[str] = set()
    while place != country:
        within = context.catalog.places[place].within
        if within is None or place in seen:
            return False
        seen.add(place)
        place = within
    return True


def _mixed_currencies(context: Context) -> Iterator[Finding]:
    used: dict[str, Counter[str]] = defaultdict(Counter)
    first: dict[tuple[str, str], LocatedPay] = {}
    for at in context.all_pays:
        used[_currency_area(at)][at.record.currency] += 1
        first.setdefault((_currency_area(at), at.record.currency), at)
    reported: set[tuple[KeyPath, str]] = set()
    for at in context.pays:
        common = used[_currency_area(at)].most_common(1)[0][0]
        if at.record.currency != common and (at.steps[:2], _currency_area(at)) not in reported:
            reported.add((at.steps[:2], _currency_area(at)))
            other = first[_currency_area(at), common]
            message = f"pay in {at.record.currency}, but others are in {common}: they cannot be compared"
            yield make_finding(message, (*at.steps, "currency"), (*other.steps, "currency"))
    yield from _ladders_in_two(context)


def _currency_area(at: LocatedPay) -> str:
    """Return where one currency is expected: a country with all its parts, else one place of one entry."""
    country = _COUNTRY.match(at.record.place)
    return country[0] if country else f"{at.steps[1]} {at.record.place}"


def _ladders_in_two(context: Context) -> Iterator[Finding]:
    for key, role in context.roles.items():
        paid = {index: {pay.currency for pay in level.pay} for index, level in enumerate(role.levels) if level.pay}
        where = {pay.place for level in role.levels for pay in level.pay}
        if len(where) > 1 and not set.intersection(*paid.values()):
            start = next(iter(paid))
            other = next((index for index, found in paid.items() if not found & paid[start]), start)
            places: list[KeyPath] = [("roles", key, "levels", index, "pay", 0, "currency") for index in (other, start)]
            yield make_finding("the levels of one ladder have no currency in common, so no step has a raise", *places)


def _pay_drops_on_ladder(context: Context) -> Iterator[Finding]:
    for key, role in context.roles.items():
        formers = Ladder(role).predecessor_indexes()
        for index, level in enumerate(role.levels):
            for position in _paid_below(role, formers, index) if level.pay else ():
                predecessor = role.levels[position]
                found = _pay_drop(context, predecessor.pay, level.pay)
                if found:
                    was, now = (
                        getattr(predecessor.pay[found.under], found.name),
                        getattr(level.pay[found.over], found.name),
                    )
                    steps = f"from {format_number(was)} at '{predecessor.id}' to {format_number(now)} at '{level.id}'"
                    here: KeyPath = ("roles", key, "levels")
                    under: KeyPath = (*here, position, "pay", found.under, found.name)
                    over: KeyPath = (*here, index, "pay", found.over, found.name)
                    what = _RANGE_ENDS.get(found.name, found.name)
                    yield make_finding(f"the {what} falls {steps}", over, under)


def _paid_below(role: Role, predecessors: list[tuple[int, ...]], index: int) -> list[int]:
    """Return the nearest levels below one that have any pay, past those that have none."""
    queue, seen = list(predecessors[index]), {index}
    paid = []
    while queue:
        position = queue.pop()
        if position not in seen:
            seen.add(position)
            if role.levels[position].pay:
                paid.append(position)
            else:
                queue += predecessors[position]
    return sorted(paid)


MIN_SHARE_OF_LOW = 0.5
"""A range may begin a little lower and end higher; one that begins below half of the level before has lost a digit."""
_RANGE_ENDS = {"high": "end of the range", "low": "lower end of the range"}


class _PayDrop(NamedTuple):
    """The statistic that falls between two levels, and which of their records say so."""

    name: str
    under: int
    over: int


def _pay_drop(context: Context, earlier: tuple[Pay, ...], later: tuple[Pay, ...]) -> _PayDrop | None:
    known = {(_comparison_key(context, pay), pay.per): position for position, pay in reversed(list(enumerate(earlier)))}
    for over, pay in enumerate(later):
        under = known.get((_comparison_key(context, pay), pay.per))
        if under is None:
            continue
        predecessor = earlier[under]
        for name in ("median", "mean"):
            if _is_below(getattr(pay, name), getattr(predecessor, name)):
                return _PayDrop(name, under, over)
        if _is_below(pay.low, predecessor.low) and _is_below(pay.high, predecessor.high):
            return _PayDrop("high", under, over)
        if predecessor.low is not None and _is_below(pay.low, predecessor.low * MIN_SHARE_OF_LOW):
            return _PayDrop("low", under, over)
    return None


def _is_below(now: Num | None, was: Num | None) -> bool:
    return now is not None and was is not None and now < was


_LEVELS = f"""{SOURCED}{BAKER}    levels:
      - id: junior
        title: Junior Baker
        track: ic
        years: [0, 2]
        source: survey
        pay: [{{source: survey, place: US, per: year, currency: USD, median: 40000}}]
      - id: senior
        title: Senior Baker
        track: ic
        years: [2, null]
        source: survey
        pay: [{{source: survey, place: US, per: year, currency: USD, median: 38000}}]
"""

RULES = (
    Rule(
        "pay-hours-and-year",
        "warning",
        "Pay by the hour and by the year do not match.",
        "A source that gives both for the same people means the same pay. In American figures a year has 2,080 hours, "
        "elsewhere 1,500 to 2,300. If the two do not match after rounding, they are different statistics, or one is "
        "wrong.",
        "Check both in the source. If they are about different people, say who in `population`.",
        Example(
            f"{PAID}{PAY}mean: 62400}}\n{PAY.replace('year', 'hour')}mean: 25.25}}\n",
            "mean: 62400", "mean: 52520",
        ),
        _hours,
    ),
    Rule(
        "pay-mixed-currencies",
        "warning",
        "One comparison has two currencies.",
        "Figures are compared by place, and levels step by step. With two currencies in one country, for one role in "
        "one place, or on one ladder, nothing can be subtracted. Usually the currency is a mistake. The one used most "
        "is taken as the right one.",
        "Give the currency of the source. For another country, give its own place.",
        Example(f"{PAID}{PAY}low: 40000}}\n{PAY.replace('USD', 'EUR')}components: base, low: 9000}}\n", "EUR", "USD"),
        _mixed_currencies,
    ),
    Rule(
        "pay-falls-on-ladder",
        "warning",
        "A step up the ladder pays less.",
        "The same source gives the same people less on the next level. That can happen on a step into another "
        "track. More often two levels were swapped, or one figure is about other people.",
        "Check the order of the levels. If the figures are about different people, say so in `population`.",
        Example(_LEVELS, "median: 38000", "median: 48000"),
        _pay_drops_on_ladder,
    ),
)  # fmt: skip
