"""Which catalogs, and an index of them that is fresh: the one entry for every question.

Freshness as git does it. A layer whose size, inode, mtime and ctime are those that were stamped, and that was not
written within RACY_NS of the stamp, is what was compiled; anything else is read and hashed. The index itself is
believed only while it is the very file that was stamped, and only where no other user owns it. No part of the cache can
fail a run: without it the answer is the same, slower.
"""

import contextlib
import functools
import os
import sqlite3
import stat
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

import msgspec

from careercli import __version__
from careercli.catalog.data_files import data_directory
from careercli.catalog.reader import FORMAT, CatalogReader
from careercli.catalog.shipped_index import open_index, open_shipped, write_shipped
from careercli.directories import user_directory
from careercli.errors import CatalogInvalid, for_all
from careercli.files import atomic_file, write_atomically

if TYPE_CHECKING:  # layers are read as YAML, which no answer needs
    from careercli.catalog.yaml_reader import Document

RACY_NS = 2_000_000_000
"""Two seconds, the coarsest clock of the file systems in use (FAT)."""
MAX_INDEXES = 8
"""Index files that stay in the cache; the oldest go first."""
MAX_STAMPS = 32
"""Sets of layers that are remembered; the oldest are forgotten first."""
LONG_COMPILATION = 6 * 1024**2
"""Bytes of layers from which a compilation takes so long that progress is told; the embedded catalog has 6.5 MB."""
_STAMPS = "stamps.json"
DAMAGE = (sqlite3.DatabaseError, msgspec.DecodeError, UnicodeDecodeError)
"""What reading a damaged index raises; anything else is an error of the answer, and is told at once."""

Result = TypeVar("Result")


class Progress(Protocol):
    """What is told how far a compilation has come."""

    def report(self, what: str, done: int, total: int) -> None:
        """Say what is worked on now, and how many steps of how many are done."""


OpenProgress: TypeAlias = Callable[[], AbstractContextManager[Progress | None]]
"""Opens what is told how far a long compilation has come; None: nobody wants to know."""


class FileStamp(msgspec.Struct, frozen=True, array_like=True):
    """What the system says of a file without reading it."""

    size: int
    inode: int
    mtime_ns: int
    ctime_ns: int


class LayersStamp(msgspec.Struct, frozen=True):
    """The layers as they were when they were last read, and the index made of them."""

    files: tuple[FileStamp, ...]
    read_ns: int
    index: str


class Stamps(msgspec.Struct):
    """What the cache believes: layer sets by their paths, index files by their name."""

    version: str
    layers: dict[str, LayersStamp] = {}
    indexes: dict[str, FileStamp] = {}


def embedded_layers() -> list[str]:
    """Return the files of the catalog that comes with the program: roles.yaml first, which the others extend.

    They stand inside the package, or beside src in a checkout.
    """
    data = data_directory()
    files = [os.path.join(data, "roles.yaml"), os.path.join(data, "occupations.yaml")]
    for folder, ending in (("market", ".json.xz"), ("roles", ".yaml")):
        there = os.path.join(data, folder)
        names = sorted(os.listdir(there)) if os.path.isdir(there) else []
        files += [os.path.join(there, name) for name in names if name.endswith(ending)]
    return files


def layer_label(layer: str) -> str:
    """Return how answers name a layer: a file of the embedded catalog by its place in it, another as it was named."""
    data = data_directory()
    if not layer.startswith(data + os.sep):
        return layer
    return os.path.relpath(layer, os.path.dirname(data)).replace(os.sep, "/")


def cache_directory() -> str | None:
    """Return the user's cache directory for this program (XDG on Linux), None for a user without a home."""
    try:
        return user_directory("cache")
    except RuntimeError:
        return None


def _own_cache() -> str | None:
    """Return the cache directory unless another user owns it."""
    cache = cache_directory()
    with contextlib.suppress(OSError, ValueError):
        if cache is not None and not _is_own(os.stat(cache)):
            return None
    return cache


