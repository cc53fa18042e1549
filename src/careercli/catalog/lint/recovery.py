"""Recover what can still be checked of an invalid catalog, so that one run reports everything.

The smallest part around each problem is deleted: a key, else the record that requires it, else what contains that
record.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from careercli.catalog.layers import Layers, dotted, merge
from careercli.catalog.references import KeyPath
from careercli.catalog.validate import read_catalog
from careercli.catalog.yaml_builder import Plain
from careercli.catalog.yaml_reader import Document, mark_of
from careercli.errors import CatalogInvalid, Problem
from careercli.model import Catalog

MAX_PROBLEMS = 200
"""Faults up to which the rest is looked at; a catalog with more has to be mended first."""
MAX_PASSES = 8
"""Cuts that may follow from a cut: of a key, of the record that needs it, and so on up to a role."""


_MISSING = re.compile(r"no [a-z]+ '([^']*)'")
"""A reference that leads nowhere, as `references` tells it."""
_MISLED = re.compile(r"'\w+' is given|a role cannot|a band goes|the level '|a ladder has")
"""What else `references` tells, a record without any amount left out: we may have cut the amount."""


class RecoveredCatalog(NamedTuple):
    """What can be checked of the layers, and all that is wrong with the rest."""

    catalog: Catalog | None
    """None where nothing is left, or too much is wrong."""
    layers: Layers
    problems: tuple[Problem, ...]


class _LayersOnValidBase(Layers):
    """Layers of which the lower ones are known to be sound: only the others are walked to explain a fault."""

    whole: Layers
    skipped: int

    def base_of(self, position: int) -> dict[str, Plain]:
        """Return what lies under a layer in truth."""
        return self.whole.base_of(position + self.skipped) if position else {}


def recover(documents: Sequence[Document], base: int) -> RecoveredCatalog:
    """Return what can be checked of the documents, which are cut in place, and every fault that they had.

    The first `base` documents are only there to be laid over; as a rule they are sound, and many.
    """
    catalog, problems = _read(documents, base)
    if base and problems and _read(documents[:base], 0)[1]:
        base, problems = 0, _read(documents, 0)[1]
    if not problems:
        return RecoveredCatalog(catalog, merge(documents), ())
    if len(problems) > MAX_PROBLEMS:
        return RecoveredCatalog(None, merge(documents), problems)
    catalog, later = _cut_until_valid(documents, base, problems)
    return RecoveredCatalog(catalog, merge(documents), tuple(dict.fromkeys((*problems, *later))))


def _read(documents: Sequence[Document], base: int) -> tuple[Catalog | None, tuple[Problem, ...]]:
    """Return the catalog, or what is wrong with it."""
    layers = merge(documents)
    if base:
        under = Document("base", {"schema_version": "1", "name": "base"}, (), b"")
        overlaid = _LayersOnValidBase((under, *layers.documents[base:]), layers.data, layers.children)
        overlaid.whole, overlaid.skipped = layers, base - 1
        layers = overlaid
    try:
        return read_catalog(layers), ()
    except CatalogInvalid as error:
        return None, error.problems


def _cut_until_valid(
    documents: Sequence[Document], base: int, problems: tuple[Problem, ...]
) -> tuple[Catalog | None, list[Problem]]:
    """Return what is left, and the faults that came to light on the way and are not of our own making."""
    # Doubled keys and tags are faults, and yet the file is read.
    position = {problem for document in documents for problem in document.problems}
    names = _names_in(documents)
    later: list[Problem] = []
    for document in documents:
        document.data.setdefault("schema_version", "1")
    documents[0].data.setdefault("name", "unnamed")
    for _ in range(MAX_PASSES):
        wrong = [problem for problem in problems if problem not in position]
        if not wrong:
            return msgspec.convert(merge(documents).data, Catalog, strict=False), later
        if not sum(_cut(document, wrong) for document in documents):
            break
        catalog, problems = _read(documents, base)
        if catalog is not None:
            return catalog, later
        later += [problem for problem in problems if _is_new(problem, names)]
    return None, later


def _names_in(documents: Sequence[Document]) -> set[str]:
    """Return every name that anything bears before something is cut out: ids, codes, ids of levels."""
    names: set[str] = set()
    for section in merge(documents).data.values():
        for key, entry in section.items() if isinstance(section, dict) else ():
            levels = entry.get("levels") if isinstance(entry, dict) else None
            steps = [level.get("id") for level in levels if isinstance(level, dict)] if isinstance(levels, list) else []
            names |= {key, *map(str, steps)}
    return names


def _is_new(problem: Problem, names: set[str]) -> bool:
    """Say whether a fault could only be seen once others were cut out, and does not follow from that."""
    missing = _MISSING.match(problem.message)
    return missing[1] not in names if missing else _MISLED.match(problem.message) is not None


def _cut(document: Document, problems: Sequence[Problem]) -> int:
    """Take the faults of one document out of its data and out of its nodes alike; return how many were taken out."""
    citations = {problem[1:3]: problem.path for problem in problems if problem.file == document.name and problem.line}
    root = document.root if citations else None
    if root is None:
        return 0
    places = sorted(_places(root, citations), key=lambda place: place[0], reverse=True)  # the last first: indexes hold
    return sum(_delete_at(document.data, root, steps) for _, steps in places)


def _places(root: Node, citations: dict[tuple[int, int], str]) -> Iterator[tuple[tuple[int, int], KeyPath]]:
    """Yield the steps to what begins at each mark: where several things do, the one that the path names."""
    found: dict[tuple[int, int], list[KeyPath]] = {}
    queue: list[tuple[Node, KeyPath]] = [(root, ())]
    seen: set[int] = set()
    while queue:
        node, steps = queue.pop()
        if steps and mark_of(node) in citations:
            found.setdefault(mark_of(node), []).append(steps)
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, MappingNode):
            for key, value in node.value:
                if isinstance(key, ScalarNode):
                    inner: KeyPath = (*steps, key.value)
                    if mark_of(key) in citations:
                        found.setdefault(mark_of(key), []).append(inner)
                    queue.append((value, inner))
        elif isinstance(node, SequenceNode):
            queue += [(item, (*steps, index)) for index, item in enumerate(node.value)]
    for mark, places in found.items():
        last = citations[mark].rpartition(".")[2]
        exact = [steps for steps in places if dotted(steps) == citations[mark]]
        alike = [steps for steps in places if dotted(steps).rpartition(".")[2] == last]
        yield mark, (exact or alike or sorted(places, key=len))[0]


def _delete_at(data: Plain, node: Node, key_path: KeyPath) -> bool:
    """Delete what stands at the steps from the data and from the nodes; say whether it was still there."""
    whole, root = data, node
    for step in key_path[:-1]:
        if isinstance(data, dict) and isinstance(node, MappingNode) and str(step) in data:
            data = data[str(step)]
            node = next(value for key, value in reversed(node.value) if key.value == step)
        elif isinstance(data, list) and isinstance(node, SequenceNode) and isinstance(step, int) and step < len(data):
            data, node = data[step], node.value[step]
        else:
            return False
    last = key_path[-1]
    if isinstance(data, (dict, list)) and len(data) == 1 and len(key_path) > 2:
        return _delete_at(whole, root, key_path[:-1])  # a heading with nothing under it would be a fault of ours
    if isinstance(data, dict) and isinstance(node, MappingNode) and str(last) in data:
        del data[str(last)]
        node.value = [pair for pair in node.value if pair[0].value != last]
        return True
    if isinstance(data, list) and isinstance(node, SequenceNode) and isinstance(last, int) and last < len(data):
        del data[last]
        del node.value[last]
        return True
    return False
