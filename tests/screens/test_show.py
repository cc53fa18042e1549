"""The first screens of `careercli show`: what the drawn example says, and the promises for any role and level."""

import random

from careercli.answers.show.answer import show
from careercli.answers.show.screen import screen
from careercli.answers.show.view import ShowView
from careercli.catalog.reader import CatalogReader
from tests.screens.catalog import role_ids, shown, words
from tests.screens.texts import texts_of
from tests.screens.words import ANSWERED, WIDTHS, faults

SEED = 13
LEVELS = 60


def shown_of(view: ShowView, width: int = 80) -> str:
    return shown(screen(view), width)


def faults_of(view: ShowView, number: int) -> list[str]:
    """Return what the screen does wrong at one of the widths, by turns: all of them at all would take a minute."""
    width = WIDTHS[number % len(WIDTHS)]
    return [f"{width}: {fault}" for fault in faults(screen(view), width, texts_of(view), answered=ANSWERED)]


def test_every_role_keeps_the_promises(embedded: CatalogReader) -> None:
    found: list[str] = []
    for number, name in enumerate(role_ids(embedded)):
        found += [f"{name} at {fault}" for fault in faults_of(show(embedded, [name]), number)]
    assert found == []


def test_levels_keep_the_promises(embedded: CatalogReader) -> None:
    draw = random.Random(SEED)
    found: list[str] = []
    for number, name in enumerate(draw.sample(role_ids(embedded), LEVELS)):
        place = f"{name}@{draw.choice(embedded.role(name).levels).id}"
        found += [f"{place} at {fault}" for fault in faults_of(show(embedded, [place]), number)]
    assert found == []


def test_the_drawn_guide(embedded: CatalogReader) -> None:
    text = shown_of(show(embedded, ["electrician"]))
    assert words(text).startswith("An electrician ")
    assert "Pay is $63,190 a year (median: half earn more). [1] Jobs should grow much faster than average" in words(
        text
    )
    assert "You usually need a high school diploma, then an apprenticeship. [2]" in words(text)
    lines = text.splitlines()
    rows = [words(line) for line in lines]
    assert any(row.startswith("Pay $63,190 a year, $30.38 an hour; middle half $49,430–$83,940 [1]") for row in rows)
    assert any(row.startswith("Outlook 818,700 jobs, 81,000 openings a year, +9.5% by 2034 [2]") for row in rows)
    assert "     ├ Master Electrician    9 or more    ~$82,900" in lines
    assert "     └ Electrical Foreman    9 or more     $79,920†" in lines
    assert rows[-1].endswith("left out: --toc lists them, or --full")


def test_a_job_that_is_not_counted_says_so(embedded: CatalogReader) -> None:
    text = words(shown_of(show(embedded, ["account-coordinator"])))
    assert "Official figures do not count this job. The nearest one that they count pays $44,770 a year. [1]" in text
    assert "Pay $44,770* a year" in text


def test_a_job_that_is_paid_by_the_hour(embedded: CatalogReader) -> None:
    text = words(shown_of(show(embedded, ["actor"])))
    assert text.startswith("Actor: Plays people")
    assert "Pay is $29.05 an hour (median: half earn more). [1]" in text


def test_a_level(embedded: CatalogReader) -> None:
    text = shown_of(show(embedded, ["registered-nurse@senior"]))
    assert words(text).startswith(
        "A Senior Registered Nurse usually has 3–6 years of experience. [1] "
        "Pay is about $101,400 a year, our estimate. [2]"
    )
    assert "Clinical assessment    74 of 100" in text
    assert "careercli path registered-nurse@senior" in text


def test_several_stand_below_each_other(embedded: CatalogReader) -> None:
    text = shown_of(show(embedded, ["actor", "cashier"]))
    assert "\n Actor\n" in text
    assert "\n Cashier\n" in text
    assert "What you do" not in text


def test_pay_of_a_broader_group_is_marked_in_the_sentence_too(embedded: CatalogReader) -> None:
    text = shown_of(show(embedded, ["physician"]))
    assert "Pay is $256,560† a year" in words(text)
