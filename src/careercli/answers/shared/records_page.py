"""Records as a page: the fields that were picked, a row for each record."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from careercli.amounts import format_number
from careercli.blocks import MISSING, Cell, Page, Row, Table


def page(records: Iterable[Mapping[str, Any]], fields: Sequence[str]) -> Page:
    """Return one table; the first field is the label of the row."""
    rows = [[_cell(record[field]) for field in fields] for record in records]
    return Page((Table(tuple(fields), tuple(Row(cells[0], tuple(cells[1:])) for cells in rows)),))


def _cell(value: Any) -> Cell:
    if value is None:
        return MISSING
    if isinstance(value, bool):
        return Cell(("true" if value else "false",))
    if isinstance(value, int | float):
        return Cell((format_number(value),), numeric=True)
    return Cell(("; ".join(value) if isinstance(value, list | tuple) else value,))
