import pytest

from careercli.catalog.references import broken_references
from careercli.errors import ImportProblem
from careercli.importers import parities
from careercli.importers.files import Member, members
from careercli.importers.layer import Imported
from careercli.importers.place_codes import COUNTRIES, STATE_TITLES
from careercli.model import Parity, PlaceName
from tests.importers.workbooks import encode, member, official, quiet

AREAS = (
    "area,year,rpp_all_items_us_100\n"
    "United States,2023,100.000\n"
    "United States (Nonmetropolitan Portion),2023,88.222\n"
    '"Abilene, TX (Metropolitan Statistical Area)",2023,89.849\n'
    '"Enid, OK (Metropolitan Statistical Area) *",2023,86.142\n'
)
COUNTRY_YEARS = 'Country,Country ID,Year,PPP\nNamibia,NA,2024,7.69\n"Korea, Rep.",KR,2024,805.1\nNamibia,NA,2023,7.5\n'
BEA = (
    "GeoFIPS,GeoName,Region,TableName,LineCode,IndustryClassification,Description,Unit,2022,2023\r\n"
    ' "00000","United States", ,{table},1,"...","RPPs: All items ","Index",100.000,100.000\r\n'
    "{rows}"
    '"Note: See the included footnote file."\r\n"{table}: Regional price parities"\r\n'
    '"Last updated: December 12, 2024-- new statistics for 2023."\r\n'
)
BANK = (
    '\ufeff"Data Source","World Development Indicators",\r\n\r\n"Last Updated Date","2025-07-01",\r\n\r\n'
    '"Country Name","Country Code","Indicator Name","Indicator Code","1960","2023","2024",\r\n'
    '"Namibia","NAM","PPP conversion factor, GDP","PA.NUS.PPP","","7.5","7.69",\r\n'
    '"Kosovo","XKX","PPP conversion factor, GDP","PA.NUS.PPP","","0.36","",\r\n'
    '"World","WLD","PPP conversion factor, GDP","PA.NUS.PPP","","","",\r\n'
    '"Aruba","ABW","PPP conversion factor, GDP","PA.NUS.PPP","","","",\r\n'
)


def metros(*rows: str) -> bytes:
    return BEA.format(table="MARPP", rows="".join(f"{row}\r\n" for row in rows)).encode()


def states(*rows: str) -> bytes:
    return BEA.format(table="SARPP", rows="".join(f"{row}\r\n" for row in rows)).encode()


ABILENE = (
    ' "10180","Abilene, TX (Metropolitan Statistical Area)", ,MARPP,1,"...","RPPs: All items ","Index",88.1,89.849'
)
TEXAS = ' "48000","Texas", 6,SARPP,1,"...","RPPs: All items ","Index",97.5,97.1'


def imported(*files: bytes | str) -> Imported:
    contents = [content if isinstance(content, bytes) else content.encode() for content in files]
    return parities.import_([member(f"file{number}.csv", one) for number, one in enumerate(contents, 1)], quiet)


def rpp(value: float, period: str, source: str = "bea-rpp-2023") -> Parity:
    return Parity(kind="rpp", value=value, period=period, source=source)


def ppp(value: float, period: str) -> Parity:
    return Parity(kind="ppp", value=value, period=period, source="world-bank-ppp")


def refusal(*files: Member) -> str:
    with pytest.raises(ImportProblem) as caught:
        parities.import_(files, quiet)
    assert "\n" not in caught.value.message
    return caught.value.message


def test_areas_that_are_printed_by_name_get_a_key_from_the_name() -> None:
    result = imported(AREAS)
    places = result.catalog.places
    assert places["US"] == PlaceName(title="United States", kind="country", parities=(rpp(100, "2023"),))
    assert places["US-nonmetro"].parities == (rpp(88.222, "2023"),)
    assert places["US-metro-abilene-tx"] == PlaceName(
        title="Abilene, TX", kind="metro", within="US-TX", parities=(rpp(89.849, "2023"),)
    )
    assert places["US-metro-enid-ok"].title == "Enid, OK", "the sign of a footnote is no part of a name"
    assert places["US-TX"] == PlaceName(title="Texas", kind="state", within="US")
    assert result.counts["metropolitan areas"] == 2
    assert result.skipped == ()


