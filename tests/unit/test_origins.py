"""Each value says which layer, file and source it is from; `NAME:ROLE` asks one catalog."""

import json
import shutil
from pathlib import Path

import pytest

from careercli.answers.shared.names import Names
from careercli.answers.show.origin import origin_rows
from careercli.answers.show.origin_page import origin_blocks
from careercli.answers.show.origin_view import OriginView
from careercli.blocks import Table
from careercli.catalog import index_cache
from careercli.errors import NotFound
from tests.conftest import SMALL, LibraryOf
from tests.unit.caching import age
from tests.unit.reading import python

OURS = """\
schema_version: 1
name: ours
sources:
  bands: {title: Our bands, kind: company}
roles:
  baker:
    summary: Ours.
    title: Baker
    environment: {pace: Slow}
    pay: [{source: bands, place: US, per: year, currency: USD, low: 1, high: 2}]
    skills: [{skill: spreadsheets, need: must}]
    levels: [{id: master, title: Our Master}]
    training: [{title: Evening school, source: oven-survey, note: We pay for it.}]
  our-baker:
    title: Baker at Ours
    extends: baker
    summary: A baker of ours.
    levels:
      - {id: senior-baker, title: Senior Baker II, track: ic, years: [3, null], source: bands}
"""
RULE = """\
schema_version: 1
sources:
  level-rule: {title: A rule, kind: rule}
"""
COUNT = """\
schema_version: 1
name: count
sources:
  count: {title: A count, kind: official, period: 2026}
occupations:
  "51-3011":
    pay:
      - {source: count, place: US, per: year, currency: USD, p10: 1, p25: 2, median: 3, p75: 4, p90: 5}
"""


@pytest.fixture
def layers(tmp_path: Path) -> list[str]:
    """Return the sample catalog with a company's layer over it, and the rule of estimates over both."""
    return [str(SMALL), written(tmp_path / "ours.yaml", OURS), written(tmp_path / "rule.yaml", RULE)]


def written(path: Path, text: str) -> str:
    path.write_text(text, "utf-8")
    return str(path)


def origins(layers: list[str], name: str) -> dict[str, OriginView]:
    """Return where each value of a role comes from, by path."""
    rows = index_cache.query(layers, lambda reader: origin_rows(reader, Names(reader).resolve(name)))
    assert len({(row.path, row.layer) for row in rows}) == len(rows)
    return {row.path: row for row in rows}


def found(layers: list[str], name: str) -> str:
    return str(index_cache.query(layers, lambda reader: Names(reader).resolve(name)))


def test_a_value_says_its_layer_and_file(layers: list[str]) -> None:
    rows = origins(layers, "flour-buyer")
    assert {(row.role, row.layer, row.file, row.through) for row in rows.values()} == {
        ("flour-buyer", "small", str(SMALL), None)
    }
    assert list(rows) == ["title", "family", "summary", "skills[negotiation]", "moves[baker@apprentice, pivot]"]


def test_a_value_that_a_layer_overrides_says_whom(layers: list[str]) -> None:
    rows = origins(layers, "baker")
    assert (rows["summary"].layer, rows["summary"].overrides) == ("ours", (f"small ({SMALL})",))
    assert (rows["environment.pace"].layer, rows["environment.place"].layer) == ("ours", "small")
    assert (rows["duties"].layer, rows["duties"].overrides) == ("small", ())


def test_who_says_the_same_overrides_nobody(layers: list[str]) -> None:
    title = origins(layers, "baker")["title"]
    assert (title.layer, title.overrides) == ("ours", ())


def test_a_record_is_known_by_what_makes_it_one_and_names_its_source(layers: list[str]) -> None:
    rows = origins(layers, "baker")
    assert rows["pay[bands, US, year, USD]"].layer == "ours"
    assert rows["pay[oven-survey, US, year, USD]"].layer == "small"
    assert rows["pay[oven-survey, NA, month, NAD]"].source == "oven-survey"
    assert rows["figures[best-city, oven-survey, Windhoek, Khomas, NA]"].source == "oven-survey"
    assert rows["moves[journeyman, pastry-chef, lateral]"].layer == "small"


def test_a_record_that_two_layers_make_says_who_said_which_part(layers: list[str]) -> None:
    rows = origins(layers, "baker")
    assert rows["skills[spreadsheets].need"].overrides == (f"small ({SMALL})",)
    assert rows["skills[baking]"].layer == "small"
    assert "skills[spreadsheets]" not in rows
    parts = {path.rpartition("]")[2]: row.layer for path, row in rows.items() if "Evening school" in path}
    assert parts == {".cost.unit": "small", ".cost.low": "small", ".cost.at_least": "small", ".note": "ours"}


