"""The figures that stand for a role as cells of a first screen's table."""

from collections.abc import Sequence

from careercli.answers.shared.page_parts import key_pay_text
from careercli.answers.shared.screen_parts import UNKNOWN, figure_cell, signed
from careercli.answers.shared.view_parts import HeadlineView, Num
from careercli.blocks import Cell, Tone, cite

LITTLE_CHANGE = 1
"""Percent of growth up to which the Bureau speaks of little or no change."""


def cited(figures: Sequence[HeadlineView | None]) -> str:
    """Return what stands for the sources of a column behind its header."""
    return cite(*dict.fromkeys(figure.source for figure in figures if figure))


def pay_cell(pay: HeadlineView | None) -> Cell:
    """Return the pay of a role with its marks; a bound from below as `$239,200+`."""
    if pay is None:
        return UNKNOWN
    text = key_pay_text(pay).replace("≥ ", "")
    text += "+" if text != key_pay_text(pay) else ""
    worked_out = "=" if pay.worked_out_from else ""
    return figure_cell(text + worked_out + ("‡" if pay.statistic == "mean" else ""), pay.fit)


def growth_cell(growth: HeadlineView | None, *, is_official: bool) -> Cell:
    """Return expected growth with its sign; official figures have one decimal, others those of their source."""
    if growth is None or growth.value is None:
        return UNKNOWN
    text = growth_text(growth.value) if is_official else f"{signed(growth.value)}%"
    tone: Tone = "good" if growth.value > LITTLE_CHANGE else "bad" if growth.value < -LITTLE_CHANGE else ""
    return figure_cell(text, growth.fit, tone)


def growth_text(value: Num) -> str:
    """Write expected growth with its sign and one decimal: `+4.7%`."""
    return f"{value:+.1f}%".replace("+0.0", "0.0")
