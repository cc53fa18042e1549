"""The index that is made when the program is built: the first answer after an installation waits for nothing.

In a wheel it stands inside the package, beside the catalog that it was made of. In a checkout that was installed in
place it stands in `build/`, and is believed only as long as no file of the catalog was written again. An index of
another version, of other files or that cannot be opened is left aside, and the catalog is compiled as any other.
"""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Sequence

from careercli import __version__
from careercli.catalog.data_files import data_directory, is_packaged, shipped_index_path
from careercli.catalog.reader import FORMAT

_KEY = "built of"


def open_shipped(paths: Sequence[str]) -> sqlite3.Connection | None:
    """Return the shipped index if it is one of exactly these files as they are now, else None."""
    index = shipped_index_path()
    if not os.path.isfile(index) or os.path.dirname(paths[0]) != data_directory():
        return None
    with contextlib.suppress(OSError, sqlite3.Error):
        connection = open_index(index)
        found = connection.execute("SELECT value FROM meta WHERE key = ?", (_KEY,)).fetchone()
        if found == (_state(paths, with_times=not is_packaged()),):
            return connection
        connection.close()
    return None


def write_shipped(
    target: str, paths: Sequence[str], fill: Callable[[sqlite3.Connection], None], *, with_times: bool
) -> None:
    """Write the index of the embedded files to `target`; `with_times` where the files can be written again later."""
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with contextlib.suppress(FileNotFoundError):
        os.unlink(target)
    with contextlib.closing(sqlite3.connect(target)) as connection:
        fill(connection)
        connection.execute("INSERT INTO meta VALUES (?, ?)", (_KEY, _state(paths, with_times=with_times)))
        connection.commit()
        connection.execute("VACUUM")


def open_index(index: str) -> sqlite3.Connection:
    """Open an index that nobody writes any more."""
    from urllib.parse import quote

    return sqlite3.connect(f"file:{quote(os.fsencode(index))}?mode=ro&immutable=1", uri=True)


def _state(paths: Sequence[str], *, with_times: bool) -> str:
    """Describe the program and the files of the embedded catalog without reading them."""
    files = []
    for path in paths:
        status = os.stat(path)
        files.append(f"{os.path.basename(path)} {status.st_size} {status.st_mtime_ns if with_times else 0}")
    return "\n".join((f"{__version__} {FORMAT}", *files))
