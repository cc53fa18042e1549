"""An index of some catalogs and a layer that adds or changes a few roles -> the index of all of them.

Compiling the labor market takes seconds, and a company's ladder is edited many times a day. So the index of the layers
below is copied, and only what the layer changes is written anew: the rows of its roles, and of other roles what depends
on them (who is near whom, and the ways between them). The layer is merged and checked by the same code as any other,
with what it names of the layers below. What usual words and usual nearness are was measured on the layers below.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from careercli.catalog.index import write_entries, write_roles
from careercli.catalog.index_rows import citation_counts
from careercli.catalog.layers import Layers, merge
from careercli.catalog.origins import collect_origins, patch_origins
from careercli.catalog.patched_graph import RoleGraph, patch_neighbors
from careercli.catalog.reader import OCCUPATION_RANK, CatalogReader
from careercli.catalog.records import RoleSummary
from careercli.catalog.role_summaries import summarize_role
from careercli.catalog.similarity import features
from careercli.catalog.skill_requirements import write_family_coverage, write_skill_requirements
from careercli.catalog.transitions import plain_node
from careercli.catalog.validate import read_catalog
from careercli.catalog.yaml_reader import Document
from careercli.matching import name_key
from careercli.model import Catalog, Record, Role, RoleRef

MAX_PATCHED = 60
"""Roles that are changed in a copy; with more of them it is faster to compile all."""
_SMALL_SECTIONS = ("sources", "places", "families", "skills")


def is_patch(document: Document) -> bool:
    """Say whether a layer adds or changes a few roles and leaves official figures alone."""
    return (
        not document.deferred
        and not document.data.get("occupations")
        and len(_section(document, "roles")) <= MAX_PATCHED
    )


def patch_index(connection: sqlite3.Connection, documents: Sequence[Document]) -> bool:
    """Change an index, which is a copy, into that of its layers and those given; raise CatalogInvalid.

    Return False, with nothing changed, where they change more than roles and what these add.
    """
    base = _Base(CatalogReader(connection), connection)
    if not base.allows(documents):
        return False
    layers = merge([base.excerpt(documents), *documents])
    catalog = read_catalog(layers, {"roles": base.own, "occupations": base.codes()})
    patch = _patch(base, catalog, documents)
    if patch is None:
        return False
    connection.execute("BEGIN")
    _write(connection, base, patch, layers)
    connection.commit()
    return True


class _Patch(NamedTuple):
    """What becomes different."""

    catalog: Catalog
    """The changed roles, and all that they name."""
    added: Catalog
    """The entries of other sections that are new."""
    changed: dict[str, Role]
    replaced: dict[str, Role]
    """What the changed roles were before, those that were there."""
    removed: tuple[str, ...]
    """Roles that go: made from an occupation that now is another role, or abstract from now on."""

    def families(self, summaries: Mapping[str, RoleSummary]) -> set[str]:
        """Return the families that roles come to, leave or are in; `summaries` are those of before."""
        roles = (*self.changed.values(), *self.replaced.values())
        return {role.family for role in roles} | {summaries[role_id].family for role_id in self.removed}


class _Base:
    """What the index has of the layers below."""

    def __init__(self, reader: CatalogReader, connection: sqlite3.Connection) -> None:
        self.reader = reader
        self.connection = connection
        self.summaries = {one.id: one for one in reader.role_summaries()}
        self.own = {role_id for role_id, one in self.summaries.items() if not one.is_generated}

    def codes(self) -> set[str]:
        """Return the codes of all occupations."""
        return {code for (code,) in self.connection.execute("SELECT code FROM occupation_titles")}

    def allows(self, documents: Sequence[Document]) -> bool:
        """Say whether the layers add to other sections without changing what is there."""
        for document in documents:
            if not is_patch(document):
                return False
            for section in _SMALL_SECTIONS:
                named = _section(document, section)
                if self._has(section, named) or any(map(_is_metro, named)):
                    return False
            if (_section(document, "roles").keys() & self.summaries.keys()) - self.own:
                return False  # a role made from an occupation gives way, and gets another id
        return True

    def _has(self, section: str, ids: Iterable[str]) -> bool:
        requested = list(ids)
        query = f"SELECT 1 FROM documents WHERE kind = ? AND id IN ({','.join('?' * len(requested))}) LIMIT 1"  # noqa: S608
        return self.connection.execute(query, (section, *requested)).fetchone() is not None

    def excerpt(self, documents: Sequence[Document]) -> Document:
        """Return as one layer what the layers below say of all that the new ones name, and of all small sections."""
        words = set(_words(document.data.get("roles") for document in documents))
        roles = self.reader.roles(sorted(words & self.own))
        linked = self.reader.references("roles", roles).get("occupations", [])
        occupations = self.reader.occupations([*linked, *sorted(words)])
        wider = [one.part_of for one in occupations.values() if one.part_of]
        occupations |= self.reader.occupations(wider)
        derived = set(self.connection.execute("SELECT section, id FROM derived"))
        sections: dict[str, Mapping[str, Record]] = {
            "sources": self.reader.all_sources(),
            "places": self.reader.all_places(),
            "families": _without(derived, "families", self.reader.families()),
            "skills": _without(derived, "skills", self.reader.all_skills()),
            "occupations": occupations,
            "roles": roles,
        }
        (name,) = self.connection.execute("SELECT value FROM meta WHERE key = 'name'").fetchone()
        data: dict[str, Any] = {"schema_version": 1, "name": name}
        data |= {section: msgspec.json.decode(msgspec.json.encode(records)) for section, records in sections.items()}
        return Document("the catalogs below", data, (), b"")


def _section(document: Document, section: str) -> dict[str, Any]:
    """Return the entries of a section, none where it is no mapping, which is told when the layer is checked."""
    entries: Any = document.data.get(section)
    return entries if isinstance(entries, dict) else {}


def _without(derived: set[tuple[str, str]], section: str, records: Mapping[str, Any]) -> dict[str, Any]:
    return {key: record for key, record in records.items() if (section, key) not in derived}


def _is_metro(key: str) -> bool:
    """Say whether a place may be the same as another one under another key."""
    return key.startswith("US-metro-")


def _words(value: Any) -> Iterator[str]:
    """Yield every text within plain data that may be an id: of a role, with or without its level, or a code."""
    if isinstance(value, dict):
        yield from value
        value = value.values()
    elif isinstance(value, str):
        yield RoleRef.parse(value).role
        return
    elif not isinstance(value, list | Iterator):
        return
    for inner in value:
        yield from _words(inner)


def _patch(base: _Base, catalog: Catalog, documents: Sequence[Document]) -> _Patch | None:
    """Return what becomes different, None where that is more than a few rows of roles."""
    named = dict.fromkeys(role_id for document in documents for role_id in _section(document, "roles"))
    replaced = base.reader.roles(role_id for role_id in named if role_id in base.own)
    changed = {role_id: catalog.roles[role_id] for role_id in named if not catalog.roles[role_id].abstract}
    now = _exact(changed.values())
    if _exact(replaced.values()) - now:
        return None  # an occupation is no longer a role, and one is made of it
    if any(len(base.reader.contributing_layers("roles", role_id)) > 1 for role_id in replaced):
        return None  # who says what of it is written in full
    if any(_is_an_occupation(base, role) for role in changed.values()):
        return None  # a part of an official class is that very role
    links = (link for code in sorted(now) for link in base.reader.roles_with_code(code))
    made = [role_id for role_id, fit in links if fit == "exact" and role_id not in base.own]
    added: dict[str, Any] = {
        section: {key: getattr(catalog, section)[key] for document in documents for key in _section(document, section)}
        for section in _SMALL_SECTIONS
    }
    only_added = Catalog(schema_version=1, name=catalog.name, **added)
    abstract = [role_id for role_id in replaced if role_id not in changed]
    return _Patch(catalog, only_added, changed, replaced, tuple(dict.fromkeys([*made, *abstract])))


def _is_an_occupation(base: _Base, role: Role) -> bool:
    """Say whether a role bears the name of a role that was made from an occupation, and is linked to that."""
    linked = {link.code for link in role.occupations}
    if not linked:
        return False
    rows = (row for name in (role.title, *role.aliases) for row in base.reader.names_matching(name_key(name)))
    made = {row.role for row in rows if row.rank <= OCCUPATION_RANK + 1} - base.own
    return any(code in linked for role_id in made for code, _ in base.summaries[role_id].occupations)


def _exact(roles: Iterable[Role]) -> set[str]:
    return {link.code for role in roles for link in role.occupations if link.fit == "exact"}


def _write(connection: sqlite3.Connection, base: _Base, patch: _Patch, layers: Layers) -> None:
    catalog, reader = patch.catalog, base.reader
    graph = RoleGraph(reader)
    numbers, positions = _places_of(connection, patch)
    _delete_roles(connection, [*patch.replaced, *patch.removed])
    _forget_related(connection, patch.removed)
    write_entries(connection, patch.added)
    summaries = {
        role_id: summarize_role(catalog, role_id, role, is_generated=False) for role_id, role in patch.changed.items()
    }
    words = write_roles(connection, catalog, summaries, numbers, positions)
    better = "INSERT INTO spellings VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET kind = min(kind, excluded.kind)"
    connection.executemany(better, words.items())
    _count_citations(connection, patch)
    connection.execute("UPDATE meta SET value = ? WHERE key = 'name'", (catalog.name,))
    patch_origins(connection, collect_origins(layers), patch.changed, patch.removed)
    write_skill_requirements(connection, patch.changed, numbers)
    asked = reader.skill_requirements()
    families = patch.families(base.summaries)
    now = {**base.summaries, **summaries}
    asking = ((now[one], skills) for one, skills in asked.items())
    members = [(card.family, card.is_generated, skills) for card, skills in asking if card.family in families]
    connection.executemany("DELETE FROM kinship WHERE family = ?", ((family,) for family in families))
    write_family_coverage(connection, members)
    changed = features(msgspec.structs.replace(catalog, roles=patch.changed))
    near = patch_neighbors(connection, sorted(base.summaries), changed, patch.removed)
    plain = {role_id: plain_node(catalog, patch.changed[role_id], one) for role_id, one in summaries.items()}
    nodes = graph.patched(reader, asked, plain, patch.removed, near)
    connection.execute("UPDATE graph SET body = ?", (msgspec.msgpack.encode(nodes),))


def _places_of(connection: sqlite3.Connection, patch: _Patch) -> tuple[dict[str, int], dict[str, int]]:
    """Return the numbers and positions of the changed roles: a number is never used twice, a position is kept."""
    number, position = connection.execute("SELECT max(number) + 1, max(position) + 1 FROM cards").fetchone()
    old = dict(connection.execute("SELECT id, position FROM cards").fetchall())
    numbers = {role_id: number + index for index, role_id in enumerate(patch.changed)}
    new = [role_id for role_id in patch.changed if role_id not in old]
    return numbers, {role_id: old.get(role_id, 0) for role_id in patch.changed} | {
        role_id: position + index for index, role_id in enumerate(new)
    }


def _delete_roles(connection: sqlite3.Connection, ids: Sequence[str]) -> None:
    """Delete the rows of roles; their search texts stay, and are found by nobody without a card."""
    marks = ",".join("?" * len(ids))
    numbers = [number for (number,) in connection.execute(f"SELECT number FROM cards WHERE id IN ({marks})", ids)]  # noqa: S608
    for table, column, values in (
        ("names", "role", numbers),
        ("asks", "role", numbers),
        ("askers", "role", numbers),
        ("neighbors", "role", numbers),
        ("cards", "number", numbers),
        ("codes", "role", ids),
        ("origins", "role", ids),
    ):
        connection.execute(f"DELETE FROM {table} WHERE {column} IN ({marks})", values)  # noqa: S608
    connection.execute(f"DELETE FROM documents WHERE kind = 'roles' AND id IN ({marks})", ids)  # noqa: S608
    said = f"(kind = 'feeder' AND to_role IN ({marks})) OR (kind <> 'feeder' AND from_role IN ({marks}))"
    connection.execute(f"DELETE FROM moves WHERE {said}", (*ids, *ids))  # noqa: S608


def _forget_related(connection: sqlite3.Connection, removed: Sequence[str]) -> None:
    """Take roles that are gone out of what roles made from occupations call similar."""
    gone = set(removed)
    if not gone:
        return
    encode, decode = msgspec.msgpack.Encoder().encode, msgspec.msgpack.Decoder(list[tuple[str, str]]).decode
    rows = connection.execute("SELECT id, body, refers FROM documents WHERE kind = 'roles'").fetchall()
    for role_id, body, refers in rows:
        named = decode(refers)
        if any(section == "roles" and other in gone for section, other in named):
            role = msgspec.msgpack.decode(body, type=Role)
            related = {other: why for other, why in role.related.items() if other not in gone}
            kept = [(section, other) for section, other in named if section != "roles" or other not in gone]
            connection.execute(
                "UPDATE documents SET body = ?, refers = ? WHERE kind = 'roles' AND id = ?",
                (encode(msgspec.structs.replace(role, related=related)), encode(kept), role_id),
            )


def _count_citations(connection: sqlite3.Connection, patch: _Patch) -> None:
    """Add what the changed roles and the new entries cite, and take off what the roles cited before."""
    empty = msgspec.structs.replace(patch.catalog, places={}, families={}, skills={}, occupations={}, roles={})
    now = msgspec.structs.replace(empty, places=patch.added.places, skills=patch.added.skills, roles=patch.changed)
    before = citation_counts(msgspec.structs.replace(empty, roles=patch.replaced), {})
    for source, (figures, profiles) in citation_counts(now, {}).items():
        connection.execute(
            "INSERT INTO citations VALUES (?, ?, ?) ON CONFLICT (source) DO UPDATE "
            "SET figures = figures + excluded.figures, profiles = profiles + excluded.profiles",
            (source, figures - before[source][0], profiles - before[source][1]),
        )
