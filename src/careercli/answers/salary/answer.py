"""Pay as distributions: every one that is known, where they disagree, and the raise from level to level."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Literal

from msgspec import Struct

from careercli.amounts import (
    SMALLEST_BASE,
    TypedAmount,
    format_money,
    format_per,
    format_percent,
    join_words,
    parse_amount,
    percent_of,
    signed,
)
from careercli.answers.salary.adjusted import adjusted_pay
from careercli.answers.salary.elsewhere import pay_elsewhere
from careercli.answers.salary.ladder_position import gain_of_level, ladder_note, levels_of_role, validate_years
from careercli.answers.salary.pay_units import ConvertedPay, Per, convert_pay
from careercli.answers.salary.range_position import own_pay_view, standing
from careercli.answers.salary.view import (
    AdjustedView,
    DisagreementView,
    ElsewhereView,
    LevelStepView,
    PlaceView,
    RoleSalaryView,
    SalaryRowView,
    SalaryView,
    standing_rows,
)
from careercli.answers.shared.estimates import level_estimate, wage_level_estimates
from careercli.answers.shared.figures import (
    RoleData,
    level_pay,
    load_roles,
    role_pay,
    source_views,
)
from careercli.answers.shared.local_figures import at_places, local_pay, newest_of, pay_at, places_with_pay
from careercli.answers.shared.names import Names
from careercli.answers.shared.places import Adjustment, parities, resolve_places
from careercli.answers.shared.view_parts import (
    EstimateView,
    MineView,
    Num,
    PayView,
    PositionView,
    WageLevelView,
    copied,
)
from careercli.answers.shared.wage_levels import converted, level_wage_levels, role_wage_levels
from careercli.answers.shared.wording import IMPORT_HINT, statistic_word
from careercli.catalog.reader import CatalogReader
from careercli.errors import NotFound, UsageProblem
from careercli.ladders import Ladder
from careercli.model import Level, Pay, PlaceName, Role, RoleRef

Ranking = Literal["state", "metro", "sector", "year"]
MIN_DISAGREEMENT = 1.15
"""From this factor on two central figures for one title are a disagreement and not two roundings."""


def salary(  # noqa: PLR0913 (the options of the command)
    reader: CatalogReader,
    names: Sequence[str],
    *,
    place_names: Sequence[str] = (),
    by: Ranking | None = None,
    adjust: Adjustment | None = None,
    per: Per | None = None,
    own_pay: str | None = None,
    years: float | None = None,
) -> SalaryView:
    """Return every pay distribution of the roles or levels, all of it or at places, or official ones ranked.

    With `per` all of it is in that unit of time; `mine`, an amount as it was typed, is held against it, and `years` of
    experience against the ladders. Raises NotFound for an unknown name or place, UsageProblem for an amount that is
    none and for what does not go together.
    """
    typed = _checked(by, adjust, per, own_pay)
    per = per or (typed.per if typed else None)
    if years is not None and (by or place_names):
        raise UsageProblem("--years is for levels, which have no pay by place", hint="Leave out --place and --by.")
    resolver = Names(reader)
    refs = resolver.resolve_words(names)
    experience = None if years is None else validate_years(years, refs)
    role_data = load_roles(reader, [ref.role for ref in refs])
    apart = [ref for ref in refs if ref.level is None or RoleRef(ref.role, None) not in refs]
    found = resolve_places(reader, place_names, lambda named: places_with_pay(reader, role_data, refs, named))
    where = found.ids
    located = at_places(reader, role_data, where) if where and not by else None
    told = {ref: convert_pay(role_data, _rows(role_data, ref), per) for ref in refs}
    if by:
        parts = [_local_rows(reader, role_data, ref, where=where, by=by, per=per) for ref in apart]
    elif located:
        parts = [convert_pay(role_data, pay_at(located, ref, _levels(located, ref)), per) for ref in apart]
    else:
        parts = [told[ref] for ref in apart]
    pays = [row for part in parts for row in part.rows]
    left_out = [row for part in parts for row in part.not_convertible]
    if by and not (pays or left_out):
        raise NotFound(f"the catalogs have no pay by {by} for {join_words([*map(str, apart)], 'or')}", hint=IMPORT_HINT)
    own = own_pay_view(pays, typed, per, others=left_out) if typed else None
    if adjust and where:
        parities(reader, adjust, where)  # a place of the wrong kind is told even where it has no pay
    adjusted = adjusted_pay(reader, pays, adjust, by_place=bool(where)) if adjust else [None] * len(pays)
    rows = [_row(role_data, pay, own, worth) for pay, worth in zip(pays, adjusted, strict=True)]
    wage_levels = tuple(converted(_wage_levels(located, refs), per)) if located else ()
    estimates = () if by or per not in (None, "year") else _estimates(located or role_data, refs, of_roles=not where)
    whole = () if by else [ref.role for ref in refs if ref.level is None]
    elsewhere = tuple(filter(None, (pay_elsewhere(reader, role_data, role, per) for role in whole)))
    cited = [row.source for row in standing_rows(rows)]
    cited += [row.source for row in (*pays, *left_out)] + [one.source for one in wage_levels]
    cited += [source for one in estimates for source in (one.source, one.pay_source)]
    priced = [worth.parity_source for worth in adjusted if worth]
    titles = {place: named.title for place, named in reader.places(where).items()}
    paid = {row.place for row in (*pays, *left_out)} | {one.place for one in wage_levels}
    asked = tuple(PlaceView(place=place, place_title=titles[place]) for place in where)
    return SalaryView(
        read_as=(*(resolver.read_as or ()), *found.read_as) or None,
        roles=tuple(_summary(role_data, ref, told[ref].rows, per or "year", experience) for ref in refs),
        rows=tuple(rows),
        by=by,
        place_count=_count_places(reader, by) if by in ("state", "metro") else None,
        per=per,
        left_out=tuple(_row(role_data, pay, None, None) for pay in left_out),
        mine=own,
        years=experience,
        places=asked,
        without_pay=tuple(place for place in asked if place.place not in paid),
        official_wage_levels=wage_levels,
        elsewhere=elsewhere,
        estimates=estimates,
        sources=source_views(reader, [*cited, *priced, *_cited_elsewhere(elsewhere)]),
    )


def _count_places(reader: CatalogReader, kind: str) -> int:
    return sum(place.kind == kind for place in reader.all_places().values())


def _row(role_data: RoleData, pay: PayView, own: MineView | None, adjusted: AdjustedView | None) -> SalaryRowView:
    """Return a distribution with the titles of role and level, and with what is said of it to the reader."""
    role = role_data.roles[pay.role]
    return copied(
        SalaryRowView,
        pay,
        title=role.title,
        level_title=next((level.title for level in role.levels if level.id == pay.level), None),
        standing=standing(pay, own) if own else None,
        gain=gain_of_level(pay, own) if own else None,
        adjusted=adjusted,
    )


def _wage_levels(located: RoleData, refs: Sequence[RoleRef]) -> Iterator[WageLevelView]:
    """Yield the four official levels of each role, or that of a level of which no other pay is known there."""
    for ref in refs:
        if ref.level is None:
            yield from role_wage_levels(located, ref.role)
        for level in _levels(located, ref) if ref.level else ():
            paid = {pay.place for pay in level_pay(located, ref.role, level)}
            yield from (one for one in level_wage_levels(located, ref.role, level) if one.place not in paid)


def _cited_elsewhere(elsewhere: Sequence[ElsewhereView]) -> list[str]:
    return [one.source for one in elsewhere if one.national is not None or one.states]


def _estimates(known: RoleData, refs: Sequence[RoleRef], *, of_roles: bool) -> tuple[EstimateView, ...]:
    """Return what the wage level of each level comes to of which nothing is known, `of_roles` also a role's four."""
    found: list[EstimateView | None] = []
    for ref in refs:
        for level in _levels(known, ref) if ref.level else ():
            is_known = level_pay(known, ref.role, level) or level_wage_levels(known, ref.role, level)
            found += [] if is_known else [level_estimate(known, ref.role, level)]
        found += wage_level_estimates(known, ref.role) if of_roles and not ref.level else ()
    return tuple(estimate for estimate in found if estimate)


