"""Select the pay stored with each occupation (newest, national, all industries).

All other pay is stored in a table by place, industry and year.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeVar

from careercli.model import Catalog, Figure, Occupation, Pay, Source, WageLevels

T = TypeVar("T", Pay, Figure)
LOCAL_PLACE_KINDS = frozenset(("state", "metro"))
"""Kinds of places of which there are too many to carry them along."""


def national_pay(catalog: Catalog, occupation: Occupation) -> tuple[Pay, ...]:
    """Return the newest national pay over all industries, one distribution per unit of time and publication."""
    national = [pay for pay in occupation.pay if _is_national(catalog, pay)]
    return tuple(newest(catalog.sources, national, lambda pay: (pay.place, pay.per, _publication(catalog, pay))))


def newest_figures(catalog: Catalog, occupation: Occupation) -> tuple[Figure, ...]:
    """Return the figures without the counts of jobs that a newer release of the same publication replaces."""
    counts = [figure for figure in occupation.figures if figure.measure == "employment"]
    kept = newest(catalog.sources, counts, lambda figure: _publication(catalog, figure))
    return tuple(figure for figure in occupation.figures if figure.measure != "employment" or figure in kept)


def newest(sources: Mapping[str, Source], records: Sequence[T], series: Callable[[T], Hashable]) -> list[T]:
    """Return the records without those that a newer one of the same series replaces."""
    latest: dict[Hashable, str] = {}
    for record in records:
        latest[series(record)] = max(latest.get(series(record), ""), period_of(sources, record))
    return [record for record in records if latest[series(record)] == period_of(sources, record)]


def period_of(sources: Mapping[str, Source], record: Pay | Figure | WageLevels) -> str:
    """Return the time that a record speaks of, as far as anybody says."""
    return record.period or sources[record.source].period or ""


def _publication(catalog: Catalog, record: Pay | Figure) -> str:
    """Name the publication apart from its year, so that a newer release takes the place of an older one."""
    source = catalog.sources[record.source]
    return f"{source.publisher} / {source.title}"


def _is_national(catalog: Catalog, pay: Pay) -> bool:
    return pay.industry is None and catalog.places[pay.place].kind not in LOCAL_PLACE_KINDS
