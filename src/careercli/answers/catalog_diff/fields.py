"""What changed in the fields of one record, whatever kind of record it is.

Where two values differ there is always a row: if nothing finer can be said, that their order or number is another.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import json, structs

from careercli.answers.catalog_diff.rows import NAMED_IN, Spot, Subject, direction, less, numbers, words
from careercli.answers.catalog_diff.view import DiffRow
from careercli.answers.shared.wording import is_reworded, reworded
from careercli.catalog.merge_rules import KEYED, STATEMENTS
from careercli.model import Record

_KNOWN_BY: Mapping[str, tuple[str, ...]] = {
    **STATEMENTS, **{key: (name,) for key, name in KEYED.items()}, "questions": ("question",), "feeders": ("title",),
}  # fmt: skip
"""What makes two records of a list the same one."""
_ONE: Mapping[str, str] = {
    "duties": "duty", "aliases": "alias", "pros": "advantage", "cons": "drawback", "industries": "industry",
    "questions": "question", "moves": "way on to", "feeders": "job before it", "steps": "step", "tools": "tools,",
    "occupations": "official class", "after": "level before it", "milestones": "milestone", "trends": "trend",
    "certificates": "certificate", "alternatives": "alternative", "challenges": "challenge",
    "opportunities": "opportunity", "networks": "network", "codes": "code", "parities": "price level",
    "pay_drivers": "driver of pay", "training": "way to learn it", "contrast": "contrast with", "related": "near to",
    "green_flags": "sign of a good employer", "red_flags": "sign of a bad employer", "glossary": "glossary,",
}  # fmt: skip
"""What one item of a list or mapping is called, where it is not named like the whole."""


def fields_changed(of: Subject, old: Record, new: Record, *, skip: Iterable[str] = ()) -> Iterator[DiffRow]:
    """Yield what changed in the fields of a record; every row names the field of the record itself."""
    for name in old.__struct_fields__:
        if name not in skip:
            spot = Spot(of, name, name.replace("_", " ").capitalize())
            for row in value_changed(spot, getattr(old, name), getattr(new, name)):
                yield structs.replace(row, field=name)


def value_changed(spot: Spot, old: Any, new: Any) -> Iterator[DiffRow]:
    """Yield what changed in one value; nothing where it is the same, and otherwise always something."""
    if old != new:
        rows = list(_finer(spot, old, new))
        yield from rows or [spot.row("changed", old, new, note="in another order or number")]


def _finer(spot: Spot, old: Any, new: Any) -> Iterator[DiffRow]:
    one, other = _or_empty(old, new), _or_empty(new, old)
    if isinstance(one, Record) and isinstance(other, Record):
        for name in one.__struct_fields__:
            inner = Spot(spot.of, name, f"{spot.what}, {name.replace('_', ' ')}")
            yield from value_changed(inner, getattr(one, name), getattr(other, name))
    elif isinstance(one, Mapping) and isinstance(other, Mapping):
        for key in {**other, **one}:
            inner = spot._replace(what=f"{_one_of(spot)} {spot.of.names.of(spot.field, key)}")
            yield from value_changed(inner, one.get(key), other.get(key))
    elif _is_texts(one) and _is_texts(other):
        yield from texts_changed(spot._replace(what=_one_of(spot)), one, other)
    elif isinstance(one, tuple) and isinstance(other, tuple):
        yield from _records_changed(spot._replace(what=_one_of(spot)), one, other)
    else:
        yield _scalar(spot, old, new)


def _or_empty(value: Any, other: Any) -> Any:
    """Return the value, or one of the other's kind that says nothing, where there can be one."""
    if value is not None or not isinstance(other, Record | dict | tuple):
        return value
    if isinstance(other, Record) and any(field.required for field in structs.fields(other)):
        return None
    return type(other)()


def _is_texts(value: Any) -> bool:
    return isinstance(value, tuple) and all(isinstance(item, str) for item in value)


def _one_of(spot: Spot) -> str:
    """Name one item of a list: a duty of `Duties`, of `Market, trends` a `Market, trend`."""
    name = _ONE.get(spot.field)
    if name is None:
        return spot.what
    head, comma, _ = spot.what.rpartition(", ")
    return f"{head}{comma}{name}" if comma else name.capitalize()


def _scalar(spot: Spot, old: Any, new: Any) -> DiffRow:
    if old is None or new is None:
        return spot.row("added" if old is None else "gone", old, new)
    if _is_number(old) and _is_number(new):
        return spot.row(direction(less(new, old)), old, new, **numbers(old, new))
    again = isinstance(old, str) and isinstance(new, str) and spot.field not in NAMED_IN and is_reworded(old, new)
    return spot.row("changed", old, new, note="in other words" if again else None)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


# ---- texts ----


def texts_changed(spot: Spot, old: Sequence[str], new: Sequence[str]) -> Iterator[DiffRow]:
    """Yield what became of each text: those that are new or reworded in their order, then those that are gone."""
    come = [text for text in dict.fromkeys(new) if text not in old]
    gone = [text for text in dict.fromkeys(old) if text not in new]
    pairs = {} if spot.field in NAMED_IN or spot.field == "after" else reworded(gone, come)
    for text in come:
        if text in pairs:
            yield spot.row("changed", pairs[text], text, note="in other words")
        else:
            yield spot.row("added", None, text)
    for text in gone:
        if text not in pairs.values():
            yield spot.row("gone", text, None)


# ---- records ----


def _records_changed(spot: Spot, old: Sequence[Any], new: Sequence[Any]) -> Iterator[DiffRow]:
    """Yield what became of each record of a list, by what such records are known by."""
    olds, news = _by_name(spot.field, old), _by_name(spot.field, new)
    for key, record in news.items():
        if key in olds:
            yield from value_changed(spot._replace(what=f"{spot.what} {_called(spot, record)}"), olds[key], record)
        else:
            yield spot.row("added", None, record)
    for key, record in olds.items():
        if key not in news:
            yield spot.row("gone", record, None)


def _by_name(field: str, records: Sequence[Any]) -> dict[tuple[Any, ...], Any]:
    """Return the records by what they are known by and which of that name they are; unnamed ones by what they say."""
    named: dict[tuple[Any, ...], Any] = {}
    turns: Counter[tuple[Any, ...]] = Counter()
    attributes = _KNOWN_BY.get(field, ())
    for record in records:
        name = tuple(getattr(record, key) for key in attributes) if attributes else (json.encode(record),)
        turns[name] += 1
        named[*name, turns[name]] = record
    return named


def _called(spot: Spot, record: Any) -> str:
    told = (words(spot.of.names, key, getattr(record, key)) for key in _KNOWN_BY.get(spot.field, ()))
    return ", ".join(text for text in told if text is not None)
