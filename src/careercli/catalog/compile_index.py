"""Layers -> the index of all of them, compiled whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from careercli.catalog.index import PayTable, finish_index
from careercli.catalog.index_patch import is_patch
from careercli.catalog.layers import merge
from careercli.catalog.origins import collect_origins
from careercli.catalog.streamed import read_streamed
from careercli.catalog.validate import read_catalog
from careercli.catalog.yaml_reader import Document, parse

if TYPE_CHECKING:
    from careercli.catalog.index_cache import Progress


def patches_over(layers: Sequence[str], contents: Sequence[bytes]) -> list[Document]:
    """Return those of the layers, the last ones, that only add or change a few roles; raise CatalogInvalid."""
    patches: list[Document] = []
    for named in reversed(list(zip(layers, contents, strict=True))):
        document = parse(*named, defer=True)
        if not is_patch(document):
            break
        patches.insert(0, document)
    return patches


def compile_index(
    connection: sqlite3.Connection, layers: Sequence[str], contents: list[bytes], progress: Progress | None
) -> None:
    """Compile the layers into an empty database; empty `contents`; raise CatalogInvalid."""

    def report(what: str, done: int) -> None:
        if progress:
            progress.report(what, done, 3)

    report("Compiling: catalogs", 0)
    documents = [parse(*named, defer=True) for named in zip(layers, contents, strict=True)]
    contents.clear()
    merged = merge(documents)
    report("Compiling: occupations and pay", 1)
    table = PayTable(connection)
    catalog = read_streamed(merged, table.take)
    if catalog is None:
        table.restart()
        catalog = read_catalog(merge([document.complete() for document in documents]))
        occupations = {code: table.take(catalog, code, one) for code, one in catalog.occupations.items()}
        catalog = msgspec.structs.replace(catalog, occupations=occupations)
    origins = collect_origins(merged)
    del documents, merged
    report("Compiling: names and similar jobs", 2)
    finish_index(connection, catalog, table, origins)
    report("", 3)
