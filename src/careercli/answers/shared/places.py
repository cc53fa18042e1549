"""What the user typed -> a place; and what living there costs."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from careercli.amounts import join_words
from careercli.answers.shared.name_questions import not_found
from careercli.answers.shared.view_parts import ReadAsView
from careercli.answers.shared.wording import IMPORT_HINT
from careercli.catalog.reader import CatalogReader
from careercli.errors import NotFound, UsageProblem
from careercli.matching import NameMatcher, name_key
from careercli.model import Parity

Adjustment = Literal["rpp", "ppp"]


_NAMES: dict[Adjustment, str] = {"rpp": "regional price", "ppp": "purchasing power"}
_TABLES: dict[Adjustment, str] = {"rpp": "BEA's tables SARPP and MARPP", "ppp": "the World Bank's PA.NUS.PPP"}


_AREA = r"([^,]+?)(?:[-–/][^,]*)?, ([A-Z]{2})\b"
_STATES = frozenset(
    (
        "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY",
        "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH",
        "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY",
    )
)  # fmt: skip
"""Postal letters of the states: `IN` is Indiana, even where the catalogs know only India."""


class PriceLevel(Struct, frozen=True):
    """The price level of a place, and the place that its publisher gives it for."""

    place: str
    title: str
    parity: Parity


class Parities(Struct, frozen=True):
    """The price level of each place in one year; places are compared in no other way."""

    kind: Adjustment
    period: str
    by_place: dict[str, PriceLevel]
    """Places without a parity are left out."""


class FoundPlaces(Struct, frozen=True):
    """The places that were named, each once."""

    ids: list[str]
    read_as: tuple[ReadAsView, ...] = ()
    """The counties, each read as the area that it lies in."""


def resolve_places(
    reader: CatalogReader, names: Sequence[str], with_pay: Callable[[Sequence[str]], Collection[str]]
) -> FoundPlaces:
    """Return the places named by id, by the letters of a US state, or by title.

    A county is read as the area that it lies in, because pay is published by area.

    Two letters mean a US state if they are one's, else a country: `CA` is California, `Canada` is Canada. Of two places
    with one title, as Georgia, it is the one that has the pay in question: `with_pay` returns those of some places that
    have it. Raises NotFound with the nearest names, or with the ids where that does not decide.
    """
    if not names:
        return FoundPlaces([])
    titles = reader.place_titles()
    found = {name: _resolve(titles, name, with_pay) for name in names}
    places = reader.places(found.values())
    areas = {key: place.within for key, place in places.items() if place.kind == "county" and place.within}
    read_as = tuple(
        ReadAsView(typed=name, name=titles[areas[key]], match=areas[key]) for name, key in found.items() if key in areas
    )
    return FoundPlaces(list(dict.fromkeys(areas.get(key, key) for key in found.values())), read_as)


def _resolve(places: Mapping[str, str], name: str, with_pay: Callable[[Sequence[str]], Collection[str]]) -> str:
    key = name_key(name)
    titled: dict[str, list[str]] = {}
    for place_id, title in places.items():
        titled.setdefault(name_key(title), []).append(place_id)
    letters = name.strip().upper()
    candidates = (f"US-{letters}", name.strip(), letters)
    for candidate in candidates[:1] if letters in _STATES else candidates:
        if candidate in places:
            return candidate
    if key not in titled:
        key = name_key(_with_state_letters(name, titled))
    if key in titled:
        return _one_of(name, titled[key], with_pay)
    matcher = NameMatcher(titled)
    near = dict.fromkeys((*matcher.readings(key), *matcher.holding(key)))
    raise not_found(
        f"no place '{name}' in the catalogs",
        [places[titled[title][0]] for title in near],
        hint=IMPORT_HINT,
    )


def _with_state_letters(name: str, titled: Mapping[str, Sequence[str]]) -> str:
    """Return `Travis County, Texas` as titles have it, `Travis County, TX`; another name as it is."""
    before, _, state = name.rpartition(",")
    postal = (place_id.removeprefix("US-") for place_id in titled.get(name_key(state), ()))
    letters = next((found for found in postal if found in _STATES), None)
    return f"{before}, {letters}" if before and letters else name


def _one_of(name: str, places: Sequence[str], with_pay: Callable[[Sequence[str]], Collection[str]]) -> str:
    if len(places) == 1:
        return places[0]
    paid = set(with_pay(places))
    fit = [place for place in places if place in paid]
    if len(fit) == 1:
        return fit[0]
    raise NotFound(f"'{name}' is the name of more than one place: {', '.join(fit or places)}", hint="Use one of these.")


def parities(reader: CatalogReader, kind: Adjustment, place_ids: Sequence[str]) -> Parities:
    """Return the price levels of the places in the newest year that every one which has any has.

    Price levels of different years must not be held against each other, so there is no answer where no year is common
    to all. Regional price parities are for places in the United States, purchasing power parities for countries. A
    metropolitan area takes the level of the area of the same name, else of the only one with the same first city and
    state: publishers draw the areas of different years. Raises UsageProblem for a place of the other kind, NotFound
    where no place has a parity.
    """
    places = reader.all_places()
    priced = {place_id: place for place_id, place in places.items() if place.parities}
    by_title = {name_key(place.title): key for key, place in priced.items()}
    by_city: dict[tuple[str, str], list[str]] = {}
    for key, place in priced.items():
        if place.kind == "metro" and (city := _first_city(place.title)):
            by_city.setdefault(city, []).append(key)
    known: dict[str, dict[str, Parity]] = {}
    priced_as: dict[str, str] = {}
    for place_id in place_ids:
        place = places[place_id]
        in_us = place_id == "US" or place_id.startswith("US-")
        if kind == "rpp" and not in_us:
            message = f"{place.title}: regional price parities are for places in the United States"
            raise UsageProblem(message, hint="Use --adjust ppp.")
        if kind == "ppp" and in_us and place_id != "US":
            message = f"{place.title}: purchasing power parities are for whole countries"
            raise UsageProblem(message, hint="Use --adjust rpp.")
        near = by_city.get(_first_city(place.title) or ("", ""), []) if place.kind == "metro" else []
        alike = by_title.get(name_key(place.title), near[0] if len(near) == 1 else None)
        found = place_id if place.parities else alike
        levels = {parity.period: parity for parity in places[found].parities if parity.kind == kind} if found else {}
        if found and levels:
            known[place_id], priced_as[place_id] = levels, found
    if not known:
        named = join_words([places[key].title for key in place_ids], "or")
        raise NotFound(
            f"the catalogs have no {_NAMES[kind]} parity for {named}",
            hint=f"Download {_TABLES[kind]}, then type: careercli catalog import FILE",
        )
    common = set.intersection(*(set(periods) for periods in known.values()))
    if not common:
        years = "; ".join(f"{places[key].title} {', '.join(sorted(periods))}" for key, periods in known.items())
        raise UsageProblem(
            f"no year has price parities for all these places: {years}",
            hint="Prices of two years are never mixed. Ask about fewer places.",
        )
    period = max(common)
    levels_then = {
        key: PriceLevel(priced_as[key], places[priced_as[key]].title, periods[period]) for key, periods in known.items()
    }
    return Parities(kind, period, levels_then)


def _first_city(title: str) -> tuple[str, str] | None:
    """Return the first city and state of an area's name: Austin and TX of `Austin-Round Rock-San Marcos, TX`."""
    found = re.match(_AREA, title)
    return (name_key(found[1]), found[2]) if found else None
