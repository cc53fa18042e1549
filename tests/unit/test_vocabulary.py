"""The words of resumes against the vocabulary of the catalog itself."""

from pathlib import Path

import msgspec
import pytest

from careercli.catalog.yaml_reader import parse
from careercli.model import Skill
from careercli.person.mapping import SkillEvidence, with_wider_skills
from careercli.person.skill_matcher import SkillMatcher

ROLES = Path(__file__).parents[2] / "data" / "roles.yaml"
SKILLS = msgspec.convert(parse("roles.yaml", ROLES.read_bytes()).data["skills"], dict[str, Skill], strict=False)
VOCABULARY = SkillMatcher(SKILLS)


@pytest.mark.parametrize("language", ["Python", "JavaScript", "TypeScript", "Java", "C#", "C++"])
def test_whoever_knows_a_language_can_program(language: str) -> None:
    stated = SkillEvidence("stated", "skills[0]", 95)
    found = with_wider_skills(SKILLS, dict.fromkeys(VOCABULARY.match(language).skills, (stated,)))
    assert found["programming"] == (stated,)
