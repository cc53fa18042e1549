"""Rules of lint, explained."""

from careercli.answers.catalog_rules.view import ExplanationView, RulesView
from careercli.catalog.lint.rule_list import RULES
from careercli.catalog.lint.rule_selection import find_rule
from careercli.catalog.lint.rules import Rule
from careercli.model import SCHEMA_VERSION


def explain(*names: str) -> RulesView:
    """Return what the named rules look for and why, all rules where none is named; raise NotFound for no rule."""
    rules = [find_rule(name) for name in names] or RULES
    return RulesView(schema_version=SCHEMA_VERSION, command="catalog rules", rows=tuple(map(_explained, rules)))


def _explained(rule: Rule) -> ExplanationView:
    example = rule.example
    return ExplanationView(
        id=rule.id,
        severity=rule.severity,
        summary=rule.summary,
        why=rule.why,
        fix=rule.fix,
        under=example.base,
        bad=example.bad,
        good=example.good,
    )
