"""`catalog import`: what is recognised, where it goes, what it says, and what it leaves alone."""

import json
import os
import signal
from pathlib import Path

import pytest

from tests.cli.contract import refused
from tests.conftest import interruptible
from tests.importers.workbooks import put, workbook, zipped
from tests.official import PATTERN, PURCHASING, Home, downloads, line, projections, release, wages


@pytest.fixture
def place(home: Path) -> Home:
    return Home(home, market=False)


def test_one_command_recognises_every_kind_in_a_folder_and_registers_each(place: Home, tmp_path: Path) -> None:
    rows = place.imported(downloads(tmp_path))["rows"]
    assert [row["kind"] for row in rows] == ["parities", "projections", "oews", "onet"]
    assert [(row["written"], row["registered"], row["skipped"]) for row in rows] == [(True, True, [])] * 4
    assert [row["files_read"] for row in rows] == [2, 1, 6, 6]
    counts = {row["kind"]: row["counts"] for row in rows}
    assert (counts["oews"]["states"], counts["oews"]["years"], counts["oews"]["sectors"]) == (3, 2, 2), (
        "Alaska has marks only"
    )
    assert counts["projections"]["line items"] == 1
    assert counts["onet"]["occupations"] == 3
    assert place.listed() == [row["file"] for row in rows]
    for row in rows:
        assert Path(row["file"]).is_relative_to(place.folder)
        assert row["bytes"] == Path(row["file"]).stat().st_size
        assert json.loads(Path(row["file"]).read_bytes())["schema_version"] == 1


def test_the_page_says_what_came_where_and_from_how_many(place: Home, tmp_path: Path) -> None:
    ran = place.run("catalog", "import", put(tmp_path, {"national_M2025_dl.xlsx": wages(2025, line(PATTERN))}))
    assert ran.code == 0
    assert "oews" in ran.stdout
    assert "written, on your list: every command reads it from now on" in ran.stdout
    assert "bls-oews-2025.json" in ran.stdout.replace("\n", "")


def test_a_log_line_for_each_file_stands_on_standard_error_when_it_is_piped(place: Home, tmp_path: Path) -> None:
    names = ["national_M2024_dl.xlsx", "national_M2025_dl.xlsx"]
    folder = put(tmp_path, {name: wages(2024 + number, line(PATTERN)) for number, name in enumerate(names)})
    ran = place.run("catalog", "import", folder)
    assert ran.stderr.splitlines() == [
        f"careercli: reading {name} ({number} of 2)" for number, name in enumerate(names, 1)
    ]
    assert "\x1b" not in ran.stdout + ran.stderr


@pytest.mark.parametrize("suffix", ["", "/db_29_2_text.zip"])
def test_the_zip_and_the_folder_of_a_release_give_the_same_bytes(place: Home, tmp_path: Path, suffix: str) -> None:
    inside = {f"db_29_2_text/{name}": content for name, content in release().items()}
    folder = put(tmp_path, {"db_29_2_text.zip": zipped(inside)} if suffix else inside)
    (row,) = place.imported(folder + suffix)["rows"]
    other = Home(place.folder, market=False)
    again = other.imported("onet", put(tmp_path / "other", release()), "-o", str(tmp_path / "other.json"))["rows"][0]
    assert Path(again["file"]).read_bytes() == Path(row["file"]).read_bytes()


def test_a_source_that_is_named_takes_files_whose_names_say_nothing(place: Home, tmp_path: Path) -> None:
    folder = put(tmp_path, {"May 2025 figures.xlsx": wages(2025, line(PATTERN))})
    (row,) = place.imported("oews", folder)["rows"]
    assert (row["kind"], row["counts"]["occupations"]) == ("oews", 1)


def test_a_source_that_is_named_reads_nothing_else_of_the_folder(place: Home, tmp_path: Path) -> None:
    (row,) = place.imported("projections", f"{downloads(tmp_path)}/projections")["rows"]
    assert row["kind"] == "projections"
    ran = place.run("catalog", "import", "projections", f"{tmp_path}/oews")
    assert (ran.stdout, ran.code) == ("", 1)
    assert "Traceback" not in ran.stderr


def test_a_source_alone_is_a_usage_error_unless_a_file_has_that_name(place: Home) -> None:
    refused(place.run("catalog", "import", "oews"), 2, "no file or folder")
    put(place.folder / "oews", {"national_M2025_dl.xlsx": wages(2025, line(PATTERN))})
    assert [row["kind"] for row in place.imported("oews")["rows"]] == ["oews"]


