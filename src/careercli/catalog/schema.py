"""Plain data -> model: one msgspec conversion; only where that fails, a slow walk that names every problem."""

import typing
from types import UnionType
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from careercli import model
from careercli.catalog.references import broken_references
from careercli.catalog.source import Plain, locate, plain, problem_at
from careercli.errors import CatalogInvalid, Problem
from careercli.nearest import did_you_mean

_WORDS: dict[Any, str] = {
    model.Id: "a kebab-case id such as 'sales-manager'",
    model.Text: "text",
    model.Number: "a number such as 78814 or 37.89",
    model.Amount: "a number of zero or more, such as 78814 or 37.89",
    model.Score: "a number from 0 to 100",
    model.Currency: "a currency code such as USD",
    model.PlaceId: "a key of 'places' such as US",
    model.Code: 'a code such as "11-2022"',
    model.Period: "a period such as 2025, 2025-05 or 2024-34",
    model.Place: "a role or a level such as 'sales-manager' or 'sales-manager@director'",
}


def read_catalog(root: MappingNode) -> model.Catalog:
    """Return the checked catalog; raise CatalogInvalid with every problem, in the order of the file."""
    problems: list[Problem] = []
    data = plain(root, "", problems)
    try:
        catalog = msgspec.convert(data, model.Catalog, strict=False)
    except msgspec.ValidationError:
        _explain(root, data, model.Catalog, "", problems)
    else:
        for steps, message in broken_references(catalog):
            problems.append(problem_at(locate(root, steps), _dotted(steps), message))
    if problems:
        raise CatalogInvalid(tuple(sorted(set(problems), key=lambda problem: problem[:3])))
    return catalog


def _dotted(steps: tuple[str | int, ...]) -> str:
    path = ""
    for step in steps:
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else step
    return path


def _explain(node: Node, value: Plain, expected: Any, path: str, problems: list[Problem]) -> None:
    """Walk node and type side by side and add a problem for everything that does not fit."""
    origin = get_origin(expected)
    if origin in (UnionType, typing.Union) and type(None) in get_args(expected):
        if value is None:
            return
        inner = tuple(option for option in get_args(expected) if option is not type(None))
        expected = inner[0] if len(inner) == 1 else typing.Union[inner]  # noqa: UP007
        origin = get_origin(expected)
    if isinstance(expected, type) and issubclass(expected, msgspec.Struct):
        _explain_record(node, value, expected, path, problems)
    elif origin is dict:
        _explain_mapping(node, value, expected, path, problems)
    elif origin is tuple:
        _explain_list(node, value, expected, path, problems)
    else:
        try:
            msgspec.convert(value, expected, strict=False)
        except msgspec.ValidationError:
            problems.append(problem_at(node, path, _mismatch(node, value, expected)))


def _explain_record(
    node: Node, value: Plain, expected: type[msgspec.Struct], path: str, problems: list[Problem]
) -> None:
    if not isinstance(node, MappingNode) or not isinstance(value, dict):
        problems.append(problem_at(node, path, f"expected a mapping of keys, got {_shown(node, value)}"))
        return
    hints = typing.get_type_hints(expected, include_extras=True)
    for key_node, value_node in node.value:
        key = key_node.value
        if not isinstance(key_node, ScalarNode):
            continue
        inner = f"{path}.{key}" if path else key
        if key in hints:
            _explain(value_node, value[key], hints[key], inner, problems)
        else:
            problems.append(problem_at(key_node, inner, f"unknown key{did_you_mean(key, hints)}"))
    for field in msgspec.structs.fields(expected):
        if field.required and field.name not in value:
            problems += [problem_at(node, path, f"the key '{field.name}' is missing")]


def _explain_mapping(node: Node, value: Plain, expected: Any, path: str, problems: list[Problem]) -> None:
    if not isinstance(node, MappingNode) or not isinstance(value, dict):
        problems.append(problem_at(node, path, f"expected a mapping of keys, got {_shown(node, value)}"))
        return
    key_type, value_type = get_args(expected)
    for key_node, value_node in node.value:
        if isinstance(key_node, ScalarNode):
            inner = f"{path}.{key_node.value}" if path else key_node.value
            _explain(key_node, key_node.value, key_type, inner, problems)
            _explain(value_node, value[key_node.value], value_type, inner, problems)


def _explain_list(node: Node, value: Plain, expected: Any, path: str, problems: list[Problem]) -> None:
    if not isinstance(node, SequenceNode) or not isinstance(value, list):
        problems.append(problem_at(node, path, f"expected a list, got {_shown(node, value)}"))
        return
    types = get_args(expected)
    if types[-1] is Ellipsis:
        types = (types[0],) * len(value)
    elif len(types) != len(value):
        problems.append(problem_at(node, path, f"expected {len(types)} values, got {len(value)}"))
        return
    for index, (item_node, item, item_type) in enumerate(zip(node.value, value, types, strict=True)):
        _explain(item_node, item, item_type, f"{path}[{index}]", problems)


def _mismatch(node: Node, value: Plain, expected: Any) -> str:
    got = _shown(node, value)
    if get_origin(expected) is Literal:
        choices = [str(choice) for choice in get_args(expected)]
        guess = did_you_mean(value, choices) if isinstance(value, str) else ""
        return f"expected {'one of ' if len(choices) > 1 else ''}{', '.join(choices)}, got {got}{guess}"
    words = next((words for type_, words in _WORDS.items() if type_ == expected), None)
    if words is None:
        words = "text" if get_origin(expected) is Annotated else "another type"
    return f"expected {words}, got {got}"


def _shown(node: Node, value: Plain) -> str:
    if value is None:
        return "a missing value"
    if isinstance(node, ScalarNode):
        text = str(value)
        return repr(text if len(text) <= 60 else text[:57] + "...")
    return "a list" if isinstance(node, SequenceNode) else "a mapping"
