"""The first screens of `careercli skills`: what the drawn example says, and the promises for every role and skill."""

import random

import pytest

from careercli.answers.skills.answer import skills
from careercli.answers.skills.screen import screen
from careercli.answers.skills.view import SkillsUnlockView, SkillsView
from careercli.catalog.reader import CatalogReader
from tests.screens.catalog import role_ids, shown, words
from tests.screens.words import WIDTHS, faults

SEED = 13


def texts_of(view: SkillsView | SkillsUnlockView) -> frozenset[str]:
    title = view.title or "Skill"
    if isinstance(view, SkillsUnlockView):
        named = (name for skill in view.skills_named for name in (skill.name, skill.skill))
        return frozenset((title, *named, *(role.title for role in view.rows)))
    named = (name for row in view.rows for name in (row.name, row.skill))
    opened = (one.title for row in view.rows if row.learning for one in row.learning.opened)
    return frozenset((title, *named, *opened))


def found_faults(view: SkillsView | SkillsUnlockView, name: str, number: int) -> list[str]:
    widths = {WIDTHS[number % 4], 60}
    return [f"{name} at {width}: {fault}" for width in widths for fault in faults(screen(view), width, texts_of(view))]


def test_every_role_keeps_the_promises_of_a_first_screen(embedded: CatalogReader) -> None:
    found: list[str] = []
    for number, role in enumerate(role_ids(embedded)):
        found += found_faults(skills(embedded, role), role, number)
    assert found == []


def test_learning_keeps_the_promises_too(embedded: CatalogReader) -> None:
    draw = random.Random(SEED)
    vocabulary = sorted(embedded.all_skills())
    found: list[str] = []
    for number, role in enumerate(role_ids(embedded)[::6]):
        two = draw.sample(vocabulary, 2)
        found += found_faults(skills(embedded, role, rank_missing=True), f"{role} --next", number)
        found += found_faults(skills(embedded, role, to_learn=two), f"{role} --unlock {two}", number)
    for number, skill in enumerate(vocabulary[::3]):
        found += found_faults(skills(embedded, None, to_learn=[skill]), f"--unlock {skill}", number)
    found += found_faults(skills(embedded, None, to_learn=vocabulary[:8]), "--unlock eight", 1)
    assert found == []


@pytest.mark.parametrize("kind", [None, "soft", "technical", "knowledge"])
def test_the_vocabulary_keeps_the_promises(embedded: CatalogReader, kind: str | None) -> None:
    view = skills(embedded, None, kind=kind)  # type: ignore[arg-type]
    assert [fault for number in range(4) for fault in found_faults(view, str(kind), number)] == []
    assert f"The catalog knows {view.found} " in shown(screen(view))


def test_a_data_analyst_sees_what_is_a_must_and_what_helps(embedded: CatalogReader) -> None:
    text = shown(screen(skills(embedded, "data-analyst")))
    assert words(text).startswith("Data Analyst needs SQL, Data analysis and reporting, Business intelligence tools, ")
    assert "Nine more help. [1]" in words(text)
    assert "Useful in the most other jobs: Spreadsheets (17) and Presenting (15)." in words(text)
    rows = [line.split() for line in text.splitlines()]
    assert ["SQL", "94", "70", "9"] in rows
    assert ["Analytical", "thinking", "80", "68", "6"] in rows
    assert text.index("Must have") < text.index("\n Spreadsheets") < text.index("Helps") < text.index("Statistics")
    assert "all 14 skills are shown" in text


def test_only_the_kind_that_was_asked_for(embedded: CatalogReader) -> None:
    text = words(shown(screen(skills(embedded, "cashier", kind="soft"))))
    assert text.startswith(
        "Cashier needs these soft skills: Dependability, Attention to detail and Service orientation."
    )


def test_who_needs_a_skill_is_told_best_paid_first(embedded: CatalogReader) -> None:
    text = shown(screen(skills(embedded, None, to_learn=["sql"])))
    assert words(text).startswith(
        "10 jobs need SQL. 4 must have it, and 6 are helped by it. "
        "Of these Product Manager pays most: $166,790† a year. [1]"
    )
    assert ["Data", "Engineer", "$139,500†", "must", "94", "76"] in [line.split() for line in text.splitlines()]


def test_what_a_skill_opens_and_which_one_opens_most(embedded: CatalogReader) -> None:
    best = shown(screen(skills(embedded, "cashier", rank_missing=True)))
    assert "From Cashier, Hand and power tools opens 4 more jobs, the most." in words(best)
    opened = shown(screen(skills(embedded, "cashier", to_learn=["hand-and-power-tools"])))
    assert words(opened).startswith("Learning Hand and power tools opens 4 more jobs to Cashier: Landscaper, ")
    nothing = shown(screen(skills(embedded, "cashier", to_learn=["sql"])))
    assert words(nothing).startswith("Learning SQL opens no job to Cashier by itself.")


def test_a_leader_is_named_only_where_there_is_one(embedded: CatalogReader) -> None:
    text = words(shown(screen(skills(embedded, "registered-nurse", rank_missing=True))))
    assert text.startswith(
        "From Registered Nurse, Manual dexterity, Anatomy and physiology, Treatment planning, and 4 more"
    )
    assert "each open 2 more jobs, the most." in text
