"""A page as a picture for slides and documents: typography and shapes, light or dark as the reader has it.

It needs no font, style or address from anywhere else, and everything that the page says is in it as text.
"""

from collections.abc import Mapping
from html import escape
from math import ceil

from careercli.blocks import Heading, Page, Paragraph
from careercli.render.palette import DARK, LIGHT
from careercli.render.svg_layout import PageWriter
from careercli.render.svg_sheet import SIZE, Sheet
from careercli.safe_text import escape_invisible

COLUMN = 9.5
"""Pixels of the picture for each column of a terminal."""
LEAST = 380
"""The least that is between the edges, in pixels."""
MARGIN = 40
FONTS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', sans-serif"
MONOSPACE = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace"
_INKS = ("ink", "muted", "good", "bad", "warn", "accent")
_SHAPES = {
    "rule": ("", "line", 1), "head": ("", "ink", 1.25), "joint": ("", "muted", 1.25), "lead": ("", "shade", 1),
    "range": ("accent", "accent", 2), "guess": ("", "accent", 2), "tip": ("accent", "", 0), "own": ("", "warn", 2),
    "bar": ("fill", "accent", 1.5), "mark": ("ink", "paper", 1.5), "hollow": ("paper", "ink", 1.75),
    "paper": ("paper", "", 0),
}  # fmt: skip
"""What each class of shapes is filled with, what it is drawn with, and how thick."""


def render(page: Page, width: int, title: str) -> str:
    """Return the picture of a page, as wide as so many columns.

    The title and the sentences that answer are what it is called for those who cannot see it.
    """
    room = max(round(width * COLUMN), LEAST)
    sheet = Sheet()
    height = ceil(PageWriter(sheet, MARGIN, room).write(page, MARGIN)) + MARGIN
    across = room + 2 * MARGIN
    size = f'width="{across}" height="{height}"'
    return "\n".join((
        '<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" lang="en" role="img"'
        f' aria-labelledby="cc-title cc-told" {size} viewBox="0 0 {across} {height}" class="cc-ink"'
        f' fill="{LIGHT["ink"]}" font-family="{FONTS}" font-size="{SIZE}" font-weight="400">',
        f'<title id="cc-title">{_plain(title)}</title>',
        f'<desc id="cc-told">{_plain(_told(page))}</desc>',
        f"<style>{_style()}</style>",
        f'<rect class="cc-paper" {size} fill="{LIGHT["paper"]}"/>',
        *sheet.parts,
        "</svg>\n",
    ))  # fmt: skip


def _plain(words: str) -> str:
    return escape(escape_invisible(words), quote=False)


def _told(page: Page) -> str:
    """Return the sentences before anything else, or what the page is headed with."""
    paragraphs = ["".join(span.text for span in block.spans) for block in page.blocks if isinstance(block, Paragraph)]
    headings = [block.text for block in page.blocks if isinstance(block, Heading)]
    return " ".join(paragraphs or headings)


def _style() -> str:
    """Return the colors, and those for the dark."""
    fixed = (
        ".cc-ink text{font-variant-numeric:tabular-nums}.cc-ink tspan{unicode-bidi:isolate}"
        f".cc-code{{font-family:{MONOSPACE}}}.cc-own,.cc-guess{{stroke-dasharray:5 4}}"
    )
    return f"{fixed}{_colors(LIGHT)}@media screen and (prefers-color-scheme:dark){{{_colors(DARK)}}}"


def _colors(palette: Mapping[str, str]) -> str:
    colors = {"": "none", **palette}
    inks = {**{name: palette[name] for name in _INKS}, "code": palette["accent"]}
    rules = [f".cc-{name}{{fill:{color}}}" for name, color in inks.items()]
    for name, (fill, stroke, width) in _SHAPES.items():
        drawn = f";stroke:{colors[stroke]};stroke-width:{width}" if stroke else ""
        rules.append(f".cc-{name}{{fill:{colors[fill]}{drawn}}}")
    return "".join(rules)
