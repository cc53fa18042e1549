"""Routes on graphs of any shape: the cheapest way, limits that are kept, and what a change of the graph may do."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from careercli.answers.path_to.limits import unjudged_roles
from careercli.answers.path_to.route_search import best_routes
from careercli.answers.path_to.step_costs import WEIGHTS, steps_from
from careercli.answers.path_to.transition_graph import (
    Position,
    Route,
    RouteConstraints,
    RouteQuery,
    RouteStep,
    TransitionGraph,
)
from careercli.catalog.records import LevelNode, PayBand, RoleNode, Transition, TransitionKind

KINDS: tuple[TransitionKind, ...] = ("promotion", "lateral", "pivot", "feeder", "official", "inferred")


def level(name: str, low: float | None, after: tuple[int, ...] = (), pay: float | None = None) -> LevelNode:
    return LevelNode(name, low, after, band(pay), is_management=False)


def band(low: float | None, high: float | None = None) -> PayBand | None:
    return None if low is None else (low, low if high is None else high)


def node(role: str, *roads: Transition, **facts: object) -> RoleNode:
    plain = RoleNode(role=role, levels=(), job_zone=None, education=None, pay=None, currency="USD", transitions=roads)
    return structs.replace(plain, **facts)


def transition(
    to: int, kind: TransitionKind = "lateral", missing: float | None = 0.2, **ends: int | None
) -> Transition:
    return Transition(
        to=to, kind=kind, from_level=ends.get("from_level"), to_level=ends.get("to_level"), missing_share=missing
    )


@st.composite
def transitions(draw: st.DrawFn, others: int) -> Transition:
    kind = draw(st.sampled_from(KINDS))
    return transition(
        draw(st.integers(0, others - 1)), kind, draw(st.none() | st.floats(0, 1).map(lambda one: round(one, 2)))
    )


@st.composite
def maps(draw: st.DrawFn) -> TransitionGraph:
    """Draw roles with ladders of up to three levels, circles and islands included."""
    many = draw(st.integers(2, 7))
    made = []
    for number in range(many):
        steps = draw(st.integers(0, 3))
        pays = st.none() | st.integers(20_000, 90_000)
        ladder = [level(f"l{index}", index * 2, (index - 1,) if index else (), draw(pays)) for index in range(steps)]
        made.append(
            node(
                f"r{number}",
                *draw(st.lists(transitions(many), max_size=3)),
                levels=tuple(ladder),
                job_zone=draw(st.none() | st.integers(1, 5)),
                education=draw(st.none() | st.integers(0, 7)),
                pay=band(draw(pays)),
            )
        )
    return TransitionGraph(
        [
            structs.replace(one, transitions=tuple(r for r in one.transitions if r.to != nth))
            for nth, one in enumerate(made)
        ]
    )


def first(graph: TransitionGraph, goal: int) -> RouteQuery:
    return RouteQuery(graph, graph.position_of("r0", None), goal)


def cost(question: RouteQuery) -> float:
    found = best_routes(question, 1)
    return found[0].cost if found else float("inf")


LIMITS = st.builds(
    RouteConstraints,
    max_years=st.none() | st.floats(0, 8),
    min_pay=st.none() | st.integers(20_000, 90_000),
    no_degree=st.booleans(),
    max_steps=st.none() | st.integers(1, 6),
    avoid=st.just(frozenset[str]()),
    via=st.none(),
)


@given(map_=maps(), limits=LIMITS, prefer=st.sampled_from(sorted(WEIGHTS)))
def test_a_route_is_a_chain_from_the_start_to_the_goal_that_keeps_to_every_limit(
    map_: TransitionGraph, limits: RouteConstraints, prefer: str
) -> None:
    question = first(map_, len(map_.nodes) - 1)._replace(constraints=limits, prefer=prefer)  # type: ignore[arg-type]
    for route in best_routes(question, 3):
        assert route.steps[0].start == question.start
        assert route.steps[-1].end.node == question.goal
        assert all(one.end == other.start for one, other in pairwise(route.steps))
        years = sum(step.years or 0 for step in route.steps)
        assert limits.max_years is None or years <= limits.max_years
        assert limits.max_steps is None or len(route.steps) <= limits.max_steps
        for step in route.steps:
            pay, there = map_.pay(step.end), map_.nodes[step.end.node]
            assert limits.min_pay is None or (pay is not None and pay[0] >= limits.min_pay)
            moved = step.end.node != step.start.node
            assert not (limits.no_degree and moved) or (there.education is not None and there.education < 4)


@given(map_=maps())
def test_no_place_stands_twice_on_a_route(map_: TransitionGraph) -> None:
    for route in best_routes(first(map_, len(map_.nodes) - 1), 3):
        positions = [route.steps[0].start, *(step.end for step in route.steps)]
        assert len(positions) == len(set(positions))


@given(map_=maps(), limits=LIMITS, extra=st.data())
def test_another_road_never_makes_the_best_route_worse(
    map_: TransitionGraph, limits: RouteConstraints, extra: st.DataObject
) -> None:
    goal = len(map_.nodes) - 1
    at = extra.draw(st.integers(0, goal))
    new = extra.draw(transitions(len(map_.nodes)))
    if new.to == at:
        return
    wider = list(map_.nodes)
    wider[at] = structs.replace(wider[at], transitions=(*wider[at].transitions, new))
    question = first(map_, goal)._replace(constraints=limits)
    assert cost(question._replace(graph=TransitionGraph(wider))) <= cost(question) + 1e-9


@given(map_=maps(), limits=LIMITS)
def test_a_limit_that_is_lifted_never_makes_the_best_route_worse(
    map_: TransitionGraph, limits: RouteConstraints
) -> None:
    question = first(map_, len(map_.nodes) - 1)._replace(constraints=limits)
    for name in ("max_years", "min_pay", "no_degree", "max_steps"):
        eased = limits._replace(**{name: getattr(RouteConstraints(), name)})
        assert cost(question._replace(constraints=eased)) <= cost(question) + 1e-9


@given(map_=maps())
def test_the_first_route_is_the_cheapest_of_all(map_: TransitionGraph) -> None:
    question = first(map_, len(map_.nodes) - 1)
    every = list(all_routes(question, question.start, ()))
    best = min((sum(step.total for step in steps) for steps in every), default=float("inf"))
    assert cost(question) == pytest.approx(best)


def all_routes(
    question: RouteQuery, position: Position, steps: tuple[RouteStep, ...]
) -> Iterator[tuple[RouteStep, ...]]:
    """Walk every way that passes no place twice, by brute force."""
    if steps and position.node == question.goal:
        yield steps
        return
    for step in steps_from(question.graph, WEIGHTS[question.prefer], position):
        if step.end not in {question.start, *(one.end for one in steps)} and len(steps) < 12:
            yield from all_routes(question, step.end, (*steps, step))


@given(map_=maps())
def test_routes_that_are_offered_together_are_really_different(map_: TransitionGraph) -> None:
    found = best_routes(first(map_, len(map_.nodes) - 1), 3)
    ways = [frozenset(step.end.node for step in route.steps[:-1]) for route in found]
    assert len(set(ways)) == len(ways)
    assert [route.cost for route in found] == sorted(route.cost for route in found)


def ladder_of(*lows: float) -> tuple[LevelNode, ...]:
    return tuple(level(f"l{index}", low, (index - 1,) if index else ()) for index, low in enumerate(lows))


def ways(found: list[Route]) -> list[list[tuple[int, int]]]:
    return [[(step.end.node, step.end.level) for step in route.steps] for route in found]


def test_no_promotion_leads_back_in_time() -> None:
    graph = TransitionGraph([node("a", levels=ladder_of(0, 2, 5))])
    assert ways(best_routes(RouteQuery(graph, Position(0, 0), Position(0, 2)), 1)) == [[(0, 1), (0, 2)]]
    assert best_routes(RouteQuery(graph, Position(0, 2), Position(0, 0)), 1) == []


def test_a_step_over_two_job_zones_counts_more_than_two_steps_over_one() -> None:
    graph = TransitionGraph(
        [
            node("low", transition(2, missing=0.1), transition(1, missing=0.1), job_zone=2),
            node("mid", transition(2, missing=0.1), job_zone=3),
            node("high", job_zone=4),
        ]
    )
    assert ways(best_routes(RouteQuery(graph, Position(0, -1), 2), 1)) == [[(1, -1), (2, -1)]]


def test_experience_carries_over_on_a_lateral_move_and_not_on_a_pivot() -> None:
    for kind, level in (("lateral", 1), ("pivot", 0)):
        way = transition(1, kind)  # type: ignore[arg-type]
        graph = TransitionGraph([node("a", way, levels=ladder_of(0, 4)), node("b", levels=ladder_of(0, 3, 8))])
        assert ways(best_routes(RouteQuery(graph, Position(0, 1), 1), 1)) == [[(1, level)]]


def test_a_role_may_be_required_on_the_way_or_kept_off_it() -> None:
    graph = TransitionGraph(
        [
            node("a", transition(1), transition(2), transition(3)),
            node("b", transition(3)),
            node("c", transition(3)),
            node("d"),
        ],
    )
    question = RouteQuery(graph, Position(0, -1), 3)
    assert ways(best_routes(question, 1)) == [[(3, -1)]]
    assert ways(best_routes(question._replace(constraints=RouteConstraints(via="c")), 1)) == [[(2, -1), (3, -1)]]
    found = ways(best_routes(question._replace(constraints=RouteConstraints(avoid=frozenset(("b",)))), 3))
    assert found == [[(3, -1)], [(2, -1), (3, -1)]]


def test_an_island_is_not_reached() -> None:
    assert best_routes(RouteQuery(TransitionGraph([node("a"), node("b")]), Position(0, -1), 1), 3) == []


def pays(*bands: PayBand | None) -> TransitionGraph:
    return TransitionGraph([node(f"r{nth}", transition(1), pay=pay) for nth, pay in enumerate(bands)])


@pytest.mark.parametrize(
    ("before", "after", "cut"),
    [
        ((80.0, 80.0), (60.0, 60.0), 0.25),
        ((60.0, 60.0), (80.0, 80.0), 0.0),
        ((40.0, 80.0), (30.0, 60.0), 0.25),
        ((40.0, 80.0), (20.0, 80.0), 0.25),
        ((40.0, 80.0), (50.0, 90.0), 0.0),
        ((40.0, 80.0), (60.0, 60.0), None),
        ((40.0, None), (30.0, 60.0), None),
        (None, (60.0, 60.0), None),
    ],
)
def test_pay_given_up_is_read_from_figures_and_from_ranges_end_by_end(
    before: PayBand | None, after: PayBand | None, cut: float | None
) -> None:
    graph = pays(before, after)
    assert graph.pay_cut(Position(0, -1), Position(1, -1)) == cut
    step = best_routes(RouteQuery(graph, Position(0, -1), 1), 1)[0].steps[0]
    assert (step.pay_cut, step.costs["pay"]) == (cut, 4 * (cut or 0))


def test_the_roles_that_a_limit_cannot_judge_are_counted_by_what_is_not_known() -> None:
    graph = TransitionGraph(
        [
            node("start", *(transition(to) for to in (1, 2, 3, 4, 5, 6)), pay=band(50), education=1),
            node("known", transition(7), pay=band(70), education=1),
            node("no-pay", transition(7), education=1),
            node("across", transition(7), pay=band(50, 90), education=2, education_is_proxy=True),
            node("euros", transition(7), pay=band(80), education=7, currency="EUR"),
            node("student", transition(7), pay=band(80), levels=(structs.replace(level("s", 0), is_employed=False),)),
            node("dead-end", education=None),
            node("goal", pay=band(90), education=1, levels=(level("a", None), level("b", 4, (0,)))),
        ]
    )
    query = RouteQuery(graph, Position(0, -1), 7)
    limits = RouteConstraints(min_pay=60, min_pay_currency="USD", no_degree=True, max_years=9)
    none = {"pay": 0, "education": 0, "years": 0}
    assert unjudged_roles(query) == none
    assert unjudged_roles(query._replace(constraints=limits)) == {"pay": 4, "education": 2, "years": 1}
    avoiding = limits._replace(avoid=frozenset(("no-pay", "across")))
    assert unjudged_roles(query._replace(constraints=avoiding))["pay"] == 2


def test_a_range_across_the_least_pay_does_not_keep_to_it_and_one_above_it_does() -> None:
    for ends, kept in (((50, 90), False), ((60, 90), True), ((60, 60), True)):
        query = RouteQuery(pays(band(50), band(*ends)), Position(0, -1), 1)
        limits = RouteConstraints(min_pay=60, min_pay_currency="USD")
        assert bool(best_routes(query._replace(constraints=limits), 1)) is kept
