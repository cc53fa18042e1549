"""The picture of a terminal that shows an answer: SVG that needs no font, style or address from anywhere else.

It is drawn here from Rich's reading of the text. Rich's own export would not do: it squeezes wide characters into half
their cells, cuts lines at its width, makes every blank a no-break space, refers to clip paths that are not there, and
leaves the lines of trees and charts to the font, which seldom joins them.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape
from math import ceil
from typing import NamedTuple
from unicodedata import category

from rich.ansi import AnsiDecoder
from rich.cells import cell_len
from rich.color import blend_rgb
from rich.console import Console
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from careercli.safe_text import escape_invisible

CELL = 8.4
"""Width of a cell: 0.6 of the font size, as most monospace fonts have it."""
ROW = 20
FONT_SIZE = 14
PADDING = 20
FONTS = "'Cascadia Mono', Menlo, 'DejaVu Sans Mono', 'Liberation Mono', 'Noto Sans Mono', Consolas, monospace"
THEME = TerminalTheme(
    (22, 27, 34),
    (214, 220, 228),
    [
        (178, 186, 196),  # black would not be seen
        (248, 166, 160),
        (127, 201, 154),
        (227, 193, 122),
        (150, 190, 250),
        (212, 178, 240),
        (116, 198, 216),
        (214, 220, 228),
    ],
)
"""Every colour has a contrast of 4.5 and more on the background, dimmed ones too (WCAG 2, level AA)."""
_DIM = 0.33
"""How much of the background is mixed into dim text."""
_BAR = "#1f262f"
_FRAME = "#3a4350"
_LINES = {"─": "lr", "━": "LR", "│": "ud", "├": "udr", "┤": "udl", "└": "ur"}
"""Line characters and the arms that each has from the middle of its cell: left, right, up, down; a capital is heavy."""
_RUNS = re.compile(r"l+|s+|w(?: ?w)*| +")


class _Run(NamedTuple):
    """Characters of one style and one kind, and the cell where they begin."""

    kind: str
    """`w` words, `s` signs and wide characters, `l` lines, a blank for blanks."""
    text: str
    cell: int
    style: Style


def render(text: str, width: int, title: str) -> str:
    """Return the picture of a terminal `width` columns wide with this text, which may have ANSI colours.

    The title stands above it, and is the picture's name for those who cannot see it. A line wider than the terminal
    makes the picture wider: nothing is cut.
    """
    console = Console(width=width, legacy_windows=False, color_system=None, _environ={})
    decoder = AnsiDecoder()
    rows = [list(_runs(decoder.decode_line(line), console)) for line in text.removesuffix("\n").split("\n")]
    columns = max([width, *(run.cell + cell_len(run.text) for row in rows for run in row)])
    heads = Text(escape_invisible(title)).wrap(console, max(columns - 16, 4), overflow="fold")
    bar = ROW * len(heads) + 16
    size = ceil(2 * PADDING + columns * CELL), bar + 2 * PADDING + len(rows) * ROW
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{size[0]}" height="{size[1]}"'
        f' viewBox="0 0 {size[0]} {size[1]}" font-family="{FONTS}" font-size="{FONT_SIZE}" xml:space="preserve">',
        f"<title>{escape(escape_invisible(title), quote=False)}</title>",
        *_window(*size, bar),
        f'<g fill="{_hex(Style(dim=True))}">',
        *(_head(line.plain.strip(), number, columns) for number, line in enumerate(heads)),
        "</g>",
        f'<g fill="{THEME.foreground_color.hex}">',
    ]
    for number, row in enumerate(rows):
        parts += _row(row, bar + PADDING + number * ROW)
    return "\n".join((*parts, "</g>", "</svg>")) + "\n"


def _window(width: int, height: int, bar: int) -> Iterator[str]:
    """Yield the sheet, the bar of the title and the line around both."""
    yield f'<rect width="{width}" height="{height}" rx="9" fill="{THEME.background_color.hex}"/>'
    yield f'<path d="M0 {bar}V9a9 9 0 0 1 9 -9H{width - 9}a9 9 0 0 1 9 9V{bar}z" fill="{_BAR}"/>'
    dots = (f"M{PADDING + index * 18} {(ROW + 16) / 2:g}h.01" for index in range(3))
    yield f'<path d="{"".join(dots)}" stroke="{_FRAME}" stroke-width="11" stroke-linecap="round"/>'
    inside = f'width="{width - 1}" height="{height - 1}"'
    yield f'<rect x=".5" y=".5" {inside} rx="8.5" fill="none" stroke="{_FRAME}"/>'


def _head(line: str, number: int, columns: int) -> str:
    """Return one line of the title, in the middle of the bar."""
    x = PADDING + (columns - cell_len(line)) / 2 * CELL
    return f'<text x="{x:g}" y="{number * ROW + 23}"{_length(line)}>{escape(line, quote=False)}</text>'


def _runs(row: Text, console: Console) -> Iterator[_Run]:
    """Yield the row in pieces that start at a cell of their own, so that no font can shift what stands in columns."""
    cell = 0
    for segment in row.render(console):
        text = escape_invisible(segment.text)
        for match in _RUNS.finditer(_kinds(text)):
            run = text[match.start() : match.end()]
            yield _Run(match[0][0], run, cell, segment.style or Style.null())
            cell += cell_len(run)


def _kinds(text: str) -> str:
    """Return a letter for each character: the kind of run that it belongs to."""
    kinds = ""
    for char in text:
        if not cell_len(char) and kinds:
            kinds += kinds[-1].replace(" ", "w")  # a mark goes with what it is set on
        elif char == " ":
            kinds += char
        elif char in _LINES:
            kinds += "l"
        else:
            kinds += "s" if char >= "\u2190" and (cell_len(char) > 1 or category(char)[0] == "S") else "w"
    return kinds


def _row(runs: Iterable[_Run], top: int) -> Iterator[str]:
    """Yield the row as one text, so that it can be copied as one, and the lines in it as paths."""
    spans = []
    for run in runs:
        text = escape(run.text, quote=False)
        x = f'x="{PADDING + run.cell * CELL:g}"'
        if run.kind == " ":
            spans.append(text)
        elif run.kind == "l":
            spans.append(f'<tspan {x} fill="none">{text}</tspan>')
            yield _path(run, top)
        else:
            spans.append(f"<tspan {x}{_length(run.text)}{_ink(run.style)}>{text}</tspan>")
    if spans:
        yield f'<text y="{top + 15}">{"".join(spans)}</text>'


def _length(text: str) -> str:
    """Return the attributes that make text as wide as its cells: wide characters are spaced out, others stretched."""
    cells = cell_len(text)
    how = "spacing" if cells > len(text) else "spacingAndGlyphs"
    return f' textLength="{cells * CELL:g}" lengthAdjust="{how}"'


def _ink(style: Style) -> str:
    color = _hex(style)
    fill = f' fill="{color}"' if color != THEME.foreground_color.hex else ""
    return fill + (' font-weight="bold"' if style.bold else "")


def _hex(style: Style) -> str:
    color = style.color.get_truecolor(THEME) if style.color else THEME.foreground_color
    return (blend_rgb(color, THEME.background_color, _DIM) if style.dim else color).hex


def _path(run: _Run, top: int) -> str:
    """Return line characters drawn from edge to edge of their cells, so that they join those beside and below."""
    color, middle = _hex(run.style), top + ROW / 2
    light = heavy = ""
    x = PADDING + run.cell * CELL
    for match in re.finditer("─+|━+|.", run.text):
        width = cell_len(match[0]) * CELL
        centre = x + width / 2
        arms = _LINES.get(match[0][0], "")
        if "L" in arms:
            heavy += f"M{x:g} {middle:g}H{x + width:g}"
        if "l" in arms or "r" in arms:
            start, end = x if "l" in arms else centre, x + width if "r" in arms else centre
            light += f"M{start:g} {middle:g}H{end:g}"
        if "u" in arms or "d" in arms:
            start, end = top if "u" in arms else middle, top + ROW if "d" in arms else middle
            light += f"M{centre:g} {start:g}V{end:g}"
        x += width
    strokes = ((light, "1.2"), (heavy, "4"))
    return "".join(f'<path d="{path}" stroke="{color}" stroke-width="{width}"/>' for path, width in strokes if path)
