"""An O*NET release becomes profiles: what is printed comes across, what is missing says so, nothing is guessed."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
import pytest

from careercli.errors import ImportProblem
from careercli.importers import onet
from careercli.importers.files import Member, members
from careercli.importers.layer import Imported, Skipped
from careercli.model import Catalog, Figure, Profile, Rating, RelatedOccupation, Share, Task
from tests.importers.workbooks import Value, encode, member, official, put, quiet, tabbed, workbook, zipped

Rows = Sequence[Sequence[str]]
READ_ME = b"O*NET 29.2 Database\nFebruary 2025 Release\n---------------------\n"
RATED = ("O*NET-SOC Code", "Element ID", "Element Name", "Scale ID", "Data Value", "N", "Recommend Suppress")
SKILL = (*RATED, "Not Relevant", "Date")
CODE = "O*NET-SOC Code"

RELEASE: dict[str, Rows] = {
    "Occupation Data": [
        (CODE, "Title", "Description"),
        ("15-1252.00", "Software Developers", 'Write "software".'),
        ("11-1011.00", "Chief Executives", "Lead."),
        ("11-1011.03", "Chief Sustainability Officers", "Lead greenly."),
    ],
    "Alternate Titles": [
        (CODE, "Alternate Title", "Short Title", "Source(s)"),
        ("11-1011.00", "Chief Executive Officer (CEO)", "CEO", "08"),
        ("11-1011.00", "President", "n/a", "08"),
        ("11-1011.00", "chief executives", "n/a", "08"),
        ("11-1011.03", "PRESIDENT", "n/a", "08"),
        ("11-1011.03", "Software developers", "n/a", "08"),
        ("15-1252.00", "Application Developer", "n/a", "08"),
    ],
    "Sample of Reported Titles": [
        (CODE, "Reported Job Title", "Shown in My Next Move"),
        ("15-1252.00", "Application developer", "Y"),
        ("15-1252.00", "Software Engineer", "N"),
    ],
    "Task Statements": [
        (CODE, "Task ID", "Task", "Task Type", "Incumbents Responding"),
        ("15-1252.00", "101", 'Say "no".', "Core", "95"),
        ("15-1252.00", "102", "Test; then, test again.", "Supplemental", "95"),
        ("11-1011.03", "103", "Report.", "n/a", "n/a"),
    ],
    "DWA Reference": [
        ("Element ID", "IWA ID", "DWA ID", "DWA Title"),
        ("4.A.1", "4.A.1.I01", "4.A.1.I01.D01", "Discuss."),
        ("4.A.1", "4.A.1.I01", "4.A.1.I01.D02", "Refuse."),
    ],
    "Tasks to DWAs": [
        (CODE, "Task ID", "DWA ID", "Date"),
        ("15-1252.00", "101", "4.A.1.I01.D02", "07/2014"),
        ("15-1252.00", "101", "4.A.1.I01.D01", "07/2014"),
    ],
    "Skills": [
        SKILL,
        ("11-1011.00", "2.A.1.a", "Reading Comprehension", "IM", "4.12", "8", "N", "n/a", "08/2023"),
        ("11-1011.00", "2.A.1.a", "Reading Comprehension", "LV", "4.62", "8", "N", "N", "08/2023"),
        ("11-1011.00", "2.B.3.m", "Installation", "IM", "1.00", "8", "N", "n/a", "08/2023"),
        ("11-1011.00", "2.B.3.m", "Installation", "LV", "0.00", "8", "N", "Y", "08/2023"),
        ("11-1011.03", "2.A.1.a", "Reading Comprehension", "IM", "n/a", "8", "n/a", "n/a", "08/2023"),
        ("11-1011.03", "2.A.1.a", "Reading Comprehension", "LV", "3.50", "8", "Y", "N", "08/2023"),
    ],
    "Knowledge": [SKILL, ("15-1252.00", "2.C.1.a", "Administration", "IM", "3.00", "8", "Y", "n/a", "08/2023")],
    "Work Styles": [RATED, ("15-1252.00", "1.C.1.a", "Achievement/Effort", "IM", "4.69", "28", "N")],
    "Interests": [
        RATED[:5],
        ("15-1252.00", "1.B.1.a", "Realistic", "OI", "7.00"),
        ("15-1252.00", "1.B.1.g", "First Interest High-Point", "IH", "2.00"),
    ],
    "Work Values": [
        RATED[:5],
        ("15-1252.00", "1.B.2.a", "Achievement", "EX", "6.33"),
        ("15-1252.00", "1.B.2.g", "First Work Value High-Point", "VH", "1.00"),
    ],
    "Technology Skills": [
        (CODE, "Example", "Commodity Code", "Commodity Title", "Hot Technology", "In Demand"),
        ("15-1252.00", "Python", "43232405", "Object oriented software", "Y", "Y"),
        ("15-1252.00", "C++", "43232405", "Object oriented software", "N", "N"),
        ("15-1252.00", "Jira", "43232201", "Content software", "Y", "N"),
    ],
    "Tools Used": [
        (CODE, "Example", "Commodity Code", "Commodity Title"),
        ("15-1252.00", "Laptops", "43211503", "Notebook computers"),
    ],
    "Job Zone Reference": [
        ("Job Zone", "Name", "Experience", "SVP Range"),
        ("4", "Job Zone Four: Considerable Preparation Needed", "Years.", "(7.0 to < 8.0)"),
    ],
    "Job Zones": [
        (CODE, "Job Zone", "Date", "Domain Source"),
        ("15-1252.00", "4", "08/2023", "Analyst"),
        ("11-1011.00", "5", "08/2023", "Analyst"),
    ],
    "Education, Training, and Experience Categories": [
        ("Element ID", "Element Name", "Scale ID", "Category", "Category Description"),
        ("2.D.1", "Required Level of Education", "RL", "6", "Bachelor's Degree"),
        ("2.D.1", "Required Level of Education", "RL", "8", "Master's Degree"),
        ("3.A.1", "Related Work Experience", "RW", "6", "Over 1 year, up to and including 2 years"),
    ],
    "Education, Training, and Experience": [
        (*RATED[:4], "Category", *RATED[4:]),
        ("15-1252.00", "2.D.1", "Required Level of Education", "RL", "6", "68.50", "8", "N"),
        ("15-1252.00", "2.D.1", "Required Level of Education", "RL", "8", "0.00", "8", "n/a"),
        ("15-1252.00", "3.A.1", "Related Work Experience", "RW", "6", "25.00", "8", "Y"),
        ("15-1252.00", "2.D.4.a", "Job-Related Professional Certification", "IM", "n/a", "1.50", "8", "N"),
    ],
    "Related Occupations": [
        (CODE, "Related O*NET-SOC Code", "Relatedness Tier", "Index"),
        ("15-1252.00", "11-1011.03", "Primary-Short", "1"),
        ("15-1252.00", "11-1011.00", "Supplemental", "11"),
    ],
}
NUMBERS = ("Task ID", "Category", "Data Value", "N", "Commodity Code", "Job Zone", "Index")


def as_text_release(release: Mapping[str, Rows], read_me: bytes | None = READ_ME) -> list[Member]:
    files = {f"{name}.txt": tabbed(*rows) for name, rows in release.items()}
    if read_me is not None:
        files["Read Me.txt"] = read_me
    return [member(name, content) for name, content in files.items()]


def as_workbooks(release: Mapping[str, Rows]) -> list[Member]:
    """Write the release as O*NET's workbooks: a sheet each, titles and scale names beside codes, numbers as numbers."""
    found = [member("Read Me.txt", READ_ME)]
    for name, (header, *rows) in release.items():
        wide: list[Sequence[Value]] = [[*header, "Title", "Scale Name"] if "Title" not in header else header]
        for row in rows:
            cells: list[Value] = [
                float(cell) if heading in NUMBERS and cell != "n/a" else cell
                for heading, cell in zip(header, row, strict=True)
            ]
            wide.append([*cells, "A title", "A scale"] if "Title" not in header else cells)
        found.append(member(f"{name}.xlsx", workbook({name[:31]: wide})))
    return found


