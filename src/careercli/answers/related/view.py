"""What the neighbours of a role look like: three kinds of evidence, kept apart."""

from typing import ClassVar

from careercli.answers.shared.view_parts import (
    AnswerView,
    KeyFigureView,
    KeyPayView,
    RaiseView,
    ReadAsView,
    SourceView,
    View,
)


class DeclaredView(View, frozen=True):
    """A role that the catalog itself names beside this one."""

    role: str
    title: str
    how: str
    """related, contrast, feeder, or the kind of a move: promotion, lateral or pivot."""
    why: str


class OfficialView(View, frozen=True):
    """An occupation that an expert list names beside the class that the role is."""

    code: str
    title: str
    role: str | None
    """The role of the catalog that is this class; null where none is."""
    rank: int
    tier: str
    source: str


class InferredView(View, frozen=True):
    """A role that is near by what is known of both. Similarity and coverage are two numbers, and mean two things."""

    role: str
    title: str
    family_title: str
    rank: int
    """From 1; roles that are equally near share one."""
    tied: bool
    percentile: float
    """Similarity: the share of the other roles of the catalog that are less near, in percent."""
    coverage: float | None
    """How much of what the other role asks this one brings, weighted, in percent; null where a side has no skills."""
    shares: tuple[str, ...]
    """Skills that both ask for, the weightiest for the other role first."""
    needs: tuple[str, ...]
    """Skills that the other role asks for and this one does not, the weightiest first."""
    evidence: dict[str, float]
    """By kind of evidence, the share of all pairs of roles that are less alike, in percent; kinds without data left
    out."""


class RoleFactsView(View, frozen=True):
    """What one would like to know of a role before anything else, and how it stands to the role that is asked about."""

    role: str
    title: str
    pay: KeyPayView | None
    pay_gain: RaiseView | None
    """What it pays more; null where the two figures cannot be compared."""
    growth: KeyFigureView | None
    education: str | None
    """The typical entry education."""
    education_fit: str | None
    coverage: float | None
    """How much of what it needs the role that is asked about brings, weighted, in percent; null where a side has no
    skills."""


class RelatedRecord(View, frozen=True):
    """One neighbour by one kind of evidence."""

    evidence: str
    """declared, official or inferred."""
    role: str | None
    title: str
    how: str | None
    rank: int | None
    tied: bool | None
    percentile: float | None
    coverage: float | None
    shares: tuple[str, ...]
    needs: tuple[str, ...]
    code: str | None
    source: str | None


class RelatedView(AnswerView, frozen=True, kw_only=True):
    """The neighbours of a role."""

    record: ClassVar[type[View]] = RelatedRecord

    command: str = "related"
    read_as: tuple[ReadAsView, ...] | None
    """The names that were read as others; null where each was found as it was typed."""
    role: str
    title: str
    declared: tuple[DeclaredView, ...]
    official: tuple[OfficialView, ...]
    inferred: tuple[InferredView, ...]
    facts: tuple[RoleFactsView, ...]
    """The role itself, then each role of the catalog that is named above, once."""
    no_data: tuple[str, ...]
    """The kinds of evidence of which the catalogs have nothing for this role, with the reason."""
    rows: tuple[RelatedRecord, ...]
    sources: tuple[SourceView, ...]
