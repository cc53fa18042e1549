"""A compiled catalog, open for questions: the only reader of the index."""

import math
import sqlite3
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from typing import Any, Literal, TypeVar

import msgspec
from msgspec import Struct

from careercli.catalog.data_files import title_words
from careercli.catalog.generated_roles import with_profile
from careercli.catalog.records import (
    FamilyCoverage,
    RoleNode,
    RoleSummary,
    SimilarityEvidence,
    SkillRequirement,
    StoredNeighbor,
)
from careercli.catalog.stored_occupation import Heading, decode_occupation
from careercli.catalog.stored_pay import decode_pay
from careercli.matching import NameMatcher
from careercli.model import (
    Family,
    Fit,
    MoveKind,
    Occupation,
    Pay,
    PlaceName,
    Record,
    Role,
    RoleSkill,
    Skill,
    Source,
    WageLevels,
)

FORMAT = 32
"""The form of the tables and of the documents in them."""

OCCUPATION_RANK = 3
"""The rank from which a name is that of an occupation ..."""
LISTED_RANK = 5
"""... or only listed under one; the next rank is that of a title that several occupations have."""

T = TypeVar("T", bound=Record)
V = TypeVar("V")


def name_of_key(key: str) -> str:
    """Return what most names with this key are: each word with a capital letter."""
    return key.title()


class NameRow(Struct, frozen=True):
    """One name of a role, in the form in which names are compared and as it is written."""

    key: str
    role: str
    name: str
    rank: int
    """0 id, 1 title, 2 alias; 3 the id and 4 the title of an occupation, 5 a title that is listed under it alone, 6 one
    that others have too.
    """


class MoveRow(Struct, frozen=True):
    """A declared transition from one role or level to another; `kind` is the kind of the move, or `feeder`."""

    from_role: str
    from_level: str | None
    to_role: str
    to_level: str | None
    kind: MoveKind | Literal["feeder"]
    why: str


class OriginRow(Struct, frozen=True):
    """Where one value of a role comes from; layers by their position."""

    path: str
    layer: int
    inherited_from: str | None
    """The role that it is taken up from; None: said of the role itself."""
    source: str | None
    overrides: tuple[tuple[int, str | None], ...]
    """The layers that say otherwise and lie lower, each with the role that it says it of, as in `through`."""


class SimilarRoleRow(Struct, frozen=True):
    """A role that is near another; `percentile` is the share of the catalog's other roles that are less near."""

    role: str
    rank: int
    """From 1; roles that are equally near share one."""
    percentile: float
    evidence: SimilarityEvidence


class SearchHit(Struct, frozen=True):
    """A role that holds the words searched for; a lower `rank` is better (bm25)."""

    role: str
    rank: float


