"""Answer a route query by name: explain the best routes, or name the constraints that block every route."""

import math
from collections.abc import Iterator, Mapping, Sequence

from careercli.amounts import format_quantity
from careercli.answers.path_to.limits import unjudged_roles
from careercli.answers.path_to.route_search import best_routes
from careercli.answers.path_to.route_steps import explain_route, known_years, position_name, position_view
from careercli.answers.path_to.transition_graph import (
    Position,
    Route,
    RouteConstraints,
    RoutePreference,
    RouteQuery,
    TransitionGraph,
)
from careercli.answers.path_to.view import RefusalView, RoutesView, StepView
from careercli.answers.shared.figures import RoleData, load_roles, source_views
from careercli.answers.shared.names import Names
from careercli.answers.shared.verdicts import not_judged_views, pay_filter_text
from careercli.answers.shared.view_parts import PositionView
from careercli.catalog.reader import CatalogReader
from careercli.errors import NotFound, UsageProblem
from careercli.model import RoleRef

_CONSTRAINT_OPTIONS: dict[str, str] = {
    name: f"--{name.replace('_', '-')}" for name in ("max_years", "min_pay", "no_degree", "max_steps", "avoid", "via")
}
"""Each limit as the user set it."""


def find_routes(  # noqa: PLR0913 (what a route may have to keep to)
    reader: CatalogReader,
    name: str,
    target: str,
    *,
    constraints: RouteConstraints,
    prefer: RoutePreference = "balance",
    max_routes: int = 3,
    from_level: str | None = None,
    why: bool = False,
) -> RoutesView:
    """Return the best routes from one role or level to another, up to `max_routes`, under the constraints.

    Roles in `constraints` are named as a user names them. Raises NotFound for an unknown name or where nothing at all
    leads there, UsageProblem where one is there already.
    """
    for limit in ("max_years", "min_pay"):
        value = getattr(constraints, limit)
        if value is not None and not math.isfinite(value):
            raise UsageProblem(
                f"{_CONSTRAINT_OPTIONS[limit]} must be a number such as 5, not {value}",
                hint="Leave it out for no limit.",
            )
    resolver = Names(reader)
    start = resolver.resolve(str(RoleRef(RoleRef.parse(name).role, from_level)) if from_level else name)
    goal = resolver.resolve(target)
    graph = TransitionGraph(reader.role_nodes())
    where, notes = _start(reader, graph, start)
    if constraints.min_pay is not None and constraints.min_pay_currency is None:
        known = graph.nodes[where.node].currency or graph.nodes[graph.node_index[goal.role]].currency
        constraints = constraints._replace(min_pay_currency=known)
    if constraints.min_pay is not None:
        notes.append(pay_filter_text(constraints.min_pay_currency or "", constraints.min_pay))
    constraints = constraints._replace(
        avoid=frozenset(resolver.resolve(name).role for name in sorted(constraints.avoid)),
        via=resolver.resolve(constraints.via).role if constraints.via else None,
    )
    end = graph.position_of(goal.role, goal.level) if goal.level else graph.node_index[goal.role]
    question = RouteQuery(graph, where, end, constraints, prefer)
    if end in (where, where.node):
        hint = f"Name a level of it: careercli path {start.role} --to {start.role}@LEVEL"
        raise UsageProblem(f"you are already at {goal}", hint=hint)
    found = best_routes(question, max_routes)
    refusals = () if found else tuple(_blocking_constraints(question))
    role_data = _load_role_data(reader, graph, where, found)
    if not found and not refusals:
        raise NotFound(
            f"no chain of known moves or similar jobs leads from {start} to {goal}",
            hint=f"See where it leads: careercli path {start.role} --depth 2",
        )
    near = _percentiles(reader, graph, found)
    explained = [explain_route(role_data, graph, near, route, number) for number, route in enumerate(found, start=1)]
    notes += _preference_notes(question, found)
    rows = tuple(step for steps, _ in explained for step in steps)
    return RoutesView(
        read_as=resolver.read_as,
        from_=position_view(role_data, graph, where),
        to=PositionView(role=goal.role, level=goal.level, title=_title(reader, goal)),
        prefer=prefer,
        with_costs=why,
        rows=rows,
        routes=tuple(totals for _, totals in explained),
        refusals=refusals,
        not_judged=not_judged_views(unjudged_roles(question)),
        notes=tuple(notes),
        sources=source_views(reader, _cited(rows)),
    )


