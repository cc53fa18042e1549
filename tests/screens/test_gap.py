"""The first screen of `careercli gap`: what the drawn example says, and the promises for every role."""

import random
from datetime import date

from careercli.answers.gap.answer import gap_of_person, gap_of_role
from careercli.answers.gap.screen import screen
from careercli.answers.gap.view import GapView
from careercli.catalog.reader import CatalogReader
from careercli.person.profile import person_of_profile
from tests.screens.catalog import role_ids, shown, words
from tests.screens.words import WIDTHS, faults

SEED = 13
TODAY = date(2026, 1, 31)
PERSON = {
    "country": "US",
    "skills": {"Patient care": "advanced", "Vital signs": "4/5", "Infection control": 60, "basket weaving": "good"},
    "experience": [{"title": "Nursing assistant", "from": "2019-06", "to": "2022-08"}],
    "education": [{"degree": "Practical nursing diploma", "field": "Nursing", "to": "2022-06"}],
    "certificates": ["BLS"],
}
ME = person_of_profile("me.yaml", PERSON)


def texts_of(view: GapView) -> frozenset[str]:
    labels = {row.name.removesuffix(".") for row in view.rows}
    labels |= {label.split(": ", 1)[-1] for label in labels} | {label.split(" is ", 1)[-1] for label in labels}
    labels |= {label.partition(", required by law")[0] for label in labels}
    return frozenset((view.title, view.person.title or view.title, *labels))


def test_every_role_keeps_the_promises_of_a_first_screen(embedded: CatalogReader) -> None:
    draw = random.Random(SEED)
    ids = role_ids(embedded)
    roles = embedded.roles(ids)
    found: list[str] = []
    for number, role in enumerate(ids):
        other = draw.choice(ids)
        levels = roles[role].levels
        name = f"{role}@{draw.choice(levels).id}" if levels and number % 3 == 0 else role
        view = gap_of_role(embedded, name, other)
        for width in {WIDTHS[number % 4], 60}:
            found += [
                f"{name} from {other} at {width}: {fault}" for fault in faults(screen(view), width, texts_of(view))
            ]
    assert found == []


def test_a_person_of_few_words_keeps_the_promises_too(embedded: CatalogReader) -> None:
    found: list[str] = []
    for number, role in enumerate(role_ids(embedded)[::4]):
        for data in (PERSON, {"skills": {"SQL": 50}}, {"country": "DE", "certificates": ["A paper"]}):
            view = gap_of_person(embedded, role, person_of_profile("me.yaml", data), today=TODAY)
            width = WIDTHS[number % 4]
            found += [f"{role} at {width}: {fault}" for fault in faults(screen(view), width, texts_of(view))]
    assert found == []


def test_a_nursing_assistant_sees_school_and_license_first(embedded: CatalogReader) -> None:
    text = shown(screen(gap_of_role(embedded, "registered-nurse", "nursing-assistant")))
    assert words(text).startswith(
        "From Nursing Assistant to Registered Nurse you need a bachelor's degree and a license. [1] You already use 4 "
        "of the 14 skills, 3 of the 5 must-haves. [2] New to you: "
    )
    rows = [line.split() for line in text.splitlines()]
    assert ["Schooling", "[1]", "bachelor's", "certificate"] in rows
    assert ["License", "by", "law", "unknown"] in rows
    assert ["Patient", "care", "must", "68", "48", "part"] in rows
    assert ["Clinical", "assessment", "must", "64", "–", "new"] in rows
    assert (
        text.index("Schooling") < text.index("Patient care") < text.index("Care planning") < text.index("Biggest steps")
    )
    assert "Readiness" not in text
    assert "careercli gap registered-nurse --resume me.yaml" in text


def test_a_person_sees_how_ready_they_are_and_what_was_not_understood(embedded: CatalogReader) -> None:
    text = shown(screen(gap_of_person(embedded, "registered-nurse", ME, today=TODAY)))
    assert "For Registered Nurse you still need a bachelor's degree and a license. [1]" in words(text)
    assert "Readiness 36 of 100, part of the way." in words(text)
    assert "Not understood  basket weaving" in text
    assert ["Vital", "signs", "must", "68", "80", "yes"] in [line.split() for line in text.splitlines()]


def test_a_level_says_how_many_years_it_takes(embedded: CatalogReader) -> None:
    text = shown(screen(gap_of_role(embedded, "electrician@journeyman", "electrician@apprentice")))
    assert "you need 5 to 9 years of experience. [1]" in words(text)
    assert ["Experience", "[1]", "5–9", "years", "1", "year"] in [line.split() for line in text.splitlines()]


def test_no_license_is_said_only_where_no_law_names_one(embedded: CatalogReader) -> None:
    text = words(shown(screen(gap_of_role(embedded, "software-developer", "data-analyst"))))
    assert text.startswith("From Data Analyst to Software Developer you need no more schooling and no license, ")
    for role in role_ids(embedded)[::3]:
        view = gap_of_role(embedded, role, "physician")
        home = [row for row in view.rows if row.kind == "certificate" and (not row.countries or "US" in row.countries)]
        told = words(shown(screen(view)))
        assert "no license" not in told or all(row.state == "have" for row in home if row.need == "must"), role
