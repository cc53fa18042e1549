"""A copy of the program, in which most tests run a command, does what a start of Python does."""

import os
import pty
from pathlib import Path

import pytest

from tests.conftest import SMALL
from tests.program import run_program

SAMPLE = ("--no-default-catalog", "--catalog", str(SMALL))
RUNS: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "nothing": ((), {}),
    "a help": (("compare", "--help"), {}),
    "a page": (("show", "baker", "--full", *SAMPLE), {"COLUMNS": "60"}),
    "colors": (("show", "baker", *SAMPLE), {"FORCE_COLOR": "1"}),
    "data": (("compare", "baker", "pastry-chef", "--json", *SAMPLE), {}),
    "a name that is not there": (("show", "bakkker", *SAMPLE), {}),
    "a wrong option": (("list", "--sorted", *SAMPLE), {}),
    "no catalog": (("list", "--no-default-catalog", "--catalog", "gone.yaml"), {}),
    "standard input": (("gap", "baker", "--resume", "-", *SAMPLE), {}),
    "the long way out": (("list", *SAMPLE), {"CAREERCLI_DEBUG": "1"}),
    "a completion": (
        (),
        {
            "_CAREERCLI_COMPLETE": "complete_bash",
            "_TYPER_COMPLETE_ARGS": "careercli com",
            "COMP_WORDS": "careercli com",
            "COMP_CWORD": "1",
        },
    ),
}


@pytest.mark.parametrize(("args", "settings"), RUNS.values(), ids=RUNS)
def test_a_copy_writes_and_returns_what_a_start_does(
    args: tuple[str, ...], settings: dict[str, str], tmp_path: Path
) -> None:
    env = {**os.environ, **settings}
    started, copy = (
        run_program(args, env=env, cwd=tmp_path, stdin=b'{"skills": [{"name": "Baking"}]}', copied=copied)
        for copied in (False, True)
    )
    assert copy == started
    assert started.stdout or started.stderr


def test_a_copy_knows_a_terminal() -> None:
    started, copy = (
        run_program(("show", "baker", *SAMPLE), env={**os.environ, "PAGER": "cat"}, terminal=pty.openpty(), copied=one)
        for one in (False, True)
    )
    assert copy == started
    assert b"\x1b[" in started.stdout


@pytest.mark.parametrize("copied", [False, True])
def test_what_takes_too_long_is_ended(copied: bool, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(Exception, match="timed out"):
        run_program(("catalog", "lint", str(tmp_path / "pipe.yaml")), env=os.environ, timeout=0.5, copied=copied)
    assert run_program(("--version",), env=os.environ, copied=copied).code == 0