def _start(reader: CatalogReader, graph: TransitionGraph, start: RoleRef) -> tuple[Position, list[str]]:
    """Return where the route begins; of a role alone, the level that bears its title, else the first."""
    if start.level or not graph.nodes[graph.node_index[start.role]].levels:
        return graph.position_of(start.role, start.level), []
    role = reader.role(start.role)
    level = next((level for level in role.levels if level.title == role.title), role.levels[0])
    return graph.position_of(start.role, level.id), [f"Starting as {level.title} (change with --from-level)."]


def _title(reader: CatalogReader, ref: RoleRef) -> str:
    role = reader.role(ref.role)
    return next((level.title for level in role.levels if level.id == ref.level), role.title)


def _load_role_data(reader: CatalogReader, graph: TransitionGraph, start: Position, found: Sequence[Route]) -> RoleData:
    nodes = [start.node, *(step.end.node for route in found for step in route.steps)]
    return load_roles(reader, dict.fromkeys(graph.nodes[one].role for one in nodes))


def _percentiles(
    reader: CatalogReader, graph: TransitionGraph, found: Sequence[Route]
) -> Mapping[tuple[str, str], float]:
    inferred = {
        (graph.nodes[step.start.node].role, graph.nodes[step.end.node].role)
        for route in found
        for step in route.steps
        if step.kind == "inferred"
    }
    near = {role: reader.similar_roles(role) for role in sorted({one for one, _ in inferred})}
    return {(role, other.role): other.percentile for role, others in near.items() for other in others}


def _blocking_constraints(question: RouteQuery) -> Iterator[RefusalView]:
    """Yield every single limit without which there is a route; all of them together where no single one is it."""
    free, limits = RouteConstraints(), question.constraints
    set_ = [name for name in _CONSTRAINT_OPTIONS if getattr(limits, name) != getattr(free, name)]
    broken = False
    for name in set_:
        eased = best_routes(question._replace(constraints=limits._replace(**{name: getattr(free, name)})), 1)
        if eased:
            broken = True
            text = f"Without {_CONSTRAINT_OPTIONS[name]} there is one: {_short(question.graph, eased[0])}."
            yield RefusalView(constraint=name, text=text)
    if not broken and len(set_) > 1:
        best = best_routes(question._replace(constraints=free), 1)
        if best:
            words = ", ".join(_CONSTRAINT_OPTIONS[name] for name in set_)
            text = f"There is one only without several of {words}: {_short(question.graph, best[0])}."
            yield RefusalView(constraint="several", text=text)


def _short(graph: TransitionGraph, route: Route) -> str:
    names = " > ".join(position_name(graph, step.end) for step in route.steps)
    years = known_years(route)
    if years is None:
        return f"{names}, time unknown"
    return f"{names}, {format_quantity(years, 'years')} of work"


def _preference_notes(question: RouteQuery, found: Sequence[Route]) -> list[str]:
    """Say what the preference changed against the usual order."""
    prefer = question.prefer
    if prefer == "balance" or not found:
        return []
    usual = best_routes(question._replace(prefer="balance"), 1)[0]
    if _positions(usual) == _positions(found[0]):
        return [f"With --prefer {prefer} the same route comes first."]
    ranks = [_positions(route) for route in found]
    place = (
        f"is number {ranks.index(_positions(usual)) + 1} here" if _positions(usual) in ranks else "is not among these"
    )
    return [f"Without --prefer {prefer} the first route would be {_short(question.graph, usual)}; it {place}."]


def _positions(route: Route) -> tuple[Position, ...]:
    return tuple(step.end for step in route.steps)


def _cited(steps: Sequence[StepView]) -> Iterator[str | None]:
    for step in steps:
        for pay in (step.from_pay, step.to_pay):
            yield pay.source if pay else None
        for training in step.training:
            yield training.source
