"""The contract of `careercli list`."""

from pathlib import Path

import pytest

from tests.cli.contract import answered, example_of, json_of, refused
from tests.conftest import Run

ROW = {
    *("role", "title", "family", "family_title", "aliases", "level_count", "tracks", "education", "education_fit"),
    *("pay", "distribution", "growth", "openings", "employment"),
}
KEY_PAY = {
    *("value", "low", "high", "at_least", "statistic", "currency", "per", "place", "place_title", "period", "source"),
    *("occupation", "fit", "worked_out_from"),
}
KEY_FIGURE = {"value", "unit", "period", "source", "occupation", "fit", "outlook"}


def ids(run: Run, *options: str) -> list[str]:
    return [row["role"] for row in json_of(run("list", "--json", *options, small=True))["rows"]]


def test_all_roles_are_printed_and_nothing_is_complained_of(run: Run) -> None:
    page = answered(run("list", "--width", "200", small=True))
    assert page.startswith("4 jobs. Baker pays most: $36,000 a year")
    assert all(title in page for title in ("Baker", "Pastry Chef", "Bakery Manager", "Flour Buyer"))


def test_the_example_in_the_help_runs(run: Run) -> None:
    assert "Customer" not in answered(run(*example_of(run, "list"))).split("Pay is the median")[0]


def test_the_json_has_the_keys_that_scripts_rely_on(run: Run) -> None:
    answer = json_of(run("list", "--json", small=True))
    assert set(answer) == {
        *("schema_version", "command", "options", "found", "rows", "pay_filter_currency", "min_pay", "max_pay"),
        *("not_judged", "sources"),
    }
    assert all(set(row) == ROW for row in answer["rows"])
    assert all(set(row["pay"]) == KEY_PAY for row in answer["rows"] if row["pay"])
    figures = [row[key] for row in answer["rows"] for key in ("growth", "openings", "employment")]
    assert all(set(figure) == KEY_FIGURE for figure in figures if figure)


def test_percentiles_are_those_of_the_distribution_that_the_pay_is_from(run: Run) -> None:
    rows = json_of(run("list", "--percentiles", "--json"))["rows"]
    known = [(row["pay"], row["distribution"]) for row in rows if row["distribution"]]
    assert len(known) > 150
    for pay, distribution in known:
        assert (distribution["source"], distribution["occupation"]) == (pay["source"], pay["occupation"])
        assert pay["value"] in (distribution["median"], distribution["mean"])
    assert all(row["distribution"] is None for row in json_of(run("list", "--json"))["rows"])
    csv = answered(run("list", "--percentiles", "--format", "csv", "--fields", "role,pay,distribution_median"))
    assert "registered-nurse,97550,97550" in csv.splitlines()
    page = " ".join(answered(run("list", "--percentiles", "--family", "software")).split())
    assert "Software Developer $82,460 $105,210 $135,980 $171,980 $214,670" in page


def test_each_role_comes_with_its_family(run: Run) -> None:
    rows = json_of(run("list", "--json"))["rows"]
    assert len(rows) >= 12
    assert all(row["family"] and row["family_title"] for row in rows)


def test_no_role_left_is_success_and_an_empty_list(run: Run) -> None:
    assert json_of(run("list", "--min-pay", "999999999", "--json", small=True))["rows"] == []
    page = answered(run("list", "--min-pay", "999999999", small=True))
    assert page.startswith("No job pays at least $999,999,999 a year. 2 jobs are left out")
    full = answered(run("list", "--min-pay", "999999999", "--full", small=True))
    assert full.startswith("No job passes these filters.\n")


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--family", "office"), ["bakery-manager", "flour-buyer"]),
        (("--family", "Office and Trade"), ["bakery-manager", "flour-buyer"]),
        (("--family", "office", "--family", "kitchen"), ["baker", "pastry-chef", "bakery-manager", "flour-buyer"]),
        (("--skill", "pastry"), ["pastry-chef"]),
        (("--skill", "baking", "--skill", "Food safety"), ["baker", "pastry-chef"]),
        (("--track", "management"), ["baker", "bakery-manager"]),
        (("--min-pay", "36000", "--max-pay", "36000"), ["baker", "pastry-chef"]),
        (("--min-pay", "36k", "--max-pay", "$36,000", "--proxies"), ["baker", "pastry-chef", "bakery-manager"]),
        (("--limit", "1"), ["baker"]),
        (("--sort", "title", "--limit", "2"), ["baker", "bakery-manager"]),
        (("--no-degree", "--growth", "faster"), ["baker", "pastry-chef"]),
        (("--no-degree", "--growth", "faster", "--proxies"), ["baker", "pastry-chef", "bakery-manager"]),
    ],
)
def test_filters_and_order_do_what_they_say(run: Run, options: tuple[str, ...], found: list[str]) -> None:
    assert ids(run, *options) == found


def test_roles_without_the_figure_come_last_in_an_order_by_it(run: Run) -> None:
    assert ids(run, "--sort", "pay")[-1] == "flour-buyer"


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (("--family", "kitchn"), 1, ("kitchn", "kitchen")),
        (("--skill", "bakin"), 1, ("bakin", "baking")),
        (("--track", "boss"), 2, ("boss", "management")),
        (("--sort", "size"), 2, ("size", "pay")),
        (("--min-pay", "much"), 2, ("much",)),
        (("--limit", "0"), 2, ("--limit", "0")),
        (("--growth", "wild"), 2, ("wild",)),
        (("baker",), 2, ("baker",)),
        (("--familly", "kitchen"), 2, ("--familly", "--family")),
    ],
)
def test_a_filter_that_means_nothing_is_refused_in_one_line(
    run: Run, options: tuple[str, ...], code: int, words: tuple[str, ...]
) -> None:
    refused(run("list", *options, small=True), code, *words)


def test_a_role_without_skills_or_levels_is_not_judged_by_filters_of_them(run: Run, tmp_path: Path) -> None:
    layer = tmp_path / "layer.yaml"
    layer.write_text(
        "schema_version: 1\nname: more\nroles:\n  sorter: {title: Sorter, family: kitchen, summary: Sorts.}\n"
    )
    for options, judged, roles in ((("--skill", "baking"), "skill", 1), (("--track", "management"), "track", 2)):
        answer = json_of(run("list", *options, "--catalog", str(layer), "--json", small=True))
        assert "sorter" not in [row["role"] for row in answer["rows"]]
        assert {"filter": judged, "role_count": roles} in answer["not_judged"]
