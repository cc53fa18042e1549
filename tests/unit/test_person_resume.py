"""A JSON Resume is read as far as it speaks of work; whatever else it is, the refusal is one line with the place."""

import json
from collections.abc import Callable

import pytest

from careercli.errors import UsageProblem
from careercli.person.field_reader import MAX_ENTRIES
from careercli.person.files import MAX_BYTES, person_of
from careercli.person.model import Person, WorkEntry


def person(**sections: object) -> Person:
    return person_of("me.json", json.dumps(sections).encode())


def refusal(content: bytes, name: str = "me.json") -> str:
    with pytest.raises(UsageProblem) as caught:
        person_of(name, content)
    assert caught.value.hint
    assert "\n" not in caught.value.message
    return caught.value.message


FULL = {
    "basics": {"name": "Ada Secret", "label": "Baker", "summary": "I bake.", "location": {"countryCode": "us"}},
    "work": [
        {
            "name": "Secret Ltd", "position": "Baker", "startDate": "2019-02", "endDate": "2021",
            "summary": "Bread.", "highlights": ["Won a prize"],
        }
    ],
    "volunteer": [{"organization": "Secret Aid", "position": "Helper", "summary": "Soup."}],
    "education": [{"institution": "Secret School", "area": "Food", "studyType": "Diploma", "courses": ["Dough"]}],
    "certificates": [{"name": "Food hygiene", "issuer": "Secret"}],
    "skills": [{"name": "Baking", "level": "Master", "keywords": ["Rye", "Wheat"]}],
    "projects": [{"name": "Oven", "keywords": ["Brick"], "description": "Built one.", "highlights": ["Hot"]}],
    "languages": [{"language": "French", "fluency": "Fluent"}],
    "references": [{"name": "Secret Boss", "reference": "Secretly good."}],
}  # fmt: skip


def test_all_that_speaks_of_work_is_read_with_its_place() -> None:
    read = person(**FULL)
    assert [
        (stated_skill.text, stated_skill.level, stated_skill.path, stated_skill.level_of_group)
        for stated_skill in read.skills
    ] == [
        ("Baking", "Master", "skills[0].name", False),
        ("Rye", "Master", "skills[0].keywords[0]", True),
        ("Wheat", "Master", "skills[0].keywords[1]", True),
        ("Brick", "", "projects[0].keywords[0]", False),
        ("French", "Fluent", "languages[0].language", False),
    ]
    assert read.work == ((("Baker", "2019-02", "2021", "work[0]", None)),)
    assert read.education[0][:2] == ("Diploma", "Food")
    assert read.credentials == (("Food hygiene", "certificates[0]"),)
    assert read.country == "US"
    assert {passage.path for passage in read.passages} == {
        "basics.label", "basics.summary", "work[0].position", "work[0].summary", "work[0].highlights[0]",
        "volunteer[0].position", "volunteer[0].summary", "projects[0].description", "projects[0].highlights[0]",
        "education[0].courses[0]",
    }  # fmt: skip


def test_nobody_s_name_employer_school_or_reference_is_kept() -> None:
    assert "Secret" not in repr(person(**FULL))


def test_positions_within_one_entry_of_work_are_work_of_their_own() -> None:
    positions = [
        {"title": "Baker", "startDate": "2018", "endDate": "2020", "highlights": ["Baked bread."]},
        {"position": "Head Baker", "startDate": "2020"},
    ]
    resume = {"work": [{"name": "A", "startDate": "2018", "positions": positions}, {"name": "B"}]}
    person = person_of("me.json", json.dumps(resume).encode())
    assert person.work == (
        WorkEntry("Baker", "2018", "2020", "work[0].positions[0]"),
        WorkEntry("Head Baker", "2020", "", "work[0].positions[1]"),
        WorkEntry("", "", "", "work[1]"),
    )
    assert ("Baked bread.", "work[0].positions[0].highlights[0]") in person.passages


def test_older_field_names_are_read_alike() -> None:
    old = {"company": "X", "website": "http://x", "position": "Baker", "startDate": "2019-02"}
    new = {"name": "X", "url": "http://x", "position": "Baker", "startDate": "2019-02"}
    assert person(work=[old]) == person(work=[new])
    school = {"institution": "Y", "studyType": "Diploma", "gpa": "4"}
    assert person(education=[school]) == person(education=[{**school, "score": "4"}])
    assert person(languages=[{"language": "French", "level": "Good"}]).skills[0].level == "Good"


@pytest.mark.parametrize(
    ("skills", "texts"),
    [
        (["Baking", "Rye"], ["Baking", "Rye"]),
        ("Baking", ["Baking"]),
        (None, []),
        ([], []),
        ([None, "", "  ", {"name": None}, {"name": "", "keywords": [None, "Rye", ""]}], ["Rye"]),
        ([{"name": "Baking", "level": 4}, 7], ["Baking", "7"]),
        (["two\nlines\tof  it"], ["two lines of it"]),
    ],
)
def test_skills_are_tolerated_in_other_shapes_and_blank_ones_are_left_out(skills: object, texts: list[str]) -> None:
    assert [stated_skill.text for stated_skill in person(basics={}, skills=skills).skills] == texts