def test_output_names_the_file_and_no_register_leaves_the_list_alone(place: Home, tmp_path: Path) -> None:
    folder, target = put(tmp_path, release()), tmp_path / "out" / "mine.json"
    (row,) = place.imported(folder, "-o", str(target), "--no-register")["rows"]
    assert (row["file"], row["registered"]) == (str(target), False)
    assert place.listed() == []
    assert place.files() == {}
    required = place.json("show", "patternmakers-wood", "--catalog", str(target))
    assert required["rows"][0]["title"] == "Patternmakers, Wood"


def test_output_registers_the_file_that_it_names(place: Home, tmp_path: Path) -> None:
    target = tmp_path / "mine.json"
    place.imported(put(tmp_path / "files", {"ppp.csv": PURCHASING}), "-o", str(target))
    assert place.listed() == [str(target)]


def test_a_second_run_changes_no_byte_and_says_unchanged(place: Home, tmp_path: Path) -> None:
    folder = downloads(tmp_path)
    place.imported(folder)
    before = place.files()
    times = {path: (place.folder / path).stat().st_mtime_ns for path in before}
    assert len(before) == 5
    ran = place.run("catalog", "import", folder)
    assert ran.stdout.count("bytes, unchanged") == 4
    assert " written" not in ran.stdout
    assert place.files() == before
    assert {path: (place.folder / path).stat().st_mtime_ns for path in before} == times


def test_one_output_for_several_kinds_is_refused_and_nothing_is_written(place: Home, tmp_path: Path) -> None:
    folder, target = downloads(tmp_path), tmp_path / "all.json"
    ran = place.run("catalog", "import", folder, "-o", str(target))
    assert (ran.stdout, ran.code) == ("", 2)
    assert "more than one kind of data" in ran.stderr
    assert not target.exists()
    assert place.listed() == []


def test_files_that_are_nothing_official_are_refused_with_their_number(place: Home, tmp_path: Path) -> None:
    folder = put(tmp_path, {"notes.txt": b"hello", "Skills.txt": b"a\tb\r\n", "data.csv": b"a,b\n1,2\n"})
    refused(place.run("catalog", "import", folder), 1, "none of the files", "3 checked", "SOURCE")
    assert place.files() == {}


def test_a_path_that_is_not_there_is_refused(place: Home) -> None:
    refused(place.run("catalog", "import", "nowhere.zip"), 1, "nowhere.zip", "no such file")


@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_a_truncated_zip_is_refused_in_one_line_and_leaves_nothing(place: Home, tmp_path: Path, part: float) -> None:
    whole = zipped(release())
    folder = put(tmp_path, {"db_29_2_text.zip": whole[: int(len(whole) * part)]})
    refused(place.run("catalog", "import", f"{folder}/db_29_2_text.zip"), 1, "db_29_2_text.zip", "cut short")
    assert place.files() == {}


