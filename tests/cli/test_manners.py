"""Manners of the terminal: width, colour, encoding, pipes, and what the help and the version cost nobody."""

import json
import os
import re
import signal
import time
from pathlib import Path

import pytest
from rich.cells import cell_len

from careercli import __version__
from careercli.cli.app import COMMANDS, main
from tests.cli.contract import answered, refused
from tests.cli.terminals import in_shell, on_terminal
from tests.conftest import Ran, Run, interruptible, opened_by_its_reader

SALARY = ("salary", "customer-relationship-manager")
COMPARE = ("compare", "customer-relationship-manager", "customer-relations-manager")
ESCAPE = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;;[!-~]*?\x1b\\")
WIDTHS = [40, 60, 80, 200]


def widest(text: str) -> int:
    return max(cell_len(line) for line in ESCAPE.sub("", text).splitlines())


@pytest.mark.parametrize("width", WIDTHS)
def test_width_and_columns_mean_the_same_and_are_kept_to(run: Run, width: int) -> None:
    by_flag = answered(run(*COMPARE, "--width", str(width), env={"COLUMNS": "100"}))
    assert widest(by_flag) <= width
    assert by_flag == answered(run(*COMPARE, env={"COLUMNS": str(width)}))


@pytest.mark.parametrize("width", WIDTHS)
def test_a_terminal_is_filled_and_never_overrun(width: int) -> None:
    page = answered(on_terminal(*COMPARE, columns=width))
    assert width * 0.8 <= widest(page) <= width


def test_a_page_in_a_pipe_or_a_file_has_80_columns_and_cuts_nothing(run: Run, tmp_path: Path) -> None:
    page = answered(run(*COMPARE, env={"COLUMNS": None}))
    assert page == answered(run(*COMPARE, env={"COLUMNS": "80"}))
    assert 70 < widest(page) <= 80
    assert "… " not in page
    assert (run(*COMPARE, "-o", str(tmp_path / "page.txt"), env={"COLUMNS": None})).code == 0
    assert (tmp_path / "page.txt").read_text("utf-8") == page


@pytest.mark.parametrize("columns", ["0", "", "-5", "wide", "²", "9" * 5000])
def test_a_columns_variable_that_is_no_width_harms_nobody(run: Run, columns: str) -> None:
    assert "$12,032" in answered(run(*COMPARE, env={"COLUMNS": columns}))


@pytest.mark.parametrize("width", ["0", "19", "-1", "1e3", ""])
def test_a_width_that_is_none_is_refused(run: Run, width: str) -> None:
    refused(run("list", f"--width={width}"), 2, "--width")


# ---- colour ----


def test_a_pipe_has_no_colour(run: Run) -> None:
    assert "\x1b" not in answered(run(*SALARY))


def test_a_terminal_has_colour() -> None:
    assert "\x1b[" in answered(on_terminal(*SALARY))


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}])
def test_a_terminal_has_no_escape_at_all_where_colour_is_not_wanted(env: dict[str, str]) -> None:
    assert "\x1b" not in answered(on_terminal(*SALARY, env=env))


def test_an_empty_no_color_counts_as_unset() -> None:
    assert "\x1b[" in answered(on_terminal(*SALARY, env={"NO_COLOR": ""}))


def test_force_color_colours_a_pipe(run: Run) -> None:
    assert "\x1b[" in answered(run(*SALARY, env={"FORCE_COLOR": "1"}))


