"""What the rules of `catalog lint` say of themselves."""

from typing import ClassVar

from careercli.answers.shared.view_parts import AnswerView, View
from careercli.errors import Severity


class ExplanationView(View, frozen=True):
    """One rule explained."""

    rule: str
    severity: Severity
    summary: str
    why: str
    fix: str
    under: str
    """A catalog that the examples are laid over; empty where they stand alone."""
    bad: str
    """A whole catalog in which the rule finds something."""
    good: str
    """The same catalog, mended."""


class RulesView(AnswerView, frozen=True, kw_only=True):
    """Rules explained."""

    record: ClassVar[type[View]] = ExplanationView

    command: str = "catalog rules"
    rows: tuple[ExplanationView, ...]
