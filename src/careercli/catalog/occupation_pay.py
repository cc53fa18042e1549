"""Select the pay stored with each occupation (newest, national, all industries).

All other pay is stored in a table by place, industry and year.
"""

from collections.abc import Iterator
from typing import NamedTuple

from careercli.model import Catalog, Figure, Occupation, Pay

LOCAL_PLACE_KINDS = frozenset(("state", "metro"))
"""Kinds of places of which there are too many to carry them along."""


class OccupationPayRow(NamedTuple):
    """One distribution of an occupation."""

    occupation: str
    place: str
    industry: str
    """Empty for all industries."""
    period: str
    pay: Pay


def national_pay(catalog: Catalog, occupation: Occupation) -> tuple[Pay, ...]:
    """Return the newest national pay over all industries, one distribution per unit of time and publication."""
    newest: dict[tuple[str, str, str], str] = {}
    national = [pay for pay in occupation.pay if _is_national(catalog, pay)]
    for pay in national:
        key = (pay.place, pay.per, _publication(catalog, pay))
        newest[key] = max(newest.get(key, ""), period_of(catalog, pay))
    return tuple(
        pay for pay in national if newest[pay.place, pay.per, _publication(catalog, pay)] == period_of(catalog, pay)
    )


def newest_figures(catalog: Catalog, occupation: Occupation) -> tuple[Figure, ...]:
    """Return the figures without the counts of jobs that a newer release of the same publication replaces."""
    newest: dict[str, str] = {}
    for figure in occupation.figures:
        if figure.measure == "employment":
            publication = _publication(catalog, figure)
            newest[publication] = max(newest.get(publication, ""), period_of(catalog, figure))
    return tuple(
        figure
        for figure in occupation.figures
        if figure.measure != "employment" or newest[_publication(catalog, figure)] == period_of(catalog, figure)
    )


def all_occupation_pay(catalog: Catalog, code: str, occupation: Occupation) -> Iterator[OccupationPayRow]:
    """Yield every distribution of an occupation, the national ones included: history and places are one table."""
    for pay in occupation.pay:
        yield OccupationPayRow(code, pay.place, pay.industry or "", period_of(catalog, pay), pay)


def period_of(catalog: Catalog, record: Pay | Figure) -> str:
    """Return the time that a record speaks of, as far as anybody says."""
    return record.period or catalog.sources[record.source].period or ""


def _publication(catalog: Catalog, record: Pay | Figure) -> str:
    """Name the publication apart from its year, so that a newer release takes the place of an older one."""
    source = catalog.sources[record.source]
    return f"{source.publisher} / {source.title}"


def _is_national(catalog: Catalog, pay: Pay) -> bool:
    return pay.industry is None and catalog.places[pay.place].kind not in LOCAL_PLACE_KINDS
