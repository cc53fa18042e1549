"""Turn occupations that no role represents into roles, so that every answer covers them.

Only occupations with a profile become roles; an occupation without one only holds figures. Texts are copied from the
profile word for word and cite its source.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from careercli.model import (
    Catalog,
    Family,
    Occupation,
    OccupationLink,
    Profile,
    Role,
    RoleSkill,
    Skill,
    SkillKind,
    Source,
)

MUST, NICE = 3.5, 3.0
"""Importance on O*NET's scale of 1 to 5 from which a skill is a must, or nice to have; 3 is "important" there."""
MAJOR_GROUPS = {
    "11": "Management", "13": "Business and financial operations", "15": "Computer and mathematical",
    "17": "Architecture and engineering", "19": "Life, physical and social science",
    "21": "Community and social service", "23": "Legal",
    "25": "Educational instruction and library", "27": "Arts, design, entertainment, sports and media",
    "29": "Healthcare practitioners and technical", "31": "Healthcare support", "33": "Protective service",
    "35": "Food preparation and serving", "37": "Building and grounds cleaning and maintenance",
    "39": "Personal care and service", "41": "Sales", "43": "Office and administrative support",
    "45": "Farming, fishing and forestry", "47": "Construction and extraction",
    "49": "Installation, maintenance and repair", "51": "Production", "53": "Transportation and material moving",
    "55": "Military specific",
}  # fmt: skip
"""The major groups of the Standard Occupational Classification 2018, by their first two digits."""
OTHER_FAMILY = "other-classifications"
_FAMILY_OF = {
    OTHER_FAMILY: Family(title="Other classifications"),
    **{f"soc-{group}": Family(title=title, note="A major group of SOC 2018.") for group, title in MAJOR_GROUPS.items()},
}


class OccupationRoles(NamedTuple):
    """What the occupations of a catalog add to it."""

    roles: dict[str, Role]
    families: dict[str, Family]
    skills: dict[str, Skill]


def roles_from_occupations(catalog: Catalog, paid: Collection[str] | None = None) -> OccupationRoles:
    """Return a role for each occupation that has a profile and is not already a role, with what they refer to.

    `paid` are the codes of occupations with any pay, where the catalog no longer has all of it.
    """
    if paid is None:
        paid = {code for code, occupation in catalog.occupations.items() if occupation.pay}
    match = {link.code for role in catalog.roles.values() for link in role.occupations if link.fit == "exact"}
    options = {
        code: occupation
        for code, occupation in catalog.occupations.items()
        if occupation.profile is not None and code not in match
    }
    elements = _elements(catalog, options.values())
    skills = {key: skill for key, skill in elements.skills.items() if key not in catalog.skills}
    roles: dict[str, Role] = {}
    ids = _ids(options, catalog.roles)
    for code, occupation in options.items():
        if occupation.profile is not None:
            links = _links(catalog, code, paid)
            roles[ids[code]] = _role(catalog, links, occupation.profile, elements.ids, ids)
    families = {_family(code): _FAMILY_OF[_family(code)] for code in sorted(options)}
    return OccupationRoles(roles, families, skills)


class _Elements(NamedTuple):
    ids: dict[str, str]
    """Element of the content model -> id of the skill."""
    skills: dict[str, Skill]


def _elements(catalog: Catalog, occupations: Iterable[Occupation]) -> _Elements:
    """Find the skill that each rated element is: by its code in the vocabulary, else one of its own."""
    ids = {code: key for key, skill in catalog.skills.items() for code in skill.codes}
    skills: dict[str, Skill] = {}
    for occupation in occupations:
        for rating in occupation.profile.ratings if occupation.profile else ():
            if rating.kind in ("skill", "knowledge") and rating.element not in ids:
                key = _slug(rating.name)
                ids[rating.element] = key
                kind: SkillKind = "knowledge" if rating.kind == "knowledge" else "soft"
                skills[key] = Skill(name=rating.name, kind=kind, codes=(rating.element,))
    return _Elements(ids, skills)


