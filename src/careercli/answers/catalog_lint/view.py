"""What checking a catalog finds, and what a rule of it says."""

from typing import ClassVar

from careercli.answers.shared.view_parts import AnswerView, View
from careercli.errors import Severity


class FindingView(View, frozen=True):
    """One finding at its place; line and column count from 1, 0 where the file has no such place."""

    rule: str
    severity: Severity
    file: str
    line: int
    column: int
    path: str
    """The way to the value in its file: `roles.baker.pay[0].median`."""
    message: str
    fix: str
    also: tuple[str, ...]
    """Other places that it is about, as `file:line:column: path`."""


class IgnoredView(View, frozen=True):
    """A finding that a comment of the catalog takes back."""

    rule: str
    severity: Severity
    file: str
    line: int
    column: int
    path: str
    message: str
    reason: str


class RuleView(View, frozen=True):
    """A rule that found something."""

    rule: str
    severity: Severity
    summary: str
    why: str
    fix: str
    finding_count: int
    """Findings that stand, those that are not listed among them."""
    listed_count: int
    """Findings that stand in `rows`."""
    ignored_count: int
    """Findings that a comment takes back."""


class LintView(AnswerView, frozen=True, kw_only=True):
    """Everything that was found in the files that were checked, in the order of the files."""

    record: ClassVar[type[View]] = FindingView

    command: str = "catalog lint"
    files: tuple[str, ...]
    error_count: int
    """Errors that stand."""
    warning_count: int
    """Warnings that stand."""
    note_count: int
    """Notes that stand."""
    rows: tuple[FindingView, ...]
    ignored: tuple[IgnoredView, ...]
    """What comments of the catalog take back."""
    rules: tuple[RuleView, ...]
    """The rules that found something."""
