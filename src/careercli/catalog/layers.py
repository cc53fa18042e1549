"""Several catalogs -> one: later layers add entries, add figures to entries that stand, or override a field.

The merge is made on YAML nodes, so every value keeps the mark of the file that it came from: where an error or a value
stands can always be told.
"""

from collections.abc import Sequence

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from careercli.catalog.source import Document, problem_at
from careercli.errors import CatalogInvalid

_APPENDED = frozenset(("pay", "figures", "training", "moves"))
"""Lists of statements: another layer adds its own; disagreement is seen."""
_KEYED = {"levels": "id", "skills": "skill", "occupations": "code"}
"""Lists of records with an identity: another layer extends the record of the same name."""


def merge(documents: Sequence[Document]) -> MappingNode:
    """Return one root for all layers, later ones over earlier; raise CatalogInvalid for a layer without a version."""
    root = documents[0].root
    for document in documents[1:]:
        if not any(key.value == "schema_version" for key, _ in document.root.value):
            problem = problem_at(document.root, "", "the key 'schema_version' is missing; write 'schema_version: 1'")
            raise CatalogInvalid((problem,))
        root = _merge_mappings(root, document.root)
    return root


def _merge_mappings(under: MappingNode, over: MappingNode) -> MappingNode:
    changed = {key.value: value for key, value in over.value if isinstance(key, ScalarNode)}
    pairs: list[tuple[Node, Node]] = []
    for key, value in under.value:
        pairs.append((key, _merge(key.value, value, changed[key.value]) if key.value in changed else value))
    standing = {key.value for key, _ in under.value if isinstance(key, ScalarNode)}
    once = set()
    for key, value in over.value:
        if not isinstance(key, ScalarNode) or key.value not in standing or key.value in once:
            pairs.append((key, value))  # new, or a duplicate within the layer, which the reader then reports
        once.add(key.value if isinstance(key, ScalarNode) else "")
    return MappingNode(over.tag, pairs, over.start_mark, over.end_mark)


def _merge(key: str, under: Node, over: Node) -> Node:
    if isinstance(under, MappingNode) and isinstance(over, MappingNode):
        return _merge_mappings(under, over)
    if isinstance(under, SequenceNode) and isinstance(over, SequenceNode):
        if key in _APPENDED:
            return SequenceNode(over.tag, [*under.value, *over.value], over.start_mark, over.end_mark)
        if key in _KEYED:
            return _merge_records(_KEYED[key], under, over)
    return over


def _merge_records(identity: str, under: SequenceNode, over: SequenceNode) -> SequenceNode:
    changes = list(over.value)
    items: list[Node] = []
    for item in under.value:
        name = _value_of(item, identity)
        change = next((node for node in changes if name is not None and _value_of(node, identity) == name), None)
        if change is not None and isinstance(item, MappingNode) and isinstance(change, MappingNode):
            changes.remove(change)
            items.append(_merge_mappings(item, change))
        else:
            items.append(item)
    return SequenceNode(over.tag, [*items, *changes], over.start_mark, over.end_mark)


def _value_of(node: Node, key: str) -> str | None:
    if not isinstance(node, MappingNode):
        return None
    return next((value.value for name, value in node.value if name.value == key), None)
