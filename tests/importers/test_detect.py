"""Which importer the files are for, by their publisher's names and else by what their headers say."""

import pytest

from careercli.importers.detect import detect_kinds
from careercli.importers.files import members
from tests.importers.workbooks import Value, member, official, workbook

OEWS: list[list[Value]] = [["AREA", "OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP"]]
PROJECTIONS: list[list[Value]] = [["Table 5.4"], ["2024 National Employment Matrix title"]]
ONET: list[list[Value]] = [["O*NET-SOC Code", "Title", "Category", "Data Value"]]


def kinds(name: str, content: bytes) -> list[str]:
    return [kind for kind, _ in detect_kinds([member(name, content)])]


@pytest.mark.parametrize(
    "name",
    [
        "national_M2019_dl.xlsx",
        "state_M2024_dl.xlsx",
        "MSA_M2023_dl.xlsx",
        "natsector_M2024_dl.xlsx",
        "nat4d_M2022_dl.xlsx",
        "all_data_M_2024.xlsx",
        "state_M2025_dl.derived.xlsx",
    ],
)
def test_wages_are_known_by_the_names_of_their_workbooks(name: str) -> None:
    assert kinds(name, b"") == ["oews"]


@pytest.mark.parametrize("name", ["TASK STATEMENTS.TXT", "Read Me.txt", "Skills.xlsx", "Job Titles.txt"])
def test_tables_of_onet_are_known_by_their_names(name: str) -> None:
    found = detect_kinds([member("Occupation Data.txt", b""), member(name, b"")])
    assert [(kind, [one.name for one in files]) for kind, files in found] == [("onet", ["Occupation Data.txt", name])]


def test_a_table_of_onet_alone_is_known_by_its_header() -> None:
    assert kinds("Skills.txt", b"O*NET-SOC Code\tElement ID\r\n") == ["onet"]
    assert kinds("Skills.xlsx", workbook({"Skills": ONET})) == ["onet"]
    assert kinds("Skills.txt", b"Python\nwelding\n") == []
    assert kinds("Read Me.txt", b"Holiday pictures\n") == []


@pytest.mark.parametrize("shared", [True, False])
def test_a_workbook_of_another_name_is_known_by_its_headers(shared: bool) -> None:
    assert kinds("wages.xlsx", workbook({"A": OEWS}, shared=shared)) == ["oews"]
    assert kinds("a.xlsx", workbook({"Index": [["x"]], "Table 5.4": PROJECTIONS}, shared=shared)) == ["projections"]


def test_the_two_workbooks_that_are_called_education_are_told_apart() -> None:
    assert kinds("education.xlsx", workbook({"Table 5.4": PROJECTIONS})) == ["projections"]
    assert kinds("Education.xlsx", workbook({"Education": ONET})) == ["onet"]


@pytest.mark.parametrize(
    "header",
    [
        b"area,year,rpp_all_items_us_100\n",
        b'GeoFIPS,GeoName,Region,TableName,LineCode\n"00000","United States",,MARPP,1\n',
        b"Country,Country ID,Year,PPP\n",
        b'"Data Source","World Development Indicators",\n\n"Aruba","ABW","PPP conversion factor","PA.NUS.PPP"\n',
    ],
)
def test_price_levels_are_known_by_their_headers(header: bytes) -> None:
    assert kinds("data.csv", header) == ["parities"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("README.md", b"O*NET-SOC Code"),
        ("Metadata_Indicator_API_PA.NUS.PPP.csv", b"PA.NUS.PPP"),
        ("notes.txt", b"OCC_CODE"),
        ("people.csv", b"name,wage\n"),
        ("soc_structure_2018.xlsx", workbook({"2018 Structure": [["Major Group", "Minor Group"]]})),
        ("broken.xlsx", b"PK\x03\x04"),
        ("resume.json", b"{}"),
    ],
)
def test_other_files_are_for_nobody(name: str, content: bytes) -> None:
    assert kinds(name, content) == []


def test_the_order_of_the_files_does_not_change_the_order_of_the_importers() -> None:
    found = [member("rpp.csv", b"rpp"), member("national_M2025_dl.xlsx", b""), member("Occupation Data.txt", b"")]
    assert [kind for kind, _ in detect_kinds(found)] == ["parities", "oews", "onet"]


def test_a_folder_of_everything_gives_all_importers_with_their_files() -> None:
    names = dict(detect_kinds(members([official()])))
    assert list(names) == ["parities", "projections", "oflc", "oews", "onet", "ladder"]
    read = {kind: {member.name for member in files} for kind, files in names.items()}
    assert read["parities"] >= {"bea-rpp-metro-2023.csv", "ppp-gdp.csv", "SARPP_STATE_2008_2023.csv"}
    assert read["projections"] == {"occupation.xlsx", "education.xlsx"}
    assert read["oews"] >= {"national_M2025_dl.xlsx", "state_M2025_dl.derived.xlsx", "natsector_M2024_dl.xlsx"}
    assert (len(read["onet"]), len(read["ladder"])) == (19, 3)


def test_text_of_two_bytes_a_character_is_known_by_its_headers_too() -> None:
    assert kinds("data.csv", "area,year,rpp_all_items_us_100\n".encode("utf-16")) == ["parities"]
