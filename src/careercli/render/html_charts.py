"""Charts and trees as SVG inside an HTML page: shapes and words only, every colour is the stylesheet's.

A strip of a chart is as wide as its column: amounts stand at percentages of the width, marks and type keep their size,
so the same drawing is legible at 360 and at 1400 pixels. Nothing is only in a drawing; the page says it in words too.
"""

from collections.abc import Iterator
from html import escape

from careercli.amounts import Num, format_money, format_per
from careercli.blocks import Chart, PayRange
from careercli.render.text_chart import axis_range, round_step, short_amount
from careercli.safe_text import escape_invisible

MIDDLE = 20
"""How far below the top of a strip its marks stand; the strip may grow below, as high as the words beside it."""
LABELS = 290
"""Pixels that the labels of an axis may take together: what a phone of 360 has."""

INSET = 2.0
"""Percent of the width that stays free at either end, so that half a mark fits in on a narrow phone."""


def html_text(words: str) -> str:
    """Return words as they stand in HTML: controls spelled out, signs of the markup escaped."""
    return escape(escape_invisible(words))


# ---- charts ----


def is_worth_drawing(chart: Chart) -> bool:
    """Say whether a drawing tells more than the words: a lone range from end to end has nothing to be seen against."""
    return any(_points(range_) for range_ in chart.ranges) and (
        len(chart.ranges) > 1
        or chart.own_pay is not None
        or any(r.median is not None or r.mean is not None for r in chart.ranges)
    )


def axis(chart: Chart) -> str:
    """Return the ticks over the strips, in round steps and no more than a phone has room for."""
    parts = []
    for tick in ticks(chart):
        at = _at(chart, tick)
        anchor = "start" if at < 8 else "end" if at > 92 else "middle"
        label = html_text(short_amount(tick, chart))
        parts.append(f'<text x="{at}%" y="13" text-anchor="{anchor}">{label}</text>')
        parts.append(f'<line x1="{at}%" x2="{at}%" y1="19" y2="24"/>')
    name = f"Scale in {chart.currency} {format_per(chart.per)}"
    return _svg("axis", 24, name, "", "".join(parts))


def range_svg(chart: Chart, range_: PayRange) -> str:
    """Return one range drawn to the scale of the chart, or nothing where no amount of it is known."""
    if not _points(range_):
        return ""
    grid = "".join(
        f'<line x1="{at}%" x2="{at}%" y1="0" y2="100%"/>' for at in (_at(chart, tick) for tick in ticks(chart))
    )
    citations = "".join(_marks(chart, range_))
    return _svg("strip", 2 * MIDDLE, range_.label, range_.caption, f'<g class="grid">{grid}</g>{citations}')


def legend(chart: Chart) -> Iterator[tuple[str, str]]:
    """Yield each mark that the chart uses, drawn, and what it means."""
    ranges = () if chart.points else chart.ranges  # named points say it themselves
    firm = [range_ for range_ in ranges if not range_.estimate]
    ends = chart.ends if chart.line_a_range else "range, or lowest to top tenth"
    if ends and any(r.low is not None and r.high is not None for r in ranges):
        yield _key("line", _line("range", 10, 90)), ends
    if any(r.p25 is not None and r.p75 is not None for r in ranges):
        yield _key("box", _middle(10, 90)), "the middle half"
    if any(r.median is not None for r in firm):
        yield _key("diamond", _diamond(50)), "median"
    if any(r.mean is not None for r in firm):
        yield _key("dot", _dot(50)), "average"
    if any(r.estimate and (r.median, r.mean) != (None, None) for r in ranges):
        yield _key("hollow mark", f'<g class="estimate">{_diamond(50)}</g>'), "our estimate"
    if any(r.open_start for r in ranges):
        yield _key("arrow to the left", _line("range", 40, 90) + _arrow(40, back=True)), "or less"
    if any(r.open_end for r in ranges):
        yield _key("arrow to the right", _line("range", 10, 60) + _arrow(60)), "or more"
    if chart.own_pay is not None:
        yield _key("dashed line", _own(50)), f"you, {format_money(chart.own_pay, chart.currency, chart.per)}"


