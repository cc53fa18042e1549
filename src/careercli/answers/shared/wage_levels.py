"""The Department of Labor's four wage levels of a role's one exact class at places, as they are published."""

from collections.abc import Iterable, Iterator

from msgspec import structs

from careercli.amounts import convert_amount
from careercli.answers.shared.figures import RoleData
from careercli.answers.shared.view_parts import WageLevelView
from careercli.model import WAGE_LEVELS, Level, OccupationLink


def exact_class(role_data: RoleData, role_id: str) -> OccupationLink | None:
    """Return the class that is the role and that pay is known of; None where it is none, or several."""
    exact = [link for link in role_data.roles[role_id].occupations if link.fit == "exact"]
    if len(exact) > 1:  # of a class and the part of it that a survey describes alone, only one is paid
        exact = [link for link in exact if role_data.national[link.code].pay]
    return exact[0] if len(exact) == 1 else None


def has_wage_level(level: Level) -> bool:
    """Say whether a level is one of the wage levels of the role's class, and no class of its own."""
    return level.wage_level is not None and level.stage == "employed" and not level.occupations


def role_wage_levels(located: RoleData, role_id: str) -> Iterator[WageLevelView]:
    """Yield the four levels of a role's class at each place, of roles that `local_figures.at_places` returned."""
    link = exact_class(located, role_id)
    if link is None:
        return
    occupation = located.occupations[link.code]
    for levels in occupation.wage_levels:
        for place, amounts in levels.areas.items():
            for name, amount in zip(WAGE_LEVELS, amounts, strict=True):
                yield WageLevelView(
                    role=role_id,
                    level=None,
                    statistic=f"official wage level: {name}",
                    wage_level=name,
                    value=amount,
                    currency=levels.currency,
                    per=levels.per,
                    place=place,
                    place_title=located.places[place].title,
                    drawn_from=levels.drawn_from,
                    period=levels.period or located.sources[levels.source].period,
                    occupation=link.code,
                    occupation_title=occupation.title,
                    fit=link.fit,
                    source=levels.source,
                )


def level_wage_levels(located: RoleData, role_id: str, level: Level) -> list[WageLevelView]:
    """Return what the wage level of a level comes to at each place; nothing for a level that is none."""
    if not has_wage_level(level):
        return []
    every = role_wage_levels(located, role_id)
    return [structs.replace(one, level=level.id) for one in every if one.wage_level == level.wage_level]


def level_wage_level(located: RoleData, role_id: str, level: Level) -> WageLevelView | None:
    """Return what the wage level of a level comes to, where the roles are those of one place."""
    return next(iter(level_wage_levels(located, role_id, level)), None)


def converted(every: Iterable[WageLevelView], per: str | None) -> Iterator[WageLevelView]:
    """Yield the levels a `per`, marked where that was worked out.

    Levels are published by the year where people do not work 2,080 hours in it: these stay what they are by the hour.
    """
    for one in every:
        if per in (None, one.per) or (one.per, per) == ("year", "hour"):
            yield one
        else:
            value = convert_amount(one.value, one.per, per)
            yield structs.replace(one, value=value, per=per, worked_out_from=one.per)
