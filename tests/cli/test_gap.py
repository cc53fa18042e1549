"""The contract of `careercli gap`."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.contract import answered, example_of, json_of, refused
from tests.conftest import Run

ROW = {
    *("requirement", "kind", "skill", "name", "need", "state", "needed", "have", "stated", "unit", "needed_text"),
    *("have_text", "proof", "found_at", "roles_held", "weight", "credit", "points", "score_gain", "source", "note"),
    *("countries", "fit"),
}
PERSON = {"kind", "role", "level", "title", "country"}
MAPPING = {
    *("kind", "text", "found_at", "skill", "name", "role", "title", "education_class", "education_class_title"),
    *("requirement", "matched_by", "skill_level", "skill_level_text"),
}
RESUME = {
    "basics": {"name": "Ada Secret", "email": "ada@secret.example", "location": {"countryCode": "US"}},
    "work": [
        {"name": "Secret Ltd", "position": "Baker", "startDate": "2020-01", "highlights": ["Told a secret in Excel."]},
        {"name": "Secret Ltd", "position": "Ninja", "startDate": "2019-01", "endDate": "2018-01"},
    ],
    "skills": [{"name": "Bread making", "level": "Master", "keywords": ["HACCP", "Yodelling"]}],
}
NOW = ("--today", "2026-01-31")


@pytest.fixture
def resume(tmp_path: Path) -> str:
    path = tmp_path / "resume.json"
    path.write_text(json.dumps(RESUME), "utf-8")
    return str(path)


def test_the_page_begins_with_the_verdict_and_the_score(run: Run, resume: str) -> None:
    page = answered(run("gap", "baker", "--resume", resume, *NOW, "--full", "--width", "100", small=True))
    lines = page.splitlines()
    assert lines[0] == "The gap to Baker"
    assert lines[2].startswith("• Ready for Baker: The resume shows 2 of 2 must-have skills")
    assert lines[5].startswith("Readiness 92 of 100 over 3 items, 0 unknown. Most of it: Baking (")
    assert "not counted, because it ends (2018-01) before it starts (2019-01)." in page
    assert "Yodelling (skills[0].keywords[1])" in page
    assert "Ninja (work[1])" in page
    assert "95 (Master" in page


def test_the_first_screen_begins_with_what_is_needed(run: Run, resume: str) -> None:
    page = answered(run("gap", "baker", "--resume", resume, *NOW, small=True))
    assert page.startswith("For Baker you need no more schooling and no license")
    assert "Readiness 92 of 100, ready." in " ".join(page.split())


def test_the_example_in_the_help_runs(run: Run) -> None:
    assert "Biggest steps" in answered(run(*example_of(run, "gap")))


def test_the_json_has_the_keys_that_scripts_rely_on(run: Run, resume: str) -> None:
    answer = json_of(run("gap", "baker@journeyman", "--resume", resume, *NOW, "--json", small=True))
    assert set(answer) == {
        *("schema_version", "command", "role", "level", "title", "person", "today", "arithmetic", "verdict"),
        *("readiness", "next_steps", "kinds", "experience", "rows", "later", "mapping", "unmapped", "notes", "sources"),
        "read_as",
    }
    assert (answer["role"], answer["level"], answer["title"]) == ("baker", "journeyman", "Journeyman Baker")
    assert set(answer["person"]) == PERSON
    assert (answer["person"]["kind"], answer["person"]["country"], answer["today"]) == ("resume", "US", "2026-01-31")
    assert all(set(row) == ROW for row in answer["rows"])
    assert all(set(entry) == MAPPING for entry in answer["mapping"])
    assert [kind["kind"] for kind in answer["kinds"]] == ["skill", "experience", "education", "certificate"]


def test_the_records_are_the_items(run: Run, resume: str) -> None:
    required = ("gap", "baker", "--resume", resume, *NOW)
    rows = list(csv.DictReader(io.StringIO(answered(run(*required, "--format", "csv", small=True)))))
    answer = json_of(run(*required, "--json", small=True))
    assert [row["requirement"] for row in rows] == [row["requirement"] for row in answer["rows"]]
    assert set(rows[0]) == ROW


def test_steps_and_certificates_name_the_requirement_that_they_meet(run: Run) -> None:
    answer = json_of(run("gap", "registered-nurse", "--from", "nursing-assistant", "--json"))
    known = {row["requirement"]: row["name"] for row in answer["rows"]}
    assert len(known) == len(answer["rows"])
    assert answer["next_steps"]
    for step in answer["next_steps"]:
        assert {step["requirement"], *(tie["requirement"] for tie in step["tied_with"])} <= set(known)
        assert all(known[tie["requirement"]] == tie["name"] for tie in step["tied_with"])
    assert {*answer["readiness"]["capped_by"], *answer["readiness"]["contributors"]} <= set(known)


def test_what_the_file_says_is_mapped_by_the_kind_of_id(run: Run, resume: str) -> None:
    answer = json_of(run("gap", "baker", "--resume", resume, *NOW, "--json", small=True))
    found = {(entry["kind"], entry["text"]): entry for entry in answer["mapping"]}
    bread = found["skill", "Bread making"]
    assert (bread["skill"], bread["name"], bread["role"], bread["skill_level"]) == ("baking", "Baking", None, 95)
    assert (found["title", "Baker"]["role"], found["title", "Baker"]["title"]) == ("baker", "Baker")
    unmapped = {entry["text"]: entry["candidates"] for entry in answer["unmapped"]}
    assert unmapped == {"Yodelling": [], "Ninja": []}


def test_nothing_that_says_who_somebody_is_comes_out_again(run: Run, resume: str) -> None:
    for form in ((), ("--json",), ("--why",), ("--format", "csv")):
        ran = run("gap", "baker", "--resume", resume, *NOW, *form, small=True)
        assert "ecret" not in ran.stdout + ran.stderr


def test_nothing_of_the_file_is_kept(run: Run, resume: str, home: Path, cache: Path) -> None:
    answered(run("gap", "baker", "--resume", resume, *NOW, small=True))
    assert cache.is_dir()
    kept = [path.read_bytes() for path in home.rglob("*") if path.is_file()]
    assert kept
    assert not [content for content in kept if b"Yodelling" in content or b"ecret" in content]


def test_the_arithmetic_is_shown_when_it_is_asked_for(run: Run, resume: str) -> None:
    required = ("gap", "baker", "--resume", resume, *NOW, "--width", "140")
    plain, why = answered(run(*required, small=True)), answered(run(*required, "--why", small=True))
    assert "The arithmetic" not in plain
    assert "Credit" in why
    assert "adds up to" in why
    assert "6.1 in this job itself" in " ".join(why.split())


def test_a_resume_may_come_from_standard_input(run: Run, resume: str) -> None:
    text = Path(resume).read_text("utf-8")
    piped = run("gap", "baker", "--resume", "-", *NOW, "--json", stdin=text, small=True)
    assert json_of(piped) == json_of(run("gap", "baker", "--resume", resume, *NOW, "--json", small=True))


def test_a_profile_is_as_good_as_a_resume(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    path.write_text("skills: {Baking: master}\nexperience: [{title: Baker, years: 4}]\n", "utf-8")
    answer = json_of(run("gap", "baker", "--resume", str(path), *NOW, "--json", small=True))
    assert (answer["person"]["kind"], answer["experience"]["role_years"]) == ("profile", 4)


def test_a_role_may_stand_for_a_person(run: Run) -> None:
    answer = json_of(run("gap", "pastry-chef", "--from", "baker", "--json", small=True))
    assert answer["person"] == {"kind": "role", "role": "baker", "level": None, "title": "Baker", "country": None}
    assert answer["today"] is None
    page = answered(run("gap", "pastry-chef", "--from", "baker", "--full", small=True))
    assert page.startswith("Moving from Baker to Pastry Chef\n")


@pytest.mark.parametrize("roles", [("dishwashers", "cook"), ("cook", "dishwashers")])
def test_lists_of_skills_that_do_not_compare_give_no_score(run: Run, roles: tuple[str, str]) -> None:
    asked = ("gap", roles[0], "--from", roles[1])
    answer = json_of(run(*asked, "--json"))
    assert (answer["readiness"]["score"], answer["next_steps"]) == (None, [])
    assert {row["credit"] for row in answer["rows"] if row["kind"] == "skill"} == {None}
    page = " ".join(answered(run(*asked)).split())
    assert "Skills are not judged: Cook and Dishwashers have lists" in page or "Dishwashers and Cook have lists" in page


def test_a_job_without_skills_is_not_said_to_have_a_list_of_them(run: Run, tmp_path: Path) -> None:
    layer = tmp_path / "ours.yaml"
    layer.write_text(
        "schema_version: 1\nname: ours\nroles:\n  helper: {title: Helper, family: customer, summary: Helps.}\n"
    )
    page = " ".join(answered(run("gap", "registered-nurse", "--from", "helper", "--catalog", str(layer))).split())
    assert "Skills are not judged: the job Helper names no skill that the catalog knows." in page


def test_an_empty_resume_is_an_answer_without_a_score(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "empty.json"
    path.write_text('{"basics": {"name": ""}, "work": [{"position": ""}], "skills": [{"name": ""}]}', "utf-8")
    answer = json_of(run("gap", "baker", "--resume", str(path), *NOW, "--json", small=True))
    assert answer["readiness"]["score"] is None
    assert "Nothing to judge" in answered(run("gap", "baker", "--resume", str(path), *NOW, "--full", small=True))
    assert "skills are not judged" in answered(run("gap", "baker", "--resume", str(path), *NOW, small=True))


@pytest.mark.parametrize("width", ["40", "60", "100", "200"])
def test_a_page_keeps_to_its_width(width: str, run: Run, resume: str) -> None:
    page = answered(run("gap", "baker@head", "--resume", resume, *NOW, "--why", "--width", width, small=True))
    assert max(len(line) for line in page.splitlines()) <= int(width)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", ("empty",)),
        ("Ada Lovelace\nmathematician\n", ("neither a JSON Resume nor a profile",)),
        ('{"skills": [}', ("resume.txt:1", "not JSON")),
        ('{"meta": {"format": "FRESH@0.6.0"}}', ("FRESH", "JSON Resume")),
        ('{"skills": {"a": 1}}', ("skills", "expected a list")),
        ("x" * (10 * 1024 * 1024), ("larger than 2 MB",)),
        ("%PDF-1.7", ("a PDF",)),
    ],
    ids=range(7),
)
def test_what_is_no_resume_is_refused_in_one_line(
    content: str, words: tuple[str, ...], run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "resume.txt"
    path.write_text(content, "utf-8")
    line = refused(run("gap", "baker", "--resume", str(path), small=True), 2, *words)
    assert "Ada" not in line


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("baker",), 2, ("--resume", "--from")),
        (("baker", "--resume", "x", "--from", "baker"), 2, ("--resume", "--from")),
        (("baker", "--resume", "no-such-file.json"), 2, ("no-such-file.json", "cannot be read")),
        (("baker", "--resume", "."), 2, ("cannot be read",)),
        (("baker", "--from", "pastry-chef", "--today", "31.1.2026"), 2, ("--today", "2026-01-31")),
        (("baker", "--from", "nobody-of-that-name"), 1, ("nobody-of-that-name",)),
        (("nobody-of-that-name", "--from", "baker"), 1, ("nobody-of-that-name",)),
        (("baker@emperor", "--from", "baker"), 1, ("emperor", "baker@master")),
        ((), 2, ("ROLE",)),
    ],
)
def test_what_has_no_answer_is_refused_in_one_line(
    args: tuple[str, ...], code: int, words: tuple[str, ...], run: Run
) -> None:
    refused(run("gap", *args, small=True), code, *words)


@pytest.mark.parametrize("role", ["data-analyst", "software-developer", "registered-nurse", "medical-assistant"])
def test_a_skill_keeps_its_capitals_inside_a_sentence(run: Run, role: str) -> None:
    answer = json_of(run("gap", role, "--from", "baker", "--json"))
    learned = [step["action"] for step in answer["next_steps"] if step["kind"] == "skill"]
    names = {row["name"] for row in answer["rows"] if row["kind"] == "skill"}
    assert learned
    assert all(any(text.startswith(f"Learn {name}") for name in names) for text in learned)
    told = [sentence["text"] for sentence in answer["verdict"]]
    (missing,) = (text for text in told if text.startswith("Missing must-haves: "))
    first = missing.removeprefix("Missing must-haves: ")
    assert any(first.startswith(name) for name in names)
