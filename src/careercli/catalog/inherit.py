"""Resolve inheritance between roles by the rule in `model.Role.extends`.

Inherited values are the parent's own objects wherever nothing is left out, so that their position in the file can still
be found.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from careercli.catalog.merge_rules import merge_mappings
from careercli.catalog.references import KeyPath
from careercli.matching import Suggestions
from careercli.model import RoleRef

if TYPE_CHECKING:  # the builder imports yaml, which no answer needs
    from careercli.catalog.yaml_builder import Plain

MAX_INHERITED_VALUES = 2_000_000
"""Values that inheritance may add up to: some three thousand of the fullest roles."""
MAX_PROBLEMS = 1_000
"""Faults that are told."""
_SHOWN = 9
"""Members of a circle that are named."""

_NEVER_INHERITED = ("title", "aliases", "extends", "abstract")
"""What a role never takes up."""
_NOT_FROM_CONCRETE_ROLES = ("pay", "figures", "industries", "market", "inclusion")
"""What is known of a role's people and their market, and of nobody else."""
_ID = re.compile(r"[a-z0-9-]+")


class ChildRole(NamedTuple):
    """A role that extends another: its parent, its own fields and the inherited ones."""

    parent: str | None
    """None where it cannot be extended: then what the role takes up is not known, and left empty here."""
    own: dict[str, Plain]
    """What it says itself."""
    inherited: dict[str, Plain]
    """What it takes up."""


class InheritanceProblem(NamedTuple):
    """Something wrong, where it stands, and the other places that belong to it."""

    steps: KeyPath
    message: str
    also: tuple[KeyPath, ...] = ()


class InheritedRoles(NamedTuple):
    """Every role with all that it takes up."""

    roles: dict[str, Plain]
    children: dict[str, ChildRole]
    problems: tuple[InheritanceProblem, ...]


def inherit(roles: dict[str, Plain]) -> InheritedRoles:
    """Return the roles with what they take up, and all that is wrong with it."""
    named = {key: role["extends"] for key, role in roles.items() if isinstance(role, dict) and role.get("extends")}
    abstract = {key for key, role in roles.items() if is_abstract(role)}
    faults = list(islice(_references_to_abstract(roles, abstract), MAX_PROBLEMS)) if abstract else []
    if not named:
        return InheritedRoles(roles, {}, tuple(faults))
    family = _InheritanceResolver(roles, named, abstract)
    for role_id in named:
        family.resolve(role_id)
    return InheritedRoles(family.roles, family.heirs, (*faults, *family.faults)[:MAX_PROBLEMS])


def is_abstract(role: Plain) -> bool:
    """Return whether a role is abstract: a template for other roles and not a job itself."""
    if isinstance(role, dict) and "abstract" in role:
        with contextlib.suppress(msgspec.ValidationError):
            return msgspec.convert(role["abstract"], bool, strict=False)
    return False


def inheritable_fields(fields: Mapping[str, Plain], *, abstract: bool, parent_id: str) -> dict[str, Plain]:
    """Return those of `fields` that children of the role `parent_id` inherit.

    `fields` is the whole role or one layer's part of it.
    """
    kept = {
        key: value
        for key, value in fields.items()
        if key not in _NEVER_INHERITED and (abstract or key not in _NOT_FROM_CONCRETE_ROLES)
    }
    levels, links = kept.get("levels"), kept.get("occupations")
    if isinstance(levels, list) and not abstract:
        kept["levels"] = [_of_other_people(level, parent_id) for level in levels]
    if isinstance(links, list):
        kept["occupations"] = [_as_part(link, parent_id) for link in links]
    return kept


def _of_other_people(level: Plain, parent_id: str) -> Plain:
    """Return a level without what is known of the parent's people only: its pay and its wage level."""
    if not isinstance(level, dict):
        return level
    kept = {key: value for key, value in level.items() if key not in ("pay", "wage_level")}
    links = kept.get("occupations")
    return {**kept, "occupations": [_as_part(link, parent_id) for link in links]} if isinstance(links, list) else kept


def _as_part(link: Plain, by: str) -> Plain:
    """Return the link to an official class for a kind of the role that the class is."""
    if not isinstance(link, dict) or link.get("fit") != "exact":
        return link
    return {"why": f"This occupation is the role {by}, and this role is one kind of it.", **link, "fit": "part"}


