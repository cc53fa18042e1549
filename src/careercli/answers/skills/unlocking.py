"""What learning a skill opens: coverage before and after, and which roles cross the line from which a role is open.

The line is Nesta's (Mapping Career Causeways, 2020): the mean, less one standard deviation, of how far the roles of one
family cover each other in the catalog at hand; yet never lower than the share that a route asks of a road that nobody
declares, since in a catalog of many special skills one shared skill would do. Like there, a role two job zones up or
more is not opened by a skill. Shares are whole numbers per mille, so that what is printed is what was decided.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from careercli.catalog.coverage import credit, weight
from careercli.catalog.skill_requirements import Kinship
from careercli.catalog.transition_graph import Junction
from careercli.catalog.transitions import FAR, VIABLE
from careercli.model import RoleSkill

State = Literal["opens", "held back", "nearer", "open before"]
STATES: tuple[State, ...] = ("opens", "held back", "nearer", "open before")
"""What becomes of a role that is covered more, in the order of an answer. opens: over the line now. held back: over it,
but two job zones up or more. nearer: still below it. open before: over it before."""


class Step(NamedTuple):
    """How far one role is covered before and after, per mille."""

    role: str
    before: int
    after: int
    state: State


class Outlook(NamedTuple):
    """One skill, and of how many roles what becomes true when it is learnt."""

    skill: str
    opens: int
    held_back: int
    nearer: int
    open_before: int
    gain: int
    """Coverage of all roles together, per mille."""
    opened: tuple[Step, ...]
    """The roles that open, best first."""
    rank: int
    """From 1; skills of which opens, nearer and gain are equal share one."""
    tied: bool


class Held(NamedTuple):
    """How far a role is covered, and by how much each skill that is lacking would cover it more, as weights."""

    covered: float
    whole: float
    lacking: Mapping[str, float]

    def share(self, added: float = 0.0) -> int:
        """Return the coverage per mille with so much weight more; sums of equal parts in any order are equal."""
        return int((self.covered + added) / self.whole * 1000 + 0.5 + 1e-9)


class Ground(NamedTuple):
    """Where one stands towards the other roles."""

    held: Mapping[str, Held]
    """The other roles that ask for something."""
    far: Collection[str]
    """Roles two job zones up or more."""
    line: int
    """From how many per mille a role is open."""

    def is_open(self, role: str) -> bool:
        """Say whether a role is open as things are."""
        return role not in self.far and self.held[role].share() >= self.line


def line_of(kinship: Kinship) -> int:
    """Return from how many per mille a role counts as open in this catalog."""
    usual = (kinship.mean or 0.0) - (kinship.deviation or 0.0)
    return round(1000 * max(usual, VIABLE))


def is_far(one: Junction, other: Junction) -> bool:
    """Say whether the other role lies two job zones up or more."""
    return bool(one.zone and other.zone and other.zone - one.zone >= FAR)


def hold(asks: Mapping[str, Sequence[RoleSkill]], brought: Mapping[str, float | None]) -> Iterator[tuple[str, Held]]:
    """Yield how far each role is covered; a role that asks for nothing that counts is left out."""
    for role, asked in asks.items():
        covered, whole = 0.0, 0.0
        lacking: dict[str, float] = {}
        for skill in asked:
            counts, share = weight(skill), credit(skill, brought)
            whole += counts
            covered += counts * share
            if share < 1 and counts:
                lacking[skill.skill] = counts * (1 - share)
        if whole:
            yield role, Held(covered, whole, lacking)


def unlock(ground: Ground, learnt: Collection[str]) -> list[Step]:
    """Return what becomes of every role that asks for more of the skills than is brought, best first.

    A skill is learnt as far as each role asks for it.
    """
    added = ((role, held, sum(held.lacking.get(skill, 0.0) for skill in learnt)) for role, held in ground.held.items())
    steps = (_step(ground, role, held.share(), held.share(more)) for role, held, more in added if more)
    return _best_first(step for step in steps if step.after > step.before)


def outlooks(ground: Ground, among: Collection[str]) -> list[Outlook]:
    """Return those of the skills that some role asks more of than is brought, the one that unlocks most first.

    First come the roles that open, then those that come nearer, then coverage.
    """
    found: dict[str, _Tally] = {skill: _Tally() for skill in among}
    for role, held in ground.held.items():
        before, far = held.share(), role in ground.far
        for skill, added in held.lacking.items():
            after = held.share(added)
            if after > before and skill in found:
                found[skill].add(role, before, after, _state(ground.line, before, after, far=far))
    unranked = [tally.outlook(skill) for skill, tally in found.items() if tally.gain]
    return list(_ranked(sorted(unranked, key=lambda outlook: (_merit(outlook), outlook.skill))))


class _Tally:
    """Counts what learning one skill does, role by role."""

    def __init__(self) -> None:
        self.gain = 0
        self._states: list[State] = []
        self._opened: list[Step] = []

    def add(self, role: str, before: int, after: int, state: State) -> None:
        self.gain += after - before
        self._states.append(state)
        if state == "opens":
            self._opened.append(Step(role, before, after, state))

    def outlook(self, skill: str) -> Outlook:
        return Outlook(
            skill=skill,
            opens=len(self._opened),
            held_back=self._states.count("held back"),
            nearer=self._states.count("nearer"),
            open_before=self._states.count("open before"),
            gain=self.gain,
            opened=tuple(_best_first(self._opened)),
            rank=0,
            tied=False,
        )


def _step(ground: Ground, role: str, before: int, after: int) -> Step:
    return Step(role, before, after, _state(ground.line, before, after, far=role in ground.far))


def _best_first(steps: Iterable[Step]) -> list[Step]:
    return sorted(steps, key=lambda step: (STATES.index(step.state), step.before - step.after, -step.after, step.role))


def _state(line: int, before: int, after: int, *, far: bool) -> State:
    if after < line:
        return "nearer"
    if far:
        return "held back"
    return "open before" if before >= line else "opens"


def _ranked(ordered: Iterable[Outlook]) -> Iterator[Outlook]:
    placed = 0
    for _, group in groupby(ordered, key=_merit):
        tied = list(group)
        yield from (outlook._replace(rank=placed + 1, tied=len(tied) > 1) for outlook in tied)
        placed += len(tied)


def _merit(outlook: Outlook) -> tuple[int, int, int]:
    return -outlook.opens, -outlook.nearer, -outlook.gain
