"""Catalog -> the bytes of a layer: JSON, which is YAML, with a line for each source, place and occupation.

The same catalog gives the same bytes, and a diff between two layers shows the occupations that changed.
"""

from collections.abc import Mapping

import msgspec

from careercli.model import Catalog


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
