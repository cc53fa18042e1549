"""Find the cheapest routes between two positions in the transition graph, under constraints.

The search is A* with an admissible lower bound, so the first route found is the cheapest; step_costs.py says what each
step costs. Where years or steps are limited, a more expensive but shorter path is kept as well, so that a wider limit
never gives a worse answer.
"""

import heapq
import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from careercli.answers.path_to.limits import education_verdict, pay_verdict
from careercli.answers.path_to.step_costs import WEIGHTS, least_cost, steps_from
from careercli.answers.path_to.transition_graph import Position, Route, RouteQuery, RouteStep

MAX_SEARCHES = 8
"""Searches for other routes, once one is found."""
MAX_OVERLAP = 0.5
"""Two routes that share more than this of the roles on their ways are one."""
MAX_COST_RATIO = 2.0
"""A route that counts more than so many times the best one is no advice."""


def best_routes(question: RouteQuery, max_routes: int) -> list[Route]:
    """Return up to `max_routes` routes, cheapest first. Each must differ enough from the earlier ones."""
    search = _Search(question)
    first = search.best(frozenset(), math.inf)
    if first is None:
        return []
    order = count()
    queue = [(first.cost, next(order), first, frozenset[_Exclusion]())]
    tried: set[frozenset[_Exclusion]] = {frozenset()}
    found: list[Route] = []
    while queue and len(found) < max_routes:
        _, _, route, barred = heapq.heappop(queue)
        if all(_is_distinct(route, other) for other in found):
            found.append(route)
        for bar in _exclusions(route):
            more = barred | {bar}
            if more in tried or len(tried) > MAX_SEARCHES:
                continue
            tried.add(more)
            other = search.best(more, MAX_COST_RATIO * first.cost)
            if other is not None:
                heapq.heappush(queue, (other.cost, next(order), other, more))
    return found


_Exclusion = tuple[int, int | None]
"""A junction that may not be on the way, or the road between two."""


def _exclusions(route: Route) -> Iterator[_Exclusion]:
    """Yield what to exclude to find a different route: each intermediate role, else the transition itself."""
    between = _intermediate_nodes(route)
    yield from ((node, None) for node in sorted(between))
    if not between:
        ends = [(step.start.node, step.end.node) for step in route.steps]
        yield from (ends_ for ends_ in ends if ends_[0] != ends_[1])


def _intermediate_nodes(route: Route) -> frozenset[int]:
    ends = {route.steps[0].start.node, route.steps[-1].end.node}
    return frozenset(step.end.node for step in route.steps) - ends


def _is_distinct(route: Route, other: Route) -> bool:
    one, two = _intermediate_nodes(route), _intermediate_nodes(other)
    if not one or not two:
        return one != two
    return len(one & two) / len(one | two) <= MAX_OVERLAP


class _Label(NamedTuple):
    """A partial path; `via_passed` says whether it has passed the --via role."""

    spot: Position
    via_passed: bool
    years: float
    steps: int
    cost: float
    last: RouteStep | None
    parent: "_Label | None"


class _Search:
    """One question asked of the map, with different ways barred."""

    def __init__(self, question: RouteQuery) -> None:
        self._map, self._start, self._goal, self._limits, prefer = question
        self._target = self._goal if isinstance(self._goal, int) else self._goal.node
        self._weights = WEIGHTS[prefer]
        self._via = self._map.node_index[self._limits.via] if self._limits.via else None
        self._left = self._lower_bounds()
        self._steps_of: dict[Position, list[RouteStep]] = {}

    def best(self, excluded: frozenset[_Exclusion], most: float) -> Route | None:
        """Return the cheapest route that keeps to the limits and counts at most so much, or None."""
        order = count()
        first = _Label(self._start, self._via in (None, self._start.node), 0.0, 0, 0.0, None, None)
        heap = [(self._left.get(self._start.node, 0.0), next(order), first)]
        settled: dict[tuple[Position, bool], list[tuple[float, int]]] = {}
        free = self._limits.max_years is None and self._limits.max_steps is None
        while heap:
            least, _, label = heapq.heappop(heap)
            if least > most:
                return None
            if self._is_goal(label):
                return _route(label)
            spent = (
                label.years if self._limits.max_years is not None else 0.0,
                label.steps if self._limits.max_steps is not None else 0,
            )
            known = settled.setdefault((label.spot, label.via_passed), [])
            if any(years <= spent[0] and steps <= spent[1] for years, steps in known):
                continue
            known.append(spent)
            if label.spot not in self._steps_of:
                self._steps_of[label.spot] = list(steps_from(self._map, self._weights, label.spot))
            for step in self._steps_of[label.spot]:
                if free and (step.end, label.via_passed or step.end.node == self._via) in settled:
                    continue
                if self._is_allowed(step, label, excluded):
                    further = self._extend(label, step)
                    left = self._left.get(step.end.node)
                    if left is not None:
                        heapq.heappush(heap, (further.cost + left, next(order), further))
        return None

    def _is_goal(self, label: _Label) -> bool:
        if not label.via_passed or label.last is None:
            return False
        return label.spot.node == self._goal if isinstance(self._goal, int) else label.spot == self._goal

    def _extend(self, label: _Label, step: RouteStep) -> _Label:
        return _Label(
            step.end,
            label.via_passed or step.end.node == self._via,
            label.years + (step.years or 0.0),
            label.steps + 1,
            label.cost + step.total,
            step,
            label,
        )

    def _is_allowed(self, step: RouteStep, label: _Label, barred: frozenset[_Exclusion]) -> bool:
        """Say whether the limits let one take the step."""
        limits, end = self._limits, step.end.node
        node = self._map.nodes[end]
        if end != step.start.node:
            if (end, None) in barred or (step.start.node, end) in barred or node.role in limits.avoid:
                return False
            if not education_verdict(node, limits):
                return False
        if limits.max_steps is not None and label.steps >= limits.max_steps:
            return False
        if limits.max_years is not None and (step.years is None or label.years + step.years > limits.max_years):
            return False  # years that nobody knows keep to no limit
        return bool(pay_verdict(self._map, step.end, limits))

    def _lower_bounds(self) -> dict[int, float]:
        """Return a lower bound of the remaining cost from each node to the goal, which keeps A* admissible.

        It is found by Dijkstra backward over the transitions; 0 where --via is set.
        """
        into: dict[int, list[tuple[int, float]]] = {}
        for index, node in enumerate(self._map.nodes):
            for transition in node.transitions:
                cost = least_cost(self._map, self._weights, node, transition)
                into.setdefault(transition.to, []).append((index, cost))
        left = _shortest_costs(into, self._target)
        if self._via is None:
            return left
        return dict.fromkeys({*left, *_shortest_costs(into, self._via)}, 0.0)  # by way of another role it may be any


def _shortest_costs(into: Mapping[int, Sequence[tuple[int, float]]], goal: int) -> dict[int, float]:
    left: dict[int, float] = {}
    heap = [(0.0, goal)]
    while heap:
        cost, index = heapq.heappop(heap)
        if index not in left:
            left[index] = cost
            for other, more in into.get(index, ()):
                if other not in left:
                    heapq.heappush(heap, (cost + more, other))
    return left


def _route(label: _Label) -> Route:
    steps: list[RouteStep] = []
    at: _Label | None = label
    while at is not None and at.last is not None:
        steps.append(at.last)
        at = at.parent
    return Route(tuple(reversed(steps)), round(label.cost, 6))
