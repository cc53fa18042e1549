"""What an import reports."""

from collections.abc import Iterable
from typing import ClassVar, Literal

from careercli.answers.shared.view_parts import AnswerView, View, copied

Change = Literal["new", "unchanged", "extended", "replaced"]


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
    change: Change
    """What became of the file: new, unchanged, extended by the figures of this import, or replaced by it."""
    registered: bool
    files_read: int
    bytes: int
    counts: dict[str, int]
    notes: tuple[str, ...]
    """What to know of the layer: what it was added to, or which newer release is on the list already."""
    skipped: tuple[SkippedView, ...]


class LayerRecord(View, frozen=True):
    """One layer that was made, with how much came across and how many rows were left out."""

    source: str
    file: str
    written: bool
    change: Change
    registered: bool
    files_read: int
    bytes: int
    counts: tuple[str, ...]
    """`name: number`, as `occupations: 1016`."""
    skipped: int


class ImportView(AnswerView, frozen=True, kw_only=True):
    """The layers that official files became."""

    record: ClassVar[type[View]] = LayerRecord

    command: str = "catalog import"
    rows: tuple[LayerView, ...]
    refused: tuple[SkippedView, ...] = ()
    """Files that became no layer, each with the reason: old formats, and kinds of data of which nothing can be read."""

    def records(self) -> Iterable[LayerRecord]:
        """Yield one record for each layer."""
        for row in self.rows:
            counts = tuple(f"{name}: {number}" for name, number in row.counts.items())
            yield copied(LayerRecord, row, counts=counts, skipped=len(row.skipped))
