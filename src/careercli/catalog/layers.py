"""Several catalogs -> one: later layers add entries, add figures to entries that stand, or override a field.

The merge copies only what both sides have, so every record of the result is the very object that its layer was read
into: where a value stands, and in which file, can always be found again.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, SequenceNode

from careercli.catalog.builder import Plain
from careercli.catalog.source import Document, pairs_of, problem_at
from careercli.errors import Problem

_STATEMENTS: dict[str, tuple[str, ...]] = {
    "pay": ("source", "place", "per", "currency", "period", "occupation", "industry", "population", "components"),
    "figures": ("measure", "source", "of", "unit", "place", "period", "population", "occupation"),
    "training": ("source", "title"),
    "moves": ("at", "to", "kind"),
    "parities": ("kind", "period", "source"),
}
"""Lists of statements, with what makes one: another layer adds its own, so that disagreement is seen; where it says the
same thing of the same people at the same time from the same source, it says it anew."""
_KEYED = {"levels": "id", "skills": "skill", "occupations": "code"}
"""Lists of records with an identity: another layer extends the record of the same name."""


class Layers(NamedTuple):
    """The layers as they were read, and all of them in one, the later over the earlier."""

    documents: tuple[Document, ...]
    data: dict[str, Plain]

    def below(self, position: int) -> dict[str, Plain]:
        """Return what the layers below the one at `position` make together."""
        return merge(self.documents[:position]).data


def merge(documents: Sequence[Document]) -> Layers:
    """Return the layers and what they make together."""
    data: dict[str, Plain] = {}
    for document in documents:
        data = _merge_mappings(data, document.data)
    return Layers(tuple(documents), data)


def counterpart(key: str, item: Plain, under: Plain) -> Plain:
    """Return the record of a lower layer's list `key` that `item` extends, or None."""
    identity = _KEYED.get(key)
    if identity is None or not isinstance(item, dict) or not isinstance(under, list):
        return None
    return next((other for other in under if isinstance(other, dict) and _same(other, item, identity)), None)


def problem_in(layers: Layers, steps: tuple[str | int, ...], path: str, message: str) -> Problem:
    """Return a problem where `steps` leads in the result, in the last layer that says anything there."""
    merged: Plain = layers.data
    places: list[tuple[Plain, Node | None, Document]] = [
        (document.data, document.root, document) for document in reversed(layers.documents)
    ]
    for step in steps:
        if isinstance(merged, dict):
            child = merged[str(step)]
        elif isinstance(merged, list) and isinstance(step, int):
            child = merged[step]
        else:
            break
        found = [place for data, node, document in places for place in _down(data, node, document, step, child)]
        if not found:
            break
        merged, places = child, found
    _, node, document = places[0]
    return problem_at(node, path, message) if node else Problem(document.name, 0, 0, path, message)


def _down(
    data: Plain, node: Node | None, document: Document, step: str | int, child: Plain
) -> list[tuple[Plain, Node | None, Document]]:
    """Return where one layer has the child that the merged value has at `step`."""
    if isinstance(data, dict) and str(step) in data:
        pair = pairs_of(node).get(str(step)) if isinstance(node, MappingNode) else None
        return [(data[str(step)], pair[1] if pair else None, document)]
    if isinstance(data, list):
        nodes: list[Node | None] = list(node.value) if isinstance(node, SequenceNode) else [None] * len(data)
        for fits in (_is_the_same, _extends):
            for item, item_node in zip(data, nodes, strict=True):
                if fits(item, child):
                    return [(item, item_node, document)]
    return []


def _is_the_same(item: Plain, child: Plain) -> bool:
    return item is child


def _extends(item: Plain, child: Plain) -> bool:
    """Say whether a record of a layer went into a merged record of a keyed list."""
    if not isinstance(item, dict) or not isinstance(child, dict):
        return False
    return any(_same(item, child, identity) for identity in _KEYED.values())


def _same(one: Mapping[str, Plain], other: Mapping[str, Plain], identity: str) -> bool:
    return one.get(identity) is not None and one.get(identity) == other.get(identity)


def _merge_mappings(under: dict[str, Plain], over: Mapping[str, Plain]) -> dict[str, Plain]:
    merged = dict(under)
    for key, value in over.items():
        merged[key] = _merge(key, under[key], value) if key in under else value
    return merged


def _merge(key: str, under: Plain, over: Plain) -> Plain:
    if isinstance(under, dict) and isinstance(over, dict):
        return _merge_mappings(under, over)
    if isinstance(under, list) and isinstance(over, list):
        if key in _STATEMENTS:
            return _merge_statements(_STATEMENTS[key], under, over)
        if key in _KEYED:
            return _merge_records(_KEYED[key], under, over)
    return over


def _merge_records(identity: str, under: list[Plain], over: list[Plain]) -> list[Plain]:
    changes = list(over)
    items: list[Plain] = []
    for item in under:
        change = next((other for other in changes if _is_record_of(other, item, identity)), None)
        if isinstance(change, dict) and isinstance(item, dict):
            changes.remove(change)
            items.append(_merge_mappings(item, change))
        else:
            items.append(item)
    return [*items, *changes]


def _merge_statements(identity: tuple[str, ...], under: list[Plain], over: list[Plain]) -> list[Plain]:
    told = {_identity(item, identity): position for position, item in enumerate(under)}
    merged = list(under)
    for item in over:
        position = told.pop(_identity(item, identity), None)  # a layer that says a thing twice keeps both
        standing = merged[position] if position is not None else None
        if position is not None and isinstance(standing, dict) and isinstance(item, dict):
            merged[position] = _merge_mappings(standing, item)
        else:
            merged.append(item)
    return merged


def _identity(item: Plain, identity: tuple[str, ...]) -> tuple[str, ...]:
    values = item if isinstance(item, dict) else {}
    return tuple(str(values.get(key)) for key in identity)


def _is_record_of(other: Plain, item: Plain, identity: str) -> bool:
    return isinstance(other, dict) and isinstance(item, dict) and _same(other, item, identity)
