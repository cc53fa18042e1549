"""Break the texts of a table into lines of a terminal.

Words break only where a table cannot be turned into records, and numbers never break.
"""

from rich.cells import cell_len, chop_cells

HEADER_LINES = (2, 3)
"""Lines of a header at most, on a first screen: the second, where the table does not fit with the first."""
BLANK = "\u2800"
"""Holds a place like a blank, and no layout takes it for one: it neither breaks a line nor is stripped."""
MIN_PROSE_WIDTH = 18
"""A column of prose narrower than this is worse than a record."""


def broken_header(header: str, most: int) -> list[str]:
    """Break a header into so many lines at most, as even as its words let them be."""
    width = -(-cell_len(header) // most)
    while len(lines := wrap(header, width)) > most or any(
        word not in header.split(" ") for line in lines for word in line.split(" ")
    ):
        width += 1
    return lines


def wrap(line: str, width: int) -> list[str]:
    """Break a line at blanks; a word that is wider than the column is broken too."""
    if cell_len(line) <= width:
        return [line]
    lines = [""]
    for word in line.split(" "):
        if cell_len(lines[-1]) + 1 + cell_len(word) <= width and lines[-1]:
            lines[-1] += f" {word}"
        else:
            first, *rest = chop_cells(word, width) or [""]
            lines[-1:] = [first] if not lines[-1] else [lines[-1], first]
            lines += rest
    return lines
