"""What changed in the fields of one record, whatever kind of record it is.

Where two values differ there is always a row: if nothing finer can be said, that their order or number is another.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import json, structs

from careercli.amounts import difference
from careercli.answers.catalog_diff.rows import (
    NAMED_IN,
    FieldRef,
    Subject,
    change_kind,
    change_numbers,
    value_text,
)
from careercli.answers.catalog_diff.view import DiffRow
from careercli.answers.shared.wording import is_reworded, reworded
from careercli.catalog.merge_rules import FIGURE_KEYS, RECORD_KEYS
from careercli.model import Record

_RECORD_KEYS: Mapping[str, tuple[str, ...]] = {
    **FIGURE_KEYS, **{key: (name,) for key, name in RECORD_KEYS.items()},
    "questions": ("question",), "feeders": ("title",),
}  # fmt: skip
"""What makes two records of a list the same one."""
_SINGULAR: Mapping[str, str] = {
    "duties": "duty", "aliases": "alias", "pros": "pro", "cons": "con", "industries": "industry",
    "questions": "question", "moves": "move to", "feeders": "job people come from", "steps": "step", "tools": "tools,",
    "occupations": "official occupation", "after": "level before it", "milestones": "milestone", "trends": "trend",
    "certificates": "certificate", "alternatives": "alternative", "challenges": "challenge",
    "opportunities": "opportunity", "networks": "network", "codes": "code", "parities": "price level",
    "pay_drivers": "what moves pay", "training": "way to learn it", "contrast": "difference from",
    "related": "related to",
    "green_flags": "sign of a good employer", "red_flags": "sign of a bad employer", "glossary": "glossary,",
}  # fmt: skip
"""What one item of a list or mapping is called, where it is not named like the whole."""


def fields_changed(of: Subject, old: Record, new: Record, *, skip: Iterable[str] = ()) -> Iterator[DiffRow]:
    """Yield what changed in the fields of a record; every row names the field of the record itself."""
    for name in old.__struct_fields__:
        if name not in skip:
            position = FieldRef(of, name, name.replace("_", " ").capitalize())
            for row in value_changed(position, getattr(old, name), getattr(new, name)):
                yield structs.replace(row, field=name)


def value_changed(field_ref: FieldRef, old: Any, new: Any) -> Iterator[DiffRow]:
    """Yield what changed in one value; nothing where it is the same, and otherwise always something."""
    if old != new:
        rows = list(_field_rows(field_ref, old, new))
        yield from rows or [field_ref.row("changed", old, new, note="in a different order or number")]


def _field_rows(field_ref: FieldRef, old: Any, new: Any) -> Iterator[DiffRow]:
    one, other = _or_empty(old, new), _or_empty(new, old)
    if isinstance(one, Record) and isinstance(other, Record):
        for name in one.__struct_fields__:
            inner = FieldRef(field_ref.of, name, f"{field_ref.label}, {name.replace('_', ' ')}")
            yield from value_changed(inner, getattr(one, name), getattr(other, name))
    elif isinstance(one, Mapping) and isinstance(other, Mapping):
        for key in {**other, **one}:
            inner = field_ref._replace(label=f"{_item_label(field_ref)} {field_ref.of.names.of(field_ref.field, key)}")
            yield from value_changed(inner, one.get(key), other.get(key))
    elif _is_texts(one) and _is_texts(other):
        yield from texts_changed(field_ref._replace(label=_item_label(field_ref)), one, other)
    elif _is_numbers(one) and _is_numbers(other):
        yield field_ref.row("changed", *(", ".join(f"{number:g}" for number in numbers) for numbers in (one, other)))
    elif isinstance(one, tuple) and isinstance(other, tuple):
        yield from _records_changed(field_ref._replace(label=_item_label(field_ref)), one, other)
    else:
        yield _scalar(field_ref, old, new)


def _or_empty(value: Any, other: Any) -> Any:
    """Return the value, or one of the other's kind that says nothing, where there can be one."""
    if value is not None or not isinstance(other, Record | dict | tuple):
        return value
    if isinstance(other, Record) and any(field.required for field in structs.fields(other)):
        return None
    return type(other)()


def _is_texts(value: Any) -> bool:
    return isinstance(value, tuple) and all(isinstance(item, str) for item in value)


def _is_numbers(value: Any) -> bool:
    return isinstance(value, tuple) and all(map(_is_number, value))


def _item_label(field_ref: FieldRef) -> str:
    """Name one item of a list: a duty of `Duties`, of `Market, trends` a `Market, trend`."""
    name = _SINGULAR.get(field_ref.field)
    if name is None:
        return field_ref.label
    head, comma, _ = field_ref.label.rpartition(", ")
    return f"{head}{comma}{name}" if comma else name.capitalize()


def _scalar(field_ref: FieldRef, old: Any, new: Any) -> DiffRow:
    if old is None or new is None:
        return field_ref.row("added" if old is None else "gone", old, new)
    if _is_number(old) and _is_number(new):
        return field_ref.row(change_kind(difference(new, old)), old, new, **change_numbers(old, new))
    again = isinstance(old, str) and isinstance(new, str) and field_ref.field not in NAMED_IN and is_reworded(old, new)
    return field_ref.row("changed", old, new, note="reworded" if again else None)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


# ---- texts ----


def texts_changed(field_ref: FieldRef, old: Sequence[str], new: Sequence[str]) -> Iterator[DiffRow]:
    """Yield what became of each text: those that are new or reworded in their order, then those that are gone."""
    added = [text for text in dict.fromkeys(new) if text not in old]
    removed = [text for text in dict.fromkeys(old) if text not in new]
    pairs = {} if field_ref.field in NAMED_IN else reworded(removed, added)
    for text in added:
        if text in pairs:
            yield field_ref.row("changed", pairs[text], text, note="reworded")
        else:
            yield field_ref.row("added", None, text)
    for text in removed:
        if text not in pairs.values():
            yield field_ref.row("gone", text, None)


# ---- records ----


def _records_changed(field_ref: FieldRef, old: Sequence[Any], new: Sequence[Any]) -> Iterator[DiffRow]:
    """Yield what became of each record of a list, by what such records are known by."""
    olds, news = _by_name(field_ref.field, old), _by_name(field_ref.field, new)
    for key, record in news.items():
        if key in olds:
            yield from value_changed(
                field_ref._replace(label=f"{field_ref.label} {_record_label(field_ref, record)}"), olds[key], record
            )
        else:
            yield field_ref.row("added", None, record)
    for key, record in olds.items():
        if key not in news:
            yield field_ref.row("gone", record, None)


def _by_name(field: str, records: Sequence[Any]) -> dict[tuple[Any, ...], Any]:
    """Return the records by what they are known by and which of that name they are; unnamed ones by what they say."""
    named: dict[tuple[Any, ...], Any] = {}
    turns: Counter[tuple[Any, ...]] = Counter()
    attributes = _RECORD_KEYS.get(field, ())
    for record in records:
        name = tuple(getattr(record, key) for key in attributes) if attributes else (json.encode(record),)
        turns[name] += 1
        named[*name, turns[name]] = record
    return named


def _record_label(field_ref: FieldRef, record: Any) -> str:
    told = (value_text(field_ref.of.names, key, getattr(record, key)) for key in _RECORD_KEYS.get(field_ref.field, ()))
    return ", ".join(text for text in told if text is not None)
