"""Rules of lint, explained."""

from careercli.answers.catalog_rules.view import ExplanationView, RulesView
from careercli.answers.shared.view_parts import copied
from careercli.catalog.lint.rule_list import RULES
from careercli.catalog.lint.rule_selection import find_rule


def explain(*names: str) -> RulesView:
    """Return what the named rules look for and why, all rules where none is named; raise NotFound for no rule."""
    rules = [find_rule(name) for name in names] or RULES
    rows = tuple(copied(ExplanationView, rule, rule.example, rule=rule.id, under=rule.example.base) for rule in rules)
    return RulesView(rows=rows)
