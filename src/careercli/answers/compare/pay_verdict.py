"""What a comparison says of pay, built from its rows alone and honest about what cannot be compared."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from careercli.amounts import Num, difference, format_money, format_per, format_range, join_words
from careercli.answers.compare.conclusions import (
    UNDECIDED,
    Entry,
    Outcome,
    both,
    comparable_rows,
    conclusion,
    entries,
    first_of,
    share_of,
    share_words,
    subtracted,
    titles_of,
)
from careercli.answers.compare.known_pay import STATISTIC_WORDS, known_pay, known_pay_words
from careercli.answers.compare.view import ESTIMATE, WAGE_LEVEL, ColumnView, CompareVerdictView, RowView
from careercli.answers.shared.figures import RoleData
from careercli.answers.shared.wording import pays

MAX_AMOUNTS = 4
"""Sides whose pay one sentence gives; of more, the highest and the lowest."""
MAX_GROUPS = 2
"""Broader groups that a sentence names."""


def pay_conclusions(
    columns: Sequence[ColumnView], rows: Sequence[RowView], role_data: RoleData
) -> Iterator[CompareVerdictView]:
    """Yield what is said of the sides themselves, then what official figures say."""
    central = sorted(comparable_rows(rows, "pay", ("mean", "median")), key=lambda row: row.per != "year")
    own = [row for row in central if all(cell and cell.fit is None for cell in row.cells)]
    own = [row for row in own if role_data.sources[row.source or ""].kind != "rule" and row.per == central[0].per]
    own.sort(key=lambda row: row.statistic != "median")
    for row in own[:1]:
        yield _central(columns, row, "pay")
    bands = [] if central else comparable_rows(rows, "pay", ("range",))
    bands.sort(key=lambda row: row.per != "year")
    for row in bands[:1]:
        yield _bands(columns, row)
    official = [row for row in central if row.statistic == "median" and all(c and c.occupation for c in row.cells)]
    for row in official[:1]:
        yield _official(columns, row)
    if not central and not bands:
        yield _wage_levels(columns, rows) or _estimates(columns, rows) or _not_comparable(columns, rows, role_data)


def _official(columns: Sequence[ColumnView], row: RowView) -> CompareVerdictView:
    sides = list(entries(columns, row))
    groups = {side.cell.occupation for side in sides}
    if len(groups) == 1 and all(column.place for column in columns):
        return _central(columns, row, "official pay")
    amounts = {side.side: _money(side.value, row) for side in sides}
    per = format_per(row.per or "year")
    if len(groups) > 1 and any(column.level for column in columns):
        counted = join_words([f"{side.title}: {_group(side)} {amounts[side.side]}" for side in sides])
        text = (
            "Official figures count these levels in different groups, and each median is that of everyone in the "
            f"group, so nothing is subtracted: {counted} {per}."
        )
    elif len(groups) == 1:
        text = (
            f"Official figures count {both(columns)} in one group, {_group(sides[0])}, and cannot tell their pay "
            f"apart: {amounts[sides[0].side]} {per} for everyone in it (median)."
        )
    elif any(side.cell.fit == "proxy" for side in sides):
        absent = [side.title for side in sides if side.cell.fit == "proxy"]
        if len(sides) - len(absent) > 1:
            return _among_counted(sides, absent, row)
        told = [
            f"The nearest job to {side.title} is {_group(side)}, with {amounts[side.side]} {per}"
            if side.cell.fit == "proxy"
            else f"{side.title} has {amounts[side.side]}{_counted(side)} {per}"
            for side in sides
        ]
        text = (
            f"Official figures do not count {join_words(absent, 'or')}, so nothing is subtracted. "
            f"{'. '.join(told)} (medians)."
        )
    else:
        return _central(columns, row, "official pay")
    return conclusion("official pay", text, row.source, decides=tuple(amounts.values()))


def _among_counted(sides: Sequence[Entry], absent: Sequence[str], row: RowView) -> CompareVerdictView:
    """Rank the sides that official figures count, where they do not count all of several."""
    counted = sorted((side for side in sides if side.cell.fit != "proxy"), key=lambda side: -side.value)
    first, last, outcome = counted[0], counted[-1], subtracted(counted, row)
    most, least = ("most", "least") if len(counted) > 2 else ("more", "less")
    names, amount = titles_of(first_of(counted)), _money(first.value, row)
    paid = f"{amount} {format_per(row.per or 'year')}"
    if len({side.cell.occupation for side in counted}) == 1:
        told, outcome = f"{names} are counted in one group, {_group(first)}, {paid} (median)", UNDECIDED
    elif first.value == last.value:
        told = f"{names} pay the same, {paid} (medians)"
    else:
        told = f"{names} {pays(names) if outcome.winner else 'pay'} {most}, {paid}, and {last.title} {least}, "
        told += f"{_money(last.value, row)} (medians)"
    text = f"Official figures do not count {join_words(list(absent), 'or')}. Of the others, {told}.{_broader(counted)}"
    return conclusion("official pay", text, row.source, decides=(names, amount), outcome=outcome)


def _central(columns: Sequence[ColumnView], row: RowView, about: str) -> CompareVerdictView:
    """Say who pays more by one statistic of one source."""
    ranked = sorted(entries(columns, row), key=lambda side: -side.value)
    first, last, outcome = ranked[0], ranked[-1], subtracted(ranked, row)
    per = format_per(row.per or "year")
    statistic = STATISTIC_WORDS.get(row.statistic or "", row.statistic or "")
    several = f"{statistic}s" if about == "official pay" and len(ranked) > 2 else statistic
    amounts = [_money(side.value, row) for side in ranked]
    if first.value == last.value:
        text = f"{both(columns).capitalize()} pay the same: {amounts[0]} {per} ({statistic})."
        return conclusion(about, text + _broader(ranked), row.source, decides=(amounts[0],), outcome=outcome)
    best = first_of(ranked)
    names = titles_of(best)
    most = f"{names} {pays(names) if outcome.winner else 'pay'} most"
    decides: tuple[str, ...] = (names, amounts[0])
    if len(ranked) == 2:
        more = _money(outcome.amount or 0, row)
        share = f" or {share_words(outcome.percent)}" if outcome.percent is not None else ""
        text = f"{names} {pays(names)} more: {amounts[0]} against {amounts[1]} {per} ({statistic}), {more}{share} more."
        decides = (*decides, more)
    elif len(ranked) <= MAX_AMOUNTS:
        rest = [f"{amount} for {side.title}" for amount, side in zip(amounts, ranked, strict=True) if side not in best]
        text = f"{most}: {amounts[0]} {per}, against {join_words(rest)} ({several})."
    else:
        text = f"{most}, {amounts[0]} {per}, and {last.title} least, {amounts[-1]} ({several})."
    return conclusion(about, text + _broader(ranked), row.source, decides=decides, outcome=outcome)


def _broader(sides: Sequence[Entry]) -> str:
    """Name the broader groups that some sides are counted in, in a sentence of its own."""
    told = [f"{side.title} in {_group(side)}" for side in sides if side.cell.fit == "part"]
    if len(told) > MAX_GROUPS:
        return f" {len(told)} of them are counted in broader groups."
    return f" Counted in a broader group: {join_words(told)}." if told else ""


def _counted(side: Entry) -> str:
    return f", counted in {_group(side)}," if side.cell.fit == "part" else ""


def _group(side: Entry) -> str:
    return side.cell.occupation_title or ""


def _money(value: Num, row: RowView) -> str:
    return format_money(value if isinstance(value, int) else round(value, 2), row.currency or "USD", row.per or "year")


def _bands(columns: Sequence[ColumnView], row: RowView) -> CompareVerdictView:
    """Compare the ends of published ranges: from with from, to with to."""
    ranked = sorted(entries(columns, row), key=lambda side: (-(side.cell.low or 0), -(side.cell.high or 0)))
    per = format_per(row.per or "year")
    bands = [
        format_range(side.cell.low, side.cell.high, None, row.currency or "", row.per or "year") for side in ranked
    ]
    if len(set(bands)) == 1:
        text = f"{both(columns).capitalize()} have the same pay range, {bands[0]} {per}."
        same = replace(_subtracted_bands(ranked, row), winner=None)
        return conclusion("pay", text, row.source, decides=(bands[0],), outcome=same)
    if len(ranked) > 2:
        order = join_words([f"{side.title} {band}" for side, band in zip(ranked, bands, strict=True)])
        return conclusion("pay", f"The ranges of pay {per} are {order}.", row.source, decides=bands)
    outcome = _subtracted_bands(ranked, row)
    amounts = ((outcome.amount, outcome.percent, "lower"), (outcome.amount_high, outcome.percent_high, "upper"))
    ends = [
        f"{_money(abs(amount), row)}{f' ({share_words(percent)})' if percent is not None else ''} "
        f"{'more' if amount > 0 else 'less'} at the {end} end"
        for amount, percent, end in amounts
        if amount
    ]
    higher = (outcome.amount_high or 0) >= 0
    told = (
        f"{ranked[0].title} {pays(ranked[0].title)} more"
        if higher
        else f"The range of {ranked[0].title} begins higher and ends lower"
    )
    text = f"{told}: {bands[0]} against {bands[1]} {per}, {join_words(ends)}."
    decides = (ranked[0].title, bands[0])
    return conclusion("pay", text, row.source, decides=decides, outcome=outcome if higher else UNDECIDED)


def _subtracted_bands(sides: Sequence[Entry], row: RowView) -> Outcome:
    """Return how far the first range is above the last, end from end; percent of the lower one."""

    def apart(one: Num | None, other: Num | None) -> tuple[Num, float | None]:
        high, low = one or 0, other or 0
        return difference(high, low), share_of(abs(high - low), min(high, low))

    first, last = sides[0].cell, sides[-1].cell
    amount, percent = apart(first.low, last.low)
    amount_high, percent_high = apart(first.high, last.high)
    return Outcome(
        winner=sides[0].side,
        sides=tuple(side.side for side in sides),
        amount=amount,
        percent=percent,
        amount_high=amount_high,
        percent_high=percent_high,
        currency=row.currency,
        per=row.per,
        statistic=row.statistic,
    )


def _wage_levels(columns: Sequence[ColumnView], rows: Sequence[RowView]) -> CompareVerdictView | None:
    """Say where one official wage level of one group pays more."""
    row = next((row for row in rows if row.measure == WAGE_LEVEL and row.difference), None)
    if row is None or row.difference is None:
        return None
    level = next(cell.text for cell in row.cells if cell)
    ranked = sorted(entries(columns, row), key=lambda side: -side.value)
    outcome = replace(subtracted(ranked, row), statistic=f"{row.statistic}: {level}")
    if row.difference.amount == 0:
        return conclusion("pay", f"The official wage level {level} is the same.", row.source, outcome=outcome)
    titles = {column.side: column.heading() for column in columns}
    first = titles[row.difference.highest]
    amount = f"{_money(row.difference.amount, row)} {format_per(row.per or 'year')}"
    share = f" or {share_words(row.difference.percent)}" if row.difference.percent is not None else ""
    text = (
        f"The official wage level {level} is {amount}{share} higher for {first} than for "
        f"{titles[row.difference.lowest]}."
    )
    return conclusion("pay", text, row.source, decides=(first, amount), outcome=outcome)


def _estimates(columns: Sequence[ColumnView], rows: Sequence[RowView]) -> CompareVerdictView | None:
    """Give our estimates where nothing else is known of any side; they are not subtracted."""
    for row in rows:
        if row.measure == ESTIMATE and all(row.cells):
            ranked = sorted(entries(columns, row), key=lambda side: -side.value)
            amounts = [_money(side.value, row) for side in ranked]
            per = format_per(row.per or "year")
            if len({side.value for side in ranked}) == 1:
                told = f"{amounts[0]} {per} for {both(columns)}"
            else:
                told = join_words(
                    [
                        f"{amount}{'' if position else f' {per}'} for {side.title}"
                        for position, (amount, side) in enumerate(zip(amounts, ranked, strict=True))
                    ]
                )
            text = f"No survey counts these levels. We estimate about {told}."
            return conclusion("pay", text, row.source, decides=amounts)
    return None


def _not_comparable(columns: Sequence[ColumnView], rows: Sequence[RowView], role_data: RoleData) -> CompareVerdictView:
    known = [known_pay(rows, index) for index in range(len(columns))]
    if not any(known):
        return conclusion("pay", f"The pay of {both(columns)} is not known.")
    told = [
        f"{column.heading()}: {known_pay_words(*pay, role_data.sources[pay[0].source or ''].kind == 'rule')}"
        if pay
        else f"{column.heading()}: not known"
        for column, pay in zip(columns, known, strict=True)
    ]
    text = f"No source gives the same pay figure for {both(columns)}, so pay cannot be compared."
    if len(columns) <= MAX_AMOUNTS:
        text = f"{text} {'; '.join(told)}."
    return conclusion("pay", text, *(pay[0].source for pay in known if pay))
