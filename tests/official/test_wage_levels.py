"""Imported wage levels answer for the levels of a role, by area and county, and stand in no statistic of pay."""

import csv
import io
from typing import Any

import pytest

from tests.cli.contract import refused
from tests.importers.workbooks import put, zipped
from tests.official import ANGELES, MODEL, PATTERN, Home, line, wages

COUNTY, AREA, OTHER = "Orange County, CA", f"US-metro-{ANGELES[0]}", "US-nonmetro-0600003"
WAGES = (
    "Area,SocCode,GeoLvl,Level1,Level2,Level3,Level4,Average,Label\n"
    f"{ANGELES[0]},{PATTERN},1,20.00,25.50,31.00,36.50,31.00,\n"
    f"0600003,{PATTERN},3,15.00,20.00,25.00,30.00,25.00,\n"
    f"{ANGELES[0]},99-9999,1,20.00,25.50,31.00,36.50,31.00,\n"
)
GEOGRAPHY = (
    "Area,AreaName,StateAb,State,CountyTownName\n"
    f'{ANGELES[0]},"{ANGELES[1]}",CA,California,Orange County\n'
    f'{ANGELES[0]},"{ANGELES[1]}",CA,California,Los Angeles County\n'
    "0600003,North Coast Region of California nonmetropolitan area,CA,California,Del Norte County\n"
)
ROLE = "carver"
CARVERS = f"""\
schema_version: 1
name: carvers
sources:
  ours: {{title: Ours, kind: judgement}}
  ratios: {{title: Ratios, kind: rule}}
families:
  wood: {{title: Wood}}
occupations:
  "{PATTERN}":
    wage_ratios: {{source: ratios, areas: 500, levels: [0.7, 0.85, 1, 1.15], low: [0.6, 1.1], high: [0.8, 1.2]}}
roles:
  {ROLE}:
    title: Carver
    family: wood
    summary: Carves.
    occupations:
      - {{code: "{PATTERN}", fit: exact}}
    levels:
      - {{id: student, title: Student of Carving, track: ic, source: ours, stage: study}}
      - {{id: junior, title: Junior Carver, track: ic, source: ours, wage_level: entry}}
      - {{id: senior, title: Senior Carver, track: ic, source: ours, wage_level: experienced}}
      - id: modeler
        title: Carver of Models
        track: ic
        source: ours
        occupations:
          - {{code: "{MODEL}", fit: exact}}
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return a home with wages of the nation, of California and of Los Angeles, wage levels, and a ladder."""
    home = Home(tmp_path_factory.mktemp("levels"))
    files = tmp_path_factory.mktemp("downloads")
    lines = [line(code, where) for code in (PATTERN, MODEL) for where in ("US", "CA", "LA")]
    put(files, {
        "OFLC_Wages_2025-26.zip": zipped({"ALC_Export.csv": WAGES, "Geography.csv": GEOGRAPHY}),
        "all_M2025.xlsx": wages(2025, *lines),
    })  # fmt: skip
    layer = files / "carvers.yaml"
    layer.write_text(CARVERS, "utf-8")
    report = home.imported(str(files / "OFLC_Wages_2025-26.zip"), str(files / "all_M2025.xlsx"))
    assert [row["kind"] for row in report["rows"]] == ["oflc", "oews"]
    home.page("catalog", "layers", "add", str(layer))
    return home


def words(page: str) -> str:
    return " ".join(page.split())


def levels(answer: Any) -> list[tuple[str, float, str]]:
    return [(one["statistic"], one["value"], one["per"]) for one in answer["official_wage_levels"]]


def test_a_role_at_a_place_has_the_four_levels_beside_the_survey(home: Home) -> None:
    answer = home.json("salary", ROLE, "--place", AREA)
    assert levels(answer) == [
        ("official wage level: entry", 20, "hour"),
        ("official wage level: qualified", 25.5, "hour"),
        ("official wage level: experienced", 31, "hour"),
        ("official wage level: fully competent", 36.5, "hour"),
    ]
    assert {row["source"] for row in answer["rows"]} == {"bls-oews-2025"}, "in no row, so in no statistic"
    assert answer["estimates"] == []
    assert "oflc-wages-2025-26" in {source["source"] for source in answer["sources"]}
    page = words(home.page("salary", ROLE, "--place", AREA))
    assert "Entry $20.00" in page
    page = words(home.page("salary", ROLE, "--place", AREA, "--full"))
    assert "By experience, official wage levels" in page
    assert "wage year 2025-26" in page


