"""What a progression looks like: the edges of a tree, or of the whole catalog."""

from typing import ClassVar

from careercli.answers.shared.view_parts import (
    AnswerView,
    EstimateView,
    KeyFigureView,
    KeyPayView,
    Num,
    PayView,
    PositionView,
    RaiseView,
    ReadAsView,
    SourceView,
    View,
    WageLevelView,
)


class EdgeView(View, frozen=True, kw_only=True, rename={"from_": "from"}):
    """An edge: who comes in, a level of a ladder, or a move to another role.

    Every figure says whose it is: `from_role_...` and `to_role_...` belong to the whole role at that end, all others to
    the level at which the edge ends. They are null where an edge ends at a whole role, as those of feeders do.
    """

    depth: int
    """How deep the edge hangs in its tree, from 0: on the last edge before it that is one less deep."""
    kind: str
    """feeder: who comes in; level: a step of a ladder; promotion, lateral or pivot: a move to another role."""
    from_: PositionView | None
    """Null for a level at which people start, and for the level at which a move to its role arrives."""
    to: PositionView
    """Of a feeder, the role that was asked about."""
    track: str | None
    """Of the level `to`, as all that follows up to `gain`: ic or management."""
    years_from: Num | None
    """Years of experience at which people are on the level."""
    years_to: Num | None
    """Up to, not through; null where it is open or not known."""
    stage: str | None
    """study, training or employed. People in school or training have no pay."""
    pay: KeyPayView | None
    """What is published for the level itself."""
    distribution: PayView | None
    """All points of the distribution that `pay` is taken from, or that has bounds alone; records leave it out."""
    official_wage_level: WageLevelView | None
    """Where no pay is known for the level at the place that was asked for: what its wage level officially is there."""
    estimate: EstimateView | None
    """Where neither is known: what its wage level comes to in the nation."""
    gain: RaiseView | None
    """From the pay of the level `from` to that of the level `to`; null where both cannot be compared."""
    from_role_title: str | None
    """What the role at that end is called, whatever the level; null for people of a job that is no role."""
    from_role_pay: KeyPayView | None
    """The pay of all levels of that role together, as lists show it; null where both ends are one role."""
    from_role_growth: KeyFigureView | None
    """How the number of its jobs should change; null where both ends are one role."""
    to_role_title: str
    """What the role is called to which the edge leads, whatever the level."""
    to_role_pay: KeyPayView | None
    """The pay of all its levels together, as lists show it; null where both ends are one role."""
    to_role_growth: KeyFigureView | None
    """How the number of its jobs should change; null where both ends are one role."""
    role_gain: RaiseView | None
    """From `from_role_pay` to `to_role_pay`; null where both cannot be compared."""
    why: str | None
    source: str | None
    """Who says that the level and its years are so."""
    more: bool
    """Whether the tree goes on here and was cut by `--depth`, or stands elsewhere already."""


class PathView(AnswerView, frozen=True, kw_only=True):
    """The progression of one role as a tree, or with no role the edges of the whole catalog."""

    record: ClassVar[type[View]] = EdgeView
    optional: ClassVar[tuple[str, ...]] = ("distribution", "official_wage_level")

    command: str = "path"
    read_as: tuple[ReadAsView, ...] | None
    """The names that were read as others; null where each was found as it was typed."""
    role: str | None
    """Null where the rows are those of all roles."""
    title: str | None
    level: str | None
    """Where the tree begins; null for the whole role."""
    level_title: str | None
    edges: bool
    """Whether a page shows the rows as a table and not as a tree; they are the same."""
    place: str | None
    """Where pay is what the rows show; null: in the nation. Estimates and growth are always those of the nation."""
    place_title: str | None
    role_pay: KeyPayView | None
    """The pay of all levels of the role together, as lists show it."""
    role_growth: KeyFigureView | None
    """How the number of its jobs should change."""
    progression: str | None
    """How people advance, in the words of the catalog."""
    milestones: tuple[str, ...]
    """What marks that one has come further."""
    rows: tuple[EdgeView, ...]
    """The tree from the root down, each edge before those that hang on it: feeders, then the ladder from the levels at
    which people start, then the moves that are open from any level."""
    sources: tuple[SourceView, ...]

    def without(self) -> tuple[str, ...]:
        """Return the distributions, and the official wage levels, which there are at a place alone."""
        return self.optional[:1] if self.place else self.optional
