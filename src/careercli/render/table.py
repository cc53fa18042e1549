"""A page as text for a terminal, with Rich.

Nothing is ever cut: prose wraps at words, a table that does not fit is turned into records, a number stays whole.
"""

import io
import re
from collections.abc import Sequence
from typing import Literal

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.style import Style
from rich.text import Text

from careercli.amounts import format_money
from careercli.blocks import (
    Block,
    Cell,
    Chart,
    Group,
    Heading,
    Label,
    Labels,
    Page,
    Paragraph,
    Table,
    Terms,
    Tone,
    Tree,
    TreeNode,
)
from careercli.render.beside import side_by_side
from careercli.render.cell_lines import BLANK, HEADER_LINES, MIN_PROSE_WIDTH, broken_header
from careercli.render.distribution import draw, say_below
from careercli.render.table_columns import (
    GAP,
    MARKS,
    Measurement,
    fit_widths,
    fits_unbroken,
    has_marks,
    is_numeric,
    is_prose,
    some_columns,
)
from careercli.render.text_chart import axis, bar, legend
from careercli.safe_text import escape_invisible, replace_unencodable
from careercli.terminal import RenderOptions

PROSE = 100
"""The widest that running text gets, in columns."""
_ADDRESS = re.compile(r"https?://[!-~]+")
_LINK_ID = re.compile(r"\x1b\]8;id=[^;]*;")
"""Rich numbers links at random; without a number the same answer is the same bytes."""
_CITED = re.compile(r" (?=\[\d+\])")
"""Before the number of a source, which stays with the word before it."""
_BOUNDLESS = 100_000
FOOT = len("Sources")
"""Columns of the longest name below a first screen."""
MIN_DRAWING = 20
"""Columns below which a range is not drawn."""
_STYLES: dict[Tone, Style] = {
    "": Style.null(),
    "strong": Style(bold=True),
    "muted": Style(dim=True),
    "good": Style(color="green"),
    "bad": Style(color="red"),
    "warn": Style(color="yellow"),
    "accent": Style(color="cyan", bold=True),
    "code": Style(color="green"),
}


