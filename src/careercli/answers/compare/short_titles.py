"""Short names for the sides of a comparison: words that all titles share are dropped."""

from collections.abc import Sequence

MAX_SHORT = 24
"""Characters of a short name."""
_ORDINALS = (
    "the first",
    "the second",
    "the third",
    "the fourth",
    "the fifth",
    "the sixth",
    "the seventh",
    "the eighth",
)


def short_titles(titles: Sequence[str]) -> tuple[str, ...]:
    """Return the titles without the words that all share; `the first`, `the second` where that leaves no short name."""
    words = [title.split() for title in titles]
    shared = set.intersection(*({word.casefold() for word in some} for some in words))
    short = tuple(" ".join(word for word in some if word.casefold() not in shared) for some in words)
    usable = all(short) and len(set(short)) == len(short) and max(map(len, short)) <= MAX_SHORT
    return short if usable else _ORDINALS[: len(titles)]


def names_in_labels(titles: Sequence[str], longest: int = MAX_SHORT) -> tuple[str, ...]:
    """Return the titles as they are where none is longer than `longest` characters, else their short names."""
    return tuple(titles) if max(map(len, titles)) <= longest else short_titles(titles)
