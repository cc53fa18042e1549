"""Model -> SQLite: the compiled form that every answer is read from.

One file, never changed after it is written. Documents are MessagePack by id; names, moves and words have tables of
their own so that no answer reads more than it needs. Raise reader.FORMAT whenever the tables or the model change.
"""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from careercli.catalog.occupation_pay import national_pay, newest_figures, period_of
from careercli.catalog.occupation_roles import roles_from_occupations
from careercli.catalog.origins import NO_ORIGINS, Origins, surveyed_occupations, write_origins
from careercli.catalog.origins import TABLES as ORIGIN_TABLES
from careercli.catalog.reader import FORMAT, LISTED_RANK, OCCUPATION_RANK
from careercli.catalog.records import RoleSummary
from careercli.catalog.references import SECTIONS, references
from careercli.catalog.role_summaries import summarize_role
from careercli.catalog.same_places import join_places
from careercli.catalog.similarity import INSERT as NEIGHBOURS_INSERT
from careercli.catalog.similarity import TABLE as NEIGHBOURS_TABLE
from careercli.catalog.similarity import similarity_rows
from careercli.catalog.skill_requirements import TABLES as ASKS_TABLES
from careercli.catalog.skill_requirements import write_skill_requirements
from careercli.catalog.stand_in_titles import has_title
from careercli.catalog.transitions import build_role_nodes
from careercli.matching import name_key, spell_signs
from careercli.model import Catalog, Occupation, Role, RoleRef

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    kind TEXT NOT NULL, id TEXT NOT NULL, body BLOB NOT NULL, refers BLOB NOT NULL, PRIMARY KEY (kind, id))
WITHOUT ROWID;
CREATE TABLE cards (id TEXT PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE names (key TEXT NOT NULL, role TEXT NOT NULL, name TEXT NOT NULL, rank INTEGER NOT NULL);
CREATE TABLE sources (id TEXT PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE occupation_titles (code TEXT PRIMARY KEY, title TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE places (id TEXT PRIMARY KEY, title TEXT NOT NULL);
CREATE TABLE citations (source TEXT PRIMARY KEY, figures INTEGER NOT NULL, profiles INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE wages (
  occupation TEXT NOT NULL, place TEXT NOT NULL, industry TEXT NOT NULL, period TEXT NOT NULL, per TEXT NOT NULL,
  body BLOB NOT NULL);
CREATE TABLE wage_levels (occupation TEXT PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE moves (
  from_role TEXT NOT NULL, from_level TEXT, to_role TEXT NOT NULL, to_level TEXT,
  kind TEXT NOT NULL, why TEXT NOT NULL);
CREATE TABLE graph (body BLOB NOT NULL);
CREATE VIRTUAL TABLE words USING fts5 (
  id UNINDEXED, is_own UNINDEXED, title, aliases, skills, body,
  tokenize = "porter unicode61 remove_diacritics 2", prefix = '3');
CREATE TABLE spellings (word TEXT PRIMARY KEY, kind INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE codes (code TEXT NOT NULL, role TEXT NOT NULL, fit TEXT NOT NULL);
"""
_INDEXES = """
CREATE INDEX names_by_key ON names (key);
CREATE INDEX codes_by_code ON codes (code);
CREATE INDEX moves_into ON moves (to_role);
CREATE INDEX wages_of ON wages (occupation, place);
CREATE INDEX wages_at ON wages (place, occupation);
"""


_COUNTED = ("pay", "figures", "training", "parities")
"""Lists of records that count as figures."""


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
        self._connection = connection
        self._encode = msgspec.msgpack.Encoder().encode
        for tables in (_TABLES, ASKS_TABLES, NEIGHBOURS_TABLE, ORIGIN_TABLES):
            connection.executescript(tables)
        connection.execute("BEGIN")

    def restart(self) -> None:
        """Forget what was written."""
        self._connection.execute("DELETE FROM wages")
        self._connection.execute("DELETE FROM wage_levels")
        self.figures.clear()
        self.places.clear()
        self.paid.clear()

    def take(self, catalog: Catalog, code: str, occupation: Occupation) -> Occupation:
        """Write the pay of one occupation; return it with only the figures that answers always need.

        `catalog` has the sources and places.
        """
        rows = (
            (code, pay.place, pay.industry or "", period_of(catalog.sources, pay), pay.per, self._encode(pay))
            for pay in occupation.pay
        )
        self._connection.executemany("INSERT INTO wages VALUES (?, ?, ?, ?, ?, ?)", rows)
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
    concrete = {role_id: role for role_id, role in catalog.roles.items() if not role.abstract}
    catalog = join_places(msgspec.structs.replace(catalog, roles=concrete), table.places)
    cited = [(source, *counts) for source, counts in _citations(catalog, table.figures).items()]
    catalog, generated = _with_occupation_roles(catalog, table.paid, surveyed_occupations(origins) & table.paid)
    encode = msgspec.msgpack.Encoder().encode
    roles = catalog.roles.items()
    summaries = {
        role_id: summarize_role(catalog, role_id, role, is_generated=role_id in generated) for role_id, role in roles
    }
    names = [row for role_id, role in roles for row in _names(catalog, role_id, role, is_own=role_id not in generated)]
    words = [_search_text(catalog, role_id, role, is_own=role_id not in generated) for role_id, role in roles]
    tables: dict[str, Iterable[tuple[object, ...]]] = {
        "meta": [("format", str(FORMAT)), ("name", catalog.name)],
        "documents": _documents(catalog),
        "cards": ((key, encode(summary)) for key, summary in summaries.items()),
        "names": names,
        "codes": ((link.code, role_id, link.fit) for role_id, role in roles for link in role.occupations),
        "citations": cited,
        "occupation_titles": ((code, occupation.title) for code, occupation in catalog.occupations.items()),
        "places": ((key, place.title) for key, place in catalog.places.items()),
        "sources": ((key, encode(source)) for key, source in catalog.sources.items()),
        "moves": (row for role_id, role in roles for row in _moves(role_id, role)),
        "words": words,
        "spellings": _spellings(catalog, names, (body for *_, body in words)),
    }
    for table_name, rows in tables.items():
        columns = len(connection.execute(f"SELECT * FROM {table_name} LIMIT 0").description)  # noqa: S608 (ours)
        connection.executemany(f"INSERT INTO {table_name} VALUES ({','.join('?' * columns)})", rows)  # noqa: S608
    write_skill_requirements(connection, catalog)
    write_origins(connection, origins, catalog.roles)
    _write_similarity(connection, catalog, summaries)
    connection.executescript(_INDEXES)
    connection.commit()


def _write_similarity(connection: sqlite3.Connection, catalog: Catalog, summaries: dict[str, RoleSummary]) -> None:
    """Write which roles are near each other, and the graph of the ways between them."""
    near: dict[str, list[tuple[str, float]]] = {}
    rows = list(similarity_rows(catalog))
    for role_id, other, _, percentile, _ in rows:
        near.setdefault(role_id, []).append((other, percentile))
    connection.executemany(NEIGHBOURS_INSERT, rows)
    graph = msgspec.msgpack.encode(build_role_nodes(catalog, summaries, near))
    connection.execute("INSERT INTO graph VALUES (?)", (graph,))


def _documents(catalog: Catalog) -> Iterator[tuple[str, str, bytes, bytes]]:
    """Yield kind, id and record of each entry, and what it refers to as (section, id)."""
    encode = msgspec.msgpack.Encoder().encode
    for kind in SECTIONS:
        for key, record in getattr(catalog, kind).items():
            refers = sorted({(section, id_) for _, section, id_ in references(record, (kind, key))})
            yield kind, key, encode(record), encode(refers)


def _names(catalog: Catalog, role_id: str, role: Role, *, is_own: bool) -> Iterator[tuple[str, str, str, int]]:
    """Yield id, title and aliases, then the titles that official lists give it; `rank` orders them in that way.

    A role of the catalog is ranked before one that is made of an occupation, which `is_own` tells apart.
    """
    for index, name in enumerate((role_id, role.title, *role.aliases)):
        yield name_key(name), role_id, name, min(index, 2) if is_own else OCCUPATION_RANK + min(index, 1)
    for code, occupation in _own_occupations(catalog, role).items():
        profile = occupation.profile
        if has_title(code, occupation):
            yield name_key(occupation.title), role_id, occupation.title, OCCUPATION_RANK + 1
        for name in profile.titles if profile else ():
            yield name_key(name), role_id, name, LISTED_RANK
        for name in profile.shared_titles if profile else ():
            yield name_key(name), role_id, name, LISTED_RANK + 1


def _spellings(
    catalog: Catalog, names: Iterable[tuple[str, str, str, int]], bodies: Iterable[str]
) -> Iterator[tuple[str, int]]:
    """Yield every word once: of names (0), of skills (1), of texts (2)."""
    skills = (name_key(name) for skill in catalog.skills.values() for name in (skill.name, *skill.aliases))
    seen: set[str] = set()
    for kind, keys in enumerate(((key for key, *_ in names), skills, map(name_key, bodies))):
        words = {word for key in keys for word in key.split()} - seen
        seen |= words
        yield from ((word, kind) for word in words)


def _own_occupations(catalog: Catalog, role: Role) -> dict[str, Occupation]:
    return {link.code: catalog.occupations[link.code] for link in role.occupations if link.fit == "exact"}


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


def _moves(role_id: str, role: Role) -> Iterator[tuple[str, str | None, str, str | None, str, str]]:
    """Yield the moves out of a role and the feeders into it, both as moves from one place to another."""
    for move in role.moves:
        to_role, to_level = RoleRef.parse(move.to)
        yield role_id, move.at, to_role, to_level or None, move.kind, move.why
    for feeder in role.entry.feeders if role.entry else ():
        if feeder.role is not None:
            from_role, from_level = RoleRef.parse(feeder.role)
            first = role.levels[0].id if role.levels else None
            yield from_role, from_level or None, role_id, first, "feeder", feeder.why or ""


def _search_text(catalog: Catalog, role_id: str, role: Role, *, is_own: bool) -> tuple[str, bool, str, str, str, str]:
    skills = [catalog.skills[skill.skill] for skill in role.skills]
    levels = [level.title for level in role.levels]
    linked = ((link.code, catalog.occupations[link.code]) for link in role.occupations)
    classes = [occupation.title for code, occupation in linked if has_title(code, occupation)]
    tools = [name for names in role.tools.values() for name in names]
    feeders = [feeder.title for feeder in role.entry.feeders] if role.entry else []
    levels += [duty for level in role.levels for duty in level.duties]
    answers = (entry.answer for entry in role.questions)
    told = [*role.glossary, *role.glossary.values(), *role.contrast.values(), *answers]
    body = [role.summary, *role.duties, *levels, *classes, *tools, *role.industries, *feeders, *told]
    names = [*role.aliases, *_official_titles(catalog, role)]
    skill_names = [name for skill in skills for name in (skill.name, *skill.aliases)]
    title, *texts = (spell_signs("\n".join(texts)) for texts in ([role.title], names, skill_names, body))
    return role_id, is_own, title, texts[0], texts[1], texts[2]


def _citations(catalog: Catalog, figures: Mapping[str, int]) -> dict[str, list[int]]:
    """Count for each source the figures, those of occupations given, and the profiles that rest on it."""
    counts = {key: [figures.get(key, 0), 0] for key in catalog.sources}
    for path, section, source in references(catalog):
        if section == "sources" and path[-2] == "profile":
            counts[source][1] += 1
        elif section == "sources" and (
            path[-2] == "wage_ratios" or (path[0] != "occupations" and path[-3] in _COUNTED)
        ):
            counts[source][0] += 1
    return counts


def _official_titles(catalog: Catalog, role: Role) -> list[str]:
    profiles = [occupation.profile for occupation in _own_occupations(catalog, role).values() if occupation.profile]
    return [title for profile in profiles for title in (*profile.titles, *profile.shared_titles)]
