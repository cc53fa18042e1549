"""Routes on graphs of any shape: the cheapest way, limits that are kept, and what a change of the graph may do."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from careercli.answers.path.route_search import WEIGHTS, Limits, Map, Question, Route, Spot, Step, best_routes
from careercli.catalog.transition_graph import Junction, Road, RoadKind, Rung

KINDS: tuple[RoadKind, ...] = ("promotion", "lateral", "pivot", "feeder", "official", "inferred")


def rung(name: str, low: float | None, after: tuple[int, ...] = (), pay: float | None = None) -> Rung:
    return Rung(name, low, after, pay, estimate=False, management=False)


def junction(role: str, *roads: Road, **facts: object) -> Junction:
    plain = Junction(role=role, rungs=(), zone=None, education=None, pay=None, currency="USD", roads=roads)
    return structs.replace(plain, **facts)


def road(to: int, kind: RoadKind = "lateral", missing: float | None = 0.2, **ends: int | None) -> Road:
    return Road(to=to, kind=kind, at=ends.get("at"), land=ends.get("land"), missing=missing)


@st.composite
def roads(draw: st.DrawFn, others: int) -> Road:
    kind = draw(st.sampled_from(KINDS))
    return road(
        draw(st.integers(0, others - 1)), kind, draw(st.none() | st.floats(0, 1).map(lambda one: round(one, 2)))
    )


@st.composite
def maps(draw: st.DrawFn) -> Map:
    """Draw roles with ladders of up to three levels, circles and islands included."""
    many = draw(st.integers(2, 7))
    made = []
    for number in range(many):
        steps = draw(st.integers(0, 3))
        pays = st.none() | st.integers(20_000, 90_000)
        ladder = [rung(f"l{nth}", nth * 2, (nth - 1,) if nth else (), draw(pays)) for nth in range(steps)]
        made.append(
            junction(
                f"r{number}",
                *draw(st.lists(roads(many), max_size=3)),
                rungs=tuple(ladder),
                zone=draw(st.none() | st.integers(1, 5)),
                education=draw(st.none() | st.integers(0, 7)),
                pay=draw(pays),
            )
        )
    return Map([structs.replace(one, roads=tuple(r for r in one.roads if r.to != nth)) for nth, one in enumerate(made)])


def first(map_: Map, goal: int) -> Question:
    return Question(map_, map_.spot("r0", None), goal)


def cost(question: Question) -> float:
    found = best_routes(question, 1)
    return found[0].cost if found else float("inf")


LIMITS = st.builds(
    Limits,
    max_years=st.none() | st.floats(0, 8),
    min_pay=st.none() | st.integers(20_000, 90_000),
    no_degree=st.booleans(),
    max_steps=st.none() | st.integers(1, 6),
    avoid=st.just(frozenset[str]()),
    via=st.none(),
)


@given(map_=maps(), limits=LIMITS, prefer=st.sampled_from(sorted(WEIGHTS)))
def test_a_route_is_a_chain_from_the_start_to_the_goal_that_keeps_to_every_limit(
    map_: Map, limits: Limits, prefer: str
) -> None:
    question = first(map_, len(map_.junctions) - 1)._replace(limits=limits, prefer=prefer)  # type: ignore[arg-type]
    for route in best_routes(question, 3):
        assert route.steps[0].start == question.start
        assert route.steps[-1].end.junction == question.goal
        assert all(one.end == other.start for one, other in pairwise(route.steps))
        years = sum(step.years or 0 for step in route.steps)
        assert limits.max_years is None or years <= limits.max_years
        assert limits.max_steps is None or len(route.steps) <= limits.max_steps
        for step in route.steps:
            pay, there = map_.pay(step.end), map_.junctions[step.end.junction]
            assert limits.min_pay is None or (pay is not None and pay >= limits.min_pay)
            moved = step.end.junction != step.start.junction
            assert not (limits.no_degree and moved) or (there.education is not None and there.education < 4)


@given(map_=maps())
def test_no_place_stands_twice_on_a_route(map_: Map) -> None:
    for route in best_routes(first(map_, len(map_.junctions) - 1), 3):
        spots = [route.steps[0].start, *(step.end for step in route.steps)]
        assert len(spots) == len(set(spots))


@given(map_=maps(), limits=LIMITS, extra=st.data())
def test_another_road_never_makes_the_best_route_worse(map_: Map, limits: Limits, extra: st.DataObject) -> None:
    goal = len(map_.junctions) - 1
    at = extra.draw(st.integers(0, goal))
    new = extra.draw(roads(len(map_.junctions)))
    if new.to == at:
        return
    wider = list(map_.junctions)
    wider[at] = structs.replace(wider[at], roads=(*wider[at].roads, new))
    question = first(map_, goal)._replace(limits=limits)
    assert cost(question._replace(map=Map(wider))) <= cost(question) + 1e-9


@given(map_=maps(), limits=LIMITS)
def test_a_limit_that_is_lifted_never_makes_the_best_route_worse(map_: Map, limits: Limits) -> None:
    question = first(map_, len(map_.junctions) - 1)._replace(limits=limits)
    for name in ("max_years", "min_pay", "no_degree", "max_steps"):
        eased = limits._replace(**{name: getattr(Limits(), name)})
        assert cost(question._replace(limits=eased)) <= cost(question) + 1e-9


@given(map_=maps())
def test_the_first_route_is_the_cheapest_of_all(map_: Map) -> None:
    question = first(map_, len(map_.junctions) - 1)
    every = list(all_routes(question, question.start, ()))
    best = min((sum(step.total for step in steps) for steps in every), default=float("inf"))
    assert cost(question) == pytest.approx(best)


def all_routes(question: Question, spot: Spot, steps: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    """Walk every way that passes no place twice, by brute force."""
    from careercli.answers.path.route_search import _Search

    if steps and spot.junction == question.goal:
        yield steps
        return
    for step in _Search(question)._steps(spot):
        if step.end not in {question.start, *(one.end for one in steps)} and len(steps) < 12:
            yield from all_routes(question, step.end, (*steps, step))


@given(map_=maps())
def test_routes_that_are_offered_together_are_really_different(map_: Map) -> None:
    found = best_routes(first(map_, len(map_.junctions) - 1), 3)
    ways = [frozenset(step.end.junction for step in route.steps[:-1]) for route in found]
    assert len(set(ways)) == len(ways)
    assert [route.cost for route in found] == sorted(route.cost for route in found)


def ladder_of(*lows: float) -> tuple[Rung, ...]:
    return tuple(rung(f"l{nth}", low, (nth - 1,) if nth else ()) for nth, low in enumerate(lows))


def ways(found: list[Route]) -> list[list[tuple[int, int]]]:
    return [[(step.end.junction, step.end.rung) for step in route.steps] for route in found]


def test_no_promotion_leads_back_in_time() -> None:
    map_ = Map([junction("a", rungs=ladder_of(0, 2, 5))])
    assert ways(best_routes(Question(map_, Spot(0, 0), Spot(0, 2)), 1)) == [[(0, 1), (0, 2)]]
    assert best_routes(Question(map_, Spot(0, 2), Spot(0, 0)), 1) == []


def test_a_step_over_two_job_zones_counts_more_than_two_steps_over_one() -> None:
    map_ = Map(
        [
            junction("low", road(2, missing=0.1), road(1, missing=0.1), zone=2),
            junction("mid", road(2, missing=0.1), zone=3),
            junction("high", zone=4),
        ]
    )
    assert ways(best_routes(Question(map_, Spot(0, -1), 2), 1)) == [[(1, -1), (2, -1)]]


def test_experience_carries_over_on_a_lateral_move_and_not_on_a_pivot() -> None:
    for kind, level in (("lateral", 1), ("pivot", 0)):
        map_ = Map([junction("a", road(1, kind), rungs=ladder_of(0, 4)), junction("b", rungs=ladder_of(0, 3, 8))])  # type: ignore[arg-type]
        assert ways(best_routes(Question(map_, Spot(0, 1), 1), 1)) == [[(1, level)]]


def test_a_role_may_be_required_on_the_way_or_kept_off_it() -> None:
    map_ = Map(
        [junction("a", road(1), road(2), road(3)), junction("b", road(3)), junction("c", road(3)), junction("d")],
    )
    question = Question(map_, Spot(0, -1), 3)
    assert ways(best_routes(question, 1)) == [[(3, -1)]]
    assert ways(best_routes(question._replace(limits=Limits(via="c")), 1)) == [[(2, -1), (3, -1)]]
    found = ways(best_routes(question._replace(limits=Limits(avoid=frozenset(("b",)))), 3))
    assert found == [[(3, -1)], [(2, -1), (3, -1)]]


def test_an_island_is_not_reached() -> None:
    assert best_routes(Question(Map([junction("a"), junction("b")]), Spot(0, -1), 1), 3) == []
