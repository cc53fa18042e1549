"""The first screens of learning: which jobs a skill opens to you, and which skill opens most."""

from collections.abc import Iterator, Sequence

from careercli.amounts import format_percent
from careercli.answers.shared.screen_figures import key_pay_cell
from careercli.answers.shared.screen_parts import MARKS, UNKNOWN, sentence, short_sources, signed, some, strong
from careercli.answers.shared.skill_words import skills_in_text
from careercli.answers.skills.screen_cells import options
from careercli.answers.skills.view import (
    LearningView,
    SkillRowView,
    SkillsUnlockView,
    SkillsView,
    ThresholdView,
    UnlockRowView,
)
from careercli.blocks import Cell, Group, Label, Mark, Paragraph, Row, Screen, Table, Tone, cite

MAX_OF_OUTCOME = 8
"""Jobs of one kind on the screen."""
MAX_NEXT = 12
MAX_NAMED = 3
_OUTCOMES = {
    "opens": "Opens to you",
    "held back": "Near in skills, but needs much more preparation",
    "nearer": "Comes closer",
    "open before": "Open already",
}
_KEPT = 2
"""Jobs of one kind that stay where the screen is too long."""


def unlocked(view: SkillsUnlockView) -> Screen:
    """Return the jobs that open when the skills are learned, then those that come closer."""
    blocks = [(outcome, [role for role in view.rows if role.outcome == outcome]) for outcome in _OUTCOMES]
    shown = [(outcome, rows[:MAX_OF_OUTCOME]) for outcome, rows in blocks if rows]
    told = sum(len(rows) for _, rows in shown)
    commands: tuple[Label, ...] = ()
    if shown:
        first = shown[0][1][0].role
        commands = (
            Label("What is missing", (f"careercli gap {first} --from {view.role}",), tone="code"),
            Label("The way there", (f"careercli path {view.role} --to {first}",), tone="code"),
        )
    return Screen(
        title=f"{view.title} with {_learned(view)}",
        answer=tuple(_unlock_answer(view, dict(blocks))),
        groups=(Group((_unlock_table(shown),), unit=("job", "jobs")),) if shown else (),
        sources=short_sources(view.sources),
        marks=(*MARKS, *_open_marks(view.threshold)),
        commands=commands,
        left_out=((view.found - told, "job", "jobs"),),
        options=options(view),
        complete="all jobs are shown; more on each: --full",
    )


def _learned(view: SkillsUnlockView) -> str:
    return skills_in_text([skill.name for skill in view.skills_named], MAX_NAMED)


def _unlock_answer(view: SkillsUnlockView, blocks: dict[str, list[UnlockRowView]]) -> Iterator[Paragraph]:
    if view.notes:
        yield sentence(f"The catalog does not say which skills {view.title} needs, so no job can be said to open.")
        return
    if not view.rows:
        yield sentence(f"No other job needs more of {_learned(view)} than {view.title} does.")
        return
    opens = blocks["opens"]
    start = f"Learning {_learned(view)}"
    if opens:
        titles = [role.title for role in opens]
        jobs = "1 more job" if len(opens) == 1 else f"{len(opens)} more jobs"
        yield sentence(f"{start} opens ", strong(jobs), f" to {view.title}: ", strong(some(titles, MAX_NAMED)), ".")
        gains = [role for role in opens if role.pay_gain]
        if gains:
            yield _best_gain(gains)
    else:
        yield sentence(f"{start} opens ", strong("no job"), f" to {view.title} by itself.")
    nearer = blocks["nearer"]
    if nearer:
        best = max(nearer, key=lambda role: role.overlap_after or 0)
        count = "One comes" if len(nearer) == 1 else f"{len(nearer)} come"
        yield sentence(
            f"{count} closer. Of these you would be nearest to ", strong(best.title),
            f", with {format_percent(best.overlap_after or 0, 0)} of its skills.",
        )  # fmt: skip


def _best_gain(roles: Sequence[UnlockRowView]) -> Paragraph:
    def amount(role: UnlockRowView) -> float:
        return role.pay_gain.amount if role.pay_gain else 0

    best = max(roles, key=amount)
    way = "more" if amount(best) > 0 else "less"
    money = signed(amount(best), best.pay_gain.currency if best.pay_gain else None).lstrip("+-")
    source = cite(best.pay.source if best.pay else None)
    return sentence(strong(best.title), " pays ", strong(f"{money} {way}"), f" than your job.{source}")


