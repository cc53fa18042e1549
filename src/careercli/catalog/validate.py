"""Plain data -> model: one msgspec conversion; only where that fails, a slow walk that names every problem."""

import contextlib
import functools
import typing
from itertools import islice
from types import UnionType
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec
from yaml.nodes import MappingNode, Node, SequenceNode

from careercli import model
from careercli.catalog.layers import Layers, counterpart, problem_at_path
from careercli.catalog.references import SECTIONS, Known, broken_references, without_ref
from careercli.catalog.stand_in_titles import with_titles
from careercli.catalog.yaml_builder import Plain
from careercli.catalog.yaml_reader import Document, key_value_nodes
from careercli.errors import CatalogInvalid, Problem
from careercli.matching import Suggestions

MAX_PROBLEMS = 1_000
"""Problems of one kind of check that are collected."""
_WORDS: dict[Any, str] = {
    model.Id: "a kebab-case id such as 'sales-manager'",
    model.Text: "text",
    model.Number: "a number such as 78814 or 37.89",
    model.Amount: "a number of 0 or more, such as 78814 or 37.89",
    model.Score: "a number from 0 to 100",
    model.Currency: "a currency code such as USD",
    model.PlaceId: "a key of 'places' such as US",
    model.Code: 'a code such as "11-2022"',
    model.Period: "a period such as 2025, 2025-05 or 2024-34",
    model.RangeUnit: "a currency code such as USD, weeks, months or years",
    model.Place: "a role or a level such as 'sales-manager' or 'sales-manager@director'",
}


def read_catalog(layers: Layers, also_known: Known | None = None) -> model.Catalog:
    """Return the checked catalog; raise CatalogInvalid with every problem, in the order of the files.

    What is `also_known` may be named though no layer has it. Where types do not fit, each layer is walked as it stands,
    with what it leaves out taken from the layers below.
    """
    problems = [problem for document in layers.documents for problem in document.problems]
    for document in layers.documents[1:]:  # of the first one, its type tells
        if "schema_version" not in document.data:
            message = "the key 'schema_version' is missing; write 'schema_version: 1'"
            problems.append(document.problem_at(document.root, "", message))
    try:
        catalog = with_titles(_convert(layers))
    except msgspec.ValidationError as error:
        with contextlib.suppress(_TooManyProblemsError):
            for position, document in enumerate(layers.documents):
                base, found = layers.base_of(position), list[Problem]()
                with contextlib.suppress(_TooManyProblemsError):
                    _TypeChecker(document, found).explain(None, document.data, base, model.Catalog, "")
                if found:  # the nodes of a document cost as much as reading it: they are made to say where, not whether
                    _TypeChecker(document, problems).explain(document.root, document.data, base, model.Catalog, "")
        problems += _broken_references_of_valid(layers, also_known or {})
        if not problems:  # two layers that fit alone and not together
            problems.append(Problem(layers.documents[-1].name, 0, 0, "", str(error)))
    else:
        for steps, message in islice(broken_references(catalog, also_known=also_known), MAX_PROBLEMS):
            problems.append(problem_at_path(layers, steps, message))
    if problems:
        order = {document.name: position for position, document in enumerate(layers.documents)}
        ranked = sorted(dict.fromkeys(problems), key=lambda problem: (order.get(problem.file, 0), problem[1:3]))
        raise CatalogInvalid(tuple(ranked))
    return catalog


def _convert(layers: Layers) -> model.Catalog:
    """Return the typed catalog; raise ValidationError. Numbers of a large JSON layer may be meant as text."""
    try:
        return msgspec.convert(layers.data, model.Catalog, strict=False)
    except msgspec.ValidationError:
        if any(document.is_large_json for document in layers.documents):
            return msgspec.convert(with_numbers_as_text(layers.data), model.Catalog, strict=False)
        raise


def with_numbers_as_text(plain: Plain) -> Plain:
    """Return data with every number as the text that JSON writes for it, as the reading of YAML gives it."""
    if isinstance(plain, dict):
        return {key: with_numbers_as_text(value) for key, value in plain.items()}
    if isinstance(plain, list):
        return [with_numbers_as_text(value) for value in plain]
    if isinstance(plain, int | float) and not isinstance(plain, bool):
        return repr(plain)
    return plain


def _broken_references_of_valid(layers: Layers, also_known: Known) -> list[Problem]:
    """Return the broken references of those roles and occupations that fit their types, beside the others' faults."""
    sound: dict[str, dict[str, Plain]] = {section: {} for section in SECTIONS}
    unread: dict[str, set[str]] = {section: set(also_known.get(section, ())) for section in SECTIONS}
    for section, record in SECTIONS.items():
        entries = layers.data.get(section)
        for key, entry in entries.items() if isinstance(entries, dict) else ():
            try:
                msgspec.convert({key: entry}, record, strict=False)
                sound[section][key] = entry
            except msgspec.ValidationError:
                unread[section].add(key)
    catalog = msgspec.convert({"schema_version": 1, "name": "sound", **sound}, model.Catalog, strict=False)
    return [
        problem_at_path(layers, steps, message)
        for steps, message in islice(broken_references(catalog, also_known=unread), MAX_PROBLEMS)
    ]


class _TooManyProblemsError(Exception):
    """So many problems that nobody reads on."""


