"""Routes from one place to another, asked by name: the best ones explained, or the constraint that none keeps to."""

import math
from collections.abc import Iterator, Mapping, Sequence

from careercli.answers.path.route_search import Limits, Map, Prefer, Question, Route, Spot, best_routes
from careercli.answers.path.route_steps import explain, place_title, spot_name
from careercli.answers.path.route_view import RefusalView, RouteStepView, RouteView
from careercli.answers.path.view import PathRowView, PathView
from careercli.answers.shared.figures import Desk, open_desk, source_views
from careercli.answers.shared.names import Found, resolve
from careercli.catalog.reader import Library
from careercli.errors import NotFound, UsageProblem
from careercli.model import SCHEMA_VERSION

_LIMIT_WORDS: dict[str, str] = {
    "max_years": "--max-years",
    "min_pay": "--min-pay",
    "no_degree": "--no-degree",
    "max_steps": "--max-steps",
    "avoid": "--avoid",
    "via": "--via",
}
"""Each limit as the user set it."""


def routes(  # noqa: PLR0913 (what a route may have to keep to)
    library: Library,
    name: str,
    target: str,
    *,
    limits: Limits,
    prefer: Prefer = "balance",
    most: int = 3,
    from_level: str | None = None,
    why: bool = False,
) -> PathView:
    """Return the `most` best routes from one role or level to another, under the limits.

    Roles in `limits` are named as a user names them. Raises NotFound for an unknown name or where nothing at all leads
    there, UsageProblem where one is there already.
    """
    for limit in ("max_years", "min_pay"):
        value = getattr(limits, limit)
        if value is not None and not math.isfinite(value):
            raise UsageProblem(
                f"{_LIMIT_WORDS[limit]} is a number such as 5, got {value}", hint="Leave it out for no limit."
            )
    start = resolve(library, f"{name.partition('@')[0]}@{from_level}" if from_level else name)
    goal = resolve(library, target)
    limits = limits._replace(
        avoid=frozenset(resolve(library, one).role for one in limits.avoid),
        via=resolve(library, limits.via).role if limits.via else None,
    )
    map_ = Map(library.junctions())
    where, notes = _start(library, map_, start)
    end = map_.spot(goal.role, goal.level) if goal.level else map_.position[goal.role]
    question = Question(map_, where, end, limits, prefer)
    if end in (where, where.junction):
        hint = f"Name a level of it: careercli path {start.role} --to {start.role}@LEVEL"
        raise UsageProblem(f"one is at {goal.name} already", hint=hint)
    found = best_routes(question, most)
    refusals = () if found else tuple(_refusals(question))
    desk = _desk(library, map_, where, found)
    if not found and not refusals:
        raise NotFound(
            f"no chain of moves, feeders or near roles leads from {start.name} to {goal.name}",
            hint=f"See where it leads: careercli path {start.role} --depth 2",
        )
    near = _percentiles(library, map_, found)
    views = tuple(explain(desk, map_, near, route, rank) for rank, route in enumerate(found, start=1))
    notes += _moved(question, found)
    return PathView(
        schema_version=SCHEMA_VERSION,
        command="path",
        role=spot_name(map_, where),
        title=place_title(desk, map_, where),
        progression=None,
        milestones=(),
        feeders=(),
        ladder=(),
        moves=(),
        target=goal.name,
        target_title=_title(library, goal),
        prefer=prefer,
        why=why,
        routes=views,
        refusals=refusals,
        notes=tuple(notes),
        rows=tuple(_row(view, step, nth) for view in views for nth, step in enumerate(view.steps)),
        sources=source_views(library, _cited(views)),
    )


def _start(library: Library, map_: Map, start: Found) -> tuple[Spot, list[str]]:
    """Return where the route begins; of a role alone, the level that bears its title, else the first."""
    if start.level or not map_.junctions[map_.position[start.role]].rungs:
        return map_.spot(start.role, start.level), []
    role = library.role(start.role)
    level = next((level for level in role.levels if level.title == role.title), role.levels[0])
    return map_.spot(start.role, level.id), [f"Begins at the level {level.title}; --from-level names another."]


