"""Everything that can go wrong, as facts: no exit codes and no styling here.

`message` is one line that says what is wrong; `hint` is one line that names the remedy.
"""

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Severity = Literal["error", "warning", "note"]
"""error: a contradiction or a broken ladder; warning: it will mislead somebody; note: worth knowing."""


class CareerError(Exception):
    """The root: a thing that the user can put right."""

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class NotFound(CareerError):
    """What was asked for is not in the catalog, or more than one thing answers to the name."""


class UsageProblem(CareerError):
    """The question itself is put wrongly."""


class ImportProblem(CareerError):
    """Official files cannot be read as what they should be."""


class OutputProblem(CareerError):
    """The answer could not be written."""


def reason_of(error: Exception) -> str:
    """Return why the system refused, in its own words, as they stand in a sentence: `permission denied`."""
    return (getattr(error, "strerror", None) or str(error)).lower()


class Problem(NamedTuple):
    """One fault of a catalog and where it stands; line and column count from 1, 0 when the file has no such place."""

    file: str
    line: int
    column: int
    path: str
    message: str

    @property
    def place(self) -> str:
        """Where it stands, as `file:line:column`."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    def __str__(self) -> str:
        """Say it as `file:line:column: path: message`, leaving out what is not known."""
        return f"{self.place}: {self.path}: {self.message}" if self.path else f"{self.place}: {self.message}"


class CatalogInvalid(CareerError):
    """A catalog cannot be read; carries every problem found."""

    def __init__(self, problems: tuple[Problem, ...], *, hint: str | None = None) -> None:
        super().__init__("\n".join(str(problem) for problem in problems), hint=hint)
        self.problems = problems


def for_all(make: Callable[[Item], Result], given: Iterable[Item]) -> list[Result]:
    """Return what is made of each; raise CatalogInvalid with the problems of all of them, each told once."""
    made: list[Result] = []
    problems: list[Problem] = []
    for one in given:
        try:
            made.append(make(one))
        except CatalogInvalid as error:
            problems += error.problems
    if problems:
        raise CatalogInvalid(tuple(dict.fromkeys(problems)))
    return made
