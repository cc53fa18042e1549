"""Rows by the names in the header, each with its place, from workbooks and from delimited text."""

import pytest

from careercli.errors import ImportProblem
from careercli.importers.layer import Skipped
from careercli.importers.tables import (
    Table,
    as_number,
    as_text,
    column,
    columns,
    complete_rows,
    delimited,
    location,
    sheets,
)
from tests.importers.workbooks import Value, member, official, workbook, zipped

TITLE = "Table 1.2 Occupational projections (Employment in thousands)"
ROWS: list[list[Value]] = [
    [TITLE, None, None],
    ["Matrix title", "Matrix code", "Median annual wage,\n dollars, 2024[1]"],
    ["  Chief executives & others", "11-1011", ">=$239,200"],
    ["Models", "41-9012", 89990.0],
    [None, None, None],
    ["Footnotes: [1] wage and salary workers", None, None],
]


def sheet(rows: list[list[Value]], *headings: str, merged: tuple[str, ...] = ()) -> Table:
    return sheets(member("occupation.xlsx", workbook({"Table 1.2": rows}, merged={"Table 1.2": merged})))["Table 1.2"](
        *headings
    )


def problem(content: bytes, *headings: str) -> ImportProblem:
    with pytest.raises(ImportProblem) as caught:
        [one(*headings) for one in sheets(member("occupation.xlsx", content)).values()]
    assert "\n" not in caught.value.message, "an error is one line"
    return caught.value


# Workbooks


@pytest.mark.parametrize("shared", [True, False])
def test_the_header_is_found_by_its_headings_below_a_title(shared: bool) -> None:
    book = sheets(member("occupation.xlsx", workbook({"Index": [["x"]], "Table 1.2": ROWS}, shared=shared)))
    assert list(book) == ["Index", "Table 1.2"]
    table = book["Table 1.2"]("matrix CODE")
    assert table.header == ("Matrix title", "Matrix code", "Median annual wage, dollars, 2024[1]")
    assert table.first_row == 3
    assert table.rows[0] == ["  Chief executives & others", "11-1011", ">=$239,200"]
    assert table.rows[2] == [None, None, None]
    assert location(table, 3) == "occupation.xlsx, sheet 'Table 1.2', row 3"


def test_cells_are_text_numbers_or_nothing() -> None:
    table = sheet([["a", "b", "c", "d"], ["", True, 5, 0.5]])
    assert table.rows == [[None, "TRUE", 5.0, 0.5]]
    assert [as_text(cell) for cell in table.rows[0]] == ["", "TRUE", "5", "0.5"]


def test_a_header_of_merged_cells_over_two_rows_becomes_one() -> None:
    rows: list[list[Value]] = [
        [TITLE],
        ["Title", "Code", "Employment", None, "Wage"],
        [None, None, 2024.0, 2034.0, None],
        ["Models", "41-9012", 1.0, 2.0, 3.0],
    ]
    table = sheet(rows, "Code", merged=("A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:E3"))
    assert table.header == ("Title", "Code", "Employment, 2024", "Employment, 2034", "Wage")
    assert (table.first_row, table.rows) == (4, [["Models", "41-9012", 1.0, 2.0, 3.0]])


def test_rows_are_numbered_as_a_spreadsheet_numbers_them_even_below_empty_ones() -> None:
    table = sheet([[], [], ["Code"], ["11-1011"]], "Code")
    assert (table.first_row, table.rows) == (4, [["11-1011"]])


def test_a_sheet_without_the_headings_is_named_with_what_was_expected() -> None:
    error = problem(workbook({"Table 1.2": ROWS}), "Matrix code", "Occupation type")
    assert error.message == (
        "occupation.xlsx, sheet 'Table 1.2': expected a header row with 'Matrix code', 'Occupation type' "
        "among the first 20 rows"
    )


def test_an_empty_sheet_is_said_to_be_empty() -> None:
    assert (
        problem(workbook({"Filler": []})).message
        == "occupation.xlsx, sheet 'Filler': empty; it should have a header row"
    )