@pytest.mark.parametrize("env", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_the_flag_for_colour_counts_before_every_variable(run: Run, env: dict[str, str]) -> None:
    page = answered(run(*SALARY, "--color", "always", env=env))
    assert re.search(r"\x1b\[[0-9;]*3[0-7]m", page), "a colour, not only bold"
    assert page == answered(run(*SALARY, "--color", "always"))


def test_the_flag_against_colour_counts_before_force_color(run: Run) -> None:
    assert "\x1b" not in answered(run(*SALARY, "--color", "never", env={"FORCE_COLOR": "1"}))


def test_colour_changes_no_character(run: Run) -> None:
    bare = ESCAPE.sub("", answered(run(*SALARY, "--color", "always")))
    assert [line.rstrip() for line in bare.splitlines()] == answered(run(*SALARY)).splitlines()


# ---- encoding ----


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("command", [COMPARE, SALARY, ("path", SALARY[1]), ("show", SALARY[1]), ("list",)])
def test_a_stream_with_few_signs_gets_every_number(run: Run, encoding: str, command: tuple[str, ...]) -> None:
    page = answered(run(*command, encoding=encoding))
    numbers = re.findall(r"\d[\d,]*\.?\d*%?", answered(run(*command)))
    assert set(numbers) <= set(re.findall(r"\d[\d,]*\.?\d*%?", page))
    assert widest(page) <= 80
    assert "?" not in page.replace("?:", "").replace("job?", "")


def test_json_is_utf8_on_an_ascii_stream(run: Run, nasty: tuple[str, ...]) -> None:
    done = run("show", "cjk", "--json", *nasty, env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert json.loads(answered(done))["rows"][0]["title"].startswith("顧客関係マネージャー")


def test_an_error_about_a_name_outside_ascii_reaches_an_ascii_stream(run: Run) -> None:
    refused(run("show", "Bäckerin-顧客", encoding="ascii"), 1, "no role is called")


def test_an_error_shows_escapes_of_a_name_instead_of_sending_them(run: Run) -> None:
    ran = run("show", "evil\x1b[31m\u202ename\r\nsecond line")
    refused(ran, 1)
    assert "\x1b" not in ran.stderr
    assert "\u202e" not in ran.stderr


def test_an_error_about_a_very_long_name_stays_short(run: Run) -> None:
    ran = run("show", "x" * 100_000)
    refused(ran, 1)
    assert len(ran.stderr) < 1000


# ---- pipes and streams ----


@pytest.mark.parametrize("command", [" ".join(COMPARE), "list --json", "show customer-relationship-manager"])
def test_a_reader_that_goes_away_ends_it_quietly(command: str) -> None:
    ran = in_shell(f"set -o pipefail; careercli {command} | head -1")
    assert (ran.stderr, ran.code) == ("", 0)
    assert len(ran.stdout.splitlines()) == 1


def test_a_reader_that_never_was_ends_it_quietly() -> None:
    ran = in_shell("set -o pipefail; (sleep 0.5; careercli show customer-relationship-manager) | true")
    assert (ran.stdout, ran.stderr, ran.code) == ("", "", 0)


def test_standard_input_is_not_needed() -> None:
    assert "1,060 jobs" in answered(in_shell("careercli list <&-"))


@pytest.mark.parametrize("option", ["", "--json"])
def test_a_closed_standard_output_is_no_bug(option: str) -> None:
    ran = in_shell(f"careercli list {option} >&-")
    assert "Traceback" not in ran.stderr
    assert "bug" not in ran.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device of Linux")
@pytest.mark.parametrize("option", ["", "--json"])
def test_a_full_disk_behind_standard_output_is_one_line_and_exit_1(option: str) -> None:
    refused(in_shell(f"careercli list {option} >/dev/full"), 1, "no space left")


def test_an_interrupt_gives_130(tmp_path: Path) -> None:
    pipe = tmp_path / "catalog.yaml"
    os.mkfifo(pipe)
    with interruptible("list", "--catalog", str(pipe)) as process, opened_by_its_reader(pipe):
        time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        stdout, stderr = process.communicate(timeout=20)
    assert (stdout, process.returncode) == ("", 130)
    assert "Traceback" not in stderr


# ---- help and version ----


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_under_both_options(run: Run, command: str) -> None:
    page = answered(run(command, "-h"))
    assert page == answered(run(command, "--help"))
    assert f"\n\n careercli {command} " in page
    assert widest(page) <= 80


def test_the_help_has_every_command(run: Run) -> None:
    page = answered(run("--help"))
    assert page == answered(run("-h")) == answered(run("help"))
    assert [command for command in COMMANDS if f"\n   {command} " not in page] == []


def test_the_version_is_one_line(run: Run) -> None:
    assert answered(run("--version")) == f"careercli {__version__}\n"


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("compere",), ("compere", "compare")),
        (("--collor", "never", "list"), ("--collor",)),
        (("",), ("no command",)),
        (("-x",), ("-x",)),
        (("--", "list", "--no-such"), ("--no-such",)),
    ],
)
def test_a_command_or_option_that_is_none_is_a_usage_error(
    run: Run, args: tuple[str, ...], words: tuple[str, ...]
) -> None:
    refused(run(*args), 2, *words)


def test_a_want_of_memory_is_one_line_and_no_bug(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def exhausted(_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("typer.main.get_command", exhausted)
    code = main()
    ran = capsys.readouterr()
    refused(Ran(ran.out, ran.err, code), 1, "not enough memory", "careercli catalog export")
