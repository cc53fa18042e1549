"""What lint finds in some files, counted and in the order of the files."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from careercli.answers.catalog_lint.view import FindingView, IgnoredView, LintView, RuleView
from careercli.answers.shared.view_parts import copied
from careercli.catalog.lint.rule_list import BY_ID
from careercli.catalog.lint.rule_selection import select_rules
from careercli.catalog.lint.rules import Rule
from careercli.catalog.lint.run import Checked, check
from careercli.matching import replace_undecodable

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
    checked = check(paths, base, select_rules(select, ignore), today or date.today(), max_age)
    files = tuple(dict.fromkeys(map(replace_undecodable, paths)))
    order = {name: position for position, name in enumerate(files)}
    findings = sorted(checked.findings, key=lambda one: (order.get(one.file, -1), one.line, one.column))
    ignored = sorted(checked.ignored, key=lambda one: (order.get(one.file, -1), one.line, one.column))
    rules = [rule for rule in BY_ID.values() if checked.counts[rule.id] or any(one.rule is rule for one in ignored)]
    totals = Counter[str]()
    for rule in rules:
        totals[rule.severity] += checked.counts[rule.id]
    return LintView(
        files=files,
        error_count=totals["error"],
        warning_count=totals["warning"],
        note_count=totals["note"],
        rows=tuple(copied(FindingView, one, one.rule, rule=one.rule.id) for one in findings),
        ignored=tuple(copied(IgnoredView, one, one.rule, rule=one.rule.id) for one in ignored),
        rules=tuple(_rule(rule, checked) for rule in rules),
    )


def _rule(rule: Rule, checked: Checked) -> RuleView:
    return copied(
        RuleView,
        rule,
        rule=rule.id,
        finding_count=checked.counts[rule.id],
        listed_count=sum(one.rule is rule for one in checked.findings),
        ignored_count=sum(one.rule is rule for one in checked.ignored),
    )
