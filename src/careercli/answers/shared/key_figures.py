"""The few figures that stand for a role in a list and at the head of its guide."""

from typing import Any

from careercli.amounts import percent_of
from careercli.answers.shared.view_parts import KeyFigureView, KeyPayView, RaiseView, copied
from careercli.catalog.records import KeyFigure, KeyPay, RoleSummary
from careercli.measures import MEASURES, outlook_phrase
from careercli.model import Measure

COMPARABLE_FITS = ("exact", "part")
"""How a class must fit for its pay to be that of the role; a proxy is another job."""


def key_pay_view(pay: KeyPay | None) -> KeyPayView | None:
    """Return the central yearly pay that stands for a role, as answers show it."""
    if pay is None:
        return None
    bound = pay.low if pay.amount is None and pay.high is None else None
    low = pay.low if bound is None else None
    return copied(KeyPayView, pay, value=pay.amount, low=low, at_least=bound, per="year")


def key_figure_view(measure: Measure, figure: KeyFigure | None) -> KeyFigureView | None:
    """Return a figure that stands for a role, as answers show it."""
    if figure is None:
        return None
    outlook = outlook_phrase(figure.period, figure.value) if measure == "growth" else None
    return copied(KeyFigureView, figure, unit=MEASURES[measure].unit, outlook=outlook)


def key_figure_views(summary: RoleSummary) -> dict[str, Any]:
    """Return all figures that stand for a role, by name: pay, growth, openings, employment."""
    measures: tuple[Measure, ...] = ("growth", "openings", "employment")
    figures: dict[str, KeyPayView | KeyFigureView | None] = {"pay": key_pay_view(summary.pay)}
    return figures | {measure: key_figure_view(measure, getattr(summary, measure)) for measure in measures}


def key_pay_change(one: KeyPay | None, other: KeyPay | None) -> RaiseView | None:
    """Return the pay change from the first role to the second; None unless their figures can be compared.

    That is: the same statistic, currency, place, source and period, and two occupations that are not proxies.
    """
    if one is None or other is None or one.amount is None or other.amount is None:
        return None
    if one.fit not in COMPARABLE_FITS or other.fit not in COMPARABLE_FITS:
        return None
    alike = ("statistic", "currency", "place", "source", "period")
    if one.occupation == other.occupation or any(getattr(one, name) != getattr(other, name) for name in alike):
        return None
    amount = other.amount - one.amount
    percent = percent_of(amount, one.amount)
    return copied(RaiseView, one, amount=amount, percent=percent)
