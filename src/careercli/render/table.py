"""A page as text for a terminal: the only module that knows Rich.

Nothing is ever cut: prose wraps at words, a table that does not fit is turned into records, a number stays whole.
"""

import io
from collections.abc import Sequence

from rich.cells import cell_len, chop_cells
from rich.console import Console
from rich.style import Style
from rich.text import Text

from careercli.glyphs import encodable, visible
from careercli.pages.blocks import Block, Branch, Cell, Chart, Heading, Page, Paragraph, Table, Terms, Tone, Tree
from careercli.render.chart import LEGEND, axis, bar
from careercli.terminal import Look

PROSE = 100
"""The widest that running text gets, in columns."""
PIPED_COLUMN = 60
"""The widest that a column of prose gets where nothing limits the line."""
READABLE = 18
"""A column of prose narrower than this is worse than a record."""
TREE_TEXT = 26
"""Columns that the text of a tree keeps, however deep it stands."""
_GAP = 2
_BOUNDLESS = 100_000
_STYLES: dict[Tone, Style] = {
    "": Style.null(),
    "strong": Style(bold=True),
    "muted": Style(dim=True),
    "good": Style(color="green"),
    "bad": Style(color="red"),
    "warn": Style(color="yellow"),
    "accent": Style(color="cyan", bold=True),
}


