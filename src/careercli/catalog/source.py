"""The text of a catalog -> plain data, with marks to find it again. The only module that knows YAML.

Every scalar stays text (PyYAML's base loader), so `NO`, `0110`, `12:30` and dates are what was written; the model
decides the types. An empty value, `null`, `~` and a quoted "-" are a missing value, None.
"""

import contextlib
import io
import json
import re
from typing import NamedTuple, TypeAlias

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

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
"""The model is 8 deep. libyaml recurses in C and crashes the process at some 50,000."""
MAX_EXPANSION = 200_000
"""Nodes that aliases may add up to; only files that use aliases are held to it."""

_DEEP_BLOCK = re.compile(rb"^[ \t?:-]{%d}" % (MAX_DEPTH * 2), re.MULTILINE)
_NOT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_MISSING = frozenset(("", "~", "null", "Null", "NULL"))
_PLAIN_TAGS = frozenset(("tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"))

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
"""What YAML becomes before the model gives it types."""


class Document(NamedTuple):
    """One catalog file: its data, and the nodes whose marks carry the file's name, line and column."""

    name: str
    data: dict[str, Plain]
    root: MappingNode | None
    """None for JSON, which is read without marks."""
    problems: tuple[Problem, ...]
    """What plain data cannot hold: duplicate keys, odd keys, tags."""


class _NamedStream(io.BytesIO):
    """Bytes that tell PyYAML their file's name, so that every mark carries it."""

    name = ""


def read_bytes(path: str) -> bytes:
    """Return the file's bytes; raise CatalogInvalid when it cannot be read or is too large."""
    try:
        with open(path, "rb") as stream:
            content = stream.read(MAX_JSON_BYTES + 1)
    except OSError as error:
        raise _invalid(path, f"cannot be read: {(error.strerror or str(error)).lower()}") from None
    if len(content) > MAX_JSON_BYTES or (len(content) > MAX_BYTES and content[:1] != b"{"):
        raise _invalid(path, f"larger than {MAX_BYTES // 1024 // 1024} MB: split it into several catalogs")
    return content


def parse(name: str, content: bytes) -> Document:
    """Return the file's data; raise CatalogInvalid when it is not YAML, not UTF-8, too deep, too large or a bomb.

    JSON is YAML; a file that is strict JSON, as importers write it, is read a hundred times faster and may be larger.
    """
    _refuse_other_encodings(name, content)
    if content[:1] == b"{":
        with contextlib.suppress(ValueError, RecursionError):
            return Document(name, json.loads(content, object_pairs_hook=_unique), None, ())
    if len(content) > MAX_BYTES:
        raise _invalid(name, f"larger than {MAX_BYTES // 1024 // 1024} MB: split it into several catalogs")
    _refuse_depth(name, content)
    stream = _NamedStream(content)
    stream.name = name
    try:
        root = yaml.compose(stream, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        raise CatalogInvalid((_yaml_problem(name, error),)) from None
    except yaml.YAMLError as error:
        raise _invalid(name, f"not YAML: {' '.join(str(error).split())}") from None
    if root is None:
        raise _invalid(name, "the file is empty; a catalog begins with 'schema_version: 1' and 'name:'")
    if not isinstance(root, MappingNode):
        raise CatalogInvalid((problem_at(root, "", "a catalog is a mapping that begins with 'schema_version: 1'"),))
    if b"*" in content and b"&" in content:
        _refuse_alias_bombs(root)
    problems: list[Problem] = []
    data = plain(root, "", problems)
    assert isinstance(data, dict)  # noqa: S101 (a mapping node becomes a dict)
    return Document(name, data, root, tuple(problems))


def _unique(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    """Build an object of JSON; a key that stands twice is left to YAML's reading, which tells where."""
    built = dict(pairs)
    if len(built) < len(pairs):
        raise ValueError("a key stands twice")
    return built


def plain(node: Node, path: str, problems: list[Problem]) -> Plain:
    """Return the node as dicts, lists, text and None; add a problem for each duplicate key, odd key and tag."""
    if isinstance(node, ScalarNode):
        value = node.value
        if value in _MISSING and not node.style:
            return None
        if value == "-":
            return None
        if node.tag not in _PLAIN_TAGS:
            problems.append(problem_at(node, path, f"the tag {node.tag!r} has no meaning in a catalog: leave it out"))
        return str(value)
    if isinstance(node, SequenceNode):
        return [plain(item, f"{path}[{index}]", problems) for index, item in enumerate(node.value)]
    result: dict[str, Plain] = {}
    for key_node, value_node in node.value:
        key = key_node.value
        if not isinstance(key_node, ScalarNode):
            problems.append(problem_at(key_node, path, "a key must be text"))
            continue
        inner = f"{path}.{key}" if path else key
        if key in result:
            first = next(other for other, _ in node.value if other.value == key)
            where = f"line {first.start_mark.line + 1}"
            problems.append(problem_at(key_node, inner, f"duplicate key; it stands on {where} already"))
        result[key] = plain(value_node, inner, problems)
    return result


def problem_at(node: Node, path: str, message: str) -> Problem:
    """Return a problem that points at where the node begins."""
    mark = node.start_mark
    return Problem(mark.name, mark.line + 1, mark.column + 1, path, message)


def _invalid(name: str, message: str) -> CatalogInvalid:
    return CatalogInvalid((Problem(name, 0, 0, "", message),))


def _refuse_other_encodings(name: str, content: bytes) -> None:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        message = f"not UTF-8: byte 0x{content[error.start]:02x}; save the file as UTF-8"
        raise CatalogInvalid((Problem(name, line, column, "", message),)) from None


def _refuse_depth(name: str, content: bytes) -> None:
    """Count nesting without recursion, and only where the bytes make it possible at all."""
    depth = deepest = 0
    for bracket in content.translate(None, _NOT_BRACKETS):
        depth += 1 if bracket in b"[{" else -1
        deepest = max(deepest, depth)
    if deepest <= MAX_DEPTH and not _DEEP_BLOCK.search(content):
        return
    depth = 0
    try:
        for event in yaml.parse(content, Loader=Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > MAX_DEPTH:
                message = f"nested more than {MAX_DEPTH} deep"
                mark = event.start_mark
                line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
                raise CatalogInvalid((Problem(name, line, column, "", message),))
    except yaml.YAMLError:
        return  # compose meets the same error and says it with its place


def _refuse_alias_bombs(root: Node) -> None:
    """Raise CatalogInvalid for an alias that holds itself, or for aliases that multiply past MAX_EXPANSION nodes."""
    sizes: dict[int, int] = {}
    open_nodes: set[int] = set()

    def size(node: Node, depth: int) -> int:
        if isinstance(node, ScalarNode):
            return 1
        identity = id(node)
        if identity in open_nodes:
            raise CatalogInvalid((problem_at(node, "", "an alias (*) that holds itself"),))
        if depth > MAX_DEPTH:
            raise CatalogInvalid((problem_at(node, "", f"aliases nested more than {MAX_DEPTH} deep"),))
        if identity not in sizes:
            open_nodes.add(identity)
            children = (child for pair in node.value for child in (pair if isinstance(pair, tuple) else (pair,)))
            sizes[identity] = 1 + sum(size(child, depth + 1) for child in children)
            open_nodes.discard(identity)
        if sizes[identity] > MAX_EXPANSION:
            message = f"aliases (*) that multiply to more than {MAX_EXPANSION:,} values: write them out"
            raise CatalogInvalid((problem_at(node, "", message),))
        return sizes[identity]

    size(root, 0)


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
