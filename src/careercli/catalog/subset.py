"""Some roles of a catalog with all that they refer to, as a catalog of its own."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from careercli.catalog.references import references
from careercli.errors import NotFound
from careercli.matching import did_you_mean
from careercli.model import Catalog, Record, Role, RoleRef

_SECTIONS = ("sources", "places", "families", "skills", "occupations")
"""The sections of which a selection keeps what its roles refer to."""


class Selection(NamedTuple):
    """A catalog, and what had to be left out of it."""

    catalog: Catalog
    dropped: tuple[str, ...] = ()
    """References to roles that were not chosen: `baker: way on to pastry-chef`."""


def select(catalog: Catalog, *, roles: Sequence[str] = (), families: Sequence[str] = ()) -> Selection:
    """Return the roles, and those of the families, with all that they refer to; the whole catalog if none is named.

    References to other roles are taken out and told, so that the catalog stands alone; the tracks that a role extends
    come along. Raises NotFound for a role or a family that is not there.
    """
    if not roles and not families:
        return Selection(catalog)
    for kind, names, known in (("role", roles, catalog.roles), ("family", families, catalog.families)):
        _require_known(kind, names, known)
    chosen = {key for key, role in catalog.roles.items() if key in roles or role.family in families}
    chosen |= {track for key in chosen for track in _tracks(catalog, key)}
    kept: dict[str, Role] = {}
    dropped: list[str] = []
    for key in catalog.roles:
        if key in chosen:
            kept[key], lost = _within(catalog.roles[key], chosen)
            dropped += [f"{key}: {what}" for what in lost]
    needed = _referenced(catalog, kept)
    sections = {
        section: {key: record for key, record in getattr(catalog, section).items() if (section, key) in needed}
        for section in _SECTIONS
    }
    return Selection(msgspec.structs.replace(catalog, roles=kept, **sections), tuple(dropped))


def _require_known(kind: str, names: Sequence[str], known: Mapping[str, Any]) -> None:
    for name in names:
        if name not in known:
            message = f"no {kind} '{name}' in the catalog{did_you_mean(name, known)}"
            raise NotFound(message, hint=f"Name a {kind} by its id, which careercli list --fields role,family shows.")


def _tracks(catalog: Catalog, role_id: str) -> Iterator[str]:
    """Yield the abstract roles that a role extends, one after the other."""
    parent = catalog.roles[role_id].extends
    while parent is not None and catalog.roles[parent].abstract:
        yield parent
        parent = catalog.roles[parent].extends


def _within(role: Role, chosen: Collection[str]) -> tuple[Role, list[str]]:
    """Return the role without its references to roles that were not chosen, and what these were."""
    lost = [f"move to {move.to}" for move in role.moves if not _in(move.to, chosen)]
    lost += [f"difference from {other}" for other in role.contrast if other not in chosen]
    lost += [f"related to {other}" for other in role.related if other not in chosen]
    entry = role.entry
    if entry is not None:
        lost += [
            f"comes from {feeder.role}" for feeder in entry.feeders if feeder.role and not _in(feeder.role, chosen)
        ]
        feeders = (
            feeder if _in(feeder.role, chosen) else msgspec.structs.replace(feeder, role=None)
            for feeder in entry.feeders
        )
        entry = msgspec.structs.replace(entry, feeders=tuple(feeders))
    extends = role.extends
    if extends is not None and extends not in chosen:
        lost.append(f"extends {extends}, whose text it keeps")
        extends = None
    within = msgspec.structs.replace(
        role,
        extends=extends,
        moves=tuple(move for move in role.moves if _in(move.to, chosen)),
        contrast={other: text for other, text in role.contrast.items() if other in chosen},
        related={other: text for other, text in role.related.items() if other in chosen},
        entry=entry,
    )
    return within, lost


def _in(place: str | None, chosen: Collection[str]) -> bool:
    return place is None or RoleRef.parse(place).role in chosen


def _referenced(catalog: Catalog, roles: Mapping[str, Role]) -> set[tuple[str, str]]:
    """Return the section and id of all that the roles refer to, and what that refers to."""
    found: set[tuple[str, str]] = set()
    queue: list[Record] = list(roles.values())
    while queue:
        for _, section, key in references(queue.pop()):
            if section in _SECTIONS and (section, key) not in found:
                found.add((section, key))
                queue.append(getattr(catalog, section)[key])
    return found