def imported(changes: Mapping[str, Rows | None] | None = None, read_me: bytes | None = READ_ME) -> Imported:
    release = {name: rows for name, rows in {**RELEASE, **(changes or {})}.items() if rows is not None}
    return onet.import_(as_text_release(release, read_me), quiet)


def profile(found: Imported, code: str) -> Profile:
    known = found.catalog.occupations[code].profile
    assert known is not None
    return known


def problem(found: Sequence[Member]) -> ImportProblem:
    with pytest.raises(ImportProblem) as caught:
        onet.import_(found, quiet)
    assert "\n" not in caught.value.message + (caught.value.hint or ""), "an error is one line"
    return caught.value


# What comes across


def test_codes_are_keyed_as_statistics_count_them() -> None:
    occupations = imported().catalog.occupations
    assert {code: (one.title, one.scheme, one.part_of) for code, one in occupations.items()} == {
        "11-1011": ("Chief Executives", "soc-2018", None),
        "11-1011.03": ("Chief Sustainability Officers", "onet-soc-2019", "11-1011"),
        "15-1252": ("Software Developers", "soc-2018", None),
    }
    assert list(occupations) == sorted(occupations)
    assert profile(imported(), "15-1252").description == 'Write "software".'


def test_the_source_carries_release_month_licence_and_attribution() -> None:
    catalog = imported().catalog
    assert (catalog.name, list(catalog.sources)) == ("onet-29-2", ["onet-29-2"])
    source = catalog.sources["onet-29-2"]
    assert (source.title, source.period, source.licence) == ("O*NET 29.2 Database", "2025-02", "CC BY 4.0")
    assert source.note is not None
    assert "USDOL/ETA has not approved" in source.note


