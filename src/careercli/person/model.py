"""What is read of a person, frozen: only what can be held against a role.

Names, addresses, employers, schools and references are not read at all, so they cannot be shown, and nothing here is
ever written to the cache. `path` says where in the file a thing stands, as `work[2].highlights[0]`.
"""

from typing import Literal, NamedTuple

Section = Literal["skills", "experience", "education", "certificates"]


class StatedSkill(NamedTuple):
    """A skill as the person words it."""

    text: str
    level: str
    """How well, in the person's own words; empty where nothing is said."""
    path: str
    level_of_group: bool = False
    """Whether the level is that of the group in which the skill is listed."""
    is_spoken_language: bool = False
    """Whether it is a spoken language, which a vocabulary of skills need not know."""


class WorkEntry(NamedTuple):
    """A position that was held; dates are as written, empty where the file has none."""

    title: str
    start: str
    end: str
    path: str
    years: float | None = None
    """How long, where the file says years instead of dates."""


class EducationEntry(NamedTuple):
    """A course of education."""

    degree: str
    field: str
    start: str
    end: str
    path: str


class Credential(NamedTuple):
    """A certificate or licence."""

    name: str
    path: str
    """Empty for a line on certificates of a role that stands for a person."""


class TextPassage(NamedTuple):
    """Running text that may mention skills."""

    text: str
    path: str


class Person(NamedTuple):
    """All that is read of a person."""

    format: Literal["resume", "profile"]
    skills: tuple[StatedSkill, ...] = ()
    work: tuple[WorkEntry, ...] = ()
    education: tuple[EducationEntry, ...] = ()
    credentials: tuple[Credential, ...] = ()
    passages: tuple[TextPassage, ...] = ()
    country: str = ""
    """An ISO 3166 code, which decides whose licences count."""
    stated_sections: frozenset[Section] = frozenset()
    """Sections that the file has, even if empty. What a section that is not there would say is unknown, not missing."""
