"""What the neighbors of a role look like: one row for each, with three kinds of evidence that are kept apart."""

from typing import ClassVar, Literal

from careercli.answers.shared.view_parts import (
    AnswerView,
    KeyFigureView,
    KeyPayView,
    RaiseView,
    ReadAsView,
    SkillNameView,
    SourceView,
    View,
)

EvidenceKind = Literal["text", "titles", "tools", "activities", "skills", "knowledge", "interests", "preparation"]
"""By what two roles are alike."""


class DeclaredView(View, frozen=True):
    """What the catalog itself says about two roles."""

    how: str
    """related, contrast, feeder, or the kind of a move: promotion, lateral or pivot; `pivot from there`
    and the like if the other role names the move."""
    why: str


class OfficialView(View, frozen=True):
    """Where an official list names an occupation as related to this one."""

    rank: int
    """Its rank in the list; 1 is the most similar."""
    tier: str
    """How similar it is, in the words of the list: primary-short, primary-long or supplemental."""
    source: str


class InferredView(View, frozen=True):
    """How similar two roles are, from the data on both. Similarity and overlap are two different numbers."""

    rank: int
    """From 1. Roles that are equally similar share a rank."""
    tied: bool
    """Whether other roles share the rank."""
    percentile: float
    """Similarity: the percent of the catalog's other roles that are less similar."""
    evidence_percentiles: dict[EvidenceKind, float | None]
    """By kind of evidence, the percent of all pairs of roles that are less similar; null without data. `text` is
    summary, duties and tasks, `preparation` is job zones, `skills` is the catalog's skills if both roles have some,
    otherwise a survey's ratings."""


class NeighborView(View, frozen=True):
    """A role similar to the one you asked about, or an occupation without a role in the catalog."""

    role: str | None
    """Null for an occupation without a role."""
    title: str
    """The title of the role, or of an occupation without a role."""
    family: str | None
    family_title: str | None
    occupation: str | None
    """The code in an official list; null if none has it."""
    occupation_title: str | None
    declared: DeclaredView | None
    """What the catalog says; null if it does not name the role."""
    official: OfficialView | None
    """What an official list says; null if none names the role, or its rank is beyond the limit."""
    inferred: InferredView | None
    """How similar it is; null if the role is not among the most similar."""
    pay: KeyPayView | None
    pay_gain: RaiseView | None
    """How much more it pays than the role you asked about; null if the two figures cannot be compared."""
    growth: KeyFigureView | None
    education: str | None
    """The typical entry education."""
    education_fit: str | None
    """How well the official occupation behind `education` fits: exact, part or proxy; null if it is the role's own."""
    overlap: float | None
    """The percent of its skills that you have from the role you asked about, by weight; null if a side has no skills.
    """
    shares: tuple[SkillNameView, ...]
    """Skills that both roles need, the most important for the other role first."""
    needs: tuple[SkillNameView, ...]
    """Skills that the other role needs and the one you asked about does not, the most important first."""


class NoDataView(View, frozen=True):
    """A kind of evidence that the catalogs do not have for the role."""

    evidence: str
    """declared, official or inferred."""
    text: str
    """Why there is none."""


class RelatedView(AnswerView, frozen=True, kw_only=True):
    """The roles related to a role."""

    record: ClassVar[type[View]] = NeighborView

    command: str = "related"
    read_as: tuple[ReadAsView, ...] | None
    role: str
    title: str
    pay: KeyPayView | None
    growth: KeyFigureView | None
    education: str | None
    """The typical entry education."""
    education_fit: str | None
    """How well the official occupation behind `education` fits: exact, part or proxy; null if it is the role's own."""
    rows: tuple[NeighborView, ...]
    """Those that the catalog names, in its order, then those on official lists by rank, then the most similar by rank.
    """
    no_data: tuple[NoDataView, ...]
    """The kinds of evidence that the catalogs do not have for the role."""
    sources: tuple[SourceView, ...]

    def declared(self) -> list[tuple[NeighborView, DeclaredView]]:
        """Return what the catalog says, in its order."""
        return [(row, row.declared) for row in self.rows if row.declared]

    def official(self) -> list[tuple[NeighborView, OfficialView]]:
        """Return what official lists say, by rank."""
        found = ((row, row.official) for row in self.rows if row.official)
        return sorted(found, key=lambda one: one[1].rank)

    def inferred(self) -> list[tuple[NeighborView, InferredView]]:
        """Return the nearest roles, those that are equally near by their ids."""
        found = ((row, row.inferred) for row in self.rows if row.inferred)
        return sorted(found, key=lambda one: (one[1].rank, one[0].role or ""))
