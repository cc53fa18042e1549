"""Imported layers written where they belong, and what is told of each."""

import os
from collections.abc import Iterable

from careercli.answers.catalog_import.releases import newer_release
from careercli.answers.catalog_import.view import Change, ImportView, LayerView, SkippedView
from careercli.catalog import registered_layers
from careercli.errors import OutputProblem, reason_of
from careercli.importers.layer import Imported, Skipped
from careercli.importers.read_back import check_written
from careercli.importers.run import BuiltLayer
from careercli.importers.standing_layer import ADDING, Changes, join, read_standing


def keep_layers(
    layers: Iterable[BuiltLayer], output: str | None, *, register: bool, refused: Iterable[Skipped] = ()
) -> ImportView:
    """Write each layer as it comes, to `output` or its own place; with `register`, put it on the user's list.

    `refused` is looked at when all layers were made. Raises OutputProblem for a file that cannot be written.
    """
    rows = []
    for layer in layers:
        rows.append(_keep(layer, output, register=register))
        del layer  # a survey fills the memory, and the next layer is made before this name is used again
    refusals = tuple(map(_skipped, refused))
    return ImportView(rows=tuple(rows), refused=refusals)


def _keep(made: BuiltLayer, output: str | None, *, register: bool) -> LayerView:
    path = os.path.abspath(output or os.path.join(registered_layers.layers_directory(), made.name))
    try:
        with registered_layers.locked():
            change, notes = _write(made, path)
            notes += newer_release(made.imported.head, path) if register else []
        if register:
            registered_layers.register([path])
        size = os.path.getsize(path)
    except OSError as error:
        raise OutputProblem(
            f"cannot write {path}: {reason_of(error)}", hint="Choose another place with --output."
        ) from None
    return LayerView(
        kind=made.kind,
        file=path,
        written=change != "unchanged",
        change=change,
        registered=register,
        files_read=made.files,
        bytes=size,
        counts=made.imported.counts,
        notes=tuple(notes),
        skipped=tuple(map(_skipped, made.imported.skipped)),
    )


def _write(made: BuiltLayer, path: str) -> tuple[Change, list[str]]:
    """Write the layer, added to one of the same data that stands there; return what became of that, also in words."""
    layer: Imported = made.imported
    there = os.path.exists(path)
    changes: Changes | None = None
    if there and made.kind in ADDING:
        with open(path, "rb") as stream:
            standing = read_standing(stream.read())
        if standing is not None and standing.name == layer.head.name:
            layer, changes = join(standing, layer)
    if not registered_layers.save_layer(path, layer.lines(), lambda written: check_written(written, path)):
        return "unchanged", []
    if not there:
        return "new", []
    if changes is None:
        return "replaced", ["It replaces the layer that was there."]
    note = f"It was added to the layer that was there: {changes.kept:,} of its figures stay"
    return "extended", [f"{note}, {changes.replaced:,} have new values." if changes.replaced else f"{note}."]


def _skipped(row: Skipped) -> SkippedView:
    return SkippedView(file=row.file_label, sheet=row.sheet, row=row.row, reason=row.reason)
