"""Write files atomically, so that no one reads half a file."""

import contextlib
import os
from collections.abc import Iterator


def write_atomically(path: str, content: bytes) -> None:
    """Write the file under another name and rename it; make its directory first. Raises OSError."""
    with atomic_file(path) as temporary, open(temporary, "wb") as stream:
        stream.write(content)


@contextlib.contextmanager
def atomic_file(path: str) -> Iterator[str]:
    """Give the path of an empty file beside `path` to fill; it takes its place at the end, unless it is gone by then.

    Nothing is left of it when the block raises. Raises OSError.
    """
    import tempfile

    folder = os.path.dirname(os.path.abspath(path))
    os.makedirs(folder, mode=0o700, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=".careercli-")
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


def _mode(path: str) -> int:
    """Return the permissions that the file has, or that a new file gets here."""
    with contextlib.suppress(OSError):
        return os.stat(path).st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
