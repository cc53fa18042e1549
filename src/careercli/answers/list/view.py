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
    """exact, part or proxy, when `education` is said of an official class; null when it is said of the role."""
    pay: KeyPayView | None
    distribution: PayView | None
    """All points of the distribution that `pay` is taken from; null unless --percentiles asks for it."""
    growth: KeyFigureView | None
    openings: KeyFigureView | None
    employment: KeyFigureView | None


class FamilyView(View, frozen=True):
    """A family of roles by name."""

    family: str
    family_title: str


class OptionsView(View, frozen=True):
    """What was asked for besides limits of pay, by the names that the catalog has."""

    families: tuple[FamilyView, ...]
    """Only these, by title."""
    with_skills: tuple[SkillNameView, ...]
    """Only roles that use these, by name."""
    track: str | None
    min_growth: Num | None
    """In percent."""
    no_degree: bool
    """Only roles that need no degree."""
    proxies: bool
    """Whether filters count figures of another job."""
    place: str | None
    """The place in which pay is meant; null: wherever it stands for the role."""
    place_title: str | None
    sort: str | None
    """Null: no order was asked for, and the rows are sorted by family."""
    limit: int | None
    percentiles: bool
    """Whether the rows have distributions.

    A row has none where its pay is no point of one, as for pay that is worked out from another unit of time."""


class ListView(AnswerView, frozen=True, kw_only=True):
    """Roles, filtered and sorted."""

    record: ClassVar[type[View]] = RoleRowView

    optional: ClassVar[tuple[str, ...]] = ("distribution",)

    command: str = "list"
    options: OptionsView
    """What was asked for, by the names that the catalog has."""
    found: int
    """Roles that pass the filters; there are fewer rows where `limit` is less."""
    rows: tuple[RoleRowView, ...]
    pay_filter_currency: str | None
    """The currency in which pay was filtered; null where it was not."""
    min_pay: Num | None
    """The limits by the year, as they were understood; null where there is none."""
    max_pay: Num | None
    """The highest pay a year that was asked for; null where there is no limit."""
    not_judged: tuple[NotJudgedView, ...]
    """Of the roles that pass every other filter; they are left out."""
    sources: tuple[SourceView, ...]

    def without(self) -> tuple[str, ...]:
        """Return the distribution where nobody asked for it."""
        return () if self.options.percentiles else self.optional
