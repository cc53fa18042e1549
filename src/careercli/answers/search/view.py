"""What a search finds."""

from typing import ClassVar

from careercli.answers.shared.view_parts import AnswerView, KeyFigureView, KeyPayView, SourceView, View


class HitView(View, frozen=True):
    """A role that was found, what in it matched, and its main figures."""

    role: str
    title: str
    family: str
    family_title: str
    matched: str
    """name, skill, text, or some: only some of the words."""
    matched_name: str
    """The name or the skill that matched, or otherwise the title."""
    summary: str
    pay: KeyPayView | None
    growth: KeyFigureView | None
    education: str | None
    education_fit: str | None
    """How well the official occupation behind `education` fits: exact, part or proxy; null if it is the role's own."""


class SearchView(AnswerView, frozen=True, kw_only=True):
    """What a search found, best first."""

    record: ClassVar[type[View]] = HitView

    command: str = "search"
    query: str
    """What you searched for."""
    corrected: str | None
    """The words that were searched for instead, if yours are found nowhere."""
    ignored_words: tuple[str, ...]
    """The words that were ignored, because no role has them or a similar word."""
    limit: int | None
    """How many rows you asked for; null for the usual number."""
    found: int
    """How many roles the words find; there may be fewer rows."""
    rows: tuple[HitView, ...]
    similar: tuple[HitView, ...]
    """A few roles whose names have some of the words, if the rows have all of them."""
    sources: tuple[SourceView, ...]
