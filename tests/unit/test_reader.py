"""What goes into the index comes out of it, and in no other order than it should."""

import contextlib
import random
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercli.catalog.index import write_index
from careercli.catalog.reader import CatalogReader
from careercli.catalog.same_jobs import join_same_jobs
from careercli.matching import name_key
from careercli.model import Catalog, Family, Occupation, Pay, PlaceName, Role, Source
from tests.conftest import SMALL, LibraryOf, embedded_catalog, read
from tests.unit.reading import HEAD
from tests.unit.strategies import IDS, Tree, as_tree, as_yaml, catalogs

KINDS = ("sources", "places", "skills", "roles")


@contextlib.contextmanager
def indexed(catalog: Catalog) -> Iterator[CatalogReader]:
    """Open the catalog's index in memory."""
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        write_index(connection, catalog)
        yield CatalogReader(connection)


def of_jobs(catalog: Catalog) -> Catalog:
    """Return the catalog without abstract roles, which are for others to take up and never reach the index."""
    roles = {key: role for key, role in catalog.roles.items() if not role.abstract}
    return msgspec.structs.replace(catalog, roles=roles)


def without_pay(occupations: dict[str, Occupation]) -> dict[str, Occupation]:
    return {
        code: msgspec.structs.replace(occupation, pay=(), wage_levels=()) for code, occupation in occupations.items()
    }


@settings(max_examples=25)
@given(catalogs())
def test_everything_that_went_in_comes_out_equal(catalog: Catalog) -> None:
    catalog = of_jobs(catalog)
    with indexed(catalog) as reader:
        for kind in ("sources", "places", "skills", "roles"):
            entries = getattr(catalog, kind)
            assert getattr(reader, kind)(entries) == entries
        assert reader.all_sources() == catalog.sources
        assert reader.all_places() == catalog.places
        assert reader.families().items() >= catalog.families.items()
        assert reader.all_skills().items() >= catalog.skills.items()
        assert [summary.id for summary in reader.role_summaries()][: len(catalog.roles)] == list(catalog.roles)
        assert without_pay(reader.occupations(catalog.occupations)) == without_pay(catalog.occupations)
        paid = {code: list(occupation.pay) for code, occupation in catalog.occupations.items() if occupation.pay}
        assert reader.occupation_pay(catalog.occupations) == paid, (
            "all pay of an occupation, whatever its document carries"
        )
        every = {
            code: tuple(one for one in each.wage_levels if one.areas) for code, each in catalog.occupations.items()
        }
        places = {place for levels in every.values() for one in levels for place in one.areas}
        assert reader.wage_levels(every, places) == {code: levels for code, levels in every.items() if levels}
        assert reader.wage_levels(every, ()) == {}


@settings(max_examples=15)
@given(catalogs())
def test_every_name_of_every_role_is_kept_ids_before_titles_before_aliases(catalog: Catalog) -> None:
    catalog = of_jobs(catalog)
    with indexed(catalog) as reader:
        rows = [row for key in reader.name_keys() for row in reader.names_matching(key) if row.role in catalog.roles]
    roles = catalog.roles.items()
    own = [
        *((0, role_id, role_id) for role_id, _ in roles),
        *((1, role_id, role.title) for role_id, role in roles),
        *((2, role_id, alias) for role_id, role in roles for alias in role.aliases),
    ]
    # What official lists call it comes after.
    assert sorted((row.rank, row.role, row.name) for row in rows if row.rank <= 2) == sorted(own)


PLACES = ("US", "US-CA", "US-metro-10180")
CODES = ("51-3012", "51-3011", "11-1011")
PAID = st.lists(
    st.builds(
        Pay,
        source=st.just("s"),
        place=st.sampled_from(PLACES),
        currency=st.just("USD"),
        per=st.sampled_from(["year", "hour"]),
        industry=st.sampled_from([None, "Mills", "Shops"]),
        median=st.integers(1, 9) | st.sampled_from([15.25, 18.5]),
    ),
    max_size=9,
).map(tuple)


