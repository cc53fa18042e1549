"""One job is one row: what official lists tell of it stands with the role that bears its name."""

import pytest

from careercli.catalog.index_cache import embedded_layers, query
from careercli.catalog.reader import CatalogReader
from careercli.matching import name_key
from tests.conftest import LibraryOf
from tests.unit.reading import HEAD

CLASSES = """
sources: {s: {title: S, kind: official}}
families: {f: {title: F}}
occupations:
  "35-3023":
    title: Fast Food and Counter Workers
    scheme: soc-2018
    pay: [{source: s, place: US, per: year, currency: USD, median: 32000}]
    profile: {source: s, tasks: [{text: Serve food.}]}
  "35-3023.01":
    title: Baristas
    scheme: onet-soc-2019
    part_of: 35-3023
    profile: {source: s, titles: [Coffee Artist], tasks: [{text: Make coffee.}]}
  "31-1121": {title: Home Health Aides, scheme: soc-2018, profile: {source: s, tasks: [{text: Help.}]}}
  "31-1120": {title: Home Health and Personal Care Aides, scheme: soc-2018}
"""


def library(library_of: LibraryOf, roles: str) -> CatalogReader:
    return library_of(HEAD.replace("places: {}", "") + "places: {US: {title: US}}\n" + CLASSES + roles)


@pytest.mark.parametrize("fit", ["exact", "part"])
def test_a_part_of_a_class_that_bears_the_name_of_a_role_is_that_role(library_of: LibraryOf, fit: str) -> None:
    link = f"occupations: [{{code: 35-3023, fit: {fit}}}]"
    reader = library(library_of, f"roles: {{barista: {{title: Barista, family: f, summary: S, {link}}}}}\n")
    assert reader.roles_with_code("35-3023.01") == [("barista", "exact")]
    assert reader.roles_named(name_key("Coffee Artist")) == ("barista",)
    assert "Baristas" not in [one.title for one in reader.role_summaries()]


def test_a_class_of_the_same_broad_class_counts_as_its_part(library_of: LibraryOf) -> None:
    link = "occupations: [{code: 31-1120, fit: exact}]"
    reader = library(library_of, f"roles: {{aide: {{title: Home Health Aide, family: f, summary: S, {link}}}}}\n")
    assert reader.roles_with_code("31-1121") == [("aide", "exact")]


def test_another_job_of_that_name_stays_another_job(library_of: LibraryOf) -> None:
    reader = library(
        library_of, "roles: {barista: {title: Barista, family: f, summary: Serves at the bar of a court.}}\n"
    )
    assert [one.id for one in reader.role_summaries() if one.title in ("Barista", "Baristas")] == [
        "barista",
        "baristas",
    ]


def test_a_class_that_a_role_is_a_part_of_and_is_called_like_is_no_second_row(library_of: LibraryOf) -> None:
    link = "aliases: [counter worker], occupations: [{code: 31-1121, fit: part, why: W.}]"
    reader = library(library_of, f"roles: {{aide: {{title: Home Health Aide, family: f, summary: S, {link}}}}}\n")
    assert "home-health-aides" not in [one.id for one in reader.role_summaries()]


def test_no_row_of_the_embedded_catalog_is_called_like_another() -> None:
    def names(reader: CatalogReader) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for one in reader.role_summaries():
            for name in (one.title, *one.aliases):
                found.setdefault(name_key(name), set()).add(one.id)
        return found

    shared = {name: roles for name, roles in query(embedded_layers(), names).items() if len(roles) > 1}
    assert shared == {"teacher": {"primary-school-teacher", "secondary-school-teacher"}}
