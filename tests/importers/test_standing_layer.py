"""An import adds to the layer that stands in its place, and what is written is read back before it stands."""

from pathlib import Path

import pytest

from careercli.errors import ImportProblem
from careercli.importers.layer import Imported
from careercli.importers.read_back import check_written
from careercli.importers.standing_layer import join, read_standing
from careercli.model import Catalog, Occupation, Parity, Pay, PlaceName, Source
from tests.importers.workbooks import encode


def pay(place: str, median: float, per: str = "year", industry: str | None = None) -> Pay:
    assert per in ("year", "hour")
    return Pay(
        source="s", place=place, per="year" if per == "year" else "hour", currency="USD", median=median,
        industry=industry,
    )  # fmt: skip


def surveyed(**occupations: tuple[Pay, ...]) -> Imported:
    places = {one.place: PlaceName(title=one.place) for pays in occupations.values() for one in pays}
    catalog = Catalog(
        schema_version=1,
        name="survey",
        sources={"s": Source(title="Survey", kind="official", period="2023-05")},
        places=places,
        occupations={code: Occupation(title=code, scheme="soc-2018", pay=pays) for code, pays in occupations.items()},
    )
    return Imported(catalog, {}, ())


def joined(old: Imported, new: Imported) -> tuple[Catalog, int, int]:
    standing = read_standing(encode(old.catalog))
    assert standing is not None
    both, changes = join(standing, new)
    return both.catalog, changes.kept, changes.replaced


def test_places_sectors_and_occupations_of_both_stand_and_the_new_value_of_the_same_statement() -> None:
    old = surveyed(a=(pay("US", 1), pay("TX", 2)), b=(pay("US", 3),), d=(pay("US", 9),))
    new = surveyed(a=(pay("US", 5), pay("US", 6, industry="Retail")), c=(pay("US", 7),))
    catalog, kept, replaced = joined(old, new)
    assert {code: [one.median for one in found.pay] for code, found in catalog.occupations.items()} == {
        "a": [5, 6, 2], "b": [3], "c": [7], "d": [9],
    }  # fmt: skip
    assert (kept, replaced) == (3, 1)
    assert set(catalog.places) == {"US", "TX"}


def test_the_same_import_again_changes_no_byte() -> None:
    old = surveyed(a=(pay("US", 1), pay("TX", 2)), b=(pay("US", 3),))
    both, _, replaced = joined(old, old)
    assert encode(both) == encode(old.catalog)
    assert replaced == 0


def test_price_levels_of_both_stand() -> None:
    def priced(*years: str) -> Imported:
        parities = tuple(Parity(kind="rpp", value=100.0, period=year, source="s") for year in years)
        return Imported(
            Catalog(
                schema_version=1,
                name="prices",
                sources={"s": Source(title="Prices", kind="official")},
                places={"US-TX": PlaceName(title="Texas", parities=parities)},
            ),
            {},
            (),
        )

    catalog, kept, _ = joined(priced("2021", "2022"), priced("2022", "2023"))
    assert [one.period for one in catalog.places["US-TX"].parities] == ["2021", "2022", "2023"]
    assert kept == 1


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"schema_version": 1}', b"name: survey\n"])
def test_a_file_that_no_import_wrote_is_not_added_to(content: bytes) -> None:
    assert read_standing(content) is None


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b'"median":5', b'"median":9000000000000', "line 11 is damaged"),
        (b'"median":5', b'"median":null,"median":{}', "line 11 is damaged"),
        (b'"source":"s"', b'"source":"x"', "no source 'x'"),
        (b'"place":"US"', b'"place":"MX"', "no place 'MX'"),
        (b'"US":{', b'"US-metro-":{', "is damaged"),
        (b'"title":"a"', b'"title":"a","part_of":"99-9999"', "no occupation '99-9999', but another is part of it"),
        (b"}\n}\n", b"}\n", "it ends in the middle"),
    ],
)
def test_what_does_not_read_back_is_refused(old: bytes, new: bytes, reason: str, tmp_path: Path) -> None:
    content = encode(surveyed(a=(pay("US", 5),)).catalog)
    path = tmp_path / "layer.json"
    path.write_bytes(content)
    check_written(str(path), "layer.json")
    assert old in content
    path.write_bytes(content.replace(old, new))
    with pytest.raises(ImportProblem, match="was not written correctly") as caught:
        check_written(str(path), "layer.json")
    assert caught.value.message.startswith("layer.json: ")
    assert reason in caught.value.message
