"""Tables of a picture: columns as wide as they need, numbers flush right, a ladder's levels as a tree."""

import re
from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from careercli.blocks import Cell, Row, Table
from careercli.render.svg_sheet import (
    PLAIN,
    SIZE,
    Face,
    Place,
    Sheet,
    baseline,
    broken,
    longest_word,
    number,
    pieces,
    width_of,
)
from careercli.render.table_columns import (
    MARKS,
    Measurement,
    fit_widths,
    guides_of,
    has_marks,
    is_numeric,
    is_prose,
    some_columns,
)

GAPS = (30, 16)
"""Pixels between two columns; the second, where the table does not fit with the first."""
PAD = 4
"""Pixels above and below the text of a row."""
STEP = 22
"""Pixels by which a row stands to the right of the one that it belongs to."""
SIGN = 16
"""Pixels that the sign of an item takes, with what lies between it and its text."""
LEAST_PROSE = 170
"""A column of prose narrower than this is worse than a record."""
SPARE = 0.5
"""The part of the width above which a table that would leave it free does so."""
HEAD = Face(SIZE - 2, bold=True)
_MARKS = "".join(sorted(MARKS))
_ITEM = re.compile(r"[-+–•] (?=\S)")


def measure(table: Table, room: int) -> list[Measurement]:
    """Return what each column needs, in pixels; headers are broken only where the table would not fit otherwise."""
    cells = [_measure(table, column) for column in range(len(table.headers))]
    whole, broken_up = (
        [
            _with_header(needed, header, _mark_room(table, column), lines)
            for column, (needed, header) in enumerate(zip(cells, table.headers, strict=True))
        ]
        for lines in (1, 2)
    )
    return whole if width_of_columns(whole) <= room else broken_up


def width_of_columns(columns: Sequence[Measurement]) -> int:
    """Return how wide a table is with no line broken."""
    return sum(column.maximum for column in columns) + GAPS[0] * (len(columns) - 1)


def _measure(table: Table, column: int) -> Measurement:
    """Return what the cells of a column need, and those without a number of their own below its marks."""
    marks = _mark_room(table, column)
    natural = least = 0.0
    for row in table.rows:
        cell = row.label if column == 0 else row.cells[column - 1] if row.cells else None
        if cell is None or (not column and not row.cells and len(table.headers) > 1):
            continue
        for text in _texts(cell, label=column == 0):
            line = pieces(text.words.rstrip(_MARKS) if marks else text.words, Face(tone=cell.tone))
            natural = max(natural, text.indent + width_of(line))
            least = max(least, text.indent + longest_word(line))
    if is_prose(table, column):
        least = max(least, min(natural, LEAST_PROSE))
    return Measurement(ceil(natural) + marks, ceil(least) + marks)


def _with_header(cells: Measurement, header: str, marks: int, most: int) -> Measurement:
    """Return what a column needs with its header, broken into so many lines at most, as even as its words let it be."""
    line = pieces(header, HEAD)
    word = longest_word(line)
    room = max(word, width_of(line) / most)
    while len(broken(line, room)) > most:
        room += SIZE / 4
    return Measurement(max(cells.maximum, ceil(room) + marks), max(cells.minimum, ceil(word) + marks))


class _Text(NamedTuple):
    """A text of a cell."""

    words: str
    indent: int = 0
    sign: str = ""
    """What stands before it, when it is an item of a list."""


