"""Find the layer, line and column of a value, and the lines on which its parents start.

Only the layer that defines the value is composed into YAML nodes, so that checking a small file over a large catalog
stays cheap.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from careercli.catalog.layers import Layers, defining_path, dotted, step_to, trace
from careercli.catalog.lint.rules import LogicalLocation
from careercli.catalog.merge_rules import merge_key
from careercli.catalog.references import KeyPath
from careercli.catalog.yaml_builder import Plain
from careercli.catalog.yaml_reader import key_value_nodes, mark_of


class SourceLocation(NamedTuple):
    """A place in a file; line and column count from 1, 0 in JSON too large to be traced."""

    layer: int
    line: int
    column: int
    path: str
    lines: frozenset[int]
    """The lines on which the value begins, and all that holds it."""


class Locator:
    """Finds the last layer that says a value."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self._entries: dict[KeyPath, list[int]] = {}
        self._indexes: dict[int, dict[object, int]] = {}
        """For each list of a layer, by its identity, where the items stand: a long one is searched once."""

    def locate(self, spot: LogicalLocation) -> tuple[int, KeyPath]:
        """Return the position of the layer and the steps through it, as far as it goes.

        What a role takes up from another one is found where that one says it.
        """
        if spot.layer is not None:
            return spot.layer, spot.steps
        steps = defining_path(self._layers, spot.steps)
        return trace(self._layers, steps, self._layers_with(steps[:2]), self._step_to)

    def is_only_in(self, spot: LogicalLocation, positions: Collection[int]) -> bool:
        """Say at once whether a spot can be nowhere but in these layers; False where that is not sure."""
        if spot.layer is not None or self._layers.children:
            return False
        return all(position in positions for position in self._layers_with(spot.steps[:2]))

    def _layers_with(self, entry: KeyPath) -> list[int]:
        """Return the positions of the layers that say anything of an entry of a section."""
        if entry not in self._entries:
            section, key = map(str, entry)
            parts = [document.data.get(section) for document in self._layers.documents]
            speaking = [position for position, part in enumerate(parts) if isinstance(part, dict) and key in part]
            self._entries[entry] = speaking
        return self._entries[entry]

    def source_location(self, position: int, key_path: KeyPath) -> SourceLocation:
        """Return the place of what steps through one layer lead to."""
        root = self._layers.documents[position].root
        if root is None:
            return SourceLocation(position, 0, 0, dotted(key_path), frozenset())
        *_, (line, column) = citations = list(_marks(root, key_path))
        return SourceLocation(position, line, column, dotted(key_path), frozenset(line for line, _ in citations))

    def _step_to(self, data: Plain, step: str | int, child: Plain, list_key: str) -> str | int | None:
        if not isinstance(data, list):
            return step_to(data, step, child, list_key)
        items = self._indexes.get(id(data))
        if items is None:
            items = self._indexes[id(data)] = _index(data, list_key)
        return items.get(id(child), items.get(merge_key(list_key, child)))


def _index(items: list[Plain], list_key: str) -> dict[object, int]:
    """Return where each item stands, by its identity and by what it is known by; of equals the first counts."""
    index: dict[object, int] = {}
    for position, item in enumerate(items):
        index.setdefault(id(item), position)
        known = merge_key(list_key, item)
        if known is not None:
            index.setdefault(known, position)
    return index


def _marks(root: Node, key_path: KeyPath) -> Iterator[tuple[int, int]]:
    """Yield line and column of the root and of each value on the way: of a text or number itself, else of its key."""
    node: Node | None = root
    yield mark_of(root)
    here = mark_of(root)
    for step in key_path:
        if isinstance(node, MappingNode) and str(step) in key_value_nodes(node):
            key, node = key_value_nodes(node)[str(step)]
            yield mark_of(key)
            here = max(mark_of(key), mark_of(node)) if isinstance(node, ScalarNode) else mark_of(key)
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            here = max(here, mark_of(node))  # an alias (*) has the mark of what it repeats, which stands above
        else:
            return
        yield here
