"""A process that has imported the program, and becomes `careercli ARGS` in a copy of itself as often as it is asked.

A copy has streams, an environment, a working directory and an exit code of its own, as any process. It only skips the
start of Python and the imports, which are most of the time of a short command. What a start imports is a promise of
tests/test_imports.py, which starts Python each time.

A request is a byte with the three standard streams, then a line of JSON. The answers are the number of the process, and
its exit code when it has ended.
"""

import contextlib
import gc
import importlib
import json
import os
import pkgutil
import runpy
import socket
import sys
from typing import Any

LATE = (
    "hashlib", "platformdirs", "python_calamine", "rapidfuzz.distance.DamerauLevenshtein", "rich.table", "rich.tree",
    "shutil", "subprocess", "tempfile", "typer", "typer._completion_shared", "urllib.parse", "yaml", "zipfile",
)  # fmt: skip
"""What commands import when they need it."""


def wait_for_work(client: socket.socket) -> bool:
    """Serve until the client is gone, and return False; in a copy, return True at once, ready to be the program."""
    with client, client.makefile("rb") as requests:
        while True:
            _, streams, _, _ = socket.recv_fds(client, 1, 3)
            if not streams:
                return False
            request = json.loads(requests.readline())
            process = os.fork()
            if process == 0:
                break
            for stream in streams:
                os.close(stream)
            client.sendall(b"%d\n" % process)
            _, status = os.waitpid(process, 0)
            client.sendall(b"%d\n" % os.waitstatus_to_exitcode(status))
    _become(streams, request)
    return True


def _become(streams: list[int], request: Any) -> None:
    """Take over what Python and the system give a process when it starts."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(request["cwd"])
    os.environ.clear()
    os.environ.update(request["env"])
    sys.argv = ["careercli", *request["args"]]
    sys.stdin = os.fdopen(0, encoding="utf-8", errors="surrogateescape")
    sys.stdout = os.fdopen(1, "w", 1 if os.isatty(1) else -1, "utf-8", "surrogateescape")
    sys.stderr = os.fdopen(2, "w", 1, "utf-8", "backslashreplace")


if __name__ == "__main__":
    import careercli

    for module in pkgutil.walk_packages(careercli.__path__, "careercli."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for name in LATE:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    gc.collect()
    gc.freeze()
    if wait_for_work(socket.socket(fileno=int(sys.argv[1]))):
        runpy.run_module("careercli", run_name="__main__", alter_sys=True)