def _texts(cell: Cell, *, label: bool = False) -> Iterator[_Text]:
    guides = guides_of(cell) if label else ""
    for line in cell.lines:
        if guides:
            yield _Text(line.removeprefix(guides), len(guides) // 2 * STEP)
        elif cell.is_list:
            yield _Text(line, SIGN, "•")
        elif item := _ITEM.match(line):
            yield _Text(line[item.end() :], SIGN, line[0])
        else:
            yield _Text(line)


def _mark_room(table: Table, column: int) -> int:
    """Return the width in which marks hang behind the numbers of a column."""
    if not has_marks(table, column):
        return 0
    lines = (line for row in table.rows for cell in row.cells[column - 1 : column] for line in cell.lines)
    return ceil(max(width_of(pieces(line[len(line.rstrip(_MARKS)) :])) for line in lines))


class TableWriter:
    """A table with what its columns need, which tables of one kind may share."""

    def __init__(self, sheet: Sheet, table: Table, columns: Sequence[Measurement]) -> None:
        self._sheet = sheet
        self._table = table
        self._columns = columns

    def write(self, x: float, top: float, room: int, *, goes_on: bool = False) -> float:
        """Write the table; return where it ends. One that does not fit stands some columns at a time, or as records.

        One that `goes_on` from another has no header.
        """
        for gap in GAPS:
            widths = fit_widths(self._columns, room, gap)
            if widths is not None:
                wide = self._spread_out(widths, room - gap * (len(widths) - 1))
                return _Grid(self._sheet, self._table, wide, gap, (x, room)).write(top, head=not goes_on)
        peers = len(self._table.headers) - 1 if self._table.splittable else 0
        for parts in range(2, peers // 2 + 1):
            size = -(-peers // parts)
            starts = range(0, peers, size)
            some = [[self._columns[0], *self._columns[at + 1 : at + size + 1]] for at in starts]
            fits = [fit_widths(columns, room, GAPS[0]) for columns in some]
            if None not in fits:
                for first, widths in zip(starts, fits, strict=True):
                    part = some_columns(self._table, first, first + size)
                    grid = _Grid(self._sheet, part, widths or (), GAPS[0], (x, room))
                    top = grid.write(top + (SIZE if first else 0), head=True)
                return top
        return self._records(x, top, room, goes_on=goes_on)

    def _spread_out(self, widths: Sequence[int], room: int) -> list[int]:
        """Return the columns wider where the table has nearly the whole width: then it has all of it."""
        spare = room - sum(widths)
        last = len(widths) - 1
        wider = range(len(widths)) if any(self._table.headers) else range(last, last + 1)
        if is_numeric(self._table, last):
            wider = range(wider.start, last)
        if not wider or spare > room * SPARE:
            return list(widths)
        return [width + spare // len(wider) * (column in wider) for column, width in enumerate(widths)]

    def _records(self, x: float, top: float, room: int, *, goes_on: bool) -> float:
        """Write each row as a record: its label, then each cell with the header of its column before it."""
        if self._table.headers[0] and not goes_on:
            top = self._sheet.lines(broken(pieces(self._table.headers[0], HEAD), room), x, top, HEAD.height) + PAD
            self._sheet.rule(x, top, x + room, top, "head")
        headers = [pieces(header, Face(SIZE - 2, "muted")) for header in self._table.headers[1:]]
        names = min(max((width_of(header) for header in headers), default=0), room * 0.35)
        start = names + GAPS[1] if names else 0
        for row in self._table.rows:
            top += PAD if row.cells else 3 * PAD
            face = Face(tone=row.label.tone, bold=True)
            for text in _texts(row.label, label=True):
                top = self._sheet.lines(broken(pieces(text.words, face), room), x, top, face.height)
            for header, cell in zip(headers if row.cells else (), row.cells, strict=True):
                if cell.lines in ((), ("",)):
                    continue
                bottom = self._sheet.lines(broken(header, names), x, top, PLAIN.height)
                top = max(bottom, _write_cell(self._sheet, cell, Place(x + start, top, room - start)))
            top += PAD
        return top


class _Grid:
    """A table whose columns have their places."""

    def __init__(self, sheet: Sheet, table: Table, widths: Sequence[int], gap: int, place: tuple[float, int]) -> None:
        """Take the widths of the columns, what is between them, and where the table begins with its room."""
        x, self._room = place
        self._sheet = sheet
        self._table = table
        self._widths = widths
        self._starts = [x + sum(widths[:column]) + gap * column for column in range(len(widths))]
        self._right = [is_numeric(table, column) for column in range(len(widths))]
        self._marks = [_mark_room(table, column) for column in range(len(widths))]
        self._end = self._starts[-1] + widths[-1]

    def write(self, top: float, *, head: bool) -> float:
        if head and any(self._table.headers):
            top = self._head(top)
        ruled = False
        for row in self._table.rows:
            group = not row.cells and len(self._table.headers) > 1
            if group:
                top = self._group(row, top + (2 * PAD if ruled else 0))
                ruled = False
                continue
            if ruled and not guides_of(row.label).isspace():
                self._sheet.rule(self._starts[0], top, self._end, top)
            top = self._row(row, top)
            ruled = True
        return top

    def _head(self, top: float) -> float:
        """Write the headers, their last lines beside each other, with a rule below."""
        cells = [
            broken(pieces(header, HEAD), width - marks)
            for header, width, marks in zip(self._table.headers, self._widths, self._marks, strict=True)
        ]
        bottom = top + max(map(len, cells)) * HEAD.height
        for column, lines in enumerate(cells):
            at, anchor = self._edge(column)
            self._sheet.lines(lines, at, bottom - len(lines) * HEAD.height, HEAD.height, anchor)
        self._sheet.rule(self._starts[0], bottom + PAD, self._end, bottom + PAD, "head")
        return bottom + PAD

    def _edge(self, column: int) -> tuple[float, str]:
        """Return where the text of a column stands, and which of its ends stands there."""
        if self._right[column]:
            return self._starts[column] + self._widths[column] - self._marks[column], "end"
        return self._starts[column], ""

    def _group(self, row: Row, top: float) -> float:
        face = Face(tone=row.label.tone, bold=True)
        lines = [line for text in row.label.lines for line in broken(pieces(text, face), self._room)]
        return self._sheet.lines(lines, self._starts[0], top + PAD, face.height) + PAD

    def _row(self, row: Row, top: float) -> float:
        first, bottom = top + PAD, top + PAD + PLAIN.height
        for column, cell in enumerate((row.label, *row.cells)):
            if self._right[column]:
                bottom = max(bottom, self._number(column, cell, first))
            else:
                place = Place(self._starts[column], first, self._widths[column])
                bottom = max(bottom, _write_cell(self._sheet, cell, place, label=column == 0))
        self._guides(row, top, bottom + PAD)
        return bottom + PAD

    def _number(self, column: int, cell: Cell, top: float) -> float:
        """Write numbers with their last digits below each other, and their marks behind these."""
        at, anchor = self._edge(column)
        for text in cell.lines:
            bare = text.rstrip(_MARKS) if self._marks[column] else text
            lines = broken(pieces(bare, Face(tone=cell.tone)), self._widths[column] - self._marks[column])
            top = self._sheet.lines(lines[:-1], at, top, PLAIN.height, anchor)
            for line in lines[-1:]:
                self._sheet.text(line, at, baseline(top, PLAIN.height, line), anchor, text[len(bare) :])
                top += PLAIN.height
        return top

    def _guides(self, row: Row, top: float, bottom: float) -> None:
        """Draw the lines of a tree that lead to a row and past it."""
        for depth, sign in enumerate(guides_of(row.label)[::2]):
            at = self._starts[0] + depth * STEP + 6
            middle = top + PAD + PLAIN.height / 2
            if sign in "│├":
                self._sheet.path(f"M{number(at)} {number(top)}V{number(bottom)}", "joint")
            if sign in "├└":
                bend = f"M{number(at)} {number(top)}V{number(middle - 5)}q0 5 5 5H{number(at + STEP - 10)}"
                self._sheet.path(bend, "joint")


def _write_cell(sheet: Sheet, cell: Cell, place: Place, *, label: bool = False) -> float:
    """Write the texts of a cell, items with their signs before them; return where they end."""
    face = Face(tone=cell.tone)
    top = place.top
    for text in _texts(cell, label=label):
        line = pieces(text.words, face)
        if text.sign:
            top = sheet.item(text.sign, line, place._replace(top=top), SIGN, face)
        else:
            lines = broken(line, place.room - text.indent) or [()]
            top = sheet.lines(lines, place.x + text.indent, top, face.height)
    return top
