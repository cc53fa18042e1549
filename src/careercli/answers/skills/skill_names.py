"""What the user typed -> a skill of the vocabulary, as roles are named: a near tie is a question, never a guess."""

from collections.abc import Mapping

from careercli.amounts import join_words
from careercli.answers.shared.names import MAX_CANDIDATES, MAX_NAME_LENGTH
from careercli.errors import NotFound
from careercli.matching import match, name_key, replace_undecodable
from careercli.model import Skill


def resolve_skill(skills: Mapping[str, Skill], text: str) -> str:
    """Return the id of the skill that a text names by id, name or alias, exactly or nearly.

    Raises NotFound with the nearest skills when nothing or more than one skill answers to it.
    """
    text = replace_undecodable(text).strip()[:MAX_NAME_LENGTH]
    bearers: dict[str, dict[str, None]] = {}
    for skill_id, skill in skills.items():
        for name in (skill_id, skill.name, *skill.aliases):
            bearers.setdefault(name_key(name), {})[skill_id] = None
    named = list(bearers.get(name_key(text), ()))
    exact = [skill_id for skill_id in named if _is_called(skill_id, skills[skill_id], text)]
    if len(exact or named) == 1:
        return (exact or named)[0]
    if named:
        raise NotFound(f"'{text}' is the name of more than one skill: {', '.join(named)}", hint="Use one of these ids.")
    found = match(name_key(text), bearers, bearers.__getitem__)
    if found.sure is not None:
        return found.sure
    near = [skill_id for skill_id, _ in found.candidates[:MAX_CANDIDATES]]
    guess = f"; did you mean {join_words(near, 'or')}?" if near else ""
    raise NotFound(f"no skill is called '{text}'{guess}", hint="See the whole vocabulary with: careercli skills")


def _is_called(skill_id: str, skill: Skill, text: str) -> bool:
    """Say whether the skill is called so to the letter, which sets `C` and `C++` apart."""
    return text.casefold() in (name.casefold() for name in (skill_id, skill.name, *skill.aliases))
