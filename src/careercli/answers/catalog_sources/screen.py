"""The first screen of the sources: how many figures rest on them, then a line for each."""

from collections.abc import Iterator, Sequence

from careercli.amounts import counted, format_number
from careercli.answers.catalog_sources.view import CitedSourceView, SourcesView
from careercli.answers.shared.screen_parts import MARKS, UNKNOWN, sentence, strong
from careercli.blocks import Cell, Group, Paragraph, Row, Screen, Table

OLD = 5
"""Years from which a source counts as old."""


def screen(view: SourcesView) -> Screen:
    """Return the sources, those first that most figures rest on."""
    shown = sorted(view.rows, key=lambda row: (-row.figure_count, -row.profile_count, row.short.casefold()))
    every = {0: "nothing else was found.", 1: "the only one is shown."}.get(
        len(shown), f"all {format_number(len(shown))} are shown."
    )
    return Screen(
        title=counted(len(shown), "source"),
        answer=tuple(_answer(view, shown)),
        groups=tuple(_table(shown)),
        sources={},
        marks=MARKS,
        complete=f"{every} Licenses and notes: --full" if shown else every,
    )


def _answer(view: SourcesView, shown: Sequence[CitedSourceView]) -> Iterator[Paragraph]:
    asked = "" if view.stale is None else f" at least {counted(view.stale, 'year')} old, or without a date"
    if not shown:
        yield sentence(f"No source is{asked or ' in the catalog'}.")
        return
    figures = sum(row.figure_count for row in shown)
    first = (
        f"{counted(len(shown), 'source is', 'sources are')}{asked}." if asked else f"{counted(len(shown), 'source')}."
    )
    best = shown[0]
    if figures and len(shown) > 1:
        rest = f", {format_number(best.figure_count)} of {format_number(figures)}."
        yield sentence(f"{first} Most figures come from ", strong(best.short), rest)
    else:
        yield sentence(first)
    undated = [row for row in shown if row.age is None]
    old = [row for row in shown if row.age is not None and row.age >= OLD]
    if view.stale is None and (undated or old):
        parts = [
            *([f"{counted(len(undated), 'source gives', 'sources give')} no date"] if undated else []),
            *([f"{counted(len(old), 'is', 'are')} {OLD} years old or older"] if old else []),
        ]
        yield sentence(f"{' and '.join(parts)}.")


def _table(shown: Sequence[CitedSourceView]) -> Iterator[Group]:
    if not shown:
        return
    profiles = any(row.profile_count for row in shown)
    headers = ("", "Publisher", "Figures", *(("Jobs described",) if profiles else ()))
    rows = tuple(
        Row(
            Cell((row.short.removesuffix(", undated"),)),
            (
                Cell((row.publisher.partition(", ")[0],)) if row.publisher else UNKNOWN,
                Cell((format_number(row.figure_count),), numeric=True),
                *((Cell((format_number(row.profile_count),), numeric=True),) if profiles else ()),
            ),
            rank,
        )
        for rank, row in enumerate(shown, start=1)
    )
    yield Group((Table(headers, rows),), unit=("source", "sources"))
