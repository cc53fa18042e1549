"""The progression of a role as a tree: who comes in, the ladder with its forks, and where each place leads."""

from collections.abc import Iterator, Mapping
from typing import Any

from careercli.answers.path.node_pay import best_level_pay, best_role_pay, pay_change_between
from careercli.answers.path.view import NodeView, PathRowView, PathView
from careercli.answers.shared.estimates import level_estimate
from careercli.answers.shared.figures import RoleData, load_roles, source_views
from careercli.answers.shared.key_figures import key_figure_view, key_pay_view
from careercli.answers.shared.local_figures import at_places, places_with_pay
from careercli.answers.shared.names import Names
from careercli.answers.shared.places import resolve_places
from careercli.answers.shared.view_parts import (
    KeyFigureView,
    KeyPayView,
    PayView,
    RaiseView,
    View,
    copied,
    flat,
    prefixed,
)
from careercli.answers.shared.wage_levels import level_wage_level
from careercli.catalog.reader import CatalogReader, MoveRow
from careercli.catalog.records import RoleSummary
from careercli.ladders import Ladder
from careercli.model import Level, Move, RoleRef


def progression_tree(reader: CatalogReader, name: str, *, depth: int, place_name: str | None = None) -> PathView:
    """Return the tree of a role, or of one of its levels upwards; moves are followed for `depth` roles.

    Depth 0 is the ladder alone, 1 names where the moves lead, 2 shows the ladders there, and so on. No role is opened
    twice, so the tree ends on every cycle. With `place_name` pay is that of the place, and estimates stay those of the
    nation. Raises NotFound for an unknown name or place.
    """
    resolver = Names(reader)
    place = resolver.resolve(name)
    into = reader.moves_into(place.role)
    roles = _reachable(reader, place.role, depth)
    role_data = load_roles(reader, dict.fromkeys([place.role, *(row.from_role for row in into), *roles]))
    named = [place_name] if place_name else []
    found = resolve_places(reader, named, lambda some: places_with_pay(reader, role_data, [place], some))
    role_data = at_places(reader, role_data, found.ids) if found.ids else role_data
    role = role_data.roles[place.role]
    headlines = _Headlines(reader.role_summaries_of(role_data.roles))
    tree = _Tree(role_data, headlines)
    levels = [level for level in role.levels if level.id == place.level] if place.level else Ladder(role).entries()
    ladder = tuple(tree.level(place.role, level, None, depth) for level in levels)
    moves = tuple(tree.moves(place.role, None, None, depth))
    feeders = tuple(_feeders(role_data, headlines, place.role, into)) if place.level is None else ()
    rows = tuple(_rows((*feeders, *ladder, *moves), place.role))
    head = headlines.of(place.role)
    return path_view(
        read_as=(*(resolver.read_as or ()), *found.read_as) or None,
        role=str(place),
        title=role.title,
        place=next(iter(found.ids), None),
        place_title=role_data.places[found.ids[0]].title if found.ids else None,
        **head,
        progression=role.progression,
        milestones=role.milestones,
        feeders=feeders,
        ladder=ladder,
        moves=moves,
        rows=rows,
        sources=source_views(reader, (*_cited((*feeders, *ladder, *moves)), *_cited_of(*head.values()))),
    )


def path_view(**told: Any) -> PathView:
    """Return a tree or routes: what is not `told` belongs to the other of both, and is empty."""
    nothing = dict.fromkeys(("place", "place_title", "role_pay", "role_growth", "progression"))
    nothing |= dict.fromkeys(("target", "target_title", "prefer"))
    lists = dict.fromkeys(("milestones", "feeders", "ladder", "moves", "routes", "refusals", "not_judged", "notes"), ())
    return PathView(**{"command": "path", "why": False, **nothing, **lists, **told})


