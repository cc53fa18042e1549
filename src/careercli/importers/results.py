"""What an importer hands back: the catalog layer, what was counted, and what was left out and why."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from careercli.model import Catalog

ProgressCallback: TypeAlias = Callable[[str, int, int], None]
"""A progress callback: what is being read, steps done, steps in total."""


class Skipped(NamedTuple):
    """A row that was left out because it cannot be read in one way only."""

    file_label: str
    """The file, as errors call it."""
    sheet: str | None
    row: int
    """Counted from 1 as a spreadsheet counts it, the header included; 0 where it is not about one row."""
    reason: str


class Imported(NamedTuple):
    """One catalog layer made of official files."""

    catalog: Catalog
    counts: dict[str, int]
    """How many of what came across, by the words in which it is reported."""
    skipped: tuple[Skipped, ...]
