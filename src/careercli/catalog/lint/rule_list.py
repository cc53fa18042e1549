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
    "The file is no catalog, or a part of it is not what the model expects.",
    "It cannot be read, is not YAML, holds an unknown key, a value of the wrong type, or an id that is not defined. "
    "Every command refuses such a catalog. The other rules look at what is left of it, so that one run tells all.",
    "Follow the message: it names what was expected, and the nearest known word.",
    Example(f"{HEAD}{BAKER}    sumary: Sells bread.\n", "    sumary: Sells bread.\n", ""),
    None,
)
_IGNORES = (
    Rule(
        SUPPRESSION_WITHOUT_REASON,
        "warning",
        "A comment takes a finding back and does not say why.",
        "It is left without effect: who reads the catalog next cannot tell a judgement from a shortcut. The same "
        "is said of a comment that begins with 'lint:' and cannot be read.",
        "Write `# lint: ignore RULE because REASON`, or `# lint: ignore-file RULE because REASON` for a whole file.",
        Example(f"{HEAD}{BAKER}    pros: [Heat.]  # lint: ignore text-copied\n", "  # lint: ignore text-copied", ""),
        None,
    ),
    Rule(
        UNKNOWN_RULE,
        "warning",
        "A comment takes back a rule that does not exist, or that nothing takes back.",
        "Its name is misspelt, or it is one of the schema and of these comments themselves.",
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
        "A comment takes back what was never found.",
        "The fault was mended, or the comment stands in the wrong place; left there, it hides the next one.",
        "Delete the comment, or put it on the line of the finding, on the line above, or where the entry that "
        "holds it begins.",
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
