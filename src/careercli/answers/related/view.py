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
    """What the catalog itself says of two roles."""

    how: str
    """related, contrast, feeder, or the kind of a move: promotion, lateral or pivot; `pivot from there` and the like
    where it is the neighbor that names the move."""
    why: str


class OfficialView(View, frozen=True):
    """Where an official list names an occupation beside the class that the role is."""

    rank: int
    """Its place in the list, 1 for the nearest."""
    tier: str
    """How near it is in the words of the list: primary-short, primary-long or supplemental."""
    source: str


class InferredView(View, frozen=True):
    """How near two roles are by what is known of both. Similarity and overlap are two numbers, and mean two things."""

    rank: int
    """From 1; roles that are equally near share one."""
    tied: bool
    """Whether other roles share the rank."""
    percentile: float
    """Similarity: the share of the other roles of the catalog that are less near, in percent."""
    evidence_percentiles: dict[EvidenceKind, float | None]
    """By kind of evidence, the share of all pairs of roles that are less alike, in percent; null without data. `text`
    is that of summary, duties and tasks, `preparation` that of job zones, `skills` that of the catalog's skills where
    both roles name some, else of a survey's ratings."""


class NeighborView(View, frozen=True):
    """A role near the one that is asked about, or an occupation that no role of the catalog is."""

    role: str | None
    """Null for an occupation that no role is."""
    title: str
    """Of the role; of an occupation that no role is, its own."""
    family: str | None
    family_title: str | None
    occupation: str | None
    """The code that an official list names; null where none names the role."""
    occupation_title: str | None
    declared: DeclaredView | None
    """What the catalog says; null where it does not name the role."""
    official: OfficialView | None
    """What an official list says; null where none names the role, or its place is behind the limit."""
    inferred: InferredView | None
    """How near it is; null where the role is not among the nearest."""
    pay: KeyPayView | None
    pay_gain: RaiseView | None
    """What it pays more than the role that is asked about; null where the two figures cannot be compared."""
    growth: KeyFigureView | None
    education: str | None
    """The typical entry education."""
    education_fit: str | None
    """exact, part or proxy, when `education` is said of an official class; null when it is said of the role."""
    overlap: float | None
    """How much of the skills that it needs the role that is asked about has, weighted, in percent; null where a side
    has no skills."""
    shares: tuple[SkillNameView, ...]
    """Skills that both roles need, the weightiest for the neighbor first."""
    needs: tuple[SkillNameView, ...]
    """Skills that the neighbor needs and the role that is asked about does not, the weightiest first."""


class NoDataView(View, frozen=True):
    """A kind of evidence of which the catalogs have nothing for the role."""

    evidence: str
    """declared, official or inferred."""
    text: str
    """Why there is none."""


class RelatedView(AnswerView, frozen=True, kw_only=True):
    """The neighbors of a role."""

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
    """exact, part or proxy, when `education` is said of an official class; null when it is said of the role."""
    rows: tuple[NeighborView, ...]
    """Those that the catalog names in its order, then those of official lists by rank, then the nearest by rank."""
    no_data: tuple[NoDataView, ...]
    """The kinds of evidence of which the catalogs have nothing for the role."""
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
