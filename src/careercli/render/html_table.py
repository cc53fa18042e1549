"""Write a table as HTML that reads as cards on a narrow screen."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from careercli.blocks import Cell, Row, Table, Tone
from careercli.render.html_charts import html_text
from careercli.render.table_columns import guides_of, is_numeric

_HYPHENED = re.compile(r"(?<![\w-])(?:\d{2,4}[-–]\d{2,4}(?![\w-])|--[a-z]+)")
"""A period, a code or an option, which a line must not break."""
_GUIDES = {"│": "pass", "├": "fork", "└": "last", " ": "none", "\u00a0": "none"}
"""What is drawn for the signs of a tree before a label."""
SHORT = 30
"""A cell no longer than this stands in one line with the name of its column, in such a record."""


def table_rows(table: Table) -> Iterator[str]:
    """Yield the head, then each group of rows as a body of its own."""
    numeric = [is_numeric(table, column) for column in range(len(table.headers))]
    if any(table.headers):
        heads = [table_head(header, right=right) for header, right in zip(table.headers, numeric, strict=True)]
        yield f'<thead role="rowgroup">\n<tr role="row">{"".join(heads)}</tr>\n</thead>'
    opened = False
    for row in table.rows:
        group = not row.cells and len(table.headers) > 1
        if group or not opened:
            apart = "" if not group or any(row.label.lines) else ' class="apart"'
            yield ("</tbody>\n" if opened else "") + f'<tbody role="rowgroup"{apart}>'
            opened = True
        if not group:
            yield _row(row, table.headers, numeric)
        elif any(row.label.lines):
            yield _group(row, len(table.headers))
    if opened:
        yield "</tbody>"


def table_head(header: str, *, right: bool) -> str:
    """Return the cell of a column's heading; without words it heads nothing."""
    name = ' class="num"' if right else ""
    return f'<th scope="col" role="columnheader"{name}>{html_text(header)}</th>' if header else '<td role="cell"></td>'


def _group(row: Row, columns: int) -> str:
    head = f'<th scope="rowgroup" role="rowheader" colspan="{columns}">{_lines(row.label)}</th>'
    return f'<tr class="group" role="row">{head}</tr>'


def _row(row: Row, headers: Sequence[str], numeric: Sequence[bool]) -> str:
    label = _label(row.label)
    parts = [f'<th scope="row" role="rowheader">{label}</th>' if label else '<td role="cell"></td>']
    for header, cell, right in zip(headers[1:], row.cells, numeric[1:], strict=True):
        of = f' data-of="{html_text(header)}"' if header else ""
        short = len(cell.lines) == 1 and len(cell.lines[0]) <= SHORT and not cell.is_list
        inside = _lines(cell)
        kinds = [kind for kind, is_so in (("num", right), ("short", short and inside), ("none", not inside)) if is_so]
        name = f' class="{" ".join(kinds)}"' if kinds else ""
        parts.append(f'<td role="cell"{name}{of}>{inside}</td>')
    return f'<tr role="row">{"".join(parts)}</tr>'


def _label(cell: Cell) -> str:
    """Return the label of a row, behind the lines of a tree where it is in one."""
    guides = guides_of(cell)
    if not guides:
        return _lines(cell)
    lines = "".join(f'<i class="{_GUIDES[sign]}"></i>' for sign in guides[::2])
    bare = replace(cell, lines=tuple(line.removeprefix(guides) for line in cell.lines))
    return f'<span class="rung">{lines}<span>{_lines(bare)}</span></span>'


def _lines(cell: Cell) -> str:
    lines = [toned(line, cell.tone) for line in cell.lines if line]
    if cell.is_list:
        return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>" if lines else ""
    return "".join(f"<p>{line}</p>" for line in lines) if len(lines) > 1 else "".join(lines)


def toned(words: str, tone: Tone) -> str:
    """Return words in an element of their meaning."""
    if not tone:
        return prose(words)
    tag = {"strong": "strong", "code": "code"}.get(tone)
    return f"<{tag}>{prose(words)}</{tag}>" if tag else f'<span class="{tone}">{prose(words)}</span>'


def prose(words: str) -> str:
    """Return running words, with periods and codes held together."""
    return _HYPHENED.sub(r'<span class="whole">\g<0></span>', html_text(words))
