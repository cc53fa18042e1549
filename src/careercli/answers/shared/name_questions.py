"""The errors about names: each says what is wrong and names ids that work when they are typed."""

from collections.abc import Sequence

from careercli.errors import NotFound

MAX_NAME_LENGTH = 200
"""Characters of a name that are looked at; no role is called anything longer."""
MAX_CANDIDATES = 6
"""Candidates that a question names."""


def ambiguous(text: str, what: str, candidates: Sequence[str], *, hint: str = "Use one of these ids.") -> NotFound:
    """Return the question which of several things of one name is meant."""
    names = listed(candidates[:MAX_CANDIDATES])
    rest = f" and {len(candidates) - MAX_CANDIDATES} more" if len(candidates) > MAX_CANDIDATES else ""
    return NotFound(f"'{short(text)}' is the name of more than one {what}: {names}{rest}", hint=hint)


def not_found(problem: str, candidates: Sequence[str], *, hint: str) -> NotFound:
    """Return that nothing has a name, with the nearest that something has."""
    guess = f"; did you mean {listed(candidates[:MAX_CANDIDATES], last=' or ')}?" if candidates else ""
    return NotFound(f"{problem}{guess}", hint=hint)


def listed(names: Sequence[str], *, last: str = ", ") -> str:
    """Return the names with commas between them."""
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + last + names[-1]


def short(text: str) -> str:
    """Return a text as an error repeats it: very long ones only begun."""
    return text if len(text) <= MAX_NAME_LENGTH else f"{text[:60]}..."
