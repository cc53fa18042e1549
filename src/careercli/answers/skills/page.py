"""Skills as a page: one table of skills or of roles, then how to read it."""

from collections.abc import Iterator, Sequence

from careercli.amounts import listed, money, number, percent, signed
from careercli.answers.shared.page_parts import Marks, command_line, fit_words, heading, prose, source_foot
from careercli.answers.shared.view_parts import HeadlineView, Num
from careercli.answers.skills.view import (
    AskedView,
    LineView,
    OutlookView,
    SkillRoleView,
    SkillRowView,
    SkillsView,
    StandView,
    UnlockedView,
)
from careercli.blocks import Block, Cell, Heading, Page, Paragraph, Row, Span, Table, Term, Terms

MISSING = Cell(("–",), "muted")
DETAILED = 5
"""Skills of which the roles that they open are named."""
_HEADINGS = {
    "opens": ("Opens", "covered far enough now"),
    "held back": ("Held back", "covered far enough, but two job zones up or more"),
    "nearer": ("Comes nearer", "covered more, not far enough"),
    "open before": ("Open already", "covered more"),
}
_PAY = (
    "Pay is that of the role's official class (part: the class holds other jobs too), else the role's own figure, else "
    "that of another job (~, a proxy)."
)


def page(view: SkillsView) -> Page:
    """Return the answer as a page."""
    marks = Marks(view.sources)
    sides = {"vocabulary": _vocabulary, "role": _of_role, "users": _users, "unlock": _unlocked, "next": _next}
    return Page((*sides[view.question](view, marks), *source_foot(view.sources)))


def _vocabulary(view: SkillsView, _marks: Marks) -> Iterator[Block]:
    kind = f" of the kind {view.kind}" if view.kind else ""
    yield Heading(f"{view.total} skills{kind}", 1)
    rows = [Row(Cell((row.name,), "strong"), (Cell((row.id,)), Cell((row.kind,)), *_uses(row))) for row in view.rows]
    if rows:
        yield Table(("Skill", "Id", "Kind", "Roles", "Must"), tuple(rows))
        yield from _left_out(view, "skills")
        yield prose("Roles: how many ask for it; must: how many of these cannot do without it.", "muted")
        yield heading("See also")
        yield command_line(f"careercli skills --unlock {view.rows[0].id}", "who asks for it and what they pay")


def _of_role(view: SkillsView, marks: Marks) -> Iterator[Block]:
    kind = f" of the kind {view.kind}" if view.kind else ""
    yield Heading(f"{view.title}: skills{kind}", 1)
    yield from (prose(note, "warn") for note in view.notes)
    rows = [
        Row(Cell((row.name,), "strong"), (Cell((row.kind,)), *_ratings(row.asked, marks), *_uses(row)))
        for row in view.rows
        if row.asked
    ]
    if rows:
        yield Table(("Skill", "Kind", "Need", "Importance", "Level", "Other roles", "Must"), tuple(rows))
        yield from _left_out(view, "skills")
        yield prose("Importance and level from 0 to 100. The last two: how many other roles ask for it.", "muted")
    yield heading("See also")
    yield command_line(f"careercli skills {view.role} --next", "which one skill unlocks most from here")
    if rows:
        yield command_line(f"careercli skills --unlock {view.rows[0].id}", "who else asks for it")


def _users(view: SkillsView, marks: Marks) -> Iterator[Block]:
    yield Heading(f"Who asks for {listed([row.name for row in view.rows])}", 1)
    for row in view.rows:
        yield prose(f"{row.name} ({row.kind}): {_times(row.must, 'a must')}, {_times(row.nice, 'nice to have')}.")
    several = len(view.rows) > 1
    rows = [
        Row(Cell((role.title,), "strong"), (*_asked_pay(role, marks), *_asked(role.asks, marks, several=several)))
        for role in view.roles
    ]
    if rows:
        asked = ("Asks for",) if several else ("Need", "Importance", "Level")
        yield Table(("Role", "Pay a year", "Counted", *asked), tuple(rows))
        yield from _left_out(view, "roles")
        yield prose(f"Best paid first. {_PAY} Nothing here says that the skill makes the pay.", "muted")
        yield heading("See also")
        words = " ".join(f"--unlock {row.id}" for row in view.rows)
        yield command_line(f"careercli skills ROLE {words}", "what learning it opens from a role")


