"""The first screen of `careercli salary`: what the drawn examples say, and the promises for every role."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from careercli.answers.salary.answer import salary
from careercli.answers.salary.screen import screen
from careercli.answers.salary.view import SalaryView
from careercli.blocks import Chart
from careercli.catalog.reader import CatalogReader
from careercli.render.first_screen import fit
from careercli.render.html import render as render_html
from careercli.render.markdown import render as render_markdown
from careercli.render.table import render
from careercli.terminal import RenderOptions
from tests.conftest import read, reader_of
from tests.screens.catalog import cards
from tests.screens.words import WIDTHS, faults

NO_FIGURES = ("Official figures do not count this job.", "The catalog has no pay for")
LADDER = """\
schema_version: 1
name: bakery
sources: {ours: {title: Our ladder, kind: company, period: 2026-01}}
places: {US: {title: United States, kind: country}}
families: {food: {title: Food}}
roles:
  our-baker:
    title: Our Baker
    family: food
    summary: Bakes.
    levels:
      - {id: one, title: Baker One, track: ic, years: [0, 2], source: ours,
         pay: [{source: ours, place: US, per: year, currency: USD, low: 40000, high: 50000}]}
      - {id: two, title: Baker Two, track: ic, years: [2, 5], source: ours,
         pay: [{source: ours, place: US, per: year, currency: USD, low: 48000, high: 60000}]}
  unpaid:
    title: Unpaid
    family: food
    summary: Helps.
