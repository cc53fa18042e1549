"""Events of a YAML parser -> plain data, with a stack of its own, so that no nesting can crash it."""

from typing import NamedTuple, TypeAlias

import yaml

from careercli.errors import CatalogInvalid, Problem

try:
    from yaml import CBaseLoader as Loader
except ImportError:  # a PyYAML built without libyaml: the same result, six times slower
    from yaml import BaseLoader as Loader  # type: ignore[assignment]

__all__ = ("MAX_DEPTH", "MAX_EXPANSION", "Builder", "Loader", "Plain")

MAX_DEPTH = 40
"""Levels of nesting; the model is 8 deep."""
MAX_VALUES = 600_000
"""Values in one file, collections and what stands in them: 1,400 roles as full as those that come with the program.

Twice as many take three seconds to be refused, for they are read once more to say where the fault stands.
"""
MAX_KEYS = 20_000
"""Keys of one mapping; the whole labour market has some thousand occupations."""
MAX_ITEMS = 300_000
"""Entries of one list; none of the model has as many as a thousand."""
MAX_EXPANSION = 200_000
"""Values that aliases may add up to."""
_MISSING = frozenset(("", "~", "null", "Null", "NULL"))

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
"""What a catalog is before the model gives it types; JSON has numbers and truth values as well."""


class _Frame(NamedTuple):
    """A collection that is being filled."""

    value: list[Plain] | dict[str, Plain]
    anchor: str | None
    counted: int
    """Values counted before it began."""
    lines: dict[str, int]
    """Where each key of a mapping stands."""


class _Anchored(NamedTuple):
    """What an alias may repeat: its value, the values in it, and how deep it nests."""

    value: Plain
    size: int
    depth: int


