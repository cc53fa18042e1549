"""What checking a catalog found as a page: errors before warnings, each with what to do and the rule that says so."""

from collections import Counter
from collections.abc import Iterator, Sequence

from careercli.amounts import counted, format_number, join_words
from careercli.answers.catalog_lint.view import FindingView, IgnoredView, LintView
from careercli.answers.shared.page_parts import heading
from careercli.blocks import Block, Cell, Group, Label, Labels, Page, Paragraph, Row, Span, Table, Tone

MAX_SHOWN = 10
"""Findings of one rule that are shown; data formats list all."""
MAX_RELATED_LOCATIONS = 2
"""Other places of a finding that are shown."""
_TONES: dict[str, Tone] = {"error": "bad", "warning": "warn", "note": "muted"}
_HEADERS = ("", "")


def page(view: LintView) -> Page:
    """Return the findings as a page."""
    shown: Counter[str] = Counter()
    summary = _summary(view)
    blocks: list[Block | Group] = [Paragraph((Span(f"{summary}.", "strong"), Span(_outcome(view))))]
    order = list(_TONES)
    for row in sorted(view.rows, key=lambda row: order.index(row.severity)):
        shown[row.rule] += 1
        if shown[row.rule] <= MAX_SHOWN:
            blocks.append(Group((Table(_HEADERS, (_finding(row, is_first=shown[row.rule] == 1),)),)))
    if view.ignored:
        blocks += [heading("Silenced, with a reason"), *map(_ignored, view.ignored)]
    if view.rows:
        blocks += _foot(view, min(view.rows, key=lambda row: order.index(row.severity)).rule)
    return Page(tuple(blocks), summary)


def _summary(view: LintView) -> str:
    counts = ((view.error_count, "error"), (view.warning_count, "warning"), (view.note_count, "note"))
    words = [counted(count, word) for count, word in counts if count]
    files = view.files[0] if len(view.files) == 1 else f"{format_number(len(view.files))} files"
    return f"{join_words(words) or 'Nothing found'} in {files}"


def _outcome(view: LintView) -> str:
    """Say what the exit code will be."""
    if view.error_count:
        what = "the error is" if view.error_count == 1 else f"the {format_number(view.error_count)} errors are"
        return f" The check fails until {what} fixed."
    return " The check passes." if view.rows else ""


def _finding(row: FindingView, *, is_first: bool) -> Row:
    path = f"{row.path}: " if row.path else ""
    left = len(row.also) - MAX_RELATED_LOCATIONS
    more = f" and {format_number(left)} more" if left > 0 else ""
    also = f" (see {', '.join(row.also[:MAX_RELATED_LOCATIONS])}{more})" if row.also else ""
    place = f"{_at(row.file, row.line, row.column)}: {path}{row.message}{also}"
    remedy = (row.fix,) if is_first else ()
    return Row(Cell((row.severity,), _TONES[row.severity]), (Cell((place, *remedy, row.rule)),))


def _foot(view: LintView, rule: str) -> Iterator[Group]:
    """Yield what to type about a rule, and what is left out."""
    yield Group((
        Labels((
            Label("Why a rule?", (f"careercli catalog lint --explain {rule}",), "code"),
            Label("On purpose?", (f"add a comment: # lint: ignore {rule} because ...",)),
        )),
    ))  # fmt: skip
    yield Group((Labels((Label(f"{'More':7}", (_left_out(view.rows),)),), muted=True),))


def _left_out(rows: Sequence[FindingView]) -> str:
    counts = Counter(row.rule for row in rows)
    left = [f"{format_number(count - MAX_SHOWN)} of {rule}" for rule, count in counts.items() if count > MAX_SHOWN]
    return f"{join_words(left)} are left out: --json" if left else "nothing is left out. On GitHub: --format github"


def _ignored(row: IgnoredView) -> Paragraph:
    place = Span(f"{_at(row.file, row.line, row.column)} {row.rule}: ")
    return Paragraph((place, Span(f"because {row.reason}", "muted")), bullet="•")


def _at(file: str, line: int, column: int) -> str:
    return f"{file}:{line}:{column}" if line else file
