"""The rules of `catalog lint` as a page, each with what breaks it and what keeps it."""

from careercli.answers.catalog_rules.view import ExplanationView, RulesView
from careercli.answers.shared.page_parts import heading, prose
from careercli.blocks import Block, Heading, Page, Paragraph, Span


def page(view: RulesView) -> Page:
    """Return the rules as a page."""
    return Page(tuple(block for rule in view.rows for block in _rule(rule)))


def _rule(rule: ExplanationView) -> list[Block]:
    blocks: list[Block] = [Heading(rule.rule, 1, rule.severity), prose(rule.summary, "strong"), prose(rule.why)]
    blocks += [heading("What to do"), prose(rule.fix)]
    if rule.under:
        blocks += [heading("On top of this catalog"), *_code(rule.under)]
    return [*blocks, heading("Wrong"), *_code(rule.bad), heading("Fixed"), *_code(rule.good)]


def _code(text: str) -> list[Block]:
    return [Paragraph((Span(line, "code"),), bullet="│") for line in text.splitlines()]
