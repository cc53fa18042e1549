"""Which rules a run looks with."""

from collections.abc import Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from careercli.catalog.lint.rule_list import BY_ID, RULES, SCHEMA, UNSOURCED
from careercli.catalog.lint.rules import Rule
from careercli.errors import NotFound, UsageProblem
from careercli.matching import did_you_mean

ALWAYS_ON = (SCHEMA, UNSOURCED)
"""Faults without which no other command can work are always told."""


class RuleSelection(NamedTuple):
    """The rules of a run."""

    rules: tuple[Rule, ...]
    ids: frozenset[str]


def select_rules(select: Sequence[str], ignore: Sequence[str]) -> RuleSelection:
    """Return the rules that are selected, all where nothing is, without those that are ignored.

    A name may be a pattern such as `pay-*`. Raises UsageProblem for a name that is no rule, and for ignoring what makes
    a catalog unusable.
    """
    selected, ignored = _matching(select), _matching(ignore)
    for name in ignore:
        if name in ALWAYS_ON:
            raise UsageProblem(f"the rule '{name}' cannot be ignored", hint="Fix the catalog. No command can read it.")
    kept = (rule for rule in RULES if rule.id in ALWAYS_ON or not selected or rule.id in selected)
    rules = tuple(rule for rule in kept if rule.id in ALWAYS_ON or rule.id not in ignored)
    return RuleSelection(rules, frozenset(rule.id for rule in rules))


def find_rule(name: str) -> Rule:
    """Return a rule by its id; raise NotFound with the nearest one."""
    if name not in BY_ID:
        raise NotFound(
            f"no rule '{name}'{did_you_mean(name, BY_ID)}", hint="See them all: careercli catalog lint --explain all"
        )
    return BY_ID[name]


def _matching(patterns: Sequence[str]) -> set[str]:
    matching: set[str] = set()
    for pattern in patterns:
        found = {rule for rule in BY_ID if fnmatchcase(rule, pattern)}
        if not found:
            raise UsageProblem(
                f"no rule '{pattern}'{did_you_mean(pattern, BY_ID)}",
                hint="A pattern such as pay-* selects several. See them all: careercli catalog lint --explain all",
            )
        matching |= found
    return matching
