"""Imported wages answer by place, sector and year; marks stay marks; prices are adjusted where that means something."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.contract import refused
from tests.importers.workbooks import put
from tests.official import MODEL, PATTERN, Home, downloads, line, prices, release, wages

ROLE, OTHER = "patternmakers-wood", "model-makers-wood"
CANADIAN = f"""\
schema_version: 1
name: canadian
sources:
  canada-survey: {{title: A survey, kind: official, publisher: A bureau, period: "2025-05"}}
occupations:
  "{PATTERN}":
    title: Patternmakers, Wood
    scheme: soc-2018
    pay:
      - {{source: canada-survey, place: CA, per: year, currency: CAD, median: 65000}}
"""

CARVER = f"""\
schema_version: 1
name: carver
families:
  wood: {{title: Wood}}
roles:
  carver:
    title: Carver
    family: wood
    summary: Carves.
    occupations:
      - {{code: "{PATTERN}", fit: exact}}
      - {{code: "{MODEL}", fit: part, why: Some make models.}}
"""


@pytest.fixture(scope="module")
def official(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return a home into which small files of every official kind were imported."""
    home = Home(tmp_path_factory.mktemp("official"), market=False)
    home.imported(downloads(tmp_path_factory.mktemp("downloads")))
    return home


def yearly(answer: Any) -> list[dict[str, Any]]:
    return [row for row in answer["rows"] if row["per"] == "year"]


def adjusted_rows(official: Home, *asked: str) -> list[dict[str, Any]]:
    return [row for row in official.json("salary", ROLE, *asked)["rows"] if row["adjusted"]]


def words(page: str) -> str:
    return " ".join(page.split())


# Places


def test_two_places_stand_beside_each_other_with_every_point(official: Home) -> None:
    answer = official.json("salary", ROLE, "--place", "CA", "--place", "TX")
    assert [place["place"] for place in answer["places"]] == ["US-CA", "US-TX"]
    assert [place["place_title"] for place in answer["places"]] == ["California", "Texas"]
    rows = {row["place"]: row for row in yearly(answer)}
    assert [*rows] in (["US-CA", "US-TX"], ["US-TX", "US-CA"])
    california = rows["US-CA"]
    points = {name: california[name] for name in ("p10", "p25", "median", "mean", "p75", "p90", "jobs")}
    assert points == {
        "p10": 35_000, "p25": 52_500, "median": 70_000, "mean": 87_500, "p75": 105_000, "p90": 140_000,
        "jobs": 120,
    }  # fmt: skip
    assert (california["source"], california["period"], california["fit"]) == ("bls-oews-2025", "2025-05", "exact")
    assert {row["place"] for row in answer["rows"] if row["per"] == "hour"} == {"US-CA", "US-TX"}
    page = words(official.page("salary", "--full", ROLE, "--place", "CA", "--place", "TX"))
    assert "California; Patternmakers, Wood (SOC 51-7032)" in page
    assert "median $70,000" in page
    assert "median $50,000" in page
    assert "2025-05" in page


@pytest.mark.parametrize(
    ("named", "place"),
    [
        ("CA", "US-CA"), ("ca", "US-CA"), ("California", "US-CA"), ("US-CA", "US-CA"), ("Canada", "CA"),
        ("US", "US"), ("United States", "US"), ("los angeles-long beach-anaheim, ca", "US-metro-31080"),
    ],
)  # fmt: skip
def test_two_letters_are_a_state_and_a_country_goes_by_its_name(official: Home, named: str, place: str) -> None:
    assert [one["place"] for one in official.json("salary", ROLE, "--place", named)["places"]] == [place]


@pytest.mark.parametrize(("named", "meant"), [("Texs", "Texas"), ("Califronia", "California")])
def test_an_unknown_place_is_a_question_with_near_names(official: Home, named: str, meant: str) -> None:
    refused(official.run("salary", ROLE, "--place", named), 1, f"no place '{named}'", "did you mean", meant)


def test_a_place_without_pay_for_the_role_says_so(official: Home) -> None:
    assert "no pay for this job there, official or not" in words(
        official.page("salary", "--full", OTHER, "--place", "NV")
    )
    assert official.json("salary", OTHER, "--place", "NV")["rows"] == []


@pytest.mark.parametrize("letters", ["AK", "IN"])
def test_a_state_that_the_catalogs_lack_is_never_another_place(official: Home, letters: str) -> None:
    refused(official.run("salary", ROLE, "--place", letters), 1, f"no place '{letters}'")


def test_a_place_without_pay_is_not_dropped_in_silence_beside_one_that_has_some(official: Home) -> None:
    page = official.page("salary", "--full", OTHER, "--place", "CA", "--place", "NV")
    assert "California" in page
    assert "Nevada" in page


