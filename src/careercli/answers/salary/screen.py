"""The first screen of salary: what people earn, drawn; by experience and by state; what moves it."""

from collections.abc import Iterable, Iterator, Sequence

from careercli.answers.salary import screen_answer, screen_asked, screen_evidence, screen_mine, screen_ranking
from careercli.answers.salary.screen_chart import chart
from careercli.answers.salary.screen_several import answer_of_several, table_of_several
from careercli.answers.salary.screen_subjects import Subject, paid_levels, subjects
from careercli.answers.salary.view import SalaryView
from careercli.answers.shared.screen_parts import MARKS, short_sources
from careercli.answers.shared.view_parts import PayView
from careercli.blocks import Group, Label, Mark, Paragraph, Screen, Span

_MARKS = (
    Mark(MARKS[0].pattern, "~ our estimate, rounded: a Labor Department formula on the US average"),
    *MARKS[1:],
    screen_asked.WORTH,
)
_WORKED_OUT = Mark("", "Worked out: a year has 12 months and 2,080 paid hours.", word=True)
"""How amounts came to a unit of time that is not published."""
_STEP = {"year": 5000, "month": 500, "hour": 1}
"""To what an amount is rounded up that a reader might type."""
_COMPLETE = "only averages and full names of sources: --full"


def screen(view: SalaryView) -> Screen:
    """Return what was asked for: a ranking, several roles or places, or one of them, with the reader's own amount."""
    if view.by:
        return _ranking(view)
    found = subjects(view)
    return _one(view, found[0]) if len(found) == 1 else _several(view, found)


def _one(view: SalaryView, subject: Subject) -> Screen:
    own, pay = view.mine, subject.main
    held = own is not None and own.currency is not None
    told = screen_mine.answer(own, subject) if own and held else screen_answer.answer(view, subject)
    groups: list[Group | None] = [screen_asked.ladder(view), screen_asked.adjusted(view)]
    if pay is not None and pay.fit != "proxy":
        drawn = chart(pay, own.amount if own and (own.currency, own.per) == (pay.currency, pay.per) else None)
        groups.append(Group((drawn,)) if drawn else None)
    if own and held:
        groups.append(screen_mine.compared(view, own, subject))
    else:
        groups += [screen_evidence.nearest(subject), *screen_evidence.by_what(view, subject)]
        groups.append(screen_evidence.drivers(subject) if pay and not view.places else None)
    return Screen(
        title=f"{subject.title}: pay",
        answer=_together(screen_asked.ladder_answer(view), told, screen_asked.adjusted_answer(view)),
        groups=tuple(group for group in groups if group),
        sources=short_sources(view.sources),
        marks=(*_MARKS, *_marks(view, [pay] if pay else [])),
        commands=tuple(_commands(view, subject)),
        left_out=tuple(_left_out(view, subject)),
        options="--by state, --full" if subject.elsewhere and subject.elsewhere.states else "--full",
        complete=_COMPLETE,
    )


def _several(view: SalaryView, found: Sequence[Subject]) -> Screen:
    """Return roles or places below each other; more of each is a question of its own."""
    groups = (table_of_several(view, found), screen_asked.ladder(view), screen_asked.adjusted(view))
    names = " ".join(str(role.ref()) for role in view.roles)
    others = Label("Compare them", (f"careercli compare {names}",), "code")
    places = "".join(f" --place {place.place}" for place in view.places)
    one = Label("Read one", (f"careercli salary {view.roles[0].ref()}{places if len(view.roles) > 1 else ''}",), "code")
    return Screen(
        title="Pay",
        answer=_together(
            screen_asked.ladder_answer(view), answer_of_several(view, found), screen_asked.adjusted_answer(view)
        ),
        groups=tuple(group for group in groups if group),
        sources=short_sources(view.sources),
        marks=(*_MARKS, *_marks(view, [subject.main for subject in found if subject.main])),
        commands=(one, others) if len(view.roles) > 1 else (one,),
        complete="all ranges, averages and full names of sources: --full",
    )


def _ranking(view: SalaryView) -> Screen:
    """Return a ranking of each role, one below the other."""
    told: list[Paragraph] = []
    groups: list[Group] = []
    others = 0
    for role in view.roles:
        rows, more = screen_ranking.ranked(view, role)
        told += screen_ranking.answer(view, role, rows)
        groups += [screen_ranking.table(view, rows)] if rows else []
        others += more
    return Screen(
        title=f"{view.roles[0].heading()}: pay by {view.by}",
        answer=_together(told),
        groups=tuple(groups),
        sources=short_sources(view.sources),
        marks=(*_MARKS, *_marks(view, view.rows[:1])),
        commands=(Label("All of the pay", (f"careercli salary {view.roles[0].ref()}",), "code"),),
        left_out=((others, "figure of another group", "figures of other groups"),),
        complete=_COMPLETE,
    )


