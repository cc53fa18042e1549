"""A page as one HTML document that is complete in itself: no script, nothing that is fetched, its stylesheet inside.

Structure carries the meaning, so that a screen reader, a printer and a phone get the same answer as a wide screen.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from careercli.amounts import join_words
from careercli.blocks import (
    Block,
    Cell,
    Chart,
    Heading,
    Page,
    Paragraph,
    PayRange,
    Row,
    Span,
    Table,
    Terms,
    Tone,
    Tree,
    TreeNode,
)
from careercli.render import html_charts
from careercli.render.html_charts import html_text

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
SHORT = 30
"""A cell no longer than this stands in one line with the name of its column, in such a record."""
_HYPHENED = re.compile(r"(?<![\w-])\d{2,4}-\d{2,4}(?![\w-])")
"""A period or a code, which a line must not break."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may load for the page: nothing."""


def render(page: Page) -> str:
    """Return the page as an HTML document."""
    sheet = _Document(page)
    body = _joined(sheet.body())
    contents = sheet.contents()
    kind = ' class="long"' if contents else ""
    with open(os.path.join(os.path.dirname(__file__), "page.css"), encoding="utf-8") as file:
        style = file.read()
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{html_text(sheet.title)}</title>
<style>
{style}</style>
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


class _Document:
    """The page while it is set: numbers its headings, tables and sources, so that each can be pointed at."""

    def __init__(self, page: Page) -> None:
        titles = [block for block in page.blocks if isinstance(block, Heading) and block.depth == 1]
        self._lone = titles[0] if len(titles) == 1 else None
        self._shift = 1 if len(titles) > 1 else 0
        self._blocks = [block for block in page.blocks if block is not self._lone]
        self.title = _title([heading.text for heading in titles])
        self._headings: list[tuple[int, str]] = []
        self._level = 1
        self._tables = 0
        self._cited: set[int] = set()

    def head(self) -> str:
        aside = f'\n<p class="aside">{_prose(self._lone.aside)}</p>' if self._lone and self._lone.aside else ""
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

    def _block(self, block: Block) -> str:
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
        return f'<hgroup>\n{heading}\n<p class="aside">{_prose(block.aside)}</p>\n</hgroup>' if block.aside else heading

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
        return f'{region}\n<table class="{name}" role="table">\n{caption}\n{_joined(_rows(table))}\n</table>\n</div>'


def _joined(parts: Iterable[str]) -> str:
    return "\n".join(parts)


def _title(titles: Sequence[str]) -> str:
    """Return what the page as a whole is called: its title, or those of its parts."""
    if len(titles) > 3:
        return join_words([*titles[:2], f"{len(titles) - 2} more"])
    return join_words(tuple(titles)) or PROGRAM


def _list_kind(block: Block) -> str:
    """Say which list a block is an item of: of sources, of steps, of items, or of none."""
    bullet = block.bullet if isinstance(block, Paragraph) else ""
    if not bullet:
        return ""
    if bullet[0] == "[" and bullet[-1] == "]" and bullet[1:-1].isdecimal():
        return "sources"
    return "steps" if bullet[-1] == "." and bullet[:-1].isdecimal() else "items"


def _prose(words: str) -> str:
    """Return running words, with periods and codes held together."""
    return _HYPHENED.sub(r'<span class="whole">\g<0></span>', html_text(words))


def _toned(words: str, tone: Tone) -> str:
    """Return words in an element of their meaning."""
    if not tone:
        return _prose(words)
    tag = {"strong": "strong", "code": "code"}.get(tone)
    return f"<{tag}>{_prose(words)}</{tag}>" if tag else f'<span class="{tone}">{_prose(words)}</span>'


