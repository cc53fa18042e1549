"""What a progression looks like."""

from typing import ClassVar

from careercli.answers.path.route_view import RefusalView, RouteView
from careercli.answers.shared.view_parts import (
    AnswerView,
    EstimateView,
    KeyFigureView,
    KeyPayView,
    NotJudgedView,
    Num,
    PayView,
    RaiseView,
    ReadAsView,
    SourceView,
    View,
    WageLevelView,
)


class NodeView(View, frozen=True):
    """A place on the way: who comes in, a level, or where one can go from it."""

    kind: str
    """role, feeder, level, promotion, lateral or pivot."""
    role: str | None
    """Null for a feeder that no catalog has as a role."""
    level: str | None
    title: str
    track: str | None
    years: tuple[Num, Num | None] | None
    """Half-open band of years of experience; the end is null where it is open."""
    stage: str | None
    """study, training or employed; null where it is no level. People in school or training have no pay."""
    pay: PayView | None
    official_wage_level: WageLevelView | None
    """Where no pay is known for the level at the place that was asked for: what its wage level officially is there."""
    estimate: EstimateView | None
    """Where neither is known: what its wage level comes to in the nation."""
    gain: RaiseView | None
    """Against the node that it hangs from."""
    role_title: str | None
    """What its role is called, whatever the level; null for a feeder that is no role."""
    role_pay: KeyPayView | None
    """The pay that stands for its role in lists; null for a level of a ladder, as the growth is."""
    role_growth: KeyFigureView | None
    why: str | None
    source: str | None
    more: bool
    """Whether the tree goes on here and was cut by `--depth`, or stands elsewhere already."""
    children: tuple["NodeView", ...]


class PathRowView(View, frozen=True):
    """One edge of the tree, for scripts that want a table."""

    depth: int
    kind: str
    from_role: str | None
    from_level: str | None
    role: str | None
    level: str | None
    title: str
    track: str | None
    years_from: Num | None
    years_to: Num | None
    pay: Num | None
    pay_statistic: str | None
    pay_occupation: str | None
    """The official class whose pay it is; null when it is the pay of the place itself."""
    pay_fit: str | None
    currency: str | None
    wage: Num | None
    """The official wage level at the place that was asked for."""
    wage_statistic: str | None
    """Which of the four it is: `official wage level: entry`."""
    wage_per: str | None
    estimate: Num | None
    """Yearly pay by the method of the estimate, where no pay is known for the level."""
    stage: str | None
    raise_percent: float | None
    source: str | None
    why: str | None
    route: int | None
    """Which route the step belongs to, from 1; null for the edges of a tree."""


class PathView(AnswerView, frozen=True, kw_only=True):
    """The progression of one role as a tree, or the routes from it to another place."""

    record: ClassVar[type[View]] = PathRowView

    command: str = "path"
    read_as: tuple[ReadAsView, ...] | None
    """The names that were read as others; null where each was found as it was typed."""
    role: str
    title: str
    place: str | None
    """Where pay is what the tree shows; null: in the nation."""
    place_title: str | None
    role_pay: KeyPayView | None
    """The pay that stands for the role in lists; null for routes, as its growth is."""
    role_growth: KeyFigureView | None
    progression: str | None
    milestones: tuple[str, ...]
    feeders: tuple[NodeView, ...]
    ladder: tuple[NodeView, ...]
    """The levels that people start at, each with what it leads to."""
    moves: tuple[NodeView, ...]
    """Ways on that are open from any level."""
    target: str | None
    """Where the routes lead, `role` or `role@level`; null for a tree. `role` is then the place where they begin."""
    target_title: str | None
    prefer: str | None
    """What the routes are ordered by: balance, fast, pay or easy."""
    why: bool
    """Whether a page spells out what each step counts; it is always in `routes`."""
    routes: tuple[RouteView, ...]
    refusals: tuple[RefusalView, ...]
    """Where no route keeps to all constraints: those without which there is one."""
    not_judged: tuple[NotJudgedView, ...]
    """Roles that a route might pass, left out because what is known does not say whether they keep to a constraint."""
    notes: tuple[str, ...]
    """What was assumed, and what another preference would have put first."""
    rows: tuple[PathRowView, ...]
    sources: tuple[SourceView, ...]
