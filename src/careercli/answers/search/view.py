"""What a search finds."""

from typing import ClassVar

from careercli.answers.shared.view_parts import AnswerView, KeyFigureView, KeyPayView, SourceView, View


class HitView(View, frozen=True):
    """A role that was found, by which of its words, and the figures that stand for it."""

    role: str
    title: str
    family: str
    family_title: str
    matched: str
    """name, skill, text, or some: only some of the words."""
    matched_name: str
    """The name that matched, or that of the skill as the vocabulary has it; else the title."""
    summary: str
    pay: KeyPayView | None
    growth: KeyFigureView | None
    education: str | None
    education_fit: str | None
    """exact, part or proxy, when `education` is said of an official class; null when it is said of the role."""


class SearchView(AnswerView, frozen=True, kw_only=True):
    """What a search found, best first."""

    record: ClassVar[type[View]] = HitView

    command: str = "search"
    query: str
    """What was searched for."""
    corrected: str | None
    """The words that were searched for instead, where those typed are nowhere."""
    ignored_words: tuple[str, ...]
    """The words that count nothing, because no role has them or a word like them."""
    limit: int | None
    """How many rows were asked for; null: the usual number."""
    found: int
    """Roles that the words find; there may be fewer rows."""
    rows: tuple[HitView, ...]
    similar: tuple[HitView, ...]
    """A few roles whose names have some of the words, where the rows are roles that have all."""
    sources: tuple[SourceView, ...]
