"""Cells of figures on first screens: an amount, a growth, a difference, each with the mark that it needs."""

from collections.abc import Sequence

from careercli.amounts import difference, format_money
from careercli.answers.shared.page_parts import key_pay_text
from careercli.answers.shared.screen_parts import UNKNOWN, figure_cell, fit_mark, signed
from careercli.answers.shared.view_parts import KeyFigureView, KeyPayView, Num, PayView
from careercli.blocks import Cell, Tone, cite
from careercli.measures import LITTLE_CHANGE
from careercli.model import Statistic

AVERAGE, WORKED_OUT = "‡", "="


def pay_cell(pay: PayView) -> Cell:
    """Return a distribution by its median, else its average or a bound, else its range."""
    known = pay.central_pay()
    if known and (known[0] == "median" or "median" not in pay.points_at_least):
        text = format_money(known[1], pay.currency, pay.per) + (AVERAGE if known[0] == "mean" else "")
    elif "median" in pay.points_at_least:
        text = f"{format_money(pay.points_at_least['median'], pay.currency, pay.per)}+"
    elif band := pay.band():
        text = "–".join(format_money(end, pay.currency, pay.per) for end in band)
    else:
        return UNKNOWN
    return figure_cell(text, pay.fit)


PERCENTILES: tuple[Statistic, ...] = ("p10", "p25", "median", "p75", "p90")


def percentile_cell(pay: PayView | None, name: Statistic) -> Cell:
    """Return one published point of a distribution; an average in the place of a median that is not known."""
    if pay is None:
        return UNKNOWN
    amount: Num | None = getattr(pay, name)
    mark = ""
    if amount is None:
        amount, mark = pay.points_at_least.get(name), "+"
    if amount is None and name == "median":
        amount, mark = pay.mean, AVERAGE
    return UNKNOWN if amount is None else figure_cell(format_money(amount, pay.currency) + mark, pay.fit)


def key_pay_cell(pay: KeyPayView | None) -> Cell:
    """Return the pay that stands for a role."""
    if pay is None:
        return UNKNOWN
    text = key_pay_text(pay).replace("≥ ", "") + ("+" if pay.at_least is not None else "")
    return figure_cell(text + (WORKED_OUT if pay.worked_out_from else "") + average_mark(pay), pay.fit)


def average_mark(pay: KeyPayView) -> str:
    """Return what hangs behind an average in a place of medians."""
    return AVERAGE if pay.statistic == "mean" else ""


def cited(figures: Sequence[KeyPayView | KeyFigureView | None], most: int = 2) -> str:
    """Return what stands for the sources of a column behind its header; nothing where they are many."""
    sources = dict.fromkeys(figure.source for figure in figures if figure)
    return cite(*sources) if len(sources) <= most else ""


def growth_cell(growth: KeyFigureView | None) -> Cell:
    """Return growth in percent with its sign, good or bad where it is more than little change."""
    if growth is None:
        return UNKNOWN
    tone: Tone = "good" if growth.value > LITTLE_CHANGE else "bad" if growth.value < -LITTLE_CHANGE else ""
    return figure_cell(growth_text(growth), growth.fit, tone)


def growth_text(growth: KeyFigureView) -> str:
    """Return growth in percent with its sign: of an official group with one decimal, as it is published."""
    return f"{growth.value:+.1f}%".replace("+0.0", "0.0") if growth.occupation else f"{signed(growth.value)}%"


def difference_cell(pay: KeyPayView | None, yardstick: KeyPayView | None) -> Cell:
    """Return by how much a pay is above another, where both are one statistic of one source and neither a proxy's."""
    if pay is None or yardstick is None or pay.value is None or yardstick.value is None:
        return UNKNOWN
    if "proxy" in (pay.fit, yardstick.fit) or _kind(pay) != _kind(yardstick):
        return UNKNOWN
    mark = fit_mark("part") if "part" in (pay.fit, yardstick.fit) else ""
    if pay.occupation is not None and pay.occupation == yardstick.occupation:
        return Cell((f"same group{mark or fit_mark('part')}",), numeric=True)
    change = difference(pay.value, yardstick.value)
    tone: Tone = "good" if change > 0 else "bad" if change < 0 else ""
    return Cell((signed(change, pay.currency) + mark,), tone, numeric=True)


def is_number(pay: KeyPayView | None) -> bool:
    """Say whether a pay is an amount of the job itself or a group that holds it, by which jobs may be ordered."""
    return pay is not None and pay.value is not None and pay.fit != "proxy"


def _kind(pay: KeyPayView) -> tuple[str | None, ...]:
    return pay.source, pay.statistic, pay.place, pay.currency, pay.period


def left_aligned(cell: Cell) -> Cell:
    """Return a number for a row that is read across."""
    return cell if cell is UNKNOWN else Cell(cell.lines, cell.tone)
