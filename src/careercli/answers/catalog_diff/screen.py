"""The first screen of a catalog diff: what changes for people, pay, years and duties, what to look at twice."""

from collections.abc import Iterator, Sequence

from careercli.answers.catalog_diff.pay_changes import PayChange, amounts_text, change_text, pay_changes
from careercli.answers.catalog_diff.screen_texts import MAX_WARNINGS, Names, others, sentences, warnings
from careercli.answers.catalog_diff.view import CatalogDiffView, DiffRow
from careercli.answers.catalog_diff.years_changes import YearsChange, band_text, change_words, years_changes
from careercli.answers.shared.screen_parts import MARKS, short_sources
from careercli.blocks import Cell, Group, Paragraph, Row, Screen, Span, Table, Tone, cite

MAX_PAY = 10
"""Statements of pay in the table."""
MAX_YEARS = 6
MAX_DUTIES = 5
SIGNS = {"added": "+", "gone": "-"}
UNIT = ("change", "changes")


def screen(view: CatalogDiffView) -> Screen:
    """Return the outcome in sentences and the changes that people feel; all others are counted."""
    names = Names(view.rows)
    pay, years = _main_pay(pay_changes(view.rows)), years_changes(view.rows)
    duties = [row for row in view.rows if row.level and row.field == "duties" and row.kind in SIGNS]
    told = warnings(view, names)
    shown = [point for one in pay[:MAX_PAY] for point in one.points]
    shown += [one.row for one in years[:MAX_YEARS]] + duties[:MAX_DUTIES]
    said = [row for row in view.rows if row not in shown and _is_said(row)]
    rest = [row for row in view.rows if row not in shown and row not in said]
    answer = tuple(sentences(view, names))
    untold = [row for row in rest if not (row.section == "pay" and row.statistic and row.amount is not None)]
    return Screen(
        title=f"What changed from {view.before} to {view.after}",
        answer=(*answer, *others(untold, is_all=not answer)),
        groups=(
            *_tables(pay[:MAX_PAY], years[:MAX_YEARS], names),
            *_duties(duties[:MAX_DUTIES], names),
            *_look_twice(told),
        ),
        sources=short_sources(view.sources),
        marks=MARKS,
        left_out=((len(rest), *UNIT),),
        options="--full. For a pull request: --format markdown --full",
        complete=f"nothing is left out.{' For a pull request: --format markdown' if view.rows else ''}",
    )


def _is_said(row: DiffRow) -> bool:
    """Say whether a sentence names the change: a whole job or level, another title, a newer edition."""
    whole = row.role is not None and not row.field
    return (
        whole
        or (row.kind == "renamed" and row.field == "title")
        or (row.section == "sources" and row.kind == "renewed")
    )


# ---- pay and years ----


def _main_pay(changes: Sequence[PayChange]) -> list[PayChange]:
    """Return pay, by the year where a source has the same by the hour; of too many that of levels, what moves most."""
    yearly = {_statement(one) for one in changes if one.row.per == "year"}
    kept = [one for one in changes if one.row.per == "year" or _statement(one) not in yearly]
    if len(kept) <= MAX_PAY:
        return kept
    return sorted(kept, key=lambda one: (one.row.level is None, -max(map(abs, one.percents), default=0)))


def _statement(change: PayChange) -> tuple[str | None, ...]:
    row = change.row
    return row.entry, row.level, row.source, row.what.partition(" in ")[2]


def _tables(pay: Sequence[PayChange], years: Sequence[YearsChange], names: Names) -> Iterator[Group]:
    units = list(dict.fromkeys(one.per for one in pay))
    whats = {one.row.what for one in pay}
    rows: list[Row] = []
    for unit in units:
        rows += [Row(Cell((f"Pay {unit}",), "strong"))] if unit != units[0] else []
        rows += [_pay_row(one, names, whole=len(whats) > len(units)) for one in pay if one.per == unit]
    rows += [Row(Cell(("Years",), "strong"))] if years and units else []
    rows += [_years_row(one, names) for one in years]
    first = f"Pay {units[0]}" if units else "Years"
    if rows:
        ranked = tuple(Row(row.label, row.cells, rank if row.cells else 0) for rank, row in enumerate(rows))
        yield Group((Table((first, "Before", "After", "Change"), ranked),), unit=UNIT)


def _pay_row(change: PayChange, names: Names, *, whole: bool) -> Row:
    points, row = change.told, change.row
    place = f", {row.what.partition(' in ')[2]}" if whole and " in " in row.what else ""
    kind = {"mean": ", average", "median": ", median"}.get(points[0].statistic or "", "")
    if len(points) == 1 and not kind:
        kind = {"low": ", low end", "high": ", high end"}.get(points[0].statistic or "", "")
    tone: Tone = {"up": "good", "down": "bad"}.get(change.way or "", "")  # type: ignore[assignment]
    return Row(
        Cell((f"{names.of(row)}{kind}{place}{cite(row.source)}",)),
        (
            Cell((amounts_text(points, "before"),)),
            Cell((amounts_text(points, "after"),)),
            Cell((change_text(points),), tone),
        ),
    )


def _years_row(change: YearsChange, names: Names) -> Row:
    return Row(
        Cell((f"{names.of(change.row)}{cite(change.row.source)}",)),
        (Cell((band_text(change.before),)), Cell((band_text(change.after),)), Cell((change_words(change),))),
    )


# ---- duties, and what to look at twice ----


def _duties(rows: Sequence[DiffRow], names: Names) -> Iterator[Group]:
    if rows:
        items = (
            Paragraph(
                (Span(f"{names.of(row)}: "), Span(f"{row.after or row.before or ''}{cite(row.source)}")),
                bullet=SIGNS[row.kind],
            )
            for row in rows
        )
        yield Group((Paragraph((Span("Duties", "strong"),)), *items), rank=200)


def _look_twice(told: Sequence[str]) -> Iterator[Group]:
    if told:
        items = [Paragraph((Span(text),), bullet="!") for text in told[:MAX_WARNINGS]]
        rest = len(told) - len(items)
        more = [Paragraph((Span(f"{rest} more like these."),), bullet="!")] if rest else []
        yield Group((Paragraph((Span("Look twice", "warn"),)), *items, *more))
