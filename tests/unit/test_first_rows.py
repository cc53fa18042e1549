"""The rows of a comparison's first screen: a score each, one row a question, what people ask first always in."""

import pytest
from msgspec.structs import replace

from careercli.answers.compare.first_rows import RANKS, compares, differs, first_rows
from careercli.answers.compare.short_titles import short_titles
from careercli.answers.compare.view import CellView, RowView


def row(measure: str, *cells: CellView | None, group: str = "outlook", **more: object) -> RowView:
    plain = RowView(
        group=group,
        measure=measure,
        label=measure,
        statistic=None,
        unit=None,
        currency=None,
        per=None,
        place="US",
        place_title=None,
        period=None,
        population=None,
        source="s",
        is_estimate=False,
        cells=cells,
        difference=None,
    )
    return replace(plain, **more)


def pay(first: float | None, second: float | None, **more: object) -> RowView:
    cells = [None if value is None else CellView(value=value) for value in (first, second)]
    return row("pay", *cells, group="pay", **{"statistic": "median", "currency": "USD", "per": "year", **more})


def growth(first: float, second: float, fit: str | None = None) -> RowView:
    return row("growth", CellView(value=first, fit=fit), CellView(value=second), unit="percent")


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (pay(100_000, 100_000), 0),
        (pay(100_000, 50_000), 1),
        (pay(100_000, 400_000), 1),
        (growth(5, 15), 0.5),
        (growth(0, 40), 1),
        (row("entry-education", CellView(text="A"), CellView(text="A")), 0),
        (row("entry-education", CellView(text="A"), CellView(text="B")), 1),
        (row("growth", CellView(value=3, occupation="1"), CellView(value=3, occupation="1"), unit="percent"), 0),
    ],
)
def test_numbers_differ_by_their_ratio_points_by_twenty_texts_wholly(one: RowView, expected: float) -> None:
    assert differs(one) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (growth(1, 2), 1),
        (growth(1, 2, "exact"), 1),
        (growth(1, 2, "part"), 0.8),
        (growth(1, 2, "proxy"), 0.3),
        (row("growth", CellView(value=1), None), 0),
        (row("satisfaction", CellView(given=False), CellView(given=False)), 0),
        (row("entry-education", CellView(text="A", fit="proxy"), CellView(text="B")), 0),
    ],
)
def test_another_job_compares_little_and_what_one_side_lacks_not_at_all(one: RowView, expected: float) -> None:
    assert compares(one) == expected


def test_one_row_a_question_the_one_that_compares_better() -> None:
    own, other_job = growth(5, 8), growth(40, -40, "proxy")
    assert [one.row for one in first_rows([other_job, own])] == [own]


def test_pay_is_the_median_of_a_year_before_the_average_and_the_hour() -> None:
    year, hour, average = pay(2, 3), pay(1, 2, per="hour"), pay(4, 5, statistic="mean")
    assert [one.row for one in first_rows([hour, average, year])] == [year]
    assert [one.row for one in first_rows([pay(1, None), hour])] == [hour]


def test_what_people_ask_first_is_in_though_it_is_equal_and_the_rest_by_score() -> None:
    rows = [
        row("employment", CellView(value=10), CellView(value=90)),
        growth(5, 5),
        pay(50, 50),
        row("openings", CellView(value=10), CellView(value=90)),
        row("age", CellView(value=40), CellView(value=40), group="people", unit="years"),
    ]
    found = {one.row.measure: one.rank for one in first_rows(rows)}
    assert list(found) == ["pay", "growth", "openings", "employment"]
    assert (found["pay"], found["growth"]) == (RANKS["pay"], RANKS["outlook"])
    assert found["openings"] < found["employment"]


def test_a_row_that_one_side_lacks_is_never_offered() -> None:
    assert first_rows([pay(1, None), row("growth", CellView(value=1), None)]) == ()


def test_of_three_sides_skills_and_work_come_last() -> None:
    texts = [CellView(text=text) for text in "abc"]
    rows = [
        row("summary", *texts, group="work"),
        row("openings", *(CellView(value=n) for n in (1, 2, 3))),
        row("employment", *(CellView(value=n) for n in (1, 2, 3))),
    ]
    ranks = {one.row.measure: one.rank for one in first_rows(rows)}
    assert ranks["summary"] > ranks["employment"] > ranks["openings"]


def test_a_section_that_is_asked_for_has_every_row_that_compares() -> None:
    rows = [pay(2, 3), pay(4, 5, statistic="mean"), pay(1, 9, statistic="p90")]
    assert {one.row.statistic for one in first_rows(rows, every=True)} == {"median", "mean", "p90"}


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (("Customer Relationship Manager", "Customer Relations Manager"), ("Relationship", "Relations")),
        (("Registered Nurse", "Nurse Practitioner"), ("Registered", "Practitioner")),
        (("Actor", "Cashier"), ("Actor", "Cashier")),
        (("Manager", "Senior Manager"), ("the first", "the second")),
        (("Supervisor of Transportation Workers", "Cook"), ("the first", "the second")),
    ],
)
def test_words_that_all_titles_share_are_dropped(titles: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert short_titles(titles) == expected