def test_columns_are_found_in_any_case_with_or_without_footnotes_and_by_older_names() -> None:
    table = sheet(ROWS, "Matrix code")
    assert columns(table, "MATRIX  CODE", ("Wage", "median annual wage, dollars, 2024")) == (1, 2)
    assert column(table, "Occupation type") is None


def test_a_missing_column_is_named_with_those_that_are_there() -> None:
    with pytest.raises(ImportProblem) as caught:
        columns(sheet(ROWS, "Matrix code"), "Matrix code", "Matrix titel", "Type")
    assert caught.value.message == (
        "occupation.xlsx, sheet 'Table 1.2': expected the columns 'Matrix titel', 'Type', found 'Matrix title', "
        "'Matrix code', 'Median annual wage, dollars, 2024[1]' (did you mean 'Matrix title'?)"
    )
    assert caught.value.hint


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"hello", workbook({"A": ROWS})[:-40], workbook({"A": ROWS})[:900]]
)
def test_a_truncated_workbook_is_one_clear_line(content: bytes) -> None:
    assert problem(content).message == (
        "occupation.xlsx: expected an .xlsx workbook, found another kind of file, or one that is cut short or damaged"
    )


def test_another_kind_of_archive_is_no_workbook() -> None:
    message = "occupation.xlsx: expected an .xlsx workbook, found another kind of file"
    assert problem(zipped({"content.xml": b"<office/>"})).message == message


def test_a_workbook_that_is_not_xml_is_one_clear_line() -> None:
    assert problem(zipped({"xl/workbook.xml": b"<<<"})).message.startswith("occupation.xlsx: not a readable workbook: ")


@pytest.mark.parametrize(
    "cell",
    ['<c r="XFD1048576"><v>1</v></c>', "<c r = 'CA2'><v>1</v></c>", '<c\tr="b500000"><v>1</v></c>'],
)
def test_a_cell_far_out_is_refused_because_it_would_take_all_memory(cell: str) -> None:
    parts = {"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": f"<sheetData><row>{cell}</row>".encode()}
    assert "which no official table does" in problem(zipped(parts)).message


def test_a_row_far_out_is_refused_even_where_the_sheet_lies_elsewhere() -> None:
    parts = {"xl/workbook.xml": b"<workbook/>", "xl/other.xml": b'<sheetData><row r="1048576"><c/></row>'}
    assert "goes out to 1048576" in problem(zipped(parts)).message


def test_a_far_cell_is_found_across_the_pieces_in_which_a_sheet_is_read() -> None:
    for shift in range(24):
        sheet_xml = b"<sheetData>".ljust((1 << 20) - shift) + b'<c r="XFD1048576"/>'
        parts = {"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": sheet_xml}
        assert "goes out to XFD1" in problem(zipped(parts)).message


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="499999"><c r="BZ499999"/></row>',
        '<row r="2"><c r="BZ499999"/></row><row r="3"><c r="A3"/></row>',
        '<row r="499999"><c/><c t="n"><v>1</v></c></row>',
        '<row r="400000"><c r="AF400000"/></row>',
    ],
)
def test_a_sheet_of_next_to_nothing_does_not_take_the_memory_of_a_large_one(rows: str) -> None:
    sheet_xml = f'<sheetData><row r="1"><c r="A1"/></row>{rows}</sheetData>'.encode()
    parts = {"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": sheet_xml}
    assert "and is almost empty" in problem(zipped(parts)).message


def test_a_sheet_may_be_long_or_wide_where_it_is_full() -> None:
    grid: list[list[str | float | bool | None]] = [["x", *(None,) * 6] for _ in range(2_000)]
    assert len(list(sheet(grid, "x").rows)) == 1_999


@pytest.mark.parametrize("count", ['uniqueCount="4294967295"', "uniqueCount = '999'"])
def test_a_table_of_texts_that_claims_more_than_it_can_hold_is_refused(count: str) -> None:
    parts = {
        "xl/workbook.xml": b"<workbook/>",
        "xl/sharedStrings.xml": f"<sst {count}><si><t>A</t></si></sst>".encode(),
    }
    assert "xl/sharedStrings.xml says that it has more texts than bytes" in problem(zipped(parts)).message


# Delimited text


