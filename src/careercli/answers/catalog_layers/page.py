"""The layers in use as a page: what commands read, a line a catalog, what to type."""

import shlex
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from careercli.amounts import counted, format_number, join_words
from careercli.answers.catalog_layers.view import LayerStateView, LayersView
from careercli.answers.shared.page_parts import prose
from careercli.blocks import Block, Cell, Group, Label, Labels, Page, Row, Table, Tone

_GIVEN = {"embedded": "built in", "list": "on your list", "option": "this command"}
_STATES: dict[str, tuple[str, Tone]] = {
    "read": ("read", "good"),
    "missing": ("missing", "bad"),
    "unreadable": ("cannot be read", "bad"),
    "invalid": ("not valid", "bad"),
}


def page(view: LayersView) -> Page:
    """Return the layers in the order in which they are laid; files of the embedded catalog share a row."""
    own = [row for row in view.rows if row.named_by != "embedded"]
    blocks: list[Block | Group] = [prose(_summary(len(view.rows) - len(own), own))]
    rows = [
        row
        for key, group in groupby(view.rows, lambda row: (row.named_by, row.name, row.state))
        for row in _rows(key[0], list(group))
    ]
    if rows:
        blocks.append(Group((Table(("", "Name", "From", "State"), tuple(rows)),)))
    commands = tuple(_commands(view, own))
    if commands:
        blocks.append(Group((Labels(commands),)))
    more = Label(f"{'More':7}", (f"nothing is left out. Your list is {view.list_file}",))
    blocks.append(Group((Labels((more,), muted=True),)))
    return Page(tuple(blocks), "Layers")


def _summary(embedded: int, own: Sequence[LayerStateView]) -> str:
    """Say what every command reads, and whether something is wrong with it."""
    parts = [
        *([f"the {counted(embedded, 'file')} that come with careercli"] if embedded else []),
        *([f"{counted(len(own), 'catalog')} of yours"] if own else []),
    ]
    reads = f"Every command reads {join_words(parts)}." if parts else "There is no catalog to read."
    bad = [row for row in own if row.state != "read"]
    order = " Later ones override earlier ones." if own else ""
    wrong = f" {format_number(len(bad))} of yours cannot be used." if bad else ""
    return f"{reads}{order}{wrong}"


def _commands(view: LayersView, own: Sequence[LayerStateView]) -> Iterator[Label]:
    """Yield what to type: the first catalog of one's own is added, one that is not valid is checked."""
    bad = next((row for row in own if row.state == "invalid"), None)
    gone = next((row for row in own if row.state in ("missing", "unreadable") and row.named_by == "list"), None)
    if bad:
        yield Label("Check it", (f"careercli catalog lint {shlex.quote(bad.path)}",), "code")
    if gone:
        yield Label("Take it off", (f"careercli catalog layers remove {shlex.quote(gone.path)}",), "code")
    if not any(row.named_by == "list" for row in view.rows):
        yield Label("Add yours", ("careercli catalog layers add FILE",), "code")


def _rows(given: str, layers: Sequence[LayerStateView]) -> Iterable[Row]:
    if given == "embedded" and len(layers) > 1:
        yield _row(f"{format_number(len(layers))} files", layers[0])
    else:
        yield from (_row(layer.path, layer) for layer in layers)


def _row(label: str, layer: LayerStateView) -> Row:
    words, tone = _STATES[layer.state]
    faults = f", {counted(layer.fault_count, 'mistake')}" if layer.fault_count else ""
    return Row(
        Cell((label,), "strong"),
        (Cell((layer.name or "–",)), Cell((_GIVEN[layer.named_by],)), Cell((words + faults,), tone)),
    )
