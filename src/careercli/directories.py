"""Find the user's directories for this program: the XDG ones on Linux, those of the system elsewhere."""

import os
import sys
from typing import Literal

Kind = Literal["cache", "config", "data"]
_XDG: dict[Kind, tuple[str, str]] = {
    "cache": ("XDG_CACHE_HOME", ".cache"),
    "config": ("XDG_CONFIG_HOME", ".config"),
    "data": ("XDG_DATA_HOME", os.path.join(".local", "share")),
}


def user_directory(kind: Kind) -> str:
    """Return the directory; it need not exist. Raises RuntimeError for a user without a home.

    On Linux the two lines of the XDG Base Directory Specification are written out: every answer needs them, and
    importing platformdirs takes 4 ms of some 90.
    """
    if sys.platform == "linux":
        variable, below_home = _XDG[kind]
        folder = os.environ.get(variable, "").strip()
        if not os.path.isabs(folder):  # the specification calls such a value invalid
            home = os.path.expanduser("~")
            if not os.path.isabs(home):
                raise RuntimeError("the user has no home directory")
            folder = os.path.join(home, below_home)
        return os.path.join(folder, "careercli")
    import platformdirs

    directories = platformdirs.PlatformDirs("careercli", appauthor=False)
    return str(getattr(directories, f"user_{kind}_dir"))
