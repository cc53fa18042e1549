"""Find the levels that match years of experience, and compare an amount with their pay and that of the next ones.

Bands are half-open: `2 to under 5` contains 2 but not 5. Raises are computed only against a published median or mean.
Estimates are shown but never compared.
"""

from collections.abc import Sequence
from typing import Literal

from careercli.amounts import format_number, format_quantity, join_words, percent_of
from careercli.answers.salary.view import LevelOfRoleView
from careercli.answers.shared.view_parts import MineView, Num, PayView, RaiseView, copied
from careercli.errors import UsageProblem
from careercli.ladders import Ladder
from careercli.model import Level, Role, RoleRef

LevelStage = Literal["here", "ahead", "unknown"]
MAX_YEARS = 80


def validate_years(years: float, places: Sequence[RoleRef]) -> Num:
    """Return years of experience, whole ones as a whole number.

    Raises UsageProblem for what nobody can have, and for a level, since the years say which one it is.
    """
    if not 0 <= years <= MAX_YEARS:
        raise UsageProblem(f"--years takes 0 to {MAX_YEARS} years of experience, not {years:g}")
    for place in places:
        if place.level is not None:
            hint = f"Ask for the role: careercli salary {place.role} --years {years:g}"
            raise UsageProblem(f"--years finds the level, but {place} already names one", hint=hint)
    return int(years) if float(years).is_integer() else years


def levels_of_role(role: Role, years: Num | None) -> list[LevelOfRoleView]:
    """Return the levels in the order of the ladder, with where the years are on it; no years: nowhere."""
    stages = {} if years is None else level_stages(role, years)
    ladder = Ladder(role)
    return [
        LevelOfRoleView(
            level=level.id,
            title=level.title,
            track=level.track,
            years_from=level.years[0] if level.years else None,
            years_to=level.years[1] if level.years else None,
            previous_levels=ladder.predecessors[level.id],
            where=stages.get(level.id),
            wait=_wait(level, years) if level.id in stages else None,
        )
        for level in role.levels
    ]


def _wait(level: Level, years: Num | None) -> Num | None:
    return None if level.years is None else max(0, round(level.years[0] - (years or 0), 4))


def level_stages(role: Role, years: Num) -> dict[str, LevelStage]:
    """Return the stage of each level for the years: `here`, `ahead` or `unknown`.

    Levels already passed are left out. If no band contains the years, later levels are ahead and levels without a band
    are unknown.
    """
    here = [level for level in role.levels if contains_years(level, years)]
    later = here or [level for level in role.levels if level.years and level.years[0] > years]
    places: dict[str, LevelStage] = {level.id: "here" if here else "ahead" for level in later}
    for level_id in Ladder(role).reach(*places):
        places.setdefault(level_id, "ahead")
    unknown = [level.id for level in role.levels if not here and level.years is None and level.id not in places]
    return places | dict.fromkeys(unknown, "unknown")


def contains_years(level: Level, years: Num) -> bool:
    """Say whether the level's band holds the years."""
    if level.years is None:
        return False
    start, end = level.years
    return start <= years and (end is None or years < end)


def gain_of_level(pay: PayView, own_pay: MineView) -> RaiseView | None:
    """Return the raise to what is published for a level; nothing to an estimate, or to the pay of an occupation."""
    figure = pay.central_pay()
    if pay.level is None or figure is None or pay.is_estimate or pay.occupation is not None:
        return None
    if (pay.currency, pay.per) != (own_pay.currency, own_pay.per):
        return None
    amount = round(figure[1] - own_pay.amount, 4)
    percent = percent_of(amount, own_pay.amount)
    return copied(RaiseView, pay, statistic=figure[0], amount=amount, percent=percent)


def ladder_note(role: Role, years: Num) -> str | None:
    """Say what a ladder leaves open: why no level, or more than one, is where the years are; None where one is."""
    said = format_quantity(years, "years")
    here = [level.title for level in role.levels if contains_years(level, years)]
    bands = [(*level.years, level.title) for level in role.levels if level.years]
    if not role.levels:
        return f"The catalog has no levels for {role.title}."
    if not bands:
        return f"The levels of {role.title} have no years, so no one can say where {said} of experience fit."
    if here:
        return f"{said} fit {join_words(here)} equally well." if len(here) > 1 else None
    first, _, title = min(bands, key=lambda band: band[0])
    if years < first:
        return f"The ladder of {role.title} starts with {title}, at {format_quantity(first, 'years')}."
    if all(start <= years for start, _, _ in bands):
        end, title = max((end, title) for _, end, title in bands if end is not None)
        return f"No level of {role.title} goes up to {said}: {title} ends at {format_number(end)}."
    return f"No level of {role.title} fits {said}."
