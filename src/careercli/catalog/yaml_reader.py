"""The text of a catalog -> plain data, with marks to find it again. The only module that knows YAML.

Every scalar stays text, so `NO`, `0110`, `12:30` and dates are what was written; the model decides the types. An empty
value, `null`, `~` and a quoted "-" are a missing value, None.

The data is built from the parser's events: without recursion, so that no nesting can crash libyaml's composer, which
recurses in C, and in 0.6 of the time that composing nodes takes. Nodes are made only to say where an error stands.
"""

import codecs
import contextlib
import io
import json
import re
import shlex
from functools import cached_property, lru_cache
from typing import Any

import msgspec
import yaml
from yaml.nodes import MappingNode, Node

from careercli.catalog.registered_layers import registered_layers
from careercli.catalog.yaml_builder import MAX_DEPTH, MAX_KEYS, Builder, Loader, Plain
from careercli.errors import CatalogInvalid, Problem, reason_of
from careercli.files import read_settled

MAX_BYTES = 32 * 1024 * 1024
"""Enough for 1,500 of the fullest roles; more takes longer to read than anybody waits."""
_XZ = b"\xfd7zXZ\x00"
"""How a file packed with xz begins, as the labor market in data/market is."""
MAX_JSON_BYTES = 256 * 1024 * 1024
"""Enough for the whole labour market: a catalog in strict JSON, as importers write it."""
MAX_ENTRY_BYTES = 16 * 1024 * 1024
"""One role or occupation of a large JSON file; the largest survey gives an occupation some hundred kB."""
MAX_TRACED_BYTES = 2 * 1024 * 1024
"""JSON up to this size is read once more, as YAML, to say where an error stands."""

_PIECE = 1024 * 1024
_JSON_STRING = re.compile(rb'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)', re.DOTALL)
"""A string, or what opens one and never ends: each byte is looked at once, whatever the file is."""
_JSON_START = re.compile(rb'\{\s*"')
_NOT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Document:
    """One catalog file: its data, and where each part of it stands."""

    def __init__(self, name: str, data: dict[str, Plain], problems: tuple[Problem, ...], content: bytes) -> None:
        self.name = name
        self.data = data
        self.problems = problems
        """What plain data cannot hold: duplicate keys, odd keys, tags."""
        self.deferred: dict[str, msgspec.Raw] = {}
        """Occupations that `data` does not have because they are to be read one at a time."""
        self._content = content

    def problem_at(self, node: Node | None, path: str, message: str) -> Problem:
        """Return a problem that points at where the node begins, or at the file as a whole."""
        return Problem(self.name, *(mark_of(node) if node else (0, 0)), path, message)

    def complete(self) -> "Document":
        """Return the document with all of its data."""
        return parse(self.name, self._content) if self.deferred else self

    @property
    def is_large_json(self) -> bool:
        """Whether it is JSON too large to read twice, whose numbers are numbers."""
        return self._content[:1] == b"{" and len(self._content) > MAX_TRACED_BYTES

    @cached_property
    def root(self) -> MappingNode | None:
        """The nodes, whose marks carry the file's name, line and column; None for JSON too large to read twice.

        Making them takes as long as reading the file did: ask for them only to say where something stands.
        """
        if self.is_large_json:
            return None
        with contextlib.suppress(yaml.YAMLError):  # JSON may hold what YAML does not, such as a lone surrogate
            root = yaml.compose(_stream(self.name, self._content), Loader=Loader)
            return root if isinstance(root, MappingNode) else None
        return None


def read_bytes(path: str) -> bytes:
    """Return the file's bytes; raise CatalogInvalid when it cannot be read or is too large."""
    try:
        content = read_settled(path, MAX_JSON_BYTES + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, FileNotFoundError) and path in registered_layers():
            message = (
                f"this file is gone. Take it off your list with: careercli catalog layers remove {shlex.quote(path)}"
            )
            raise _invalid(path, message) from None
        raise _invalid(path, f"cannot be read: {reason_of(error)}") from None
    if len(content) > (MAX_JSON_BYTES if content[:1] == b"{" else MAX_BYTES):
        raise _invalid(path, f"larger than {MAX_BYTES // 1024 // 1024} MB: split it into several catalogs")
    return content


def _unpacked(path: str, content: bytes) -> bytes:
    """Return what an xz file holds, no more of it than may be read; raise CatalogInvalid."""
    import lzma

    try:
        return lzma.LZMADecompressor().decompress(content, MAX_JSON_BYTES + 1)
    except (lzma.LZMAError, EOFError):
        raise _invalid(path, "a damaged xz file: unpack it or write it again") from None


