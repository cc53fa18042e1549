"""What a catalog's sources look like."""

from careercli.views.parts import SourceView, View


class CitedSourceView(SourceView, frozen=True):
    """A source with how much of the catalog rests on it."""

    figures: int
    """Pay distributions, other figures, parities and training routes that cite it."""
    profiles: int
    """Occupations described by it."""


class SourcesView(View, frozen=True):
    """Every source of the catalogs in use."""

    schema_version: int
    command: str
    rows: tuple[CitedSourceView, ...]
