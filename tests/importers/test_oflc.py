"""Wage levels by area: what a row means, which rows are refused, and how areas meet those of other files."""

import pytest

from careercli.catalog.references import broken_references
from careercli.errors import ImportProblem
from careercli.importers import detect, oflc
from careercli.importers.files import Member
from careercli.importers.layer import Imported
from careercli.model import PlaceName, WageLevels
from tests.importers.workbooks import encode, member, quiet

FOLDER = "OFLC_Wages_2025-26/"
HEAD = "Area,SocCode,GeoLvl,Level1,Level2,Level3,Level4,Average,Label\n"
AREAS = (
    '"Area","AreaName","StateAb","State","CountyTownName"\r\n'
    '"12420","Austin-Round Rock-San Marcos, TX","TX","Texas","Travis County"\r\n'
    '"12420","Austin-Round Rock-San Marcos, TX","TX","Texas","Hays County"\r\n'
    '"0100001","Northwest Alabama nonmetropolitan area","AL","Alabama","Winston County"\r\n'
    '"100002","Northeast Alabama nonmetropolitan area","AL","Alabama","Clay County"\r\n'
)
NURSES = "12420,29-1141,1,33.00,38.5,44.00,49.50,44.00,\n"


def table(name: str, content: str, folder: str = FOLDER) -> Member:
    return member(name, content.encode(), f"downloads/{folder}{name}")


def imported(rows: str, areas: str = AREAS, *more: Member) -> Imported:
    files = [table("ALC_Export.csv", HEAD + rows), table("Geography.csv", areas), *more]
    return oflc.import_(files, quiet)


def levels_of(result: Imported, code: str = "29-1141") -> tuple[WageLevels, ...]:
    return result.catalog.occupations[code].wage_levels


def refusal(*files: Member) -> str:
    with pytest.raises(ImportProblem) as caught:
        oflc.import_(files, quiet)
    assert "\n" not in caught.value.message
    return caught.value.message


def reasons(result: Imported) -> list[tuple[int, str]]:
    return [(one.row, one.reason) for one in result.skipped]


def test_a_row_gives_four_levels_in_an_area_with_unit_source_and_year() -> None:
    result = imported(NURSES)
    (levels,) = levels_of(result)
    assert levels.areas == {"US-metro-12420": (33, 38.5, 44, 49.5)}
    assert (levels.source, levels.per, levels.currency, levels.drawn_from) == (
        "oflc-wages-2025-26", "hour", "USD", "area",
    )  # fmt: skip
    source = result.catalog.sources["oflc-wages-2025-26"]
    assert (source.kind, source.period, source.licence) == ("official", "2025-26", "public domain")
    assert "July 2025 to June 2026" in str(source.note)
    assert result.catalog.name == "oflc-wages-2025-26"
    assert not list(broken_references(result.catalog))


def test_an_occupation_is_left_without_a_title_for_the_layers_that_have_one() -> None:
    assert b"title" not in b"".join(imported(NURSES).lines()).partition(b'"occupations"')[2]


def test_the_unit_is_what_the_label_says_and_else_what_the_amounts_can_be() -> None:
    rows = "12420,25-2021,,45000.00,53000,61000,69000.00,61000,{label}\n"
    for label in ("", "Annual Wage"):
        (levels,) = levels_of(imported(NURSES + rows.format(label=label)), "25-2021")
        assert (levels.per, levels.areas) == ("year", {"US-metro-12420": (45_000, 53_000, 61_000, 69_000)})


def test_levels_taken_from_a_wider_area_say_so() -> None:
    rows = NURSES + "".join(
        f"{area},29-1141,{scope},30,35,40,45,40,\n" for area, scope in (("0100001", 2), ("100002", 4))
    )
    told = {levels.drawn_from: list(levels.areas) for levels in levels_of(imported(rows))}
    assert told == {
        "area": ["US-metro-12420"],
        "area and neighbors": ["US-nonmetro-0100001"],
        "nation": ["US-nonmetro-0100002"],
    }
    assert imported(rows).counts["of them taken from a wider area"] == 2


