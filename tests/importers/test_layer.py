"""A layer is JSON with a line for each record, the same bytes for the same catalog, and YAML all the same."""

import msgspec
import yaml

from careercli.importers.layer import layer_name
from careercli.model import Catalog, Occupation, PlaceName, Profile, Source
from tests.importers.workbooks import encode

CATALOG = Catalog(
    schema_version=1,
    name="onet-29-2",
    title="O*NET 29.2",
    sources={"onet-29-2": Source(title="O*NET", kind="official", period="2025-02")},
    places={"US-CA": PlaceName(title="California", kind="state", within="US"), "US": PlaceName(title="United States")},
    occupations={
        "15-1252": Occupation(title='"Software" Developers: Ärger', scheme="soc-2018"),
        "11-1011": Occupation(
            title="Chief Executives",
            scheme="soc-2018",
            profile=Profile(source="onet-29-2", technology={"Z": ("b", "a"), "A": ()}),
        ),
    },
)


def test_each_record_stands_on_a_line_of_its_own_in_the_order_of_the_keys() -> None:
    assert encode(CATALOG).decode() == (
        "{\n"
        '"schema_version":1,\n'
        '"name":"onet-29-2",\n'
        '"title":"O*NET 29.2",\n'
        '"sources":{\n'
        '"onet-29-2":{"title":"O*NET","kind":"official","period":"2025-02"}\n'
        "},\n"
        '"places":{\n'
        '"US":{"title":"United States"},\n'
        '"US-CA":{"title":"California","kind":"state","within":"US"}\n'
        "},\n"
        '"occupations":{\n'
        '"11-1011":{"title":"Chief Executives","scheme":"soc-2018",'
        '"profile":{"source":"onet-29-2","technology":{"Z":["b","a"],"A":[]}}},\n'
        '"15-1252":{"title":"\\"Software\\" Developers: Ärger","scheme":"soc-2018"}\n'
        "}\n"
        "}\n"
    )


def test_a_layer_reads_back_as_the_catalog_it_was() -> None:
    assert msgspec.json.decode(encode(CATALOG), type=Catalog) == CATALOG


def test_a_layer_is_yaml_too() -> None:
    assert yaml.safe_load(encode(CATALOG))["occupations"]["15-1252"]["title"] == '"Software" Developers: Ärger'


def test_the_order_in_which_a_catalog_was_made_does_not_show() -> None:
    backwards = msgspec.structs.replace(CATALOG, occupations=dict(reversed(CATALOG.occupations.items())))
    assert encode(backwards) == encode(CATALOG)


def test_an_empty_catalog_is_a_layer() -> None:
    assert encode(Catalog(schema_version=1, name="empty")) == b'{\n"schema_version":1,\n"name":"empty"\n}\n'


def test_a_layer_is_called_like_its_source() -> None:
    assert layer_name("onet-29-2") == "onet-29-2.json"
