"""An index that a layer was patched into answers as one that was compiled of all layers together."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from careercli.catalog import index_cache
from careercli.catalog.compile_index import compile_index
from careercli.catalog.index_patch import patch_index
from careercli.catalog.reader import CatalogReader
from careercli.catalog.yaml_reader import parse
from careercli.errors import CatalogInvalid
from tests.conftest import SMALL
from tests.unit.caching import indexes

BASE = SMALL.read_text("utf-8")
MARKET = """schema_version: 1
name: market
sources:
  survey: {title: A survey of trades, kind: official, period: 2025}
occupations:
  "51-3011":
    title: Bakers
    scheme: soc-2018
    profile:
      source: survey
      titles: [Loaf Maker]
      tasks: [{text: Bake bread in an oven.}]
      related: [{code: "51-3012", tier: primary-short, rank: 1}]
  "51-3012":
    title: Millers
    scheme: soc-2018
    pay: [{source: survey, place: US, per: year, currency: USD, median: 41000}]
    figures: [{measure: job-zone, source: survey, value: 2}]
    profile:
      source: survey
      titles: [Grain Miller]
      tasks: [{text: Grind grain into flour for bread.}]
      ratings: [{element: 2.A.1.a, name: Reading, kind: skill, importance: 3.62, level: 3.1}]
      shares: [{scale: education, category: Some college, percent: 12.5}]
      related: [{code: "51-3013", tier: primary-short, rank: 1}]
  "51-3013":
    title: Roasters
    scheme: soc-2018
    profile:
      source: survey
      tasks: [{text: Roast grain and beans in an oven.}]
      ratings: [{element: 2.A.1.a, name: Reading, kind: skill, importance: 4, level: 3}]
      related: [{code: "51-3012", tier: primary-short, rank: 1}]
