"""How long a whole command takes from the shell and back, against programs that do nothing.

It reports and never fails on a number: what must not be imported is a test (tests/test_imports.py), not a clock.

    python scripts/cold_start.py [ROUNDS]
"""

import os
import sys
import tempfile

from stopwatch import CAREERCLI, Times, race

ROUNDS = 25
_PAIR = ("customer-relationship-manager", "customer-relations-manager")
_NOOP = """
import typer

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def noop() -> None:
    {body}


app()
"""
_ONE_TABLE = """from rich.console import Console
    from rich.table import Table

    table = Table("", "Customer Relationship Manager", "Customer Relations Manager")
    for number in range(30):
        table.add_row(f"Row number {number}", f"${number + 78814:,}", "High school or equivalent")
    Console().print(table)"""
_AIMS = (
    ("compare --json", "no-op", 1.25),
    ("compare, a table", "no-op and one Rich table", 1.15),
    ("--help", "no-op", 1.1),
)
"""What is held against what, and the ratio aimed at."""


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as home:
        commands = {
            "bare Python": (sys.executable, "-c", "pass"),
            "no-op": (sys.executable, _script(home, "noop", "pass")),
            "--help": (CAREERCLI, "--help"),
            "compare --json": (CAREERCLI, "compare", *_PAIR, "--json"),
            "no-op and one Rich table": (sys.executable, _script(home, "noop_table", _ONE_TABLE)),
            "compare, a table": (CAREERCLI, "compare", *_PAIR),
        }
        times = race(commands, rounds=rounds, home=home)
    _print(times, rounds)


def _script(folder: str, name: str, body: str) -> str:
    """Write a program that does nothing but `body`; as with a console script, its module is compiled only once."""
    with open(os.path.join(folder, f"{name}_app.py"), "w", encoding="utf-8") as stream:
        stream.write(_NOOP.format(body=body))
    path = os.path.join(folder, f"{name}.py")
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(f"import {name}_app\n")
    return path


def _print(times: dict[str, Times], rounds: int) -> None:
    print(f"whole process, {rounds} rounds, interleaved, milliseconds\n")
    print(f"{'':26}{'minimum':>9}{'median':>9}{'processor':>11}")
    for name, (minimum, median, processor) in times.items():
        print(f"{name:26}{minimum * 1000:9.1f}{median * 1000:9.1f}{processor * 1000:11.1f}")
    print()
    for name, base, aim in _AIMS:
        ratio = times[name].minimum / times[base].minimum
        processor = times[name].processor / times[base].processor
        print(f"{name} / {base}: {ratio:.2f}, by processor time {processor:.2f} (aim {aim})")


if __name__ == "__main__":
    main()
