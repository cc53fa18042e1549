"""Pay by state, area, sector or year: who pays most, who least, and the list."""

from collections.abc import Iterator, Sequence

from careercli.amounts import SMALLEST_BASE, format_number
from careercli.answers.salary.screen_amounts import amount_cell, central, money, unit
from careercli.answers.salary.screen_answer import HALF
from careercli.answers.salary.view import RoleSalaryView, SalaryRowView, SalaryView
from careercli.answers.shared.screen_parts import (
    UNKNOWN,
    capitalized,
    place_in_text,
    sentence,
    strong,
    with_article,
)
from careercli.answers.shared.view_parts import PayView
from careercli.answers.shared.wording import IMPORT_HINT, is_plural
from careercli.blocks import Cell, Group, Paragraph, Row, Span, Table, cite

HEADERS = {"state": "State", "metro": "Area", "sector": "Sector", "year": "Year"}
UNITS = {
    "state": ("state", "states"),
    "metro": ("area", "areas"),
    "sector": ("sector", "sectors"),
    "year": ("year", "years"),
}


def ranked(view: SalaryView, role: RoleSalaryView) -> tuple[list[SalaryRowView], int]:
    """Return the rows of the best class that has any, and how many rows of other classes there are."""
    mine = [row for row in view.rows if row.role == role.role]
    best = [row for row in mine if mine and row.occupation == mine[0].occupation]
    return best, len(mine) - len(best)


def answer(view: SalaryView, role: RoleSalaryView, rows: Sequence[PayView]) -> tuple[Paragraph, ...]:
    """Say who pays most and least."""
    earns = "earn" if is_plural(role.heading()) else "earns"
    by, whom = view.by or "", with_article(role.heading())
    known = [row for row in rows if central(row)]
    if not known:
        return (
            sentence(f"The catalogs have no pay by {_noun(by)} for {whom}."),
            sentence(f"{IMPORT_HINT}."),
        )
    group = ""
    if rows[0].fit in ("part", "proxy"):
        group = f" The figures are those of {rows[0].occupation_title}, "
        group += "a group that counts other jobs too." if rows[0].fit == "part" else "which is another job."
    best, least = known[0], known[-1]
    if by == "year":
        return (
            sentence(
                *_over_years(f"{whom} in {place_in_text(known[0].place_title)} {earns} ", known),
                group,
                cite(best.source),
            ),
        )
    spans: list[str | Span] = [
        f"{capitalized(whom)} {earns} most in ",
        strong(_where(best, by)),
        ": ",
        strong(_amount(best)),
    ]
    spans.append(f" {unit(best)} {HALF}.")
    every = view.place_count if not view.places else None
    most = every is None or len(known) > every / 2
    if len(known) > 1:
        spans.append(f" The least {'is' if most else 'of these is'} {_amount(least)}, in {_where(least, by)}.")
    spans += [group, cite(best.source)]
    if every is not None and not most:
        spans.append(f" Its pay is known here for {len(known)} of {every} {UNITS[by][1]}. {IMPORT_HINT}.")
    return (sentence(*spans),)


def _over_years(whom: str, rows: Sequence[PayView]) -> Iterator[str | Span]:
    newest, oldest = rows[0], rows[-1]
    yield f"In {(newest.period or '')[:4]} {whom}"
    yield strong(_amount(newest))
    yield f" {unit(newest)} {HALF}."
    then, now = oldest.median or 0, newest.median or 0
    if oldest.period != newest.period and min(then, now) >= SMALLEST_BASE and oldest.place == newest.place:
        apart = now - then
        share = format_number(abs(apart) / then * 100, 1)
        words = "more" if apart >= 0 else "less"
        yield f" That is {money(abs(apart), newest)} or {share}% {words} than in {(oldest.period or '')[:4]}."


def _noun(by: str) -> str:
    return "area" if by == "metro" else by


def _where(row: PayView, by: str) -> str:
    sector = (row.industry or "").partition(", excluding")[0].partition(" (")[0]
    return sector if by == "sector" else place_in_text(row.place_title)


def _amount(row: PayView) -> str:
    known = central(row)
    return money(known[1], row) if known else ""


def table(view: SalaryView, rows: Sequence[PayView]) -> Group:
    """Return the list, best paid first; where not all has room the last one stays, since it pays least."""
    by = view.by or ""
    several = len({row.place for row in rows}) > 1
    found = []
    for number, row in enumerate(rows):
        parts = [{"sector": row.industry or "", "year": row.period or "no date"}.get(by, row.place_title)]
        parts += [row.place_title] if several and by in ("sector", "year") else []
        jobs = Cell((format_number(row.jobs),), numeric=True) if row.jobs is not None else UNKNOWN
        cells = (amount_cell(row, "median"), amount_cell(row, "p10"), amount_cell(row, "p90"), jobs)
        last = number == len(rows) - 1
        found.append(Row(Cell((", ".join(parts),)), cells, 1 if last else number + 1))
    headers = (HEADERS[by], "Median", "1 in 10 earn less than", "9 in 10 earn less than", "Jobs")
    return Group((Table(headers, tuple(found)),), unit=UNITS[by])