def _checked(by: Ranking | None, adjust: Adjustment | None, per: Per | None, own_pay: str | None) -> TypedAmount | None:
    """Return the amount that was typed; refuse options that do not go together."""
    if adjust and per not in (None, "year"):
        raise UsageProblem(f"--adjust is for pay a year, not for --per {per}", hint="Leave out one of the two.")
    if own_pay is None:
        return None
    if by:
        raise UsageProblem(f"--mine and --by {by} cannot be combined", hint="Ask for places: --place CA --place TX")
    if adjust:
        raise UsageProblem("--mine compares with pay as it is, not with adjusted pay", hint="Leave out --adjust.")
    typed = parse_amount(own_pay, "--mine")
    if typed.per and per and typed.per != per:
        raise UsageProblem(f"--mine {typed.text} is not pay {format_per(per)}", hint=f"Leave out --per {per}.")
    return typed


def _local_rows(  # noqa: PLR0913 (what was asked)
    reader: CatalogReader,
    role_data: RoleData,
    ref: RoleRef,
    *,
    where: Sequence[str],
    by: Ranking,
    per: Per | None,
) -> ConvertedPay:
    """Return the official pay of every state, area, sector or year asked for, best paid first.

    A ranking is of pay a year, unless another unit of time was asked for.
    """

    def keep(pay: Pay, place: PlaceName) -> bool:
        if by == "year":
            required = pay.industry is None and pay.place in (where or ["US"])
        elif by == "sector":
            required = pay.industry is not None and (not where or pay.place in where)
        else:
            required = pay.industry is None and place.kind == by and (not where or pay.place in where)
        return required and (per is not None or pay.per == "year")

    found = convert_pay(role_data, local_pay(reader, role_data, ref, keep), per)
    if by == "year":
        return found._replace(rows=sorted(found.rows, key=lambda row: row.period or "", reverse=True))
    rows, left_out = newest_of(found.rows), newest_of(found.not_convertible)
    return ConvertedPay(sorted(rows, key=_best_paid_first), left_out)


