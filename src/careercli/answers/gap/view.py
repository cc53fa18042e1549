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
    """One thing that the role needs, and how much of it you have."""

    requirement: str
    """Its id, which the same question always gives it: `skill:sql`, `experience`, `education`, or `certificate:2` for
    the second line on certificates of the role."""
    kind: str
    """skill, experience, education or certificate."""
    skill: str | None
    """The id of the skill; null for other kinds."""
    name: str
    """Its name; for a certificate, the whole line of the catalog."""
    need: str
    """must or nice."""
    state: str
    """have, partial, missing or unknown."""
    needed: Num | None
    """In `unit`; null if any level will do, no degree is needed, or it is unknown."""
    have: Num | None
    """In `unit`."""
    stated: Num | None
    """The level that the person states, in `unit`, if something else counts more; null otherwise."""
    unit: str | None
    """skill_level (0 to 100), years, or education_class (0 to 7, the classes of entry education)."""
    needed_text: str
    """What is needed, in words."""
    have_text: str
    """What you have, in words."""
    proof: str | None
    """The proof that counts most: stated, certificate, practised, mentioned, implied, dates or degree."""
    found_at: tuple[str, ...]
    """Where in the file the proof is."""
    roles_held: tuple[str, ...]
    """Past roles that need the skill, if the proof is practised or implied."""
    weight: float
    """How much it counts in the score. Must-haves count more."""
    credit: float | None
    """In percent, 0 to 100; null if it cannot be judged and is left out of the score."""
    points: float | None
    """What it adds to the score."""
    score_gain: float | None
    """What it would add if you had it in full."""
    source: str | None
    """Who says that the role needs it; null for the catalog's own text."""
    note: str | None
    countries: tuple[str, ...]
    """Where a certificate counts, as ISO 3166 codes and EU; empty if no country is named, and for other kinds."""
    fit: str | None
    """How well the official occupation behind this fits the role: exact, part or proxy; null otherwise."""


class RequirementNameView(View, frozen=True):
    """A requirement by name."""

    requirement: str
    """Its id."""
    name: str
    """What it is called."""


class ReadinessView(View, frozen=True):
    """The score, and what you need to know with it."""

    score: float | None
    """0 to 100, earned / possible; null if there is nothing to judge."""
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
    """The ids of missing must-haves that keep the verdict lower than the score alone would make it."""
    contributors: tuple[str, ...]
    """The ids of the requirements that add most."""


class KindView(View, frozen=True):
    """One kind of gap in numbers."""

    kind: str
    score: float | None
    """0 to 100; null if nothing of the kind was judged."""
    have_count: int
    """Requirements you meet."""
    partial_count: int
    """Requirements you meet in part."""
    missing_count: int
    """Requirements you do not meet."""
    unknown_count: int
    """Requirements that could not be judged."""


class LearningOptionView(View, frozen=True):
    """A way to get something, in the catalog's words."""

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
    """The skill that it is about; null for other kinds of requirement."""
    name: str
    """The name of the requirement."""
    action: str
    """What to do, in the imperative."""
    score_gain: float
    """What it would add to the score."""
    score_after: float
    """The score with it, 0 to 100."""
    tied_with: tuple[RequirementNameView, ...]
    """What would add as much."""
    learning_options: tuple[LearningOptionView, ...]
    """Ways to do it; empty if the catalog knows none."""


class ExperienceView(View, frozen=True):
    """Years worked, days in two positions counted once."""

    total_years: float
    """In all jobs."""
    relevant_years: float
    """In this role, and in roles that lead to it or are similar."""
    role_years: float
    """In the role itself."""
    unknown_years: float
    """Under titles that the catalog does not know."""


class MappingView(View, frozen=True):
    """How one thing in the file was read. What it was not read as is null."""

    kind: str
    """skill, title, education or certificate."""
    text: str
    """The words of the file."""
    found_at: tuple[str, ...]
    """Where in the file they are."""
    skill: str | None
    name: str | None
    """Of the skill."""
    role: str | None
    title: str | None
    """The title of the role."""
    education_class: int | None
    """0 to 7, the classes of entry education."""
    education_class_title: str | None
    """What that class is called."""
    requirement: str | None
    """The id of the line on certificates that a certificate meets."""
    matched_by: str | None
    """How it was matched: `name`, `similar spelling`, `mentioned`, `from its wording` and so on."""
    skill_level: int | None
    """What `skill_level_text` was read as, 0 to 100; null if it has no scale."""
    skill_level_text: str | None
    """How well, in the words of the file."""


class CandidateView(View, frozen=True):
    """A skill or a role that something in the file could be."""

    skill: str | None
    name: str | None
    """Of the skill."""
    role: str | None
    title: str | None
    """The title of the role."""


class UnmappedView(View, frozen=True):
    """One thing in the file that was not understood. It counts neither for nor against you."""

    kind: str
    """skill, title, education or certificate."""
    text: str
    """The words of the file."""
    found_at: tuple[str, ...]
    """Where in the file they are."""
    candidates: tuple[CandidateView, ...]
    """What it could be; empty if nothing in the catalog is similar."""


class PersonView(View, frozen=True):
    """Who is compared with the role: a person by their file, or a typical person in another role."""

    kind: str
    """resume or profile: a file of that kind; role: another role."""
    role: str | None
    """The other role; null for a file."""
    level: str | None
    title: str | None
    """The title of the other role or its level; null for a file."""
    country: str | None
    """The country whose licenses count, as the file gives it."""


class GapView(AnswerView, frozen=True, kw_only=True):
    """A person, or another role, compared with a role."""

    record: ClassVar[type[View]] = RequirementView

    command: str = "gap"
    read_as: tuple[ReadAsView, ...] | None
    role: str
    level: str | None
    """Null for the role as a whole."""
    title: str
    """The title, of the level if it is one."""
    person: PersonView
    """Who is compared with the role."""
    today: str | None
    """The day up to which a current job counts; null if you start from a role."""
    arithmetic: bool
    """Whether the page shows how each result was worked out; the rows always have it."""
    verdict: tuple[VerdictView, ...]
    readiness: ReadinessView
    """The score, and what you need to know with it."""
    next_steps: tuple[GapStepView, ...]
    """What to do first: the three things that raise the score most, each alone."""
    kinds: tuple[KindView, ...]
    """Each kind of gap in numbers."""
    experience: ExperienceView
    """How long the person has worked."""
    rows: tuple[RequirementView, ...]
    """What the role needs: skills, must-haves first, then experience, schooling and certificates."""
    later: tuple[SkillNameView, ...]
    """Skills of the role that the ladder raises only after this level, so they are not needed here."""
    mapping: tuple[MappingView, ...]
    """How each thing in the file was read; empty if you start from a role."""
    unmapped: tuple[UnmappedView, ...]
    """What in the file was not understood."""
    notes: tuple[str, ...]
    """Problems with jobs and dates in the file, each with its place."""
    sources: tuple[SourceView, ...]
