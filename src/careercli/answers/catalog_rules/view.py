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
    """A catalog below the examples; empty if they are complete on their own."""
    bad: str
    """A complete catalog in which the rule finds something."""
    good: str
    """The same catalog, fixed."""


class RulesView(AnswerView, frozen=True, kw_only=True):
    """Rules explained."""

    record: ClassVar[type[View]] = ExplanationView

    command: str = "catalog rules"
    rows: tuple[ExplanationView, ...]
