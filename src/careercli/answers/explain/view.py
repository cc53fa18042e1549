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
    """What it is, in a sentence that stands alone."""
    why: str
    """Why it matters."""
    example: str | None
    """A sentence with figures of the catalogs in use; null where they have none."""
    cites: tuple[str, ...]
    """The ids of the sources of the example's figures."""
    has_mark: bool
    """Whether the table of marks belongs to it."""


class MarkView(View, frozen=True):
    """How a kind of figure is marked."""

    sample: str
    """A figure of the catalogs in use with its mark; the mark alone where they have none."""
    text: str
    """What the figure counts."""
    role_count: int | None
    """Roles whose pay is of this kind; null where the mark says nothing of a role."""


class ExplainView(AnswerView, frozen=True, kw_only=True):
    """Words explained, and the marks of figures."""

    record: ClassVar[type[View]] = ExplainedTermView

    command: str = "explain"
    query: str | None
    """The word that was asked for; null: all of them."""
    rows: tuple[ExplainedTermView, ...]
    marks: tuple[MarkView, ...]
    """How figures are marked; empty where one word was asked for that is no mark."""
    role_count: int
    """Roles of the catalogs in use."""
    term_count: int
    """Words that can be explained."""
    sources: tuple[SourceView, ...]

    def records(self) -> Iterable[View]:
        """Return the words."""
        return self.rows
