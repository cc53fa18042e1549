"""The words of resumes against the vocabulary of the catalog itself."""

import csv
from pathlib import Path

import msgspec
import pytest

from careercli.catalog.yaml_reader import parse
from careercli.model import Skill
from careercli.person.mapping import SkillEvidence, with_wider_skills
from careercli.person.skill_matcher import SkillMatcher
from tests.importers.workbooks import official

ROLES = Path(__file__).parents[2] / "data" / "roles.yaml"
SKILLS = msgspec.convert(parse("roles.yaml", ROLES.read_bytes()).data["skills"], dict[str, Skill], strict=False)
VOCABULARY = SkillMatcher(SKILLS)


@pytest.mark.parametrize("language", ["Python", "JavaScript", "TypeScript", "Java", "C#", "C++"])
def test_whoever_knows_a_language_can_program(language: str) -> None:
    stated = SkillEvidence("stated", "skills[0]", 95)
    found = with_wider_skills(SKILLS, dict.fromkeys(VOCABULARY.match(language).skills, (stated,)))
    assert found["programming"] == (stated,)


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("R", ("statistical-software",)),
        ("C", ("c-and-cpp",)),
        ("C programming", ("c-and-cpp",)),
        ("Python, R and SQL", ("python", "statistical-software", "sql")),
        ("R/Python", ("statistical-software", "python")),
        ("C/C++", ("c-and-cpp",)),
        ("C++17", ("c-and-cpp",)),
        ("C#", ("java",)),
        (".NET", ("java",)),
        ("C# and .NET", ("java",)),
    ],
)
def test_a_language_of_one_letter_or_with_a_sign_is_itself(text: str, skills: tuple[str, ...]) -> None:
    assert VOCABULARY.match(text).skills == skills


@pytest.mark.parametrize("text", ["R&D", "C-suite reporting", "Vitamin C", "Series C funding", "D"])
def test_a_lone_letter_beside_other_words_is_no_language(text: str) -> None:
    assert VOCABULARY.match(text).skills == ()


@pytest.mark.parametrize("text", ["Grew R and D.", "He saw C. They rose.", "Plan B, plan C.", "Net sales rose."])
def test_a_letter_in_running_text_names_no_language(text: str) -> None:
    assert [found.skill for found in VOCABULARY.mentions(text)] == []


@pytest.mark.parametrize(
    ("text", "skill"), [("Wrote C++ too.", "c-and-cpp"), ("A C# shop", "java"), ("On .NET.", "java")]
)
def test_a_language_with_a_sign_is_known_in_running_text(text: str, skill: str) -> None:
    (found,) = VOCABULARY.mentions(text)
    assert found.skill == skill
    assert found.word in ("C++", "C#", ".NET")


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("PHP", "programming"),
        ("Go", "programming"),
        ("Ruby on Rails", "programming"),
        ("Swift", "programming"),
        ("Perl", "programming"),
        ("Django", "python"),
        ("jQuery", "javascript"),
        ("MySQL", "database-administration"),
        ("MongoDB", "database-administration"),
        ("GraphQL", "api-design"),
        ("RESTful API", "api-design"),
        ("Transact-SQL", "sql"),
        ("Microsoft Access", "office-software"),
        ("MS Visio", "office-software"),
        ("Splunk", "security-monitoring"),
        ("Oracle PeopleSoft", "erp-software"),
        ("Epic", "electronic-health-records"),
        ("Amazon Web Services", "cloud-platforms"),
        ("Autodesk AutoCAD", "cad"),
    ],
)
def test_technologies_that_job_postings_name_most_are_skills(text: str, skill: str) -> None:
    assert skill in VOCABULARY.match(text).skills


NOT_A_SKILL = {"Microsoft Windows", "Apple macOS", "Apple iOS", "Google Android", "Yardi software", "Chef", "Canva"}
"""Systems that people merely use, a cook, and two products whose use the vocabulary has no skill for."""


def test_every_technology_that_o_net_calls_hot_is_a_skill_but_for_seven() -> None:
    with open(official("onet-29.2", "Technology Skills.txt"), encoding="utf-8", newline="") as stream:
        hot = {row["Example"] for row in csv.DictReader(stream, delimiter="\t") if row["Hot Technology"] == "Y"}
    assert len(hot) == 170
    assert {name for name in hot if not VOCABULARY.match(name).skills} == NOT_A_SKILL


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Splunk Enterprise", "security-monitoring"),
        (".NET Framework", "java"),
        ("Jenkins CI", "continuous-delivery"),
        ("Microsoft Team Foundation Server", "version-control"),
        ("JavaScript Object Notation JSON", "api-design"),
        ("Oracle Primavera Enterprise Project Portfolio Management", "project-scheduling"),
        ("Amazon Simple Storage Service S3", "cloud-platforms"),
        ("Maven", "java"),
    ],
)
def test_a_product_is_known_by_its_full_name(text: str, skill: str) -> None:
    assert VOCABULARY.match(text).skills == (skill,)


@pytest.mark.parametrize("text", ["Enterprise sales", "Bamboo floors", "New Jersey", "A marketing maven", "A hive."])
def test_words_of_product_names_alone_are_no_product(text: str) -> None:
    assert VOCABULARY.match(text).skills == ()
    assert list(VOCABULARY.mentions(text)) == []


@pytest.mark.parametrize(
    "text", ["Ready to go. Go there. A go-to-market plan, Go-to-Market.", "An Epic win, a Swift reply.", "A Ruby ring."]
)
def test_common_words_in_running_text_are_no_technology(text: str) -> None:
    assert [found.skill for found in VOCABULARY.mentions(text)] == []
