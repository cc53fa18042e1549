"""Years of experience and amounts of pay as ladders write them."""

import re
from collections.abc import Sequence

from careercli.amounts import parse_amount
from careercli.errors import UsageProblem

_YEARS = re.compile(
    r"([0-9]{1,2}(?:\.[0-9])?)\s*(?:(?:-|–|to)\s*([0-9]{1,2}(?:\.[0-9])?)|\+)\s*(?:years?)?", re.IGNORECASE
)

Years = tuple[float, float | None]
"""From so many years of experience, to so many; None where there is no end."""
PayRange = tuple[float | None, float | None]
"""Where pay begins and ends, as far as the ladder says."""


def parse_years(said: Sequence[str]) -> Years | None:
    """Return the band in `2-5`, `8+` or two numbers; None where it is none."""
    found = _YEARS.fullmatch("-".join(said) if len(said) == 2 else " ".join(said))
    if found is None or (found[2] is not None and float(found[1]) >= float(found[2])):
        return None
    return _number(found[1]), None if found[2] is None else _number(found[2])


def parse_pay(said: str, currency: str) -> float | None:
    """Return the amount, None where it is none or says another currency."""
    try:
        typed = parse_amount(said, "pay")
    except UsageProblem:
        return None
    return typed.amount if typed.currency in (None, currency) else None


def _number(text: str) -> float:
    value = float(text)
    return int(value) if value.is_integer() else value
