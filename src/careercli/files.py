"""Read and write files whole; know the paths that are open streams and no files."""

import contextlib
import os
import re
import stat
import time
from collections.abc import Iterator
from typing import IO

_PREFIX = ".careercli-"
_LEFT_BEHIND = r"\.careercli-[a-z0-9_]{8}"
"""What `mkstemp` makes of the prefix."""
_DAY = 24 * 60 * 60
_DESCRIPTORS = r"/dev/fd|/proc/([0-9]+)/(?:task/[0-9]+/)?fd"
_PATIENCE = 1.0
"""Seconds that a file which is being written is waited for."""
_QUIET_NS = 20_000_000
"""A file that was written so short a time ago may be half written; clocks of file systems step by up to 10 ms."""
_MAX_LINKS = 40
"""Links that are followed, as many as Linux follows."""


def write_atomically(path: str, content: bytes) -> None:
    """Write the file under another name and rename it; make its directory first. Raises OSError."""
    with atomic_file(path) as temporary, open(temporary, "wb") as stream:
        stream.write(content)


@contextlib.contextmanager
def atomic_file(path: str) -> Iterator[str]:
    """Give the path of an empty file beside `path` to fill; it takes its place at the end, unless it is gone by then.

    Nothing is left of it when the block raises. Temporary files of runs that were killed are removed from the directory
    once they are a day old. Raises OSError.
    """
    import tempfile

    folder = os.path.dirname(os.path.abspath(path))
    os.makedirs(folder, mode=0o700, exist_ok=True)
    _sweep(folder)
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=_PREFIX)
    os.close(handle)
    try:
        yield temporary
        if os.path.exists(temporary):
            os.chmod(temporary, _mode(path))
            os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def read_settled(path: str, most: int) -> bytes:
    """Return up to `most` bytes of a file, read while nobody wrote in it. Raises OSError and ValueError.

    A file that is being written is waited for a second, and then read as it is.
    """
    end = time.monotonic() + _PATIENCE
    while True:
        with open(path, "rb") as stream:
            before = os.fstat(stream.fileno())
            content = stream.read(most)
            after = os.fstat(stream.fileno())
        settled = before.st_mtime_ns == after.st_mtime_ns and before.st_size == after.st_size
        if not stat.S_ISREG(before.st_mode) or time.monotonic() > end:
            return content  # a pipe can be read only once
        if settled and not 0 <= time.time_ns() - after.st_mtime_ns < _QUIET_NS:
            return content
        time.sleep(_QUIET_NS / 1e9)


def open_stream(path: str) -> IO[bytes] | None:
    """Open what cannot be replaced: a pipe, a device, a stream that is open already, such as /dev/stdout or /dev/fd/63.

    Returns None for a file, and for a path where nothing is yet. What stands in a file that is open already is kept.
    Raises OSError.
    """
    holder = _descriptor(path)
    if holder is not None:
        process, number = holder
        return open(path, "ab") if process else os.fdopen(os.dup(number), "wb")
    try:
        is_file = stat.S_ISREG(os.stat(path).st_mode)
    except FileNotFoundError:
        is_file = True
    return None if is_file else open(path, "wb")


def _descriptor(path: str) -> tuple[str, int] | None:
    """Return the open file that a path is, or a link leads to: its process, nothing for this one, and its number."""
    for _ in range(_MAX_LINKS):
        folder, name = os.path.split(os.path.abspath(path))
        folder = os.path.realpath(folder)
        found = re.fullmatch(_DESCRIPTORS, folder)
        if found and name.isascii() and name.isdigit():
            return "" if found[1] in (None, str(os.getpid())) else found[1], int(name)
        path = os.path.join(folder, name)
        if not os.path.islink(path):
            return None
        path = os.path.join(folder, os.readlink(path))
    return None


def _sweep(folder: str) -> None:
    """Remove what runs that were killed left behind here a day ago or longer."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if re.fullmatch(_LEFT_BEHIND, entry.name) and entry.is_file(follow_symlinks=False):
                with contextlib.suppress(OSError):
                    if time.time() - entry.stat(follow_symlinks=False).st_mtime > _DAY:
                        os.unlink(entry.path)


def _mode(path: str) -> int:
    """Return the permissions that the file has, or that a new file gets here."""
    with contextlib.suppress(OSError):
        status = os.lstat(path)  # a link is replaced, and what it leads to is not asked
        if not os.path.islink(path):
            return status.st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