@settings(max_examples=50)
@given(st.tuples(PAID, PAID, PAID))
def test_pay_is_found_by_its_occupation_and_by_its_place_in_the_order_of_the_layers(
    paid: tuple[tuple[Pay, ...], ...],
) -> None:
    by_code = dict(zip(CODES, paid, strict=True))
    catalog = Catalog(
        schema_version=1,
        name="paid",
        sources={"s": Source(title="S", kind="official")},
        places={place: PlaceName(title=place) for place in PLACES},
        occupations={code: Occupation(title=code, scheme="soc-2018", pay=found) for code, found in by_code.items()},
    )

    def chosen(codes: Collection[str], keep: Callable[[Pay], bool]) -> dict[str, list[Pay]]:
        every = {code: [pay for pay in by_code[code] if keep(pay)] for code in sorted(codes)}
        return {code: found for code, found in every.items() if found}

    with indexed(catalog) as reader:
        for number in range(len(CODES) + 1):
            asked = CODES[:number]
            assert printed(reader.occupation_pay(asked)) == printed(chosen(asked, lambda _: True))
        for place in (*PLACES, "US-TX"):
            there = chosen(CODES, lambda pay, place=place: pay.place == place)  # type: ignore[misc]
            assert printed(reader.occupation_pay((*CODES, "99-9999"), places=[place])) == printed(there)
            yearly = {
                code: [pay for pay in found if pay.per == "year" and pay.industry is None]
                for code, found in there.items()
            }
            assert printed(reader.occupation_pay_at(place)) == printed(
                {code: one for code, one in yearly.items() if one}
            )


def printed(found: Mapping[str, list[Pay]]) -> list[tuple[str, bytes]]:
    """Return what was found as an answer would print it, in order: 15.0 is equal to 15, and not printed alike."""
    return [(code, msgspec.json.encode(pays)) for code, pays in found.items()]


WRITTEN = st.text("aBc é3ßſÇ'-&./", min_size=1, max_size=9).filter(name_key)


@settings(max_examples=50)
@given(st.lists(WRITTEN, max_size=5))
def test_a_name_is_read_as_it_was_written(drawn: list[str]) -> None:
    aliases = tuple(
        dict.fromkeys(
            [*drawn, "Night Baker", "night baker", "NIGHT BAKER", "Night-Baker", "Bäcker", "McBaker", "3D Artist"]
        )
    )
    role = Role(title="Baker", family="f", summary="Bakes.", aliases=aliases)
    catalog = Catalog(schema_version=1, name="named", families={"f": Family(title="F")}, roles={"baker": role})
    with indexed(catalog) as reader:
        read_back = [row.name for key in reader.name_keys() for row in reader.names_matching(key) if row.rank == 2]
        begun = [row.name for row in reader.names_beginning("night", 9)]
    assert sorted(read_back) == sorted(aliases)
    assert {"Night Baker", "night baker", "NIGHT BAKER", "Night-Baker"} <= set(begun)


@settings(max_examples=15)
@given(catalogs())
def test_every_role_has_a_card_an_id_of_its_own_and_a_family_that_is_there(catalog: Catalog) -> None:
    with indexed(catalog) as reader:
        summaries = reader.role_summaries()
        assert len({card.id for card in summaries}) == len(summaries)
        assert list(reader.roles(card.id for card in summaries)) == [summary.id for summary in summaries]
        assert {card.family for card in summaries} <= {*reader.families(), *IDS}
        assert {skill for card in summaries for skill in card.skills} <= set(reader.all_skills())


def shuffled(tree: Tree, dice: random.Random) -> Tree:
    """Return the same tree with the keys of every mapping in another order."""
    if isinstance(tree, dict):
        pairs = [(key, shuffled(value, dice)) for key, value in tree.items()]
        dice.shuffle(pairs)
        return dict(pairs)
    return [shuffled(item, dice) for item in tree] if isinstance(tree, list) else tree


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_keys_changes_no_record(seed: int, small_text: str) -> None:
    text = as_yaml(shuffled(as_tree(small_text), random.Random(seed)))
    assert read(text) == read(small_text)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_entries_changes_no_answer_that_has_an_order_of_its_own(
    seed: int, small_text: str, library_of: LibraryOf
) -> None:
    here, there = library_of(small_text), library_of(as_yaml(shuffled(as_tree(small_text), random.Random(seed))))
    assert list(there.families().items()) == list(here.families().items())
    assert list(there.all_skills().items()) == list(here.all_skills().items())
    assert there.spellings() == here.spellings()
    assert {summary.id: summary for summary in there.role_summaries()} == {
        card.id: card for card in here.role_summaries()
    }
    assert sorted(there.search("bak*", 9), key=lambda hit: hit.role) == sorted(
        here.search("bak*", 9), key=lambda hit: hit.role
    )


