"""`catalog layers` keeps the user's list; `catalog sources` says what rests on what, and under which licence."""

from pathlib import Path

import pytest

from tests.cli.contract import answered, refused
from tests.conftest import Run
from tests.official import Home, downloads

NIGHT = """\
schema_version: 1
name: night
families:
  night: {title: Night}
roles:
  owl:
    title: Owl
    family: night
    summary: Is awake.
"""


@pytest.fixture(scope="module")
def official(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return a home into which small files of every official kind were imported."""
    home = Home(tmp_path_factory.mktemp("official"))
    home.imported(downloads(tmp_path_factory.mktemp("downloads")))
    return home


def test_an_empty_list_prints_nothing(run: Run) -> None:
    assert run("catalog", "layers") == ("", "", 0)


def test_a_layer_on_the_list_is_read_by_every_command_until_it_is_taken_off(run: Run, tmp_path: Path) -> None:
    layer = tmp_path / "night.yaml"
    layer.write_text(NIGHT)
    assert answered(run("catalog", "layers", "--add", "night.yaml", cwd=tmp_path)) == f"{layer}\n"
    assert answered(run("catalog", "layers", "--add", str(layer))) == f"{layer}\n", "each stands there once"
    assert "Is awake." in answered(run("show", "owl"))
    assert run("catalog", "layers", "--remove", str(layer)) == ("", "", 0)
    refused(run("show", "owl"), 1, "owl")


def test_what_is_not_there_can_be_neither_added_nor_removed(run: Run, tmp_path: Path) -> None:
    refused(run("catalog", "layers", "--add", str(tmp_path / "no.yaml")), 1, "no file", "no.yaml")
    refused(run("catalog", "layers", "--remove", str(tmp_path / "no.yaml")), 1, "not on the list", "catalog layers")


def test_a_layer_that_was_deleted_can_still_be_taken_off(run: Run, tmp_path: Path) -> None:
    layer = tmp_path / "night.yaml"
    layer.write_text(NIGHT)
    answered(run("catalog", "layers", "--add", str(layer)))
    layer.unlink()
    assert run("catalog", "layers", "--remove", str(layer)) == ("", "", 0)


def test_sources_name_licence_period_and_what_rests_on_them(official: Home) -> None:
    rows = {row["id"]: row for row in official.json("catalog", "sources")["rows"]}
    assert rows["onet-29-2"]["licence"] == "CC BY 4.0"
    assert "O*NET" in rows["onet-29-2"]["note"]
    assert rows["onet-29-2"]["profiles"] == 3
    assert (rows["bls-oews-2025"]["licence"], rows["bls-oews-2025"]["period"]) == ("public domain", "2025-05")
    assert rows["bls-projections-2024-34"]["licence"] == "public domain"
    assert rows["world-bank-ppp"]["licence"] == "CC BY 4.0"
    assert rows["world-bank-ppp"]["figures"] == 3
    assert rows["bea-rpp-2023"]["figures"] == 6, "two of the nation and of California, one of Texas and of Nevada"


def test_an_import_adds_its_figures_to_those_that_the_embedded_catalog_has(official: Home) -> None:
    def figures(*args: str) -> int:
        rows = official.json("catalog", "sources", *args)["rows"]
        return int(next((row["figures"] for row in rows if row["id"] == "bls-oews-2024"), 0))

    layers = official.page("catalog", "layers").splitlines()
    alone = [word for layer in layers for word in ("--catalog", layer)]
    # By year and by hour: Patternmakers in the nation and in two sectors, Model Makers in Texas; jobs in the nation.
    assert figures("--no-default-catalog", *alone) == 2 * 4 + 1
    assert figures() >= 9


def test_the_page_of_sources_shows_every_licence(official: Home) -> None:
    page = " ".join(official.page("catalog", "sources", "--width", "200").split())
    assert "public domain" in page
    assert "CC BY 4.0" in page
    assert "Includes information from the O*NET 29.2 Database" in page
