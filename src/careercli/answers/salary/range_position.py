"""Find the position of an amount in published pay ranges.

Between two published percentiles the percentile is interpolated linearly. Below the lowest and above the highest point
no percentile is given. Means and estimates are left out. The ends of a range only say whether an amount is inside it.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from careercli.amounts import TypedAmount, format_money, format_number, join_words
from careercli.answers.salary.pay_units import Per
from careercli.answers.salary.view import PointView, StandingView
from careercli.answers.shared.view_parts import MineView, Num, PayView, copied
from careercli.answers.shared.wording import statistic_word
from careercli.errors import UsageProblem
from careercli.model import STATISTICS

_PERCENTILES = {"p10": 10, "p25": 25, "median": 50, "p75": 75, "p90": 90}
_RANGE_ENDS = {"low": "the low end of the range", "high": "the high end of the range"}
SMALLEST_SHARE = 0.25
"""An amount below this share of the lowest yearly point known is hardly a year's: a month is a twelfth of it."""
_REMARKS = {"part": "; this figure counts other jobs too", "proxy": "; this is the figure of a different job"}


class RangePosition(NamedTuple):
    """What is known of an amount against the points of one distribution."""

    below: PointView | None
    above: PointView | None
    ambiguous: tuple[PointView, ...]
    """Bounds of which nobody knows on which side of the amount the point lies."""
    percentile: float | None


def range_position(points: Sequence[PointView], amount: Num) -> RangePosition | None:
    """Return the position of an amount among points in rising order; None if the points contradict each other.

    An amount equal to a point gets that point's percentile, the highest one on ties. Otherwise a percentile needs plain
    percentiles on both sides and no bound between them.
    """
    values = [point.value for point in points if point.value is not None]
    if values != sorted(values):
        return None
    exact = [point for point in points if point.value == amount]
    if exact:
        point = max(exact, key=lambda point: _PERCENTILES.get(point.statistic, 0))
        return RangePosition(point, point, (), _PERCENTILES.get(point.statistic))
    below = max((place for place, point in enumerate(points) if _is_below(point, amount)), default=-1)
    above = min((place for place, point in enumerate(points) if _is_above(point, amount)), default=len(points))
    if below > above:
        return None
    lower = points[below] if below >= 0 else None
    upper = points[above] if above < len(points) else None
    unsure = tuple(points[below + 1 : above])
    return RangePosition(lower, upper, unsure, None if unsure else _interpolated(lower, upper, amount))


def _is_below(point: PointView, amount: Num) -> bool:
    known = point.value if point.value is not None else point.at_most
    return known is not None and known <= amount


def _is_above(point: PointView, amount: Num) -> bool:
    known = point.value if point.value is not None else point.at_least
    return known is not None and known >= amount


def _interpolated(lower: PointView | None, upper: PointView | None, amount: Num) -> float | None:
    if lower is None or upper is None or lower.value is None or upper.value is None:
        return None
    low, high = _PERCENTILES.get(lower.statistic), _PERCENTILES.get(upper.statistic)
    if low is None or high is None:
        return None
    return round(low + (high - low) * (amount - lower.value) / (upper.value - lower.value), 2)


def own_pay_view(
    pays: Sequence[PayView], typed: TypedAmount, per: Per | None, *, others: Sequence[PayView] = ()
) -> MineView:
    """Return the amount as it was understood.

    It is in the currency that was typed, else in that of the pay in the United States, else in the one that most of the
    pay is in; a year's, unless `per` says otherwise. `others` is pay that cannot be put into its unit. Raises
    UsageProblem for a currency that none of the pay is in, and for an amount without a unit that is too small to be a
    year's.
    """
    paid = {pay.currency for pay in (*pays, *others)}
    if typed.currency and paid and typed.currency not in paid:
        known = join_words(sorted(paid))
        named = "US dollars" if typed.currency == "USD" else typed.currency
        raise UsageProblem(
            f"--mine {typed.text}: the pay here is in {known}, not in {named}",
            hint=f"Give the amount in {known}.",
        )
    currency = typed.currency if typed.currency and paid else _currency([*pays, *others])
    if per is None:
        _check_unit(pays, typed, currency)
    return MineView(amount=typed.amount, currency=currency, per=per or "year")


