"""Imported layers stand on the list; `catalog sources` says what rests on what, and under which licence."""

import pytest

from tests.official import Home, downloads


@pytest.fixture(scope="module")
def official(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return a home into which small files of every official kind were imported."""
    home = Home(tmp_path_factory.mktemp("official"), market=False)
    home.imported(downloads(tmp_path_factory.mktemp("downloads")))
    return home


def test_imported_layers_stand_on_the_list_under_the_name_of_their_data(official: Home) -> None:
    rows = [row for row in official.json("catalog", "layers")["rows"] if row["named_by"] == "list"]
    assert [row["state"] for row in rows] == ["read"] * 4
    assert "onet-29-2" in [row["name"] for row in rows]
    assert official.json("show", "onet-29-2:patternmakers-wood")["rows"][0]["title"] == "Patternmakers, Wood"


def test_sources_name_licence_period_and_what_rests_on_them(official: Home) -> None:
    rows = {row["source"]: row for row in official.json("catalog", "sources")["rows"]}
    assert rows["onet-29-2"]["license"] == "CC BY 4.0"
    assert "O*NET" in rows["onet-29-2"]["note"]
    assert rows["onet-29-2"]["profile_count"] == 3
    assert (rows["bls-oews-2025"]["license"], rows["bls-oews-2025"]["period"]) == ("public domain", "2025-05")
    assert rows["bls-projections-2024-34"]["license"] == "public domain"
    assert rows["world-bank-ppp"]["license"] == "CC BY 4.0"
    assert rows["world-bank-ppp"]["figure_count"] == 3
    assert rows["bea-rpp-2023"]["figure_count"] == 6, "two of the nation and of California, one of Texas and of Nevada"


def test_an_import_adds_its_figures_to_those_that_the_embedded_catalog_has(official: Home) -> None:
    def figures(home: Home, *args: str) -> int:
        rows = home.json("catalog", "sources", *args)["rows"]
        return int(next((row["figure_count"] for row in rows if row["source"] == "bls-oews-2024"), 0))

    whole = Home(official.folder)
    alone = [word for layer in official.listed() for word in ("--catalog", layer)]
    # By year and by hour: Patternmakers in the nation and in two sectors, Model Makers in Texas; jobs in the nation.
    assert figures(whole, "--no-default-catalog", *alone) == 2 * 4 + 1
    assert figures(whole) >= 9


def test_the_page_of_sources_shows_every_licence(official: Home) -> None:
    page = " ".join(official.page("catalog", "sources", "--full", "--width", "200").split())
    assert "public domain" in page
    assert "CC BY 4.0" in page
    assert "Includes information from the O*NET 29.2 Database" in page
