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
    """Without the skill."""
    overlap_after: float
    """With it."""
    pay: KeyPayView | None


class LearningView(View, frozen=True):
    """Of how many other roles what becomes true when a skill is learned, as far as each of them needs it."""

    rank: int
    """From 1, by roles that open, then roles that come nearer, then overlap; skills that are equal in all share one."""
    tied: bool
    """Whether other skills share the rank."""
    raised_from: Num | None
    """The level (0 to 100) that the role already needs, where the skill would be raised; null for a new skill."""
    opens_count: int
    """Roles that open."""
    held_back_count: int
    """Roles with overlap enough to be open, and two job zones up or more."""
    nearer_count: int
    """Roles with more overlap, and not enough."""
    open_before_count: int
    """Roles that are open already, and have more overlap."""
    overlap_gain: float
    """In percentage points, all other roles together."""
    opened: tuple[OpenedView, ...]
    """The roles that open, the one with the largest gain in overlap first."""


class SkillDemandView(View, frozen=True):
    """A skill of the vocabulary, who needs it, and what the role that is asked about needs of it."""

    skill: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    """Other names of the same skill."""
    codes: tuple[str, ...]
    """Element ids of O*NET or ESCO."""
    implies: tuple[SkillNameView, ...]
    """Wider skills that everyone who has it has as well."""
    must_count: int
    """How many roles cannot do without it; other roles, where one is asked about."""
    nice_count: int
    """For how many it is nice to have."""
    need: str | None
    """must or nice; null where no role is asked about, or the role does not need the skill."""
    importance: Num | None
    """In the role, 0 to 100; null where nobody rated it."""
    skill_level: Num | None
    """How well it must be had in the role, 0 to 100; null where nobody rated it."""
    source: str | None
    """Who says that the role needs it."""


class SkillRowView(SkillDemandView, frozen=True):
    """A skill in a list."""

    learning: LearningView | None
    """What comes of learning it; null where that is not the question."""


class UnlockedRoleView(View, frozen=True):
    """A role that needs one or more of the skills, and what becomes of it when they are learned.

    Outcome, overlap, job zone, barriers and what it pays more are null where no role is named that one comes from.
    """

    role: str
    title: str
    family: str
    family_title: str
    outcome: str | None
    """opens; held back: overlap enough to be open, and two job zones up or more; nearer; open before."""
    overlap_before: float | None
    """Without the skills."""
    overlap_after: float | None
    """With them."""
    overlap_gain: float | None
    """In percentage points."""
    job_zone: Num | None
    """1 to 5."""
    education: str | None
    """The typical entry education."""
    education_fit: str | None
    """exact, part or proxy, when `education` is said of an official class; null when it is said of the role."""
    barriers: tuple[BarrierView, ...] | None
    """What no skill gets one past: job zone and education above those of the role one comes from."""
    pay: KeyPayView | None
    pay_occupation_title: str | None
    """The official class that the pay was counted for; null where the figure is the role's own."""
    pay_gain: RaiseView | None
    """What it pays more than the role one comes from; null where the two figures cannot be compared."""


class SkillNeedView(View, frozen=True):
    """What a role needs of a skill."""

    skill: str
    name: str
    need: str
    """must or nice."""
    importance: Num | None
    """0 to 100; null where nobody rated it."""
    skill_level: Num | None
    """How well it must be had, 0 to 100; null where nobody rated it."""
    source: str | None


class UnlockRowView(UnlockedRoleView, frozen=True):
    """A role that needs one or more of the skills."""

    requirements: tuple[SkillNeedView, ...]
    """What it needs of the skills that were named."""


class UnlockRecord(UnlockedRoleView, frozen=True):
    """What a role needs of one of the skills that were named."""

    skill: str
    name: str
    need: str
    """must or nice."""
    importance: Num | None
    """Of the skill, 0 to 100; null where nobody rated it."""
    skill_level: Num | None
    """How well the skill must be had, 0 to 100; null where nobody rated it."""
    source: str | None
    """Who says that the role needs it."""


class ThresholdView(View, frozen=True):
    """From how much overlap on a role counts as open, and where that comes from."""

    overlap: float
    """The larger of `overlap_usual` and `overlap_least`."""
    overlap_usual: float | None
    """Mean less one standard deviation of the overlap between roles of one family in this catalog."""
    overlap_mean: float | None
    """Its mean; null where no family has two roles."""
    overlap_deviation: float | None
    """Its standard deviation."""
    pair_count: int
    """Pairs of roles that the mean is taken over."""
    overlap_least: float
    """Below this, routes take no change of role that nobody declares."""
    job_zone_rise: int
    """A role so many job zones up, or more, is never opened by a skill."""
    must_importance: float
    """Importance of a must-have that nobody rated, out of 100."""
    nice_importance: float
    """Importance of a skill that is nice to have and that nobody rated, out of 100."""
    nice_weight: float
    """How much a skill counts that is nice to have, in percent of a must."""


class BaselineView(View, frozen=True):
    """Where one stands without learning anything."""

    open_count: int
    """Other roles that are open already."""
    role_count: int
    """Other roles of which the catalog says what they need."""
    unknown_count: int
    """Other roles of which it does not."""
    rating_sources: tuple[str, ...]
    """Who rated what the other roles need, by id."""
    job_zone: Num | None
    """1 to 5."""
    education: str | None
    """The typical entry education."""
    education_fit: str | None
    """exact, part or proxy, when `education` is said of an official class; null when it is said of the role."""
    pay: KeyPayView | None
    pay_occupation_title: str | None
    """The official class that the pay was counted for; null where the figure is the role's own."""


class SkillsView(AnswerView, frozen=True, kw_only=True):
    """Skills: the vocabulary, those of a role, or those to learn next from a role."""

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
    """What comes of learning; empty where that is not the question."""
    threshold: ThresholdView | None = None
    """From how much overlap on a role counts as open; null where that is not the question."""
    baseline: BaselineView | None = None
    """Where one stands without learning anything; null where that is not the question."""
    found: int
    """Skills that there are; there are fewer rows where a limit is less."""
    rows: tuple[SkillRowView, ...]
    """The vocabulary, the skills of the role, or all that would bring other roles nearer, the best first."""
    notes: tuple[str, ...] = ()
    sources: tuple[SourceView, ...]


class SkillsUnlockView(AnswerView, frozen=True, kw_only=True):
    """The roles that need some skills, and what learning these opens from a role."""

    record: ClassVar[type[View]] = UnlockRecord

    command: str = "skills --unlock"
    read_as: tuple[ReadAsView, ...] | None = None
    role: str | None = None
    """The role that one comes from; null: only who needs the skills."""
    title: str | None = None
    skills_named: tuple[SkillDemandView, ...]
    """The skills that were named."""
    verdict: tuple[VerdictView, ...] = ()
    """What comes of learning; empty where no role is named."""
    threshold: ThresholdView | None = None
    """From how much overlap on a role counts as open; null where no role is named."""
    baseline: BaselineView | None = None
    """Where one stands without learning anything; null where no role is named."""
    found: int
    """Roles that there are; there are fewer rows where a limit is less."""
    rows: tuple[UnlockRowView, ...]
    """Best paid first; from a role what opens first."""
    notes: tuple[str, ...] = ()
    sources: tuple[SourceView, ...]

    def records(self) -> Iterable[UnlockRecord]:
        """Yield one record for each role and each of the skills that it needs."""
        return (copied(UnlockRecord, row, required) for row in self.rows for required in row.requirements)
