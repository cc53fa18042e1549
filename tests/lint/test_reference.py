"""The reference of the rules in docs/lint.md is written from the rules.

UPDATE_DOCS=1 writes it; read the difference before you keep it.
"""

import re
from difflib import unified_diff
from pathlib import Path

from careercli.catalog.lint.rule_list import RULES
from careercli.catalog.lint.rules import Rule
from tests.references import held_against_the_document

DOCUMENT = Path(__file__).parents[2] / "docs" / "lint.md"
MARK = "<!-- What follows is written from the rules by tests/lint/test_reference.py. -->\n"


def reference() -> str:
    """Return the list of the rules, and each with its examples."""
    rows = "".join(f"| [{rule.id}](#{rule.id}) | {rule.severity} | {rule.summary} |\n" for rule in RULES)
    return f"\n| rule | severity | what is wrong |\n|---|---|---|\n{rows}" + "".join(map(_section, RULES))


def _section(rule: Rule) -> str:
    example = rule.example
    under = f"On top of this catalog:\n\n```yaml\n{example.base}```\n\n" if example.base else ""
    change = unified_diff(example.bad.splitlines(), example.good.splitlines(), n=0, lineterm="")
    fixed = "\n".join(line for line in change if not line.startswith(("---", "+++", "@@")))
    return (
        f"\n## {rule.id}\n\n{rule.summary} ({rule.severity})\n\n{rule.why}\n\n{rule.fix}\n\n"
        f"{under}Wrong:\n\n```yaml\n{example.bad}```\n\nFixed:\n\n```diff\n{fixed}\n```\n"
    )


def test_the_reference_is_that_of_the_rules() -> None:
    held_against_the_document(DOCUMENT, MARK, reference())


def test_the_comments_shown_take_back_rules_that_there_are() -> None:
    text = DOCUMENT.read_text("utf-8").partition(MARK)[0]
    named = re.findall(r"lint: ignore(?:-file)? ([a-z-]+) because", text)
    assert named
    assert set(named) <= {rule.id for rule in RULES}
