"""What a search finds."""

from typing import ClassVar

from careercli.answers.shared.view_parts import AnswerView, View


class HitView(View, frozen=True):
    """A role that was found, and by which of its words."""

    id: str
    title: str
    family: str
    family_title: str
    matched: str
    """name, skill, text, or some: only some of the words."""
    name: str
    """The name that matched, or that of the skill as the vocabulary has it; else the title."""
    summary: str


class SearchView(AnswerView, frozen=True):
    """What a search found, best first."""

    record: ClassVar[type[View]] = HitView

    query: str
    corrected: str | None
    """The words that were searched for instead, where those typed are nowhere."""
    ignored: tuple[str, ...]
    """The words that count nothing, because no role has them or a word like them."""
    rows: tuple[HitView, ...]
