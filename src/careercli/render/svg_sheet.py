"""The sheet of a picture while it is drawn: text in lines that fit, and plain shapes, each in a class for its color.

Text is text, never outlines. Whatever says where it stands is an attribute, so that programs without CSS place it too.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape
from itertools import accumulate
from typing import NamedTuple

from careercli.blocks import Span, Tone
from careercli.render.text_measure import char_widths, line_breaks
from careercli.safe_text import escape_invisible

SIZE = 15
"""The size of type, in pixels, where nothing else is said."""
LEADING = 1.38
"""The height of a line, in sizes of its type."""
_CITED = re.compile(r"(?:^|[ \u00a0]|(?<=\]))\[\d+\]")
_CITATION, _LEAST = 0.75, 11
"""The size of the number of a source: a part of that of its text, and so many pixels at least."""
_NBSP = "\u00a0"


class Face(NamedTuple):
    """How a piece of text looks."""

    size: float = SIZE
    tone: Tone = ""
    bold: bool = False

    @property
    def height(self) -> int:
        """The height of a line."""
        return round(self.size * LEADING)


class Piece(NamedTuple):
    """A run of text of one look."""

    words: str
    face: Face
    link: str = ""

    def widths(self) -> list[float]:
        """Return the most pixels that each character takes."""
        return char_widths(self.words, self.face.size, bold=self.face.bold, mono=self.face.tone == "code")


class Place(NamedTuple):
    """Where something is written, and how wide it may be."""

    x: float
    top: float
    room: float


Line = tuple[Piece, ...]
PLAIN = Face()


def pieces(words: str | Iterable[Span], face: Face = PLAIN) -> Line:
    """Return what is written of words: on one line, the numbers of sources small and bound to the word before them.

    The tone of a span counts before that of the face.
    """
    found: list[Piece] = []
    for span in (Span(words),) if isinstance(words, str) else words:
        tone = span.tone or face.tone
        own = face._replace(tone=tone, bold=face.bold or tone in ("strong", "accent"))
        if span.link:
            own = face._replace(tone="accent")
        small = Face(min(max(face.size * _CITATION, _LEAST), face.size), "muted")
        text, at = escape_invisible(span.text), 0
        for match in _CITED.finditer(text):
            found.append(Piece(text[at : match.start()], own, span.link))
            found.append(Piece(match[0].replace(" ", _NBSP), small, span.link))
            at = match.end()
        found.append(Piece(text[at:], own, span.link))
    return tuple(piece for piece in found if piece.words)


def width_of(line: Line) -> float:
    """Return the most pixels that a line takes."""
    return sum(sum(piece.widths()) for piece in line)


def broken(line: Line, room: float) -> list[Line]:
    """Return the pieces in lines that are at most `room` wide."""
    words = "".join(piece.words for piece in line)
    breaks = line_breaks(words, [width for piece in line for width in piece.widths()], room)
    return [_cut_out(line, start, end) for start, end in breaks]


def _cut_out(line: Line, start: int, end: int) -> Line:
    found: list[Piece] = []
    at = 0
    for piece in line:
        words = piece.words[max(start - at, 0) : max(end - at, 0)]
        at += len(piece.words)
        if words:
            found.append(piece._replace(words=words))
    return tuple(found)


def longest_word(line: Line) -> float:
    """Return the most pixels that a word takes."""
    ends = [0.0, *accumulate(width for piece in line for width in piece.widths())]
    words = "".join(piece.words for piece in line)
    return max((ends[match.end()] - ends[match.start()] for match in re.finditer("[^ ]+", words)), default=0)


class Sheet:
    """What is drawn so far."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def text(self, line: Line, x: float, baseline: float, anchor: str = "", hanging: str = "") -> None:
        """Write a line; what is `hanging` begins where a line with the anchor `end` ends."""
        if not line:
            return
        first = line[0].face
        place = f'x="{number(x)}" y="{number(baseline)}"' + (f' text-anchor="{anchor}"' if anchor else "")
        inside = "".join(_written(piece, first) for piece in line)
        inside += f'<tspan x="{number(x)}" text-anchor="start">{_escaped(hanging)}</tspan>' if hanging else ""
        self.parts.append(f"<text {place}{_look(first, PLAIN)}>{inside}</text>")

    def lines(self, lines: Sequence[Line], x: float, top: float, height: int, anchor: str = "") -> float:
        """Write lines below each other; return where they end."""
        for line in lines:
            self.text(line, x, baseline(top, height, line), anchor)
            top += height
        return top

    def item(self, sign: str, line: Line, place: Place, indent: float, face: Face) -> float:
        """Write an item of a list, its sign to the left of all its lines; return where it ends."""
        mark = pieces(sign, face._replace(tone="muted"))
        self.text(mark, place.x, baseline(place.top, face.height, mark))
        lines = broken(line, place.room - indent) or [()]
        return self.lines(lines, place.x + indent, place.top, face.height)

    def rule(self, x1: float, y1: float, x2: float, y2: float, name: str = "rule") -> None:
        """Draw a straight line of a class."""
        place = f'x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"'
        self.parts.append(f'<line class="cc-{name}" {place}/>')

    def path(self, data: str, name: str) -> None:
        """Draw a path of a class."""
        self.parts.append(f'<path class="cc-{name}" d="{data}"/>')


def baseline(top: float, height: float, line: Line) -> float:
    """Return where the baseline of a line is that stands in the middle of so much height."""
    size = max((piece.face.size for piece in line), default=SIZE)
    return round(top + (height + size * 0.72) / 2)


def number(value: float) -> str:
    """Write a length: with one decimal, if any."""
    return f"{value:.1f}".removesuffix(".0")


def _written(piece: Piece, around: Face) -> str:
    look = _look(piece.face, around)
    words = f"<tspan{look}>{_escaped(piece.words)}</tspan>" if look else _escaped(piece.words)
    if piece.link.lower().startswith(("https://", "http://")):
        return f'<a href="{escape(escape_invisible(piece.link))}">{words}</a>'
    return words


def _look(face: Face, around: Face) -> str:
    """Return the attributes of a face that differ from those around it."""
    parts = []
    if face.size != around.size:
        parts.append(f' font-size="{number(face.size)}"')
    if face.bold != around.bold:
        parts.append(f' font-weight="{600 if face.bold else 400}"')
    tone, outer = (name if (name := one.tone) not in ("", "strong") else "ink" for one in (face, around))
    if tone != outer:
        parts.append(f' class="cc-{tone}"')
    return "".join(parts)


def _escaped(words: str) -> str:
    return escape(words.replace(_NBSP, " "), quote=False)
