"""The official files themselves, imported as they are: counts against the files. Skips aloud where they are absent."""

import contextlib
import csv
import io
import re
import sqlite3
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest

from careercli.catalog.reader import CatalogReader
from careercli.model import Catalog, Occupation, Pay
from tests.importers.workbooks import official as official_path
from tests.official import Home


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return a home for all the real files."""
    return Home(tmp_path_factory.mktemp("whole"))


@pytest.fixture(scope="module", autouse=True)
def reports(whole: Home) -> dict[str, Any]:
    """Import all the real files and return what is said of each kind."""
    rows = whole.imported(official_path())["rows"]
    assert [(row["kind"], row["written"]) for row in rows] == [
        ("parities", True), ("projections", True), ("oflc", True), ("oews", True), ("onet", True), ("ladder", True),
    ]  # fmt: skip
    whole.page("list", "--limit", "1")
    return {row["kind"]: row for row in rows}


@pytest.fixture(scope="module")
def reader(whole: Home, reports: dict[str, Any]) -> Iterator[CatalogReader]:
    """Return a reader of the compiled index."""
    indexes = (whole.folder / ".cache" / "careercli").glob("*.sqlite")
    path = max(indexes, key=lambda index: index.stat().st_mtime_ns)
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        yield CatalogReader(connection)


@pytest.fixture(scope="module")
def occupations(reader: CatalogReader, reports: dict[str, Any]) -> dict[str, Occupation]:
    """Return every occupation that a release or a survey has."""
    codes = {code for report in reports.values() for code in _imported(report).occupations}
    return reader.occupations(codes)


@pytest.fixture(scope="module")
def pay(reader: CatalogReader, occupations: dict[str, Occupation]) -> dict[str, list[Pay]]:
    """Return all pay, of every place, industry and year."""
    return reader.occupation_pay(occupations)


def _imported(report: Mapping[str, Any]) -> Catalog:
    return msgspec.json.decode(Path(report["file"]).read_bytes(), type=Catalog)


def test_every_occupation_of_the_release_has_a_profile(occupations: dict[str, Occupation]) -> None:
    profiles = [occupation.profile for occupation in occupations.values() if occupation.profile]
    assert len(profiles) == 1_016
    assert sum(bool(profile.related) for profile in profiles) == 923
    assert sum(len(profile.related) for profile in profiles) == 18_460


def test_every_detailed_occupation_with_pay_has_it(pay: dict[str, list[Pay]]) -> None:
    here = [
        code
        for code, every in pay.items()
        if any((one.place, one.industry, one.source) == ("US", None, "bls-oews-2025") for one in every)
    ]
    assert len(here) == 830


def test_every_state_and_the_district_have_pay(pay: dict[str, list[Pay]]) -> None:
    places = {one.place for every in pay.values() for one in every if one.source == "bls-oews-2025"}
    states = {place for place in places if re.fullmatch("US-..", place)}
    assert len(states) == 54, "fifty, the District of Columbia and three territories"


def test_every_sector_has_pay(pay: dict[str, list[Pay]]) -> None:
    assert len({one.industry for every in pay.values() for one in every if one.industry}) == 20


def test_every_line_item_of_the_projections_has_its_growth(occupations: dict[str, Occupation]) -> None:
    grown = [
        code
        for code, occupation in occupations.items()
        for figure in occupation.figures
        if (figure.measure, figure.source) == ("growth", "bls-projections-2024-34")
    ]
    assert (len(grown), len({*grown})) == (832, 832), "one each, also where the embedded catalog has it as well"


def test_no_pay_stands_twice(pay: dict[str, list[Pay]]) -> None:
    for every in pay.values():
        keys = [(one.place, one.industry, one.source, one.per, one.population) for one in every]
        assert len(keys) == len({*keys})


def test_a_figure_of_a_state_is_that_of_the_workbook(whole: Home) -> None:
    rows = whole.json("salary", "Registered Nurses", "--place", "CA", "--place", "TX")["rows"]
    (nurses,) = (row for row in rows if (row["place"], row["per"], row["level"]) == ("US-CA", "year", None))
    assert (nurses["median"], nurses["p10"], nurses["p90"]) == (140_270, 101_260, 213_320)
    assert {row["place"] for row in rows} == {"US-CA", "US-TX"}


def test_rankings_cover_what_is_published(whole: Home) -> None:
    states = whole.json("salary", "Registered Nurses", "--by", "state")["rows"]
    assert len(states) == 53, "the workbook has no nurses for one of the territories"
    medians = [row["median"] for row in states]
    assert medians == sorted(medians, reverse=True)
    assert [row["period"] for row in whole.json("salary", "Registered Nurses", "--by", "year")["rows"]] == [
        "2025-05", "2024-05",
    ]  # fmt: skip


def test_software_developers_have_no_skills_in_the_release(occupations: dict[str, Occupation]) -> None:
    profile = occupations["15-1252"].profile
    assert profile is not None
    assert profile.ratings == () or not any(rating.kind in ("skill", "knowledge") for rating in profile.ratings)


def test_every_wage_level_is_the_cell_of_the_published_table(reports: dict[str, Any]) -> None:
    report = reports["oflc"]
    assert report["skipped"] == []
    assert {name: report["counts"][name] for name in ("occupations", "counties", "occupations in areas")} == {
        "occupations": 848, "counties": 3_269, "occupations in areas": 445_218,
    }  # fmt: skip
    imported = _imported(report).occupations
    published = zipfile.ZipFile(official_path("oflc", "OFLC_Wages_2025-26.derived.zip"))
    with published as archive, archive.open("ALC_Export.csv") as stream:
        for row in csv.DictReader(io.TextIOWrapper(stream, "utf-8")):
            number = row["Area"]
            key = f"US-metro-{number}" if len(number) == 5 else f"US-nonmetro-{number}"
            (levels,) = (one for one in imported[row["SocCode"]].wage_levels if key in one.areas)
            assert levels.areas[key] == tuple(float(row[f"Level{level}"]) for level in range(1, 5)), row


def test_the_wage_levels_of_a_county_are_answered_as_they_are_printed(whole: Home) -> None:
    answer = whole.json("salary", "registered-nurse", "--place", "Travis County, TX")
    assert [one["value"] for one in answer["official_wage_levels"]] == [32.92, 38.8, 44.68, 50.56]
    assert {one["place"] for one in answer["official_wage_levels"]} == {"US-metro-12420"}
    tree = whole.json("path", "registered-nurse", "--place", "Travis County, TX", "--depth", "0")
    senior = [row["official_wage_level"] for row in tree["rows"] if row["to"]["level"] == "senior"]
    assert [wage["value"] for wage in senior] == [44.68]


def test_a_second_run_changes_no_byte(whole: Home) -> None:
    before = whole.files()
    assert len(before) == 7, "six layers and the list of them"
    assert [row["written"] for row in whole.imported(official_path())["rows"]] == [False] * 6
    assert whole.files() == before


def test_the_files_are_read_only_from_where_they_are(whole: Home) -> None:
    layers = [Path(layer).parent for layer in whole.listed()]
    assert layers == [whole.folder / ".local" / "share" / "careercli" / "layers"] * 6
