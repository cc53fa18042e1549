"""What a list of roles looks like."""

from typing import ClassVar

from careercli.answers.shared.view_parts import (
    AnswerView,
    KeyFigureView,
    KeyPayView,
    NotJudgedView,
    Num,
    PayView,
    SkillNameView,
    SourceView,
    View,
)


class RoleRowView(View, frozen=True):
    """A role in a list."""

    role: str
    title: str
    family: str
    family_title: str
    aliases: tuple[str, ...]
    level_count: int
    tracks: tuple[str, ...]
    education: str | None
    education_fit: str | None
    """How well the official occupation behind `education` fits: exact, part or proxy; null if it is the role's own."""
    pay: KeyPayView | None
    distribution: PayView | None
    """All points of the distribution that `pay` comes from; null without --percentiles."""
    growth: KeyFigureView | None
    openings: KeyFigureView | None
    employment: KeyFigureView | None


class FamilyView(View, frozen=True):
    """A family of roles by name."""

    family: str
    family_title: str


class OptionsView(View, frozen=True):
    """What you asked for, except limits on pay, with the names in the catalog."""

    families: tuple[FamilyView, ...]
    """Only these families."""
    with_skills: tuple[SkillNameView, ...]
    """Only roles that use these skills."""
    track: str | None
    min_growth: Num | None
    """In percent."""
    no_degree: bool
    """Only roles that need no degree."""
    proxies: bool
    """Whether filters count figures of a different job."""
    place: str | None
    """The place whose pay is meant; null for the usual place."""
    place_title: str | None
    sort: str | None
    """The order; null if you asked for none, and the rows are sorted by family."""
    limit: int | None
    percentiles: bool
    """Whether the rows have distributions. A row has none if its pay is not a point of one, such as pay converted from
    another unit of time."""


class ListView(AnswerView, frozen=True, kw_only=True):
    """Roles, filtered and sorted."""

    record: ClassVar[type[View]] = RoleRowView

    optional: ClassVar[tuple[str, ...]] = ("distribution",)

    command: str = "list"
    options: OptionsView
    """What you asked for, with the names in the catalog."""
    found: int
    """How many roles pass the filters; `limit` may show fewer rows."""
    rows: tuple[RoleRowView, ...]
    pay_filter_currency: str | None
    """The currency in which pay was filtered; null if it was not."""
    min_pay: Num | None
    """The lowest yearly pay you asked for; null if there is no limit."""
    max_pay: Num | None
    """The highest yearly pay you asked for; null if there is no limit."""
    not_judged: tuple[NotJudgedView, ...]
    """Roles that pass every other filter but are left out because this one could not judge them."""
    sources: tuple[SourceView, ...]

    def without(self) -> tuple[str, ...]:
        """Return the distribution where nobody asked for it."""
        return () if self.options.percentiles else self.optional
