"""A person's own words -> the catalog's: skills, titles, dates, degrees and papers, and how each was taken.

Nothing is guessed: what could be two things is left as a question, and what is only mentioned or only follows from a
position held is kept apart from what the person states.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from careercli.catalog.reader import CatalogReader
from careercli.person.dates import DateSpan, is_finished, parse_span, years_covered
from careercli.person.education import SOME_COLLEGE, education_level_of
from careercli.person.model import Credential, Person, Section, StatedSkill, WorkEntry
from careercli.person.skill_levels import skill_level_of
from careercli.person.skill_matcher import SkillMatcher
from careercli.person.title_matcher import TitleMatcher

SkillEvidenceKind = Literal["stated", "certificate", "practised", "mentioned", "implied"]
"""Stated as a skill; shown by a certificate; a must of a role held for years; named in running text; asked by a role
that was held, but not of everybody or not for long."""
IMPLIED_AFTER, PRACTISED_AFTER = 1.0, 3.0
"""Years in a role after which its must-haves are taken as begun, and as practised; its nice-to-haves as begun."""
_SHOWN = 60
"""Characters of somebody's own words that are repeated."""


class SkillEvidence(NamedTuple):
    """Why a skill is taken as held."""

    kind: SkillEvidenceKind
    path: str
    level: float | None = None
    """0 to 100; None where nothing says how well."""


class WorkPeriod(NamedTuple):
    """A position held: its role, if the title is one, and its time."""

    role: str | None
    span: DateSpan | None
    years: float
    """Years that the file gives instead of dates; 0 without a time says that nobody knows how long."""


class MappingEntry(NamedTuple):
    """How one thing in the file was taken."""

    kind: Literal["skill", "title", "education", "certificate"]
    path: str
    text: str
    target: str | None = None
    """The id of a skill, a role or an item, or the number of a class; None where it is nothing of the catalog."""
    matched_by: str = ""
    level: int | None = None
    level_text: str = ""
    candidates: tuple[str, ...] = ()
    """What it could be, where it could be more than one thing."""


class MappedPerson(NamedTuple):
    """A person in the catalog's words."""

    skills: Mapping[str, tuple[SkillEvidence, ...]]
    work_periods: tuple[WorkPeriod, ...] = ()
    education_level: int | None = None
    """The number of the highest class that was finished."""
    fields: tuple[str, ...] = ()
    credentials: tuple[Credential, ...] = ()
    country: str = ""
    stated_sections: frozenset[Section] = frozenset()
    entries: tuple[MappingEntry, ...] = ()
    notes: tuple[str, ...] = ()
    """What is wrong with the file's dates, each with its path."""

    def years(self, roles: frozenset[str] | None = None, *, unknown: bool = False) -> float:
        """Return the years worked, overlaps counted once: in all, in some roles, or where the role is not known."""
        stints = [
            stint
            for stint in self.work_periods
            if (roles is None and not unknown)
            or (stint.role is None and unknown)
            or (roles is not None and stint.role in roles)
        ]
        spans = [stint.span for stint in stints if stint.span is not None]
        return years_covered(spans) + sum(stint.years for stint in stints)


def map_person(reader: CatalogReader, person: Person, today: date) -> MappedPerson:
    """Return the person in the catalog's words."""
    vocabulary = SkillMatcher(reader.all_skills())
    skills: dict[str, list[SkillEvidence]] = {}
    readings: list[MappingEntry] = []
    notes: list[str] = []
    for claim in person.skills:
        readings += _map_skill(vocabulary, claim, skills)
    for paper in person.credentials:
        for found in vocabulary.mentions(paper.name):
            skills.setdefault(found.skill, []).append(SkillEvidence("certificate", paper.path))
            readings.append(MappingEntry("skill", paper.path, found.word, found.skill, "named in a certificate"))
    seen: set[tuple[str, str]] = set()
    for passage in person.passages:
        for found in vocabulary.mentions(passage.text):
            skills.setdefault(found.skill, []).append(SkillEvidence("mentioned", passage.path))
            if (found.skill, found.word) not in seen:
                seen.add((found.skill, found.word))
                readings.append(MappingEntry("skill", passage.path, found.word, found.skill, "mentioned"))
    stints = tuple(_work_periods(TitleMatcher(reader), person.work, today, readings, notes))
    mapped = MappedPerson(
        {},
        stints,
        fields=tuple(study.field for study in person.education if study.field),
        credentials=person.credentials,
        country=person.country,
        stated_sections=person.stated_sections,
    )
    for skill, proof in _implied(reader, mapped):
        skills.setdefault(skill, []).append(proof)
    return mapped._replace(
        skills={skill: tuple(proofs) for skill, proofs in skills.items()},
        education_level=_schooling(person, today, readings),
        entries=tuple(readings),
        notes=tuple(notes),
    )


