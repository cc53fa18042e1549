"""How much of what one role asks another role brings along: coverage, which is not similarity.

Credit for a skill is min(have / need, 1). Coverage is the sum of weight x credit over the sum of weights, where a
weight is the importance of the skill, and half of it where the skill is only nice to have. It has a direction: a chef
covers most of what a kitchen hand needs, and not the other way round.
"""

from collections.abc import Mapping, Sequence

from careercli.model import RoleSkill

MUST, NICE = 1.0, 0.5
"""What the need of a skill counts."""
DEFAULT_IMPORTANCE = 50.0
"""Importance of a skill that nobody rated, out of 100."""


def coverage(required: Sequence[RoleSkill], held: Mapping[str, float | None]) -> float | None:
    """Return the share from 0 to 1 of what is asked that is brought; None where nothing is asked.

    `brought` has the level of each skill from 0 to 100. A skill of which either level is not rated counts in full.
    """
    weights = {skill.skill: weight(skill) for skill in required}
    total = sum(weights.values())
    if not total:
        return None
    return sum(weights[skill.skill] * credit(skill, held) for skill in required) / total


def weight(skill: RoleSkill) -> float:
    """Return what a skill counts among those that a role asks for."""
    importance = DEFAULT_IMPORTANCE if skill.importance is None else skill.importance
    return importance * (MUST if skill.need == "must" else NICE)


def credit(skill: RoleSkill, held: Mapping[str, float | None]) -> float:
    """Return how much of one skill is brought, from 0 to 1."""
    if skill.skill not in held:
        return 0.0
    have = held[skill.skill]
    return 1.0 if have is None or not skill.level else min(have / skill.level, 1.0)


def skill_levels(skills: Sequence[RoleSkill]) -> dict[str, float | None]:
    """Return the skills of a role as what somebody in it brings."""
    return {skill.skill: skill.level for skill in skills}
