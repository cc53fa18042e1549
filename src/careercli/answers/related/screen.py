"""The first screen of the neighbors of a role: what is nearest, what pays more, then both lists with their figures."""

from collections.abc import Iterable, Iterator, Sequence

from careercli.amounts import format_money, format_percent
from careercli.answers.related.view import NeighborView, RelatedView
from careercli.answers.shared.page_parts import key_pay_text
from careercli.answers.shared.screen_figures import growth_cell, key_pay_cell
from careercli.answers.shared.screen_parts import (
    MARKS,
    UNKNOWN,
    education_word,
    fit_mark,
    sentence,
    short_sources,
    signed,
    some,
    strong,
)
from careercli.answers.shared.wording import pays
from careercli.blocks import Cell, Group, Label, Mark, Paragraph, Row, Screen, Span, Table, Tone, cite
from careercli.measures import LITTLE_CHANGE

MAX_MOVES, MAX_SIMILAR, MAX_LISTED = 6, 5, 4
NAMED_LISTS = 2
"""Lists that the answer names jobs of; the third is official."""
_OFFICIAL = 1
"""The rank of the heading and the first row of the official list, which go together."""
MAX_NAMED = 2
"""Roles that a sentence names."""
_MOVES = ("promotion", "lateral", "pivot")
_COVERED = Mark(
    r"\bYou have\b|you have", "You have: the share of the skills of the other job that your job uses.", word=True
)


def screen(view: RelatedView) -> Screen:
    """Return the roles that people move to, by pay, then the most similar ones, by the share of skills they share."""
    roles = {row.role: row for row in view.rows if row.role is not None}
    moving = {row.role: row for row, said in view.declared() if said.how in _MOVES}
    moves = sorted(moving.values(), key=_by_pay)
    nearest = {row.role: place for place, (row, _) in enumerate(view.inferred())}
    named = (row.role for row, said in view.declared() if said.how != "contrast")
    ids = [role for role in dict.fromkeys((*nearest, *named)) if role in roles and role not in moving]
    similar = [roles[role] for role in ids]
    similar.sort(key=lambda one: (-(one.overlap or 0), nearest.get(one.role, len(nearest))))
    blocks = [("Known moves", moves[:MAX_MOVES]), ("Similar skills", similar[:MAX_SIMILAR])]
    told = {one.role for _, rows in blocks for one in rows}
    official = [row for row, _ in view.official()]
    listed = [row for row in official if row.role is not None and row.role not in told]
    blocks.append(("On an official list", listed[:MAX_LISTED]))
    shown = [(title, rows) for title, rows in blocks if rows]
    unknown = [row for row in official if row.role is None]
    return Screen(
        title=f"Close to {view.title}",
        answer=tuple(_answer(view, moves, (*moves[:MAX_MOVES], *similar[:MAX_SIMILAR]))),
        groups=(Group((_table(view, shown),), unit=("job", "jobs")),) if shown else (),
        sources=short_sources(view.sources),
        marks=(*MARKS, _COVERED),
        commands=_commands(view, shown[0][1] if shown else ()),
        left_out=(
            (len(moves[MAX_MOVES:]) + len(similar[MAX_SIMILAR:]), "job", "jobs"),
            (len(listed[MAX_LISTED:]) + len(unknown), "job", "jobs"),
        ),
        complete="all jobs are shown. With the reasons: --full",
    )


def _by_pay(one: NeighborView) -> tuple[bool, float]:
    """Sort by pay, the best first; another job's, ranges and unknown pay come last."""
    known = one.pay is not None and one.pay.value is not None and one.pay.fit != "proxy"
    return not known, -(one.pay.value or 0) if one.pay and known else 0


# ---- the answer ----


