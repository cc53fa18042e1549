"""The yearly pay of a level, as a distribution and as the one figure of it, and what changes from one to the next."""

from careercli.amounts import difference, percent_of
from careercli.answers.shared.figures import RoleData, level_pay
from careercli.answers.shared.view_parts import KeyPayView, Num, PayView, RaiseView, copied
from careercli.model import Level


def best_level_pay(role_data: RoleData, role_id: str, level: Level) -> PayView | None:
    """Return the yearly pay by which a level is shown, one with a median or mean first."""
    pays = [pay for pay in level_pay(role_data, role_id, level) if pay.per == "year"]
    return next((pay for pay in pays if pay.central_pay()), pays[0] if pays else None)


def key_pay_of(pay: PayView | None) -> KeyPayView | None:
    """Return the one figure of a yearly distribution: its median, else its mean, its range, or the bound of its median.

    None where it has none of them.
    """
    if pay is None:
        return None
    central, band, bound = pay.central_pay(), pay.band(), pay.points_at_least.get("median")
    if central is None and band is None and bound is None:
        return None
    low, high = band if band and central is None else (None, None)
    return copied(
        KeyPayView,
        pay,
        value=central[1] if central else None,
        low=low,
        high=high,
        at_least=bound if central is None and band is None else None,
        statistic=central[0] if central else "range" if band else "median",
    )


def pay_change_between(earlier: PayView | None, pay: PayView | None) -> RaiseView | None:
    """Return the change where both ends have the same statistic of the same source and of the same kind of people.

    Of ranges it is the change at each end. Pay of a level that was counted for an occupation is that of all its people:
    nothing is subtracted from it, so that no promotion reads as a cut because two occupations differ. Nor is anything
    subtracted where one figure stands for both ends: that the pay is the same, no one has counted.
    """
    if earlier is None or pay is None or earlier.comparison_key() != pay.comparison_key() or pay.is_estimate:
        return None
    if any(one.level is not None and one.occupation is not None for one in (earlier, pay)):
        return None
    if (earlier.role, earlier.level) == (pay.role, pay.level) or earlier.occupation == pay.occupation is not None:
        return None
    one, other = earlier.central_pay(), pay.central_pay()
    old, new = earlier.band(), pay.band()
    if one is not None and other is not None and one[0] == other[0]:
        return _raise(one[0], pay, (one[1], other[1]))
    if one is not None or other is not None or old is None or new is None:
        return None
    return _raise("range", pay, *zip(old, new, strict=True))


def _raise(statistic: str, pay: PayView, *ends: tuple[Num, Num]) -> RaiseView:
    """Return the raise to a pay from what is paid before: of one amount, or of both ends of a range."""
    amounts = [difference(after, before) for before, after in ends]
    percents = [percent_of(amount, before) for amount, (before, _) in zip(amounts, ends, strict=True)]
    return RaiseView(
        statistic=statistic,
        source=pay.source,
        currency=pay.currency,
        amount=amounts[0],
        percent=percents[0],
        amount_high=amounts[1] if len(ends) > 1 else None,
        percent_high=percents[1] if len(ends) > 1 else None,
    )
