"""The small profile: a few lines of YAML, read with care; an unknown key is a question, not a loss."""

import pytest

from careercli.errors import UsageProblem
from careercli.person.files import person_of
from careercli.person.model import Person

PROFILE = """
country: us
skills:
  Baking: master
  Pastry: 40
  Rye bread:
experience:
  - {title: Baker, from: 2019-02, to: 2021}
  - {title: Waiter, years: 1.5}
  - Porter
education: [{degree: Diploma, field: Food}, Bachelor]
certificates: [Food hygiene]
"""


def profile(text: str) -> Person:
    return person_of("me.yaml", text.encode())


def refusal(text: str) -> tuple[str, str]:
    with pytest.raises(UsageProblem) as caught:
        profile(text)
    assert "\n" not in caught.value.message
    return caught.value.message, caught.value.hint or ""


def test_every_key_of_the_form_is_read() -> None:
    read = profile(PROFILE)
    assert read.format == "profile"
    assert read.country == "US"
    assert [stated_skill[:3] for stated_skill in read.skills] == [
        ("Baking", "master", "skills.Baking"),
        ("Pastry", "40/100", "skills.Pastry"),
        ("Rye bread", "", "skills.Rye bread"),
    ]
    assert [(job.title, job.start, job.end, job.years) for job in read.work] == [
        ("Baker", "2019-02", "2021", None),
        ("Waiter", "", "", 1.5),
        ("Porter", "", "", None),
    ]
    assert [education_entry.degree for education_entry in read.education] == ["Diploma", "Bachelor"]
    assert read.credentials == (("Food hygiene", "certificates[0]"),)
    assert read.stated_sections == {"skills", "experience", "education", "certificates"}


def test_a_list_of_skills_is_enough() -> None:
    read = profile("skills: [Baking, Pastry]")
    assert [stated_skill.text for stated_skill in read.skills] == ["Baking", "Pastry"]
    assert read.stated_sections == {"skills"}


def test_types_are_what_was_written_and_not_what_yaml_guesses() -> None:
    assert [stated_skill.text for stated_skill in profile("skills: [no, 0110, 12:30]").skills] == [
        "no",
        "0110",
        "12:30",
    ]
    assert profile("skills: [x]\nexperience: [{title: y, from: 2019-02-03}]").work[0].start == "2019-02-03"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("skils: [Baking]", "skils: unknown key (did you mean 'skills'?)"),
        ("skills: [x]\nexperience: [{titel: y}]", "experience[0].titel: unknown key (did you mean 'title'?)"),
        ("skills: [x]\neducation: [{degre: y}]", "education[0].degre: unknown key"),
        ("skills: [x]\nexperience: [{title: y, years: many}]", "experience[0].years: expected a number of years"),
        ("skills: [x]\nexperience: [{title: y, years: -1}]", "experience[0].years: expected a number of years"),
        ("skills: [x]\nexperience: [{title: y, years: nan}]", "experience[0].years: expected a number of years"),
        ("skills: {Baking: [1]}", "skills.Baking: expected text, not a list"),
        ("skills: [x]\nskills: [y]", "duplicate key"),
        ("skills: [x", "not YAML"),
        ("skills: !!python/object:os.system [x]", "the tag"),
        ("Ada Lovelace, mathematician", "neither a JSON Resume nor a profile"),
        ("- skills", "neither a JSON Resume nor a profile"),
        ("# nothing but a comment", "neither a JSON Resume nor a profile"),
        ("--- {}\n--- {}", "neither a JSON Resume nor a profile"),
    ],
)
def test_what_is_no_profile_is_refused_in_one_line_that_says_where(text: str, words: str) -> None:
    message, hint = refusal(text)
    assert message.startswith("me.yaml")
    assert words in message
    assert hint
    assert "catalog" not in message


def test_running_text_is_not_repeated_in_an_error() -> None:
    message, hint = refusal("Ada Lovelace: born in London\nlives at: a secret place\n")
    assert "neither a JSON Resume nor a profile" in message
    assert "Ada" not in message + hint


def test_aliases_that_multiply_are_refused() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x]"]
    lines += [
        f"{key}: &{key} [{', '.join([f'*{before}'] * 8)}]" for before, key in zip("abcdefg", "bcdefgh", strict=True)
    ]
    assert "multiply" in refusal("\n".join(lines))[0]
