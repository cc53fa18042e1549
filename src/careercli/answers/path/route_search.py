"""The cheapest ways from one place to another on the graph of roads, under constraints.

Cost is counted in years of effort; WEIGHTS says what each part counts and DEFAULTS what an unknown one does. They are
the judgement of the editors, in the order that studies of transitions find: what one would have to learn weighs most,
then schooling and preparation, then pay that is given up. Hops are never counted. The search is A* with what is left at
least as its guide, so that the first route found is the cheapest; where years or steps are limited, a dearer way that
is shorter is kept too, so that a wider limit never makes the answer worse.
"""

import heapq
import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Literal, NamedTuple

from careercli.catalog.transition_graph import Junction, Road, RoadKind, Rung

Prefer = Literal["balance", "fast", "pay", "easy"]
Part = Literal["time", "skills", "zone", "education", "pay", "change"]
WEIGHTS: dict[Prefer, dict[Part, float]] = {
    "balance": {"time": 1, "skills": 6, "zone": 1.5, "education": 1.5, "pay": 4, "change": 1},
    "fast": {"time": 3, "skills": 6, "zone": 1.5, "education": 1.5, "pay": 2, "change": 1},
    "pay": {"time": 1, "skills": 4, "zone": 1, "education": 1, "pay": 16, "change": 1},
    "easy": {"time": 0.5, "skills": 12, "zone": 3, "education": 3, "pay": 2, "change": 1},
}
"""Years of effort for: a year of work; learning all that is asked; a job zone up; a class of education up; giving up
all of one's pay; a change at all (times CHANGE)."""
CHANGE: dict[RoadKind, float] = {
    "promotion": 0.25, "lateral": 1, "feeder": 1.5, "pivot": 2, "official": 3, "inferred": 4,
}  # fmt: skip
"""What a change counts by its evidence: the weaker it is, the more."""
FAR = 4.0
"""Added where a change goes up two job zones or more."""
UNKNOWN_SHARE = 0.6
"""The share to be learnt where a side has no skills."""
UNKNOWN_YEARS = 2.0
"""The years that a promotion counts where the ladder does not say."""
DEGREE = 4
"""Position of the first class of education that is a degree."""
SEARCHES = 8
"""Searches for other routes, once one is found."""
TOO_ALIKE = 0.5
"""Two routes that share more than this of the roles on their ways are one."""
DEARER = 2.0
"""A route that counts more than so many times the best one is no advice."""


class Limits(NamedTuple):
    """What a route must keep to."""

    max_years: float | None = None
    min_pay: float | None = None
    no_degree: bool = False
    max_steps: int | None = None
    avoid: frozenset[str] = frozenset()
    via: str | None = None


class Spot(NamedTuple):
    """A junction and the level of it, by position; level -1 where the role has none."""

    junction: int
    rung: int


class Step(NamedTuple):
    """From one spot to the next, what it is, and what it costs by part."""

    start: Spot
    end: Spot
    kind: RoadKind
    declared: bool
    """Whether it is a step of the ladder or a move that the catalog declares."""
    years: float | None
    missing: float | None
    costs: Mapping[Part, float]
    total: float
    """The sum of `costs`."""


class Route(NamedTuple):
    """Steps and what they cost together."""

    steps: tuple[Step, ...]
    cost: float


class Map:
    """The junctions with where each role stands."""

    def __init__(self, junctions: Sequence[Junction]) -> None:
        self.junctions = junctions
        self.position = {junction.role: index for index, junction in enumerate(junctions)}

    def spot(self, role: str, level: str | None) -> Spot:
        """Return the spot of a role at a level; at the first one where none is named."""
        index = self.position[role]
        rungs = self.junctions[index].rungs
        if not rungs:
            return Spot(index, -1)
        return Spot(index, next((nth for nth, rung in enumerate(rungs) if rung.id == level), 0))

    def rung(self, spot: Spot) -> Rung | None:
        """Return the level of a spot."""
        return self.junctions[spot.junction].rungs[spot.rung] if spot.rung >= 0 else None

    def pay(self, spot: Spot) -> float | None:
        """Return the yearly pay known of a spot: of the level, else of the role."""
        rung = self.rung(spot)
        return rung.pay if rung and rung.pay is not None else self.junctions[spot.junction].pay


class Question(NamedTuple):
    """From where to where, within which limits, in which order."""

    map: Map
    start: Spot
    goal: Spot | int
    """A spot, or the position of a junction that may be reached at any level."""
    limits: Limits = Limits()
    prefer: Prefer = "balance"


