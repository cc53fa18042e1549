"""Store what each role requires of each skill as compact rows, so that a question about a skill decodes no full role.

Also store the mean and standard deviation of coverage between roles of one family: the unlock threshold is computed
from them (Nesta, Mapping Career Causeways, 2020), and computing them takes all pairs.
"""

import math
import sqlite3
from collections.abc import Mapping

import msgspec

from careercli.catalog.coverage import credit, skill_levels, unique_skills, weight
from careercli.catalog.records import FamilyCoverage, SkillRequirement
from careercli.model import Catalog, Role, RoleSkill

TABLES = """
CREATE TABLE asks (role INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE askers (skill TEXT NOT NULL, role INTEGER NOT NULL, PRIMARY KEY (skill, role)) WITHOUT ROWID;
CREATE TABLE kinship (mean REAL, deviation REAL, pairs INTEGER NOT NULL);
"""
"""What each role asks, and which roles ask for a skill. A row for each ask would take seven times as long to read."""

MAX_FAMILY_ROLES = 150
"""Roles of one family that are held against each other; of a larger family so many at most, spread evenly."""


def write_skill_requirements(connection: sqlite3.Connection, catalog: Catalog, numbers: Mapping[str, int]) -> None:
    """Write what the roles of a completed catalog ask, by number, and how far those of one family cover each other."""
    encode = msgspec.msgpack.Encoder().encode
    requirements = {role_id: unique_skills(role.skills) for role_id, role in catalog.roles.items() if role.skills}
    bodies = (
        (numbers[role_id], encode([_ask(skill) for skill in required])) for role_id, required in requirements.items()
    )
    connection.executemany("INSERT INTO asks VALUES (?, ?)", bodies)
    askers = ((skill.skill, numbers[role_id]) for role_id, asked in requirements.items() for skill in asked)
    connection.executemany("INSERT INTO askers VALUES (?, ?)", askers)
    connection.execute("INSERT INTO kinship VALUES (?, ?, ?)", family_coverage(catalog))


def _ask(skill: RoleSkill) -> SkillRequirement:
    return SkillRequirement(
        skill=skill.skill, need=skill.need, importance=skill.importance, level=skill.level, source=skill.source
    )


def family_coverage(catalog: Catalog) -> FamilyCoverage:
    """Return the mean and standard deviation of coverage over the ordered pairs of roles in one family.

    Roles without weighted skills are left out.
    """
    families: dict[str, list[Role]] = {}
    for role in catalog.roles.values():
        if sum(map(weight, unique_skills(role.skills))):
            families.setdefault(role.family, []).append(role)
    pairs, total, squares = 0, 0.0, 0.0
    for family in families.values():
        roles = family[:: -(-len(family) // MAX_FAMILY_ROLES)]
        pairs += len(roles) * (len(roles) - 1)
        for share in _pair_coverages(roles):
            total += share
            squares += share * share
    if not pairs:
        return FamilyCoverage(None, None, 0)
    mean = total / pairs
    return FamilyCoverage(mean, math.sqrt(max(squares / pairs - mean * mean, 0)), pairs)


def _pair_coverages(roles: list[Role]) -> list[float]:
    """Return the coverage of each ordered pair that shares a skill; all other pairs cover nothing of each other."""
    brought = [skill_levels(role.skills) for role in roles]
    having: dict[str, list[int]] = {}
    for number, skills in enumerate(brought):
        for skill_id in skills:
            having.setdefault(skill_id, []).append(number)
    shares: list[float] = []
    for number, role in enumerate(roles):
        covered: dict[int, float] = {}
        required = unique_skills(role.skills)
        for skill in required:
            counts = weight(skill)
            for other in having[skill.skill]:
                covered[other] = covered.get(other, 0.0) + counts * credit(skill, brought[other])
        covered.pop(number, None)
        whole = sum(map(weight, required))
        shares += (part / whole for part in covered.values())
    return shares
