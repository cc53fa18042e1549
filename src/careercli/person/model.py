"""What is read of a person, frozen: only what can be held against a role.

Names, addresses, employers, schools and references are not read at all, so they cannot be shown, and nothing here is
ever written to the cache. `path` says where in the file a thing stands, as `work[2].highlights[0]`.
"""

from typing import Literal, NamedTuple

Section = Literal["skills", "experience", "education", "certificates"]


class Claim(NamedTuple):
    """A skill as the person words it."""

    text: str
    level: str
    """How well, in the person's own words; empty where nothing is said."""
    path: str
    group: bool = False
    """Whether the level is that of the group in which the skill is listed."""
    language: bool = False
    """Whether it is a spoken language, which a vocabulary of skills need not know."""


class Job(NamedTuple):
    """A position that was held; dates are as written, empty where the file has none."""

    title: str
    start: str
    end: str
    path: str
    years: float | None = None
    """How long, where the file says years instead of dates."""


class Study(NamedTuple):
    """A course of education."""

    degree: str
    field: str
    start: str
    end: str
    path: str


class Paper(NamedTuple):
    """A certificate or licence."""

    name: str
    path: str
    """Empty for a line on certificates of a role that stands for a person."""


class Passage(NamedTuple):
    """Running text that may mention skills."""

    text: str
    path: str


class Person(NamedTuple):
    """All that is read of a person."""

    form: Literal["resume", "profile"]
    claims: tuple[Claim, ...] = ()
    jobs: tuple[Job, ...] = ()
    studies: tuple[Study, ...] = ()
    papers: tuple[Paper, ...] = ()
    passages: tuple[Passage, ...] = ()
    country: str = ""
    """An ISO 3166 code, which decides whose licences count."""
    told: frozenset[Section] = frozenset()
    """What the file speaks of at all, if only to say that there is none: what is not told is not missing."""
