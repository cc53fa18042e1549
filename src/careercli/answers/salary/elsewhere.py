"""What the official figures of a role hold by state, area and sector, told beside its pay."""

from collections.abc import Iterable, Mapping

from careercli.answers.salary.view import ElsewhereView, StatePayView
from careercli.answers.shared.figures import RoleData
from careercli.answers.shared.view_parts import Num
from careercli.catalog.reader import CatalogReader
from careercli.measures import best_fit_first
from careercli.model import Pay, PlaceName, Source

TERRITORIES = frozenset({"US-AS", "US-GU", "US-MP", "US-PR", "US-VI"})
"""What the surveys list among the states and what is none."""


def pay_elsewhere(reader: CatalogReader, role_data: RoleData, role_id: str, per: str | None) -> ElsewhereView | None:
    """Return the pay of the best class that holds the role, by state, and how much more is known of it.

    It is a year's where that is published, else an hour's, or that of the unit `per`. None where no class holds the
    role, or nothing is published of it in this unit.
    """
    links = best_fit_first(role_data.roles[role_id].occupations)
    link = links[0] if links and links[0].fit != "proxy" else None
    if link is None:
        return None
    nation = [pay for pay in role_data.occupations[link.code].pay if pay.industry is None]
    pays = reader.occupation_pay([link.code]).get(link.code, [])
    units = {pay.per for pay in (*nation, *pays)}
    unit = per or ("year" if "year" in units else "hour")
    pays = [pay for pay in pays if pay.per == unit]
    whole = next((pay for pay in nation if pay.per == unit and pay.place == "US" and pay.median is not None), None)
    first = whole or next(iter(pays), None)
    if first is None:
        return None
    sources = reader.sources({pay.source for pay in (first, *pays)})
    places = reader.places({pay.place for pay in pays})
    return ElsewhereView(
        role=role_id,
        occupation=link.code,
        occupation_title=role_data.occupations[link.code].title,
        source=first.source,
        period=_period(first, sources),
        currency=first.currency,
        per=unit,
        national=whole.median if whole else None,
        states=_states(pays, places, sources),
        metro_count=len({pay.place for pay in pays if pay.industry is None and places[pay.place].kind == "metro"}),
        sector_count=len({pay.industry for pay in pays if pay.industry is not None}),
    )


def _states(
    pays: Iterable[Pay], places: Mapping[str, PlaceName], sources: Mapping[str, Source]
) -> tuple[StatePayView, ...]:
    newest: dict[str, Pay] = {}
    for pay in pays:
        if pay.industry is None and places[pay.place].kind == "state" and pay.place not in TERRITORIES:
            known = newest.get(pay.place)
            if known is None or (_period(pay, sources) or "") > (_period(known, sources) or ""):
                newest[pay.place] = pay
    views = (
        StatePayView(
            place=pay.place,
            place_title=places[pay.place].title,
            median=pay.median,
            at_least=pay.at_least.get("median"),
            jobs=pay.employment,
        )
        for pay in newest.values()
    )
    return tuple(sorted(views, key=_best_paid_first))


def _best_paid_first(state: StatePayView) -> tuple[bool, Num]:
    amount = state.median if state.median is not None else state.at_least
    return amount is None, -(amount or 0)


def _period(pay: Pay, sources: Mapping[str, Source]) -> str | None:
    return pay.period or sources[pay.source].period
