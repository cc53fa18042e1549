"""Estimate what people earn at the four wage levels of an occupation, where no survey counts pay by level.

The US Department of Labor publishes four wage levels of each occupation for each area, from the same survey as the
Bureau's wages: level I (entry) is the mean of the lowest third of wages, level IV (fully competent) that of the upper
two thirds, II and III stand at equal steps between them (8 USC 1182(p)(4); Employment and Training Administration,
Prevailing Wage Determination Policy Guidance, 2009). For the whole country no one publishes them. The estimate is the
national mean wage times the median over areas of level / mean. Compared with the published percentiles of 813
occupations, levels I and IV lie 3 to 4% above the 17th and the 67th in the median, as a mean of a third does. What is
published for an area is in `wage_levels`.
"""

from collections.abc import Iterator

from msgspec import structs

from careercli.answers.shared.figures import RoleData
from careercli.answers.shared.view_parts import EstimateView, Num, copied
from careercli.answers.shared.wage_levels import exact_class, has_wage_level
from careercli.model import WAGE_LEVELS, Level, Occupation, OccupationLink, Pay, WageLevel, WageRatios

METHOD = "wage level"


def level_estimate(role_data: RoleData, role_id: str, level: Level) -> EstimateView | None:
    """Return the estimate for a level, by the wage level that it is; None where it is none, or the class is not one."""
    if not has_wage_level(level):
        return None
    return next((one for one in wage_level_estimates(role_data, role_id, level) if one), None)


def wage_level_estimates(role_data: RoleData, role_id: str, level: Level | None = None) -> Iterator[EstimateView]:
    """Yield the estimates of the four wage levels of the role's one exact occupation, or of one level's.

    There is none for a role without such an occupation, or with several.
    """
    link = exact_class(role_data, role_id)
    if link is None:
        return
    occupation = role_data.national[link.code]
    pay = _national_mean(occupation)
    if pay is None or occupation.wage_ratios is None:
        return
    for wage_level in WAGE_LEVELS:
        if level is None or level.wage_level == wage_level:
            estimate = _estimate(role_data, link, pay, occupation.wage_ratios, wage_level)
            yield structs.replace(estimate, role=role_id, level=level.id if level else None)


def estimated(mean: Num, ratio: float) -> int:
    """Return the mean wage times the ratio of a wage level to it, rounded to 100."""
    return round(mean * ratio / 100) * 100


def _national_mean(occupation: Occupation) -> Pay | None:
    """Return the yearly pay that has a mean, the first one listed; the index keeps the newest national pay first."""
    yearly = (pay for pay in occupation.pay if pay.per == "year" and pay.mean is not None)
    return next((pay for pay in yearly if pay.industry is None and pay.population is None), None)


def _estimate(
    role_data: RoleData, link: OccupationLink, pay: Pay, ratios: WageRatios, wage_level: WageLevel
) -> EstimateView:
    """Return the estimate of a wage level; of the first and the last, the spread over areas is published too."""
    index, mean = WAGE_LEVELS.index(wage_level), pay.mean or 0
    end = {0: 0, len(WAGE_LEVELS) - 1: 1}.get(index)
    return copied(
        EstimateView,
        pay,
        link,
        role="",
        level=None,
        value=estimated(mean, ratios.levels[index]),
        low=None if end is None else estimated(mean, ratios.low[end]),
        high=None if end is None else estimated(mean, ratios.high[end]),
        method=METHOD,
        wage_level=wage_level,
        place_title=role_data.places[pay.place].title,
        period=pay.period or role_data.sources[pay.source].period,
        occupation=link.code,
        occupation_title=role_data.occupations[link.code].title,
        source=ratios.source,
        pay_source=pay.source,
    )
