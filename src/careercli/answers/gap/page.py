"""A gap as a page: the verdict in words, the score, the steps, the items by kind, then how the file was taken."""

from collections.abc import Iterable, Iterator, Sequence

from careercli.amounts import format_number, join_words
from careercli.answers.gap.view import (
    CandidateView,
    GapStepView,
    GapView,
    KindView,
    MappingView,
    RequirementView,
    UnmappedView,
)
from careercli.answers.shared.page_parts import Citations, bullets, command_line, heading, prose, source_list
from careercli.blocks import Block, Cell, Heading, Page, Paragraph, Row, Span, Table, Term, Terms, Tone
from careercli.model import RoleRef

_HEADINGS = {
    "skill": "Skills", "experience": "Experience", "education": "Education", "certificate": "Certificates",
}  # fmt: skip
_NEEDS = {"must": "Must have", "nice": "Nice to have"}
_TONES: dict[str, Tone] = {"have": "good", "partial": "warn", "missing": "bad", "unknown": "muted"}
_STATES = {"have": "OK", "partial": "in part", "missing": "missing", "unknown": "unknown"}
_ALIENS = {
    "skill": "Not a skill of the catalog",
    "title": "Not a job of the catalog",
    "education": "Not a level of education",
    "certificate": "Not a certificate for this job",
}
MAX_PATHS = 2
"""Places in the file that a row names; the rest is counted."""


def page(view: GapView) -> Page:
    """Return the gap as a page."""
    citations = Citations(view.sources)
    title = f"Moving from {view.person.title} to {view.title}" if view.person.title else f"The gap to {view.title}"
    blocks: list[Block] = [Heading(title, 1), *bullets(one.text for one in view.verdict)]
    blocks += _score(view)
    blocks += _steps(view)
    for kind in view.kinds:
        blocks += _kind(kind, [row for row in view.rows if row.kind == kind.kind], citations, why=view.arithmetic)
        if kind.kind == "skill" and view.later:
            blocks.append(
                prose(f"Not needed yet at this level: {join_words([skill.name for skill in view.later])}.", "muted")
            )
    if view.arithmetic:
        blocks += _why(view)
    blocks += _mapping(view)
    blocks += [
        heading("Try next"),
        command_line(f"careercli show {view.role} --section entry", "how people get in"),
        command_line(f"careercli path {RoleRef(view.role, view.level)}", "what it leads to"),
    ]
    return Page((*blocks, *source_list(view.sources)))


def _score(view: GapView) -> Iterator[Block]:
    ready = view.readiness
    if ready.score is None:
        yield prose(f"No score: {ready.unknown_count} items cannot be judged.", "warn")
        return
    yield Paragraph(
        (
            Span(f"Readiness {format_number(ready.score, 0)} of 100", "strong"),
            Span(f" over {ready.judged_count} items, {ready.unknown_count} unknown."),
            Span(f" {_top_contributors(view)}" if ready.contributors else ""),
            Span(f" {_unrated(ready.unrated_count)}" if ready.unrated_count else "", "muted"),
        )
    )


def _top_contributors(view: GapView) -> str:
    rows = {row.requirement: row for row in view.rows}
    parts = [f"{_name(rows[key])} ({format_number(rows[key].points or 0, 1)})" for key in view.readiness.contributors]
    return f"Most of it: {join_words(parts)}."


def _name(row: RequirementView) -> str:
    return "a certificate" if row.kind == "certificate" else row.name


def _unrated(count: int) -> str:
    words = "One skill is" if count == 1 else f"{count} skills are"
    return f"{words} stated without a level."


def _steps(view: GapView) -> Iterator[Block]:
    if not view.next_steps:
        return
    yield heading("Biggest improvements", "each step alone")
    names = {row.requirement: row.name for row in view.rows}
    shown = {names[step.requirement] for step in view.next_steps}
    following = [*(step.score_gain for step in view.next_steps[1:]), None]
    yield Terms(
        tuple(
            _step(place, step, {tie.name for tie in step.tied_with} if step.score_gain == after else shown)
            for place, (step, after) in enumerate(zip(view.next_steps, following, strict=True), start=1)
        )
    )


