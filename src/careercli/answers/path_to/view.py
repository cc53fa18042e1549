"""What routes from one position to another look like."""

from typing import ClassVar, Literal

from careercli.answers.shared.view_parts import (
    AnswerView,
    BarrierView,
    KeyPayView,
    NotJudgedView,
    Num,
    PayView,
    PositionView,
    RaiseView,
    ReadAsView,
    SourceView,
    TrainingView,
    View,
)

CostPart = Literal["time", "skills", "zone", "education", "pay", "change"]
"""What a step counts: time on the ladder, skills to learn, job zones up, schooling, pay given up, the change itself."""


class SkillGainView(View, frozen=True):
    """A skill that you would have to learn or raise."""

    skill: str
    name: str
    need: str
    importance: Num | None
    have: Num | None
    """How well it is had before, from 0 to 100; null where it is not had at all, or nobody rated it."""
    skill_level: Num | None
    """How well it must be had, from 0 to 100."""


class StepView(View, frozen=True, rename={"from_": "from"}):
    """One step of a route: what it is, what it requires, what it pays, and why it is there."""

    route: int
    """Which route the step belongs to, from 1."""
    step: int
    """Its place in the route, from 1."""
    kind: str
    """level: the next one of the same ladder; promotion, lateral, pivot or feeder: declared in the catalog; official:
    on an expert list; inferred: from how alike two jobs are."""
    evidence: str
    """declared, official or inferred."""
    from_: PositionView
    to: PositionView
    to_role_title: str
    """What the role is called, whatever the level."""
    years: Num | None
    """Years on the ladder before it is due; null where the ladder does not say, and for a change of role."""
    overlap: float | None
    """Percent of what the new role requires that the old one brings, weighted; null where a side has no skills."""
    skills_to_learn: tuple[SkillGainView, ...]
    """What has to be learned or raised, the weightiest first."""
    from_pay: KeyPayView | None
    """The yearly pay at the start of the step: of the level, else of the role; null in school and training."""
    from_pay_level: str | None
    """The level whose pay that is; null: it is that of all levels of the role together."""
    from_distribution: PayView | None
    """All points of the distribution that it is taken from; records leave it out."""
    to_pay: KeyPayView | None
    """The same at the end of the step."""
    to_pay_level: str | None
    """The level whose pay that is; null: it is that of all levels of the role together."""
    to_distribution: PayView | None
    """All points of the distribution that it is taken from; records leave it out."""
    gain: RaiseView | None
    """From `from_pay` to `to_pay`; null where both cannot be compared."""
    pay_given_up: float | None
    """Percent of yearly pay, of ranges the average of both ends, that the order of routes counts; null where it cannot
    be told, which counts nothing."""
    from_job_zone: Num | None
    """How much preparation the role takes, from 1 to 5, as O*NET rates it."""
    to_job_zone: Num | None
    """The same of the role to which the step leads."""
    from_education: str | None
    """The schooling that people usually have who enter the role; null where it is not known of it, or only of another
    job."""
    to_education: str | None
    """The same of the role to which the step leads."""
    barriers: tuple[BarrierView, ...]
    training: tuple[TrainingView, ...]
    """Ways to learn the new role, as far as the catalog knows them."""
    why: str
    costs: dict[CostPart, float]
    """What the step counts in years of effort, by part."""


class RouteView(View, frozen=True):
    """What a route comes to; a sum with an unknown part is a sum of the known ones, and says how many are unknown."""

    route: int
    """1 is the one that counts least."""
    years: Num | None
    """On ladders; null where they are known of no step. How long a change of role takes nobody says."""
    years_unknown: int
    """Steps whose years no ladder gives."""
    training_cost_low: Num | None
    """The cheapest known way to learn each new role, added up."""
    training_cost_high: Num | None
    """The same by the upper ends."""
    training_currency: str | None
    """The currency of both."""
    training_unknown: int
    """Changes of role of which no cost of learning is known."""
    gain: RaiseView | None
    """From the start of the route to its end; null where both cannot be compared."""
    gain_of_classes: bool
    """Whether the gain is that between the official classes of both roles, since that of their levels is not known."""
    pay_given_up_unknown: int
    """Steps of which it cannot be told how much pay is given up."""
    lowest_pay: KeyPayView | None
    """The lowest pay known after the start; in one currency."""
    payback_months: float | None
    """Training cost, at its upper end, over the monthly gain; null where one of them is not known or no gain."""
    cost: float
    """What all steps count together, in years of effort."""


class RefusalView(View, frozen=True):
    """A constraint without which there would be a route."""

    constraint: str
    """max_years, min_pay, no_degree, max_steps, avoid or via; several: only without more than one of them."""
    text: str


class RoutesView(AnswerView, frozen=True, kw_only=True, rename={"from_": "from"}):
    """The routes from one position to another, step by step."""

    record: ClassVar[type[View]] = StepView
    optional: ClassVar[tuple[str, ...]] = ("from_distribution", "to_distribution")

    command: str = "path --to"
    read_as: tuple[ReadAsView, ...] | None
    """The names that were read as others; null where each was found as it was typed."""
    from_: PositionView
    to: PositionView
    prefer: str
    """What the routes are ordered by: balance, fast, pay or easy."""
    with_costs: bool
    """Whether a page spells out what each step counts; it is always in `rows`."""
    rows: tuple[StepView, ...]
    """The steps of all routes."""
    routes: tuple[RouteView, ...]
    """What each route comes to, the one that counts least first."""
    refusals: tuple[RefusalView, ...]
    """Where no route keeps to all constraints: those without which there is one."""
    not_judged: tuple[NotJudgedView, ...]
    """Roles that a route might pass, left out because what is known does not say whether they keep to a constraint."""
    notes: tuple[str, ...]
    """What was assumed, and what another preference would have put first."""
    sources: tuple[SourceView, ...]

    def without(self) -> tuple[str, ...]:
        """Return the distributions."""
        return self.optional
