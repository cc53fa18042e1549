"""Which pay stands in an occupation's document, and which is looked up when a place or a year is asked for."""

from collections.abc import Iterator
from typing import NamedTuple

from careercli.model import Catalog, Occupation, Pay

LOCAL = frozenset(("state", "metro"))
"""Kinds of places of which there are too many to carry them along."""


class WageRow(NamedTuple):
    """One distribution of an occupation."""

    occupation: str
    place: str
    industry: str
    """Empty for all industries."""
    period: str
    pay: Pay


def home_pay(catalog: Catalog, occupation: Occupation) -> tuple[Pay, ...]:
    """Return the newest distributions over a whole country and all industries, one a unit of time and source family."""
    newest: dict[tuple[str, str, str], str] = {}
    national = [pay for pay in occupation.pay if _is_national(catalog, pay)]
    for pay in national:
        key = (pay.place, pay.per, _publication(catalog, pay))
        newest[key] = max(newest.get(key, ""), period_of(catalog, pay))
    return tuple(
        pay for pay in national if newest[pay.place, pay.per, _publication(catalog, pay)] == period_of(catalog, pay)
    )


def all_wages(catalog: Catalog) -> Iterator[WageRow]:
    """Yield every distribution of every occupation, those of home_pay included: history and places are one table."""
    for code, occupation in catalog.occupations.items():
        for pay in occupation.pay:
            yield WageRow(code, pay.place, pay.industry or "", period_of(catalog, pay), pay)


def period_of(catalog: Catalog, pay: Pay) -> str:
    """Return when the pay was paid, as far as anybody says."""
    return pay.period or catalog.sources[pay.source].period or ""


def _publication(catalog: Catalog, pay: Pay) -> str:
    """Name the publication apart from its year, so that a newer release takes the place of an older one."""
    source = catalog.sources[pay.source]
    return f"{source.publisher} / {source.title}"


def _is_national(catalog: Catalog, pay: Pay) -> bool:
    return pay.industry is None and catalog.places[pay.place].kind not in LOCAL
