"""A tree of blocks as a tree of Rich, with guides that are narrower than its own."""

from collections.abc import Callable

from rich.style import Style
from rich.text import Text
from rich.tree import Tree

from careercli.blocks import TreeNode

TEXT = 26
"""Columns that the text of a node keeps, however deep it stands."""
WIDE = 80
"""Columns from which on a level is indented by three, and not by two."""


class _WideTree(Tree):
    TREE_GUIDES = [("   ", "│  ", "├─ ", "└─ ")] * 3
    ASCII_GUIDES = ("   ", "|  ", "|- ", "`- ")


class _NarrowTree(Tree):
    TREE_GUIDES = [("  ", "│ ", "├ ", "└ ")] * 3
    ASCII_GUIDES = ("  ", "| ", "|-", "`-")


def guided_tree(root: TreeNode, width: int | None, label: Callable[[TreeNode, str], Text]) -> Tree:
    """Return the tree for so many columns; `label` makes the text of a node behind a sign.

    Nodes that stand too deep for their text to be read stand below their parent, behind a `»`.
    """
    kind, step = (_WideTree, 3) if width is None or width >= WIDE else (_NarrowTree, 2)
    deepest = None if width is None else max((width - TEXT) // step, 1)
    tree = kind(label(root, ""), guide_style=Style(dim=True))
    queue: list[tuple[Tree, TreeNode, int]] = [(tree, root, 0)]
    while queue:
        parent, node, depth = queue.pop()
        below = [(child, depth + 1) for child in node.children]
        while below:
            child, at = below.pop(0)
            flat = deepest is not None and at > deepest
            made = parent.add(label(child, "» " if flat else ""))
            if deepest is not None and at >= deepest:
                below[:0] = [(grandchild, at + 1) for grandchild in child.children]
            else:
                queue.append((made, child, at))
    return tree
