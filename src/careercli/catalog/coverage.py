"""Compute coverage: the share of a role's skill requirements that a set of skills meets.

Coverage is sum(weight x credit) / sum(weight). Credit is min(have / required, 1). Weight is the importance (0 to 100),
halved for a nice-to-have skill. Coverage has a direction and is not similarity: a chef covers most of what a kitchen
hand needs, but a kitchen hand covers little of what a chef needs.

A role of a catalog names the skills that its work is known by; a role that is generated from an occupation has those
that a survey rates for every occupation. Neither list says anything of the other, so between two such roles no coverage
is known.
"""

from collections.abc import Iterable, Mapping, Sequence

from careercli.model import Need, RoleSkill

MUST, NICE = 1.0, 0.5
"""What the need of a skill counts."""
DEFAULT_IMPORTANCE: dict[Need, int] = {"must": 80, "nice": 60}
"""Importance of a skill that nobody rated, out of 100: in every answer the same."""


def coverage(required: Sequence[RoleSkill], held: Mapping[str, float | None]) -> float | None:
    """Return how much of `required` the skills in `held` cover, from 0 to 1; None if no required skill has weight.

    `held` maps skill ids to levels (0 to 100). A skill with an unknown level on either side counts in full.
    """
    skills = unique_skills(required)
    total = sum(map(weight, skills))
    return sum(weight(skill) * credit(skill, held) for skill in skills) / total if total else None


def unique_skills(skills: Iterable[RoleSkill]) -> list[RoleSkill]:
    """Return what a role asks of each skill, once; of a skill that stands twice, what stands last."""
    return list({skill.skill: skill for skill in skills}.values())


def weight(skill: RoleSkill) -> float:
    """Return what a skill counts among those that a role asks for."""
    return need_weight(skill.need, skill.importance)


def need_weight(need: Need, importance: float | None) -> float:
    """Return what a skill counts by its need and importance; None where nobody rated it."""
    rated = float(DEFAULT_IMPORTANCE[need] if importance is None else importance)
    return rated * (MUST if need == "must" else NICE)


def credit(skill: RoleSkill, held: Mapping[str, float | None]) -> float:
    """Return how much of one skill is brought, from 0 to 1."""
    if skill.skill not in held:
        return 0.0
    have = held[skill.skill]
    return 1.0 if have is None or not skill.level else min(have / skill.level, 1.0)


def skill_levels(skills: Sequence[RoleSkill]) -> dict[str, float | None]:
    """Return the level (0 to 100, or None) of each skill of a role, by skill id."""
    return {skill.skill: skill.level for skill in skills}