class _TypeChecker:
    """Data and types walked side by side; a problem for everything that does not fit."""

    def __init__(self, document: Document, problems: list[Problem]) -> None:
        self._document = document
        self._problems = problems
        self._suggest = Suggestions()

    def explain(self, node: Node | None, value: Plain, under: Plain, expected: Any, path: str) -> None:
        """Compare a value with the type expected of it; `under` is what lower layers have in its place."""
        whole, origin = expected, get_origin(expected)
        if origin in (UnionType, typing.Union) and type(None) in get_args(expected):
            if value is None:
                return
            inner = tuple(option for option in get_args(expected) if option is not type(None))
            expected = inner[0] if len(inner) == 1 else typing.Union[inner]  # noqa: UP007
            origin = get_origin(expected)
        is_record = isinstance(expected, type) and issubclass(expected, msgspec.Struct)
        if (is_record or origin is dict) and not isinstance(value, dict):
            self._report(node, path, f"expected a mapping of keys, got {_shown(value)}")
        elif is_record:
            self._record(node, value, under, expected, path)
        elif origin is dict:
            self._mapping(node, value, under, expected, path)
        elif origin is tuple:
            self._list(node, value, under, expected, path)
        else:
            try:
                msgspec.convert(value, whole, strict=False)
            except msgspec.ValidationError:
                self._report(node, path, _mismatch(value, expected, self._suggest))

    def _report(self, node: Node | None, path: str, message: str) -> None:
        if len(self._problems) >= MAX_PROBLEMS:
            raise _TooManyProblemsError
        self._problems.append(self._document.problem_at(node, path, message))

    def _record(self, node: Node | None, value: Any, under: Plain, expected: type[msgspec.Struct], path: str) -> None:
        hints, required = _fields_of(expected)
        lower = under if isinstance(under, dict) else {}
        for key, item in value.items():
            inner = f"{path}.{key}" if path else key
            key_node, item_node = _nodes_of(node, key)
            if key in hints:
                self.explain(item_node, item, lower.get(key), hints[key], inner)
            else:
                self._report(key_node, inner, f"unknown key{self._suggest(key, hints)}")
        for name in required:
            if name not in value and name not in lower:
                self._report(node, path, f"the key '{name}' is missing")

    def _mapping(self, node: Node | None, value: Any, under: Plain, expected: Any, path: str) -> None:
        lower = under if isinstance(under, dict) else {}
        key_type, value_type = get_args(expected)
        for key, item in value.items():
            inner = f"{path}.{key}" if path else key
            key_node, item_node = _nodes_of(node, key)
            self.explain(key_node, key, None, key_type, inner)
            self.explain(item_node, item, lower.get(key), value_type, inner)

    def _list(self, node: Node | None, value: Plain, under: Plain, expected: Any, path: str) -> None:
        if not isinstance(value, list):
            self._report(node, path, f"expected a list, got {_shown(value)}")
            return
        types = get_args(expected)
        if types[-1] is Ellipsis:
            types = (types[0],) * len(value)
        elif len(types) != len(value):
            self._report(node, path, f"expected {len(types)} values, got {len(value)}")
            return
        nodes: list[Node | None] = list(node.value) if isinstance(node, SequenceNode) else [None] * len(value)
        key = path.rpartition(".")[2]
        for index, (item_node, item, item_type) in enumerate(zip(nodes, value, types, strict=True)):
            self.explain(item_node, item, counterpart(key, item, under), item_type, f"{path}[{index}]")


@functools.cache
def _fields_of(record: type[msgspec.Struct]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the types of a record's keys, and those that it must have."""
    required = tuple(field.name for field in msgspec.structs.fields(record) if field.required)
    return typing.get_type_hints(record, include_extras=True), required


def _nodes_of(node: Node | None, key: str) -> tuple[Node | None, Node | None]:
    """Return the nodes of a key and its value."""
    return key_value_nodes(node).get(key, (None, None)) if isinstance(node, MappingNode) else (None, None)


def _mismatch(value: Plain, expected: Any, suggest: Suggestions) -> str:
    got, expected = _shown(value), without_ref(expected)
    if get_origin(expected) is Literal:
        choices = [str(choice) for choice in get_args(expected)]
        guess = suggest(value, choices) if isinstance(value, str) else ""
        return f"expected {'one of ' if len(choices) > 1 else ''}{', '.join(choices)}, got {got}{guess}"
    if expected == model.Text and isinstance(value, str) and len(value) > model.MAX_TEXT:
        return f"text of {len(value):,} characters; the limit is {model.MAX_TEXT:,}: shorten it"
    words = next((words for type_, words in _WORDS.items() if type_ == expected), None)
    if words is None:
        words = _type_name(expected)
    return f"expected {words}, got {got}"


def _type_name(expected: Any) -> str:
    """Name a type that has no words of its own."""
    if get_origin(expected) is Annotated:
        base, meta = get_args(expected)[:2]
        if base is str:
            return f"text that matches {meta.pattern}" if meta.pattern else "text"
        limits = [f"from {low}" for low in (meta.ge, meta.gt) if low is not None]
        limits += [f"to {high}" for high in (meta.le, meta.lt) if high is not None]
        return " ".join(["a whole number" if base is int else "a number", *limits])
    return {bool: "true or false", int: "a whole number", float: "a number", str: "text"}.get(expected, "another type")


def _shown(value: Plain) -> str:
    if value is None:
        return "a missing value"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):  # of a JSON layer too large to be read as text
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"the number {value!r}"
    text = str(value)
    return repr(text if len(text) <= 60 else text[:57] + "...")
