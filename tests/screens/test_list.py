"""The first screen of `careercli list`: what the drawn example says, and the promises for any family and filter."""

from collections.abc import Iterator

import pytest

from careercli.answers.list.answer import Filters, SortKey, list_roles
from careercli.answers.list.screen import screen
from careercli.catalog.reader import CatalogReader
from careercli.render.first_screen import LINES, fit
from careercli.render.table import render
from careercli.terminal import RenderOptions
from tests.screens.words import WIDTHS, faults

SORTS: tuple[SortKey | None, ...] = (None, "title", "family", "pay", "growth", "openings", "jobs")


def shown(
    embedded: CatalogReader, filters: Filters, sort: SortKey | None = None, limit: int | None = None, width: int = 80
) -> str:
    page = fit(screen(list_roles(embedded, filters, sort=sort, limit=limit)), width)
    return render(page, RenderOptions(width, color=False, encoding="utf-8"))


def rows_of(text: str) -> list[list[str]]:
    return [line.split("  ")[0].split() for line in text.splitlines() if "$" in line and line.startswith(" ")]


def questions(embedded: CatalogReader) -> Iterator[Filters]:
    """Yield every family and every skill, with and without another filter."""
    yield Filters()
    for family in embedded.families():
        yield Filters(families=[family])
        yield Filters(families=[family], no_degree=True, min_pay="50k")
        yield Filters(families=[family], min_growth=4, track="management")
    for skill in sorted(embedded.all_skills())[::4]:
        yield Filters(skills=[skill], max_pay="120k")


def test_every_list_keeps_the_promises_of_a_first_screen(embedded: CatalogReader) -> None:
    """Each question at one of the four widths and in one of the orders in turn."""
    titles = frozenset(role.title for role in embedded.role_summaries())
    found: list[str] = []
    for number, filters in enumerate(questions(embedded)):
        width, sort = WIDTHS[number % len(WIDTHS)], SORTS[number % len(SORTS)]
        view = list_roles(embedded, filters, sort=sort)
        found += [f"{filters} by {sort} at {width}: {fault}" for fault in faults(screen(view), width, titles)]
    assert found == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("sort", SORTS)
def test_all_jobs_at_once_keep_the_promises(embedded: CatalogReader, width: int, sort: SortKey | None) -> None:
    assert list(faults(screen(list_roles(embedded, Filters(), sort=sort)), width)) == []


def test_a_family_is_told_by_pay_with_who_pays_most_and_who_does_without_a_degree(embedded: CatalogReader) -> None:
    text = shown(embedded, Filters(families=["sales"]))
    answer = " ".join(text.partition("\n\n")[0].split())
    assert answer == (
        "11 jobs in Sales, retail and account management. Sales Manager pays most: $148,270 a year (median: half earn "
        "more). [1] Without a degree it is Insurance Agent, $62,280. The three jobs at $69,990† are counted together, "
        "so their own pay is not known."
    )
    lines = [line.split() for line in text.splitlines()]
    assert ["Sales", "Manager", "$148,270", "+4.7%", "49,000", "bachelor's"] in lines
    assert ["Store", "Manager", "$48,520", "-5.0%", "125,100", "high", "school"] in lines
    assert " ".join(rows_of(text)[-1]) == "Account Coordinator"
    assert "Read one   careercli show insurance-agent\n Narrow it  --no-degree  --min-pay 60k" in text
    assert text.endswith(" More     all 11 are shown. Families and levels: --full\n")


def test_of_many_jobs_the_biggest_and_those_that_the_answer_names_are_shown(embedded: CatalogReader) -> None:
    for width in WIDTHS:
        text = shown(embedded, Filters(), width=width)
        assert "Pediatric Surgeons pay most" in " ".join(text.split())
        assert "\n Pediatric " in text
        assert "Barista" in text
        assert text.rstrip().endswith("jobs are left out: --full")


def test_an_order_that_is_asked_for_is_kept_and_answered(embedded: CatalogReader) -> None:
    text = shown(embedded, Filters(), sort="growth")
    assert text.startswith("1,060 jobs. Wind Turbine Technician should grow fastest: +49.9% by 2034.")
    assert " ".join(rows_of(text)[0]) == "Wind Turbine Technician"


def test_a_limit_that_is_asked_for_may_be_longer_than_a_screen(embedded: CatalogReader) -> None:
    text = shown(embedded, Filters(), limit=60)
    assert len(rows_of(text)) == 60
    assert text.count("\n") > LINES


def test_nobody_is_said_to_pay_most_where_a_limit_may_have_cut_off_who_does(embedded: CatalogReader) -> None:
    assert "most: $" not in shown(embedded, Filters(), limit=3)
    assert "pay most: $" in shown(embedded, Filters(), sort="pay", limit=3)
    assert "Without a degree" not in shown(embedded, Filters(), sort="pay", limit=3)


def test_what_a_filter_could_not_judge_is_said(embedded: CatalogReader) -> None:
    text = " ".join(shown(embedded, Filters(families=["customer"], min_pay="60k")).split())
    assert text.startswith("3 jobs in Customer service and success pay at least $60,000 a year.")
    assert "jobs are left out because their pay is not known, is that of another job, or may be on either side" in text


def test_a_column_that_says_the_same_of_all_is_a_sentence(embedded: CatalogReader) -> None:
    text = shown(embedded, Filters(families=["software"]))
    assert "Typical education is the same for all of them: bachelor's." in " ".join(text.split())
    assert "bachelor's" not in text.partition("\n\n")[2]


def test_options_that_are_used_already_are_not_proposed(embedded: CatalogReader) -> None:
    text = shown(embedded, Filters(families=["sales"], no_degree=True, min_growth=1), sort="pay")
    assert " Narrow it  --min-pay 60k\n" in text


def test_no_job_is_plain_words_and_what_to_type_next(embedded: CatalogReader) -> None:
    text = shown(embedded, Filters(families=["sales"], min_pay="900k"))
    assert text.startswith("No job in Sales, retail and account management pays at least $900,000 a year.")
    assert " See all   careercli list --family 'Sales, retail and account management'\n" in text
