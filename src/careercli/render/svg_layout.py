"""The blocks of a page, one below the other on a sheet: the answer first and larger, what it rests on below, small."""

from collections.abc import Sequence

from careercli.blocks import (
    Block,
    Chart,
    Group,
    Heading,
    Label,
    Labels,
    Page,
    Paragraph,
    Table,
    Terms,
    Tree,
    TreeNode,
)
from careercli.render.svg_charts import ChartWriter
from careercli.render.svg_sheet import PLAIN, SIZE, Face, Place, Sheet, broken, number, pieces, width_of
from careercli.render.svg_table import SIGN, STEP, TableWriter, measure, width_of_columns
from careercli.render.table_columns import Measurement

PROSE = 820
"""The widest that running text gets, in pixels."""
ANSWER = Face(20)
STRONG = Face(bold=True)
TITLE = Face(SIZE - 1, "muted", bold=True)
FOOT = Face(SIZE - 2.5, "muted")
HEADINGS = {1: Face(28, bold=True), 2: Face(19, bold=True)}
GAP = 20
"""Pixels between a name and what is said of it."""
PACKED = 14
"""Pixels between two texts beside each other."""
APART = 48
"""Pixels between two blocks beside each other."""
SPACES = {"group": 30, "block": 18, "item": 4, "close": 6}
LEAST_TEXT = 220
"""Pixels that the text of a node of a tree keeps, however deep it stands."""


_Told = tuple[Label, tuple[str, ...]]
"""A name with its lines, and the items of a list that follow."""


