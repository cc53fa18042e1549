"""A role that was made from an occupation, with and without what stands in the profile of its occupation.

The index keeps that once, with the occupation.
"""

from collections.abc import Iterable

from msgspec import structs

from careercli.model import Profile, Role, RoleSkill


def with_profile(role: Role, profile: Profile, skills: Iterable[RoleSkill]) -> Role:
    """Return the role with the tasks and tools of its occupation, and the skills that were made of its ratings."""
    return structs.replace(
        role,
        duties=tuple(task.text for task in profile.tasks if task.core is not False),
        tools={**profile.technology, **profile.tools},
        skills=tuple(skills),
    )


def without_profile(role: Role) -> Role:
    """Return the role without what `with_profile` gives it."""
    return structs.replace(role, duties=(), tools={}, skills=())
