"""Pay in several places, currencies and units of time, and ranges without a median, in every command that reads pay."""

from pathlib import Path

import pytest

from tests.cli.contract import answered, json_of, refused
from tests.conftest import Run

BANDS = ("--no-default-catalog", "--catalog", str(Path(__file__).parent.parent / "catalogs" / "bands.yaml"))
SENIOR, STAFF = "paper-developer@senior", "paper-developer@staff"


def words(page: str) -> str:
    return " ".join(page.split())


# A place keeps all of its pay


def test_pay_at_a_place_is_there_whatever_its_source_and_says_that_it_is_not_official(run: Run) -> None:
    answer = json_of(run("salary", "paper-developer", "--place", "GB", "--json", *BANDS))
    assert [(row["level"], row["low"], row["high"]) for row in answer["rows"]] == [
        ("developer", 57_000, 72_000), ("senior", 72_000, 87_000), ("staff", 87_000, 105_000),
    ]  # fmt: skip
    page = words(answered(run("salary", "paper-developer", "--place", "GB", "--full", *BANDS)))
    assert "Paper pay bands, 2026-01 [1]; not official" in page
    assert "No official pay is known for United Kingdom." in page


def test_an_embedded_role_keeps_its_own_pay_at_a_place(run: Run) -> None:
    answer = json_of(run("salary", "customer-relationship-manager", "--place", "Canada", "--json"))
    assert [(row["place"], row["currency"]) for row in answer["rows"]] == [("CA", "CAD")]


def test_at_a_place_an_amount_is_in_the_currency_of_the_pay_there(run: Run) -> None:
    answer = json_of(run("salary", SENIOR, "--place", "GB", "--mine", "80000", "--json", *BANDS))
    assert answer["mine"] == {"amount": 80_000, "currency": "GBP", "per": "year"}
    assert [row["standing"]["text"].partition(" (")[0] for row in answer["rows"]] == ["within the range of the source"]


def test_a_label_names_the_place_and_not_its_id(run: Run) -> None:
    page = answered(run("compare", SENIOR, STAFF, "--width", "120", "--full", *BANDS))
    assert "Pay range a year, United Kingdom, GBP, 2026-01" in page
    assert ", GB," not in page


# An amount says its currency, and its unit of time where that is not plain


@pytest.mark.parametrize("typed", ["£80k", "80,000 GBP", "gbp 80000"])
def test_an_amount_is_in_the_currency_that_was_typed(run: Run, typed: str) -> None:
    answer = json_of(run("salary", SENIOR, "--mine", typed, "--json", *BANDS))
    assert answer["mine"] == {"amount": 80_000, "currency": "GBP", "per": "year"}


def test_an_amount_in_a_currency_that_nobody_is_paid_in_is_refused(run: Run) -> None:
    refused(run("salary", SENIOR, "--mine", "80k EUR", *BANDS), 2, "EUR", "GBP and USD")


def test_an_amount_too_small_for_a_year_is_a_question(run: Run) -> None:
    refused(run("salary", SENIOR, "--mine", "45", *BANDS), 2, "--mine 45", "--per hour")
    refused(run("salary", SENIOR, "--mine", "7000", *BANDS), 2, "--per month")
    own = json_of(run("salary", SENIOR, "--mine", "45", "--per", "year", "--json", *BANDS))["mine"]
    assert own == {"amount": 45, "currency": "USD", "per": "year"}


# Ranges are pay


def test_two_ranges_of_one_source_are_subtracted_end_from_end(run: Run) -> None:
    answer = json_of(run("compare", SENIOR, STAFF, "--json", *BANDS))
    (said,) = answer["verdict"]
    assert said["text"] == (
        "Staff Developer pays more: £87,000–£105,000 against £72,000–£87,000 a year, £15,000 (20.8%) more at the lower "
        "end and £18,000 (20.7%) more at the upper end."
    )
    assert (said["winner"], said["statistic"], said["currency"]) == (STAFF, "range", "GBP")
    assert (said["amount"], said["percent"], said["amount_high"], said["percent_high"]) == (
        15_000, 20.83, 18_000, 20.69,
    )  # fmt: skip
    (row,) = [row for row in answer["rows"] if row["measure"] == "pay" and None not in row["cells"]]
    assert (row["difference"]["amount"], row["difference_high"]["amount"]) == (15_000, 18_000)
    steps = [step for step in answer["changes"] if step["aspect"] == "pay"]
    assert [(step["statistic"], step["amount"]) for step in steps] == [("low", 15_000), ("high", 18_000)]


