"""What a gap looks like: what a role requires, what somebody has, and how far that reaches."""

from typing import ClassVar

from careercli.answers.shared.view_parts import (
    AnswerView,
    Num,
    ReadAsView,
    SkillNameView,
    SourceView,
    VerdictView,
    View,
)


class RequirementView(View, frozen=True):
    """One thing that the role requires, and how much of it is there."""

    requirement: str
    """Its id, which the same question always gives it: `skill:sql`, `experience`, `education`, or `certificate:2` for
    the second line on certificates of the role."""
    kind: str
    """skill, experience, education or certificate: kinds of gap that nobody should add up in the head."""
    skill: str | None
    """The id of the skill; null for other kinds."""
    name: str
    """What it is called; for a certificate the whole line of the catalog."""
    need: str
    """must or nice."""
    state: str
    """have, partial, missing or unknown."""
    needed: Num | None
    """In `unit`; null where any level will do, no degree is needed, or none is known."""
    have: Num | None
    """In `unit`."""
    stated: Num | None
    """The level that the person states, in `unit`, where something else counts for more; null elsewhere."""
    unit: str | None
    """skill_level (0 to 100), years, or education_class (0 to 7, the classes of entry education)."""
    needed_text: str
    """What is needed, in words."""
    have_text: str
    """What is there, in words."""
    proof: str | None
    """stated, certificate, practised, mentioned, implied, dates or degree: the reason that counts most."""
    found_at: tuple[str, ...]
    """Where in the file the proof stands."""
    roles_held: tuple[str, ...]
    """The roles that were held and need the skill, where it is practised or implied."""
    weight: float
    """How much it counts in the score; what must be had counts more."""
    credit: float | None
    """In percent, 0 to 100; null where it cannot be judged and is left out of the score."""
    points: float | None
    """What it adds to the score."""
    score_gain: float | None
    """What it would add on top if it were there in full."""
    source: str | None
    """Who says that the role requires it; null for the words of the catalog."""
    note: str | None
    countries: tuple[str, ...]
    """Where a certificate counts, as ISO 3166 codes and EU; empty where no country is named, and for other kinds."""
    fit: str | None
    """How the official class of which this is said fits the role: exact, part or proxy; null elsewhere."""


class RequirementNameView(View, frozen=True):
    """A requirement by name."""

    requirement: str
    """Its id."""
    name: str
    """What it is called."""


class ReadinessView(View, frozen=True):
    """The score and all that it must be read with."""

    score: float | None
    """0 to 100, earned / possible; null where there is nothing to judge."""
    earned: float
    """Sum of weight x credit over what was judged, a credit of 100 as 1."""
    possible: float
    """Sum of their weights."""
    judged_count: int
    """Requirements that were judged."""
    unknown_count: int
    """Requirements that could not be judged and are left out."""
    unrated_count: int
    """Skills that are stated without a level."""
    label: str
    """The verdict in a word: ready, nearly ready, part of the way, just starting out, or nothing to judge."""
    capped_by: tuple[str, ...]
    """The ids of must-haves that are missing and hold the verdict below what the score alone would say."""
    contributors: tuple[str, ...]
    """The ids of the requirements that add most."""


class KindView(View, frozen=True):
    """One kind of gap in numbers."""

    kind: str
    score: float | None
    """0 to 100; null where nothing of the kind was judged."""
    have_count: int
    """Requirements that are there."""
    partial_count: int
    """Requirements that are there in part."""
    missing_count: int
    """Requirements that are not there."""
    unknown_count: int
    """Requirements that could not be judged."""


class LearningOptionView(View, frozen=True):
    """A way to come by something, in the catalog's words."""

    kind: str
    """training, certificate, education, step or job."""
    text: str
    role: str | None
    """The role in which it is learned, for a job."""
    title: str | None
    source: str | None


