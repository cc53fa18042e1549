"""The embedded catalog for tests of first screens."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from careercli.catalog import index_cache
from careercli.catalog.index import write_index
from careercli.catalog.reader import CatalogReader
from tests.conftest import read


@pytest.fixture(scope="module")
def embedded() -> Iterator[CatalogReader]:
    """Return a reader of the embedded catalog, compiled in memory."""
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        write_index(connection, read(*map(Path, index_cache.embedded_layers())))
        yield CatalogReader(connection)
