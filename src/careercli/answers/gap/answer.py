"""What lies between somebody and a role: items by kind, one score with its parts, and the steps that raise it most.

The somebody is a person in a file, or another role as its people typically are. The method stands in docs/gap.md.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from careercli.amounts import band
from careercli.answers.gap.advice import Sides, sentences
from careercli.answers.gap.assessment import (
    AskedSchooling,
    AskedSkill,
    AskedYears,
    certificate_items,
    education_item,
    experience_item,
    lines_for,
    skill_items,
)
from careercli.answers.gap.learning_options import feeding, routes_to
from careercli.answers.gap.readiness import Item, Sums, sums_of, verdict_of
from careercli.answers.gap.rows import kinds_of, mappings_of, readiness_of, record_of, steps_of
from careercli.answers.gap.view import GapRecord, GapStepView, GapView, YearsView
from careercli.answers.shared.figures import Desk, open_desk, role_figures, source_views
from careercli.answers.shared.names import Found, resolve
from careercli.answers.shared.view_parts import FigureView
from careercli.catalog.reader import Library
from careercli.ladders import before
from careercli.measures import EDUCATION
from careercli.model import SCHEMA_VERSION, Level, Role
from careercli.person.mapping import Mapped, Proof, Stint, map_person
from careercli.person.model import Paper, Person

_OWN_NAME = 2
"""The rank up to which a name is the role's own, not a title that official lists file under it."""
_LEADING = ("feeder", "promotion", "lateral")
"""Moves into a role from places where the work counts as experience for it; a pivot starts anew."""


class _Side(NamedTuple):
    """The role that is asked about, with what the catalog says of it."""

    place: Found
    role: Role
    level: Level | None
    skills: tuple[AskedSkill, ...]
    later: tuple[str, ...]
    """Names of the role's skills that are not asked yet at this level."""
    schooling: AskedSchooling | None
    desk: Desk


class _Case(NamedTuple):
    """The two sides and how the answer is wanted."""

    side: _Side
    mapped: Mapped
    sides: Sides
    origin: str | None = None
    """The role that stands for a person."""
    today: date | None = None
    why: bool = False


def gap_of_person(library: Library, name: str, person: Person, *, today: date, why: bool = False) -> GapView:
    """Return the gap between a person and a role; raise NotFound for an unknown role."""
    side = _side(library, name)
    mapped = map_person(library, person, today)
    return _gap(library, _Case(side, mapped, Sides(_title(side), person.form), today=today, why=why))


def gap_of_role(library: Library, name: str, origin: str, *, why: bool = False) -> GapView:
    """Return the gap between two roles: of somebody who has what the other asks, and no more."""
    side, other = _side(library, name), _side(library, origin)
    sides = Sides(_title(side), _title(other), is_role=True)
    return _gap(library, _Case(side, _typical(other), sides, origin=other.place.name, why=why))


def _side(library: Library, name: str) -> _Side:
    place = resolve(library, name)
    desk = open_desk(library, [place.role])
    role = desk.roles[place.role]
    level = next((level for level in role.levels if level.id == place.level), None)
    asked = tuple(_asked(desk, role, level))
    ids = {skill.id for skill in asked}
    later = tuple(desk.skills[skill.skill].name for skill in role.skills if skill.skill not in ids)
    return _Side(place, role, level, asked, later, _asked_schooling(desk, place.role), desk)


def _title(side: _Side) -> str:
    return side.level.title if side.level else side.role.title


# ---- what a role asks ----


def _asked(desk: Desk, role: Role, level: Level | None) -> Iterator[AskedSkill]:
    """Yield the skills of the role; at a level, as far as the ladder has raised them by then."""
    risen = _risen(role, level) if level else {}
    later = _later(role, risen) if level else frozenset()
    for skill in role.skills:
        if skill.skill not in later:
            asked = risen.get(skill.skill)
            name, reached = desk.skills[skill.skill].name, skill.level if asked is None else asked
            yield AskedSkill(skill.skill, name, skill.need, skill.importance, reached, skill.source)
    for key in sorted(risen.keys() - {skill.skill for skill in role.skills}) if level else ():
        yield AskedSkill(key, desk.skills[key].name, "must", None, risen[key], level.source if level else None)


