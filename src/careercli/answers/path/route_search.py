"""Find the cheapest routes between two positions in the transition graph, under constraints.

Cost is in years of effort: WEIGHTS says what each part costs, DEFAULT_MISSING_SHARE and DEFAULT_PROMOTION_YEARS what an
unknown part costs. The weights are our judgment: skills to learn weigh most, then education and preparation, then lost
pay. The number of steps costs nothing. The search is A* with an admissible lower bound, so the first route found is the
cheapest. Where years or steps are limited, a more expensive but shorter path is kept as well, so that a wider limit
never gives a worse answer.
"""

import heapq
import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from careercli.answers.path.limits import education_verdict, pay_verdict
from careercli.answers.path.step_rules import arrival_level, is_open, preparation_increase
from careercli.answers.path.transition_graph import CostPart, Position, Route, RoutePreference, RouteQuery, RouteStep
from careercli.catalog.records import TransitionKind

WEIGHTS: dict[RoutePreference, dict[CostPart, float]] = {
    "balance": {"time": 1, "skills": 6, "zone": 1.5, "education": 1.5, "pay": 4, "change": 1},
    "fast": {"time": 3, "skills": 6, "zone": 1.5, "education": 1.5, "pay": 2, "change": 1},
    "pay": {"time": 1, "skills": 4, "zone": 1, "education": 1, "pay": 16, "change": 1},
    "easy": {"time": 0.5, "skills": 12, "zone": 3, "education": 3, "pay": 2, "change": 1},
}
"""Years of effort for: a year of work; learning all that is asked; a job zone up; a class of education up; giving up
all of one's pay; a change at all (times CHANGE)."""
CHANGE_COST: dict[TransitionKind, float] = {
    "promotion": 0.25, "lateral": 1, "feeder": 1.5, "pivot": 2, "official": 3, "inferred": 4,
}  # fmt: skip
"""What a change counts by its evidence: the weaker it is, the more."""
ZONE_RISE_PENALTY = 4.0
"""Added where a change goes up two job zones or more."""
DEFAULT_MISSING_SHARE = 0.6
"""The share to be learnt where a side has no skills."""
DEFAULT_PROMOTION_YEARS = 2.0
"""The years that a promotion counts where the ladder does not say."""
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
                self._steps_of[label.spot] = list(self._steps(label.spot))
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

    def _steps(self, position: Position) -> Iterator[RouteStep]:
        """Yield the steps from a spot: up its ladder, then along its roads."""
        node = self._map.nodes[position.node]
        here = self._map.level_at(position)
        for index, level in enumerate(node.levels):
            if position.level in level.predecessors and here is not None:
                years = (
                    None
                    if level.min_years is None or here.min_years is None
                    else max(level.min_years - here.min_years, 0.0)
                )
                end = Position(position.node, index)
                cut = self._map.pay_cut(position, end)
                costs = self._costs("promotion", years, 0.0, (0.0, 0.0), cut or 0.0)
                yield RouteStep(position, end, "promotion", True, years, None, cut, costs, sum(costs.values()))
        for transition in node.transitions:
            if is_open(transition, node, here):
                end = Position(transition.to, arrival_level(self._map.nodes[transition.to], transition, here))
                declared = transition.kind in ("promotion", "lateral", "pivot", "feeder")
                climb = preparation_increase(node, self._map.nodes[transition.to])
                missing = DEFAULT_MISSING_SHARE if transition.missing_share is None else transition.missing_share
                cut = self._map.pay_cut(position, end)
                costs = self._costs(transition.kind, 0.0, missing, climb, cut or 0.0)
                total = sum(costs.values())
                yield RouteStep(
                    position, end, transition.kind, declared, 0.0, transition.missing_share, cut, costs, total
                )

    def _costs(
        self, kind: TransitionKind, years: float | None, missing: float, climb: tuple[float, float], drop: float
    ) -> dict[CostPart, float]:
        weights, (zone, education) = self._weights, climb
        return {
            "time": weights["time"] * (DEFAULT_PROMOTION_YEARS if years is None else years),
            "skills": weights["skills"] * missing,
            "zone": weights["zone"] * zone + (ZONE_RISE_PENALTY if zone >= 2 else 0.0),
            "education": weights["education"] * education,
            "pay": weights["pay"] * drop,
            "change": weights["change"] * CHANGE_COST[kind],
        }

    def _lower_bounds(self) -> dict[int, float]:
        """Return a lower bound of the remaining cost from each node to the goal, which keeps A* admissible.

        It is found by Dijkstra backward over the transitions; 0 where --via is set.
        """
        into: dict[int, list[tuple[int, float]]] = {}
        weights, nodes = self._weights, self._map.nodes
        change = {kind: weights["change"] * counts for kind, counts in CHANGE_COST.items()}
        for index, node in enumerate(nodes):
            for transition in node.transitions:
                cost = change[transition.kind] + weights["skills"] * (
                    DEFAULT_MISSING_SHARE if transition.missing_share is None else transition.missing_share
                )
                zone, education = preparation_increase(node, nodes[transition.to])
                if zone or education:
                    cost += (
                        weights["zone"] * zone
                        + weights["education"] * education
                        + (ZONE_RISE_PENALTY if zone >= 2 else 0.0)
                    )
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
