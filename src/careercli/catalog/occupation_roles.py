"""Turn occupations that no role represents into roles, so that every answer covers them.

An occupation with a profile becomes a role, and so does one that a survey of the whole economy gives pay for; another
one only holds figures. Texts are copied from the profile word for word and cite its source.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from msgspec import structs

from careercli.catalog.generated_roles import with_profile
from careercli.catalog.same_jobs import singular
from careercli.catalog.stand_in_titles import has_title
from careercli.matching import name_key
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
_SOC_CODE = re.compile(r"\d\d-\d{4}")
_FAMILY_OF = {
    OTHER_FAMILY: Family(title="Other classifications"),
    **{f"soc-{group}": Family(title=title, note="A major group of SOC 2018.") for group, title in MAJOR_GROUPS.items()},
}


class OccupationRoles(NamedTuple):
    """What the occupations of a catalog add to it."""

    roles: dict[str, Role]
    families: dict[str, Family]
    skills: dict[str, Skill]


def roles_from_occupations(
    catalog: Catalog, paid: Collection[str] | None = None, surveyed: Collection[str] = ()
) -> OccupationRoles:
    """Return a role for each occupation with a title that has a profile or was `surveyed` and is not already a role.

    Those with the most jobs come first, which decides wherever a name or a search finds several that fit as well;
    groups of all other jobs come last. `paid` are the codes of occupations with any pay, where not all of it is there.
    """
    if paid is None:
        paid = {code for code, occupation in catalog.occupations.items() if occupation.pay}
    match = {link.code for role in catalog.roles.values() for link in role.occupations if link.fit == "exact"}
    match |= {code for role in catalog.roles.values() for code in _namesakes(catalog, role)}
    options = {
        code: occupation
        for code, occupation in catalog.occupations.items()
        if code not in match and has_title(code, occupation) and (occupation.profile is not None or code in surveyed)
    }
    elements, own_skills = _skills_of_elements(catalog, options.values())
    skills = {key: skill for key, skill in own_skills.items() if key not in catalog.skills}
    options = dict(sorted(options.items(), key=lambda option: (_is_residual(option[1]), -_employment(option[1]))))
    roles: dict[str, Role] = {}
    ids = _ids(options, catalog.roles)
    projected = {code for code, occupation in catalog.occupations.items() if occupation.figures}
    counted = [_counted_classes(catalog, codes) for codes in (paid, projected)]
    for code in options:
        links = _links(catalog, code, counted)
        roles[ids[code]] = _role(catalog, links, elements, ids)
    families = {_family(code): _FAMILY_OF[_family(code)] for code in sorted(options)}
    return OccupationRoles(roles, families, skills)


def _is_residual(occupation: Occupation) -> bool:
    return occupation.title.casefold().endswith("all other")


def _employment(occupation: Occupation) -> float:
    jobs = (figure.value for figure in occupation.figures if figure.measure == "employment")
    return max((value for value in jobs if value is not None), default=0)


def _namesakes(catalog: Catalog, role: Role) -> Iterable[str]:
    """Return the codes of the occupations that count a role among others, and that bear one of its names."""
    names = {name_key(name) for name in (role.title, *role.aliases)}
    for link in role.occupations:
        title = catalog.occupations[link.code].title
        if link.fit == "part" and any(name_key(name) in names for name in (title, *singular(title))):
            yield link.code


def _skills_of_elements(catalog: Catalog, occupations: Iterable[Occupation]) -> tuple[dict[str, str], dict[str, Skill]]:
    """Return the id of the skill that each rated element is, and the skills that the vocabulary does not have."""
    ids = {code: key for key, skill in catalog.skills.items() for code in skill.codes}
    skills: dict[str, Skill] = {}
    for occupation in occupations:
        for rating in occupation.profile.ratings if occupation.profile else ():
            if rating.kind in ("skill", "knowledge") and rating.element not in ids:
                key = _slug(rating.name)
                ids[rating.element] = key
                kind: SkillKind = "knowledge" if rating.kind == "knowledge" else "soft"
                skills[key] = Skill(name=rating.name, kind=kind, codes=(rating.element,))
    return ids, skills


def _links(catalog: Catalog, code: str, counted: Iterable[Mapping[str, str]]) -> tuple[OccupationLink, ...]:
    """Return the class itself and, where statistics do not count it, the class that holds it.

    `counted` are the classes with pay, then those with other figures.
    """
    own = OccupationLink(code=code, fit="exact")
    wider = next((found for classes in counted if (found := _counted_class(catalog, code, classes))), None)
    if wider is None or wider == code:
        return (own,)
    return own, OccupationLink(code=wider, fit="part", why="Statistics count only the broader group.")


def _counted_classes(catalog: Catalog, codes: Collection[str]) -> dict[str, str]:
    """Return the class that has the figures, by the code of a class or the beginning that codes of a broad class share.

    OEWS counts some broad classes whole (31-1120), and joins some classes under a code that SOC does not have (21-1018,
    25-9045): the one class of a broad class that has figures and no profile.
    """
    joined: dict[str, list[str]] = {}
    for code in codes:
        occupation = catalog.occupations[code]
        if _SOC_CODE.fullmatch(code) and occupation.profile is None and not code.endswith("0"):
            joined.setdefault(code[:6], []).append(code)
    classes = {start: found[0] for start, found in joined.items() if len(found) == 1}
    classes |= {code[:6]: code for code in codes if _SOC_CODE.fullmatch(code) and code.endswith("0")}
    return {**classes, **{code: code for code in codes}}


def _counted_class(catalog: Catalog, code: str, counted: Mapping[str, str]) -> str | None:
    """Return the class with pay that a class is or is a part of, None where statistics count neither."""
    seen: set[str] = set()
    while code not in counted and code not in seen:
        seen.add(code)
        occupation = catalog.occupations.get(code)
        code = (occupation.part_of if occupation else None) or code
    return counted.get(code) or (counted.get(code[:6]) if _SOC_CODE.fullmatch(code) else None)


def _role(
    catalog: Catalog, links: tuple[OccupationLink, ...], elements: Mapping[str, str], ids: Mapping[str, str]
) -> Role:
    code = links[0].code
    occupation = catalog.occupations[code]
    plain = Role(
        title=occupation.title,
        family=_family(code),
        summary=occupation.note or f"{occupation.title}, as official statistics count them.",
        occupations=links,
        aliases=singular(occupation.title),
    )
    profile = occupation.profile
    if profile is None:
        return plain
    experts = f"the expert list of {catalog.sources[profile.source].title}"
    return structs.replace(
        with_profile(plain, profile, _skills(profile, elements)),
        summary=profile.description or plain.summary,
        related={
            ids[other.code]: f"{other.tier.replace('-', ', ')}, number {other.rank} in {experts}."
            for other in profile.related
            if other.code in ids
        },
    )


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