def test_bea_tables_of_states_and_metropolitan_areas_are_read_for_all_items_and_all_years() -> None:
    housing = ABILENE.replace(",1,", ",3,").replace("All items", "Services: Housing")
    portion = (
        ' "00999","United States (Nonmetropolitan Portion) *", ,MARPP,1,"...","RPPs: All items ","Index",(NA),88.2'
    )
    deflator = TEXAS.replace("SARPP", "SAIRPD")
    result = imported(metros(ABILENE, housing, portion), states(TEXAS, deflator))
    places = result.catalog.places
    assert places["US-metro-10180"].parities == (rpp(88.1, "2022"), rpp(89.849, "2023"))
    assert places["US-metro-10180"].title == "Abilene, TX"
    assert places["US-TX"].parities == (rpp(97.5, "2022"), rpp(97.1, "2023"))
    assert places["US-nonmetro"] == PlaceName(
        title="United States (Nonmetropolitan Portion)", kind="region", within="US", parities=(rpp(88.2, "2023"),)
    )
    assert places["US"].parities == (rpp(100, "2022"), rpp(100, "2023"))
    assert (result.counts["rows of parts of the basket"], result.counts["rows of other tables"]) == (1, 1)
    assert result.counts["repeated values"] == 2, "the United States stand in both tables"
    assert result.skipped == ()


def test_names_with_accents_are_read_in_bea_s_encoding() -> None:
    row = ABILENE.replace("10180", "41980").replace("Abilene, TX", "San Juan-Bayamón-Caguas, PR")
    assert (
        imported(metros(row).decode().encode("cp1252")).catalog.places["US-metro-41980"].title
        == "San Juan-Bayamón-Caguas, PR"
    )
    by_name = 'area,year,rpp_all_items_us_100\n"San Juan-Bayamón-Caguas, PR (MSA)",2023,96\n'
    assert "US-metro-san-juan-bayamon-caguas-pr" in imported(by_name).catalog.places


def test_an_area_by_name_and_the_same_area_by_code_are_one_place() -> None:
    result = imported(AREAS, metros(ABILENE))
    assert "US-metro-abilene-tx" not in result.catalog.places
    assert result.catalog.places["US-metro-10180"].parities == (rpp(88.1, "2022"), rpp(89.849, "2023"))


def test_the_newer_release_stands_for_years_that_two_releases_have() -> None:
    older = AREAS.replace(",2023,", ",2022,")
    for files in ((older, metros(ABILENE)), (metros(ABILENE), older)):
        result = imported(*files)
        assert result.catalog.places["US-metro-10180"].parities == (rpp(88.1, "2022"), rpp(89.849, "2023"))
        assert result.counts["values of older releases"] == 1
    assert [*imported(older, metros(ABILENE)).catalog.sources] == ["bea-rpp-2022", "bea-rpp-2023"]


def test_one_release_with_two_values_for_a_place_gives_neither() -> None:
    result = imported(AREAS, AREAS.replace("89.849", "98.849"))
    assert "US-metro-abilene-tx" not in result.catalog.places
    assert [(one.file_label, one.row, one.reason) for one in result.skipped] == [
        ("file2.csv", 4, "Abilene, TX has a different value for 2023 in file1.csv, row 4: skipped both")
    ]


def test_countries_and_years_are_read_and_namibia_is_a_country() -> None:
    places = imported(COUNTRY_YEARS).catalog.places
    assert places["NA"] == PlaceName(title="Namibia", kind="country", parities=(ppp(7.5, "2023"), ppp(7.69, "2024")))
    assert places["KR"].title == "Korea, Rep."


def test_the_world_bank_s_own_table_gives_the_same_keys() -> None:
    result = imported(BANK)
    assert result.catalog.places["NA"].parities == (ppp(7.5, "2023"), ppp(7.69, "2024"))
    assert result.catalog.places["XK"].parities == (ppp(0.36, "2023"),)
    assert sorted(result.catalog.places) == ["NA", "US", "XK"]
    assert result.catalog.sources["world-bank-ppp"].period == "2024"
    assert result.counts["rows of groups of countries"] == 1
    assert result.skipped == ()


def test_another_indicator_is_not_taken_for_it() -> None:
    private = BANK.replace("PA.NUS.PPP", "PA.NUS.PRVT.PP")
    result = imported(private, COUNTRY_YEARS)
    assert {one.reason for one in result.skipped} == {"expected the indicator PA.NUS.PPP, found 'PA.NUS.PRVT.PP'"}
    assert "no price level" in refusal(member("ppp.csv", private.encode()))


def test_ragged_rows_odd_years_and_values_below_zero_are_listed() -> None:
    text = (
        COUNTRY_YEARS
        + "Chad,TD,2024\nChad,TD,soon,5\nChad,TD,2024,-1\nChad,TD,2023,many\nChad,TD,2022,inf\nArab World,1A,2024,2\n"
    )
    result = imported(text)
    assert "TD" not in result.catalog.places
    assert [(one.row, one.reason) for one in result.skipped] == [
        (5, "expected 4 cells, found 3"),
        (6, "expected a year, found 'soon'"),
        (7, "expected a number above 0, found '-1'"),
        (8, "expected a number above 0, found 'many'"),
        (9, "expected a number above 0, found 'inf'"),
    ]
    assert result.counts["rows of groups of countries"] == 1
    ragged = imported(metros(ABILENE, ABILENE.replace("10180", "10190").removesuffix(",89.849")))
    assert [(one.row, one.reason) for one in ragged.skipped] == [(4, "expected 10 cells, found 9")]
    assert [one.reason for one in imported(states(TEXAS, TEXAS.replace("48000", "91000"))).skipped] == [
        "expected a state, found 91000 Texas"
    ]


