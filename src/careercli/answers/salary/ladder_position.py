"""Find the levels that match years of experience, and compare an amount with their pay and that of the next ones.

Bands are half-open: `2 to <5` contains 2 but not 5. Raises are computed only against a published median or mean.
Estimates are shown but never compared.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from careercli.amounts import format_number, format_quantity, join_words, percent_of
from careercli.answers.salary.view import LadderStandingView, LevelPayView, StandingView
from careercli.answers.shared.view_parts import MineView, Num, PayView, RaiseView, copied, flat
from careercli.errors import UsageProblem
from careercli.ladders import Ladder
from careercli.model import Level, Role, RoleRef

LevelStage = Literal["here", "ahead", "unknown"]
MAX_YEARS = 80


class LadderQuery(NamedTuple):
    """Who asks: years of experience, an amount if one was given, and what is shown to hold it against."""

    years: Num
    mine: MineView | None
    rows: Sequence[PayView]
    standings: Sequence[StandingView]


def validate_years(years: float, places: Sequence[RoleRef]) -> Num:
    """Return years of experience, whole ones as a whole number.

    Raises UsageProblem for what nobody can have, and for a level, since the years say which one it is.
    """
    if not 0 <= years <= MAX_YEARS:
        raise UsageProblem(f"--years takes 0 to {MAX_YEARS} years of experience, not {years:g}")
    for place in places:
        if place.level is not None:
            hint = f"Ask for the role: careercli salary {place.role} --years {years:g}"
            raise UsageProblem(f"--years finds the level, and {place} names one", hint=hint)
    return int(years) if float(years).is_integer() else years


def ladder_levels(roles: Mapping[str, Role], reader: LadderQuery) -> Iterator[LadderStandingView]:
    """Yield the levels that the years reach and all further up, role by role in the order of the ladder."""
    for role_id, role in roles.items():
        places = level_stages(role, reader.years)
        ladder = Ladder(role)
        for level in role.levels:
            if level.id in places:
                yield copied(
                    LadderStandingView,
                    level,
                    role=role_id,
                    level=level.id,
                    place=places[level.id],
                    after=ladder.predecessors[level.id],
                    wait=None if level.years is None else max(0, round(level.years[0] - reader.years, 4)),
                    pay=tuple(_pay(role_id, level, reader)),
                )


def ladder_notes(roles: Iterable[Role], years: Num) -> tuple[str, ...]:
    """Say what the ladders leave open about the years."""
    return tuple(filter(None, (_note(role, years) for role in roles)))


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


def _pay(role_id: str, level: Level, reader: LadderQuery) -> Iterator[LevelPayView]:
    standing_at = {standing.row: standing for standing in reader.standings}
    for position, row in enumerate(reader.rows):
        if (row.role, row.level) == (role_id, level.id):
            standing = standing_at.get(position)
            yield flat(LevelPayView, standing, row=position, estimate=row.is_estimate, gain=_gain(row, reader.mine))


def _gain(row: PayView, own_pay: MineView | None) -> RaiseView | None:
    """Return the raise to what is published for the level; nothing to an estimate, or to the pay of an occupation."""
    figure = row.central_pay()
    if own_pay is None or figure is None or row.is_estimate or row.occupation is not None:
        return None
    if (row.currency, row.per) != (own_pay.currency, own_pay.per):
        return None
    amount = round(figure[1] - own_pay.amount, 4)
    percent = percent_of(amount, own_pay.amount)
    return copied(RaiseView, row, statistic=figure[0], amount=amount, percent=percent)


def _note(role: Role, years: Num) -> str | None:
    """Say why no level, or more than one, is where one stands; None where one level is."""
    said = format_quantity(years, "years")
    here = [level.title for level in role.levels if contains_years(level, years)]
    bands = [(*level.years, level.title) for level in role.levels if level.years]
    if not role.levels:
        return f"The catalog has no levels of {role.title}."
    if not bands:
        return f"The levels of {role.title} have no years, so no one can say where {said} of experience stand."
    if here:
        return f"The bands of {join_words(here)} hold {said} alike." if len(here) > 1 else None
    first, _, title = min(bands, key=lambda band: band[0])
    if years < first:
        return f"The ladder of {role.title} begins with {title}, at {format_quantity(first, 'years')}."
    if all(start <= years for start, _, _ in bands):
        end, title = max((end, title) for _, end, title in bands if end is not None)
        return f"No band of {role.title} reaches {said}: that of {title} ends at {format_number(end)}."
    return f"No band of {role.title} holds {said}."
