"""The roles that need a skill, those first that rest on it most."""

from collections.abc import Iterator, Sequence

from careercli.catalog.coverage import weight
from careercli.catalog.reader import CatalogReader
from careercli.catalog.records import SkillRequirement
from careercli.matching import name_key


def roles_by_skill(reader: CatalogReader, key: str) -> Iterator[tuple[str, str]]:
    """Yield each role that needs a skill of that name or alias, with the name of the skill.

    The order is that of the share of the skill in all that a role needs, by the weights that coverage uses: need and
    importance, over the number of skills. Roles of the catalog come before roles made of occupations.
    """
    skills = {
        skill_id: skill.name
        for skill_id, skill in reader.all_skills().items()
        if key in map(name_key, (skill.name, *skill.aliases))
    }
    if not skills:
        return
    shares = {role: _share(required, skills) for role, required in reader.skill_requirements(skills).items()}
    summaries = reader.role_summaries_of(shares)
    for role in sorted(shares, key=lambda role: (summaries[role].is_generated, -shares[role][0], role)):
        yield role, skills[shares[role][1]]


def _share(required: Sequence[SkillRequirement], skills: dict[str, str]) -> tuple[float, str]:
    """Return the largest share, 0 to 1, that one of the skills has in the weights of all, and that skill."""
    whole = sum(map(weight, required)) or 1.0
    return max((weight(one) / whole, one.skill) for one in required if one.skill in skills)
