"""Arrange a comparison: some groups of rows, only those that differ, the columns in another order."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from msgspec import structs

from careercli.answers.compare.view import CellView, ColumnView, RowView
from careercli.answers.shared.sections import no_section
from careercli.answers.shared.view_parts import Num
from careercli.errors import UsageProblem

GROUPS = ("pay", "outlook", "getting in", "skills", "work", "best paying", "people")
"""The groups of rows, in the order in which they are shown."""
SortBy = Literal["given", "pay", "growth", "openings", "jobs", "title"]
_MEASURES: dict[SortBy, str] = {"growth": "growth", "openings": "openings", "jobs": "employment"}


class Arranged(NamedTuple):
    """The columns and rows of a comparison in the order in which they are shown."""

    columns: tuple[ColumnView, ...]
    rows: tuple[RowView, ...]
    sorted_by: str | None
    """What the columns are sorted by, in words; None: they stand as they were named."""


def known_groups(names: Sequence[str]) -> set[str]:
    """Return the groups of rows that are asked for; raise UsageProblem for an unknown one."""
    return {_known_group(name) for name in names}


def rows_to_show(rows: Iterable[RowView], *, groups: Collection[str], only_differences: bool) -> tuple[RowView, ...]:
    """Return the rows of the groups, all where none is named, that differ if need be."""
    return tuple(
        row for row in rows if (not groups or row.group in groups) and not (only_differences and _is_same(row.cells))
    )


def _known_group(name: str) -> str:
    for group in GROUPS:
        if name.casefold() in (group, group.replace(" ", "-")):
            return group
    known = [group.replace(" ", "-") for group in GROUPS]
    raise no_section(name, known)


def _is_same(cells: Sequence[CellView | None]) -> bool:
    """Say whether all sides have the same in a row; a class that stands in for two roles says the same of both."""
    bare: dict[str, Any] = {"side": "", "fit": None, "note": None, "skills": ()}
    said = {structs.replace(cell, items=cell.texts(), **bare) if cell else None for cell in cells}
    return len(said) == 1


def in_order(
    columns: tuple[ColumnView, ...], rows: tuple[RowView, ...], titles: Mapping[str, str], sort: SortBy
) -> Arranged:
    """Put the columns in order: titles from a to z, figures from high to low by one row that is named, gaps last.

    `titles` are those of the sources, by id. Raises UsageProblem where no row can sort the columns.
    """
    if sort == "given":
        return Arranged(columns, rows, None)
    if sort == "title":
        order = sorted(range(len(columns)), key=lambda index: columns[index].heading().casefold())
        return _reordered(columns, rows, order, "title")
    fit = (row for row in rows if _may_sort(row, sort))
    row = max(fit, key=lambda row: (_numbers(row), row.statistic == "median"), default=None)
    if row is None:
        raise UsageProblem(
            f"fewer than two columns have a figure to sort by {sort}", hint="Leave out --sort, or sort by title."
        )
    amounts = [cell.value if cell else None for cell in row.cells]
    order = sorted(range(len(amounts)), key=lambda index: _high_first(amounts[index]))
    by = (row.label, row.period, titles.get(row.source or ""))
    return _reordered(columns, rows, order, ", ".join(filter(None, by)))


def _may_sort(row: RowView, sort: SortBy) -> bool:
    if _numbers(row) < 2:
        return False
    if sort == "pay":
        return row.measure == "pay" and row.per == "year" and row.statistic in ("median", "mean")
    return row.measure == _MEASURES.get(sort)


def _numbers(row: RowView) -> int:
    return sum(cell is not None and cell.value is not None for cell in row.cells)


def _high_first(amount: Num | None) -> tuple[bool, Num]:
    return amount is None, -(amount or 0)


def _reordered(columns: Sequence[ColumnView], rows: Sequence[RowView], order: Sequence[int], by: str) -> Arranged:
    moved = tuple(structs.replace(row, cells=tuple(row.cells[index] for index in order)) for row in rows)
    return Arranged(tuple(columns[index] for index in order), moved, by)
