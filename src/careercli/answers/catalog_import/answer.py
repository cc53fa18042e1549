"""Imported layers written where they belong, and what is told of each."""

import os
from collections.abc import Iterable

from careercli.answers.catalog_import.view import ImportView, LayerView, SkippedView
from careercli.catalog import registered_layers
from careercli.errors import OutputProblem
from careercli.importers.run import BuiltLayer
from careercli.model import SCHEMA_VERSION


def keep_layers(layers: Iterable[BuiltLayer], output: str | None, *, register: bool) -> ImportView:
    """Write each layer as it comes, to `output` or its own place; with `register`, put it on the user's list.

    Raises OutputProblem for a file that cannot be written.
    """
    rows = tuple(_keep(layer, output, register=register) for layer in layers)
    return ImportView(schema_version=SCHEMA_VERSION, command="catalog import", rows=rows)


def _keep(made: BuiltLayer, output: str | None, *, register: bool) -> LayerView:
    path = os.path.abspath(output or os.path.join(registered_layers.layers_directory(), made.name))
    try:
        written = registered_layers.save_layer(path, made.content)
        if register:
            registered_layers.register([path])
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputProblem(f"cannot write {path}: {reason}", hint="Choose another place with --output.") from None
    return LayerView(
        source=made.kind,
        file=path,
        written=written,
        registered=register,
        files_read=made.files,
        bytes=len(made.content),
        counts=made.imported.counts,
        skipped=tuple(
            SkippedView(file=row.file_label, sheet=row.sheet, row=row.row, reason=row.reason)
            for row in made.imported.skipped
        ),
    )