def _later(role: Role, risen: Mapping[str, float | None]) -> frozenset[str]:
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


def _risen(role: Role, level: Level) -> dict[str, float | None]:
    """Return how far skills have risen by a level; every level on the way is worked out once, after those before it."""
    by_id = {one.id: one for one in role.levels}
    risen: dict[str, dict[str, float | None]] = {}
    begun: set[str] = set()
    waiting = [level]
    while waiting:
        one = waiting[-1]
        begun.add(one.id)
        earlier = before(role, one)
        first = [by_id[key] for key in earlier if key not in begun]
        waiting += first
        if not first:
            waiting.pop()
            # Of levels that lead in a circle, those that are not done yet are left out.
            risen.setdefault(one.id, _raised(one, [risen[key] for key in earlier if key in risen]))
    return risen[level.id]


def _raised(level: Level, ways: Sequence[Mapping[str, float | None]]) -> dict[str, float | None]:
    """Return what a level raises on top of the ways to it; where there are several, of what all of them have raised."""
    shared = set(ways[0]).intersection(*ways[1:]) if ways else set()
    risen = {key: min((way[key] for way in ways), key=lambda value: value or 0) for key in sorted(shared)}
    for skill in level.skills:
        known = [value for value in (risen.get(skill.skill), skill.level) if value is not None]
        risen[skill.skill] = max(known, default=None)
    return risen


def _asked_schooling(desk: Desk, role_id: str) -> AskedSchooling | None:
    """Return the typical entry education: of the class that is the role or holds it, of the role, of a proxy."""
    order = {"exact": 0, "part": 0, None: 1, "proxy": 2}
    figures = [figure for figure in role_figures(desk, role_id) if figure.measure == "entry-education"]
    figures = sorted((figure for figure in figures if figure.of in EDUCATION), key=lambda figure: order[figure.fit])
    if figures:
        first = figures[0]
        note = f"that of {first.occupation_title}, another job that stands in" if first.fit == "proxy" else ""
        return AskedSchooling(EDUCATION.index(first.of or ""), first.of or "", first.source, note)
    education = desk.roles[role_id].education
    if education and education.typical:
        return AskedSchooling(None, education.typical, None, "given in words only")
    return None


def _asked_years(library: Library, side: _Side) -> AskedYears | None:
    """Return the years that the level asks at least, or for a role as a whole the official class of experience."""
    roles = frozenset(_near_roles(library, side))
    if side.level:
        low, high = side.level.years or (0, None)
        if not low:
            return None
        label = f"Experience for {side.level.title}"
        return AskedYears(label, low, band(low, high), side.place.role, roles, side.level.source)
    figures = [figure for figure in role_figures(side.desk, side.place.role) if _is_experience(figure)]
    if not figures or figures[0].of == "None":
        return None
    some = figures[0].of != "5 years or more"
    text = (figures[0].of or "").lower()
    years = 1 if some else 5
    return AskedYears("Related work experience", years, text, side.place.role, roles, figures[0].source, some)


def _is_experience(figure: FigureView) -> bool:
    return figure.measure == "related-experience" and figure.fit in ("exact", "part") and figure.of is not None


def _near_roles(library: Library, side: _Side) -> Iterator[str]:
    """Yield the roles in which work counts as experience here: the role, those that lead to it, those near it."""
    yield side.place.role
    yield from (move.from_role for move in library.moves_into(side.place.role) if move.kind in _LEADING)
    yield from side.role.related


def _typical(side: _Side) -> Mapped:
    """Return somebody who has what a role asks: its skills and schooling, and the years at which its level begins."""
    years = side.level.years[0] if side.level and side.level.years else 0
    education = side.role.education
    return Mapped(
        skills={skill.id: (Proof("stated", "", skill.level),) for skill in side.skills},
        stints=(Stint(side.place.role, None, years),),
        schooling=side.schooling.rank if side.schooling else None,
        papers=tuple(Paper(text, "") for text in education.certificates) if education else (),
        told=frozenset(("skills", "experience", "education", "certificates")),
    )


