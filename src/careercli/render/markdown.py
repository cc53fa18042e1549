r"""A page as GitHub-flavoured Markdown, to be pasted into a wiki, an issue or a pull request.

Every text may come from a catalog that somebody else wrote: it stays text. What Markdown itself acts on gets a
backslash. What a site looks for later, in the finished text, sees through backslashes and entities: `@name`, `#12`,
`:smile:`, an address. There an empty comment splits the text and changes none of it. Amounts stay as they are: the
dollar sign that closes a formula is never followed by a digit.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from msgspec.structs import replace

from careercli.blocks import Cell, Chart, FlatBlock, Heading, Page, Paragraph, Row, Span, Table, Terms, Tone, Tree
from careercli.render.table_columns import guides_of
from careercli.render.text_chart import axis, bar, legend
from careercli.safe_text import escape_invisible

DRAWING = 80
"""Columns of a drawing, so that a comment on a pull request shows it without scrolling."""
SEPARATOR = "<!-- -->"
"""Shows nothing, and parts what would run together: two lists, or a text that would become a mention or a link."""

_SPECIAL = re.compile(
    r"""
      \b(?:https?://|ftp://|www\.)[^\s|`\\\]]*[^\s|`\\\].,;:!?'")>]  # an address, shown as code
    | [\\`*~|\[]
    | (?<![^\W_])_ | _(?![^\W_])                                     # not within a word: snake_case is no emphasis
    | <(?=[a-z/!?]) | &(?=\#?\w+;)                                   # a tag, an entity
    | \$(?![0-9])                                                    # a formula
    | @(?=\S) | \#(?=\d) | (?<=\bgh)-(?=\d)                          # a mention, an issue
    | :(?=[\w+-]+:) | :(?=//) | (?<=www)\.                           # an emoji, what is left of addresses
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FORMS = {sign: sign + SEPARATOR for sign in "@#-:"} | {
    ".": SEPARATOR + ".",
    "<": "&lt;",
    "&": "&amp;",
    "$": "<span>$</span>",
}
"""What a backslash does not help against. The span around the dollar sign is GitHub's own way out of formulas."""
_OPENING = re.compile(r"^([0-9]{1,9}(?=[.)](?:\s|$))|(?=[-+](?:\s|$)|[-=:][-=:\s]*$|#{1,6}(?:\s|$)|>|/))")
"""Where a line would open a list, an underline, a heading or a quote, or be an order to a bot, which a slash begins."""
_CLOSING = re.compile(r"((?:^|\s)#*)#$")
"""Signs that would be taken for the end of a heading."""
_BLANKS = re.compile(" {2,}")
_WEB = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)
_UNSAFE = re.compile(r"[^A-Za-z0-9:/?#@!$&'*+,;=%~._-]")
_BARE = re.compile(r"[A-Za-z0-9:/?#@!$&'*+,=~._-]+")
"""An address that every reader takes from between angle brackets as it is."""
_NUMBER = re.compile(r"(0|[1-9][0-9]{0,8})\.")


class _Part(NamedTuple):
    """Lines that blank lines part from what stands around them."""

    text: str
    marker: str = ""
    """What kind of list it is, if it is one: `-` or `1.`."""
    item: int | None = None
    """The number of a single item, 0 if it has none; such items stand in one list."""

    def continues(self, before: "_Part") -> bool:
        """Say whether this is the next item of the list before it."""
        if self.item is None or before.item is None or self.marker != before.marker:
            return False
        return self.marker == "-" or self.item == before.item + 1


class _SpanStyle(NamedTuple):
    """What spans that are written as one have in common."""

    strong: bool
    code: bool
    link: str


def render(page: Page) -> str:
    """Return the page as Markdown."""
    lines: list[str] = []
    before = _Part("")
    for block in page.flat():
        for part in _parts(block):
            if not part.text:
                continue
            if lines and not part.continues(before):
                lines += ["", SEPARATOR, ""] if part.marker and part.marker == before.marker else [""]
            lines.append(part.text)
            before = part
    return "\n".join(lines) + "\n"


def _parts(block: FlatBlock) -> Iterable[_Part]:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph():
            return (_paragraph(block),)
        case Table():
            return (_table(block),)
        case Terms():
            return (_terms(block),)
        case Tree():
            return (_tree(block),)
        case Chart():
            return _chart(block)


# ---- running text ----


def _heading(block: Heading) -> Iterator[_Part]:
    text = _CLOSING.sub(r"\1\\#", _inline(Span(block.text)))
    yield _Part(f"{'#' * block.depth} {text}" if text else "")
    aside = _inline(Span(block.aside))
    yield _Part(f"*{aside}*" if aside else "")


def _paragraph(block: Paragraph) -> _Part:
    text = _line(*block.spans)
    if not block.bullet or not text:
        return _Part(text)
    if number := _NUMBER.fullmatch(block.bullet):
        return _Part(f"{block.bullet} {text}", "1.", int(number[1]))
    if block.bullet not in ("•", "-", " "):  # a mark that the text is cited by, so it must be seen
        text = _line(Span(f"{block.bullet} "), *block.spans)
    return _Part(f"- {text}", "-", 0)


def _terms(block: Terms) -> _Part:
    lines: list[str] = []
    for term in block.terms:
        lines.append(f"- {_line(Span(f'{term.name}:', 'strong'), Span(f' {term.text}'))}")
        lines += [f"  - {item}" for item in map(_line, map(Span, term.items)) if item]
    return _Part("\n".join(lines), "-")


def _tree(block: Tree) -> _Part:
    """Return a list within a list for each level, the aside on a line of its own within the item."""
    lines: list[str] = []
    queue = [(block.root, "")]
    while queue:
        branch, indent = queue.pop()
        told = [line for line in (_line(*branch.spans), _line(Span(branch.aside))) if line]
        lines.append(
            f"{indent}- " + f"\\\n{indent}  ".join(told or [SEPARATOR])
        )  # a bare dash would underline its parent
        queue += [(child, f"{indent}  ") for child in reversed(branch.children)]
    return _Part("\n".join(lines), "-")


def _line(*spans: Span) -> str:
    """Return spans as text that may begin a line."""
    return _OPENING.sub(r"\1\\", _inline(*spans), count=1)


def _inline(*spans: Span, in_cell: bool = False) -> str:
    """Return spans as text for the middle of a line."""
    written = ""
    bare = False
    runs = [(look, _shown(look, same)) for look, same in groupby(spans, key=_look)]
    for position, (options, text) in enumerate(runs, start=1):
        core = text.strip()
        if not core:
            written += text
            continue
        lead, _, tail = text.partition(core)
        written += lead
        marked = _marked(options, core, in_cell=in_cell)
        after = tail or "".join(rest for _, rest in runs[position:])
        bold = options.strong and _may_open(written, marked) and _may_close(marked, after)
        before, bare = bare, not (bold or options.code or options.link)
        if (before and bare and not written[-1].isspace()) or (written[-1:], marked[0]) in (("!", "["), ("`", "`")):
            written += SEPARATOR  # the two would be read as one text, an image or one span of code
        written += (f"**{marked}**" if bold else marked) + tail
    return written.strip()


def _look(span: Span) -> _SpanStyle:
    link = span.link if _WEB.match(span.link) else ""
    return _SpanStyle(span.tone in ("strong", "accent"), span.tone == "code", link)


def _shown(options: _SpanStyle, spans: Iterable[Span]) -> str:
    text = escape_invisible("".join(span.text for span in spans))
    return text if options.code else _BLANKS.sub(" ", text)


def _may_open(before: str, marked: str) -> bool:
    """Say whether asterisks may stand here; between a word and a sign they would be shown instead of obeyed."""
    return not before or before[-1].isspace() or marked[0].isalnum()


def _may_close(marked: str, after: str) -> bool:
    return not after or after[0].isspace() or marked[-1].isalnum()


def _marked(options: _SpanStyle, text: str, *, in_cell: bool) -> str:
    shown = _code(text, in_cell=in_cell) if options.code else _escaped(text)
    if not options.link:
        return shown
    address = _UNSAFE.sub(_percent, options.link)
    if address == text and _BARE.fullmatch(text):
        return f"<{text}>"
    label = shown if options.code else shown.replace("]", "\\]")
    return f"[{label}]({address.replace('&', '&amp;')})"


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))


def _code(text: str, *, in_cell: bool) -> str:
    """Return a code span, between more backticks than the text has in a row."""
    if in_cell and "|" in text:
        return f"<code>{_escaped(text)}</code>"  # between backticks the bar would end the cell, or show its backslash
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _escaped(text: str) -> str:
    """Return text that Markdown, and the site that it is pasted into, show as it is."""
    return _SPECIAL.sub(_written, text)


def _written(match: re.Match[str]) -> str:
    found = match[0]
    return f"`{found}`" if len(found) > 1 else _FORMS.get(found, f"\\{found}")


# ---- tables ----


def _table(table: Table) -> _Part:
    width = max(len(table.headers), *(1 + len(row.cells) for row in table.rows), 1)
    lines = [
        _row([_inline(Span(header)) for header in table.headers], width),
        _row(["---:" if _is_numeric(table.rows, column) else "---" for column in range(width)], width),
    ]
    for row in table.rows:
        opens_group = width > 1 and not row.cells
        label = _label(row.label, "strong" if opens_group else row.label.tone)
        lines.append(_row([label, *(_cell(cell, cell.tone) for cell in row.cells)], width))
    return _Part("\n".join(lines))


def _row(cells: Sequence[str], width: int) -> str:
    return "|" + "".join(f" {cell} |" if cell else " |" for cell in (*cells, *[""] * (width - len(cells))))


def _label(cell: Cell, tone: Tone) -> str:
    """Return the label of a row, with what stands before it in blanks that no layout drops."""
    guides = guides_of(cell)
    bare = replace(cell, lines=tuple(line.removeprefix(guides) for line in cell.lines))
    return re.sub(r"\s", "&nbsp;", guides) + _cell(bare, tone)


def _cell(cell: Cell, tone: Tone) -> str:
    lines = [line for line in (_inline(Span(line, tone), in_cell=True) for line in cell.lines) if line]
    text = "<br>".join(f"• {line}" if cell.is_list else line for line in lines)
    return text[1:] if text.startswith(r"\~") else text  # the mark of a proxy; one alone strikes nothing out


def _is_numeric(rows: Iterable[Row], column: int) -> bool:
    """Say whether every cell of the column that says anything is a number, to be set flush right."""
    cells = [cell for row in rows for cell in row.cells[column - 1 : column] if column]
    told = [cell.numeric for cell in cells if cell.lines not in ((), ("",), ("–",))]
    return bool(told) and all(told)


# ---- charts ----


def _chart(chart: Chart) -> Iterator[_Part]:
    """Yield the figures as a table, then the ranges as a drawing; a letter ties a row to its line.

    A lone range that has no centre would only fill the axis, so it is not drawn.
    """
    centred = any(range_.median is not None or range_.mean is not None for range_ in chart.ranges)
    drawn = len(chart.ranges) > 1 or centred or chart.own_pay is not None
    keyed = drawn and len(chart.ranges) > 1
    noted = any(range_.note for range_ in chart.ranges)
    keys = [_key(position) if keyed else "" for position in range(len(chart.ranges))]
    rows: list[Row] = []
    for key, range_ in zip(keys, chart.ranges, strict=True):
        first, *others = [key] * keyed + [range_.label, range_.caption] + [range_.note] * noted
        rows.append(Row(Cell((first,)), tuple(Cell((text,)) for text in others)))
    yield _table(Table(("",) * keyed + (chart.label or "Range", "Figures") + ("Note",) * noted, tuple(rows)))
    if drawn:
        yield _drawing(chart, keys)
        yield _Part(", ".join(legend(chart)))


def _drawing(chart: Chart, keys: Sequence[str]) -> _Part:
    gap = max(map(len, keys)) + 2 if any(keys) else 0
    width = DRAWING - gap
    lines = [" " * gap + axis(chart, width, "utf-8")]
    for key, range_ in zip(keys, chart.ranges, strict=True):
        drawn = bar(chart, range_, width)
        lines += [key.ljust(gap) + drawn] if drawn else []
    return _Part("\n".join(("```text", *lines, "```")))


def _key(position: int) -> str:
    """Return a letter for a range: A to Z, then AA to ZZ."""
    turn, letter = divmod(position, 26)
    return chr(ord("A") + letter) * (turn + 1)