def _reachable(reader: CatalogReader, role_id: str, depth: int) -> list[str]:
    """Return the roles that moves lead to within `depth` steps, each once, nearest first."""
    seen = {role_id: None}
    frontier = [role_id]
    for _ in range(depth):
        moves = [move for role in reader.roles(frontier).values() for move in role.moves]
        frontier = [
            target for target in dict.fromkeys(RoleRef.parse(move.to).role for move in moves) if target not in seen
        ]
        seen.update(dict.fromkeys(frontier))
    return list(seen)[1:]


class _Headlines:
    """The figures that stand for roles in lists."""

    def __init__(self, summaries: Mapping[str, RoleSummary]) -> None:
        self._summaries = summaries

    def of(self, role_id: str | None) -> dict[str, KeyPayView | KeyFigureView | None]:
        """Return the figures of a role as fields of a view; none for what is no role."""
        known = self._summaries.get(role_id or "")
        return {
            "role_pay": key_pay_view(known.pay) if known else None,
            "role_growth": key_figure_view("growth", known.growth) if known else None,
        }


class _Tree:
    """Builds nodes; remembers which roles stand open already."""

    def __init__(self, role_data: RoleData, headlines: _Headlines) -> None:
        self._role_data = role_data
        self._headlines = headlines
        self._opened: set[str] = set()
        self._shown: set[tuple[str, str]] = set()
        self._ladders: dict[str, Ladder] = {}

    def level(self, role_id: str, level: Level, earlier: PayView | None, depth: int) -> NodeView:
        """Return a level with what it leads to; a level where two ways meet is opened once."""
        place = (role_id, level.id)
        pay = best_level_pay(self._role_data, role_id, level)
        official = None if pay else level_wage_level(self._role_data, role_id, level)
        again = place in self._shown
        later = self._ladder(role_id).following(level.id)
        children: list[NodeView] = []
        if not again:
            self._shown.add(place)
            children += [self.level(role_id, one, pay, depth) for one in later]
            children += self.moves(role_id, level.id, pay, depth)
        return copied(
            NodeView,
            level,
            kind="level",
            role=role_id,
            level=level.id,
            pay=pay,
            official_wage_level=official,
            estimate=None if pay or official else level_estimate(self._role_data, role_id, level),
            gain=pay_change_between(earlier, pay),
            role_title=self._role_data.roles[role_id].title,
            role_pay=None,
            role_growth=None,
            why=None,
            more=again and bool(later),
            children=tuple(children),
        )

    def _ladder(self, role_id: str) -> Ladder:
        if role_id not in self._ladders:
            self._ladders[role_id] = Ladder(self._role_data.roles[role_id])
        return self._ladders[role_id]

    def moves(self, role_id: str, level_id: str | None, pay: PayView | None, depth: int) -> Iterator[NodeView]:
        """Yield the moves from a level, or with None those from any level of the role."""
        if depth < 1:
            return
        for move in self._role_data.roles[role_id].moves:
            if move.at == level_id:
                yield self._move(move, pay, depth)

    def _move(self, move: Move, pay: PayView | None, depth: int) -> NodeView:
        target_id, level_id = RoleRef.parse(move.to)
        target = self._role_data.roles[target_id]
        level = next((level for level in target.levels if level.id == level_id), None)
        there = best_level_pay(self._role_data, target_id, level) if level else None
        official = level_wage_level(self._role_data, target_id, level) if level and not there else None
        is_known = there or official
        entered = [level] if level else self._ladder(target_id).entries()
        known = target_id in self._opened
        children: tuple[NodeView, ...] = ()
        if depth > 1 and not known:
            self._opened.add(target_id)
            ladder = [self.level(target_id, entry, there, depth - 1) for entry in entered]
            children = (*ladder, *self.moves(target_id, None, there, depth - 1))
        return flat(
            NodeView,
            level,
            kind=move.kind,
            role=target_id,
            level=level_id,
            title=level.title if level else target.title,
            pay=there if level else best_role_pay(self._role_data, target_id),
            official_wage_level=official,
            estimate=None if is_known or level is None else level_estimate(self._role_data, target_id, level),
            gain=pay_change_between(pay, there),
            role_title=target.title,
            **self._headlines.of(target_id),
            why=move.why,
            source=None,
            more=not children and bool(target.levels),
            children=children,
        )


