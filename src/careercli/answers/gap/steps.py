"""The biggest steps of a gap in sentences, in the order in which they can be done."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from careercli.amounts import format_number
from careercli.answers.gap.view import GapView, RequirementView
from careercli.answers.shared.screen_parts import education_word
from careercli.answers.shared.skill_words import skills_in_text

MAX_STEPS = 5
MAX_NAMED = 3
MAX_LAWS = 2
"""Lines on what law demands that steps give in full."""
_DEGREES = {
    "high school": "a high school diploma",
    "some college": "some college",
    "certificate": "a vocational certificate",
    "associate's": "an associate's degree",
    "bachelor's": "a bachelor's degree",
    "master's": "a master's degree",
    "doctorate": "a doctorate or professional degree",
}
_BAND = re.compile(r"(\d+) to under (\d+) years")
_LAW_FIRST = re.compile(r"^Required by law(?: in (?:the )?(?:United States|US))?(?:: | is )", re.I)
_LAW_LAST = re.compile(r",? required by law(?: in (?:the )?(?:United States|US|America|every US state))?\.?$", re.I)


class Step(NamedTuple):
    """A step in a sentence."""

    text: str
    rank: int
    """As that of a row of a screen: those of the highest go first where not all fit."""


def biggest_steps(view: GapView, laws: Sequence[RequirementView]) -> list[Step]:
    """Return school, what law demands, skills that are new, one to deepen, and experience, as far as needed."""
    return [*_school(view), *_laws(laws), *_skills(view), *_experience(view)][:MAX_STEPS]


def _school(view: GapView) -> Iterator[Step]:
    for row in view.rows:
        if row.kind == "education" and row.state in ("partial", "missing"):
            degree = degree_in_text(row.needed_text)
            yield Step("Take some college courses." if degree == "some college" else f"Go to school for {degree}.", 5)


def _laws(laws: Sequence[RequirementView]) -> Iterator[Step]:
    """Yield what law demands of all, then of some, in the words of the catalog."""
    open_laws = [row for row in laws if row.state != "have"]
    open_laws.sort(key=lambda row: row.needed_text != "by law")
    for row in open_laws[:MAX_LAWS]:
        if row.needed_text == "by law":
            text = _LAW_LAST.sub("", _LAW_FIRST.sub("", row.name))
            yield Step(f"By law: {text.removesuffix('.')}.", 8)
        else:
            yield Step(f"Check if you need it: {row.name.removesuffix('.')}.", 60)


def _skills(view: GapView) -> Iterator[Step]:
    musts = [row for row in view.rows if row.kind == "skill" and row.need == "must"]
    new = [row.name for row in musts if row.state == "missing"]
    if new:
        yield Step(f"Learn {skills_in_text(new, MAX_NAMED)}.{_job_on_the_way(view)}", 6)
    low = [row for row in musts if row.state == "partial" and row.have is not None and row.needed is not None]
    low.sort(key=lambda row: (row.have or 0) - (row.needed or 0))
    if low:
        first = low[0]
        levels = f"from {format_number(first.have or 0)} to {format_number(first.needed or 0)}"
        yield Step(f"Get better at {first.name}, {levels}.", 40)


def _job_on_the_way(view: GapView) -> str:
    """Name the first job that leads here and teaches one of the skills, where the catalog knows one."""
    for step in view.next_steps:
        for option in step.learning_options:
            if option.kind == "job" and option.title and step.kind == "skill":
                name = next(row.name for row in view.rows if row.requirement == step.requirement)
                return f" {option.title}, a job that leads here, needs {name} too."
    return ""


def _experience(view: GapView) -> Iterator[Step]:
    for row in view.rows:
        if row.kind == "experience" and row.state in ("partial", "missing"):
            yield Step(f"Get {experience_in_text(row.needed_text)}, in this job or one that leads to it.", 20)


def degree_in_text(education: str) -> str:
    """Return the Bureau's class of education as something that one gets: `a bachelor's degree`."""
    return _DEGREES.get(education_word(education), education)


def experience_in_text(asked: str) -> str:
    """Return how much experience is needed: `5 to 9 years of experience`."""
    if asked.startswith("less than"):
        return f"some experience ({asked})"
    years = _BAND.sub(r"\1 to \2 years", asked).replace("+ years", " or more years")
    return f"{years} of experience"


def short_years(asked: str) -> str:
    """Return how much experience is needed, for a cell: `5–9 years`."""
    return _BAND.sub(r"\1–\2 years", asked).replace("+ years", " or more years")
