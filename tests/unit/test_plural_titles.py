"""Titles in the plural, as official lists have them, take verbs in the plural and no article."""

import pytest

from careercli.answers.shared.screen_parts import with_article
from careercli.answers.shared.wording import is_plural, pays
from careercli.catalog.reader import CatalogReader


@pytest.mark.parametrize(
    "title",
    [
        "Acute Care Nurses", "Patternmakers, Wood", "Hosts and Hostesses, Restaurant, Lounge, and Coffee Shop",
        "Separating, Filtering, Clarifying, Precipitating, and Still Machine Setters, Operators, and Tenders",
        "First-Line Supervisors of Office and Administrative Support Workers", "Physicians, All Other",
    ],
)  # fmt: skip
def test_an_official_title_is_in_the_plural(title: str) -> None:
    assert is_plural(title)
    assert (with_article(title), pays(title)) == (title, "pay")


@pytest.mark.parametrize("title", ["Head of Sales", "Registered Nurse", "Actress", "Clergy", "Manager (Operations)"])
def test_the_title_of_one_is_not(title: str) -> None:
    assert not is_plural(title)
    assert with_article(title).endswith(f" {title}")
    assert pays(title) == "pays"


def test_every_role_of_ours_is_one_and_every_occupation_but_a_few_are_many(embedded: CatalogReader) -> None:
    cards = embedded.role_summaries()
    assert [card.title for card in cards if not card.is_generated and is_plural(card.title)] == []
    assert [card.title for card in cards if card.is_generated and not is_plural(card.title)] == [
        "Clergy", "Transit and Railroad Police", "Infantry",
    ]  # fmt: skip
