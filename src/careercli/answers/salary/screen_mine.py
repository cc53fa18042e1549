"""Where the reader's own amount stands, and how far it is from what others earn."""

from collections.abc import Iterator

from careercli.amounts import Num, format_money, format_number, format_per, format_percent, percent_of, signed
from careercli.answers.salary.screen_amounts import central, central_cell, central_text, money, range_text, unit
from careercli.answers.salary.screen_answer import HALF, NOT_COUNTED, people
from careercli.answers.salary.screen_evidence import FEW_LEVELS, by_experience, state_cell
from careercli.answers.salary.screen_subjects import Subject, paid_levels
from careercli.answers.salary.view import SalaryRowView, SalaryView, StatePayView
from careercli.answers.shared.screen_parts import (
    UNKNOWN,
    capitalized,
    place_in_text,
    sentence,
    strong,
)
from careercli.answers.shared.view_parts import MineView, PayView
from careercli.blocks import Cell, Group, Mark, Paragraph, Row, Span, Table, Tone, cite

HEADERS = ("Compared with", "They\u00a0earn", "You\u00a0earn", "Percent")
_PARTS = (
    (10, "in the lowest tenth"),
    (25, "in the lowest quarter"),
    (50, "in the lower half"),
    (75, "in the upper half"),
    (90, "in the highest quarter"),
)
"""Below which share of people an amount is in which part of them."""


def answer(own: MineView, subject: Subject) -> tuple[Paragraph, ...]:
    """Say in which part of those who are paid the amount is, how far from the middle, and in how many states above."""
    pay = subject.main
    amount = format_money(own.amount, own.currency or "USD", own.per)
    if pay is None:
        return (sentence(f"No pay is known here that {amount} {format_per(own.per)} could be compared with."),)
    if (pay.currency, pay.per) != (own.currency, own.per):
        found = f"{pay.currency} {format_per(pay.per)}"
        said = f"Pay is published in {found}, so {amount} {format_per(own.per)} is not compared with it."
        return (sentence(said, cite(pay.source)),)
    if pay.fit == "proxy":
        return (_only_nearest(pay, f"{amount} {format_per(own.per)}"),)
    spans: list[str | Span] = [f"{amount} {format_per(own.per)} is ", *_standing(subject, pay, own)]
    known = central(pay)
    if known and known[1] != own.amount:
        exact = pay.median is not None or known[0] == "mean"
        spans += _apart(pay, known, own.amount) if exact else []
    below = _states_below(subject, own.amount)
    if below:
        spans.append(f" In {below} {'state' if below == 1 else 'states'} the median is below {amount}.")
    group: list[Paragraph] = []
    if pay.fit == "part" and pay.occupation_title:
        group = [sentence(f"The official group, {pay.occupation_title}, counts other jobs too.")]
    if subject.nearest:
        group = [
            sentence(f"{NOT_COUNTED} The nearest one they count is another job: {subject.nearest.occupation_title}.")
        ]
    return (sentence(*spans, cite(pay.source)), *group)


def _only_nearest(pay: PayView, amount: str) -> Paragraph:
    return sentence(
        f"{NOT_COUNTED} So no one knows how many people in it earn less than {amount}. "
        f"The nearest one they count, {pay.occupation_title}, earns {central_text(pay)} {unit(pay)} {HALF}.",
        cite(pay.source),
    )


def _standing(subject: Subject, pay: SalaryRowView, own: MineView) -> Iterator[str | Span]:
    """Yield the part of people that the amount is in, and how many earn less."""
    standing = pay.standing
    counted = "people in that group" if pay.fit == "part" else people(subject)
    share = standing.percentile if standing else None
    if share is not None:
        part = next((words for below, words in _PARTS if share < below), "in the top tenth")
        part = "exactly the median" if share == 50 else part
        yield strong(part)
        yield ": "
        yield strong(f"about {format_number(share, 0)}%")
        yield f" of {counted} earn less."
    elif standing and standing.below and standing.below.statistic == "p90":
        yield strong("in the top tenth")
        yield f": more than 9 in 10 of {counted} earn less."
    elif standing and standing.above and standing.above.statistic == "p10" and standing.above.value is not None:
        yield strong("in the lowest tenth")
        yield f": fewer than 1 in 10 of {counted} earn less."
    elif standing and standing.below and standing.below.statistic in _SHARES:
        yield strong(f"above what {_SHARES[standing.below.statistic]}")
        yield f" of {counted} earn. No one publishes how far the rest goes."
    elif pay.low is not None and pay.high is not None:
        where = "below" if own.amount < pay.low else "above" if own.amount > pay.high else "within"
        yield strong(where)
        yield f" the published range of {range_text(pay)}."
    else:
        known = central(pay)
        above = known is not None and own.amount >= known[1]
        yield strong("above the middle" if above else "below the middle")
        yield f" of what {counted} earn."


_SHARES = {"p10": "1 in 10", "p25": "1 in 4", "median": "half", "p75": "3 in 4"}


def _apart(pay: PayView, known: tuple[str, Num], amount: Num) -> list[str | Span]:
    apart = amount - known[1]
    words = f"{money(abs(apart), pay)} {'more' if apart > 0 else 'less'}"
    if known[0] == "mean":
        return [" It is ", strong(words), f" than the average ({money(known[1], pay)})."]
    where = "US" if pay.place == "US" else place_in_text(pay.place_title)
    middle = f"the {where} median" if where == "US" else f"the median in {where}"
    return [" It is ", strong(words), f" than {middle} ({money(known[1], pay)}: half earn more, half earn less)."]


