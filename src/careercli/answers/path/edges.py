"""The edges of a progression: up the ladders, along the moves and from the feeders, each with what is paid where."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from careercli.answers.path.view import EdgeView
from careercli.answers.shared.estimates import level_estimate
from careercli.answers.shared.figures import RoleData
from careercli.answers.shared.key_figures import key_figure_view, key_pay_change, key_pay_view
from careercli.answers.shared.position_pay import best_level_pay, key_pay_of, pay_change_between
from careercli.answers.shared.view_parts import KeyFigureView, KeyPayView, PayView, PositionView, flat
from careercli.answers.shared.wage_levels import level_wage_level
from careercli.catalog.reader import MoveRow
from careercli.catalog.records import RoleSummary
from careercli.ladders import Ladder
from careercli.model import Level, Move, RoleRef


class RoleFigures:
    """The figures that stand for roles in lists."""

    def __init__(self, summaries: Mapping[str, RoleSummary]) -> None:
        self._summaries = summaries

    def of(self, role_id: str | None) -> tuple[KeyPayView | None, KeyFigureView | None]:
        """Return the pay and the growth of a role; neither for what is no role."""
        known = self._summaries.get(role_id or "")
        return (key_pay_view(known.pay), key_figure_view("growth", known.growth)) if known else (None, None)

    def between(self, role_id: str | None, other_id: str) -> dict[str, Any]:
        """Return what an edge from a role to another one says of both, by field."""
        from_pay, from_growth = self.of(role_id)
        to_pay, to_growth = self.of(other_id)
        one, other = self._summaries.get(role_id or ""), self._summaries[other_id]
        return {
            "from_role_pay": from_pay,
            "from_role_growth": from_growth,
            "to_role_pay": to_pay,
            "to_role_growth": to_growth,
            "role_gain": key_pay_change(one.pay if one else None, other.pay),
        }


class _End(NamedTuple):
    """Where an edge begins or ends, and what is published of the pay of its level."""

    role: str
    level: Level | None
    pay: PayView | None


class EdgeWalk:
    """Walks ladders and moves; remembers which levels were met, and which roles stand open already."""

    def __init__(self, role_data: RoleData, figures: RoleFigures) -> None:
        self._role_data = role_data
        self._figures = figures
        self._opened: set[str] = set()
        self._shown: set[tuple[str, str]] = set()
        self._ladders: dict[str, Ladder] = {}

    def ladder(self, role_id: str, entries: Iterable[Level], *, reach: int, depth: int = 0) -> Iterator[EdgeView]:
        """Yield levels with all that hangs on them; moves are followed for `reach` roles."""
        for level in entries:
            yield from self._rises(None, self._end(role_id, level), level, reach, depth)

    def moves_from_any_level(self, role_id: str, *, reach: int) -> Iterator[EdgeView]:
        """Yield the moves that no level of the role is named for, with all that hangs on them."""
        return self._moves(self._end(role_id, None), None, reach, 0)

    def _rises(self, start: _End | None, end: _End, level: Level, reach: int, depth: int) -> Iterator[EdgeView]:
        """Yield a level with what it leads to; a level where two ways meet is opened once."""
        later = self._ladder(end.role).following(level.id)
        again = (end.role, level.id) in self._shown
        yield self._edge("level", start, end, depth, more=again and bool(later))
        if again:
            return
        self._shown.add((end.role, level.id))
        for one in later:
            yield from self._rises(end, self._end(end.role, one), one, reach, depth + 1)
        yield from self._moves(end, level.id, reach, depth + 1)

    def _moves(self, start: _End, at: str | None, reach: int, depth: int) -> Iterator[EdgeView]:
        """Yield the moves that are open at a level, or with None at any level of the role."""
        if reach < 1:
            return
        for move in self._role_data.roles[start.role].moves:
            if move.at == at:
                yield from self._move(start, move, reach, depth)

    def _move(self, start: _End, move: Move, reach: int, depth: int) -> Iterator[EdgeView]:
        target_id, level_id = RoleRef.parse(move.to)
        target = self._role_data.roles[target_id]
        level = next((level for level in target.levels if level.id == level_id), None)
        end = self._end(target_id, level)
        further: list[EdgeView] = []
        if reach > 1 and target_id not in self._opened:
            self._opened.add(target_id)
            entries = [level] if level else self._ladder(target_id).entries()
            further += self.ladder(target_id, entries, reach=reach - 1, depth=depth + 1)
            further += self._moves(end, None, reach - 1, depth + 1)
        yield self._edge(move.kind, start, end, depth, why=move.why, more=not further and bool(target.levels))
        yield from further

    def _ladder(self, role_id: str) -> Ladder:
        if role_id not in self._ladders:
            self._ladders[role_id] = Ladder(self._role_data.roles[role_id])
        return self._ladders[role_id]

    def _end(self, role_id: str, level: Level | None) -> _End:
        return _End(role_id, level, best_level_pay(self._role_data, role_id, level) if level else None)

    def _edge(  # noqa: PLR0913 (what an edge is)
        self, kind: str, start: _End | None, end: _End, depth: int, *, more: bool, why: str | None = None
    ) -> EdgeView:
        level = end.level
        official = level_wage_level(self._role_data, end.role, level) if level and not end.pay else None
        is_known = level is None or end.pay or official
        return flat(
            EdgeView,
            level,
            depth=depth,
            kind=kind,
            from_=self._position(start) if start else None,
            to=self._position(end),
            years_from=level.years[0] if level and level.years else None,
            years_to=level.years[1] if level and level.years else None,
            pay=key_pay_of(end.pay),
            distribution=end.pay,
            official_wage_level=official,
            estimate=None if is_known or level is None else level_estimate(self._role_data, end.role, level),
            gain=pay_change_between(start.pay if start else None, end.pay),
            from_role_title=self._role_data.roles[start.role].title if start else None,
            to_role_title=self._role_data.roles[end.role].title,
            **(self._figures.between(start.role, end.role) if start and kind != "level" else {}),
            why=why,
            source=level.source if level and kind == "level" else None,
            more=more,
        )

    def _position(self, end: _End) -> PositionView:
        role = self._role_data.roles[end.role]
        level = end.level
        return PositionView(
            role=end.role, level=level.id if level else None, title=level.title if level else role.title
        )


def feeder_edges(
    role_data: RoleData, figures: RoleFigures, role_id: str, into: Iterable[MoveRow]
) -> Iterator[EdgeView]:
    """Yield who comes in: the feeders that the role names, then the roles that declare a move here, each once."""
    role = role_data.roles[role_id]
    told: set[str | None] = set()

    def edge(start: PositionView, why: str | None) -> EdgeView:
        return flat(
            EdgeView,
            depth=0,
            kind="feeder",
            from_=start,
            to=PositionView(role=role_id, level=None, title=role.title),
            from_role_title=role_data.roles[start.role].title if start.role else None,
            to_role_title=role.title,
            **figures.between(start.role, role_id),
            why=why or None,
            more=False,
        )

    for feeder in role.entry.feeders if role.entry else ():
        from_role, from_level = RoleRef.parse(feeder.role) if feeder.role else (None, None)
        told.add(from_role)
        yield edge(PositionView(role=from_role, level=from_level, title=feeder.title), feeder.why)
    for row in into:
        if row.from_role not in told and row.from_role != role_id:
            told.add(row.from_role)
            other = role_data.roles[row.from_role]
            level = next((level for level in other.levels if level.id == row.from_level), None)
            title = level.title if level else other.title
            yield edge(PositionView(role=row.from_role, level=row.from_level, title=title), row.why)