def _answer(view: RelatedView, moves: Sequence[NeighborView], shown: Sequence[NeighborView]) -> Iterator[Paragraph]:
    closest = sorted((one for one in shown if one.overlap), key=lambda one: -(one.overlap or 0))[:MAX_NAMED]
    if closest:
        shares: list[str | Span] = [f"Closest to {view.title}: "]
        for place, one in enumerate(closest):
            share = format_percent(one.overlap or 0, 0)
            words = f" ({share})." if place else f" (you have {share} of its skills){' and ' if closest[1:] else '.'}"
            shares += [strong(one.title), words]
        yield sentence(*shares, *_pay_of_closest(view, closest))
    elif shown or view.official():
        yield sentence(f"Closest to {view.title}: ", strong(some(_nearest_titles(view, shown), 3)), ".")
    else:
        yield sentence(f"The catalog knows no job close to {view.title}.")
    yield from _better_moves(view, [one for one in moves if one not in closest], all_of_them=len(moves))


def _nearest_titles(view: RelatedView, shown: Sequence[NeighborView]) -> list[str]:
    nearest = [row for row, _ in view.inferred()] or shown or [row for row, _ in view.official()]
    return [row.title for row in nearest]


def _pay_of_closest(own: RelatedView, closest: Sequence[NeighborView]) -> Iterator[str | Span]:
    """Yield whether the nearest jobs pay more or less than the one that is asked about, where that may be said."""
    gains = [(one.title, one.pay_gain) for one in closest if one.pay_gain and one.pay_gain.amount]
    if not gains or own.pay is None:
        return
    yours = f"the {key_pay_text(own.pay)} a year of {own.title}.{cite(own.pay.source)}"
    ways = {gain.amount > 0 for _, gain in gains}
    if len(gains) == len(closest) and len(ways) == 1:
        both = " Both pay " if len(gains) > 1 else " It pays "
        yield f"{both}{'more' if ways == {True} else 'less'} than {yours}"
        return
    for place, (title, gain) in enumerate(gains):
        way = "more" if gain.amount > 0 else "less"
        joint = f" {title} pays " if not place else f" and {title} "
        than = "" if place < len(gains) - 1 else f" than {yours}"
        yield f"{joint}{format_money(abs(gain.amount), gain.currency)} {way}{than}"


def _better_moves(own: RelatedView, moves: Sequence[NeighborView], *, all_of_them: int) -> Iterator[Paragraph]:
    """Yield which known moves pay more than the role, the best two, or that none does."""
    compared = [one for one in moves if one.pay_gain]
    better = sorted(
        (one for one in compared if one.pay_gain and one.pay_gain.amount > 0),
        key=lambda one: -(one.pay_gain.amount if one.pay_gain else 0),
    )
    if better:
        best = better[:MAX_NAMED]
        spans: list[str | Span] = []
        for one in best:
            gain = one.pay_gain
            amount = signed(gain.amount, gain.currency) if gain else ""
            spans += [" and " if spans else "", strong(one.title), " (", strong(amount), ")"]
        verb = "pay" if len(best) > 1 else "pays"
        growth = _source_of_faster_growth(own, best)
        grow = " and should grow faster" if growth else ""
        of = "Of the known moves, " if len(moves) == all_of_them else "Of the other known moves, "
        sources = dict.fromkeys((*(one.pay.source for one in best if one.pay), growth))
        yield sentence(of, *spans, f" {verb} {'most' if better[MAX_NAMED:] else 'more'}{grow}.", cite(*sources))
    elif len(compared) > 1:
        other = "" if len(moves) == all_of_them else "other "
        yield sentence(f"None of the {other}known moves pays more, as far as their pay can be compared.")
    elif not compared and (best_paid := next((one for one in moves if not _by_pay(one)[0]), None)) and best_paid.pay:
        average = ", an average" if best_paid.pay.statistic == "mean" else ""
        yield sentence(
            f"Of the {'' if len(moves) == all_of_them else 'other '}known moves, ",
            strong(best_paid.title),
            f" {pays(best_paid.title)} most, ",
            strong(key_pay_text(best_paid.pay) + fit_mark(best_paid.pay.fit)),
            f" a year{average}.{cite(best_paid.pay.source)}",
        )


