"""What skills look like: the vocabulary, those of a role, who asks for one, what learning one opens.

Coverage is how much of what a role asks is brought, weighted by importance, in percent.
"""

from collections.abc import Iterable
from typing import ClassVar

from msgspec import structs

from careercli.answers.shared.view_parts import (
    AnswerView,
    BarrierView,
    KeyPayView,
    Num,
    RaiseView,
    ReadAsView,
    SourceView,
    View,
    copied,
    prefixed,
)


class AskedView(View, frozen=True):
    """What a role asks of a skill; ratings from 0 to 100, null where nobody rated it."""

    skill: str
    name: str
    need: str
    importance: Num | None
    level: Num | None
    source: str | None


class OpenedView(View, frozen=True):
    """A role that opens when a skill is learnt."""

    role: str
    title: str
    before: float
    after: float
    pay: KeyPayView | None


class OutlookView(View, frozen=True):
    """Of how many other roles what becomes true when a skill is learnt, as far as each of them asks for it."""

    rank: int
    """From 1, by opens, then nearer, then gain; skills of which all three are equal share one."""
    tied: bool
    have: Num | None
    """The level that the role brings, where it asks for the skill itself and the skill would be raised."""
    opens: int
    held_back: int
    """Covered as far as an open role, and two job zones up or more."""
    nearer: int
    open_before: int
    """Open already, and covered more."""
    gain: float
    """Points of coverage, all other roles together."""
    opened: tuple[OpenedView, ...]


class SkillRowView(View, frozen=True):
    """A skill of the vocabulary and who asks for it."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    """Other names of the same skill."""
    codes: tuple[str, ...]
    """Element ids of O*NET or ESCO."""
    implies: tuple[str, ...]
    """Wider skills that whoever has it has as well."""
    must: int
    """How many roles cannot do without it; other roles, where one is asked about."""
    nice: int
    """For how many it is nice to have."""
    asked: AskedView | None
    """What the role asks of it; null where no role is asked about, or it does not ask for the skill."""
    outlook: OutlookView | None
    """What comes of learning it; null where that is not the question."""


class UnlockedView(View, frozen=True):
    """What becomes of another role when the skills are learnt."""

    state: str
    """opens; held back: covered as far as an open role, and two job zones up or more; nearer; open before."""
    before: float
    """Coverage without the skills."""
    after: float
    gain: float
    zone: Num | None
    education: str | None
    """The typical entry education."""
    walls: tuple[BarrierView, ...]
    """What no skill gets one past: job zone and education above those of the role one comes from."""
    pay_gain: RaiseView | None
    """What the other role pays more; null where the two figures are not like with like."""


class SkillRoleView(View, frozen=True):
    """A role that asks for one or more of the skills."""

    role: str
    title: str
    family_title: str
    asks: tuple[AskedView, ...]
    pay: KeyPayView | None
    occupation_title: str | None
    """The official class that the pay was counted for; null where the figure is the role's own."""
    unlocked: UnlockedView | None
    """Null where no role is named that one comes from."""


class LineView(View, frozen=True):
    """From which coverage on a role counts as open, and where that comes from."""

    percent: float
    """The larger of `usual` and `least`."""
    usual: float | None
    """Mean less one standard deviation of the coverage between roles of one family in this catalog."""
    mean: float | None
    deviation: float | None
    pairs: int
    least: float
    """Below this, routes take no change of role that nobody declares."""
    zones: int
    """A role so many job zones up, or more, is never opened by a skill."""
    unrated: float
    """Importance of a must-have that nobody rated, out of 100."""
    unrated_nice: float
    """The importance, out of 100, at which a skill counts that nobody rated."""
    nice: float
    """How much a skill counts that is nice to have, in percent of a must."""