def test_a_level_says_it_of_each_of_its_keys(layers: list[str]) -> None:
    rows = origins(layers, "baker")
    title, years = rows["levels[master].title"], rows["levels[master].years"]
    assert (title.layer, title.source, title.overrides) == ("ours", "editors", (f"small ({SMALL})",))
    assert (years.layer, years.source) == ("small", "editors")
    assert rows["levels[apprentice].duties"].source is None, "a level's source answers for the step, not for each word"
    assert rows["levels[apprentice].pay[oven-survey, US, year, USD]"].source == "oven-survey"


def test_of_one_level_only_its_values_are_told(layers: list[str]) -> None:
    rows = origins(layers, "our-baker@senior-baker")
    assert list(rows) == [f"levels[senior-baker].{key}" for key in ("title", "track", "years", "source")]


def test_what_is_taken_up_says_through_whom(layers: list[str]) -> None:
    rows = origins(layers, "our-baker")
    assert (rows["title"].layer, rows["title"].through, rows["title"].overrides) == ("ours", None, ())
    assert (rows["duties"].layer, rows["duties"].file, rows["duties"].through) == ("small", str(SMALL), "baker")
    assert (rows["environment.pace"].layer, rows["environment.pace"].through) == ("ours", "baker")
    assert (rows["summary"].through, rows["summary"].overrides) == (
        None, (f"small ({SMALL}), baker", f"ours ({layers[1]}), baker"),
    )  # fmt: skip
    assert [path for path in rows if path.startswith(("pay", "figures", "levels[master]", "moves"))] == []


def test_figures_of_official_classes_say_which_layers_have_them(layers: list[str], tmp_path: Path) -> None:
    rows = index_cache.query(
        [*layers, written(tmp_path / "count.yaml", COUNT)],
        lambda reader: origin_rows(reader, Names(reader).resolve("baker")),
    )
    assert [(row.path, row.layer) for row in rows[-3:]] == [
        ("occupations[51-3011].figures", "small"),
        ("occupations[51-3011].pay", "small"),
        ("occupations[51-3011].pay", "count"),
    ]


def test_a_role_that_is_made_of_an_occupation_comes_from_who_describes_that(tmp_path: Path) -> None:
    text = SMALL.read_text("utf-8").replace('code: "51-3011", fit: exact', 'code: "51-3011", fit: part', 1)
    profile = "{source: editors, description: Bakes., tasks: [{text: Bake.}]}"
    layer = (
        f"schema_version: 1\nname: official\noccupations: {{'51-3011': {{title: Oven Tenders, profile: {profile}}}}}\n"
    )
    layers = [written(tmp_path / "a.yaml", text), written(tmp_path / "b.yaml", layer)]
    rows = origins(layers, "official:oven-tenders")
    assert (rows["summary"].layer, rows["summary"].file, rows["summary"].source) == ("official", layers[1], "editors")


def test_a_file_of_the_embedded_catalog_is_named_by_its_place_in_it() -> None:
    layers = index_cache.embedded_layers()
    assert index_cache.layer_label(layers[0]) == "data/roles.yaml"
    assert index_cache.layer_label("data/roles.yaml") == "data/roles.yaml"
    assert index_cache.layer_label("/elsewhere/ours.yaml") == "/elsewhere/ours.yaml"


def test_files_that_moved_are_named_by_where_they_are_now(layers: list[str], tmp_path: Path, cache: Path) -> None:
    before = origins(layers, "baker")["summary"].file
    moved = shutil.copy(layers[1], tmp_path / "moved.yaml")
    assert before == layers[1]
    assert origins([layers[0], str(moved), layers[2]], "baker")["summary"].file == str(moved)
    assert len(list(cache.glob("*.sqlite"))) == 1, "the same content is one index"


def test_layers_in_another_order_have_origins_of_their_own(layers: list[str], tmp_path: Path) -> None:
    again = written(tmp_path / "again.yaml", "schema_version: 1\nname: again\nroles: {baker: {summary: Again.}}\n")
    assert origins([*layers, again], "baker")["summary"].layer == "again"
    assert origins([layers[0], again, *layers[1:]], "baker")["summary"].layer == "ours"


def test_no_catalog_is_read_to_say_where_a_value_comes_from(layers: list[str], cache: Path) -> None:
    code = """if True:
        import json, sys
        from careercli.catalog import index_cache
        from careercli.answers.show.origin import origin_rows
        from careercli.answers.shared.names import Names
        rows = index_cache.query(sys.argv[1:], lambda reader: origin_rows(reader, Names(reader).resolve("our-baker")))
        print(json.dumps([len(rows), "yaml" in sys.modules]))
    """
    first = json.loads(python(code, *layers).stdout)
    age(cache)
    second = json.loads(python(code, *layers).stdout)
    assert first[0] == second[0] > 9
    assert (first[1], second[1]) == (True, False)


