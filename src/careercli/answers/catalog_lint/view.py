"""What checking a catalog finds, and what a rule of it says."""

from typing import ClassVar

from careercli.answers.shared.view_parts import AnswerView, View
from careercli.errors import Severity


class FindingView(View, frozen=True):
    """One finding and its place. Line and column count from 1; they are 0 if the file has no such place."""

    rule: str
    severity: Severity
    file: str
    line: int
    column: int
    path: str
    """The path of the value in its file: `roles.baker.pay[0].median`."""
    message: str
    fix: str
    also: tuple[str, ...]
    """Other places that it is about, as `file:line:column: path`."""


class IgnoredView(View, frozen=True):
    """A finding that a comment in the catalog silences."""

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
    """All findings that are not silenced, listed or not."""
    listed_count: int
    """Findings that are listed in `rows`."""
    ignored_count: int
    """Findings that a comment silences."""


class LintView(AnswerView, frozen=True, kw_only=True):
    """Everything that was found in the files that were checked, in the order of the files."""

    record: ClassVar[type[View]] = FindingView

    command: str = "catalog lint"
    files: tuple[str, ...]
    error_count: int
    """Errors that are not silenced."""
    warning_count: int
    """Warnings that are not silenced."""
    note_count: int
    """Notes that are not silenced."""
    rows: tuple[FindingView, ...]
    ignored: tuple[IgnoredView, ...]
    """What comments in the catalog silence."""
    rules: tuple[RuleView, ...]
    """The rules that found something."""
