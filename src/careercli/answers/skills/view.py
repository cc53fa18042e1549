"""What skills look like: the vocabulary, those of a role, which to learn next; and the roles that need some of them.

Overlap is how much of the skills that a role needs one has, weighted by importance, in percent.
"""

from collections.abc import Iterable
from typing import ClassVar

from careercli.answers.shared.view_parts import (
    AnswerView,
    BarrierView,
    KeyPayView,
    Num,
    RaiseView,
    ReadAsView,
    SkillNameView,
    SourceView,
    VerdictView,
    View,
    copied,
)


class OpenedView(View, frozen=True):
    """A role that opens when a skill is learned."""

    role: str
    title: str
    overlap_before: float
    """The percent of its skills that you have without the skill, by weight."""
    overlap_after: float
    """The same with the skill."""
    pay: KeyPayView | None


class LearningView(View, frozen=True):
    """What happens to other roles if you learn a skill as well as each of them needs it."""

    rank: int
    """From 1, by roles that open, then roles that come closer, then overlap. Skills that are equal in all share a rank.
    """
    tied: bool
    """Whether other skills share the rank."""
    raised_from: Num | None
    """The level (0 to 100) that the role already needs, if you would improve the skill; null for a new skill."""
    opens_count: int
    """Roles that open."""
    held_back_count: int
    """Roles with enough overlap, but two or more job zones up."""
    nearer_count: int
    """Roles with more overlap, but not enough."""
    open_before_count: int
    """Roles that are open already and get more overlap."""
    overlap_gain: float
    """The overlap gained over all other roles, in percentage points."""
    opened: tuple[OpenedView, ...]
    """The roles that open, the one with the largest gain in overlap first."""


class SkillDemandView(View, frozen=True):
    """A skill, which roles need it, and how much of it the role you asked about needs."""

    skill: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    """Other names of the same skill."""
    codes: tuple[str, ...]
    """Its ids in O*NET or ESCO."""
    implies: tuple[SkillNameView, ...]
    """Broader skills that come with it."""
    must_count: int
    """How many roles cannot do without it; if you asked about a role, how many other roles."""
    nice_count: int
    """For how many it is nice to have."""
    need: str | None
    """must or nice; null if you asked about no role, or the role does not need the skill."""
    importance: Num | None
    """In the role, 0 to 100; null if no one rated it."""
    skill_level: Num | None
    """How well the role needs you to know it, 0 to 100; null if no one rated it."""
    source: str | None
    """Who says that the role needs it."""


class SkillRowView(SkillDemandView, frozen=True):
    """A skill in a list."""

    learning: LearningView | None
    """What learning it opens; null without --next."""


class UnlockedRoleView(View, frozen=True):
    """A role that needs one or more of the skills, and whether learning them opens it.

    Outcome, overlap, job zone, barriers and pay gain are null if you name no role that you come from.
    """

    role: str
    title: str
    family: str
    family_title: str
    outcome: str | None
    """opens; held back: enough overlap, but two or more job zones up; nearer: more overlap, but not enough; open
    before: it was open already."""
    overlap_before: float | None
    """The percent of its skills that you have without the skills, by weight."""
    overlap_after: float | None
    """The same with the skills."""
    overlap_gain: float | None
    """In percentage points."""
    job_zone: Num | None
    """1 to 5."""
    education: str | None
    """The typical entry education."""
    education_fit: str | None
    """How well the official occupation behind `education` fits: exact, part or proxy; null if it is the role's own."""
    barriers: tuple[BarrierView, ...] | None
    """What no skill gets you past: a job zone and education above those of your job."""
    pay: KeyPayView | None
    pay_occupation_title: str | None
    """The official occupation that the pay is for; null if the figure is the role's own."""
    pay_gain: RaiseView | None
    """How much more it pays than your job; null if the two figures cannot be compared."""


class SkillNeedView(View, frozen=True):
    """How much a role needs a skill."""

    skill: str
    name: str
    need: str
    """must or nice."""
    importance: Num | None
    """0 to 100; null if no one rated it."""
    skill_level: Num | None
    """How well you must know it, 0 to 100; null if no one rated it."""
    source: str | None


class UnlockRowView(UnlockedRoleView, frozen=True):
    """A role that needs one or more of the skills."""

    requirements: tuple[SkillNeedView, ...]
    """How much it needs the skills you named."""