class PageWriter:
    """A page on its way to a sheet of a width."""

    def __init__(self, sheet: Sheet, x: float, room: int) -> None:
        self._sheet = sheet
        self._x = x
        self._room = room
        self._prose = min(room, PROSE)
        self._columns: dict[tuple[str, ...], list[Measurement]] = {}
        """What the columns of the tables in groups need, by their headers: those of one kind share their columns."""
        self._name_column = 0.0
        """How wide the names in columns are on the whole page, so that what is said of them begins at one place."""
        self._explained: set[str] = set()
        """What the legends of charts have said."""
        self._begun: set[tuple[str, ...]] = set()
        """The headers that stand above a table in a group already: the next one with them goes on."""

    def write(self, page: Page, top: float) -> float:
        """Write the page; return where it ends."""
        groups = [block for block in page.blocks if isinstance(block, Group)]
        self._measure_together(groups)
        labels = (block for group in groups for block in group.blocks if isinstance(block, Labels) and not block.muted)
        self._name_column = max((_column(block, STRONG) for block in labels), default=0)
        if page.title:
            top = self._text(page.title, TITLE, top) + 8
        face = ANSWER if groups else PLAIN
        before: Block | Group | None = None
        for block in page.blocks:
            top += _space(before, block) if before else 0
            top = self._group(block, top) if isinstance(block, Group) else self._block(block, top, face)
            before = block
        return top

    def _measure_together(self, groups: Sequence[Group]) -> None:
        tables = (block for group in groups if not group.beside for block in group.blocks if isinstance(block, Table))
        for table in tables:
            known = self._columns.get(table.headers)
            columns = measure(table, self._room)
            self._columns[table.headers] = [
                Measurement(max(one.maximum, other.maximum), max(one.minimum, other.minimum))
                for one, other in zip(columns, known or columns, strict=True)
            ]

    def _group(self, group: Group, top: float) -> float:
        if group.beside and (bottom := self._beside(group.blocks, top)):
            return bottom
        before: Block | None = None
        for block in group.blocks:
            top += _space(before, block, apart=group.beside) if before else 0
            top = self._block(block, top, PLAIN, in_group=not group.beside)
            before = block
        return top

    def _beside(self, blocks: Sequence[Block], top: float) -> float:
        """Write tables side by side, at even distances where they can be; return where they end, or 0 if too wide."""
        tables = [block for block in blocks if isinstance(block, Table)]
        columns = [measure(table, self._room) for table in tables]
        widths = list(map(width_of_columns, columns))
        starts: list[float] = []
        end = -APART
        for index, width in enumerate(widths):
            starts.append(max(end + APART, index * self._room // len(tables)))
            end = int(starts[-1]) + width
        if len(tables) < len(blocks) or end > self._room:
            return 0
        return max(
            TableWriter(self._sheet, table, needed).write(self._x + start, top, width)
            for table, needed, start, width in zip(tables, columns, starts, widths, strict=True)
        )

    def _block(self, block: Block, top: float, face: Face, *, in_group: bool = False) -> float:
        match block:
            case Heading():
                bottom = self._heading(block, top)
            case Paragraph():
                bottom = self._paragraph(block, top, face)
            case Table():
                bottom = self._table(block, top, in_group=in_group)
            case Terms():
                bottom = self._terms(block, top)
            case Labels():
                bottom = self._labels(block, top)
            case Tree():
                bottom = self._node(block.root, self._x, top)
            case Chart():
                bottom = ChartWriter(self._sheet, block, self._x, self._room, self._explained).write(top)
        return bottom

    def _table(self, table: Table, top: float, *, in_group: bool) -> float:
        columns = self._columns[table.headers] if in_group else measure(table, self._room)
        writer = TableWriter(self._sheet, table, columns)
        bottom = writer.write(self._x, top, self._room, goes_on=in_group and table.headers in self._begun)
        if in_group:
            self._begun.add(table.headers)
        return bottom

    # ---- text ----

    def _text(self, words: str | Paragraph, face: Face, top: float) -> float:
        line = pieces(words if isinstance(words, str) else words.spans, face)
        room = self._room if face.size > SIZE else self._prose
        return self._sheet.lines(broken(line, room), self._x, top, face.height)

    def _heading(self, block: Heading, top: float) -> float:
        face = HEADINGS.get(block.depth, Face(SIZE, bold=True))
        top = self._text(block.text, face, top)
        return self._text(block.aside, Face(SIZE - 1, "muted"), top + 2) if block.aside else top

    def _paragraph(self, block: Paragraph, top: float, face: Face) -> float:
        if not block.bullet:
            return self._text(block, face, top)
        indent = max(SIGN + 2, width_of(pieces(block.bullet, face)) + 8)
        place = Place(self._x, top, self._prose)
        return self._sheet.item(block.bullet, pieces(block.spans, face), place, indent, face)

    def _terms(self, block: Terms, top: float) -> float:
        labels = Labels(tuple(Label(term.name, (term.text,) if term.text else ()) for term in block.terms))
        told = [(label, term.items) for label, term in zip(labels.labels, block.terms, strict=True)]
        return self._names(told, top, (STRONG, PLAIN), _column(labels, STRONG))

    def _labels(self, block: Labels, top: float) -> float:
        told: list[_Told] = [(label, ()) for label in block.labels]
        if not block.muted:
            return self._names(told, top, (STRONG, PLAIN), max(_column(block, STRONG), self._name_column))
        self._sheet.rule(self._x, top, self._x + self._room, top)
        return self._names(told, top + 12, (FOOT, FOOT), _column(block, FOOT))

    def _names(self, told: Sequence[_Told], top: float, faces: tuple[Face, Face], column: float) -> float:
        """Write names in a column, and behind each what is said of it: its lines, then items of a list."""
        name_face, face = faces
        column = min(column, self._room * 0.3)
        start = self._x + (column + GAP if column else 0)
        room = self._x + self._prose - start
        apart = SPACES["close" if face.size >= SIZE else "item"]
        for label, items in told:
            name = broken(pieces(label.name.strip(), name_face), column)
            bottom = self._sheet.lines(name, self._x, top, name_face.height)
            own = face._replace(tone=label.tone or face.tone)
            end = self._packed(label, own, start, top, room) if label.packed else top
            for text in () if label.packed else label.lines:
                end = self._sheet.lines(broken(pieces(text, own), room), start, end, face.height)
            for item in items:
                end = self._sheet.item("•", pieces(item, face), Place(start, end, room), SIGN, face)
            top = max(bottom, end) + apart
        return top - apart

    def _packed(self, label: Label, face: Face, start: float, top: float, room: float) -> float:
        """Write texts beside each other, as many as fit; return where they end."""
        x = start
        for text in label.lines:
            lines = broken(pieces(text, face), room) or [()]
            width = max(map(width_of, lines))
            if x > start and x + width > start + room:
                x, top = start, top + face.height
            top = self._sheet.lines(lines, x, top, face.height) - face.height
            x += width + PACKED
        return top + face.height

    # ---- trees ----

    def _node(self, node: TreeNode, x: float, top: float, sign: str = "") -> float:
        """Write a node and its branches; return where it ends.

        Nodes that stand too deep for their text to be read stand below their parent, behind a `»`.
        """
        room = min(self._x + self._room - x, PROSE)
        bottom = self._sheet.lines(
            broken((*pieces(sign, Face(tone="muted")), *pieces(node.spans, PLAIN)), room), x, top, PLAIN.height
        )
        aside = Face(SIZE - 1.5, "muted")
        bottom = self._sheet.lines(broken(pieces(node.aside, aside), room), x, bottom, aside.height)
        deep = x + 2 * STEP + LEAST_TEXT > self._x + self._room
        last = bottom
        for child in node.children:
            begin = bottom + SPACES["close"]
            if deep:
                bottom = self._node(child, x, begin, "» ")
                continue
            middle = begin + PLAIN.height / 2
            turn = f"M{number(x + 6)} {number(last)}V{number(middle - 5)}q0 5 5 5H{number(x + STEP - 4)}"
            self._sheet.path(turn, "joint")
            last = middle - 5
            bottom = self._node(child, x + STEP, begin)
        return bottom


def _column(block: Labels, face: Face) -> float:
    """Return how wide the names of a block are."""
    return max((width_of(pieces(label.name.strip(), face)) for label in block.labels), default=0)


def _space(before: Block | Group, block: Block | Group, *, apart: bool = False) -> int:
    """Return the space between two blocks."""
    if isinstance(block, Group) or apart:
        return SPACES["group"]
    if isinstance(block, Heading):
        return SPACES["group"] if block.depth < 3 else SPACES["block"]
    if isinstance(before, Heading):
        return SPACES["block"] if before.depth == 1 else SPACES["close"]
    if isinstance(block, Paragraph) and isinstance(before, Paragraph):
        return SPACES["item"] if block.bullet and before.bullet else SPACES["close"]
    names_it = (
        isinstance(before, Paragraph) and not before.bullet and before.spans[:1] and before.spans[0].tone == "strong"
    )
    return SPACES["close" if names_it and not isinstance(block, Chart) else "block"]
