"""Words explained as a page: one in full, or all in a line each."""

from careercli.amounts import format_number
from careercli.answers.explain.view import ExplainedTermView, ExplainView, MarkView
from careercli.answers.shared.page_parts import Citations, prose
from careercli.blocks import Block, Cell, Group, Label, Labels, Page, Paragraph, Row, Span, Table, Term, Terms


def page(view: ExplainView) -> Page:
    """Return the words as a page."""
    if view.query is None:
        terms = Terms(tuple(Term(row.title, row.definition.partition(": ")[2]) for row in view.rows))
        return Page((terms, _foot(("More", ("examples: careercli explain TERM", "marks: careercli explain proxy")))))
    (row,) = view.rows
    shown: list[list[Block]] = [_example(row, Citations(view.sources)), [_marks(view)] if view.marks else []]
    groups = (Group(tuple(blocks)) for blocks in shown if blocks)
    sources = tuple(f"[{number}] {source.short}" for number, source in enumerate(view.sources, 1))
    foot = _foot(("Sources", sources), ("More", (f"all {view.term_count} terms: careercli explain",)))
    return Page((prose(row.definition, "strong"), prose(row.why), *groups, foot))


def _example(row: ExplainedTermView, citations: Citations) -> list[Block]:
    if row.example is None:
        return []
    marks = "".join(citations.mark(source) for source in row.cites)
    return [Paragraph((Span("Example: ", "muted"), Span(row.example), Span(marks, "muted")))]


def _marks(view: ExplainView) -> Table:
    return Table(
        ("Mark", "What the figure counts", f"Of {format_number(view.role_count)} jobs"), tuple(map(_mark, view.marks))
    )


def _mark(mark: MarkView) -> Row:
    count = format_number(mark.role_count) if mark.role_count is not None else ""
    return Row(Cell((mark.sample,), "strong"), (Cell((mark.text,)), Cell((count,), numeric=True)))


def _foot(*told: tuple[str, tuple[str, ...]]) -> Group:
    return Group((Labels(tuple(Label(name, lines, packed=True) for name, lines in told if lines), muted=True),))
