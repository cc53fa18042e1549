"""A progression as a page: the tree of who comes in, the levels, and where each of them leads."""

from collections.abc import Iterable

from careercli.amounts import format_money, format_percent, format_years_band, signed
from careercli.answers.path.routes_page import routes_blocks
from careercli.answers.path.view import NodeView, PathView
from careercli.answers.shared.page_parts import Citations, bullets, heading, prose, source_list
from careercli.answers.shared.pay_page import STAGES, estimate_text, pay_points, wage_level_text
from careercli.answers.shared.view_parts import PayView
from careercli.answers.shared.wording import TRACKS
from careercli.blocks import Block, Heading, Page, Span, Tree, TreeNode

_NOTE = (
    "Years of experience, where the ladder gives them, run up to, not through, the second number. A raise is given "
    "where both ends have the same statistic from the same source."
)


def page(view: PathView) -> Page:
    """Return the tree, or the routes, as a page."""
    citations = Citations(view.sources)
    if view.target is not None:
        return Page((*routes_blocks(view, citations), *source_list(view.sources)))
    children: list[TreeNode] = []
    if view.feeders:
        feeders = tuple(_branch(node, citations) for node in view.feeders)
        children.append(TreeNode((Span("Who comes in", "accent"),), children=feeders))
    if view.ladder:
        levels = tuple(_branch(node, citations) for node in view.ladder)
        children.append(TreeNode((Span("Levels", "accent"),), children=levels))
    if view.moves:
        moves = tuple(_branch(node, citations) for node in view.moves)
        children.append(TreeNode((Span("Ways on from any level", "accent"),), children=moves))
    blocks: list[Block] = [
        Heading(f"{view.title}: the path{f', {view.place_title}' if view.place_title else ''}", 1),
        Tree(TreeNode((Span(view.title, "strong"),), children=tuple(children))),
        prose(_NOTE, "muted"),
    ]
    if view.place_title:
        blocks.append(prose(f"Pay is that of {view.place_title}. Estimates are for the United States.", "muted"))
    if view.progression:
        blocks += [heading("How people advance"), prose(view.progression)]
    if view.milestones:
        blocks += [heading("Milestones"), *bullets(view.milestones)]
    return Page((*blocks, *source_list(view.sources)))


def _branch(node: NodeView, citations: Citations) -> TreeNode:
    return TreeNode(
        tuple(_spans(node, citations)),
        aside=node.why or "",
        children=tuple(_branch(child, citations) for child in node.children),
    )


def _spans(node: NodeView, citations: Citations) -> Iterable[Span]:
    if node.kind in ("promotion", "lateral", "pivot"):
        yield Span(f"{node.kind} to ", "warn")
    yield Span(node.title, "strong" if node.kind == "level" else "")
    if node.track:
        yield Span(f" · {TRACKS[node.track]} track", "muted")
    if node.years:
        source = citations.mark(node.source) if node.kind == "level" else ""
        yield Span(f" · {format_years_band(*node.years)}{source}", "muted")
    figure = node.pay.central_pay() if node.pay else None
    if node.pay and figure is None:
        yield Span(f" · {pay_points(node.pay)}{citations.mark(node.pay.source)}")
    if node.pay and figure:
        yield Span(
            f" · {format_money(figure[1], node.pay.currency)} "
            f"{_statistic(node.pay, figure[0])}{citations.mark(node.pay.source)}"
        )
    if node.official_wage_level:
        yield Span(f" · {wage_level_text(node.official_wage_level)}{citations.mark(node.official_wage_level.source)}")
    if node.estimate:
        yield Span(f" · about {estimate_text(node.estimate)}{citations.mark(node.estimate.source)}", "muted")
    if node.stage in STAGES:
        yield Span(f" · {STAGES[node.stage]}", "muted")
    if node.gain and node.gain.percent is not None:
        shares = [share for share in (node.gain.percent, node.gain.percent_high) if share is not None]
        raises = " to ".join(signed(format_percent(abs(share)), share) for share in shares)
        yield Span(f" {raises}", "good" if sum(shares) > 0 else "bad")
    if node.more:
        yield Span(" …", "muted")


def _statistic(pay: PayView, statistic: str) -> str:
    """Name the statistic, and the official class where it is the pay of a whole class and not of the place itself."""
    if pay.is_estimate:
        return "by estimate"
    if pay.occupation is None:
        return statistic
    whose = f"{pay.occupation_title} (SOC {pay.occupation})" if pay.level else f"all in SOC {pay.occupation}"
    return f"{statistic} of {whose}{', a wider class' if pay.level and pay.fit == 'part' else ''}"
