"""Routes as a page: each way in a line, then step by step what it asks, what it pays and why it is there."""

from collections.abc import Iterable, Sequence

from careercli.amounts import (
    counted,
    format_money,
    format_number,
    format_percent,
    format_quantity,
    format_range,
    join_words,
    signed,
)
from careercli.answers.path_to.view import CostPart, RoutesView, RouteView, StepView
from careercli.answers.path_to.ways import Way, ways
from careercli.answers.shared.page_parts import Citations, bullets, heading, not_judged_note, prose, source_list
from careercli.answers.shared.view_parts import KeyPayView, Num, RaiseView
from careercli.answers.shared.wording import fit_words, statistic_word
from careercli.blocks import Block, Cell, Heading, Page, Paragraph, Row, Span, Table, Term, Terms

MAX_SKILLS = 6
"""Skills to learn that a step names; the rest is counted, and JSON lists all."""
_KINDS = {
    "level": "promotion", "promotion": "promotion", "lateral": "lateral move", "pivot": "pivot",
    "feeder": "common way in", "official": "on an expert list", "inferred": "similar job, not a known move",
}  # fmt: skip
_PARTS: dict[CostPart, str] = {
    "time": "time", "skills": "skills to learn", "zone": "job zones", "education": "schooling",
    "pay": "pay given up", "change": "the change itself",
}  # fmt: skip


def page(view: RoutesView) -> Page:
    """Return the routes, the cheapest first, or what stands in the way of all of them."""
    citations = Citations(view.sources)
    return Page((*_blocks(view, citations), *source_list(view.sources)))


def _blocks(view: RoutesView, citations: Citations) -> Iterable[Block]:
    yield Heading(f"From {view.from_.title} to {view.to.title}", 1)
    routes = ways(view)
    for route in routes:
        yield _line(view, route)
    yield from (prose(note, "muted") for note in view.notes)
    yield from not_judged_note(view.not_judged)
    if view.refusals:
        yield prose("No route meets all your limits.", "warn")
        yield from bullets(refusal.text for refusal in view.refusals)
    for route in routes:
        yield heading(f"Route {route.totals.route}", _aside(route.totals))
        for step in route.steps:
            yield from _step(step, citations)
        yield _totals(route.totals, citations)
        if view.with_costs:
            yield _costs(route)
            if route.totals.pay_given_up_unknown:
                yield prose("– pay of the two sides cannot be compared, so it counts nothing.", "muted")
    if routes:
        yield prose(
            "Years are years on ladders. No one counts how long a change of job takes. Pay is subtracted only if both "
            "figures are of the same kind. Routes are ordered by what all their steps cost together; --why shows that.",
            "muted",
        )


def _line(view: RoutesView, route: Way) -> Paragraph:
    """Return the whole way in one line."""
    places = [view.from_.title, *(step.to.title for step in route.steps)]
    number = route.totals.route
    return Paragraph((Span(" → ".join(places), "strong" if number == 1 else ""),), bullet=f"{number}.")


def _aside(totals: RouteView) -> str:
    if totals.years is None:
        return "time unknown"
    years = f"{format_quantity(totals.years, 'years')} of work, training not counted"
    steps = "1 step" if totals.years_unknown == 1 else f"{totals.years_unknown} steps"
    return f"{years}, {steps} without known years" if totals.years_unknown else years


def _step(step: StepView, citations: Citations) -> Iterable[Block]:
    years = f", after {format_quantity(step.years, 'years')}" if step.years else ""
    yield Heading(f"{step.step}. {step.to.title}", 3, f"{_KINDS[step.kind]} from {step.from_.title}{years}")
    terms = [Term("Why", step.why)]
    if step.overlap is not None:
        terms.append(Term("You have", f"{format_percent(step.overlap, 0)} of its skills, by weight"))
    if step.skills_to_learn:
        terms.append(Term("Skills to learn" if step.kind != "level" else "Skills to deepen", _skills(step)))
    terms.append(Term("Pay", _pay(step, citations)))
    yield Terms(tuple(term for term in terms if term.text))
    yield from (
        Paragraph((Span(barrier.kind.capitalize(), "warn"), Span(f": {barrier.text}")), bullet="!")
        for barrier in step.barriers
    )
    if step.training:
        yield Terms((Term("Ways to learn it", "; ".join(_route_words(step, citations))),))


