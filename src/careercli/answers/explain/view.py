"""What explained words look like."""

from collections.abc import Iterable
from typing import ClassVar

from careercli.answers.shared.view_parts import AnswerView, SourceView, View


class ExplainedTermView(View, frozen=True):
    """A word that answers use, explained."""

    term: str
    """The id of the word."""
    title: str
    aliases: tuple[str, ...]
    """Other words for it, and its mark."""
    definition: str
    """What it is, in one sentence."""
    why: str
    """Why it matters."""
    example: str | None
    """A sentence with figures from the catalogs in use; null if they have none."""
    cites: tuple[str, ...]
    """The ids of the sources of the example's figures."""
    has_mark: bool
    """Whether the table of marks is shown with it."""


class MarkView(View, frozen=True):
    """How a kind of figure is marked."""

    sample: str
    """A figure from the catalogs in use with its mark, or the mark alone if they have none."""
    text: str
    """What the figure counts."""
    role_count: int | None
    """Roles whose pay is of this kind; null if the mark is not about roles."""


class ExplainView(AnswerView, frozen=True, kw_only=True):
    """Words explained, and the marks of figures."""

    record: ClassVar[type[View]] = ExplainedTermView

    command: str = "explain"
    query: str | None
    """The word you asked for; null for all of them."""
    rows: tuple[ExplainedTermView, ...]
    marks: tuple[MarkView, ...]
    """How figures are marked; empty if you asked for a word that is not a mark."""
    role_count: int
    """Roles of the catalogs in use."""
    term_count: int
    """Words that can be explained."""
    sources: tuple[SourceView, ...]

    def records(self) -> Iterable[View]:
        """Return the words."""
        return self.rows
