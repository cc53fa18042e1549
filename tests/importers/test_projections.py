import pytest

from careercli.catalog.references import broken_references
from careercli.errors import ImportProblem
from careercli.importers import projections
from careercli.importers.files import Member, members
from careercli.importers.layer import Imported
from careercli.model import Figure
from tests.importers.workbooks import Value, encode, member, official, quiet, workbook

Rows = list[list[Value]]
NOTE = "[1] Data are from the Occupational Employment and Wage Statistics program."
SALES: list[Value] = [
    "        Sales managers", "11-2022", "Line item", 619.5, 648.4, 0.4, 0.4, 28.9, 4.7, 1.4, 49.0, 138060.0,
    "Bachelor's degree", "Less than 5 years", "None", "OOH Content",
]  # fmt: skip
CHIEF: list[Value] = [
    "      Chief executives [2]", "11-1011", "Line item", 309.4, 322.7, 0.2, 0.2, 13.3, -4.3, "—", 22.2, ">=$239,200",
    "Bachelor's degree", "5 years or more", "—", "—",
]  # fmt: skip
SUMMARY: list[Value] = ["  Management occupations", "11-0000", "Summary", *SALES[3:12], "—", "—", "—", "—"]


def header(base: int, dash: str = "–") -> list[Value]:
    until = f"{base}{dash}{(base + 10) % 100}"
    return [
        f"{base} National Employment Matrix title", f"{base} National Employment Matrix code", "Occupation type",
        f"Employment, {base}", f"Employment, {base + 10}", f"Employment distribution, percent, {base}",
        f"Employment distribution, percent, {base + 10}", f"Employment change, numeric, {until}",
        f"Employment change, percent, {until}", f"Percent self employed, {base}",
        f"Occupational openings, {until} annual average", f"Median annual wage, dollars, {base}[1]",
        "Typical education needed for entry", "Work experience in a related occupation",
        "Typical on-the-job training needed to attain competency in the occupation", "Related content",
    ]  # fmt: skip


def table(*rows: list[Value], base: int = 2024, dash: str = "–") -> Rows:
    title = f"Table 1.2 Occupational projections, {base}{dash}{base + 10}, and worker characteristics, {base}"
    return [[title], header(base, dash), *rows, ["Footnotes:"], [NOTE], ["Source: Employment Projections program"]]


def entry(*rows: list[Value], base: int = 2024) -> Rows:
    names = header(base)
    title = f"Table 5.4 Education and training assignments by detailed occupation, {base}"
    return [[title], [*names[:2], *names[12:]], *rows, ["Source: Employment Projections program"]]


def book(rows: Rows, sheet: str = "Table 1.2") -> bytes:
    """Put the sheet behind two others, one of which has the same columns of a few occupations."""
    fastest: Rows = [
        ["Table 1.3 Fastest growing"],
        [*header(2024)[:2], "Employment, 2024"],
        ["  Nurses", "29-1141", 1.0],
    ]
    return workbook({"Index": [["Contents"]], "Table 1.3": fastest, sheet: rows})


def imported(*rows: list[Value]) -> Imported:
    return projections.import_([member("occupation.xlsx", book(table(*rows)))], quiet)


def figures(result: Imported, code: str = "11-2022") -> tuple[Figure, ...]:
    return result.catalog.occupations[code].figures


def refusal(*files: Member) -> str:
    with pytest.raises(ImportProblem) as caught:
        projections.import_(files, quiet)
    assert "\n" not in caught.value.message
    return caught.value.message


def expected(
    source: str = "bls-projections-2024-34", period: str = "2024", self_employed: float = 1.4
) -> tuple[Figure, ...]:
    return (
        Figure(measure="growth", source=source, value=4.7, place="US"),
        Figure(measure="openings", source=source, value=49_000, place="US"),
        Figure(measure="employment", source=source, value=619_500, place="US", period=period),
        Figure(measure="self-employed", source=source, value=self_employed, place="US", period=period),
        Figure(measure="entry-education", source=source, of="Bachelor's degree", place="US"),
        Figure(measure="related-experience", source=source, of="Less than 5 years", place="US"),
        Figure(measure="on-the-job-training", source=source, of="None", place="US"),
    )


def test_a_line_item_becomes_seven_figures_of_its_decade() -> None:
    result = imported(SUMMARY, SALES)
    assert figures(result) == expected()
    occupation = result.catalog.occupations["11-2022"]
    assert (occupation.title, occupation.pay) == ("Sales managers", ())
    assert result.catalog.sources["bls-projections-2024-34"].period == "2024-34"
    assert [*result.catalog.occupations] == ["11-2022"]
    assert (result.counts["line items"], result.counts["summary rows"]) == (1, 1)
    assert result.skipped == ()