def _best_paid_first(row: PayView) -> tuple[bool, Num]:
    """Order by the median; a bound from below counts as its bound, and who has neither comes last."""
    median = row.median if row.median is not None else row.points_at_least.get("median")
    return median is None, -(median or 0)


def _levels(role_data: RoleData, ref: RoleRef) -> tuple[Level, ...]:
    return tuple(level for level in role_data.roles[ref.role].levels if ref.level in (None, level.id))


def _rows(role_data: RoleData, ref: RoleRef) -> Iterator[PayView]:
    if ref.level is None:
        yield from role_pay(role_data, ref.role)
    for level in _levels(role_data, ref):
        yield from level_pay(role_data, ref.role, level)


def _summary(role_data: RoleData, ref: RoleRef, rows: Sequence[PayView], per: Per, years: Num | None) -> RoleSalaryView:
    role = role_data.roles[ref.role]
    levels = levels_of_role(role, years)
    told = [row for row in rows if row.per == per and not row.is_estimate] if ref.level is None else []
    asked = [level for level in levels if ref.level in (None, level.level)]
    return RoleSalaryView(
        role=ref.role,
        title=role.title,
        level=ref.level,
        level_title=asked[0].title if ref.level else None,
        levels=tuple(asked),
        ladder_note=None if years is None else ladder_note(role, years),
        notes=tuple(_ladder_notes(role, told)),
        disagreements=tuple(_disagreements(role_data, role, told)),
        steps=tuple(_level_pay_changes(ref.role, role, told)),
        drivers=role.pay_drivers,
    )


class _Figure(Struct, frozen=True):
    """The median or mean of a distribution, with the whole of it."""

    statistic: str
    amount: Num
    pay: PayView


