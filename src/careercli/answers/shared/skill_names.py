"""What the user typed -> a skill of the vocabulary, as roles are named: a near tie is a question, never a guess."""

from collections.abc import Mapping
from typing import NamedTuple

from careercli.answers.shared.name_questions import MAX_NAME_LENGTH, ambiguous, not_found, short
from careercli.matching import NameMatcher, name_key, replace_undecodable
from careercli.model import Skill


class FoundSkill(NamedTuple):
    """A skill, and the name that was read where another was typed."""

    id: str
    read: str | None = None


def resolve_skill(skills: Mapping[str, Skill], text: str) -> FoundSkill:
    """Return the skill that a text names by id, name or alias, exactly or but for a slip of spelling.

    Raises NotFound with the nearest skills when nothing or more than one skill answers to it.
    """
    text = replace_undecodable(text).strip()[: MAX_NAME_LENGTH + 1]
    key = name_key(text[:MAX_NAME_LENGTH])
    written: dict[str, str] = {}
    bearers: dict[str, dict[str, None]] = {}
    for skill_id, skill in skills.items():
        for name in (skill.name, *skill.aliases, skill_id):
            written.setdefault(name_key(name), name)
            bearers.setdefault(name_key(name), {})[skill_id] = None
    named = list(bearers.get(key, ()))
    exact = [skill_id for skill_id in named if _is_called(skill_id, skills[skill_id], text)]
    if len(exact or named) == 1:
        return FoundSkill((exact or named)[0])
    if named:
        raise ambiguous(text, "skill", named)
    matcher = NameMatcher(bearers)
    match = matcher.match(key, bearers.__getitem__)
    if match.sure is not None:
        return FoundSkill(match.sure, written[match.name or ""])
    holding = (skill_id for name in matcher.holding(key) for skill_id in bearers[name])
    raise not_found(
        f"no skill is called '{short(text)}'",
        list(dict.fromkeys((*match.candidates, *holding))),
        hint="See the whole vocabulary with: careercli skills",
    )


def _is_called(skill_id: str, skill: Skill, text: str) -> bool:
    """Say whether the skill is called so to the letter, which sets `C` and `C++` apart."""
    return text.casefold() in (name.casefold() for name in (skill_id, skill.name, *skill.aliases))
