"""A person's own words -> the catalog's: skills, titles, dates, degrees and papers, and how each was taken.

Nothing is guessed: what could be two things is left as a question, and what is only mentioned or only follows from a
position held is kept apart from what the person states.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from careercli.catalog.reader import Library
from careercli.person.dates import Span, is_over, span_of, years_together
from careercli.person.education import SOME_COLLEGE, class_of
from careercli.person.model import Claim, Job, Paper, Person, Section
from careercli.person.skill_levels import level_of
from careercli.person.skill_matcher import Vocabulary
from careercli.person.title_matcher import Titles

ProofKind = Literal["stated", "certificate", "practised", "mentioned", "implied"]
"""Stated as a skill; shown by a certificate; a must of a role held for years; named in running text; asked by a role
that was held, but not of everybody or not for long."""
IMPLIED_AFTER, PRACTISED_AFTER = 1.0, 3.0
"""Years in a role after which its must-haves are taken as begun, and as practised; its nice-to-haves as begun."""
_SHOWN = 60
"""Characters of somebody's own words that are repeated."""


class Proof(NamedTuple):
    """Why a skill is taken as held."""

    kind: ProofKind
    path: str
    level: float | None = None
    """0 to 100; None where nothing says how well."""


class Stint(NamedTuple):
    """A position held: its role, if the title is one, and its time."""

    role: str | None
    span: Span | None
    years: float
    """Years that the file gives instead of dates; 0 without a time says that nobody knows how long."""


class Reading(NamedTuple):
    """How one thing in the file was taken."""

    kind: Literal["skill", "title", "education", "certificate"]
    path: str
    text: str
    to: str | None = None
    """The id of a skill, a role or an item, or the number of a class; None where it is nothing of the catalog."""
    how: str = ""
    level: int | None = None
    level_text: str = ""
    candidates: tuple[str, ...] = ()
    """What it could be, where it could be more than one thing."""


class Mapped(NamedTuple):
    """A person in the catalog's words."""

    skills: Mapping[str, tuple[Proof, ...]]
    stints: tuple[Stint, ...] = ()
    schooling: int | None = None
    """The number of the highest class that was finished."""
    fields: tuple[str, ...] = ()
    papers: tuple[Paper, ...] = ()
    country: str = ""
    told: frozenset[Section] = frozenset()
    readings: tuple[Reading, ...] = ()
    notes: tuple[str, ...] = ()
    """What is wrong with the file's dates, each with its path."""

    def years(self, roles: frozenset[str] | None = None, *, unknown: bool = False) -> float:
        """Return the years worked, overlaps counted once: in all, in some roles, or where the role is not known."""
        stints = [
            stint
            for stint in self.stints
            if (roles is None and not unknown)
            or (stint.role is None and unknown)
            or (roles is not None and stint.role in roles)
        ]
        spans = [stint.span for stint in stints if stint.span is not None]
        return years_together(spans) + sum(stint.years for stint in stints)


def map_person(library: Library, person: Person, today: date) -> Mapped:
    """Return the person in the catalog's words."""
    vocabulary = Vocabulary(library.all_skills())
    skills: dict[str, list[Proof]] = {}
    readings: list[Reading] = []
    notes: list[str] = []
    for claim in person.claims:
        readings += _claim(vocabulary, claim, skills)
    for paper in person.papers:
        for found in vocabulary.mentions(paper.name):
            skills.setdefault(found.skill, []).append(Proof("certificate", paper.path))
            readings.append(Reading("skill", paper.path, found.word, found.skill, "named in a certificate"))
    seen: set[tuple[str, str]] = set()
    for passage in person.passages:
        for found in vocabulary.mentions(passage.text):
            skills.setdefault(found.skill, []).append(Proof("mentioned", passage.path))
            if (found.skill, found.word) not in seen:
                seen.add((found.skill, found.word))
                readings.append(Reading("skill", passage.path, found.word, found.skill, "mentioned"))
    stints = tuple(_stints(Titles(library), person.jobs, today, readings, notes))
    mapped = Mapped(
        {},
        stints,
        fields=tuple(study.field for study in person.studies if study.field),
        papers=person.papers,
        country=person.country,
        told=person.told,
    )
    for skill, proof in _implied(library, mapped):
        skills.setdefault(skill, []).append(proof)
    return mapped._replace(
        skills={skill: tuple(proofs) for skill, proofs in skills.items()},
        schooling=_schooling(person, today, readings),
        readings=tuple(readings),
        notes=tuple(notes),
    )


