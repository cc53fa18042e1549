"""A comparison arranged as asked: some groups of rows, only those that differ, the sides in another order."""

from collections.abc import Sequence
from typing import Literal

from msgspec import structs

from careercli.answers.compare.view import CellView, CompareView, RowView
from careercli.answers.shared.view_parts import Num
from careercli.errors import UsageProblem
from careercli.matching import did_you_mean

GROUPS = ("pay", "outlook", "getting in", "skills", "work", "best paying", "people")
"""The groups of rows, in the order in which they are shown."""
SortBy = Literal["given", "pay", "growth", "openings", "jobs", "title"]
_MEASURES: dict[SortBy, str] = {"growth": "growth", "openings": "openings", "jobs": "employment"}


def arrange(view: CompareView, *, groups: Sequence[str], only_differences: bool, sort: SortBy) -> CompareView:
    """Return the comparison with fewer rows or its sides reordered; raise UsageProblem for an unknown group.

    Groups that are asked for by name stand alone, without what changes between two levels.
    """
    options = {_known_group(group) for group in groups}
    view = view if sort == "given" else _sorted(view, sort)
    rows = tuple(
        row
        for row in view.rows
        if (not options or row.group in options) and not (only_differences and _is_same(row.cells))
    )
    changes = None if options else view.changes
    cited = {row.source for row in rows} | set(changes.cited() if changes else ())
    said = "\n".join(view.verdict)
    sources = tuple(source for source in view.sources if source.id in cited or source.title in said)
    return structs.replace(view, rows=rows, changes=changes, sources=sources)


def _known_group(name: str) -> str:
    for group in GROUPS:
        if name.casefold() in (group, group.replace(" ", "-")):
            return group
    known = [group.replace(" ", "-") for group in GROUPS]
    raise UsageProblem(f"no section '{name}'{did_you_mean(name, known)}", hint=f"Sections: {', '.join(known)}")


def _is_same(cells: Sequence[CellView | None]) -> bool:
    """Say whether all sides have the same in a row; a class that stands in for two roles says the same of both."""
    said = {structs.replace(cell, fit=None, note=None) if cell else None for cell in cells}
    return len(said) == 1


def _sorted(view: CompareView, sort: SortBy) -> CompareView:
    """Put the sides in order: titles from a to z, figures from high to low by one row that is named, gaps last."""
    if sort == "title":
        order = sorted(range(len(view.columns)), key=lambda index: view.columns[index].title.casefold())
        return _reordered(view, order, "title")
    fit = (row for row in view.rows if _may_sort(row, sort))
    row = max(fit, key=lambda row: (_numbers(row), row.statistic == "median"), default=None)
    if row is None:
        raise UsageProblem(f"no two sides have a figure to sort by {sort}", hint="Leave out --sort, or sort by title.")
    amounts = [cell.value if cell else None for cell in row.cells]
    order = sorted(range(len(amounts)), key=lambda index: _high_first(amounts[index]))
    source = next((source.title for source in view.sources if source.id == row.source), None)
    return _reordered(view, order, ", ".join(part for part in (row.label, row.period, source) if part))


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


def _reordered(view: CompareView, order: Sequence[int], by: str) -> CompareView:
    rows = tuple(structs.replace(row, cells=tuple(row.cells[index] for index in order)) for row in view.rows)
    return structs.replace(view, columns=tuple(view.columns[index] for index in order), rows=rows, sorted_by=by)