def _step(place: int, step: GapStepView, shown: set[str]) -> Term:
    """Return a step with its options; behind the last of equal steps stands what would raise the score as much."""
    others = [tie.name if len(tie.name) < 50 else "a certificate" for tie in step.tied_with if tie.name not in shown]
    ties, more = others[:3], len(others[3:])
    tied = f"; the same for {join_words([*ties, *([f'{more} more'] if more else [])])}" if ties else ""
    options = tuple(option.text for option in step.learning_options) or ("No suggestion yet.",)
    return Term(
        f"{place}. {step.action}",
        f"+{format_number(step.score_gain, 1)}, to {format_number(step.score_after, 0)}{tied}",
        options,
    )


def _counts(kind: KindView) -> str:
    counts = (
        ("OK", kind.have_count), ("in part", kind.partial_count), ("missing", kind.missing_count),
        ("unknown", kind.unknown_count),
    )  # fmt: skip
    return ", ".join(f"{count} {words}" for words, count in counts if count)


def _kind(kind: KindView, rows: Sequence[RequirementView], citations: Citations, *, why: bool) -> Iterator[Block]:
    """Yield one kind of gap; a source that all of its items share is cited at the heading."""
    if not rows:
        return
    shared = len({row.source for row in rows}) == 1
    yield heading(_HEADINGS[kind.kind] + (citations.mark(rows[0].source) if shared else ""), _counts(kind))
    if kind.kind == "certificate":
        yield from (_certificate(row, why=why) for row in rows)
    else:
        yield _table(rows, Citations(()) if shared else citations, why=why)
    yield from _notes(rows)


def _table(rows: Sequence[RequirementView], citations: Citations, *, why: bool) -> Table:
    headers = ["", "Needed", "You have", "State"]
    placed = any(row.found_at or row.roles_held for row in rows)
    headers += (["Where"] if placed else []) + (["Weight", "Credit", "Points"] if why else [])
    table: list[Row] = []
    for need, words in _NEEDS.items():
        members = [row for row in rows if row.need == need]
        if members and len(rows) > 1:
            table.append(Row(Cell((words,), "accent")))
        table += [
            Row(Cell((row.name + citations.mark(row.source),)), tuple(_cells(row, placed=placed, why=why)))
            for row in members
        ]
    return Table(tuple(headers), tuple(table))


def _cells(row: RequirementView, *, placed: bool, why: bool) -> Iterator[Cell]:
    yield Cell((row.needed_text.removeprefix("level "),))
    yield Cell((row.have_text.removeprefix("level "),))
    yield Cell((_STATES[row.state],), _TONES[row.state])
    if placed:
        yield Cell((_where(row.found_at or row.roles_held),), "muted")
    if why:
        yield Cell((format_number(row.weight),), numeric=True)
        yield Cell((_credit(row),), numeric=True)
        yield Cell((format_number(row.points, 1) if row.points is not None else "–",), numeric=True)


def _credit(row: RequirementView) -> str:
    """Return the credit as a factor, from 0 to 1."""
    return "–" if row.credit is None else format_number(row.credit / 100, 2)


def _certificate(row: RequirementView, *, why: bool) -> Paragraph:
    """Return a line of the catalog on certificates, which is a sentence and fits no column."""
    aside = [row.needed_text, _where(row.found_at)]
    if why and row.credit is not None:
        aside.append(f"{format_number(row.weight)} x {_credit(row)}, {format_number(row.points or 0, 1)} points")
    words = ", ".join(part for part in aside if part)
    return Paragraph(
        (Span(_STATES[row.state], _TONES[row.state]), Span(f": {row.name} "), Span(f"({words})", "muted")), "•"
    )


