"""What is paid at the positions of a route."""

from collections.abc import Iterable

from careercli.answers.path_to.transition_graph import Position, TransitionGraph
from careercli.answers.shared.figures import RoleData, role_pay
from careercli.answers.shared.position_pay import best_level_pay
from careercli.answers.shared.view_parts import Num, PayView
from careercli.model import Level, Role


def place_of(role_data: RoleData, graph: TransitionGraph, position: Position) -> tuple[Role, Level | None]:
    """Return the role and the level of a position."""
    role = role_data.roles[graph.nodes[position.node].role]
    node = graph.level_at(position)
    return role, next((level for level in role.levels if node and level.id == node.id), None)


def position_pay(role_data: RoleData, graph: TransitionGraph, position: Position) -> PayView | None:
    """Return the yearly pay of a position: surveyed of the level, else of the role, else the level's estimate.

    People in school or training have none.
    """
    role_id = graph.nodes[position.node].role
    _, level = place_of(role_data, graph, position)
    if level and level.stage != "employed":
        return None
    own = best_level_pay(role_data, role_id, level) if level else None
    if own is not None and (own.central_pay() or own.band()):
        return own
    return best_role_pay(role_data, role_id) or own


def best_role_pay(role_data: RoleData, role_id: str) -> PayView | None:
    """Return the official class that is the role or holds it; a proxy is no pay to steer a career by."""
    pays = [pay for pay in role_pay(role_data, role_id) if pay.per == "year" and pay.fit in ("exact", "part")]
    return next((pay for pay in pays if pay.central_pay() and role_data.sources[pay.source].kind == "official"), None)


def lowest_pay(pays: Iterable[PayView | None]) -> PayView | None:
    """Return the lowest of the yearly pays, estimates only where nothing else is known; those of one currency."""
    known = [pay for pay in pays if pay is not None and (pay.central_pay() or pay.band())]
    surveyed = [pay for pay in known if not pay.is_estimate] or known
    same = [pay for pay in surveyed if pay.currency == surveyed[0].currency]
    return min(same, key=_amount, default=None)


def _amount(pay: PayView) -> Num:
    figure, band = pay.central_pay(), pay.band()
    return figure[1] if figure else band[0] if band else 0
