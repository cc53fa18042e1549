"""Blocks that are laid out already, side by side."""

import re
from collections.abc import Sequence

from rich.cells import cell_len

GAP = 4
"""Blanks between two blocks, at least."""
_ESCAPE = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")
"""What colors a text, or links it, and takes no room."""


def side_by_side(blocks: Sequence[Sequence[str]], width: int) -> list[str]:
    """Return the lines of the blocks beside each other, at even distances where they can be; none if too wide."""
    starts: list[int] = []
    end = -GAP
    for index, lines in enumerate(blocks):
        starts.append(max(end + GAP, index * width // len(blocks)))
        end = starts[-1] + max(map(_shown_width, lines))
    if end > width:
        return []
    found: list[str] = []
    for number in range(max(map(len, blocks))):
        line, reached = "", 0
        for start, lines in zip(starts, blocks, strict=True):
            if number < len(lines):
                line += " " * (start - reached) + lines[number]
                reached = start + _shown_width(lines[number])
        found.append(line)
    return found


def _shown_width(line: str) -> int:
    return cell_len(_ESCAPE.sub("", line))
