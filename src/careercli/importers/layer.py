"""Catalog -> the bytes of a layer: JSON, which is YAML, with a line for each source, place and occupation.

The same catalog gives the same bytes, and a diff between two layers shows the occupations that changed.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

import msgspec

from careercli.model import Catalog

ProgressCallback: TypeAlias = Callable[[str, int, int], None]
"""A progress callback: what is being read, steps done, steps in total."""


def layer_name(source: str) -> str:
    """Return the file name of the layer of a source or a catalog: `onet-29-2.json`."""
    return f"{source}.json"


def encode(catalog: Catalog) -> bytes:
    """Return the layer; records stand in the order of their keys, and everything within them as it was given."""
    encoder = msgspec.json.Encoder()
    members = [b'"schema_version":%d' % catalog.schema_version]
    for key in ("name", "title", "note"):
        value = getattr(catalog, key)
        if value is not None:
            members.append(encoder.encode(key) + b":" + encoder.encode(value))
    for key in ("sources", "places", "families", "skills", "occupations", "roles"):
        records = getattr(catalog, key)
        if records:
            members.append(encoder.encode(key) + b":{\n" + _records(records, encoder) + b"\n}")
    return b"{\n" + b",\n".join(members) + b"\n}\n"


def _records(records: Mapping[str, msgspec.Struct], encoder: msgspec.json.Encoder) -> bytes:
    lines = (encoder.encode(key) + b":" + encoder.encode(record) for key, record in sorted(records.items()))
    return b",\n".join(lines)


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
