"""A catalog laid over another adds, extends, appends and overrides; what is wrong is told in the file that says it."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercli.catalog.export import catalog_document
from careercli.model import Catalog
from tests.conftest import SMALL, LibraryOf, read
from tests.unit.reading import HEAD, said
from tests.unit.strategies import TREES, Tree, as_yaml

BASE = SMALL.read_text("utf-8")
OVER = "schema_version: 1\n"


def over(text: str) -> Catalog:
    """Return the sample catalog with a layer laid over it."""
    return read(BASE, OVER + text)


def test_a_layer_that_says_nothing_changes_nothing() -> None:
    assert over("") == read(BASE)


def test_a_layer_adds_entries_of_every_kind_after_those_that_stand() -> None:
    catalog = over(
        "sources: {us: {title: Our own, kind: company}}\nplaces: {NO: {title: Norway}}\n"
        "families: {shop: {title: Shop}}\n"
        "skills: {selling: {name: Selling, kind: soft}}\noccupations: {'41-2031': {title: Sellers, scheme: soc-2018}}\n"
        "roles: {seller: {title: Seller, family: shop, summary: Sells., skills: [{skill: selling, need: must}]}}\n"
    )
    for kind, new in {
        "sources": "us",
        "places": "NO",
        "families": "shop",
        "skills": "selling",
        "occupations": "41-2031",
        "roles": "seller",
    }.items():
        assert list(getattr(catalog, kind))[-1] == new
        assert len(getattr(catalog, kind)) == len(getattr(read(BASE), kind)) + 1


def test_a_layer_overrides_a_field_and_leaves_its_neighbours() -> None:
    baker = over("name: ours\nroles: {baker: {summary: Ours., aliases: [Baker of ours]}}\n").roles["baker"]
    assert (baker.summary, baker.aliases) == ("Ours.", ("Baker of ours",))
    assert baker.duties == read(BASE).roles["baker"].duties
    assert over("name: ours\n").name == "ours"


def test_a_layer_takes_a_field_away_with_null() -> None:
    baker = over("roles: {baker: {education: null, environment: {pace: ~}}}\n").roles["baker"]
    assert baker.education is None
    assert baker.environment is not None
    assert (baker.environment.pace, baker.environment.place) == (None, "A warm bakehouse")


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        ("pay", "{source: editors, place: US, per: year, currency: USD, median: 1}"),
        ("figures", "{measure: growth, source: editors, value: 9}"),
        ("training", "{title: Ours, source: editors}"),
        ("moves", "{to: flour-buyer, kind: pivot, why: Ours.}"),
    ],
)
def test_a_layer_appends_its_statements_to_those_that_stand(kind: str, record: str) -> None:
    before = getattr(read(BASE).roles["baker"], kind)
    after = getattr(over(f"roles: {{baker: {{{kind}: [{record}]}}}}\n").roles["baker"], kind)
    assert after[:-1] == before
    assert len(after) == len(before) + 1


def test_official_figures_are_appended_to_an_occupation() -> None:
    layer = "occupations: {'51-3011': {figures: [{measure: growth, source: oven-survey, value: 1}]}}\n"
    figures = over(layer).occupations["51-3011"].figures
    assert [figure.value for figure in figures if figure.measure == "growth"] == [6.4, 1]


def test_levels_are_merged_by_id_and_new_ones_follow() -> None:
    layer = """\
roles:
  baker:
    levels:
      - {id: master, title: Grand Master, pay: [{source: editors, place: US, per: year, currency: USD, median: 5}]}
      - {id: owner, title: Owner, track: management, years: [20, null], source: editors}
