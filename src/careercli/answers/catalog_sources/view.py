"""What a catalog's sources look like."""

from typing import ClassVar

from careercli.answers.shared.view_parts import AnswerView, SourceView, View


class CitedSourceView(SourceView, frozen=True):
    """A source, and how much of the catalog comes from it."""

    age: int | None
    """Years since its period began; null if the source has no date."""
    figure_count: int
    """Pay distributions, other figures, parities, training routes, and ratios of wage levels that cite it."""
    profile_count: int
    """Occupations described by it."""


class SourcesView(AnswerView, frozen=True, kw_only=True):
    """Every source of the catalogs in use."""

    record: ClassVar[type[View]] = CitedSourceView

    command: str = "catalog sources"
    stale: int | None
    """The least age in years that you asked for."""
    rows: tuple[CitedSourceView, ...]
