import io
import re
import zipfile
from collections import Counter
from typing import Literal

import msgspec
import pytest

from careercli.catalog.references import broken_references
from careercli.errors import ImportProblem
from careercli.importers import oews
from careercli.importers.files import Member, members
from careercli.importers.layer import Imported
from careercli.model import Catalog, Figure, Pay, PlaceName
from tests.importers.workbooks import Value, encode, member, official, put, quiet, workbook, zipped

COLUMNS = re.findall(
    r"\w+",
    """
    AREA AREA_TITLE AREA_TYPE PRIM_STATE NAICS NAICS_TITLE I_GROUP OWN_CODE OCC_CODE OCC_TITLE O_GROUP
    TOT_EMP EMP_PRSE JOBS_1000 LOC_QUOTIENT PCT_TOTAL PCT_RPT H_MEAN A_MEAN MEAN_PRSE
    H_PCT10 H_PCT25 H_MEDIAN H_PCT75 H_PCT90 A_PCT10 A_PCT25 A_MEDIAN A_PCT75 A_PCT90 ANNUAL HOURLY
    """,
)
POINTS = {"p10": "PCT10", "p25": "PCT25", "median": "MEDIAN", "mean": "MEAN", "p75": "PCT75", "p90": "PCT90"}
NATION: dict[str, Value] = {
    "AREA": "99", "AREA_TITLE": "U.S.", "AREA_TYPE": "1", "PRIM_STATE": "US", "NAICS": "000000",
    "NAICS_TITLE": "Cross-industry", "I_GROUP": "cross-industry", "OWN_CODE": "1235", "O_GROUP": "detailed",
    "OCC_CODE": "11-2022", "OCC_TITLE": "Sales Managers",
}  # fmt: skip
SALES: dict[str, Value] = {
    **NATION, "TOT_EMP": 637080.0, "H_MEAN": 79.02, "A_MEAN": 164350.0, "H_PCT10": 35.18, "H_PCT25": 48.25,
    "H_MEDIAN": 71.28, "H_PCT75": 99.68, "H_PCT90": 139.68, "A_PCT10": 73170.0, "A_PCT25": 100360.0,
    "A_MEDIAN": 148270.0, "A_PCT75": 207340.0, "A_PCT90": 290540.0,
}  # fmt: skip
CHIEF: dict[str, Value] = {"OCC_CODE": "11-1011", "OCC_TITLE": "Chief Executives"}
TEXAS: dict[str, Value] = {"AREA": "48", "AREA_TITLE": "Texas", "AREA_TYPE": "2", "PRIM_STATE": "TX"}
RETAIL: dict[str, Value] = {"NAICS": 44.0, "NAICS_TITLE": "Retail Trade", "I_GROUP": "sector", "OWN_CODE": "5"}
REAL_FILES = (
    "national_M2024_dl.xlsx", "national_M2025_dl.xlsx", "natsector_M2024_dl.xlsx", "state_M2025_dl.derived.xlsx",
)  # fmt: skip
PERS: tuple[tuple[Literal["year", "hour"], str, int], ...] = (("year", "A", 239_200), ("hour", "H", 115))
Rows = list[dict[str, Value]]


def notes(year: int, hour: str = "115.00", yearly: str = "239,200") -> list[list[Value]]:
    return [
        [f"May {year} OEWS Estimates", None],
        ["Field", "Field Description"],
        ["occ_code", "The 6-digit Standard Occupational Classification (SOC) code"],
        ["*  = indicates that a wage estimate is not available"],
        [f"#  = indicates a wage equal to or greater than ${hour} per hour or ${yearly} per year "],
    ]


def book(
    rows: Rows, *, columns: list[str] = COLUMNS, sheet: str = "data", year: int | None = 2025, **more: str
) -> bytes:
    sheets: dict[str, list[list[Value]]] = {
        sheet: [[*columns], *([row.get(name.upper()) for name in columns] for row in rows)]
    }
    if year is not None:
        sheets["Field Descriptions"] = notes(year, **more)
    return workbook({**sheets, "Filler": []})


def imported(*rows: dict[str, Value], name: str = "national_M2025_dl.xlsx") -> Imported:
    return oews.import_([member(name, book(list(rows)))], quiet)


def pays(result: Imported, code: str = "11-2022") -> tuple[Pay, ...]:
    return result.catalog.occupations[code].pay


