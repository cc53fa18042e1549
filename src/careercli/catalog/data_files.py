"""The files that come with the program beside its code."""

import os

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def is_packaged() -> bool:
    """Say whether the program was installed from a wheel, and is no checkout."""
    return os.path.isdir(os.path.join(_PACKAGE, "data"))


def data_directory() -> str:
    """Return where the embedded catalog stands: inside the package, or beside src in a checkout."""
    return os.path.join(_PACKAGE if is_packaged() else _checkout(), "data")


def shipped_index_path() -> str:
    """Return where the index of the embedded catalog stands if one was built with the program."""
    return os.path.join(data_directory() if is_packaged() else os.path.join(_checkout(), "build"), "index.sqlite")


def _checkout() -> str:
    return os.path.dirname(os.path.dirname(_PACKAGE))


def title_words() -> frozenset[str]:
    """Return the words of job titles, of the catalogs or not: a word among them is no slip of another."""
    with open(os.path.join(data_directory(), "title_words.txt"), encoding="utf-8") as stream:
        return frozenset(stream.read().split())
