"""List ways to learn what is missing, as far as the catalog has any. Nothing is made up."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from careercli.amounts import format_number
from careercli.answers.gap.readiness import GapItem
from careercli.model import Education, Entry, Role, Skill
from careercli.person.credentials import acronyms
from careercli.person.education import education_level_of
from careercli.person.skill_matcher import mentions_skill

MAX_OPTIONS = 3
"""Options that one step shows."""


LearningOptionKind = Literal["training", "certificate", "education", "step", "job"]


class LearningOption(NamedTuple):
    """One way."""

    kind: LearningOptionKind
    text: str
    role: str | None = None
    """The role in which it is learnt, for a job."""
    source: str | None = None
    title: str | None = None
    """What that role is called."""


def learning_options(
    item: GapItem, role: Role, feeders: Mapping[str, Role], skills: Mapping[str, Skill]
) -> tuple[LearningOption, ...]:
    """Return the first few ways to an item; `feeders` are the jobs that lead to the role and were not held yet."""
    if item.skill is not None:
        found = [*_skill_options(skills[item.skill], role), *_jobs(item.skill, feeders)]
    elif item.kind == "education":
        found = list(_education_options(item, role))
    elif item.kind == "experience":
        found = [
            LearningOption("job", f"{feeder.title}, a job that leads here", key, title=feeder.title)
            for key, feeder in feeders.items()
        ]
    else:
        steps = role.entry.steps if role.entry else ()
        found = [LearningOption("certificate", item.name)]
        found += [LearningOption("step", text) for text in steps if acronyms(text) & acronyms(item.name)]
    return tuple(found[:MAX_OPTIONS])


def _skill_options(skill: Skill, role: Role) -> Iterator[LearningOption]:
    """Yield the training, papers, detours and first steps that name the skill."""
    for training in role.training:
        if mentions_skill(f"{training.title}. {training.note or ''}", skill):
            yield LearningOption("training", training.title, source=training.source)
    education, entry = role.education or Education(), role.entry or Entry()
    said: tuple[tuple[LearningOptionKind, tuple[str, ...]], ...] = (
        ("certificate", education.certificates),
        ("education", education.alternatives),
        ("step", entry.steps),
    )
    for kind, texts in said:
        yield from (LearningOption(kind, text) for text in texts if mentions_skill(text, skill))


def _jobs(skill_id: str, feeders: Mapping[str, Role]) -> Iterator[LearningOption]:
    """Yield the jobs that lead to the role and ask the skill too, where it is learnt at work."""
    for key, feeder in feeders.items():
        level = next((skill.level for skill in feeder.skills if skill.skill == skill_id), -1)
        if level != -1:
            words = f" at level {format_number(level)}" if level is not None else ""
            yield LearningOption(
                "job", f"{feeder.title}, a job that leads here, needs it too{words}", key, title=feeder.title
            )


def _education_options(item: GapItem, role: Role) -> Iterator[LearningOption]:
    """Yield training that leads to the class asked, then what is accepted instead."""
    for training in role.training:
        if education_level_of(training.title) == item.needed:
            yield LearningOption("training", training.title, source=training.source)
    for text in role.education.alternatives if role.education else ():
        yield LearningOption("education", text)


def feeder_roles(moves: Sequence[tuple[str, str]], held: frozenset[str | None]) -> list[str]:
    """Return the roles that lead to another and were not held, from (role, kind of move) in the catalog's order."""
    return list(dict.fromkeys(role for role, kind in moves if kind == "feeder" and role not in held))