def _check_unit(pays: Sequence[PayView], typed: TypedAmount, currency: str | None) -> None:
    """Ask for the unit of time of an amount that is too small to be a year's pay."""
    yearly = [pay for pay in pays if (pay.currency, pay.per) == (currency, "year")]
    points = [value for pay in yearly for name in STATISTICS if (value := getattr(pay, name)) is not None]
    if points and 0 < typed.amount < min(points) * SMALLEST_SHARE:
        raise UsageProblem(
            f"--mine {typed.text}: that is too little for a year. Is it pay for an hour or a month?",
            hint=f"Type --mine {typed.text} --per hour, --per month or --per year.",
        )


def _currency(pays: Sequence[PayView]) -> str | None:
    american = (pay.currency for pay in pays if pay.place == "US" or pay.place.startswith("US-"))
    most = Counter(pay.currency for pay in pays).most_common(1)
    return next(american, most[0][0] if most else None)


def standing(pay: PayView, own: MineView) -> StandingView | None:
    """Return where the amount stands in a distribution; None for an estimate, in another unit or currency."""
    if (pay.currency, pay.per) != (own.currency, own.per) or pay.is_estimate:
        return None
    points = [
        PointView(
            statistic=name,
            value=getattr(pay, name),
            at_least=pay.points_at_least.get(name),
            at_most=pay.points_at_most.get(name),
        )
        for name in STATISTICS
        if name != "mean"
        and (getattr(pay, name) is not None or name in pay.points_at_least or name in pay.points_at_most)
    ]
    found = range_position(points, own.amount) if points else None
    if found is None:
        return None
    text = _words(found, pay) + _REMARKS.get(pay.fit or "", "")
    return copied(StandingView, found, text=text)


def _words(found: RangePosition, pay: PayView) -> str:
    below, above = found.below, found.above
    parts = []
    if below is not None and below is above:
        parts.append(f"exactly at {_named(below, pay)}")
    elif below is not None and above is not None:
        parts.append(_between(below, above, pay))
    elif below is not None:
        parts.append(f"above {_named(below, pay)}")
    elif above is not None:
        parts.append(f"below {_named(above, pay)}")
    if found.percentile is not None and below is not above:
        parts.append(f"about {format_number(found.percentile, 0)}% earn less")
    sentences = [", ".join(parts)] if parts else []
    bounds: dict[str, list[str]] = {}
    for point in found.ambiguous:
        bounds.setdefault(_bound(point, pay), []).append(_name(point))
    sentences += [
        f"{join_words(names)} {'is' if len(names) == 1 else 'are'} {words}" for words, names in bounds.items()
    ]
    return "; ".join(sentences)


def _between(below: PointView, above: PointView, pay: PayView) -> str:
    if (below.statistic, above.statistic) != ("low", "high"):
        return f"between {_named(below, pay)} and {_named(above, pay)}"
    ends = " to ".join(_extent(point, pay) for point in (below, above))
    return f"within the range of the source ({ends}), which gives no percentiles"


def _name(point: PointView) -> str:
    return _RANGE_ENDS.get(point.statistic, f"the {statistic_word(point.statistic)}")


def _named(point: PointView, pay: PayView) -> str:
    if point.value is None:
        return f"{_name(point)}, which is {_bound(point, pay)}"
    return f"{_name(point)} ({_extent(point, pay)})"


def _bound(point: PointView, pay: PayView) -> str:
    return f"only known to be {_extent(point, pay)}"


def _extent(point: PointView, pay: PayView) -> str:
    def said(amount: Num) -> str:
        return format_money(amount, pay.currency, pay.per)

    if point.value is not None:
        return said(point.value)
    if point.at_least is not None and point.at_most is not None:
        return f"from {said(point.at_least)} to {said(point.at_most)}"
    if point.at_least is not None:
        return f"{said(point.at_least)} or more"
    return f"{said(point.at_most or 0)} or less"