def test_pay_that_cannot_be_compared_is_never_called_missing(run: Run) -> None:
    (said,) = json_of(run("compare", SENIOR, "berlin-engineer", "--json", *BANDS))["verdict"]
    assert (said["winner"], said["amount"], said["sides"]) == (None, None, [])
    assert "none in the catalog" not in said["text"]
    assert "range £72,000–£87,000" in said["text"]
    assert "median €70,000" in said["text"]


def test_the_ladder_shows_the_raise_at_both_ends_of_a_range(run: Run) -> None:
    answer = json_of(run("path", STAFF.partition("@")[0], "--json", *BANDS))
    (staff,) = [row for row in answer["rows"] if row["to"]["level"] == "staff"]
    gain = {key: staff["gain"][key] for key in ("statistic", "amount", "percent", "amount_high", "percent_high")}
    assert gain == {
        "statistic": "range", "amount": 15_000, "percent": 20.83, "amount_high": 18_000, "percent_high": 20.69,
    }  # fmt: skip
    steps = json_of(run("salary", "paper-developer", "--json", *BANDS))["roles"][0]["steps"]
    assert [(step["to"]["level"], step["statistic"], step["amount"]) for step in steps] == [
        ("senior", "low", 15_000), ("senior", "high", 15_000), ("staff", "low", 15_000), ("staff", "high", 18_000),
    ]  # fmt: skip


PRICES = """\
schema_version: 1
name: prices
sources:
  bank: {title: Price levels, kind: official, period: 2025}
places:
  GB: {title: United Kingdom, parities: [{kind: ppp, value: 0.75, period: 2025, source: bank}]}
  JP: {title: Japan, parities: [{kind: ppp, value: 100, period: 2025, source: bank}]}
"""


def test_a_range_is_put_at_common_prices_end_by_end(run: Run, tmp_path: Path) -> None:
    layer = tmp_path / "prices.yaml"
    layer.write_text(PRICES)
    asked = ("salary", "paper-developer@developer", "--adjust", "ppp", "--catalog", str(layer))
    (row,) = [row for row in json_of(run(*asked, "--json", *BANDS))["rows"] if row["adjusted"]]
    assert (row["level"], row["adjusted"]["statistic"]) == ("developer", "range")
    assert (row["low"], row["high"]) == (57_000, 72_000)
    assert (row["adjusted"]["value"], row["adjusted"]["high"]) == (76_000, 96_000)
    assert (row["adjusted"]["parity"], row["adjusted"]["parity_place"]) == (0.75, "GB")
    fields = "level,low,high,adjusted,adjusted_high,adjusted_statistic"
    csv = answered(run(*asked, "--format", "csv", "--fields", fields, *BANDS))
    assert "developer,57000,72000,76000,96000,range" in csv.splitlines()
    page = words(answered(run(*asked, "--full", "--width", "160", *BANDS)))
    assert "range [1] £57,000–£72,000 0.750 [2] 76,000–96,000" in page
    plain = ("salary", "tokyo-engineer", "--adjust", "ppp", "--catalog", str(layer))
    (median,) = [row["adjusted"] for row in json_of(run(*plain, "--json", *BANDS))["rows"] if row["adjusted"]]
    assert (median["statistic"], median["value"], median["high"]) == ("median", 60_000, None)


# Filters say what they worked with


def test_a_filter_says_its_currency_and_how_many_roles_it_could_not_judge(run: Run) -> None:
    answer = json_of(run("list", "--min-pay", "60k", "--json", *BANDS))
    assert [(row["role"], row["pay"]["value"]) for row in answer["rows"]] == [
        ("hourly-worker", 124_800), ("monthly-worker", 108_000),
    ]  # fmt: skip
    assert [row["pay"]["worked_out_from"] for row in answer["rows"]] == ["hour", "month"]
    assert answer["pay_filter_currency"] == "USD"
    assert answer["not_judged"] == [{"filter": "pay", "role_count": 4}]
    page = words(answered(run("list", "--min-pay", "60k", "--width", "160", *BANDS)))
    assert "$124,800= " in page
    assert "= worked out from pay by the hour or month" in page
    assert "2 jobs pay at least $60,000 a year." in page
    assert "4 jobs are" in page


