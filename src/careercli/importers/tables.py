"""Rows of a workbook's sheet or of delimited text, by the names in the header, each with its place for errors.

A table keeps every row, so that a row's number is `first_row` plus its index. Cells stay what they are: nothing here
knows what a mark means.
"""

import io
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import eq
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, overload

from careercli.errors import ImportProblem
from careercli.importers.csv_rows import CsvRows
from careercli.importers.files import Member
from careercli.importers.layer import Skipped
from careercli.importers.workbook_check import check_workbook
from careercli.matching import did_you_mean

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MAX_HEADER_ROW = 20
"""Titles and notes that may stand above a header."""
MAX_NAMED = 8
"""Columns that a message names of those that are there."""

Cell: TypeAlias = "str | float | None"
Row: TypeAlias = list[Cell]
Name: TypeAlias = "str | tuple[str, ...]"
"""A column's name, or the names that it went by over the years."""

_FOOTNOTE = re.compile(r"\s*\[\d+\]$")
_NUMBER = re.compile(r"\s*-?[0-9]+(,[0-9]{3})*(\.[0-9]+)?\s*\Z")


class Table(NamedTuple):
    """One table and where it stands."""

    file_label: str
    sheet: str | None
    header: tuple[str, ...]
    rows: Sequence[Row]
    first_row: int
    """The number of the first row of `rows`, from 1."""


class Lines(Sequence[Row]):
    """Lines of text that become cells when they are asked for: half the time of making all of them at once."""

    def __init__(self, lines: list[str], delimiter: str) -> None:
        self._lines = lines
        self._delimiter = delimiter

    def __len__(self) -> int:
        return len(self._lines)

    def __iter__(self) -> Iterator[Row]:
        return map(self._cells, self._lines)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> "Lines": ...
    def __getitem__(self, index: int | slice) -> "Row | Lines":
        if isinstance(index, slice):
            return Lines(self._lines[index], self._delimiter)
        return self._cells(self._lines[index])

    def _cells(self, line: str) -> Row:
        cells: Row = [*line.split(self._delimiter)]
        return [cell or None for cell in cells] if "" in cells else cells


class SheetRows(Sequence[Row]):
    """Rows of a sheet that become Python's when they are asked for: a sheet of all areas would take a gigabyte."""

    def __init__(self, sheet: "CalamineSheet", start: int = 0) -> None:
        self._sheet = sheet
        self._start = start
        self._left: Row = [None] * (sheet.start[1] if sheet.start else 0)
        """The empty columns to the left, which the reader leaves out."""

    def __eq__(self, other: object) -> bool:
        """Say whether another sequence has the same rows."""
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]

    def __len__(self) -> int:
        height = self._sheet.end[0] + 1 if self._sheet.end else 0
        return max(height - self._start, 0)

    def __iter__(self) -> Iterator[Row]:
        rows = islice(self._sheet.iter_rows(), self._start, None)
        return (self._left + _cells(row) for row in rows) if self._left else map(_cells, rows)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> "Sequence[Row]": ...
    def __getitem__(self, index: int | slice) -> "Row | Sequence[Row]":
        if isinstance(index, int):
            return next(islice(self, index, None))
        if index.stop is None:
            return SheetRows(self._sheet, self._start + (index.start or 0))
        return list(islice(self, index.start, index.stop))


class Sheet(NamedTuple):
    """A sheet of a workbook, read when it is called."""

    member: Member
    name: str
    workbook: "CalamineWorkbook"

    def __call__(self, *headings: str) -> Table:
        """Return the sheet as a table whose header is the first row that holds all of `headings`, or its first row.

        A header whose cells are merged over several rows becomes one: "Employment, 2024" from "Employment" over "2024".
        """
        try:
            sheet = self.workbook.get_sheet_by_name(self.name)
            rows = SheetRows(sheet)
        except Exception as error:  # calamine's errors share no base
            raise _unreadable(self.member.file_label, error) from None
        top = _header_index(rows, headings, self.member.file_label, self.name)
        header, height = _merged_header(sheet, rows, top)
        return Table(self.member.file_label, self.name, header, rows[top + height :], top + height + 1)


def sheets(member: Member, skipped: list[Skipped] | None = None) -> dict[str, Sheet]:
    """Return the workbook's sheets by name, in order, none read yet; raise ImportProblem for what is no workbook.

    Cells that hold an error, which are read as empty, are noted in `skipped`.
    """
    from python_calamine import CalamineWorkbook

    content = member.read()
    errors = check_workbook(member.file_label, content)
    if errors and skipped is not None:
        reason = f"{errors:,} cell{'s have' if errors > 1 else ' has'} an error such as #REF!, read as empty"
        skipped.append(Skipped(member.file_label, None, 0, reason))
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return {name: Sheet(member, name, workbook) for name in workbook.sheet_names}
    except Exception as error:  # calamine's errors share no base
        raise _unreadable(member.file_label, error) from None


def delimited(member: Member, delimiter: str, quoted: bool, *headings: str) -> Table:
    """Return delimited text as a table, its cells text or None; `quoted` off reads quotation marks as themselves."""
    content = member.read()
    encoding = _encoding(content)
    rows: Sequence[Row]
    if quoted:
        rows = CsvRows(member.file_label, content, encoding, delimiter)
    else:
        text = content.decode(encoding, "replace")
        rows = Lines(text.replace("\r\n", "\n").removesuffix("\n").split("\n"), delimiter)
    top = _header_index(rows, headings, member.file_label, None)
    header = tuple(_one_line(as_text(cell)) for cell in rows[top])
    return Table(member.file_label, None, header, rows[top + 1 :], top + 2)


