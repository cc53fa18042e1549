"""What a list of roles looks like."""

from careercli.views.parts import Num, SourceView, View


class HeadlineView(View, frozen=True):
    """A figure that stands for a role in a list, and what it must be read with."""

    value: Num
    unit: str | None
    currency: str | None
    statistic: str | None
    place: str | None
    period: str | None
    source: str
    occupation: str | None
    fit: str | None


class RoleRowView(View, frozen=True):
    """A role in a list."""

    id: str
    title: str
    family: str
    family_title: str
    aliases: tuple[str, ...]
    levels: int
    tracks: tuple[str, ...]
    education: str | None
    pay: HeadlineView | None
    growth: HeadlineView | None
    openings: HeadlineView | None
    employment: HeadlineView | None


class ListView(View, frozen=True):
    """Roles, filtered and sorted."""

    schema_version: int
    command: str
    rows: tuple[RoleRowView, ...]
    sources: tuple[SourceView, ...]
