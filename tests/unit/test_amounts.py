"""Numbers as people read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli import amounts
from careercli.errors import UsageProblem


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (78814, None, "78,814"),
        (0, None, "0"),
        (-1200, None, "-1,200"),
        (2.5, None, "2.5"),
        (2.0, None, "2"),
        (58.6, None, "58.6"),
        (1234567.5, None, "1,234,567.5"),
        (37.89, 2, "37.89"),
        (37.9, 2, "37.90"),
        (18, 1, "18.0"),
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        (2.675, 2, "2.68"),
        (1.005, 2, "1.01"),
        (-2.5, 0, "-3"),
        (12031.5, 0, "12,032"),
        (10**12, None, "1,000,000,000,000"),
        (-0.0, None, "0"),
        (-0.0, 2, "0.00"),
        (5e27, 1, "5,000,000,000,000,000,000,000,000,000.0"),
    ],
)
def test_a_number_has_thousands_marked_and_halves_rounded_up(value: float, decimals: int | None, text: str) -> None:
    assert amounts.format_number(value, decimals) == text


@pytest.mark.parametrize(
    ("value", "currency", "per", "text"),
    [
        (78814, "USD", "year", "$78,814"),
        (37.89, "USD", "hour", "$37.89"),
        (15, "USD", "hour", "$15.00"),
        (55000, "EUR", "year", "€55,000"),
        (40000, "GBP", "year", "£40,000"),
        (60000, "CAD", "year", "CAD 60,000"),
        (9000, "NAD", "month", "NAD 9,000"),
        (17.5, "CAD", "hour", "CAD 17.50"),
        (78814.0, "USD", "year", "$78,814"),
        (2600.5, "USD", "month", "$2,600.50"),
        (0, "USD", "year", "$0"),
    ],
)
def test_money_names_its_currency_and_an_hour_its_cents(value: float, currency: str, per: str, text: str) -> None:
    assert amounts.format_money(value, currency, per) == text


@given(st.integers(0, 10**12) | st.floats(0, 1e12), st.integers(0, 4) | st.none())
def test_no_number_is_ever_written_in_another_notation(value: float, decimals: int | None) -> None:
    text = amounts.format_number(value, decimals)
    assert set(text) <= set("0123456789,.")
    assert float(text.replace(",", "")) == pytest.approx(
        value, abs=0.5 * 10 ** -(decimals if decimals is not None else 9)
    )


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (5, "percent", "5%"),
        (6.4, "percent", "6.4%"),
        (-1.5, "percent", "-1.5%"),
        (77430, "jobs", "77,430"),
        (1, "years", "1 year"),
        (4, "years", "4 years"),
        (1, "months", "1 month"),
        (0.5, "years", "0.5 years"),
        (33700, "openings a year", "33,700 a year"),
        (4, "zone", "4"),
        (7, None, "7"),
    ],
)
def test_a_count_is_written_in_its_unit(value: float, unit: str | None, text: str) -> None:
    assert amounts.format_quantity(value, unit) == text


@pytest.mark.parametrize(
    ("low", "high", "unit", "currency", "text"),
    [
        (4, 6, "years", None, "4–6 years"),
        (54000, 113000, None, "USD", "$54,000–$113,000"),
        (None, 5000, None, "USD", "up to $5,000"),
        (900, None, None, "USD", "from $900"),
        (None, None, "years", None, ""),
        (60000, 95000, None, "CAD", "CAD 60,000–CAD 95,000"),
        (None, 18, "months", None, "up to 18 months"),
        (6, None, "months", None, "from 6 months"),
        (2, 5, "percent", None, "2%–5%"),
        (0, 500, None, "USD", "$0–$500"),
    ],
)
def test_a_span_names_both_ends_or_says_which_is_open(
    low: float | None, high: float | None, unit: str | None, currency: str | None, text: str
) -> None:
    assert amounts.format_range(low, high, unit, currency) == text


def test_a_bound_is_written_as_a_bound() -> None:
    assert amounts.at_least(239200, None, "USD") == "≥ $239,200"
    assert amounts.at_most(5000, None, "USD") == "≤ $5,000"
    assert amounts.at_least(10, "years") == "≥ 10 years"


def test_a_band_of_years_says_that_it_ends_before_its_upper_end() -> None:
    assert amounts.format_years_band(2, 5) == "2 to under 5 years"
    assert amounts.format_years_band(12, None) == "12+ years"
    assert amounts.format_years_band(0, 0.5) == "under 6 months"
    assert amounts.format_years_band(0, 1) == "under 1 year"


def test_a_share_has_one_decimal_and_a_difference_its_sign() -> None:
    assert amounts.format_percent(18) == "18.0%"
    assert amounts.format_percent(5.78, 2) == "5.78%"
    assert amounts.signed("40.0%", 40) == "+40.0%"
    assert amounts.signed("$5", -5) == "-$5"
    assert amounts.signed("0", 0) == "+0"


def test_a_list_is_written_as_prose() -> None:
    assert [amounts.join_words(("a", "b", "c")[:size]) for size in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert amounts.join_words(["a", "b"], "or") == "a or b"


@pytest.mark.parametrize(("per", "words"), [("year", "a year"), ("month", "a month"), ("hour", "an hour")])
def test_every_pay_period_has_its_words(per: str, words: str) -> None:
    assert amounts.format_per(per) == words


@pytest.mark.parametrize(
    ("amount", "base", "percent"),
    [
        (1, 4, 25.0), (-1, 3, -33.33), (5, 0.01, 50_000), (5, -0.01, -50_000), (5, 0.0099, None), (5, 1e-25, None),
        (5, 0, None), (5, -0.0, None), (5, 1e-320, None), (1e308, 0.01, None),
    ],
)  # fmt: skip
def test_a_share_that_no_number_says_is_none(amount: float, base: float, percent: float | None) -> None:
    assert amounts.percent_of(amount, base) == (pytest.approx(percent) if percent is not None else None)


@given(st.floats(allow_nan=False, allow_infinity=False), st.sampled_from([None, 0, 1, 2]))
def test_every_float_can_be_written(value: float, decimals: int | None) -> None:
    assert amounts.format_number(value, decimals)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Pay range", "pay range"),
        ("A certificate", "a certificate"),
        ("Best-paying city", "best-paying city"),
        ("LGBT share", "LGBT share"),
        ("SQL and more", "SQL and more"),
        ("C++ is old", "C++ is old"),
        ("PhD or 5 years", "PhD or 5 years"),
        ("iOS", "iOS"),
        ("", ""),
    ],
)
def test_words_of_ours_start_small_inside_a_sentence_and_short_forms_stay(text: str, inside: str) -> None:
    assert amounts.in_sentence(text) == inside


@pytest.mark.parametrize(
    ("typed", "amount", "currency", "per"),
    [
        ("45/hour", 45, None, "hour"),
        ("$45 an hour", 45, "USD", "hour"),
        ("45 per hr", 45, None, "hour"),
        ("3k a month", 3_000, None, "month"),
        ("€3,000/mo", 3_000, "EUR", "month"),
        ("52k EUR per year", 52_000, "EUR", "year"),
        ("£52K/yr", 52_000, "GBP", "year"),
        ("52k", 52_000, None, None),
    ],
)
def test_an_amount_may_name_its_unit_of_time(typed: str, amount: int, currency: str | None, per: str | None) -> None:
    read = amounts.parse_amount(typed, "--mine")
    assert (read.amount, read.currency, read.per) == (amount, currency, per)


@pytest.mark.parametrize("typed", ["45/week", "45 hour", "45/", "45 a", "a month", "45//hour"])
def test_another_unit_of_time_is_no_amount(typed: str) -> None:
    with pytest.raises(UsageProblem, match="takes an amount"):
        amounts.parse_amount(typed, "--mine")


def test_an_amount_is_brought_to_the_year_and_one_too_small_for_it_is_a_question() -> None:
    assert amounts.parse_amount("45/hour", "--min-pay").a_year("--min-pay") == 93_600
    assert amounts.parse_amount("3k a month", "--min-pay").a_year("--min-pay") == 36_000
    assert amounts.parse_amount("0", "--min-pay").a_year("--min-pay") == 0
    with pytest.raises(UsageProblem, match="Is it pay for an hour or a month"):
        amounts.parse_amount("45", "--min-pay").a_year("--min-pay")
