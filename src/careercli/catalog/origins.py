"""Record which layer each value of a role comes from while the layers are loaded, and answer from that record later.

Nothing is recorded for a role that one layer defines alone. Layers are recorded by index, because the same content may
be stored at another path.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from careercli.catalog.inherit import inheritable_fields, is_abstract
from careercli.catalog.merge_rules import FIGURE_KEYS, RECORD_KEYS
from careercli.catalog.reader import OriginRow
from careercli.model import Role

if TYPE_CHECKING:  # layers are read as YAML, which no answer needs
    from careercli.catalog.layers import Layers
    from careercli.catalog.yaml_reader import Document

TABLES = """
CREATE TABLE layers (position INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE speakers (
  section TEXT NOT NULL, id TEXT NOT NULL, key TEXT NOT NULL, layer INTEGER NOT NULL,
  PRIMARY KEY (section, id, key, layer)) WITHOUT ROWID;
CREATE TABLE origins (role TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
"""
"""Layers by position; which of them speak of a role (key: nothing, or the class that the role was made of), of a key of
an occupation, of a source; the values of the roles that more than one layer or role speaks of."""
MAX_ANCESTORS = 50
"""Roles in a line of `extends` that are asked what they say; of what comes from farther up no origin is known."""
_OFFICIAL = ("pay", "figures", "profile")
"""What roles show of the classes that they belong to."""
_EMPTY = (b"null", b"[]", b"{}", b'""')
"""Values of JSON that say nothing."""
_SOURCED_LEVEL_KEYS = ("title", "track", "years", "after", "source")
"""What the source of a level answers for; the rest is the catalog's own word."""


class LayerValue(NamedTuple):
    """The value that one layer gives, for the role itself or for the parent named in `inherited_from`."""

    layer: int
    inherited_from: str | None
    value: Any


class Origins(NamedTuple):
    """Which layer contributes which value, without the values."""

    layer_names: tuple[str | None, ...] = ()
    """The name of each layer, by position."""
    contributions: tuple[tuple[str, str, str, int], ...] = ()
    """Section, id, key, layer."""
    values: Mapping[str, tuple[OriginRow, ...]] = {}
    """Where each value comes from, by role: of roles that several layers or roles speak of."""


NO_ORIGINS = Origins()
"""What is known of a catalog whose layers are not at hand."""


def collect_origins(layers: Layers) -> Origins:
    """Return the origins of the values in the layers, which must form a valid catalog."""
    said_names = (document.data.get("name") for document in layers.documents)
    names = tuple(name if isinstance(name, str) else None for name in said_names)
    speakers: list[tuple[str, str, str, int]] = []
    said: dict[str, list[int]] = {}
    for position, document in enumerate(layers.documents):
        for role_id, role in _section(document.data, "roles").items():
            if role:
                said.setdefault(role_id, []).append(position)
                speakers.append(("roles", role_id, "", position))
        speakers += [("sources", source, "", position) for source in _section(document.data, "sources")]
        for code, occupation in _occupations(document):
            speakers += [
                ("occupations", code, key, position) for key in _OFFICIAL if occupation and occupation.get(key)
            ]
    roles = _section(layers.data, "roles")
    shared = [role_id for role_id, positions in said.items() if len(positions) > 1 or role_id in layers.children]
    values = {role_id: tuple(trace_origins(roles[role_id], _layer_values(layers, said, role_id))) for role_id in shared}
    return Origins(names, tuple(speakers), values)


def _occupations(document: Document) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what a document says of each occupation; of those read one at a time, only which keys say anything."""
    yield from _section(document.data, "occupations").items()
    for code, raw in document.deferred.items():
        keys = msgspec.json.decode(raw, type=dict[str, msgspec.Raw])
        yield code, {key: bytes(value) not in _EMPTY for key, value in keys.items()}


def surveyed_occupations(told: Origins) -> set[str]:
    """Return the occupations that a layer gives pay for which speaks of no role, as that of an official survey.

    The files of one catalog, which bear its name, are one layer here.
    """
    names = told.layer_names
    curated = {(names[layer] or layer) for section, _, _, layer in told.contributions if section == "roles"}
    return {
        code
        for section, code, key, layer in told.contributions
        if section == "occupations" and key == "pay" and (names[layer] or layer) not in curated
    }


def write_origins(connection: sqlite3.Connection, told: Origins, roles: Mapping[str, Role]) -> None:
    """Write who says what into an index of these roles: not of abstract ones, and also of those made of a class."""
    connection.executemany("INSERT INTO layers VALUES (?, ?)", enumerate(told.layer_names))
    rows = [row for row in told.contributions if row[0] != "roles" or row[1] in roles]
    known = {row[1] for row in rows if row[0] == "roles"}
    others = (role_id for role_id in roles if role_id not in known)
    made = {link.code: role_id for role_id in others for link in roles[role_id].occupations[:1]}
    rows += [("roles", made[row[1]], row[1], row[3]) for row in rows if row[1] in made and row[2] == "profile"]
    connection.executemany("INSERT INTO speakers VALUES (?, ?, ?, ?)", rows)
    encode = msgspec.msgpack.Encoder().encode
    values = ((role_id, encode(value)) for role_id, value in told.values.items() if role_id in roles)
    connection.executemany("INSERT INTO origins VALUES (?, ?)", values)


def patch_origins(
    connection: sqlite3.Connection, told: Origins, roles: Mapping[str, Role], removed: Iterable[str]
) -> None:
    """Write who says what of changed roles; `told` has the layers below as one, the first.

    What the layers below say of a role is said by the one of them that speaks of it.
    """
    (below,) = connection.execute("SELECT count(*) FROM layers").fetchone()
    said = connection.execute("SELECT id, layer FROM speakers WHERE section = 'roles'")
    speaker: dict[str, int] = dict(said.fetchall())

    def layer_of(layer: int, role_id: str) -> int:
        return below + layer - 1 if layer else speaker.get(role_id, 0)

    connection.executemany("DELETE FROM speakers WHERE section = 'roles' AND id = ?", ((one,) for one in removed))
    named = ((below + position, name) for position, name in enumerate(told.layer_names[1:]))
    connection.executemany("INSERT INTO layers VALUES (?, ?)", named)
    rows = (
        (section, id_, key, below + layer - 1)
        for section, id_, key, layer in told.contributions
        if layer and (section != "roles" or id_ in roles)
    )
    connection.executemany("INSERT INTO speakers VALUES (?, ?, ?, ?)", rows)
    encode = msgspec.msgpack.Encoder().encode
    for role_id in told.values.keys() & roles.keys():
        origins = tuple(
            OriginRow(
                row.path,
                layer_of(row.layer, row.inherited_from or role_id),
                row.inherited_from,
                row.source,
                tuple((layer_of(layer, parent or role_id), parent) for layer, parent in row.overrides),
            )
            for row in told.values[role_id]
        )
        connection.execute("INSERT INTO origins VALUES (?, ?)", (role_id, encode(origins)))


def trace_origins(role: Mapping[str, Any], speeches: Sequence[LayerValue]) -> Iterator[OriginRow]:
    """Yield where each value of a role comes from, in the order of the model; later speeches go over earlier ones.

    A record of a list is one value, named by what makes it one; where several say parts of it, each part is a value. A
    level is one value for each of its keys.
    """
    for key in Role.__struct_fields__:
        if key in role:
            yield from _values(key, key, role[key], _within(speeches, key), None)


def _layer_values(layers: Layers, said: Mapping[str, Sequence[int]], role_id: str) -> list[LayerValue]:
    """Return all that is said of a role, what it takes up before what it says itself; see MAX_ANCESTORS."""
    roles = _section(layers.data, "roles")
    speeches = [_speech(layers, role_id, position) for position in said[role_id]]
    child = layers.children.get(role_id)
    for _ in range(MAX_ANCESTORS):
        if child is None or child.parent is None:
            break
        abstract = is_abstract(roles[child.parent])
        for position in reversed(said[child.parent]):
            layer_value = _speech(layers, child.parent, position)
            passed = inheritable_fields(layer_value.value, abstract=abstract, parent_id=child.parent)
            speeches.insert(0, LayerValue(position, child.parent, passed))
        child = layers.children.get(child.parent)
    return speeches


def _speech(layers: Layers, role_id: str, position: int) -> LayerValue:
    return LayerValue(position, None, _section(layers.documents[position].data, "roles")[role_id])


def _values(path: str, key: str, value: Any, said: Sequence[LayerValue], source: str | None) -> Iterator[OriginRow]:
    if isinstance(value, dict):
        for inner, part in value.items():
            yield from _values(f"{path}.{inner}", inner, part, _within(said, inner), source)
    elif isinstance(value, list | tuple) and (key in RECORD_KEYS or key in FIGURE_KEYS):
        yield from _records(path, key, value, said)
    else:
        yield from _value(path, said, source)


def _value(path: str, said: Sequence[LayerValue], source: str | None) -> Iterator[OriginRow]:
    """Yield where one value comes from: the last that says it, and those that say otherwise."""
    for last in said[-1:]:
        others = (
            (layer_value.layer, layer_value.inherited_from) for layer_value in said if layer_value.value != last.value
        )
        yield OriginRow(path, last.layer, last.inherited_from, source, tuple(dict.fromkeys(others)))


def _records(path: str, key: str, items: Sequence[Any], said: Sequence[LayerValue]) -> Iterator[OriginRow]:
    by_label: dict[str, list[LayerValue]] = {}
    for layer_value in said:
        for label, record in _labelled(key, layer_value.value):
            by_label.setdefault(label, []).append(layer_value._replace(value=record))
    for label, item in _labelled(key, items):
        theirs = by_label.get(label, [])
        here, source = f"{path}[{label}]", item.get("source")
        if key != "levels" and len(theirs) < 2:
            yield from _value(here, theirs, source)
            continue
        for inner, part in item.items():
            if inner not in _identity(key):
                known = None if key == "levels" and inner not in _SOURCED_LEVEL_KEYS else source
                yield from _values(f"{here}.{inner}", inner, part, _within(theirs, inner), known)


def _labelled(key: str, items: Any) -> Iterable[tuple[str, Any]]:
    """Return the records with what each is known by; of two that are known by the same, the second is `#2`."""
    met: Counter[str] = Counter()
    labelled = []
    for item in items if isinstance(items, list | tuple) else ():
        label = ", ".join(str(item[name]) for name in _identity(key) if item.get(name) is not None)
        met[label] += 1
        labelled.append((f"{label} #{met[label]}" if met[label] > 1 else label, item))
    return labelled


def _identity(key: str) -> tuple[str, ...]:
    return FIGURE_KEYS.get(key) or (RECORD_KEYS[key],)


def _within(said: Sequence[LayerValue], key: str) -> list[LayerValue]:
    return [
        layer_value._replace(value=layer_value.value[key])
        for layer_value in said
        if isinstance(layer_value.value, dict) and key in layer_value.value
    ]


def _section(data: Mapping[str, Any], section: str) -> dict[str, Any]:
    return data.get(section) or {}
