"""Skills as a page: one table of skills or of roles, then how to read it."""

from collections.abc import Iterator, Sequence

from careercli.amounts import counted, format_money, format_number, format_percent, join_words, signed
from careercli.answers.shared.page_parts import (
    Citations,
    command_line,
    heading,
    key_pay_text,
    occupation_fit_text,
    prose,
    source_list,
)
from careercli.answers.shared.screen_parts import fit_mark
from careercli.answers.shared.view_parts import KeyPayView, Num
from careercli.answers.shared.wording import NEEDS, statistic_word
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
    "opens": ("Opens to you", "you have enough of its skills now"),
    "held back": ("Enough skills, but much more preparation", "two or more job zones up"),
    "nearer": ("Comes closer", "you have more of its skills, but not enough"),
    "open before": ("Open already", "you have more of its skills"),
}
_PAY = (
    "Pay is that of the official occupation that is the job. Without one, it is that of a broader group that includes "
    "it (†), then a published figure of the job itself, then that of a different job (*)."
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
    kind = f"{view.kind} " if view.kind else ""
    yield Heading(f"{view.found} {kind}skills", 1)
    rows = [
        Row(Cell((row.name,), "strong"), (Cell((row.skill,)), Cell((row.kind,)), *_demand_cells(row)))
        for row in view.rows
    ]
    if rows:
        yield Table(("Skill", "Id", "Kind", "Jobs", "Must have"), tuple(rows))
        yield from _left_out(view, "skills")
        marks = "".join(citations.mark(source.source) for source in view.sources)
        yield prose(
            f"Jobs: how many need it or are helped by it. Must have: how many of them cannot do without it{marks}.",
            "muted",
        )
        yield heading("Try next")
        yield command_line(f"careercli skills --unlock {view.rows[0].skill}", "which jobs need it and what they pay")


def _of_role(view: SkillsView, citations: Citations) -> Iterator[Block]:
    kind = f"{view.kind} " if view.kind else ""
    yield Heading(f"{view.title}: {kind}skills", 1)
    yield from (prose(note, "warn") for note in view.notes)
    rows = [
        Row(Cell((row.name,), "strong"), (Cell((row.kind,)), *_ratings(row, citations), *_demand_cells(row)))
        for row in view.rows
    ]
    if rows:
        yield Table(("Skill", "Kind", "Need", "Importance", "Level", "Other jobs", "Must have"), tuple(rows))
        yield from _left_out(view, "skills")
        yield prose(
            "Importance and level go from 0 to 100. The last two columns count the other jobs that need it.", "muted"
        )
    yield heading("Try next")
    yield command_line(f"careercli skills {view.role} --next", "which skill opens the most jobs")
    if rows:
        yield command_line(f"careercli skills --unlock {view.rows[0].skill}", "which other jobs need it")


def _roles_needing(view: SkillsUnlockView, citations: Citations) -> Iterator[Block]:
    yield Heading(f"Who needs {join_words([skill.name for skill in view.skills_named])}", 1)
    for skill in view.skills_named:
        counts = f"{_times(skill.must_count, 'must have')}, {_times(skill.nice_count, 'nice to have')}"
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
        required = ("Needs",) if several else ("Need", "Importance", "Level")
        yield Table(("Job", "Pay a year", "Counted for", *required), tuple(rows))
        yield from _left_out(view, "jobs")
        yield prose(f"Best paid first. {_PAY} The skill alone does not make the pay.", "muted")
        yield heading("Try next")
        words = " ".join(f"--unlock {skill.skill}" for skill in view.skills_named)
        yield command_line(f"careercli skills YOUR-JOB {words}", "which jobs it opens to you")


def _times(count: int, how: str) -> str:
    return f"{how} for {counted(count, 'job')}"


def _unlocked(view: SkillsUnlockView, citations: Citations) -> Iterator[Block]:
    yield Heading(f"{view.title} with {join_words([skill.name for skill in view.skills_named])}", 1)
    yield from (prose(note, "warn") for note in view.notes)
    yield from _summary_blocks(view, citations)
    for skill in view.skills_named:
        if skill.need:
            level = f" at level {format_number(skill.skill_level)}" if skill.skill_level is not None else ""
            yield prose(
                f"{view.title} already needs {skill.name}{level}. To learn it means to get better at it.", "muted"
            )
    for outcome, (title, aside) in _HEADINGS.items():
        found = [role for role in view.rows if role.outcome == outcome]
        if found:
            yield heading(title, aside)
            headers = ("Job", "You have", "With it", "Pay a year", "Counted for", "Against yours", "Barriers")
            yield Table(headers, tuple(_unlocked_row(role, citations) for role in found))
    yield from _left_out(view, "jobs")
    yield from _explained(view, citations)
    if view.rows:
        yield heading("Try next")
        first = view.rows[0].role
        yield command_line(f"careercli gap {first} --from {view.role}", "everything that is missing, with licenses")
        yield command_line(f"careercli path {view.role} --to {first}", "the route, step by step")


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
    kind = f"{view.kind} " if view.kind else ""
    yield Heading(f"{view.title}: which {kind}skill next", 1)
    yield from (prose(note, "warn") for note in view.notes)
    yield from _summary_blocks(view, citations)
    found = [(row, row.learning) for row in view.rows if row.learning]
    if not found:
        return
    headers = ("Skill", "Rank", "Opens", "Held back", "Closer", "Open already", "Points")
    yield Table(headers, tuple(_learning_row(row, learning) for row, learning in found))
    yield from _left_out(view, "skills")
    openers = [(row, learning) for row, learning in found if learning.opened][:MAX_DETAILED]
    yield prose(
        "Held back: much more preparation is needed. Points: skill match gained, all other jobs together.", "muted"
    )
    if openers:
        yield heading("What opens")
        yield Terms(tuple(Term(row.name, "", tuple(_opened(learning, citations))) for row, learning in openers))
    yield from _explained(view, citations)
    yield heading("Try next")
    yield command_line(f"careercli skills {view.role} --unlock {found[0][0].skill}", "job by job, with pay")


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
        shares = (
            f"you have {format_percent(one.overlap_before)} of its skills, with it {format_percent(one.overlap_after)}"
        )
        yield f"{one.title}: {shares}{pay}."


def _summary_blocks(view: SkillsView | SkillsUnlockView, citations: Citations) -> Iterator[Block]:
    """Yield the outcome, then where one stands without learning anything."""
    for sentence in view.verdict:
        yield Paragraph((Span(sentence.text, "strong"),))
    if view.baseline and not view.notes:
        yield prose(_baseline_text(view.baseline, view.title or "", citations))


def _baseline_text(baseline: BaselineView, title: str, citations: Citations) -> str:
    facts = [f"job zone {baseline.job_zone:g}"] if baseline.job_zone else []
    facts += [f"typical education: {baseline.education}"] if baseline.education else []
    if baseline.pay:
        whose = occupation_fit_text(baseline.pay_occupation_title, baseline.pay.occupation, baseline.pay.fit)
        facts.append(f"{_headline(baseline.pay, citations)}, counted for {whose or 'the job itself'}")
    about = f"; {'; '.join(facts)}" if facts else ""
    return f"With {title} as it is, {baseline.open_count} of {baseline.role_count} other jobs are open{about}."


def _explained(view: SkillsView | SkillsUnlockView, citations: Citations) -> Iterator[Block]:
    """Yield what is counted and what is taken for granted."""
    threshold, baseline = view.threshold, view.baseline
    if threshold is None or baseline is None or view.notes:
        return
    rated = "".join(citations.mark(source) for source in baseline.rating_sources)
    must, nice = format_number(threshold.must_importance), format_number(threshold.nice_importance)
    yield heading("How this is worked out")
    yield prose(
        f"You have: the share of the other job's skills, weighted by importance{rated}. A skill that no one rated "
        f"counts as {must} of 100, or {nice} if it is nice to have. Nice to have counts "
        f"{format_percent(threshold.nice_weight, 0)} of a must-have. We assume you learn a skill to the level each "
        f"job needs. {_threshold_text(threshold)} No skill opens a job that is {threshold.job_zone_rise} or more job "
        "zones up.",
        "muted",
    )
    yield prose(
        f"{_PAY} It is subtracted only if both figures are of the same survey, place and year, and count the jobs "
        "themselves or groups that include them. No skill guarantees that pay. Job zone and education are those of the "
        "best fitting occupation that has them. Licenses are not considered here.",
        "muted",
    )
    if baseline.unknown_count:
        jobs = counted(baseline.unknown_count, "job")
        yield prose(f"Left out: {jobs} for which the catalog does not say what skills are needed.", "muted")


def _threshold_text(threshold: ThresholdView) -> str:
    if threshold.overlap_usual is None or threshold.overlap_mean is None or threshold.overlap_deviation is None:
        return f"We count a job as open from a skill match of {format_percent(threshold.overlap)}."
    spread = (
        f"jobs of one family have {format_percent(threshold.overlap_mean)} of each other's skills, give or take "
        f"{format_percent(threshold.overlap_deviation)}"
    )
    if threshold.overlap_usual > threshold.overlap_least:
        return (
            f"We count a job as open from a skill match of {format_percent(threshold.overlap)}: in this catalog, "
            f"{spread}, and we subtract the second from the first."
        )
    return (
        f"We count a job as open from a skill match of {format_percent(threshold.overlap)}. That is the least that a "
        "route needs for a change that is not a known move."
    )


def _left_out(view: SkillsView | SkillsUnlockView, what: str) -> Iterator[Block]:
    shown = len(view.rows)
    if shown < view.found:
        yield prose(f"The first {shown} of {view.found} {what}. To see all: --limit {view.found}", "muted")


def _demand_cells(row: SkillDemandView) -> tuple[Cell, Cell]:
    counts = (row.must_count + row.nice_count, row.must_count)
    return Cell((str(counts[0]),), numeric=True), Cell((str(counts[1]),), numeric=True)


def _ratings(required: SkillDemandView | SkillNeedView, citations: Citations) -> tuple[Cell, Cell, Cell]:
    return (
        Cell((f"{NEEDS[required.need] if required.need else '–'}{citations.mark(required.source)}",)),
        _rating(required.importance),
        _rating(required.skill_level),
    )


def _rating(value: Num | None) -> Cell:
    return MISSING if value is None else Cell((format_number(value),), numeric=True)


def _asked(requirements: Sequence[SkillNeedView], citations: Citations, *, several: bool) -> tuple[Cell, ...]:
    if not several:
        return _ratings(requirements[0], citations)
    return (
        Cell(
            tuple(
                f"{required.name}, {NEEDS[required.need or '']}{citations.mark(required.source)}"
                for required in requirements
            )
        ),
    )


def _asked_pay(role: UnlockRowView, citations: Citations) -> tuple[Cell, Cell]:
    if role.pay is None:
        return MISSING, MISSING
    whose = occupation_fit_text(role.pay_occupation_title, role.pay.occupation, role.pay.fit) or "the job itself"
    return Cell((_headline(role.pay, citations),), numeric=True), Cell((whose,))


def _headline(pay: KeyPayView, citations: Citations) -> str:
    statistic = f" {statistic_word(pay.statistic)}" if pay.statistic else ""
    return f"{key_pay_text(pay)}{fit_mark(pay.fit)}{statistic}{citations.mark(pay.source)}"