def _where(paths: Sequence[str]) -> str:
    more = len(paths) - MAX_PATHS
    return ", ".join(paths[:MAX_PATHS]) + (f" and {more} more" if more > 0 else "")


def _notes(rows: Iterable[RequirementView]) -> Iterator[Block]:
    """Yield each note once, behind its table, with how many rows it is about."""
    notes: dict[str, int] = {}
    for row in rows:
        if row.note:
            notes[row.note] = notes.get(row.note, 0) + 1
    for note, count in notes.items():
        text = note[:1].upper() + note[1:]
        yield prose(f"{text}{f' ({count} of them)' if count > 1 else ''}.", "muted")


def _why(view: GapView) -> Iterator[Block]:
    ready = view.readiness
    yield heading("The arithmetic")
    if ready.score is None:
        yield prose("Nothing was judged, so nothing was added up.")
        return
    yield prose(
        "Credit is what you have divided by what is needed, at most 1. Weight x credit adds up to "
        f"{format_number(ready.earned, 1)} of {format_number(ready.possible, 1)}, which is "
        f"{format_number(ready.score, 1)} in a hundred. Unknown items are in neither sum. We chose the weights: see "
        "docs/gap.md."
    )
    years = view.experience
    counted = (years.total_years, years.relevant_years, years.role_years, years.unknown_years)
    total, relevant, own, unknown = (format_number(number, 1) for number in counted)
    yield prose(
        f"Years worked, overlaps counted once: {total} in all, {relevant} in jobs that count here, {own} in this job "
        f"itself, {unknown} under titles that the catalog does not know"
        f"{f'; up to {view.today}' if view.today else ''}."
    )


def _mapping(view: GapView) -> Iterator[Block]:
    if view.notes:
        yield heading("Work and dates that do not count in full")
        yield from bullets(view.notes)
    match = [entry for entry in view.mapping if entry.kind != "certificate"]  # those stand at their line already
    if match:
        yield heading("How we read your file")
        yield Table(("In your file", "Read as", "Level", "How and where"), tuple(_matched_rows(match)))
    if view.unmapped:
        yield heading("Not understood", "does not count for or against you")
        yield from bullets(_unmatched_lines(view.unmapped))


def _matched_rows(mapping: Sequence[MappingView]) -> Iterator[Row]:
    """Yield a row for what was taken as the same thing in the same way, all words for it together."""
    alike: dict[tuple[str | None, ...], list[MappingView]] = {}
    for entry in mapping:
        target = entry.skill or entry.role or entry.education_class_title
        alike.setdefault((entry.kind, target, entry.matched_by, entry.skill_level_text), []).append(entry)
    for entries in alike.values():
        first = entries[0]
        said = first.skill_level_text
        level = f"{'no level' if first.skill_level is None else first.skill_level} ({said})" if said else ""
        how = "" if first.matched_by == "name" else first.matched_by
        words = dict.fromkeys(entry.text for entry in entries)
        places = _where(tuple(dict.fromkeys(path for entry in entries for path in entry.found_at)))
        title = first.name or first.title or first.education_class_title or ""
        cells = (title, level, f"{how}: {places}" if how else places)
        yield Row(Cell((", ".join(words),)), tuple(Cell((cell,)) for cell in cells))


def _unmatched_lines(unmapped: Sequence[UnmappedView]) -> Iterator[str]:
    """Yield a line for each question, then one line for what nothing in the catalog resembles."""
    for entry in unmapped:
        if entry.candidates:
            yield f"{entry.text} ({_where(entry.found_at)}) could be {join_words(_names(entry.candidates), 'or')}."
    for kind, words in _ALIENS.items():
        alien = [entry for entry in unmapped if entry.kind == kind and not entry.candidates]
        if alien:
            yield f"{words}: {', '.join(f'{entry.text} ({_where(entry.found_at)})' for entry in alien)}."


def _names(candidates: Iterable[CandidateView]) -> list[str]:
    return [one.name or one.title or "" for one in candidates]
