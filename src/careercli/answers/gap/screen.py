"""The first screen of a gap: what bars the way, then the skills that are new or too low, then what to do first."""

import re
from collections.abc import Iterator, Sequence

from careercli.amounts import format_number, format_quantity
from careercli.answers.gap.steps import biggest_steps, degree_in_text, experience_in_text, short_years
from careercli.answers.gap.view import GapView, RequirementView
from careercli.answers.shared.screen_parts import (
    MARKS,
    UNKNOWN,
    education_word,
    fit_mark,
    sentence,
    short_sources,
    strong,
)
from careercli.answers.shared.skill_words import skills_in_text
from careercli.blocks import Cell, Group, Label, Labels, Mark, Paragraph, Row, Screen, Span, Table, Tone, cite
from careercli.model import RoleRef

MAX_SKILLS = 8
KEPT_SKILLS = 3
"""Skills that stay where the screen is too long."""
MAX_NAMED = 3
OTHER = ("more row", "more rows")
"""What is left out beside skills: certificates that nobody has to have, laws of other countries, notes on a file."""
HOME = "US"
"""Whose law is shown where nobody says where the person is."""
_STATES = ("partial", "missing", "unknown", "have")
_TONES: dict[str, Tone] = {"have": "good", "partial": "", "missing": "bad", "unknown": "muted"}
_PROOFS = {
    "stated": "level not given",
    "certificate": "by certificate",
    "practised": "from your work",
    "mentioned": "mentioned",
    "implied": "from a job",
}
"""What a skill without a level rests on."""
_PAPERS = (
    (re.compile(r"licen[cs]", re.I), "a license"),
    (re.compile(r"regist", re.I), "a registration"),
    (re.compile(r"\bcheck", re.I), "a background check"),
)
_LEVEL = Mark(r"\bLevel\b", "Level goes from 0 to 100: 50 is solid, 70 is experienced.", word=True)
_NEW = Mark(r"(?m)^new$", "New: not among the skills that {title} needs.", word=True)
_READY = Mark(r"Readiness", "Readiness: how much you have of what the job needs, weighted.", word=True)


def screen(view: GapView) -> Screen:
    """Return what bars the way, the skills that must grow, and the biggest steps."""
    laws, elsewhere, optional = _papers(view)
    skills = sorted((row for row in view.rows if row.kind == "skill"), key=_order)
    shown = skills[:MAX_SKILLS]
    rest = skills[MAX_SKILLS:]
    groups = [Group((_barriers(view, laws),))] if _has_barriers(view, laws) else []
    if shown:
        groups.append(Group((_skills(view, shown),), unit=("skill", "skills")))
    steps = tuple(Row(Cell(("•",)), (Cell((step.text,)),), step.rank) for step in biggest_steps(view, laws))
    if steps:
        groups.append(Group((Paragraph((strong("Biggest steps"),)), Table(("", ""), steps)), unit=OTHER))
    unread = [entry.text for entry in view.unmapped]
    if unread:
        told = Label("Not understood", (_listed(unread),))
        groups.append(Group((Labels((told,)),), rank=35, unit=OTHER))
    new = (
        _NEW if view.person.title is None else Mark(_NEW.pattern, _NEW.text.format(title=view.person.title), word=True)
    )
    return Screen(
        title=f"The gap to {view.title}",
        answer=tuple(_answer(view, laws, skills)),
        groups=tuple(groups),
        sources=short_sources(view.sources),
        marks=(*MARKS, _LEVEL, _READY, *((new,) if view.person.title else ())),
        commands=tuple(_commands(view)),
        left_out=(
            (len(rest), "skill", "skills"),
            (len(optional) + len(elsewhere) + len(view.notes), *OTHER),
        ),
    )


def _papers(view: GapView) -> tuple[list[RequirementView], list[RequirementView], list[RequirementView]]:
    """Return the certificates that law demands where the person is, those that it demands elsewhere, and the others."""
    papers = [row for row in view.rows if row.kind == "certificate"]
    demanded = [row for row in papers if row.need == "must"]
    home = [row for row in demanded if view.person.country or not row.countries or HOME in row.countries]
    return home, [row for row in demanded if row not in home], [row for row in papers if row.need != "must"]


