"""A page as one HTML document that is complete in itself: no script, nothing that is fetched, its stylesheet inside.

Structure carries the meaning, so that a screen reader, a printer and a phone get the same answer as a wide screen.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from careercli.amounts import join_words
from careercli.blocks import (
    Chart,
    FlatBlock,
    Heading,
    Page,
    Paragraph,
    PayRange,
    Span,
    Table,
    Terms,
    Tree,
    TreeNode,
)
from careercli.render import html_charts, html_trees
from careercli.render.html_charts import html_text
from careercli.render.html_table import prose, table_rows, toned
from careercli.render.palette import DARK, LIGHT

PROGRAM = "careercli"
"""What a page without a title of its own is called."""
LONG_TITLE = 70
"""A title longer than this is set smaller."""
MIN_CONTENTS_HEADINGS = 7
"""As many headings make a list of contents worth its room."""
MIN_SCROLL_COLUMNS = 7
"""As many columns of a table scroll in a window of their own, with the head and the labels always in sight."""
PROSE = 60
"""A cell with a line longer than this is read, not scanned: on a phone its table is turned into records."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may load for the page: nothing."""


def render(page: Page) -> str:
    """Return the page as an HTML document."""
    sheet = _Document(page)
    body = _joined(sheet.body())
    contents = sheet.contents()
    kind = ' class="long"' if contents else ""
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{html_text(sheet.title)}</title>
<style>
{stylesheet()}</style>
</head>
<body>
<main{kind}>
{sheet.head()}
{contents}<div class="body">
{body}
</div>
</main>
</body>
</html>
"""


def stylesheet() -> str:
    """Return the colors by their meaning, and how the page is set in them."""
    light, dark = ("\n".join(f"  --{name}: {color};" for name, color in palette.items()) for palette in (LIGHT, DARK))
    colors = f":root {{\n{light}\n}}\n@media screen and (prefers-color-scheme: dark) {{\n:root {{\n{dark}\n}}\n}}\n"
    with open(os.path.join(os.path.dirname(__file__), "page.css"), encoding="utf-8") as file:
        return colors + file.read()


class _Document:
    """The page while it is set: numbers its headings, tables and sources, so that each can be pointed at."""

    def __init__(self, page: Page) -> None:
        blocks = page.flat()
        titles = [block for block in blocks if isinstance(block, Heading) and block.depth == 1]
        self._lone = titles[0] if len(titles) == 1 else None
        self._shift = 1 if len(titles) > 1 else 0
        self._blocks = [block for block in blocks if block is not self._lone]
        self.title = _title([heading.text for heading in titles])
        self._headings: list[tuple[int, str]] = []
        self._level = 1
        self._tables = 0
        self._cited: set[int] = set()

    def head(self) -> str:
        aside = f'\n<p class="aside">{prose(self._lone.aside)}</p>' if self._lone and self._lone.aside else ""
        name = ' class="lengthy"' if len(self.title) > LONG_TITLE else ""
        return f"<header>\n<h1{name}>{html_text(self.title)}</h1>{aside}\n</header>"

    def body(self) -> Iterator[str]:
        for kind, run in groupby(self._blocks, key=_list_kind):
            if kind:
                yield self._list(kind, [block for block in run if isinstance(block, Paragraph)])
            else:
                yield from (self._block(block) for block in run)

    def contents(self) -> str:
        """Return the list of contents, once the body is set, or nothing for a short page."""
        deepest = min((level for level, _ in self._headings), default=2) + self._shift
        items = [
            f'<li class="level-{level}"><a href="#s{number}">{html_text(name)}</a></li>'
            for number, (level, name) in enumerate(self._headings, start=1)
            if level <= deepest
        ]
        if len(items) < MIN_CONTENTS_HEADINGS:
            return ""
        return f'<nav aria-label="Contents">\n<p>Contents</p>\n<ul role="list">\n{_joined(items)}\n</ul>\n</nav>\n'

    def _block(self, block: FlatBlock) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return _paragraph(block)
            case Table():
                return self._table(block)
            case Terms():
                return _terms(block)
            case Tree():
                return _tree(block)
            case Chart():
                return _chart(block)

    def _heading(self, block: Heading) -> str:
        """Return a heading one step below the one above it at most: no level is left out."""
        self._level = min(max(block.depth + self._shift, 2), self._level + 1)
        self._headings.append((self._level, block.text))
        tag = f"h{self._level}"
        heading = f'<{tag} id="s{len(self._headings)}">{html_text(block.text)}</{tag}>'
        return f'<hgroup>\n{heading}\n<p class="aside">{prose(block.aside)}</p>\n</hgroup>' if block.aside else heading

    def _list(self, kind: str, items: Sequence[Paragraph]) -> str:
        lines = []
        for item in items:
            words = _spans(item.spans)
            if kind == "sources":
                mark = f'<span class="mark">{html_text(item.bullet)}</span>'
                lines.append(f"<li{self._anchor(int(item.bullet[1:-1]))}>{mark} <div>{words}</div></li>")
            else:
                value = f' value="{int(item.bullet[:-1])}"' if kind == "steps" else ""
                lines.append(f"<li{value}>{words}</li>")
        tag = "ul" if kind == "items" else "ol"
        role = ' role="list"' if kind == "sources" else ""
        return f'<{tag} class="{kind}"{role}>\n{_joined(lines)}\n</{tag}>'

    def _anchor(self, number: int) -> str:
        """Return the id of a source, by which others may point at it: once, should two lists have the same numbers."""
        if number in self._cited:
            return ""
        self._cited.add(number)
        return f' id="source-{number}"'

    def _table(self, table: Table) -> str:
        self._tables += 1
        prose = any(
            cell.is_list or len(line) > PROSE for row in table.rows for cell in row.cells for line in cell.lines
        )
        names = (
            "prose" if prose else "figures",
            "wide" if len(table.headers) >= MIN_SCROLL_COLUMNS else "",
            "" if any(table.headers) else "pairs",
        )
        name = " ".join(part for part in names if part)
        about = self._headings[-1][1] if self._headings else self.title
        caption = f'<caption class="unseen" id="t{self._tables}">{html_text(about)}, table {self._tables}</caption>'
        region = f'<div class="scroll {name}" role="group" aria-labelledby="t{self._tables}" tabindex="0">'
        body = _joined(table_rows(table))
        return f'{region}\n<table class="{name}" role="table">\n{caption}\n{body}\n</table>\n</div>'


def _joined(parts: Iterable[str]) -> str:
    return "\n".join(parts)


def _title(titles: Sequence[str]) -> str:
    """Return what the page as a whole is called: its title, or those of its parts."""
    if len(titles) > 3:
        return join_words([*titles[:2], f"{len(titles) - 2} more"])
    return join_words(tuple(titles)) or PROGRAM


def _list_kind(block: FlatBlock) -> str:
    """Say which list a block is an item of: of sources, of steps, of items, or of none."""
    bullet = block.bullet if isinstance(block, Paragraph) else ""
    if not bullet:
        return ""
    if bullet[0] == "[" and bullet[-1] == "]" and bullet[1:-1].isdecimal():
        return "sources"
    return "steps" if bullet[-1] == "." and bullet[:-1].isdecimal() else "items"


def _spans(spans: Iterable[Span]) -> str:
    return "".join(
        f'<a href="{html_text(span.link)}" rel="noreferrer">{toned(span.text, span.tone)}</a>'
        if span.link.lower().startswith(("https://", "http://"))
        else toned(span.text, span.tone)
        for span in spans
        if span.text
    )


def _paragraph(block: Paragraph) -> str:
    """Return running text; one that warns is set apart, one that begins with a name belongs to what follows."""
    tones = [span.tone for span in block.spans]
    kind = "notice" if set(tones) == {"warn"} else "named" if tones[:1] == ["strong"] else ""
    name = f' class="{kind}"' if kind else ""
    return f"<p{name}>{_spans(block.spans)}</p>"


# ---- tables ----


# ---- terms, trees, charts ----


def _terms(block: Terms) -> str:
    parts = []
    for term in block.terms:
        items = "".join(f"<li>{toned(item, term.tone)}</li>" for item in term.items)
        told = (f"<p>{toned(term.text, term.tone)}</p>" if term.text else "") + (f"<ul>{items}</ul>" if items else "")
        parts.append(f"<div><dt>{html_text(term.name)}</dt><dd>{told}</dd></div>")
    name = ' class="foot"' if block.muted else ""
    return f"<dl{name}>\n{_joined(parts)}\n</dl>"


def _tree(block: Tree) -> str:
    picture = html_trees.draw_tree(block.root)
    rest = "" if picture.complete else " The picture stops where it would get too big to read. The list goes on."
    name = html_text("".join(span.text for span in block.root.spans))
    region = f'<div class="scroll" role="group" aria-label="{name}, drawn" tabindex="0">'
    caption = f"<figcaption>The list below has all of it in words.{rest}</figcaption>"
    figure = f'<figure class="picture">\n{region}\n{picture.svg}\n</div>\n{caption}\n</figure>'
    return f'{figure}\n<ul class="tree" role="list">\n{_joined(_branch(block.root))}\n</ul>'


def _branch(branch: TreeNode) -> Iterator[str]:
    yield f'<li><p class="name">{_spans(branch.spans)}</p>'
    if branch.aside:
        yield f'<p class="why">{prose(branch.aside)}</p>'
    if branch.children:
        yield '<ul role="list">'
        for child in branch.children:
            yield from _branch(child)
        yield "</ul>"
    yield "</li>"


def _chart(chart: Chart) -> str:
    drawn = html_charts.is_worth_drawing(chart)
    ranges = _joined(_range(chart, range_, drawn=drawn) for range_ in chart.ranges)
    listing = f'<ul class="ranges" role="list">\n{ranges}\n</ul>'
    if not drawn:
        return f'<div class="chart plain">\n{listing}\n</div>'
    keys = "".join(f"<li>{key}{html_text(words)}</li>" for key, words in html_charts.legend(chart))
    label = f'<p class="label">{prose(chart.label)}</p>' if chart.label else ""
    legend = f'<figcaption><ul class="legend" role="list">{keys}</ul></figcaption>' if keys else ""
    scale = f'<div class="scale">{label}{html_charts.axis(chart)}</div>'
    return f'<figure class="chart">\n{scale}\n{listing}\n{legend}\n</figure>'


def _range(chart: Chart, range_: PayRange, *, drawn: bool) -> str:
    *points, last = (html_text(point) for point in range_.caption.split(" · "))
    amounts = " ".join(f'<span class="whole">{point}</span>' for point in (*(f"{point} ·" for point in points), last))
    note = f'<p class="note">{prose(range_.note)}</p>' if range_.note else ""
    said = f'<p class="label">{prose(range_.label)}</p><p class="amounts">{amounts}</p>{note}'
    return f'<li><div class="said">{said}</div>{html_charts.range_svg(chart, range_) if drawn else ""}</li>'
