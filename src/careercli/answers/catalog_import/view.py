"""What an import reports."""

from typing import ClassVar, Literal

from careercli.answers.shared.view_parts import AnswerView, View

Change = Literal["new", "unchanged", "extended", "replaced"]


class SkippedView(View, frozen=True):
    """A row that was skipped; `row` counts from 1 as in a spreadsheet, and is 0 if it is not about one row."""

    file: str
    sheet: str | None
    """The sheet of a workbook."""
    row: int
    """From 1, as in a spreadsheet; 0 if it is not about one row."""
    reason: str


class LayerView(View, frozen=True):
    """One layer that was made."""

    kind: str
    """Which importer: onet, oews, projections, parities or oflc."""
    file: str
    written: bool
    """False if the file already had the same bytes."""
    change: Change
    """What happened to the file: new, unchanged, extended (these figures were added) or replaced."""
    registered: bool
    """Whether it is on the list of layers that every command reads."""
    files_read: int
    """How many files it was made of."""
    bytes: int
    counts: dict[str, int]
    """What was imported, by kind."""
    notes: tuple[str, ...]
    """What to know about the layer: what it was added to, or which newer release is already on the list."""
    skipped: tuple[SkippedView, ...]
    """Rows that were skipped."""


class ImportView(AnswerView, frozen=True, kw_only=True):
    """The layers that official files became."""

    record: ClassVar[type[View]] = LayerView

    command: str = "catalog import"
    rows: tuple[LayerView, ...]
    refused: tuple[SkippedView, ...] = ()
    """Files that were not imported, each with the reason, such as old formats."""
