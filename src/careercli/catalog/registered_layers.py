"""Which layers are always there: the user's own list, one path a line, in the user's configuration directory."""

import contextlib
import os
from collections.abc import Sequence

from careercli.directories import user_directory
from careercli.files import write_atomically

_FILE = "layers"
_HEAD = "# The catalogs that careercli lays over its own, one path a line, in this order.\n"


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
    layers = registered_layers()
    added = [path for path in paths if path not in layers]
    if added:
        _write([*layers, *added])


def unregister(path: str) -> bool:
    """Take a path off the list; say whether it was on it."""
    layers = registered_layers()
    if path not in layers:
        return False
    _write([layer for layer in layers if layer != path])
    return True


def save_layer(path: str, content: bytes) -> bool:
    """Write a layer unless the file holds the same bytes already; say whether it was written."""
    with contextlib.suppress(OSError), open(path, "rb") as stream:
        if stream.read() == content:
            return False
    write_atomically(path, content)
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
