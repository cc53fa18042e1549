"""Rows of an answer as flat records, as CSV, TSV and JSON Lines have them.

One rule makes a record of a row: a field of an object inside is named after both (`pay.currency` is `pay_currency`),
and the `value` of a figure bears the figure's name (`pay.value` is `pay`). A list of texts stays one, a list of objects
with an id is the list of their ids, any other list of objects is counted (`skipped_count`). What stands in an object
that is not there is null.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, get_args, get_origin

import msgspec

from careercli.answers.shared.common_fields import COMMON_FIELDS
from careercli.answers.shared.view_parts import AnswerView, View
from careercli.json_schema import field_texts, schema_of

ID_FIELDS = frozenset(("role", "level", "skill", "place", "occupation", "source", "family"))
"""Names of fields that hold an id; an object whose first field is one of them is named by it."""


class FlatField(NamedTuple):
    """A field of a flat record."""

    name: str
    kind: Any
    """A type of msgspec: a text, a number, a truth or a list of texts, or None."""
    struct: type[View]
    """The view that the value stands in."""
    field: str
    """What it is called there."""
    steps: tuple[str, ...]
    """The attributes that lead from the row to the value."""
    key: str | None = None
    """The key of a mapping that the value is."""
    of_each: str | None = None
    """The field that stands for each object of a list."""
    counted: bool = False
    """Whether the record has the number of objects of a list."""


@cache
def flat_fields(row: type[View], without: tuple[str, ...] = ()) -> dict[str, FlatField]:
    """Return the fields of the record of a row by their names, in order, those of some parts of the row left out."""
    fields = _fields(row, (), "", nullable=False)
    return {field.name: field for field in fields if field.steps[0] not in without}


def flat_records(view: AnswerView, names: Sequence[str]) -> list[dict[str, Any]]:
    """Return the named fields of every record of an answer."""
    known = flat_fields(view.record)
    wanted = [known[name] for name in names]
    left_out = {kind for kind, amount in view.only_with.items() if amount not in names}
    rows = (row for row in view.records() if getattr(row, "kind", None) not in left_out)
    return [{field.name: _value(row, field) for field in wanted} for row in rows]


def schema_of_answer(view: type[AnswerView], title: str) -> dict[str, Any]:
    """Return the JSON Schema of an answer; every key has a description."""
    return schema_of(view, title, COMMON_FIELDS)


def schema_of_record(view: type[AnswerView], title: str) -> dict[str, Any]:
    """Return the JSON Schema of one record of an answer; docstrings of the fields are their descriptions."""
    fields = flat_fields(view.record)
    record = msgspec.defstruct("Record", [(name, field.kind) for name, field in fields.items()], module="")
    schema = schema_of(record, title, {})
    made = schema["$defs"]["Record"]
    made["required"] = list(flat_fields(view.record, view.optional))
    for name, prop in made["properties"].items():
        field = fields[name]
        if text := field_texts(field.struct).get(field.field) or COMMON_FIELDS.get(field.field):
            prop["description"] = text
    return schema


def _fields(row: type[View], steps: tuple[str, ...], prefix: str, *, nullable: bool) -> Iterator[FlatField]:
    for info in msgspec.structs.fields(row):
        kind, optional = _without_none(info.type)
        optional = optional or nullable
        path = (*steps, info.name)
        name = prefix if prefix and info.encode_name == "value" else "_".join(filter(None, (prefix, info.encode_name)))
        leaf = FlatField(name, kind | None if optional else kind, row, info.name, path)
        if isinstance(kind, type) and issubclass(kind, View):
            yield from _fields(kind, path, name, nullable=optional)
        elif get_origin(kind) is dict:
            yield from _of_mapping(leaf, *get_args(kind))
        elif get_origin(kind) is tuple and _is_view(item := get_args(kind)[0]):
            first = msgspec.structs.fields(item)[0].name
            if first in ID_FIELDS:
                yield leaf._replace(kind=tuple[str, ...] | None if optional else tuple[str, ...], of_each=first)
            else:
                yield leaf._replace(name=f"{name}_count", kind=int | None if optional else int, counted=True)
        else:
            yield leaf


def _of_mapping(leaf: FlatField, keys: Any, values: Any) -> Iterator[FlatField]:
    """Yield a field for each key that is known beforehand, else one list of `key: value`."""
    if get_origin(keys) is Literal:
        for key in get_args(keys):
            yield leaf._replace(name=f"{leaf.name}_{key}", kind=values | None, key=key)
    else:
        yield leaf._replace(kind=tuple[str, ...])


def _without_none(kind: Any) -> tuple[Any, bool]:
    """Return a type without None, and whether it had it."""
    if isinstance(kind, UnionType) and NoneType in get_args(kind):
        left = [part for part in get_args(kind) if part is not NoneType]
        joined = left[0]
        for part in left[1:]:
            joined |= part
        return joined, True
    return kind, False


def _is_view(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, View)


def _value(row: Any, field: FlatField) -> Any:
    for step in field.steps:
        if row is None:
            return None
        row = getattr(row, step)
    if field.key is not None and row is not None:
        row = row.get(field.key)
    if field.counted and row is not None:
        row = len(row)
    if field.of_each is not None and row is not None:
        row = tuple(text for one in row if (text := getattr(one, field.of_each)) is not None)
    if isinstance(row, dict):
        row = tuple(f"{key}: {value}" for key, value in row.items())
    return int(row) if isinstance(row, float) and row.is_integer() else row  # a whole number is written as one