def test_an_amount_by_the_hour_or_month_is_one_by_the_year_for_a_filter_and_its_own_for_mine(run: Run) -> None:
    answer = json_of(run("list", "--min-pay", "60/hour", "--json", *BANDS))
    assert (answer["min_pay"], [row["role"] for row in answer["rows"]]) == (124_800, ["hourly-worker"])
    assert "pays at least $124,800 a year" in words(
        answered(run("list", "--min-pay", "60 an hour", "--width", "160", *BANDS))
    )
    for command in (("list",), ("path", "hourly-worker", "--to", "monthly-worker")):
        refused(run(*command, "--min-pay", "45", *BANDS), 2, "--min-pay 45", "for an hour or a month", "45/hour")
    mine = json_of(run("salary", "registered-nurse", "--mine", "45/hour", "--json"))["mine"]
    assert mine == {"amount": 45, "currency": "USD", "per": "hour"}
    refused(run("salary", "registered-nurse", "--mine", "45/hour", "--per", "year"), 2, "is not pay a year")


@pytest.mark.parametrize(
    ("typed", "found"),
    [("¥6000000", None), ("6,000,000 JPY", ["tokyo-engineer"]), ("€70k", ["berlin-engineer"]), ("€70,001", [])],
)
def test_a_filter_works_in_the_currency_that_was_typed(run: Run, typed: str, found: list[str] | None) -> None:
    ran = run("list", "--min-pay", typed, "--json", *BANDS)
    if found is None:
        refused(ran, 2, "--min-pay takes an amount")
    else:
        assert [row["role"] for row in json_of(ran)["rows"]] == found


def test_a_list_shows_the_range_of_a_ladder_and_judges_it_only_where_it_decides(run: Run) -> None:
    (row,) = [row for row in json_of(run("list", "--json", *BANDS))["rows"] if row["role"] == "paper-developer"]
    assert (row["pay"]["value"], row["pay"]["low"], row["pay"]["high"]) == (None, 57_000, 105_000)
    assert "£57,000–£105,000" in answered(run("list", "--width", "160", *BANDS))
    assert [row["role"] for row in json_of(run("list", "--min-pay", "£50k", "--json", *BANDS))["rows"]] == [
        "paper-developer"
    ]
    assert json_of(run("list", "--min-pay", "£80k", "--json", *BANDS))["rows"] == []


# What nobody knows is not zero


def test_years_that_nobody_knows_are_null_and_keep_to_no_limit(run: Run) -> None:
    asked = ("path", "paper-developer@developer", "--to", STAFF)
    (route,) = json_of(run(*asked, "--json", *BANDS))["routes"]
    assert (route["years"], route["years_unknown"]) == (None, 2)
    assert "How long it takes is not known." in words(answered(run(*asked, *BANDS)))
    assert "time unknown" in answered(run(*asked, "--full", *BANDS))
    limited = json_of(run(*asked, "--max-years", "1", "--json", *BANDS))
    assert (limited["routes"], [refusal["constraint"] for refusal in limited["refusals"]]) == ([], ["max_years"])


def test_a_route_is_held_against_pay_of_its_own_currency(run: Run) -> None:
    asked = ("path", "paper-developer@developer", "--to", STAFF, "--json")
    assert len(json_of(run(*asked, "--min-pay", "£70k", *BANDS))["routes"]) == 1
    assert json_of(run(*asked, "--min-pay", "$70k", *BANDS))["routes"] == []


def test_education_of_a_proxy_is_marked_and_counts_in_no_filter(run: Run) -> None:
    page = words(
        answered(
            run("compare", "customer-service-representative", "customer-success-manager", "--full", "--width", "200")
        )
    )
    entry = page.partition("Typical entry education")[2].partition("Experience in a related job")[0]
    assert "a different job" in entry
    open_to_all = {row["role"] for row in json_of(run("list", "--no-degree", "--json"))["rows"]}
    assert "customer-success-manager" not in open_to_all
    asked_for = {row["role"] for row in json_of(run("list", "--no-degree", "--proxies", "--json"))["rows"]}
    assert "customer-success-manager" in asked_for


def test_a_best_paying_place_says_how_many_jobs_it_has(run: Run) -> None:
    rows = json_of(run("compare", "cashier", "waiter", "--section", "best-paying", "--json"))["rows"]
    assert {row["period"] for row in rows} == {"2025-05"}
    assert all(cell["note"].endswith(" jobs") for row in rows for cell in row["cells"] if cell)


def test_the_self_employed_are_shown_where_they_are_more_than_a_quarter(run: Run) -> None:
    def shares(role: str) -> list[float]:
        (guide,) = json_of(run("show", role, "--section", "outlook", "--json"))["rows"]
        figures = guide["sections"][0]["figures"]
        return [figure["value"] for figure in figures if figure["measure"] == "self-employed"]

    assert shares("farmer")[0] > 25
    assert shares("cashier") == []
