"""Plain data of any shape -> texts and lists, with the path of whatever is not what it should be."""

from collections.abc import Iterator

from careercli.errors import UsageProblem

MAX_ENTRIES = 2_000
"""Entries of one list: a life has fewer, and each is looked up."""
_KINDS = {bool: "true or false", int: "a number", float: "a number", str: "text", list: "a list", dict: "an object"}


class FieldReader:
    """Takes a file's data apart; null is nothing, a text may stand where a list of one is meant."""

    def __init__(self, file: str, hint: str) -> None:
        self._file = file
        self._hint = hint

    def fields(self, value: object, path: str) -> dict[str, object]:
        """Return the fields of an object; raise UsageProblem for anything else."""
        if value is None:
            return {}
        if not isinstance(value, dict):
            raise self.type_problem(path, "an object", value)
        return value

    def entries(self, value: object, path: str) -> Iterator[tuple[object, str]]:
        """Yield each entry of a list that is neither null nor blank, with its path; a text is a list of one."""
        if isinstance(value, str):
            if value.strip():
                yield value, path
        elif isinstance(value, list):
            if len(value) > MAX_ENTRIES:
                message = f"{self._file}: {path}: {len(value):,} entries, more than {MAX_ENTRIES:,}"
                raise UsageProblem(message, hint="Keep the ones that matter.")
            for place, entry in enumerate(value):
                if entry is not None and not (isinstance(entry, str) and not entry.strip()):
                    yield entry, f"{path}[{place}]"
        elif value is not None:
            raise self.type_problem(path, "a list", value)

    def text(self, value: object, path: str) -> str:
        """Return a text on one line, a number as it is written; null is the empty text."""
        if value is None:
            return ""
        if isinstance(value, str):
            return " ".join(value.split())
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        raise self.type_problem(path, "text", value)

    def texts(self, value: object, path: str) -> Iterator[tuple[str, str]]:
        """Yield each text of a list that is not empty, with its path."""
        for entry, where in self.entries(value, path):
            text = self.text(entry, where)
            if text:
                yield text, where

    def type_problem(self, path: str, options: str, found: object) -> UsageProblem:
        """Return the error for a value of the wrong kind; it tells the place, not what stands there."""
        kind = _KINDS.get(type(found), "something else")
        return UsageProblem(f"{self._file}: {path}: expected {options}, not {kind}", hint=self._hint)
