"""A ladder as first screens show it: a line a level, with the guides of a tree, years of experience and pay."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from careercli.amounts import Num, format_money, format_number, format_quantity
from careercli.answers.shared.screen_figures import pay_cell
from careercli.answers.shared.screen_parts import UNKNOWN
from careercli.answers.shared.view_parts import EstimateView, PayView
from careercli.blocks import Cell, Row, Table, cite

INDENT = "\u00a0\u00a0"
"""What stands before a level below the last of its kind: blanks that no format takes away."""
MAX_LEVELS = 10
"""Levels that always stay; of a longer ladder the others go where it does not fit, after all else."""
_STAGES = {"study": "in school", "training": "in training"}

SAME_GROUP = Cell(("same group",), "muted", numeric=True)
"""Pay that an earlier level shows: both are counted in one group."""


class Rung(Struct, frozen=True):
    """A level with those that it leads to."""

    title: str
    track: str
    years: tuple[Num, Num | None] | None
    stage: str
    pay: PayView | None
    estimate: EstimateView | None
    source: str
    children: tuple["Rung", ...] = ()


def flat(rungs: Sequence[Rung]) -> Iterator[Rung]:
    """Yield all levels in the order in which they stand."""
    for rung in rungs:
        yield rung
        yield from flat(rung.children)


def ladder_table(rungs: Sequence[Rung]) -> Table:
    """Return the ladder; without a column of pay or of years where none is known."""
    levels = list(flat(rungs))
    pays = list(_pay_cells(levels))
    has_pay = any(rung.pay or rung.estimate for rung in levels)
    has_years = any(rung.years for rung in levels)
    sources = dict.fromkeys(rung.source for rung in levels)
    headers = ["Level"]
    headers += ["Years" + cite(*sources)] if has_years else []
    headers += ["Pay" + cite(*dict.fromkeys(_pay_sources(levels)))] if has_pay else []
    rows = []
    for number, (guide, rung, pay) in enumerate(zip(_guides(rungs), levels, pays, strict=True)):
        years = Cell((years_text(*rung.years),), numeric=True) if rung.years else UNKNOWN
        cells = (*((years,) if has_years else ()), *((pay,) if has_pay else ()))
        rows.append(Row(Cell((guide + rung.title,)), cells, max(number + 1 - MAX_LEVELS, 0)))
    return Table(tuple(headers), tuple(rows))


def years_text(low: Num, high: Num | None) -> str:
    """Return a band of years of experience: `0–2`, `under 1`, `8 or more`."""
    if high is None:
        return f"{format_number(low)} or more"
    if not low and high < 1:
        return f"under {format_quantity(round(high * 12), 'months')}"
    return f"under {format_number(high)}" if not low and high <= 1 else f"{format_number(low)}–{format_number(high)}"


def rung_amount(rung: Rung) -> str:
    """Return the pay of a level in a sentence, `about $95,600` where it is our estimate; nothing if none is known."""
    if rung.estimate:
        return f"about {format_money(rung.estimate.value, rung.estimate.currency)}"
    known = rung.pay.central_pay() if rung.pay else None
    return format_money(known[1], rung.pay.currency) if rung.pay and known else ""


def _guides(rungs: Sequence[Rung], before: str = "", *, root: bool = True) -> Iterator[str]:
    for position, rung in enumerate(rungs):
        last = position == len(rungs) - 1
        yield "" if root else before + ("└ " if last else "├ ")
        yield from _guides(rung.children, "" if root else before + (INDENT if last else "│ "), root=False)


def rung_pay_cell(rung: Rung) -> Cell:
    """Return what a level pays; of people in school or in training, that they are."""
    if rung.stage in _STAGES:
        return Cell((_STAGES[rung.stage],), "muted", numeric=True)
    if rung.estimate:
        amount = format_money(rung.estimate.value, rung.estimate.currency)
        return Cell((f"~{amount}",), "muted", numeric=True)
    return pay_cell(rung.pay) if rung.pay else UNKNOWN


def _pay_cells(levels: Sequence[Rung]) -> Iterator[Cell]:
    """Yield what each level pays; of a level that is counted with an earlier one, that it is."""
    groups: set[str] = set()
    for rung in levels:
        group = rung.pay.occupation if rung.pay else None
        yield SAME_GROUP if group in groups else rung_pay_cell(rung)
        groups |= {group} if group else set()


def _pay_sources(levels: Sequence[Rung]) -> Iterator[str]:
    for rung in levels:
        if rung.estimate:
            yield rung.estimate.source
        elif rung.pay:
            yield rung.pay.source
