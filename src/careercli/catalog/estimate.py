"""Pay by level where nobody surveyed it: one written rule, and every number of it marked as an estimate.

The rule is the note of the source RULE in the embedded catalog; without that source nothing is estimated.
"""

from collections.abc import Mapping
from itertools import pairwise

from msgspec import structs

from careercli.model import Catalog, Occupation, Pay, Role

ESTIMATE_SOURCE = "level-rule"
"""The source that an estimate cites; its kind is `rule`."""
_FITS = ("exact", "part")
_PERCENTILES = ((10, "p10"), (25, "p25"), (50, "median"), (75, "p75"), (90, "p90"))


def with_estimates(catalog: Catalog, national_occupations: Mapping[str, Occupation]) -> dict[str, Role]:
    """Return the roles, with estimated pay on every level that has no pay and whose role has an official occupation.

    `national_occupations` have their newest national pay only.
    """
    if ESTIMATE_SOURCE not in catalog.sources:
        return dict(catalog.roles)
    return {key: _estimated(catalog, role, national_occupations) for key, role in catalog.roles.items()}


def _estimated(catalog: Catalog, role: Role, home: Mapping[str, Occupation]) -> Role:
    links = sorted(role.occupations, key=lambda link: link.fit)
    known = (
        (link.code, pay)
        for link in links
        if link.fit in _FITS
        for pay in home[link.code].pay
        if _has_all_percentiles(pay)
    )
    code, pay = next(known, (None, None))
    begins = {level.id: level.years[0] for level in role.levels if level.years}
    if pay is None or len(begins) < len(role.levels) or any(level.pay for level in role.levels):
        return role  # the rule goes by years; and a ladder with some published pay is not mixed with estimates
    order = sorted(role.levels, key=lambda level: begins[level.id])
    period = pay.period or catalog.sources[pay.source].period
    levels = []
    for level in role.levels:
        percentile = 10 + 80 * (order.index(level) + 0.5) / len(order)
        estimate = Pay(
            source=ESTIMATE_SOURCE,
            place=pay.place,
            per="year",
            currency=pay.currency,
            period=period,
            occupation=code,
            median=_interpolate(pay, percentile),
            note=f"About percentile {percentile:.0f} of the class, by the rule of the source.",
        )
        levels.append(structs.replace(level, pay=(estimate,)))
    return structs.replace(role, levels=tuple(levels))


def _has_all_percentiles(pay: Pay) -> bool:
    return (
        pay.per == "year" and pay.industry is None and all(getattr(pay, name) is not None for _, name in _PERCENTILES)
    )


def _interpolate(pay: Pay, percentile: float) -> int:
    """Read the amount at a percentile off the straight lines between the published ones, rounded to 100."""
    points = [(known, float(getattr(pay, name))) for known, name in _PERCENTILES]
    for (low, lower), (high, upper) in pairwise(points):
        if low <= percentile <= high:
            return round((lower + (upper - lower) * (percentile - low) / (high - low)) / 100) * 100
    raise ValueError(f"percentile {percentile} is outside of what is published")
