"""How well the roles that careercli calls near agree with the related occupations that experts reviewed for O*NET.

An O*NET release (folder or zip, text or workbooks) is imported and compared by the very function that compiles a
catalog. For each occupation with a list, recall@10 is the share of its ten primary related occupations that stand among
the first ten found, recall@20 that of all twenty among the first twenty; the mean over these occupations is printed.
All occupations of the release compete, also those without a list or without ratings. "without" leaves one kind of
evidence out. Even and odd are halves of the occupations by their place in the order of codes. Preparation alone finds
nothing: a job zone in common makes no roles near. It takes a minute or two.

    python scripts/similarity_recall.py PATH
"""

import argparse
import math
import sys
import time
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import msgspec

from careercli.catalog.occupation_roles import roles_from_occupations
from careercli.catalog.similarity import WEIGHTS, EvidenceKind, Features, features
from careercli.catalog.similarity_space import most_similar
from careercli.errors import CareerError
from careercli.importers.files import members
from careercli.importers.onet import import_
from careercli.model import Catalog


class Lists(NamedTuple):
    """The related occupations of one occupation, as roles."""

    primary: frozenset[str]
    all_: frozenset[str]


class Recall(NamedTuple):
    """What share of the lists was found."""

    at_10: float
    at_20: float


def main() -> None:
    """Import, compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", help="the folder or the zip of an O*NET release")
    path = parser.parse_args().path
    try:
        catalog = read_release(path)
    except CareerError as problem:
        sys.exit(f"{problem}\n{problem.hint or ''}".strip())
    described, experts = features(catalog), expert_lists(catalog)
    if not experts:
        sys.exit(f"{path}: no related occupations in it: take a release that has 'Related Occupations'")
    start = time.process_time()
    whole = nearest(described, WEIGHTS)
    spent = time.process_time() - start
    print(f"{len(described):,} occupations, {len(experts):,} of them with a list\n")
    print(f"{'':22}{'weight':>8}{'recall@10':>11}{'recall@20':>11}{'without: @10':>15}{'@20':>8}")
    _print("all kinds together", None, recall(whole, experts))
    for kind, weight in WEIGHTS.items():
        if any(role.weights.get(kind) for role in described):
            rest = {other: WEIGHTS[other] for other in WEIGHTS if other != kind}
            alone, without = nearest(described, {kind: 1}), nearest(described, rest)
            _print(kind, weight, recall(alone, experts), recall(without, experts))
    _print("the same weight for all", None, recall(nearest(described, dict.fromkeys(WEIGHTS, 1)), experts))
    _print("by chance", None, by_chance(len(described)))
    print()
    for name, half in halves(experts).items():
        _print(f"{name} half", None, recall(whole, half))
    print(f"\ncomparing takes {spent:.1f} s of processor time")


def read_release(path: str) -> Catalog:
    """Return the catalog that a release becomes, with a role for each occupation."""
    catalog = import_(members([path]), lambda *_: None).catalog
    return msgspec.structs.replace(catalog, roles=roles_from_occupations(catalog).roles)


def expert_lists(catalog: Catalog) -> dict[str, Lists]:
    """Return the lists of each occupation that has them, by role, in the order of codes."""
    roles = {
        link.code: role for role, body in catalog.roles.items() for link in body.occupations if link.fit == "exact"
    }
    lists = {}
    for code, occupation in sorted(catalog.occupations.items()):
        related = occupation.profile.related if occupation.profile else ()
        primary = frozenset(roles[one.code] for one in related if one.tier != "supplemental")
        if primary:
            lists[roles[code]] = Lists(primary, frozenset(roles[one.code] for one in related))
    return lists


def halves(experts: Mapping[str, Lists]) -> dict[str, dict[str, Lists]]:
    """Return every other occupation, and the rest."""
    entries = list(experts.items())
    return {"even": dict(entries[::2]), "odd": dict(entries[1::2])}


def nearest(described: Sequence[Features], weights: Mapping[EvidenceKind, float]) -> dict[str, list[str]]:
    """Return for each role the twenty that are nearest to it by some kinds of evidence."""
    found = most_similar(described, weights=weights, keep=20)
    return {role: [near.role for near in nearby] for role, nearby in found}


def recall(found: Mapping[str, Sequence[str]], experts: Mapping[str, Lists]) -> Recall:
    """Return the mean share of the lists that was found."""
    at_10 = [_share(lists.primary, found[role][:10]) for role, lists in experts.items()]
    at_20 = [_share(lists.all_, found[role][:20]) for role, lists in experts.items()]
    return Recall(math.fsum(at_10) / len(experts), math.fsum(at_20) / len(experts))


def by_chance(roles: int) -> Recall:
    """Return what drawing ten and twenty of the other roles would find on average."""
    return Recall(10 / (roles - 1), 20 / (roles - 1))


def _share(wanted: Collection[str], found: Collection[str]) -> float:
    return sum(role in wanted for role in found) / len(wanted)


def _print(name: str, weight: float | None, found: Recall, without: Recall | None = None) -> None:
    shown = f"{name:22}{'' if weight is None else weight:>8}{found.at_10:11.3f}{found.at_20:11.3f}"
    print(shown if without is None else f"{shown}{without.at_10:15.3f}{without.at_20:8.3f}")


if __name__ == "__main__":
    main()
