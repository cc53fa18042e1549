"""A route explained: what each step is, asks and pays, what stands before it, and what all of them come to."""

from collections.abc import Iterator, Mapping, Sequence

from careercli.answers.path.node_pay import best_level_pay, best_role_pay, pay_change_between
from careercli.answers.path.route_view import RouteStepView, RouteView, SkillGainView, TotalsView
from careercli.answers.path.transition_graph import Position, Route, RouteStep, TransitionGraph
from careercli.answers.shared.barriers import preparation_barriers
from careercli.answers.shared.figures import RoleData, training_view
from careercli.answers.shared.licenses import is_license
from careercli.answers.shared.view_parts import BarrierView, Num, PayView, RaiseView, TrainingView, copied
from careercli.catalog.coverage import credit, skill_levels, unique_skills, weight
from careercli.catalog.records import RoleNode
from careercli.measures import EDUCATION
from careercli.model import Level, Role, RoleRef

SimilarityPercentiles = Mapping[tuple[str, str], float]
"""The percentile, within the catalog, of how near the second role is to the first."""


def route_view(
    role_data: RoleData, graph: TransitionGraph, near: SimilarityPercentiles, route: Route, rank: int
) -> RouteView:
    """Return a route with its steps in words and figures, and its totals."""
    steps = tuple(_step(role_data, graph, near, step) for step in route.steps)
    return RouteView(rank=rank, steps=steps, totals=_totals(role_data, graph, route, steps))


def position_title(role_data: RoleData, graph: TransitionGraph, position: Position) -> str:
    """Return what a spot is called: the level's title, or the role's."""
    role, level = _place(role_data, graph, position)
    return level.title if level else role.title


def position_name(graph: TransitionGraph, position: Position) -> str:
    """Return a spot as `role` or `role@level`."""
    level = graph.level_at(position)
    role = graph.nodes[position.node].role
    return str(RoleRef(role, level.id if level else None))


def _place(role_data: RoleData, graph: TransitionGraph, position: Position) -> tuple[Role, Level | None]:
    role = role_data.roles[graph.nodes[position.node].role]
    rung = graph.level_at(position)
    return role, next((level for level in role.levels if rung and level.id == rung.id), None)


def _pay(role_data: RoleData, graph: TransitionGraph, position: Position) -> PayView | None:
    """Return the yearly pay of a spot: surveyed of the level, else of the role, else the level's estimate.

    People in school or training have none.
    """
    role_id = graph.nodes[position.node].role
    _, level = _place(role_data, graph, position)
    if level and level.stage != "employed":
        return None
    own = best_level_pay(role_data, role_id, level) if level else None
    if own is not None and (own.central_pay() or own.band()):
        return own
    return best_role_pay(role_data, role_id) or own


def _step(role_data: RoleData, graph: TransitionGraph, near: SimilarityPercentiles, step: RouteStep) -> RouteStepView:
    one, other = graph.nodes[step.start.node], graph.nodes[step.end.node]
    from_rung, to_rung = graph.level_at(step.start), graph.level_at(step.end)
    before, after = _pay(role_data, graph, step.start), _pay(role_data, graph, step.end)
    changes_role = one.role != other.role
    return RouteStepView(
        kind=step.kind,
        evidence="declared" if step.declared else step.kind,
        from_role=one.role,
        from_level=from_rung.id if from_rung else None,
        from_title=position_title(role_data, graph, step.start),
        to_role=other.role,
        to_level=to_rung.id if to_rung else None,
        to_title=position_title(role_data, graph, step.end),
        years=None if changes_role else step.years,
        coverage=round((1 - step.missing_share) * 100, 1) if changes_role and step.missing_share is not None else None,
        skills=tuple(
            _to_learn(role_data, one.role, other.role) if changes_role else _raised_skills(role_data, graph, step.end)
        ),
        pay_before=before,
        pay_after=after,
        gain=pay_change_between(before, after),
        pay_given_up=None if step.pay_cut is None else round(step.pay_cut * 100, 1),
        zone_before=one.job_zone,
        zone_after=other.job_zone,
        education_before=_education(one),
        education_after=_education(other),
        to_role_title=role_data.roles[other.role].title,
        walls=tuple(_barriers(role_data, one, other)) if changes_role else (),
        training=tuple(training_view(one) for one in role_data.roles[other.role].training) if changes_role else (),
        why=_why(role_data, near, step, one, other),
        costs={part: round(cost, 2) for part, cost in step.costs.items()},
    )


def _education(node: RoleNode) -> str | None:
    return None if node.education is None or node.education_is_proxy else EDUCATION[node.education]


