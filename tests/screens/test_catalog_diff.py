"""The first screen of `careercli catalog diff`: what the drawn example says, and the promises for any two catalogs."""

import pytest

from careercli.answers.catalog_diff.answer import diff
from careercli.answers.catalog_diff.screen import screen
from careercli.answers.catalog_diff.view import CatalogDiffView
from careercli.render.first_screen import LINES, fit
from careercli.render.table import render
from careercli.terminal import RenderOptions
from tests.conftest import SMALL, read
from tests.screens.words import WIDTHS, faults

LADDER = """\
schema_version: 1
name: st-marys
sources: {st-marys: {title: "St. Mary's nursing ladder", kind: company, period: "2025"}}
places: {US: {title: United States}}
families: {f: {title: Nursing}}
skills: {care: {name: Bedside care, kind: technical}}
roles:
  nurse:
    title: Nurse at St. Mary's
    family: f
    summary: Cares for patients.
    levels:
"""
LEVEL = """\
      - id: {id}
        title: {title}
        track: ic
        source: st-marys
        years: [{start}, {end}]
        duties: [{duties}]
        pay: [{{source: st-marys, place: US, per: hour, currency: USD, low: {low}, high: {high}}}]
"""
BEFORE = (
    ("two", "Nurse II", 1, 3, 40, 48, "Cares for six patients."),
    ("three", "Nurse III", 3, 6, 44, 53, "Trains new nurses."),
    ("four", "Nurse IV", 6, "null", 50, 62, "Leads a project."),
)
AFTER = (
    ("two", "Nurse II", 1, 4, 40, 48, "Cares for six patients."),
    ("three", "Nurse III", 4, 6, 46, 56, "Trains new nurses., Reviews two staff members each year."),
    ("four", "Nurse IV", 6, "null", 49, 60, "Leads a project."),
)
Levels = tuple[tuple[str, str, int, int | str, int, int, str], ...]


def ladder(levels: Levels) -> str:
    names = ("id", "title", "start", "end", "low", "high", "duties")
    return LADDER + "".join(LEVEL.format(**dict(zip(names, level, strict=True))) for level in levels)


def difference(before: Levels, after: Levels) -> CatalogDiffView:
    return diff(read(ladder(before)), read(ladder(after)), before="before.yaml", after="after.yaml")


def shown(view: CatalogDiffView, width: int = 80) -> str:
    return render(fit(screen(view), width), RenderOptions(width, color=False, encoding="utf-8"))


def test_raises_cuts_promotion_and_duties_are_sentences_before_the_tables() -> None:
    text = shown(difference(BEFORE, AFTER))
    assert text.splitlines()[:4] == [
        "Nurse III gets a raise: $46–$56 an hour instead of $44–$53.",
        "Nurse IV gets a pay cut: $49–$60 an hour instead of $50–$62.",
        "Nurse III comes a year later.",
        "Nurse III has one new duty.",
    ]
    rows = [" ".join(line.split()) for line in text.splitlines()]
    assert "Nurse III [1] $44.00–$53.00 $46.00–$56.00 +4.6% low, +5.7% high" in rows
    assert "Nurse IV [1] $50.00–$62.00 $49.00–$60.00 -2.0% low, -3.2% high" in rows
    assert "Nurse II [1] 1–3 years 1–4 years 1 year longer" in rows
    assert "Nurse III [1] 3–6 years 4–6 years starts 1 year later" in rows
    assert "+ Nurse III: Reviews two staff members each year. [1]" in rows
    assert "! Nurse IV pays less than before, and no new note says why." in rows
    assert "! People with 3 to 4 years were Nurse III and are now Nurse II." in rows
    assert rows[-1] == "More nothing is left out. For a pull request: --format markdown"


def test_the_other_way_round_promotion_is_earlier() -> None:
    text = " ".join(shown(difference(AFTER, BEFORE)).split())
    assert "Nurse III comes a year earlier. Nurse III has one duty fewer." in text
    assert "People with 3 to 4 years are now Nurse III and were Nurse II." in text
    assert "- Nurse III: Reviews two staff members each year." in text


def test_a_level_that_is_gone_is_looked_at_twice() -> None:
    text = shown(difference(BEFORE, BEFORE[:2]))
    assert text.startswith("1 level is gone: Nurse IV.\n")
    assert " ! Nurse IV is gone. People on it have no level now.\n" in text


def test_many_raises_are_counted() -> None:
    many: Levels = tuple((f"l{n}", f"Level {n}", n, n + 1, 40 + n, 50 + n, "Works.") for n in range(30))
    more: Levels = tuple((*level[:4], level[4] + 2, level[5] + 2, level[6]) for level in many)
    view = difference(many, more)
    text = shown(view)
    assert text.startswith("30 levels get a raise, by 2.5% to 5.0%.\n")
    assert text.count("\n") <= LINES
    assert "changes are left out: --full" in text


def test_only_texts_that_changed_are_said_too() -> None:
    before = ladder(BEFORE)
    text = shown(diff(read(before), read(before.replace("Cares for patients", "Looks after patients"))))
    assert text.startswith("What changed: 1 line about a job.\n")


def test_the_same_says_so() -> None:
    assert shown(difference(BEFORE, BEFORE)).startswith("The two versions say the same.\n")


@pytest.mark.parametrize("width", WIDTHS)
def test_any_two_catalogs_keep_the_promises_of_a_first_screen(width: int) -> None:
    small, nasty = (read(SMALL.with_name(name)) for name in ("small.yaml", "nasty.yaml"))
    views = [
        difference(BEFORE, AFTER),
        difference(AFTER, BEFORE),
        difference(BEFORE, BEFORE[:1]),
        difference(BEFORE[:1], BEFORE),
    ]
    views += [diff(small, nasty), diff(nasty, small), diff(small, small)]
    found = [
        fault for view in views for fault in faults(screen(view), width, frozenset(row.title for row in view.rows))
    ]
    assert found == []