def test_the_four_levels_are_records_without_any_statistic(home: Home) -> None:
    asked = ("salary", ROLE, "--place", AREA)
    rows = list(csv.DictReader(io.StringIO(home.page(*asked, "--format", "csv"))))
    found = [row for row in rows if row["kind"] == "official wage level"]
    assert [(row["wage_level"], row["official_wage_level"], row["per"]) for row in found] == [
        ("entry", "20", "hour"), ("qualified", "25.5", "hour"), ("experienced", "31", "hour"),
        ("fully competent", "36.5", "hour"),
    ]  # fmt: skip
    points = ("low", "p10", "p25", "median", "mean", "p75", "p90", "high", "estimate")
    assert {row[name] for row in found for name in points} == {""}
    assert {(row["role"], row["title"], row["place"], row["source"]) for row in found} == {
        (ROLE, "Carver", AREA, "oflc-wages-2025-26")
    }
    assert {row["official_wage_level"] for row in rows if row["kind"] == "distribution"} == {""}
    assert rows[len(rows) - len(found) :] == found, "after what a survey counted"


def test_a_county_is_read_as_its_area_and_the_answer_says_so(home: Home) -> None:
    answer = home.json("salary", ROLE, "--place", COUNTY)
    assert answer["places"] == [{"place": AREA, "place_title": ANGELES[1]}]
    assert answer["read_as"] == [{"typed": COUNTY, "name": ANGELES[1], "match": AREA}]
    assert levels(answer) == levels(home.json("salary", ROLE, "--place", AREA))
    assert home.page("salary", ROLE, "--place", COUNTY).startswith(f"Read '{COUNTY}' as {ANGELES[1]}")


@pytest.mark.parametrize("typed", ["orange county, ca", "Orange County CA", "Orange County, California"])
def test_a_county_is_found_however_its_state_is_written(home: Home, typed: str) -> None:
    assert home.json("salary", ROLE, "--place", typed)["places"] == [{"place": AREA, "place_title": ANGELES[1]}]


def test_a_county_of_an_unknown_state_is_a_question(home: Home) -> None:
    refused(home.run("salary", ROLE, "--place", "Orange County"), 1, COUNTY)


def test_a_level_has_its_own_wage_level_and_an_estimate_only_where_there_is_none(home: Home) -> None:
    at_area = home.json("salary", f"{ROLE}@senior", "--place", AREA)
    assert levels(at_area) == [("official wage level: experienced", 31, "hour")]
    assert at_area["official_wage_levels"][0]["level"] == "senior"
    assert at_area["estimates"] == []
    in_state = home.json("salary", f"{ROLE}@senior", "--place", "CA")
    assert in_state["official_wage_levels"] == []
    ((place, method),) = [(one["place"], one["method"]) for one in in_state["estimates"]]
    assert (place, method) == ("US", "wage level")
    assert "our estimate" in home.page("salary", f"{ROLE}@senior", "--place", "CA")


def test_hours_are_brought_to_the_year_only_on_request_and_marked(home: Home) -> None:
    one = home.json("salary", f"{ROLE}@junior", "--place", AREA, "--per", "year")["official_wage_levels"][0]
    assert (one["value"], one["per"], one["worked_out_from"]) == (41_600, "year", "hour")
    page = words(home.page("salary", ROLE, "--place", AREA, "--per", "year"))
    assert "Entry $41,600=" in page
    assert "= worked out from pay by the hour or month" in page
    page = words(home.page("salary", ROLE, "--place", AREA, "--per", "year", "--full"))
    assert "worked out: an hour × 2,080 hours" in page


def test_levels_taken_from_a_wider_area_say_so_at_the_number(home: Home) -> None:
    answer = home.json("salary", f"{ROLE}@junior", "--place", OTHER)
    assert answer["official_wage_levels"][0]["drawn_from"] == "state"
    assert "from the whole state" in home.page("salary", f"{ROLE}@junior", "--place", OTHER)


def test_a_tree_at_a_place_shows_wage_levels_and_no_raise_between_them(home: Home) -> None:
    answer = home.json("path", ROLE, "--place", COUNTY)
    rows = {row["to"]["level"]: row for row in answer["rows"] if row["kind"] == "level"}
    assert (answer["place"], answer["place_title"]) == (AREA, ANGELES[1])
    levels_there = {key: rows[key]["official_wage_level"] for key in ("junior", "senior", "student")}
    assert [(levels_there[key]["value"], levels_there[key]["per"]) for key in ("junior", "senior")] == [
        (20, "hour"), (31, "hour"),
    ]  # fmt: skip
    assert levels_there["senior"]["statistic"] == "official wage level: experienced"
    assert levels_there["student"] is None
    assert all(row["gain"] is None and row["estimate"] is None for row in rows.values())
    assert (rows["junior"]["pay"], rows["senior"]["pay"]) == (None, None)
    page = words(home.page("path", ROLE, "--place", COUNTY))
    assert "$31.00 an hour, official wage level: experienced" in page
    elsewhere = home.json("path", ROLE, "--place", "CA")
    assert [row["estimate"]["value"] for row in elsewhere["rows"] if row["to"]["level"] == "senior"] == [75_000]


