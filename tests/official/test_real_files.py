"""The official files themselves, imported as they are: counts against the files. Skips aloud where they are absent."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from careercli.model import Occupation
from tests.importers.workbooks import official as official_path
from tests.official import Home


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return a home into which all the real files were imported."""
    path = official_path()
    home = Home(tmp_path_factory.mktemp("whole"))
    rows = home.imported(path)["rows"]
    assert [(row["kind"], row["written"]) for row in rows] == [
        ("parities", True), ("projections", True), ("oflc", True), ("oews", True), ("onet", True), ("ladder", True),
    ]  # fmt: skip
    home.page("list", "--limit", "1")
    return home


@pytest.fixture
def index(whole: Home) -> Iterator[sqlite3.Connection]:
    """Return the compiled index."""
    (path,) = (whole.folder / ".cache" / "careercli").glob("*.sqlite")
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        yield connection


@pytest.fixture
def occupations(index: sqlite3.Connection) -> dict[str, Occupation]:
    """Return every occupation of the index."""
    rows = index.execute("SELECT id, body FROM documents WHERE kind = 'occupations'")
    return {code: msgspec.msgpack.decode(body, type=Occupation) for code, body in rows}


def test_every_occupation_of_the_release_has_a_profile(occupations: dict[str, Occupation]) -> None:
    profiles = [occupation.profile for occupation in occupations.values() if occupation.profile]
    assert len(profiles) == 1_016
    assert sum(bool(profile.related) for profile in profiles) == 923
    assert sum(len(profile.related) for profile in profiles) == 18_460


def test_every_detailed_occupation_with_pay_has_it(index: sqlite3.Connection) -> None:
    query = "SELECT count(DISTINCT occupation) FROM wages WHERE place = 'US' AND industry = '' AND period = '2025-05'"
    assert index.execute(query).fetchone() == (830,)


def test_every_state_and_the_district_have_pay(index: sqlite3.Connection) -> None:
    query = "SELECT count(DISTINCT place) FROM wages WHERE place LIKE 'US-__' AND period = '2025-05'"
    assert index.execute(query).fetchone() == (54,), "fifty, the District of Columbia and three territories"


def test_every_sector_has_pay(index: sqlite3.Connection) -> None:
    query = "SELECT count(DISTINCT industry) FROM wages WHERE industry != '' AND period = '2024-05'"
    assert index.execute(query).fetchone() == (20,)


def test_every_line_item_of_the_projections_has_its_growth(occupations: dict[str, Occupation]) -> None:
    grown = [
        code
        for code, occupation in occupations.items()
        for figure in occupation.figures
        if (figure.measure, figure.source) == ("growth", "bls-projections-2024-34")
    ]
    assert (len(grown), len({*grown})) == (832, 832), "one each, also where the embedded catalog has it as well"


def test_no_pay_stands_twice(index: sqlite3.Connection) -> None:
    same = "occupation, place, industry, period, per"
    query = f"SELECT {same} FROM wages GROUP BY {same} HAVING count(*) > 1"
    assert index.execute(query).fetchall() == []


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


def test_a_second_run_changes_no_byte(whole: Home) -> None:
    before = whole.files()
    assert len(before) == 7, "six layers and the list of them"
    assert [row["written"] for row in whole.imported(official_path())["rows"]] == [False] * 6
    assert whole.files() == before


def test_the_files_are_read_only_from_where_they_are(whole: Home) -> None:
    layers = [Path(layer).parent for layer in whole.listed()]
    assert layers == [whole.folder / ".local" / "share" / "careercli" / "layers"] * 6