def _skills(step: StepView) -> str:
    shown = [
        skill.name
        + (
            f" ({format_number(skill.have)} to {format_number(skill.skill_level)})"
            if skill.have is not None and skill.skill_level
            else ""
        )
        for skill in step.skills_to_learn[:MAX_SKILLS]
    ]
    rest = len(step.skills_to_learn) - len(shown)
    return join_words([*shown, f"{rest} more"] if rest else shown)


def _pay(step: StepView, citations: Citations) -> str:
    before, after = _amount(step.from_pay, citations), _amount(step.to_pay, citations)
    if not before and not after:
        return "unknown"
    gain = f"; {_raise(step.gain)}" if step.gain else ""
    return f"{before or 'unknown'} → {after or 'unknown'}{gain}"


def _amount(pay: KeyPayView | None, citations: Citations) -> str:
    if pay is None:
        return ""
    if pay.value is None:
        if pay.low is None or pay.high is None:
            return ""
        return f"{format_range(pay.low, pay.high, None, pay.currency)}{citations.mark(pay.source)}"
    estimate = citations.is_rule(pay.source)
    statistic = "our estimate" if estimate else statistic_word(pay.statistic)
    whose = f" of SOC {pay.occupation}" if pay.occupation and not estimate else ""
    part = "" if estimate else fit_words(pay.fit)
    return f"{format_money(pay.value, pay.currency)} ({statistic}{whose}{part}{citations.mark(pay.source)})"


def _raise(gain: RaiseView) -> str:
    lower = _change(gain.amount, gain.percent, gain.currency)
    if gain.amount_high is None:
        return lower
    return f"{lower} at the lower end, {_change(gain.amount_high, gain.percent_high, gain.currency)} at the upper"


def _change(amount: Num, percent: float | None, currency: str) -> str:
    money = signed(format_money(abs(amount), currency), amount)
    return f"{money} ({signed(format_percent(abs(percent)), percent)})" if percent is not None else money


def _route_words(step: StepView, citations: Citations) -> Iterable[str]:
    for route in step.training:
        currency = route.cost_unit
        cost = format_range(route.cost_low, route.cost_high, None, currency) if currency else ""
        time = format_range(route.time_low, route.time_high, route.time_unit) if route.time_unit else ""
        facts = ", ".join(fact for fact in (cost, time) if fact)
        yield f"{route.title}{f' ({facts})' if facts else ''}{citations.mark(route.source)}"


def _totals(totals: RouteView, citations: Citations) -> Table:
    cost = "unknown"
    if totals.training_currency:
        cost = format_range(totals.training_cost_low, totals.training_cost_high, None, totals.training_currency)
        cost += f", cost of {counted(totals.training_unknown, 'change')} unknown" if totals.training_unknown else ""
    rows = [
        ("Time", _aside(totals)),
        ("Training", cost),
        ("Pay from start to end", _gain(totals)),
        ("Lowest pay on the way", _amount(totals.lowest_pay, citations) or "unknown"),
        (
            "Payback",
            f"{format_number(totals.payback_months)} months" if totals.payback_months is not None else "unknown",
        ),
    ]
    return Table(("In total", ""), tuple(Row(Cell((label,)), (Cell((text,)),)) for label, text in rows))


def _gain(totals: RouteView) -> str:
    if totals.gain is None:
        return "cannot be compared"
    of = (
        f", {statistic_word(totals.gain.statistic)}s of the official occupations of both jobs"
        if totals.gain_of_classes
        else ""
    )
    return _raise(totals.gain) + of


def _costs(route: Way) -> Table:
    """Return what each step counts, in years of effort, by part."""
    parts: Sequence[CostPart] = list(_PARTS)
    rows = [
        Row(
            Cell((step.to.title,)),
            (
                *(_cost(step, part) for part in parts),
                Cell((format_number(round(sum(step.costs.values()), 2)),), numeric=True),
            ),
        )
        for step in route.steps
    ]
    return Table(("Step", *(_PARTS[part].capitalize() for part in parts), "Total"), tuple(rows))


def _cost(step: StepView, part: CostPart) -> Cell:
    if part == "pay" and step.pay_given_up is None:
        return Cell(("–",), "muted", numeric=True)
    return Cell((format_number(step.costs[part]),), numeric=True)
