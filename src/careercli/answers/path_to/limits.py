"""What the limits of a route say of a place on it, and how many roles they cannot judge."""

from collections.abc import Iterable, Iterator, Sequence

from careercli.answers.path_to.transition_graph import Position, RouteConstraints, RouteQuery, TransitionGraph
from careercli.answers.shared.verdicts import FilterName, band_verdict
from careercli.catalog.records import RoleNode

FIRST_DEGREE_LEVEL = 4
"""Position of the first class of education that is a degree."""


def pay_verdict(graph: TransitionGraph, position: Position, limits: RouteConstraints) -> bool | None:
    """Say whether the pay of a place keeps to the limit; None for pay unknown, in another currency or across it."""
    pay = graph.pay(position)
    if limits.min_pay is None:
        return True
    if pay is None or graph.nodes[position.node].currency != limits.min_pay_currency:
        return None
    return band_verdict(*pay, limits.min_pay)


def education_verdict(node: RoleNode, limits: RouteConstraints) -> bool | None:
    """Say whether a role is entered below a degree, where that is asked; None for education unknown or a proxy's."""
    if not limits.no_degree:
        return True
    if node.education is None or node.education_is_proxy:
        return None
    return node.education < FIRST_DEGREE_LEVEL


def unjudged_roles(query: RouteQuery) -> dict[FilterName, int]:
    """Count the roles that each limit keeps off every route because what is known does not decide it.

    They are those that a way from the start to the goal may pass, were there no limits. A role counts for its pay or
    years where one of its levels cannot be judged.
    """
    graph, limits = query.graph, query.constraints
    avoided = {graph.node_index[role] for role in limits.avoid}
    counts: dict[FilterName, int] = {"pay": 0, "education": 0, "years": 0}
    for index in _on_the_way(query) - avoided:
        node = graph.nodes[index]
        positions = [Position(index, level) for level in range(len(node.levels))] or [Position(index, -1)]
        counts["pay"] += any(pay_verdict(graph, position, limits) is None for position in positions)
        counts["education"] += index != query.start.node and education_verdict(node, limits) is None
        counts["years"] += limits.max_years is not None and not all(_years_known(node))
    return counts


def _years_known(node: RoleNode) -> Iterator[bool]:
    """Yield for each step of a ladder whether its years are known."""
    for level in node.levels:
        for before in level.predecessors:
            yield level.min_years is not None and node.levels[before].min_years is not None


def _on_the_way(query: RouteQuery) -> set[int]:
    nodes = query.graph.nodes
    onward = [[transition.to for transition in node.transitions] for node in nodes]
    back: list[list[int]] = [[] for _ in nodes]
    for index, targets in enumerate(onward):
        for target in targets:
            back[target].append(index)
    goal = query.goal if isinstance(query.goal, int) else query.goal.node
    return _reached(onward, (query.start.node,)) & _reached(back, (goal,))


def _reached(edges: Sequence[Sequence[int]], start: Iterable[int]) -> set[int]:
    seen = set(start)
    frontier = list(seen)
    while frontier:
        for target in edges[frontier.pop()]:
            if target not in seen:
                seen.add(target)
                frontier.append(target)
    return seen
