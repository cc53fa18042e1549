"""Records as CSV, TSV or JSON Lines: one flat record a line, for spreadsheets, data frames and pipes.

In CSV and TSV a number stays a number, a missing value is empty, a list is joined with "; ". Text that a spreadsheet
would run as a formula gets an apostrophe before it, and control characters are spelled out, as in a terminal.
"""

import csv
import io
import string
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from careercli.render.plain_data import json_bytes
from careercli.safe_text import escape_invisible, escaped

RecordFormat = Literal["csv", "tsv", "jsonl"]
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a text for a formula, the full-width forms included."""
_SKIPPED = string.whitespace + "\u00a0\u3000\ufeff\u200b\u2060"
"""What one or another spreadsheet skips before a formula."""


def render(records: Iterable[Mapping[str, Any]], fields: Sequence[str], form: RecordFormat) -> str:
    """Return the records in the form asked for; CSV has CRLF as RFC 4180 has it, TSV and JSON Lines line feeds."""
    if form == "jsonl":
        return "".join(escaped(json_bytes(record).decode()) + "\n" for record in records)
    credential = io.StringIO()
    tabs = form == "tsv"
    writer = csv.writer(credential, delimiter="\t" if tabs else ",", lineterminator="\n" if tabs else "\r\n")
    writer.writerow(fields)
    writer.writerows([_cell(record[field]) for field in fields] for record in records)
    return credential.getvalue()


def _cell(value: Any) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value + 0  # no zero below zero
    text = "; ".join(value) if isinstance(value, list | tuple) else value
    shown = escape_invisible(text)
    return f"'{shown}" if text.lstrip(_SKIPPED).startswith(_FORMULA) else shown
