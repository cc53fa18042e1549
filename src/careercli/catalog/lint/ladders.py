"""Rules of ladders: bands of years that do not meet, levels that nothing leads to, and promotions in a circle."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from careercli.amounts import Num, format_number, format_years_band
from careercli.catalog.lint.context import Context
from careercli.catalog.lint.examples import LADDER
from careercli.catalog.lint.rules import Example, Finding, Rule, make_finding
from careercli.catalog.references import KeyPath
from careercli.ladders import Ladder
from careercli.model import Catalog, Level, RoleRef

MAX_NAMED = 6
"""Stations of a circle that a message names."""


def _years(key: str, index: int) -> KeyPath:
    return ("roles", key, "levels", index, "years")


def _overlaps(context: Context) -> Iterator[Finding]:
    for key, role in context.roles.items():
        for (index, level), formers in zip(enumerate(role.levels), Ladder(role).predecessor_indexes(), strict=True):
            # A step down the list is a circle or close to one, which is another rule's.
            same_track = [other for other in formers if other < index and role.levels[other].track == level.track]
            wrong = [other for other in same_track if _overlap(role.levels[other], level)]
            if wrong and len(wrong) == len(same_track):
                predecessor = role.levels[wrong[0]]
                message = (
                    f"'{level.id}' starts at {format_number(_start(level))} years, but '{predecessor.id}' on the same "
                    f"track is not over: {format_years_band(_start(predecessor), _end(predecessor))}"
                )
                yield make_finding(message, _years(key, index), _years(key, wrong[0]))


def _overlap(predecessor: Level, level: Level) -> bool:
    if predecessor.years is None or level.years is None:
        return False  # a ladder without years has no bands
    end = predecessor.years[1]
    return end is None or level.years[0] < end


def _start(level: Level) -> Num:
    return level.years[0] if level.years else 0


def _end(level: Level) -> Num | None:
    return level.years[1] if level.years else None


def _holes(context: Context) -> Iterator[Finding]:
    for key, role in context.roles.items():
        for (index, level), formers in zip(enumerate(role.levels), Ladder(role).predecessor_indexes(), strict=True):
            ends = [(_end(role.levels[other]), other) for other in formers]
            known = [(end, other) for end, other in ends if end is not None]
            if not known or len(known) < len(ends):
                continue
            end, last = max(known)
            if _start(level) > end:
                predecessor = role.levels[last].id
                message = (
                    f"from {format_number(end)} to {format_number(_start(level))} years there is no level: "
                    f"'{predecessor}' has ended and '{level.id}' has not started"
                )
                yield make_finding(message, _years(key, index), _years(key, last))


def _unreachable(context: Context) -> Iterator[Finding]:
    entered = _entered(context)
    for key, role in context.roles.items():
        ladder = Ladder(role)
        starts = {level.id for level in role.levels if not ladder.predecessors[level.id]}
        lowest = min((_start(ladder.levels[level_id]) for level_id in starts), default=0)
        first = [
            level.id
            for level in role.levels
            if (level.id in starts and _start(level) <= lowest) or str(RoleRef(key, level.id)) in entered
        ]
        reached = set(ladder.reach(*first))
        for index, level in enumerate(role.levels):
            if level.id in starts - reached:
                reason = f"it needs {format_number(_start(level))} years, but no level and no move leads to it"
            elif level.id not in reached:
                reason = "it follows only levels that no one can reach"
            else:
                continue
            yield make_finding(f"no one can reach '{level.id}': {reason}", ("roles", key, "levels", index))


def _entered(context: Context) -> set[str]:
    """Return the levels that a move of another role leads to, as `role@level`."""
    moves = ((key, move.to) for key, role in context.catalog.roles.items() for move in role.moves)
    return {to for key, to in moves if RoleRef.parse(to).role != key}


# ---- circles ----


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
        yield make_finding(f"these promotions lead in a circle: {words}", *positions)


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


_JUNIOR = "      - {id: junior, title: Junior Baker, track: ic, years: [0, 2], source: survey}\n"
_SENIOR = "      - {id: senior, title: Senior Baker, track: ic, years: "

RULES = (
    Rule(
        "bands-overlap",
        "warning",
        "A level starts before the one below it on the same track is over.",
        "A band does not include its upper end: [2, 5] is from two years to under five. Where two levels of one track "
        "overlap, you would be on both at once. A step into another track may start early. Where several levels lead "
        "to one, it is enough that one of them ends where it starts.",
        "End the band where the next one starts, even if people may stay on that level forever.",
        Example(f"{LADDER}{_JUNIOR}{_SENIOR}[1, null], source: survey}}\n", "[1, null]", "[2, null]"),
        _overlaps,
    ),
    Rule(
        "bands-hole",
        "warning",
        "There are years without a level between two levels.",
        "One level has ended and the next has not started, so people are on no level for some years.",
        "End the band where the next one starts, or add the missing level.",
        Example(f"{LADDER}{_JUNIOR}{_SENIOR}[4, null], source: survey}}\n", "[4, null]", "[2, null]"),
        _holes,
    ),
    Rule(
        "level-unreachable",
        "error",
        "No one can reach a level.",
        "It needs years of experience, but no level and no move from another role leads to it, or it follows only such "
        "levels. Paths stop below it and do not say so.",
        "Name the levels that lead to it in `after`, or leave out `after` if the level listed before it does. If "
        "people come from another role, add a move to that role.",
        Example(f"{LADDER}{_JUNIOR}{_SENIOR}[2, null], source: survey, after: []}}\n", ", after: []", ""),
        _unreachable,
    ),
    Rule(
        "ladder-cycle",
        "error",
        "Promotions lead in a circle.",
        "Each step should lead up, but these lead back to their start. Levels of a ladder and moves of the kind "
        "`promotion` are checked together. In a circle, no one can say which way is up.",
        "Take out the step that leads down. Between roles, make it a move of the kind `lateral` or `pivot`.",
        Example(
            f"{LADDER}      - {{id: helper, title: Helper, track: ic, years: [0, 1], source: survey, after: []}}\n"
            "      - {id: junior, title: Junior, track: ic, years: [1, 2], source: survey, after: [helper, senior]}\n"
            "      - {id: senior, title: Senior, track: ic, years: [2, null], source: survey}\n",
            "[helper, senior]", "[helper]",
        ),
        _cycles,
    ),
)  # fmt: skip
