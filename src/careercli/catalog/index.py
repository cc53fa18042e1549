"""Model -> SQLite: the compiled form that every answer is read from.

One file, never changed after it is written. Documents are MessagePack by id; names, moves and words have tables of
their own so that no answer reads more than it needs. Raise reader.FORMAT whenever the tables or the model change.
"""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

import msgspec

from careercli.catalog.generated_roles import without_profile
from careercli.catalog.index_rows import (
    citation_counts,
    document_row,
    move_rows,
    name_rows,
    search_texts,
    spellings,
)
from careercli.catalog.occupation_pay import national_pay, newest_figures
from careercli.catalog.occupation_roles import roles_from_occupations
from careercli.catalog.origins import NO_ORIGINS, Origins, surveyed_occupations, write_origins
from careercli.catalog.origins import TABLES as ORIGIN_TABLES
from careercli.catalog.reader import FORMAT, name_of_key
from careercli.catalog.records import RoleSummary
from careercli.catalog.role_summaries import summarize_role
from careercli.catalog.same_jobs import join_same_jobs
from careercli.catalog.same_places import join_places
from careercli.catalog.similarity import features
from careercli.catalog.similarity_space import neighbor_row, similarity_space
from careercli.catalog.skill_requirements import TABLES as ASKS_TABLES
from careercli.catalog.skill_requirements import write_family_coverage, write_skill_requirements
from careercli.catalog.stored_occupation import Heading, encode_occupation
from careercli.catalog.stored_pay import encode_pay
from careercli.catalog.transitions import build_role_nodes
from careercli.model import Catalog, Occupation, Record

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE derived (section TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (section, id)) WITHOUT ROWID;
CREATE TABLE documents (
    kind TEXT NOT NULL, id TEXT NOT NULL, body BLOB NOT NULL, refers BLOB NOT NULL, PRIMARY KEY (kind, id));
