"""Where the values of a role come from, as a part of its page: values of one origin stand together."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from careercli.answers.shared.page_parts import heading
from careercli.answers.show.origin_view import OriginView
from careercli.blocks import Block, Cell, Row, Table

_HEADERS = ("Value", "Layer", "File", "Source", "Overrides")


def origin_blocks(rows: Sequence[OriginView]) -> Iterable[Block]:
    """Yield one table; neighbouring values that come from the same place share a row."""
    if rows:
        yield heading("Where each value comes from")
        yield Table(_HEADERS, tuple(_row(list(group)) for _, group in groupby(rows, _origin)))


def _origin(row: OriginView) -> tuple[object, ...]:
    return row.layer, row.file, row.through, row.source, row.overrides, _split(row.path)[0]


def _row(rows: Sequence[OriginView]) -> Row:
    first = rows[0]
    layer = first.layer or "unnamed"
    return Row(
        Cell((_values(rows),), "strong"),
        (
            Cell((layer, f"inherited from {first.through}") if first.through else (layer,)),
            Cell((first.file or "–",)),
            Cell((first.source or "–",)),
            Cell(first.overrides or ("–",)),
        ),
    )


def _values(rows: Sequence[OriginView]) -> str:
    """Write paths that begin alike once: `environment: place, pace`."""
    if len(rows) == 1:
        return rows[0].path
    holder = _split(rows[0].path)[0]
    parts = [_split(row.path)[1] for row in rows]
    listed = ("; " if any(", " in part for part in parts) else ", ").join(parts)
    return f"{holder}: {listed}" if holder else listed


def _split(path: str) -> tuple[str, str]:
    """Part a path into what holds the value, and the value: its key, or what a record is known by."""
    if path.endswith("]"):
        holder, _, record = path[:-1].rpartition("[")
        return holder, record
    dot = path.find(".", path.rfind("]") + 1)
    return (path[:dot], path[dot + 1 :]) if dot >= 0 else ("", path)
