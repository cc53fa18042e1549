"""The first screen of a list: who pays most, then the roles in their order with four facts each."""

from careercli.answers.list.view import ListView, RoleRowView
from careercli.answers.shared.page_parts import key_pay_text
from careercli.answers.shared.screen_parts import (
    MARKS,
    UNKNOWN,
    education_word,
    figure_cell,
    fit_mark,
    sentence,
    short_sources,
    signed,
    strong,
)
from careercli.answers.shared.view_parts import HeadlineView
from careercli.blocks import Cell, Group, Label, Paragraph, Row, Screen, Table, cite

MOST = 24
"""Roles on a first screen; of more, those with the most jobs."""


def screen(view: ListView) -> Screen:
    """Return the roles that are asked for; of many, the 24 with the most jobs."""
    biggest = sorted(view.rows, key=lambda row: -_jobs(row))[:MOST]
    shown = [row for row in view.rows if row in biggest]
    headers = ("", "Median pay" + _of_column(shown, "pay"), "Growth", "Openings a year", "Typical education")
    rows = tuple(_row(row, rank) for rank, row in enumerate(shown, start=1))
    narrow = Label("Narrow it", ("--no-degree  --min-pay 60k  --growth faster  --sort pay",), tone="code")
    read = [Label("Read one", (f"careercli show {shown[0].id}",), tone="code")] if shown else []
    return Screen(
        title=_counted(len(view.rows)),
        answer=_answer(view),
        groups=(Group((Table(headers, rows),), unit=("role", "roles")),) if rows else (),
        sources=short_sources(view.sources),
        marks=MARKS,
        commands=(*read, narrow),
        left_out=((len(view.rows) - len(shown), "role", "roles"),),
        options="--full, or narrow the list",
        complete=f"all {len(view.rows)} are shown. With families and levels: --full",
    )


def _answer(view: ListView) -> tuple[Paragraph, ...]:
    if not view.rows:
        return (sentence("No role passes these filters."),)
    paid = [row for row in view.rows if row.pay and row.pay.value is not None and row.pay.fit != "proxy"]
    first = f"{_counted(len(view.rows))}." + (
        f" These are the {MOST} with the most jobs." if len(view.rows) > MOST else ""
    )
    if not paid:
        return (sentence(first),)
    best = max(paid, key=lambda row: row.pay.value if row.pay and row.pay.value else 0)
    amount = key_pay_text(best.pay) if best.pay else ""
    return (
        sentence(
            first + " ",
            strong(best.title),
            " pays most: ",
            strong(amount),
            " a year (median: half earn more, half earn less)." + cite(best.pay.source if best.pay else None),
        ),
    )


def _counted(roles: int) -> str:
    return "1 role" if roles == 1 else f"{roles} roles"


def _jobs(row: RoleRowView) -> float:
    return row.employment.value or 0 if row.employment and row.employment.fit != "proxy" else 0


def _of_column(rows: list[RoleRowView], column: str) -> str:
    sources = {getattr(row, column).source for row in rows if getattr(row, column)}
    return cite(*sources) if len(sources) == 1 else ""


def _row(row: RoleRowView, rank: int) -> Row:
    cells = (
        _cell(row.pay, key_pay_text(row.pay) if row.pay else ""),
        _cell(row.growth, f"{signed(row.growth.value)}%" if row.growth and row.growth.value is not None else ""),
        _cell(row.openings, f"{row.openings.value:,}" if row.openings and row.openings.value is not None else ""),
        Cell((education_word(row.education) + fit_mark(row.education_fit),)) if row.education else UNKNOWN,
    )
    return Row(Cell((row.title,)), cells, rank)


def _cell(figure: HeadlineView | None, text: str) -> Cell:
    return figure_cell(text, figure.fit) if figure and text else UNKNOWN