def test_titles_of_one_occupation_stand_apart_from_those_of_several_in_any_case() -> None:
    found = imported()
    assert profile(found, "11-1011").titles == ("Chief Executive Officer (CEO)", "CEO")  # its own title is no alias
    assert profile(found, "11-1011").shared_titles == ("President",)
    assert profile(found, "11-1011.03").shared_titles == ("PRESIDENT", "Software developers")  # another's own title
    assert profile(found, "15-1252").titles == ("Application Developer", "Software Engineer")


def test_tasks_keep_their_type_and_their_activities() -> None:
    found = imported()
    assert profile(found, "15-1252").tasks == (
        Task(text='Say "no".', core=True, activities=("Refuse.", "Discuss.")),
        Task(text="Test; then, test again.", core=False),
    )
    assert profile(found, "11-1011.03").tasks == (Task(text="Report."),)


def test_ratings_keep_what_was_suppressed_not_relevant_or_missing() -> None:
    found = imported()
    entry, installation = profile(found, "11-1011").ratings
    assert entry == Rating(element="2.A.1.a", name="Reading Comprehension", kind="skill", importance=4.12, level=4.62)
    assert (installation.importance, installation.level, installation.not_relevant) == (1.0, 0.0, True)
    (suppressed,) = profile(found, "11-1011.03").ratings
    assert (suppressed.importance, suppressed.level, suppressed.unreliable) == (None, 3.5, True)


def test_knowledge_styles_interests_and_values_stand_beside_the_skills_and_high_points_do_not() -> None:
    ratings = profile(imported(), "15-1252").ratings
    assert [(one.kind, one.name, one.importance, one.unreliable) for one in ratings] == [
        ("knowledge", "Administration", 3.0, True),
        ("work style", "Achievement/Effort", 4.69, False),
        ("interest", "Realistic", 7.0, False),
        ("work value", "Achievement", 6.33, False),
    ]
    assert imported().skipped == ()


def test_technology_stands_by_class_and_the_hot_ones_are_named() -> None:
    known = profile(imported(), "15-1252")
    assert known.technology == {"Object oriented software": ("Python", "C++"), "Content software": ("Jira",)}
    assert known.hot_technology == ("Python", "Jira")
    assert known.tools == {"Notebook computers": ("Laptops",)}