def test_quotes_mean_nothing_where_nothing_is_quoted() -> None:
    text = b'Code\tTask\r\n11-1011.00\tSay "stop" or "go\r\n11-1021.00\t"Order", then wait\r\n'
    table = delimited(member("Tasks.txt", text), "\t", False)
    assert table.header == ("Code", "Task")
    assert list(table.rows) == [["11-1011.00", 'Say "stop" or "go'], ["11-1021.00", '"Order", then wait']]
    assert (table.first_row, table.sheet, location(table, 3)) == (2, None, "Tasks.txt, row 3")


def test_a_quoted_cell_holds_delimiters_and_an_empty_cell_is_nothing() -> None:
    text = b'\xef\xbb\xbfarea,year,rpp\n"Abilene, TX (""MSA"")",2023,\n'
    table = delimited(member("rpp.csv", text), ",", True)
    assert table.header == ("area", "year", "rpp")
    assert list(table.rows) == [['Abilene, TX ("MSA")', "2023", None]]


def test_the_header_of_text_may_stand_below_notes() -> None:
    text = (
        b'"Data Source","World Development Indicators",\n\n"Country Name","Country Code","1990"\n"Aruba","ABW","1.1"\n'
    )
    table = delimited(member("API.csv", text), ",", True, "country code")
    assert (table.first_row, list(table.rows)) == (4, [["Aruba", "ABW", "1.1"]])


@pytest.mark.parametrize(
    ("encoding", "name"), [("utf-8", "Türkiye"), ("cp1252", "San Juan-Bayamón, PR"), ("utf-16", "Å")]
)
def test_text_is_read_in_the_encodings_of_the_publishers(encoding: str, name: str) -> None:
    table = delimited(member("a.csv", f"name,year\n{name!r},1\n".replace("'", '"').encode(encoding)), ",", True)
    assert table.rows[0] == [name, "1"]


def test_ragged_rows_are_noted_and_empty_ones_passed_over() -> None:
    table = delimited(member("a.txt", b"a\tb\r\n1\t2\r\n\r\n3\r\n4\t5\t6\r\n7\t\r\n"), "\t", False)
    skipped: list[Skipped] = []
    assert list(complete_rows(table, skipped)) == [(2, ["1", "2"]), (6, ["7", None])]
    assert skipped == [
        Skipped("a.txt", None, 4, "expected 2 cells, found 1"),
        Skipped("a.txt", None, 5, "expected 2 cells, found 3"),
    ]


def test_rows_of_text_can_be_counted_and_taken_by_position() -> None:
    rows = delimited(member("a.txt", b"a\tb\n1\t2\n3\t\n"), "\t", False).rows
    assert (len(rows), rows[-1], list(rows[1:])) == (2, ["3", None], [["3", None]])


def test_empty_text_and_unending_quotes_are_one_clear_line() -> None:
    with pytest.raises(ImportProblem, match=r"^a\.csv: empty; it should have a header row$"):
        delimited(member("a.csv", b""), ",", True)
    with pytest.raises(ImportProblem, match=r"^a\.csv: not a text file with columns: field larger than field limit"):
        delimited(member("a.csv", b'a,b\n"' + b"x" * 200_000), ",", True)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1,234.5", 1234.5),
        (" 12 ", 12.0),
        (7.5, 7.5),
        ("-3", -3.0),
        ("n/a", None),
        ("*", None),
        (">=1", None),
        ("1,23", None),
    ],
)
def test_a_number_is_a_number_and_a_mark_never_is(cell: str | float, number: float | None) -> None:
    assert as_number(cell) == number


@pytest.mark.parametrize("cell", [None, "", "nan", "inf", "1e5", "1_000", "٣"])
def test_what_only_a_programming_language_calls_a_number_is_none(cell: str | None) -> None:
    assert as_number(cell) is None


# The real files


def test_the_real_workbooks_have_their_sheets_and_rows() -> None:
    path = official("projections-2024-34", "occupation.xlsx")
    with open(path, "rb") as stream:
        book = sheets(member("occupation.xlsx", stream.read()))
    table = book["Table 1.2"]("2024 National Employment Matrix code")
    assert (table.first_row, len(table.header)) == (3, 16)
    assert table.rows[0][:4] == ["Total, all occupations", "00-0000", "Summary", 169956.1]