def query(
    layers: Sequence[str],
    question: Callable[[CatalogReader], Result],
    progress: OpenProgress = contextlib.nullcontext,
) -> Result:
    """Return the question's answer from a fresh index of the layers.

    `progress` is opened to tell how far a long compilation has come. Raises CatalogInvalid when a layer cannot be read.
    A damaged index is thrown away and made anew, once.
    """
    paths = [_absolute(layer) for layer in layers]
    cache = _own_cache()
    for find in (open_shipped, functools.partial(_fresh_index, cache)):
        connection = find(paths)
        if connection is not None:
            with contextlib.closing(connection), contextlib.suppress(*DAMAGE):
                return question(CatalogReader(connection, layers))
    with contextlib.closing(_compile(cache, layers, paths, progress)) as connection:
        return question(CatalogReader(connection, layers))


def build_shipped_index(target: str, *, with_times: bool) -> None:
    """Compile the embedded catalog into the file that is installed with the program; see shipped_index."""
    from careercli.catalog.compile_index import compile_index

    layers = embedded_layers()
    contents, _, _ = _read_layers(layers, layers)
    write_shipped(
        target, layers, lambda connection: compile_index(connection, layers, contents, None), with_times=with_times
    )


def _fresh_index(cache: str | None, paths: Sequence[str]) -> sqlite3.Connection | None:
    if cache is None:
        return None
    stamps = _read_stamps(cache)
    stamp = stamps.layers.get(_key(paths))
    if stamp is None or not all(os.path.isfile(path) for path in paths):
        return None  # never asked before, or a pipe that can be read only once
    try:
        index = os.path.join(cache, stamp.index)
        if stamps.indexes.get(stamp.index) != _stat(index) or not _is_own(os.lstat(index)):
            return None
        files = tuple(_stat(path) for path in paths)
        newest = max(max(file.mtime_ns, file.ctime_ns) for file in files)
        if files != stamp.files or newest + RACY_NS > stamp.read_ns:
            contents, files, read_ns = _read_layers(paths, paths)
            if stamp.index != _index_name(contents):
                return None
            _stamp(cache, paths, LayersStamp(files, read_ns, stamp.index), None)
        return open_index(index)
    except (OSError, ValueError, sqlite3.Error, CatalogInvalid):
        return None  # a stamp may hold anything, once somebody has written in it


def _absolute(path: str) -> str:
    try:
        return os.path.abspath(path)
    except OSError:
        return path  # the working directory is gone


def _compile(
    cache: str | None, layers: Sequence[str], paths: Sequence[str], progress: OpenProgress
) -> sqlite3.Connection:
    """Return an open index compiled from the layers: in the cache when that can be written, else in memory."""
    contents, files, read_ns = _read_layers(layers, paths)
    name = _index_name(contents)
    if cache is not None and all(map(os.path.isfile, paths)):  # what a pipe held cannot be asked for again
        with contextlib.suppress(OSError, sqlite3.Error):
            index = os.path.join(cache, name)
            with atomic_file(index) as temporary, contextlib.closing(sqlite3.connect(temporary)) as connection:
                _fill(connection, cache, layers, contents, progress)
            _stamp(cache, paths, LayersStamp(files, read_ns, name), _stat(index))
            _prune(cache)
            return open_index(index)
    connection = sqlite3.connect(":memory:")
    _fill(connection, cache, layers, contents or _read_layers(layers, paths)[0], progress)
    return connection


def _fill(
    connection: sqlite3.Connection,
    cache: str | None,
    layers: Sequence[str],
    contents: list[bytes],
    progress: OpenProgress,
) -> None:
    """Make the index of the layers in an empty database; empty `contents`, which may be as large as all else together.

    Layers over the embedded catalog that only add or change roles are patched into the index of those below.
    """
    from careercli.catalog.compile_index import compile_index, patches_over

    embedded = embedded_layers()
    if list(layers[: len(embedded)]) == embedded:
        patches = patches_over(layers[len(embedded) :], contents[len(embedded) :])
        below = layers[: len(layers) - len(patches)]
        if patches and _patch(connection, cache, below, patches, progress):
            return
    is_long = sum(map(len, contents)) >= LONG_COMPILATION
    with progress() if is_long else contextlib.nullcontext() as told:
        compile_index(connection, layers, contents, told)


