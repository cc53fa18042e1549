"""Compute the gap between a person and a role: items by kind, a score with its parts, the steps that raise it most.

The person is read from a file, or is a typical person in another role. docs/gap.md explains the method.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from careercli.amounts import format_years_band, in_sentence
from careercli.answers.gap.advice import AdviceContext, nothing_to_judge, verdict_views
from careercli.answers.gap.assessment import (
    RequiredEducation,
    RequiredExperience,
    RequiredSkill,
    credential_items,
    credential_requirements,
    education_item,
    experience_item,
    skill_items,
)
from careercli.answers.gap.learning_options import feeder_roles, learning_options
from careercli.answers.gap.mapping_views import mapping_views
from careercli.answers.gap.readiness import GapItem, ScoreSums, readiness_verdict, score_sums
from careercli.answers.gap.rows import gap_kinds, gap_steps, readiness_view, requirement_view
from careercli.answers.gap.view import ExperienceView, GapStepView, GapView, PersonView, RequirementView
from careercli.answers.shared.figures import RoleData, load_roles, role_figures, source_views
from careercli.answers.shared.names import Names
from careercli.answers.shared.view_parts import FigureView, ReadAsView, SkillNameView, VerdictView, copied, flat
from careercli.catalog.coverage import unique_skills
from careercli.catalog.reader import LISTED_RANK, CatalogReader
from careercli.ladders import Ladder
from careercli.measures import EDUCATION, fit_rank
from careercli.model import Education, Level, Role, RoleRef
from careercli.person.mapping import MappedPerson, SkillEvidence, WorkPeriod, map_person, with_wider_skills
from careercli.person.model import Credential, Person

_LEADING = ("feeder", "promotion", "lateral")
"""Moves into a role from places where the work counts as experience for it; a pivot starts anew."""


class _Target(NamedTuple):
    """The role that is asked about, with what the catalog says of it."""

    ref: RoleRef
    role: Role
    level: Level | None
    skills: tuple[RequiredSkill, ...]
    raised_later: tuple[SkillNameView, ...]
    """The role's skills that are not asked yet at this level."""
    education: RequiredEducation | None
    desk: RoleData

    @property
    def title(self) -> str:
        """Return the title of the level, else that of the role."""
        return self.level.title if self.level else self.role.title


def gap_of_person(reader: CatalogReader, name: str, person: Person, *, today: date, why: bool = False) -> GapView:
    """Return the gap between a person and a role; raise NotFound for an unknown role."""
    resolver = Names(reader)
    target = _load_target(reader, resolver, name)
    mapped = map_person(reader, person, today)
    who = flat(PersonView, kind=person.format, country=mapped.country or None)
    return _gap(reader, target, mapped, who, read_as=resolver.read_as, today=today, why=why)


def gap_of_role(reader: CatalogReader, name: str, origin: str, *, why: bool = False) -> GapView:
    """Return the gap between two roles: of somebody who has what the other asks, and no more."""
    resolver = Names(reader)
    target, other = _load_target(reader, resolver, name), _load_target(reader, resolver, origin)
    who = PersonView(kind="role", role=other.ref.role, level=other.ref.level, title=other.title, country=None)
    return _gap(reader, target, _typical_person(reader, other), who, read_as=resolver.read_as, why=why)


def _load_target(reader: CatalogReader, resolver: Names, name: str) -> _Target:
    place = resolver.resolve(name)
    role_data = load_roles(reader, [place.role])
    role = role_data.roles[place.role]
    level = next((level for level in role.levels if level.id == place.level), None)
    required = tuple(_required_skills(role_data, role, level))
    ids = {skill.id for skill in required}
    later = tuple(
        copied(SkillNameView, skill, name=role_data.skills[skill.skill].name)
        for skill in role.skills
        if skill.skill not in ids
    )
    return _Target(place, role, level, required, later, _required_education(role_data, place.role), role_data)


# ---- what a role asks ----


def _required_skills(role_data: RoleData, role: Role, level: Level | None) -> Iterator[RequiredSkill]:
    """Yield the skills of the role; at a level, as far as the ladder has raised them by then."""
    risen = _raised_levels(role, level) if level else {}
    later = _raised_later(role, risen) if level else frozenset()
    for skill in unique_skills(role.skills):
        if skill.skill not in later:
            required = risen.get(skill.skill)
            name, reached = role_data.skills[skill.skill].name, skill.level if required is None else required
            yield RequiredSkill(skill.skill, name, skill.need, skill.importance, reached, skill.source)
    for key in sorted(risen.keys() - {skill.skill for skill in role.skills}) if level else ():
        yield RequiredSkill(key, role_data.skills[key].name, "must", None, risen[key], level.source if level else None)