def refusal(*files: Member) -> str:
    with pytest.raises(ImportProblem) as caught:
        oews.import_(files, quiet)
    assert "\n" not in caught.value.message
    return caught.value.message


def test_a_row_becomes_a_yearly_and_an_hourly_pay_and_the_number_of_jobs() -> None:
    result = imported(SALES)
    source = "bls-oews-2025"
    assert pays(result) == (
        Pay(
            source=source, place="US", per="year", currency="USD", employment=637080,
            p10=73170, p25=100360, median=148270, mean=164350, p75=207340, p90=290540,
        ),
        Pay(
            source=source, place="US", per="hour", currency="USD",
            p10=35.18, p25=48.25, median=71.28, mean=79.02, p75=99.68, p90=139.68,
        ),
    )  # fmt: skip
    occupation = result.catalog.occupations["11-2022"]
    assert (occupation.title, occupation.scheme) == ("Sales Managers", "soc-2018")
    assert occupation.figures == (Figure(measure="employment", source=source, value=637080, place="US"),)
    assert result.catalog.sources[source].period == "2025-05"
    assert result.catalog.places == {"US": PlaceName(title="United States", kind="country")}
    assert isinstance(pays(result)[0].median, int)


def test_only_detailed_rows_are_read_although_codes_repeat() -> None:
    group: dict[str, Value] = {**SALES, "O_GROUP": "broad", "A_MEDIAN": 1.0}
    result = imported(group, SALES, {**group, "O_GROUP": "total", "OCC_CODE": "00-0000"})
    assert [*result.catalog.occupations] == ["11-2022"]
    assert pays(result)[0].median == 148270
    assert result.counts["rows of other groups"] == 2


def test_a_star_is_missing_and_never_a_number() -> None:
    result = imported({**SALES, "TOT_EMP": "**", "A_PCT10": "*", "A_PCT90": " * ", "PCT_RPT": "~", "H_PCT75": "~"})
    yearly, hourly = pays(result)
    assert (yearly.p10, yearly.p90, yearly.employment, hourly.p75) == (None, None, None, None)
    assert (yearly.at_least, yearly.at_most, hourly.at_least) == ({}, {}, {})
    assert result.catalog.occupations["11-2022"].figures == ()
    assert result.skipped == ()


def test_a_top_coded_point_is_a_bound_with_the_top_code_that_the_notes_state() -> None:
    rows: Rows = [{**SALES, "A_PCT75": "#", "A_PCT90": "#", "A_MEAN": "#", "H_PCT90": "#"}]
    content = book(rows, year=2021, hour="100.00", yearly="208,000")
    result = oews.import_([member("national_M2021_dl.xlsx", content)], quiet)
    yearly, hourly = pays(result)
    assert yearly.at_least == {"mean": 208_000, "p75": 208_000, "p90": 208_000}
    assert (yearly.mean, yearly.p75, yearly.p90, yearly.median) == (None, None, None, 148270)
    assert hourly.at_least == {"p90": 100}
    assert result.counts["top-coded points"] == 4


@pytest.mark.parametrize(
    ("year", "bounds"),
    [
        (2019, {"p90": 208_000}),
        (2021, {"p90": 208_000}),
        (2022, {"p90": 239_200}),
        (2025, {"p90": 239_200}),
        (2026, {}),
    ],
)
def test_without_notes_a_top_code_is_what_is_known_of_that_year_or_left_out_aloud(
    year: int, bounds: dict[str, int]
) -> None:
    result = oews.import_([member(f"national_M{year}_dl.xlsx", book([{**SALES, "A_PCT90": "#"}], year=None))], quiet)
    assert pays(result)[0].at_least == bounds
    assert pays(result)[0].p90 is None
    assert result.counts["top-coded points left out"] == (not bounds)
    assert [one.reason for one in result.skipped] == (
        []
        if bounds
        else [
            "'#' stands for the top code of May 2026, but no sheet says what it is, so these points are skipped. "
            "Import it together with the national workbook of that year."
        ]
    )