def _map_skill(
    vocabulary: SkillMatcher, claim: StatedSkill, skills: dict[str, list[SkillEvidence]]
) -> Iterator[MappingEntry]:
    taken = vocabulary.match(claim.text)
    # "SQL (basic)" and "Advanced Excel" say how well in the name itself.
    worded = claim.level or ("" if skill_level_of(taken.qualifiers) is None else taken.qualifiers)
    level, text, level_text = skill_level_of(worded), _truncated(claim.text), _truncated(worded)
    for skill in taken.skills:
        skills.setdefault(skill, []).append(SkillEvidence("stated", claim.path, level))
        said = f"{level_text}, of the group" if claim.level_of_group and level_text else level_text
        yield MappingEntry("skill", claim.path, text, skill, taken.matched_by, level, said)
    if not taken.skills and not claim.is_spoken_language:
        yield MappingEntry("skill", claim.path, text, candidates=taken.candidates)


def _work_periods(
    titles: TitleMatcher, jobs: tuple[WorkEntry, ...], today: date, readings: list[MappingEntry], notes: list[str]
) -> Iterator[WorkPeriod]:
    for job in jobs:
        role = None
        if job.title:
            taken = titles.match(job.title)
            role = taken.role
            readings.append(
                MappingEntry(
                    "title", job.path, _truncated(job.title), role, taken.matched_by, candidates=taken.candidates
                )
            )
        if job.years is not None:
            yield WorkPeriod(role, None, job.years)
            continue
        span = parse_span(job.start, job.end, today)
        if isinstance(span, DateSpan):
            yield WorkPeriod(role, span, 0)
        else:
            yield WorkPeriod(role, None, 0)
            notes.append(f"{job.path}: {_truncated(span, 120)}.")


def _implied(reader: CatalogReader, person: MappedPerson) -> Iterator[tuple[str, SkillEvidence]]:
    """Yield the skills that roles ask which were held long enough; the role is named instead of a place in the file."""
    held = dict.fromkeys(stint.role for stint in person.work_periods if stint.role is not None)
    for role_id, role in reader.roles(held).items():
        years = person.years(frozenset((role_id,)))
        for skill in role.skills:
            if skill.need == "must" and years >= PRACTISED_AFTER:
                yield skill.skill, SkillEvidence("practised", role_id)
            elif years >= (IMPLIED_AFTER if skill.need == "must" else PRACTISED_AFTER):
                yield skill.skill, SkillEvidence("implied", role_id)


def _schooling(person: Person, today: date, readings: list[MappingEntry]) -> int | None:
    """Return the highest class of education; a course that is not over counts as what comes before it."""
    best: int | None = None
    for study in person.education:
        found = education_level_of(study.degree) if study.degree else None
        how = "by its words"
        if found and not is_finished(study.start, study.end, today):
            found, how = SOME_COLLEGE if found > SOME_COLLEGE else found - 1, "not finished yet"
        to = None if found is None else str(found)
        text = _truncated(study.degree) or "a course without a degree"
        readings.append(MappingEntry("education", study.path, text, to, how if to else ""))
        best = found if best is None else max(best, found or 0)
    return best


def credential_entries(person: MappedPerson, held: Mapping[str, str]) -> Iterator[MappingEntry]:
    """Yield how each certificate was taken; `held` has the item that counts it, by the certificate's path."""
    taken = {reading.path for reading in person.entries}
    for paper in person.credentials:
        if paper.path in held:
            yield MappingEntry("certificate", paper.path, _truncated(paper.name), held[paper.path], "named by the role")
        elif paper.path not in taken and paper.path:
            yield MappingEntry("certificate", paper.path, _truncated(paper.name))


def _truncated(text: str, most: int = _SHOWN) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
