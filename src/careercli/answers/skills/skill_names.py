"""What the user typed -> a skill of the vocabulary, as roles are named: a near tie is a question, never a guess."""

from collections.abc import Mapping

from careercli.amounts import join_words
from careercli.answers.shared.names import MAX_CANDIDATES, MAX_NAME_LENGTH, MIN_LEAD, MIN_SCORE
from careercli.errors import NotFound
from careercli.matching import name_key, replace_undecodable
from careercli.model import Skill
from careercli.nearest import fuzzy_matches


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
    ranked = _fuzzy_matches(bearers, name_key(text))
    if ranked and ranked[0][1] >= MIN_SCORE and (len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= MIN_LEAD):
        return ranked[0][0]
    guess = (
        f"; did you mean {join_words([skill_id for skill_id, _ in ranked[:MAX_CANDIDATES]], 'or')}?" if ranked else ""
    )
    raise NotFound(f"no skill is called '{text}'{guess}", hint="See the whole vocabulary with: careercli skills")


def _is_called(skill_id: str, skill: Skill, text: str) -> bool:
    """Say whether the skill is called so to the letter, which sets `C` and `C++` apart."""
    return text.casefold() in (name.casefold() for name in (skill_id, skill.name, *skill.aliases))


def _fuzzy_matches(bearers: Mapping[str, Mapping[str, None]], key: str) -> list[tuple[str, float]]:
    """Return the skills that are called nearly so with their scores, best first.

    Where no spelling is near, they are names that hold the words, each too doubtful to stand for it.
    """
    strict = fuzzy_matches(key, bearers, limit=12, cutoff=60)
    scores = strict or [(name, 0.0) for name, _ in fuzzy_matches(key, bearers, limit=12, cutoff=60, partial=True)]
    best: dict[str, float] = {}
    for name, score in scores:
        for skill_id in bearers[name]:
            best[skill_id] = max(best.get(skill_id, 0.0), score)
    return sorted(best.items(), key=lambda entry: -entry[1])