def test_a_top_code_stands_in_the_description_beside_the_workbook_in_some_archives(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("oews")
    archive = zipped(
        {
            "oesm20nat/field_descriptions.xlsx": workbook({"Sheet1": notes(2020, "100.00", "208,000")}),
            "oesm20nat/national_M2020_dl.xlsx": book([{**SALES, "A_PCT90": "#"}], year=None),
        }
    )
    result = oews.import_(members([f"{put(folder, {'oesm20nat.zip': archive})}/oesm20nat.zip"]), quiet)
    assert pays(result)[0].at_least == {"p90": 208_000}
    assert result.counts["top-coded points left out"] == 0


@pytest.mark.parametrize(("flag", "per", "word"), [("ANNUAL", "year", "yearly"), ("HOURLY", "hour", "hourly")])
@pytest.mark.parametrize("true", ["TRUE", True])
def test_an_occupation_that_is_paid_one_way_has_only_that_pay(flag: str, per: str, word: str, true: Value) -> None:
    (pay,) = pays(imported({**SALES, flag: true}))
    assert pay.per == per
    assert pay.employment == 637080
    assert pay.note is not None
    assert f"only {word} pay" in pay.note


def test_a_row_with_marks_only_gives_no_pay_and_is_counted() -> None:
    empty: dict[str, Value] = {
        **NATION,
        **CHIEF,
        "TOT_EMP": 80.0,
        **{name: "*" for name in COLUMNS[17:30] if "PRSE" not in name},
    }
    result = imported(SALES, empty)
    assert [*result.catalog.occupations] == ["11-2022"]
    assert result.counts["rows without pay"] == 1


def test_states_territories_metropolitan_and_other_areas_become_places() -> None:
    result = imported(
        SALES,
        {**SALES, **TEXAS},
        {**SALES, "AREA": "72", "AREA_TITLE": "Puerto Rico", "AREA_TYPE": "3", "PRIM_STATE": "PR"},
        {
            **SALES,
            "AREA": "35620",
            "AREA_TITLE": "New York-Newark-Jersey City, NY-NJ",
            "AREA_TYPE": "4",
            "PRIM_STATE": "NY",
        },
        {
            **SALES,
            "AREA": "0100001",
            "AREA_TITLE": "Northwest Alabama nonmetropolitan area",
            "AREA_TYPE": "6",
            "PRIM_STATE": "AL",
        },
    )
    places = result.catalog.places
    assert places["US-TX"] == PlaceName(title="Texas", kind="state", within="US")
    assert places["US-PR"] == PlaceName(title="Puerto Rico", kind="state", within="US")
    assert places["US-metro-35620"] == PlaceName(
        title="New York-Newark-Jersey City, NY-NJ", kind="metro", within="US-NY"
    )
    assert places["US-nonmetro-0100001"].within == "US-AL"
    assert places["US-NY"].title == "New York", "what a place lies within is there too"
    assert {pay.place for pay in pays(result)} == {"US", "US-TX", "US-PR", "US-metro-35620", "US-nonmetro-0100001"}
    assert len(result.catalog.occupations["11-2022"].figures) == 1, "jobs of the nation only"
    assert (result.counts["states"], result.counts["metropolitan areas"], result.counts["nonmetropolitan areas"]) == (
        2,
        1,
        1,
    )
    assert list(broken_references(result.catalog)) == []


def test_a_row_of_an_unknown_area_is_listed() -> None:
    result = imported(SALES, {**SALES, "AREA": "77", "AREA_TITLE": "Atlantis", "AREA_TYPE": "2", "PRIM_STATE": "AT"})
    assert [(one.row, one.reason) for one in result.skipped] == [
        (3, "expected an area in the United States, found '77'")
    ]


def test_sectors_are_named_and_narrower_industries_and_single_owners_are_left_out() -> None:
    result = imported(
        SALES,
        {**SALES, **RETAIL},
        {**SALES, **RETAIL, "NAICS": "441000", "I_GROUP": "3-digit"},
        {**SALES, **RETAIL, "I_GROUP": "sector, ownership"},
        {**SALES, "NAICS": "000001", "I_GROUP": "cross-industry, ownership", "OWN_CODE": "5"},
    )
    assert [pay.industry for pay in pays(result)] == [None, None, "Retail Trade", "Retail Trade"]
    assert result.counts["rows of other industries"] == 3
    assert len(result.catalog.occupations["11-2022"].figures) == 1


def test_the_columns_of_2019_are_in_lower_case_without_state_or_notes_and_codes_may_be_numbers() -> None:
    names = [name.lower() for name in COLUMNS if name != "PRIM_STATE"]
    names[names.index("jobs_1000")] = "jobs_1000_orig"
    rows: Rows = [
        {
            **SALES,
            "AREA": 99.0,
            "AREA_TYPE": 1.0,
            "OCC_CODE": "15-1256",
            "OCC_TITLE": "Software Developers and Testers",
        },
        {**SALES, **TEXAS, "AREA": 1.0, "AREA_TITLE": "Alabama", "AREA_TYPE": 2.0},
        {**SALES, "AREA": 10180.0, "AREA_TITLE": "Abilene, TX", "AREA_TYPE": 4.0, "TOT_EMP": "1,230"},
    ]
    content = book(rows, columns=names, sheet="All May 2019 Data", year=None)
    result = oews.import_([member("all_data_M_2019.xlsx", content)], quiet)
    assert result.catalog.occupations["15-1256"].pay[0].source == "bls-oews-2019"
    assert result.catalog.places["US-AL"].title == "Alabama"
    assert result.catalog.places["US-metro-10180"].within == "US-TX"
    assert [pay.employment for pay in pays(result) if pay.place == "US-metro-10180" and pay.per == "year"] == [1230]
    assert "mix SOC 2010 and SOC 2018" in (result.catalog.sources["bls-oews-2019"].note or "")


def test_files_before_2019_are_refused_in_one_line() -> None:
    old = ["OCC_CODE", "OCC_TITLE", "OCC_GROUP", "TOT_EMP", "H_MEAN", "A_MEAN"]
    message = refusal(member("national_M2018_dl.xlsx", book([SALES], columns=old, year=None)))
    assert message == "national_M2018_dl.xlsx: May 2018 counts occupations of SOC 2010, not of SOC 2018"


def test_an_old_code_under_a_new_year_is_refused() -> None:
    rows: Rows = [SALES, {**SALES, "OCC_CODE": "15-1132", "OCC_TITLE": "Software Developers, Applications"}]
    message = refusal(member("national_M2025_dl.xlsx", book(rows)))
    assert message.startswith("national_M2025_dl.xlsx, sheet 'data', row 3: 15-1132 is an occupation of SOC 2010")


def test_other_columns_are_refused_with_what_was_expected_and_found() -> None:
    message = refusal(
        member("national_M2025_dl.xlsx", book([SALES], columns=[name for name in COLUMNS if name != "A_PCT90"]))
    )
    assert "national_M2025_dl.xlsx, sheet 'data': expected the column 'A_PCT90', found 'AREA'" in message
    other = workbook({"Salaries": [["Job", "Pay"], ["Sales Manager", 1.0]]})
    assert "sheet 'Salaries': expected the columns 'OCC_CODE'" in refusal(member("salaries_2025.xlsx", other))
    assert "every sheet is empty" in refusal(member("national_M2025_dl.xlsx", workbook({"data": []})))
    assert "is a workbook of occupational wages" in refusal(member("notes.txt", b"hello"))


def test_the_year_is_read_from_the_sheets_where_the_file_was_renamed() -> None:
    assert pays(imported(SALES, name="wages.xlsx"))[0].source == "bls-oews-2025"
    named = book([SALES], sheet="national_M2024_dl", year=None)
    assert pays(oews.import_([member("wages.xlsx", named)], quiet))[0].source == "bls-oews-2024"
    assert "says which year it is" in refusal(member("wages.xlsx", book([SALES], year=None)))


def test_a_file_that_names_two_years_is_refused() -> None:
    message = refusal(member("national_M2024_dl.xlsx", book([SALES])))
    assert (
        message
        == "national_M2024_dl.xlsx, sheet 'data': the file name and its sheets give different years, 2024 and 2025"
    )


def test_several_years_give_a_history_the_newest_first_in_any_order_of_files() -> None:
    files = [
        member(
            "national_M2024_dl.xlsx", book([{**SALES, "A_MEDIAN": 138060.0, "OCC_TITLE": "Sales Bosses"}], year=2024)
        ),
        member("national_M2025_dl.xlsx", book([SALES])),
        member("state_M2025_dl.xlsx", book([{**SALES, **TEXAS, "A_MEDIAN": 135000.0}, {**SALES, **CHIEF, **TEXAS}])),
    ]
    results = [oews.import_(order, quiet) for order in (files, files[::-1])]
    assert encode(results[0].catalog) == encode(results[1].catalog)
    result = results[0]
    yearly = [(pay.source, pay.place, pay.median) for pay in pays(result) if pay.per == "year"]
    assert yearly == [
        ("bls-oews-2025", "US", 148270), ("bls-oews-2025", "US-TX", 135000), ("bls-oews-2024", "US", 138060),
    ]  # fmt: skip
    assert result.catalog.occupations["11-2022"].title == "Sales Managers"
    assert [*result.catalog.occupations] == ["11-1011", "11-2022"]
    assert (result.counts["occupations"], result.counts["occupations with national pay"], result.counts["years"]) == (
        2,
        1,
        2,
    )
    assert result.catalog.name == "bls-oews-2024-2025"


def test_the_same_rows_in_two_files_count_once() -> None:
    files = [
        member("national_M2025_dl.xlsx", book([SALES])),
        member("all_data_M_2025.xlsx", book([SALES, {**SALES, **TEXAS}])),
    ]
    result = oews.import_(files, quiet)
    assert len(pays(result)) == 4
    assert result.counts["repeated rows"] == 1
    assert result.skipped == ()


def test_rows_that_disagree_are_both_left_out_aloud() -> None:
    result = imported(SALES, {**SALES, "A_MEDIAN": 1.0}, {**SALES, **TEXAS})
    assert {pay.place for pay in pays(result)} == {"US-TX"}
    assert [(one.row, one.reason) for one in result.skipped] == [
        (3, "disagrees with national_M2025_dl.xlsx, row 2, on 11-2022 (US, May 2025): skipped both")
    ]


def test_of_two_rows_for_the_same_industry_the_one_of_more_owners_stands() -> None:
    private: dict[str, Value] = {**SALES, "OWN_CODE": "5", "A_MEDIAN": 150000.0}
    for rows in ((SALES, private), (private, SALES)):
        result = imported(*rows)
        assert pays(result)[0].median == 148270
        assert result.counts["rows of fewer owners"] == 1


def test_a_cell_that_is_neither_amount_nor_mark_is_left_out_aloud() -> None:
    result = imported({**SALES, "A_PCT10": "n.a.", "A_PCT25": -5.0, "A_PCT75": "207,340"})
    yearly = pays(result)[0]
    assert (yearly.p10, yearly.p25, yearly.median, yearly.p75) == (None, None, 148270, 207340)
    assert [one.reason for one in result.skipped] == [
        "expected an amount or a mark in A_PCT10, found 'n.a.': skipped",
        "expected an amount or a mark in A_PCT25, found '-5': skipped",
    ]


def test_rows_without_a_code_or_title_are_listed() -> None:
    result = imported(SALES, {**SALES, "OCC_CODE": "112022"}, {**SALES, "OCC_CODE": "11-2021", "OCC_TITLE": None})
    assert [(one.sheet, one.row, one.reason) for one in result.skipped] == [
        ("data", 3, "expected an occupation code such as 11-2022, found '112022'"),
        ("data", 4, "the occupation 11-2021 has no title"),
    ]


def test_progress_names_each_workbook() -> None:
    told: list[tuple[str, int, int]] = []
    files = [member(name, book([SALES])) for name in ("national_M2025_dl.xlsx", "all_data_M_2025.xlsx")]
    oews.import_(files, lambda *step: told.append(step))
    assert told == [("national_M2025_dl.xlsx", 0, 2), ("all_data_M_2025.xlsx", 1, 2), ("", 2, 2)]


def real_files() -> list[Member]:
    return members([official("oews", name) for name in REAL_FILES])


@pytest.fixture(scope="module")
def real() -> Imported:
    return oews.import_(real_files(), quiet)


def test_the_real_files_have_830_detailed_occupations_with_pay_in_2025_and_54_states(real: Imported) -> None:
    newest = [
        code
        for code, one in real.catalog.occupations.items()
        if any(pay.source == "bls-oews-2025" and pay.place == "US" and pay.industry is None for pay in one.pay)
    ]
    assert len(newest) == 830
    assert real.counts["states"] == 54, "fifty, the District of Columbia and three territories"
    assert real.counts["sectors"] == 20
    assert real.counts["detailed rows"] == 830 + 831 + 8_579 + 35_223 + 945
    assert real.counts["top-coded points left out"] == 0
    assert real.skipped == ()
    assert pays(real)[0].median == 148270


def test_the_real_layer_is_a_catalog_without_broken_references(real: Imported) -> None:
    content = encode(real.catalog)
    assert msgspec.json.decode(content, type=Catalog) == real.catalog
    assert list(broken_references(real.catalog)) == []


def test_every_cell_of_the_real_files_is_there_as_a_number_a_bound_or_missing(real: Imported) -> None:
    import python_calamine

    found = {
        (pay.source, code, pay.place, pay.industry, pay.per): pay
        for code, one in real.catalog.occupations.items()
        for pay in one.pay
    }
    citations: Counter[str] = Counter()
    for one in real_files():
        rows = python_calamine.CalamineWorkbook.from_path(one.file_label).get_sheet_by_index(0).to_python()
        head = rows[0]
        source = f"bls-oews-{re.findall('20[0-9]{2}', one.name)[0]}"
        for row in ({str(name): cell for name, cell in zip(head, cells, strict=True)} for cells in rows[1:]):
            if row["O_GROUP"] != "detailed":
                continue
            place = "US" if row["AREA"] == "99" else f"US-{row['PRIM_STATE']}"
            industry = str(row["NAICS_TITLE"]) if row["I_GROUP"] == "sector" else None
            for per, letter, top in PERS:
                pay = found.get((source, str(row["OCC_CODE"]), place, industry, per))
                for point, column in POINTS.items():
                    cell = row[f"{letter}_{column}"]
                    number = getattr(pay, point, None)
                    bound = pay.at_least.get(point) if pay else None  # type: ignore[call-overload]
                    if isinstance(cell, float):
                        assert (number, bound) == (round(cell, 2), None)
                    else:
                        citations[str(cell)] += 1
                        assert (number, bound) == (None, top if cell == "#" else None)
                if pay and per == "year":
                    assert pay.employment == (None if row["TOT_EMP"] == "**" else row["TOT_EMP"])
    assert citations["#"] == real.counts["top-coded points"] > 1_000
    assert set(citations) == {"*", "#"}


def test_the_real_states_and_sectors_have_the_values_of_the_source(real: Imported) -> None:
    def one(place: str, industry: str | None, per: str, source: str) -> Pay:
        (pay,) = (
            pay
            for pay in pays(real)
            if (pay.place, pay.industry, pay.per, pay.source) == (place, industry, per, source)
        )
        return pay

    alaska = one("US-AK", None, "year", "bls-oews-2025")
    assert (alaska.employment, alaska.p10, alaska.median, alaska.p90) == (850, 70370, 98860, 171700)
    california = one("US-CA", None, "hour", "bls-oews-2025")
    assert (california.median, california.mean, california.p10) == (64.86, 77.05, 30.98)
    assert one("US-TX", None, "hour", "bls-oews-2025").mean == 74.1, "stored as 74.09999999999999"
    retail = one("US", "Retail Trade", "year", "bls-oews-2024")
    assert (retail.employment, retail.median, retail.p90, retail.at_least) == (100180, 92630, 217600, {})
    manufacturing = one("US", "Manufacturing", "hour", "bls-oews-2024")
    assert (manufacturing.median, manufacturing.p90, manufacturing.at_least) == (72.22, None, {"p90": 115})


def swapped(row: dict[str, Value], left: str, right: str) -> dict[str, Value]:
    """Return a row as it is read when the headings of two columns stand over each other's cells."""
    return {**row, left: row[right], right: row[left]}


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("A_PCT10", "A_PCT90", "is below p10 290,540"),
        ("H_MEDIAN", "A_MEDIAN", "median 71.28 a year is below p10 73,170"),
        ("A_MEAN", "A_PCT75", "mean 79.02 an hour over 2,080 hours is not 207,340 a year"),
    ],
)
def test_a_file_whose_columns_are_swapped_is_refused_with_its_first_three_rows(
    left: str, right: str, found: str
) -> None:
    codes = [f"11-20{number}" for number in range(20, 26)]
    message = refusal(
        member("national_M2025_dl.xlsx", book([swapped({**SALES, "OCC_CODE": code}, left, right) for code in codes]))
    )
    assert "6 of 6 rows are impossible (row 2: " in message
    assert found in message
    assert "row 4: " in message
    assert "row 5: " not in message


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ({"A_PCT10": 250_000.0}, "p25 100,360 a year is below p10 250,000: skipped the row"),
        ({"A_MEDIAN": 0.0}, "median 0 a year is below p10 73,170: skipped the row"),
        ({"A_MEAN": 0.0}, "mean 0 a year is not pay: skipped the row"),
        ({"A_MEAN": 9e12}, "expected an amount or a mark in A_MEAN, found '9000000000000': skipped"),
    ],
)
def test_what_cannot_be_true_of_one_row_is_left_out_and_told(cell: dict[str, Value], reason: str) -> None:
    result = imported({**SALES, **cell}, {**SALES, **TEXAS})
    assert [(one.row, one.reason) for one in result.skipped] == [(2, reason)]
    assert all(pay.mean != 9e12 for pay in pays(result))
    assert {pay.place for pay in pays(result)} >= {"US-TX"}