class _Paper(io.StringIO):
    """A sheet that tells Rich the encoding of the stream that the text will go to."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._encoding


def render(page: Page, look: Look) -> str:
    """Return the page as text, with ANSI colours if the look has them."""
    return _Typesetter(look).set(page)


class _Typesetter:
    def __init__(self, look: Look) -> None:
        self._look = look
        self._prose = min(look.width, PROSE) if look.width else _BOUNDLESS
        self._paper = _Paper(look.encoding)
        self._console = Console(
            file=self._paper,
            width=look.width or _BOUNDLESS,
            force_terminal=look.color,
            color_system="standard" if look.color else None,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
            _environ={},  # colour and width are decided already
        )
        self._legend_due = any(True for _ in LEGEND)

    def set(self, page: Page) -> str:
        for position, block in enumerate(page.blocks):
            if position and _opens(block, page.blocks[position - 1]):
                self._console.line()
            self._block(block)
        return "\n".join(line.rstrip() for line in self._paper.getvalue().rstrip("\n").split("\n")) + "\n"

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                self._paragraph(block)
            case Table():
                self._table(block)
            case Terms():
                for term in block.terms:
                    self._hanging(Text.assemble(self._text(f"{term.name}: ", "strong"), self._text(term.text)), "", 2)
                    for item in term.items:
                        self._hanging(self._text(item), "•", 2, left=2)
            case Tree():
                self._tree(block.root)
            case Chart():
                self._chart(block)

    def _text(self, text: str, tone: Tone = "") -> Text:
        return Text(encodable(visible(text), self._look.encoding), style=_STYLES[tone], overflow="fold")

    def _heading(self, block: Heading) -> None:
        title = self._text(block.text, {1: "strong", 2: "accent"}.get(block.depth, "strong"))  # type: ignore[arg-type]
        if block.aside:
            title = Text.assemble(title, "  ", self._text(block.aside, "muted"), overflow="fold")
        self._hanging(title, "", 0)

    def _paragraph(self, block: Paragraph) -> None:
        text = Text.assemble(*(self._text(span.text, span.tone) for span in block.spans), overflow="fold")
        self._hanging(text, block.bullet, len(block.bullet) + 1 if block.bullet else 0)

    def _hanging(self, text: Text, mark: str, indent: int, *, left: int = 0) -> None:
        """Print wrapped text whose first line carries the mark and whose others are indented below it."""
        lines = text.wrap(self._console, max(self._prose - indent - left, 10), overflow="fold")
        for position, line in enumerate(lines):
            head = self._text(mark, "muted") if mark and not position else Text()
            # A term without a mark hangs: its first line stands out to the left.
            gap = indent if mark or position else 0
            head.pad_right(gap - cell_len(head.plain))
            line.rstrip()
            self._console.print(Text.assemble(" " * left, head, line), no_wrap=True, overflow="ignore", crop=False)

    # ---- tables ----

    def _table(self, table: Table) -> None:
        columns = [self._shown(table, index) for index in range(len(table.headers))]
        widths = _fit(columns, self._look.width, [_is_prose(table, index) for index in range(len(columns))])
        if widths is None:
            self._records(table)
            return
        numeric = [_is_numeric(table, index) for index in range(len(widths))]
        if any(table.headers):
            self._row([Cell((header,), "strong") for header in table.headers], widths, numeric)
            rule = "─" if self._look.encoding.startswith("utf") else "-"
            self._paper.write(rule * (sum(widths) + _GAP * (len(widths) - 1)) + "\n")
        for position, row in enumerate(table.rows):
            if not row.cells and position:
                self._paper.write("\n")
            self._row((row.label, *row.cells), widths, numeric)

    def _row(self, cells: Sequence[Cell], widths: Sequence[int], numeric: Sequence[bool]) -> None:
        """Print one row, its cells wrapped; laid out here because a Rich table takes 40 ms for what takes 5."""
        columns = [
            [part for line in self._lines(cell) for part in _wrapped(line, width)]
            for cell, width in zip(cells, widths, strict=False)
        ]
        for nth in range(max(len(lines) for lines in columns)):
            parts: list[str] = []
            for lines, cell, width, right in zip(columns, cells, widths, numeric, strict=False):
                text = lines[nth] if nth < len(lines) else ""
                gap = " " * (width - cell_len(text))
                drawn = _STYLES[cell.tone].render(text) if text and self._look.color else text
                parts.append(gap + drawn if right else drawn + gap)
            self._paper.write((" " * _GAP).join(parts).rstrip() + "\n")

    def _lines(self, cell: Cell) -> list[str]:
        mark = "• " if cell.listed else ""
        return [encodable(visible(mark + line), self._look.encoding) for line in cell.lines]

    def _shown(self, table: Table, column: int) -> list[str]:
        """Return every line of a column as it will be printed."""
        lines = [table.headers[column]]
        for row in table.rows:
            cell = row.label if column == 0 else row.cells[column - 1] if row.cells else None
            if cell is not None:
                lines += [("• " if cell.listed else "") + line for line in cell.lines]
        return [encodable(visible(line), self._look.encoding) for line in lines]

    def _records(self, table: Table) -> None:
        """Print each row as a record: the label, then one line for each column."""
        for position, row in enumerate(table.rows):
            if not row.cells:
                if position:
                    self._console.line()
                self._hanging(self._text(row.label.lines[0], row.label.tone), "", 0)
                continue
            self._hanging(self._text(" ".join(row.label.lines), row.label.tone or "strong"), "", 2)
            for header, cell in zip(table.headers[1:], row.cells, strict=True):
                self._record_cell(header, cell)

    def _record_cell(self, header: str, cell: Cell) -> None:
        if cell.lines in ((), ("",)):
            return
        name = self._text(f"{header}: " if header else "", "muted")
        if cell.listed or len(cell.lines) > 1:
            if header:
                self._hanging(name, "", 2, left=2)
            for line in cell.lines:
                self._hanging(self._text(line, cell.tone), "•" if cell.listed else "", 2, left=4 if header else 2)
        else:
            self._hanging(Text.assemble(name, self._text(cell.lines[0], cell.tone), overflow="fold"), "", 2, left=2)

    # ---- trees and charts ----

    def _tree(self, root: Branch) -> None:
        """Print a tree line by line; Rich's own indents four columns a level and cuts deep trees on narrow screens."""
        step = self._step()
        waiting: list[tuple[Branch, str, str]] = [(root, "", "")]
        while waiting:
            branch, first, rest = waiting.pop()
            spans = Text.assemble(*(self._text(span.text, span.tone) for span in branch.spans), overflow="fold")
            below = rest + ("│" if branch.children else "").ljust(step) if step else ""
            self._guided(spans, first, below)
            if branch.aside:
                self._guided(self._text(branch.aside, "muted"), below, below)
            for position, child in reversed(list(enumerate(branch.children))):
                last = position == len(branch.children) - 1
                waiting.append((child, *self._guides(rest, step, last=last)))

    def _step(self) -> int:
        """Return how many columns a level of a tree is indented."""
        width = self._look.width
        return 3 if width is None or width >= 80 else 2

    def _guides(self, rest: str, step: int, *, last: bool) -> tuple[str, str]:
        """Return what stands before a branch's first line and before its others; deep branches stay where they are."""
        if self._look.width is not None and len(rest) + 2 * step > self._look.width - TREE_TEXT:
            return rest[:-step] + "»".ljust(step), rest
        fork = ("└" if last else "├").ljust(step - 1, "─") + " "
        return rest + fork, rest + ("" if last else "│").ljust(step)

    def _guided(self, text: Text, first: str, rest: str) -> None:
        """Print wrapped text behind the guides of a tree."""
        width = (self._look.width or _BOUNDLESS) - max(cell_len(first), cell_len(rest))
        for position, line in enumerate(text.wrap(self._console, max(width, 10), overflow="fold")):
            line.rstrip()
            guide = self._text(rest if position else first, "muted")
            self._console.print(Text.assemble(guide, line), no_wrap=True, overflow="ignore", crop=False)

    def _chart(self, chart: Chart) -> None:
        width = (min(self._look.width, PROSE) if self._look.width else PROSE) - 2
        drawn = len(chart.ranges) > 1 or any(r.median is not None or r.mean is not None for r in chart.ranges)
        if drawn:
            self._line(axis(chart, width, self._look.encoding))
        for range_ in chart.ranges:
            self._hanging(self._text(range_.label, "strong"), "", 2)
            self._hanging(self._text(range_.figures), "", 2, left=2)
            drawing = bar(chart, range_, width) if drawn else ""
            if drawing:
                self._line(drawing)
            if range_.note:
                self._hanging(self._text(range_.note, "muted"), "", 2, left=2)
        if drawn and self._legend_due:
            self._legend_due = False
            self._hanging(self._text(LEGEND, "muted"), "", 2)

    def _line(self, text: str) -> None:
        line = Text.assemble("  ", self._text(text, "accent"))
        self._console.print(line, no_wrap=True, overflow="ignore", crop=False)


