"""What checking a catalog found as a page."""

from collections import Counter

from careercli.amounts import counted, format_number, join_words
from careercli.answers.catalog_lint.view import FindingView, IgnoredView, LintView
from careercli.answers.shared.page_parts import heading, prose
from careercli.blocks import Block, Heading, Page, Paragraph, Span, Term, Terms, Tone

MAX_SHOWN = 10
"""Findings of one rule that are shown; data formats list all."""
MAX_RELATED_LOCATIONS = 2
"""Other places of a finding that are shown."""
_TONES: dict[str, Tone] = {"error": "bad", "warning": "warn", "note": "muted"}


def page(view: LintView) -> Page:
    """Return the findings as a page."""
    shown: Counter[str] = Counter()
    blocks: list[Block] = [Heading(_summary(view), 1)]
    for row in view.rows:
        shown[row.rule] += 1
        blocks += [_finding(row)] if shown[row.rule] <= MAX_SHOWN else []
    for rule in view.rules:
        left = rule.found - MAX_SHOWN
        blocks += (
            [prose(f"and {format_number(left)} more of {rule.id}; --json lists them", "muted")] if left > 0 else []
        )
    if view.rows:
        found = [rule for rule in view.rules if rule.found]
        blocks += [heading("What to do"), Terms(tuple(Term(f"{rule.id} ({rule.found})", rule.fix) for rule in found))]
    if view.ignored:
        blocks.append(heading("Ignored, with a reason"))
        blocks += map(_ignored, view.ignored)
    return Page(tuple(blocks))


def _summary(view: LintView) -> str:
    counts = ((view.errors, "error"), (view.warnings, "warning"), (view.notes, "note"))
    words = [counted(count, word) for count, word in counts if count]
    files = view.files[0] if len(view.files) == 1 else f"{format_number(len(view.files))} files"
    return f"{join_words(words) or 'Nothing found'} in {files}"


def _finding(row: FindingView) -> Paragraph:
    path = f"{row.path}: " if row.path else ""
    left = len(row.also) - MAX_RELATED_LOCATIONS
    more = f" and {format_number(left)} more" if left > 0 else ""
    also = f" (see {', '.join(row.also[:MAX_RELATED_LOCATIONS])}{more})" if row.also else ""
    return Paragraph(
        (
            Span(f"{_at(row.file, row.line, row.column)}: "),
            Span(row.severity, _TONES[row.severity]),
            Span(f" {row.rule}: ", "strong"),
            Span(f"{path}{row.message}"),
            Span(also, "muted"),
        ),
        bullet="•",
    )


def _ignored(row: IgnoredView) -> Paragraph:
    place = Span(f"{_at(row.file, row.line, row.column)} {row.rule}: ")
    return Paragraph((place, Span(f"because {row.reason}", "muted")), bullet="•")


def _at(file: str, line: int, column: int) -> str:
    return f"{file}:{line}:{column}" if line else file