@pytest.mark.parametrize(
    ("sections", "place", "wanted", "found"),
    [
        ({"skills": 5}, "skills", "a list", "a number"),
        ({"skills": True}, "skills", "a list", "true or false"),
        ({"skills": {"sweet": ["Baking"]}}, "skills", "a list", "an object"),
        ({"skills": [["Baking"]]}, "skills[0]", "text", "a list"),
        ({"skills": [{"name": {"en": "Baking"}}]}, "skills[0].name", "text", "an object"),
        ({"work": ["Baker"]}, "work[0]", "an object", "text"),
        ({"work": [{}, {"position": True}]}, "work[1].position", "text", "true or false"),
        ({"work": [{"highlights": [{}]}]}, "work[0].highlights[0]", "text", "an object"),
        ({"education": [3]}, "education[0]", "an object", "a number"),
        ({"basics": "Ada"}, "basics", "an object", "text"),
    ],
)
def test_what_has_the_wrong_kind_is_named_by_its_place_and_not_repeated(
    sections: dict[str, object], place: str, wanted: str, found: str
) -> None:
    assert refusal(json.dumps(sections).encode()) == f"me.json: {place}: expected {wanted}, not {found}"


def test_what_is_not_told_is_told_apart_from_what_is_said_to_be_empty() -> None:
    assert person(basics={}).stated_sections == frozenset()
    assert person(work=[], skills=[], education=None).stated_sections == {"experience", "skills"}
    assert person(certificates=[]).stated_sections == person(certifications=[]).stated_sections == {"certificates"}


@pytest.mark.parametrize(
    "fresh",
    [
        {"name": "A", "meta": {"format": "FRESH@0.6.0"}},
        {"employment": {"history": [{"position": "Baker"}]}},
        {"skills": {"sets": [{"name": "Baking"}]}},
    ],
)
def test_a_fresh_resume_is_called_by_its_name(fresh: dict[str, object]) -> None:
    with pytest.raises(UsageProblem) as caught:
        person_of("me.json", json.dumps(fresh).encode())
    assert "FRESH" in caught.value.message
    assert "JSON Resume" in (caught.value.hint or "")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"[]", "an object"),
        (b"{}", "it has no basics, work, education or skills"),
        (b'{"title": "A list of films"}', "it has no basics, work, education or skills"),
        (b'{"skills": [\n"Baking",\n}', "me.json:3: not JSON"),
        (b'{"skills": ["Bak', "me.json:1: not JSON"),
        (b'{"skills": ["\\ud800"]}', "not JSON"),
        (b'{"skills": [1e400]}', "not JSON"),
        (b'{"skills": ["Caf\xe9"]}', "me.json:1: not UTF-8"),
        ('{"skills": []}'.encode("utf-16"), "UTF-16"),
        (b'{"work":' + b"[" * 200_000 + b"]" * 200_000 + b"}", "too deep"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "too deep"),
        (b"%PDF-1.7", "a PDF"),
        (b"PK\x03\x04", "Word"),
        (b"{\\rtf1 Ada}", "rich text"),
        (b"<html>", "web page"),
    ],
)
def test_what_is_no_resume_is_refused_in_one_line(content: bytes, words: str) -> None:
    assert words in refusal(content)


def test_a_resume_of_ten_megabytes_is_refused_and_one_of_two_is_read() -> None:
    def of(size: int) -> bytes:
        frame = b'{"basics": {"summary": ""}}'
        return frame.replace(b'""', b'"' + b"x" * (size - len(frame)) + b'"')

    assert "larger than 2 MB" in refusal(of(10 * 1024 * 1024))
    assert len(person_of("me.json", of(MAX_BYTES)).passages) == 1


def test_a_list_without_end_is_refused() -> None:
    assert "more than 2,000" in refusal(json.dumps({"skills": ["x"] * (MAX_ENTRIES + 1)}).encode())
    assert len(person(skills=["x"] * MAX_ENTRIES).skills) == MAX_ENTRIES


@pytest.mark.parametrize("build", [lambda n: n, lambda n: {"name": n}, lambda n: {"name": "x", "keywords": [n]}])
def test_control_and_bidi_characters_are_no_reason_to_fail(build: Callable[[str], object]) -> None:
    assert person(skills=[build("\x00\x1b[31mBaking\u202e")]).skills


def test_a_json_resume_written_as_yaml_is_one() -> None:
    text = "basics: {label: Baker}\nskills:\n- {name: Baking, level: Master}\n"
    read = person_of("me.yaml", text.encode())
    assert (read.format, read.skills[0][:2]) == ("resume", ("Baking", "Master"))


def test_a_byte_order_mark_is_no_fault() -> None:
    assert person_of("me.json", b'\xef\xbb\xbf{"skills": ["Baking"]}').skills[0].text == "Baking"