def _times(count: int, how: str) -> str:
    return f"{how} for {count} {'role' if count == 1 else 'roles'}"


def _unlocked(view: SkillsView, marks: Marks) -> Iterator[Block]:
    yield Heading(f"{view.title}: with {listed([row.name for row in view.rows])} learnt", 1)
    yield from (prose(note, "warn") for note in view.notes)
    yield from _opening(view, marks)
    for row in view.rows:
        if row.asked:
            level = f" at level {number(row.asked.level)}" if row.asked.level is not None else ""
            yield prose(f"{view.title} asks for {row.name} itself{level}; to learn it is to raise it.", "muted")
    for state, (title, aside) in _HEADINGS.items():
        found = [(role, role.unlocked) for role in view.roles if role.unlocked and role.unlocked.state == state]
        if found:
            yield heading(title, aside)
            headers = ("Role", "Covered", "After", "Pay a year", "Counted", "Against yours", "In the way")
            yield Table(headers, tuple(_unlocked_row(role, unlocked, marks) for role, unlocked in found))
    yield from _left_out(view, "roles")
    yield from _explained(view, marks)
    if view.roles:
        yield heading("See also")
        first = view.roles[0].role
        yield command_line(f"careercli gap {first} --from {view.role}", "all that is missing, licences included")
        yield command_line(f"careercli path {view.role} --to {first}", "the way there, step by step")


def _unlocked_row(role: SkillRoleView, unlocked: UnlockedView, marks: Marks) -> Row:
    gain = unlocked.pay_gain
    against = MISSING
    if gain:
        share = f" ({signed(percent(abs(gain.percent), 0), gain.percent)})" if gain.percent is not None else ""
        against = Cell((f"{signed(money(abs(gain.amount), gain.currency), gain.amount)}{share}",), numeric=True)
    covered = (Cell((percent(share),), numeric=True) for share in (unlocked.before, unlocked.after))
    walls = Cell(tuple(wall.text for wall in unlocked.walls), "warn") if unlocked.walls else MISSING
    return Row(Cell((role.title,), "strong"), (*covered, *_asked_pay(role, marks), against, walls))


def _next(view: SkillsView, marks: Marks) -> Iterator[Block]:
    kind = f" of the kind {view.kind}" if view.kind else ""
    yield Heading(f"{view.title}: which skill{kind} next", 1)
    yield from (prose(note, "warn") for note in view.notes)
    yield from _opening(view, marks)
    found = [(row, row.outlook) for row in view.rows if row.outlook]
    if not found:
        return
    headers = ("Skill", "Rank", "Opens", "Held back", "Nearer", "Open already", "Points")
    yield Table(headers, tuple(_outlook_row(row, outlook) for row, outlook in found))
    yield from _left_out(view, "skills")
    openers = [(row, outlook) for row, outlook in found if outlook.opened][:DETAILED]
    yield prose("Points: coverage gained, all other roles together.", "muted")
    if openers:
        yield heading("What opens")
        yield Terms(tuple(Term(row.name, "", tuple(_opened(outlook, marks))) for row, outlook in openers))
    yield from _explained(view, marks)
    yield heading("See also")
    yield command_line(f"careercli skills {view.role} --unlock {found[0][0].id}", "role by role, with pay")


def _outlook_row(row: SkillRowView, outlook: OutlookView) -> Row:
    counts = (outlook.opens, outlook.held_back, outlook.nearer, outlook.open_before)
    raised = f", raised from {number(outlook.have)}" if outlook.have is not None else ""
    cells = (
        Cell((f"{outlook.rank}, tied" if outlook.tied else str(outlook.rank),), numeric=True),
        *(Cell((str(count),), numeric=True) for count in counts),
        Cell((f"+{number(outlook.gain, 1)}",), numeric=True),
    )
    return Row(Cell((f"{row.name}{raised}",), "strong"), cells)


def _opened(outlook: OutlookView, marks: Marks) -> Iterator[str]:
    for one in outlook.opened:
        pay = f"; {_headline(one.pay, marks)}" if one.pay else ""
        yield f"{one.title}: {percent(one.before)} covered, then {percent(one.after)}{pay}."


