"""The first screen of a list: who is first, then the roles with four facts each."""

import shlex
from collections.abc import Iterator, Mapping, Sequence

from careercli.amounts import format_number
from careercli.answers.list import screen_texts
from careercli.answers.list.view import ListView, RoleRowView
from careercli.answers.shared.screen_figures import PERCENTILES, cited, growth_cell, key_pay_cell, percentile_cell
from careercli.answers.shared.screen_parts import (
    MARKS,
    UNKNOWN,
    education_word,
    figure_cell,
    sentence,
    short_sources,
)
from careercli.answers.shared.view_parts import KeyFigureView, KeyPayView, Num
from careercli.blocks import Cell, Group, Label, Paragraph, Row, Screen, Table
from careercli.measures import EDUCATION

MOST = 24
"""Roles on a first screen, unless a number is asked for."""
FIGURES = (None, "pay", "growth", "openings", "jobs")
"""The orders in which figures compare down a column; without one that is pay."""
UNIT = ("job", "jobs")
STEP = 10_000
"""What a proposed limit of pay is rounded down to."""


def screen(view: ListView) -> Screen:
    """Return the roles that are asked for; of many the 24 with the most jobs, or the first 24 of an order asked for."""
    asked = view.options
    ranks = _ranks(view)
    shown = [row for row in view.rows if row.role in ranks]
    if asked.sort in FIGURES:
        shown.sort(key=lambda row: _by_figure(row, asked.sort))
    return Screen(
        title=screen_texts.subject(view).removesuffix("."),
        answer=(screen_texts.joined(_answer(view, shown)),),
        groups=tuple(_table(view, shown, ranks)),
        sources=_sources(view, shown),
        marks=MARKS,
        commands=tuple(_commands(view, shown)),
        left_out=((view.found - len(shown), *UNIT),),
        options="--full" if asked.limit is None else "--limit, or --full without it",
        complete=_complete(view),
    )


def _complete(view: ListView) -> str:
    if not view.found:
        return "nothing else was found."
    every = {1: "the only one is", 2: "both are"}.get(view.found, f"all {format_number(view.found)} are")
    return f"{every} shown. Families and levels: --full"


def _sources(view: ListView, shown: Sequence[RoleRowView]) -> dict[str, str]:
    """Return the sources; one that growth and openings share says so, since a narrow column has no room to cite it."""
    sources = short_sources(view.sources)
    shared = _shared_source(shown)
    if shared in sources:
        sources[shared] += " (growth, openings)"
    return sources


def _shared_source(rows: Sequence[RoleRowView]) -> str:
    growth = {row.growth.source for row in rows if row.growth}
    openings = {row.openings.source for row in rows if row.openings}
    return next(iter(growth)) if len(growth) == 1 and growth == openings else ""


def _ranks(view: ListView) -> dict[str, int]:
    """Return the roles on the screen and which go first where they do not fit: never those that the answer names."""
    asked = view.options
    if asked.limit:
        return dict.fromkeys((row.role for row in view.rows), 0)
    in_order = list(view.rows) if asked.sort else sorted(view.rows, key=_by_jobs)
    named = {row.role for row in _named(view)}
    kept = [row.role for row in in_order if row.role not in named][: MOST - len(named)]
    return {**dict.fromkeys(named, 0), **{role: rank for rank, role in enumerate(kept, start=1)}}


def _named(view: ListView) -> list[RoleRowView]:
    """Return the roles that the answer names."""
    if view.options.sort in FIGURES[2:]:
        return sorted(view.rows, key=lambda row: _by_figure(row, view.options.sort))[:1]
    if not _knows_best_paid(view):
        return []
    found = (screen_texts.best_paid(view.rows), _without_degree(view))
    return [row for row in found if row is not None]


def _knows_best_paid(view: ListView) -> bool:
    """Say whether the rows hold the best paid of all that was found: a limit may have cut it off."""
    return len(view.rows) == view.found or view.options.sort == "pay"


def _without_degree(view: ListView) -> RoleRowView | None:
    return screen_texts.without_degree(view.rows) if len(view.rows) == view.found else None


def _by_jobs(row: RoleRowView) -> tuple[bool, Num]:
    figure = row.employment
    return figure is None or figure.fit == "proxy", -((figure and figure.value) or 0)


def _by_figure(row: RoleRowView, sort: str | None) -> tuple[bool, bool, Num, bool, str]:
    """Return what sorts by a figure, by pay if by nothing else: at the end roles without it or with another job's."""
    figure = _figure(row, sort)
    amount = figure.least() if isinstance(figure, KeyPayView) else figure and figure.value
    fit = figure.fit if figure else None
    return amount is None, fit == "proxy", -(amount or 0), fit == "part", row.title.casefold()


def _figure(row: RoleRowView, sort: str | None) -> KeyPayView | KeyFigureView | None:
    return {"growth": row.growth, "openings": row.openings, "jobs": row.employment}.get(sort or "", row.pay)


# ---- the answer ----


