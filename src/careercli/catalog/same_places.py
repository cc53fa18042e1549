"""Metropolitan areas that one source keys by code and another by name become one place.

BEA's list of areas by name has no codes, so its areas are keyed by their names (US-metro-abilene-tx); surveys key
them by code (US-metro-10180). Where the titles are the same, the prices belong to the place that has the pay.
"""

import re
from collections.abc import Collection

from msgspec import structs

from careercli.catalog.merge_rules import FIGURE_KEYS
from careercli.model import Catalog, Parity, PlaceName

_CODED = re.compile(r"US-metro-\d{5}\Z")
_NAMED = re.compile(r"US-metro-\D")


def join_places(catalog: Catalog, named: Collection[str] = ()) -> Catalog:
    """Return the catalog in which the price levels of an area keyed by name stand with the same area keyed by code.

    An area keyed by name stays where a figure names it; `named` are the places of the figures of occupations.
    """
    coded = {place.title: key for key, place in catalog.places.items() if _CODED.match(key)}
    same = {
        key: coded[place.title] for key, place in catalog.places.items() if _NAMED.match(key) and place.title in coded
    }
    if not same:
        return catalog
    places = dict(catalog.places)
    used = _places_of_roles(catalog).union(named)
    for key, other in same.items():
        places[other] = _with_parities(places[other], places[key].parities)
        if key not in used:
            del places[key]
    return structs.replace(catalog, places=places)


def _with_parities(place: PlaceName, more: tuple[Parity, ...]) -> PlaceName:
    names = FIGURE_KEYS["parities"]
    known = {tuple(getattr(parity, name) for name in names): parity for parity in (*more, *place.parities)}
    return structs.replace(place, parities=tuple(known.values()))


def _places_of_roles(catalog: Catalog) -> set[str]:
    """Return the places that roles and other places name."""
    used = {place.within for place in catalog.places.values() if place.within}
    for role in catalog.roles.values():
        used |= {pay.place for pay in role.pay} | {figure.place for figure in role.figures if figure.place}
        used |= {pay.place for level in role.levels for pay in level.pay}
    return used
