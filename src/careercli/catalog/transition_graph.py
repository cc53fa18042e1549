"""Define the transition graph: role nodes, their levels and the transitions between them."""

from typing import Literal

from msgspec import Struct

TransitionKind = Literal["promotion", "lateral", "pivot", "feeder", "official", "inferred"]


class LevelNode(Struct, frozen=True, array_like=True):
    """A level of a junction: yearly pay in the junction's currency, years as its half-open band."""

    id: str
    min_years: float | None
    predecessors: tuple[int, ...]
    """Positions of the levels that lead here."""
    pay: float | None
    pay_is_estimate: bool
    is_management: bool


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
    pay: float | None
    """Yearly pay for the whole role; None where only a proxy's is known."""
    currency: str | None
    transitions: tuple[Transition, ...]