def test_a_truncated_workbook_is_refused_by_name_and_leaves_nothing(place: Home, tmp_path: Path) -> None:
    whole = wages(2025, line(PATTERN))
    folder = put(tmp_path, {"national_M2025_dl.xlsx": whole[: len(whole) // 2]})
    ran = place.run("catalog", "import", folder)
    assert (ran.stdout, ran.code) == ("", 1)
    assert "national_M2025_dl.xlsx" in ran.stderr.splitlines()[-2]
    assert "Traceback" not in ran.stderr
    assert place.files() == {}


def test_a_row_that_cannot_be_read_is_left_out_aloud_with_its_place(place: Home, tmp_path: Path) -> None:
    rows = (line(PATTERN), {**line(PATTERN, "CA"), "OCC_CODE": "51-70"}, {**line(PATTERN, "TX"), "A_MEDIAN": "many"})
    folder = put(tmp_path, {"state_M2025_dl.xlsx": wages(2025, *rows)})
    ran = place.run("catalog", "import", folder)
    page = " ".join(ran.stdout.split())
    assert "Skipped: 2" in page
    assert "state_M2025_dl.xlsx, sheet national_M2025_dl, row 3: " in page.replace("/ ", "/")
    assert "found 'many'" in page


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe with a name is what holds the import up")
def test_an_interrupt_leaves_no_half_of_a_layer(place: Home, tmp_path: Path) -> None:
    put(tmp_path, {"occupation.xlsx": projections(("Patternmakers, wood", PATTERN, 7.5, 0.1))})
    os.mkfifo(tmp_path / "national_M2025_dl.xlsx")
    named = [str(tmp_path / name) for name in ("occupation.xlsx", "national_M2025_dl.xlsx")]
    with interruptible("catalog", "import", *named, env=place.variables, cwd=place.folder) as process:
        assert process.stderr is not None
        assert process.stdout is not None
        while "national_M2025_dl.xlsx" not in (said := process.stderr.readline()):
            assert said, "it ended before the file that holds it up"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
        assert process.stdout.read() == ""
    layers = [path for path in place.files() if path.endswith(".json")]
    assert [Path(path).name for path in layers] == ["bls-projections-2024-34.json"]
    assert json.loads((place.folder / layers[0]).read_bytes())["occupations"]
    assert [path for path in place.files() if ".careercli-" in path] == []
    assert place.listed() == [str(place.folder / layers[0])]


def test_a_second_import_of_a_year_adds_to_the_first_and_says_so(place: Home, tmp_path: Path) -> None:
    national = put(tmp_path / "1", {"national_M2025_dl.xlsx": wages(2025, line(PATTERN, median=60_000.0))})
    sector = line(PATTERN, sector="31-33 Manufacturing", median=66_000.0)
    sectors = put(tmp_path / "2", {"natsector_M2025_dl.xlsx": wages(2025, sector)})
    (first,) = place.imported(national)["rows"]
    (second,) = place.imported(sectors)["rows"]
    assert (first["change"], second["change"], first["file"]) == ("new", "extended", second["file"])
    assert second["notes"] == ["It was added to the layer that was there: 3 of its figures stay."]
    medians = [row["median"] for row in json.loads(Path(second["file"]).read_bytes())["occupations"][PATTERN]["pay"]]
    assert 66_000 in medians
    (again,) = place.imported(national)["rows"]
    assert again["change"] == "unchanged"
    (revised,) = place.imported(
        put(tmp_path / "3", {"national_M2025_dl.xlsx": wages(2025, line(PATTERN, median=61_000.0))})
    )["rows"]
    assert revised["notes"] == ["It was added to the layer that was there: 2 of its figures stay, 2 have new values."]
    assert place.listed() == [first["file"]]


def test_an_older_release_over_a_newer_one_is_said_with_the_remedy(place: Home, tmp_path: Path) -> None:
    place.imported(put(tmp_path / "new", release()))
    older = {**release(), "Read Me.txt": b"O*NET 29.1 Database\r\nNovember 2024 Release\r\n"}
    (row,) = place.imported(put(tmp_path / "old", older))["rows"]
    (note,) = row["notes"]
    assert note.startswith("O*NET 29.1 Database (2024-11) is older than O*NET 29.2 Database (2025-02)")
    assert note.endswith(f"careercli catalog layers remove {row['file']}")


def test_one_misread_file_does_not_keep_a_folder_out(place: Home, tmp_path: Path) -> None:
    crosswalk = workbook({"Crosswalk": [["2024 National Employment Matrix code", "SOC code"], ["11-1011", "11-1011"]]})
    files = {
        "crosswalk.xlsx": crosswalk, "national_M2018_dl.xlsx": wages(2018, line(PATTERN)),
        "national_M2025_dl.xlsx": wages(2025, line(PATTERN)), "oesm19nat.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old",
        "all.zip": zipped({"inner.zip": zipped({"national_M2025_dl.xlsx": b""})}),
    }  # fmt: skip
    answer = place.imported(put(tmp_path, files))
    (row,) = answer["rows"]
    assert [(one["file"].rpartition("/")[2], one["reason"][:23]) for one in row["skipped"]] == [
        ("national_M2018_dl.xlsx", "skipped the whole file:")
    ]
    told = {one["file"].rpartition("/")[2]: one["reason"] for one in answer["refused"]}
    assert told["oesm19nat.xls"].startswith("a workbook from Excel before 2007, which careercli cannot read. Open it")
    assert told["all.zip!inner.zip"].startswith("a zip inside a zip, which careercli cannot read. Unpack")
    assert "expected a sheet with the column 'Occupation type'" in told["crosswalk.xlsx"]
    page = " ".join(place.run("catalog", "import", str(tmp_path)).stdout.split())
    assert "Not imported: 3" in page


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("national_M2019_dl.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a workbook from Excel before 2007"),
        ("wages.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a password"),
        ("oesm25nat.zip", zipped({"oesm25nat.zip": b"PK"}), "a zip inside a zip"),
        ("db_29_2_mysql.sql", b"CREATE TABLE", "a database script"),
    ],
)
def test_a_format_that_is_not_read_is_named_with_what_to_do(
    place: Home, tmp_path: Path, name: str, content: bytes, found: str
) -> None:
    put(tmp_path, {name: content})
    refused(place.run("catalog", "import", str(tmp_path / name)), 1, name, found)
    assert place.files() == {}


def test_an_official_workbook_behind_a_password_is_named(place: Home, tmp_path: Path) -> None:
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    ran = place.run("catalog", "import", put(tmp_path, {"national_M2025_dl.xlsx": content}))
    assert ran.code == 1
    assert ran.stderr.splitlines()[-2:] == [
        f"careercli: {tmp_path}/national_M2025_dl.xlsx: expected an .xlsx workbook, found a workbook with a password",
        "  Open it, remove the password and save it.",
    ]