def test_thousands_become_whole_jobs() -> None:
    values = [figure.value for figure in figures(imported(SALES))[1:3]]
    assert values == [49_000, 619_500]
    assert all(isinstance(value, int) for value in values)


def test_a_dash_is_missing_and_a_bound_of_pay_is_no_figure() -> None:
    result = imported(CHIEF)
    assert [figure.measure for figure in figures(result, "11-1011")] == [
        "growth", "openings", "employment", "entry-education", "related-experience",
    ]  # fmt: skip
    assert figures(result, "11-1011")[0].value == -4.3
    assert b"239" not in encode(result.catalog)
    assert result.catalog.occupations["11-1011"].title == "Chief executives"


def test_footnotes_are_no_occupations_and_nothing_is_left_out_for_them() -> None:
    result = imported(SALES, ["All Other", "13-1020", *SALES[2:]], ["Matrix class", "11-20XX", *SALES[2:]])
    assert [*result.catalog.occupations] == ["11-2022", "11-20XX", "13-1020"]
    assert result.skipped == ()


def test_a_row_or_cell_that_cannot_be_read_is_listed() -> None:
    result = imported(
        SALES, ["Odd", "11-3011", "Line", *SALES[3:]], [None, "11-3012", *SALES[2:]],
        [*CHIEF[:8], "fast", *CHIEF[9:]],
    )  # fmt: skip
    assert [(one.sheet, one.row, one.reason) for one in result.skipped] == [
        ("Table 1.2", 4, "expected 'Line item' or 'Summary' as the type of occupation, found 'line'"),
        ("Table 1.2", 5, "expected the title and code of an occupation, found '' and '11-3012'"),
        (
            "Table 1.2",
            6,
            "expected a number or a dash as 'Employment change, percent, 2024–34', found 'fast': skipped",
        ),
    ]
    assert "growth" not in {figure.measure for figure in figures(result, "11-1011")}


@pytest.mark.parametrize(("base", "dash", "decade"), [(2022, "-", "2022-32"), (2023, "–", "2023-33")])
def test_the_decade_is_read_from_the_headings(base: int, dash: str, decade: str) -> None:
    content = book(table(SALES, base=base, dash=dash))
    result = projections.import_([member("occupation.xlsx", content)], quiet)
    assert figures(result) == expected(f"bls-projections-{decade}", str(base))


def test_headings_that_are_merged_over_two_rows_are_read() -> None:
    names = header(2024)
    upper: list[Value] = [*names[:3], "Employment", None, *names[5:7], "Employment change, 2024–34", None, *names[9:]]
    lower: list[Value] = [None, None, None, "2024", "2034", None, None, "numeric", "percent", *[None] * 7]
    spans = [f"{letter}2:{letter}3" for letter in "ABCFGJKLMNOP"] + ["D2:E2", "H2:I2"]
    content = workbook({"Table 1.2": [["Table 1.2"], upper, lower, SALES]}, merged={"Table 1.2": spans})
    assert figures(projections.import_([member("occupation.xlsx", content)], quiet)) == expected()


def test_the_education_file_alone_gives_entry_and_takes_its_decade_from_its_year() -> None:
    rows = entry(["Sales managers", "11-2022", *SALES[12:]], base=2023)
    result = projections.import_([member("education.xlsx", book(rows, "Education Requirements"))], quiet)
    assert figures(result) == expected("bls-projections-2023-33")[4:]
    assert result.counts["growth"] == 0


def test_both_files_together_give_each_figure_once_and_say_where_they_disagree() -> None:
    rows = entry(
        ["Sales managers", "11-2022", *SALES[12:]], ["Chief executives", "11-1011", "Master's degree", *CHIEF[13:]]
    )
    files = [
        member("education.xlsx", book(rows, "Table 5.4")),
        member("occupation.xlsx", book(table(SALES, CHIEF))),
    ]
    results = [projections.import_(order, quiet) for order in (files, files[::-1])]
    assert encode(results[0].catalog) == encode(results[1].catalog)
    assert figures(results[0]) == expected()
    assert [one.reason for one in results[0].skipped] == [
        'entry-education of 11-1011 is "Master\'s degree" here and "Bachelor\'s degree" in a fuller table, '
        "which careercli keeps"
    ]


