"""Pay as the index keeps it: without what its columns say, and amounts as whole numbers where they can be.

A labor market has a hundred thousand distributions of pay. Cents are written as whole numbers, which take three bytes
where a fraction takes nine.
"""

from typing import Any

from msgspec import Struct, msgpack

from careercli.model import STATISTICS, Amount, Currency, Pay, Statistic

_NUMBERS = (*STATISTICS, "employment", "employment_error", "mean_error")
_REST = ("source", "currency", "period", "occupation", "population", "components", "at_least", "at_most", "note")


class _StoredPay(Struct, array_like=True, frozen=True):
    """A distribution of pay; its place, industry and time stand in columns."""

    unit: int
    """100: the numbers are in hundredths; 1: they are as they were said."""
    numbers: tuple[Amount | None, ...]
    """Amounts by STATISTICS, then employment and errors."""
    source: str
    currency: Currency
    period: str | None
    occupation: str | None
    population: str | None
    components: str | None
    at_least: dict[Statistic, Amount]
    at_most: dict[Statistic, Amount]
    note: str | None


_encode = msgpack.Encoder().encode
_decode = msgpack.Decoder(_StoredPay).decode


def encode_pay(pay: Pay) -> bytes:
    """Return all of a distribution but its place, its industry and the time that it is paid for."""
    numbers = tuple(getattr(pay, name) for name in _NUMBERS)
    cents = tuple(None if number is None else round(number * 100) for number in numbers)
    is_whole = all(number is None or isinstance(number, int) for number in numbers)
    back = tuple(map(_from_cents, cents))
    is_exact = back == numbers and list(map(type, back)) == list(map(type, numbers))
    unit = 100 if is_exact and not is_whole else 1
    return _encode(_StoredPay(unit, cents if unit == 100 else numbers, *(getattr(pay, name) for name in _REST)))


def decode_pay(body: bytes, place: str, per: str, industry: str) -> Pay:
    """Return the distribution that `encode_pay` wrote; raise msgspec.DecodeError."""
    stored = _decode(body)
    numbers = stored.numbers if stored.unit == 1 else tuple(map(_from_cents, stored.numbers))
    fields: dict[str, Any] = dict(zip(_NUMBERS, numbers, strict=True))
    fields |= {name: getattr(stored, name) for name in _REST}
    fields |= {"place": place, "per": per, "industry": industry or None}
    return Pay(**fields)


def _from_cents(cents: Amount | None) -> Amount | None:
    if cents is None:
        return None
    return cents // 100 if cents % 100 == 0 else cents / 100