def _to_learn(role_data: RoleData, one: str, other: str) -> Iterator[SkillGainView]:
    brought = skill_levels(role_data.roles[one].skills)
    lacking = [skill for skill in unique_skills(role_data.roles[other].skills) if credit(skill, brought) < 1]
    for skill in sorted(lacking, key=lambda skill: -weight(skill) * (1 - credit(skill, brought))):
        name, have = role_data.skills[skill.skill].name, brought.get(skill.skill)
        yield copied(SkillGainView, skill, id=skill.skill, name=name, have=have, needed=skill.level)


def _raised_skills(role_data: RoleData, graph: TransitionGraph, position: Position) -> Iterator[SkillGainView]:
    _, level = _place(role_data, graph, position)
    for skill in level.skills if level else ():
        name = role_data.skills[skill.skill].name
        yield SkillGainView(id=skill.skill, name=name, need="must", importance=None, have=None, needed=skill.level)


def _barriers(role_data: RoleData, origin_node: RoleNode, target_node: RoleNode) -> Iterator[BarrierView]:
    """Yield what experience alone does not get one past."""
    yield from preparation_barriers(origin_node, target_node)
    licences = _licences(role_data.roles[target_node.role])
    held = set(_licences(role_data.roles[origin_node.role]))
    for text in licences:
        if text not in held:
            yield BarrierView(kind="licence", text=text)


def _licences(role: Role) -> list[str]:
    texts = role.education.certificates if role.education else ()
    return [text for text in texts if is_license(text)]


def _why(
    role_data: RoleData, near: SimilarityPercentiles, step: RouteStep, origin_node: RoleNode, target_node: RoleNode
) -> str:
    role, target = role_data.roles[origin_node.role], role_data.roles[target_node.role]
    if origin_node.role == target_node.role:
        return f"The ladder of {role.title} leads there."
    if step.kind == "official":
        return role.related.get(target_node.role, "An expert list of related occupations names it.")
    if step.kind == "inferred":
        percentile = near.get((origin_node.role, target_node.role))
        nearer = f", nearer than {percentile:.0f}% of all roles" if percentile is not None else ""
        return f"Nobody declares this change; the two are near by skills, duties and titles{nearer}."
    for move in role.moves:
        if RoleRef.parse(move.to).role == target_node.role and move.kind == step.kind:
            return move.why
    feeders = target.entry.feeders if target.entry else ()
    told = next(
        (feeder.why for feeder in feeders if feeder.role and RoleRef.parse(feeder.role).role == origin_node.role), None
    )
    return told or f"{target.title} names {role.title} among those who come in."


def _totals(role_data: RoleData, graph: TransitionGraph, route: Route, steps: Sequence[RouteStepView]) -> TotalsView:
    start, end = route.steps[0].start, route.steps[-1].end
    gain = pay_change_between(_pay(role_data, graph, start), _pay(role_data, graph, end))
    of_classes = gain is None
    if gain is None:
        roles = (graph.nodes[position.node].role for position in (start, end))
        gain = pay_change_between(*(best_role_pay(role_data, role) for role in roles))
    low, high, currency, unknown = _training_cost([step for step in steps if step.from_role != step.to_role])
    return TotalsView(
        years=known_years(route),
        years_unknown=sum(step.years is None for step in route.steps),
        training_cost_low=low,
        training_cost_high=high,
        training_currency=currency,
        training_unknown=unknown,
        gain=gain,
        gain_of_classes=of_classes and gain is not None,
        pay_given_up_unknown=sum(step.pay_cut is None for step in route.steps),
        lowest_pay=_lowest([step.pay_after for step in steps]),
        payback_months=_payback(high, currency, gain) if not unknown else None,
        cost=round(route.cost, 2),
    )


def known_years(route: Route) -> Num | None:
    """Add up the years on ladders; None where none are known. How long a change of role takes nobody says."""
    known = [step.years for step in route.steps if step.years is not None and step.start.node == step.end.node]
    years = sum(known)
    return None if not known else int(years) if float(years).is_integer() else years


def _training_cost(changes: Sequence[RouteStepView]) -> tuple[Num | None, Num | None, str | None, int]:
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


def _lowest(pays: Sequence[PayView | None]) -> PayView | None:
    """Return the lowest of the yearly pays, estimates only where nothing else is known; those of one currency."""
    known = [pay for pay in pays if pay is not None and (pay.central_pay() or pay.band())]
    surveyed = [pay for pay in known if not pay.is_estimate] or known
    same = [pay for pay in surveyed if pay.currency == surveyed[0].currency]
    return min(same, key=_amount, default=None)


def _amount(pay: PayView) -> Num:
    figure, band = pay.central_pay(), pay.band()
    return figure[1] if figure else band[0] if band else 0


def _payback(cost: Num | None, currency: str | None, gain: RaiseView | None) -> float | None:
    """Return in how many months a raise pays the training back; None without a cost and a raise in one currency."""
    if not cost or gain is None or gain.amount <= 0 or gain.currency != currency:
        return None
    return round(cost / (gain.amount / 12), 1)
