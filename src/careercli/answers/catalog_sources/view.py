"""What a catalog's sources look like."""

from typing import ClassVar

from careercli.answers.shared.view_parts import AnswerView, SourceView, View


class CitedSourceView(SourceView, frozen=True):
    """A source with how much of the catalog rests on it."""

    age: int | None
    """Years since the period began, null where the source gives none."""
    figure_count: int
    """Pay distributions, other figures, parities and training routes that cite it."""
    profile_count: int
    """Occupations described by it."""


class SourcesView(AnswerView, frozen=True, kw_only=True):
    """Every source of the catalogs in use."""

    record: ClassVar[type[View]] = CitedSourceView

    command: str = "catalog sources"
    stale: int | None
    """Years that the sources are old at least, where that was asked for."""
    rows: tuple[CitedSourceView, ...]
