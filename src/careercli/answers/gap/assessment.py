"""Compare what a role requires with what a person has: one item per requirement, of skills, experience and schooling.

What the file does not mention is unknown, not missing. What the role does not require is no item.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from careercli.amounts import format_number
from careercli.answers.gap.readiness import (
    CONDITIONAL_LICENSE_WEIGHT,
    WEIGHT,
    GapItem,
    Need,
    best_evidence,
)
from careercli.catalog.coverage import need_weight
from careercli.measures import EDUCATION
from careercli.person.credentials import CredentialRequirement, is_license_for, names_credential, parse_requirement
from careercli.person.mapping import MappedPerson, SkillEvidence
from careercli.person.model import Credential

_TOO_FAR = 0.4
"""A class of education below this share of the number of the one asked is not on the way to it."""


class RequiredSkill(NamedTuple):
    """What a role, or one of its levels, asks of a skill."""

    id: str
    name: str
    need: Need
    importance: float | None
    level: float | None
    source: str | None


class RequiredExperience(NamedTuple):
    """How much experience is asked, and in which roles it counts."""

    label: str
    years: float
    text: str
    role: str
    counting_roles: frozenset[str]
    """The role and those in which work counts for it."""
    source: str | None
    any_counts: bool = False
    """Whether any experience is enough, since the class asked begins above nothing."""
    fit: str | None = None
    """How the official class fits the role."""


class RequiredEducation(NamedTuple):
    """The class of education that is typical at entry, by its number; None where only words are given."""

    level: int | None
    text: str
    source: str | None
    note: str = ""
    fit: str | None = None
    """How the official class fits the role."""


def skill_items(required: Sequence[RequiredSkill], person: MappedPerson) -> Iterator[GapItem]:
    """Yield an item for each skill, must-haves first."""
    for skill in sorted(required, key=lambda one: one.need):
        evidence = person.skills.get(skill.id, ())
        credit, proof = best_evidence(skill.level, evidence)
        best = [one for one in evidence if proof is not None and (one.kind, one.level) == (proof.kind, proof.level)]
        yield GapItem(
            kind="skill",
            requirement=f"skill:{skill.id}",
            skill=skill.id,
            name=skill.name,
            need=skill.need,
            weight=need_weight(skill.need, skill.importance),
            credit=credit,
            needed=skill.level,
            have=proof.level if proof else None,
            stated=_overridden_level(proof, evidence),
            needed_text=f"level {format_number(skill.level)}" if skill.level is not None else "any level",
            have_text=_skill_words(proof, _overridden_level(proof, evidence)),
            evidence=proof.kind if proof else "",
            paths=tuple(dict.fromkeys(one.path for one in best if one.path)),
            source=skill.source,
        )


def _overridden_level(proof: SkillEvidence | None, evidence: Sequence[SkillEvidence]) -> float | None:
    """Return the person's own word, where something else counts for more."""
    if proof is None or proof.level is not None:
        return None
    return max((one.level for one in evidence if one.level is not None), default=None)


def _skill_words(evidence: SkillEvidence | None, stated: float | None) -> str:
    if evidence is None:
        return "not found"
    if evidence.level is not None:
        return f"level {format_number(evidence.level)}"
    lower = f"; stated: level {format_number(stated)}" if stated is not None else ""
    words = {
        "stated": "level not given",
        "certificate": "from a certificate",
        "practised": "from years in a job",
        "mentioned": "only mentioned",
        "implied": "assumed from a past job",
    }
    return words[evidence.kind] + lower


def experience_item(required: RequiredExperience, person: MappedPerson) -> GapItem:
    """Return the item for years; work under unknown titles, or without dates, makes it unknown and not missing."""
    relevant, own = person.years(required.counting_roles), person.years(frozenset((required.role,)))
    elsewhere = person.years(unknown=True)
    untimed = {
        work_period.role for work_period in person.work_periods if work_period.span is None and not work_period.years
    }
    known = relevant or untimed & required.counting_roles
    credit: float | None = 1.0 if known and required.any_counts else min(relevant / required.years, 1.0)
    note = ""
    if elsewhere and credit is not None and credit < 1:
        note = f"{format_number(elsewhere, 1)} more years under titles that the catalog does not know"
    elif untimed & {None, *required.counting_roles}:
        note = "some work without dates"
    if not credit and (
        elsewhere or untimed & {None, *required.counting_roles} or "experience" not in person.stated_sections
    ):
        credit = None
    return GapItem(
        kind="experience",
        requirement="experience",
        name=required.label,
        need="must",
        weight=float(WEIGHT["experience", "must"]),
        credit=credit,
        needed=None if required.any_counts else required.years,
        have=round(relevant, 1) if relevant or credit == 0 else None,
        needed_text=required.text,
        have_text="unknown" if credit is None else _years_words(relevant, own) if relevant or not credit else "some",
        evidence="" if not relevant else "dates",
        source=required.source,
        note=note,
        fit=required.fit,
    )