def _answer(view: ListView, shown: Sequence[RoleRowView]) -> Iterator[Paragraph]:
    yield sentence(screen_texts.subject(view))
    if shown:
        if view.options.sort in FIGURES[2:] or _knows_best_paid(view):
            yield from screen_texts.winner(view.rows, view.options.sort, shown[0])
        other = _without_degree(view) if view.options.sort not in FIGURES[2:] else None
        if other is not None:
            yield screen_texts.degree_sentence(other)
        if view.found > len(shown) and not view.options.sort and not view.options.limit:
            yield sentence("Also below: the jobs that most people have.")
        if view.options.place_title:
            yield sentence(f"Pay is for {view.options.place_title}; growth and openings are for the whole country.")
        same = _same_education(shown)
        if same:
            yield sentence(f"Typical education is the same for all of them: {same}.")
        if view.options.sort not in FIGURES[2:]:
            yield from screen_texts.together(shown)
    yield from screen_texts.not_judged(view)


# ---- the table ----


def _table(view: ListView, shown: Sequence[RoleRowView], ranks: Mapping[str, int]) -> Iterator[Group]:
    if not shown:
        return
    if view.options.percentiles:
        yield from _percentiles(shown, ranks)
        return
    jobs = view.options.sort == "jobs"
    pay = "Median pay" if any(row.pay and row.pay.statistic == "median" for row in shown) else "Pay"
    counted = [row.employment if jobs else row.openings for row in shown]
    columns: list[tuple[str, list[Cell]]] = [
        (pay + cited([row.pay for row in shown]), [key_pay_cell(row.pay) for row in shown]),
        (
            "Growth" + ("" if _shared_source(shown) else cited([row.growth for row in shown])),
            [growth_cell(row.growth) for row in shown],
        ),
        (("Jobs" if jobs else "Openings a year") + cited(counted), [_count(figure) for figure in counted]),
    ]
    if not _same_education(shown):
        columns.append(("Typical education", [_education(row) for row in shown]))
    columns = [column for column in columns if any(cell is not UNKNOWN for cell in column[1])]
    rows = tuple(
        Row(Cell((row.title,)), tuple(cells[index] for _, cells in columns), ranks[row.role])
        for index, row in enumerate(shown)
    )
    yield Group((Table(("", *(header for header, _ in columns)), rows),), unit=UNIT)


def _percentiles(shown: Sequence[RoleRowView], ranks: Mapping[str, int]) -> Iterator[Group]:
    headers = ("", "Lowest 10%", "25%", "Median" + cited([row.pay for row in shown]), "75%", "Top 10%")
    rows = tuple(
        Row(Cell((row.title,)), tuple(percentile_cell(row.distribution, name) for name in PERCENTILES), ranks[row.role])
        for row in shown
    )
    yield Group((Table(headers, rows, spare=("25%", "75%")),), unit=UNIT)


def _count(figure: KeyFigureView | None) -> Cell:
    return figure_cell(format_number(figure.value), figure.fit) if figure and figure.value is not None else UNKNOWN


def _education(row: RoleRowView) -> Cell:
    if not row.education:
        return UNKNOWN
    is_proxy = row.education_fit == "proxy"
    return Cell((education_word(row.education) + "*" * is_proxy,), "muted" if is_proxy else "")


def _same_education(shown: Sequence[RoleRowView]) -> str:
    """Return the education that all have, in a word; nothing where they differ, or there is one role only."""
    kinds = {(row.education, row.education_fit == "proxy") for row in shown}
    education, is_proxy = next(iter(kinds), (None, False))
    return education_word(education) if len(kinds) == 1 < len(shown) and education and not is_proxy else ""


# ---- what comes next ----


def _commands(view: ListView, shown: Sequence[RoleRowView]) -> Iterator[Label]:
    if not shown:
        family = [f" --family {shlex.quote(one.family_title)}" for one in view.options.families]
        yield Label("See all", (f"careercli list{''.join(family)}",), tone="code")
        if view.not_judged and not view.options.proxies:
            yield Label("Widen it", ("--proxies",), tone="code")
        return
    told = (_named(view) or shown)[-1]
    yield Label("Read one", (f"careercli show {told.role}",), tone="code")
    narrower = tuple(_narrower(view, shown))
    if narrower:
        yield Label("Narrow it", narrower, tone="code", packed=True)


def _narrower(view: ListView, shown: Sequence[RoleRowView]) -> Iterator[str]:
    """Yield options that were not used yet and that would leave some of these roles out."""
    asked = view.options
    families = [row.family for row in view.rows]
    if len(set(families)) > 1:
        yield f"--family {max(sorted(set(families)), key=families.count)}"
    degrees = {row.education in EDUCATION[4:] for row in view.rows if row.education}
    if not asked.no_degree and len(degrees) > 1:
        yield "--no-degree"
    best = screen_texts.best_paid(shown)
    if view.min_pay is None and best and best.pay and best.pay.currency == "USD":
        amounts = sorted(row.pay.value for row in shown if row.pay and row.pay.value is not None)
        middle = amounts[len(amounts) // 2] // STEP * STEP
        if amounts[0] < middle:
            yield f"--min-pay {format_number(middle // 1000)}k"
    if asked.min_growth is None and len(shown) > 1:
        yield "--growth faster"
    if asked.sort is None and len(shown) > 1:
        yield "--sort growth"