def best_routes(question: Question, most: int) -> list[Route]:
    """Return up to `most` routes, the cheapest first, each really another way than those before it."""
    search = _Search(question)
    first = search.best(frozenset(), math.inf)
    if first is None:
        return []
    order = count()
    waiting = [(first.cost, next(order), first, frozenset[_Bar]())]
    tried: set[frozenset[_Bar]] = {frozenset()}
    found: list[Route] = []
    while waiting and len(found) < most:
        _, _, route, barred = heapq.heappop(waiting)
        if all(_apart(route, other) for other in found):
            found.append(route)
        for bar in _bars(route):
            more = barred | {bar}
            if more in tried or len(tried) > SEARCHES:
                continue
            tried.add(more)
            other = search.best(more, DEARER * first.cost)
            if other is not None:
                heapq.heappush(waiting, (other.cost, next(order), other, more))
    return found


_Bar = tuple[int, int | None]
"""A junction that may not be on the way, or the road between two."""


def _bars(route: Route) -> Iterator[_Bar]:
    """Yield what to bar to find another way: each role on it, or the road itself where there is none."""
    between = _between(route)
    yield from ((junction, None) for junction in sorted(between))
    if not between:
        ends = [(step.start.junction, step.end.junction) for step in route.steps]
        yield from (ends_ for ends_ in ends if ends_[0] != ends_[1])


def _between(route: Route) -> frozenset[int]:
    ends = {route.steps[0].start.junction, route.steps[-1].end.junction}
    return frozenset(step.end.junction for step in route.steps) - ends


def _apart(route: Route, other: Route) -> bool:
    one, two = _between(route), _between(other)
    if not one or not two:
        return one != two
    return len(one & two) / len(one | two) <= TOO_ALIKE


class _Label(NamedTuple):
    """A way as far as it goes; `seen` says whether the role that it must pass was passed."""

    spot: Spot
    seen: bool
    years: float
    steps: int
    cost: float
    last: Step | None
    before: "_Label | None"


