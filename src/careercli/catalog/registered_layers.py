"""Which layers are always there: the user's own list, one path a line, in the user's configuration directory."""

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence

from careercli.directories import user_directory
from careercli.files import atomic_file, write_atomically

_FILE = "layers"
_LOCK_SECONDS = 10.0
"""How long a command waits for another one that is changing the list."""
_HEAD = "# The catalogs that careercli adds to its own, one path per line, in this order.\n"


def registered_layers() -> list[str]:
    """Return the paths on the user's list, none where there is no list."""
    try:
        if not os.path.isfile(list_path()):
            return []
        with open(list_path(), encoding="utf-8", errors="surrogateescape") as stream:
            lines = [line.strip() for line in stream]
    except (OSError, ValueError, RuntimeError):
        return []
    return [line for line in lines if line and not line.startswith("#")]


def register(paths: Sequence[str]) -> None:
    """Put the paths at the end of the list, each once; raise OSError when the list cannot be written."""
    with locked():
        layers = registered_layers()
        added = [path for path in paths if path not in layers]
        if added:
            _write([*layers, *added])


def unregister(path: str) -> bool:
    """Take a path off the list; say whether it was on it."""
    with locked():
        layers = registered_layers()
        if path not in layers:
            return False
        _write([layer for layer in layers if layer != path])
        return True


@contextlib.contextmanager
def locked() -> Iterator[None]:
    """Keep every other careercli of this user from changing the list and the imported layers meanwhile.

    The lock is a file in the cache directory, which the system frees when its holder ends, however that happens. Raises
    OSError after _LOCK_SECONDS, or when no lock can be made at all.
    """
    import platformdirs
    from filelock import FileLock

    folder = platformdirs.user_cache_dir("careercli", appauthor=False)
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
    except OSError:  # no cache: lock beside the list
        folder = os.path.dirname(list_path())
        os.makedirs(folder, mode=0o700, exist_ok=True)
    with FileLock(os.path.join(folder, f"{_FILE}.lock"), timeout=_LOCK_SECONDS):
        yield


def save_layer(path: str, lines: Iterable[bytes], check: Callable[[str], None]) -> bool:
    """Write a layer unless the file holds the same bytes already; say whether it was written.

    `check` is given the path of what was written before it takes its place, and raises if it is not sound.
    """
    import filecmp

    with atomic_file(path) as temporary:
        with open(temporary, "wb") as stream:
            stream.writelines(lines)
        check(temporary)
        if os.path.isfile(path) and filecmp.cmp(temporary, path, shallow=False):
            os.unlink(temporary)
            return False
    return True


def list_path() -> str:
    """Return where the user's list is kept."""
    return os.path.join(user_directory("config"), _FILE)


def layers_directory() -> str:
    """Return where imported layers are kept."""
    return os.path.join(user_directory("data"), "layers")


def _write(layers: Sequence[str]) -> None:
    """Write the list whole or not at all."""
    text = _HEAD + "".join(f"{layer}\n" for layer in layers)
    write_atomically(list_path(), text.encode("utf-8", "surrogateescape"))