def _years_words(relevant: float, own: float) -> str:
    if round(own, 1) in (0, round(relevant, 1)):
        where = "" if not relevant else " in this job itself" if own else " in jobs that lead to it or are similar"
        return f"{format_number(relevant, 1)} years{where}"
    return f"{format_number(relevant, 1)} years, {format_number(own, 1)} of them in this job itself"


def education_item(required: RequiredEducation, person: MappedPerson, *, must: bool) -> GapItem:
    """Return the item for schooling."""
    have = person.education_level
    credit: float | None = None
    if required.level is not None and have is not None:
        share = min(have / required.level, 1.0) if required.level else 1.0
        credit = share if share >= _TOO_FAR else 0.0
    return GapItem(
        kind="education",
        requirement="education",
        name="Typical education",
        need="must" if must else "nice",
        weight=float(WEIGHT["education", "must" if must else "nice"]),
        credit=credit,
        needed=required.level,
        have=have,
        needed_text=required.text,
        have_text="unknown" if have is None else EDUCATION[have],
        evidence="" if have is None else "degree",
        source=required.source,
        note=required.note,
        fit=required.fit,
    )


def credential_requirements(texts: Sequence[str], country: str) -> dict[int, CredentialRequirement]:
    """Return the lines on certificates that ask something and may count where the person is, by their numbers."""
    lines = {number: parse_requirement(text) for number, text in enumerate(texts, start=1)}
    return {
        number: line for number, line in lines.items() if line is not None and line.applies_in(country) is not False
    }


def credential_items(
    lines: Mapping[int, CredentialRequirement], person: MappedPerson, names_role: Callable[[str], bool | None]
) -> Iterator[GapItem]:
    """Yield an item for each line; by `names_role` a licence to do the job is known, see `is_licence_of`."""
    licences = [
        credential
        for credential in person.credentials
        if credential.path and is_license_for(credential.name, names_role)
    ]
    for number, line in lines.items():
        held = [paper for paper in person.credentials if _is_held(paper, line)]
        if not held and licences and line.demand != "choice":
            held, licences = licences, []  # one licence is one line: where else it counts, nobody said
        credit, note = _certificate_credit(line, held, person)
        need: Need = "nice" if line.demand == "choice" else "must"
        weight = float(WEIGHT["certificate", need])
        yield GapItem(
            kind="certificate",
            requirement=f"certificate:{number}",
            name=line.text,
            need=need,
            weight=weight * CONDITIONAL_LICENSE_WEIGHT if line.demand == "perhaps" else weight,
            credit=credit,
            needed_text={"law": "by law", "perhaps": "by law, for some", "choice": "voluntary"}[line.demand],
            have_text="yes" if held else "unknown" if credit is None else "not found",
            evidence="certificate" if held else "",
            paths=tuple(paper.path for paper in held if paper.path),
            note=note,
            by_law=line.demand != "choice",
            countries=line.countries,
        )


def _is_held(credential: Credential, requirement: CredentialRequirement) -> bool:
    return (
        names_credential(credential.name, requirement.text) if credential.path else credential.name == requirement.text
    )


def _certificate_credit(
    requirement: CredentialRequirement, held: Collection[Credential], person: MappedPerson
) -> tuple[float | None, str]:
    if held:
        return 1.0, ""
    if requirement.applies_in(person.country) is None:
        return None, "this counts in some countries, and yours is unknown"
    if requirement.demand == "perhaps":
        return None, "the law requires this of some people; check whether you are one of them"
    if "certificates" not in person.stated_sections:
        return None, "your file lists no certificates"
    return 0.0, ""
