"""Model -> SQLite: the compiled form that every answer is read from.

One file, never changed after it is written. Documents are MessagePack by id; names, moves and words have tables of
their own so that no answer reads more than it needs. Raise library.FORMAT whenever the tables or the model change.
"""

import sqlite3
from collections.abc import Iterator

import msgspec

from careercli.catalog.cards import make_card
from careercli.catalog.library import FORMAT
from careercli.model import Catalog, Role
from careercli.names import name_key

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (kind TEXT NOT NULL, id TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE cards (id TEXT PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE names (key TEXT NOT NULL, role TEXT NOT NULL, name TEXT NOT NULL, rank INTEGER NOT NULL);
CREATE TABLE moves (
  from_role TEXT NOT NULL, from_level TEXT, to_role TEXT NOT NULL, to_level TEXT,
  kind TEXT NOT NULL, why TEXT NOT NULL);
CREATE VIRTUAL TABLE words USING fts5 (
  id UNINDEXED, title, aliases, skills, body, tokenize = "porter unicode61 remove_diacritics 2", prefix = '3');
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, row);
"""
_INDEXES = """
CREATE INDEX names_by_key ON names (key);
CREATE INDEX moves_into ON moves (to_role);
"""


def write_index(connection: sqlite3.Connection, catalog: Catalog) -> None:
    """Fill an empty database with the catalog."""
    connection.executescript(_TABLES)
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO meta VALUES (?, ?)", [("format", str(FORMAT)), ("name", catalog.name)])
    connection.executemany("INSERT INTO documents VALUES (?, ?, ?)", _documents(catalog))
    encode = msgspec.msgpack.Encoder().encode
    roles = catalog.roles.items()
    cards = ((role_id, encode(make_card(catalog, role_id, role))) for role_id, role in roles)
    connection.executemany("INSERT INTO cards VALUES (?, ?)", cards)
    names = (row for role_id, role in roles for row in _names(role_id, role))
    connection.executemany("INSERT INTO names VALUES (?, ?, ?, ?)", names)
    moves = (row for role_id, role in roles for row in _moves(role_id, role))
    connection.executemany("INSERT INTO moves VALUES (?, ?, ?, ?, ?, ?)", moves)
    words = (_words(catalog, role_id, role) for role_id, role in roles)
    connection.executemany("INSERT INTO words VALUES (?, ?, ?, ?, ?)", words)
    connection.executescript(_INDEXES)
    connection.commit()


def _documents(catalog: Catalog) -> Iterator[tuple[str, str, bytes]]:
    encode = msgspec.msgpack.Encoder().encode
    for kind in ("sources", "places", "families", "skills", "occupations", "roles"):
        for key, record in getattr(catalog, kind).items():
            yield kind, key, encode(record)


def _names(role_id: str, role: Role) -> Iterator[tuple[str, str, str, int]]:
    """Yield the id, the title and the aliases; `rank` orders them in that way."""
    for rank, name in enumerate((role_id, role.title, *role.aliases)):
        yield name_key(name), role_id, name, min(rank, 2)


def _moves(role_id: str, role: Role) -> Iterator[tuple[str, str | None, str, str | None, str, str]]:
    """Yield the moves out of a role and the feeders into it, both as moves from one place to another."""
    for move in role.moves:
        to_role, _, to_level = move.to.partition("@")
        yield role_id, move.at, to_role, to_level or None, move.kind, move.why
    for feeder in role.entry.feeders if role.entry else ():
        if feeder.role is not None:
            from_role, _, from_level = feeder.role.partition("@")
            first = role.levels[0].id if role.levels else None
            yield from_role, from_level or None, role_id, first, "feeder", feeder.why or ""


def _words(catalog: Catalog, role_id: str, role: Role) -> tuple[str, str, str, str, str]:
    skills = [catalog.skills[skill.skill] for skill in role.skills]
    levels = [level.title for level in role.levels]
    classes = [catalog.occupations[link.code].title for link in role.occupations]
    tools = [name for names in role.tools.values() for name in names]
    body = [role.summary, *role.duties, *levels, *classes, *tools, *role.industries]
    return (
        role_id,
        role.title,
        "\n".join(role.aliases),
        "\n".join(name for skill in skills for name in (skill.name, *skill.aliases)),
        "\n".join(body),
    )