def _opening(view: SkillsView, marks: Marks) -> Iterator[Block]:
    """Yield the outcome, then where one stands without learning anything."""
    if view.verdict:
        yield Paragraph((Span(view.verdict, "strong"),))
    if view.stand and not view.notes:
        yield prose(_stand(view.stand, view.title or "", marks))


def _stand(stand: StandView, title: str, marks: Marks) -> str:
    facts = [f"job zone {stand.zone:g}"] if stand.zone else []
    facts += [f"usual entry education: {stand.education}"] if stand.education else []
    if stand.pay:
        counted = fit_words(stand.occupation_title, stand.pay.occupation, stand.pay.fit)
        facts.append(f"{_headline(stand.pay, marks)}, counted for {counted or 'the role itself'}")
    about = f"; {'; '.join(facts)}" if facts else ""
    return f"{title} as it is: {stand.open} of {stand.roles} other roles are open{about}."


def _explained(view: SkillsView, marks: Marks) -> Iterator[Block]:
    """Yield what is counted and what is taken for granted."""
    line, stand = view.line, view.stand
    if line is None or stand is None or view.notes:
        return
    rated = "".join(marks.of(source) for source in stand.rated_by)
    yield heading("How this is counted")
    yield prose(
        f"Covered is how much of what a role asks is brought, weighted by importance{rated}; what nobody rated counts "
        f"as {number(line.unrated)} of 100, what is nice to have {percent(line.nice, 0)} of a must. A skill is learnt "
        f"as far as each role asks for it. {_line(line)} A role {line.zones} job zones up or more is not opened by a "
        "skill.",
        "muted",
    )
    yield prose(
        f"{_PAY} It is subtracted only where both are classes of their roles, of one survey, place and year. No skill "
        "promises that pay. Job zone and education are those of the best fitting class that has them; licences are not "
        "looked at here.",
        "muted",
    )
    if stand.unknown:
        words = "role of which" if stand.unknown == 1 else "roles of which"
        yield prose(f"Left out: {stand.unknown} {words} the catalog does not say what is asked.", "muted")


def _line(line: LineView) -> str:
    if line.usual is None or line.mean is None or line.deviation is None:
        return f"A role is open from {percent(line.percent)}, the share that a route asks too."
    spread = f"roles of one family cover {percent(line.mean)} of each other, give or take {percent(line.deviation)}"
    if line.usual > line.least:
        return f"A role is open from {percent(line.percent)}: here {spread}, and the line is the first less the second."
    return (
        f"A role is open from {percent(line.percent)}, the least that a route asks of a change that nobody declares. "
        f"The line would be higher if families were closer: here {spread}, and the first less the second is only "
        f"{percent(line.usual)}."
    )


def _left_out(view: SkillsView, what: str) -> Iterator[Block]:
    shown = len(view.roles) if view.question in ("users", "unlock") else len(view.rows)
    if shown < view.total:
        yield prose(f"The first {shown} of {view.total} {what}; --limit {view.total} shows all.", "muted")


def _uses(row: SkillRowView) -> tuple[Cell, Cell]:
    return Cell((str(row.must + row.nice),), numeric=True), Cell((str(row.must),), numeric=True)


def _ratings(asked: AskedView, marks: Marks) -> tuple[Cell, Cell, Cell]:
    return Cell((f"{asked.need}{marks.of(asked.source)}",)), _rating(asked.importance), _rating(asked.level)


def _rating(value: Num | None) -> Cell:
    return MISSING if value is None else Cell((number(value),), numeric=True)


def _asked(asks: Sequence[AskedView], marks: Marks, *, several: bool) -> tuple[Cell, ...]:
    if not several:
        return _ratings(asks[0], marks)
    return (Cell(tuple(f"{asked.name}, {asked.need}{marks.of(asked.source)}" for asked in asks)),)


def _asked_pay(role: SkillRoleView, marks: Marks) -> tuple[Cell, Cell]:
    if role.pay is None:
        return MISSING, MISSING
    counted = fit_words(role.occupation_title, role.pay.occupation, role.pay.fit) or "the role itself"
    return Cell((_headline(role.pay, marks),), numeric=True), Cell((counted,))


def _headline(pay: HeadlineView, marks: Marks) -> str:
    statistic = f" {pay.statistic}" if pay.statistic else ""
    proxy = "~" if pay.fit == "proxy" else ""
    return f"{proxy}{money(pay.value, pay.currency or '')}{statistic}{marks.of(pay.source)}"
