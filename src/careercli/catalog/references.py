"""Follow what the model says of references: which field names an entry of which section, found once for each type.

Checking a catalog, cutting a part out of it, counting citations and loading what an answer needs all walk the same
references, so a new reference in the model is known to all of them.
"""

import typing
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, TypeAlias, get_args, get_origin

from careercli.matching import Suggestions
from careercli.model import STATISTICS, Catalog, Level, Occupation, Pay, Record, Ref, Role, RoleRef

KeyPath: TypeAlias = tuple[str | int, ...]
ReferenceProblem: TypeAlias = tuple[KeyPath, str]
_Fault: TypeAlias = tuple[KeyPath, str, str, Collection[str]]
"""Where, what, and for a name that is not known the name and those that are."""
MAX_ENTRIES = 20_000
"""Entries of one section, all layers together; the labour market has a thousand occupations."""
MAX_LEVELS = 400
"""Steps of one ladder; no employer has as many."""
SECTIONS: Mapping[str, Any] = {
    name: hint for name, hint in typing.get_type_hints(Catalog, include_extras=True).items() if get_origin(hint) is dict
}
"""The sections of a catalog in the order in which they are written, with the types of their entries."""
NOUNS = {
    "sources": "source", "places": "place", "families": "family", "skills": "skill", "occupations": "occupation",
    "roles": "role", "levels": "level",
}  # fmt: skip
"""What one entry of each section is."""


class Reference(NamedTuple):
    """A place of a catalog that names an entry."""

    path: KeyPath
    section: str
    """The section of the catalog that has the entry; `levels`: the ladder of the role that the path leads through."""
    id: str
    """For a role `ROLE` or `ROLE@LEVEL`."""


_Walk: TypeAlias = Callable[[Any, KeyPath], Iterator[Reference]]


def references(value: Record, path: KeyPath = ()) -> Iterator[Reference]:
    """Yield every reference within a record that stands at `path`."""
    for name, walk in _fields(type(value)):
        item = getattr(value, name)
        if item:
            yield from walk(item, (*path, name))


def without_ref(hint: Any) -> Any:
    """Return a type of the model without the mark of a reference: `SourceId` is an `Id`."""
    if get_origin(hint) is Annotated:
        base, *marks = get_args(hint)
        kept = tuple(mark for mark in marks if not isinstance(mark, Ref))
        return Annotated[(base, *kept)] if len(kept) < len(marks) else hint
    return hint


@cache
def reference_fields() -> Mapping[str, str]:
    """Return the section that each field of the model's records names an entry of, by the name of the field."""
    found: dict[str, str] = {}
    queue: list[type[Record]] = [Catalog]
    for record in queue:
        for name, hint in typing.get_type_hints(record, include_extras=True).items():
            for part in _parts(hint):
                section = _section(part)
                if section is not None:
                    found[name] = section
                elif isinstance(part, type) and issubclass(part, Record) and part not in queue:
                    queue.append(part)
    return found


def _parts(hint: Any) -> Iterator[Any]:
    """Yield a type, or the types within it."""
    if get_origin(hint) in (UnionType, typing.Union, tuple, dict):
        for part in get_args(hint):
            yield from _parts(part)
    else:
        yield hint


def _section(hint: Any) -> str | None:
    marks = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return next((mark.section for mark in marks if isinstance(mark, Ref)), None)


@cache
def _fields(record: type[Record]) -> tuple[tuple[str, _Walk], ...]:
    """Return the fields of a record that hold references at any depth, each with its walk."""
    walks = ((name, _walk(hint)) for name, hint in typing.get_type_hints(record, include_extras=True).items())
    return tuple((name, walk) for name, walk in walks if walk is not None)


def _walk(hint: Any) -> _Walk | None:
    section = _section(hint)
    if section is not None:
        return lambda value, path: iter((Reference(path, section, value),))
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (UnionType, typing.Union):
        return next(filter(None, map(_walk, inner)), None)
    if origin is tuple:
        item_walk = _walk(inner[0])
        return _items(item_walk) if item_walk else None
    if origin is dict:
        return _entries(_walk(inner[0]), _walk(inner[1]))
    if isinstance(hint, type) and issubclass(hint, Record):
        return references if _fields(hint) else None
    return None


def _items(walk: _Walk) -> _Walk:
    def walk_items(values: Any, path: KeyPath) -> Iterator[Reference]:
        for index, value in enumerate(values):
            yield from walk(value, (*path, index))

    return walk_items


