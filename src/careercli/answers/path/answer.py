"""The progression of a role as a tree: who comes in, the ladder with its forks, and where each place leads.

Without a role, the edges of the whole catalog.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from careercli.answers.path.edges import EdgeWalk, RoleFigures, feeder_edges
from careercli.answers.path.view import EdgeView, PathView
from careercli.answers.shared.figures import RoleData, load_roles, source_views
from careercli.answers.shared.local_figures import at_places, places_with_pay, with_local_pay
from careercli.answers.shared.names import Names
from careercli.answers.shared.places import resolve_places
from careercli.answers.shared.view_parts import KeyFigureView, KeyPayView, ReadAsView
from careercli.catalog.reader import CatalogReader
from careercli.catalog.records import RoleSummary
from careercli.ladders import Ladder
from careercli.model import RoleRef


class _Loaded(NamedTuple):
    """What rows are made of."""

    roles: RoleData
    """With the pay of the place, where one is named."""
    figures: RoleFigures
    place: str | None
    read_as: tuple[ReadAsView, ...]
    """The place, where it was read as another."""


def progression_tree(
    reader: CatalogReader, name: str, *, depth: int, place_name: str | None = None, edges: bool = False
) -> PathView:
    """Return the tree of a role, or of one of its levels upwards; moves are followed for `depth` roles.

    Depth 0 is the ladder alone, 1 names where the moves lead, 2 shows the ladders there, and so on. No role is opened
    twice, so the tree ends on every cycle. With `place_name` pay is that of the place, and estimates stay those of the
    nation. Raises NotFound for an unknown name or place.
    """
    resolver = Names(reader)
    ref = resolver.resolve(name)
    into = reader.moves_into(ref.role)
    reached = _reachable(reader, ref.role, depth)
    loaded = _load(reader, [ref.role, *(row.from_role for row in into), *reached], [ref], place_name)
    role = loaded.roles.roles[ref.role]
    level = next((level for level in role.levels if level.id == ref.level), None)
    walk = EdgeWalk(loaded.roles, loaded.figures)
    rows = list(feeder_edges(loaded.roles, loaded.figures, ref.role, into)) if level is None else []
    rows += walk.ladder(ref.role, [level] if level else Ladder(role).entries(), reach=depth)
    rows += walk.moves_from_any_level(ref.role, reach=depth)
    return _view(reader, loaded, rows, read_as=(*(resolver.read_as or ()), *loaded.read_as), ref=ref, edges=edges)


def all_edges(reader: CatalogReader, *, place_name: str | None = None) -> PathView:
    """Return the edges of the whole catalog, role by role: the feeders that it names, its ladder and its moves.

    Each move is there once, under the role that declares it. Raises NotFound for an unknown place.
    """
    own = [one.id for one in reader.role_summaries() if not one.is_generated]
    ends = (role_id for row in reader.all_moves() for role_id in (row.from_role, row.to_role))
    every = list(dict.fromkeys([*own, *ends]))
    loaded = _load(reader, every, [RoleRef(role_id, None) for role_id in every], place_name)
    walk = EdgeWalk(loaded.roles, loaded.figures)
    rows: list[EdgeView] = []
    for role_id, role in loaded.roles.roles.items():
        rows += feeder_edges(loaded.roles, loaded.figures, role_id, ())
        rows += walk.ladder(role_id, Ladder(role).entries(), reach=1)
        rows += walk.moves_from_any_level(role_id, reach=1)
    return _view(reader, loaded, rows, read_as=loaded.read_as, ref=None, edges=True)


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


def _load(reader: CatalogReader, roles: Iterable[str], refs: Sequence[RoleRef], place_name: str | None) -> _Loaded:
    """Load roles with the figures that stand for them; `refs` decide between two places of one name."""
    role_data = load_roles(reader, dict.fromkeys(roles))
    summaries: Mapping[str, RoleSummary] = reader.role_summaries_of(role_data.roles)
    names = [place_name] if place_name else []
    found = resolve_places(reader, names, lambda some: places_with_pay(reader, role_data, refs, some))
    place = next(iter(found.ids), None)
    if place is None:
        return _Loaded(role_data, RoleFigures(summaries), None, found.read_as)
    there = at_places(reader, role_data, found.ids)
    local = with_local_pay(reader, summaries.values(), place, there.places[place].title)
    return _Loaded(there, RoleFigures({one.id: one for one in local}), place, found.read_as)


def _view(  # noqa: PLR0913 (what a view is made of)
    reader: CatalogReader,
    loaded: _Loaded,
    rows: Sequence[EdgeView],
    *,
    read_as: tuple[ReadAsView, ...],
    ref: RoleRef | None,
    edges: bool,
) -> PathView:
    role = loaded.roles.roles[ref.role] if ref else None
    level = next((level for level in role.levels if ref and level.id == ref.level), None) if role else None
    pay, growth = loaded.figures.of(ref.role if ref else None)
    return PathView(
        read_as=read_as or None,
        role=ref.role if ref else None,
        title=role.title if role else None,
        level=level.id if level else None,
        level_title=level.title if level else None,
        edges=edges,
        place=loaded.place,
        place_title=loaded.roles.places[loaded.place].title if loaded.place else None,
        role_pay=pay,
        role_growth=growth,
        progression=role.progression if role else None,
        milestones=role.milestones if role else (),
        rows=tuple(rows),
        sources=source_views(reader, _cited(rows, pay, growth)),
    )


def _cited(rows: Sequence[EdgeView], *head: KeyPayView | KeyFigureView | None) -> Iterator[str | None]:
    """Yield the sources in the order in which a page comes to them."""
    for row in rows:
        yield row.source
        ends = (row.from_role_pay, row.from_role_growth), (row.to_role_pay, row.to_role_growth)
        told = ends[0] if row.kind == "feeder" else ends[1]
        yield from (figure.source for figure in (row.distribution, row.official_wage_level, *told) if figure)
        yield from (row.estimate.source, row.estimate.pay_source) if row.estimate else ()
    yield from (figure.source for figure in head if figure)
    for row in rows:
        near = (row.from_role_pay, row.from_role_growth, row.to_role_pay, row.to_role_growth)
        yield from (figure.source for figure in near if figure)