def _claim(vocabulary: Vocabulary, claim: Claim, skills: dict[str, list[Proof]]) -> Iterator[Reading]:
    taken = vocabulary.take(claim.text)
    # "SQL (basic)" and "Advanced Excel" say how well in the name itself.
    worded = claim.level or ("" if level_of(taken.around) is None else taken.around)
    level, text, level_text = level_of(worded), _clipped(claim.text), _clipped(worded)
    for skill in taken.skills:
        skills.setdefault(skill, []).append(Proof("stated", claim.path, level))
        said = f"{level_text}, of the group" if claim.group and level_text else level_text
        yield Reading("skill", claim.path, text, skill, taken.how, level, said)
    if not taken.skills and not claim.language:
        yield Reading("skill", claim.path, text, candidates=taken.candidates)


def _stints(
    titles: Titles, jobs: tuple[Job, ...], today: date, readings: list[Reading], notes: list[str]
) -> Iterator[Stint]:
    for job in jobs:
        role = None
        if job.title:
            taken = titles.take(job.title)
            role = taken.role
            readings.append(
                Reading("title", job.path, _clipped(job.title), role, taken.how, candidates=taken.candidates)
            )
        if job.years is not None:
            yield Stint(role, None, job.years)
            continue
        span = span_of(job.start, job.end, today)
        if isinstance(span, Span):
            yield Stint(role, span, 0)
        else:
            yield Stint(role, None, 0)
            notes.append(f"{job.path}: {_clipped(span, 120)}.")


def _implied(library: Library, mapped: Mapped) -> Iterator[tuple[str, Proof]]:
    """Yield the skills that roles ask which were held long enough; the role is named instead of a place in the file."""
    held = dict.fromkeys(stint.role for stint in mapped.stints if stint.role is not None)
    for role_id, role in library.roles(held).items():
        years = mapped.years(frozenset((role_id,)))
        for skill in role.skills:
            if skill.need == "must" and years >= PRACTISED_AFTER:
                yield skill.skill, Proof("practised", role_id)
            elif years >= (IMPLIED_AFTER if skill.need == "must" else PRACTISED_AFTER):
                yield skill.skill, Proof("implied", role_id)


def _schooling(person: Person, today: date, readings: list[Reading]) -> int | None:
    """Return the highest class of education; a course that is not over counts as what comes before it."""
    best: int | None = None
    for study in person.studies:
        found = class_of(study.degree) if study.degree else None
        how = "by its words"
        if found and not is_over(study.start, study.end, today):
            found, how = SOME_COLLEGE if found > SOME_COLLEGE else found - 1, "not finished yet"
        to = None if found is None else str(found)
        text = _clipped(study.degree) or "a course without a degree"
        readings.append(Reading("education", study.path, text, to, how if to else ""))
        best = found if best is None else max(best, found or 0)
    return best


def certificate_readings(mapped: Mapped, held: Mapping[str, str]) -> Iterator[Reading]:
    """Yield how each certificate was taken; `held` has the item that counts it, by the certificate's path."""
    taken = {reading.path for reading in mapped.readings}
    for paper in mapped.papers:
        if paper.path in held:
            yield Reading("certificate", paper.path, _clipped(paper.name), held[paper.path], "named by the role")
        elif paper.path not in taken and paper.path:
            yield Reading("certificate", paper.path, _clipped(paper.name))


def _clipped(text: str, most: int = _SHOWN) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