def _raised_later(role: Role, risen: Mapping[str, float | None]) -> frozenset[str]:
    """Return the skills of the role that have not begun to rise: only other levels raise them, to the role's own level.

    A skill that another level raises above the role's own level is asked as the role has it before.
    """
    own = {skill.skill: skill.level for skill in role.skills}
    raised: dict[str, list[float]] = {}
    for level in role.levels:
        for skill in level.skills:
            raised.setdefault(skill.skill, []).append(skill.level or 0)
    return frozenset(
        key for key, levels in raised.items() if key not in risen and key in own and min(levels) <= (own[key] or 0)
    )


def _raised_levels(role: Role, level: Level) -> dict[str, float | None]:
    """Return the skill levels (0 to 100) reached by a level, from all levels that lead to it.

    Levels in a cycle count as far as they are already done.
    """
    ladder = Ladder(role)
    risen: dict[str, dict[str, float | None]] = {}
    begun: set[str] = set()

    def rise(one: Level) -> None:
        begun.add(one.id)
        earlier = ladder.predecessors[one.id]
        for key in reversed(earlier):
            if key not in begun:
                rise(ladder.levels[key])
        risen[one.id] = _levels_after(one, [risen[key] for key in earlier if key in risen])

    rise(level)
    return risen[level.id]


def _levels_after(level: Level, ways: Sequence[Mapping[str, float | None]]) -> dict[str, float | None]:
    """Return what a level raises on top of the ways to it; where there are several, of what all of them have raised."""
    shared = set(ways[0]).intersection(*ways[1:]) if ways else set()
    risen = {key: min((way[key] for way in ways), key=lambda value: value or 0) for key in sorted(shared)}
    for skill in level.skills:
        known = [value for value in (risen.get(skill.skill), skill.level) if value is not None]
        risen[skill.skill] = max(known, default=None)
    return risen


def _required_education(role_data: RoleData, role_id: str) -> RequiredEducation | None:
    """Return the typical entry education: of the class that is the role or holds it, of the role, of a proxy."""
    figures = [figure for figure in role_figures(role_data, role_id) if figure.measure == "entry-education"]
    figures = sorted((figure for figure in figures if figure.of in EDUCATION), key=lambda figure: fit_rank(figure.fit))
    if figures:
        first = figures[0]
        note = f"based on {first.occupation_title}, the closest official job" if first.fit == "proxy" else ""
        return RequiredEducation(EDUCATION.index(first.of or ""), first.of or "", first.source, note, first.fit)
    education = role_data.roles[role_id].education or Education()
    return RequiredEducation(None, education.typical, None, "given only in words") if education.typical else None


def _required_experience(reader: CatalogReader, target: _Target) -> RequiredExperience | None:
    """Return the years that the level asks at least, or for a role as a whole the official class of experience."""
    roles = frozenset(_relevant_roles(reader, target))
    if target.level:
        low, high = target.level.years or (0, None)
        if not low:
            return None
        label = f"Experience for {target.level.title}"
        return RequiredExperience(label, low, format_years_band(low, high), target.ref.role, roles, target.level.source)
    figures = [figure for figure in role_figures(target.desk, target.ref.role) if _is_experience(figure)]
    if not figures or figures[0].of == "None":
        return None
    some = figures[0].of != "5 years or more"
    text = in_sentence(figures[0].of or "")
    years = 1 if some else 5
    return RequiredExperience(
        "Related work experience", years, text, target.ref.role, roles, figures[0].source, some, figures[0].fit
    )


def _is_experience(figure: FigureView) -> bool:
    return figure.measure == "related-experience" and figure.fit in ("exact", "part") and figure.of is not None


def _relevant_roles(reader: CatalogReader, target: _Target) -> Iterator[str]:
    """Yield the roles in which work counts as experience here: the role, those that lead to it, those near it."""
    yield target.ref.role
    yield from (move.from_role for move in reader.moves_into(target.ref.role) if move.kind in _LEADING)
    yield from target.role.related


def _typical_person(reader: CatalogReader, target: _Target) -> MappedPerson:
    """Return a typical person in a role: its skills, education and credentials, and the years its level starts at."""
    years = target.level.years[0] if target.level and target.level.years else 0
    education = target.role.education or Education()
    return MappedPerson(
        skills=with_wider_skills(
            reader.all_skills(), {skill.id: (SkillEvidence("stated", "", skill.level),) for skill in target.skills}
        ),
        work_periods=(WorkPeriod(target.ref.role, None, years),),
        education_level=target.education.level if target.education else None,
        credentials=tuple(Credential(text, "") for text in education.certificates),
        stated_sections=frozenset(("skills", "experience", "education", "certificates")),
    )


# ---- the answer ----