def _links(catalog: Catalog, code: str, paid: Collection[str]) -> tuple[OccupationLink, ...]:
    """Return the class itself and, where statistics do not count it, the class that holds it."""
    links = [OccupationLink(code=code, fit="exact")]
    occupation = catalog.occupations[code]
    wider = occupation.part_of or _broad_occupation(code)
    if code not in paid and wider in catalog.occupations and wider != code:
        why = "Statistics count the wider class only."
        links.append(OccupationLink(code=wider, fit="part", why=why))
    return tuple(links)


def _role(
    catalog: Catalog,
    links: tuple[OccupationLink, ...],
    profile: Profile,
    elements: Mapping[str, str],
    ids: Mapping[str, str],
) -> Role:
    code = links[0].code
    occupation = catalog.occupations[code]
    source = catalog.sources[profile.source]
    return Role(
        title=occupation.title,
        family=_family(code),
        summary=profile.description or f"{occupation.title}, a class of the official statistics.",
        duties=tuple(task.text for task in profile.tasks if task.core is not False),
        tools={**profile.technology, **profile.tools},
        skills=tuple(_skills(profile, elements)),
        occupations=links,
        aliases=_singular(occupation.title),
        related={
            ids[other.code]: _related_reason(other.tier, other.rank, source)
            for other in profile.related
            if other.code in ids
        },
    )


def _related_reason(tier: str, rank: int, source: Source) -> str:
    return f"{tier.replace('-', ', ')}, number {rank} in the expert list of {source.title}."


def _skills(profile: Profile, elements: Mapping[str, str]) -> Iterable[RoleSkill]:
    rated = [rating for rating in profile.ratings if rating.kind in ("skill", "knowledge") and not rating.unreliable]
    rated.sort(key=lambda rating: -(rating.importance or 0))
    seen: set[str] = set()
    for rating in rated:
        key = elements[rating.element]
        if (rating.importance or 0) < NICE or key in seen:
            continue
        seen.add(key)
        yield RoleSkill(
            skill=key,
            need="must" if (rating.importance or 0) >= MUST else "nice",
            importance=standardize(rating.importance, 1, 5),
            level=None if rating.not_relevant else standardize(rating.level, 0, 7),
            source=profile.source,
        )


def standardize(value: float | None, low: float, high: float) -> float | None:
    """Return 100 x (value - low) / (high - low), O*NET's own way to make its scales comparable; None stays None."""
    return None if value is None else round(100 * (value - low) / (high - low), 1)


def _ids(occupations: Mapping[str, Occupation], roles: Mapping[str, Role]) -> dict[str, str]:
    """Return a kebab-case id of the title for each code; where that is taken, one with the code as well."""
    match = set(roles)
    ids: dict[str, str] = {}
    for code, occupation in occupations.items():
        key = _slug(occupation.title)
        if not key or key in match:
            key = _slug(f"{key} {code}")
        number = 2
        while not key or key in match:
            key = _slug(f"occupation {code} {number}")
            number += 1
        match.add(key)
        ids[code] = key
    return ids


def _family(code: str) -> str:
    """Return the family of a code: its major group where it is one of SOC 2018, else a shelf for all others."""
    group = code[:2] if code[2:3] == "-" else ""
    return f"soc-{group}" if group in MAJOR_GROUPS else OTHER_FAMILY


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold().replace("'", "")).strip("-")[:110].rstrip("-")


def _broad_occupation(code: str) -> str:
    """Return the broad class of a detailed one: 31-1121 -> 31-1120."""
    return f"{code[:6]}0"


def _singular(title: str) -> tuple[str, ...]:
    """Return the title of one such worker, where it is made by dropping an s: Registered Nurses -> Registered Nurse."""
    plain = title.endswith("s") and not title.endswith("ss") and "," not in title and " and " not in title
    return (title[:-1],) if plain else ()
