"""Skills as a page: one table of skills or of roles, then how to read it."""

from collections.abc import Iterator, Sequence

from careercli.amounts import format_money, format_number, format_percent, join_words, signed
from careercli.answers.shared.page_parts import (
    Citations,
    command_line,
    heading,
    key_pay_text,
    occupation_fit_text,
    prose,
    source_list,
)
from careercli.answers.shared.view_parts import KeyPayView, Num
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
from careercli.blocks import MISSING, Block, Cell, Heading, Page, Paragraph, Row, Span, Table, Term, Terms

MAX_DETAILED = 5
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
    citations = Citations(view.sources)
    sides = {"vocabulary": _vocabulary, "role": _of_role, "users": _roles_needing, "unlock": _unlocked, "next": _next}
    return Page((*sides[view.question](view, citations), *source_list(view.sources)))


def _vocabulary(view: SkillsView, citations: Citations) -> Iterator[Block]:
    kind = f" of the kind {view.kind}" if view.kind else ""
    yield Heading(f"{view.total} skills{kind}", 1)
    rows = [
        Row(Cell((row.name,), "strong"), (Cell((row.id,)), Cell((row.kind,)), *_demand_cells(row))) for row in view.rows
    ]
    if rows:
        yield Table(("Skill", "Id", "Kind", "Roles", "Must"), tuple(rows))
        yield from _left_out(view, "skills")
        marks = "".join(citations.mark(source.source) for source in view.sources)
        yield prose(f"Roles: how many ask for it; must: how many of these cannot do without it{marks}.", "muted")
        yield heading("See also")
        yield command_line(f"careercli skills --unlock {view.rows[0].id}", "who asks for it and what they pay")