class _Search:
    """One question asked of the map, with different ways barred."""

    def __init__(self, question: Question) -> None:
        self._map, self._start, self._goal, self._limits, prefer = question
        self._target = self._goal if isinstance(self._goal, int) else self._goal.junction
        self._weights = WEIGHTS[prefer]
        self._via = self._map.position[self._limits.via] if self._limits.via else None
        self._left = self._at_least()
        self._steps_of: dict[Spot, list[Step]] = {}

    def best(self, barred: frozenset[_Bar], most: float) -> Route | None:
        """Return the cheapest route that keeps to the limits and counts at most so much, or None."""
        order = count()
        first = _Label(self._start, self._via in (None, self._start.junction), 0.0, 0, 0.0, None, None)
        heap = [(self._left.get(self._start.junction, 0.0), next(order), first)]
        settled: dict[tuple[Spot, bool], list[tuple[float, int]]] = {}
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
            known = settled.setdefault((label.spot, label.seen), [])
            if any(years <= spent[0] and steps <= spent[1] for years, steps in known):
                continue
            known.append(spent)
            if label.spot not in self._steps_of:
                self._steps_of[label.spot] = list(self._steps(label.spot))
            for step in self._steps_of[label.spot]:
                if free and (step.end, label.seen or step.end.junction == self._via) in settled:
                    continue
                if self._may(step, label, barred):
                    further = self._further(label, step)
                    left = self._left.get(step.end.junction)
                    if left is not None:
                        heapq.heappush(heap, (further.cost + left, next(order), further))
        return None

    def _is_goal(self, label: _Label) -> bool:
        if not label.seen or label.last is None:
            return False
        return label.spot.junction == self._goal if isinstance(self._goal, int) else label.spot == self._goal

    def _further(self, label: _Label, step: Step) -> _Label:
        return _Label(
            step.end,
            label.seen or step.end.junction == self._via,
            label.years + (step.years or 0.0),
            label.steps + 1,
            label.cost + step.total,
            step,
            label,
        )

    def _may(self, step: Step, label: _Label, barred: frozenset[_Bar]) -> bool:
        """Say whether the limits let one take the step."""
        limits, end = self._limits, step.end.junction
        junction = self._map.junctions[end]
        if end != step.start.junction:
            if (end, None) in barred or (step.start.junction, end) in barred or junction.role in limits.avoid:
                return False
            if limits.no_degree and (junction.education is None or junction.education >= DEGREE):
                return False
        if limits.max_steps is not None and label.steps >= limits.max_steps:
            return False
        if limits.max_years is not None and label.years + (step.years or 0.0) > limits.max_years:
            return False
        if limits.min_pay is not None:
            pay = self._map.pay(step.end)
            return pay is not None and pay >= limits.min_pay
        return True

    def _steps(self, spot: Spot) -> Iterator[Step]:
        """Yield the steps from a spot: up its ladder, then along its roads."""
        junction = self._map.junctions[spot.junction]
        here = self._map.rung(spot)
        for nth, rung in enumerate(junction.rungs):
            if spot.rung in rung.after and here is not None:
                years = None if rung.low is None or here.low is None else max(rung.low - here.low, 0.0)
                end = Spot(spot.junction, nth)
                costs = self._costs("promotion", years, 0.0, (0.0, 0.0), self._drop(spot, end))
                yield Step(spot, end, "promotion", True, years, None, costs, sum(costs.values()))
        for road in junction.roads:
            if _is_open(road, junction, here):
                end = Spot(road.to, _landing(self._map.junctions[road.to], road, here))
                declared = road.kind in ("promotion", "lateral", "pivot", "feeder")
                climb = _climb(junction, self._map.junctions[road.to])
                missing = UNKNOWN_SHARE if road.missing is None else road.missing
                costs = self._costs(road.kind, 0.0, missing, climb, self._drop(spot, end))
                yield Step(spot, end, road.kind, declared, 0.0, road.missing, costs, sum(costs.values()))

    def _costs(
        self, kind: RoadKind, years: float | None, missing: float, climb: tuple[float, float], drop: float
    ) -> dict[Part, float]:
        weights, (zone, education) = self._weights, climb
        return {
            "time": weights["time"] * (UNKNOWN_YEARS if years is None else years),
            "skills": weights["skills"] * missing,
            "zone": weights["zone"] * zone + (FAR if zone >= 2 else 0.0),
            "education": weights["education"] * education,
            "pay": weights["pay"] * drop,
            "change": weights["change"] * CHANGE[kind],
        }

    def _drop(self, start: Spot, end: Spot) -> float:
        """Return the share of pay that is given up; 0 where it rises or one of both is not known."""
        one, other = self._map.junctions[start.junction], self._map.junctions[end.junction]
        before, after = self._map.pay(start), self._map.pay(end)
        if not before or after is None or one.currency != other.currency:
            return 0.0
        return max(before - after, 0.0) / before

    def _at_least(self) -> dict[int, float]:
        """Return what is left at least from each junction to the goal: the roads alone, backwards from the goal."""
        into: dict[int, list[tuple[int, float]]] = {}
        weights, junctions = self._weights, self._map.junctions
        change = {kind: weights["change"] * counts for kind, counts in CHANGE.items()}
        for index, junction in enumerate(junctions):
            for road in junction.roads:
                cost = change[road.kind] + weights["skills"] * (UNKNOWN_SHARE if road.missing is None else road.missing)
                zone, education = _climb(junction, junctions[road.to])
                if zone or education:
                    cost += weights["zone"] * zone + weights["education"] * education + (FAR if zone >= 2 else 0.0)
                into.setdefault(road.to, []).append((index, cost))
        left = _cheapest(into, self._target)
        if self._via is None:
            return left
        return dict.fromkeys({*left, *_cheapest(into, self._via)}, 0.0)  # by way of another role it may be any


def _cheapest(into: Mapping[int, Sequence[tuple[int, float]]], goal: int) -> dict[int, float]:
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


def _is_open(road: Road, junction: Junction, here: Rung | None) -> bool:
    """Say whether somebody at this level may take a road that opens at another one."""
    if road.at is None or here is None:
        return True
    opens = junction.rungs[road.at]
    return opens is here or (opens.low is not None and here.low is not None and here.low >= opens.low)


def _landing(junction: Junction, road: Road, here: Rung | None) -> int:
    """Return the level that one comes in at: where a move says so; as far as experience reaches; else the first."""
    if road.land is not None or not junction.rungs:
        return -1 if road.land is None else road.land
    if road.kind in ("promotion", "lateral") and here is not None and here.low is not None:
        reached = [
            (rung.low, -nth)
            for nth, rung in enumerate(junction.rungs)
            if rung.low is not None and rung.low <= here.low and (here.management or not rung.management)
        ]
        if reached:
            return -max(reached)[1]
    starts = [nth for nth, rung in enumerate(junction.rungs) if not rung.after]
    return starts[0] if starts else 0


def _climb(one: Junction, other: Junction) -> tuple[float, float]:
    """Return by how many job zones and classes of education a change goes up; 0 where one is not known."""
    zone = other.zone - one.zone if one.zone and other.zone and other.zone > one.zone else 0.0
    here, there = one.education, other.education
    return zone, float(there - here) if here is not None and there is not None and there > here else 0.0


def _route(label: _Label) -> Route:
    steps: list[Step] = []
    at: _Label | None = label
    while at is not None and at.last is not None:
        steps.append(at.last)
        at = at.before
    return Route(tuple(reversed(steps)), round(label.cost, 6))
