"""A run of the rules over some files: every finding at its place, what comments take back, and what is left."""

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from careercli.catalog.lint.context import Context
from careercli.catalog.lint.locations import Locator, SourceLocation
from careercli.catalog.lint.recovery import recover
from careercli.catalog.lint.rule_list import (
    BY_ID,
    SCHEMA,
    SUPPRESSION_WITHOUT_REASON,
    UNKNOWN_RULE,
    UNSOURCED,
    UNSUPPRESSIBLE,
    UNUSED_SUPPRESSION,
)
from careercli.catalog.lint.rule_selection import RuleSelection
from careercli.catalog.lint.rules import Finding, Rule
from careercli.catalog.lint.suppressions import Suppression, Suppressions
from careercli.catalog.references import KeyPath
from careercli.catalog.yaml_reader import Document, parse, read_bytes
from careercli.errors import CatalogInvalid, Problem
from careercli.matching import Suggestions, replace_undecodable

MAX_LISTED = 500
"""Findings of one rule that are listed; all are counted."""
MAX_RELATED_LOCATIONS = 5
"""Other places of a finding that are named."""
_SOURCE_IS_MISSING = re.compile(r"\.(?:pay|figures|training|parities|levels)\[\d+\](\.source)?$")


class Located(NamedTuple):
    """A finding and where it stands; line and column count from 1, 0 where the file has no such place."""

    rule: Rule
    file: str
    line: int
    column: int
    path: str
    message: str
    also: tuple[str, ...] = ()
    """Other places that it is about, as `file:line:column: path`."""
    reason: str = ""
    """Why a comment takes it back; empty where none does."""


class Checked(NamedTuple):
    """What a run found."""

    findings: Sequence[Located]
    ignored: Sequence[Located]
    """Findings that a comment takes back."""
    counts: Counter[str]
    """Findings by rule, those that are not listed among them."""


def check(paths: Sequence[str], base: Sequence[str], chosen: RuleSelection, today: date, max_age: int) -> Checked:
    """Return what the chosen rules find in the files, which are laid over the base in their order."""
    documents, contents, problems = _read(paths, base)
    run = _Run(chosen)
    if contents:
        below = takewhile(lambda document: document.name not in contents, documents)
        sound = recover(documents, sum(1 for _ in below))
        problems += sound.problems
        if sound.catalog is not None:
            names = [document.name for document in sound.layers.documents]
            checked = [position for position, name in enumerate(names) if name in contents]
            comments = {position: Suppressions(contents[names[position]]) for position in checked}
            context = Context(sound.catalog, sound.layers, checked, today, max_age)
            run.check_rules(context, comments)
    run.add_problems(problems)
    return run.checked()


def _read(paths: Sequence[str], base: Sequence[str]) -> tuple[list[Document], dict[str, bytes], list[Problem]]:
    """Return the layers that can be read, the bytes of those that are checked, and why the others cannot be read.

    The base is read only if there is something to lay over it.
    """
    read: dict[str, Document] = {}
    contents: dict[str, bytes] = {}
    problems: list[Problem] = []
    named = {os.path.realpath(path): path for path in paths}
    order = dict.fromkeys([*(named.get(os.path.realpath(layer), layer) for layer in base), *paths])
    for name in dict.fromkeys((*paths, *order)):
        if name not in paths and not contents:
            break
        try:
            content = read_bytes(name)
            read[name] = parse(name, content)
        except CatalogInvalid as error:
            problems += error.problems
            continue
        if name in paths:
            contents[name] = content
    return [read[name] for name in order if name in read], contents, problems


