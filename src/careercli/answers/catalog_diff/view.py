"""What the difference between two catalogs looks like."""

from typing import ClassVar, Literal

from careercli.answers.shared.view_parts import AnswerView, Num, SourceView, View

Kind = Literal["added", "gone", "renamed", "raised", "lowered", "changed", "renewed"]
"""What became of it. `changed` claims no direction; `renewed`: the same statement of a later time."""
Section = Literal[
    "roles", "levels", "pay", "figures", "skills",
    "occupations", "sources", "vocabulary", "families", "places", "catalog",
]  # fmt: skip
"""What it is about: `roles` all that a role says itself, `levels` what its steps ask, `pay` and `figures` also those of
occupations, `skills` what a role asks, `vocabulary` the skills themselves, `catalog` its name and note."""


class DiffRow(View, frozen=True):
    """One difference: in words, and in numbers if it has any."""

    kind: Kind
    section: Section
    """What it is about: roles, levels, pay and so on."""
    entry: str
    """The id of the role, occupation, source or other entry it is about, in NEW, or in OLD if it is gone."""
    title: str
    """Its title."""
    role: str | None
    """The role, if it is about a role or one of its levels."""
    level: str | None
    level_title: str | None
    field: str
    """Which field of the model it is: `pay`, `duties`, `title`; empty for a whole record."""
    what: str
    """The same in words: `Pay a year in United States`, `Duty`, the name of a skill."""
    before: str | None = None
    """In words, with the unit; null if OLD says nothing."""
    after: str | None = None
    before_value: Num | None = None
    after_value: Num | None = None
    amount: Num | None = None
    """After minus before; null if they are not numbers or cannot be compared."""
    percent: float | None = None
    """The amount in percent of before, for pay and counts."""
    statistic: str | None = None
    """Which point of a pay distribution it is; null for the whole distribution."""
    currency: str | None = None
    per: str | None = None
    unit: str | None = None
    before_period: str | None = None
    """The period of the figure in OLD."""
    after_period: str | None = None
    """The period of the figure in NEW."""
    source: str | None = None
    """The id of the source: one of NEW, or of OLD if it is gone."""
    note: str | None = None
    """Why nothing was subtracted, or what else to know."""
    also: tuple[str, ...] = ()
    """Roles that extend this one and inherit the change."""


class CatalogDiffView(AnswerView, frozen=True, kw_only=True):
    """Every difference between two catalogs; no rows if there is none."""

    record: ClassVar[type[View]] = DiffRow

    command: str = "catalog diff"
    before: str
    """OLD, as you named it."""
    after: str
    """NEW, as you named it."""
    over: tuple[str, ...]
    """The catalogs below both; empty if each is complete on its own."""
    sentences: tuple[str, ...]
    """The result in sentences, from the rows alone."""
    rows: tuple[DiffRow, ...]
    sources: tuple[SourceView, ...]
    """The sources that the rows cite."""
