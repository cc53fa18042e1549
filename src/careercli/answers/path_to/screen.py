"""The first screen of routes: the best known way and what it takes, then up to three ways side by side."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import structs

from careercli.amounts import Num, format_number, format_percent, format_quantity, format_range
from careercli.answers.path_to.view import RoutesView, StepView
from careercli.answers.path_to.ways import Way, ways
from careercli.answers.shared.licenses import american_first
from careercli.answers.shared.page_parts import not_judged_text
from careercli.answers.shared.screen_figures import left_aligned, pay_cell
from careercli.answers.shared.screen_parts import (
    MARKS,
    UNKNOWN,
    education_word,
    sentence,
    short_sources,
    strong,
    with_article,
)
from careercli.answers.shared.view_parts import PayView
from careercli.answers.shared.wording import schooling
from careercli.blocks import Cell, Group, Label, Labels, Mark, Paragraph, Row, Screen, Span, Table, cite
from careercli.measures import EDUCATION

SIDE_BY_SIDE = 3
"""Routes that are columns; of more, each is a row."""
MAX_NAMED = 3
"""Jobs on the way that the first sentence names."""
WORK = "Work on the way"
AT_THE_END, KNOWN = "Pay at the end", "Known moves"
PAYS = "  pays"
MIN_CHANGES = 2
"""Changes of job from which the pay at the end is not that of the first new job."""
_COUNTED = Mark(WORK, "Time at school and between two jobs is not counted.", word=True)
_ALL_LEVELS = Mark(r"(?m)^  pays", "Pay is that of all levels of a job, unless its level has its own.", word=True)
_GUESSED = Mark(r"(?m)^\d+ of \d+$", "Moves that are not known are likely ones: the jobs are alike.", word=True)
_Said = tuple[str | Span, ...]


def screen(view: RoutesView) -> Screen:
    """Return the routes, the best known one first, or what stands in the way of all of them."""
    routes = ways(view)
    shown = (*(_groups(view, routes) if routes else _blocked(view)), *_notes(view))
    return Screen(
        title=f"From {view.from_.title} to {view.to.title}",
        answer=(_answer(view, routes),),
        groups=tuple(shown),
        sources=short_sources(view.sources),
        marks=(*MARKS, _COUNTED, _ALL_LEVELS, _GUESSED),
        left_out=((len(view.rows), "step", "steps in detail"),) if view.rows else (),
        options="--full. More routes: --routes 5",
        complete="nothing is left out. Other limits: --help",
    )


def _blocked(view: RoutesView) -> Iterator[Group]:
    """Yield the limits without which there would be a route."""
    if view.refusals:
        yield Group((Labels((Label("Instead", tuple(refusal.text for refusal in view.refusals)),)),))


def _notes(view: RoutesView) -> Iterator[Group]:
    """Yield what was assumed, and what a limit could not judge."""
    left = ", ".join(map(not_judged_text, view.not_judged))
    notes = (*view.notes, *((f"Jobs left out, because no one can tell whether they pass: {left}.",) if left else ()))
    if notes:
        yield Group((Labels((Label("Note", notes),)),), rank=11, unit=("note", "notes"))


# ---- the answer ----


def _answer(view: RoutesView, routes: Sequence[Way]) -> Paragraph:
    start, goal = view.from_.title, view.to.title
    if not routes:
        return sentence(f"No route from {start} to {goal} meets all your limits.")
    best = routes[0]
    school = _school(best)
    time = _time(best, "Not counting school, it" if school else "It")
    said = [_way(best, start, goal), school, time, _pay(best)]
    first, *others = filter(None, said)
    return sentence(*first, *(span for one in others for span in (" ", *one)))


def _way(route: Way, start: str, goal: str) -> _Said:
    """Say through which jobs the best route goes, and where it is only likely because jobs are alike."""
    ends = f"from {start} to {goal}"
    changes = route.changes()
    if not changes:
        return f"You rise {ends} ", strong("on one ladder"), "."
    between: list[str | Span] = []
    for number, step in enumerate(changes[:-1]):
        between += [" and " if number == len(changes) - 2 else ", "] if number else []
        between.append(strong(step.to_role_title))
    if any(map(_is_guessed, route.steps)):
        listed = all(step.kind != "inferred" for step in route.steps)
        basis = "by an official list of related jobs" if listed else "by the skills that jobs share"
        by_skills = f"The likeliest one, {basis}, "
        way = ("goes through ", *between) if between else ("is ", strong("direct"))
        return f"No chain of known moves leads {ends}. {by_skills}", *way, "."
    if between:
        return f"The best known way {ends} goes through ", *between, "."
    own = [step.to.title for step in route.steps if step.to.role == changes[0].from_.role]
    once = f" once you are {with_article(own[-1])}" if own else ""
    return f"You can move {ends} ", strong("directly"), f"{once}."


def _time(route: Way, subject: str) -> _Said:
    years = route.totals.years
    if route.totals.years_unknown:
        return "How long it takes is ", strong("not known"), "."
    if not years:
        return ()
    return f"{subject} takes about ", strong(_duration(years)), " of work on the way."


def _duration(years: Num) -> str:
    return format_quantity(years, "years") if years >= 1 else format_quantity(round(years * 12), "months")


def _school(route: Way) -> _Said:
    before, after = route.steps[0].from_education, route.steps[-1].to_education
    if before is None or after is None or EDUCATION.index(after) <= EDUCATION.index(before):
        return ()
    title = with_article(route.steps[-1].to_role_title)
    return "It needs more school: ", f"{title} usually has ", strong(schooling(after)), "."


def _pay(route: Way) -> _Said:
    """Say what both ends pay where it is one statistic of one source; else what the new job pays."""
    now, then = route.steps[0].from_distribution, route.steps[-1].to_distribution
    known = then.central_pay() if then else None
    if then is None or known is None:
        return ()
    whose = " of all levels" if then.level is None else ""
    told = f"averages{whose}" if known[0] == "mean" else f"medians{whose}: half earn more"
    old = now.central_pay() if now else None
    if now is None or old is None or now.comparison_key() != then.comparison_key() or old[0] != known[0]:
        told = told.replace("averages", "average").replace("medians", "median")
        return "Pay there is ", strong(_money(then)), f" a year ({told}).{cite(then.source)}"
    if now.occupation is not None and now.occupation == then.occupation:
        return ()
    both = "Pay is ", strong(_money(now)), " a year now and ", strong(_money(then)), " there"
    return *both, f" ({told}).{cite(then.source)}"


def _money(pay: PayView) -> str:
    return pay_cell(pay).lines[0].rstrip("‡")  # the sentence says that it is an average


# ---- the routes ----


def _groups(view: RoutesView, routes: Sequence[Way]) -> Iterator[Group]:
    names = _names(routes)
    rows = [(label, [cell(route) for route in routes], rank) for label, cell, rank in _QUESTIONS]
    rows = [_with_sources(routes, row) if row[0] == PAYS else row for row in rows]
    rows = [row for row in rows if any(cell is not UNKNOWN for cell in row[1])]
    if all(len(route.changes()) < MIN_CHANGES for route in routes):
        rows = [row for row in rows if row[0] != AT_THE_END]
    if len(routes) <= SIDE_BY_SIDE:
        table = Table(("", *names), tuple(Row(Cell((label,)), tuple(cells), rank) for label, cells, rank in rows))
    else:
        lines = zip(names, *(cells for _, cells, _ in rows[:MAX_COLUMNS]), strict=True)
        labels = (label.strip() for label, *_ in rows[:MAX_COLUMNS])
        table = Table(("Route", *labels), tuple(Row(Cell((name,)), tuple(cells)) for name, *cells in lines))
    yield Group((table,))
    ways = (
        Paragraph((Span(_steps(view.from_.title, route)),), f"{route.totals.route}.", rank)
        for rank, route in enumerate(routes)  # the first one always stays
    )
    yield Group(tuple(ways), unit=("route in steps", "routes in steps"))
    licenses = [one.text for one in routes[0].steps[-1].barriers if one.kind == "license"]
    if licenses:
        yield Group((Labels((Label("License", (american_first(licenses),)),)),), rank=14, unit=("license", "licenses"))


def _with_sources(routes: Sequence[Way], row: tuple[str, list[Cell], int]) -> tuple[str, list[Cell], int]:
    """Return the row of pay with its source behind the label; of several, each behind its amount."""
    label, cells, rank = row
    pays = [next((step.to_distribution for step in route.changes()), None) for route in routes]
    sources = {pay.source for pay in pays if pay}
    if len(sources) == 1:
        return label + cite(*sources), cells, rank
    cited = (
        structs.replace(cell, lines=(cell.lines[0] + cite(pay.source),)) if pay and cell is not UNKNOWN else cell
        for cell, pay in zip(cells, pays, strict=True)
    )
    return label, list(cited), rank


def _names(routes: Sequence[Way]) -> list[str]:
    """Return what routes are called: by the first job on the way, or by the last one where that tells them apart."""
    between = [[step.to_role_title for step in route.changes()[:-1]] for route in routes]
    first, last = ([f"via {jobs[end]}" if jobs else "direct" for jobs in between] for end in (0, -1))
    names = first if len(set(first)) >= len(set(last)) else last
    return [f"{route.totals.route}\u00a0{name}" for route, name in zip(routes, names, strict=True)]


def _steps(start: str, route: Way) -> str:
    return " → ".join([start, *(step.to.title for step in route.steps)])


def _work(route: Way) -> Cell:
    if route.totals.years:
        return Cell((_duration(route.totals.years),))
    own = [step for step in route.steps if step.kind == "level"]
    return UNKNOWN if own else Cell(("none",))


def _job_changes(route: Way) -> Cell:
    return Cell((format_number(len(route.changes())),))


def _first_job(route: Way) -> Cell:
    changes = route.changes()
    return Cell((changes[0].to.title,)) if changes else UNKNOWN


def _first_pay(route: Way) -> Cell:
    changes = route.changes()
    return _pay_across(changes[0]) if changes else UNKNOWN


def _last_pay(route: Way) -> Cell:
    return _pay_across(route.steps[-1]) if route.changes() else UNKNOWN


def _pay_across(step: StepView) -> Cell:
    return left_aligned(pay_cell(step.to_distribution)) if step.to_distribution else UNKNOWN


def _skills_you_have(route: Way) -> Cell:
    changes = route.changes()
    share = changes[0].overlap if changes else None
    return UNKNOWN if share is None else Cell((f"{format_percent(share, 0)} of skills",))


def _skills_to_learn(route: Way) -> Cell:
    skills = {skill.skill for step in route.changes() for skill in step.skills_to_learn}
    return Cell((format_number(len(skills)),)) if skills else UNKNOWN


def _schooling(route: Way) -> Cell:
    """Return the most schooling that a job on the way usually takes, where it is more than people have at the start."""
    before = route.steps[0].from_education
    known = [EDUCATION.index(step.to_education) for step in route.changes() if step.to_education]
    if before is None or not known:
        return UNKNOWN
    return Cell((education_word(EDUCATION[max(known)]) if max(known) > EDUCATION.index(before) else "none",))


def _training_cost(route: Way) -> Cell:
    total = route.totals
    if total.training_cost_low is None or total.training_unknown:
        return UNKNOWN
    return Cell((format_range(total.training_cost_low, total.training_cost_high, None, total.training_currency),))


def _payback(route: Way) -> Cell:
    months = route.totals.payback_months
    return UNKNOWN if months is None else Cell((f"{format_number(months, 0)} months",))


def _is_guessed(step: StepView) -> bool:
    """Say whether jobs are only alike or on one list, and nobody says that people move from the one to the other."""
    return step.kind in ("inferred", "official")


def _known_moves(route: Way) -> Cell:
    guessed = sum(map(_is_guessed, route.steps))
    return Cell((f"{len(route.steps) - guessed} of {len(route.steps)}",)) if guessed else Cell(("all",))


MAX_COLUMNS = 4
"""Questions of which each is a column, where each route is a row."""
_QUESTIONS: tuple[tuple[str, Callable[[Way], Cell], int], ...] = (
    (WORK, _work, 0),
    ("First new job", _first_job, 0),
    (PAYS, _first_pay, 0),
    ("  you have", _skills_you_have, 9),
    (AT_THE_END, _last_pay, 13),
    ("School to add", _schooling, 0),
    ("Skills to learn", _skills_to_learn, 12),
    ("Job changes", _job_changes, 15),
    (KNOWN, _known_moves, 10),
    ("Cost of training", _training_cost, 0),
    ("Training paid back after", _payback, 0),
)
"""Rows of a screen of routes, what each says of a route, and its rank."""