def test_a_place_is_for_the_tree_only(home: Home) -> None:
    refused(
        home.run("path", ROLE, "--to", "model-makers-wood", "--place", "CA"), 2, "--place and --to cannot be combined"
    )


def test_a_level_with_a_class_of_its_own_has_the_pay_of_that_class_at_the_place(home: Home) -> None:
    answer = home.json("salary", f"{ROLE}@modeler", "--place", "CA")
    assert {(row["level"], row["occupation"], row["place"]) for row in answer["rows"]} == {("modeler", MODEL, "US-CA")}
    ranked = home.json("salary", f"{ROLE}@modeler", "--by", "state")
    assert {row["occupation"] for row in ranked["rows"]} == {MODEL}
    tree = home.json("path", ROLE, "--place", "CA")
    (row,) = [row for row in tree["rows"] if row["to"]["level"] == "modeler"]
    assert (row["pay"]["value"], row["pay"]["occupation"]) == (60_000, MODEL)


def test_people_in_school_have_no_pay_at_a_place_either(home: Home) -> None:
    answer = home.json("salary", f"{ROLE}@student", "--place", AREA)
    assert (answer["rows"], answer["official_wage_levels"], answer["estimates"]) == ([], [], [])


def test_two_levels_at_a_place_stand_in_one_row_and_are_not_subtracted(home: Home) -> None:
    answer = home.json("compare", f"{ROLE}@junior", f"{ROLE}@senior", "--place", AREA)
    (row,) = [row for row in answer["rows"] if row["measure"] == "wage-level"]
    assert [(cell["value"], cell["text"], cell["occupation"]) for cell in row["cells"]] == [
        (20, "entry", PATTERN), (31, "experienced", PATTERN),
    ]  # fmt: skip
    assert (row["statistic"], row["difference"]) == ("official wage level", None)


def test_one_level_at_two_places_is_subtracted(home: Home) -> None:
    answer = home.json("compare", f"{ROLE}@senior", "--place", AREA, "--place", OTHER)
    (row,) = [row for row in answer["rows"] if row["measure"] == "wage-level"]
    assert (row["difference"]["amount"], row["difference"]["percent"]) == (6, 24)
    assert f"{ROLE}@senior in {AREA}" == row["difference"]["highest"]
    (said,) = [said for said in answer["verdict"] if said["about"] == "pay"]
    assert (said["winner"], said["amount"], said["percent"]) == (row["difference"]["highest"], 6, 24)
    assert said["statistic"] == "official wage level: experienced", "and no median"
    assert {one["side"]: one["place_title"] for one in answer["columns"]}[said["winner"]] == ANGELES[1]


def test_a_level_compared_where_nothing_is_published_has_its_estimate(home: Home) -> None:
    answer = home.json("compare", f"{ROLE}@junior", f"{ROLE}@senior", "--place", "CA")
    assert not [row for row in answer["rows"] if row["measure"] == "wage-level"]
    (row,) = [row for row in answer["rows"] if row["measure"] == "estimated-pay"]
    assert (row["place"], row["difference"]) == ("US", None)


def test_a_guide_at_a_place_has_the_pay_of_the_place(home: Home) -> None:
    answer = home.json("show", f"{ROLE}@senior", "--place", COUNTY)
    assert answer["place"] == AREA
    (level,) = answer["rows"][0]["sections"][-1]["levels"]
    assert (level["distributions"], level["estimate"], level["official_wage_level"]["value"]) == ([], None, 31)
    role = home.json("show", ROLE, "--section", "pay", "--place", "CA")
    (section,) = role["rows"][0]["sections"]
    assert {pay["place"] for pay in section["distributions"]} == {"US-CA"}
    assert "official wage level: experienced" in home.page("show", f"{ROLE}@senior", "--place", COUNTY)


def test_wage_levels_satisfy_no_filter(home: Home) -> None:
    rows = home.json("list", "--place", OTHER, "--min-pay", "10k")["rows"]
    assert ROLE not in [row["role"] for row in rows]


def test_an_occupation_with_wage_levels_alone_is_no_role_and_no_name(home: Home) -> None:
    assert "99-9999" not in home.page("search", "occupation 99-9999")
    refused(home.run("show", "Occupation 99-9999"), 1)
