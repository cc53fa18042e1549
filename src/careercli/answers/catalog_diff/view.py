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
    """One difference: in words for readers, and in numbers where there are any."""

    kind: Kind
    section: Section
    """What it is about: roles, levels, pay ..."""
    entry: str
    """The role, occupation, source ... that it is about: by its id in NEW, in OLD where it is gone."""
    title: str
    """What that is called."""
    role: str | None
    """The role, where it is about one or a level of one."""
    level: str | None
    level_title: str | None
    field: str
    """Which field of the model it is: `pay`, `duties`, `title`; empty for a whole record."""
    what: str
    """The same in words: `Pay a year in United States`, `Duty`, the name of a skill."""
    before: str | None = None
    """In words, with the unit; null where OLD says nothing."""
    after: str | None = None
    before_value: Num | None = None
    after_value: Num | None = None
    amount: Num | None = None
    """After less before; null where they are not numbers, or not like with like."""
    percent: float | None = None
    """The amount in percent of before; for pay and counts."""
    statistic: str | None = None
    """Which point of a pay distribution it is; null for the whole distribution."""
    currency: str | None = None
    per: str | None = None
    unit: str | None = None
    before_period: str | None = None
    """The time that the statement speaks of in OLD."""
    after_period: str | None = None
    """The time that it speaks of in NEW."""
    source: str | None = None
    """Who says so: a source of NEW, of OLD where it is gone."""
    note: str | None = None
    """Why nothing was subtracted, or what else to know."""
    also: tuple[str, ...] = ()
    """Roles that extend this one and take the change up."""


class CatalogDiffView(AnswerView, frozen=True, kw_only=True):
    """Everything in which two catalogs differ; no rows where they say the same."""

    record: ClassVar[type[View]] = DiffRow

    command: str = "catalog diff"
    before: str
    """OLD as it was named."""
    after: str
    """NEW as it was named."""
    over: tuple[str, ...]
    """The layers that both were read with; none where each stands alone."""
    sentences: tuple[str, ...]
    """The outcome in sentences, made of the rows alone."""
    rows: tuple[DiffRow, ...]
    sources: tuple[SourceView, ...]
    """The sources that the rows cite."""
