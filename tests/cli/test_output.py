"""Where an answer goes: nothing that is there already is lost, and every kind of stream and file takes one."""

import os
import shutil
import signal
import time
from pathlib import Path

import pytest

from tests.cli.contract import answered, refused
from tests.cli.terminals import in_shell
from tests.conftest import SMALL, Run, interruptible

SAMPLE = f"--no-default-catalog --catalog {SMALL}"
ONE = f"careercli list --limit 1 --format tsv --fields role {SAMPLE}"
TSV = "role\nbaker\n"


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link", "/proc/$$/fd/1"])
def test_an_answer_to_a_stream_by_its_name_keeps_what_its_file_holds(tmp_path: Path, name: str) -> None:
    (tmp_path / "link").symlink_to("/dev/stdout")
    ran = in_shell(f"{{ echo before; {ONE} -o {name}; echo behind; }} >> app.txt", cwd=tmp_path)
    assert (ran.stdout, ran.stderr) == ("", "")
    assert (tmp_path / "app.txt").read_text() == f"before\n{TSV}behind\n"


@pytest.mark.parametrize(
    "script",
    [
        f"{ONE} -o /dev/stdout | cat",
        f"{ONE} -o /dev/fd/1 | cat",
        f"{ONE} -o /dev/stderr 2>&1 >/dev/null | cat",
        f"{ONE} -o >(cat >written); wait $!; cat written",
        f"mkfifo fifo; cat fifo & {ONE} -o fifo; wait",
    ],
)
def test_an_answer_to_a_pipe_arrives_whole(tmp_path: Path, script: str) -> None:
    assert answered(in_shell(script, cwd=tmp_path)) == TSV


def test_a_pipe_whose_reader_went_away_ends_it_quietly(tmp_path: Path) -> None:
    ran = in_shell(f"set -o pipefail; (sleep 0.5; {ONE} -o /dev/stdout) | true", cwd=tmp_path)
    assert (ran.stdout, ran.stderr, ran.code) == ("", "", 0)


def test_a_closed_stream_by_its_name_is_one_line() -> None:
    refused(in_shell(f"{ONE} -o /dev/stdout >&-"), 1, "/dev/stdout", "bad file descriptor")


def test_a_closed_standard_output_is_one_line_unless_there_is_a_file(tmp_path: Path) -> None:
    refused(in_shell(f"{ONE} >&-"), 1, "standard output is closed", "--output")
    assert in_shell(f"{ONE} -o list.tsv >&-", cwd=tmp_path).code == 0
    assert (tmp_path / "list.tsv").read_text() == TSV


READING = [
    "list --catalog ladder.yaml",
    "list --catalog link.yaml",
    "list --catalog hard.yaml",
    "catalog lint ladder.yaml",
    "catalog diff ladder.yaml other.yaml",
    "catalog diff other.yaml ladder.yaml",
    "catalog diff other.yaml other.yaml --catalog ladder.yaml",
    "catalog export ladder.yaml",
    "catalog layers --catalog ladder.yaml",
    "catalog layers list --catalog ladder.yaml",
    "catalog layers add ladder.yaml",
    "catalog import ladder ladder.yaml",
    "catalog import ladder .",
    "catalog import ladder other.yaml --map ladder.yaml",
    "gap baker --resume ladder.yaml",
    "gap baker --resume - <ladder.yaml",
]


@pytest.mark.parametrize("command", READING)
def test_a_file_that_is_read_is_never_overwritten(tmp_path: Path, command: str) -> None:
    ladder, content = tmp_path / "ladder.yaml", SMALL.read_bytes()
    ladder.write_bytes(content)
    shutil.copy(ladder, tmp_path / "other.yaml")
    (tmp_path / "link.yaml").symlink_to(ladder)
    (tmp_path / "hard.yaml").hardlink_to(ladder)
    command, _, stdin = command.partition("<")
    line = refused(in_shell(f"careercli {command} -o ./ladder.yaml {'<' + stdin if stdin else ''}", cwd=tmp_path), 2)
    assert line.startswith("careercli: --output ladder.yaml would overwrite ")
    assert ", which careercli reads" in line
    assert ladder.read_bytes() == content


def test_a_catalog_on_the_list_is_never_overwritten(run: Run, tmp_path: Path, cache: Path) -> None:
    ladder = tmp_path / "ladder.yaml"
    shutil.copy(SMALL, ladder)
    answered(run("catalog", "layers", "add", str(ladder)))
    refused(run("list", "-o", str(ladder)), 2, str(ladder))
    refused(run("catalog", "export", "-o", str(ladder)), 2, str(ladder))
    assert ladder.read_bytes() == SMALL.read_bytes()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_not_be_written_stays(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "list.txt"
    target.write_text("mine")
    target.chmod(0o400)
    refused(run("list", "-o", str(target), small=True), 1, "permission denied")
    assert target.read_text() == "mine"


def test_a_file_of_two_names_keeps_both(run: Run, tmp_path: Path) -> None:
    target, other = tmp_path / "list.txt", tmp_path / "other.txt"
    target.write_text("what stood there " * 10_000)
    os.link(target, other)
    assert run("list", "--format", "csv", "-o", str(target), small=True).code == 0
    written = target.read_bytes()
    assert written == other.read_bytes()
    assert written.decode().splitlines() == run("list", "--format", "csv", small=True).stdout.splitlines()
    assert target.stat().st_ino == other.stat().st_ino


# ---- what Typer prints ----

PRINTED = ["--help", "--version", "list --help", "catalog --help", "catalog layers --help", "--show-completion bash"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device of Linux")
@pytest.mark.parametrize("options", PRINTED)
def test_a_full_disk_under_the_help_is_told_as_under_an_answer(options: str) -> None:
    refused(in_shell(f"careercli {options} >/dev/full"), 1, "cannot write the answer", "no space left")


@pytest.mark.parametrize("options", PRINTED)
def test_a_reader_that_never_wanted_the_help_ends_it_quietly(options: str) -> None:
    ran = in_shell(f"set -o pipefail; (sleep 0.5; careercli {options}) | true")
    assert (ran.stdout, ran.stderr, ran.code) == ("", "", 0)


@pytest.mark.parametrize("milliseconds", [40, 60, 80, 100, 120, 140])
def test_an_interrupt_while_starting_shows_no_traceback(milliseconds: int) -> None:
    with interruptible("list", "--no-default-catalog", "--catalog", str(SMALL)) as process:
        time.sleep(milliseconds / 1000)
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=20)
    assert "/careercli/cli/" not in stderr, "a traceback; of Python's own start-up there may be one"
