"""Timing for the reports beside this file: whole processes, interleaved, so that a noisy minute falls on all alike."""

import os
import statistics
import subprocess
import sys
import sysconfig
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple

CAREERCLI = os.path.join(sysconfig.get_path("scripts"), "careercli")
"""The console script of the environment that runs the report."""


class Times(NamedTuple):
    """Seconds of the runs of one command."""

    minimum: float
    median: float
    processor: float
    """The least processor time of a run; on a busy machine the steadier figure."""


def clean_environment(home: str) -> dict[str, str]:
    """Return an environment with an empty HOME, so that no index and no setting of the user is touched or believed."""
    return {"PATH": os.environ.get("PATH", os.defpath), "HOME": home, "LANG": "C.UTF-8", "COLUMNS": "100"}


def race(commands: Mapping[str, Sequence[str]], *, rounds: int, home: str) -> dict[str, Times]:
    """Run every command once a round, in turn, and return the times of each; an unmeasured round warms up.

    Raises CalledProcessError when a command fails: the time of a failure says nothing.
    """
    environment = clean_environment(home)
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    processor: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            process = subprocess.Popen(command, env=environment, cwd=home, stdout=subprocess.DEVNULL)
            _, status, used = os.wait4(process.pid, 0)
            elapsed = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                raise subprocess.CalledProcessError(process.returncode, command)
            if turn:
                seconds[name].append(elapsed)
                processor[name].append(used.ru_utime + used.ru_stime)
    return {
        name: Times(min(values), statistics.median(values), min(processor[name])) for name, values in seconds.items()
    }


def reported_seconds(code: str, arguments: Sequence[str], *, home: str) -> float:
    """Run Python code in a process of its own and return the seconds that it prints about itself."""
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(
        command, env=clean_environment(home), cwd=home, stdout=subprocess.PIPE, check=True, encoding="utf-8"
    )
    return float(done.stdout)
