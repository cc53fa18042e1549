"""How wide text is in a drawing that the reader's own typeface will set, and where its lines break.

No font is asked, so that a drawing is the same on every machine: characters are as wide as in DejaVu Sans, the widest
typeface that systems come with. In any other the text takes less room.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import accumulate

_ASCII = (
    (" ',.ijl", 0.34), (":;fI", 0.4), ("-", 0.46), ("!()/[\\]rt", 0.45), ('"`sz', 0.54), ("*?JL_ckvxy|", 0.6),
    ("$0123456789FTabdeghnopqu{}", 0.645), ("ABEKPSVXYZ", 0.7), ("CRU", 0.75), ("&DGHNOQ", 0.8), ("#+<=>^w~", 0.85),
    ("M", 0.95), ("%Wm@", 1.02),
)  # fmt: skip
"""The widths of characters in ems, in the regular weight."""
BOLD = 1.12
"""How much wider a bold text is at most."""
MONO = 0.61
"""The width of a character of a monospace typeface, in ems."""
_JOINER = "\u200d"


class _Widths(dict[str, float]):
    def __missing__(self, char: str) -> float:
        category = unicodedata.category(char)
        if category in ("Mn", "Me", "Cf"):
            width = 0.0
        elif category == "So":
            width = 1.4
        elif category == "Ll":
            width = 1.05 if char in "æœ" else 0.7
        else:
            width = 0.7 if char in "–†‡·•“”’‘€£" else 1.1
        self[char] = width
        return width


_EM = _Widths({char: width for chars, width in _ASCII for char in chars})


def char_widths(words: str, size: float, *, bold: bool = False, mono: bool = False) -> list[float]:
    """Return the most pixels that each character takes."""
    if mono:
        return [max(_EM[char], MONO) * size if char > "~" else MONO * size for char in words]
    factor = size * BOLD if bold else size
    return [_EM[char] * factor for char in words]


def text_width(words: str, size: float, *, bold: bool = False, mono: bool = False) -> float:
    """Return the most pixels that words take."""
    return sum(char_widths(words, size, bold=bold, mono=mono))


def line_breaks(words: str, widths: Sequence[float], room: float) -> list[tuple[int, int]]:
    """Return where each line begins and ends that is at most `room` wide, of words whose characters have these widths.

    Lines break at blanks, which belong to no line; a word that is wider than a line is broken as well.
    """
    ends = [0.0, *accumulate(widths)]
    room += 0.01  # what was measured as a whole must fit when it is added up from elsewhere
    lines: list[tuple[int, int]] = []
    start = end = 0
    for match in re.finditer("[^ ]+", words):
        if start < end and ends[match.end()] - ends[start] <= room:
            end = match.end()
            continue
        if start < end:
            lines.append((start, end))
        start = match.start()
        for end in range(start + 1, match.end() + 1):
            if ends[end] - ends[start] > room and end - start > 1 and not _clings(words, end - 1):
                lines.append((start, end - 1))
                start = end - 1
    return [*lines, (start, end)] if start < end else lines


def _clings(words: str, at: int) -> bool:
    """Say whether a character makes one sign with the one before it: a mark, a skin tone, what a joiner joins."""
    char = words[at]
    return unicodedata.category(char) in ("Mn", "Me", "Mc", "Cf", "Sk") or char == _JOINER or words[at - 1] == _JOINER


def wrapped(words: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Return words in lines that are at most `room` pixels wide in any common typeface."""
    widths = char_widths(words, size, bold=bold)
    return [words[start:end] for start, end in line_breaks(words, widths, room)]
