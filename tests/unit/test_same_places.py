"""An area that one source keys by code and another by name is one place."""

from careercli.catalog.same_places import join_places
from careercli.model import Catalog, Parity, Pay, PlaceName, Role, Source

PRICES = (Parity(kind="rpp", value=112.0, period="2023", source="bea"),)
TITLE = "Seattle-Tacoma-Bellevue, WA"
CATALOG = Catalog(
    schema_version=1,
    name="places",
    sources={"bea": Source(title="BEA", kind="official")},
    places={
        "US-metro-42660": PlaceName(title=TITLE, kind="metro"),
        "US-metro-seattle-tacoma-bellevue-wa": PlaceName(title=TITLE, kind="metro", parities=PRICES),
        "US-metro-boise-id": PlaceName(title="Boise, ID", kind="metro", parities=PRICES),
    },
)


def test_the_prices_of_an_area_by_name_belong_to_the_same_area_by_code() -> None:
    places = join_places(CATALOG).places
    assert set(places) == {"US-metro-42660", "US-metro-boise-id"}
    assert places["US-metro-42660"].parities == PRICES
    assert join_places(join_places(CATALOG)) == join_places(CATALOG)


def test_an_area_by_name_that_pay_names_stays() -> None:
    pay = Pay(source="bea", place="US-metro-seattle-tacoma-bellevue-wa", per="year", currency="USD", median=1)
    role = Role(title="R", family="f", summary="S", pay=(pay,))
    joined = join_places(Catalog(schema_version=1, name="places", places=CATALOG.places, roles={"r": role}))
    assert set(joined.places) == set(CATALOG.places)
    assert joined.places["US-metro-42660"].parities == PRICES
