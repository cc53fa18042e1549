"""Store what each role requires of each skill as compact rows, so that a question about a skill decodes no full role.

Also store what the mean and standard deviation of coverage between roles of one family are made of: the unlock
threshold is computed from them (Nesta, Mapping Career Causeways, 2020), and computing them takes all pairs.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from careercli.catalog.coverage import credit, skill_levels, unique_skills, weight
from careercli.catalog.records import SkillRequirement
from careercli.model import Role, RoleSkill

TABLES = """
CREATE TABLE asks (role INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE askers (skill TEXT NOT NULL, role INTEGER NOT NULL, PRIMARY KEY (skill, role)) WITHOUT ROWID;
CREATE TABLE kinship (
    family TEXT, is_own INTEGER, pairs INTEGER NOT NULL, total REAL NOT NULL, squares REAL NOT NULL,
    PRIMARY KEY (family, is_own)
) WITHOUT ROWID;
"""
"""What each role asks, and which roles ask for a skill. A row for each ask would take seven times as long to read."""

MAX_FAMILY_ROLES = 150
"""Roles of one family that are held against each other; of a larger family so many at most, spread evenly."""


def write_skill_requirements(
    connection: sqlite3.Connection, roles: Mapping[str, Role], numbers: Mapping[str, int]
) -> None:
    """Write what roles ask, by number."""
    encode = msgspec.msgpack.Encoder().encode
    requirements = {role_id: unique_skills(role.skills) for role_id, role in roles.items() if role.skills}
    bodies = (
        (numbers[role_id], encode([_ask(skill) for skill in required])) for role_id, required in requirements.items()
    )
    connection.executemany("INSERT INTO asks VALUES (?, ?)", bodies)
    askers = ((skill.skill, numbers[role_id]) for role_id, asked in requirements.items() for skill in asked)
    connection.executemany("INSERT INTO askers VALUES (?, ?)", askers)


def write_family_coverage(
    connection: sqlite3.Connection, roles: Iterable[tuple[str, bool, Sequence[RoleSkill]]]
) -> None:
    """Write how far the roles of each family cover each other that name skills in one way.

    `roles` are families, whether the role is generated, and what it asks. What stands there of these families is
    replaced. Roles without weighted skills are left out.
    """
    families: dict[tuple[str, bool], list[Sequence[RoleSkill]]] = {}
    for family, is_generated, skills in roles:
        if sum(map(weight, unique_skills(skills))):
            families.setdefault((family, not is_generated), []).append(skills)
    rows = ((*key, *_family_sums(members)) for key, members in families.items())
    connection.executemany("INSERT OR REPLACE INTO kinship VALUES (?, ?, ?, ?, ?)", rows)


def _ask(skill: RoleSkill) -> SkillRequirement:
    return SkillRequirement(
        skill=skill.skill, need=skill.need, importance=skill.importance, level=skill.level, source=skill.source
    )


def _family_sums(family: Sequence[Sequence[RoleSkill]]) -> tuple[int, float, float]:
    """Return the number of ordered pairs of roles, the sum of their coverage and the sum of its squares."""
    roles = family[:: -(-len(family) // MAX_FAMILY_ROLES)]
    shares = _pair_coverages(roles)
    return len(roles) * (len(roles) - 1), sum(shares), sum(share * share for share in shares)


def _pair_coverages(roles: Sequence[Sequence[RoleSkill]]) -> list[float]:
    """Return the coverage of each ordered pair that shares a skill; all other pairs cover nothing of each other."""
    brought = [skill_levels(skills) for skills in roles]
    having: dict[str, list[int]] = {}
    for number, skills in enumerate(brought):
        for skill_id in skills:
            having.setdefault(skill_id, []).append(number)
    shares: list[float] = []
    for number, asked in enumerate(roles):
        covered: dict[int, float] = {}
        required = unique_skills(asked)
        for skill in required:
            counts = weight(skill)
            for other in having[skill.skill]:
                covered[other] = covered.get(other, 0.0) + counts * credit(skill, brought[other])
        covered.pop(number, None)
        whole = sum(map(weight, required))
        shares += (part / whole for part in covered.values())
    return shares
