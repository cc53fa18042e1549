"""What shows an answer about pay: by experience, by state, by level, at several places, and what moves it."""

from collections.abc import Iterator

from msgspec import Struct

from careercli.amounts import Num, format_money, format_per
from careercli.answers.salary.screen_amounts import central_cell
from careercli.answers.salary.screen_subjects import Subject, paid_levels
from careercli.answers.salary.view import SalaryView, StatePayView
from careercli.answers.shared.pay_page import drawn_from_text
from careercli.answers.shared.screen_parts import UNKNOWN
from careercli.blocks import Cell, Group, Paragraph, Row, Span, Table, cite

BEST = 4
"""States on a first screen, besides the one that pays least."""
DRIVERS = 4
"""What moves pay, at most."""
DETAILS = ("detail", "details")
"""What is counted at the end without saying what it is: levels, other groups, reasons."""
FEW_LEVELS = 2
"""Levels with published pay from which they are a table."""


class ExperienceLine(Struct, frozen=True):
    """What people of some experience earn."""

    name: str
    value: Num
    estimate: bool
    source: str
    currency: str
    per: str
    worked_out: bool = False

    def cell(self) -> Cell:
        """Return the amount; an estimate is marked and muted, pay worked out from the hour is marked."""
        amount = format_money(self.value, self.currency, self.per) + ("=" if self.worked_out else "")
        return Cell((f"~{amount}",), "muted", numeric=True) if self.estimate else Cell((amount,), numeric=True)


def by_experience(view: SalaryView, subject: Subject) -> list[ExperienceLine]:
    """Return pay at the four wage levels of a role: what is published for the place, else our estimates."""
    published = [
        ExperienceLine(
            ", ".join(part for part in (one.wage_level.capitalize(), drawn_from_text(one)) if part),
            one.value,
            False,
            one.source,
            one.currency,
            one.per,
            one.worked_out_from is not None,
        )
        for one in view.official_wage_levels
        if one.role == subject.role.role and (subject.role.level is None) == (one.level is None)
    ]
    return published or [
        ExperienceLine(one.wage_level.capitalize(), one.value, True, one.source, one.currency, one.per)
        for one in view.estimates
        if one.role == subject.role.role and (subject.role.level is None) == (one.level is None)
    ]


def in_one_line(text: str) -> str:
    """Return a header that is never broken."""
    return text.replace(" ", "\u00a0")


def by_what(view: SalaryView, subject: Subject) -> list[Group]:
    """Return pay by experience, by state and by level: two of them side by side where there is room."""
    states = _states(view, subject)
    levels = None if view.years is not None else _levels(view, subject)
    tables = [table for table in (_experience(view, subject), states or levels) if table]
    first = Group(tuple(tables), unit=("state", "states") if states else DETAILS, beside=True)
    last = Group((levels,), unit=DETAILS) if states and levels else None
    return [group for group in (first if tables else None, last) if group]


def _experience(view: SalaryView, subject: Subject) -> Table | None:
    lines = by_experience(view, subject)
    if not lines:
        return None
    rows = tuple(Row(Cell((one.name,)), (one.cell(),)) for one in lines)
    per = "" if lines[0].per == "year" else f", {format_per(lines[0].per)}"
    return Table((in_one_line(f"By experience{per}" + cite(lines[0].source)), ""), rows)


def _states(view: SalaryView, subject: Subject) -> Table | None:
    """Return the states that pay best and the one that pays least; at a state, where it stands among them."""
    where = subject.elsewhere
    if where is None or not where.states or subject.main is None or subject.main.occupation != where.occupation:
        return None
    states, lowest = where.states, where.states[-1]
    here = next((n for n, one in enumerate(states, start=1) if one.place == subject.main.place), None)
    if view.places and here is None:
        return None
    chosen = [(10 + n, state.place_title, state) for n, state in shown_states(subject)]
    if here is not None:
        best = [(0, f"highest: {states[0].place_title}", states[0])] if here > 1 else []
        chosen = [*best, (0, f"{states[here - 1].place_title}, {here} of {len(states)}", states[here - 1])]
    if all(state is not lowest for _, _, state in chosen):
        chosen.append((0 if here else 10, f"lowest: {lowest.place_title}", lowest))
    rows = [Row(Cell((name,)), (state_cell(subject, state),), rank) for rank, name, state in chosen]
    if here is not None and where.national is not None:
        rows.append(
            Row(
                Cell(("United States",)),
                (Cell((format_money(where.national, where.currency, where.per),), numeric=True),),
            )
        )
    return Table((in_one_line("By state" + cite(where.source)), ""), tuple(rows))


def shown_states(subject: Subject) -> Iterator[tuple[int, StatePayView]]:
    """Yield the states that pay best, the best one first, with their place."""
    states = subject.elsewhere.states if subject.elsewhere else ()
    yield from enumerate(states[:BEST], start=1)


def state_cell(subject: Subject, state: StatePayView) -> Cell:
    """Return what is paid in a state, with the mark of the group that it is counted for."""
    where = subject.elsewhere
    amount = state.median if state.median is not None else state.at_least
    if where is None or amount is None:
        return UNKNOWN
    mark = "†" if subject.main and subject.main.fit == "part" else ""
    more = "+" if state.median is None else ""
    return Cell((f"{format_money(amount, where.currency, where.per)}{more}{mark}",), numeric=True)


def _levels(view: SalaryView, subject: Subject) -> Table | None:
    """Return the levels of which pay is published, where it is for several."""
    levels = paid_levels(view, subject)
    if len(levels) < (FEW_LEVELS if subject.main else 1):
        return None
    sources = {pay.source for _, pay in levels}
    rows = tuple(
        Row(Cell((title + (cite(pay.source) if len(sources) > 1 else ""),)), (central_cell(pay),), 30 + number)
        for number, (title, pay) in enumerate(levels)
    )
    header = "By level" + (cite(*sources) if len(sources) == 1 else "")
    return Table((in_one_line(header), ""), rows)


def nearest(subject: Subject) -> Group | None:
    """Return the nearest job that official figures count: another one, so nothing is compared with it."""
    pay = subject.nearest
    if pay is None:
        return None
    row = Row(
        Cell(("Nearest job, median" + cite(pay.source),)), (central_cell(pay), Cell((pay.occupation_title or "",)))
    )
    return Group((Table(("", "", ""), (row,)),))


def drivers(subject: Subject) -> Group | None:
    """Return what moves the pay of a role."""
    texts = subject.role.drivers[:DRIVERS]
    if not texts:
        return None
    items = (Paragraph((Span(text),), "-", rank=20 + number) for number, text in enumerate(texts))
    title = Paragraph((Span("What moves pay", "strong"),), rank=20)
    return Group((title, *items), unit=DETAILS)