def test_an_area_of_which_nothing_is_said_how_wide_it_was_says_nothing() -> None:
    (levels,) = levels_of(imported(NURSES.replace(",1,", ",,")))
    assert levels.drawn_from is None


def test_areas_have_the_keys_of_other_official_files_and_counties_lie_in_them() -> None:
    rows = NURSES + "0100001,29-1141,1,30,35,40,45,40,\n100002,29-1141,1,30,35,40,45,40,\n"
    places = imported(rows).catalog.places
    assert places["US-metro-12420"] == PlaceName(title="Austin-Round Rock-San Marcos, TX", kind="metro", within="US-TX")
    assert places["US-nonmetro-0100001"].within == "US-AL"
    assert places["US-nonmetro-0100002"].kind == "region", "a spreadsheet drops the zero in front"
    assert places["US-county-tx-travis-county"] == PlaceName(
        title="Travis County, TX", kind="county", within="US-metro-12420"
    )
    assert places["US-TX"].title == "Texas"


def test_areas_without_wages_are_no_places() -> None:
    places = imported(NURSES).catalog.places
    assert not any("nonmetro" in key or key.startswith("US-county-al") for key in places)


def test_a_county_under_two_areas_is_no_place_and_told() -> None:
    areas = AREAS + '"0100001","Northwest Alabama nonmetropolitan area","TX","Texas","Travis County"\r\n'
    result = imported(NURSES, areas)
    assert "US-county-tx-travis-county" not in result.catalog.places
    assert "US-county-tx-hays-county" in result.catalog.places
    assert any("Travis County, TX is in more than one area" in reason for _, reason in reasons(result))


def test_areas_of_one_name_are_told_apart() -> None:
    areas = AREAS + '"9000414","not matched","GU","Guam","Agat"\n"9000416","not matched","VI","Virgin Islands","X"\n'
    places = imported("9000414,29-1141,,30,35,40,45,40,\n", areas).catalog.places
    assert places["US-nonmetro-9000414"].title == "not matched (Guam, area 9000414)"


@pytest.mark.parametrize("label", ["High Wage", "No Leveled Wage"])
def test_a_row_without_levels_is_counted_and_none(label: str) -> None:
    result = imported(f"{NURSES}12420,29-1216,1,,,,,,{label}\n")
    assert list(result.catalog.occupations) == ["29-1141"]
    assert (result.counts["rows without levels"], result.skipped) == (1, ())


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("12420,29-1215,1,33,38,37,49,44,", "level III 37 an hour is below level II 38"),
        (
            "12420,29-1215,1,33,38,44,49500,44,",
            "level IV is $49,500.00 an hour; pay must be between $1.00 and $2,500.00",
        ),
        ("12420,29-1215,1,0.10,38,44,49,44,", "level I is $0.10 an hour; pay must be between"),
        ("12420,29-1215,1,33,,44,49,44,", "expected four amounts, found 33, , 44, 49"),
        ("12420,29-1215,1,33,x,44,49,44,", "expected four amounts, found 33, x, 44, 49"),
        ("12420,29-1215,7,33,38,44,49,44,", "expected 1, 2, 3 or 4 as GeoLvl, found '7'"),
        ("12420,29-1215,1,33,38,44,49,44,Weekly Wage", "'Weekly Wage', which is unknown"),
        ("12420,nurses,1,33,38,44,49,44,", "found 'nurses' and '12420'"),
        ("12420,29-1215,1,33,38,44,49", "expected 9 cells, found 7"),
    ],
)
def test_a_row_that_cannot_be_right_or_read_is_left_out_and_told(row: str, reason: str) -> None:
    result = imported(f"{NURSES}{row}\n")
    assert list(result.catalog.occupations) == ["29-1141"]
    ((number, told),) = reasons(result)
    assert (number, reason in told) == (3, True), told


