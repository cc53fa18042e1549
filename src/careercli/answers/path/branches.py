"""The tree that the rows of a progression stand for."""

from collections.abc import Sequence
from typing import NamedTuple

from careercli.answers.path.view import EdgeView


class Branch(NamedTuple):
    """An edge with those that hang on it."""

    edge: EdgeView
    children: tuple["Branch", ...]


def branches(rows: Sequence[EdgeView]) -> tuple[Branch, ...]:
    """Return the edges of depth 0, each with those that hang on it: those after it that are one deeper."""
    below: dict[int, list[Branch]] = {}
    for edge in reversed(rows):
        children = below.pop(edge.depth + 1, [])
        below.setdefault(edge.depth, []).append(Branch(edge, tuple(reversed(children))))
    return tuple(reversed(below.get(0, ())))
