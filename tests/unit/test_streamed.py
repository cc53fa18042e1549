"""A large layer is compiled one occupation at a time, and says what it says when it is read whole."""

import json
from pathlib import Path
from typing import Any

import pytest

from careercli.catalog import index_cache
from careercli.catalog.reader import CatalogReader
from careercli.catalog.yaml_reader import MAX_TRACED_BYTES
from careercli.errors import CatalogInvalid
from tests.unit.caching import ask

PAY = {"source": "survey", "per": "year", "currency": "USD"}
LAYER: dict[str, Any] = {
    "schema_version": 1,
    "name": "survey",
    "sources": {"survey": {"title": "Survey", "kind": "official", "period": "2023-05"}},
    "places": {"US": {"title": "United States", "kind": "country"}, "US-TX": {"title": "Texas", "kind": "state"}},
    "occupations": {
        "51-3011": {"title": "Bakers", "scheme": "soc-2018", "pay": [{**PAY, "place": "US-TX", "median": 30_000}]},
        "51-3092": {
            "title": "Food Batchmakers",
            "scheme": "soc-2018",
            "pay": [{**PAY, "place": "US", "median": 40_000}, {**PAY, "place": "US-TX", "median": 41_000}],
        },
    },
}


def layer(path: Path, data: dict[str, Any], *, large: bool) -> Path:
    path.write_text(json.dumps(data) + " " * (MAX_TRACED_BYTES if large else 1), "utf-8")
    return path


def pay_of(reader: CatalogReader) -> object:
    return (
        reader.occupation_pay(("51-3011", "51-3092")),
        reader.occupations(("51-3011", "51-3092")),
        reader.citation_counts(),
        [reader.contributing_layers("occupations", code) for code in ("51-3011", "51-3092")],
    )


def test_a_large_layer_says_what_the_same_small_one_says(small_catalog: Path, tmp_path: Path, cache: Path) -> None:
    large = layer(tmp_path / "large.json", LAYER, large=True)
    small = layer(tmp_path / "small.json", LAYER, large=False)
    answers = [index_cache.query([str(small_catalog), str(path)], pay_of) for path in (large, small)]
    assert answers[0] == answers[1]
    assert ask(small_catalog, large) == ask(small_catalog, small)
    assert "40000" in str(answers[0])


def test_a_number_where_text_belongs_is_text_in_a_large_layer_too(tmp_path: Path, cache: Path) -> None:
    data = {**LAYER, "sources": {"survey": {"title": "Survey", "kind": "official", "period": 2023}}}
    bakers = {"title": 1871, "scheme": "soc-2018", "pay": [{**PAY, "place": "US", "median": 1, "period": 2022}]}
    data["occupations"] = {**LAYER["occupations"], "51-3011": bakers}
    path = layer(tmp_path / "large.json", data, large=True)
    found = index_cache.query([str(path)], lambda reader: reader.occupations(("51-3011",)))["51-3011"]
    assert (found.title, found.pay[0].period, found.pay[0].median) == ("1871", "2022", 1)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"median": "fast"}, "occupations.51-3011.pay[0].median: expected a number of 0 or more"),
        ({"place": "MX"}, "occupations.51-3011.pay[0].place: no place 'MX'"),
        ({"source": "other"}, "occupations.51-3011.pay[0].source: no source 'other'"),
    ],
)
def test_what_is_wrong_with_a_large_layer_is_told_as_with_a_small_one(
    change: dict[str, str], message: str, tmp_path: Path, cache: Path
) -> None:
    bakers = {"title": "Bakers", "scheme": "soc-2018", "pay": [{**PAY, "place": "US", "median": 1, **change}]}
    path = layer(tmp_path / "large.json", {**LAYER, "occupations": {"51-3011": bakers}}, large=True)
    with pytest.raises(CatalogInvalid) as caught:
        index_cache.query([str(path)], pay_of)
    (problem,) = caught.value.problems
    assert f"{problem.path}: {problem.message}".startswith(message)


def test_progress_is_told_of_a_long_compilation_only(tmp_path: Path, cache: Path) -> None:
    told: list[tuple[str, int, int]] = []

    class Told:
        def __enter__(self) -> "Told":
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def report(self, what: str, done: int, total: int) -> None:
            told.append((what, done, total))

    path = layer(tmp_path / "small.json", LAYER, large=False)
    index_cache.query([str(path)], pay_of, Told)
    assert told == []
    path.write_text(json.dumps(LAYER) + " " * index_cache.LONG_COMPILATION, "utf-8")
    index_cache.query([str(path)], pay_of, Told)
    assert [done for _, done, _ in told] == [0, 1, 2, 3]
    told.clear()
    index_cache.query([str(path)], pay_of, Told)
    assert told == [], "it is compiled once"