class _EncodedBuffer(io.StringIO):
    """A sheet that tells Rich the encoding of the stream that the text will go to."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._encoding


def render(page: Page, options: RenderOptions) -> str:
    """Return the page as text, with ANSI colours if the look has them."""
    return _PageWriter(options).write(page.blocks)


def fits(table: Table, options: RenderOptions) -> bool:
    """Say whether a table of a group stands with all of its columns side by side."""
    width = options.width and options.width - 1
    return _PageWriter(options._replace(width=width)).fits(table)


class _PageWriter:
    def __init__(self, options: RenderOptions, *, above: "_PageWriter | None" = None) -> None:
        self._look = options
        self._in_group = above is not None
        self._columns: dict[tuple[str, ...], list[Measurement]] = above._columns if above else {}
        """What the columns of the tables in groups need, by their headers: those of one kind share their columns."""
        self._begun: set[tuple[str, ...]] = above._begun if above else set()
        """The headers that stand above a table in a group already: the next one with them goes on."""
        self._prose = min(options.width, PROSE) if options.width else _BOUNDLESS
        self._paper = _EncodedBuffer(options.encoding)
        self._console = Console(
            file=self._paper,
            width=options.width or _BOUNDLESS,
            force_terminal=options.color,
            color_system="standard" if options.color else None,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
            _environ={},  # colour and width are decided already
        )
        self._explained: set[str] = set()

    def write(self, blocks: Sequence[Block | Group]) -> str:
        for group in blocks:
            if isinstance(group, Group):
                self._measure_together(group)
        is_screen = any(isinstance(block, Group) for block in blocks)
        for position, block in enumerate(blocks):
            goes_on = self._in_group or (is_screen and isinstance(block, Paragraph))
            if position and not goes_on and _opens(block, blocks[position - 1]):
                self._console.line()
            if isinstance(block, Group):
                self._group(block)
            else:
                self._block(block)
        text = _LINK_ID.sub("\x1b]8;;", self._paper.getvalue()).replace(BLANK, " ")
        return "\n".join(line.rstrip() for line in text.rstrip("\n").split("\n")) + "\n"

    def _group(self, group: Group) -> None:
        """Print the blocks one below the other, indented by one column."""
        width = self._look.width and self._look.width - 1
        lines = self._beside(group, width or _BOUNDLESS) if group.beside else []
        lines = lines or self._group_lines(group.blocks, width, apart=group.beside)
        self._paper.write("".join(f" {line}".rstrip() + "\n" for line in lines))

    def _group_lines(
        self, blocks: Sequence[Block], width: int | None, *, apart: bool = False, alone: bool = False
    ) -> list[str]:
        """Return the lines of blocks in a group, with a blank line between two where they stand `apart`.

        Where they are laid out `alone`, no table goes on from another one or is gone on from.
        """
        above = _PageWriter(self._look) if alone else self
        look = self._look._replace(width=width)
        parts = [(block,) for block in blocks] if apart else [blocks]
        texts = (_PageWriter(look, above=above).write(part).replace("\u00a0", " ") for part in parts)
        return "\n".join(texts).splitlines()

    def _beside(self, group: Group, width: int) -> list[str]:
        """Return the lines of blocks side by side, each as wide as it likes; none where they do not fit."""
        return side_by_side(
            [self._group_lines((block,), None, alone=True) for block in group.blocks], min(width, PROSE)
        )

    def fits(self, table: Table) -> bool:
        """Say whether all columns of a table of a group stand side by side, as it wants them."""
        measures = self._measures_in_group(table, self._look.width)
        return (
            fits_unbroken(measures, self._look.width)
            if table.unbroken
            else fit_widths(measures, self._look.width) is not None
        )

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
            case Chart() if block.points:
                self._distribution(block)
            case Chart() if block.line_a_range:
                self._chart_of_lines(block)
            case Chart():
                self._chart(block)
            case Labels():
                self._labels(block)

    def _text(self, text: str, tone: Tone = "", link: str = "") -> Text:
        style = _STYLES[tone]
        if self._look.color and _ADDRESS.fullmatch(link):
            style += Style(link=link)
        return Text(replace_unencodable(escape_invisible(text), self._look.encoding), style=style, overflow="fold")

    def _heading(self, block: Heading) -> None:
        title = self._text(block.text, {1: "strong", 2: "accent"}.get(block.depth, "strong"))  # type: ignore[arg-type]
        if block.aside:
            title = Text.assemble(title, "  ", self._text(block.aside, "muted"), overflow="fold")
        self._hanging(title, "", 0)

    def _paragraph(self, block: Paragraph) -> None:
        text = Text.assemble(*(self._text(span.text, span.tone, span.link) for span in block.spans), overflow="fold")
        text.plain = _CITED.sub(BLANK, text.plain)
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
            self._put(Text.assemble(" " * left, head, line))

    def _put(self, text: Text) -> None:
        """Print a line that is laid out already; without styles it is its text, which costs a tenth."""
        if self._look.color:
            self._console.print(text, no_wrap=True, overflow="ignore", crop=False)
        else:
            self._paper.write(f"{text.plain}\n")

    def _labels(self, block: Labels) -> None:
        """Print names in a column of their own and behind each its lines, hanging."""
        names = [cell_len(label.name) for label in block.labels]
        column = max(*names, FOOT if block.muted else 0) + GAP
        for label in block.labels:
            tone: Tone = "muted" if block.muted else ""
            name = self._text(label.name, tone)
            lines = self._packed(label, self._prose - column) if label.packed else label.lines
            for line in lines:
                wrapped = self._text(line, label.tone or tone).wrap(
                    self._console, max(self._prose - column, 10), overflow="fold"
                )
                for part in wrapped:
                    name.pad_right(column - cell_len(name.plain))
                    part.rstrip()
                    self._put(Text.assemble(name, part))
                    name = Text()

    def _packed(self, label: Label, width: int) -> list[str]:
        """Put as many of the lines side by side as fit; one that is too long stands alone."""
        lines: list[str] = []
        for part in label.lines:
            if lines and cell_len(lines[-1]) + GAP + cell_len(part) <= width:
                lines[-1] += " " * GAP + part
            else:
                lines.append(part)
        return lines

    # ---- tables ----

    def _table(self, table: Table) -> None:
        measures = self._columns.get(table.headers) or [
            self._measure(table, index) for index in range(len(table.headers))
        ]
        widths = fit_widths(measures, self._look.width)
        if widths is None:
            self._print_turned(table, measures)
        else:
            self._grid(table, widths, goes_on=table.headers in self._begun)
        if self._in_group:
            self._begun.add(table.headers)

    def _measure_together(self, group: Group) -> None:
        """Note what the columns of the tables of a group need, with those of the same headers in other groups."""
        for table in group.blocks:
            if isinstance(table, Table):
                measures = self._measures_in_group(table, self._look.width and self._look.width - 1)
                known = self._columns.get(table.headers, measures)
                self._columns[table.headers] = [
                    Measurement(max(one.maximum, other.maximum), max(one.minimum, other.minimum))
                    for one, other in zip(measures, known, strict=True)
                ]

    def _measures_in_group(self, table: Table, width: int | None) -> list[Measurement]:
        """Return what each column needs in so many columns; headers take another line where the table fits with it."""
        columns = range(len(table.headers))
        few, more = ([self._measure(table, index, header_lines=most) for index in columns] for most in HEADER_LINES)
        return few if fits_unbroken(few, width) else more

    def _grid(self, table: Table, widths: Sequence[int], *, goes_on: bool = False) -> None:
        """Print the table with Rich, every width its own: else Rich breaks a word although it has room for it."""
        from rich.align import Align
        from rich.table import Table as Grid

        grid = Grid(box=None, show_header=any(table.headers) and not goes_on, pad_edge=False, padding=(0, GAP, 0, 0))
        for index, (header, width) in enumerate(zip(table.headers, widths, strict=True)):
            justify: Literal["left", "right"] = "right" if is_numeric(table, index) else "left"
            title = self._styled(self._header(table, index, header, in_group=self._in_group), "strong")
            grid.add_column(Align(title, justify, vertical="bottom"), justify=justify, width=width, overflow="fold")
        for position, row in enumerate(table.rows):
            if not row.cells and position and len(table.headers) > 1:
                grid.add_row("")
            cells = (
                self._styled(self._lines(table, index, cell, in_group=self._in_group), cell.tone)
                for index, cell in enumerate((row.label, *row.cells))
            )
            grid.add_row(*cells)
        self._console.print(grid)

    def _styled(self, lines: Sequence[str], tone: Tone) -> Text | Padding:
        """Return the lines of a cell; what begins with blanks keeps them where it is wrapped."""
        text = Text("\n".join(lines), style=_STYLES[tone], overflow="fold")
        indent = len(text.plain) - len(text.plain.lstrip(" ")) if len(lines) == 1 else 0
        return Padding(text[indent:], (0, 0, 0, indent)) if indent else text

    def _header(self, table: Table, column: int, header: str, *, in_group: bool) -> list[str]:
        """Return the header, the number of a source bound to the word before it."""
        shown = replace_unencodable(escape_invisible(header), self._look.encoding)
        if not in_group:
            return [shown]
        return [shown.replace(" [", f"{BLANK}[") + (BLANK if has_marks(table, column) else "")]

    def _lines(self, table: Table, column: int, cell: Cell, *, in_group: bool) -> list[str]:
        """Return the lines of a cell; a number without a mark keeps room for one where others have one."""
        sign = "• " if cell.is_list else ""
        if in_group and column == 0:
            return [
                replace_unencodable(escape_invisible(sign + line), self._look.encoding).replace(" [", f"{BLANK}[")
                for line in cell.lines
            ]
        room = in_group and has_marks(table, column)
        return [
            replace_unencodable(escape_invisible(sign + line), self._look.encoding)
            + (BLANK if room and line[-1:] not in MARKS else "")
            for line in cell.lines
        ]

    def _measure(self, table: Table, column: int, *, header_lines: int | None = None) -> Measurement:
        """Return how wide a column would like to be and has to be; in a group its header has so many lines."""
        in_group = header_lines is not None
        lines = self._header(table, column, table.headers[column], in_group=in_group)
        if header_lines is not None:
            lines = broken_header(lines[0], header_lines)
        for row in table.rows:
            cell = row.label if column == 0 else row.cells[column - 1] if row.cells else None
            if cell is not None:
                lines += self._lines(table, column, cell, in_group=in_group)
        natural = max(cell_len(line) for line in lines)
        longest = max((cell_len(word) for word in {word for line in lines for word in line.split()}), default=0)
        return Measurement(natural, max(longest, min(natural, MIN_PROSE_WIDTH) if is_prose(table, column) else 0))

    def _print_turned(self, table: Table, measures: Sequence[Measurement]) -> None:
        """Print a table that does not fit: peers some columns at a time, saying so, all else row by row."""
        peers = len(table.headers) - 1 if table.splittable else 0
        for parts in range(2, peers // 2 + 1):
            size = -(-peers // parts)
            starts = range(0, peers, size)
            fits = [fit_widths([measures[0], *measures[one + 1 : one + size + 1]], self._look.width) for one in starts]
            if None not in fits:
                for first, widths in zip(starts, fits, strict=True):
                    if first:
                        self._console.line()
                    self._print_note(f"Columns {first + 1} to {min(first + size, peers)} of {peers}")
                    self._grid(some_columns(table, first, first + size), widths or ())
                return
        if peers > 1:
            self._print_note("Narrow window: the columns are stacked.")
        self._records(table)

    def _print_note(self, text: str) -> None:
        self._hanging(self._text(text, "muted"), "", 0)

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
        if cell.is_list or len(cell.lines) > 1:
            if header:
                self._hanging(name, "", 2, left=2)
            for line in cell.lines:
                self._hanging(self._text(line, cell.tone), "•" if cell.is_list else "", 2, left=4 if header else 2)
        else:
            self._hanging(Text.assemble(name, self._text(cell.lines[0], cell.tone), overflow="fold"), "", 2, left=2)

    # ---- trees and charts ----

    def _tree(self, root: TreeNode) -> None:
        from careercli.render.text_tree import guided_tree

        self._console.print(guided_tree(root, self._look.width, self._node), soft_wrap=False)

    def _node(self, node: TreeNode, sign: str) -> Text:
        """Return the text of a node, its aside on a line of its own."""
        aside = (Text("\n"), self._text(node.aside, "muted")) if node.aside else ()
        spans = (self._text(span.text, span.tone, span.link) for span in node.spans)
        return Text.assemble(self._text(sign, "muted"), *spans, *aside, overflow="fold")

    def _chart(self, chart: Chart) -> None:
        width = (min(self._look.width, PROSE) if self._look.width else PROSE) - 2
        centred = any(r.median is not None or r.mean is not None for r in chart.ranges)
        drawn = len(chart.ranges) > 1 or centred or chart.own_pay is not None
        if drawn:
            self._line(axis(chart, width, self._look.encoding))
        for range_ in chart.ranges:
            self._hanging(self._text(range_.label, "strong"), "", 2)
            self._hanging(self._text(range_.caption), "", 2, left=2)
            drawing = bar(chart, range_, width) if drawn else ""
            if drawing:
                self._line(drawing)
            if range_.note:
                self._hanging(self._text(range_.note, "muted"), "", 2, left=2)
        new = [words for words in legend(chart) if words not in self._explained] if drawn else []
        if new:
            self._explained.update(new)
            self._hanging(self._text("   ".join(new), "muted"), "", 2)

    def _distribution(self, chart: Chart) -> None:
        """Print a lone range with its points named, or these in words where they have no room."""
        lines = draw(chart, min(self._look.width or PROSE, PROSE), self._look.encoding)
        for line in lines:
            text = Text.assemble(*(self._text(span.text, span.tone) for span in line))
            self._put(text)
        if not lines:
            own = format_money(chart.own_pay, chart.currency, chart.per) if chart.own_pay is not None else ""
            said = ((point.words, point.amount) for point in chart.points)
            self._labels(Labels(tuple(Label(name, (words,)) for name, words in (*said, ("you", own)) if words)))
            if chart.points_say:
                self._hanging(self._text(say_below(chart)), "", 0)

    def _chart_of_lines(self, chart: Chart) -> None:
        """Print each range on a line: its label, the drawing, its caption; the axis above them, the signs below."""
        column = max(cell_len(text) for text in (chart.label, *(range_.label for range_ in chart.ranges))) + GAP
        captions = max(cell_len(range_.caption) for range_ in chart.ranges)
        width = min(self._look.width or PROSE, PROSE) - column - (captions + GAP if captions else 0)
        if width < MIN_DRAWING:
            names = tuple(Label(range_.label, (range_.caption,)) for range_ in chart.ranges if range_.caption)
            if names:
                self._labels(Labels((*((Label(chart.label, ("",)),) if chart.label else ()), *names)))
            return
        self._print_line(chart.label, column, axis(chart, width, self._look.encoding), "", 0)
        for range_ in chart.ranges:
            self._print_line(range_.label, column, bar(chart, range_, width), range_.caption, width + GAP)
        signs = Label("", legend(chart), packed=True)
        for line in self._packed(signs, self._prose - column):
            self._hanging(self._text(line, "muted"), "", 0, left=column)

    def _print_line(self, label: str, column: int, drawing: str, caption: str, room: int) -> None:
        name, drawn = self._text(label), self._text(drawing)
        drawn.highlight_regex(r"[━◆=#]+", "bold")
        name.pad_right(column - cell_len(label))
        if caption:
            drawn.pad_right(room - cell_len(drawing))
        line = Text.assemble(name, drawn, self._text(caption))
        line.rstrip()
        self._put(line)

    def _line(self, text: str) -> None:
        self._put(Text.assemble("  ", self._text(text, "accent")))


def _opens(block: Block | Group, before: Block | Group) -> bool:
    """Say whether a blank line stands between two blocks."""
    if isinstance(block, Heading | Group):
        return True
    if isinstance(before, Heading):
        return before.depth == 1
    both_items = (
        isinstance(block, Paragraph) and isinstance(before, Paragraph) and bool(block.bullet) == bool(before.bullet)
    )
    return not (both_items and isinstance(block, Paragraph) and block.bullet)
