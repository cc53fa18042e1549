"""Opening what the user has: a folder, a zip as it is downloaded, single files -> named members, read when asked.

Nothing is unpacked to disk, so no name can climb anywhere; names that try are refused all the same, because an archive
that holds one is not the official one.
"""

import os
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from careercli.errors import ImportProblem, reason_of

MAX_MEMBER = 512 * 1024**2
"""Unpacked; the largest official file (OEWS, all areas and industries) has some 80 MB."""
MAX_ARCHIVE = 2 * 1024**3
"""All members of one archive, unpacked."""
MAX_RATIO = 200
"""Unpacked to packed. Official text and workbooks stay under 30."""
MIN_RATIO_SIZE = 16 * 1024**2
"""Below this size no ratio does any harm, and a small file of equal rows may well pack better than MAX_RATIO."""
MAX_MEMBERS = 5_000
"""Files that one path may lead to; a whole home directory is not an answer to "where are the official files"."""
MAX_DEPTH = 3
"""Folders below the one given."""
WORKBOOKS = (".xlsx", ".xlsm")


class Member(NamedTuple):
    """One file, wherever it lies."""

    name: str
    """The base name: `Task Statements.txt`."""
    file_label: str
    """How errors call it: its path, or `archive.zip!path inside`."""
    read: Callable[[], bytes]
    size: int = 0
    """Bytes, as far as known."""


def members(paths: Sequence[str]) -> list[Member]:
    """Return the files that the paths lead to, each once, a folder's in order of name; raise ImportProblem."""
    found: dict[str, Member] = {}
    for path in paths:
        if os.path.isdir(path):
            files = list(_walk(path, MAX_DEPTH))
        elif os.path.exists(path):
            files = [path]
        else:
            raise ImportProblem(f"{path}: no such file or folder")
        for file in files:
            for member in _opened(file):
                _, bang, inside = member.file_label[len(file) :].partition("!")
                found.setdefault(os.path.realpath(file) + bang + inside, member)
                if len(found) > MAX_MEMBERS:
                    hint = "Name the folder or the zip that has the official files and nothing else."
                    raise ImportProblem(f"{path}: more than {MAX_MEMBERS:,} files", hint=hint)
    return list(found.values())


def check_sizes(archive: zipfile.ZipFile, shown: str) -> None:
    """Raise ImportProblem for an archive that says it unpacks to more than the limits allow."""
    total = packed = 0
    for entry in archive.infolist():
        total += entry.file_size
        packed += entry.compress_size
        if entry.file_size > MAX_MEMBER:
            raise _too_large(
                shown, f"{entry.filename} unpacks to {_mb(entry.file_size)}; the limit is {_mb(MAX_MEMBER)}"
            )
        if entry.file_size > max(MIN_RATIO_SIZE, entry.compress_size * MAX_RATIO):
            raise _too_large(shown, f"{entry.filename} unpacks to more than {MAX_RATIO} times its packed size")
    if total > MAX_ARCHIVE:
        raise _too_large(shown, f"it unpacks to {_mb(total)}; the limit is {_mb(MAX_ARCHIVE)}")
    if total > max(MIN_RATIO_SIZE, packed * MAX_RATIO):
        raise _too_large(shown, f"it unpacks to more than {MAX_RATIO} times its packed size")


def _walk(folder: str, depth: int) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise _unreadable(folder, error) from None
    for entry in entries:
        if _is_system_file(entry.name):
            continue
        if os.path.isfile(entry.path):  # unlike entry.is_file, False of a link that leads in a circle or is barred
            yield entry.path
        elif depth and entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, depth - 1)


def _opened(path: str) -> list[Member]:
    if path.lower().endswith(".zip"):
        return _zipped(path)
    return [Member(os.path.basename(path), path, lambda: _read_file(path), _size(path))]


def _zipped(path: str) -> list[Member]:
    try:
        with zipfile.ZipFile(path) as archive:
            check_sizes(archive, path)
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise _broken(path) from None
    except OSError as error:
        raise _unreadable(path, error) from None
    found = []
    for entry in entries:
        parts = entry.orig_filename.replace("\\", "/").split("/")
        if ".." in parts or parts[0] == "" or parts[0].endswith(":"):
            hint = "Official archives have no such names. Download it again from its publisher."
            raise ImportProblem(f"{path}: the name '{entry.orig_filename}' points outside the archive", hint=hint)
        if not any(_is_system_file(part) for part in parts):
            found.append(_member_of_zip(path, entry.filename, parts[-1], entry.file_size))
    return found


def _member_of_zip(path: str, inside: str, name: str, size: int) -> Member:
    shown = f"{path}!{inside}"
    return Member(name, shown, lambda: _read_zipped(path, inside, shown), size)


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except OSError:
        return 0


def _is_system_file(name: str) -> bool:
    """Say whether a name is what systems leave behind: hidden files, macOS forks, locks of an open workbook."""
    return name.startswith((".", "~$")) or name == "__MACOSX"


def _read_file(path: str) -> bytes:
    try:
        with open(path, "rb") as stream:
            content = stream.read(MAX_MEMBER + 1)
    except OSError as error:
        raise _unreadable(path, error) from None
    if len(content) > MAX_MEMBER:
        raise ImportProblem(f"{path}: larger than {_mb(MAX_MEMBER)}, too large for an official file")
    return content


def _read_zipped(path: str, inside: str, shown: str) -> bytes:
    try:
        with zipfile.ZipFile(path) as archive:
            check_sizes(archive, path)
            return archive.read(inside)  # never more than the size that was checked
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError):
        raise _broken(shown) from None
    except (NotImplementedError, RuntimeError):
        hint = "Unpack the archive and name the folder."
        raise ImportProblem(f"{shown}: it has a password or an unknown compression", hint=hint) from None
    except OSError as error:
        raise _unreadable(shown, error) from None


def _mb(size: int) -> str:
    return f"{size // 1024**2:,} MB"


def _too_large(shown: str, message: str) -> ImportProblem:
    hint = "Official archives are not that large. Download it again from its publisher."
    return ImportProblem(f"{shown}: {message}", hint=hint)


def _broken(shown: str) -> ImportProblem:
    message = "this zip archive is cut short or damaged"
    return ImportProblem(f"{shown}: {message}", hint="Download it again.")


def _unreadable(shown: str, error: OSError) -> ImportProblem:
    return ImportProblem(f"{shown}: cannot be read: {reason_of(error)}")
