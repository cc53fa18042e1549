"""A progression as a page: the tree of who comes in, the levels, and where each of them leads; or a table of edges."""

from collections.abc import Iterator

from careercli.amounts import format_money, format_percent, format_years_band, signed
from careercli.answers.path.branches import Branch, branches
from careercli.answers.path.edges_table import edges_blocks
from careercli.answers.path.view import EdgeView, PathView
from careercli.answers.shared.page_parts import Citations, bullets, heading, occupation_fit_text, prose, source_list
from careercli.answers.shared.pay_page import STAGES, estimate_text, pay_points, wage_level_text
from careercli.answers.shared.view_parts import PayView
from careercli.answers.shared.wording import TRACKS, statistic_word
from careercli.blocks import Block, Heading, Page, Span, Tree, TreeNode

_NOTE = "A raise is shown if both ends have the same statistic from the same source."
_PARTS = {"feeder": "Where people come from", "level": "Levels"}
_MOVES = "Moves from any level"


def page(view: PathView) -> Page:
    """Return the tree, or the table of its edges, as a page."""
    citations = Citations(view.sources)
    place = f", {view.place_title}" if view.place_title else ""
    if view.edges:
        title = f"{view.title or 'All jobs'}: all moves{place}"
        return Page((Heading(title, 1), *edges_blocks(view, citations), *_notes(view), *source_list(view.sources)))
    parts: dict[str, list[TreeNode]] = {}
    for branch in branches(view.rows):
        parts.setdefault(_PARTS.get(branch.edge.kind, _MOVES), []).append(_branch(branch, citations))
    nodes = tuple(TreeNode((Span(name, "accent"),), children=tuple(nodes)) for name, nodes in parts.items())
    tree = Tree(TreeNode((Span(view.title or "", "strong"),), children=nodes))
    blocks: list[Block] = [Heading(f"{view.title}: career path{place}", 1), tree, prose(_NOTE, "muted"), *_notes(view)]
    if view.progression:
        blocks += [heading("How people advance"), prose(view.progression)]
    if view.milestones:
        blocks += [heading("Milestones"), *bullets(view.milestones)]
    return Page((*blocks, *source_list(view.sources)))


def _notes(view: PathView) -> Iterator[Block]:
    if view.place_title:
        yield prose(f"Pay is that of {view.place_title}. Estimates are for the United States.", "muted")


def _branch(branch: Branch, citations: Citations) -> TreeNode:
    return TreeNode(
        tuple(_spans(branch.edge, citations)),
        aside=branch.edge.why or "",
        children=tuple(_branch(child, citations) for child in branch.children),
    )


def _spans(edge: EdgeView, citations: Citations) -> Iterator[Span]:
    if edge.kind in ("promotion", "lateral", "pivot"):
        yield Span(f"{edge.kind} to ", "warn")
    shown = edge.from_ if edge.kind == "feeder" and edge.from_ else edge.to
    yield Span(shown.title, "strong" if edge.kind == "level" else "")
    if edge.track:
        yield Span(f" · {TRACKS[edge.track]} track", "muted")
    if edge.years_from is not None:
        source = citations.mark(edge.source) if edge.kind == "level" else ""
        yield Span(f" · {format_years_band(edge.years_from, edge.years_to)}{source}", "muted")
    pay = _pay(edge, citations)
    if pay:
        yield Span(f" · {pay}")
    if edge.official_wage_level:
        yield Span(f" · {wage_level_text(edge.official_wage_level)}{citations.mark(edge.official_wage_level.source)}")
    if edge.estimate:
        yield Span(f" · about {estimate_text(edge.estimate)}{citations.mark(edge.estimate.source)}", "muted")
    if edge.stage in STAGES:
        yield Span(f" · {STAGES[edge.stage]}", "muted")
    if edge.gain and edge.gain.percent is not None:
        shares = [share for share in (edge.gain.percent, edge.gain.percent_high) if share is not None]
        raises = " to ".join(signed(format_percent(abs(share)), share) for share in shares)
        yield Span(f" {raises}", "good" if sum(shares) > 0 else "bad")
    if edge.more:
        yield Span(" …", "muted")


def _pay(edge: EdgeView, citations: Citations) -> str:
    """Return the pay of a level; of a whole role, that of the official class that it is or belongs to."""
    if edge.kind == "feeder" or edge.to.level is None:
        pay = edge.from_role_pay if edge.kind == "feeder" else edge.to_role_pay
        is_official = pay is not None and pay.fit in ("exact", "part") and citations.is_official(pay.source)
        if pay is None or pay.value is None or not is_official:
            return ""
        amount = format_money(pay.value, pay.currency)
        return (
            f"{amount} {statistic_word(pay.statistic)} of all levels (SOC {pay.occupation}){citations.mark(pay.source)}"
        )
    known = edge.distribution
    if known is None:
        return ""
    figure = known.central_pay()
    amount = f"{format_money(figure[1], known.currency)} {_statistic(known, figure[0])}" if figure else ""
    return f"{amount or pay_points(known)}{citations.mark(known.source)}"


def _statistic(pay: PayView, statistic: str) -> str:
    """Name the statistic of a level's pay, and the official class where it is that of the class."""
    if pay.is_estimate:
        return "our estimate"
    if pay.occupation is None:
        return statistic_word(statistic)
    whose = occupation_fit_text(pay.occupation_title, pay.occupation, pay.fit)
    return f"{statistic_word(statistic)} of {whose}"