class _Run:
    """What was found so far."""

    def __init__(self, chosen: RuleSelection) -> None:
        self._chosen = chosen
        self._rows: list[Located] = []
        self._ignored: list[Located] = []
        self._found: Counter[str] = Counter()
        self._suggest = Suggestions()
        self._seen: set[tuple[int, KeyPath, str, str]] = set()
        self._used: set[tuple[int, Suppression, str]] = set()

    def check_rules(self, context: Context, comments: dict[int, Suppressions]) -> None:
        """Look at a catalog with every rule, then at the comments that take findings back."""
        names = [document.name for document in context.layers.documents]
        locator = Locator(context.layers)
        for rule in self._chosen.rules:
            for found in rule.check(context) if rule.check else ():
                self._add_unless_suppressed(rule, found, context, locator, comments)
        for position, found_in in comments.items():
            for suppression in found_in.all:
                for rule_id, message in self._suppression_problems(position, suppression):
                    place = SourceLocation(position, suppression.line, suppression.column, "", frozenset())
                    if rule_id in self._chosen.ids:
                        self._add(BY_ID[rule_id], names[position], place, message)

    def add_problems(self, problems: Sequence[Problem]) -> None:
        """Take up the faults for which every other command refuses the catalog."""
        for problem in dict.fromkeys(problems):
            rule = BY_ID[UNSOURCED if _lacks_source(problem) else SCHEMA]
            place = SourceLocation(0, problem.line, problem.column, problem.path, frozenset())
            self._add(rule, problem.file, place, problem.message)

    def checked(self) -> Checked:
        """Return all of it, in the order in which it was found."""
        return Checked(self._rows, self._ignored, self._found)

    def _add_unless_suppressed(
        self, rule: Rule, found: Finding, context: Context, locator: Locator, comments: dict[int, Suppressions]
    ) -> None:
        """Add a finding if one of its locations is in a checked file and no comment suppresses it."""
        if self._found[rule.id] >= MAX_LISTED and locator.is_only_in(found.locations[0], context.checked):
            self._found[rule.id] += 1  # nobody reads the place of one more
            return
        traces = [locator.locate(position) for position in found.locations[: MAX_RELATED_LOCATIONS + 1]]
        own = [trace for trace in traces if trace[0] in context.checked]
        if not own or (*own[0], rule.id, found.message) in self._seen:
            return  # it is about other files, or about what several roles take up from one
        self._seen.add((*own[0], rule.id, found.message))
        if self._found[rule.id] >= MAX_LISTED:
            self._found[rule.id] += 1
            return
        names = [document.name for document in context.layers.documents]
        places = [locator.source_location(*trace) for trace in own]
        match = _find_suppression(rule.id, places, comments)
        if match is not None:
            self._used.add((*match, rule.id))
            at = places[0]
            self._ignored.append(_located(rule, names[at.layer], at, found.message, reason=match[1].reason))
            return
        others = [locator.source_location(*trace) for trace in traces if trace is not own[0]]
        also = [_where(names[place.layer], place) for place in others]
        self._add(rule, names[places[0].layer], places[0], found.message, tuple(also))

    def _add(self, rule: Rule, file: str, place: SourceLocation, message: str, also: tuple[str, ...] = ()) -> None:
        self._found[rule.id] += 1
        if self._found[rule.id] > MAX_LISTED:
            return
        self._rows.append(_located(rule, file, place, message, also=also))

    def _suppression_problems(self, position: int, suppression: Suppression) -> Iterator[tuple[str, str]]:
        """Yield what is wrong with a comment."""
        if not suppression.rules:
            yield SUPPRESSION_WITHOUT_REASON, "this comment cannot be read. Write '# lint: ignore RULE because REASON'"
        elif not suppression.reason:
            yield (
                SUPPRESSION_WITHOUT_REASON,
                f"why is {', '.join(suppression.rules)} ignored? Add 'because' and the reason",
            )
        for name in suppression.rules:
            if name not in BY_ID:
                yield UNKNOWN_RULE, f"no rule '{name}'{self._suggest(name, BY_ID)}"
            elif name in UNSUPPRESSIBLE:
                yield UNKNOWN_RULE, f"no comment can silence '{name}'"
            elif suppression.reason and self._is_unused(position, suppression, name):
                yield UNUSED_SUPPRESSION, f"'{name}' finds nothing here"

    def _is_unused(self, position: int, suppression: Suppression, name: str) -> bool:
        was_listed = self._found[name] < MAX_LISTED
        return name in self._chosen.ids and was_listed and (position, suppression, name) not in self._used


def _find_suppression(
    rule: str, places: Sequence[SourceLocation], comments: dict[int, Suppressions]
) -> tuple[int, Suppression] | None:
    """Return the comment that takes a finding back at one of its places, and the layer that it stands in."""
    for place in places if rule not in UNSUPPRESSIBLE else ():
        suppression = comments[place.layer].find(rule, place.lines)
        if suppression is not None:
            return place.layer, suppression
    return None


def _lacks_source(problem: Problem) -> bool:
    found = _SOURCE_IS_MISSING.search(problem.path)
    if found is None:
        return False
    return "a missing value" in problem.message if found[1] else problem.message == "the key 'source' is missing"


def _located(  # noqa: PLR0913 (what a finding is made of)
    rule: Rule, file: str, place: SourceLocation, message: str, *, also: tuple[str, ...] = (), reason: str = ""
) -> Located:
    return Located(rule, replace_undecodable(file), place.line, place.column, place.path, message, also, reason)


def _where(file: str, place: SourceLocation) -> str:
    at = f"{replace_undecodable(file)}:{place.line}:{place.column}" if place.line else replace_undecodable(file)
    return f"{at}: {place.path}" if place.path else at