def test_swapped_columns_are_refused_with_the_first_rows() -> None:
    swapped = HEAD.replace("Level1", "LevelX").replace("Level4", "Level1").replace("LevelX", "Level4")
    rows = "".join(f"12420,29-11{number},1,33,38,44,49,44,\n" for number in range(41, 46))
    message = refusal(table("ALC_Export.csv", swapped + rows), table("Geography.csv", AREAS))
    assert "5 of 5 rows are impossible (row 2: level II 38 an hour is below level I 49" in message


def test_of_two_rows_that_disagree_neither_is_kept_and_the_same_row_twice_is_one() -> None:
    other = "12420,29-1215,1,30,35,40,45,40,\n"
    result = imported(NURSES + NURSES + other + other.replace("45", "46"))
    assert list(result.catalog.occupations) == ["29-1141"]
    assert result.counts["repeated rows"] == 1
    assert any("another row disagrees on 29-1215 in area 12420" in reason for _, reason in reasons(result))


def test_wages_in_an_area_that_no_table_names_are_told() -> None:
    result = imported(NURSES + "99999,29-1141,1,30,35,40,45,40,\n")
    assert list(levels_of(result)[0].areas) == ["US-metro-12420"]
    assert (0, "no area 99999: skipped its wages") in reasons(result)


def test_wage_years_stand_beside_each_other_the_newest_first() -> None:
    older = [
        table("ALC_Export.csv", HEAD + NURSES.replace("33.00", "31.00"), "OFLC_Wages_2024-25/"),
        table("Geography.csv", AREAS, "OFLC_Wages_2024-25/"),
    ]
    result = imported(NURSES, AREAS, *older)
    assert [levels.source for levels in levels_of(result)] == ["oflc-wages-2025-26", "oflc-wages-2024-25"]
    assert result.catalog.name == "oflc-wages-2024-25-2025-26"


def test_the_same_files_in_any_order_give_the_same_bytes() -> None:
    files = [table("ALC_Export.csv", HEAD + NURSES), table("Geography.csv", AREAS)]
    one, other = (b"".join(oflc.import_(some, quiet).lines()) for some in (files, files[::-1]))
    assert one == other == encode(imported(NURSES).catalog)


def test_a_table_of_no_known_year_is_refused_with_the_remedy() -> None:
    files = [table("ALC_Export.csv", HEAD + NURSES, ""), table("Geography.csv", AREAS, "")]
    with pytest.raises(ImportProblem, match="its name does not say which wage year it is") as caught:
        oflc.import_(files, quiet)
    assert "OFLC_Wages_2025-26" in str(caught.value.hint)


def test_a_table_without_the_other_is_refused() -> None:
    assert "no file says which areas there are" in refusal(table("ALC_Export.csv", HEAD + NURSES))
    assert "no occupation with wage levels" in refusal(table("Geography.csv", AREAS))
    assert "none of the files is a table of wages" in refusal(table("EDC_Export.csv", HEAD + NURSES))
    assert "'Level4'" in refusal(table("ALC_Export.csv", HEAD.replace("Level4", "Fourth") + NURSES))


def test_wages_in_universities_are_other_wages_and_left_out() -> None:
    others = table("EDC_Export.csv", HEAD + NURSES.replace("33.00", "20.00"))
    titles = table("oes_soc_occs.csv", "soccode,Title,Description\n29-1141,Registered Nurses,Care.\n")
    result = imported(NURSES, AREAS, others, titles)
    assert levels_of(result) == levels_of(imported(NURSES))
    assert [one.reason for one in result.skipped if one.file_label.endswith("EDC_Export.csv")] == [
        "wages at universities and research institutes, which careercli does not read"
    ]


def test_the_files_are_recognised_by_their_columns() -> None:
    files = [table("a.csv", HEAD + NURSES), table("b.csv", AREAS), table("EDC_Export.csv", HEAD + NURSES)]
    assert detect.detect_kinds(files) == [("oflc", files[:2])]
