"""A part of an official occupation that bears the name of a role is that role, and not one more.

Surveys describe Baristas apart from Fast Food and Counter Workers, which statistics count; statistics also join classes
of one broad class of SOC. A role that is a barista and is linked to the wider class is described by the survey, and
paid as the class is.
"""

from msgspec import structs

from careercli.catalog.stand_in_titles import has_title
from careercli.matching import name_key
from careercli.model import Catalog, Occupation, OccupationLink, Role


def join_same_jobs(catalog: Catalog) -> Catalog:
    """Return the catalog in which such roles are linked to the part that they are."""
    linked = {link.code for role in catalog.roles.values() for link in role.occupations if link.fit == "exact"}
    named = {name_key(role.title): role_id for role_id, role in catalog.roles.items() if not role.abstract}
    joined: dict[str, Role] = {}
    for code, occupation in catalog.occupations.items():
        if code in linked or not has_title(code, occupation):
            continue
        names = (occupation.title, *singular(occupation.title))
        role_id = next((named[key] for key in map(name_key, names) if key in named), None)
        role = joined.get(role_id, catalog.roles[role_id]) if role_id else None
        if role_id and role and any(_is_within(code, occupation, link) for link in role.occupations):
            link = OccupationLink(code=code, fit="exact")
            joined[role_id] = structs.replace(role, occupations=(*role.occupations, link))
    return structs.replace(catalog, roles={**catalog.roles, **joined}) if joined else catalog


def _is_within(code: str, occupation: Occupation, link: OccupationLink) -> bool:
    """Say whether a link is to a class that holds the occupation: its own, or one of the same broad class of SOC."""
    return link.code in (occupation.part_of, f"{code[:6]}0") or (
        len(code) == len(link.code) and code[:6] == link.code[:6]
    )


def singular(title: str) -> tuple[str, ...]:
    """Return the title of one such worker, where it is made by dropping an s: Registered Nurses -> Registered Nurse."""
    plain = title.endswith("s") and not title.endswith("ss") and "," not in title and " and " not in title
    return (title[:-1],) if plain else ()
