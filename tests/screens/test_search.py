"""The first screen of `careercli search`: what the drawn example says, and the promises for any words."""

from collections.abc import Iterator

import pytest

from careercli.answers.search.answer import search
from careercli.answers.search.screen import screen
from careercli.catalog.reader import CatalogReader
from careercli.render.first_screen import LINES, fit
from careercli.render.table import render
from careercli.terminal import RenderOptions
from tests.screens.catalog import cards
from tests.screens.words import WIDTHS, faults


def shown(embedded: CatalogReader, text: str, limit: int | None = None, width: int = 80) -> str:
    page = fit(screen(search(embedded, text, limit=limit)), width)
    return render(page, RenderOptions(width, color=False, encoding="utf-8"))


def words(text: str) -> str:
    return " ".join(text.split())


def questions(embedded: CatalogReader) -> Iterator[str]:
    """Yield every title, words of titles and aliases, skills, and words that nothing has."""
    for number, role in enumerate(cards(embedded)[::2]):
        yield role.title
        others = (role.title.split()[-1], f"{role.title} xyzzy", role.title[:-1], *role.aliases)
        yield others[number % min(4, len(others))]
    for skill in list(embedded.all_skills().values())[::8]:
        yield skill.name
    yield from ("complaint", "python developer", "zymurgist", "", "15-1252", "11-9999")


def test_every_search_keeps_the_promises_of_a_first_screen(embedded: CatalogReader) -> None:
    """Each question at one of the four widths in turn."""
    found: list[str] = []
    for number, text in enumerate(questions(embedded)):
        view = search(embedded, text)
        texts = {own for row in (*view.rows, *view.similar) for own in (row.title, row.matched_name, row.summary)}
        texts |= {f"{own.partition('. ')[0].rstrip('.')}." for own in texts}
        width = WIDTHS[number % len(WIDTHS)]
        found += [f"{text} at {width}: {fault}" for fault in faults(screen(view), width, frozenset(texts))]
    assert found == []


def test_a_title_is_the_best_match_of_its_own_words(embedded: CatalogReader) -> None:
    for role in cards(embedded):
        head = words(shown(embedded, role.title).partition("\n\n")[0])
        assert head.startswith(f"Best match: {role.title}"), head


def test_the_best_match_stands_in_three_lines_before_similar_names(embedded: CatalogReader) -> None:
    text = shown(embedded, "customer relations")
    assert text.startswith("Best match: Customer Relations Manager. 8 other jobs have a similar name.\n")
    assert "$66,782 a year (average). [1]" in words(text)
    assert "\n   careercli show customer-relations-manager\n" in text
    assert "+3.7%   name\n" in text
    assert "318 other jobs are left out: --limit 330" in words(text)
    assert text.count("\n") <= LINES


def test_what_a_skill_found_says_so(embedded: CatalogReader) -> None:
    text = shown(embedded, "excel")
    assert words(text).startswith("No job is called 'excel'. Financial Analyst depends most on the skill Spreadsheets.")
    assert "skill: Spreadsheets" in text


def test_what_only_a_description_has_is_shown_where_nothing_is_stronger(embedded: CatalogReader) -> None:
    text = shown(embedded, "slowing")
    assert text.startswith("No job is called 'slowing'. The jobs below have it in their descriptions.\n")
    assert text.count("  description\n") == 8


def test_a_limit_that_is_asked_for_shows_weak_matches_too(embedded: CatalogReader) -> None:
    assert shown(embedded, "customer relations", limit=40).count("  description\n") > 10


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_found_is_plain_words_and_what_to_type_next(embedded: CatalogReader, width: int) -> None:
    text = shown(embedded, "xyzzy", width=width)
    assert text.startswith("No job has 'xyzzy' in a name, a skill or a description.\n")
    assert " All jobs    careercli list\n All skills  careercli skills\n" in text


def test_another_jobs_figures_are_not_said_of_the_best_match(embedded: CatalogReader) -> None:
    text = words(shown(embedded, "customer success"))
    assert "Official figures do not count this job." in text
    assert "Typical education" not in text


def test_a_sure_match_is_not_followed_by_weak_ones(embedded: CatalogReader) -> None:
    text = shown(embedded, "electrician")
    assert text.startswith("Best match: Electrician. 8 other jobs have a similar name.\n")
    assert "Wind Turbine" not in text
    assert "29 other jobs are left out: --limit 40" in words(text)
