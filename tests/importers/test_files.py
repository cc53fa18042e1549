"""Opening what the user has: folders, zips, single files; and refusing what no publisher makes."""

import io
import os
import struct
import zipfile
from pathlib import Path

import pytest

from careercli.errors import ImportProblem
from careercli.importers import files
from careercli.importers.files import members
from tests.importers.workbooks import put, zipped

RELEASE = {"db_29_2_text/Skills.txt": b"skills", "db_29_2_text/Tools Used.txt": b"tools"}


def problem(*paths: str) -> ImportProblem:
    with pytest.raises(ImportProblem) as caught:
        [member.read() for member in members(paths)]
    assert "\n" not in caught.value.message, "an error is one line"
    return caught.value


def test_a_folder_gives_its_files_in_order_of_name_down_to_three_folders_below(tmp_path: Path) -> None:
    put(tmp_path, {"b.csv": b"b", "a.txt": b"a", "1/2/3/deep.txt": b"deep", "1/2/3/4/too deep.txt": b""})
    found = members([str(tmp_path)])
    assert [(member.name, member.read()) for member in found] == [
        ("deep.txt", b"deep"),
        ("a.txt", b"a"),
        ("b.csv", b"b"),
    ]
    assert found[1].file_label == str(tmp_path / "a.txt")


def test_a_zip_gives_its_members_without_being_unpacked_even_inside_a_folder(tmp_path: Path) -> None:
    put(tmp_path, {"Downloads/db_29_2_text.zip": zipped(RELEASE)})
    archive = str(tmp_path / "Downloads" / "db_29_2_text.zip")
    for path in (archive, str(tmp_path)):
        found = members([path])
        assert [(member.name, member.read()) for member in found] == [
            ("Skills.txt", b"skills"),
            ("Tools Used.txt", b"tools"),
        ]
        assert found[0].file_label == f"{archive}!db_29_2_text/Skills.txt"
    assert os.listdir(tmp_path / "Downloads") == ["db_29_2_text.zip"]


def test_a_workbook_is_one_file_although_it_is_an_archive(tmp_path: Path) -> None:
    put(tmp_path, {"national_M2025_dl.xlsx": zipped({"xl/workbook.xml": b""})})
    assert [member.name for member in members([str(tmp_path)])] == ["national_M2025_dl.xlsx"]


def test_a_link_that_leads_nowhere_or_in_a_circle_is_passed_over(tmp_path: Path) -> None:
    folder = put(tmp_path, {"a.txt": b"a"})
    (tmp_path / "self").symlink_to("self")
    (tmp_path / "gone").symlink_to("nowhere.txt")
    assert [member.name for member in members([folder])] == ["a.txt"]


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    folder = put(tmp_path, {"a.txt": b"a", "b.zip": zipped(RELEASE)})
    assert len(members([folder, str(tmp_path / "a.txt"), str(tmp_path / "b.zip"), folder])) == 3


def test_what_systems_leave_behind_is_passed_over(tmp_path: Path) -> None:
    put(tmp_path, {".DS_Store": b"", "~$occupation.xlsx": b"", "occupation.xlsx": b"", ".git/config": b""})
    put(tmp_path, {"c.zip": zipped({"__MACOSX/._a.txt": b"", "a/.hidden/b.txt": b"", "a/b.txt": b""})})
    assert [member.name for member in members([str(tmp_path)])] == ["b.txt", "occupation.xlsx"]


def test_a_path_that_does_not_exist_is_named(tmp_path: Path) -> None:
    missing = str(tmp_path / "db_29_2_text")
    assert problem(missing).message == f"{missing}: no such file or folder"


@pytest.mark.parametrize("kept", [0, 10, 60, -30, -1])
def test_a_truncated_zip_is_one_clear_line(tmp_path: Path, kept: int) -> None:
    content = zipped(RELEASE)
    path = os.path.join(put(tmp_path, {"a.zip": content[:kept]}), "a.zip")
    assert problem(path).message == f"{path}: this zip archive is cut short or damaged"


def test_a_damaged_member_is_named(tmp_path: Path) -> None:
    content = bytearray(zipped(RELEASE))
    content[content.index(b"Skills.txt") + len("Skills.txt")] ^= 0x55
    path = os.path.join(put(tmp_path, {"a.zip": bytes(content)}), "a.zip")
    assert problem(path).message == (f"{path}!db_29_2_text/Skills.txt: this zip archive is cut short or damaged")


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "a/../../b.txt", "..\\..\\b.txt", "C:\\b.txt"])
def test_a_name_that_climbs_out_is_refused(tmp_path: Path, name: str) -> None:
    path = os.path.join(put(tmp_path, {"a.zip": zipped({"ok.txt": b"", name: b"x"})}), "a.zip")
    assert problem(path).message == f"{path}: the name '{name}' points outside the archive"


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = os.path.join(put(tmp_path, {"a.zip": zipped({"Skills.txt": bytes(32 * 1024**2)})}), "a.zip")
    assert problem(path).message == f"{path}: Skills.txt unpacks to more than 200 times its packed size"


def test_many_members_that_are_harmless_alone_are_a_bomb_together(tmp_path: Path) -> None:
    content = zipped({f"{number}.txt": bytes(1024**2) for number in range(20)})
    path = os.path.join(put(tmp_path, {"a.zip": content}), "a.zip")
    assert problem(path).message == f"{path}: it unpacks to more than 200 times its packed size"


def test_an_archive_that_lies_about_its_sizes_gives_no_more_than_it_said(tmp_path: Path) -> None:
    content = bytearray(zipped({"Skills.txt": bytes(8 * 1024**2)}))
    central = content.index(b"PK\x01\x02")
    content[central + 24 : central + 28] = struct.pack("<I", 100)
    path = os.path.join(put(tmp_path, {"a.zip": bytes(content)}), "a.zip")
    assert "this zip archive is cut short or damaged" in problem(path).message


def test_a_member_and_an_archive_have_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = os.path.join(put(tmp_path, {"a.zip": zipped({"a": os.urandom(3 << 20), "b": os.urandom(3 << 20)})}), "a.zip")
    monkeypatch.setattr(files, "MAX_ARCHIVE", 5 << 20)
    assert problem(path).message == f"{path}: it unpacks to 6 MB; the limit is 5 MB"
    monkeypatch.setattr(files, "MAX_MEMBER", 2 << 20)
    assert problem(path).message == f"{path}: a unpacks to 3 MB; the limit is 2 MB"


def test_a_single_file_has_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_MEMBER", 2 << 20)
    path = os.path.join(put(tmp_path, {"a.txt": bytes((2 << 20) + 1)}), "a.txt")
    assert problem(path).message == f"{path}: larger than 2 MB, too large for an official file"


def test_a_folder_of_everything_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_MEMBERS", 2)
    folder = put(tmp_path, {"a": b"", "b": b"", "c": b""})
    assert problem(folder).message == f"{folder}: more than 2 files"


def test_a_member_behind_a_password_is_said_to_be(tmp_path: Path) -> None:
    content = bytearray(zipped(RELEASE))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + offset] |= 1
    path = os.path.join(put(tmp_path, {"a.zip": bytes(content)}), "a.zip")
    assert problem(path).message.endswith("Skills.txt: it has a password or an unknown compression")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    path = os.path.join(put(tmp_path, {"a.txt": b"a"}), "a.txt")
    os.chmod(path, 0)
    assert problem(path).message == f"{path}: cannot be read: permission denied"


def test_a_zip_of_folders_only_has_no_members(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("folder/", b"")
    assert members([os.path.join(put(tmp_path, {"a.zip": buffer.getvalue()}), "a.zip")]) == []