def test_the_embedded_catalog_alone_names_the_remedy(home: Path) -> None:
    refused(
        Home(home, market=False).run("salary", "sales-manager", "--place", "CA"), 1, "no place 'CA'", "catalog import"
    )


# Rankings


def test_states_are_ranked_by_median_with_amounts_and_jobs(official: Home) -> None:
    rows = yearly(official.json("salary", ROLE, "--by", "state"))
    assert [(row["place_title"], row["median"], row["jobs"]) for row in rows] == [
        ("Nevada", None, None), ("California", 70_000, 120), ("Texas", 50_000, 340),
    ]  # fmt: skip
    page = official.page("salary", "--full", ROLE, "--by", "state")
    (california,) = (line for line in page.splitlines() if line.startswith("California"))
    for amount in ("$70,000", "$87,500", "$35,000", "$140,000", "120"):
        assert amount in california


def test_metropolitan_areas_are_ranked_apart_from_states(official: Home) -> None:
    rows = official.json("salary", ROLE, "--by", "metro")["rows"]
    assert [(row["place_title"], row["median"]) for row in rows] == [("Los Angeles-Long Beach-Anaheim, CA", 72_000)]


def test_sectors_are_ranked_with_amounts_and_jobs(official: Home) -> None:
    rows = official.json("salary", ROLE, "--by", "sector")["rows"]
    assert [(row["industry"], row["median"], row["jobs"], row["period"]) for row in rows] == [
        ("Manufacturing", 66_000, 700, "2024-05"), ("Retail Trade", 48_000, 90, "2024-05"),
    ]  # fmt: skip
    page = official.page("salary", "--full", ROLE, "--by", "sector")
    assert page.index("Manufacturing") < page.index("Retail Trade")
    assert "700" in page


def test_years_stand_newest_first_and_only_of_all_industries(official: Home) -> None:
    rows = official.json("salary", ROLE, "--by", "year")["rows"]
    assert [(row["period"], row["median"], row["jobs"]) for row in rows] == [
        ("2025-05", 60_000, 1_000), ("2024-05", 56_000, 900),
    ]  # fmt: skip


@pytest.mark.parametrize(("role", "by"), [(ROLE, "year"), (OTHER, "state")])
def test_a_ranking_of_several_years_does_not_say_that_all_of_it_is_of_one(official: Home, role: str, by: str) -> None:
    assert {row["period"] for row in official.json("salary", role, "--by", by)["rows"]} == {"2024-05", "2025-05"}
    page = words(official.page("salary", "--full", role, "--by", by))
    assert "2024-05" in page
    assert "USD a year, 2025-05." not in page


def test_the_years_of_two_places_are_told_apart(official: Home) -> None:
    page = official.page("salary", "--full", ROLE, "--by", "year", "--place", "CA", "--place", "TX")
    (dearer,) = (line for line in page.splitlines() if "$70,000" in line)
    (cheaper,) = (line for line in page.splitlines() if "$50,000" in line)
    assert "California" in dearer
    assert "Texas" in cheaper


def test_a_ranking_of_states_that_is_asked_for_some_of_them_shows_those(official: Home) -> None:
    rows = yearly(official.json("salary", ROLE, "--by", "state", "--place", "CA", "--place", "TX"))
    assert [row["place"] for row in rows] == ["US-CA", "US-TX"]


def test_a_ranking_tells_the_classes_of_a_role_apart(official: Home, tmp_path: Path) -> None:
    (tmp_path / "carver.yaml").write_text(CARVER)
    options = ("--by", "state", "--catalog", str(tmp_path / "carver.yaml"))
    rows = yearly(official.json("salary", "carver", *options))
    california = {row["occupation"]: row["median"] for row in rows if row["place"] == "US-CA"}
    assert california == {PATTERN: 70_000, MODEL: 64_000}
    page = official.page("salary", "--full", "carver", *options, "--width", "160")
    head, _, table = page.partition("State ")
    assert "State " in table or (MODEL in table.partition("Sources")[0] and head), "a table each, or a class each row"


def test_without_the_files_a_ranking_names_the_remedy(home: Path) -> None:
    refused(
        Home(home, market=False).run("salary", "sales-manager", "--by", "metro"), 1, "no pay by metro", "catalog import"
    )


# Bounds


def test_a_top_code_is_a_bound_and_never_a_number(official: Home) -> None:
    (row, hourly) = official.json("salary", ROLE, "--place", "NV")["rows"]
    points = ("p10", "p25", "median", "mean", "p75", "p90")
    assert [row[point] for point in points] == [None] * 6
    assert row["points_at_least"] == dict.fromkeys(points, 239_200)
    assert hourly["points_at_least"] == dict.fromkeys(points, 115)
    page = words(official.page("salary", "--full", ROLE, "--place", "NV"))
    assert "median ≥ $239,200" in page
    assert "median ≥ $115" in page


