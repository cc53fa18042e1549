"""What routes from one place to another look like."""

from careercli.answers.shared.view_parts import BarrierView, Num, PayView, RaiseView, TrainingView, View


class SkillGainView(View, frozen=True):
    """A skill that one would have to learn or raise."""

    id: str
    name: str
    need: str
    importance: Num | None
    have: Num | None
    """From 0 to 100; null where the skill is not brought at all, or nobody rated it."""
    needed: Num | None


class RouteStepView(View, frozen=True):
    """One step of a route: what it is, what it asks, what it pays, and why it is there."""

    kind: str
    """promotion, lateral, pivot, feeder, official or inferred."""
    evidence: str
    """declared, official or inferred."""
    from_role: str
    from_level: str | None
    from_title: str
    to_role: str
    to_level: str | None
    to_title: str
    years: Num | None
    """Years on the ladder before it is due; null where the ladder does not say, and for a change of role."""
    coverage: float | None
    """Percent of what the new role asks that the old one brings, weighted; null where a side has no skills."""
    skills: tuple[SkillGainView, ...]
    """What has to be learnt, the weightiest first."""
    pay_before: PayView | None
    pay_after: PayView | None
    gain: RaiseView | None
    """Null where both are not like with like."""
    pay_given_up: float | None
    """Percent of yearly pay, of ranges the mean of both ends, that the order of routes counts; null where it cannot be
    told, which counts nothing."""
    zone_before: Num | None
    zone_after: Num | None
    education_before: str | None
    """The schooling that people usually have who enter the role; null where it is not known of it, or only of another
    job."""
    education_after: str | None
    to_role_title: str
    """What the role is called, whatever the level."""
    walls: tuple[BarrierView, ...]
    training: tuple[TrainingView, ...]
    """Ways to learn the new role, as far as the catalog knows them."""
    why: str
    costs: dict[str, float]
    """What the step counts in years of effort, by part."""


class TotalsView(View, frozen=True):
    """What a route comes to; a sum with an unknown part is a sum of the known ones, and says how many are unknown."""

    years: Num | None
    """On ladders; null where they are known of no step. How long a change of role takes nobody says."""
    years_unknown: int
    """Steps whose years no ladder gives."""
    training_cost_low: Num | None
    """The cheapest known way to learn each new role, added up."""
    training_cost_high: Num | None
    training_currency: str | None
    training_unknown: int
    """Changes of role of which no cost of learning is known."""
    gain: RaiseView | None
    """From the first place to the last, like with like only."""
    gain_of_classes: bool
    """Whether the gain is that between the official classes of both roles, since the levels have no like figures."""
    pay_given_up_unknown: int
    """Steps of which it cannot be told how much pay is given up."""
    lowest_pay: PayView | None
    """The lowest pay known after the start; in one currency."""
    payback_months: float | None
    """Training cost, at its upper end, over the monthly gain; null where one of them is not known or no gain."""
    cost: float


class RouteView(View, frozen=True):
    """One way from here to there."""

    rank: int
    steps: tuple[RouteStepView, ...]
    totals: TotalsView


class RefusalView(View, frozen=True):
    """A constraint without which there would be a route."""

    constraint: str
    text: str
