"""JSON Schema (draft 2020-12) of our types; what the docstrings say of a type and of its fields is its description."""

import ast
import inspect
import textwrap
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from types import ModuleType
from typing import Any

import msgspec

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(type_: type[msgspec.Struct], title: str, common: Mapping[str, str]) -> dict[str, Any]:
    """Return the schema of what `type_` is encoded to: every key that it lists is always there.

    A key that has no docstring is described by what `common` says of its name.
    """
    (schema,), components = msgspec.json.schema_components([type_], ref_template="#/$defs/{name}")
    named = {other.__name__: other for other in _structs_of(type_, {})}
    for name, component in components.items():
        _describe(component, named[name], common)
        component["required"] = list(component["properties"])
    return {"$schema": DIALECT, "title": title, **schema, "$defs": components}


def _describe(component: dict[str, Any], struct: type[msgspec.Struct], common: Mapping[str, str]) -> None:
    """Write what the fields' docstrings say, else what is said of all of that name, into the properties."""
    texts = field_texts(struct)
    names = {field.encode_name: field.name for field in msgspec.structs.fields(struct)}
    for key, prop in component["properties"].items():
        text = texts.get(names[key]) or common.get(key)
        if text and "description" not in prop:
            prop["description"] = text


@cache
def field_texts(struct: type[msgspec.Struct]) -> dict[str, str]:
    """Return what stands in the line under each field of the type, in one line, those that it inherits included."""
    texts: dict[str, str] = {}
    for base in reversed(struct.__mro__):
        if base.__module__.startswith("careercli."):
            texts |= own_texts(base)
    return texts


def own_texts(thing: type | ModuleType) -> dict[str, str]:
    """Return what stands in the line under each field of a type, or under each name of a module, in one line."""
    body = ast.parse(textwrap.dedent(inspect.getsource(thing))).body
    texts: dict[str, str] = {}
    if isinstance(thing, type) and isinstance(body[0], ast.ClassDef):
        body = body[0].body
    for named, text in pairwise(body):
        target = named.targets[0] if isinstance(named, ast.Assign) else getattr(named, "target", None)
        value = text.value if isinstance(text, ast.Expr) else None
        if isinstance(target, ast.Name) and isinstance(value, ast.Constant) and isinstance(value.value, str):
            texts[target.id] = " ".join(value.value.split())
    return texts


def _structs_of(type_: Any, found: dict[type[msgspec.Struct], None]) -> dict[type[msgspec.Struct], None]:
    """Collect the types that a type is made of, itself included."""
    if isinstance(type_, type) and issubclass(type_, msgspec.Struct):
        if type_ not in found:
            found[type_] = None
            for field in msgspec.structs.fields(type_):
                _structs_of(field.type, found)
        return found
    for part in getattr(type_, "__args__", ()):
        _structs_of(part, found)
    return found
