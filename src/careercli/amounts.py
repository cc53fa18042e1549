"""Numbers as people read and type them: the one place that writes and reads an amount of money.

The standard library's format mini-language does the digits; a locale library was weighed (Babel, 22 ms) and
left out, because all we need of it is a thousands separator and four currency signs.
"""

import math
import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any, Literal

from msgspec import Struct

from careercli.errors import UsageProblem

_ANY_FLOAT = Context(prec=400)
"""Digits enough for the largest float, which has 309."""
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
_CURRENCIES = {sign: code for code, sign in _SIGNS.items()}
_TYPED = (
    r"(?:(?P<sign>[$€£])|(?P<before>[A-Za-z]{3}) ?)?"
    r"(?P<digits>(?:\d{1,12}|\d{1,3}(?:[,_]\d{3}){1,3})(?:\.\d{1,2})?)(?P<thousands>[kK]?)"
    r"(?: ?(?P<after>[A-Za-z]{3}))?"
    r"(?: ?(?:/|per |an? ) ?(?P<per>hour|hr|h|month|mo|year|yr))?"
)
"""Compiled when an amount was typed (as every pattern here that most answers never need): that takes 0.4 ms."""
_PER = {"year": "a year", "month": "a month", "hour": "an hour"}

_A_YEAR = {"year": 1, "month": 12, "hour": 2080}
"""How often each unit of time is paid in a year: the rule of the Occupational Employment and Wage Statistics."""

_UNITS: dict[str, Literal["year", "month", "hour"]] = {"h": "hour", "m": "month", "y": "year"}
SMALLEST_YEAR = 500
"""No yearly pay is below it in any currency; who types less means another unit of time."""
SMALLEST_BASE = 0.01
"""Below one cent an amount is no pay, and nothing is a percent or a multiple of it."""

Num = int | float


class TypedAmount(Struct, frozen=True):
    """An amount of money as somebody typed it."""

    text: str
    amount: Num
    currency: str | None
    """An ISO 4217 code; None where no currency was typed."""
    per: Literal["year", "month", "hour"] | None = None
    """None where no unit of time was typed."""

    def a_year(self, option: str) -> Num:
        """Return the amount by the year; refuse one that without a unit is too small for a year's pay."""
        if self.per is None and 0 < self.amount < SMALLEST_YEAR:
            raise UsageProblem(
                f"{option} {self.text}: that is too little for a year. Is it pay for an hour or a month?",
                hint=f"Type {option} {self.text}/hour, or {self.text}/month.",
            )
        return self.amount if self.per in (None, "year") else convert_amount(self.amount, self.per or "year", "year")


def parse_amount(text: str, option: str) -> TypedAmount:
    """Read 72000, 72,000, 72_000, 72k or 37.89, with a currency before or behind it: $72k, £72,000, 72k EUR.

    A unit of time may follow: 45/hour, 45 an hour, $3k a month, 52k EUR per year.

    A point with three digits behind it is refused, because half of the world means thousands by it. Raises UsageProblem
    for everything that is no amount; `option` is what took it.
    """
    typed = text.strip()
    found = re.fullmatch(_TYPED, typed, re.ASCII | re.IGNORECASE)
    named = [found[name] for name in ("sign", "before", "after") if found[name]] if found else []
    if found is None or len(named) > 1:
        raise UsageProblem(
            f"{option} takes an amount, not '{text}'",
            hint="Write it as 72000, 72,000, 72k, $72k, 72k EUR, 45/hour or 3k a month.",
        )
    value = round(float(found["digits"].replace(",", "").replace("_", "")) * (1000 if found["thousands"] else 1), 2)
    currency = _CURRENCIES.get(named[0], named[0].upper()) if named else None
    per = _UNITS[found["per"][0].lower()] if found["per"] else None
    return TypedAmount(typed, int(value) if value.is_integer() else value, currency, per)


def convert_amount(value: Num, start: str, per: str, rounding: str = ROUND_HALF_UP) -> Num:
    """Return an amount a `start` as one a `per`: to the cent an hour, whole a month and a year.

    A year has 12 months and 2,080 paid hours.
    """
    exact = Decimal(str(value)) * _A_YEAR[start] / _A_YEAR[per]
    if per == "hour":
        return float(exact.quantize(Decimal("0.01"), rounding))
    return int(exact.quantize(Decimal(1), rounding))


def format_number(value: Num, decimals: int | None = None) -> str:
    """Write 78814 as `78,814` and 2.5 as `2.5`; with `decimals`, round half up to so many."""
    value += 0  # the zero below zero that floats have is nobody's number
    if decimals is None:
        return f"{value:,}" if isinstance(value, int) else f"{Decimal(str(value)).normalize():,f}"
    exponent = Decimal(1).scaleb(-decimals)
    return f"{Decimal(str(value)).quantize(exponent, rounding=ROUND_HALF_UP, context=_ANY_FLOAT):,}"


def format_money(value: Num, currency: str, per: str = "year") -> str:
    """Write an amount with its currency: `$78,814`, `$37.89` with the cents of an hour, `CAD 60,000`."""
    whole = isinstance(value, int) or value.is_integer()
    digits = format_number(value, 2) if per == "hour" or not whole else format_number(value)
    sign = _SIGNS.get(currency)
    return f"{sign}{digits}" if sign else f"{currency} {digits}"


