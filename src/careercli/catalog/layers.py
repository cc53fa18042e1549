"""Several catalogs -> one: later layers add entries, add figures to entries that stand, or override a field.

Then roles take up what those that they extend say. The merge copies only what both sides have, so every record of the
result is the very object that its layer was read into: where a value stands, and in which file, can always be found
again.
"""

import copy
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from yaml.nodes import MappingNode, Node, SequenceNode

from careercli.catalog.inherit import ChildRole, inherit
from careercli.catalog.merge_rules import RECORD_KEYS, merge_key, merge_mappings
from careercli.catalog.references import KeyPath
from careercli.catalog.yaml_builder import Plain
from careercli.catalog.yaml_reader import Document, key_value_nodes
from careercli.errors import Problem


class Layers(NamedTuple):
    """The layers as they were read, and all of them in one, the later over the earlier."""

    documents: tuple[Document, ...]
    """The last one carries as its problems also what is wrong with inheritance, whichever file that stands in."""
    data: dict[str, Plain]
    children: Mapping[str, ChildRole]
    """The roles that extend others."""

    def base_of(self, position: int) -> dict[str, Plain]:
        """Return what lies under the layer at `position`: the layers below it, and what its roles take up."""
        data = _overlay(self.documents[:position])
        if not self.children:
            return data
        told = data.get("roles")
        roles = dict(told) if isinstance(told, dict) else {}
        for role_id, child in self.children.items():
            lower = roles.get(role_id)
            own = lower if isinstance(lower, dict) else {}
            roles[role_id] = _UnknownParent() if child.parent is None else merge_mappings(child.inherited, own)
        return {**data, "roles": roles}


class _UnknownParent(dict[str, Plain]):
    """What lies under a role that extends nobody knows what: whatever is looked for may be there."""

    def __contains__(self, key: object) -> bool:
        return True

    def get(self, *_: object) -> Plain:
        return self


def merge(documents: Sequence[Document]) -> Layers:
    """Return the layers and what they make together."""
    data = _overlay(documents)
    roles = data.get("roles")
    if not isinstance(roles, dict):
        return Layers(tuple(documents), data, {})
    heritage = inherit(roles)
    layers = Layers(tuple(documents), {**data, "roles": heritage.roles}, heritage.children)
    if not heritage.problems:
        return layers
    problems = []
    for fault in heritage.problems:
        places = [problem_at_path(layers, steps, "").place for steps in fault.also]
        message = f"{fault.message} (see {', '.join(places)})" if places else fault.message
        problems.append(problem_at_path(layers, fault.steps, message))
    last = copy.copy(documents[-1])
    last.problems = (*last.problems, *problems)
    return layers._replace(documents=(*documents[:-1], last))


def _overlay(documents: Sequence[Document]) -> dict[str, Plain]:
    data: dict[str, Plain] = {}
    for document in documents:
        data = merge_mappings(data, document.data)
    return data


def counterpart(key: str, item: Plain, under: Plain) -> Plain:
    """Return the record of a lower layer's list `key` that `item` extends, or None."""
    if isinstance(under, _UnknownParent):
        return under
    name = merge_key(key, item) if key in RECORD_KEYS else None
    if name is None or not isinstance(under, list):
        return None
    return next((other for other in under if merge_key(key, other) == name), None)


def problem_at_path(layers: Layers, key_path: KeyPath, message: str) -> Problem:
    """Return a problem located in the last layer that defines the value at `key_path`.

    Report an inherited value once, at the parent that defines it and under that parent's name.
    """
    key_path = defining_path(layers, key_path)
    position, local = trace(layers, key_path, range(len(layers.documents)), step_to)
    document, path = layers.documents[position], dotted(key_path)
    node: Node | None = document.root
    for step in local:
        if isinstance(node, MappingNode):
            node = key_value_nodes(node)[str(step)][1] if str(step) in key_value_nodes(node) else None
        else:
            node = node.value[step] if isinstance(node, SequenceNode) else None
    return document.problem_at(node, path, message)


StepFinder: TypeAlias = Callable[[Plain, str | int, Plain, str], str | int | None]
"""A way to find where one layer has, in a list of this name, the child that the merged value has at a step."""


def trace(layers: Layers, key_path: KeyPath, positions: Iterable[int], find: StepFinder) -> tuple[int, KeyPath]:
    """Return the last of the layers at `positions` that says a value, and the steps through it as far as they go."""
    merged: Plain = layers.data
    places: list[tuple[int, Plain, KeyPath]] = [
        (position, layers.documents[position].data, ()) for position in positions
    ]
    list_key = ""
    for step in key_path:
        child = _child(merged, step)
        found = [
            (position, _child(data, there), (*local, there))
            for position, data, local in places
            if (there := find(data, step, child, list_key)) is not None
        ]
        if not found:
            break
        merged, places, list_key = child, found, str(step)
    return places[-1][0], places[-1][2]


def defining_path(layers: Layers, key_path: KeyPath) -> KeyPath:
    """Return the key path of a value in the role that defines it: `key_path`, or the path in the parent role."""
    while (match := _inherited_from(layers, key_path)) is not None:
        key_path = match
    return key_path


def _inherited_from(layers: Layers, key_path: KeyPath) -> KeyPath | None:
    """Return the steps to a value in the role that its role extends, None if its role says it itself."""
    child = layers.children.get(str(key_path[1])) if key_path[:1] == ("roles",) and len(key_path) > 2 else None
    if child is None or child.parent is None:
        return None
    roles = layers.data["roles"]
    merged, theirs = _child(roles, key_path[1]), _child(roles, child.parent)
    own: Plain = child.own
    there: list[str | int] = ["roles", child.parent]
    list_key = ""
    for step in key_path[2:]:
        merged = _child(merged, step)
        step_there, step_here = step_to(theirs, step, merged, list_key), step_to(own, step, merged, list_key)
        if step_there is None:
            return None
        there.append(step_there)
        theirs = _child(theirs, step_there)
        own = _child(own, step_here) if step_here is not None else None
        list_key = str(step)
    return tuple(there) if step_here is None else None


def dotted(key_path: KeyPath) -> str:
    """Write steps as `roles.baker.pay[2].median`."""
    path = ""
    for step in key_path:
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else step
    return path


def _child(data: Plain, step: str | int) -> Plain:
    if isinstance(data, dict):
        return data.get(str(step))
    return data[step] if isinstance(data, list) and isinstance(step, int) else None


def step_to(data: Plain, step: str | int, child: Plain, list_key: str) -> str | int | None:
    """Return where one layer, or one role, has the `child` that what was made of it has at `step`."""
    if isinstance(data, dict):
        return str(step) if str(step) in data else None
    items = data if isinstance(data, list) else []
    same = next((index for index, item in enumerate(items) if item is child), None)
    name = merge_key(list_key, child)
    if same is not None or name is None:
        return same
    return next((index for index, item in enumerate(items) if merge_key(list_key, item) == name), None)
