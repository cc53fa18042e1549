"""What a change of level looks like: what is asked and paid before, and what after."""

from typing import Literal

from careercli.answers.shared.view_parts import Num, View

Kind = Literal["added", "rises", "drops", "falls away", "reworded", "changes", "stays", "untold"]
"""What becomes of an expectation. `changes` claims no direction; `untold`: one side is silent, nothing is claimed."""
Aspect = Literal["track", "years", "pay", "autonomy", "impact", "duties", "focus", "skills"]


class ChangeView(View, frozen=True):
    """One expectation of a level, or its pay: in words for readers, and in numbers where there are any."""

    kind: Kind
    aspect: Aspect
    label: str
    """What is held against each other: `Median pay a year`, `Duty`, the name of a skill."""
    before: str | None = None
    """In words, with the unit; null where that side has or tells nothing."""
    after: str | None = None
    before_value: Num | None = None
    """Pay, the years that a level begins with, or the level of a skill from 0 to 100."""
    after_value: Num | None = None
    unit: str | None = None
    """`years`, or `of 100` for a skill; null for pay, which has a currency, and for texts."""
    statistic: str | None = None
    currency: str | None = None
    per: str | None = None
    amount: Num | None = None
    """After less before; null where they are not like with like."""
    percent: float | None = None
    """The amount in percent of before; pay only."""
    estimate: bool = False
    """Whether an amount was worked out by a rule instead of counted."""
    before_source: str | None = None
    after_source: str | None = None
    note: str | None = None
    """Why nothing was subtracted."""


class LevelChangesView(View, frozen=True):
    """What changes from one level to another, of one ladder or of two."""

    before: str
    """`role@level`."""
    after: str
    before_title: str
    after_title: str
    rows: tuple[ChangeView, ...]
    """By aspect, in the order of `Aspect`."""

    def cited(self) -> tuple[str, ...]:
        """Return the sources of the rows in the order in which they are first cited."""
        cited = [source for row in self.rows for source in (row.before_source, row.after_source) if source is not None]
        return tuple(dict.fromkeys(cited))