class StandView(View, frozen=True):
    """Where one stands without learning anything."""

    open: int
    """Other roles that are open already."""
    roles: int
    """Other roles of which the catalog says what they ask."""
    unknown: int
    """Other roles of which it does not."""
    rated_by: tuple[str, ...]
    """The sources of the ratings of what the other roles ask."""
    zone: Num | None
    education: str | None
    pay: KeyPayView | None
    occupation_title: str | None


class SkillsRecord(View, frozen=True, kw_only=True):
    """A skill, or a role that asks for some; what is not asked about is null."""

    skill: str | None = None
    name: str | None = None
    kind: str | None = None
    aliases: tuple[str, ...] = ()
    must: int | None = None
    nice: int | None = None
    role: str | None = None
    title: str | None = None
    asks: tuple[str, ...] = ()
    """The skills that the role asks for, of those that were named."""
    need: str | None = None
    importance: Num | None = None
    level: Num | None = None
    rank: int | None = None
    tied: bool | None = None
    opens: int | None = None
    held_back: int | None = None
    nearer: int | None = None
    open_before: int | None = None
    opened: tuple[str, ...] = ()
    state: str | None = None
    coverage_before: float | None = None
    coverage_after: float | None = None
    gain: float | None = None
    pay: Num | None = None
    """A year."""
    pay_currency: str | None = None
    pay_statistic: str | None = None
    pay_place: str | None = None
    pay_period: str | None = None
    pay_occupation: str | None = None
    pay_fit: str | None = None
    pay_source: str | None = None
    pay_gain: Num | None = None
    walls: tuple[str, ...] = ()
    source: str | None = None


class SkillsView(AnswerView, frozen=True, kw_only=True):
    """Skills, and the roles that ask for them."""

    record: ClassVar[type[View]] = SkillsRecord

    command: str = "skills"
    read_as: tuple[ReadAsView, ...] | None = None
    """The names that were read as others; null where each was found as it was typed."""
    question: str
    """vocabulary, role, users, unlock or next."""
    role: str | None = None
    title: str | None = None
    kind: str | None = None
    """Only skills of this kind."""
    verdict: str | None = None
    """What comes of learning, in a sentence."""
    line: LineView | None = None
    stand: StandView | None = None
    rows: tuple[SkillRowView, ...] = ()
    """The vocabulary, the role's skills, the skills to learn, or all that it lacks, the best first."""
    roles: tuple[SkillRoleView, ...] = ()
    """Who asks for the skills: best paid first, or what opens first."""
    total: int
    """How many skills or roles there are before the limit."""
    notes: tuple[str, ...] = ()
    sources: tuple[SourceView, ...]

    def records(self) -> Iterable[SkillsRecord]:
        """Yield one record for each role, or for each skill where the answer is about skills."""
        if self.question in ("users", "unlock"):
            return map(_role_record, self.roles)
        return map(_skill_record, self.rows)


def _skill_record(row: SkillRowView) -> SkillsRecord:
    opened = tuple(one.role for one in row.outlook.opened) if row.outlook else ()
    return copied(SkillsRecord, row, row.asked, row.outlook, skill=row.id, opened=opened)


def _role_record(row: SkillRoleView) -> SkillsRecord:
    facts: dict[str, object] = {}
    if len(row.asks) == 1:
        facts |= {name: getattr(row.asks[0], name) for name in AskedView.__struct_fields__}
    if row.pay:
        told = ("currency", "statistic", "place", "period", "occupation", "fit", "source")
        facts |= {"pay": row.pay.value, **prefixed("pay", row.pay, *told)}
    if row.unlocked:
        facts |= {"state": row.unlocked.state, "gain": row.unlocked.gain}
        facts |= {"coverage_before": row.unlocked.before, "coverage_after": row.unlocked.after}
        facts["walls"] = tuple(barrier.text for barrier in row.unlocked.walls)
        facts["pay_gain"] = row.unlocked.pay_gain.amount if row.unlocked.pay_gain else None
    requirements = tuple(required.skill for required in row.asks)
    return structs.replace(SkillsRecord(role=row.role, title=row.title, asks=requirements), **facts)
