"""Pay at the prices of one basis: what it buys, not what anybody is paid."""

from collections.abc import Sequence

from careercli.answers.salary.view import AdjustedView
from careercli.answers.shared.places import Adjustment, Parities, parities
from careercli.answers.shared.view_parts import Num, PayView
from careercli.catalog.reader import CatalogReader
from careercli.errors import NotFound, UsageProblem


def adjusted_pay(
    reader: CatalogReader, rows: Sequence[PayView], kind: Adjustment, *, by_place: bool
) -> list[AdjustedView | None]:
    """Return for each row its yearly median, mean or range at the prices of one basis, a range end by end.

    None for a row that is not adjusted. Where there are official figures only these are: at each place with `by_place`,
    else among all. Pay of different years is not held together. Raises NotFound where there is nothing to adjust.
    """
    yearly = [row for row in rows if row.per == "year" and row.worked_out_from is None and _figure(row)]
    sources = reader.sources(row.source for row in yearly)
    official = [row for row in yearly if sources[row.source].kind == "official"]
    told = {row.place for row in official if by_place}
    if official:
        yearly = [row for row in yearly if row in official or (by_place and row.place not in told)]
    if not yearly:
        raise NotFound("there is no yearly pay to adjust")
    periods = {row.period for row in yearly}
    if len(periods) > 1:
        years = ", ".join(sorted(period or "no date" for period in periods))
        raise UsageProblem(
            f"pay of different years cannot be adjusted together: {years}",
            hint="Ask for one place at a time." if by_place else "Ask for places: --place CA --place TX",
        )
    levels = parities(reader, kind, list(dict.fromkeys(row.place for row in yearly)))
    return [_adjusted(row, levels) if row in yearly else None for row in rows]


def _adjusted(pay: PayView, levels: Parities) -> AdjustedView:
    statistic, low, high = _figure(pay) or ("", 0, None)
    level = levels.by_place.get(pay.place)
    parity = level.parity if level else None
    base = parity and (parity.value / 100 if levels.kind == "rpp" else parity.value)
    return AdjustedView(
        value=round(low / base, 2) if base else None,
        high=round(high / base, 2) if base and high is not None else None,
        statistic=statistic,
        kind=levels.kind,
        parity=parity.value if parity else None,
        parity_period=levels.period,
        parity_source=parity.source if parity else None,
        parity_place=level.place if level else None,
        parity_place_title=level.title if level else None,
    )


def _figure(pay: PayView) -> tuple[str, Num, Num | None] | None:
    """Return the median or mean, else both ends of the range; None where neither is a plain number."""
    central, band = pay.central_pay(), pay.band()
    if central is not None:
        return *central, None
    return ("range", *band) if band is not None else None
