"""Routes as a page: each way in a line, then step by step what it asks, what it pays and why it is there."""

from collections.abc import Iterable, Sequence

from careercli.amounts import (
    format_money,
    format_number,
    format_percent,
    format_quantity,
    format_range,
    join_words,
    signed,
)
from careercli.answers.path.route_view import RouteStepView, RouteView, TotalsView
from careercli.answers.path.view import PathView
from careercli.answers.shared.page_parts import Citations, bullets, heading, not_judged_note, prose
from careercli.answers.shared.view_parts import Num, PayView, RaiseView
from careercli.blocks import Block, Cell, Heading, Paragraph, Row, Span, Table, Term, Terms

MAX_SKILLS = 6
"""Skills to learn that a step names; the rest is counted, and JSON lists all."""
_KINDS = {
    "promotion": "promotion", "lateral": "lateral move", "pivot": "pivot", "feeder": "way in",
    "official": "related by an expert list", "inferred": "inferred, nobody declares it",
}  # fmt: skip
_PARTS = {
    "time": "time", "skills": "skills to learn", "zone": "job zones", "education": "schooling",
    "pay": "pay given up", "change": "the change itself",
}  # fmt: skip


def routes_blocks(view: PathView, citations: Citations) -> Iterable[Block]:
    """Yield the routes, the cheapest first, or what stands in the way of all of them."""
    yield Heading(f"From {view.title} to {view.target_title}", 1)
    for route in view.routes:
        yield _line(view, route)
    yield from (prose(note, "muted") for note in view.notes)
    yield from not_judged_note(view.not_judged)
    if view.refusals:
        yield prose("No route keeps to all of these limits.", "warn")
        yield from bullets(refusal.text for refusal in view.refusals)
    for route in view.routes:
        yield heading(f"Route {route.rank}", _aside(route.totals))
        for position, step in enumerate(route.steps, start=1):
            yield from _step(step, position, citations)
        yield _totals(route.totals, citations)
        if view.why:
            yield _costs(route)
            if route.totals.pay_given_up_unknown:
                yield prose("– pay of both sides cannot be compared, which counts nothing.", "muted")
    if view.routes:
        yield prose(
            "Years are those of the ladders; how long a change of role takes nobody counts. Pay is subtracted only "
            "like with like. Routes are ordered by what the steps count together; --why shows it.",
            "muted",
        )


def _line(view: PathView, route: RouteView) -> Paragraph:
    """Return the whole way in one line."""
    places = [view.title, *(step.to_title for step in route.steps)]
    return Paragraph((Span(" → ".join(places), "strong" if route.rank == 1 else ""),), bullet=f"{route.rank}.")


def _aside(totals: TotalsView) -> str:
    if totals.years is None:
        return "time not known"
    years = f"{format_quantity(totals.years, 'years')} on the ladders"
    steps = "1 step" if totals.years_unknown == 1 else f"{totals.years_unknown} steps"
    return f"{years}, {steps} without known years" if totals.years_unknown else years


def _step(step: RouteStepView, position: int, citations: Citations) -> Iterable[Block]:
    years = f", after {format_quantity(step.years, 'years')}" if step.years else ""
    yield Heading(f"{position}. {step.to_title}", 3, f"{_KINDS[step.kind]} from {step.from_title}{years}")
    terms = [Term("Why", step.why)]
    if step.coverage is not None:
        terms.append(Term("Brought along", f"{format_percent(step.coverage, 0)} of what is asked there, weighted"))
    if step.skills:
        terms.append(Term("To learn" if step.from_role != step.to_role else "Rises", _skills(step)))
    terms.append(Term("Pay", _pay(step, citations)))
    yield Terms(tuple(term for term in terms if term.text))
    yield from (
        Paragraph((Span(barrier.kind.capitalize(), "warn"), Span(f": {barrier.text}")), bullet="!")
        for barrier in step.walls
    )
    if step.training:
        yield Terms((Term("Ways to learn it", "; ".join(_route_words(step, citations))),))