def test_entry_that_stands_in_another_table_of_the_workbook_is_found() -> None:
    short = [row[:12] for row in table(SALES)]
    content = workbook({"Table 1.2": short, "Table 1.7": table(SALES)})
    result = projections.import_([member("occupation.xlsx", content)], quiet)
    assert figures(result) == expected()
    assert result.counts["line items"] == 1


def test_several_decades_give_a_history_the_newest_first() -> None:
    old: list[Value] = ["Managers of sales", *SALES[1:]]
    files = [
        member("old/occupation.xlsx", book(table(old, base=2022, dash="-"))),
        member("new/occupation.xlsx", book(table(SALES))),
    ]
    result = projections.import_(files, quiet)
    assert figures(result) == expected() + expected("bls-projections-2022-32", "2022")
    assert result.catalog.occupations["11-2022"].title == "Sales managers"
    assert sorted(result.catalog.sources) == ["bls-projections-2022-32", "bls-projections-2024-34"]


def test_other_tables_and_columns_are_refused_with_what_was_expected() -> None:
    renamed = table(SALES)
    renamed[1][8] = "Growth"
    message = refusal(member("occupation.xlsx", book(renamed)))
    assert (
        "sheet 'Table 1.2': expected the column 'Employment change, percent, 2024–34', found '2024 National" in message
    )
    renamed[1][2] = "Kind"
    message = refusal(member("occupation.xlsx", book(renamed)))
    assert "sheet 'Table 1.2': expected a header row with 'Occupation type'" in message
    message = refusal(member("industry.xlsx", workbook({"Table 2.1": [["Industry", "Jobs"]]})))
    assert "industry.xlsx: expected a sheet with the column 'Occupation type'" in message
    assert "is a workbook of employment projections" in refusal(member("notes.txt", b""))


def test_projections_of_soc_2010_and_of_mixed_decades_are_refused() -> None:
    assert "use SOC 2010, not SOC 2018" in refusal(member("occupation.xlsx", book(table(SALES, base=2018))))
    mixed = table(SALES)
    mixed[1][8] = "Employment change, percent, 2023–33"
    assert "expected only figures of 2024–34" in refusal(member("occupation.xlsx", book(mixed)))


@pytest.fixture(scope="module")
def real() -> Imported:
    return projections.import_(members([official("projections-2024-34")]), quiet)


def test_the_real_files_have_832_line_items_with_every_figure(real: Imported) -> None:
    assert real.counts["line items"] == 832
    assert {real.counts[name] for name in ("growth", "openings", "employment", "entry education")} == {832}
    assert real.counts["summary rows"] == 281
    assert real.skipped == ()
    assert list(broken_references(real.catalog)) == []


def test_the_real_figures_are_those_of_the_workbook(real: Imported) -> None:
    import python_calamine

    path = official("projections-2024-34", "occupation.xlsx")
    rows = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_name("Table 1.2").to_python()
    items = [row for row in rows if row[2] == "Line item"]
    assert len(items) == 832
    for row in items:
        occupation = real.catalog.occupations[str(row[1])]
        assert occupation.title == str(row[0]).strip()
        told = {figure.measure: figure for figure in occupation.figures}
        growth, openings, jobs = (told[measure] for measure in ("growth", "openings", "employment"))
        names = [figure for figure in occupation.figures if figure.of is not None]
        assert told["self-employed"].value == row[9] if isinstance(row[9], float) else "self-employed" not in told
        assert growth.value == row[8]
        assert openings.value == pytest.approx(float(str(row[10])) * 1_000)
        assert jobs.value == pytest.approx(float(str(row[3])) * 1_000)
        assert [figure.of for figure in names] == row[12:15]
    assert figures(real) == expected(self_employed=0.9)


def test_a_table_whose_years_are_swapped_is_refused_with_its_first_three_rows() -> None:
    rows = [[*SALES[:3], SALES[4], SALES[3], *SALES[5:]] for _ in range(4)]
    with pytest.raises(ImportProblem) as caught:
        imported(*rows)
    assert "4 of 4 rows are impossible (row 3: 648.4 and then 619.5 is a change of -4.5%, not 4.7%; " in (
        caught.value.message
    )


def test_one_workbook_of_something_else_does_not_keep_the_others_out() -> None:
    crosswalk = member("crosswalk.xlsx", workbook({"A": [["2024 National Employment Matrix code", "SOC code"]]}))
    good = member("occupation.xlsx", book(table(SALES)))
    result = projections.import_([crosswalk, good], quiet)
    assert result.counts["line items"] == 1
    assert result.skipped[0].reason.startswith("skipped the whole file: expected a sheet with the column")