def _disagreements(role_data: RoleData, role: Role, rows: Sequence[PayView]) -> Iterator[DisagreementView]:
    """Hold every two sources' figures for the whole title against each other; `rows` are in one unit of time.

    A source that gives pay by level and none for the title stands in with the level that bears the role's own title.
    Figures for part of the people, other places or other currencies, and classes that are not the role, are left alone.
    """
    namesakes = {level.id for level in role.levels if level.title == role.title}
    spoken: list[_Figure] = []
    for pay in rows:
        figure = pay.central_pay()
        claimed = pay.fit in (None, "exact") or role_data.sources[pay.source].kind == "page"
        whole = pay.level is None and pay.population is None and pay.industry is None and claimed
        if figure and (whole or pay.level in namesakes):
            spoken.append(_Figure(*figure, pay))
    for pair in combinations(spoken, 2):
        low, high = sorted(pair, key=lambda figure: figure.amount)
        same_money = (low.pay.currency, low.pay.place) == (high.pay.currency, high.pay.place)
        if same_money and low.amount >= SMALLEST_BASE and high.amount / low.amount >= MIN_DISAGREEMENT:
            yield DisagreementView(
                higher_source=high.pay.source,
                higher_statistic=high.statistic,
                higher=high.amount,
                lower_source=low.pay.source,
                lower_statistic=low.statistic,
                lower=low.amount,
                factor=round(high.amount / low.amount, 2),
                currency=high.pay.currency,
                per=high.pay.per,
                text=_disagreement_words(role_data, high, low),
            )


def _disagreement_words(role_data: RoleData, high: _Figure, low: _Figure) -> str:
    def said(figure: _Figure) -> str:
        pay = figure.pay
        counted = " at the level of that title" if pay.level else ""
        counted = f" for {pay.occupation_title}" if pay.occupation else counted
        worked = f", worked out from pay {format_per(pay.worked_out_from)}" if pay.worked_out_from else ""
        amount = format_money(figure.amount, pay.currency, pay.per)
        return f"{amount} ({statistic_word(figure.statistic)}{counted}{worked}, {role_data.sources[pay.source].title})"

    mixed = "; an average is not a median" if high.statistic != low.statistic else ""
    return f"{said(high)} is {high.amount / low.amount:.2f} times {said(low)}{mixed}."


def _level_pay_changes(role_id: str, role: Role, rows: Sequence[PayView]) -> Iterator[LevelStepView]:
    """Yield the raises between published figures; a raise between two estimates would be the rule's and nobody's."""

    def position(level: Level) -> PositionView:
        return PositionView(role=role_id, level=level.id, title=level.title)

    by_level = {level.id: {pay.comparison_key(): pay for pay in rows if pay.level == level.id} for level in role.levels}
    for before, level in Ladder(role).steps():
        for people, pay in by_level[level.id].items():
            earlier = by_level[before.id].get(people)
            central = pay.central_pay() or (earlier and earlier.central_pay())
            for statistic in ("median", "mean") if central else ("low", "high"):
                amount = getattr(pay, statistic)
                base = getattr(earlier, statistic) if earlier else None
                if amount is None or base is None:
                    continue
                yield copied(
                    LevelStepView,
                    pay,
                    from_=position(before),
                    to=position(level),
                    statistic=statistic,
                    from_amount=base,
                    to_amount=amount,
                    amount=round(amount - base, 4),
                    percent=percent_of(amount - base, base),
                )


def _ladder_notes(role: Role, rows: Sequence[PayView]) -> Iterator[str]:
    """Say how far the ladder reaches, and how far means stand from medians on it, source by source."""
    paid: dict[tuple[str | None, ...], list[tuple[Level, PayView, Num]]] = {}
    for level in role.levels:
        for pay in rows:
            if pay.level == level.id and pay.median is not None and pay.median >= SMALLEST_BASE:
                paid.setdefault(pay.comparison_key(), []).append((level, pay, pay.median))
    for medians in paid.values():
        (first, pay, low), (last, _, high) = medians[0], max(medians, key=lambda entry: entry[2])
        if high > low:
            yield (
                f"From {first.title} to {last.title} the median rises from {format_money(low, pay.currency, pay.per)} "
                "to "
                f"{format_money(high, pay.currency, pay.per)}, {high / low:.1f} times."
            )
        skews = [(pay.mean - median) / median * 100 for _, pay, median in medians if pay.mean is not None]
        if len(skews) > 1 and min(skews) >= 0:
            yield (
                f"The average is above the median by "
                f"{join_words([format_percent(skew) for skew in skews])}, level by level."
            )
        elif len(skews) > 1:
            words = join_words([signed(format_percent(abs(skew)), skew) for skew in skews])
            yield f"The average differs from the median by {words}, level by level."