def _items(reader: CatalogReader, target: _Target, person: MappedPerson) -> Iterator[GapItem]:
    education = target.role.education or Education()
    lines = credential_requirements(education.certificates, person.country)
    yield from skill_items(target.skills, person)
    years = _required_experience(reader, target)
    if years:
        yield experience_item(years, person)
    schooling = target.education
    if schooling and schooling.level != 0:
        licensed = any(line.demand == "law" for line in lines.values())
        must = schooling.level == len(EDUCATION) - 1 or (licensed and (schooling.level or 0) >= 4)
        yield education_item(schooling, person, must=must)

    def names_role(words: str) -> bool | None:
        roles = {row.role for row in reader.names_matching(words) if row.rank < LISTED_RANK}
        return target.ref.role in roles if roles else None

    yield from credential_items(lines, person, names_role)


def _gap(  # noqa: PLR0913 (the two sides, and how the answer is wanted)
    reader: CatalogReader,
    target: _Target,
    mapped: MappedPerson,
    person: PersonView,
    *,
    read_as: tuple[ReadAsView, ...] | None,
    today: date | None = None,
    why: bool,
) -> GapView:
    """Return the gap between a role and a person, who may be a typical person in another role."""
    context = AdviceContext(target.title, person.title or person.kind, is_role=person.kind == "role")
    items = tuple(_items(reader, target, mapped))
    is_comparable = person.role is None or reader.is_generated(person.role) == reader.is_generated(target.ref.role)
    nothing = _why_no_score(target, context, mapped, is_comparable=is_comparable)
    if nothing:
        items = tuple(item._replace(credit=None, have_text="–") if item.kind == "skill" else item for item in items)
    sums = None if nothing else score_sums(items)
    verdict, cap = readiness_verdict(sums.score, items) if sums else (None, None)
    readiness = readiness_view(items, sums, verdict, capped=cap is not None)
    rows = tuple(requirement_view(item, sums) for item in items)
    steps = tuple(_steps(reader, target, mapped, items, sums)) if sums else ()
    near = frozenset(_relevant_roles(reader, target))
    mapping, unmapped = mapping_views(reader, mapped, items)
    return GapView(
        read_as=read_as,
        role=target.ref.role,
        level=target.ref.level,
        title=target.title,
        person=person,
        today=today.isoformat() if today else None,
        arithmetic=why,
        verdict=tuple(verdict_views(context, verdict, cap, items)) if verdict else nothing,
        readiness=readiness,
        next_steps=steps,
        kinds=gap_kinds(items),
        experience=ExperienceView(
            total_years=round(mapped.years(), 1),
            relevant_years=round(mapped.years(near), 1),
            role_years=round(mapped.years(frozenset((target.ref.role,))), 1),
            unknown_years=round(mapped.years(unknown=True), 1),
        ),
        rows=rows,
        later=target.raised_later,
        mapping=mapping,
        unmapped=unmapped,
        notes=mapped.notes,
        sources=source_views(reader, _cited(rows, steps)),
    )


def _why_no_score(
    target: _Target, context: AdviceContext, person: MappedPerson, *, is_comparable: bool
) -> tuple[VerdictView, ...]:
    """Say why there is no score, where there can be none: a score from nothing would be a guess."""
    if not target.skills:
        return nothing_to_judge(
            f"Nothing to judge: the catalog does not say which skills {context.target_title} needs."
        )
    if not is_comparable:
        return nothing_to_judge(
            f"Nothing to judge: {context.subject_name} and {context.target_title} have lists of skills that do not "
            "compare.",
            "One is what the work is known by, the other what a survey rates for every job.",
        )
    is_named = any(proof.kind not in ("practised", "implied") for one in person.skills.values() for proof in one)
    if is_named or any(skill.id in person.skills for skill in target.skills):
        return ()
    return nothing_to_judge(
        f"Nothing to judge: {in_sentence(context.subject)} names no skill that the catalog knows.",
        f"What {context.target_title} needs is listed below. Add the skills you have, with a level, and ask again.",
    )


def _steps(
    reader: CatalogReader, target: _Target, person: MappedPerson, items: Sequence[GapItem], sums: ScoreSums
) -> Iterator[GapStepView]:
    held = frozenset(work_period.role for work_period in person.work_periods)
    moves = [(move.from_role, move.kind) for move in reader.moves_into(target.ref.role)]
    feeders = reader.roles(feeder_roles(moves, held | {target.ref.role}))
    return gap_steps(items, sums, lambda item: learning_options(item, target.role, feeders, target.desk.skills))


def _cited(rows: Iterable[RequirementView], steps: Iterable[GapStepView]) -> Iterator[str | None]:
    yield from (row.source for row in rows)
    yield from (option.source for step in steps for option in step.learning_options)