def parse(name: str, content: bytes, *, defer: bool = False) -> Document:
    """Return the file's data; raise CatalogInvalid when it is not YAML, not UTF-8, too deep, too large or a bomb.

    JSON is YAML; a file that is strict JSON, as importers write it, is read a hundred times faster and may be larger.
    With `defer`, occupations of a large one are left to be read one at a time.
    """
    if content.startswith(_XZ):
        content = _unpacked(name, content)
    _refuse_other_encodings(name, content)
    if defer and content[:1] == b"{" and len(content) > MAX_TRACED_BYTES:
        with contextlib.suppress(ValueError, RecursionError, msgspec.DecodeError):
            return _deferred(name, content)
    if content[:1] == b"{" and not _is_deep(content):
        try:
            return Document(name, _json(content), (), content)
        except (ValueError, msgspec.DecodeError) as error:
            if len(content) > MAX_TRACED_BYTES and _JSON_START.match(content):
                raise CatalogInvalid((_json_problem(name, content, str(error)),)) from None
    builder, data = _plain(name, content)
    if builder.began is None:
        raise _invalid(name, "the file is empty. A catalog begins with 'schema_version: 1' and 'name:'")
    if not isinstance(data, dict):
        message = "a catalog is a mapping that begins with 'schema_version: 1'"
        raise CatalogInvalid((Problem(name, *builder.began, "", message),))
    return Document(name, data, tuple(builder.problems), content)


def parse_list(name: str, content: bytes) -> list[Plain] | None:
    """Return the data of a file that is a list, None for any other; raise CatalogInvalid as `parse` does."""
    _refuse_other_encodings(name, content)
    builder, data = _plain(name, content)
    if not isinstance(data, list):
        return None
    if builder.problems:
        raise CatalogInvalid(tuple(builder.problems))
    return data


def _plain(name: str, content: bytes) -> tuple[Builder, Plain]:
    """Return the data of YAML, and what was noted while it was built."""
    if len(content) > MAX_BYTES:
        raise _invalid(name, f"larger than {MAX_BYTES // 1024 // 1024} MB: split it into several catalogs")
    builder = Builder(name)
    try:
        data = _build(builder, name, content)
    except yaml.reader.ReaderError as error:
        raise CatalogInvalid((_unprintable(name, content, error),)) from None
    except yaml.MarkedYAMLError as error:
        if "nesting" in (error.problem or "") and error.problem_mark is not None:
            _refuse_depth(name, content.decode("utf-8")[: error.problem_mark.index])
        raise CatalogInvalid((_yaml_problem(name, error),)) from None
    return builder, data


@lru_cache(maxsize=256)
def key_value_nodes(node: MappingNode) -> dict[str, tuple[Node, Node]]:
    """Return the nodes of each key and its value; of a key that stands twice the last, which is the one that counts."""
    return {key.value: (key, value) for key, value in node.value}


def mark_of(node: Node) -> tuple[int, int]:
    """Return the line and the column at which a node begins, from 1."""
    return node.start_mark.line + 1, node.start_mark.column + 1


def _build(builder: Builder, name: str, content: bytes) -> Plain:
    loader = Loader(_stream(name, content))
    try:
        return builder.build(loader)
    finally:
        loader.dispose()


def _refuse_depth(name: str, before: str) -> None:
    """Raise CatalogInvalid where the text passes MAX_DEPTH; `before` ends where the parser's own limit struck.

    libyaml has a limit of its own (1,000 as PyYAML 6.0.4 ships it), and its scanner reads ahead of the events that
    are counted here.
    """
    with contextlib.suppress(yaml.YAMLError):
        _build(Builder(name), name, before.encode())


class _NamedStream(io.BytesIO):
    """Bytes that tell PyYAML their file's name, so that every mark carries it."""

    name = ""


def _stream(name: str, content: bytes) -> _NamedStream:
    stream = _NamedStream(content)
    stream.name = name
    return stream


def _json(content: bytes) -> dict[str, Plain]:
    """Return the data of strict JSON; raise ValueError for what YAML's slower reading has to explain.

    Scalars become the text that they are in the file, as in YAML, so that `2024` may be a period. Past MAX_TRACED_BYTES
    the file is taken for an importer's work: numbers stay numbers, and its keys are not looked through for repetition.
    """
    if len(content) > MAX_TRACED_BYTES:
        return msgspec.json.decode(content, type=dict[str, Any])
    data: dict[str, Plain] = json.loads(
        content, object_pairs_hook=_unique, parse_int=str, parse_float=str, parse_constant=str
    )
    if _SURROGATE.search(content):
        json.dumps(data, ensure_ascii=False).encode()  # half a pair is no character and cannot be written anywhere
    return data


