"""The steps from a position in the transition graph, and what each of them costs.

Cost is in years of effort: WEIGHTS says what each part costs, DEFAULT_MISSING_SHARE and DEFAULT_PROMOTION_YEARS what an
unknown part costs. The weights are our judgment: skills to learn weigh most, then education and preparation, then lost
pay. The number of steps costs nothing.
"""

from collections.abc import Iterator, Mapping

from careercli.answers.path_to.step_rules import arrival_level, is_open, preparation_increase
from careercli.answers.path_to.transition_graph import Position, RoutePreference, RouteStep, TransitionGraph
from careercli.answers.path_to.view import CostPart
from careercli.catalog.records import RoleNode, Transition, TransitionKind

Weights = Mapping[CostPart, float]
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


def steps_from(graph: TransitionGraph, weights: Weights, position: Position) -> Iterator[RouteStep]:
    """Yield the steps from a position: up its ladder, then along its transitions."""
    node, here = graph.nodes[position.node], graph.level_at(position)
    for index, level in enumerate(node.levels):
        if position.level in level.predecessors and here is not None:
            known = level.min_years is not None and here.min_years is not None
            years = max((level.min_years or 0) - (here.min_years or 0), 0.0) if known else None
            end = Position(position.node, index)
            cut = graph.pay_cut(position, end)
            costs = _costs(weights, "promotion", years, 0.0, (0.0, 0.0), drop=cut or 0.0)
            yield RouteStep(position, end, "promotion", True, years, None, cut, costs, sum(costs.values()))
    for transition in node.transitions:
        if is_open(transition, node, here):
            kind, target = transition.kind, graph.nodes[transition.to]
            end = Position(transition.to, arrival_level(target, transition, here))
            cut = graph.pay_cut(position, end)
            costs = _change_costs(weights, node, target, transition, cut or 0.0)
            declared, total = kind in ("promotion", "lateral", "pivot", "feeder"), sum(costs.values())
            yield RouteStep(position, end, kind, declared, 0.0, transition.missing_share, cut, costs, total)


def least_cost(graph: TransitionGraph, weights: Weights, node: RoleNode, transition: Transition) -> float:
    """Return what a transition costs from any level of its role, whatever is paid there."""
    return sum(_change_costs(weights, node, graph.nodes[transition.to], transition, 0.0).values())


def _change_costs(
    weights: Weights, node: RoleNode, target: RoleNode, transition: Transition, drop: float
) -> dict[CostPart, float]:
    missing = DEFAULT_MISSING_SHARE if transition.missing_share is None else transition.missing_share
    return _costs(weights, transition.kind, 0.0, missing, preparation_increase(node, target), drop=drop)


def _costs(  # noqa: PLR0913 (each is a part of the cost)
    weights: Weights,
    kind: TransitionKind,
    years: float | None,
    missing: float,
    climb: tuple[float, float],
    *,
    drop: float,
) -> dict[CostPart, float]:
    zone, education = climb
    return {
        "time": weights["time"] * (DEFAULT_PROMOTION_YEARS if years is None else years),
        "skills": weights["skills"] * missing,
        "zone": weights["zone"] * zone + (ZONE_RISE_PENALTY if zone >= 2 else 0.0),
        "education": weights["education"] * education,
        "pay": weights["pay"] * drop,
        "change": weights["change"] * CHANGE_COST[kind],
    }
