"""How a catalog of a thousand roles compares with the embedded one: to compile, and to ask.

The big catalog is the embedded one many times over: each copy has ids, titles and aliases of its own, and its moves,
feeders and neighbours stay within the copy. An embedded role takes 18 KB; LEAN leaves out running text that no answer
but `show` reads, so that a thousand roles take 8 MB. `--full` keeps it all.

It reports and never fails on a number.

    python scripts/scale_bench.py [--roles N] [--full] [--rounds N] [--keep FOLDER]
"""

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import yaml

from careercli.catalog.index_cache import embedded_layers
from stopwatch import CAREERCLI, race, reported_seconds

LEAN = frozenset(
    (
        "market", "inclusion", "questions", "pros", "cons", "visa", "remote", "abroad", "glossary", "progression",
        "milestones", "pay_drivers", "environment", "training", "tools", "related", "contrast", "industries",
    )
)  # fmt: skip
"""Keys of a role that are left out without --full."""
LEAN_LEVEL = frozenset(("duties", "autonomy", "impact", "focus"))
_BARE_LOAD = """
import sys, time, yaml
start = time.perf_counter()
with open(sys.argv[1], "rb") as stream:
    yaml.load(stream, Loader=yaml.CSafeLoader)
print(time.perf_counter() - start)
"""
_COMPILE = """
import gc, os, sys, tempfile, time
gc.disable()  # as careercli/__main__.py does
with tempfile.TemporaryDirectory() as cache:
    os.environ["XDG_CACHE_HOME"] = cache
    options = ("--limit", "1", "--json", "--output", os.devnull, "--no-default-catalog", "--catalog", sys.argv[1])
    sys.argv = ["careercli", "list", *options]
    start = time.perf_counter()
    from careercli.cli.app import main
    if main():
        raise SystemExit("the catalog was not compiled")
    print(time.perf_counter() - start)
"""
_ROUTES = "path --to --json"
_PAIR = ("customer-relationship-manager", "customer-relations-manager")
_QUESTIONS: dict[str, Callable[[str], tuple[str, ...]]] = {
    "compare --json": lambda suffix: ("compare", *(name + suffix for name in _PAIR), "--json"),
    "salary --json": lambda suffix: ("salary", _PAIR[0] + suffix, "--json"),
    "path --json": lambda suffix: ("path", _PAIR[0] + suffix, "--json"),
    _ROUTES: lambda suffix: (
        "path",
        f"customer-service-representative{suffix}",
        "--to",
        f"marketing-manager{suffix}",
        "--json",
    ),
    "related --json": lambda suffix: ("related", _PAIR[0] + suffix, "--json"),
    "show --json": lambda suffix: ("show", _PAIR[0] + suffix, "--json"),
    "list --json --limit 20": lambda _: ("list", "--json", "--limit", "20"),
    "search --json": lambda _: ("search", "complaint handling", "--json"),
    "search --json, misspelt": lambda _: ("search", "custmer relatoins", "--json"),
}
_AIM = 1.25
_AIM_COMPILE = 1.0