def _skills(step: RouteStepView) -> str:
    shown = [
        skill.name
        + (
            f" ({format_number(skill.have)} to {format_number(skill.needed)})"
            if skill.have is not None and skill.needed
            else ""
        )
        for skill in step.skills[:MAX_SKILLS]
    ]
    rest = len(step.skills) - len(shown)
    return join_words([*shown, f"{rest} more"] if rest else shown)


def _pay(step: RouteStepView, citations: Citations) -> str:
    before, after = _amount(step.pay_before, citations), _amount(step.pay_after, citations)
    if not before and not after:
        return "not known on either side"
    gain = f"; {_raise(step.gain)}" if step.gain else ""
    return f"{before or 'not known'} → {after or 'not known'}{gain}"


def _amount(pay: PayView | None, citations: Citations) -> str:
    figure = pay.central_pay() if pay else None
    if pay is not None and figure is None and (band := pay.band()):
        return f"{format_range(*band, None, pay.currency)}{citations.mark(pay.source)}"
    if pay is None or figure is None:
        return ""
    statistic = "by estimate" if pay.is_estimate else figure[0]
    whose = f" of SOC {pay.occupation}" if pay.occupation and not pay.is_estimate else ""
    part = ", part" if pay.fit == "part" and not pay.is_estimate else ""
    return f"{format_money(figure[1], pay.currency)} ({statistic}{whose}{part}{citations.mark(pay.source)})"


def _raise(gain: RaiseView) -> str:
    lower = _change(gain.amount, gain.percent, gain.currency)
    if gain.amount_high is None:
        return lower
    return f"{lower} at the lower end, {_change(gain.amount_high, gain.percent_high, gain.currency)} at the upper"


def _change(amount: Num, percent: float | None, currency: str) -> str:
    money = signed(format_money(abs(amount), currency), amount)
    return f"{money} ({signed(format_percent(abs(percent)), percent)})" if percent is not None else money


def _route_words(step: RouteStepView, citations: Citations) -> Iterable[str]:
    for route in step.training:
        currency = route.cost_unit
        cost = format_range(route.cost_low, route.cost_high, None, currency) if currency else ""
        time = format_range(route.time_low, route.time_high, route.time_unit) if route.time_unit else ""
        facts = ", ".join(fact for fact in (cost, time) if fact)
        yield f"{route.title}{f' ({facts})' if facts else ''}{citations.mark(route.source)}"


def _totals(totals: TotalsView, citations: Citations) -> Table:
    cost = "not known"
    if totals.training_currency:
        cost = format_range(totals.training_cost_low, totals.training_cost_high, None, totals.training_currency)
        cost += f", {totals.training_unknown} changes without known cost" if totals.training_unknown else ""
    rows = [
        ("Time on the ladders", _aside(totals)),
        ("Training", cost),
        ("Pay from start to end", _gain(totals)),
        ("Lowest pay on the way", _amount(totals.lowest_pay, citations) or "not known"),
        (
            "Payback",
            f"{format_number(totals.payback_months)} months" if totals.payback_months is not None else "not known",
        ),
    ]
    return Table(("Altogether", ""), tuple(Row(Cell((label,)), (Cell((text,)),)) for label, text in rows))


def _gain(totals: TotalsView) -> str:
    if totals.gain is None:
        return "not like with like"
    of = f", {totals.gain.statistic}s of the official classes of both roles" if totals.gain_of_classes else ""
    return _raise(totals.gain) + of


def _costs(route: RouteView) -> Table:
    """Return what each step counts, in years of effort, by part."""
    parts: Sequence[str] = list(_PARTS)
    rows = [
        Row(
            Cell((step.to_title,)),
            (
                *(_cost(step, part) for part in parts),
                Cell((format_number(round(sum(step.costs.values()), 2)),), numeric=True),
            ),
        )
        for step in route.steps
    ]
    return Table(("Step counts", *(_PARTS[part].capitalize() for part in parts), "Together"), tuple(rows))


def _cost(step: RouteStepView, part: str) -> Cell:
    if part == "pay" and step.pay_given_up is None:
        return Cell(("–",), "muted", numeric=True)
    return Cell((format_number(step.costs[part]),), numeric=True)