def ticks(chart: Chart) -> list[float]:
    """Return the amounts at round steps whose labels have room side by side on a phone."""
    low, high = axis_range(chart)
    found: list[float] = []
    for number in (6, 5, 4, 3, 2):
        step = round_step(low, high, number)
        found = [round(index * step, 6) for index in range(int(-(-low // step)), int(high // step) + 1)]
        if sum(len(short_amount(tick, chart)) * 8 + 14 for tick in found) <= LABELS:
            break
    return found


def _marks(chart: Chart, range_: PayRange) -> Iterator[str]:
    """Yield the shapes of one range, the broad ones first."""
    points = {name: _at(chart, value) for name, value in _points(range_).items()}
    if chart.own_pay is not None:
        yield _own(_at(chart, chart.own_pay))
    yield '<g class="estimate">' if range_.estimate else "<g>"
    both = "low" in points and "high" in points
    if both:
        yield _line("range", points["low"], points["high"])
    if "low" in points and (both or range_.open_start):
        yield _arrow(points["low"], back=True) if range_.open_start else _end(points["low"])
    if "high" in points and (both or range_.open_end):
        yield _arrow(points["high"]) if range_.open_end else _end(points["high"])
    if "p25" in points and "p75" in points:
        yield _middle(points["p25"], points["p75"])
    if "mean" in points:
        yield _dot(points["mean"])
    if "median" in points:
        yield _diamond(points["median"])
    yield "</g>"


def _points(range_: PayRange) -> dict[str, Num]:
    names = ("low", "p25", "median", "mean", "p75", "high")
    return {name: value for name in names if (value := getattr(range_, name)) is not None}


def _at(chart: Chart, value: Num) -> float:
    """Return where an amount stands, in percent of the width."""
    low, high = axis_range(chart)
    return round(INSET + (float(value) - low) / (high - low) * (100 - 2 * INSET), 3)


def _line(name: str, start: float, end: float) -> str:
    return f'<line class="{name}" x1="{start}%" x2="{end}%" y1="{MIDDLE}" y2="{MIDDLE}"/>'


def _end(at: float) -> str:
    return f'<line class="end" x1="{at}%" x2="{at}%" y1="{MIDDLE - 5}" y2="{MIDDLE + 5}"/>'


def _own(at: float) -> str:
    return f'<line class="own" x1="{at}%" x2="{at}%" y1="0" y2="100%"/>'


def _middle(start: float, end: float) -> str:
    return f'<rect class="middle" x="{start}%" width="{round(end - start, 3)}%" y="{MIDDLE - 6}" height="12" rx="2"/>'


def _dot(at: float) -> str:
    return f'<circle class="mean" cx="{at}%" cy="{MIDDLE}" r="4.5"/>'


def _diamond(at: float) -> str:
    return _shape("median", at, "M-6.5 0 0-6.5 6.5 0 0 6.5Z")


def _arrow(at: float, *, back: bool = False) -> str:
    return _shape("open", at, "M8-6 0 0 8 6Z" if back else "M-8-6 0 0-8 6Z")


def _shape(name: str, at: float, path: str) -> str:
    """Return a shape that keeps its size: only a drawing within the drawing can stand at a percentage."""
    return f'<svg class="{name}" x="{at}%" y="{MIDDLE}" overflow="visible"><path d="{path}"/></svg>'


def _key(shape: str, citations: str) -> str:
    return f'<svg class="key" role="img" width="30" height="{2 * MIDDLE}"><title>{shape}</title>{citations}</svg>'


def _svg(name: str, height: int, title: str, description: str, inside: str) -> str:
    told = f"<desc>{html_text(description)}</desc>" if description else ""
    head = f'<svg class="{name}" role="img" width="100%" height="{height}">'
    return f"{head}<title>{html_text(title)}</title>{told}{inside}</svg>"


# ---- trees ----