"""


@pytest.fixture(scope="module")
def of_company() -> Iterator[CatalogReader]:
    """Return a ladder of a company, alone."""
    with reader_of(read(LADDER)) as reader:
        yield reader


def shown(reader: CatalogReader, *names: str, width: int = 80, **asked: Any) -> str:
    page = fit(screen(salary(reader, names, **asked)), width)
    return render(page, RenderOptions(width, color=False, encoding="utf-8"))


def words(text: str) -> str:
    return " ".join(text.split())


def texts_of(view: SalaryView) -> frozenset[str]:
    """Return what the catalog says in its own words."""
    own = {text for role in view.roles for text in (*role.drivers, *(level.title for level in role.levels))}
    return frozenset(own | {row.occupation_title for row in view.rows if row.occupation_title})


def test_every_role_keeps_the_promises_of_a_first_screen(embedded: CatalogReader) -> None:
    """Every role at each width; with an amount, of a year or an hour, at one of the widths in turn."""
    found: list[str] = []
    for number, role in enumerate(sorted(role.id for role in cards(embedded))):
        asked: list[tuple[dict[str, Any], tuple[int, ...]]] = [
            ({}, WIDTHS),
            ({"own_pay": "60000", "per": "year"}, (WIDTHS[number % 4],)),
            ({"per": "hour", "own_pay": "21"}, (WIDTHS[(number + 1) % 4],)),
        ]
        for options, widths in asked:
            view = salary(embedded, [role], **options)
            made, texts = screen(view), texts_of(view)
            found += [
                f"{role} {options} at {width}: {fault}" for width in widths for fault in faults(made, width, texts)
            ]
    assert found == []


def test_the_answer_comes_first(embedded: CatalogReader) -> None:
    """What is paid stands in the first lines, or that no one counts the job."""
    for role in cards(embedded):
        first = words("\n".join(shown(embedded, role.id).splitlines()[:8]))
        assert re.search(r" earns? \$", first) or any(none in first for none in NO_FIGURES), role.id


def test_a_nurse_as_it_was_drawn(embedded: CatalogReader) -> None:
    text = shown(embedded, "registered-nurse")
    assert words(text).startswith(
        "A Registered Nurse in the United States earns $97,550 a year, or $46.90 an hour (the median: half earn more, "
        "half earn less). The middle half earn $80,330 to $112,350. One in ten earns less than $68,940, one in ten "
        "more than $137,470. [1]"
    )
    lines = [words(line) for line in text.splitlines()]
    assert "$68,940 $80,330 $97,550 $112,350 $137,470" in lines
    assert "1 in 10 1 in 4 half 3 in 4 9 in 10 earn less" in lines
    assert "By experience [2] By state [1]" in lines
    assert "Entry ~$79,300 California $140,270" in lines
    assert "Fully competent ~$112,500 Washington $124,200" in lines
    assert "lowest: Alabama $77,080" in lines
    assert "What moves pay" in lines
    assert "Where you stand careercli salary registered-nurse --mine 85k" in lines
    assert "Another place careercli salary registered-nurse --place Texas" in lines
    assert "Marks ~ our estimate, rounded: a Labor Department formula on the US average" in lines
    assert "More 56 places, 16 sectors and 2 details are left out: --by state, --full" in words(text)


def test_an_amount_of_ones_own_as_it_was_drawn(embedded: CatalogReader) -> None:
    text = shown(embedded, "registered-nurse", own_pay="85k")
    assert words(text).startswith(
        "$85,000 a year is in the lower half: about 32% of Registered Nurses earn less. It is $12,550 less than the US "
        "median ($97,550: half earn more, half earn less). In 21 states the median is below $85,000. [1]"
    )
    lines = [words(line) for line in text.splitlines()]
    assert "$85,000, you" in lines
    assert "Compared with They earn You earn Percent" in lines
    assert "All Registered Nurses [1] $97,550 -$12,550 -12.9%" in lines
    assert "Entry ~$79,300 +$5,700 +7.2%" in lines
    assert "California, the highest $140,270 -$55,270 -39.4%" in lines
    assert "Nebraska, just below you $84,730 +$270 +0.3%" in lines
    assert "Alabama, the lowest $77,080 +$7,920 +10.3%" in lines
    assert "In your state careercli salary registered-nurse --mine 85k --place Texas" in lines
    assert "$85,000 was read as pay for a year. For an hour: --per hour." in lines


def test_without_figures_by_state_there_is_no_word_of_them(embedded: CatalogReader) -> None:
    for text in (shown(embedded, "legislators"), shown(embedded, "legislators", own_pay="85k")):
        assert "$44,810" in text
        assert "state" not in text
        assert "--place" not in text


def test_a_place_is_compared_with_the_country_and_stands_among_the_states(embedded: CatalogReader) -> None:
    text = words(shown(embedded, "registered-nurse", place_names=["Texas"]))
    assert text.startswith("A Registered Nurse in Texas earns $95,970 a year")
    assert "That is $1,580 less than the median of the United States ($97,550)." in text
    assert "Texas, 22 of 51 $95,970 lowest: Alabama $77,080 United States $97,550" in text


def test_places_and_roles_stand_below_each_other_and_the_best_paid_is_named(embedded: CatalogReader) -> None:
    text = words(shown(embedded, "registered-nurse", place_names=["Texas", "California"]))
    assert text.startswith("A Registered Nurse in California earns $140,270 a year")
    assert "That is $44,300 or 46% more than in Texas." in text
    text = words(shown(embedded, "registered-nurse", "electrician", "actor"))
    assert "That is $34,360 or 54% more than an Electrician." in text
    assert "The figure of an Actor is of another kind" in text


def test_a_ranking_says_who_pays_most_and_least_and_keeps_both(embedded: CatalogReader) -> None:
    text = shown(embedded, "registered-nurse", by="state")
    assert words(text).startswith("A Registered Nurse earns most in California: $140,270 a year")
    assert "The least is $39,880, in Puerto Rico." in words(text)
    assert "$140,270 $101,260 $213,320 338,940" in words(text)
    assert "$39,880 $35,120 $60,180 21,270" in words(text)


def test_a_broader_group_is_named_and_marked(embedded: CatalogReader) -> None:
    text = words(shown(embedded, "customer-service-manager", own_pay="60k"))
    assert "The official group, First-Line Supervisors of Office and Administrative Support Workers, counts" in text
    assert "$69,500† -$9,500 -13.7%" in text
    assert "† a broader group that includes this job" in text


def test_nothing_is_compared_with_another_job(embedded: CatalogReader) -> None:
    text = shown(embedded, "customer-success-manager", own_pay="90k")
    assert words(text).startswith("Official figures do not count this job. So no one knows")
    assert "$69,500*" in text
    assert "20,500" not in text
    assert "%" not in text


def test_a_published_range_is_drawn_by_its_ends(embedded: CatalogReader) -> None:
    text = words(shown(embedded, "customer-relationship-manager"))
    assert text.startswith(
        "A Customer Relationship Manager in the United States earns $78,814 a year, or $37.89 an hour"
    )
    assert "on average. Pay goes from $54,000 to $113,000. [1] Official figures do not count this job." in text
    assert "low end average high end" in text
    assert "Nearest job, median [2] $148,270* Sales Managers" in text
    assert "Customer Relationship Lead $110,000" in text


def test_a_level_has_its_own_pay_or_an_estimate_or_says_that_no_one_counts_it(
    embedded: CatalogReader, of_company: CatalogReader
) -> None:
    text = words(shown(embedded, "registered-nurse@senior"))
    assert text.startswith("A Senior Registered Nurse in the United States earns about $101,400 a year. This is our")
    text = words(shown(of_company, "our-baker@two", own_pay="62000"))
    assert text.startswith("$62,000 a year is above the published range of $48,000 to $60,000.")
    text = words(shown(of_company, "our-baker"))
    assert "Baker One $40,000–$50,000 Baker Two $48,000–$60,000" in text
    assert words(shown(of_company, "unpaid")).startswith("The catalog has no pay for an Unpaid.")


def test_years_of_experience_find_the_level(of_company: CatalogReader) -> None:
    text = words(shown(of_company, "our-baker", years=3, own_pay="50000"))
    assert text.startswith("With 3 years of experience you would usually be a Baker Two.")
    assert "Baker Two [1] 2–5 now" in text


@pytest.mark.parametrize("own", ["10k", "69k", "80330", "97550", "100k", "120k", "300k"])
def test_wherever_an_amount_is_the_part_is_named(embedded: CatalogReader, own: str) -> None:
    text = words(shown(embedded, "registered-nurse", own_pay=own, per="year"))
    part = {
        "10k": "in the lowest tenth: fewer than 1 in 10 of Registered Nurses earn less.",
        "69k": "in the lowest quarter: about 10% of",
        "80330": "in the lower half: about 25% of",
        "97550": "exactly the median: about 50% of",
        "100k": "in the upper half: about 54% of",
        "120k": "in the highest quarter: about 80% of",
        "300k": "in the top tenth: more than 9 in 10 of Registered Nurses earn less.",
    }[own]
    assert f"a year is {part}" in text


def test_a_point_known_only_by_a_bound_has_a_plus() -> None:
    layer = (
        "schema_version: 1\nname: top\nsources: {o: {title: Office, kind: official, period: 2025-05}}\n"
        "places: {US: {title: United States}}\nfamilies: {f: {title: F}}\n"
        "occupations:\n  '29-1':\n    title: Surgeons\n"
        "    scheme: soc-2018\n    pay: [{source: o, place: US, per: year, currency: USD, p10: 90000, p25: 180000,"
        " at_least: {median: 239200, p75: 239200, p90: 239200}}]\n"
        "roles:\n  surgeon:\n    title: Surgeon\n    family: f\n    summary: S.\n"
        "    occupations: [{code: '29-1', fit: exact, why: W.}]\n"
    )
    with reader_of(read(layer)) as reader:
        text = shown(reader, "surgeon")
        own = words(shown(reader, "surgeon", own_pay="200k"))
    assert words(text).startswith("A Surgeon in the United States earns at least $239,200 a year (the median")
    lines = [words(line) for line in text.splitlines()]
    assert "$90,000 $180,000 $239,200+" in lines
    assert "1 in 10 1 in 4 half earn less" in lines
    assert "▶" in text
    assert own.startswith("$200,000 a year is above what 1 in 4 of Surgeons earn.")
    assert "All Surgeons [1] $239,200+ – –" in own


def test_html_and_markdown_show_the_same_facts(embedded: CatalogReader) -> None:
    page = fit(screen(salary(embedded, ["registered-nurse"], own_pay="85k")), None)
    assert any(isinstance(block, Chart) for block in page.flat())
    for text in (render_html(page), render_markdown(page)):
        assert all(amount in text for amount in ("$68,940", "$80,330", "$97,550", "$112,350", "$137,470", "$85,000"))
        assert "9 in 10" in text
        assert "p10" not in text
