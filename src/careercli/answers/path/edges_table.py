"""Edges as rows of a table: where each begins and ends, what it is, what is paid there, and how much more."""

from collections.abc import Callable, Iterable, Iterator

from careercli.amounts import format_money, format_per
from careercli.answers.path.view import EdgeView, PathView
from careercli.answers.shared.page_parts import Citations, prose
from careercli.answers.shared.pay_page import STAGES
from careercli.answers.shared.screen_figures import difference_cell, key_pay_cell
from careercli.answers.shared.screen_ladder import Rung, rung_pay_cell, years_text
from careercli.answers.shared.screen_parts import UNKNOWN, figure_cell, signed
from careercli.answers.shared.view_parts import RaiseView
from careercli.blocks import Block, Cell, Row, Table, Tone

FROM, TO, KIND, YEARS, PAY, GAIN, WHY = "From", "To", "Kind", "Years", "Pay", "Gain", "Why"
HEADERS = (FROM, TO, KIND, YEARS, PAY, GAIN)
MOVES = ("promotion", "lateral", "pivot")
"""The kinds of edges that lead on to another role."""
PAY_TEXT = "Pay is that of the level on a ladder, and of all levels of the job that a move leads to."
_START = Cell(("start",), "muted")


def edges_blocks(view: PathView, citations: Citations) -> Iterator[Block]:
    """Yield a table of all edges, with the reasons for them."""
    if not view.rows:
        yield prose("No levels and no moves are known.", "muted")
        return
    rows = (edge_row(edge, mark=citations.mark, why=True) for edge in view.rows)
    yield Table((*HEADERS, WHY), tuple(rows))
    yield prose(f"{PAY_TEXT} A band of years does not include its upper number.", "muted")
    yield prose(
        "~ is our estimate, † a broader group that includes the job, * a different job, ‡ an average, = worked out "
        "from pay by the hour or month. A gain is shown where both ends have the same statistic from the same source.",
        "muted",
    )


def edge_row(edge: EdgeView, *, rank: int = 0, mark: Callable[[str], str] | None = None, why: bool = False) -> Row:
    """Return an edge as a row; with `mark` the sources of its pay are cited, with `why` its reason stands last."""
    pay = _pay(edge)
    sources = dict.fromkeys(pay_sources((edge,))) if mark else {}
    cited = "".join(mark(source) for source in sources) if mark else ""
    cells = (
        Cell((edge.to.title,)),
        Cell(("way in" if edge.kind == "feeder" else edge.kind,)),
        UNKNOWN if edge.years_from is None else Cell((years_text(edge.years_from, edge.years_to),), numeric=True),
        Cell((pay.lines[0] + cited,), pay.tone, pay.numeric) if cited else pay,
        _gain_of_roles(edge) if edge.kind != "level" else _gain(edge.gain),
        *((Cell((edge.why or "",)),) if why else ()),
    )
    return Row(Cell((edge.from_.title,)) if edge.from_ else _START, cells, rank)


def pay_sources(edges: Iterable[EdgeView]) -> Iterator[str]:
    """Yield the source of the pay in each row."""
    for edge in edges:
        of_level = edge.kind == "level" or edge.stage in STAGES
        figure = (edge.pay or edge.official_wage_level or edge.estimate) if of_level else edge.to_role_pay
        if figure:
            yield figure.source


def _pay(edge: EdgeView) -> Cell:
    """Return what is paid at the end of an edge: on the level of a ladder, else on all levels of the job."""
    if edge.kind != "level" and edge.stage not in STAGES:
        return key_pay_cell(edge.to_role_pay)
    if edge.official_wage_level:
        wage = edge.official_wage_level
        return figure_cell(f"{format_money(wage.value, wage.currency, wage.per)} {format_per(wage.per)}")
    return rung_pay_cell(rung_of(edge))


def _gain_of_roles(edge: EdgeView) -> Cell:
    """Return what the other job pays more; nothing where the move leads to people in school or in training."""
    return UNKNOWN if edge.stage in STAGES else difference_cell(edge.to_role_pay, edge.from_role_pay)


def rung_of(edge: EdgeView, children: tuple[Rung, ...] = ()) -> Rung:
    """Return a level of a ladder as first screens show it."""
    return Rung(
        title=edge.to.title + (" (as above)" if edge.more else ""),
        track=edge.track or "",
        years=None if edge.years_from is None else (edge.years_from, edge.years_to),
        stage=edge.stage or "",
        pay=edge.distribution,
        estimate=edge.estimate,
        source=edge.source or "",
        children=children,
    )


def _gain(gain: RaiseView | None) -> Cell:
    if gain is None:
        return UNKNOWN
    ends = [amount for amount in (gain.amount, gain.amount_high) if amount is not None]
    tone: Tone = "good" if sum(ends) > 0 else "bad" if sum(ends) < 0 else ""
    return Cell((" to ".join(signed(amount, gain.currency) for amount in ends),), tone, numeric=True)
