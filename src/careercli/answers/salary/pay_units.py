"""Pay in one unit of time: as published where it is, else worked out and marked, else left in its own unit.

A year has 12 months and 2,080 paid hours, the rule of the Occupational Employment and Wage Statistics. The survey
itself withholds one of the two units where people do not work these hours, as for teachers and actors. So hours are
worked out for a class only if both units are published of it.
"""

from collections.abc import Collection, Iterable, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR
from typing import Literal, NamedTuple

from msgspec import structs

from careercli.amounts import convert_amount
from careercli.answers.shared.figures import RoleData
from careercli.answers.shared.view_parts import PayView
from careercli.model import STATISTICS

Per = Literal["hour", "month", "year"]
_BEST_FROM: Mapping[Per, tuple[str, ...]] = {
    "hour": ("year", "month"),
    "month": ("year", "hour"),
    "year": ("month", "hour"),
}
"""What a unit is worked out from where there is a choice: twelve months are surer than 2,080 hours."""


class ConvertedPay(NamedTuple):
    """Pay in the unit asked for, and pay that cannot be put into it."""

    rows: list[PayView]
    not_convertible: list[PayView]


def convert_pay(role_data: RoleData, pays: Iterable[PayView], per: Per | None) -> ConvertedPay:
    """Return the pay a `per`; what a source publishes in that unit is never worked out from another.

    Without `per` all is returned as published.
    """
    every = list(pays)
    if per is None:
        return ConvertedPay(every, [])
    withheld = _single_unit_occupations(role_data, every)
    distributions: dict[tuple[str | None, ...], dict[str, list[PayView]]] = {}
    for pay in every:
        whose = (pay.role, pay.level, pay.occupation, pay.fit, *pay.comparison_key())
        distributions.setdefault(whose, {}).setdefault(pay.per, []).append(pay)
    rows: list[PayView] = []
    left_out: list[PayView] = []
    for units in distributions.values():
        if per in units:
            rows += units[per]
            continue
        start = next(unit for unit in _BEST_FROM[per] if unit in units)
        for pay in units[start]:
            if "hour" in (start, per) and not withheld.isdisjoint(_counted_occupations(role_data, pay)):
                left_out.append(pay)
            else:
                rows.append(_converted(pay, per))
    return ConvertedPay(rows, left_out)


def _single_unit_occupations(role_data: RoleData, pays: Iterable[PayView]) -> set[str]:
    units: dict[str, set[str]] = {}
    for code, occupation in role_data.occupations.items():
        for published in occupation.pay:
            units.setdefault(code, set()).add(published.per)
    for pay in pays:
        if pay.occupation is not None:
            units.setdefault(pay.occupation, set()).add(pay.per)
    return {code for code, known in units.items() if not {"hour", "year"} <= known}


def _counted_occupations(role_data: RoleData, pay: PayView) -> Collection[str]:
    """Return the class whose hours are the question: the one counted, else those that the role belongs to."""
    if pay.occupation is not None:
        return (pay.occupation,)
    return [link.code for link in role_data.roles[pay.role].occupations if link.fit != "proxy"]


def _converted(pay: PayView, per: Per) -> PayView:
    points = {
        name: value if value is None else convert_amount(value, pay.per, per)
        for name, value in ((name, getattr(pay, name)) for name in STATISTICS)
    }
    return structs.replace(
        pay,
        per=per,
        worked_out_from=pay.per,
        points_at_least={
            name: convert_amount(value, pay.per, per, ROUND_FLOOR) for name, value in pay.points_at_least.items()
        },
        points_at_most={
            name: convert_amount(value, pay.per, per, ROUND_CEILING) for name, value in pay.points_at_most.items()
        },
        **points,
    )
