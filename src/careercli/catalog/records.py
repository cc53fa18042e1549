"""Define what stands in the index beside the documents of the model: summaries, requirements, the graph."""

from typing import Literal, NamedTuple

from msgspec import Struct

from careercli.model import Fit, Number, RoleSkill, Track

TransitionKind = Literal["promotion", "lateral", "pivot", "feeder", "official", "inferred"]


class SimilarityEvidence(Struct, frozen=True, array_like=True):
    """The similarity of two roles by kind of evidence: a percentile of all pairs (0 to 99.9), or None without data."""

    text: float | None
    """Summary, duties and tasks."""
    titles: float | None
    tools: float | None
    activities: float | None
    skills: float | None
    """Skills of the vocabulary where both roles name some, else a survey's ratings of general skills."""
    knowledge: float | None
    interests: float | None
    preparation: float | None
    """Job zones."""


SCORE_STEPS = 10_000
"""Steps of a score of nearness that the index keeps apart."""
StoredNeighbor = tuple[int, int, int, int, tuple[int | None, ...]]
"""A role near another in the index: its number, rank, percentile of all in tenths, score in steps, and percentiles by
kind of evidence in tenths."""
PayBand = tuple[float, float | None]
"""Yearly pay from one amount to another, both the same for a plain figure; the end is None where it is open."""


class LevelNode(Struct, frozen=True, array_like=True):
    """A level of a junction: yearly pay in the junction's currency, years as its half-open band."""

    id: str
    min_years: float | None
    predecessors: tuple[int, ...]
    """Positions of the levels that lead here."""
    pay: PayBand | None
    is_management: bool
    is_employed: bool = True
    """People in school or training have no pay, not even that of the role."""


class Transition(Struct, frozen=True, array_like=True):
    """A transition to another role."""

    to: int
    """Position of the junction."""
    kind: TransitionKind
    from_level: int | None
    """Index of the level that the transition starts from; None: any level."""
    to_level: int | None
    """Index of the level that the transition leads to; None: chosen by experience and kind."""
    missing_share: float | None
    """Share from 0 to 1 of the target's skill requirements that the origin does not meet; None if either role has no
    skills.
    """


class RoleNode(Struct, frozen=True, array_like=True):
    """A role with what a route search needs to know about it."""

    role: str
    levels: tuple[LevelNode, ...]
    job_zone: float | None
    """Job zone, 1 to 5, of the best fitting official class."""
    education: int | None
    """Position of the typical entry education among the eight classes."""
    pay: PayBand | None
    """Yearly pay for the whole role; None where only a proxy's is known."""
    currency: str | None
    """That of the pay of the role and its levels; level pay in other currencies is left out."""
    transitions: tuple[Transition, ...]
    education_is_proxy: bool = False
    """Whether the education is that of another job that stands in."""


class SkillRequirement(RoleSkill, frozen=True, array_like=True):
    """One skill requirement of a role, without the note; encoded as an array."""

    skill: str
    importance: int | float | None = None
    level: int | float | None = None
    source: str | None = None


class FamilyCoverage(NamedTuple):
    """The mean and standard deviation of coverage within job families, from 0 to 1, over ordered pairs of roles."""

    mean: float | None
    """None: no family has two roles that ask for skills."""
    deviation: float | None
    """The standard deviation."""
    pairs: int


class KeyPay(Struct, frozen=True):
    """The yearly pay figure that a list shows, with all that it must be read with."""

    amount: int | float | None
    """None: only a range is known, or a bound from below."""
    statistic: str
    currency: str
    place: str
    place_title: str
    source: str
    period: str | None
    occupation: str | None
    fit: Fit | None
    """None: the source speaks of the role itself."""
    low: int | float | None = None
    high: int | float | None = None
    """None beside a `low`: the end is open."""
    worked_out_from: str | None = None
    """The unit of time that the source publishes, where it is not the year."""

    def least(self) -> int | float | None:
        """Return what the pay is at the least."""
        return self.low if self.amount is None else self.amount


class KeyFigure(Struct, frozen=True):
    """A figure of the outlook, with the class that it was counted for."""

    value: Number
    source: str
    period: str | None
    occupation: str | None
    fit: Fit | None


class RoleSummary(Struct, frozen=True):
    """A role in a list."""

    id: str
    title: str
    family: str
    aliases: tuple[str, ...]
    level_count: int
    tracks: tuple[Track, ...]
    skills: tuple[str, ...]
    occupations: tuple[tuple[str, Fit], ...]
    """Codes with their fit, best fit first."""
    education: str | None
    """Typical entry education of the best fitting occupation, else what the role says."""
    education_fit: Fit | None
    """How the occupation fits; None where the role says it."""
    pay: KeyPay | None
    given_pay: tuple[KeyPay, ...]
    """What is given for the role itself, else for its levels: one figure for each place and currency."""
    growth: KeyFigure | None
    openings: KeyFigure | None
    employment: KeyFigure | None
    is_generated: bool
    """Whether the role was made from an occupation that no curated role represents."""
