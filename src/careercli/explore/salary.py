"""Pay as distributions: every one that is known, where they disagree, and the raise from level to level."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Literal

from careercli.amounts import listed, money, percent, signed
from careercli.catalog.reader import Library
from careercli.errors import NotFound, UsageProblem
from careercli.explore.ladder import steps_of
from careercli.explore.places import Adjustment, parities, resolve_places
from careercli.explore.resolve import Found, resolve
from careercli.explore.statements import Desk, level_pay, local_pay, newest_of, open_desk, role_pay, source_views
from careercli.model import SCHEMA_VERSION, Level, Pay, PlaceName, Role
from careercli.views.parts import Num, PayView
from careercli.views.salary import AdjustedView, DisagreementView, RoleSalaryView, SalaryView, StepView

By = Literal["state", "metro", "sector", "year"]
NOTABLE = 1.15
"""From this factor on two central figures for one title are a disagreement and not two roundings."""


def salary(
    library: Library,
    names: Sequence[str],
    *,
    at: Sequence[str] = (),
    by: By | None = None,
    adjust: Adjustment | None = None,
) -> SalaryView:
    """Return every pay distribution of the roles or levels, or the official ones at places, by sector or year.

    Raises NotFound for an unknown name or place, UsageProblem where prices cannot be adjusted.
    """
    places = list(dict.fromkeys(resolve(library, name) for name in names))
    desk = open_desk(library, [place.role for place in places])
    apart = [place for place in places if place.level is None or Found(place.role, None) not in places]
    where = resolve_places(library, at)
    if by or where:
        rows = tuple(row for place in apart for row in _local_rows(library, desk, place.role, where, by))
    else:
        rows = tuple(row for place in apart for row in _rows(desk, place))
    if adjust and where:
        parities(library, adjust, where)  # a place of the wrong kind is told even where it has no pay
    adjusted = _adjusted(library, rows, adjust) if adjust else ()
    return SalaryView(
        schema_version=SCHEMA_VERSION,
        command="salary",
        roles=tuple(_summary(desk, place) for place in places),
        rows=rows,
        by=by,
        places=tuple(where),
        without_pay=_without_pay(library, where, rows),
        adjusted=adjusted,
        sources=source_views(library, [*(row.source for row in rows), *(row.parity_source for row in adjusted)]),
    )


def _without_pay(library: Library, where: Sequence[str], rows: Sequence[PayView]) -> tuple[str, ...]:
    paid = {row.place for row in rows}
    return tuple(place.title for key, place in library.places(where).items() if key not in paid)


def _local_rows(library: Library, desk: Desk, role_id: str, where: Sequence[str], by: By | None) -> list[PayView]:
    """Return the official pay asked for: at places, or of every state, area, sector or year, best paid first."""
    kinds = {"state": "state", "metro": "metro"}

    def keep(pay: Pay, place: PlaceName) -> bool:
        if by in kinds:
            asked = not where or pay.place in where
            return asked and place.kind == kinds[by] and pay.industry is None and pay.per == "year"
        if by == "sector":
            return pay.industry is not None and pay.per == "year" and (not where or pay.place in where)
        if by == "year":
            return pay.industry is None and pay.per == "year" and pay.place in (where or ["US"])
        return pay.place in where and pay.industry is None

    found = local_pay(library, desk, role_id, keep)
    if by == "year":
        return sorted(found, key=lambda row: row.period or "", reverse=True)
    rows = newest_of(found)
    if by is None:
        return rows
    return sorted(rows, key=_best_paid_first)


def _best_paid_first(row: PayView) -> tuple[bool, Num]:
    """Order by the median; a bound from below counts as its bound, and who has neither comes last."""
    median = row.median if row.median is not None else row.at_least.get("median")
    return median is None, -(median or 0)


def _adjusted(library: Library, rows: Sequence[PayView], kind: Adjustment) -> tuple[AdjustedView, ...]:
    """Return the yearly central figures at the prices of one basis; pay of different years is not held together."""
    yearly = [row for row in rows if row.per == "year" and row.central()]
    if not yearly:
        raise NotFound("there is no yearly pay to adjust")
    periods = {row.period for row in yearly}
    if len(periods) > 1:
        years = ", ".join(sorted(period or "no date" for period in periods))
        raise UsageProblem(
            f"pay of different years is not adjusted together: {years}", hint="Ask for places: --place CA --place TX"
        )
    levels = parities(library, kind, list(dict.fromkeys(row.place for row in yearly)))
    views = []
    for row in yearly:
        statistic, amount = row.central() or ("", 0)
        parity = levels.by_place[row.place]
        base = parity.value / 100 if kind == "rpp" else parity.value
        views.append(
            AdjustedView(
                role=row.role,
                place=row.place,
                place_title=row.place_title,
                kind=kind,
                parity=parity.value,
                parity_period=parity.period,
                parity_source=parity.source,
                pay_source=row.source,
                pay_period=row.period,
                statistic=statistic,
                currency=row.currency,
                paid=amount,
                adjusted=round(amount / base, 2),
            )
        )
    return tuple(views)


def _levels(role: Role, place: Found) -> tuple[Level, ...]:
    return tuple(level for level in role.levels if place.level in (None, level.id))


def _rows(desk: Desk, place: Found) -> Iterator[PayView]:
    role = desk.roles[place.role]
    if place.level is None:
        yield from role_pay(desk, place.role)
    for level in _levels(role, place):
        yield from level_pay(desk, place.role, level)


def _summary(desk: Desk, place: Found) -> RoleSalaryView:
    role = desk.roles[place.role]
    levels = _levels(role, place)
    steps = tuple(_steps(desk, place.role, role)) if place.level is None else ()
    return RoleSalaryView(
        role=place.name,
        title=role.title if place.level is None else levels[0].title,
        levels=tuple((level.id, level.title) for level in levels),
        notes=tuple(_ladder_notes(desk, place.role, role)) if place.level is None else (),
        disagreements=tuple(_disagreements(desk, place.role)) if place.level is None else (),
        steps=steps,
        drivers=role.pay_drivers,
    )


def _disagreements(desk: Desk, role_id: str) -> Iterator[DisagreementView]:
    """Hold every two sources' figures for the whole title against each other.

    A source that gives pay by level and none for the title stands in with the level that bears the role's own title.
    Figures for part of the people, other places or other currencies, and classes that are not the role, are left alone.
    """
    role = desk.roles[role_id]
    spoken: list[tuple[str, str, Num, PayView]] = []
    for pay in role_pay(desk, role_id):
        figure = pay.central()
        claimed = pay.fit in (None, "exact") or desk.sources[pay.source].kind == "page"
        if pay.estimate:
            continue
        if figure and pay.per == "year" and pay.population is None and pay.industry is None and claimed:
            spoken.append((pay.source, *figure, pay))
    for level in role.levels:
        for pay in level_pay(desk, role_id, level):
            figure = pay.central()
            if figure and pay.per == "year" and level.title == role.title and not pay.estimate:
                spoken.append((pay.source, *figure, pay))
    for one, other in combinations(spoken, 2):
        low, high = sorted((one, other), key=lambda entry: entry[2])
        same_money = (one[3].currency, one[3].place) == (other[3].currency, other[3].place)
        if not same_money or low[2] <= 0 or high[2] / low[2] < NOTABLE:
            continue
        yield DisagreementView(
            higher_source=high[0],
            higher_statistic=high[1],
            higher=high[2],
            lower_source=low[0],
            lower_statistic=low[1],
            lower=low[2],
            factor=round(high[2] / low[2], 2),
            currency=high[3].currency,
            text=_disagreement_words(desk, high, low),
        )


def _disagreement_words(desk: Desk, high: tuple[str, str, Num, PayView], low: tuple[str, str, Num, PayView]) -> str:
    def said(entry: tuple[str, str, Num, PayView]) -> str:
        source, statistic, amount, pay = entry
        counted = (
            f" for {pay.occupation_title}" if pay.occupation else " at the level of that title" if pay.level else ""
        )
        return f"{money(amount, pay.currency)} ({statistic}{counted}, {desk.sources[source].title})"

    mixed = "; a mean is not a median" if high[1] != low[1] else ""
    return f"{said(high)} is {high[2] / low[2]:.2f} times {said(low)}{mixed}."


def _steps(desk: Desk, role_id: str, role: Role) -> Iterator[StepView]:
    by_level = {
        level.id: {pay.people(): pay for pay in level_pay(desk, role_id, level) if pay.per == "year"}
        for level in role.levels
    }
    for before, level in steps_of(role):
        for people, pay in by_level[level.id].items():
            earlier = by_level[before.id].get(people)
            for statistic in ("median", "mean"):
                amount = getattr(pay, statistic)
                base = getattr(earlier, statistic) if earlier else None
                if amount is None or base is None or pay.estimate:
                    continue  # a raise between two estimates is the rule's and nobody's
                yield StepView(
                    role=role_id,
                    from_level=before.id,
                    to_level=level.id,
                    statistic=statistic,
                    source=pay.source,
                    place=pay.place,
                    currency=pay.currency,
                    from_amount=base,
                    to_amount=amount,
                    amount=amount - base,
                    percent=round((amount - base) / base * 100, 2) if base else None,
                )


def _ladder_notes(desk: Desk, role_id: str, role: Role) -> Iterator[str]:
    """Say how far the ladder reaches, and how far means stand from medians on it, source by source."""
    paid: dict[tuple[str | None, ...], list[tuple[Level, PayView, Num]]] = {}
    for level in role.levels:
        for pay in level_pay(desk, role_id, level):
            if pay.per == "year" and pay.median and not pay.estimate:
                paid.setdefault(pay.people(), []).append((level, pay, pay.median))
    for medians in paid.values():
        (first, pay, low), (last, _, high) = medians[0], max(medians, key=lambda entry: entry[2])
        if high > low:
            yield (
                f"From {first.title} to {last.title} the median rises from {money(low, pay.currency)} to "
                f"{money(high, pay.currency)}, {high / low:.1f} times."
            )
        skews = [(pay.mean - median) / median * 100 for _, pay, median in medians if pay.mean is not None]
        if len(skews) > 1 and min(skews) >= 0:
            yield f"The mean stands above the median by {listed([percent(skew) for skew in skews])}, level by level."
        elif len(skews) > 1:
            words = listed([signed(percent(abs(skew)), skew) for skew in skews])
            yield f"The mean differs from the median by {words}, level by level."
