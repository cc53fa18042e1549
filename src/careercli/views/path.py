"""What a progression looks like."""

from careercli.views.parts import Num, PayView, SourceView, View


class RaiseView(View, frozen=True):
    """What a step pays, by one statistic of one source."""

    statistic: str
    source: str
    currency: str
    amount: Num
    percent: float | None


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
    pay: PayView | None
    gain: RaiseView | None
    """Against the node that it hangs from."""
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
    raise_percent: float | None
    source: str | None
    why: str | None


class PathView(View, frozen=True):
    """The progression of one role."""

    schema_version: int
    command: str
    role: str
    title: str
    progression: str | None
    milestones: tuple[str, ...]
    feeders: tuple[NodeView, ...]
    ladder: tuple[NodeView, ...]
    """The levels that people start at, each with what it leads to."""
    moves: tuple[NodeView, ...]
    """Ways on that are open from any level."""
    rows: tuple[PathRowView, ...]
    sources: tuple[SourceView, ...]