def test_a_top_code_in_a_ranking_is_written_as_a_bound(official: Home) -> None:
    page = official.page("salary", "--full", ROLE, "--by", "state")
    (nevada,) = (line for line in page.splitlines() if line.startswith("Nevada"))
    assert nevada.count("≥ $239,200") == nevada.count("$239,200") == 4
    assert nevada.rstrip().endswith("–")


def test_a_bound_is_not_adjusted(official: Home) -> None:
    ran = official.run("salary", ROLE, "--place", "NV", "--adjust", "rpp")
    refused(ran, 1, "no yearly pay to adjust")


# Prices


def test_pay_at_regional_prices_shows_basis_year_and_both_amounts(official: Home) -> None:
    answer = official.json("salary", ROLE, "--place", "CA", "--place", "TX", "--adjust", "rpp")
    rows = {row["place"]: row for row in answer["rows"] if row["adjusted"]}
    adjusted = {place: row["adjusted"] for place, row in rows.items()}
    assert {one["parity_period"] for one in adjusted.values()} == {"2022"}, "the newest year that both have"
    assert (rows["US-CA"]["median"], adjusted["US-CA"]["parity"]) == (70_000, 112.0)
    assert (adjusted["US-CA"]["statistic"], adjusted["US-CA"]["value"]) == ("median", 62_500)
    assert adjusted["US-TX"]["value"] == round(50_000 / 0.975, 2)
    assert {row["adjusted"] for row in answer["rows"] if row["per"] == "hour"} == {None}
    assert {source["source"] for source in answer["sources"]} >= {"bls-oews-2025", adjusted["US-CA"]["parity_source"]}
    page = words(official.page("salary", "--full", ROLE, "--place", "CA", "--place", "TX", "--adjust", "rpp"))
    assert "At average US prices of 2022" in page
    assert "62,500" in page
    assert "pay of 2025-05 divided by the price level of 2022" in page


def test_the_newest_year_is_taken_where_there_is_one_place(official: Home) -> None:
    (row,) = adjusted_rows(official, "--place", "CA", "--adjust", "rpp")
    worth = row["adjusted"]
    assert (worth["parity_period"], worth["parity"], worth["value"]) == ("2023", 110.0, round(70_000 / 1.1, 2))


def test_pay_of_a_country_is_put_into_international_dollars(official: Home, tmp_path: Path) -> None:
    (tmp_path / "canadian.yaml").write_text(CANADIAN)
    layer = ("--catalog", str(tmp_path / "canadian.yaml"))
    found = adjusted_rows(official, "--place", "Canada", "--place", "US", "--adjust", "ppp", *layer)
    rows = {row["place"]: (row["currency"], row["median"], row["adjusted"]["value"]) for row in found}
    assert rows == {"CA": ("CAD", 65_000, 52_000), "US": ("USD", 60_000, 60_000)}
    page = words(official.page("salary", "--full", ROLE, "--place", "Canada", "--adjust", "ppp", *layer))
    assert "international dollars of 2023" in page
    refused(official.run("salary", ROLE, "--place", "Canada", "--adjust", "rpp", *layer), 2, "Canada", "--adjust ppp")


def test_years_of_prices_are_never_mixed(official: Home, tmp_path: Path) -> None:
    home = Home(tmp_path / "home", market=False)
    home.folder.mkdir()
    files = {
        "SARPP.csv": prices(TX=("97.5", "(NA)"), NV=("(NA)", "99.0")),
        "state_M2025_dl.xlsx": wages(2025, line(PATTERN, "TX"), line(PATTERN, "NV")),
    }
    home.imported(put(tmp_path / "files", {**files, **release()}))
    ran = home.run("salary", ROLE, "--place", "TX", "--place", "NV", "--adjust", "rpp")
    refused(ran, 2, "no year has price parities for all these places", "Texas 2022", "Nevada 2023", "never mixed")


def test_pay_of_different_years_is_not_adjusted_together(official: Home) -> None:
    ran = official.run("salary", ROLE, "--by", "year", "--adjust", "rpp")
    refused(ran, 2, "different years", "2024-05, 2025-05")


def test_a_state_has_no_purchasing_power_parity(official: Home) -> None:
    ran = official.run("salary", ROLE, "--place", "CA", "--adjust", "ppp")
    refused(ran, 2, "California", "whole countries", "--adjust rpp")


def test_a_country_has_no_regional_price_parity_whatever_is_known_of_its_pay(official: Home) -> None:
    ran = official.run("salary", ROLE, "--place", "Canada", "--adjust", "rpp")
    refused(ran, 2, "Canada", "places in the United States")


