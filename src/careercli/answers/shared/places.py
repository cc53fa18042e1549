"""What the user typed -> a place; and what living there costs."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from careercli.answers.shared.name_questions import not_found
from careercli.catalog.reader import CatalogReader
from careercli.errors import NotFound, UsageProblem
from careercli.matching import NameMatcher, name_key
from careercli.model import Parity, PlaceName

Adjustment = Literal["rpp", "ppp"]


_NAMES: dict[Adjustment, str] = {"rpp": "regional price", "ppp": "purchasing power"}
_TABLES: dict[Adjustment, str] = {"rpp": "BEA's tables SARPP and MARPP", "ppp": "the World Bank's PA.NUS.PPP"}


_STATES = frozenset(
    (
        "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY",
        "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH",
        "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY",
    )
)  # fmt: skip
"""Postal letters of the states: `IN` is Indiana, even where the catalogs know only India."""


class Parities(NamedTuple):
    """The price level of each place in one year; places are compared in no other way."""

    kind: Adjustment
    period: str
    by_place: dict[str, Parity]


def resolve_places(reader: CatalogReader, names: Sequence[str]) -> list[str]:
    """Return the ids of the places named by id, by the letters of a US state, or by title.

    Two letters mean a US state if they are one's, else a country: `CA` is California, `Canada` is Canada. Raises
    NotFound with the nearest names.
    """
    if not names:
        return []
    titles = reader.place_titles()
    return list(dict.fromkeys(_resolve(titles, name) for name in names))


def _resolve(places: Mapping[str, str], name: str) -> str:
    key = name_key(name)
    titled = {name_key(title): place_id for place_id, title in reversed(list(places.items()))}
    letters = name.strip().upper()
    candidates = (f"US-{letters}", name.strip(), letters)
    for candidate in candidates[:1] if letters in _STATES else candidates:
        if candidate in places:
            return candidate
    if key in titled:
        return titled[key]
    matcher = NameMatcher(titled)
    near = dict.fromkeys((*matcher.readings(key), *matcher.holding(key)))
    raise not_found(
        f"no place '{name}' in the catalogs",
        [places[titled[title]] for title in near],
        hint="Pay by state, metropolitan area and sector comes with: careercli catalog import",
    )


def parities(reader: CatalogReader, kind: Adjustment, place_ids: Sequence[str]) -> Parities:
    """Return the price levels of all the places in the newest year that every one of them has.

    Price levels of different years must not be held against each other, so there is no answer where no year is common
    to all. Regional price parities are for places in the United States, purchasing power parities for countries. Raises
    UsageProblem for a place of the other kind, NotFound for one without a parity.
    """
    places = reader.all_places()
    by_title: dict[str, PlaceName] = {name_key(place.title): place for place in places.values() if place.parities}
    known: dict[str, dict[str, Parity]] = {}
    for place_id in place_ids:
        place = places[place_id]
        in_us = place_id == "US" or place_id.startswith("US-")
        if kind == "rpp" and not in_us:
            message = f"{place.title}: regional price parities are for places in the United States"
            raise UsageProblem(message, hint="Use --adjust ppp.")
        if kind == "ppp" and in_us and place_id != "US":
            message = f"{place.title}: purchasing power parities are for whole countries"
            raise UsageProblem(message, hint="Use --adjust rpp.")
        listed = place.parities or getattr(by_title.get(name_key(place.title)), "parities", ())
        known[place_id] = {parity.period: parity for parity in listed if parity.kind == kind}
        if not known[place_id]:
            raise NotFound(
                f"the catalogs have no {_NAMES[kind]} parity of {place.title}",
                hint=f"Download {_TABLES[kind]}, and: careercli catalog import",
            )
    common = set.intersection(*(set(periods) for periods in known.values()))
    if not common:
        years = "; ".join(f"{places[key].title} {', '.join(sorted(periods))}" for key, periods in known.items())
        raise UsageProblem(f"no year has parities of all these places, and years are not mixed: {years}")
    period = max(common)
    return Parities(kind, period, {key: periods[period] for key, periods in known.items()})