def _entries(key_walk: _Walk | None, value_walk: _Walk | None) -> _Walk | None:
    if key_walk is None and value_walk is None:
        return None

    def walk_entries(values: Any, path: KeyPath) -> Iterator[Reference]:
        for key, value in values.items():
            if key_walk:
                yield from key_walk(key, (*path, key))
            if value_walk:
                yield from value_walk(value, (*path, key))

    return walk_entries


# ---- what must hold ----


Known: TypeAlias = Mapping[str, Collection[str]]
"""Ids by section that are known to be there though not read."""


def broken_references(catalog: Catalog, *, also_known: Known | None = None) -> Iterator[ReferenceProblem]:
    """Yield the path and a message for every reference that leads nowhere and every record that says nothing.

    Messages of the first faults name the nearest known id.
    """
    suggest = Suggestions()
    for path, message, name, known in _faults(catalog, also_known or {}):
        yield path, message + (suggest(name, known) if name else "")


def broken_figures(catalog: Catalog, code: str, occupation: Occupation) -> Iterator[ReferenceProblem]:
    """Yield a path and a message where an occupation names no place or source of the catalog, or pay says nothing.

    The occupations that it names are left out: they may not be read yet.
    """
    here = ("occupations", code)
    for path, section, name in references(occupation, here):
        if section in ("sources", "places") and name not in getattr(catalog, section):
            yield path, f"no {NOUNS[section]} '{name}'"
    yield from ((path, message) for path, message, _, _ in _meaningless_pay(here, occupation.pay))


def _faults(catalog: Catalog, also_known: Known) -> Iterator[_Fault]:
    for section in SECTIONS:
        count = len(getattr(catalog, section))
        if count > MAX_ENTRIES:
            yield (
                (section,),
                f"at most {MAX_ENTRIES:,} {section} in all layers together, but there are {count:,}",
                "",
                (),
            )
    levels = {role_id: {level.id for level in role.levels} for role_id, role in catalog.roles.items()}
    for reference in references(catalog):
        yield from _missing_entry(catalog, levels, reference, also_known)
    for code, occupation in catalog.occupations.items():
        yield from _meaningless_pay(("occupations", code), occupation.pay)
    for role_id, role in catalog.roles.items():
        yield from _meaningless_pay(("roles", role_id), role.pay)
        yield from _ladder_faults(("roles", role_id), role)


def _missing_entry(
    catalog: Catalog, levels: Mapping[str, Collection[str]], reference: Reference, also_known: Known
) -> Iterator[_Fault]:
    path, section, name = reference
    known: Collection[str] = levels[str(path[1])] if section == "levels" else getattr(catalog, section)
    if section == "roles":
        name, level = RoleRef.parse(name)
        if level is not None and name in known:
            section, name, known = "levels", level, levels[name]
        elif name == path[1] and path[2] in ("contrast", "related"):
            yield path, "a role cannot be related to itself", "", ()
    unread = also_known.get(section, ())
    if name not in known and name not in unread:
        yield path, f"no {NOUNS[section]} '{name}'", name, [*known, *unread]


def _ladder_faults(here: KeyPath, role: Role) -> Iterator[_Fault]:
    if len(role.levels) > MAX_LEVELS:
        yield (*here, "levels"), f"a ladder has at most {MAX_LEVELS} levels, this one {len(role.levels)}", "", ()
    seen: set[str] = set()
    for index, level in enumerate(role.levels):
        yield from _level_faults((*here, "levels", index), level, seen)
        seen.add(level.id)


def _level_faults(here: KeyPath, level: Level, seen: Collection[str]) -> Iterator[_Fault]:
    if level.id in seen:
        yield (*here, "id"), f"the level '{level.id}' appears twice", "", ()
    low, high = level.years or (0, None)
    if high is not None and high <= low:
        yield (*here, "years"), f"a band goes from fewer years to more, not [{low}, {high}]", "", ()
    yield from _meaningless_pay(here, level.pay)


def _meaningless_pay(here: KeyPath, pays: tuple[Pay, ...]) -> Iterator[_Fault]:
    for index, pay in enumerate(pays):
        points = [point for point in STATISTICS if getattr(pay, point) is not None]
        if not points and not pay.at_least and not pay.at_most:
            yield (*here, "pay", index), "a pay record without an amount", "", ()
        for point in points:
            if point in pay.at_least or point in pay.at_most:
                yield (*here, "pay", index), f"'{point}' is given as a number and as a bound: keep one", "", ()
