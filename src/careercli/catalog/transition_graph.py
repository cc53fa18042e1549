"""The graph of roles, levels and the ways between them, as routes read it."""

from typing import Literal

from msgspec import Struct

RoadKind = Literal["promotion", "lateral", "pivot", "feeder", "official", "inferred"]


class Rung(Struct, frozen=True, array_like=True):
    """A level of a junction: yearly pay in the junction's currency, years as its half-open band."""

    id: str
    low: float | None
    after: tuple[int, ...]
    """Positions of the levels that lead here."""
    pay: float | None
    estimate: bool
    management: bool


class Road(Struct, frozen=True, array_like=True):
    """A way to another role."""

    to: int
    """Position of the junction."""
    kind: RoadKind
    at: int | None
    """Position of the level that one must have reached; None: any."""
    land: int | None
    """Position of the level that one comes in at; None: where experience and kind put one."""
    missing: float | None
    """Share from 0 to 1 of what is asked there that is not brought along; None where a side has no skills."""


class Junction(Struct, frozen=True, array_like=True):
    """A role with what a route must know of it."""

    role: str
    rungs: tuple[Rung, ...]
    zone: float | None
    """Job zone, 1 to 5, of the best fitting official class."""
    education: int | None
    """Position of the typical entry education among the eight classes."""
    pay: float | None
    """Yearly pay for the whole role; None where only a proxy's is known."""
    currency: str | None
    roads: tuple[Road, ...]