def _together(*told: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Return sentences as one paragraph."""
    spans: list[Span] = []
    for paragraph in (one for every in told for one in every):
        spans += [Span(" ")] if spans else []
        spans += paragraph.spans
    return (Paragraph(tuple(spans)),)


def _marks(view: SalaryView, pays: Iterable[PayView]) -> Iterator[Mark]:
    if view.mine and view.mine.currency:
        yield from screen_mine.marks(view.mine)
    if any(pay.worked_out_from for pay in pays):
        yield _WORKED_OUT


def _commands(view: SalaryView, subject: Subject) -> Iterator[Label]:
    """Yield where the reader stands and another place, whichever is not asked already."""
    pay, role = subject.main, subject.role.role
    whole = f"careercli salary {subject.role.ref()}"
    mine = f" --mine {screen_mine.typed(view.mine)}" if view.mine else ""
    per = f" --per {pay.per}" if pay and (view.per or pay.per != "year") else ""
    here = f" --place {_typed_place(pay.place_title)}" if pay and view.places else ""
    if subject.role.level:
        yield Label("All levels", (f"careercli salary {role}",), "code")
    amount = _typical(pay) if pay and not view.mine and pay.fit != "proxy" else ""
    if amount:
        yield Label("Where you stand", (f"{whole} --mine {amount}{per}{here}",), "code")
    state = _state_to_try(subject)
    if subject.role.level:
        return
    if state and not view.places:
        yield Label("In your state" if mine else "Another place", (f"{whole}{mine}{per} --place {state}",), "code")
    else:
        yield Label("What comes next", (f"careercli path {role}",), "code")


def _typical(pay: PayView) -> str:
    """Return an amount that a reader might type: a little more than one in four earn, or the low end of a range."""
    start = next((value for value in (pay.p25, pay.low, pay.median, pay.mean) if value is not None), None)
    if start is None or pay.currency != "USD":
        return ""
    step = _STEP[pay.per]
    amount = int(-(-start // step) * step)
    return f"{amount // 1000}k" if pay.per == "year" and amount >= 1000 else f"{amount}"


def _state_to_try(subject: Subject) -> str:
    """Return the state with the most jobs that is not on the screen, as it is typed."""
    states = subject.elsewhere.states if subject.elsewhere else ()
    shown = {state.place for _, state in screen_evidence.shown_states(subject)} | {state.place for state in states[-1:]}
    others = [state for state in states if state.place not in shown]
    return _typed_place(max(others, key=lambda state: state.jobs or 0).place_title) if others else ""


def _typed_place(title: str) -> str:
    return f'"{title}"' if " " in title else title


def _left_out(view: SalaryView, subject: Subject) -> Iterator[tuple[int, str, str]]:
    """Yield how many places, sectors and other details there are besides."""
    where, pay = subject.elsewhere, subject.main
    if where and pay and not view.places:
        states = len(where.states) - (_shown_states(view, subject) if where.occupation == pay.occupation else 0)
        yield (states + where.metro_count, "place", "places") if where.metro_count else (states, "state", "states")
        yield where.sector_count, "sector", "sectors"
    levels = len(paid_levels(view, subject))
    details = levels if view.years is None and levels < (screen_evidence.FEW_LEVELS if pay else 1) else 0
    seen = (pay, subject.hourly, subject.nearest)
    whole = [row for row in view.rows if row.level is None and row.role == subject.role.role]
    details += len(set(map(_whose, whole)) - {_whose(one) for one in seen if one})
    if not view.places and view.mine is None:
        details += max(len(subject.role.drivers) - screen_evidence.DRIVERS, 0)
    yield (details, *screen_evidence.DETAILS)


def _whose(row: PayView) -> tuple[str | None, ...]:
    return row.source, row.occupation, row.population, row.place, row.industry


def _shown_states(view: SalaryView, subject: Subject) -> int:
    """Return how many states stand on the screen before it is fitted."""
    states = subject.elsewhere.states if subject.elsewhere else ()
    if view.mine and view.mine.currency:
        return len(screen_mine.chosen_states(view.mine, subject, subject.main))
    return min(len(states), screen_evidence.BEST + 1)
