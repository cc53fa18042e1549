"""The first screen of a path as edges: how many there are of which kind, then as many as stand on a screen."""

from collections import Counter
from collections.abc import Iterator, Sequence

from careercli.amounts import format_number, join_words
from careercli.answers.path.edges_table import HEADERS, MOVES, PAY, PAY_TEXT, YEARS, edge_row, pay_sources
from careercli.answers.path.view import EdgeView, PathView
from careercli.answers.shared.pay_page import STAGES
from careercli.answers.shared.screen_figures import difference_cell
from careercli.answers.shared.screen_parts import MARKS, sentence, short_sources, strong
from careercli.blocks import Group, Label, Mark, Paragraph, Screen, Span, Table, cite
from careercli.model import RoleRef

MOST = 30
"""Edges that a screen may have."""
MAX_SOURCES = 2
"""Sources that the header of pay cites."""
UNIT = ("move", "moves")
_KINDS = {
    "feeder": ("way in", "ways in"), "level": ("step on a ladder", "steps on ladders"),
    "move": ("move to another job", "moves to other jobs"),
}  # fmt: skip
_MARK = Mark(PAY, PAY_TEXT, word=True)


def edges_screen(view: PathView) -> Screen:
    """Return the edges in their order; of all roles, the moves to another one with the largest raise."""
    kept = list(enumerate(sorted(enumerate(view.rows), key=lambda entry: _order(view, entry[1]))))[:MOST]
    if view.role is not None:
        kept.sort(key=lambda entry: entry[1][0])
    rows = tuple(edge_row(edge, rank=rank) for rank, (_, edge) in kept)
    sources = dict.fromkeys(pay_sources(edge for _, (_, edge) in kept))
    headers = tuple(
        header + cite(*sources) if header == PAY and len(sources) <= MAX_SOURCES else header for header in HEADERS
    )
    name = view.title or "All jobs"
    reasons = sum(bool(edge.why) for edge in view.rows)
    role = f" {RoleRef(view.role, view.level)}" if view.role else ""
    command = (Label("As a file", (f"careercli path{role} --edges --output moves.csv",), tone="code"),)
    return Screen(
        title=f"{name}: all moves",
        answer=(_answer(view),),
        groups=(Group((Table(headers, rows, spare=(YEARS,), unbroken=True),), unit=UNIT),) if rows else (),
        sources=short_sources(view.sources),
        marks=(*MARKS, _MARK),
        commands=command if rows else (),
        left_out=((len(view.rows) - len(rows), *UNIT), (reasons, "reason", "reasons")),
    )


def _order(view: PathView, edge: EdgeView) -> tuple[int, float]:
    """Sort moves to another role before the levels of ladders, and those before the feeders; of all roles by raise."""
    return 0 if edge.kind in MOVES else 1 if edge.kind == "level" else 2, -_raise(edge) if view.role is None else 0


def _raise(edge: EdgeView) -> float:
    return edge.role_gain.amount if edge.role_gain and edge.stage not in STAGES else float("-inf")


def _answer(view: PathView) -> Paragraph:
    counts = Counter("move" if edge.kind in MOVES else edge.kind for edge in view.rows)
    if not view.rows:
        return sentence(f"No levels and no moves are known for {view.title or 'any job'}.")
    told = join_words(
        [f"{format_number(counts[kind])} {_KINDS[kind][counts[kind] != 1]}" for kind in _KINDS if counts[kind]]
    )
    where = ("Known around ", strong(view.title)) if view.title else ("Known in the catalog",)
    there = f" Pay is that of {view.place_title}." if view.place_title else ""
    return sentence(*where, f": {told}.", *_best(view.rows), there)


def _best(edges: Sequence[EdgeView]) -> Iterator[str | Span]:
    best = max((edge for edge in edges if edge.kind in MOVES), key=_raise, default=None)
    if best is not None and best.role_gain and best.role_gain.amount > 0 and best.to_role_pay:
        more = difference_cell(best.to_role_pay, best.from_role_pay).lines[0]
        ends = f"{best.from_role_title} to {best.to_role_title}"
        yield from (
            f" The largest raise, with all levels of a job together, is from {ends}: ",
            strong(more),
            f" a year.{cite(best.to_role_pay.source)}",
        )