def test_a_sector_is_known_by_its_code_whatever_a_year_calls_it() -> None:
    def government(title: str) -> dict[str, Value]:
        return {**SALES, "NAICS": "99", "NAICS_TITLE": title, "I_GROUP": "sector"}

    files = [
        member("natsector_M2024_dl.xlsx", book([government("Federal, State, and Local Government")], year=2024)),
        member("natsector_M2025_dl.xlsx", book([government("Federal, State, and Local Government, excl. Schools")])),
        member("natsector_M2023_dl.xlsx", book([{**SALES, **RETAIL, "NAICS_TITLE": "Retail trade"}], year=2023)),
    ]
    sectors = {pay.source: pay.industry for pay in pays(oews.import_(files, quiet))}
    assert sectors["bls-oews-2024"] == sectors["bls-oews-2025"]
    assert sectors["bls-oews-2023"] == "Retail Trade"


@pytest.mark.parametrize("backwards", [False, True])
def test_the_top_code_that_one_file_states_serves_another_of_its_year(backwards: bool) -> None:
    files = [
        member("natsector_M2026_dl.xlsx", book([{**SALES, **RETAIL, "A_PCT90": "#"}], year=None)),
        member("national_M2026_dl.xlsx", book([SALES], year=2026)),
    ]
    result = oews.import_(files[::-1] if backwards else files, quiet)
    assert [pay.at_least for pay in pays(result) if pay.industry and pay.per == "year"] == [{"p90": 239_200}]
    assert (result.counts["top-coded points left out"], result.skipped) == (0, ())


