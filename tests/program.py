"""`careercli ARGS` as a process of its own: a copy of one that has imported the program, or started from nothing.

A copy skips a tenth of a second of imports that are the same for two thousand runs; see fork_server.py.
"""

import contextlib
import functools
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple, Protocol

UTF8 = {"LANG": "C.UTF-8", "PYTHONUTF8": "1"}
"""The encoding of a process that can be copied; Python reads these variables only at its start."""
_ENCODING = (*UTF8, "LC_ALL", "LC_CTYPE", "PYTHONIOENCODING")
_SERVER = Path(__file__).with_name("fork_server.py")


class Ended(NamedTuple):
    """What a process left behind."""

    stdout: bytes
    stderr: bytes
    code: int
    """The exit code, or minus the number of the signal that ended it."""


class _Process(Protocol):
    def kill(self) -> None: ...

    def wait(self, timeout: float | None = None) -> int: ...


def run_program(
    args: Sequence[str],
    *,
    env: Mapping[str, str],
    cwd: Path | None = None,
    stdin: bytes = b"",
    terminal: tuple[int, int] | None = None,
    timeout: float = 60,
    copied: bool = True,
) -> Ended:
    """Run `careercli ARGS`, its streams pipes, or its standard output the `terminal` of these two ends.

    A copy is as good as a start in the encoding of the copied process; in any other Python is started, and so without
    `copied`. Raises TimeoutExpired or TimeoutError after `timeout` seconds.
    """
    is_copy = copied and hasattr(os, "fork") and {name: env[name] for name in _ENCODING if name in env} == UTF8
    stdin_out, stdin_in = os.pipe()
    stdout_out, stdout_in = terminal or os.pipe()
    stderr_out, stderr_in = os.pipe()
    with ThreadPoolExecutor(3) as threads:
        theirs = (stdin_out, stdout_in, stderr_in)
        try:
            process = (_Copy if is_copy else _started)(args, env, cwd or Path.cwd(), theirs)
        finally:
            for stream in theirs:
                os.close(stream)
        threads.submit(_feed, stdin_in, stdin)
        stdout, stderr = (threads.submit(_drain, stream) for stream in (stdout_out, stderr_out))
        try:
            code = process.wait(timeout)
        except BaseException:
            process.kill()
            process.wait()
            raise
    return Ended(stdout.result(), stderr.result(), code)


def _started(args: Sequence[str], env: Mapping[str, str], cwd: Path, streams: tuple[int, int, int]) -> _Process:
    stdin, stdout, stderr = streams
    command = [sys.executable, "-m", "careercli", *args]
    return subprocess.Popen(command, stdin=stdin, stdout=stdout, stderr=stderr, env=env, cwd=cwd)


class _Copy:
    """A copy of the process that has imported the program, which answers for its copies one after another."""

    def __init__(self, args: Sequence[str], env: Mapping[str, str], cwd: Path, streams: tuple[int, int, int]) -> None:
        self._server, _ = _server()
        socket.send_fds(self._server, [b"\0"], [*streams])
        request = {"args": args, "env": dict(env), "cwd": str(cwd)}
        self._server.sendall(json.dumps(request).encode() + b"\n")
        self._pid = self._number()

    def kill(self) -> None:
        os.kill(self._pid, signal.SIGKILL)

    def wait(self, timeout: float | None = None) -> int:
        self._server.settimeout(timeout)
        try:
            return self._number()
        finally:
            self._server.settimeout(None)

    def _number(self) -> int:
        digits = b""
        while not digits.endswith(b"\n"):
            piece = self._server.recv(1)
            assert piece, "the process that is copied has ended"
            digits += piece
        return int(digits)


@functools.cache
def _server() -> tuple[socket.socket, subprocess.Popen[bytes]]:
    """Start the process that is copied; it ends when this one does."""
    ours, theirs = socket.socketpair()
    with theirs:
        command = [sys.executable, "-P", str(_SERVER), str(theirs.fileno())]
        return ours, subprocess.Popen(command, pass_fds=[theirs.fileno()], env={**os.environ, **UTF8})


def _feed(stream: int, content: bytes) -> None:
    with open(stream, "wb", buffering=0) as pipe:
        pipe.write(content)


def _drain(stream: int) -> bytes:
    content = bytearray()
    with contextlib.suppress(OSError), open(stream, "rb", buffering=0) as pipe:  # a closed terminal is an error
        while piece := pipe.read(65536):
            content += piece
    return bytes(content)
