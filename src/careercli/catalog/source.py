"""The text of a catalog -> plain data, with marks to find it again. The only module that knows YAML.

Every scalar stays text, so `NO`, `0110`, `12:30` and dates are what was written; the model decides the types. An empty
value, `null`, `~` and a quoted "-" are a missing value, None.

The data is built from the parser's events: without recursion, so that no nesting can crash libyaml's composer, which
recurses in C, and in 0.6 of the time that composing nodes takes. Nodes are made only to say where an error stands.
"""

import contextlib
import io
import json
import re
from functools import cached_property, lru_cache
from typing import Any, NamedTuple, TypeAlias

import msgspec
import yaml
from yaml.nodes import MappingNode, Node

from careercli.errors import CatalogInvalid, Problem

try:
    from yaml import CBaseLoader as Loader
except ImportError:  # a PyYAML built without libyaml: the same result, six times slower
    from yaml import BaseLoader as Loader  # type: ignore[assignment]

MAX_BYTES = 32 * 1024 * 1024
"""Enough for 1,500 of the fullest roles; more takes longer to read than anybody waits."""
MAX_JSON_BYTES = 256 * 1024 * 1024
"""Enough for the whole labour market: a catalog in strict JSON, as importers write it."""
MAX_DEPTH = 40
"""Levels of nesting; the model is 8 deep."""
MAX_EXPANSION = 200_000
"""Values that aliases may add up to."""
MAX_TRACED_BYTES = 2 * 1024 * 1024
"""JSON up to this size is read once more, as YAML, to say where an error stands."""

_JSON_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"')
_NOT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
_MISSING = frozenset(("", "~", "null", "Null", "NULL"))
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
"""What a catalog is before the model gives it types; JSON has numbers and truth values as well."""


class Document:
    """One catalog file: its data, and where each part of it stands."""

    def __init__(self, name: str, data: dict[str, Plain], problems: tuple[Problem, ...], content: bytes) -> None:
        self.name = name
        self.data = data
        self.problems = problems
        """What plain data cannot hold: duplicate keys, odd keys, tags."""
        self._content = content

    @cached_property
    def root(self) -> MappingNode | None:
        """The nodes, whose marks carry the file's name, line and column; None for JSON too large to read twice."""
        if self._content[:1] == b"{" and len(self._content) > MAX_TRACED_BYTES:
            return None
        with contextlib.suppress(yaml.YAMLError):  # JSON may hold what YAML does not, such as a lone surrogate
            root = yaml.compose(_stream(self.name, self._content), Loader=Loader)
            return root if isinstance(root, MappingNode) else None
        return None


