"""A route explained: what each step is, asks and pays, what stands before it, and what all of them come to."""

from collections.abc import Iterator, Mapping, Sequence

from careercli.answers.path_to.step_pay import best_role_pay, lowest_pay, place_of, position_pay
from careercli.answers.path_to.transition_graph import Position, Route, RouteStep, TransitionGraph
from careercli.answers.path_to.view import RouteView, SkillGainView, StepView
from careercli.answers.shared.barriers import preparation_barriers
from careercli.answers.shared.figures import RoleData, training_view
from careercli.answers.shared.licenses import is_license
from careercli.answers.shared.position_pay import key_pay_of, pay_change_between
from careercli.answers.shared.view_parts import (
    BarrierView,
    Num,
    PayView,
    PositionView,
    RaiseView,
    TrainingView,
    copied,
    flat,
)
from careercli.catalog.coverage import credit, skill_levels, unique_skills, weight
from careercli.catalog.records import RoleNode
from careercli.measures import EDUCATION
from careercli.model import Role, RoleRef

SimilarityPercentiles = Mapping[tuple[str, str], float]
"""The percentile, within the catalog, of how near the second role is to the first."""


def explain_route(
    role_data: RoleData, graph: TransitionGraph, near: SimilarityPercentiles, route: Route, number: int
) -> tuple[tuple[StepView, ...], RouteView]:
    """Return a route with its steps in words and figures, and its totals."""
    positions = (route.steps[0].start, *(step.end for step in route.steps))
    pays = [position_pay(role_data, graph, position) for position in positions]
    steps = tuple(
        _step(role_data, graph, near, step, pays[nth], pays[nth + 1], {"route": number, "step": nth + 1})
        for nth, step in enumerate(route.steps)
    )
    return steps, _totals(role_data, graph, route, steps, pays, number)


def position_view(role_data: RoleData, graph: TransitionGraph, position: Position) -> PositionView:
    """Return a position as answers show it."""
    role, level = place_of(role_data, graph, position)
    title = level.title if level else role.title
    return PositionView(role=graph.nodes[position.node].role, level=level.id if level else None, title=title)


def position_name(graph: TransitionGraph, position: Position) -> str:
    """Return a position as `role` or `role@level`."""
    level = graph.level_at(position)
    role = graph.nodes[position.node].role
    return str(RoleRef(role, level.id if level else None))


def _step(  # noqa: PLR0913, PLR0917 (what is known of it)
    role_data: RoleData,
    graph: TransitionGraph,
    near: SimilarityPercentiles,
    step: RouteStep,
    before: PayView | None,
    after: PayView | None,
    numbers: dict[str, int],
) -> StepView:
    one, other = graph.nodes[step.start.node], graph.nodes[step.end.node]
    changes_role = one.role != other.role
    return StepView(
        **numbers,
        kind=step.kind if changes_role else "level",
        evidence="declared" if step.declared else step.kind,
        from_=position_view(role_data, graph, step.start),
        to=position_view(role_data, graph, step.end),
        to_role_title=role_data.roles[other.role].title,
        years=None if changes_role else step.years,
        overlap=round((1 - step.missing_share) * 100, 1) if changes_role and step.missing_share is not None else None,
        skills_to_learn=tuple(
            _to_learn(role_data, one.role, other.role) if changes_role else _raised_skills(role_data, graph, step.end)
        ),
        from_pay=key_pay_of(before),
        from_pay_level=before.level if before else None,
        from_distribution=before,
        to_pay=key_pay_of(after),
        to_pay_level=after.level if after else None,
        to_distribution=after,
        gain=pay_change_between(before, after),
        pay_given_up=None if step.pay_cut is None else round(step.pay_cut * 100, 1),
        from_job_zone=one.job_zone,
        to_job_zone=other.job_zone,
        from_education=_education(one),
        to_education=_education(other),
        barriers=tuple(_barriers(role_data, one, other)) if changes_role else (),
        training=tuple(training_view(one) for one in role_data.roles[other.role].training) if changes_role else (),
        why=_why(role_data, near, step, one, other),
        costs={part: round(cost, 2) for part, cost in step.costs.items()},
    )


def _education(node: RoleNode) -> str | None:
    return None if node.education is None or node.education_is_proxy else EDUCATION[node.education]


def _to_learn(role_data: RoleData, one: str, other: str) -> Iterator[SkillGainView]:
    if (one in role_data.generated) != (other in role_data.generated):
        return
    brought = skill_levels(role_data.roles[one].skills)
    lacking = [skill for skill in unique_skills(role_data.roles[other].skills) if credit(skill, brought) < 1]
    for skill in sorted(lacking, key=lambda skill: -weight(skill) * (1 - credit(skill, brought))):
        name, have = role_data.skills[skill.skill].name, brought.get(skill.skill)
        yield copied(SkillGainView, skill, name=name, have=have, skill_level=skill.level)


