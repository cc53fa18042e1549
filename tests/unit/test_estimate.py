"""Pay by level where nobody surveyed it: one rule, marked as an estimate, never beyond what is published."""

import pytest

from careercli.answers.compare.answer import compare
from careercli.answers.salary.answer import salary
from careercli.answers.shared.view_parts import PayView
from careercli.catalog.estimate import ESTIMATE_SOURCE
from tests.conftest import LibraryOf

CLASS = "p10: 10000, p25: 25000, median: 50000, p75: 75000, p90: 90000"


def catalog(*, points: str = CLASS, fit: str = "exact", rule: bool = True, pay: str = "") -> str:
    source = f"  {ESTIMATE_SOURCE}: {{title: A rule, kind: rule}}\n" if rule else ""
    levels = "".join(
        f"      - {{id: l{number}, title: L{number}, track: ic, years: [{number}, {number + 1}], source: us{pay}}}\n"
        for number in range(5)
    )
    return (
        "schema_version: 1\nname: test\nsources:\n  us: {title: Us, kind: judgement}\n"
        "  office: {title: An office, kind: official, period: 2025-05}\n"
        f"{source}places: {{US: {{title: United States}}}}\nfamilies: {{f: {{title: F}}}}\noccupations:\n"
        f"  '11-1111':\n    title: Class\n    scheme: soc-2018\n    pay:\n"
        f"      - {{source: office, place: US, per: year, currency: USD, {points}}}\n"
        f"roles:\n  r:\n    title: R\n    family: f\n    summary: S.\n"
        f"    occupations: [{{code: '11-1111', fit: {fit}, why: W.}}]\n    levels:\n{levels}"
    )


def estimates(library_of: LibraryOf, text: str) -> list[PayView]:
    return [row for row in salary(library_of(text), ["r"]).rows if row.level is not None]


def test_five_levels_stand_at_the_percentiles_18_34_50_66_and_82(library_of: LibraryOf) -> None:
    rows = estimates(library_of, catalog())
    assert [row.median for row in rows] == [18_000, 34_000, 50_000, 66_000, 82_000]


def test_an_estimate_is_marked_names_its_rule_and_the_class_and_its_date(library_of: LibraryOf) -> None:
    for row in estimates(library_of, catalog()):
        assert (row.estimate, row.source, row.occupation, row.period) == (True, ESTIMATE_SOURCE, "11-1111", "2025-05")


@pytest.mark.parametrize(
    "text",
    [
        catalog(fit="proxy"),
        catalog(rule=False),
        catalog(points="p10: 10000, p25: 25000, median: 50000, p75: 75000, at_least: {p90: 80000}"),
        catalog(pay=", pay: [{source: us, place: US, per: year, currency: USD, median: 1}]"),
        catalog().replace("years: [4, 5], ", ""),
    ],
    ids=["a proxy", "no rule", "a bound in the class", "published pay", "a level without years"],
)
def test_nothing_is_estimated_where_the_rule_does_not_hold(text: str, library_of: LibraryOf) -> None:
    assert not [row for row in estimates(library_of, text) if row.estimate]


def test_no_raise_and_no_difference_is_made_of_estimates(library_of: LibraryOf) -> None:
    reader = library_of(catalog())
    assert salary(reader, ["r"]).roles[0].steps == ()
    rows = [row for row in compare(reader, ["r@l0", "r@l4"]).rows if row.measure == "pay"]
    assert rows
    assert all(row.estimate and row.difference is None for row in rows)
