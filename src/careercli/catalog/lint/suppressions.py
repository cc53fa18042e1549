"""Comments of a catalog that take a finding back: `# lint: ignore RULE because REASON`.

A sign # within a text is no comment, so the texts are asked first: only what no scalar of YAML covers is one.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

import yaml

from careercli.catalog.yaml_builder import Loader

_BREAKS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line in YAML, so that our lines count as the parser's do."""
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#")
_MARK = re.compile(r"#[ \t]*lint:[ \t]*(.*)")
_ORDER = re.compile(r"(ignore|ignore-file)[ \t]+(.+?)(?:[ \t]+because\b[ \t]*(.*))?$")


class Suppression(NamedTuple):
    """One comment: which rules it takes back, where, and why."""

    line: int
    column: int
    target_line: int | None
    """The line that it is about; None for the whole file."""
    rules: tuple[str, ...]
    reason: str
    """Empty where the comment gives none, or cannot be read."""


class Suppressions:
    """The comments of one file, by the lines that they are about."""

    def __init__(self, content: bytes) -> None:
        self.all = parse_suppressions(content)
        self._by_line: dict[int | None, list[Suppression]] = {}
        for suppression in self.all:
            self._by_line.setdefault(suppression.target_line, []).append(suppression)

    def find(self, rule: str, lines: Iterable[int]) -> Suppression | None:
        """Return the comment that takes a rule back for what stands on the lines, or for the whole file."""
        found = (one for line in (None, *lines) for one in self._by_line.get(line, ()))
        return next((one for one in found if one.reason and rule in one.rules), None)


def parse_suppressions(content: bytes) -> list[Suppression]:
    """Return the comments of a catalog that begin with `lint:`; JSON has none."""
    if b"lint:" not in content or content[:1] == b"{":
        return []
    lines = _BREAKS.split(content.decode("utf-8").removeprefix("\ufeff"))
    candidates = [number for number, line in enumerate(lines) if "lint:" in line and "#" in line]
    covered = _covered(content, candidates)
    said = [number for number, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")]
    found = []
    for number in candidates:
        signs = (sign.start() for sign in _COMMENT.finditer(lines[number]))
        start = next((sign for sign in signs if not any(low <= sign < high for low, high in covered[number])), None)
        mark = _MARK.match(lines[number], start) if start is not None else None
        if mark and start is not None:
            alone = not lines[number][:start].strip()
            after = bisect_right(said, number)
            target = said[after] if alone and after < len(said) else number
            found.append(_directive(number, start, target, mark[1].strip()))
    return found


def _covered(content: bytes, candidates: list[int]) -> dict[int, list[tuple[int, float]]]:
    """Return which columns of the candidate lines belong to a text of the catalog."""
    covered: dict[int, list[tuple[int, float]]] = {number: [] for number in candidates}
    if not candidates:
        return covered
    for event in yaml.parse(content, Loader=Loader):
        if not isinstance(event, yaml.ScalarEvent) or event.start_mark is None or event.end_mark is None:
            continue
        start, end = event.start_mark, event.end_mark
        for number in candidates[bisect_left(candidates, start.line) : bisect_right(candidates, end.line)]:
            low = start.column if number == start.line else 0
            high = end.column if number == end.line else float("inf")
            covered[number].append((low, high))
    return covered


def _directive(number: int, start: int, target: int, text: str) -> Suppression:
    """Read a comment that is about the line `target`: its own, or the next one if it has a line to itself."""
    order = _ORDER.match(text)
    if order is None:
        return Suppression(number + 1, start + 1, None, (), "")
    rules = tuple(filter(None, re.split(r"[ \t,]+", order[2])))
    whole = order[1] == "ignore-file"
    return Suppression(number + 1, start + 1, None if whole else target + 1, rules, (order[3] or "").strip())