def _spans(spans: Iterable[Span]) -> str:
    return "".join(
        f'<a href="{html_text(span.link)}" rel="noreferrer">{_toned(span.text, span.tone)}</a>'
        if span.link.lower().startswith(("https://", "http://"))
        else _toned(span.text, span.tone)
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


def _rows(table: Table) -> Iterator[str]:
    """Yield the head, then each group of rows as a body of its own."""
    numeric = [_is_numeric(table, column) for column in range(len(table.headers))]
    if any(table.headers):
        heads = [_head(header, right=right) for header, right in zip(table.headers, numeric, strict=True)]
        yield f'<thead role="rowgroup">\n<tr role="row">{"".join(heads)}</tr>\n</thead>'
    opened = False
    for row in table.rows:
        group = not row.cells and len(table.headers) > 1
        if group or not opened:
            yield ("</tbody>\n" if opened else "") + '<tbody role="rowgroup">'
            opened = True
        yield _group(row, len(table.headers)) if group else _row(row, table.headers, numeric)
    if opened:
        yield "</tbody>"


def _head(header: str, *, right: bool) -> str:
    name = ' class="num"' if right else ""
    return f'<th scope="col" role="columnheader"{name}>{html_text(header)}</th>' if header else '<td role="cell"></td>'


def _group(row: Row, columns: int) -> str:
    head = f'<th scope="rowgroup" role="rowheader" colspan="{columns}">{_lines(row.label)}</th>'
    return f'<tr class="group" role="row">{head}</tr>'


def _row(row: Row, headers: Sequence[str], numeric: Sequence[bool]) -> str:
    label = _lines(row.label)
    parts = [f'<th scope="row" role="rowheader">{label}</th>' if label else '<td role="cell"></td>']
    for header, cell, right in zip(headers[1:], row.cells, numeric[1:], strict=True):
        of = f' data-of="{html_text(header)}"' if header else ""
        short = len(cell.lines) == 1 and len(cell.lines[0]) <= SHORT and not cell.is_list
        inside = _lines(cell)
        kinds = [kind for kind, is_so in (("num", right), ("short", short and inside), ("none", not inside)) if is_so]
        name = f' class="{" ".join(kinds)}"' if kinds else ""
        parts.append(f'<td role="cell"{name}{of}>{inside}</td>')
    return f'<tr role="row">{"".join(parts)}</tr>'


def _lines(cell: Cell) -> str:
    lines = [_toned(line, cell.tone) for line in cell.lines if line]
    if cell.is_list:
        return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>" if lines else ""
    return "".join(f"<p>{line}</p>" for line in lines) if len(lines) > 1 else "".join(lines)


def _is_numeric(table: Table, column: int) -> bool:
    """Say whether every cell of the column that says anything is a number, to be set flush right."""
    cells = [cell for row in table.rows for cell in row.cells[column - 1 : column] if column]
    told = [cell for cell in cells if cell.lines not in (("–",), ("",))]
    return bool(told) and all(cell.numeric for cell in told)


# ---- terms, trees, charts ----


def _terms(block: Terms) -> str:
    parts = []
    for term in block.terms:
        items = "".join(f"<li>{_prose(item)}</li>" for item in term.items)
        told = (f"<p>{_prose(term.text)}</p>" if term.text else "") + (f"<ul>{items}</ul>" if items else "")
        parts.append(f"<div><dt>{html_text(term.name)}</dt><dd>{told}</dd></div>")
    return f"<dl>\n{_joined(parts)}\n</dl>"


def _tree(block: Tree) -> str:
    picture = html_charts.draw_tree(block.root)
    rest = "" if picture.complete else " The picture ends where it would grow too large to read; the list goes on."
    name = html_text("".join(span.text for span in block.root.spans))
    region = f'<div class="scroll" role="group" aria-label="{name}, drawn" tabindex="0">'
    caption = f"<figcaption>The list below says all of it in words.{rest}</figcaption>"
    figure = f'<figure class="picture">\n{region}\n{picture.svg}\n</div>\n{caption}\n</figure>'
    return f'{figure}\n<ul class="tree" role="list">\n{_joined(_branch(block.root))}\n</ul>'


def _branch(branch: TreeNode) -> Iterator[str]:
    yield f'<li><p class="name">{_spans(branch.spans)}</p>'
    if branch.aside:
        yield f'<p class="why">{_prose(branch.aside)}</p>'
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
    legend = f'<figcaption><ul class="legend" role="list">{keys}</ul></figcaption>'
    return f'<figure class="chart">\n<div class="scale">{html_charts.axis(chart)}</div>\n{listing}\n{legend}\n</figure>'


def _range(chart: Chart, range_: PayRange, *, drawn: bool) -> str:
    *points, last = (html_text(point) for point in range_.caption.split(" · "))
    amounts = " ".join(f'<span class="whole">{point}</span>' for point in (*(f"{point} ·" for point in points), last))
    note = f'<p class="note">{_prose(range_.note)}</p>' if range_.note else ""
    said = f'<p class="label">{_prose(range_.label)}</p><p class="amounts">{amounts}</p>{note}'
    return f'<li><div class="said">{said}</div>{html_charts.range_svg(chart, range_) if drawn else ""}</li>'
