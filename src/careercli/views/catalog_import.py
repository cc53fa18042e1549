"""What an import reports."""

from careercli.views.parts import View


class SkippedView(View, frozen=True):
    """A row that was left out; `row` counts from 1 as a spreadsheet does, 0 where it is not about one row."""

    file: str
    sheet: str | None
    row: int
    reason: str


class LayerView(View, frozen=True):
    """One layer that was made."""

    source: str
    """Which importer: onet, oews, projections or parities."""
    file: str
    written: bool
    """False: the file held the same bytes already."""
    registered: bool
    files_read: int
    bytes: int
    counts: dict[str, int]
    skipped: tuple[SkippedView, ...]


class ImportView(View, frozen=True):
    """The layers that official files became."""

    schema_version: int
    command: str
    rows: tuple[LayerView, ...]
