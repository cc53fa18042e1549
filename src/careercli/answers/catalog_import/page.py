"""An import as a page: what came across, where it was written, and what was left out."""

from collections.abc import Sequence

from careercli.amounts import format_number
from careercli.answers.catalog_import.view import ImportView, LayerView, SkippedView
from careercli.answers.shared.page_parts import bullets, heading, prose
from careercli.blocks import Block, Cell, Heading, Page, Row, Table

_STATES = {"new": "written", "unchanged": "unchanged", "extended": "extended", "replaced": "replaced"}
MAX_SHOWN = 20
"""Rows left out that are listed; JSON lists all."""


def page(view: ImportView) -> Page:
    """Return the report as a page."""
    blocks: list[Block] = []
    for layer in view.rows:
        blocks += _layer(layer)
    if view.refused:
        blocks.append(heading(f"Not imported: {format_number(len(view.refused))}"))
        blocks += _reasons(view.refused)
    return Page(tuple(blocks))


def _layer(layer: LayerView) -> list[Block]:
    state = _STATES[layer.change]
    note = "on your list: every command reads it from now on" if layer.registered else "not on your list: use --catalog"
    blocks: list[Block] = [
        Heading(layer.kind, 1, f"{format_number(layer.bytes)} bytes, {state}, {note}"),
        prose(layer.file, "muted"),
        *(prose(note) for note in layer.notes),
        Table(
            ("", "Count"),
            tuple(
                Row(Cell((name.capitalize(),)), (Cell((format_number(count),), numeric=True),))
                for name, count in layer.counts.items()
            ),
        ),
    ]
    if layer.skipped:
        blocks.append(heading(f"Skipped: {format_number(len(layer.skipped))}"))
        blocks += _reasons(layer.skipped)
    return blocks


def _reasons(skipped: Sequence[SkippedView]) -> list[Block]:
    rows = [f"{_place(row)}: {row.reason}" for row in skipped]
    blocks = list(bullets(rows[:MAX_SHOWN]))
    if len(rows) > MAX_SHOWN:
        blocks.append(prose(f"and {format_number(len(rows) - MAX_SHOWN)} more; --json lists them all", "muted"))
    return blocks


def _place(row: SkippedView) -> str:
    sheet = f", sheet {row.sheet}" if row.sheet else ""
    return f"{row.file}{sheet}, row {row.row}" if row.row else f"{row.file}{sheet}"