class Builder:
    """Builds plain data from events with a stack of its own."""

    def __init__(self, name: str) -> None:
        self.problems: list[Problem] = []
        self.began: tuple[int, int] | None = None
        """Line and column of the first value; None for an empty file."""
        self._name = name
        self._stack: list[_Frame] = []
        self._keys: list[str | None] = []
        """The key that waits for its value, for each open collection; None where a key is due."""
        self._anchors: dict[str, _Anchored] = {}
        self._open_anchors: set[str] = set()
        self._count = 0
        self._repeated = 0
        self._heights: list[int] = []
        """How deep the values nest that each open collection holds so far."""
        self._root: Plain = None

    def build(self, loader: Loader) -> Plain:
        """Return the data of the one document in the stream, None for an empty stream."""
        documents = 0
        while True:
            event = loader.get_event()
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.MappingStartEvent):
                self._start(event, {})
            elif isinstance(event, yaml.SequenceStartEvent):
                self._start(event, [])
            elif isinstance(event, yaml.CollectionEndEvent):
                self._end()
            elif isinstance(event, yaml.AliasEvent):
                self._alias(event)
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._invalid(
                        event, "a second document ('---'): a catalog is one document, so split the file"
                    )
            elif isinstance(event, yaml.StreamEndEvent):
                return self._root

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        value: str = event.value
        self._begin(event)
        if self._expects_key():
            self._key(event, value)
            return
        self._refuse_too_many(event)
        missing = value == "-" or (value in _MISSING and not event.style)
        plain = None if missing else value
        if event.anchor is not None:
            # A long text weighs as many values as it has words, about.
            self._anchors[event.anchor] = _Anchored(plain, 1 + len(value) // 8, 0)
        self._add(plain, 1)

    def _refuse_too_many(self, event: yaml.Event) -> None:
        if self._count >= MAX_VALUES:
            raise self._invalid(event, f"more than {MAX_VALUES:,} values: split it into several catalogs")
        if self._stack and isinstance(holder := self._stack[-1].value, list) and len(holder) >= MAX_ITEMS:
            raise self._invalid(event, f"more than {MAX_ITEMS:,} entries in one list: split it into several catalogs")

    def _begin(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if self.began is None:
            self.began = self._problem(event, "")[1:3]
        if event.tag is not None:
            self._report(event, f"the tag {event.tag!r} has no meaning in a catalog: leave it out")

    def _key(self, event: yaml.ScalarEvent, key: str) -> None:
        frame = self._stack[-1]
        line = event.start_mark.line + 1 if event.start_mark else 0
        if key in frame.lines:
            self._report(event, f"duplicate key: it is already on line {frame.lines[key]}", key)
        else:
            frame.lines[key] = line
            if len(frame.lines) > MAX_KEYS:
                raise self._invalid(
                    event, f"more than {MAX_KEYS:,} keys in one mapping: split it into several catalogs"
                )
        self._keys[-1] = key

    def _start(self, event: yaml.CollectionStartEvent, value: list[Plain] | dict[str, Plain]) -> None:
        self._begin(event)
        if self._expects_key():
            raise self._invalid(event, "a key must be text, not a list or a mapping")
        self._refuse_too_many(event)
        if len(self._stack) >= MAX_DEPTH:
            raise self._invalid(event, f"nested more than {MAX_DEPTH} levels deep", self._path().partition("[")[0])
        self._stack.append(_Frame(value, event.anchor, self._count, {}))
        self._keys.append(None)
        self._heights.append(0)
        if event.anchor is not None:
            self._open_anchors.add(event.anchor)

    def _end(self) -> None:
        frame = self._stack.pop()
        self._keys.pop()
        height = self._heights.pop() + 1
        if frame.anchor is not None:
            self._open_anchors.discard(frame.anchor)
            self._anchors[frame.anchor] = _Anchored(frame.value, self._count - frame.counted + 1, height)
        self._add(frame.value, 1, height)

    def _alias(self, event: yaml.AliasEvent) -> None:
        name = event.anchor or ""
        if name in self._open_anchors:
            raise self._invalid(event, f"the alias *{name} is inside what it repeats")
        anchored = self._anchors.get(name)
        if anchored is None:
            raise self._invalid(event, f"the alias *{name} repeats nothing: there is no &{name} before it")
        if self._expects_key():
            raise self._invalid(event, "a key must be text, not an alias")
        if len(self._stack) + anchored.depth > MAX_DEPTH:
            raise self._invalid(event, f"aliases nested more than {MAX_DEPTH} levels deep")
        self._add(anchored.value, anchored.size, anchored.depth)
        self._repeated += anchored.size
        if self._repeated > MAX_EXPANSION:
            raise self._invalid(event, f"aliases (*) that multiply to over {MAX_EXPANSION:,} values: write them out")

    def _add(self, value: Plain, size: int, height: int = 0) -> None:
        self._count += size
        if not self._stack:
            self._root = value
            return
        self._heights[-1] = max(self._heights[-1], height)
        target = self._stack[-1].value
        if isinstance(target, list):
            target.append(value)
            return
        key = self._keys[-1]
        if key is not None:
            target[key] = value
        self._keys[-1] = None

    def _expects_key(self) -> bool:
        return bool(self._stack) and self._keys[-1] is None and isinstance(self._stack[-1].value, dict)

    def _path(self, last: str | None = None) -> str:
        """Return where the builder stands, as `roles.sales-manager.pay[2]`."""
        path = ""
        for frame, key in zip(self._stack, self._keys, strict=True):
            if isinstance(frame.value, list):
                path += f"[{len(frame.value)}]"
            elif key is not None:
                path += f".{key}" if path else key
        if last is not None:
            path += f".{last}" if path else last
        return path

    def _report(self, event: yaml.Event, message: str, key: str | None = None) -> None:
        self.problems.append(self._problem(event, message, key))

    def _problem(self, event: yaml.Event, message: str, key: str | None = None) -> Problem:
        mark = event.start_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        return Problem(self._name, line, column, self._path(key), message)

    def _invalid(self, event: yaml.Event, message: str, path: str | None = None) -> CatalogInvalid:
        problem = self._problem(event, message)
        return CatalogInvalid((problem if path is None else problem._replace(path=path),))
