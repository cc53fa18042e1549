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


def check_workbook(shown: str, content: bytes) -> int:
    """Return how many cells of the workbook hold an error.

    Raises ImportProblem for what is no .xlsx, or one that would take more memory than any official one.
    """
    locked = locked_workbook(content)
    if locked is not None:
        message = f"{shown}: expected an .xlsx workbook, found {locked.what}"
        raise ImportProblem(message, hint=locked.remedy)
    errors = 0
    hint = "give the workbook as its publisher offers it (.xlsx)"
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            check_sizes(archive, shown)
            if "xl/workbook.xml" not in archive.namelist():
                raise ImportProblem(f"{shown}: expected an .xlsx workbook, found another kind of file", hint=hint)
            for entry in archive.infolist():
                with archive.open(entry) as stream:  # to the end: a size that lies is found out here, not in calamine
                    is_sheet, tail = "worksheets/" in entry.filename, b""
                    while chunk := stream.read(1 << 20):
                        is_sheet = is_sheet or b"sheetData" in chunk
                        if not is_sheet:
                            continue
                        packed = tail + chunk.translate(None, b" \t\r\n")  # XML allows space around the =
                        if far := _FAR_CELL.search(packed):
                            where = far.group()[3:].decode()
                            message = f"{shown}: {entry.filename} reaches out to {where}, which no official table does"
                            raise ImportProblem(message, hint=hint)
                        errors += sum(packed.count(mark) - tail.count(mark) for mark in _ERROR_CELLS)
                        tail = packed[-40:]
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError):
        message = f"{shown}: expected an .xlsx workbook, found a file that is none, or is cut short or damaged"
        raise ImportProblem(message, hint="download it again") from None
    return errors
