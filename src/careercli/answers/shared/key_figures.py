"""The few figures that stand for a role in a list and at the head of its guide."""

from careercli.answers.shared.view_parts import HeadlineView
from careercli.catalog.records import KeyFigure, KeyPay
from careercli.measures import MEASURES, outlook_phrase
from careercli.model import Measure


def key_pay_view(pay: KeyPay | None) -> HeadlineView | None:
    """Return the central yearly pay that stands for a role, as answers show it."""
    if pay is None:
        return None
    return HeadlineView(
        value=pay.amount,
        unit=None,
        currency=pay.currency,
        statistic=pay.statistic,
        place=pay.place,
        place_title=pay.place_title,
        period=pay.period,
        source=pay.source,
        occupation=pay.occupation,
        fit=pay.fit,
        outlook=None,
        low=pay.low,
        high=pay.high,
        worked_out_from=pay.worked_out_from,
    )


def key_figure_view(measure: Measure, figure: KeyFigure | None) -> HeadlineView | None:
    """Return a figure that stands for a role, as answers show it."""
    if figure is None:
        return None
    return HeadlineView(
        value=figure.value,
        unit=MEASURES[measure].unit,
        currency=None,
        statistic=None,
        place=None,
        place_title=None,
        period=figure.period,
        source=figure.source,
        occupation=figure.occupation,
        fit=figure.fit,
        outlook=outlook_phrase(figure.period, figure.value) if measure == "growth" else None,
    )