def _order(row: RequirementView) -> tuple[bool, int, float, float]:
    """Sort must-haves first, those that are there in part before new ones, then by how much is missing and weight."""
    missing = (row.needed or 0) - (row.have or 0)
    by_gap = (-missing, -row.weight) if row.need == "must" else (-row.weight, -missing)
    state = _STATES.index(row.state)
    return row.need != "must", state if row.need == "must" else int(row.state == "have"), *by_gap


def _listed(words: Sequence[str]) -> str:
    """Return words of a file as they stand there, the first few of many."""
    return f"{', '.join(words[:MAX_NAMED])}{f' and {len(words) - MAX_NAMED} more' if words[MAX_NAMED:] else ''}"


# ---- the answer ----


def _answer(view: GapView, laws: Sequence[RequirementView], skills: Sequence[RequirementView]) -> Iterator[Paragraph]:
    barriers = list(_open_barriers(view, laws))
    target = strong(view.title)
    start: list[str | Span] = ["From ", strong(view.person.title), " to "] if view.person.title else ["For "]
    still = "you need" if view.person.title else "you still need"
    if barriers:
        words = [(", " if place < len(barriers) - 1 else " and ") if place else "" for place in range(len(barriers))]
        spans = [part for joint, (text, _) in zip(words, barriers, strict=True) for part in (joint, strong(text))]
        yield sentence(*start, target, f" {still} ", *spans, f".{cite(*(source for _, source in barriers))}")
    else:
        yield sentence(*start, target, *_no_barrier(view, laws))
    if not skills:
        yield sentence(f"The catalog does not say which skills {view.title} needs.")
        return
    if view.readiness.score is None:
        why = "Your file names no skill that the catalog knows, so skills are not judged. Name some and rerun."
        if view.person.kind == "role":  # the verdict says which of the two lists is at fault
            why = f"Skills are not judged: {view.verdict[0].text.partition(': ')[2]}"
        yield sentence(why)
        return
    yield sentence(*_skill_counts(view, skills))


def _no_barrier(view: GapView, laws: Sequence[RequirementView]) -> Iterator[str | Span]:
    """Yield that nothing bars the way, without saying more than is known."""
    judged = not any(row.kind == "education" and row.state == "unknown" for row in view.rows)
    some_law = any(row.state != "have" for row in laws)
    nothing = [*(["no more schooling"] if judged else []), *([] if some_law else ["no license"])]
    if nothing:
        yield " you need "
        yield strong(" and ".join(nothing))
        yield ", as far as is known."
    else:
        yield ":"
    if some_law:
        yield " Some of these jobs need a license or a certificate."
    if not judged:
        yield " Your schooling is not known."


def _open_barriers(view: GapView, laws: Sequence[RequirementView]) -> Iterator[tuple[str, str | None]]:
    """Yield what no skill gets one past, each with its source: schooling, what law demands, experience."""
    for row in view.rows:
        if row.kind == "education" and row.state in ("partial", "missing"):
            yield degree_in_text(row.needed_text), row.source
    open_laws = [row for row in laws if row.needed_text == "by law" and row.state != "have"]
    for words in dict.fromkeys(map(_paper, open_laws)):
        yield words, None
    for row in view.rows:
        if row.kind == "experience" and row.state in ("partial", "missing"):
            yield experience_in_text(row.needed_text), row.source


def _paper(row: RequirementView) -> str:
    return next((words for pattern, words in _PAPERS if pattern.search(row.name)), "a certificate that law requires")