def _held_states(subject: Subject, pay: PayView | None) -> tuple[StatePayView, ...]:
    """Return the states whose pay can be compared with an amount that is compared with `pay`."""
    where = subject.elsewhere
    if where is None or pay is None or pay.place != "US":
        return ()
    same = (where.occupation, where.currency, where.per) == (pay.occupation, pay.currency, pay.per)
    return tuple(state for state in where.states if state.median is not None) if same else ()


def _states_below(subject: Subject, amount: Num) -> int:
    return sum((state.median or 0) < amount for state in _held_states(subject, subject.main))


def compared(view: SalaryView, own: MineView, subject: Subject) -> Group | None:
    """Return how far the amount is from what others earn."""
    pay = subject.main
    if pay is None or (pay.currency, pay.per) != (own.currency, own.per):
        return None
    rows: list[Row] = []
    known = central(pay)
    if known and pay.fit != "proxy":
        whom = capitalized(f"all {people(subject)}") if pay.fit != "part" else "The official group"
        rows.append(Row(Cell((whom + cite(pay.source),)), _their_cells(pay, own)))
    if subject.nearest:
        label = Cell((f"Nearest job: {subject.nearest.occupation_title}" + cite(subject.nearest.source),))
        rows.append(Row(label, (central_cell(subject.nearest), UNKNOWN, UNKNOWN)))
    lines = by_experience(view, subject)
    if lines and pay.place == "US":
        rows.append(Row(Cell(("By experience" + cite(lines[0].source),)), rank=5))
        for one in lines:
            cells = (one.cell(), *apart_cells(own.amount, one.value, pay))
            rows.append(Row(Cell((f"  {one.name}",)), cells, 5))
    rows += _levels(view, own, subject)
    rows += _states(own, subject, pay)
    return Group((Table(HEADERS, tuple(rows)),)) if rows else None


def _levels(view: SalaryView, own: MineView, subject: Subject) -> Iterator[Row]:
    levels = [(title, pay) for title, pay in paid_levels(view, subject) if pay.currency == own.currency]
    if len(levels) < FEW_LEVELS:
        return
    sources = {pay.source for _, pay in levels}
    yield Row(Cell(("By level" + (cite(*sources) if len(sources) == 1 else ""),)), rank=30)
    for number, (title, pay) in enumerate(levels):
        yield Row(Cell((f"  {title}",)), _their_cells(pay, own), 30 + number)


def _states(own: MineView, subject: Subject, pay: PayView) -> Iterator[Row]:
    """Yield the state that pays best, the one just below the amount, and the one that pays least."""
    states = _held_states(subject, pay)
    if not states or subject.elsewhere is None:
        return
    yield Row(Cell(("By state" + cite(subject.elsewhere.source),)), rank=6)
    for state, words in chosen_states(own, subject, pay):
        apart = apart_cells(own.amount, state.median or 0, pay)
        yield Row(Cell((f"  {state.place_title}, {words}",)), (state_cell(subject, state), *apart), 6)


def chosen_states(own: MineView, subject: Subject, pay: PayView | None) -> list[tuple[StatePayView, str]]:
    """Return the states that an amount is compared with, and why these."""
    states = _held_states(subject, pay)
    ends = [(states[0], "the highest"), *([(states[-1], "the lowest")] if states[1:] else [])] if states else []
    below = next((state for state in states[1:-1] if (state.median or 0) <= own.amount), None)
    above_all = bool(states) and (states[0].median or 0) <= own.amount
    return [*ends[:1], *([(below, "just below you")] if below and not above_all else []), *ends[1:]]


def _their_cells(pay: PayView, own: MineView) -> tuple[Cell, ...]:
    """Return what others earn, and how far the reader's amount is from it where that is a plain number."""
    known = central(pay)
    exact = known is not None and getattr(pay, known[0]) is not None
    apart = apart_cells(own.amount, known[1], pay) if known and exact else (UNKNOWN, UNKNOWN)
    return (central_cell(pay), *apart)


def apart_cells(yours: Num, theirs: Num, pay: PayView) -> tuple[Cell, Cell]:
    """Return how far the reader's amount is above or below another, as an amount and in percent of the other."""
    apart = yours - theirs
    tone: Tone = "good" if apart > 0 else "bad" if apart < 0 else ""
    share = percent_of(apart, theirs)
    difference = signed(money(abs(apart), pay), apart) if apart else money(0, pay)
    percent = "" if share is None else signed(format_percent(abs(share)), apart) if apart else "0.0%"
    return Cell((difference,), tone, numeric=True), Cell((percent,), tone, numeric=True) if percent else UNKNOWN


def marks(own: MineView) -> Iterator[Mark]:
    """Yield how the amount was read, and where its share of people comes from."""
    yield Mark(r"about \d+% of", "The percentage lies between two published figures.", word=True)
    other = "hour" if own.per == "year" else "year"
    amount = format_money(own.amount, own.currency or "USD", own.per)
    yield Mark("", f"{amount} was read as pay for {_unit(own.per)}. For {_unit(other)}: --per {other}.", word=True)


def _unit(per: str) -> str:
    return "an hour" if per == "hour" else f"a {per}"


def typed(own: MineView) -> str:
    """Return the amount as it is typed in a command."""
    thousands = own.per == "year" and own.amount >= 1000 and own.amount % 1000 == 0
    return f"{int(own.amount) // 1000}k" if thousands else f"{own.amount}"