def _patch(
    connection: sqlite3.Connection,
    cache: str | None,
    below: Sequence[str],
    patches: Sequence["Document"],
    progress: OpenProgress,
) -> bool:
    """Fill an empty database with the index of some layers and patch others in; say whether that could be done."""
    from careercli.catalog.index_patch import patch_index

    paths = [_absolute(layer) for layer in below]
    found = open_shipped(paths) or _fresh_index(cache, paths) or _compile(cache, below, paths, progress)
    with contextlib.closing(found) as source:
        try:
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
            source.backup(connection)
            if patch_index(connection, patches):
                return True
        except DAMAGE:
            pass
    with contextlib.closing(sqlite3.connect(":memory:")) as nothing:
        nothing.backup(connection)
    return False


def _read_layers(layers: Sequence[str], paths: Sequence[str]) -> tuple[list[bytes], tuple[FileStamp, ...], int]:
    """Return the layers' bytes, their stamps and when reading began; raise CatalogInvalid with every unreadable one."""
    from careercli.catalog.yaml_reader import read_bytes

    read_ns = time.time_ns()
    named = zip(layers, paths, strict=True)
    read = for_all(lambda layer_and_path: (read_bytes(layer_and_path[0]), _stat(layer_and_path[1])), named)
    return [content for content, _ in read], tuple(file for _, file in read), read_ns


def _index_name(contents: Sequence[bytes]) -> str:
    import hashlib

    digest = hashlib.blake2b(f"{FORMAT} {__version__}".encode(), digest_size=16)
    for content in contents:
        digest.update(hashlib.blake2b(content).digest())
    return f"{digest.hexdigest()}.sqlite"


def _read_stamps(cache: str) -> Stamps:
    path = os.path.join(cache, _STAMPS)
    try:
        status = os.lstat(path)
        if not stat.S_ISREG(status.st_mode) or not _is_own(status):  # a pipe may block; a link leads anywhere
            return Stamps(_version())
        with open(path, "rb") as stream:
            stamps = msgspec.json.decode(stream.read(), type=Stamps)
    except (OSError, ValueError, RecursionError, msgspec.DecodeError):
        return Stamps(_version())
    return stamps if stamps.version == _version() else Stamps(_version())


def _stamp(cache: str, paths: Sequence[str], stamp: LayersStamp, index: FileStamp | None) -> None:
    """Note the stamp for the next run; two processes may overwrite each other's note, which costs one compilation."""
    stamps = _read_stamps(cache)
    stamps.layers[_key(paths)] = stamp
    newest = sorted(stamps.layers.items(), key=lambda entry: entry[1].read_ns)[-MAX_STAMPS:]
    stamps.layers = dict(newest)
    if index is not None:
        stamps.indexes[stamp.index] = index
    believed = {kept.index for kept in stamps.layers.values()}
    stamps.indexes = {name: file for name, file in stamps.indexes.items() if name in believed}
    with contextlib.suppress(OSError, ValueError):
        write_atomically(os.path.join(cache, _STAMPS), msgspec.json.encode(stamps))


def _key(paths: Sequence[str]) -> str:
    """Name a set of layers; a path need not be text that JSON can hold."""
    return ascii(os.pathsep.join(paths))


def _version() -> str:
    return f"{__version__}/{FORMAT}"


def _stat(path: str) -> FileStamp:
    status = os.stat(path)
    return FileStamp(status.st_size, status.st_ino, status.st_mtime_ns, status.st_ctime_ns)


def _is_own(status: os.stat_result) -> bool:
    """Say whether a file belongs to the user, or to root, who may change whatever the user trusts."""
    return sys.platform == "win32" or status.st_uid in (0, os.geteuid())


def _prune(cache: str) -> None:
    entries = [entry for entry in os.scandir(cache) if entry.name.endswith(".sqlite")]
    for entry in sorted(entries, key=lambda entry: entry.stat().st_mtime_ns)[:-MAX_INDEXES]:
        os.unlink(entry.path)
