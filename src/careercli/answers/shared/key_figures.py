"""The few figures that stand for a role in a list and at the head of its guide."""

from careercli.answers.shared.view_parts import HeadlineView, copied, flat
from careercli.catalog.records import KeyFigure, KeyPay, RoleSummary
from careercli.measures import MEASURES, outlook_phrase
from careercli.model import Measure


def key_pay_view(pay: KeyPay | None) -> HeadlineView | None:
    """Return the central yearly pay that stands for a role, as answers show it."""
    return copied(HeadlineView, pay, value=pay.amount, unit=None, outlook=None) if pay else None


def key_figure_view(measure: Measure, figure: KeyFigure | None) -> HeadlineView | None:
    """Return a figure that stands for a role, as answers show it."""
    if figure is None:
        return None
    outlook = outlook_phrase(figure.period, figure.value) if measure == "growth" else None
    return flat(HeadlineView, figure, unit=MEASURES[measure].unit, outlook=outlook)


def key_figure_views(summary: RoleSummary) -> dict[str, HeadlineView | None]:
    """Return all figures that stand for a role, by name: pay, growth, openings, employment."""
    measures: tuple[Measure, ...] = ("growth", "openings", "employment")
    figures: dict[str, HeadlineView | None] = {"pay": key_pay_view(summary.pay)}
    return figures | {measure: key_figure_view(measure, getattr(summary, measure)) for measure in measures}