def _feeders(role_data: RoleData, headlines: _Headlines, role_id: str, into: list[MoveRow]) -> Iterator[NodeView]:
    """Yield who comes in: the feeders that the role names, then the roles that declare a move here, each once."""
    role = role_data.roles[role_id]
    told: set[str | None] = set()
    for feeder in role.entry.feeders if role.entry else ():
        from_role, from_level = RoleRef.parse(feeder.role) if feeder.role else (None, None)
        told.add(from_role)
        yield _feeder(role_data, headlines, from_role, from_level, feeder.title, feeder.why)
    for row in into:
        if row.from_role not in told and row.from_role != role_id:
            told.add(row.from_role)
            other = role_data.roles[row.from_role]
            level = next((level for level in other.levels if level.id == row.from_level), None)
            title = level.title if level else other.title
            yield _feeder(role_data, headlines, row.from_role, row.from_level, title, row.why)


def _feeder(  # noqa: PLR0913, PLR0917 (what is known of it)
    role_data: RoleData,
    headlines: _Headlines,
    role_id: str | None,
    level_id: str | None,
    title: str,
    why: str | None,
) -> NodeView:
    return flat(
        NodeView,
        kind="feeder",
        role=role_id,
        level=level_id,
        title=title,
        pay=best_role_pay(role_data, role_id) if role_id else None,
        role_title=role_data.roles[role_id].title if role_id else None,
        **headlines.of(role_id),
        why=why or None,
        more=False,
        children=(),
    )


def path_row(pay: PayView | None, gain: RaiseView | None, part: View, **fields: Any) -> PathRowView:
    """Return a row with what is paid there and gained on the way; other fields are as in the `part`, or null."""
    figure = pay.central_pay() if pay else None
    return flat(
        PathRowView,
        part,
        **prefixed("pay", pay, "occupation", "fit"),
        pay=figure[1] if figure else None,
        pay_statistic=figure[0] if figure else None,
        currency=pay.currency if pay else None,
        raise_percent=gain.percent if gain else None,
        **fields,
    )


def _cited(nodes: tuple[NodeView, ...]) -> Iterator[str | None]:
    for node in nodes:
        yield node.source
        yield node.pay.source if node.pay else None
        yield node.official_wage_level.source if node.official_wage_level else None
        yield from _cited_of(node.role_pay, node.role_growth)
        yield from (node.estimate.source, node.estimate.pay_source) if node.estimate else ()
        yield from _cited(node.children)


def _cited_of(*figures: KeyPayView | KeyFigureView | None) -> Iterator[str]:
    return (figure.source for figure in figures if figure)


def _rows(nodes: tuple[NodeView, ...], role_id: str) -> Iterator[PathRowView]:
    def walk(node: NodeView, parent: NodeView | None, depth: int) -> Iterator[PathRowView]:
        incoming = node.kind == "feeder"
        yield path_row(
            node.pay,
            node.gain,
            node,
            depth=depth,
            from_role=node.role if incoming else parent.role if parent else (None if node.kind == "level" else role_id),
            from_level=node.level if incoming else parent.level if parent else None,
            role=role_id if incoming else node.role,
            level=None if incoming else node.level,
            years_from=node.years[0] if node.years else None,
            years_to=node.years[1] if node.years else None,
            **prefixed("wage", node.official_wage_level, "statistic", "per"),
            wage=node.official_wage_level.value if node.official_wage_level else None,
            estimate=node.estimate.value if node.estimate else None,
            source=node.pay.source if node.pay else node.source,
        )
        for child in node.children:
            yield from walk(child, node, depth + 1)

    for node in nodes:
        yield from walk(node, None, 0)