class _InheritanceResolver:
    """Roles on their way to what they take up: parents before children, however long the line is."""

    def __init__(self, roles: dict[str, Plain], named: Mapping[str, Plain], abstract: set[str]) -> None:
        self.roles = dict(roles)
        self.heirs: dict[str, ChildRole] = {}
        self.faults: list[InheritanceProblem] = []
        self._said = roles
        self._named = named
        self._abstract = abstract
        self._passed: dict[str, dict[str, Plain]] = {}
        self._sizes: dict[str, int] = {}
        self._room = MAX_INHERITED_VALUES
        self._suggest = Suggestions()

    def resolve(self, role_id: str) -> None:
        """Find out what the role takes up, and first what those before it do."""
        line: dict[str, None] = {}
        current: Plain = role_id
        while isinstance(current, str) and current in self._named and current not in self.heirs:
            if current in line:
                members = list(line)
                self._report_cycle(members[members.index(current) :])
                break
            line[current] = None
            current = self._named[current]
        for child in reversed(line):
            if child not in self.heirs:  # as those of a circle are
                self.heirs[child] = self._child_role(child, self._said[child], self._named[child])

    def _child_role(self, role_id: str, own: Plain, parent: Plain) -> ChildRole:
        if not isinstance(own, dict) or not isinstance(parent, str) or not self._can_be_extended(role_id, parent):
            return ChildRole(None, {}, {})
        match = self._without_self_references(role_id, own, self._inheritable_from(parent))
        self.roles[role_id] = merge_mappings(match, own)
        return ChildRole(parent, own, match)

    def _can_be_extended(self, role_id: str, parent: str) -> bool:
        """Say whether the role is there and there is room for what it passes on; note what is wrong."""
        here: KeyPath = ("roles", role_id, "extends")
        if parent not in self._said:
            if _ID.fullmatch(parent):  # else its type tells
                others = (key for key in self._said if key != role_id)
                self.faults.append(
                    InheritanceProblem(here, f"no role '{parent}' to extend{self._suggest(parent, others)}")
                )
            return False
        if not isinstance(self._said[parent], dict) or (parent in self.heirs and self.heirs[parent].parent is None):
            return False
        if self._room > 0:
            self._room -= self._size(parent)
            if self._room <= 0:
                message = (
                    f"more than {MAX_INHERITED_VALUES:,} values inherited from other roles: write fewer or smaller ones"
                )
                self.faults.append(InheritanceProblem(here, message))
        return self._room > 0

    def _size(self, role_id: str) -> int:
        if role_id not in self._sizes:
            self._sizes[role_id] = _count(self._inheritable_from(role_id))
        return self._sizes[role_id]

    def _inheritable_from(self, role_id: str) -> dict[str, Plain]:
        """Return what the role passes on: of its own, and of what it took up itself."""
        if role_id not in self._passed:
            said = self._said[role_id]
            own = (
                inheritable_fields(said, abstract=role_id in self._abstract, parent_id=role_id)
                if isinstance(said, dict)
                else {}
            )
            child = self.heirs.get(role_id)
            if child is not None and child.parent is not None:
                own = merge_mappings(child.inherited, own)
            self._passed[role_id] = own
        return self._passed[role_id]

    def _without_self_references(
        self, role_id: str, own: Mapping[str, Plain], passed: dict[str, Plain]
    ) -> dict[str, Plain]:
        """Return what is passed on without what would lead from the role to itself, or from a level it has not."""
        match = dict(passed)
        for key in ("contrast", "related"):
            others = match.get(key)
            if isinstance(others, dict) and role_id in others:
                match[key] = {other: text for other, text in others.items() if other != role_id}
        ladder = _ladder_of_its_own(own.get("levels"), match.get("levels"))
        if ladder is not None:
            del match["levels"]
        moves, entry = match.get("moves"), match.get("entry")
        if isinstance(moves, list):
            match["moves"] = [
                move
                for move in moves
                if _role_in(move, "to") != role_id
                and (ladder is None or not isinstance(move, dict) or move.get("at") in (None, *ladder))
            ]
        if isinstance(entry, dict) and isinstance(feeders := entry.get("feeders"), list):
            kept = [feeder for feeder in feeders if _role_in(feeder, "role") != role_id]
            match["entry"] = entry if len(kept) == len(feeders) else {**entry, "feeders": kept}
        return match

    def _report_cycle(self, members: Sequence[str]) -> None:
        self.heirs |= {member: ChildRole(None, {}, {}) for member in members}
        first, *others = members
        named = [*members[:_SHOWN], *(["..."] if len(members) > _SHOWN else []), first]
        circle = f"these roles extend each other in a circle: {' > '.join(named)}"
        places = tuple(("roles", member, "extends") for member in others[: _SHOWN - 1])
        message = circle if others else "a role cannot extend itself"
        self.faults.append(InheritanceProblem(("roles", first, "extends"), message, places))


def _role_in(record: Plain, key: str) -> str | None:
    """Return the role that a record names under a key, None where it names none."""
    to = record.get(key) if isinstance(record, dict) else None
    return RoleRef.parse(to).role if isinstance(to, str) else None


def _ladder_of_its_own(own: Plain, passed: Plain) -> list[str] | None:
    """Return the ids of a role's levels if they name none of those passed on, else None."""
    if not isinstance(own, list) or not isinstance(passed, list) or not own:
        return None
    ids = [str(level.get("id")) for level in own if isinstance(level, dict)]
    after = (level.get("after") for level in own if isinstance(level, dict))
    named = {*ids, *(str(before) for befores in after if isinstance(befores, list) for before in befores)}
    theirs = {str(level.get("id")) for level in passed if isinstance(level, dict)}
    return None if named & theirs else ids


def _count(value: Plain) -> int:
    if isinstance(value, dict):
        return 1 + sum(map(_count, value.values()))
    if isinstance(value, list):
        return 1 + sum(map(_count, value))
    return 1


def _references_to_abstract(roles: Mapping[str, Plain], abstract: set[str]) -> Iterator[InheritanceProblem]:
    """Yield a fault for every way, neighbour or feeder that is nobody's job."""
    for role_id, role in roles.items():
        for steps, other in _role_references(role):
            if other in abstract:
                message = f"'{other}' is abstract and not a job: only 'extends' may name it"
                yield InheritanceProblem(("roles", role_id, *steps), message, (("roles", other, "abstract"),))


def _role_references(role: Plain) -> Iterator[tuple[KeyPath, str]]:
    """Yield every other role that a role names, and where, whatever the data looks like."""
    if not isinstance(role, dict):
        return
    for key in ("contrast", "related"):
        others = role.get(key)
        yield from (((key, other), other) for other in (others if isinstance(others, dict) else ()))
    entry = role.get("entry")
    feeders = entry.get("feeders") if isinstance(entry, dict) else None
    lists: tuple[tuple[KeyPath, Plain, str], ...] = (
        (("moves",), role.get("moves"), "to"),
        (("entry", "feeders"), feeders, "role"),
    )
    for steps, records, key in lists:
        for index, record in enumerate(records if isinstance(records, list) else ()):
            if (other := _role_in(record, key)) is not None:
                yield (*steps, index, key), other