def _raised_skills(role_data: RoleData, graph: TransitionGraph, position: Position) -> Iterator[SkillGainView]:
    _, level = place_of(role_data, graph, position)
    for skill in level.skills if level else ():
        name = role_data.skills[skill.skill].name
        yield flat(SkillGainView, skill, name=name, need="must", skill_level=skill.level)


def _barriers(role_data: RoleData, origin_node: RoleNode, target_node: RoleNode) -> Iterator[BarrierView]:
    """Yield what experience alone does not get one past."""
    yield from preparation_barriers(origin_node, target_node)
    licenses = _licenses(role_data.roles[target_node.role])
    held = set(_licenses(role_data.roles[origin_node.role]))
    for text in licenses:
        if text not in held:
            yield BarrierView(kind="license", text=text)


def _licenses(role: Role) -> list[str]:
    texts = role.education.certificates if role.education else ()
    return [text for text in texts if is_license(text)]


def _why(
    role_data: RoleData, near: SimilarityPercentiles, step: RouteStep, origin_node: RoleNode, target_node: RoleNode
) -> str:
    role, target = role_data.roles[origin_node.role], role_data.roles[target_node.role]
    if origin_node.role == target_node.role:
        return f"It is the next step on the ladder of {role.title}."
    if step.kind == "official":
        return role.related.get(target_node.role, "An expert list of related occupations names it.")
    if step.kind == "inferred":
        percentile = near.get((origin_node.role, target_node.role))
        nearer = f", more than {percentile:.0f}% of all jobs" if percentile is not None else ""
        return f"This is not a known move, but the two jobs are similar in skills, duties and titles{nearer}."
    for move in role.moves:
        if RoleRef.parse(move.to).role == target_node.role and move.kind == step.kind:
            return move.why
    feeders = target.entry.feeders if target.entry else ()
    told = next(
        (feeder.why for feeder in feeders if feeder.role and RoleRef.parse(feeder.role).role == origin_node.role), None
    )
    return told or f"{target.title} lists {role.title} as a job people come from."


def _totals(  # noqa: PLR0913, PLR0917 (what they are drawn from)
    role_data: RoleData,
    graph: TransitionGraph,
    route: Route,
    steps: Sequence[StepView],
    pays: Sequence[PayView | None],
    number: int,
) -> RouteView:
    start, end = route.steps[0].start, route.steps[-1].end
    gain = pay_change_between(pays[0], pays[-1])
    of_classes = gain is None
    if gain is None:
        roles = (graph.nodes[position.node].role for position in (start, end))
        gain = pay_change_between(*(best_role_pay(role_data, role) for role in roles))
    low, high, currency, unknown = _training_cost([step for step in steps if step.from_.role != step.to.role])
    return RouteView(
        route=number,
        years=known_years(route),
        years_unknown=sum(step.years is None for step in route.steps),
        training_cost_low=low,
        training_cost_high=high,
        training_currency=currency,
        training_unknown=unknown,
        gain=gain,
        gain_of_classes=of_classes and gain is not None,
        pay_given_up_unknown=sum(step.pay_cut is None for step in route.steps),
        lowest_pay=key_pay_of(lowest_pay(pays[1:])),
        payback_months=_payback(high, currency, gain) if not unknown else None,
        cost=round(route.cost, 2),
    )


def known_years(route: Route) -> Num | None:
    """Add up the years on ladders, 0 where there are none; None where they are not known."""
    known = [step.years for step in route.steps if step.years is not None and step.start.node == step.end.node]
    years = sum(known)
    if not known and any(step.years is None for step in route.steps):
        return None
    return int(years) if float(years).is_integer() else years


def _training_cost(changes: Sequence[StepView]) -> tuple[Num | None, Num | None, str | None, int]:
    """Add up the cheapest known way to learn each role that is new, in the currency of the first."""
    cheapest = [_cheapest(step.training) for step in changes]
    known = [route for route in cheapest if route is not None]
    currency = known[0].cost_unit if known else None
    same = [route for route in known if route.cost_unit == currency]
    if not same:
        return None, None, None, len(changes)
    low = sum(route.cost_low or 0 for route in same)
    return low, sum(_upper(route) for route in same), currency, len(changes) - len(same)


def _cheapest(training: Sequence[TrainingView]) -> TrainingView | None:
    priced = [one for one in training if one.cost_unit is not None and one.cost_high is not None]
    return min(priced, key=_upper, default=None)


def _upper(route: TrainingView) -> Num:
    return route.cost_high or 0


def _payback(cost: Num | None, currency: str | None, gain: RaiseView | None) -> float | None:
    """Return in how many months a raise pays the training back; None without a cost and a raise in one currency."""
    if not cost or gain is None or gain.amount <= 0 or gain.currency != currency:
        return None
    return round(cost / (gain.amount / 12), 1)