class GapStepView(View, frozen=True):
    """One thing to do, with what it would add to the score."""

    requirement: str
    """The id of what it meets."""
    kind: str
    """Of the requirement."""
    skill: str | None
    """The skill that it is about; null for the other kinds."""
    name: str
    """What the requirement is called."""
    action: str
    """What to do, in the imperative."""
    score_gain: float
    """What it would add to the score."""
    score_after: float
    """The score with it, 0 to 100."""
    tied_with: tuple[RequirementNameView, ...]
    """What would add as much."""
    learning_options: tuple[LearningOptionView, ...]
    """Ways to do it; empty where the catalog knows none."""


class ExperienceView(View, frozen=True):
    """Years worked, days in two positions counted once."""

    total_years: float
    """In all jobs."""
    relevant_years: float
    """In this role, in roles that lead to it or are near it."""
    role_years: float
    """In the role itself."""
    unknown_years: float
    """Under titles that are no role of the catalog."""


class MappingView(View, frozen=True):
    """How one thing in the file was taken; what it was not taken for is null."""

    kind: str
    """skill, title, education or certificate."""
    text: str
    """The words of the file."""
    found_at: tuple[str, ...]
    """Where in the file they stand."""
    skill: str | None
    name: str | None
    """Of the skill."""
    role: str | None
    title: str | None
    """Of the role."""
    education_class: int | None
    """0 to 7, the classes of entry education."""
    education_class_title: str | None
    """What that class is called."""
    requirement: str | None
    """The id of the line on certificates that a certificate meets."""
    matched_by: str | None
    """What made it so: `name`, `near spelling`, `mentioned`, `by its words` ..."""
    skill_level: int | None
    """What `skill_level_text` was taken for, 0 to 100; null where it has no scale."""
    skill_level_text: str | None
    """How well, in the words of the file."""


class CandidateView(View, frozen=True):
    """A skill or a role that something in the file could be."""

    skill: str | None
    name: str | None
    """Of the skill."""
    role: str | None
    title: str | None
    """Of the role."""


class UnmappedView(View, frozen=True):
    """One thing in the file that could not be mapped: it counts neither for nor against."""

    kind: str
    """skill, title, education or certificate."""
    text: str
    """The words of the file."""
    found_at: tuple[str, ...]
    """Where in the file they stand."""
    candidates: tuple[CandidateView, ...]
    """What it could be; empty where nothing in the catalog resembles it."""


class PersonView(View, frozen=True):
    """Who stands against the role: a person by a file, or a typical person in another role."""

    kind: str
    """resume or profile: a file of that kind; role: another role."""
    role: str | None
    """The other role; null for a file."""
    level: str | None
    title: str | None
    """Of the other role, or of its level; null for a file."""
    country: str | None
    """The country whose licenses count, as the file gives it."""


class GapView(AnswerView, frozen=True, kw_only=True):
    """A role against a person, or against another role."""

    record: ClassVar[type[View]] = RequirementView

    command: str = "gap"
    read_as: tuple[ReadAsView, ...] | None
    role: str
    level: str | None
    """Null: the role as a whole."""
    title: str
    """Of the level, where it is one."""
    person: PersonView
    """Who stands against the role."""
    today: str | None
    """The day up to which work without an end is counted; null where a role stands for a person."""
    arithmetic: bool
    """Whether the page shows how each result was worked out; it stands in the rows either way."""
    verdict: tuple[VerdictView, ...]
    readiness: ReadinessView
    """The score with all that it must be read with."""
    next_steps: tuple[GapStepView, ...]
    """What to do first: the three things that raise the score most, each alone."""
    kinds: tuple[KindView, ...]
    """Each kind of gap in numbers."""
    experience: ExperienceView
    """How long the person has worked."""
    rows: tuple[RequirementView, ...]
    """What the role requires: skills, must-haves first, then experience, schooling and certificates."""
    later: tuple[SkillNameView, ...]
    """Skills of the role that the ladder raises only after this level, so that they are not required here."""
    mapping: tuple[MappingView, ...]
    """How each thing in the file was taken; empty where a role stands for a person."""
    unmapped: tuple[UnmappedView, ...]
    """What in the file could not be mapped."""
    notes: tuple[str, ...]
    """What is wrong with the file's work and its dates, each with its place in the file."""
    sources: tuple[SourceView, ...]
