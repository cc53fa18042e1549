"""The layers in use as a page."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from careercli.amounts import counted, format_number
from careercli.answers.catalog_layers.view import LayerStateView, LayersView
from careercli.answers.shared.page_parts import command_line, prose
from careercli.blocks import Block, Cell, Heading, Page, Row, Table, Tone

_GIVEN = {"embedded": "with the program", "list": "on your list", "option": "named for this command"}
_STATES: dict[str, tuple[str, Tone]] = {
    "read": ("read", "good"),
    "missing": ("not there", "bad"),
    "unreadable": ("cannot be read", "bad"),
    "invalid": ("not valid", "bad"),
}


def page(view: LayersView) -> Page:
    """Return the layers in the order in which they are laid; files of the embedded catalog share a row."""
    blocks: list[Block] = [Heading("Layers", 1, "a later one goes over an earlier one")]
    rows = [
        row
        for key, group in groupby(view.rows, lambda row: (row.given, row.name, row.state))
        for row in _rows(key[0], list(group))
    ]
    if rows:
        blocks.append(Table(("Layer", "Name", "From", "State"), tuple(rows)))
    if not any(row.given == "list" for row in view.rows):
        blocks.append(prose(f"Your list, {view.list_file}, is empty.", "muted"))
        blocks.append(command_line("careercli catalog layers add FILE", "lets every command read a catalog of yours"))
    return Page(tuple(blocks))


def _rows(given: str, layers: Sequence[LayerStateView]) -> Iterable[Row]:
    if given == "embedded" and len(layers) > 1:
        yield _row(f"{format_number(len(layers))} files", layers[0])
    else:
        yield from (_row(layer.path, layer) for layer in layers)


def _row(label: str, layer: LayerStateView) -> Row:
    words, tone = _STATES[layer.state]
    faults = f", {counted(layer.faults, 'fault')}" if layer.faults else ""
    return Row(
        Cell((label,), "strong"),
        (Cell((layer.name or "–",)), Cell((_GIVEN[layer.given],)), Cell((words + faults,), tone)),
    )