class _Dumper(yaml.CSafeDumper):
    """Writes what two copies share twice: an alias (*) would make the file smaller than what it says."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


def main() -> None:
    """Make the catalog, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--roles", type=int, default=1000, help="how many roles at least (default 1000)")
    parser.add_argument("--full", action="store_true", help="keep every section of every role")
    parser.add_argument("--rounds", type=int, default=15, help="runs of each question (default 15)")
    parser.add_argument("--keep", metavar="FOLDER", help="write the catalog there and keep it")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        catalog = os.path.join(wanted.keep or home, "big.yaml")
        write_catalog(catalog, roles=wanted.roles, full=wanted.full)
        print(f"{wanted.roles} roles at least, {os.path.getsize(catalog) / 1e6:.1f} MB\n")
        _compile_against_load(catalog, home, rounds=max(3, wanted.rounds // 3))
        _ask_both(catalog, home, rounds=wanted.rounds)


def write_catalog(path: str, *, roles: int, full: bool) -> None:
    """Write the multiplied catalog."""
    catalog: dict[str, Any] = {}
    for layer in embedded_layers():
        with open(layer, "rb") as stream:
            for key, value in yaml.load(stream, Loader=yaml.CSafeLoader).items():
                catalog[key] = {**catalog.get(key, {}), **value} if isinstance(value, dict) else value
    catalog["roles"] = dict(_copies(catalog["roles"], roles, full=full))
    style: dict[str, Any] = {"default_flow_style": None, "sort_keys": False, "allow_unicode": True, "width": 150}
    with open(path, "w", encoding="utf-8") as stream:
        yaml.dump(catalog, stream, Dumper=_Dumper, **style)


def _copies(seed: dict[str, dict[str, Any]], roles: int, *, full: bool) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield at least so many roles; the last copy is whole, so that all its moves have a target."""
    whole_copies = -(-roles // len(seed))
    for copy in range(1, whole_copies + 1):
        for role_id, role in seed.items():
            kept = {key: value for key, value in role.items() if full or key not in LEAN}
            yield f"{role_id}-{copy}", _renamed(kept, f"-{copy}", full=full)


def _renamed(role: dict[str, Any], suffix: str, *, full: bool) -> dict[str, Any]:
    words = suffix.replace("-", " ")
    renamed = {**role, "title": role["title"] + words}
    renamed["aliases"] = [alias + words for alias in role.get("aliases", ())]
    for key in ("contrast", "related"):
        if key in role:
            renamed[key] = {other + suffix: text for other, text in role[key].items()}
    renamed["moves"] = [{**move, "to": _place(move["to"], suffix)} for move in role.get("moves", ())]
    if "entry" in role:
        feeders = [
            {**feeder, "role": _place(feeder["role"], suffix)} if feeder.get("role") else feeder
            for feeder in role["entry"].get("feeders", ())
        ]
        renamed["entry"] = {**role["entry"], "feeders": feeders} if full else {"feeders": feeders}
    if not full:
        renamed["levels"] = [
            {key: value for key, value in level.items() if key not in LEAN_LEVEL} for level in role.get("levels", ())
        ]
    return renamed


def _place(place: str, suffix: str) -> str:
    role_id, at, level = place.partition("@")
    return f"{role_id}{suffix}{at}{level}"


def _compile_against_load(catalog: str, home: str, *, rounds: int) -> None:
    load: list[float] = []
    compiled: list[float] = []
    for _ in range(rounds):
        load.append(reported_seconds(_BARE_LOAD, [catalog], home=home))
        compiled.append(reported_seconds(_COMPILE, [catalog], home=home))
    print(f"bare yaml.load, C loader   {min(load):6.2f} s")
    ratio = min(compiled) / min(load)
    print(f"compile, index and all     {min(compiled):6.2f} s, {ratio:.2f} of it (aim {_AIM_COMPILE})\n")


def _ask_both(catalog: str, home: str, *, rounds: int) -> None:
    commands: dict[str, Sequence[str]] = {}
    for name, question in _QUESTIONS.items():
        commands[f"{name}, embedded"] = (CAREERCLI, *question(""))
        commands[f"{name}, big"] = (CAREERCLI, *question("-2"), "--no-default-catalog", "--catalog", catalog)
    times = race(commands, rounds=rounds, home=home)
    print(f"whole process, {rounds} rounds, interleaved, minimum in milliseconds\n")
    print(f"{'':26}{'embedded':>10}{'big':>10}{'ratio':>8}{'by processor time':>20}  (aim {_AIM})")
    for name in _QUESTIONS:
        small, big = times[f"{name}, embedded"], times[f"{name}, big"]
        ratio, processor = big.minimum / small.minimum, big.processor / small.processor
        print(f"{name:26}{small.minimum * 1000:10.1f}{big.minimum * 1000:10.1f}{ratio:8.2f}{processor:20.2f}")
    routes, compare = times[f"{_ROUTES}, big"].processor, times["compare --json, big"].processor
    print(f"\nroutes on the big catalog take {routes / compare:.2f} of compare on it, by processor time")


if __name__ == "__main__":
    main()