def test_a_place_without_a_parity_is_named(official: Home) -> None:
    ran = official.run("salary", ROLE, "--place", "Los Angeles-Long Beach-Anaheim, CA", "--adjust", "rpp")
    refused(ran, 1, "no regional price parity for Los Angeles-Long Beach-Anaheim, CA", "BEA")


PRICED_AREA = """\
schema_version: 1
name: areas
sources:
  bea: {title: Regional prices, kind: official, period: "2023"}
places:
  US-metro-los-angeles: {title: "Los Angeles-Anaheim, CA", kind: metro, parities: [PARITY]}
  US-metro-los-gatos: {title: "Los Gatos, CA", kind: metro, parities: [PARITY]}
  US-TX: {title: Texas, kind: state}
  TEX: {title: Texas, kind: country}
""".replace("PARITY", '{kind: rpp, value: 115.0, period: "2023", source: bea}')


def test_a_place_without_a_parity_is_a_row_without_a_value_and_not_the_end(official: Home) -> None:
    places = ("--place", "CA", "--place", "Los Angeles-Long Beach-Anaheim, CA")
    rows = adjusted_rows(official, *places, "--adjust", "rpp")
    assert [(row["place"], row["median"], row["adjusted"]["parity"], row["adjusted"]["value"]) for row in rows] == [
        ("US-CA", 70_000, 110.0, round(70_000 / 1.1, 2)), ("US-metro-31080", 72_000, None, None),
    ]  # fmt: skip


def test_an_area_takes_the_prices_of_the_area_around_the_same_city(official: Home, tmp_path: Path) -> None:
    (tmp_path / "areas.yaml").write_text(PRICED_AREA)
    asked = ("--full", "--place", "Los Angeles-Long Beach-Anaheim, CA", "--adjust", "rpp")
    layer = ("--catalog", str(tmp_path / "areas.yaml"))
    (row,) = adjusted_rows(official, *asked, *layer)
    worth = row["adjusted"]
    assert (worth["parity"], worth["parity_place_title"]) == (115.0, "Los Angeles-Anaheim, CA")
    assert worth["parity_place"] == "US-metro-los-angeles"
    assert "is that of Los Angeles-Anaheim, CA" in words(official.page("salary", ROLE, *asked, *layer))


def test_of_two_places_with_one_title_the_one_with_pay_is_meant(official: Home, tmp_path: Path) -> None:
    (tmp_path / "areas.yaml").write_text(PRICED_AREA)
    layer = ("--catalog", str(tmp_path / "areas.yaml"))
    assert [one["place"] for one in official.json("salary", ROLE, "--place", "Texas", *layer)["places"]] == ["US-TX"]
    assert {row["pay"]["place"] for row in official.json("list", "--place", "texas", *layer)["rows"] if row["pay"]} == {
        "US-TX"
    }
    refused(official.run("salary", "barista", "--place", "Texas", *layer), 1, "more than one place", "US-TX", "TEX")


# Lists


def test_a_list_at_a_place_is_sorted_by_the_pay_there(official: Home) -> None:
    rows = official.json("list", "--place", "TX", "--sort", "pay")["rows"]
    paid = [(row["role"], row["pay"]["value"]) for row in rows if row["pay"]]
    assert ("sales-manager", 130_000) in paid
    assert (ROLE, 50_000) in paid
    assert [amount for _, amount in paid] == sorted((amount for _, amount in paid), reverse=True)
    assert {row["pay"]["place"] for row in rows if row["pay"]} == {"US-TX"}
    assert all(row["pay"] is None for row in rows[len(paid) :]), "who has none there comes last"


def test_a_list_at_a_place_writes_a_bound_as_a_bound(official: Home) -> None:
    rows = official.json("list", "--place", "NV", "--sort", "pay")["rows"]
    (pay,) = [row["pay"] for row in rows if row["role"] == ROLE]
    assert (pay["value"], pay["low"], pay["high"], pay["at_least"]) == (None, None, None, 239_200)


def test_a_list_filters_by_growth_degree_and_pay_at_a_place(official: Home) -> None:
    options = ("--place", "TX", "--no-degree", "--growth", "faster", "--sort", "pay", "--min-pay", "50000")
    rows = official.json("list", *options)["rows"]
    assert [row["role"] for row in rows] == [ROLE]
    assert (rows[0]["growth"]["value"], rows[0]["growth"]["source"]) == (7.5, "bls-projections-2024-34")
    assert official.json("list", *options[:-1], "50001")["rows"] == []


def test_a_list_at_an_unknown_place_asks_with_near_names(official: Home) -> None:
    refused(official.run("list", "--place", "Texs"), 1, "no place 'Texs'", "Texas")
