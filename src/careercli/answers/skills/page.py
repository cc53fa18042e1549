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
    BaselineView,
    LearningView,
    SkillDemandView,
    SkillNeedView,
    SkillRowView,
    SkillsUnlockView,
    SkillsView,
    ThresholdView,
    UnlockRowView,
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


def page(view: SkillsView | SkillsUnlockView) -> Page:
    """Return the answer as a page."""
    citations = Citations(view.sources)
    if isinstance(view, SkillsUnlockView):
        blocks = _unlocked(view, citations) if view.role else _roles_needing(view, citations)
    else:
        blocks = {"vocabulary": _vocabulary, "role": _of_role, "next": _next}[view.question](view, citations)
    return Page((*blocks, *source_list(view.sources)))


def _vocabulary(view: SkillsView, citations: Citations) -> Iterator[Block]:
    kind = f" of the kind {view.kind}" if view.kind else ""
    yield Heading(f"{view.found} skills{kind}", 1)
    rows = [
        Row(Cell((row.name,), "strong"), (Cell((row.skill,)), Cell((row.kind,)), *_demand_cells(row)))
        for row in view.rows
    ]
    if rows:
        yield Table(("Skill", "Id", "Kind", "Roles", "Must"), tuple(rows))
        yield from _left_out(view, "skills")
        marks = "".join(citations.mark(source.source) for source in view.sources)
        yield prose(f"Roles: how many ask for it; must: how many of these cannot do without it{marks}.", "muted")
        yield heading("See also")
        yield command_line(f"careercli skills --unlock {view.rows[0].skill}", "who asks for it and what they pay")


def _of_role(view: SkillsView, citations: Citations) -> Iterator[Block]:
    kind = f" of the kind {view.kind}" if view.kind else ""
    yield Heading(f"{view.title}: skills{kind}", 1)
    yield from (prose(note, "warn") for note in view.notes)
    rows = [
        Row(Cell((row.name,), "strong"), (Cell((row.kind,)), *_ratings(row, citations), *_demand_cells(row)))
        for row in view.rows
    ]
    if rows:
        yield Table(("Skill", "Kind", "Need", "Importance", "Level", "Other roles", "Must"), tuple(rows))
        yield from _left_out(view, "skills")
        yield prose("Importance and level from 0 to 100. The last two: how many other roles ask for it.", "muted")
    yield heading("See also")
    yield command_line(f"careercli skills {view.role} --next", "which one skill unlocks most from here")
    if rows:
        yield command_line(f"careercli skills --unlock {view.rows[0].skill}", "who else asks for it")


def _roles_needing(view: SkillsUnlockView, citations: Citations) -> Iterator[Block]:
    yield Heading(f"Who asks for {join_words([skill.name for skill in view.skills_named])}", 1)
    for skill in view.skills_named:
        counts = f"{_times(skill.must_count, 'a must')}, {_times(skill.nice_count, 'nice to have')}"
        yield prose(f"{skill.name} ({skill.kind}): {counts}.")
    several = len(view.skills_named) > 1
    rows = [
        Row(
            Cell((role.title,), "strong"),
            (*_asked_pay(role, citations), *_asked(role.requirements, citations, several=several)),
        )
        for role in view.rows
    ]
    if rows:
        required = ("Asks for",) if several else ("Need", "Importance", "Level")
        yield Table(("Role", "Pay a year", "Counted", *required), tuple(rows))
        yield from _left_out(view, "roles")
        yield prose(f"Best paid first. {_PAY} Nothing here says that the skill makes the pay.", "muted")
        yield heading("See also")
        words = " ".join(f"--unlock {skill.skill}" for skill in view.skills_named)
        yield command_line(f"careercli skills ROLE {words}", "what learning it opens from a role")


def _times(count: int, how: str) -> str:
    return f"{how} for {count} {'role' if count == 1 else 'roles'}"


