"""`catalog lint`: everything that the schema cannot say of a catalog.

`lint` looks at files, `explain` at the rules themselves.
"""

from collections.abc import Sequence
from datetime import date

from careercli.catalog.lint.choice import choose, rule_named
from careercli.catalog.lint.registry import RULES
from careercli.catalog.lint.rules import Rule
from careercli.catalog.lint.run import check
from careercli.model import SCHEMA_VERSION
from careercli.views.catalog_lint import LintView
from careercli.views.catalog_rules import ExplanationView, RulesView

__all__ = ("MAX_AGE", "RULES", "Rule", "explain", "lint")

MAX_AGE = 5
"""Years after which the newest figure of a series is old."""


def lint(  # noqa: PLR0913 (each is what a run is about)
    paths: Sequence[str],
    base: Sequence[str] = (),
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    today: date | None = None,
    max_age: int = MAX_AGE,
) -> LintView:
    """Return what is found in the files at `paths`, laid over the catalogs of `base`, of which nothing is told.

    A file that cannot be read is a finding, and so is every fault of the schema. Raises UsageProblem for a name that is
    no rule.
    """
    return check(paths, base, choose(select, ignore), today or date.today(), max_age)


def explain(*names: str) -> RulesView:
    """Return what the named rules look for and why, all rules where none is named; raise NotFound for no rule."""
    rules = [rule_named(name) for name in names] or RULES
    return RulesView(schema_version=SCHEMA_VERSION, command="catalog rules", rows=tuple(map(_explained, rules)))


def _explained(rule: Rule) -> ExplanationView:
    example = rule.example
    return ExplanationView(
        id=rule.id,
        severity=rule.severity,
        summary=rule.summary,
        why=rule.why,
        fix=rule.fix,
        under=example.under,
        bad=example.bad,
        good=example.good,
    )