CREATE TABLE headings (number INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE cards (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, is_own INTEGER NOT NULL, position INTEGER NOT NULL,
  body BLOB NOT NULL);
CREATE TABLE names (
  key TEXT NOT NULL, rank INTEGER NOT NULL, position INTEGER NOT NULL, role INTEGER NOT NULL, name TEXT,
  PRIMARY KEY (key, rank, position)) WITHOUT ROWID;
CREATE TABLE sources (id TEXT PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE occupation_titles (code TEXT PRIMARY KEY, title TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE places (id TEXT PRIMARY KEY, title TEXT NOT NULL);
CREATE TABLE citations (source TEXT PRIMARY KEY, figures INTEGER NOT NULL, profiles INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE wages (
  occupation INTEGER NOT NULL, place INTEGER NOT NULL, position INTEGER NOT NULL, series INTEGER NOT NULL,
  body BLOB NOT NULL, PRIMARY KEY (occupation, place, position)) WITHOUT ROWID;
CREATE TABLE paid_occupations (number INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE);
CREATE TABLE paid_places (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
CREATE TABLE pay_series (number INTEGER PRIMARY KEY, industry TEXT NOT NULL, per TEXT NOT NULL);
CREATE TABLE wage_levels (occupation TEXT PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE moves (
  from_role TEXT NOT NULL, from_level TEXT, to_role TEXT NOT NULL, to_level TEXT,
  kind TEXT NOT NULL, why TEXT NOT NULL);
CREATE TABLE neighbors (role INTEGER PRIMARY KEY, least INTEGER, body BLOB NOT NULL);
CREATE TABLE scales (position INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE graph (body BLOB NOT NULL);
CREATE VIRTUAL TABLE words USING fts5 (
  title, aliases, skills, body, content = '',
  tokenize = "porter unicode61 remove_diacritics 2");
CREATE TABLE spellings (word TEXT PRIMARY KEY, kind INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE codes (code TEXT NOT NULL, role TEXT NOT NULL, fit TEXT NOT NULL);
"""
"""Roles have a number: names, words, neighbors and what they ask are kept by it. `words` are found, not given back.
A name is left out where `name_of_key` makes it of its key. What pay is paid for, where, in which industry and for which
time is written once, and numbered.
"""
MAX_NAMES = 1_000_000
"""Names of one role; more make a file of more than may be read."""
_INDEXES = """
CREATE INDEX codes_by_code ON codes (code);
CREATE INDEX moves_into ON moves (to_role);
CREATE INDEX wages_at ON wages (place, series);
"""


def write_index(connection: sqlite3.Connection, catalog: Catalog, origins: Origins = NO_ORIGINS) -> None:
    """Fill an empty database with the catalog, the roles that its occupations are, and who says what of them."""
    table = PayTable(connection)
    occupations = {code: table.take(catalog, code, occupation) for code, occupation in catalog.occupations.items()}
    finish_index(connection, msgspec.structs.replace(catalog, occupations=occupations), table, origins)


class PayTable:
    """The beginning of an index: pay and wage levels of every occupation by place and year, written as they come."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Create the tables of an empty database."""
        self.figures: Counter[str] = Counter()
        """Figures of occupations by source."""
        self.paid: set[str] = set()
        """Codes with any pay, wherever it is paid."""
        self.places: set[str] = set()
        """Places of figures of occupations."""
        self._numbers: tuple[dict[str, int], dict[str, int], dict[tuple[str, str], int]] = ({}, {}, {})
        """Of the codes, places and series (industry, time) of pay."""
        self._connection = connection
        self._encode = msgspec.msgpack.Encoder().encode
        for tables in (_TABLES, ASKS_TABLES, ORIGIN_TABLES):
            connection.executescript(tables)
        connection.execute("BEGIN")

    def restart(self) -> None:
        """Forget what was written."""
        self._connection.execute("DELETE FROM wages")
        self._connection.execute("DELETE FROM wage_levels")
        self.figures.clear()
        self.places.clear()
        self.paid.clear()

    def finish(self) -> None:
        """Write what the numbers of codes, places and series mean."""
        codes, places, series = self._numbers
        insert_rows(self._connection, "paid_occupations", ((number, code) for code, number in codes.items()))
        insert_rows(self._connection, "paid_places", ((number, place) for place, number in places.items()))
        insert_rows(self._connection, "pay_series", ((number, *one) for one, number in series.items()))

    def take(self, catalog: Catalog, code: str, occupation: Occupation) -> Occupation:
        """Write the pay of one occupation; return it with only the figures that answers always need.

        `catalog` has the sources and places.
        """
        codes, places, series = self._numbers
        rows = (
            (
                codes.setdefault(code, len(codes)),
                places.setdefault(pay.place, len(places)),
                position,
                series.setdefault((pay.industry or "", pay.per), len(series)),
                encode_pay(pay),
            )
            for position, pay in enumerate(occupation.pay)
        )
        insert_rows(self._connection, "wages", rows)
        if occupation.wage_levels:
            row = (code, self._encode(occupation.wage_levels))
            self._connection.execute("INSERT INTO wage_levels VALUES (?, ?)", row)
        for levels in occupation.wage_levels:
            self.figures[levels.source] += len(levels.areas)
            self.places.update(levels.areas)
        self.figures.update(pay.source for pay in occupation.pay)
        self.figures.update(figure.source for figure in occupation.figures)
        self.places.update(pay.place for pay in occupation.pay)
        self.places.update(figure.place for figure in occupation.figures if figure.place)
        if occupation.pay:
            self.paid.add(code)
        return msgspec.structs.replace(
            occupation,
            pay=national_pay(catalog, occupation),
            figures=newest_figures(catalog, occupation),
            wage_levels=(),
        )


def finish_index(connection: sqlite3.Connection, catalog: Catalog, table: PayTable, origins: Origins) -> None:
    """Write all but the pay of occupations, which `table` has taken.

    An abstract role has done its work when others have taken it up, and is left out.
    """
    table.finish()
    concrete = {role_id: role for role_id, role in catalog.roles.items() if not role.abstract}
    catalog = join_same_jobs(join_places(msgspec.structs.replace(catalog, roles=concrete), table.places))
    cited = [(source, *counts) for source, counts in citation_counts(catalog, table.figures).items()]
    curated = catalog
    catalog, generated = _with_occupation_roles(catalog, table.paid, surveyed_occupations(origins) & table.paid)
    encode = msgspec.msgpack.Encoder().encode
    numbers = {role_id: number for number, role_id in enumerate(catalog.roles)}
    insert_rows(connection, "meta", [("format", str(FORMAT)), ("name", catalog.name)])
    insert_rows(connection, "citations", cited)
    derived = (
        (section, key)
        for section in ("families", "skills")
        for key in getattr(catalog, section).keys() - getattr(curated, section).keys()
    )
    insert_rows(connection, "derived", sorted(derived))
    headings: dict[Heading, int] = {}
    for code, occupation in catalog.occupations.items():
        body = encode_occupation(occupation, lambda heading: headings.setdefault(heading, len(headings)))
        insert_rows(connection, "documents", [document_row("occupations", code, occupation, body)])
    insert_rows(connection, "headings", ((number, encode(heading)) for heading, number in headings.items()))
    insert_rows(
        connection,
        "occupation_titles",
        ((code, occupation.title) for code, occupation in catalog.occupations.items()),
    )
    write_entries(connection, catalog)
    summaries = {
        role_id: summarize_role(catalog, role_id, role, is_generated=role_id in generated)
        for role_id, role in catalog.roles.items()
    }
    insert_rows(connection, "spellings", write_roles(connection, catalog, summaries, numbers, numbers).items())
    write_skill_requirements(connection, catalog.roles, numbers)
    asking = ((role.family, role_id in generated, role.skills) for role_id, role in catalog.roles.items())
    write_family_coverage(connection, asking)
    write_origins(connection, origins, catalog.roles)
    _write_similarity(connection, catalog, summaries, numbers)
    connection.executescript(_INDEXES)
    connection.commit()


def insert_rows(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    """Add rows to a table that has as many columns."""
    columns = len(connection.execute(f"SELECT * FROM {table} LIMIT 0").description)  # noqa: S608 (ours)
    connection.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * columns)})", rows)  # noqa: S608


def write_entries(connection: sqlite3.Connection, catalog: Catalog) -> None:
    """Write the sources, places, families and skills of a catalog."""
    encode = msgspec.msgpack.Encoder().encode
    for section in ("sources", "places", "families", "skills"):
        records: Mapping[str, Record] = getattr(catalog, section)
        rows = (document_row(section, key, record, encode(record)) for key, record in records.items())
        insert_rows(connection, "documents", rows)
    insert_rows(connection, "places", ((key, place.title) for key, place in catalog.places.items()))
    insert_rows(connection, "sources", ((key, encode(source)) for key, source in catalog.sources.items()))


def write_roles(
    connection: sqlite3.Connection,
    catalog: Catalog,
    summaries: Mapping[str, RoleSummary],
    numbers: Mapping[str, int],
    positions: Mapping[str, int],
) -> dict[str, int]:
    """Write the roles that `summaries` has, and return the words that they are told in: 0 of names, 1 skills, 2 texts.

    `positions` say where they stand in the order of the catalog.
    """
    encode = msgspec.msgpack.Encoder().encode
    roles = {role_id: catalog.roles[role_id] for role_id in summaries}
    insert_rows(
        connection,
        "documents",
        (
            document_row(
                "roles",
                role_id,
                role,
                encode(without_profile(role) if summaries[role_id].is_generated else role),
            )
            for role_id, role in roles.items()
        ),
    )
    cards = (
        (numbers[role_id], role_id, not summary.is_generated, positions[role_id], encode(summary))
        for role_id, summary in summaries.items()
    )
    insert_rows(connection, "cards", cards)
    names = [
        (key, rank, MAX_NAMES * positions[role_id] + index, numbers[role_id], _unless_said(key, name))
        for role_id, role in roles.items()
        for index, (key, rank, name) in enumerate(
            name_rows(catalog, role_id, role, is_own=not summaries[role_id].is_generated)
        )
    ]
    insert_rows(connection, "names", names)
    links = ((link.code, role_id, link.fit) for role_id, role in roles.items() for link in role.occupations)
    insert_rows(connection, "codes", links)
    insert_rows(connection, "moves", (row for role_id, role in roles.items() for row in move_rows(role_id, role)))
    texts = {role_id: search_texts(catalog, role) for role_id, role in roles.items()}
    words = ((numbers[role_id], *text) for role_id, text in texts.items())
    connection.executemany("INSERT INTO words (rowid, title, aliases, skills, body) VALUES (?, ?, ?, ?, ?)", words)
    return spellings(catalog, (key for key, *_ in names), (body for *_, body in texts.values()))


def _unless_said(key: str, name: str) -> str | None:
    """Return a name, None where its key says it. Only the letters of ASCII have the same capitals in every Unicode."""
    return None if key.isascii() and name == name_of_key(key) else name


def _write_similarity(
    connection: sqlite3.Connection, catalog: Catalog, summaries: dict[str, RoleSummary], numbers: Mapping[str, int]
) -> None:
    """Write which roles are near each other, and the graph of the ways between them."""
    encode = msgspec.msgpack.Encoder().encode
    near: dict[str, list[tuple[str, float]]] = {}
    rows = []
    space = similarity_space(features(catalog))
    for at, role_id in enumerate(space.ids):
        if found := space.nearest(at):
            near[role_id] = [(one.role, one.percentile) for one in found]
            rows.append(neighbor_row(numbers, role_id, found))
    insert_rows(connection, "neighbors", sorted(rows))
    connection.executemany("INSERT INTO scales (body) VALUES (?)", ((encode(scale),) for scale in space.stored()))
    connection.execute("INSERT INTO graph VALUES (?)", (encode(build_role_nodes(catalog, summaries, near)),))


def _with_occupation_roles(
    catalog: Catalog, paid: Collection[str], surveyed: Collection[str]
) -> tuple[Catalog, Collection[str]]:
    """Return the catalog with roles made from occupations, and the ids of those roles.

    `paid` are the codes with any pay, `surveyed` those that a survey gives it for.
    """
    derived = roles_from_occupations(catalog, paid, surveyed)
    completed = msgspec.structs.replace(
        catalog,
        roles={**catalog.roles, **derived.roles},
        families={**catalog.families, **derived.families},
        skills={**catalog.skills, **derived.skills},
    )
    return completed, derived.roles.keys()
