"""Match a person's own words with the catalog: skills, job titles, dates, degrees and credentials.

Each match says how it was made. Nothing is guessed: an ambiguous word becomes a question. Skills that are only
mentioned or implied by a job are kept apart from stated ones.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from careercli.catalog.reader import CatalogReader
from careercli.ladders import reachable
from careercli.model import Skill
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
    """One piece of evidence that a person has a skill."""

    kind: SkillEvidenceKind
    path: str
    level: float | None = None
    """0 to 100; None where nothing says how well."""


class WorkPeriod(NamedTuple):
    """A past or present job: its role, if the title matches one, and its time."""

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
    """A person in catalog terms."""

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
    """What is wrong with the file's work and its dates, each with its path."""

    def years(self, roles: frozenset[str] | None = None, *, unknown: bool = False) -> float:
        """Return the years worked, overlaps counted once: in all, in some roles, or where the role is not known."""
        everything = roles is None and not unknown
        stints = [
            stint
            for stint in self.work_periods
            if everything or (unknown and stint.role is None) or (roles is not None and stint.role in roles)
        ]
        spans = [stint.span for stint in stints if stint.span is not None]
        return years_covered(spans) + sum(stint.years for stint in stints)


def map_person(reader: CatalogReader, person: Person, today: date) -> MappedPerson:
    """Return the person in the catalog's words."""
    all_skills = reader.all_skills()
    vocabulary = SkillMatcher(all_skills)
    skills: dict[str, list[SkillEvidence]] = {}
    entries: list[MappingEntry] = []
    notes: list[str] = []
    for stated_skill in person.skills:
        entries += _map_skill(vocabulary, stated_skill, skills)
    for credential in person.credentials:
        for found in vocabulary.mentions(credential.name):
            skills.setdefault(found.skill, []).append(SkillEvidence("certificate", credential.path))
            entries.append(MappingEntry("skill", credential.path, found.word, found.skill, "named in a certificate"))
    seen: set[tuple[str, str]] = set()
    for passage in person.passages:
        for found in vocabulary.mentions(passage.text):
            skills.setdefault(found.skill, []).append(SkillEvidence("mentioned", passage.path))
            if (found.skill, found.word) not in seen:
                seen.add((found.skill, found.word))
                entries.append(MappingEntry("skill", passage.path, found.word, found.skill, "mentioned"))
    work_periods = tuple(_work_periods(TitleMatcher(reader), person.work, today, entries, notes))
    mapped = MappedPerson(
        {},
        work_periods,
        fields=tuple(education_entry.field for education_entry in person.education if education_entry.field),
        credentials=person.credentials,
        country=person.country,
        stated_sections=person.stated_sections,
    )
    for skill, evidence in _implied(reader, mapped):
        skills.setdefault(skill, []).append(evidence)
    return mapped._replace(
        skills=with_wider_skills(all_skills, skills),
        education_level=_schooling(person, today, entries),
        entries=tuple(entries),
        notes=tuple(notes),
    )


def _map_skill(
    vocabulary: SkillMatcher, stated_skill: StatedSkill, skills: dict[str, list[SkillEvidence]]
) -> Iterator[MappingEntry]:
    match = vocabulary.match(stated_skill.text)
    # "SQL (basic)" and "Advanced Excel" say how well in the name itself.
    worded = stated_skill.level or ("" if skill_level_of(match.qualifiers) is None else match.qualifiers)
    level, text, level_text = skill_level_of(worded), _truncated(stated_skill.text), _truncated(worded)
    for skill in match.skills:
        skills.setdefault(skill, []).append(SkillEvidence("stated", stated_skill.path, level))
        said = f"{level_text}, from its group" if stated_skill.level_of_group and level_text else level_text
        yield MappingEntry("skill", stated_skill.path, text, skill, match.matched_by, level, said)
    if not match.skills and not stated_skill.is_spoken_language:
        yield MappingEntry("skill", stated_skill.path, text, candidates=match.candidates)


def with_wider_skills(
    all_skills: Mapping[str, Skill], skills: Mapping[str, Sequence[SkillEvidence]]
) -> dict[str, tuple[SkillEvidence, ...]]:
    """Return the evidence with each piece counted for the wider skills as well that its skill implies, however far."""
    implied = {skill: entry.implies for skill, entry in all_skills.items()}
    found: dict[str, list[SkillEvidence]] = {skill: list(evidence) for skill, evidence in skills.items()}
    for skill, evidence in skills.items():
        for wider in reachable(implied, (skill,))[1:]:
            found.setdefault(wider, []).extend(evidence)
    return {skill: tuple(evidence) for skill, evidence in found.items()}


def _work_periods(
    titles: TitleMatcher, jobs: tuple[WorkEntry, ...], today: date, entries: list[MappingEntry], notes: list[str]
) -> Iterator[WorkPeriod]:
    for job in jobs:
        role = None
        if not job.title:
            notes.append(f"{job.path}: no job title, so it counts for no job.")
        else:
            match = titles.match(job.title)
            role = match.role
            entries.append(
                MappingEntry(
                    "title", job.path, _truncated(job.title), role, match.matched_by, candidates=match.candidates
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
    held = dict.fromkeys(work_period.role for work_period in person.work_periods if work_period.role is not None)
    for role_id, role in reader.roles(held).items():
        years = person.years(frozenset((role_id,)))
        for skill in role.skills:
            if skill.need == "must" and years >= PRACTISED_AFTER:
                yield skill.skill, SkillEvidence("practised", role_id)
            elif years >= (IMPLIED_AFTER if skill.need == "must" else PRACTISED_AFTER):
                yield skill.skill, SkillEvidence("implied", role_id)


def _schooling(person: Person, today: date, entries: list[MappingEntry]) -> int | None:
    """Return the highest class of education; a course that is not over counts as what comes before it."""
    best: int | None = None
    for education_entry in person.education:
        found = education_level_of(education_entry.degree) if education_entry.degree else None
        how = "from its wording"
        if found and not is_finished(education_entry.start, education_entry.end, today):
            found, how = SOME_COLLEGE if found > SOME_COLLEGE else found - 1, "not finished yet"
        to = None if found is None else str(found)
        text = _truncated(education_entry.degree) or "a course without a degree"
        entries.append(MappingEntry("education", education_entry.path, text, to, how if to else ""))
        best = found if best is None else max(best, found or 0)
    return best


def credential_entries(person: MappedPerson, held: Mapping[str, str]) -> Iterator[MappingEntry]:
    """Yield how each certificate was taken; `held` has the item that counts it, by the certificate's path."""
    match = {entry.path for entry in person.entries}
    for credential in person.credentials:
        if credential.path in held:
            yield MappingEntry(
                "certificate", credential.path, _truncated(credential.name), held[credential.path], "needed for the job"
            )
        elif credential.path not in match and credential.path:
            yield MappingEntry("certificate", credential.path, _truncated(credential.name))


def _truncated(text: str, most: int = _SHOWN) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