class CatalogReader:
    """Read one index. Every method may raise sqlite3.DatabaseError if the file is damaged."""

    def __init__(self, connection: sqlite3.Connection, files: Sequence[str] = ()) -> None:
        self._connection = connection
        self.files = tuple(files)
        """The layers as they were named when they were asked for; the index knows what they hold, not where."""
        self._name_matcher: NameMatcher | None = None
        self._headings: dict[int, Heading] = {}
        found = connection.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
        if found is None or found[0] != str(FORMAT):
            raise sqlite3.DatabaseError("an index of another form")

    def role(self, role_id: str) -> Role:
        """Return the role; raise KeyError when there is none."""
        return self.roles((role_id,))[role_id]

    def roles(self, ids: Iterable[str]) -> dict[str, Role]:
        """Return those of the roles that exist, by id."""
        found = self._records("roles", ids, Role)
        made = self._generated(found)
        if made:
            occupations = self.occupations(role.occupations[0].code for role in made.values())
            asked = self._requirements("id", list(made))
            for role_id, role in made.items():
                profile = occupations[role.occupations[0].code].profile
                if profile:
                    skills = (RoleSkill(**msgspec.structs.asdict(one)) for one in asked.get(role_id, ()))
                    found[role_id] = with_profile(role, profile, skills)
        return found

    def references(self, kind: str, ids: Iterable[str]) -> dict[str, list[str]]:
        """Return what entries of a section refer to: the ids by section, each once, in order."""
        requested = list(dict.fromkeys(ids))
        query = f"SELECT refers FROM documents WHERE kind = ? AND id IN ({_placeholders(requested)})"  # noqa: S608
        decode = msgspec.msgpack.Decoder(list[tuple[str, str]]).decode
        rows = self._connection.execute(query, (kind, *requested))
        found: dict[str, list[str]] = {}
        for section, id_ in sorted({reference for (body,) in rows for reference in decode(body)}):
            found.setdefault(section, []).append(id_)
        return found

    def occupations(self, codes: Iterable[str]) -> dict[str, Occupation]:
        """Return those of the occupations that exist, by code."""
        return self._bodies("occupations", codes, lambda body: decode_occupation(body, self._heading))

    def skills(self, ids: Iterable[str]) -> dict[str, Skill]:
        """Return those of the skills that exist, by id."""
        return self._records("skills", ids, Skill)

    def sources(self, ids: Iterable[str]) -> dict[str, Source]:
        """Return those of the sources that exist, by id."""
        return self._records("sources", ids, Source)

    def families(self) -> dict[str, Family]:
        """Return every family, by id."""
        return self._all("families", Family)

    def all_skills(self) -> dict[str, Skill]:
        """Return the whole vocabulary, by id."""
        return self._all("skills", Skill)

    def places(self, ids: Iterable[str]) -> dict[str, PlaceName]:
        """Return those of the places that exist, by id."""
        return self._records("places", ids, PlaceName)

    def role_summaries(self) -> list[RoleSummary]:
        """Return every role as a card, in the order of the catalog."""
        return list(
            self._decoded("SELECT id, body FROM cards ORDER BY is_own DESC, position", (), RoleSummary).values()
        )

    def role_summaries_of(self, ids: Iterable[str]) -> dict[str, RoleSummary]:
        """Return the cards of those roles that exist, by id."""
        requested = list(dict.fromkeys(ids))
        query = f"SELECT id, body FROM cards WHERE id IN ({_placeholders(requested)})"  # noqa: S608 (question marks only)
        return self._decoded(query, requested, RoleSummary)

    def generated_roles(self, among: Collection[str] | None = None) -> frozenset[str]:
        """Return the roles that were made from occupations, all of them or those of some."""
        query, asked = "SELECT id FROM cards WHERE NOT is_own", list(among or ())
        if among is not None:
            query += f" AND id IN ({_placeholders(asked)})"
        return frozenset(role for (role,) in self._connection.execute(query, asked))

    def is_generated(self, role_id: str) -> bool:
        """Say whether a role was made from an occupation that no curated role represents."""
        return self.role_summaries_of((role_id,))[role_id].is_generated

    def names_matching(self, key: str) -> list[NameRow]:
        """Return the names that match `key`: ids first, then titles, then aliases."""
        return self._names("key = ? ORDER BY rank, names.position", (key,))

    def name_keys(self) -> list[str]:
        """Return every name in the form in which names are compared, each once: ids, titles, then aliases."""
        rows = self._connection.execute("SELECT key FROM names GROUP BY key ORDER BY min(rank), min(position)")
        return [key for (key,) in rows]

    def occupation_pay(self, codes: Iterable[str], *, places: Iterable[str] = ()) -> dict[str, list[Pay]]:
        """Return every pay distribution of the occupations, by code: of all places and years, or of some places."""
        requested, where = list(dict.fromkeys(codes)), list(dict.fromkeys(places))
        query = f"occupation IN (SELECT number FROM paid_occupations WHERE code IN ({_placeholders(requested)}))"  # noqa: S608
        if where:
            query += f" AND place IN (SELECT number FROM paid_places WHERE id IN ({_placeholders(where)}))"  # noqa: S608
        return self._pay(query, (*requested, *where))

    def occupation_pay_at(self, place: str) -> dict[str, list[Pay]]:
        """Return the yearly pay over all industries of every occupation at a place, by code."""
        query = (
            "place = (SELECT number FROM paid_places WHERE id = ?) "
            "AND series IN (SELECT number FROM pay_series WHERE industry = '' AND per = 'year')"
        )
        return self._pay(query, (place,))

    def wage_levels(self, codes: Iterable[str], places: Collection[str]) -> dict[str, tuple[WageLevels, ...]]:
        """Return the wage levels of those occupations that have any at one of the places, there alone, by code."""
        requested = list(dict.fromkeys(codes))
        query = f"SELECT occupation, body FROM wage_levels WHERE occupation IN ({_placeholders(requested)})"  # noqa: S608
        decode = msgspec.msgpack.Decoder(tuple[WageLevels, ...]).decode
        found: dict[str, tuple[WageLevels, ...]] = {}
        for code, body in self._connection.execute(query, requested):
            every = (
                (levels, {key: levels.areas[key] for key in places if key in levels.areas}) for levels in decode(body)
            )
            there = tuple(msgspec.structs.replace(levels, areas=areas) for levels, areas in every if areas)
            if there:
                found[code] = there
        return found

    def all_sources(self) -> dict[str, Source]:
        """Return every source, in the order of the catalogs."""
        return self._decoded("SELECT id, body FROM sources ORDER BY rowid", (), Source)

    def citation_counts(self) -> dict[str, tuple[int, int]]:
        """Return how many figures, and how many profiles, rest on each source."""
        rows = self._connection.execute("SELECT source, figures, profiles FROM citations")
        return {source: (figures, profiles) for source, figures, profiles in rows}

    def occupation_titles(self, codes: Iterable[str]) -> dict[str, str]:
        """Return what those of the occupations that exist are called, by code."""
        requested = list(dict.fromkeys(codes))
        query = f"SELECT code, title FROM occupation_titles WHERE code IN ({_placeholders(requested)})"  # noqa: S608
        return dict(self._connection.execute(query, requested).fetchall())

    def place_titles(self) -> dict[str, str]:
        """Return what every place is called, by id."""
        rows = self._connection.execute("SELECT id, title FROM places ORDER BY rowid")
        return dict(rows.fetchall())

    def all_places(self) -> dict[str, PlaceName]:
        """Return every place, by id."""
        return self._all("places", PlaceName)

    def moves_into(self, role_id: str) -> list[MoveRow]:
        """Return the ways into a role, feeders included, in the order of the catalog."""
        return self._moves("WHERE to_role = ?", (role_id,))

    def all_moves(self) -> list[MoveRow]:
        """Return every way into a role, feeders included, in the order of the catalog."""
        return self._moves("", ())

    def layer_names(self) -> list[str | None]:
        """Return the name of each layer, by position."""
        return [name for (name,) in self._connection.execute("SELECT name FROM layers ORDER BY position")]

    def roles_in_catalog(self, catalog: str) -> list[str]:
        """Return the roles that the layers of this name speak of."""
        query = (
            "SELECT DISTINCT id FROM speakers JOIN layers ON layer = position "
            "WHERE section = 'roles' AND name = ? ORDER BY layer, id"
        )
        return [role for (role,) in self._connection.execute(query, (catalog,))]

    def contributing_layers(self, section: str, id_: str) -> list[tuple[str, int]]:
        """Return the layers that contribute to an entry of a section, lowest first, as (key, layer index)."""
        query = "SELECT key, layer FROM speakers WHERE section = ? AND id = ? ORDER BY layer"
        return list(self._connection.execute(query, (section, id_)))

    def origins(self, role_id: str) -> tuple[OriginRow, ...]:
        """Return where each value of a role comes from, nothing where one layer says all of it."""
        found = self._connection.execute("SELECT body FROM origins WHERE role = ?", (role_id,)).fetchone()
        return msgspec.msgpack.decode(found[0], type=tuple[OriginRow, ...]) if found else ()

    def similar_roles(self, role_id: str) -> list[SimilarRoleRow]:
        """Return the roles nearest to a role by what is known of both, nearest first."""
        found = self._connection.execute(
            "SELECT body FROM neighbors WHERE role = (SELECT number FROM cards WHERE id = ?)", (role_id,)
        ).fetchone()
        rows = msgspec.msgpack.decode(found[0], type=list[StoredNeighbor]) if found else []
        ids = self._ids(number for number, *_ in rows)
        return [
            SimilarRoleRow(ids[number], rank, tenths / 10, SimilarityEvidence(*map(_from_tenths, told)))
            for number, rank, tenths, _, told in rows
        ]

    def skill_requirements(self, skills: Iterable[str] | None = None) -> dict[str, list[SkillRequirement]]:
        """Return what each role asks of each skill, by role; with `skills`, of the roles that ask for one of them."""
        return self._requirements("skill", None if skills is None else list(dict.fromkeys(skills)))

    def family_coverage(self, *, generated: bool) -> FamilyCoverage:
        """Return how far the roles of one family cover each other in this catalog, generated roles or all others."""
        query = "SELECT total(pairs), total(total), total(squares) FROM kinship WHERE is_own = ?"
        pairs, total, squares = self._connection.execute(query, (not generated,)).fetchone()
        if not pairs:
            return FamilyCoverage(None, None, 0)
        mean = total / pairs
        return FamilyCoverage(mean, math.sqrt(max(squares / pairs - mean * mean, 0)), int(pairs))

    def role_nodes(self) -> list[RoleNode]:
        """Return every role with the ways out of it, in the order of the catalog."""
        (body,) = self._row("SELECT body FROM graph")
        return msgspec.msgpack.decode(body, type=list[RoleNode])

    def search(self, expression: str, limit: int) -> list[SearchHit]:
        """Return the roles that match an FTS5 expression: roles before occupations, then best first.

        Titles weigh most, running text least.
        """
        query = (
            "SELECT id, bm25(words, 10, 8, 4, 1) AS rank FROM words JOIN cards ON number = words.rowid "
            "WHERE words MATCH ? ORDER BY is_own DESC, rank, cards.position LIMIT ?"
        )
        return [SearchHit(*row) for row in self._connection.execute(query, (expression, limit))]

    def roles_named(self, key: str, among: Container[str] | None = None) -> tuple[str, ...]:
        """Return the roles whose best name it is: a title comes before an alias, a role before an occupation."""
        rows = [row for row in self.names_matching(key) if among is None or row.role in among]
        best = min((row.rank for row in rows), default=0)
        if best in (0, OCCUPATION_RANK):
            best += 1  # an id in other letters is no better than a title
        return tuple(dict.fromkeys(row.role for row in rows if row.rank <= best))

    def names_beginning(self, key: str, limit: int) -> list[NameRow]:
        """Return the names that begin with `key`, roles before occupations, the shortest first."""
        query = "key >= ? AND key < ? ORDER BY rank >= ?, length(key), rank, names.position LIMIT ?"
        return self._names(query, (key, f"{key}\U0010ffff", OCCUPATION_RANK, limit))

    def names_holding(self, key: str, limit: int) -> list[NameRow]:
        """Return the names that hold `key` as whole words, roles before occupations, the shortest first."""
        query = "instr(' ' || key || ' ', ?) ORDER BY rank >= ?, length(key), rank, names.position LIMIT ?"
        return self._names(query, (f" {key} ", OCCUPATION_RANK, limit))

    def roles_with_code(self, code: str) -> list[tuple[str, Fit]]:
        """Return the roles that refer to an occupation, each with its fit, in the order of the catalog."""
        query = (
            "SELECT role, fit FROM codes JOIN cards ON id = role WHERE code = ? "
            "ORDER BY is_own DESC, position, codes.rowid"
        )
        return self._connection.execute(query, (code,)).fetchall()

    def name_matcher(self) -> NameMatcher:
        """Return what finds misspelled names of roles; it reads every name, once for each reader."""
        if self._name_matcher is None:
            self._name_matcher = NameMatcher(self.name_keys(), self.spellings().keys() | title_words())
        return self._name_matcher

    def spellings(self) -> dict[str, int]:
        """Return every word of the catalog: 0 where a name has it, 1 a skill, 2 a text."""
        return dict(self._connection.execute("SELECT word, kind FROM spellings ORDER BY kind, word").fetchall())

    def _generated(self, roles: Mapping[str, Role]) -> dict[str, Role]:
        made = self.generated_roles(roles)
        return {role_id: role for role_id, role in roles.items() if role_id in made}

    def _requirements(
        self, of: Literal["id", "skill"], requested: Sequence[str] | None
    ) -> dict[str, list[SkillRequirement]]:
        query = "SELECT id, asks.body FROM asks JOIN cards ON number = role"
        if requested is not None:
            among = _placeholders(requested)
            asking = f"SELECT role FROM askers WHERE skill IN ({among})"  # noqa: S608 (question marks only)
            query += f" WHERE id IN ({among})" if of == "id" else f" WHERE role IN ({asking})"
        return self._decoded(f"{query} ORDER BY id", requested or (), list[SkillRequirement])

    def _ids(self, numbers: Iterable[int]) -> dict[int, str]:
        requested = list(numbers)
        query = f"SELECT number, id FROM cards WHERE number IN ({_placeholders(requested)})"  # noqa: S608
        return dict(self._connection.execute(query, requested).fetchall())

    def _moves(self, condition: str, values: tuple[str, ...]) -> list[MoveRow]:
        """Return moves in the order of the roles that say them: of a feeder, the role that it feeds."""
        said_by = "CASE kind WHEN 'feeder' THEN to_role ELSE from_role END"
        query = f"SELECT moves.* FROM moves JOIN cards ON id = {said_by} {condition}"  # noqa: S608 (ours)
        rows = self._connection.execute(f"{query} ORDER BY is_own DESC, position, moves.rowid", values)
        return [MoveRow(*row) for row in rows]

    def _names(self, condition: str, values: tuple[str | int, ...]) -> list[NameRow]:
        query = f"SELECT key, id, name, rank FROM names JOIN cards ON number = role WHERE {condition}"  # noqa: S608 (ours)
        rows = self._connection.execute(query, values)
        return [NameRow(key, role, name_of_key(key) if name is None else name, rank) for key, role, name, rank in rows]

    def _row(self, query: str, values: tuple[int, ...] = ()) -> tuple[Any, ...]:
        row: tuple[Any, ...] | None = self._connection.execute(query, values).fetchone()
        if row is None:
            raise sqlite3.DatabaseError("an index without a row that every index has")
        return row

    def _records(self, kind: str, ids: Iterable[str], record: type[T]) -> dict[str, T]:
        return self._bodies(kind, ids, msgspec.msgpack.Decoder(record).decode)

    def _bodies(self, kind: str, ids: Iterable[str], decode: Callable[[bytes], T]) -> dict[str, T]:
        requested = list(dict.fromkeys(ids))
        query = f"SELECT id, body FROM documents WHERE kind = ? AND id IN ({_placeholders(requested)})"  # noqa: S608
        found = {key: decode(body) for key, body in self._connection.execute(query, (kind, *requested))}
        return {key: found[key] for key in requested if key in found}

    def _heading(self, number: int) -> Heading:
        if number not in self._headings:
            (body,) = self._row("SELECT body FROM headings WHERE number = ?", (number,))
            self._headings[number] = msgspec.msgpack.decode(body, type=Heading)
        return self._headings[number]

    def _all(self, kind: str, record: type[T]) -> dict[str, T]:
        return self._decoded("SELECT id, body FROM documents WHERE kind = ? ORDER BY id", (kind,), record)

    def _decoded(self, query: str, values: Sequence[str], kind: type[V]) -> dict[str, V]:
        """Return what a query for keys and bodies finds, by key."""
        decode = msgspec.msgpack.Decoder(kind).decode
        return {key: decode(body) for key, body in self._connection.execute(query, values)}

    def _pay(self, condition: str, values: Sequence[str]) -> dict[str, list[Pay]]:
        query = (
            "SELECT code, body, id, per, industry FROM wages "
            "JOIN paid_occupations ON paid_occupations.number = occupation "
            "JOIN paid_places ON paid_places.number = place JOIN pay_series ON pay_series.number = series WHERE"
        )
        found: dict[str, list[Pay]] = {}
        for code, *row in self._connection.execute(f"{query} {condition} ORDER BY code, position", values):
            found.setdefault(code, []).append(decode_pay(*row))
        return found


def _from_tenths(tenths: int | None) -> float | None:
    return None if tenths is None else tenths / 10


def _placeholders(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))