def test_the_job_zone_is_a_figure_in_the_words_of_the_release() -> None:
    occupations = imported().catalog.occupations
    assert occupations["15-1252"].figures == (
        Figure(
            measure="job-zone",
            source="onet-29-2",
            value=4,
            phrase="Job Zone Four: Considerable Preparation Needed",
            note="SVP 7.0 to < 8.0",
        ),
    )
    assert occupations["11-1011"].figures == (Figure(measure="job-zone", source="onet-29-2", value=5),)
    assert occupations["11-1011.03"].figures == ()


def test_shares_name_their_category_and_zero_is_a_number() -> None:
    assert profile(imported(), "15-1252").shares == (
        Share(scale="education", category="Bachelor's Degree", percent=68.5),
        Share(scale="education", category="Master's Degree", percent=0.0),
        Share(
            scale="related experience",
            category="Over 1 year, up to and including 2 years",
            percent=25.0,
            unreliable=True,
        ),
    )


def test_related_occupations_keep_tier_and_order() -> None:
    assert profile(imported(), "15-1252").related == (
        RelatedOccupation(code="11-1011.03", tier="primary-short", rank=1),
        RelatedOccupation(code="11-1011", tier="supplemental", rank=11),
    )


def test_a_list_that_others_have_is_said_to_be_missing() -> None:
    found = imported()
    assert profile(found, "15-1252").missing == ("skills",)
    assert "skills" not in profile(found, "11-1011.03").missing
    assert found.counts["occupations without skills"] == 1
    assert found.counts["occupations"] == 3


def test_a_file_that_the_release_does_not_have_is_missing_for_nobody() -> None:
    only = {name: None for name in RELEASE if name != "Occupation Data"}
    found = imported(only)
    assert found.counts == {**dict.fromkeys(found.counts, 0), "occupations": 3}
    assert all(one.profile and one.profile.missing == () for one in found.catalog.occupations.values())
    assert profile(imported({"Skills": None}), "15-1252").missing == ()


def test_workbooks_give_the_same_bytes_as_text() -> None:
    from_text, from_workbooks = (
        onet.import_(as_text_release(RELEASE), quiet),
        onet.import_(as_workbooks(RELEASE), quiet),
    )
    assert encode(from_workbooks.catalog) == encode(from_text.catalog)
    assert from_workbooks.skipped == ()


def test_the_order_of_the_files_does_not_matter() -> None:
    forwards = as_text_release(RELEASE)
    assert encode(onet.import_(forwards[::-1], quiet).catalog) == encode(onet.import_(forwards, quiet).catalog)


def test_what_comes_out_is_a_valid_catalog() -> None:
    catalog = imported().catalog
    assert msgspec.json.decode(encode(catalog), type=Catalog) == catalog


def test_progress_names_each_file_once_and_ends_at_the_end() -> None:
    told: list[tuple[str, int, int]] = []
    onet.import_(as_text_release(RELEASE), lambda *step: told.append(step))
    assert told[0] == ("Occupation Data.txt", 0, len(RELEASE))
    assert [done for _, done, _ in told] == [*range(len(RELEASE)), len(RELEASE)]


# Release 30.3 and what came with it


def test_the_names_of_release_30_3_mean_the_same() -> None:
    renamed = {
        "Alternate Titles": "Job Titles",
        "DWA Reference": "GWAs to IWAs to DWAs",
        "Interests": "Career Interest Types",
        "Technology Skills": "Software Skills",
    }
    headings = {
        "Alternate Title": "Job Title",
        "DWA ID": "DWA Element ID",
        "DWA Title": "DWA Element Name",
        "Example": "Workplace Example",
        "Commodity Title": "Element Name",
    }
    release: dict[str, Rows] = {
        renamed.get(name, name): [[headings.get(cell, cell) for cell in rows[0]], *rows[1:]]
        for name, rows in RELEASE.items()
    }
    tools = release.pop("Tools Used")
    release["Tools Used"] = [RELEASE["Tools Used"][0], *tools[1:]]
    skills = release.pop("Skills")
    release["Essential Skills"] = [row for row in skills if "2.B.3.m" not in row]
    release["Transferable Skills"] = [skills[0], *(row for row in skills if "2.B.3.m" in row)]
    for new, scale in (("Education", "RL"), ("Training and Experience", "RW")):
        for ending in (" Categories", ""):
            header, *rows = RELEASE[f"Education, Training, and Experience{ending}"]
            release[f"{new}{ending}"] = [header, *(row for row in rows if scale in row)]
            release.pop(f"Education, Training, and Experience{ending}", None) if scale == "RW" else None
    assert encode(onet.import_(as_text_release(release), quiet).catalog) == encode(imported().catalog)