def _opens(block: Block, before: Block) -> bool:
    """Say whether a blank line stands between two blocks."""
    if isinstance(block, Heading):
        return True
    if isinstance(before, Heading):
        return before.depth == 1
    both_items = (
        isinstance(block, Paragraph) and isinstance(before, Paragraph) and bool(block.bullet) == bool(before.bullet)
    )
    return not (both_items and isinstance(block, Paragraph) and block.bullet)


def _is_prose(table: Table, column: int) -> bool:
    return any(
        len(line) > PIPED_COLUMN
        for row in table.rows
        for cell in ((row.label,) if column == 0 else row.cells[column - 1 : column])
        for line in cell.lines
    )


def _is_numeric(table: Table, column: int) -> bool:
    """Say whether every cell of the column that says anything is a number, to be set flush right."""
    cells = [cell for row in table.rows for cell in row.cells[column - 1 : column] if column]
    told = [cell for cell in cells if cell.lines not in (("–",), ("",))]
    return bool(told) and all(cell.numeric for cell in told)


def _wrapped(line: str, width: int) -> list[str]:
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


def _fit(columns: Sequence[Sequence[str]], available: int | None, prose: Sequence[bool]) -> list[int] | None:
    """Return a width for each column so that no word is broken, or None where the table must be turned."""
    natural = [max(cell_len(line) for line in lines) for lines in columns]
    longest = [max((cell_len(word) for line in lines for word in line.split()), default=0) for lines in columns]
    least = [
        max(word, min(width, READABLE) if is_prose else 0)
        for word, width, is_prose in zip(longest, natural, prose, strict=True)
    ]
    gaps = _GAP * (len(columns) - 1)
    if available is None:
        return [max(min(width, PIPED_COLUMN), low) for width, low in zip(natural, least, strict=True)]
    if sum(least) + gaps > available:
        return None
    cap = next(
        cap
        for cap in range(max(natural), -1, -1)
        if sum(_capped(natural, least, cap)) + gaps <= available  # the widest columns give way together
    )
    return _capped(natural, least, cap)


def _capped(natural: Sequence[int], least: Sequence[int], cap: int) -> list[int]:
    return [max(low, min(width, cap)) for width, low in zip(natural, least, strict=True)]
