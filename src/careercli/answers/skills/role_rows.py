"""Build the role views of skill answers: what each role requires, what it pays and for which occupation."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from careercli.answers.shared.key_figures import key_pay_view
from careercli.answers.shared.view_parts import copied, flat
from careercli.answers.skills.view import SkillNeedView, UnlockRowView
from careercli.catalog.reader import CatalogReader
from careercli.catalog.records import RoleSummary, SkillRequirement
from careercli.model import Skill


class RoleLookup(NamedTuple):
    """The roles that an answer shows, with what their cards refer to."""

    summaries: Mapping[str, RoleSummary]
    families: Mapping[str, str]
    occupation_titles: Mapping[str, str]
    """Titles of official classes, by code."""


def load_role_lookup(reader: CatalogReader, roles: Iterable[str]) -> RoleLookup:
    """Fetch the cards of the roles and the titles of what they refer to."""
    summaries = reader.role_summaries_of(roles)
    codes = (summary.pay.occupation for summary in summaries.values() if summary.pay)
    return RoleLookup(
        summaries=summaries,
        families={key: family.title for key, family in reader.families().items()},
        occupation_titles=reader.occupation_titles(code for code in codes if code is not None),
    )


def role_view(
    lookup: RoleLookup,
    skills: Mapping[str, Skill],
    role: str,
    requirements: Iterable[SkillRequirement],
    **learned: object,
) -> UnlockRowView:
    """Return a role with what it needs of the skills in question; `learned` has what becomes of it with them."""
    summary = lookup.summaries[role]
    return flat(
        UnlockRowView,
        summary,
        role=role,
        family_title=lookup.families[summary.family],
        requirements=tuple(requirement_view(skills, requirement) for requirement in requirements),
        pay=key_pay_view(summary.pay),
        pay_occupation_title=pay_occupation_title(lookup, role),
        **learned,
    )


def pay_occupation_title(lookup: RoleLookup, role: str) -> str | None:
    """Return the title of the official class that the role's pay was counted for."""
    pay = lookup.summaries[role].pay
    return lookup.occupation_titles[pay.occupation] if pay and pay.occupation else None


def requirement_view(skills: Mapping[str, Skill], requirement: SkillRequirement) -> SkillNeedView:
    """Return what a role needs of a skill, with the skill's name."""
    return copied(SkillNeedView, requirement, name=skills[requirement.skill].name, skill_level=requirement.level)
