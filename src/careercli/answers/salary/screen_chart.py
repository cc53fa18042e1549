"""A distribution as a first screen draws it, its points in the words that people use."""

from collections.abc import Iterator

from careercli.amounts import Num
from careercli.answers.salary.screen_amounts import money
from careercli.answers.shared.pay_page import pay_range
from careercli.answers.shared.view_parts import PayView
from careercli.blocks import Chart, Point
from careercli.model import Statistic

_WORDS: dict[Statistic, str] = {
    "p10": "1 in 10",
    "p25": "1 in 4",
    "median": "half",
    "p75": "3 in 4",
    "p90": "9 in 10",
}
_ENDS: dict[Statistic, str] = {"low": "low end", "mean": "average", "high": "high end"}
"""Of a range whose source does not say how many earn less."""


def chart(pay: PayView, own_pay: Num | None = None) -> Chart | None:
    """Return the drawing, or None where there is nothing to draw between two points."""
    counted = any(_at(pay, name) is not None for name in ("p10", "p25", "p75", "p90"))
    words = _WORDS if counted else _ENDS if pay.median is None else {**_ENDS, "median": "half earn less"}
    points = tuple(_points(pay, words, counted=counted))
    if len({point.at for point in points}) < 2:
        return None
    shown = pay_range(pay, "")
    said = " · ".join(f"{point.words} {point.amount}" for point in points)
    drawn = type(shown)(
        label=pay.occupation_title or "What they earn",
        caption=f"{said} (so many earn less)" if counted else said,
        low=shown.low,
        p25=pay.p25,
        median=pay.median,
        mean=None if counted or pay.median is not None else pay.mean,
        p75=pay.p75,
        high=shown.high,
        open_end=shown.open_end,
        open_start=shown.open_start,
    )
    return Chart((drawn,), pay.currency, pay.per, own_pay, points=points, points_say="earn less" if counted else "")


def _points(pay: PayView, words: dict[Statistic, str], *, counted: bool) -> Iterator[Point]:
    """Yield the points in rising order; of several known only by the same bound, the first."""
    bounds: set[Num] = set()
    for name in ("low", "p10", "p25", "median", "mean", "p75", "p90", "high"):
        value = getattr(pay, name)
        if name not in words or (name == "mean" and (counted or pay.median is not None)):
            continue
        if value is not None:
            yield Point(value, money(value, pay), words[name])
        elif name in pay.points_at_least and pay.points_at_least[name] not in bounds:
            bounds.add(pay.points_at_least[name])
            yield Point(pay.points_at_least[name], f"{money(pay.points_at_least[name], pay)}+", words[name])


def _at(pay: PayView, name: Statistic) -> Num | None:
    value: Num | None = getattr(pay, name)
    return value if value is not None else pay.points_at_least.get(name)
