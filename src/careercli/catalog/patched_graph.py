"""Who is near whom, and the ways between roles, where a few roles of an index have changed."""

import math
import sqlite3
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import msgspec
from msgspec import structs

from careercli.catalog.reader import CatalogReader
from careercli.catalog.records import SCORE_STEPS, RoleNode, SimilarityEvidence, StoredNeighbor
from careercli.catalog.similarity import Features
from careercli.catalog.similarity_space import MAX_SIMILAR, ScoredRole, StoredScale, neighbor_row, restored_space
from careercli.catalog.transitions import Requirements, Way, with_transitions
from careercli.model import RoleSkill

NearRoles: TypeAlias = Mapping[str, Sequence[str]]
"""The nearest roles of some roles, nearest first."""


def patch_neighbors(
    connection: sqlite3.Connection, ids: Sequence[str], changed: Sequence[Features], removed: Sequence[str]
) -> NearRoles:
    """Put changed roles among the neighbors of an index; return the roles whose nearest ones are others now.

    `ids` are the roles that the scales were measured on, in order. `changed` have cards and no neighbors yet.
    """
    numbers = dict(connection.execute("SELECT id, number FROM cards").fetchall())
    names = {number: role_id for role_id, number in numbers.items()}
    known = set(ids)
    everyone = [*ids, *(one.role for one in changed if one.role not in known)]
    rows = connection.execute("SELECT body FROM scales ORDER BY position")
    decode_scale = msgspec.msgpack.Decoder(StoredScale).decode
    gone = [Features(role_id, {}) for role_id in removed]
    space = restored_space(everyone, [decode_scale(body) for (body,) in rows], [*changed, *gone])
    place = {role_id: at for at, role_id in enumerate(everyone)}

    decode = msgspec.msgpack.Decoder(list[StoredNeighbor]).decode
    is_smaller = len(gone) > 0 or any(one.role in known for one in changed)
    outdated: dict[str, list[StoredNeighbor]] = {}
    least = [-math.inf] * len(everyone)
    for number, last, body in connection.execute("SELECT role, least, body FROM neighbors"):
        role_id = names[number]
        if is_smaller and any(other not in names for other, *_ in decode(body)):
            outdated[role_id] = decode(body)
        elif last is not None:
            least[place[role_id]] = last / SCORE_STEPS
    nearer: dict[str, list[ScoredRole]] = {one.role: [] for one in changed}
    for one in changed:
        for score, other, told in space.near(place[one.role], least, MAX_SIMILAR):
            nearer[one.role].append((score, other, told))
            if score >= least[place[other]]:
                nearer.setdefault(other, []).append((score, one.role, told))
    now = {}
    for role_id in sorted(outdated.keys() | nearer.keys()):
        stored = outdated[role_id] if role_id in outdated else _stored(connection, numbers[role_id])
        before = (_scored(one, names) for one in stored if one[0] in names)
        every = {other: (score, other, told) for score, other, told in (*before, *nearer.get(role_id, ()))}
        best = sorted(every.values(), key=lambda one: (-one[0], one[1]))[:MAX_SIMILAR]
        now[role_id] = space.ranked(place[role_id], best)
    rows_now = (neighbor_row(numbers, role_id, found) for role_id, found in now.items() if found)
    connection.executemany("INSERT OR REPLACE INTO neighbors VALUES (?, ?, ?)", rows_now)
    return {role_id: [one.role for one in found] for role_id, found in now.items()}


def _stored(connection: sqlite3.Connection, number: int) -> list[StoredNeighbor]:
    found = connection.execute("SELECT body FROM neighbors WHERE role = ?", (number,)).fetchone()
    return msgspec.msgpack.decode(found[0], type=list[StoredNeighbor]) if found else []


def _scored(stored: StoredNeighbor, names: Mapping[int, str]) -> ScoredRole:
    number, _, _, score, told = stored
    return score / SCORE_STEPS, names[number], SimilarityEvidence(*(one and one / 10 for one in told))


class RoleGraph:
    """The ways between roles as they were before a few roles changed."""

    def __init__(self, reader: CatalogReader) -> None:
        """Read the graph of an index that is not changed yet."""
        self._nodes = reader.role_nodes()
        self._feeding: dict[str, set[str]] = {}
        """Roles that are named as feeders, by the role that names them."""
        for move in reader.all_moves():
            if move.kind == "feeder":
                self._feeding.setdefault(move.to_role, set()).add(move.from_role)

    def patched(
        self,
        reader: CatalogReader,
        asked: Mapping[str, Sequence[RoleSkill]],
        plain: Mapping[str, RoleNode],
        removed: Sequence[str],
        near: NearRoles,
    ) -> list[RoleNode]:
        """Return the nodes as they are now; the index has everything else of the changed roles already.

        `asked` is what every role asks, `plain` are the changed roles without their transitions, `near` the roles whose
        nearest ones are others now.
        """
        kept = {node.role: node for node in self._nodes if node.role not in removed}
        nodes = {**kept, **plain}
        generated = reader.generated_roles()
        position = {role_id: at for at, role_id in enumerate(nodes)}
        requirements = Requirements(
            position,
            {**dict.fromkeys(nodes, ()), **asked},
            {role_id: [level.id for level in node.levels] for role_id, node in nodes.items()},
            {role_id: node.job_zone for role_id, node in nodes.items()},
            generated,
        )
        ways = _said_ways(reader)
        feeders = {one for one, said in ways.items() if any(way.kind == "feeder" and way.to in plain for way in said)}
        redone = (self._affected({*plain, *removed}, near) | feeders) & nodes.keys()
        listing = reader.roles(redone & generated)
        moved = [position.get(node.role) for node in self._nodes]
        made = []
        for role_id, node in nodes.items():
            if role_id in redone:
                related = listing[role_id].related if role_id in listing else ()
                said = [*ways.get(role_id, ()), *(Way(other, "official") for other in related)]
                nearest = near.get(role_id) or [one.role for one in reader.similar_roles(role_id)]
                made.append(with_transitions(node, said, nearest, requirements))
            else:
                moved_on = ((one, moved[one.to]) for one in node.transitions)
                kept_ways = tuple(structs.replace(one, to=to) for one, to in moved_on if to is not None)
                made.append(structs.replace(node, transitions=kept_ways))
        return made

    def _affected(self, touched: set[str], near: NearRoles) -> set[str]:
        """Return the roles of which a way may be another now."""
        positions = {at for at, node in enumerate(self._nodes) if node.role in touched}
        leading = {node.role for node in self._nodes if any(way.to in positions for way in node.transitions)}
        fed = {feeder for role_id in touched for feeder in self._feeding.get(role_id, ())}
        return touched | leading | fed | near.keys()


def _said_ways(reader: CatalogReader) -> dict[str, list[Way]]:
    """Return the declared ways out of each role, then those to roles that name it as a feeder."""
    declared: dict[str, list[Way]] = {}
    feeding: dict[str, list[Way]] = {}
    for move in reader.all_moves():
        if move.kind == "feeder":
            feeding.setdefault(move.from_role, []).append(Way(move.to_role, "feeder", move.from_level))
        else:
            way = Way(move.to_role, move.kind, move.from_level, move.to_level)
            declared.setdefault(move.from_role, []).append(way)
    return {
        role_id: [*declared.get(role_id, ()), *feeding.get(role_id, ())] for role_id in declared.keys() | feeding.keys()
    }