def test_without_its_layers_an_index_answers_everything_else(library_of: LibraryOf) -> None:
    reader = library_of(SMALL)
    assert origin_rows(reader, Names(reader).resolve("baker")) == ()
    assert (reader.layer_names(), reader.roles_in_catalog("small")) == ([], [])


def test_a_page_says_once_what_several_values_share(layers: list[str]) -> None:
    rows = list(origins(layers, "flour-buyer").values())
    _, table = origin_blocks(rows)
    assert isinstance(table, Table)
    assert [row.label.lines[0] for row in table.rows] == [
        "title, family, summary", "skills[negotiation]", "moves[baker@apprentice, pivot]",
    ]  # fmt: skip
    assert list(origin_blocks([])) == []


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("ours:baker", "baker"),
        ("OURS:Baker", "baker"),
        ("ours:our-baker", "our-baker"),
        ("ours:baker@master", "baker@master"),
        ("ours:Our Master", "baker@master"),
        ("ours:senior-baker", "our-baker@senior-baker"),
        ("ours:Senior Baker II", "our-baker@senior-baker"),
        ("ours:senior-bakr", "our-baker@senior-baker"),
        ("ours:our-baker@senior-bakr", "our-baker@senior-baker"),
        ("small:pastry-chef", "pastry-chef"),
        ("small:patissier", "pastry-chef"),
        ("small:director", "bakery-manager@director"),
    ],
)
def test_a_name_behind_a_catalog_is_a_role_or_a_level_of_it(layers: list[str], name: str, place: str) -> None:
    assert found(layers, name) == place


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("our:pie", "no catalog is called 'our' (did you mean 'ours'?); the catalogs in use: small, ours"),
        ("ours:flour-buyer", "ours has no role or level called 'flour-buyer'"),
        ("ours:flour-buyer@x", "ours has no role called 'flour-buyer'"),
        ("ours:senior", "ours has no role or level called 'senior'; did you mean our-baker@senior-baker"),
        ("ours:baker@x", "baker has no level 'x'; its levels: baker@apprentice"),
    ],
)
def test_what_a_catalog_does_not_have_is_told_with_what_it_has(layers: list[str], name: str, message: str) -> None:
    with pytest.raises(NotFound) as caught:
        found(layers, name)
    assert caught.value.message.startswith(message)
    assert caught.value.hint or "its levels" in message


def test_a_level_that_several_roles_of_a_catalog_have_is_a_question(tmp_path: Path) -> None:
    level = "{id: senior, title: Senior, track: ic, years: [0, null], source: editors}"
    text = f"schema_version: 1\nname: two\nroles:\n  baker: {{levels: [{level}]}}\n  pastry-chef: {{title: Chef}}\n"
    with pytest.raises(NotFound) as caught:
        found([str(SMALL), written(tmp_path / "two.yaml", text)], "two:senior")
    names = "baker@senior, pastry-chef@senior"
    assert caught.value.message == f"'senior' is the name of more than one level of two: {names}"


def test_a_catalog_may_stand_in_several_files(tmp_path: Path) -> None:
    files = [
        written(tmp_path / f"{role}.yaml", f"schema_version: 1\nname: ours\nroles: {{{role}: {{summary: Ours.}}}}\n")
        for role in ("baker", "pastry-chef")
    ]
    assert found([str(SMALL), *files], "ours:baker") == "baker"
    assert found([str(SMALL), *files], "ours:pastry-chef") == "pastry-chef"


def test_an_abstract_role_is_no_role_of_a_catalog(tmp_path: Path) -> None:
    track = "{abstract: true, title: Track, family: office, summary: X, levels: [%s]}"
    level = "{id: l1, title: Level, track: ic, years: [0, null], source: editors}"
    text = (
        f"schema_version: 1\nname: ours\nroles:\n  track: {track % level}\n  helper: {{title: Help, extends: track}}\n"
    )
    layers = [str(SMALL), written(tmp_path / "ours.yaml", text)]
    for name in ("track", "ours:track"):
        with pytest.raises(NotFound):
            found(layers, name)
    assert found(layers, "ours:l1") == "helper@l1"


def test_a_role_with_a_colon_in_its_name_keeps_it(tmp_path: Path) -> None:
    text = 'schema_version: 1\nname: ours\nroles: {baker: {aliases: ["Rolls:Buns"]}}\n'
    layers = [str(SMALL), written(tmp_path / "ours.yaml", text)]
    assert found(layers, "Rolls:Buns") == "baker"
