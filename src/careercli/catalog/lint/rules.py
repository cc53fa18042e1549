"""What a rule is: what it looks for and why, how to put it right, and an example that is run."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from careercli.catalog.lint.context import Context
from careercli.catalog.references import KeyPath
from careercli.errors import Severity

MAX_QUOTED = 60
"""Characters of a text that a message repeats."""


class LogicalLocation(NamedTuple):
    """The location of a value: `key_path` leads through the merged catalog or, with `layer`, through one layer."""

    steps: KeyPath
    layer: int | None = None


class Finding(NamedTuple):
    """What a rule found, and every place that it is about, the one to look at first before the others."""

    message: str
    locations: tuple[LogicalLocation, ...]


class Example(NamedTuple):
    """A whole catalog in which the rule finds something, and the change after which it does not."""

    bad: str
    bad_part: str
    """The part of it that is wrong; the finding points into its first line."""
    fixed_part: str
    """What would stand there instead."""
    base: str = ""
    """A catalog that it is laid over, where the rule is about two."""

    @property
    def good(self) -> str:
        """The catalog after the change."""
        return self.bad.replace(self.bad_part, self.fixed_part, 1)


class Rule(NamedTuple):
    """Something that the schema cannot say."""

    id: str
    severity: Severity
    summary: str
    """One line that says what is wrong with what it finds."""
    why: str
    """What it looks at, and what a reader would be led to believe."""
    fix: str
    """What to do about it."""
    example: Example
    check: Callable[[Context], Iterator[Finding]] | None
    """None for what is found outside of the catalog's own data: by the schema, or in comments."""


def make_finding(message: str, *places: KeyPath) -> Finding:
    """Return a finding about the places, the one to look at first before the others."""
    return Finding(message, tuple(LogicalLocation(steps) for steps in places))


def quoted(text: str) -> str:
    """Quote a text of the catalog, shortened."""
    return f"'{text if len(text) <= MAX_QUOTED else text[: MAX_QUOTED - 3] + '...'}'"