def _unlocked(view: SkillsUnlockView, citations: Citations) -> Iterator[Block]:
    yield Heading(f"{view.title}: with {join_words([skill.name for skill in view.skills_named])} learnt", 1)
    yield from (prose(note, "warn") for note in view.notes)
    yield from _summary_blocks(view, citations)
    for skill in view.skills_named:
        if skill.need:
            level = f" at level {format_number(skill.skill_level)}" if skill.skill_level is not None else ""
            yield prose(f"{view.title} asks for {skill.name} itself{level}; to learn it is to raise it.", "muted")
    for outcome, (title, aside) in _HEADINGS.items():
        found = [role for role in view.rows if role.outcome == outcome]
        if found:
            yield heading(title, aside)
            headers = ("Role", "Covered", "After", "Pay a year", "Counted", "Against yours", "In the way")
            yield Table(headers, tuple(_unlocked_row(role, citations) for role in found))
    yield from _left_out(view, "roles")
    yield from _explained(view, citations)
    if view.rows:
        yield heading("See also")
        first = view.rows[0].role
        yield command_line(f"careercli gap {first} --from {view.role}", "all that is missing, licences included")
        yield command_line(f"careercli path {view.role} --to {first}", "the way there, step by step")


def _unlocked_row(role: UnlockRowView, citations: Citations) -> Row:
    gain = role.pay_gain
    against = MISSING
    if gain:
        share = f" ({signed(format_percent(abs(gain.percent), 0), gain.percent)})" if gain.percent is not None else ""
        against = Cell((f"{signed(format_money(abs(gain.amount), gain.currency), gain.amount)}{share}",), numeric=True)
    covered = (Cell((format_percent(share or 0),), numeric=True) for share in (role.overlap_before, role.overlap_after))
    barriers = Cell(tuple(barrier.text for barrier in role.barriers), "warn") if role.barriers else MISSING
    return Row(Cell((role.title,), "strong"), (*covered, *_asked_pay(role, citations), against, barriers))


def _next(view: SkillsView, citations: Citations) -> Iterator[Block]:
    kind = f" of the kind {view.kind}" if view.kind else ""
    yield Heading(f"{view.title}: which skill{kind} next", 1)
    yield from (prose(note, "warn") for note in view.notes)
    yield from _summary_blocks(view, citations)
    found = [(row, row.learning) for row in view.rows if row.learning]
    if not found:
        return
    headers = ("Skill", "Rank", "Opens", "Held back", "Nearer", "Open already", "Points")
    yield Table(headers, tuple(_learning_row(row, learning) for row, learning in found))
    yield from _left_out(view, "skills")
    openers = [(row, learning) for row, learning in found if learning.opened][:MAX_DETAILED]
    yield prose("Points: coverage gained, all other roles together.", "muted")
    if openers:
        yield heading("What opens")
        yield Terms(tuple(Term(row.name, "", tuple(_opened(learning, citations))) for row, learning in openers))
    yield from _explained(view, citations)
    yield heading("See also")
    yield command_line(f"careercli skills {view.role} --unlock {found[0][0].skill}", "role by role, with pay")


def _learning_row(row: SkillRowView, learning: LearningView) -> Row:
    counts = (learning.opens_count, learning.held_back_count, learning.nearer_count, learning.open_before_count)
    raised = f", raised from {format_number(learning.raised_from)}" if learning.raised_from is not None else ""
    cells = (
        Cell((f"{learning.rank}, tied" if learning.tied else str(learning.rank),), numeric=True),
        *(Cell((str(count),), numeric=True) for count in counts),
        Cell((f"+{format_number(learning.overlap_gain, 1)}",), numeric=True),
    )
    return Row(Cell((f"{row.name}{raised}",), "strong"), cells)


def _opened(learning: LearningView, citations: Citations) -> Iterator[str]:
    for one in learning.opened:
        pay = f"; {_headline(one.pay, citations)}" if one.pay else ""
        shares = f"{format_percent(one.overlap_before)} covered, then {format_percent(one.overlap_after)}"
        yield f"{one.title}: {shares}{pay}."


def _summary_blocks(view: SkillsView | SkillsUnlockView, citations: Citations) -> Iterator[Block]:
    """Yield the outcome, then where one stands without learning anything."""
    for sentence in view.verdict:
        yield Paragraph((Span(sentence.text, "strong"),))
    if view.baseline and not view.notes:
        yield prose(_baseline_text(view.baseline, view.title or "", citations))


def _baseline_text(baseline: BaselineView, title: str, citations: Citations) -> str:
    facts = [f"job zone {baseline.job_zone:g}"] if baseline.job_zone else []
    facts += [f"usual entry education: {baseline.education}"] if baseline.education else []
    if baseline.pay:
        counted = occupation_fit_text(baseline.pay_occupation_title, baseline.pay.occupation, baseline.pay.fit)
        facts.append(f"{_headline(baseline.pay, citations)}, counted for {counted or 'the role itself'}")
    about = f"; {'; '.join(facts)}" if facts else ""
    return f"{title} as it is: {baseline.open_count} of {baseline.role_count} other roles are open{about}."