def _source_of_faster_growth(own: RelatedView, best: Sequence[NeighborView]) -> str | None:
    """Return the source of growth where each of the roles grows, and by a point or more faster; else None."""
    here, there = _growth(own), [_growth(one) for one in best]
    if here is None or own.growth is None:
        return None
    faster = all(one is not None and one > 0 and one - here >= LITTLE_CHANGE for one in there)
    return own.growth.source if faster else None


def _growth(one: RelatedView | NeighborView) -> float | None:
    return one.growth.value if one.growth and one.growth.fit != "proxy" else None


# ---- the table ----


def _table(own: RelatedView, blocks: Sequence[tuple[str, Sequence[NeighborView]]]) -> Table:
    """Return both lists in one table; the first gives the header of the first column, the others rows of their own."""
    every = [one for _, rows in blocks for one in rows]
    compares = any(one.pay_gain for one in every)
    covered = any(one.overlap is not None for one in every)
    headers = [blocks[0][0], f"Median pay{_source(every, 'pay')}"]
    headers += (["Against yours"] if compares else []) + [f"Growth{_source(every, 'growth')}", "Typical education"]
    headers += ["You have"] if covered else []
    table: list[Row] = []
    for place, (title, rows) in enumerate(blocks):
        if place:
            table.append(Row(Cell((title,), "strong"), rank=0 if place < NAMED_LISTS else _OFFICIAL))
        # Of two lists the ends go first, the second one's before those of the first.
        table += [
            Row(Cell((one.title,)), tuple(_cells(own, one, compares=compares, covered=covered)), _rank(place, nth))
            for nth, one in enumerate(rows)
        ]
    spare = tuple(header for header in headers if header.startswith(("Typical", "Growth")))
    return Table(tuple(headers), tuple(table), spare=spare[::-1])


def _rank(block: int, nth: int) -> int:
    """Return 0 for what stays: the first of the lists that the answer names jobs of; the official list goes whole."""
    if nth < MAX_NAMED and block < NAMED_LISTS:
        return 0
    return 10 * nth + block if nth else _OFFICIAL


def _source(rows: Iterable[NeighborView], figure: str) -> str:
    return cite(*dict.fromkeys(found.source for one in rows if (found := getattr(one, figure))))


def _cells(own: RelatedView, one: NeighborView, *, compares: bool, covered: bool) -> Iterator[Cell]:
    yield key_pay_cell(one.pay)
    if compares:
        yield _against(own, one)
    yield growth_cell(one.growth)
    yield Cell((education_word(one.education) + fit_mark(one.education_fit),)) if one.education else UNKNOWN
    if covered:
        share = one.overlap
        yield UNKNOWN if share is None else Cell((format_percent(share, 0),), numeric=True)


def _against(own: RelatedView, one: NeighborView) -> Cell:
    gain = one.pay_gain
    if gain is None:
        same = own.pay and one.pay and own.pay.occupation and own.pay.occupation == one.pay.occupation
        return Cell(("same group",), "muted", numeric=True) if same else UNKNOWN
    tone: Tone = "good" if gain.amount > 0 else "bad" if gain.amount < 0 else ""
    return Cell((signed(gain.amount, gain.currency),), tone, numeric=True)


def _commands(view: RelatedView, shown: Sequence[NeighborView]) -> tuple[Label, ...]:
    """Return what to ask of the first list's role that pays most more than yours."""
    if not shown:
        return ()
    best = max(shown, key=lambda one: one.pay_gain.amount if one.pay_gain else 0)
    return (
        Label("Side by side", (f"careercli compare {view.role} {best.role}",), tone="code"),
        Label("The way there", (f"careercli path {view.role} --to {best.role}",), tone="code"),
    )
