"""Writing a file whole, and what killed runs leave behind."""

import os
import time
from pathlib import Path

import pytest

from careercli import files
from careercli.files import open_stream, read_settled, write_atomically


def put(path: Path, *, hours: float, text: str = "x") -> Path:
    """Write a file that is so many hours old."""
    path.write_text(text)
    then = time.time() - hours * 60 * 60
    os.utime(path, (then, then))
    return path


def test_what_killed_runs_left_is_removed_after_a_day_and_nothing_else(tmp_path: Path) -> None:
    put(tmp_path / ".careercli-abcd_123", hours=25)
    stay = [
        put(tmp_path / ".careercli-abcd_124", hours=23),
        put(tmp_path / ".careercli-settings.yaml", hours=25),
        put(tmp_path / "careercli-abcd_123", hours=25),
    ]
    (tmp_path / ".careercli-abcd_125").mkdir()
    write_atomically(str(tmp_path / "new"), b"new")
    assert {path.name for path in tmp_path.iterdir()} == {"new", ".careercli-abcd_125", *(path.name for path in stay)}


def test_a_new_file_takes_its_permissions_from_the_file_it_replaces_and_not_from_a_link(tmp_path: Path) -> None:
    private, loose = tmp_path / "private", tmp_path / "loose"
    private.write_text("x")
    private.chmod(0o600)
    loose.write_text("x")
    loose.chmod(0o666)
    (tmp_path / "planted").symlink_to(loose)
    write_atomically(str(private), b"new")
    write_atomically(str(tmp_path / "planted"), b"new")
    assert private.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "planted").stat().st_mode & 0o022 == 0
    assert loose.read_text() == "x"


def test_a_file_and_a_path_without_one_are_no_streams(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "link").symlink_to("link")
    assert [open_stream(str(tmp_path / name)) for name in ("file", "nothing")] == [None, None]
    with pytest.raises(OSError, match="symbolic links"):
        open_stream(str(tmp_path / "link"))


def test_a_file_that_was_written_just_now_is_read_when_its_writer_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ladder.yaml"
    path.write_bytes(b"half")

    def write_the_rest(_: float) -> None:
        put(path, hours=2, text="half and half")

    monkeypatch.setattr(files, "_QUIET_NS", 3_600 * 10**9)
    monkeypatch.setattr(time, "sleep", write_the_rest)
    assert read_settled(str(path), 100) == b"half and half"


def test_a_file_that_is_written_for_ever_is_read_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "log"
    path.write_bytes(b"x")
    monkeypatch.setattr(files, "_PATIENCE", 0.1)
    monkeypatch.setattr(files, "_QUIET_NS", 1_000_000)
    monkeypatch.setattr(time, "sleep", lambda _: path.write_bytes(path.read_bytes() + b"x"))
    assert set(read_settled(str(path), 10**6)) == set(b"x")


def test_a_file_of_the_future_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path / "ladder.yaml", hours=-5)
    monkeypatch.setattr(time, "sleep", lambda _: pytest.fail("waited"))
    assert read_settled(str(path), 100) == b"x"