def test_files_of_another_kind_are_refused_or_listed() -> None:
    message = refusal(member("cities.csv", b"city,index\nParis,1\n"))
    assert message.startswith("cities.csv: expected the columns 'Country,Country ID,Year,PPP' or ")
    assert message.endswith("found 'city,index'")
    result = parities.import_([member("LICENSE", b"text"), member("areas.csv", AREAS.encode())], quiet)
    assert [(one.file_label, one.reason) for one in result.skipped] == [("LICENSE", "not a CSV file")]


def test_the_order_of_the_files_does_not_matter() -> None:
    files = (AREAS, metros(ABILENE), states(TEXAS), BANK)
    assert encode(imported(*files).catalog) == encode(imported(*files[::-1]).catalog)


def test_codes_of_places_are_complete_and_unambiguous() -> None:
    assert len(COUNTRIES) == len(set(COUNTRIES.values())) == 250, "249 of ISO 3166 and Kosovo"
    assert len(STATE_TITLES) == 54
    assert COUNTRIES["NAM"] == "NA"


@pytest.fixture(scope="module")
def real() -> Imported:
    names = ("bea-rpp-metro-2023.csv", "ppp-gdp.csv", "ppp-LICENSE", "SARPP_STATE_2008_2023.csv")
    return parities.import_(members([official("cost-of-living", name) for name in names]), quiet)


def test_the_real_files_are_read_whole(real: Imported) -> None:
    assert real.counts["metropolitan areas"] == 384
    assert real.counts["regional price parities"] == 386 + 16 * 52 - 1, (
        "16 years of 52; the nation of 2023 stands in both"
    )
    assert real.counts["countries"] == 205
    assert real.counts["purchasing power parities"] == 6_856
    assert [one.reason for one in real.skipped] == ["not a CSV file"]
    assert list(broken_references(real.catalog)) == []
    assert set(real.catalog.places) - {key for key in real.catalog.places if key.startswith("US-")} <= set(
        COUNTRIES.values()
    )


def test_the_real_values_are_those_of_the_files(real: Imported) -> None:
    import csv

    places = {named.title: named for named in real.catalog.places.values() if not named.title.startswith("Georgia")}
    with open(official("cost-of-living", "bea-rpp-metro-2023.csv"), newline="", encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            title = row["area"].removesuffix(" *").removesuffix(" (Metropolitan Statistical Area)")
            assert rpp(float(row["rpp_all_items_us_100"]), "2023") in places[title].parities
    with open(official("cost-of-living", "ppp-gdp.csv"), newline="", encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            assert ppp(float(row["PPP"]), row["Year"]) in real.catalog.places[row["Country ID"]].parities
    assert real.catalog.places["NA"].title == "Namibia"


def test_a_price_level_far_from_the_nations_is_left_out_and_told() -> None:
    content = b'area,year,rpp_all_items_us_100\n"A, TX",2023,1039.24\n"B, TX",2023,103.9\n'
    result = parities.import_([member("rpp.csv", content)], quiet)
    assert [(one.row, one.reason) for one in result.skipped] == [
        (2, "expected a price level from 50 to 200 (United States = 100), found 1039.24")
    ]
    assert [place.title for place in result.catalog.places.values() if place.parities] == ["B, TX"]


def test_decimal_commas_are_told_with_their_rows() -> None:
    content = b'area,year,rpp_all_items_us_100\n"A, TX",2023,"93,1"\n'
    with pytest.raises(ImportProblem) as caught:
        parities.import_([member("rpp.csv", content)], quiet)
    assert caught.value.message == (
        "the files have no price level for any place (row 2: expected a number above 0, found '93,1')"
    )


def test_one_file_of_another_layout_does_not_keep_the_others_out() -> None:
    good = member("rpp.csv", b'area,year,rpp_all_items_us_100\n"B, TX",2023,103.9\n')
    result = parities.import_([member("other.csv", b"a,b\n1,2\n"), good], quiet)
    assert result.counts["regional price parities"] == 1
    assert result.skipped[0].reason.startswith("skipped the whole file: expected the columns")


def test_an_area_whose_name_gives_no_key_is_left_out_and_told() -> None:
    text = 'area,year,rpp_all_items_us_100\nUnited States,2023,100\n"日本 (Metropolitan Statistical Area)",2023,88\n'
    found = parities.import_([member("rpp.csv", text.encode())], quiet)
    assert set(found.catalog.places) == {"US"}
    reason = "expected the name of an area in Latin letters, found '日本 (Metropolitan Statistical Area)'"
    assert [(one.row, one.reason) for one in found.skipped] == [(3, reason)]
