"""What names what: every id that a catalog mentions must exist in it, and no record may be empty of meaning."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypeAlias

from careercli.matching import Suggestions
from careercli.model import STATISTICS, Catalog, Figure, Level, Occupation, Pay, Role, RoleRef

KeyPath: TypeAlias = tuple[str | int, ...]
ReferenceProblem: TypeAlias = tuple[KeyPath, str]
ReferenceFault: TypeAlias = tuple[KeyPath, str, str, Mapping[str, Any]]
"""Where, what, and for a name that is not known the name and those that are."""
MAX_LEVELS = 400
"""Steps of one ladder; no employer has as many."""


def broken_references(catalog: Catalog, *, also_known: Collection[str] = ()) -> Iterator[ReferenceProblem]:
    """Yield the path and a message for every reference that leads nowhere and every record that says nothing.

    Messages of the first faults name the nearest known id. What stands `beside` is known to be there though not read.
    """
    suggest = Suggestions()
    for steps, message, name, known in _broken(catalog):
        if name in also_known:
            continue
        yield steps, message + (suggest(name, known) if name else "")


def broken_figures(catalog: Catalog, code: str, occupation: Occupation) -> Iterator[ReferenceProblem]:
    """Yield the path and a message for each figure that names no place or source of the catalog, or says nothing.

    Whether the occupations that figures name exist is not looked at.
    """
    for steps, message, _, known in _figures(catalog, ("occupations", code), occupation.pay, occupation.figures):
        if known is not catalog.occupations:
            yield steps, message


def _broken(catalog: Catalog) -> Iterator[ReferenceFault]:
    for place_id, place in catalog.places.items():
        here = ("places", place_id)
        if place.within is not None:
            yield from _known("place", place.within, catalog.places, (*here, "within"))
        for index, parity in enumerate(place.parities):
            yield from _known("source", parity.source, catalog.sources, (*here, "parities", index, "source"))
    for code, occupation in catalog.occupations.items():
        yield from _figures(catalog, ("occupations", code), occupation.pay, occupation.figures)
        if occupation.part_of is not None:
            yield from _known("occupation", occupation.part_of, catalog.occupations, ("occupations", code, "part_of"))
        if occupation.profile is not None:
            steps = ("occupations", code, "profile", "source")
            yield from _known("source", occupation.profile.source, catalog.sources, steps)
    for role_id, role in catalog.roles.items():
        yield from _role(catalog, role_id, role)


def _role(catalog: Catalog, role_id: str, role: Role) -> Iterator[ReferenceFault]:
    here: KeyPath = ("roles", role_id)
    yield from _known("family", role.family, catalog.families, (*here, "family"))
    yield from _figures(catalog, here, role.pay, role.figures)
    for index, link in enumerate(role.occupations):
        yield from _known("occupation", link.code, catalog.occupations, (*here, "occupations", index, "code"))
    for index, skill in enumerate(role.skills):
        yield from _known("skill", skill.skill, catalog.skills, (*here, "skills", index, "skill"))
        if skill.source is not None:
            yield from _known("source", skill.source, catalog.sources, (*here, "skills", index, "source"))
    for index, training in enumerate(role.training):
        yield from _known("source", training.source, catalog.sources, (*here, "training", index, "source"))
    for key in ("contrast", "related"):
        for other in getattr(role, key):
            yield from _other_role(catalog, role_id, other, (*here, key, other))
    yield from _levels(catalog, here, role.levels)
    for index, move in enumerate(role.moves):
        yield from _place(catalog, move.to, (*here, "moves", index, "to"))
        if move.at is not None:
            yield from _known("level", move.at, _ids(role.levels), (*here, "moves", index, "at"))
    if role.entry:
        for index, feeder in enumerate(role.entry.feeders):
            if feeder.role is not None:
                yield from _place(catalog, feeder.role, (*here, "entry", "feeders", index, "role"))


def _levels(catalog: Catalog, here: KeyPath, levels: tuple[Level, ...]) -> Iterator[ReferenceFault]:
    if len(levels) > MAX_LEVELS:
        yield (*here, "levels"), f"a ladder has at most {MAX_LEVELS} levels, got {len(levels)}", "", {}
    known = _ids(levels)
    seen: set[str] = set()
    for index, level in enumerate(levels):
        at = (*here, "levels", index)
        if level.id in seen:
            yield (*at, "id"), f"the level '{level.id}' stands twice", "", {}
        seen.add(level.id)
        low, high = level.years or (0, None)
        if high is not None and high <= low:
            yield (*at, "years"), f"a band runs from fewer years to more, got [{low}, {high}]", "", {}
        yield from _known("source", level.source, catalog.sources, (*at, "source"))
        for position, before in enumerate(level.after or ()):
            yield from _known("level", before, known, (*at, "after", position))
        for position, skill in enumerate(level.skills):
            yield from _known("skill", skill.skill, catalog.skills, (*at, "skills", position, "skill"))
        yield from _figures(catalog, at, level.pay, ())


def _figures(
    catalog: Catalog, here: KeyPath, pays: tuple[Pay, ...], figures: tuple[Figure, ...]
) -> Iterator[ReferenceFault]:
    groups: tuple[tuple[str, tuple[Pay | Figure, ...]], ...] = (("pay", pays), ("figures", figures))
    for key, records in groups:
        for index, record in enumerate(records):
            at = (*here, key, index)
            yield from _known("source", record.source, catalog.sources, (*at, "source"))
            if record.place is not None:
                yield from _known("place", record.place, catalog.places, (*at, "place"))
            if record.occupation is not None:
                yield from _known("occupation", record.occupation, catalog.occupations, (*at, "occupation"))
    for index, pay in enumerate(pays):
        points = [point for point in STATISTICS if getattr(pay, point) is not None]
        if not points and not pay.at_least and not pay.at_most:
            yield (*here, "pay", index), "a pay record without any amount", "", {}
        for point in points:
            if point in pay.at_least or point in pay.at_most:
                yield (*here, "pay", index), f"'{point}' is given as a number and as a bound: keep one", "", {}


def _other_role(catalog: Catalog, role_id: str, other: str, key_path: KeyPath) -> Iterator[ReferenceFault]:
    if other == role_id:
        yield key_path, "a role cannot be its own neighbour", "", {}
    yield from _known("role", other, catalog.roles, key_path)


def _place(catalog: Catalog, place: str, key_path: KeyPath) -> Iterator[ReferenceFault]:
    role_id, level_id = RoleRef.parse(place)
    if role_id not in catalog.roles:
        yield from _known("role", role_id, catalog.roles, key_path)
    elif level_id:
        yield from _known("level", level_id, _ids(catalog.roles[role_id].levels), key_path)


def _ids(levels: tuple[Level, ...]) -> dict[str, Level]:
    return {level.id: level for level in levels}


def _known(kind: str, name: str, known: Mapping[str, Any], key_path: KeyPath) -> Iterator[ReferenceFault]:
    if name not in known:
        yield key_path, f"no {kind} '{name}'", name, known