def test_a_scale_that_the_catalog_has_no_place_for_is_counted_not_dropped() -> None:
    styles = [
        RATED,
        ("15-1252.00", "1.D.1.a", "Innovation", "WI", "-1.42", "n/a", "N"),
        ("15-1252.00", "1.D.1.b", "Leadership", "WI", "2.00", "n/a", "N"),
        ("15-1252.00", "1.D.1.a", "Innovation", "DR", "0.00", "n/a", "N"),
    ]
    found = imported({"Work Styles": styles})
    assert found.skipped == (
        Skipped("Work Styles.txt", None, 2, "2 rows on the scale 'WI', expected IM"),
        Skipped("Work Styles.txt", None, 4, "1 rows on the scale 'DR', expected IM"),
    )
    assert all("work style" not in rating.kind for rating in profile(found, "15-1252").ratings)


# Which release


@pytest.mark.parametrize("path", ["db_29_2_text.zip!db_29_2_text/{}", "/data/onet-29.2/{}", "DB_29_2_Excel/{}"])
def test_the_release_is_read_from_the_name_where_no_note_tells_it(path: str) -> None:
    found = [member(one.name, one.read(), path.format(one.name)) for one in as_text_release(RELEASE, None)]
    catalog = onet.import_(found, quiet).catalog
    assert catalog.name == "onet-29-2"
    assert catalog.sources["onet-29-2"].period is None, "a name has no month"


def test_a_release_without_a_number_says_how_to_name_it() -> None:
    error = problem(as_text_release(RELEASE, None))
    assert error.message == ("Occupation Data.txt: there is no 'Read Me.txt' beside it to say which release this is")
    assert error.hint == "Give the folder or the zip its published name, such as db_29_2_text or db_29_2_excel."


def test_two_releases_at_once_are_refused() -> None:
    twice = [*as_text_release(RELEASE), *as_workbooks(RELEASE)]
    assert problem(twice).message.startswith("Occupation Data.xlsx: expected one release, found 'Occupation Data.xlsx'")
    notes = [*as_text_release(RELEASE), member("Read Me.txt", b"O*NET 28.0 Database\nAugust 2023 Release\n")]
    assert problem(notes).message.endswith("expected one release, found notes of 28.0 and 29.2")


def test_a_release_on_soc_2010_is_refused_by_its_codes_and_by_its_number() -> None:
    old = [(CODE, "Title", "Description"), ("15-1132.00", "Software Developers, Applications", "Write.")]
    error = problem(as_text_release({"Occupation Data": old}))
    assert error.message == (
        "Occupation Data.txt, row 2: '15-1132.00' in release 29.2 is of SOC 2010, not of O*NET-SOC 2019"
    )
    assert error.hint == "Use release 25.1 or newer: https://www.onetcenter.org/db_releases.html"
    assert "in release 25.0 is of SOC 2010" in problem(as_text_release(RELEASE, b"O*NET 25.0 Database\n")).message
    assert onet.import_(as_text_release(RELEASE, b"O*NET 25.1 Database\n"), quiet).catalog.name == "onet-25-1"


def test_a_release_without_its_occupations_is_refused() -> None:
    assert problem(as_text_release({"Skills": RELEASE["Skills"]})).message == (
        "Skills.txt: expected an O*NET release with 'Occupation Data.txt' or 'Occupation Data.xlsx', found none"
    )
    assert problem([]).message.startswith("no file: expected an O*NET release")