def columns(table: Table, *names: Name) -> tuple[int, ...]:
    """Return where the columns stand, in any case of their names; raise ImportProblem naming what is not there."""
    found = {name: column(table, name) for name in names}
    missing = [name if isinstance(name, str) else name[0] for name, index in found.items() if index is None]
    if missing:
        guess = did_you_mean(missing[0], table.header)
        options = ", ".join(repr(name) for name in missing)
        named = [repr(name) for name in table.header if name]
        there = ", ".join(named[:MAX_NAMED]) + (f" and {len(named) - MAX_NAMED} more" if named[MAX_NAMED:] else "")
        raise ImportProblem(
            f"{location(table)}: expected the column{'s' if len(missing) > 1 else ''} {options}, found {there}{guess}",
            hint="Use the file exactly as published, with its header row.",
        )
    return tuple(index for index in found.values() if index is not None)


def column(table: Table, name: Name) -> int | None:
    """Return where a column stands, None when there is no such column."""
    folded = [normalize_heading(heading) for heading in table.header]
    options = (name,) if isinstance(name, str) else name
    return next((folded.index(normalize_heading(one)) for one in options if normalize_heading(one) in folded), None)


def normalize_heading(heading: str) -> str:
    """Return the form in which spellings of a heading are the same: no case, single spaces, no footnote mark."""
    return _FOOTNOTE.sub("", _one_line(heading)).casefold()


def complete_rows(table: Table, skipped: list[Skipped]) -> Iterator[tuple[int, Row]]:
    """Yield every row that has a cell for each column, with its number; note the ragged ones, pass over empty ones."""
    width = len(table.header)
    for number, row in enumerate(table.rows, table.first_row):
        if len(row) == width:
            yield number, row
        elif any(cell is not None for cell in row):
            skipped.append(Skipped(table.file_label, table.sheet, number, f"expected {width} cells, found {len(row)}"))


def location(table: Table, row: int = 0) -> str:
    """Return how errors call the table, or one row of it."""
    sheet = f", sheet '{table.sheet}'" if table.sheet else ""
    return f"{table.file_label}{sheet}{f', row {row}' if row else ''}"


def as_text(cell: Cell) -> str:
    """Return a cell as text without outer space: "" when empty, whole numbers without a point."""
    if isinstance(cell, str):
        return cell.strip()
    if cell is None:
        return ""
    return str(int(cell)) if cell == int(cell) else repr(cell)


def as_number(cell: Cell) -> float | None:
    """Return a cell's plain number, with or without commas; None for anything else, marks included."""
    if not isinstance(cell, str):
        return cell
    return float(cell.replace(",", "")) if _NUMBER.match(cell) else None


def _cells(row: Sequence[object]) -> Row:
    return [cell if (kind := type(cell)) is float or (kind is str and cell) else _cell(cell) for cell in row]  # type: ignore[misc]


def _cell(cell: object) -> Cell:
    if cell == "" or cell is None:
        return None
    if isinstance(cell, bool):
        return str(cell).upper()
    return float(cell) if isinstance(cell, int | float) else str(cell)


def _header_index(rows: Sequence[Row], headings: Sequence[str], shown: str, sheet: str | None) -> int:
    options = {normalize_heading(heading) for heading in headings}
    for index, row in enumerate(rows[:MAX_HEADER_ROW]):
        if (
            options <= {normalize_heading(as_text(cell)) for cell in row}
            if options
            else any(cell is not None for cell in row)
        ):
            return index
    where = f"{shown}{f', sheet {sheet!r}' if sheet else ''}"
    if not rows:
        raise ImportProblem(f"{where}: empty; it should have a header row")
    names = ", ".join(repr(heading) for heading in headings)
    hint = "Use the file exactly as published, with its header row."
    raise ImportProblem(f"{where}: expected a header row with {names} among the first {MAX_HEADER_ROW} rows", hint=hint)


def _merged_header(sheet: "CalamineSheet", rows: Sequence[Row], top: int) -> tuple[tuple[str, ...], int]:
    """Return one heading for each column and how many rows the header takes."""
    ranges = [span for span in sheet.merged_cell_ranges or () if span[0][0] <= top <= span[1][0]]
    first = min((start[0] for start, end in ranges if end[0] > start[0]), default=top)
    last = max((end[0] for _, end in ranges), default=top)
    header = [list(row) for row in rows[first : last + 1]]
    for (row, left), (_, right) in sheet.merged_cell_ranges or ():
        if first <= row <= last:
            for index in range(left + 1, min(right + 1, len(header[row - first]))):
                header[row - first][index] = header[row - first][left]
    headings = (
        ", ".join(_one_line(as_text(cell)) for cell in cells if cell is not None) for cells in zip(*header, strict=True)
    )
    return tuple(headings), last - top + 1


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _encoding(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"  # as BEA writes San Juan-Bayamón
    return "utf-8-sig"


def _unreadable(shown: str, error: Exception) -> ImportProblem:
    reason = " ".join(str(error).split()) or type(error).__name__
    return ImportProblem(f"{shown}: not a readable workbook: {reason}", hint="Use the .xlsx file exactly as published.")