def _skill_counts(view: GapView, skills: Sequence[RequirementView]) -> Iterator[str | Span]:
    """Yield how many skills are there, and which must-haves are new."""
    musts = [row for row in skills if row.need == "must"]
    have = [row for row in skills if row.state in ("have", "partial")]
    started = [row for row in musts if row in have]
    if view.person.title is None:
        yield "Readiness "
        yield strong(f"{format_number(view.readiness.score or 0, 0)} of 100")
        yield f", {view.readiness.label}. "
    verb = "use" if view.person.title else "show"
    sources = cite(*dict.fromkeys(row.source for row in have or skills))
    if have:
        yield f"You already {verb} "
        yield strong(f"{len(have)} of the {len(skills)} skills")
        yield f", {len(started) or 'none'} of the {len(musts)} must-haves.{sources}" if musts else f".{sources}"
    else:
        yield f"You {verb} none of the {len(skills)} skills yet.{sources}"
    new = [row.name for row in musts if row.state == "missing"]
    if new:
        yield " New to you: " if view.person.title else " Not found: "
        yield strong(skills_in_text(new, MAX_NAMED))
        yield "."
    elif started and (low := [row.name for row in musts if row.state == "partial"]):
        yield f" No must-have is {'new' if view.person.title else 'missing'}, but you need more of "
        yield strong(skills_in_text(low, MAX_NAMED))
        yield "."


# ---- the tables ----


def _has_barriers(view: GapView, laws: Sequence[RequirementView]) -> bool:
    return bool(laws) or any(row.kind in ("education", "experience") for row in view.rows)


def _barriers(view: GapView, laws: Sequence[RequirementView]) -> Table:
    rows: list[Row] = []
    for row in view.rows:
        if row.kind == "education":
            words = education_word(row.needed_text), education_word(row.have_text)
            rows.append(_barrier(f"Schooling{cite(row.source)}", words[0] + fit_mark(row.fit), words[1], row.state))
        elif row.kind == "experience":
            have = row.have_text if row.have is None else format_quantity(row.have, "years") if row.have else "none"
            rows.append(
                _barrier(
                    f"Experience{cite(row.source)}", short_years(row.needed_text) + fit_mark(row.fit), have, row.state
                )
            )
    for needed in dict.fromkeys(row.needed_text for row in laws):
        same = [row for row in laws if row.needed_text == needed]
        state = "have" if any(row.state == "have" for row in same) else same[0].state
        name = "License" if any(_paper(row) == "a license" for row in same) else "Certificate"
        by_law = "by law" if needed == "by law" else "by law, for some"
        rows.append(_barrier(name, by_law, "yes" if state == "have" else same[0].have_text, state))
    return Table(("", "Needed", "You have"), tuple(rows))


def _barrier(label: str, needed: str, have: str, state: str) -> Row:
    return Row(Cell((label,)), (Cell((needed,)), Cell((have,), _TONES[state])))


def _skills(view: GapView, rows: Sequence[RequirementView]) -> Table:
    sources = dict.fromkeys(row.source for row in rows)
    table = []
    for place, row in enumerate(rows):
        needed = UNKNOWN if row.needed is None else Cell((format_number(row.needed),), numeric=True)
        cells = (Cell(("must" if row.need == "must" else "helps",)), needed, _have(row), _state(view, row))
        table.append(Row(Cell((row.name,)), cells, 0 if place < KEPT_SKILLS else 10 + place))
    return Table((f"Skills{cite(*sources)}", "Need", "Level", "You have", ""), tuple(table))


def _have(row: RequirementView) -> Cell:
    if row.have is not None:
        return Cell((format_number(row.have),), numeric=True)
    if row.stated is not None:
        return Cell((format_number(row.stated),), numeric=True)
    return UNKNOWN if row.state in ("missing", "unknown") else Cell((_PROOFS.get(row.proof or "", row.have_text),))


def _state(view: GapView, row: RequirementView) -> Cell:
    missing = "new" if view.person.title else "not found"
    words = {"have": "yes", "partial": "part", "missing": missing, "unknown": "not known"}
    return Cell((words[row.state],), _TONES[row.state])


def _commands(view: GapView) -> Iterator[Label]:
    start = view.person.role
    if start:
        yield Label("For yourself", (f"careercli gap {RoleRef(view.role, view.level)} --resume me.yaml",), tone="code")
        if start != view.role:
            yield Label("The way there", (f"careercli path {start} --to {view.role}",), tone="code")
    else:
        yield Label("How to get in", (f"careercli show {view.role} --section entry",), tone="code")
        yield Label("Where it leads", (f"careercli path {view.role}",), tone="code")
