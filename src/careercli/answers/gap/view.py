"""What a gap looks like: what a role asks, what somebody has, and how far that reaches."""

from typing import ClassVar

from careercli.answers.shared.view_parts import AnswerView, Num, ReadAsView, SourceView, View


class GapRecord(View, frozen=True):
    """One thing that the role asks, and how far it is there; in JSON a row."""

    kind: str
    """skill, experience, education or certificate: kinds of gap that nobody should add up in the head."""
    id: str
    label: str
    need: str
    """must or nice."""
    state: str
    """have, partial, missing or unknown."""
    asked: Num | None
    """In `unit`; null where no degree is asked, or none is known."""
    have: Num | None
    stated: Num | None
    """The level that the person states, where something else counts for more; null elsewhere."""
    unit: str | None
    """level (0 to 100), years, or class (0 to 7, the classes of entry education)."""
    asked_text: str
    have_text: str
    proof: str | None
    """stated, certificate, practised, mentioned, implied, dates or degree: the reason that counts most."""
    found_at: tuple[str, ...]
    """Where in the file the proof stands; for a skill that is practised or implied, the role held."""
    weight: float
    credit: float | None
    """0 to 1; null where it cannot be judged and is left out of the score."""
    points: float | None
    """What it adds to the score."""
    gain: float | None
    """What it would add if it were there in full."""
    source: str | None
    """Who says that the role asks it; null for the words of the catalog."""
    note: str | None
    countries: tuple[str, ...]
    """Where a certificate counts, as ISO 3166 codes and EU; empty where no country is named, and for other kinds."""
    fit: str | None
    """How the official class that this is asked of fits the role: exact, part or proxy; null elsewhere."""


class ReadinessView(View, frozen=True):
    """The score and all that it must be read with."""

    score: float | None
    """0 to 100, earned / possible; null where there is nothing to judge."""
    earned: float
    """Sum of weight x credit over the items that were judged."""
    possible: float
    """Sum of their weights."""
    items: int
    """Items that were judged."""
    unknown: int
    """Items that could not be judged and are left out."""
    level_not_said: int
    """Skills that are stated without a level."""
    verdict: str
    """ready, nearly ready, part of the way, at the start, or nothing to judge."""
    capped_by: tuple[str, ...]
    """Must-haves that are missing and hold the verdict below what the score alone would say."""
    contributors: tuple[str, ...]
    """Ids of the items that add most."""


class KindView(View, frozen=True):
    """One kind of gap in numbers."""

    kind: str
    score: float | None
    have: int
    partial: int
    missing: int
    unknown: int


class RouteView(View, frozen=True):
    """A way to come by something, in the catalog's words."""

    kind: str
    """training, certificate, education, step or job."""
    text: str
    role: str | None
    title: str | None
    """What the role is called, for a job."""
    source: str | None


class GapStepView(View, frozen=True):
    """One thing to do, with what it would add to the score."""

    item: str
    kind: str
    action: str
    gain: float
    score_after: float
    tied_with: tuple[str, ...]
    """Labels of items that would add as much."""
    routes: tuple[RouteView, ...]
    """Empty where the catalog knows none."""


class YearsView(View, frozen=True):
    """Years worked, days in two positions counted once."""

    total: float
    relevant: float
    """In this role, in roles that lead to it or are near it."""
    in_role: float
    under_unknown_titles: float


class MappingView(View, frozen=True):
    """How one thing in the file was taken."""

    kind: str
    text: str
    found_at: tuple[str, ...]
    to: str | None
    """The id of the skill, role or item, or the number of the class of education; null where it could not be mapped."""
    title: str | None
    how: str | None
    level: int | None
    """0 to 100, what `level_text` was taken for; null where it has no scale."""
    level_text: str | None
    candidates: tuple[str, ...]
    """Titles of what it could be."""


class GapView(AnswerView, frozen=True, kw_only=True):
    """A role against a person, or against another role."""

    record: ClassVar[type[View]] = GapRecord

    command: str = "gap"
    read_as: tuple[ReadAsView, ...] | None
    """The names that were read as others; null where each was found as it was typed."""
    role: str
    """`role` or `role@level`."""
    title: str
    person: str
    """resume, profile or role: what stands against the role."""
    person_role: str | None
    person_title: str | None
    country: str | None
    """The country whose licences count, as the file gives it."""
    today: str | None
    """The day up to which work without an end is counted."""
    why: bool
    """Whether the arithmetic was asked for; it stands in the rows either way."""
    verdict: tuple[str, ...]
    readiness: ReadinessView
    steps: tuple[GapStepView, ...]
    kinds: tuple[KindView, ...]
    years: YearsView
    rows: tuple[GapRecord, ...]
    later: tuple[str, ...]
    """Skills of the role that the ladder raises only after this level, so that they are not asked here."""
    mapping: tuple[MappingView, ...]
    unmapped: tuple[MappingView, ...]
    notes: tuple[str, ...]
    sources: tuple[SourceView, ...]
