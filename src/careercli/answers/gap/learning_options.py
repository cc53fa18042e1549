"""Ways to come by what is missing, as far as the catalog knows any: nothing is made up where it knows none."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from careercli.amounts import number
from careercli.answers.gap.readiness import Item
from careercli.model import Role, Skill
from careercli.person.credentials import initials
from careercli.person.education import class_of
from careercli.person.skill_matcher import speaks_of

MOST = 3
"""Routes that one step shows."""


RouteKind = Literal["training", "certificate", "education", "step", "job"]


class Route(NamedTuple):
    """One way."""

    kind: RouteKind
    text: str
    role: str | None = None
    """The role in which it is learnt, for a job."""
    source: str | None = None


def routes_to(item: Item, role: Role, feeders: Mapping[str, Role], skills: Mapping[str, Skill]) -> tuple[Route, ...]:
    """Return the first few ways to an item; `feeders` are the jobs that lead to the role and were not held yet."""
    if item.kind == "skill":
        found = [*_learning(skills[item.id], role), *_jobs(item, feeders)]
    elif item.kind == "education":
        found = list(_schooling(item, role))
    elif item.kind == "experience":
        found = [Route("job", f"{feeder.title}, a job that leads here", key) for key, feeder in feeders.items()]
    else:
        steps = role.entry.steps if role.entry else ()
        found = [Route("certificate", item.label)]
        found += [Route("step", text) for text in steps if initials(text) & initials(item.label)]
    return tuple(found[:MOST])


def _learning(skill: Skill, role: Role) -> Iterator[Route]:
    """Yield the training, papers, detours and first steps that name the skill."""
    for training in role.training:
        if speaks_of(f"{training.title}. {training.note or ''}", skill):
            yield Route("training", training.title, source=training.source)
    education, entry = role.education, role.entry
    said: tuple[tuple[RouteKind, tuple[str, ...]], ...] = (
        ("certificate", education.certificates if education else ()),
        ("education", education.alternatives if education else ()),
        ("step", entry.steps if entry else ()),
    )
    for kind, texts in said:
        yield from (Route(kind, text) for text in texts if speaks_of(text, skill))


def _jobs(item: Item, feeders: Mapping[str, Role]) -> Iterator[Route]:
    """Yield the jobs that lead to the role and ask the skill too, where it is learnt at work."""
    for key, feeder in feeders.items():
        level = next((skill.level for skill in feeder.skills if skill.skill == item.id), -1)
        if level != -1:
            words = f" at level {number(level)}" if level is not None else ""
            yield Route("job", f"{feeder.title}, a job that leads here, asks for it{words}", key)


def _schooling(item: Item, role: Role) -> Iterator[Route]:
    """Yield training that leads to the class asked, then what is accepted instead."""
    for training in role.training:
        if class_of(training.title) == item.asked:
            yield Route("training", training.title, source=training.source)
    for text in role.education.alternatives if role.education else ():
        yield Route("education", text)


def feeding(moves: Sequence[tuple[str, str]], held: frozenset[str | None]) -> list[str]:
    """Return the roles that lead to another and were not held, from (role, kind of move) in the catalog's order."""
    return list(dict.fromkeys(role for role, kind in moves if kind == "feeder" and role not in held))