# What cannot be read


def test_other_columns_are_named() -> None:
    release = {**RELEASE, "Skills": [(CODE, "Skill", "Value"), ("11-1011.00", "Reading", "4")]}
    assert problem(as_text_release(release)).message == (
        "Skills.txt: expected the columns 'Element ID', 'Element Name', 'Scale ID', 'Data Value', "
        "found 'O*NET-SOC Code', 'Skill', 'Value'"
    )


def test_a_renamed_sheet_among_several_is_named() -> None:
    book = workbook({"Data": RELEASE["Occupation Data"], "Notes": [["x"]]})
    found = [member("Read Me.txt", READ_ME), member("Occupation Data.xlsx", book)]
    assert problem(found).message == ("Occupation Data.xlsx: expected a sheet 'Occupation Data', found 'Data', 'Notes'")
    alone = member("Occupation Data.xlsx", workbook({"Data": RELEASE["Occupation Data"]}))
    assert len(onet.import_([found[0], alone], quiet).catalog.occupations) == 3, "a single sheet can only be the one"


@pytest.mark.parametrize(
    ("table", "row", "reason"),
    [
        (
            "Occupation Data",
            ("11-1011", "X", ""),
            "expected a code such as 11-1011.00 and a title, found '11-1011' and 'X'",
        ),
        ("Occupation Data", ("15-1252.00", "Again", ""), "the code 15-1252.00 appears twice"),
        (
            "Task Statements",
            ("15-1252.00", "9", "Do.", "Main", "1"),
            "expected a task, Core, Supplemental or n/a, found 'Main'",
        ),
        ("Task Statements", ("99-9999.00", "9", "Do.", "Core", "1"), "the code '99-9999.00' is not in Occupation Data"),
        ("Task Statements", ("15-1252.00", "9", "Do."), "expected 5 cells and a code, found 3 cells"),
        ("Tasks to DWAs", ("15-1252.00", "101", "9.Z", ""), "the activity 9.Z has no title in the release"),
        (
            "Skills",
            ("15-1252.00", "2.A.1.a", "Reading", "IM", "5.01", "8", "N", "N", ""),
            "expected a number from 1 to 5 or n/a, found '5.01'",
        ),
        (
            "Skills",
            ("11-1011.00", "2.A.1.a", "Reading", "LV", "4.63", "8", "N", "N", ""),
            "2.A.1.a appears twice on LV, with different values",
        ),
        (
            "Skills",
            ("15-1252.00", "2.A.1.a", "Reading", "LV", "nan", "8", "N", "N", ""),
            "expected a number from 0 to 7 or n/a, found 'nan'",
        ),
        (
            "Skills",
            ("15-1252.00", "%", "Percent", "IM", "3", "8", "N", "N", ""),
            "expected an element such as 2.A.1.a and its name, found '%'",
        ),
        (
            "Skills",
            ("15-1252.00", "2.A.1.b", "", "IM", "3", "8", "N", "N", ""),
            "expected an element such as 2.A.1.a and its name, found '2.A.1.b'",
        ),
        ("Job Zones", ("15-1252.00", "3.5", "", ""), "expected a whole number from 1 to 5, found '3.5'"),
        ("Job Zones", ("15-1252.00", "6", "", ""), "expected a number from 1 to 5 or n/a, found '6'"),
        (
            "Related Occupations",
            ("15-1252.00", "15-1252.99", "Primary-Short", "2"),
            "expected a known code and Primary-Short, -Long or Supplemental, found 15-1252.99 and 'Primary-Short'",
        ),
        (
            "Related Occupations",
            ("15-1252.00", "11-1011.00", "Close", "2"),
            "expected a known code and Primary-Short, -Long or Supplemental, found 11-1011.00 and 'Close'",
        ),
        (
            "Education, Training, and Experience",
            ("15-1252.00", "2.D.1", "Education", "RL", "13", "1.00", "8", "N"),
            "category 13 of RL has no text in the release",
        ),
        (
            "Technology Skills",
            ("15-1252.00", "", "1", "Software", "N", "N"),
            "expected a name and its category, found '' and 'Software'",
        ),
    ],
)
def test_a_row_that_cannot_be_read_is_left_out_and_listed(table: str, row: Sequence[str], reason: str) -> None:
    found = imported({table: [*RELEASE[table], row]})
    assert found.skipped == (Skipped(f"{table}.txt", None, len(RELEASE[table]) + 1, reason),)
    occupations, others = found.catalog.occupations, imported().catalog.occupations
    assert occupations["11-1011.03"] == others["11-1011.03"], "everything else is as it was"