def test_records_come_in_the_order_in_which_they_were_asked_for_each_once(library_of: LibraryOf) -> None:
    reader = library_of(SMALL)
    assert list(reader.roles(["flour-buyer", "baker", "flour-buyer", "nobody"])) == ["flour-buyer", "baker"]
    assert reader.roles([]) == {}
    assert reader.role_summaries_of(["nobody"]) == {}


def test_a_role_that_is_not_there_is_a_key_error(library_of: LibraryOf) -> None:
    with pytest.raises(KeyError):
        library_of(SMALL).role("nobody")


def test_names_compare_equal_whatever_their_case_accents_and_punctuation(library_of: LibraryOf) -> None:
    reader = library_of(
        HEAD + "families: {a: {title: A}}\nroles: {x: {title: Café & Bar-Manager, family: a, summary: B}}\n"
    )
    assert [row.name for row in reader.names_matching("cafe and bar manager")] == ["Café & Bar-Manager"]


def test_moves_into_a_role_hold_its_feeders_and_the_moves_of_others(library_of: LibraryOf) -> None:
    rows = library_of(SMALL).moves_into("baker")
    assert {(row.from_role, row.from_level, row.to_level, row.kind) for row in rows} == {
        ("pastry-chef", None, "apprentice", "feeder"),
        ("pastry-chef", None, None, "lateral"),
        ("flour-buyer", None, "apprentice", "pivot"),
    }


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("boulanger", "baker"),
        ("bargaining", "bakery-manager"),
        ("starter", "baker"),
        ("director", "bakery-manager"),
        ("deck", "baker"),
        ("cakes", "pastry-chef"),
    ],
)
def test_search_finds_aliases_skills_duties_levels_and_tools(words: str, role: str, library_of: LibraryOf) -> None:
    assert role in [hit.role for hit in library_of(SMALL).search(words, 9)]


def test_a_word_in_the_title_outweighs_the_same_word_in_the_text(library_of: LibraryOf) -> None:
    text = HEAD + "families: {a: {title: A}}\nroles:\n"
    text += "  one: {title: Cook, family: a, summary: flour flour flour}\n"
    text += "  two: {title: Flour Miller, family: a, summary: x}\n"
    assert [hit.role for hit in library_of(text).search("flour", 9)] == ["two", "one"]


def test_an_index_of_another_form_is_refused() -> None:
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        write_index(connection, read(SMALL))
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'format'")
        with pytest.raises(sqlite3.DatabaseError):
            CatalogReader(connection)


def test_the_embedded_catalog_comes_out_of_its_index_as_it_went_in(embedded: CatalogReader) -> None:
    catalog = join_same_jobs(embedded_catalog())
    for kind in KINDS:
        went_in = getattr(catalog, kind)
        came_out = getattr(embedded, kind)(went_in)
        if kind == "occupations":  # older releases are looked up when they are asked for
            assert [one.title for one in came_out.values()] == [one.title for one in went_in.values()]
            assert embedded.occupation_pay(went_in) == {code: list(one.pay) for code, one in went_in.items() if one.pay}
        else:
            assert came_out == went_in


@pytest.mark.parametrize(
    ("links", "figure"),
    [
        ("[{code: '1', fit: proxy}, {code: '2', fit: part}, {code: '3', fit: exact}]", (3, "exact")),
        ("[{code: '1', fit: proxy}, {code: '2', fit: part}]", (2, "part")),
        ("[{code: '1', fit: proxy}]", (99, None)),
        ("[]", (99, None)),
    ],
)
def test_the_pay_of_a_list_is_the_best_fitting_class_then_the_own_figure_then_a_proxy(
    links: str, figure: tuple[int, str | None], library_of: LibraryOf
) -> None:
    pay = "{source: s, place: US, per: year, currency: USD, mean: 7, median: %s}"
    classes = "".join(f"  '{code}': {{title: C, scheme: isco-08, pay: [{pay % code}]}}\n" for code in (1, 2, 3))
    text = HEAD + "sources: {s: {title: S, kind: survey}}\nplaces: {US: {title: US}}\nfamilies: {a: {title: A}}\n"
    text += f"occupations:\n{classes}roles:\n  r:\n    title: R\n    family: a\n    summary: R\n"
    text += f"    occupations: {links}\n    pay: [{pay % 99}]\n"
    (summary,) = library_of(text).role_summaries()
    assert summary.pay is not None
    assert (summary.pay.amount, summary.pay.fit, summary.pay.statistic) == (*figure, "median")
