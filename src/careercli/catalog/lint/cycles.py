"""The rule of circles: promotions, on ladders and between roles, that lead back to where they began."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from careercli.catalog.lint.context import Context
from careercli.catalog.lint.examples import LADDER
from careercli.catalog.lint.rules import Example, Finding, Rule, make_finding
from careercli.catalog.references import KeyPath
from careercli.ladders import Ladder
from careercli.model import Catalog, RoleRef

MAX_NAMED = 6
"""Stations of a circle that a message names."""


class _Edge(NamedTuple):
    """A way up, and where it is declared; None for what follows from the others."""

    to: str
    steps: KeyPath | None
    goes_back: bool = False
    """Whether it leads to a level that is listed above the one that it comes from."""


def _graph(catalog: Catalog) -> dict[str, list[_Edge]]:
    """Return every way up: nodes are `role@level`, `role` where one comes in, and `role@` where one leaves from."""
    edges: dict[str, list[_Edge]] = defaultdict(list)
    for key, role in catalog.roles.items():
        formers = Ladder(role).predecessor_indexes()
        for index, level in enumerate(role.levels):
            here = str(RoleRef(key, level.id))
            edges[here].append(_Edge(f"{key}@", None))
            if not formers[index]:
                edges[key].append(_Edge(here, None))
            for predecessor in formers[index]:
                name = role.levels[predecessor].id
                steps: KeyPath = ("roles", key, "levels", index)
                declared = (*steps, "after", level.after.index(name)) if level.after is not None else steps
                edges[str(RoleRef(key, name))].append(_Edge(here, declared, predecessor >= index))
        if not role.levels:
            edges[key].append(_Edge(f"{key}@", None))
        for index, move in enumerate(role.moves):
            if move.kind == "promotion":
                edges[f"{key}@{move.at or ''}"].append(_Edge(move.to, ("roles", key, "moves", index)))
    return edges


def _cycles(context: Context) -> Iterator[Finding]:
    edges = _graph(context.catalog)
    for members in _cycle_components(edges):
        circle = _shortest_cycle(members, edges)
        # The step that leads down the list is wrong more often than the others, then what was written as a move.
        suspects = sorted(
            circle, key=lambda edge: (not edge.goes_back, edge.steps is None or "moves" not in edge.steps)
        )
        positions = [edge.steps for edge in suspects if edge.steps is not None]
        names = [edge.to for edge in circle if edge.steps is not None]
        words = " -> ".join([names[-1], *names[:MAX_NAMED]]) + (" -> ..." if len(names) > MAX_NAMED else "")
        yield make_finding(f"promotions lead back to where they began: {words}", *positions)


def _cycle_components(edges: dict[str, list[_Edge]]) -> Iterator[set[str]]:
    """Yield the nodes of each circle: strongly connected components (Tarjan), without recursion."""
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    for root in list(edges):
        if root in number:
            continue
        work: list[tuple[str, Iterator[_Edge]]] = [(root, iter(edges[root]))]
        number[root] = lowest[root] = len(number)
        stack.append(root)
        on_stack.add(root)
        while work:
            node, ways = work[-1]
            edge = next(ways, None)
            if edge is not None:
                if edge.to not in number:
                    number[edge.to] = lowest[edge.to] = len(number)
                    stack.append(edge.to)
                    on_stack.add(edge.to)
                    work.append((edge.to, iter(edges.get(edge.to, ()))))
                elif edge.to in on_stack:
                    lowest[node] = min(lowest[node], number[edge.to])
                continue
            work.pop()
            if work:
                lowest[work[-1][0]] = min(lowest[work[-1][0]], lowest[node])
            if lowest[node] == number[node]:
                members = set()
                while node not in members:
                    members.add(stack.pop())
                on_stack -= members
                if len(members) > 1 or any(edge.to == node for edge in edges.get(node, ())):
                    yield members


def _shortest_cycle(members: set[str], edges: dict[str, list[_Edge]]) -> list[_Edge]:
    """Return the edges of one shortest way from a member back to itself."""
    start = min(members)
    came: dict[str, tuple[str, _Edge]] = {}
    queue = [start]
    while start not in came:
        following = []
        for node in queue:
            for edge in edges[node]:
                if edge.to in members and edge.to not in came:
                    came[edge.to] = (node, edge)
                    following.append(edge.to)
        queue = following
    circle: list[_Edge] = []
    node = start
    while not circle or node != start:
        node, edge = came[node]
        circle.append(edge)
    return circle[::-1]


RULES = (
    Rule(
        "ladder-cycle",
        "error",
        "Promotions lead in a circle.",
        "Each step claims to lead up, and after some of them one stands where one began; the levels of a ladder "
        "and the moves of the kind `promotion` between roles are looked at together. Every question for a way up "
        "is then without an answer.",
        "Take out the step that leads down; between roles it is a move of the kind `lateral` or `pivot`.",
        Example(
            f"{LADDER}      - {{id: helper, title: Helper, track: ic, years: [0, 1], source: survey, after: []}}\n"
            "      - {id: junior, title: Junior, track: ic, years: [1, 2], source: survey, after: [helper, senior]}\n"
            "      - {id: senior, title: Senior, track: ic, years: [2, null], source: survey}\n",
            "[helper, senior]", "[helper]",
        ),
        _cycles,
    ),
)  # fmt: skip