def _deferred(name: str, content: bytes) -> Document:
    """Return a large JSON document with its occupations left for later; raise DecodeError where that cannot be."""
    sections = msgspec.json.decode(content, type=dict[str, msgspec.Raw])
    for section, part in sections.items():
        _refuse_large(name, section, part)
    occupations = msgspec.json.decode(sections.pop("occupations", b"{}"), type=dict[str, msgspec.Raw])
    if any(_is_deep(bytes(part)) for part in (*sections.values(), *occupations.values())):
        raise ValueError("nested too deep")
    document = Document(name, {key: msgspec.json.decode(raw) for key, raw in sections.items()}, (), content)
    document.deferred = occupations
    return document


def _refuse_large(name: str, section: str, part: msgspec.Raw) -> None:
    """Raise CatalogInvalid for a section of more entries than a mapping may have, or an entry that nobody would read.

    Nothing within the entries is decoded for it.
    """
    with contextlib.suppress(msgspec.ValidationError):  # a section that is no mapping
        entries = msgspec.json.decode(part, type=dict[str, msgspec.Raw])
        if len(entries) > MAX_KEYS:
            message = f"more than {MAX_KEYS:,} keys in one mapping: split it into several catalogs"
            raise CatalogInvalid((Problem(name, 0, 0, section, message),))
        for key, entry in entries.items():
            if memoryview(entry).nbytes > MAX_ENTRY_BYTES:
                message = f"one entry of more than {MAX_ENTRY_BYTES // 1024 // 1024} MB: shorten it"
                raise CatalogInvalid((Problem(name, 0, 0, f"{section}.{key}", message),))


def _json_problem(name: str, content: bytes, reason: str) -> Problem:
    """Return the decoder's word for what is no JSON, at the place that it names: the end of what is cut short."""
    reason, _, place = reason.partition(" (byte ")
    digits = place.rstrip(")")
    end = int(digits) if digits.isdigit() else len(content)
    before = content[:end].decode("utf-8", "ignore")
    return _problem_after(name, before, f"not JSON: {reason.removeprefix('JSON is malformed: ').lower()}")


def _unique(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    """Build an object of JSON of which no key stands twice, its values as YAML reads them."""
    built = {key: _as_in_yaml(value) for key, value in pairs}
    if len(built) < len(pairs):
        raise ValueError("a key appears twice")
    return built


def _as_in_yaml(value: Any) -> Plain:
    """Return a value of JSON as YAML reads the same words: `true` is text, and a "-" a missing value."""
    if isinstance(value, list):
        return [_as_in_yaml(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value == "-" else value


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
        pieces = (content[start : start + _PIECE] for start in range(0, len(content), _PIECE))
        for _ in codecs.iterdecode(pieces, "utf-8"):
            pass  # piece by piece: the text of a large file is as large again
    except UnicodeDecodeError:
        start = _first_undecodable(content)
        message = f"not UTF-8: byte 0x{content[start]:02x}. Save the file as UTF-8"
        raise CatalogInvalid((_problem_after(name, content[:start].decode("utf-8"), message),)) from None


def _first_undecodable(content: bytes) -> int:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _unprintable(name: str, content: bytes, error: yaml.reader.ReaderError) -> Problem:
    text = content.decode("utf-8")
    found = _UNPRINTABLE.search(text.removeprefix("\ufeff"))
    if found is None:
        return Problem(name, 0, 0, "", f"not YAML: {error.reason}")
    message = f"the control character {found.group()!r} is not allowed in YAML: remove it"
    return _problem_after(name, text.removeprefix("\ufeff")[: found.start()], message)


def _problem_after(name: str, before: str, message: str) -> Problem:
    """Return a problem that stands just behind the text `before`."""
    return Problem(name, before.count("\n") + 1, len(before) - before.rfind("\n"), "", message)


def _yaml_problem(name: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    words = " ".join(part for part in (error.problem, error.context) if part)
    if "block sequence entries are not allowed" in words:
        words += ". A bare '-' starts a list. For a missing value write null, or leave the key out"
    elif "mapping values are not allowed" in words:
        words += ". Put text that contains ': ' in quotes"
    elif "cannot start any token" in words:
        words += ". Indent with spaces, and put text that begins with @, ` or % in quotes"
    if mark is None:
        return Problem(name, 0, 0, "", f"not YAML: {words}")
    return Problem(name, mark.line + 1, mark.column + 1, "", f"not YAML: {words}")
