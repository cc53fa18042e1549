"""Runs of the command line that a plain pipe cannot stand for: a terminal, a pipe that closes, redirections."""

import os
import shlex
import struct
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.conftest import Ran
from tests.program import run_program

CAREERCLI = f"{shlex.quote(sys.executable)} -m careercli"


def in_shell(script: str, *, cwd: Path | None = None, env: Mapping[str, str | None] | None = None) -> Ran:
    """Run a bash script in which `careercli` is the program."""
    variables = {**os.environ, **(env or {})}
    done = subprocess.run(
        ["bash", "-c", f'careercli() {{ {CAREERCLI} "$@"; }}\n{script}'],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env={name: value for name, value in variables.items() if value is not None},
        cwd=cwd,
        timeout=60,
        check=False,
    )
    return Ran(done.stdout.decode(), done.stderr.decode(), done.returncode)


def on_terminal(*args: str, columns: int = 80, lines: int = 24, env: Mapping[str, str | None] | None = None) -> Ran:
    """Run `careercli ARGS` with its standard output on a terminal of that size, without COLUMNS and a pager."""
    import fcntl
    import pty
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    variables = {**os.environ, "COLUMNS": None, "CAREERCLI_PAGER": "cat", **(env or {})}
    set_variables = {name: value for name, value in variables.items() if value is not None}
    ended = run_program(args, env=set_variables, terminal=(master, slave))
    return Ran(ended.stdout.decode().replace("\r\n", "\n"), ended.stderr.decode(), ended.code)