def format_per(per: str) -> str:
    """Write `year` as `a year`."""
    return _PER[per]


def format_percent(value: Num, decimals: int = 1) -> str:
    """Write 18.0 as `18.0%`."""
    return f"{format_number(value, decimals)}%"


def signed(text: str, value: Num) -> str:
    """Put the sign of `value` before a text that was written from its absolute value."""
    return f"{'-' if value < 0 else '+'}{text}"


def format_quantity(value: Num, unit: str | None, currency: str | None = None, per: str = "year") -> str:
    """Write a value in its unit: `$78,814`, `5%`, `77,430`, `4 years`, `33,700 a year`."""
    if currency is not None:
        return format_money(value, currency, per)
    if unit == "percent":
        return f"{format_number(value)}%"
    if unit in ("years", "months", "weeks"):
        return f"{format_number(value)} {unit[:-1] if value == 1 else unit}"
    if unit == "USD a year":
        return f"{format_money(value, 'USD')} a year"
    if unit == "openings a year":
        return f"{format_number(value)} a year"
    return format_number(value)


def format_range(
    low: Num | None, high: Num | None, unit: str | None, currency: str | None = None, per: str = "year"
) -> str:
    """Write a range with its unit once where it can stand once: `4–6 years`, `$54,000–$113,000`, `up to $5,000`."""
    if low is None:
        return f"up to {format_quantity(high, unit, currency, per)}" if high is not None else ""
    if high is None:
        return f"from {format_quantity(low, unit, currency, per)}"
    if currency is None and unit in ("years", "months", "weeks"):
        return f"{format_number(low)}–{format_quantity(high, unit)}"
    return f"{format_quantity(low, unit, currency, per)}–{format_quantity(high, unit, currency, per)}"


def at_least(value: Num, unit: str | None, currency: str | None = None, per: str = "year") -> str:
    """Write a bound from below: `≥ $239,200`."""
    return f"≥ {format_quantity(value, unit, currency, per)}"


def at_most(value: Num, unit: str | None, currency: str | None = None, per: str = "year") -> str:
    """Write a bound from above: `≤ $5,000`."""
    return f"≤ {format_quantity(value, unit, currency, per)}"


def format_value_or_range(  # noqa: PLR0913 (what a source may give of one figure)
    *,
    value: Num | None = None,
    low: Num | None = None,
    high: Num | None = None,
    bound_below: Num | None = None,
    bound_above: Num | None = None,
    unit: str | None = None,
    currency: str | None = None,
    per: str = "year",
) -> str:
    """Write a value, a range or a bound, whichever is known: `$78,814`, `4–6 years`, `$60,000 to ≥ $180,000`."""
    if value is not None:
        return format_quantity(value, unit, currency, per)
    if bound_below is not None:
        start = f"{format_quantity(low, unit, currency, per)} to " if low is not None else ""
        return start + at_least(bound_below, unit, currency, per)
    if bound_above is not None:
        end = f" to {format_quantity(high, unit, currency, per)}" if high is not None else ""
        return at_most(bound_above, unit, currency, per) + end
    return format_range(low, high, unit, currency, per)


def format_extent(figure: Any, unit: str | None, currency: str | None = None, per: str = "year") -> str:
    """Write what a source gives of a figure: anything that has a value, a low and a high end and bounds of them."""
    return format_value_or_range(
        value=figure.value,
        low=figure.low,
        high=figure.high,
        bound_below=figure.at_least,
        bound_above=figure.at_most,
        unit=unit,
        currency=currency,
        per=per,
    )


def format_years_band(low: Num, high: Num | None) -> str:
    """Write a half-open band of years: `under 6 months`, `2 to under 5 years`, `12+ years`."""
    if high is None:
        return f"{format_number(low)}+ years"
    end = f"under {format_quantity(high, 'years') if high >= 1 else format_quantity(round(high * 12), 'months')}"
    return f"{format_number(low)} to {end}" if low else end


def counted(count: int, one: str, many: str | None = None) -> str:
    """Write a count with its noun: `1 level`, `1,016 levels`; with `many`, `2 roles are`."""
    return f"{format_number(count)} {one if count == 1 else many or f'{one}s'}"


def join_words(items: tuple[str, ...] | list[str], last: str = "and") -> str:
    """Write a list as prose: `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def join_some(items: Sequence[str], most: int) -> str:
    """Write the first few of a list as prose, with how many more there are: `a, b and 3 more`."""
    more = len(items) - most
    return join_words([*items[:most], f"{more} more"] if more > 0 else tuple(items))


def in_sentence(text: str) -> str:
    """Write words of our own as they stand inside a sentence: `Pay range` as `pay range`, `LGBT share` as it is.

    A name of a catalog is never written so: titles, skills and classes keep their capitals wherever they stand.
    """
    first = text.partition(" ")[0]
    return text[:1].lower() + text[1:] if first == "A" or first[1:].islower() else text


def difference(high: Num, low: Num) -> Num:
    """Subtract, without the dust of binary fractions."""
    amount = high - low
    return amount if isinstance(amount, int) else round(amount, 4)


def percent_of(amount: Num, base: Num) -> float | None:
    """Return the percent of `base` that an amount is, None where no number says it: of less than a cent."""
    share = amount / base * 100 if abs(base) >= SMALLEST_BASE else math.inf
    return round(share, 2) if math.isfinite(share) else None
