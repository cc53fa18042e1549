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
    """An edge: a job people come from, a level of a ladder, or a move to another role.

    Names starting with `from_role_` and `to_role_` are about the whole role at that end. All other figures are about
    the level where the edge ends, and are null if it ends at a whole role, as feeders do.
    """

    depth: int
    """How deep the edge is in its tree, from 0. It belongs to the last edge before it that is one less deep."""
    kind: str
    """feeder: a job people come from; level: a step of a ladder; promotion, lateral or pivot: a move to another role.
    """
    from_: PositionView | None
    """Null for a level at which people start, and for the level at which a move into its role arrives."""
    to: PositionView
    """For a feeder, the role you asked about."""
    track: str | None
    """The track of the level `to`: ic or management. The fields up to `gain` are about that level too."""
    years_from: Num | None
    """Years of experience at which the level starts."""
    years_to: Num | None
    """Years at which the next level starts; null if the end is open or unknown."""
    stage: str | None
    """study, training or employed. People in school or training have no pay."""
    pay: KeyPayView | None
    """The pay that is published for the level itself."""
    distribution: PayView | None
    """All points of the distribution that `pay` comes from, or that has only bounds. Records leave it out."""
    official_wage_level: WageLevelView | None
    """The official wage level at the place you asked for, if no pay is known for the level there."""
    estimate: EstimateView | None
    """Our national estimate for its wage level, if neither is known."""
    gain: RaiseView | None
    """The raise from the pay of the level `from` to that of the level `to`; null if they cannot be compared."""
    from_role_title: str | None
    """The title of the role at that end, whatever the level; null for a job that is not a role."""
    from_role_pay: KeyPayView | None
    """The pay of all levels of that role together, as in `list`; null if both ends are one role."""
    from_role_growth: KeyFigureView | None
    """How the number of its jobs should change; null if both ends are one role."""
    to_role_title: str
    """The title of the role that the edge leads to, whatever the level."""
    to_role_pay: KeyPayView | None
    """The pay of all its levels together, as in `list`; null if both ends are one role."""
    to_role_growth: KeyFigureView | None
    """How the number of its jobs should change; null if both ends are one role."""
    role_gain: RaiseView | None
    """The difference between `from_role_pay` and `to_role_pay`; null if they cannot be compared."""
    why: str | None
    source: str | None
    """Who says that the level exists and how many years it takes."""
    more: bool
    """Whether the tree continues here but was cut by `--depth`, or is shown elsewhere."""


class PathView(AnswerView, frozen=True, kw_only=True):
    """The progression of one role as a tree, or with no role the edges of the whole catalog."""

    record: ClassVar[type[View]] = EdgeView
    optional: ClassVar[tuple[str, ...]] = ("distribution", "official_wage_level")

    command: str = "path"
    read_as: tuple[ReadAsView, ...] | None
    """Names that were read as others; null if each was found as typed."""
    role: str | None
    """Null if the rows are about all roles."""
    title: str | None
    level: str | None
    """The level at which the tree starts; null for the whole role."""
    level_title: str | None
    edges: bool
    """Whether a page shows the rows as a table instead of a tree. The rows are the same."""
    place: str | None
    """The place whose pay the rows show; null for the nation. Estimates and growth are always national."""
    place_title: str | None
    role_pay: KeyPayView | None
    """The pay of all levels of the role together, as in `list`."""
    role_growth: KeyFigureView | None
    """How the number of its jobs should change."""
    progression: str | None
    """How people advance, in the words of the catalog."""
    milestones: tuple[str, ...]
    """What you should have done by when."""
    rows: tuple[EdgeView, ...]
    """The tree from the root down, each edge before the edges below it: jobs people come from, then the ladder from the
    levels at which people start, then moves from any level."""
    sources: tuple[SourceView, ...]

    def without(self) -> tuple[str, ...]:
        """Return the distributions, and the official wage levels, which there are at a place alone."""
        return self.optional[:1] if self.place else self.optional
