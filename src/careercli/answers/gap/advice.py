"""Write the advice for a gap: the verdict in sentences and the action for each item, from the items alone."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from careercli.amounts import format_number, format_quantity, join_some, join_words
from careercli.answers.gap.readiness import WEAK_EVIDENCE, GapItem, State, Verdict
from careercli.answers.shared.view_parts import VerdictView, flat

MAX_NAMED = 4
"""Things that a sentence names; the rest is counted."""
_OPENINGS: dict[Verdict, str] = {
    "ready": "Ready for {title}",
    "nearly ready": "Nearly ready for {title}",
    "part of the way": "Part of the way to {title}",
    "just starting out": "Just starting out toward {title}",
}


class AdviceContext(NamedTuple):
    """Who stands against what."""

    target_title: str
    subject_name: str
    """The resume, the profile, or the title of the role that is held against the other."""
    is_role: bool = False

    @property
    def subject(self) -> str:
        """Say it as the beginning of a sentence."""
        return f"The job {self.subject_name}" if self.is_role else f"The {self.subject_name}"


def verdict_views(
    context: AdviceContext, verdict: Verdict, cap: Verdict | None, items: Sequence[GapItem]
) -> Iterator[VerdictView]:
    """Yield the verdict and its reasons, the gravest first."""
    skills = [item for item in items if item.kind == "skill"]
    counts = [
        f"{len(_in(of_need, 'have', 'partial'))} of {len(of_need)} {words}"
        for words, of_need in (
            ("must-have skills", [item for item in skills if item.need == "must"]),
            ("nice-to-have skills", [item for item in skills if item.need == "nice"]),
        )
        if of_need
    ]
    opening = _OPENINGS[verdict].format(title=context.target_title)
    shows = f"coming from {context.subject_name}, you already have" if context.is_role else f"{context.subject} shows"
    yield _told(f"{opening}: {shows} {join_words(counts)}, in full or in part.", skills)
    missing = [item for item in items if item.need == "must" and item.state == "missing"]
    if missing:
        held_back = f". Until you have them, the verdict stays '{cap}', whatever the score" if cap else ""
        yield _told(f"Missing must-haves: {_names(missing)}{held_back}.", missing)
    yield from _weak_evidence(skills)
    yield from _years(items)
    yield from _unknowns(items)


def nothing_to_judge(*sentences: str) -> tuple[VerdictView, ...]:
    """Return why there is no verdict."""
    return tuple(_told(text, ()) for text in sentences)


def _told(text: str, items: Sequence[GapItem]) -> VerdictView:
    """Return a sentence with who says that the role requires what it speaks of."""
    sources = tuple(dict.fromkeys(item.source for item in items if item.source is not None))
    return flat(VerdictView, about="readiness", text=text, cites=sources)


def _in(items: Sequence[GapItem], *states: State) -> list[GapItem]:
    return [item for item in items if item.state in states]


def _names(items: Sequence[GapItem]) -> str:
    return join_some([_short(item) for item in items], MAX_NAMED)


def _short(item: GapItem) -> str:
    """Return a label that fits into a sentence, a skill by its name; a line on a certificate is one of its own."""
    if item.kind == "certificate":
        return "a license required by law" if item.by_law else "a certificate"
    if item.kind == "experience":
        return f"experience ({item.needed_text})"
    if item.kind == "education":
        return f"education ({item.needed_text})"
    return item.name


def _weak_evidence(skills: Sequence[GapItem]) -> Iterator[VerdictView]:
    """Say which must-haves rest on a mention or on a job held, where a word in the file would settle it."""
    weak = [item for item in skills if item.need == "must" and item.evidence in WEAK_EVIDENCE and item.stated is None]
    if weak:
        yield _told(
            f"Mentioned without a level, or assumed from a job: {_names(weak)}. Add a level for full credit.", weak
        )


def _years(items: Sequence[GapItem]) -> Iterator[VerdictView]:
    for item in items:
        if item.kind == "experience" and item.state == "partial" and item.have is not None:
            have = format_number(item.have)
            yield _told(f"You have {have} years of experience that counts here. Needed: {item.needed_text}.", [item])


def _unknowns(items: Sequence[GapItem]) -> Iterator[VerdictView]:
    """Say what was left out of the score because it cannot be judged, licences first."""
    unknown = _in(items, "unknown")
    laws = [item for item in unknown if item.by_law]
    if laws:
        text = "careercli cannot tell whether you have or need a license required by law: see the certificates below."
        yield _told(text, laws)
    others = [item for item in unknown if item.kind in ("experience", "education")]
    if others:
        yield _told(f"Not judged, because your file does not say enough: {_names(others)}.", others)


def years_missing(item: GapItem) -> float:
    """Return how many years more are asked, to a tenth."""
    return round(max((item.needed or 0) - (item.have or 0), 0), 1)


def action(item: GapItem) -> str:
    """Say what to do about an item, in the imperative."""
    if item.kind == "skill":
        level = f" to {item.needed_text}" if item.needed is not None else ""
        if item.state == "missing":
            return f"Learn {_short(item)}{level}"
        reached = item.have if item.have is not None else item.stated
        if reached is not None:
            return f"Raise {_short(item)} from level {format_number(reached)}{level}"
        return f"Say how well you know {_short(item)}, or learn it{level}"
    if item.kind == "experience":
        where = "in this job or one that leads to it"
        return (
            f"Gain {format_quantity(years_missing(item), 'years')} more {where}"
            if item.needed
            else f"Gain experience {where}"
        )
    if item.kind == "education":
        return f"Get the typical education: {item.needed_text}"
    return "Get the license required by law" if item.by_law else "Get a certificate that the catalog names"
