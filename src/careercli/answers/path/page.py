"""A progression as a page: the tree of who comes in, the levels, and where each of them leads."""

from collections.abc import Iterable

from careercli.amounts import band, money, percent, signed
from careercli.answers.path.routes_page import routes_blocks
from careercli.answers.path.view import NodeView, PathView
from careercli.answers.shared.page_parts import Marks, bullets, heading, prose, source_foot
from careercli.answers.shared.pay_page import pay_points
from careercli.answers.shared.view_parts import PayView
from careercli.blocks import Block, Branch, Heading, Page, Span, Tree

_NOTE = (
    "Years of experience, where the ladder gives them, run up to, not through, the second number. A raise is given "
    "where both ends have the same statistic from the same source."
)
_TRACKS = {"ic": "specialist track", "management": "management track"}


def page(view: PathView) -> Page:
    """Return the tree, or the routes, as a page."""
    marks = Marks(view.sources)
    if view.target is not None:
        return Page((*routes_blocks(view, marks), *source_foot(view.sources)))
    children: list[Branch] = []
    if view.feeders:
        feeders = tuple(_branch(node, marks) for node in view.feeders)
        children.append(Branch((Span("Who comes in", "accent"),), children=feeders))
    if view.ladder:
        levels = tuple(_branch(node, marks) for node in view.ladder)
        children.append(Branch((Span("Levels", "accent"),), children=levels))
    if view.moves:
        moves = tuple(_branch(node, marks) for node in view.moves)
        children.append(Branch((Span("Ways on from any level", "accent"),), children=moves))
    blocks: list[Block] = [
        Heading(f"{view.title}: the path", 1),
        Tree(Branch((Span(view.title, "strong"),), children=tuple(children))),
        prose(_NOTE, "muted"),
    ]
    if view.progression:
        blocks += [heading("How people advance"), prose(view.progression)]
    if view.milestones:
        blocks += [heading("Milestones"), *bullets(view.milestones)]
    return Page((*blocks, *source_foot(view.sources)))


def _branch(node: NodeView, marks: Marks) -> Branch:
    return Branch(
        tuple(_spans(node, marks)),
        aside=node.why or "",
        children=tuple(_branch(child, marks) for child in node.children),
    )


def _spans(node: NodeView, marks: Marks) -> Iterable[Span]:
    if node.kind in ("promotion", "lateral", "pivot"):
        yield Span(f"{node.kind} to ", "warn")
    yield Span(node.title, "strong" if node.kind == "level" else "")
    if node.track:
        yield Span(f" · {_TRACKS[node.track]}", "muted")
    if node.years:
        source = marks.of(node.source) if node.kind == "level" else ""
        yield Span(f" · {band(*node.years)}{source}", "muted")
    figure = node.pay.central() if node.pay else None
    if node.pay and figure is None:
        yield Span(f" · {pay_points(node.pay)}{marks.of(node.pay.source)}")
    if node.pay and figure:
        yield Span(
            f" · {money(figure[1], node.pay.currency)} {_statistic(node.pay, figure[0])}{marks.of(node.pay.source)}"
        )
    if node.gain and node.gain.percent is not None:
        yield Span(
            f" {signed(percent(abs(node.gain.percent)), node.gain.percent)}", "good" if node.gain.amount > 0 else "bad"
        )
    if node.more:
        yield Span(" …", "muted")


def _statistic(pay: PayView, statistic: str) -> str:
    """Name the statistic, and the official class where it is the pay of a whole class and not of the place itself."""
    if pay.estimate:
        return "by estimate"
    return statistic if pay.occupation is None else f"{statistic} of all in SOC {pay.occupation}"
