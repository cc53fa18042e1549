"""Where an amount stands between published points: never beyond them, and never more than they say."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careercli.amounts import convert_amount, parse_amount
from careercli.answers.salary.range_position import range_position
from careercli.answers.salary.view import PointView
from careercli.errors import UsageProblem

PERCENTILES = {"p10": 10, "p25": 25, "median": 50, "p75": 75, "p90": 90}
AMOUNTS = st.integers(0, 10**7) | st.floats(0, 1e7).map(lambda value: round(value, 2))


def point(statistic: str, value: float | None = None, **bounds: float) -> PointView:
    return PointView(statistic=statistic, value=value, at_least=bounds.get("at_least"), at_most=bounds.get("at_most"))


@st.composite
def published(draw: st.DrawFn) -> list[PointView]:
    """Draw two or more percentiles of a distribution."""
    names = draw(st.lists(st.sampled_from(list(PERCENTILES)), min_size=2, unique=True))
    values = sorted(draw(st.lists(AMOUNTS, min_size=len(names), max_size=len(names))))
    return [point(name, value) for name, value in zip(sorted(names, key=PERCENTILES.__getitem__), values, strict=True)]


def percentile(points: list[PointView], amount: float) -> float | None:
    found = range_position(points, amount)
    assert found is not None
    return found.percentile


@given(published(), st.lists(AMOUNTS, min_size=2))
def test_who_earns_more_never_stands_lower(points: list[PointView], amounts: list[float]) -> None:
    found = [percentile(points, amount) for amount in sorted(amounts)]
    assert all(low <= high for low, high in pairwise(value for value in found if value is not None))


@given(published(), AMOUNTS)
def test_a_percentile_is_never_outside_of_the_published_ones(points: list[PointView], amount: float) -> None:
    lowest, highest = points[0], points[-1]
    assert lowest.value is not None
    assert highest.value is not None
    found = percentile(points, amount)
    if lowest.value <= amount <= highest.value:
        assert found is not None
        assert PERCENTILES[lowest.statistic] <= found <= PERCENTILES[highest.statistic]
    else:
        assert found is None


@given(published())
def test_a_published_amount_stands_at_its_own_percentile(points: list[PointView]) -> None:
    for one in points:
        assert one.value is not None
        same = [PERCENTILES[other.statistic] for other in points if other.value == one.value]
        assert percentile(points, one.value) == max(same)


@given(published(), AMOUNTS)
def test_the_neighbours_are_published_points_on_either_side(points: list[PointView], amount: float) -> None:
    found = range_position(points, amount)
    assert found is not None
    assert found.below is None or (found.below in points and (found.below.value or 0) <= amount)
    assert found.above is None or (found.above in points and (found.above.value or 0) >= amount)
    between = [one for one in points if one.value == amount]
    assert (found.below is found.above is not None) == bool(between)


@given(published(), AMOUNTS)
@example([point("p10", 0), point("p90", 100)], 50)
def test_a_bound_between_two_points_leaves_no_percentile(points: list[PointView], amount: float) -> None:
    names = [one.statistic for one in points]
    if "p10" not in names or "p90" not in names or "median" in names or any(one.value == amount for one in points):
        return
    bounded = [points[0], point("median", at_least=points[0].value or 0), points[-1]]
    assert percentile(bounded, amount) is None


def test_a_percentile_is_read_off_the_straight_line() -> None:
    points = [point("p25", 100_360), point("median", 148_270)]
    assert percentile(points, 120_000) == round(25 + 25 * (120_000 - 100_360) / (148_270 - 100_360), 2) == 35.25


def test_a_lone_median_has_two_sides_and_no_percentile_beside_it() -> None:
    median = point("median", 50_000)
    assert range_position([median], 60_000) == (median, None, (), None)
    assert range_position([median], 40_000) == (None, median, (), None)
    assert range_position([median], 50_000) == (median, median, (), 50)


def test_a_bound_from_below_is_above_what_is_less_and_unsure_against_what_is_more() -> None:
    p75, p90 = point("p75", 200_000), point("p90", at_least=239_200)
    assert range_position([p75, p90], 220_000) == (p75, p90, (), None)
    assert range_position([p75, p90], 239_200) == (p75, p90, (), None)
    assert range_position([p75, p90], 250_000) == (p75, None, (p90,), None)


def test_a_bound_from_above_is_below_what_is_more_and_unsure_against_what_is_less() -> None:
    p10, p25 = point("p10", at_most=20_000), point("p25", 30_000)
    assert range_position([p10, p25], 25_000) == (p10, p25, (), None)
    assert range_position([p10, p25], 15_000) == (None, p25, (p10,), None)


def test_the_ends_of_a_range_are_no_percentiles() -> None:
    points = [point("low", 54_000), point("high", 113_000)]
    assert [percentile(points, amount) for amount in (54_000, 60_000, 113_000, 120_000)] == [None] * 4


def test_an_amount_at_both_the_end_of_a_range_and_a_percentile_stands_at_the_percentile() -> None:
    assert percentile([point("p75", 70), point("p90", 80), point("high", 80)], 80) == 90


@pytest.mark.parametrize(
    "points",
    [
        [point("p10", 50), point("p25", 30)],
        [point("p25", at_least=60), point("median", 40)],
    ],
)
def test_points_that_contradict_each_other_say_nothing(points: list[PointView]) -> None:
    assert range_position(points, 45) is None


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("72000", 72_000, None), ("72,000", 72_000, None), ("72_000", 72_000, None), ("$72,000", 72_000, "USD"),
        ("72k", 72_000, None), ("$72.5K", 72_500, "USD"), ("37.89", 37.89, None), (" 1,234,567 ", 1_234_567, None),
        ("€72000", 72_000, "EUR"), ("£80k", 80_000, "GBP"), ("80k GBP", 80_000, "GBP"),
        ("JPY 6,000,000", 6_000_000, "JPY"),
        ("72000eur", 72_000, "EUR"), ("60kUSD", 60_000, "USD"),
    ],
)  # fmt: skip
def test_an_amount_is_read_as_people_type_it(text: str, amount: float, currency: str | None) -> None:
    found = parse_amount(text, "--mine")
    assert (found.amount, found.currency) == (amount, currency)
    assert isinstance(found.amount, type(amount))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "-5",
        "72.000",
        "72,00",
        "7,2000",
        "72,000,00",
        "1e5",
        "72kk",
        "$72000 USD",
        "72 000",
        "nan",
        "٧٢",
        "$",
    ],
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(UsageProblem, match="--mine takes an amount"):
        parse_amount(text, "--mine")


def test_a_year_has_twelve_months_and_2080_hours() -> None:
    assert convert_amount(78_811.2, "year", "hour") == 37.89
    assert convert_amount(72_000, "year", "month") == 6_000
    assert convert_amount(37.89, "hour", "year") == 78_811
    assert convert_amount(6_500, "month", "hour") == 37.5
    assert convert_amount(30, "hour", "month") == 5_200