def test_a_part_of_a_class_that_the_release_lacks_stands_alone() -> None:
    row = ("15-9999.01", "Special Coders", "Code specially.")
    found = imported({"Occupation Data": [*RELEASE["Occupation Data"], row]}).catalog.occupations
    assert (found["15-9999.01"].part_of, found["11-1011.03"].part_of) == (None, "11-1011")


def test_empty_lines_say_nothing() -> None:
    found = imported({"Occupation Data": [*RELEASE["Occupation Data"], (), ()], "Skills": [*RELEASE["Skills"], ()]})
    assert found.skipped == ()


def test_a_zip_is_read_as_it_is_downloaded(tmp_path: Path) -> None:
    files = {f"db_29_2_text/{one.name}": one.read() for one in as_text_release(RELEASE)}
    put(tmp_path, {"db_29_2_text.zip": zipped(files)})
    found = onet.import_(members([str(tmp_path / "db_29_2_text.zip")]), quiet)
    assert encode(found.catalog) == encode(imported().catalog)


# The real release


@pytest.fixture(scope="module")
def real() -> Imported:
    return onet.import_(members([official("onet-29.2")]), quiet)


def test_the_real_release_has_the_counts_that_its_files_have(real: Imported) -> None:
    profiles = [one.profile for one in real.catalog.occupations.values() if one.profile]
    assert len(profiles) == 1016
    assert sum(bool(one.related) for one in profiles) == 923
    assert sum("skills" in one.missing for one in profiles) == 137
    assert sum("tasks" in one.missing for one in profiles) == 93
    assert {name: real.counts[name] for name in ("tasks", "tools", "related occupations", "job zones")} == {
        "tasks": 18796,
        "tools": 41662,
        "related occupations": 18460,
        "job zones": 923,
    }
    assert real.skipped == ()


def test_software_developers_say_that_the_release_has_no_skills_for_them(real: Imported) -> None:
    known = profile(real, "15-1252")
    assert "skills" in known.missing
    assert not [one for one in known.ratings if one.kind == "skill"]
    assert len(known.tasks) == 19
    assert [real.catalog.occupations[one.code].title for one in known.related[:3]] == [
        "Computer Systems Engineers/Architects",
        "Computer Programmers",
        "Computer Systems Analysts",
    ]


def test_every_rating_of_the_real_release_is_the_one_that_is_printed(real: Imported) -> None:
    options = {"skill": "Skills", "knowledge": "Knowledge", "work style": "Work Styles"}
    for kind, table in options.items():
        path = Path(official("onet-29.2", f"{table}.txt"))
        printed: dict[tuple[str, str, str], str] = {}
        for line in path.read_text("utf-8").splitlines()[1:]:
            code, element, _, scale, value, *_ = line.split("\t")
            printed[code.removesuffix(".00"), element, scale] = value
        found = {
            (code, rating.element, scale): f"{value:.2f}"
            for code, one in real.catalog.occupations.items()
            for rating in (one.profile.ratings if one.profile else ())
            if rating.kind == kind
            for scale, value in (("IM", rating.importance), ("LV", rating.level))
            if value is not None
        }
        assert found == printed


def test_the_real_layer_reads_back_as_it_was(real: Imported) -> None:
    assert msgspec.json.decode(encode(real.catalog), type=Catalog) == real.catalog
