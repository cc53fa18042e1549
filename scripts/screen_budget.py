"""How many lines each first screen has, over every role of the embedded catalog, at four widths.

It prints the fewest, the median and the most lines of each command at each width, then every command line whose screen
is over the budget, and returns 1 if there is one.

    python scripts/screen_budget.py [COMMAND...]
"""

import json
import os
import random
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from statistics import median

from stopwatch import CAREERCLI

WIDTHS = (60, 80, 100, 160)
LINES = 38
"""The budget: careercli.render.first_screen.LINES."""
SEED = 13


def asked(roles: Sequence[dict[str, str]]) -> Iterator[tuple[str, ...]]:
    """Yield the command lines: each command of one role for every role, pairs and triples drawn at random."""
    draw = random.Random(SEED)
    ids = [role["id"] for role in roles]
    for role in roles:
        for command in ("show", "salary", "path", "related", "skills"):
            yield command, role["id"]
        yield "salary", role["id"], "--mine", "60000"
        yield "search", role["title"]
        other, third = draw.sample([one for one in ids if one != role["id"]], 2)
        yield "compare", role["id"], other
        yield "compare", role["id"], other, third
        yield "gap", role["id"], "--from", other
        yield "path", other, "--to", role["id"]
    for family in sorted({role["family"] for role in roles}):
        yield "list", "--family", family
    yield ("list",)
    yield "catalog", "sources"


def lines_of(words: tuple[str, ...], width: int) -> int | None:
    """Return how many lines an answer has; None where there is none, as for a route that does not exist."""
    run = subprocess.run(
        [CAREERCLI, *words], capture_output=True, text=True, check=False, env={**os.environ, "COLUMNS": str(width)}
    )
    return run.stdout.count("\n") if run.returncode == 0 else None


def main() -> int:
    """Ask everything, and say how long the answers are."""
    found = subprocess.run([CAREERCLI, "list", "--json"], capture_output=True, text=True, check=True)
    only = set(sys.argv[1:])
    lines = [words for words in asked(json.loads(found.stdout)["rows"]) if not only or words[0] in only]
    over: list[str] = []
    counts: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    jobs = [(words, width) for words in lines for width in WIDTHS]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for (words, width), count in zip(jobs, pool.map(lambda job: lines_of(*job), jobs), strict=True):
            if count is None:
                continue
            name = " ".join(word for word in words if word.startswith("--") or word == words[0])
            counts[name, width].append(count)
            if count > LINES:
                over.append(f"{count} lines at {width}: careercli {' '.join(words)}")
    print(f"{'':24}" + "".join(f"{width:>16}" for width in WIDTHS))
    for name in dict.fromkeys(name for name, _ in counts):
        cells = (counts[name, width] for width in WIDTHS)
        told = (f"{min(one)} {median(one):g} {max(one)}" if one else "" for one in cells)
        print(f"{name:24}" + "".join(f"{text:>16}" for text in told))
    print(f"{len(over)} of {len(jobs)} answers have more than {LINES} lines")
    print("\n".join(over))
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