"""
OWN = "schema_version: 1\nname: ours\n"
NEW = "title: Cake Maker, family: kitchen, summary: Makes cakes."
LAYERS = {
    "nothing": "",
    "a role": f"roles: {{cake-maker: {{{NEW}}}}}\n",
    "a role with everything of its own": (
        "sources: {our-hr: {title: Our HR, kind: company}}\nplaces: {NO: {title: Norway, kind: country}}\n"
        "families: {shop: {title: Shop}}\nskills: {selling: {name: Selling, kind: soft, aliases: [vending]}}\n"
        "roles:\n  seller:\n    title: Seller\n    family: shop\n    summary: Sells what is baked.\n"
        "    skills: [{skill: selling, need: must}, {skill: baking, need: nice}]\n"
        "    pay: [{source: our-hr, place: NO, per: year, currency: NOK, median: 400000}]\n"
        "    levels:\n      - {id: one, title: Seller 1, track: ic, source: our-hr, years: [0, 2]}\n"
        "      - {id: two, title: Seller 2, track: management, source: our-hr, years: [2, 4]}\n"
        "    moves: [{to: baker@head, kind: promotion, why: Knows the bread.}]\n"
        "    entry: {feeders: [{title: Baker, role: baker, why: Sold it before.}]}\n"
    ),
    "another title and more names": "roles: {baker: {title: Bread Baker, aliases: [Panadero]}}\n",
    "other skills": (
        "roles: {baker: {skills: [{skill: negotiation, need: must}, {skill: baking, need: nice, level: 5}]}}\n"
    ),
    "a step of a ladder": "roles: {baker: {levels: [{id: master, title: Grand Master}]}}\n",
    "a move and a feeder": (
        "roles: {baker: {moves: [{to: flour-buyer, kind: pivot, why: Knows the flour.}],"
        " entry: {feeders: [{title: Buyer, role: flour-buyer}]}}}\n"
    ),
    "no feeders any more": "roles: {baker: {entry: null, education: null}}\n",
    "another family": "roles: {baker: {family: office}}\n",
    "the only role of an occupation": (
        "roles: {grinder: {title: Grain Grinder, family: kitchen, summary: Grinds.,"
        " occupations: [{code: 51-3012, fit: exact}]}}\n"
    ),
    "a part of an occupation": (
        "roles: {grinder: {title: Grain Grinder, family: kitchen, summary: Grinds.,"
        " occupations: [{code: 51-3012, fit: part}]}}\n"
    ),
    "a kind of a role": "roles: {night-baker: {title: Night Baker, summary: Bakes by night., extends: baker}}\n",
    "a track and a role of it": (
        "roles:\n  track: {title: Track, family: kitchen, summary: Shared., abstract: true, skills: [{skill: pastry,"
        " need: must}]}\n  sweet-baker: {title: Sweet Baker, summary: Bakes sweets., extends: track}\n"
    ),
    "a source that is not used before": (
        "roles: {baker: {figures: [{measure: satisfaction, source: bakers-census, value: 70, place: US}]}}\n"
    ),
}
MORE = {
    "an occupation": "occupations: {51-3014: {title: Smokers, scheme: soc-2018}}\n",
    "another name of a skill": "skills: {baking: {name: Bread and cakes}}\n",
    "another name of a place": "places: {US: {title: USA}}\n",
    "a role that is no longer its occupation": "roles: {baker: {occupations: [{code: 51-3011, fit: part}]}}\n",
    "a part of an occupation that bears its name": (
        "roles: {miller: {title: Miller, family: kitchen, summary: Grinds.,"
        " occupations: [{code: 51-3012, fit: part}]}}\n"
    ),
    "a role called as one made from an occupation": (
        "roles: {millers: {title: Millers, family: kitchen, summary: Our millers.}}\n"
    ),
}


def compiled(*layers: str) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    names = [f"layer{number}.yaml" for number in range(len(layers))]
    compile_index(connection, names, [layer.encode() for layer in layers], None)
    return connection


def everything(reader: CatalogReader) -> dict[str, Any]:
    """Return what every method of a reader says, but how near roles are, which is measured on the layers below."""
    summaries = {one.id: one for one in reader.role_summaries()}
    roles = list(summaries)
    names = sorted(key for key in reader.name_keys())
    codes = ["51-3011", "51-3012", "51-3013", "51-3014"]
    return {
        "summaries": sorted(summaries.items()),
        "own first": [one.id for one in reader.role_summaries() if not one.is_generated],
        "roles": sorted(reader.roles(roles).items()),
        "references": {role: reader.references("roles", [role]) for role in sorted(roles)},
        "names": {key: sorted(structs.astuple(row) for row in reader.names_matching(key)) for key in names},
        "families": reader.families(),
        "skills": reader.all_skills(),
        "places": (reader.all_places(), dict(sorted(reader.place_titles().items()))),
        "sources": reader.all_sources(),
        "citations": {source: counts for source, counts in sorted(reader.citation_counts().items()) if any(counts)},
        "occupations": (reader.occupations(codes), reader.occupation_titles(codes), reader.occupation_pay(codes)),
        "codes": {code: sorted(reader.roles_with_code(code)) for code in codes},
        "moves": sorted(map(repr, reader.all_moves())),
        "moves into": {role: sorted(map(repr, reader.moves_into(role))) for role in sorted(roles)},
        "layers": reader.layer_names(),
        "speakers": {role: reader.contributing_layers("roles", role) for role in sorted(roles)},
        "source speakers": {source: reader.contributing_layers("sources", source) for source in reader.all_sources()},
        "asks": reader.skill_requirements(),
        "askers": reader.skill_requirements(["baking", "selling", "reading"]),
        "family coverage": [
            tuple(None if one is None else round(one, 9) for one in reader.family_coverage(generated=generated))
            for generated in (False, True)
        ],
        "nodes": nodes(reader),
        "found": {
            word: sorted(hit.role for hit in reader.search(word, 99))
            for word in ("bak*", "cake*", "sell*", "grind*", "grain", "panadero", "reading", "night", "grand")
        },
    }


def nodes(reader: CatalogReader) -> dict[str, Any]:
    """Return the graph by ids, without the ways that only nearness makes."""
    every = reader.role_nodes()
    return {
        node.role: (
            structs.replace(node, transitions=()),
            [
                (every[way.to].role, structs.replace(way, to=0))
                for way in sorted(node.transitions, key=lambda way: (way.kind, every[way.to].role))
                if way.kind != "inferred"
            ],
        )
        for node in sorted(every, key=lambda node: node.role)
    }


@pytest.mark.parametrize("layer", LAYERS.values(), ids=LAYERS)
def test_a_patched_index_says_what_a_compiled_one_says(layer: str) -> None:
    with closing(compiled(BASE, MARKET, OWN + layer)) as whole, closing(compiled(BASE, MARKET)) as patched:
        assert patch_index(patched, [parse("ours.yaml", (OWN + layer).encode())])
        expected, found = everything(CatalogReader(whole)), everything(CatalogReader(patched))
    for what in expected:
        assert found[what] == expected[what], what


def test_two_layers_are_patched_in_their_order() -> None:
    layers = [OWN + LAYERS["another title and more names"], OWN + "roles: {baker: {title: Last Baker}}\n"]
    with closing(compiled(BASE, MARKET, *layers)) as whole, closing(compiled(BASE, MARKET)) as patched:
        assert patch_index(patched, [parse(f"{number}.yaml", layer.encode()) for number, layer in enumerate(layers)])
        expected, found = everything(CatalogReader(whole)), everything(CatalogReader(patched))
    for what in expected:
        assert found[what] == expected[what], what


@pytest.mark.parametrize("layer", MORE.values(), ids=MORE)
def test_what_changes_more_than_roles_is_left_to_a_whole_compilation(layer: str) -> None:
    with closing(compiled(BASE, MARKET)) as patched:
        before = list(patched.iterdump())
        assert not patch_index(patched, [parse("ours.yaml", (OWN + layer).encode())])
        assert list(patched.iterdump()) == before


def test_a_new_role_is_near_what_it_is_like_and_they_are_near_it() -> None:
    layer = (
        OWN + "roles: {bread-artist: {title: Bread Artist, family: kitchen, summary: Makes bread by night in the town.,"
        " skills: [{skill: baking, need: must}, {skill: food-safety, need: must}]}}\n"
    )
    with closing(compiled(BASE, MARKET)) as patched:
        assert patch_index(patched, [parse("ours.yaml", layer.encode())])
        reader = CatalogReader(patched)
        near = [row.role for row in reader.similar_roles("bread-artist")]
        assert near[0] == "baker"
        for role in near:
            rows = reader.similar_roles(role)
            assert "bread-artist" in [row.role for row in rows]
            assert [row.rank for row in rows] == sorted(row.rank for row in rows)
        every = reader.role_nodes()
        node = next(one for one in every if one.role == "bread-artist")
        assert "baker" in [every[way.to].role for way in node.transitions if way.kind == "inferred"]


def test_a_role_that_is_gone_is_near_nobody() -> None:
    layer = OWN + LAYERS["the only role of an occupation"]
    with closing(compiled(BASE, MARKET)) as patched:
        assert patch_index(patched, [parse("ours.yaml", layer.encode())])
        reader = CatalogReader(patched)
        roles = [one.id for one in reader.role_summaries()]
        assert "millers" not in roles
        assert all(row.role in roles for role in roles for row in reader.similar_roles(role))


@pytest.mark.parametrize(
    ("layer", "message"),
    [
        ("roles: {cake: {title: Cake, family: kitchn, summary: C.}}\n", "no family 'kitchn' (did you mean 'kitchen'?)"),
        (f"roles: {{cake: {{{NEW}, related: {{bakr: Near.}}}}}}\n", "no role 'bakr' (did you mean 'baker'?)"),
        (f"roles: {{cake: {{{NEW}, moves: [{{to: baker@boss, kind: lateral, why: W.}}]}}}}\n", "no level 'boss'"),
        (f"roles: {{cake: {{{NEW}, related: {{millers: Near.}}}}}}\n", "no role 'millers'"),
        ("roles: {cake: {title: Cake}}\n", "the key 'family' is missing"),
        ("roles: [1]\n", "expected a mapping of keys"),
    ],
)
def test_what_is_wrong_in_a_layer_is_told_as_ever(layer: str, message: str) -> None:
    with closing(compiled(BASE, MARKET)) as patched, pytest.raises(CatalogInvalid) as patching:
        patch_index(patched, [parse("ours.yaml", (OWN + layer).encode())])
    with pytest.raises(CatalogInvalid) as compiling:
        compiled(BASE, MARKET, OWN + layer)
    assert message in patching.value.problems[0].message
    told = [[problem.message for problem in raised.value.problems] for raised in (patching, compiling)]
    assert told[0] == told[1]


def test_an_edited_ladder_is_patched_into_a_copy_of_the_embedded_catalog(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    embedded, ladder = tmp_path / "embedded.yaml", tmp_path / "ladder.yaml"
    embedded.write_text(BASE, "utf-8")
    monkeypatch.setattr(index_cache, "embedded_layers", lambda: [str(embedded)])
    monkeypatch.setattr("careercli.catalog.compile_index.compile_index", _once(compile_index))
    for title in ("Cake Maker", "Cake Artist", "Cake Boss"):
        ladder.write_text(OWN + LAYERS["a role"].replace("Cake Maker", title), "utf-8")
        layers = [str(embedded), str(ladder)]
        assert title in index_cache.query(layers, lambda reader: [one.title for one in reader.role_summaries()])
    assert len(indexes(cache)) == 4, "that of the embedded catalog, and one for each edition"


def _once(function: Any) -> Any:
    calls: list[None] = []

    def called(*arguments: Any) -> Any:
        calls.append(None)
        assert len(calls) == 1, "compiled whole a second time"
        return function(*arguments)

    return called
