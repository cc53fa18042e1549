"""Define what a route search works on: the graph with its positions, the query with its constraints, and routes."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from careercli.answers.path_to.view import CostPart
from careercli.catalog.records import LevelNode, PayBand, RoleNode, TransitionKind

RoutePreference = Literal["balance", "fast", "pay", "easy"]


class RouteConstraints(NamedTuple):
    """What a route must keep to."""

    max_years: float | None = None
    min_pay: float | None = None
    min_pay_currency: str | None = None
    """The currency of `min_pay`, and with it of all pay that may keep to it."""
    no_degree: bool = False
    max_steps: int | None = None
    avoid: frozenset[str] = frozenset()
    via: str | None = None


class Position(NamedTuple):
    """A position in the graph: the index of a node and of its level, -1 if the role has no levels."""

    node: int
    level: int


class RouteStep(NamedTuple):
    """From one spot to the next, what it is, and what it costs by part."""

    start: Position
    end: Position
    kind: TransitionKind
    declared: bool
    """Whether it is a step of the ladder or a move that the catalog declares."""
    years: float | None
    missing_share: float | None
    pay_cut: float | None
    """The share of pay that is given up; None where nobody can say, which counts nothing."""
    costs: Mapping[CostPart, float]
    total: float
    """The sum of `costs`."""


class Route(NamedTuple):
    """Steps and what they cost together."""

    steps: tuple[RouteStep, ...]
    cost: float


class TransitionGraph:
    """The junctions with where each role stands."""

    def __init__(self, nodes: Sequence[RoleNode]) -> None:
        self.nodes = nodes
        self.node_index = {node.role: index for index, node in enumerate(nodes)}

    def position_of(self, role: str, level: str | None) -> Position:
        """Return the spot of a role at a level; at the first one where none is named."""
        index = self.node_index[role]
        levels = self.nodes[index].levels
        if not levels:
            return Position(index, -1)
        return Position(index, next((nth for nth, rung in enumerate(levels) if rung.id == level), 0))

    def level_at(self, position: Position) -> LevelNode | None:
        """Return the level of a spot."""
        return self.nodes[position.node].levels[position.level] if position.level >= 0 else None

    def pay(self, position: Position) -> PayBand | None:
        """Return the yearly pay known of a spot: of the level, else of the role; none in school or training."""
        level = self.level_at(position)
        if level and not level.is_employed:
            return None
        return level.pay if level and level.pay is not None else self.nodes[position.node].pay

    def pay_cut(self, start: Position, end: Position) -> float | None:
        """Return the share of pay that is given up, from 0 to 1; None where nobody can say.

        A figure is held against a figure and a range against a range: from against from, to against to, and the mean
        of both shares. Pay in two currencies, and a range against a figure or with an open end, say nothing.
        """
        before, after = self.pay(start), self.pay(end)
        if before is None or after is None or self.nodes[start.node].currency != self.nodes[end.node].currency:
            return None
        ends = (before[0], after[0]), (before[1], after[1])
        if (before[0] == before[1]) != (after[0] == after[1]) or not all(old and new is not None for old, new in ends):
            return None
        return sum(max(old - new, 0.0) / old for old, new in ends if old and new is not None) / len(ends)


class RouteQuery(NamedTuple):
    """From where to where, within which limits, in which order."""

    graph: TransitionGraph
    start: Position
    goal: Position | int
    """A spot, or the position of a junction that may be reached at any level."""
    constraints: RouteConstraints = RouteConstraints()
    prefer: RoutePreference = "balance"
