"""What an import of official files costs, and what the catalog that it makes costs afterwards.

The import is held against only reading the same files with the same libraries: python-calamine for workbooks, csv for
comma-separated text, str.split for tab-separated text. Both are whole processes in one run, in turn; the least
processor time of the rounds counts. Then questions to the full catalog are held against the same to the embedded one.

It reports and never fails on a number.

    python scripts/import_bench.py DIRECTORY [--rounds N] [--questions N]
"""

import argparse
import glob
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from typing import NamedTuple

from careercli.importers.detect import detect_kinds
from careercli.importers.files import members
from stopwatch import CAREERCLI, clean_environment, race

_BARE_READ = """
import csv, gc, io, sys, zipfile
gc.disable()  # as careercli/__main__.py does
from python_calamine import CalamineWorkbook
cells = 0
for shown in sys.stdin.read().split("\\0"):
    path, _, inside = shown.partition("!")
    if inside:
        with zipfile.ZipFile(path) as archive:
            content = archive.read(inside)
    else:
        with open(path, "rb") as stream:
            content = stream.read()
    if shown.lower().endswith((".xlsx", ".xlsm")):
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in workbook.sheet_names:
            for row in workbook.get_sheet_by_name(name).to_python(skip_empty_area=False):
                cells += len(row)
    elif shown.lower().endswith(".csv"):
        for row in csv.reader(io.StringIO(content.decode("utf-8", "replace"), newline="")):
            cells += len(row)
    else:
        for line in content.decode("utf-8", "replace").replace("\\r\\n", "\\n").split("\\n"):
            cells += len(line.split("\\t"))
print(cells)
"""
_ROLES = ("registered-nurse", "sales-manager")
"""The role that is asked for: the first of them that the embedded catalog has."""
_PLACE = "CA"
_AIM_IMPORT, _AIM_ASK, _AIM_MEMORY = 3.0, 1.25, 600


class Spent(NamedTuple):
    """What one process used."""

    processor: float
    elapsed: float
    peak: int
    """Bytes of memory at most."""


def main() -> None:
    """Import, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", help="the folder that holds the official files")
    parser.add_argument("--rounds", type=int, default=3, help="imports and bare readings (default 3)")
    parser.add_argument("--questions", type=int, default=9, help="runs of each question (default 9)")
    wanted = parser.parse_args()
    folder = os.path.abspath(wanted.directory)
    read = [member.file_label for _, found in detect_kinds(members([folder])) for member in found]
    size = sum(os.path.getsize(path) for path in {shown.partition("!")[0] for shown in read})
    print(f"{len(read)} files that an import reads, {size / 1e6:.1f} MB\n")
    with tempfile.TemporaryDirectory() as home:
        layers = _import_against_reading(folder, read, home, rounds=wanted.rounds)
        _ask_both(layers, home, rounds=wanted.questions)


def _import_against_reading(folder: str, read: Sequence[str], home: str, *, rounds: int) -> list[str]:
    """Print what both cost and return the layers that the last import wrote."""
    imports: list[Spent] = []
    bare: list[Spent] = []
    layers: list[str] = []
    listed = os.path.join(home, "files")
    with open(listed, "w", encoding="utf-8", errors="surrogateescape") as stream:
        stream.write("\0".join(read))
    for number in range(rounds):
        new = os.path.join(home, f"import-{number}")
        os.mkdir(new)
        bare.append(_spent([sys.executable, "-c", _BARE_READ], home=new, stdin=listed))
        imports.append(_spent([CAREERCLI, "catalog", "import", folder, "--no-register"], home=new))
        layers = _found(new, os.path.join("layers", "*.json"))
    reading, making = min(one.processor for one in bare), min(one.processor for one in imports)
    peak = max(one.peak for one in imports) / 1024**2
    print(f"processor time, the best of {rounds}; elapsed in brackets\n")
    print(f"only reading   {reading:6.2f} s ({min(one.elapsed for one in bare):.2f} s)")
    print(f"catalog import {making:6.2f} s ({min(one.elapsed for one in imports):.2f} s), ", end="")
    print(f"{making / reading:.2f} of it (aim {_AIM_IMPORT})")
    print(f"memory of an import at most {peak:.0f} MB (aim {_AIM_MEMORY})")
    for layer in layers:
        print(f"  {os.path.basename(layer):44}{os.path.getsize(layer) / 1e6:8.1f} MB")
    return layers


def _ask_both(layers: Sequence[str], home: str, *, rounds: int) -> None:
    full = tuple(word for layer in layers for word in ("--catalog", layer))
    role = next((role for role in _ROLES if _answers(("show", role, "--json"), home)), None)
    if role is None or not layers:
        print("\nno questions asked: the embedded catalog does not answer, or nothing was imported")
        return
    embedded_index = _index_size(home)
    first = _spent([CAREERCLI, "list", "--limit", "1", "--json", *full], home=home)
    print(f"\nindex of the embedded catalog {embedded_index / 1e6:6.1f} MB")
    print(f"index of the full catalog     {(_index_size(home) - embedded_index) / 1e6:6.1f} MB, ", end="")
    print(f"compiled by the first question in {first.processor:.2f} s, at most {first.peak / 1024**2:.0f} MB")
    here = ("--place", _PLACE) if _answers(("salary", role, "--place", _PLACE, *full), home) else ()
    questions: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
        f"show {role}": (("show", role), ("show", role)),
        "search complaint": (("search", "complaint"), ("search", "complaint")),
        f"salary {role} {' '.join(here)}": (("salary", role), ("salary", role, *here)),
    }
    commands: dict[str, Sequence[str]] = {}
    for name, (small, big) in questions.items():
        for shape in ((), ("--json",)):
            label = " ".join((name.strip(), *shape))
            commands[f"{label}, embedded"] = (CAREERCLI, *small, *shape)
            commands[f"{label}, full"] = (CAREERCLI, *big, *shape, *full)
    times = race(commands, rounds=rounds, home=home)
    print(f"\nwhole process, {rounds} rounds, interleaved, least processor time in milliseconds")
    print("(pay at a place is asked of the full catalog only; beside it stands `salary` of the embedded one)\n")
    print(f"{'':44}{'embedded':>10}{'full':>10}{'ratio':>8}  (aim {_AIM_ASK})")
    for name in dict.fromkeys(key.rpartition(", ")[0] for key in commands):
        small_time, big_time = times[f"{name}, embedded"].processor, times[f"{name}, full"].processor
        print(f"{name:44}{small_time * 1000:10.0f}{big_time * 1000:10.0f}{big_time / small_time:8.2f}")


def _answers(question: Sequence[str], home: str) -> bool:
    command = [CAREERCLI, *question]
    done = subprocess.run(command, env=clean_environment(home), cwd=home, capture_output=True, check=False)
    return done.returncode == 0


def _index_size(home: str) -> int:
    return sum(os.path.getsize(path) for path in _found(home, "*.sqlite"))


def _found(folder: str, pattern: str) -> list[str]:
    return sorted(glob.glob(os.path.join(folder, "**", pattern), recursive=True, include_hidden=True))


def _spent(command: Sequence[str], *, home: str, stdin: str = os.devnull) -> Spent:
    """Run a command, its output thrown away; raise CalledProcessError when it fails."""
    start = time.perf_counter()
    with open(stdin, "rb") as stream:
        process = subprocess.Popen(
            command,
            env=clean_environment(home),
            cwd=home,
            stdin=stream,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    unit = 1 if sys.platform == "darwin" else 1024
    return Spent(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss * unit)


if __name__ == "__main__":
    main()
