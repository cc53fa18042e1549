"""All rules, in the order in which they are explained."""

from careercli.catalog.lint import (
    bounds,
    duplicates,
    education,
    figures,
    ladders,
    layers,
    names,
    pay,
    pay_consistency,
    shifted_columns,
    skills,
    sources,
    texts,
)
from careercli.catalog.lint.examples import BAKER, HEAD
from careercli.catalog.lint.rules import Example, Rule

SCHEMA = "schema"
SUPPRESSION_WITHOUT_REASON = "ignore-without-reason"
UNKNOWN_RULE = "ignore-unknown-rule"
UNUSED_SUPPRESSION = "ignore-unused"
UNSOURCED = "figure-without-source"
UNSUPPRESSIBLE = (SCHEMA, UNSOURCED, SUPPRESSION_WITHOUT_REASON, UNKNOWN_RULE, UNUSED_SUPPRESSION)
"""Rules that no comment takes back."""

_SCHEMA = Rule(
    SCHEMA,
    "error",
    "The file is not a catalog, or part of it does not fit the schema.",
    "It cannot be read, is not YAML, or has an unknown key, a value of the wrong type, or an id that does not exist. "
    "No command reads such a catalog. The other rules check the rest of it, so one run finds everything.",
    "Read the message. It says what was expected, and suggests the nearest known word.",
    Example(f"{HEAD}{BAKER}    sumary: Sells bread.\n", "    sumary: Sells bread.\n", ""),
    None,
)
_IGNORES = (
    Rule(
        SUPPRESSION_WITHOUT_REASON,
        "warning",
        "A comment silences a finding without saying why.",
        "It has no effect. The next reader could not tell whether there was a good reason. A comment that begins with "
        "'lint:' but cannot be read is reported too.",
        "Write `# lint: ignore RULE because REASON`, or `# lint: ignore-file RULE because REASON` for a whole file.",
        Example(f"{HEAD}{BAKER}    pros: [Heat.]  # lint: ignore text-copied\n", "  # lint: ignore text-copied", ""),
        None,
    ),
    Rule(
        UNKNOWN_RULE,
        "warning",
        "A comment names a rule that does not exist or cannot be silenced.",
        "The name is misspelled, or the rule is about the schema, a missing source or these comments.",
        "Write the rule's name as the finding prints it.",
        Example(
            f"{HEAD}{BAKER}    pros: []  # lint: ignore section-empti, section-empty because it is new\n",
            "section-empti, ", "",
        ),
        None,
    ),
    Rule(
        UNUSED_SUPPRESSION,
        "warning",
        "A comment silences nothing.",
        "The mistake was fixed, or the comment is in the wrong place. If it stays, it will hide the next mistake.",
        "Delete the comment. Or put it on the line of the finding, on the line above, or where the entry around it "
        "begins.",
        Example(
            f"{HEAD}{BAKER}    pros: []  # lint: ignore section-empty, figure-old because it is new\n",
            ", figure-old", "",
        ),
        None,
    ),
)  # fmt: skip

RULES: tuple[Rule, ...] = (
    _SCHEMA, *sources.RULES, *pay.RULES, *pay_consistency.RULES, *bounds.RULES, *figures.RULES, *duplicates.RULES,
    *shifted_columns.RULES, *ladders.RULES, *names.RULES, *skills.RULES, *education.RULES, *texts.RULES,
    *layers.RULES, *_IGNORES,
)  # fmt: skip
BY_ID: dict[str, Rule] = {rule.id: rule for rule in RULES}