# ---- the answer ----


def _items(library: Library, side: _Side, mapped: Mapped) -> Iterator[Item]:
    education = side.role.education
    lines = lines_for(education.certificates if education else (), mapped.country)
    yield from skill_items(side.skills, mapped)
    years = _asked_years(library, side)
    if years:
        yield experience_item(years, mapped)
    schooling = side.schooling
    if schooling and schooling.rank != 0:
        licensed = any(line.demand == "law" for line in lines)
        must = schooling.rank == len(EDUCATION) - 1 or (licensed and (schooling.rank or 0) >= 4)
        yield education_item(schooling, mapped, must=must)

    def names_role(words: str) -> bool | None:
        roles = {row.role for row in library.named(words) if row.rank <= _OWN_NAME}
        return side.place.role in roles if roles else None

    yield from certificate_items(lines, mapped, names_role)


def _gap(library: Library, case: _Case) -> GapView:
    side, mapped, sides = case.side, case.mapped, case.sides
    items = tuple(_items(library, side, mapped))
    nothing = _nothing_to_judge(side, sides, mapped)
    if nothing:
        items = tuple(item._replace(credit=None, have_text="–") if item.kind == "skill" else item for item in items)
    sums = None if nothing else sums_of(items)
    verdict, cap = verdict_of(sums.score, items) if sums else (None, None)
    rows = tuple(record_of(item, sums) for item in items)
    steps = tuple(_steps(library, side, mapped, items, sums)) if sums else ()
    near = frozenset(_near_roles(library, side))
    mapping = mappings_of(library, mapped, items)
    return GapView(
        schema_version=SCHEMA_VERSION,
        command="gap",
        role=side.place.name,
        title=sides.title,
        person="role" if sides.is_role else sides.whose,
        person_role=case.origin,
        person_title=sides.whose if sides.is_role else None,
        country=mapped.country or None,
        today=case.today.isoformat() if case.today else None,
        why=case.why,
        verdict=tuple(sentences(sides, verdict, cap, items)) if verdict else nothing,
        readiness=readiness_of(items, sums, verdict, capped=cap is not None),
        steps=steps,
        kinds=kinds_of(items),
        years=YearsView(
            total=round(mapped.years(), 1),
            relevant=round(mapped.years(near), 1),
            in_role=round(mapped.years(frozenset((side.place.role,))), 1),
            under_unknown_titles=round(mapped.years(unknown=True), 1),
        ),
        rows=rows,
        later=side.later,
        mapping=tuple(entry for entry in mapping if entry.to is not None),
        unmapped=tuple(entry for entry in mapping if entry.to is None),
        notes=mapped.notes,
        sources=source_views(library, _cited(rows, steps)),
    )


def _nothing_to_judge(side: _Side, sides: Sides, mapped: Mapped) -> tuple[str, ...]:
    """Say why there is no score, where there can be none: a score from nothing would be a guess."""
    if not side.skills:
        return (f"Nothing to judge: the catalog does not say which skills {sides.title} asks for.",)
    if any(proof.kind not in ("practised", "implied") for proofs in mapped.skills.values() for proof in proofs):
        return ()
    return (
        f"Nothing to judge: {sides.subject.lower()} names no skill that the catalog knows.",
        f"What {sides.title} asks for stands below; name what you have of it, with a level, and ask again.",
    )


def _steps(library: Library, side: _Side, mapped: Mapped, items: Sequence[Item], sums: Sums) -> Iterator[GapStepView]:
    held = frozenset(stint.role for stint in mapped.stints)
    moves = [(move.from_role, move.kind) for move in library.moves_into(side.place.role)]
    feeders = library.roles(feeding(moves, held | {side.place.role}))
    return steps_of(items, sums, lambda item: routes_to(item, side.role, feeders, side.desk.skills))


def _cited(rows: Iterable[GapRecord], steps: Iterable[GapStepView]) -> Iterator[str | None]:
    yield from (row.source for row in rows)
    yield from (route.source for step in steps for route in step.routes)