def _of_role(view: SkillsView, citations: Citations) -> Iterator[Block]:
    kind = f" of the kind {view.kind}" if view.kind else ""
    yield Heading(f"{view.title}: skills{kind}", 1)
    yield from (prose(note, "warn") for note in view.notes)
    rows = [
        Row(Cell((row.name,), "strong"), (Cell((row.kind,)), *_ratings(row.asked, citations), *_demand_cells(row)))
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


def _roles_needing(view: SkillsView, citations: Citations) -> Iterator[Block]:
    yield Heading(f"Who asks for {join_words([row.name for row in view.rows])}", 1)
    for row in view.rows:
        yield prose(f"{row.name} ({row.kind}): {_times(row.must, 'a must')}, {_times(row.nice, 'nice to have')}.")
    several = len(view.rows) > 1
    rows = [
        Row(
            Cell((role.title,), "strong"),
            (*_asked_pay(role, citations), *_asked(role.asks, citations, several=several)),
        )
        for role in view.roles
    ]
    if rows:
        required = ("Asks for",) if several else ("Need", "Importance", "Level")
        yield Table(("Role", "Pay a year", "Counted", *required), tuple(rows))
        yield from _left_out(view, "roles")
        yield prose(f"Best paid first. {_PAY} Nothing here says that the skill makes the pay.", "muted")
        yield heading("See also")
        words = " ".join(f"--unlock {row.id}" for row in view.rows)
        yield command_line(f"careercli skills ROLE {words}", "what learning it opens from a role")


def _times(count: int, how: str) -> str:
    return f"{how} for {count} {'role' if count == 1 else 'roles'}"


def _unlocked(view: SkillsView, citations: Citations) -> Iterator[Block]:
    yield Heading(f"{view.title}: with {join_words([row.name for row in view.rows])} learnt", 1)
    yield from (prose(note, "warn") for note in view.notes)
    yield from _summary_blocks(view, citations)
    for row in view.rows:
        if row.asked:
            level = f" at level {format_number(row.asked.level)}" if row.asked.level is not None else ""
            yield prose(f"{view.title} asks for {row.name} itself{level}; to learn it is to raise it.", "muted")
    for state, (title, aside) in _HEADINGS.items():
        found = [(role, role.unlocked) for role in view.roles if role.unlocked and role.unlocked.state == state]
        if found:
            yield heading(title, aside)
            headers = ("Role", "Covered", "After", "Pay a year", "Counted", "Against yours", "In the way")
            yield Table(headers, tuple(_unlocked_row(role, unlocked, citations) for role, unlocked in found))
    yield from _left_out(view, "roles")
    yield from _explained(view, citations)
    if view.roles:
        yield heading("See also")
        first = view.roles[0].role
        yield command_line(f"careercli gap {first} --from {view.role}", "all that is missing, licences included")
        yield command_line(f"careercli path {view.role} --to {first}", "the way there, step by step")


def _unlocked_row(role: SkillRoleView, unlocked: UnlockedView, citations: Citations) -> Row:
    gain = unlocked.pay_gain
    against = MISSING
    if gain:
        share = f" ({signed(format_percent(abs(gain.percent), 0), gain.percent)})" if gain.percent is not None else ""
        against = Cell((f"{signed(format_money(abs(gain.amount), gain.currency), gain.amount)}{share}",), numeric=True)
    covered = (Cell((format_percent(share),), numeric=True) for share in (unlocked.before, unlocked.after))
    barriers = Cell(tuple(barrier.text for barrier in unlocked.walls), "warn") if unlocked.walls else MISSING
    return Row(Cell((role.title,), "strong"), (*covered, *_asked_pay(role, citations), against, barriers))


def _next(view: SkillsView, citations: Citations) -> Iterator[Block]:
    kind = f" of the kind {view.kind}" if view.kind else ""
    yield Heading(f"{view.title}: which skill{kind} next", 1)
    yield from (prose(note, "warn") for note in view.notes)
    yield from _summary_blocks(view, citations)
    found = [(row, row.outlook) for row in view.rows if row.outlook]
    if not found:
        return
    headers = ("Skill", "Rank", "Opens", "Held back", "Nearer", "Open already", "Points")
    yield Table(headers, tuple(_outlook_row(row, outlook) for row, outlook in found))
    yield from _left_out(view, "skills")
    openers = [(row, outlook) for row, outlook in found if outlook.opened][:MAX_DETAILED]
    yield prose("Points: coverage gained, all other roles together.", "muted")
    if openers:
        yield heading("What opens")
        yield Terms(tuple(Term(row.name, "", tuple(_opened(outlook, citations))) for row, outlook in openers))
    yield from _explained(view, citations)
    yield heading("See also")
    yield command_line(f"careercli skills {view.role} --unlock {found[0][0].id}", "role by role, with pay")


def _outlook_row(row: SkillRowView, outlook: OutlookView) -> Row:
    counts = (outlook.opens, outlook.held_back, outlook.nearer, outlook.open_before)
    raised = f", raised from {format_number(outlook.have)}" if outlook.have is not None else ""
    cells = (
        Cell((f"{outlook.rank}, tied" if outlook.tied else str(outlook.rank),), numeric=True),
        *(Cell((str(count),), numeric=True) for count in counts),
        Cell((f"+{format_number(outlook.gain, 1)}",), numeric=True),
    )
    return Row(Cell((f"{row.name}{raised}",), "strong"), cells)


def _opened(outlook: OutlookView, citations: Citations) -> Iterator[str]:
    for one in outlook.opened:
        pay = f"; {_headline(one.pay, citations)}" if one.pay else ""
        yield f"{one.title}: {format_percent(one.before)} covered, then {format_percent(one.after)}{pay}."


def _summary_blocks(view: SkillsView, citations: Citations) -> Iterator[Block]:
    """Yield the outcome, then where one stands without learning anything."""
    if view.verdict:
        yield Paragraph((Span(view.verdict, "strong"),))
    if view.stand and not view.notes:
        yield prose(_baseline_text(view.stand, view.title or "", citations))


def _baseline_text(stand: StandView, title: str, citations: Citations) -> str:
    facts = [f"job zone {stand.zone:g}"] if stand.zone else []
    facts += [f"usual entry education: {stand.education}"] if stand.education else []
    if stand.pay:
        counted = occupation_fit_text(stand.occupation_title, stand.pay.occupation, stand.pay.fit)
        facts.append(f"{_headline(stand.pay, citations)}, counted for {counted or 'the role itself'}")
    about = f"; {'; '.join(facts)}" if facts else ""
    return f"{title} as it is: {stand.open} of {stand.roles} other roles are open{about}."


def _explained(view: SkillsView, citations: Citations) -> Iterator[Block]:
    """Yield what is counted and what is taken for granted."""
    line, stand = view.line, view.stand
    if line is None or stand is None or view.notes:
        return
    rated = "".join(citations.mark(source) for source in stand.rated_by)
    yield heading("How this is counted")
    yield prose(
        f"Covered is how much of what a role asks is brought, weighted by importance{rated}; what nobody rated counts "
        f"as {format_number(line.unrated)} of 100, or {format_number(line.unrated_nice)} if it is nice to have, and "
        f"what is nice to have {format_percent(line.nice, 0)} of a must. A skill is learnt as far as each role asks "
        f"for it. {_threshold_text(line)} A role {line.zones} job zones up or more is not opened by a skill.",
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


def _threshold_text(line: LineView) -> str:
    if line.usual is None or line.mean is None or line.deviation is None:
        return f"A role is open from {format_percent(line.percent)}, the share that a route asks too."
    spread = (
        f"roles of one family cover {format_percent(line.mean)} of each other, give or take "
        f"{format_percent(line.deviation)}"
    )
    if line.usual > line.least:
        return (
            f"A role is open from {format_percent(line.percent)}: here {spread}, and the line is the "
            f"first less the second."
        )
    return (
        f"A role is open from {format_percent(line.percent)}, the least that a route asks of a change that nobody "
        f"declares. The line would be higher if families were closer: here {spread}, and the first less the second is "
        f"only {format_percent(line.usual)}."
    )


def _left_out(view: SkillsView, what: str) -> Iterator[Block]:
    shown = len(view.roles) if view.question in ("users", "unlock") else len(view.rows)
    if shown < view.total:
        yield prose(f"The first {shown} of {view.total} {what}; --limit {view.total} shows all.", "muted")


def _demand_cells(row: SkillRowView) -> tuple[Cell, Cell]:
    return Cell((str(row.must + row.nice),), numeric=True), Cell((str(row.must),), numeric=True)


def _ratings(required: AskedView, citations: Citations) -> tuple[Cell, Cell, Cell]:
    return (
        Cell((f"{required.need}{citations.mark(required.source)}",)),
        _rating(required.importance),
        _rating(required.level),
    )


def _rating(value: Num | None) -> Cell:
    return MISSING if value is None else Cell((format_number(value),), numeric=True)


def _asked(requirements: Sequence[AskedView], citations: Citations, *, several: bool) -> tuple[Cell, ...]:
    if not several:
        return _ratings(requirements[0], citations)
    return (
        Cell(tuple(f"{required.name}, {required.need}{citations.mark(required.source)}" for required in requirements)),
    )


def _asked_pay(role: SkillRoleView, citations: Citations) -> tuple[Cell, Cell]:
    if role.pay is None:
        return MISSING, MISSING
    counted = occupation_fit_text(role.occupation_title, role.pay.occupation, role.pay.fit) or "the role itself"
    return Cell((_headline(role.pay, citations),), numeric=True), Cell((counted,))


def _headline(pay: KeyPayView, citations: Citations) -> str:
    statistic = f" {pay.statistic}" if pay.statistic else ""
    proxy = "~" if pay.fit == "proxy" else ""
    return f"{proxy}{key_pay_text(pay)}{statistic}{citations.mark(pay.source)}"
