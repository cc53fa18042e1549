"""What a change of level looks like: what is asked and paid before, and what after."""

from typing import Literal

from careercli.answers.shared.view_parts import Num, View

Kind = Literal["added", "rises", "drops", "falls away", "reworded", "changes", "stays", "untold"]
"""What becomes of an expectation. `changes` claims no direction; `untold`: one side is silent, nothing is claimed."""
Aspect = Literal["track", "years", "pay", "autonomy", "impact", "duties", "focus", "skills"]


class ChangeView(View, frozen=True):
    """One expectation of a level, or its pay: in words, and in numbers if it has any.

    Before is the level in the first column, after the level in the second.
    """

    kind: Kind
    aspect: Aspect
    """The aspect of the level: track, years, pay, duties and so on."""
    label: str
    """What is compared: `Median pay a year`, `Duty`, `Skill`."""
    skill: str | None = None
    """The id of the skill; null for all other aspects."""
    name: str | None = None
    """What the skill is called."""
    before: str | None = None
    """In words, with the unit; null if that side says nothing."""
    after: str | None = None
    before_value: Num | None = None
    """Pay, the years at which a level starts, or how well you must know a skill, from 0 to 100."""
    after_value: Num | None = None
    unit: str | None = None
    """`years`, or `of 100` for a skill; null for pay, which has a currency, and for texts."""
    statistic: str | None = None
    currency: str | None = None
    per: str | None = None
    amount: Num | None = None
    """After minus before; null if they cannot be compared."""
    percent: float | None = None
    """The amount in percent of before, for pay only."""
    is_estimate: bool = False
    """Whether an amount is an estimate, not counted."""
    before_source: str | None = None
    """The id of the source for before."""
    after_source: str | None = None
    """The id of the source for after."""
    note: str | None = None
    """Why nothing was subtracted."""
