"""Pay ranges drawn in characters on one axis."""

from careercli.amounts import Num, money
from careercli.glyphs import encodable
from careercli.pages.blocks import Chart, Range

LEGEND = "├─┤ range or p10 to p90   ━ p25 to p75   ◆ median   ● mean   ◇ estimate   ▶ only known to be more"


def axis(chart: Chart, width: int, encoding: str) -> str:
    """Return the line of ticks above the ranges, in signs that the encoding has."""
    low, high = _ends(chart)
    line = [" "] * width
    step = _step(low, high, max(3, width // 10))
    tick = -(-low // step) * step
    free = 0
    while tick <= high:
        label = encodable(_short(tick, chart), encoding)
        at = min(_column(tick, low, high, width), width - len(label))
        if at >= free:
            line[at : at + len(label)] = label
            free = at + len(label) + 1
        tick += step
    return "".join(line).rstrip()


def bar(chart: Chart, range_: Range, width: int) -> str:
    """Return one range, drawn to the scale of the chart."""
    low, high = _ends(chart)
    line = [" "] * width

    def column(value: Num) -> int:
        return _column(value, low, high, width)

    known = [
        value
        for value in (range_.low, range_.p25, range_.median, range_.mean, range_.p75, range_.high)
        if value is not None
    ]
    if range_.low is not None and range_.high is not None:
        _fill(line, column(range_.low), column(range_.high), "─")
        line[column(range_.low)] = "├"
        line[column(range_.high)] = "▶" if range_.open_end else "┤"
    elif range_.open_end:
        line[column(max(known))] = "▶"
    if range_.p25 is not None and range_.p75 is not None:
        _fill(line, column(range_.p25), column(range_.p75), "━")
    if range_.mean is not None:
        line[column(range_.mean)] = "●"
    if range_.median is not None:
        line[column(range_.median)] = "◇" if range_.estimate else "◆"
    return "".join(line).rstrip()


def _fill(line: list[str], start: int, end: int, char: str) -> None:
    line[start : end + 1] = [char] * (end + 1 - start)


def _ends(chart: Chart) -> tuple[float, float]:
    values = [
        float(value)
        for r in chart.ranges
        for value in (r.low, r.p25, r.median, r.mean, r.p75, r.high)
        if value is not None
    ]
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    return (low, high) if high > low else (low * 0.9, high * 1.1 + 1)


def _column(value: Num, low: float, high: float, width: int) -> int:
    return round((float(value) - low) / (high - low) * (width - 1))


def _step(low: float, high: float, ticks: int) -> float:
    """Return a round step (1, 2 or 5 times a power of ten) that gives at most `ticks` ticks."""
    magnitude = 1.0
    while magnitude * 10 * ticks < high - low:
        magnitude *= 10
    while magnitude * ticks / 10 > high - low:
        magnitude /= 10
    return next(magnitude * factor for factor in (1, 2, 5, 10, 20, 50, 100) if magnitude * factor * ticks >= high - low)


def _short(value: float, chart: Chart) -> str:
    """Write a tick: thousands as `$80k`, millions as `$2m`, smaller amounts in full."""
    if chart.per != "hour" and value >= 1_000_000 and value % 100_000 == 0:
        return money(value / 1_000_000, chart.currency).removesuffix(".00") + "m"
    if chart.per != "hour" and value >= 1000 and value % 1000 == 0:
        return money(int(value // 1000), chart.currency) + "k"
    return money(int(value) if value.is_integer() else value, chart.currency)
