"""Small files in the official formats: workbooks, tab-separated text, zips; and where the real files are."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest

from careercli.importers.files import Member
from careercli.importers.layer import ProgressCallback, encoded_lines
from careercli.model import Catalog

Value = str | float | bool | None
DATA = Path(__file__).parents[2].parent / "shared" / "data"

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def official(*parts: str) -> str:
    """Return the path of a real official file or folder, or skip the test aloud."""
    path = DATA.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"the real official files are not here: {'/'.join(('shared', 'data', *parts))}")
    return str(path)


def member(name: str, content: bytes, shown: str | None = None) -> Member:
    """Return a file that is not on disk."""
    return Member(name, shown or name, lambda: content)


def silence(_what: str, _done: int, _total: int) -> None:
    """Take progress and say nothing."""


quiet: ProgressCallback = silence


def workbook(
    sheets: Mapping[str, Iterable[Sequence[Value]]],
    *,
    merged: Mapping[str, Sequence[str]] | None = None,
    shared: bool = True,
) -> bytes:
    """Return an .xlsx of the sheets; `merged` names ranges such as "A2:A3" by sheet.

    `shared` keeps text in a table of its own, as Excel does; without it text stands in the cells, as other writers do.
    """
    strings: dict[str, int] = {}
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}">'
            f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
    }
    names, relations = "", ""
    for number, (name, rows) in enumerate(sheets.items(), 1):
        names += f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>'
        target = f"worksheets/sheet{number}.xml"
        relations += f'<Relationship Id="rId{number}" Type="{_RELATIONS}/worksheet" Target="{target}"/>'
        parts[f"xl/{target}"] = _sheet(rows, (merged or {}).get(name, ()), strings if shared else None)
    relations += f'<Relationship Id="rIdS" Type="{_RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
    parts["xl/workbook.xml"] = f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{names}</sheets></workbook>'
    parts["xl/_rels/workbook.xml.rels"] = f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>'
    texts = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}">{texts}</sst>'
    return zipped({name: f'<?xml version="1.0" encoding="UTF-8"?>\r\n{part}' for name, part in parts.items()})


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive of the files, the same bytes each time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def tabbed(*rows: Sequence[str]) -> bytes:
    """Return tab-separated text as O*NET writes it: CRLF, nothing quoted."""
    return "".join("\t".join(row) + "\r\n" for row in rows).encode()


def put(folder: Path, files: Mapping[str, bytes]) -> str:
    """Write the files into a folder, made when needed, and return its path."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return str(folder)


def _sheet(rows: Iterable[Sequence[Value]], merged: Sequence[str], strings: dict[str, int] | None) -> str:
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(_cell(f"{_letters(index)}{number}", value, strings) for index, value in enumerate(row))
        lines.append(f'<row r="{number}">{cells}</row>')
    spans = "".join(f'<mergeCell ref="{span}"/>' for span in merged)
    spans = f'<mergeCells count="{len(merged)}">{spans}</mergeCells>' if merged else ""
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData>{spans}</worksheet>'


def _cell(place: str, value: Value, strings: dict[str, int] | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if not isinstance(value, str):
        return f'<c r="{place}"><v>{value!r}</v></c>'
    if strings is None:
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f'<c r="{place}" t="s"><v>{strings.setdefault(value, len(strings))}</v></c>'


def _letters(index: int) -> str:
    return (chr(64 + index // 26) if index >= 26 else "") + chr(65 + index % 26)


def encode(catalog: Catalog) -> bytes:
    """Return the layer that a catalog is written as."""
    return b"".join(encoded_lines(catalog))
