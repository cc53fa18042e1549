"""Whether a file is a workbook that can be opened safely, looked at piece by piece before anything reads it whole."""

import io
import re
import zipfile
import zlib

from careercli.errors import ImportProblem
from careercli.importers.files import check_sizes
from careercli.importers.refusals import locked_workbook

_ERROR_CELLS = (b't="e"', b"t='e'")
"""The type of a cell that holds an error."""
_FAR_CELL = re.compile(rb"""r=["'](?:[A-Za-z]{3}\d|[C-Zc-z][A-Za-z]\d|[A-Za-z]{0,2}(?:[5-9]\d{5}|\d{7}))""")
"""A cell beyond column BZ or row 499,999, or a row beyond it: calamine sets aside room for every cell up to the last
one and ends the process where there is none. The largest official sheet has some 420,000 rows of 32 columns."""
MAX_COLUMNS = 78
"""A to BZ."""
MIN_GRID = 500_000
"""Cells, empty ones too, that any sheet may reach out to: room of some 20 MB."""
MAX_EMPTY = 8
"""Cells that a larger sheet may reach out to for each that it holds; official ones hold at least half of theirs."""
_ROW = re.compile(rb"""r=["'][A-Za-z]{0,3}(\d{1,7})""")
_COLUMN = re.compile(rb"""r=["']([A-Za-z]{1,3})\d""")
"""Where a cell or a row says that it stands. Two searches over sets: pairs in a loop took twice as long."""
_UNPLACED_CELLS = (b"<c>", b"<c/", b"<ct=", b"<cs=")
"""Cells that do not say it: they stand in the next column."""
_STRINGS = re.compile(rb"""uniqueCount=["'](\d+)""")
"""How many texts a table of texts says to hold; calamine sets aside room for them all before it reads the first."""


def check_workbook(shown: str, content: bytes) -> int:
    """Return how many cells of the workbook hold an error.

    Raises ImportProblem for what is no .xlsx, or one that would take more memory than any official one.
    """
    locked = locked_workbook(content)
    if locked is not None:
        message = f"{shown}: expected an .xlsx workbook, found {locked.what}"
        raise ImportProblem(message, hint=locked.remedy)
    hint = "Use the .xlsx workbook exactly as published."
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            check_sizes(archive, shown)
            if "xl/workbook.xml" not in archive.namelist():
                raise ImportProblem(f"{shown}: expected an .xlsx workbook, found another kind of file", hint=hint)
            parts = [_Part(entry.filename, entry.file_size) for entry in archive.infolist()]
            for part in parts:
                with archive.open(part.name) as stream:  # to the end: a size that lies is found here, not in calamine
                    while chunk := stream.read(1 << 20):
                        part.add(chunk)
                        if part.fault():
                            break
                if fault := part.fault() or part.emptiness():
                    raise ImportProblem(f"{shown}: {part.name} {fault}", hint=hint)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError):
        message = (
            f"{shown}: expected an .xlsx workbook, found another kind of file, or one that is cut short or damaged"
        )
        raise ImportProblem(message, hint="Download it again.") from None
    return sum(part.errors for part in parts)


class _Part:
    """One part of a workbook, known by what was read of it so far."""

    def __init__(self, name: str, size: int) -> None:
        self.name = name
        self.errors = 0
        self._size = size
        self._is_sheet = "worksheets/" in name
        self._packed = self._tail = b""
        self._cells = self._last_row = self._last_column = 0

    def add(self, chunk: bytes) -> None:
        """Look at the next piece, together with the end of the one before."""
        self._is_sheet = self._is_sheet or b"sheetData" in chunk
        self._packed = self._tail + chunk.translate(None, b" \t\r\n")  # XML allows space around the =
        if self._is_sheet:
            self.errors += sum(self._packed.count(mark) - self._tail.count(mark) for mark in _ERROR_CELLS)
            rows, columns = _ROW.findall(self._packed), set(_COLUMN.findall(self._packed))
            self._cells += len(rows)
            self._last_row = max(self._last_row, *map(int, set(rows)), 0)
            self._last_column = max(self._last_column, *map(_column_number, columns), 0)
            if any(mark in self._packed for mark in _UNPLACED_CELLS):
                self._last_column = MAX_COLUMNS
        self._tail = self._packed[-40:]

    def fault(self) -> str | None:
        """Return what is wrong with the piece that was added last."""
        if any(int(count) > self._size for count in _STRINGS.findall(self._packed)):
            return "says that it has more texts than bytes"
        far = _FAR_CELL.search(self._packed) if self._is_sheet else None
        return f"goes out to {far.group()[3:].decode()}, which no official table does" if far else None

    def emptiness(self) -> str | None:
        """Return what is wrong with a sheet whose cells stand far apart; nothing is wrong with others."""
        if self._last_row * self._last_column <= max(MIN_GRID, MAX_EMPTY * self._cells):
            return None
        return f"goes down to row {self._last_row:,} and is almost empty"


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