def read_bytes(path: str) -> bytes:
    """Return the file's bytes; raise CatalogInvalid when it cannot be read or is too large."""
    try:
        with open(path, "rb") as stream:
            content = stream.read(MAX_JSON_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise _invalid(path, f"cannot be read: {reason}") from None
    if len(content) > (MAX_JSON_BYTES if content[:1] == b"{" else MAX_BYTES):
        raise _invalid(path, f"larger than {MAX_BYTES // 1024 // 1024} MB: split it into several catalogs")
    return content


def parse(name: str, content: bytes) -> Document:
    """Return the file's data; raise CatalogInvalid when it is not YAML, not UTF-8, too deep, too large or a bomb.

    JSON is YAML; a file that is strict JSON, as importers write it, is read a hundred times faster and may be larger.
    """
    _refuse_other_encodings(name, content)
    if content[:1] == b"{" and not _is_deep(content):
        with contextlib.suppress(ValueError, msgspec.DecodeError):
            return Document(name, _json(content), (), content)
    if len(content) > MAX_BYTES:
        raise _invalid(name, f"larger than {MAX_BYTES // 1024 // 1024} MB: split it into several catalogs")
    builder = _Builder(name)
    try:
        loader = Loader(_stream(name, content))
        try:
            data = builder.build(loader)
        finally:
            loader.dispose()
    except yaml.reader.ReaderError as error:
        raise CatalogInvalid((_unprintable(name, content, error),)) from None
    except yaml.MarkedYAMLError as error:
        raise CatalogInvalid((_yaml_problem(name, error),)) from None
    if builder.began is None:
        raise _invalid(name, "the file is empty; a catalog begins with 'schema_version: 1' and 'name:'")
    if not isinstance(data, dict):
        message = "a catalog is a mapping that begins with 'schema_version: 1'"
        raise CatalogInvalid((Problem(name, *builder.began, "", message),))
    return Document(name, data, tuple(builder.problems), content)


@lru_cache(maxsize=256)
def pairs_of(node: MappingNode) -> dict[str, tuple[Node, Node]]:
    """Return the nodes of each key and its value; of a key that stands twice the last, which is the one that counts."""
    return {key.value: (key, value) for key, value in node.value}


def problem_at(node: Node, path: str, message: str) -> Problem:
    """Return a problem that points at where the node begins."""
    mark = node.start_mark
    return Problem(mark.name, mark.line + 1, mark.column + 1, path, message)


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
    height: int


class _Builder:
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
                    raise self._refusal(event, "a second document ('---'); a catalog is one: split the file")
            elif isinstance(event, yaml.StreamEndEvent):
                return self._root

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        value: str = event.value
        self._begin(event)
        if self._key_is_due():
            self._key(event, value)
            return
        missing = value == "-" or (value in _MISSING and not event.style)
        plain = None if missing else value
        if event.anchor is not None:
            # A long text weighs as many values as it has words, about.
            self._anchors[event.anchor] = _Anchored(plain, 1 + len(value) // 8, 0)
        self._add(plain, 1)

    def _begin(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if self.began is None:
            self.began = self._problem(event, "")[1:3]
        if event.tag is not None:
            self._say(event, f"the tag {event.tag!r} has no meaning in a catalog: leave it out")

    def _key(self, event: yaml.ScalarEvent, key: str) -> None:
        frame = self._stack[-1]
        line = event.start_mark.line + 1 if event.start_mark else 0
        if key in frame.lines:
            self._say(event, f"duplicate key; it stands on line {frame.lines[key]} already", key)
        else:
            frame.lines[key] = line
        self._keys[-1] = key

    def _start(self, event: yaml.CollectionStartEvent, value: list[Plain] | dict[str, Plain]) -> None:
        self._begin(event)
        if self._key_is_due():
            raise self._refusal(event, "a key must be text, not a list or a mapping")
        if len(self._stack) >= MAX_DEPTH:
            raise self._refusal(event, f"nested more than {MAX_DEPTH} deep", self._path().partition("[")[0])
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
            raise self._refusal(event, f"the alias *{name} stands within what it repeats")
        anchored = self._anchors.get(name)
        if anchored is None:
            raise self._refusal(event, f"the alias *{name} repeats nothing: there is no &{name} before it")
        if self._key_is_due():
            raise self._refusal(event, "a key must be text, not an alias")
        if len(self._stack) + anchored.height > MAX_DEPTH:
            raise self._refusal(event, f"aliases nested more than {MAX_DEPTH} deep")
        self._add(anchored.value, anchored.size, anchored.height)
        self._repeated += anchored.size
        if self._repeated > MAX_EXPANSION:
            raise self._refusal(event, f"aliases (*) that multiply to over {MAX_EXPANSION:,} values: write them out")

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

    def _key_is_due(self) -> bool:
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

    def _say(self, event: yaml.Event, message: str, key: str | None = None) -> None:
        self.problems.append(self._problem(event, message, key))

    def _problem(self, event: yaml.Event, message: str, key: str | None = None) -> Problem:
        mark = event.start_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        return Problem(self._name, line, column, self._path(key), message)

    def _refusal(self, event: yaml.Event, message: str, path: str | None = None) -> CatalogInvalid:
        problem = self._problem(event, message)
        return CatalogInvalid((problem if path is None else problem._replace(path=path),))


class _NamedStream(io.BytesIO):
    """Bytes that tell PyYAML their file's name, so that every mark carries it."""

    name = ""


def _stream(name: str, content: bytes) -> _NamedStream:
    stream = _NamedStream(content)
    stream.name = name
    return stream


def _json(content: bytes) -> dict[str, Plain]:
    """Return the data of strict JSON; raise ValueError for what YAML's slower reading has to explain.

    Past MAX_TRACED_BYTES the file is taken for an importer's work, and its keys are not looked through for repetition.
    """
    if len(content) > MAX_TRACED_BYTES:
        return msgspec.json.decode(content, type=dict[str, Any])
    data: dict[str, Plain] = json.loads(content, object_pairs_hook=_unique)
    if _SURROGATE.search(content):
        json.dumps(data, ensure_ascii=False).encode()  # half a pair is no character and cannot be written anywhere
    return data


def _unique(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    """Build an object of JSON without the keys that stand twice; a "-" is a missing value, as in YAML."""
    built = dict(pairs)
    if len(built) < len(pairs):
        raise ValueError("a key stands twice")
    if "-" in built.values():
        return {key: None if value == "-" else value for key, value in built.items()}
    return built


def _is_deep(content: bytes) -> bool:
    """Say whether JSON nests past MAX_DEPTH, by its brackets outside of strings."""
    depth = 0
    for bracket in _JSON_STRING.sub(b"", content).translate(None, _NOT_BRACKETS):
        depth += 1 if bracket in b"[{" else -1
        if depth > MAX_DEPTH:
            return True
    return False


def _invalid(name: str, message: str) -> CatalogInvalid:
    return CatalogInvalid((Problem(name, 0, 0, "", message),))


def _refuse_other_encodings(name: str, content: bytes) -> None:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"not UTF-8: byte 0x{content[error.start]:02x}; save the file as UTF-8"
        raise CatalogInvalid((_problem_after(name, content[: error.start].decode("utf-8"), message),)) from None


def _unprintable(name: str, content: bytes, error: yaml.reader.ReaderError) -> Problem:
    text = content.decode("utf-8")
    found = _UNPRINTABLE.search(text.removeprefix("\ufeff"))
    if found is None:
        return Problem(name, 0, 0, "", f"not YAML: {error.reason}")
    message = f"the control character {found.group()!r} is not allowed in YAML: take it out"
    return _problem_after(name, text.removeprefix("\ufeff")[: found.start()], message)


def _problem_after(name: str, before: str, message: str) -> Problem:
    """Return a problem that stands just behind the text `before`."""
    return Problem(name, before.count("\n") + 1, len(before) - before.rfind("\n"), "", message)


def _yaml_problem(name: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    words = " ".join(part for part in (error.problem, error.context) if part)
    if "block sequence entries are not allowed" in words:
        words += "; a bare '-' opens a list: for a missing value write null, or leave the key out"
    elif "mapping values are not allowed" in words:
        words += "; put text that holds ': ' into quotes"
    elif "cannot start any token" in words:
        words += "; indent with spaces, and put text that begins with @, ` or % into quotes"
    if mark is None:
        return Problem(name, 0, 0, "", f"not YAML: {words}")
    return Problem(name, mark.line + 1, mark.column + 1, "", f"not YAML: {words}")
