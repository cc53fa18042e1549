"""The files that come with the program beside its code."""

import os


def data_directory() -> str:
    """Return where the embedded catalog stands: inside the package, or beside src in a checkout."""
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    packaged = os.path.join(here, "data")
    return packaged if os.path.isdir(packaged) else os.path.join(os.path.dirname(os.path.dirname(here)), "data")


def title_words() -> frozenset[str]:
    """Return the words of job titles, of the catalogs or not: a word among them is no slip of another."""
    with open(os.path.join(data_directory(), "title_words.txt"), encoding="utf-8") as stream:
        return frozenset(stream.read().split())