class UnlockRecord(UnlockedRoleView, frozen=True):
    """How much a role needs one of the skills you named."""

    skill: str
    name: str
    need: str
    """must or nice."""
    importance: Num | None
    """Of the skill, 0 to 100; null if no one rated it."""
    skill_level: Num | None
    """How well you must know the skill, 0 to 100; null if no one rated it."""
    source: str | None
    """Who says that the role needs it."""


class ThresholdView(View, frozen=True):
    """The overlap from which a role counts as open, and how it is worked out."""

    overlap: float
    """The larger of `overlap_usual` and `overlap_least`."""
    overlap_usual: float | None
    """The mean minus one standard deviation of the overlap between roles of one family in this catalog."""
    overlap_mean: float | None
    """That mean; null if no family has two roles."""
    overlap_deviation: float | None
    """That standard deviation."""
    pair_count: int
    """How many pairs of roles the mean is of."""
    overlap_least: float
    """Below this, routes use only known moves."""
    job_zone_rise: int
    """No skill opens a role that is this many job zones up, or more."""
    must_importance: float
    """Importance of a must-have that no one rated, out of 100."""
    nice_importance: float
    """Importance of a nice-to-have skill that no one rated, out of 100."""
    nice_weight: float
    """How much a nice-to-have skill counts, in percent of a must-have."""


class BaselineView(View, frozen=True):
    """Where you are without learning anything."""

    open_count: int
    """Other roles that are open already."""
    role_count: int
    """Other roles whose skills the catalog knows."""
    unknown_count: int
    """Other roles whose skills it does not know."""
    rating_sources: tuple[str, ...]
    """Who rated what the other roles need, by id."""
    job_zone: Num | None
    """1 to 5."""
    education: str | None
    """The typical entry education."""
    education_fit: str | None
    """How well the official occupation behind `education` fits: exact, part or proxy; null if it is the role's own."""
    pay: KeyPayView | None
    pay_occupation_title: str | None
    """The official occupation that the pay is for; null if the figure is the role's own."""


class SkillsView(AnswerView, frozen=True, kw_only=True):
    """Skills: all of them, those of a role, or those to learn next from a role."""

    record: ClassVar[type[View]] = SkillRowView

    command: str = "skills"
    read_as: tuple[ReadAsView, ...] | None = None
    question: str
    """vocabulary, role or next."""
    role: str | None = None
    title: str | None = None
    kind: str | None = None
    """Only skills of this kind."""
    verdict: tuple[VerdictView, ...] = ()
    """What learning opens; empty without --next."""
    threshold: ThresholdView | None = None
    """The overlap from which a role counts as open; null without --next."""
    baseline: BaselineView | None = None
    """Where you are without learning anything; null without --next."""
    found: int
    """How many skills there are; a limit may show fewer rows."""
    rows: tuple[SkillRowView, ...]
    """All skills, the skills of the role, or all that would bring other roles closer, the best first."""
    notes: tuple[str, ...] = ()
    sources: tuple[SourceView, ...]


class SkillsUnlockView(AnswerView, frozen=True, kw_only=True):
    """The roles that need some skills, and what learning these opens from a role."""

    record: ClassVar[type[View]] = UnlockRecord

    command: str = "skills --unlock"
    read_as: tuple[ReadAsView, ...] | None = None
    role: str | None = None
    """Your job; null if you only asked who needs the skills."""
    title: str | None = None
    skills_named: tuple[SkillDemandView, ...]
    """The skills you named."""
    verdict: tuple[VerdictView, ...] = ()
    """What learning opens; empty if you named no job."""
    threshold: ThresholdView | None = None
    """The overlap from which a role counts as open; null if you named no job."""
    baseline: BaselineView | None = None
    """Where you are without learning anything; null if you named no job."""
    found: int
    """How many roles there are; a limit may show fewer rows."""
    rows: tuple[UnlockRowView, ...]
    """Best paid first; with a job, what opens first."""
    notes: tuple[str, ...] = ()
    sources: tuple[SourceView, ...]

    def records(self) -> Iterable[UnlockRecord]:
        """Yield one record for each role and each of the skills that it needs."""
        return (copied(UnlockRecord, row, required) for row in self.rows for required in row.requirements)