def _title(library: Library, found: Found) -> str:
    role = library.role(found.role)
    return next((level.title for level in role.levels if level.id == found.level), role.title)


def _desk(library: Library, map_: Map, where: Spot, found: Sequence[Route]) -> Desk:
    junctions = [where.junction, *(step.end.junction for route in found for step in route.steps)]
    return open_desk(library, dict.fromkeys(map_.junctions[one].role for one in junctions))


def _percentiles(library: Library, map_: Map, found: Sequence[Route]) -> Mapping[tuple[str, str], float]:
    inferred = {
        (map_.junctions[step.start.junction].role, map_.junctions[step.end.junction].role)
        for route in found
        for step in route.steps
        if step.kind == "inferred"
    }
    near = {role: library.neighbours(role) for role in sorted({one for one, _ in inferred})}
    return {(role, other.role): other.percentile for role, others in near.items() for other in others}


def _refusals(question: Question) -> Iterator[RefusalView]:
    """Yield every single limit without which there is a route; all of them together where no single one is it."""
    free, limits = Limits(), question.limits
    set_ = [name for name in Limits._fields if getattr(limits, name) != getattr(free, name)]
    broken = False
    for name in set_:
        eased = best_routes(question._replace(limits=limits._replace(**{name: getattr(free, name)})), 1)
        if eased:
            broken = True
            text = f"Without {_LIMIT_WORDS[name]} there is one: {_short(question.map, eased[0])}."
            yield RefusalView(constraint=name, text=text)
    if not broken and len(set_) > 1:
        best = best_routes(question._replace(limits=free), 1)
        if best:
            words = ", ".join(_LIMIT_WORDS[name] for name in set_)
            text = f"Only without several of {words} there is one: {_short(question.map, best[0])}."
            yield RefusalView(constraint="several", text=text)


def _short(map_: Map, route: Route) -> str:
    years = sum(step.years or 0 for step in route.steps)
    return f"{' > '.join(spot_name(map_, step.end) for step in route.steps)}, {years:g} years on the ladders"


def _moved(question: Question, found: Sequence[Route]) -> list[str]:
    """Say what the preference changed against the usual order."""
    prefer = question.prefer
    if prefer == "balance" or not found:
        return []
    usual = best_routes(question._replace(prefer="balance"), 1)[0]
    if _way(usual) == _way(found[0]):
        return [f"Preferring {prefer} puts the same route first as without it."]
    ranks = [_way(route) for route in found]
    place = f"is number {ranks.index(_way(usual)) + 1} here" if _way(usual) in ranks else "is not among these"
    return [f"Without --prefer {prefer} the first route would be {_short(question.map, usual)}; it {place}."]


def _way(route: Route) -> tuple[Spot, ...]:
    return tuple(step.end for step in route.steps)


def _row(route: RouteView, step: RouteStepView, nth: int) -> PathRowView:
    figure = step.pay_after.central() if step.pay_after else None
    return PathRowView(
        depth=nth,
        kind=step.kind,
        from_role=step.from_role,
        from_level=step.from_level,
        role=step.to_role,
        level=step.to_level,
        title=step.to_title,
        track=None,
        years_from=None,
        years_to=step.years,
        pay=figure[1] if figure else None,
        pay_statistic=figure[0] if figure else None,
        pay_occupation=step.pay_after.occupation if step.pay_after else None,
        pay_fit=step.pay_after.fit if step.pay_after else None,
        currency=step.pay_after.currency if step.pay_after else None,
        raise_percent=step.gain.percent if step.gain else None,
        source=step.pay_after.source if step.pay_after else None,
        why=step.why,
        route=route.rank,
    )


def _cited(views: Sequence[RouteView]) -> Iterator[str | None]:
    for route in views:
        for step in route.steps:
            for pay in (step.pay_before, step.pay_after):
                yield pay.source if pay else None
            for training in step.training:
                yield training.source
