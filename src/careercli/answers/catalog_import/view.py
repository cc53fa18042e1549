"""What an import reports."""

from typing import ClassVar, Literal

from careercli.answers.shared.view_parts import AnswerView, View

Change = Literal["new", "unchanged", "extended", "replaced"]


class SkippedView(View, frozen=True):
    """A row that was left out; `row` counts from 1 as a spreadsheet does, 0 where it is not about one row."""

    file: str
    sheet: str | None
    """The sheet of a workbook."""
    row: int
    """From 1, as in a spreadsheet; 0 where it is not about one row."""
    reason: str


class LayerView(View, frozen=True):
    """One layer that was made."""

    kind: str
    """Which importer: onet, oews, projections, parities or oflc."""
    file: str
    written: bool
    """False: the file held the same bytes already."""
    change: Change
    """What became of the file: new, unchanged, extended by the figures of this import, or replaced by it."""
    registered: bool
    """Whether it stands on the list of layers that every command reads."""
    files_read: int
    """How many files it was made of."""
    bytes: int
    counts: dict[str, int]
    """What came across, by kind."""
    notes: tuple[str, ...]
    """What to know of the layer: what it was added to, or which newer release is on the list already."""
    skipped: tuple[SkippedView, ...]
    """Rows that were left out."""


class ImportView(AnswerView, frozen=True, kw_only=True):
    """The layers that official files became."""

    record: ClassVar[type[View]] = LayerView

    command: str = "catalog import"
    rows: tuple[LayerView, ...]
    refused: tuple[SkippedView, ...] = ()
    """Files that became no layer, each with the reason: old formats, and kinds of data of which nothing can be read."""