def _unlock_table(blocks: Sequence[tuple[str, Sequence[UnlockRowView]]]) -> Table:
    every = [role for _, rows in blocks for role in rows]
    compares = any(role.pay_gain for role in every)
    pay = f"Median pay{cite(*dict.fromkeys(role.pay.source for role in every if role.pay))}"
    headers = (_OUTCOMES[blocks[0][0]], "You have", "With it", pay, *(("Against yours",) if compares else ()))
    table: list[Row] = []
    for place, (outcome, rows) in enumerate(blocks):
        if place:
            table.append(Row(Cell((_OUTCOMES[outcome],), "strong")))
        table += [
            Row(
                Cell((role.title,)),
                tuple(_unlock_cells(role, compares=compares)),
                0 if nth < _KEPT else 10 * nth + place,
            )
            for nth, role in enumerate(rows)
        ]
    return Table(headers, tuple(table), spare=("You have", *headers[4:]))


def _unlock_cells(role: UnlockRowView, *, compares: bool) -> Iterator[Cell]:
    yield Cell((format_percent(role.overlap_before or 0, 0),), numeric=True)
    yield Cell((format_percent(role.overlap_after or 0, 0),), numeric=True)
    yield key_pay_cell(role.pay)
    if compares:
        gain = role.pay_gain
        tone: Tone = "good" if gain and gain.amount > 0 else "bad" if gain and gain.amount < 0 else ""
        yield Cell((signed(gain.amount, gain.currency),), tone, numeric=True) if gain else UNKNOWN


# ---- which skill next ----


def next_skill(view: SkillsView) -> Screen:
    """Return the skills that open most jobs, with the jobs that they open."""
    found = [(row, row.learning) for row in view.rows if row.learning]
    shown = found[:MAX_NEXT]
    commands: tuple[Label, ...] = ()
    if shown:
        commands = (Label("Job by job", (f"careercli skills {view.role} --unlock {shown[0][0].skill}",), tone="code"),)
    return Screen(
        title=f"{view.title}: which skill next",
        answer=tuple(_next_answer(view, found)),
        groups=(Group((_next_table(shown),), unit=("skill", "skills")),) if shown else (),
        sources=short_sources(view.sources),
        marks=(*MARKS, *_open_marks(view.threshold)),
        commands=commands,
        left_out=((view.found - len(shown), "skill", "skills"),),
        options=options(view),
        complete=f"all {len(shown)} skills are shown; the count: --full",
    )


def _next_answer(view: SkillsView, found: Sequence[tuple[SkillRowView, LearningView]]) -> Iterator[Paragraph]:
    if view.notes:
        yield sentence(
            f"The catalog does not say which skills {view.title} needs, so no skill can be said to open a job."
        )
        return
    if not found:
        yield sentence(f"No other job needs more {view.kind + ' ' if view.kind else ''}skills than {view.title} does.")
        return
    best = found[0][1]
    leaders = [(row.name, one) for row, one in found if one.opens_count == best.opens_count]
    if not best.opens_count:
        leaders = [(name, one) for name, one in leaders if one.nearer_count == best.nearer_count]
    names = strong(skills_in_text([name for name, _ in leaders], MAX_NAMED))
    each = len(leaders) > 1
    if best.opens_count:
        jobs = "1 more job" if best.opens_count == 1 else f"{best.opens_count} more jobs"
        told = f": {best.opened[0].title}." if best.opens_count == 1 and not each else ", the most."
        verb = " each open " if each else " opens "
        yield sentence("From ", strong(view.title or ""), ", ", names, verb, strong(jobs), told)
    else:
        jobs = "1 job comes" if best.nearer_count == 1 else f"{best.nearer_count} jobs come"
        yield sentence("No single skill opens a job from ", strong(view.title or ""), ".")
        yield sentence("With ", names, f", {jobs} closer{' each' if each else ''}, the most.")
    baseline = view.baseline
    if baseline:
        jobs = f"{baseline.open_count or 'none'} of {baseline.role_count} other jobs are open in skills"
        yield sentence(f"Without learning anything, {jobs}.{cite(*baseline.rating_sources)}")


def _next_table(found: Sequence[tuple[SkillRowView, LearningView]]) -> Table:
    rows = []
    for nth, (row, learning) in enumerate(found):
        titles = some([one.title for one in learning.opened], MAX_NAMED - 1) if learning.opened else ""
        counts = (Cell((str(count),), numeric=True) for count in (learning.opens_count, learning.nearer_count))
        opened = Cell((titles,))
        rows.append(Row(Cell((row.name,)), (*counts, opened), nth))
    return Table(("Learn", "Opens", "Closer", "Jobs that open"), tuple(rows), spare=("Closer",))


def _open_marks(threshold: ThresholdView | None) -> tuple[Mark, ...]:
    if threshold is None:
        return ()
    share = format_percent(threshold.overlap, 0)
    text = f"Open: you have {share} of its skills, by weight. A degree or license may still be needed."
    return (Mark(r"(?i)\bopens?\b", text, word=True),)
