"""Cells and marks that the first screens of skills share."""

from careercli.amounts import format_number
from careercli.answers.shared.screen_parts import UNKNOWN
from careercli.answers.shared.view_parts import Num
from careercli.answers.skills.view import SkillsUnlockView, SkillsView
from careercli.blocks import Cell, Mark

WEIGHT = Mark(r"\bWeight\b", "Weight: how much the skill counts in the job, 0 to 100.", word=True)
LEVEL = Mark(r"\bLevel\b", "Level: 50 is solid, 70 is experienced.", word=True)


def rating(value: Num | None) -> Cell:
    """Return a rating from 0 to 100."""
    return UNKNOWN if value is None else Cell((format_number(value),), numeric=True)


def options(view: SkillsView | SkillsUnlockView) -> str:
    """Return how to see all that there is, more than the limit of rows lets through."""
    return "--full" if len(view.rows) == view.found else f"--full --limit {view.found}"