def test_one_file_that_cannot_be_read_does_not_keep_the_others_out() -> None:
    old = member("national_M2018_dl.xlsx", book([SALES], year=2018))
    result = oews.import_([old, member("national_M2025_dl.xlsx", book([SALES]))], quiet)
    assert len(pays(result)) == 2
    (left_out,) = result.skipped
    assert left_out.file_label == "national_M2018_dl.xlsx"
    assert left_out.reason.startswith("skipped the whole file: May 2018 counts occupations of SOC 2010")
    assert "May 2018" in refusal(old)


def test_a_class_of_the_hybrid_years_that_was_given_up_says_so() -> None:
    files = [
        member("national_M2020_dl.xlsx", book([SALES, {**SALES, "OCC_CODE": "15-1256"}], year=2020)),
        member("national_M2025_dl.xlsx", book([SALES])),
    ]
    result = oews.import_(files, quiet)
    assert "which mixed SOC 2010 and SOC 2018" in (result.catalog.occupations["15-1256"].note or "")
    assert result.catalog.occupations["11-2022"].note is None
    assert "advises against comparing years" in (result.catalog.sources["bls-oews-2020"].note or "")


def test_cells_that_hold_an_error_are_counted() -> None:
    content = book([{**SALES, "A_MEAN": 164350.125}])
    broken = rezipped(content, b"<v>164350.125</v>", b"<v>#REF!</v>", b'"><v>#REF!', b'" t="e"><v>#REF!')
    result = oews.import_([member("national_M2025_dl.xlsx", broken)], quiet)
    assert pays(result)[0].mean is None
    assert [one.reason for one in result.skipped] == ["1 cell has an error such as #REF!, read as empty"]


def rezipped(content: bytes, *changes: bytes) -> bytes:
    """Return a workbook with parts of its sheets changed, old and new in turn."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        parts = {
            name: part.replace(old, new) if name.startswith("xl/worksheets") else part for name, part in parts.items()
        }
    return zipped(parts)