def _explained(view: SkillsView | SkillsUnlockView, citations: Citations) -> Iterator[Block]:
    """Yield what is counted and what is taken for granted."""
    threshold, baseline = view.threshold, view.baseline
    if threshold is None or baseline is None or view.notes:
        return
    rated = "".join(citations.mark(source) for source in baseline.rating_sources)
    must, nice = format_number(threshold.must_importance), format_number(threshold.nice_importance)
    yield heading("How this is counted")
    yield prose(
        f"Covered is how much of what a role asks is brought, weighted by importance{rated}; what nobody rated counts "
        f"as {must} of 100, or {nice} if it is nice to have, and what is nice to have "
        f"{format_percent(threshold.nice_weight, 0)} of a must. A skill is learnt as far as each role asks for it. "
        f"{_threshold_text(threshold)} A role {threshold.job_zone_rise} job zones up or more is not opened by a skill.",
        "muted",
    )
    yield prose(
        f"{_PAY} It is subtracted only where both are classes of their roles, of one survey, place and year. No skill "
        "promises that pay. Job zone and education are those of the best fitting class that has them; licences are not "
        "looked at here.",
        "muted",
    )
    if baseline.unknown_count:
        words = "role of which" if baseline.unknown_count == 1 else "roles of which"
        yield prose(f"Left out: {baseline.unknown_count} {words} the catalog does not say what is asked.", "muted")


def _threshold_text(threshold: ThresholdView) -> str:
    if threshold.overlap_usual is None or threshold.overlap_mean is None or threshold.overlap_deviation is None:
        return f"A role is open from {format_percent(threshold.overlap)}, the share that a route asks too."
    spread = (
        f"roles of one family cover {format_percent(threshold.overlap_mean)} of each other, give or take "
        f"{format_percent(threshold.overlap_deviation)}"
    )
    if threshold.overlap_usual > threshold.overlap_least:
        return (
            f"A role is open from {format_percent(threshold.overlap)}: here {spread}, and the line is the "
            f"first less the second."
        )
    return (
        f"A role is open from {format_percent(threshold.overlap)}, the least that a route asks of a change that nobody "
        f"declares. The line would be higher if families were closer: here {spread}, and the first less the second is "
        f"only {format_percent(threshold.overlap_usual)}."
    )


def _left_out(view: SkillsView | SkillsUnlockView, what: str) -> Iterator[Block]:
    shown = len(view.rows)
    if shown < view.found:
        yield prose(f"The first {shown} of {view.found} {what}; --limit {view.found} shows all.", "muted")


def _demand_cells(row: SkillDemandView) -> tuple[Cell, Cell]:
    counts = (row.must_count + row.nice_count, row.must_count)
    return Cell((str(counts[0]),), numeric=True), Cell((str(counts[1]),), numeric=True)


def _ratings(required: SkillDemandView | SkillNeedView, citations: Citations) -> tuple[Cell, Cell, Cell]:
    return (
        Cell((f"{required.need}{citations.mark(required.source)}",)),
        _rating(required.importance),
        _rating(required.skill_level),
    )


def _rating(value: Num | None) -> Cell:
    return MISSING if value is None else Cell((format_number(value),), numeric=True)


def _asked(requirements: Sequence[SkillNeedView], citations: Citations, *, several: bool) -> tuple[Cell, ...]:
    if not several:
        return _ratings(requirements[0], citations)
    return (
        Cell(tuple(f"{required.name}, {required.need}{citations.mark(required.source)}" for required in requirements)),
    )


def _asked_pay(role: UnlockRowView, citations: Citations) -> tuple[Cell, Cell]:
    if role.pay is None:
        return MISSING, MISSING
    counted = occupation_fit_text(role.pay_occupation_title, role.pay.occupation, role.pay.fit) or "the role itself"
    return Cell((_headline(role.pay, citations),), numeric=True), Cell((counted,))


def _headline(pay: KeyPayView, citations: Citations) -> str:
    statistic = f" {pay.statistic}" if pay.statistic else ""
    proxy = "~" if pay.fit == "proxy" else ""
    return f"{proxy}{key_pay_text(pay)}{statistic}{citations.mark(pay.source)}"
