"""Compare the pay of two levels: a change is computed only between figures of the same people."""

from collections.abc import Iterator, Sequence
from itertools import product

from careercli.amounts import at_least, at_most, difference, format_money, format_per, join_words, percent_of
from careercli.answers.compare.level_changes_view import ChangeView, Kind
from careercli.answers.shared.view_parts import EstimateView, Num, PayView
from careercli.model import STATISTICS

_COMPARISON_KEYS = ("source", "place", "currency", "period", "population", "industry", "components")
"""What PayView.comparison_key() holds, by name."""
_NAMES = {"low": "Lower end of pay", "high": "Upper end of pay"}


def direction(amount: Num, *, still: Kind = "stays") -> Kind:
    """Return the kind of a change by the sign of its amount; `still` for none."""
    return "rises" if amount > 0 else "drops" if amount < 0 else still


def pay_changes(old: Sequence[PayView], new: Sequence[PayView]) -> Iterator[ChangeView]:
    """Yield what changes for the same people; where no source has both levels, the two figures that share most."""
    pairs = [(one, other) for one, other in product(old, new) if not _differing_keys(one, other)]
    if old and new and not pairs:
        pairs = [min(product(old, new), key=lambda pair: len(_differing_keys(*pair)))]
    for one, other in pairs:
        for statistic in _shared_statistics(one, other):
            yield _pay_change(one, other, statistic)
    for pay in () if new else old[:1]:
        yield ChangeView(kind="untold", aspect="pay", label="Pay", before=_pay_text(pay, ()), before_source=pay.source)
    for pay in () if old else new[:1]:
        yield ChangeView(kind="untold", aspect="pay", label="Pay", after=_pay_text(pay, ()), after_source=pay.source)


def estimate_changes(old: EstimateView | None, new: EstimateView | None) -> Iterator[ChangeView]:
    """Yield what both levels are estimated at; an estimate makes no raise."""
    if old is None and new is None:
        return
    yield ChangeView(
        kind="changes" if old and new else "untold",
        aspect="pay",
        label="Estimated pay",
        before=_estimate_text(old),
        after=_estimate_text(new),
        is_estimate=True,
        before_source=old.source if old else None,
        after_source=new.source if new else None,
        note="our estimates, not subtracted" if old and new else None,
    )


def _estimate_text(estimate: EstimateView | None) -> str | None:
    if estimate is None:
        return None
    amount = f"{format_money(estimate.value, estimate.currency, estimate.per)} {format_per(estimate.per)}"
    return f"about {amount}, {estimate.wage_level} wage level"


def _differing_keys(old: PayView, new: PayView) -> list[str]:
    """Return the names of the keys that differ, so that two pay figures cannot be compared."""
    apart = [
        name
        for name, one, other in zip(_COMPARISON_KEYS, old.comparison_key(), new.comparison_key(), strict=True)
        if one != other
    ]
    return apart if old.per == new.per else [*apart, "unit of time"]


def _shared_statistics(old: PayView, new: PayView) -> tuple[str | None, ...]:
    """Return what may be subtracted: the median, else the mean, else both ends of the ranges; (None,) for nothing."""
    if _differing_keys(old, new):
        return (None,)
    shared = [name for name in STATISTICS if None not in (getattr(old, name), getattr(new, name))]
    central = [name for name in ("median", "mean") if name in shared]
    return (*central[:1],) or tuple(name for name in ("low", "high") if name in shared) or (None,)


def _pay_change(old: PayView, new: PayView, statistic: str | None) -> ChangeView:
    """Return the change of one statistic of the same people, or what both sides have and why it is not subtracted."""
    apart = _differing_keys(old, new)
    one: Num | None = getattr(old, statistic) if statistic else None
    other: Num | None = getattr(new, statistic) if statistic else None
    why = _not_subtracted(old, new, statistic, apart)
    amount = difference(other, one) if why is None and one is not None and other is not None else None
    return ChangeView(
        kind="changes" if amount is None else direction(amount),
        aspect="pay",
        label=_pay_label(old, statistic) if statistic else "Pay",
        before=_pay_text(old, apart) if one is None else _amount(old, one),
        after=_pay_text(new, apart) if other is None else _amount(new, other),
        before_value=one,
        after_value=other,
        statistic=statistic,
        currency=old.currency if statistic else None,
        per=old.per if statistic else None,
        amount=amount,
        percent=percent_of(amount, one) if amount is not None and one else None,
        is_estimate=old.is_estimate or new.is_estimate,
        before_source=old.source,
        after_source=new.source,
        note=why,
    )


def _not_subtracted(old: PayView, new: PayView, statistic: str | None, apart: Sequence[str]) -> str | None:
    """Say why one figure is not subtracted from the other, or None where it is."""
    if apart:
        return f"not comparable because {join_words(list(apart))} {'differs' if len(apart) == 1 else 'differ'}"
    if old.is_estimate:
        return "estimates, not subtracted"
    if counted := old.occupation_title or new.occupation_title:
        return f"counted for {counted}, not for this level, so not subtracted"
    return None if statistic else "not subtracted, because the two sides have no figure of the same kind"


def _pay_text(pay: PayView, apart: Sequence[str]) -> str:
    """Write what a distribution holds, with what it does not share with the one that it is held against."""
    bounds = {name: at_most(value, None, pay.currency, pay.per) for name, value in pay.points_at_most.items()}
    bounds |= {name: at_least(value, None, pay.currency, pay.per) for name, value in pay.points_at_least.items()}
    plain = {name: _amount(pay, value) for name in STATISTICS if (value := getattr(pay, name)) is not None}
    points = [f"{name} {text}" for name, text in {**plain, **bounds}.items()]
    about = {"place": pay.place_title, "period": pay.period, "population": pay.population, "industry": pay.industry}
    facts = [fact for name in apart if (fact := about.get(name))]
    facts += ["an estimate"] if pay.is_estimate else [f"counted for {pay.occupation_title}"] if pay.occupation else []
    return ", ".join([f"{', '.join(points)} {format_per(pay.per)}", *facts])


def _amount(pay: PayView, value: Num) -> str:
    return f"{'about ' if pay.is_estimate else ''}{format_money(value, pay.currency, pay.per)}"


def _pay_label(pay: PayView, statistic: str) -> str:
    name = "Estimated pay" if pay.is_estimate else _NAMES.get(statistic) or f"{statistic.capitalize()} pay"
    place = f"in {pay.place_title}" if pay.place != "US" else None
    facts = [fact for fact in (pay.population, pay.industry, place, pay.period) if fact]
    return ", ".join([f"{name} {format_per(pay.per)}", *facts])