"""
    levels = {level.id: level for level in over(layer).roles["baker"].levels}
    assert list(levels) == ["apprentice", "journeyman", "master", "shift-lead", "head", "owner"]
    assert (levels["master"].title, levels["master"].years) == ("Grand Master", (5, 10))
    assert [pay.median for pay in levels["master"].pay] == [46200, 5]


def test_skills_and_occupations_of_a_role_are_merged_by_their_name() -> None:
    layer = "roles: {baker: {skills: [{skill: pastry, need: nice}, {skill: baking, need: nice}], "
    layer += "occupations: [{code: 51-3011, fit: part}]}}\n"
    baker = over(layer).roles["baker"]
    assert [(skill.skill, skill.need, skill.importance) for skill in baker.skills] == [
        ("baking", "nice", 90),
        ("food-safety", "must", 70),
        ("spreadsheets", "nice", None),
        ("pastry", "nice", None),
    ]
    assert [(link.code, link.fit) for link in baker.occupations] == [("51-3011", "part")]


def test_a_list_of_numbers_is_replaced_whatever_it_is_called() -> None:
    ratios = (
        "occupations: {51-3011: {wage_ratios: {source: oven-survey, areas: 9, "
        "levels: [0.6, 0.8, 1, 1.2], low: [0.5, 1.1], high: [0.7, 1.3]}}}\n"
    )
    once = over(ratios)
    assert once.occupations["51-3011"].wage_ratios is not None
    assert read(BASE, OVER + ratios, OVER + ratios).occupations == once.occupations


def test_any_number_of_layers_is_laid_in_order() -> None:
    layers = [OVER + f"roles: {{baker: {{title: Baker {number}}}}}\n" for number in range(5)]
    assert read(BASE, *layers).roles["baker"].title == "Baker 4"
    assert read(BASE, *reversed(layers)).roles["baker"].title == "Baker 0"


@pytest.mark.parametrize(
    ("layer", "message"),
    [
        (
            "roles:\n  baker:\n    summry: x\n",
            "layer2.yaml:4:5: roles.baker.summry: unknown key (did you mean 'summary'?)",
        ),
        ("roles:\n  baker:\n    family: gone\n", "layer2.yaml:4:13: roles.baker.family: no family 'gone'"),
        (
            "roles:\n  baker:\n    pay:\n    - {source: gone, place: US, per: year, currency: USD, mean: 1}\n",
            "layer2.yaml:5:16: roles.baker.pay[2].source: no source 'gone'",
        ),
        (
            "roles:\n  baker:\n    levels:\n    - {id: master, years: [9, 2]}\n",
            "layer2.yaml:5:27: roles.baker.levels[2].years: a band goes from fewer years to more, not [9, 2]",
        ),
        (
            "roles:\n  new:\n    title: New\n    family: kitchen\n",
            "layer2.yaml:4:5: roles.new: the key 'summary' is missing",
        ),
        (
            "roles:\n  baker:\n    title: A\n    title: B\n",
            "layer2.yaml:5:5: roles.baker.title: duplicate key: it is already on line 4",
        ),
        ("roles:\n  new: 1\n  new: 2\n", "layer2.yaml:4:3: roles.new: duplicate key: it is already on line 3"),
        (
            "roles:\n  baker:\n    levels:\n    - {id: master}\n"
            "    - {id: master, title: A, track: ic, years: [1, 2], source: editors}\n",
            "layer2.yaml:6:12: roles.baker.levels[5].id: the level 'master' appears twice",
        ),
        ("roles: []\n", "layer2.yaml:2:8: roles: expected a mapping of keys, got a list"),
        ("name: !mine x\n", "layer2.yaml:2:7: name: the tag '!mine' has no meaning in a catalog: leave it out"),
    ],
)
def test_what_is_wrong_in_a_layer_is_told_in_that_file(layer: str, message: str) -> None:
    problems = said(BASE, OVER + layer)
    assert any(problem.startswith(message) for problem in problems), problems
    assert all(problem.startswith("layer2.yaml:") for problem in problems)


def test_what_is_wrong_below_is_still_told_below() -> None:
    problems = said(BASE.replace("family: office", "family: gone"), OVER + "roles: {baker: {pros: [Bread.]}}\n")
    assert [problem.split(":")[0] for problem in problems] == ["layer1.yaml", "layer1.yaml"]


def test_a_duplicate_below_is_told_below_even_when_a_layer_overrides_it() -> None:
    base = HEAD + "title: A\ntitle: B\n"
    assert said(base, OVER + "title: C\n") == ["layer1.yaml:4:1: title: duplicate key: it is already on line 3"]


@pytest.mark.parametrize("version", ["", "schema_version: 2\n", "schema_version:\n"])
def test_every_layer_names_a_version_that_is_known(version: str) -> None:
    problems = said(BASE, version + "name: ours\n")
    assert len(problems) == 1
    assert problems[0].startswith("layer2.yaml:1:")
    assert "schema_version" in problems[0]


@pytest.mark.parametrize("key", ["[a, b]", "{a: b}"])
def test_a_key_that_is_no_text_is_told_whichever_layer_holds_it(key: str) -> None:
    odd = f"? {key}\n: 1\n"
    for layers, place in (((HEAD + odd, OVER), "layer1.yaml:3:3"), ((HEAD, OVER + odd), "layer2.yaml:2:3")):
        (problem,) = said(*layers)
        assert problem.startswith(f"{place}: a key must be text")


@settings(max_examples=50)
@given(st.dictionaries(st.sampled_from(Catalog.__struct_fields__), TREES))
def test_any_layer_over_a_catalog_gives_a_catalog_or_problems(tree: dict[str, Tree]) -> None:
    said(BASE, as_yaml({"schema_version": 1, **tree}))


@settings(max_examples=30)
@given(TREES)
def test_anything_said_of_a_role_gives_a_catalog_or_problems(tree: Tree) -> None:
    role: Tree = {"levels": tree, "skills": [tree], "occupations": [{"code": tree}], "moves": tree, "title": tree}
    said(BASE, as_yaml({"schema_version": 1, "roles": {"baker": role, "new": tree}}))


# An occupation without a title

UNNAMED = "occupations: {'43-9999': {scheme: soc-2018}}\n"
NAMED = "occupations: {'43-9999': {title: Office Workers, scheme: soc-2018}}\n"


@pytest.mark.parametrize("layers", [(UNNAMED, NAMED), (NAMED, UNNAMED)])
def test_an_occupation_has_the_title_of_whichever_layer_gives_one(layers: tuple[str, str]) -> None:
    assert read(BASE, *(OVER + text for text in layers)).occupations["43-9999"].title == "Office Workers"


def test_an_occupation_that_no_layer_names_is_called_by_its_code() -> None:
    catalog = over(UNNAMED)
    assert catalog.occupations["43-9999"].title == "Occupation 43-9999"
    written = json.dumps(catalog_document(catalog).data)
    assert "Occupation 43-9999" not in written, "written out, it would take the place of a title"
    assert read(written, OVER + NAMED).occupations["43-9999"].title == "Office Workers"


def test_an_occupation_that_no_layer_names_is_no_role_and_no_name(library_of: LibraryOf) -> None:
    profile = "profile: {source: s, description: D}"
    link = "{code: '43-9998', fit: exact}"
    reader = library_of(
        HEAD + "sources: {s: {title: S, kind: official}}\nfamilies: {f: {title: F}}\n"
        f"occupations: {{'43-9999': {{scheme: soc-2018, {profile}}}, '43-9998': {{scheme: soc-2018}}}}\n"
        f"roles: {{clerk: {{title: Clerk, family: f, summary: Files., occupations: [{link}]}}}}\n"
    )
    assert [summary.id for summary in reader.role_summaries()] == ["clerk"]
    assert not any("occupation" in key for key in reader.name_keys())
    assert reader.search("occupation", 9) == []
    assert reader.occupation_titles(["43-9998"]) == {"43-9998": "Occupation 43-9998"}
