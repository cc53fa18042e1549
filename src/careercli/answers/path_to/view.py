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
    """A skill that you would have to learn or improve."""

    skill: str
    name: str
    need: str
    importance: Num | None
    have: Num | None
    """How well you know it before, from 0 to 100; null if you do not have it, or no one rated it."""
    skill_level: Num | None
    """How well you must know it, from 0 to 100."""


class StepView(View, frozen=True, rename={"from_": "from"}):
    """One step of a route: what it is, what it needs, what it pays, and why it is there."""

    route: int
    """The number of the route, from 1."""
    step: int
    """The number of the step in the route, from 1."""
    kind: str
    """level: the next one on the same ladder; promotion, lateral, pivot or feeder: a known move; official: on an expert
    list; inferred: from how similar two jobs are."""
    evidence: str
    """declared, official or inferred."""
    from_: PositionView
    to: PositionView
    to_role_title: str
    """The title of the role, whatever the level."""
    years: Num | None
    """Years on the ladder before the step; null if the ladder does not say, and for a change of role."""
    overlap: float | None
    """The percent of the new role's skills that you have from the old one, by weight; null if a side has no skills."""
    skills_to_learn: tuple[SkillGainView, ...]
    """The skills to learn or improve, the most important first."""
    from_pay: KeyPayView | None
    """The yearly pay at the start of the step, of the level or else of the role; null in school and training."""
    from_pay_level: str | None
    """The level whose pay that is; null if it is that of all levels of the role together."""
    from_distribution: PayView | None
    """All points of the distribution that it comes from. Records leave it out."""
    to_pay: KeyPayView | None
    """The same at the end of the step."""
    to_pay_level: str | None
    """The level whose pay that is; null if it is that of all levels of the role together."""
    to_distribution: PayView | None
    """All points of the distribution that it comes from. Records leave it out."""
    gain: RaiseView | None
    """The raise from `from_pay` to `to_pay`; null if they cannot be compared."""
    pay_given_up: float | None
    """The percent of yearly pay given up, for ranges the average of both ends; null if unknown, which counts nothing.
    """
    from_job_zone: Num | None
    """How much preparation the role takes, from 1 to 5, as rated by O*NET."""
    to_job_zone: Num | None
    """The same for the role that the step leads to."""
    from_education: str | None
    """The typical entry education of the role; null if unknown, or known only for a different job."""
    to_education: str | None
    """The same for the role that the step leads to."""
    barriers: tuple[BarrierView, ...]
    training: tuple[TrainingView, ...]
    """Ways to learn the new role that the catalog knows."""
    why: str
    costs: dict[CostPart, float]
    """What the step costs in years of effort, by part."""


class RouteView(View, frozen=True):
    """The totals of a route. Sums add up what is known and say how much is not."""

    route: int
    """The number of the route; 1 is the cheapest."""
    years: Num | None
    """Years on ladders; null if unknown. No one counts how long a change of role takes."""
    years_unknown: int
    """Steps whose years are unknown."""
    training_cost_low: Num | None
    """The cost of the cheapest known way to learn each new role, added up."""
    training_cost_high: Num | None
    """The same with the upper ends."""
    training_currency: str | None
    """The currency of both."""
    training_unknown: int
    """Changes of role whose cost of learning is unknown."""
    gain: RaiseView | None
    """The raise from the start of the route to its end; null if they cannot be compared."""
    gain_of_classes: bool
    """Whether the raise is between the official occupations of both roles, because the pay of their levels is unknown.
    """
    pay_given_up_unknown: int
    """Steps for which it is unknown how much pay is given up."""
    lowest_pay: KeyPayView | None
    """The lowest pay known after the start, in one currency."""
    payback_months: float | None
    """Training cost, at its upper end, divided by the monthly raise; null if one is unknown or there is no raise."""
    cost: float
    """What all steps cost together, in years of effort."""


class RefusalView(View, frozen=True):
    """A constraint without which there would be a route."""

    constraint: str
    """max_years, min_pay, no_degree, max_steps, avoid or via; several if there is one only without more than one of
    them."""
    text: str


class RoutesView(AnswerView, frozen=True, kw_only=True, rename={"from_": "from"}):
    """The routes from one position to another, step by step."""

    record: ClassVar[type[View]] = StepView
    optional: ClassVar[tuple[str, ...]] = ("from_distribution", "to_distribution")

    command: str = "path --to"
    read_as: tuple[ReadAsView, ...] | None
    """Names that were read as others; null if each was found as typed."""
    from_: PositionView
    to: PositionView
    prefer: str
    """What the routes are sorted by: balance, fast, pay or easy."""
    with_costs: bool
    """Whether a page shows what each step costs; `rows` always has it."""
    rows: tuple[StepView, ...]
    """The steps of all routes."""
    routes: tuple[RouteView, ...]
    """The totals of each route, the cheapest first."""
    refusals: tuple[RefusalView, ...]
    """If no route meets all limits, those without which there is one."""
    not_judged: tuple[NotJudgedView, ...]
    """Roles that a route might include, left out because it is unknown whether they meet a limit."""
    notes: tuple[str, ...]
    """What was assumed, and what another preference would put first."""
    sources: tuple[SourceView, ...]

    def without(self) -> tuple[str, ...]:
        """Return the distributions."""
        return self.optional
