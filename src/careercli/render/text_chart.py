"""Pay ranges drawn in characters on one axis."""

from careercli.amounts import Num, format_money
from careercli.blocks import Chart, PayRange
from careercli.safe_text import replace_unencodable

OWN_PAY_SIGN = "×"
"""Where the reader's own amount stands, on the axis and in every range."""


def legend(chart: Chart) -> tuple[str, ...]:
    """Return what each sign in the chart means, as far as the chart has it."""
    ranges = () if chart.points else chart.ranges  # named points say it themselves
    ends = chart.ends if chart.line_a_range else "range, or lowest to top tenth"
    used = {
        f"├─┤ {ends}": bool(ends) and any(r.low is not None and r.high is not None for r in ranges),
        "━ the middle half": any(r.p25 is not None and r.p75 is not None for r in ranges),
        "◆ median": any(r.median is not None and not r.estimate for r in ranges),
        "● average": any(r.mean is not None for r in ranges),
        "◇ our estimate": any(r.median is not None and r.estimate for r in ranges),
        "◀ or less": any(r.open_start for r in ranges),
        "▶ or more": any(r.open_end for r in ranges),
        f"{OWN_PAY_SIGN} you": chart.own_pay is not None,
    }
    return tuple(words for words, drawn in used.items() if drawn)


def axis(chart: Chart, width: int, encoding: str) -> str:
    """Return the line of ticks above the ranges, in signs that the encoding has; the reader's amount goes first."""
    low, high = axis_range(chart)
    line = [" "] * width
    match = range(0)
    if chart.own_pay is not None:
        at = column_of(chart.own_pay, low, high, width)
        amount = replace_unencodable(format_money(chart.own_pay, chart.currency, chart.per), encoding)
        label = replace_unencodable(f"{OWN_PAY_SIGN} {amount}", encoding)
        if at + len(label) > width:
            label, at = replace_unencodable(f"{amount} {OWN_PAY_SIGN}", encoding), at - len(amount) - 1
        line[at : at + len(label)] = label
        match = range(at - 1, at + len(label) + 1)
    step = round_step(low, high, max(3, width // 10))
    tick = -(-low // step) * step
    free = 0
    while tick <= high:
        label = replace_unencodable(short_amount(tick, chart), encoding)
        at = min(column_of(tick, low, high, width), width - len(label))
        if at >= free and not (at < match.stop and at + len(label) > match.start):
            line[at : at + len(label)] = label
            free = at + len(label) + 1
        tick += step
    return "".join(line).rstrip()


def bar(chart: Chart, range_: PayRange, width: int) -> str:
    """Return one range, drawn to the scale of the chart; nothing where no point of it is known."""
    low, high = axis_range(chart)
    line = [" "] * width

    def column(value: Num) -> int:
        return column_of(value, low, high, width)

    if range_.low is not None and range_.high is not None:
        _fill(line, column(range_.low), column(range_.high), "─")
    if range_.low is not None and (range_.high is not None or range_.open_start):
        line[column(range_.low)] = "◀" if range_.open_start else "├"
    if range_.high is not None and (range_.low is not None or range_.open_end):
        line[column(range_.high)] = "▶" if range_.open_end else "┤"
    if range_.p25 is not None and range_.p75 is not None:
        _fill(line, column(range_.p25), column(range_.p75), "━")
    if range_.mean is not None:
        line[column(range_.mean)] = "●"
    if range_.median is not None:
        line[column(range_.median)] = "◇" if range_.estimate else "◆"
    drawn = "".join(line).rstrip()
    if drawn and chart.own_pay is not None:
        line[column(chart.own_pay)] = OWN_PAY_SIGN
    return "".join(line).rstrip()


def _fill(line: list[str], start: int, end: int, char: str) -> None:
    line[start : end + 1] = [char] * (end + 1 - start)


def axis_range(chart: Chart) -> tuple[float, float]:
    """Return the lowest and the highest amount of a chart, apart from each other."""
    values = [
        float(value)
        for r in chart.ranges
        for value in (r.low, r.p25, r.median, r.mean, r.p75, r.high, chart.own_pay)
        if value is not None
    ]
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    return (low, high) if high > low else (low * 0.9, high * 1.1 + 1)


def column_of(value: Num, low: float, high: float, width: int) -> int:
    """Return the column, of so many, at which an amount stands on an axis from `low` to `high`."""
    return round((float(value) - low) / (high - low) * (width - 1))


def round_step(low: float, high: float, ticks: int) -> float:
    """Return a round step (1, 2 or 5 times a power of ten) that gives at most `ticks` ticks."""
    magnitude = 1.0
    while magnitude * 10 * ticks < high - low:
        magnitude *= 10
    while magnitude * ticks / 10 > high - low:
        magnitude /= 10
    return next(magnitude * factor for factor in (1, 2, 5, 10, 20, 50, 100) if magnitude * factor * ticks >= high - low)


def short_amount(value: float, chart: Chart) -> str:
    """Write a tick: thousands as `$80k`, millions as `$2m`, smaller amounts in full."""
    if chart.per != "hour" and value >= 1_000_000 and value % 100_000 == 0:
        return format_money(value / 1_000_000, chart.currency).removesuffix(".00") + "m"
    if chart.per != "hour" and value >= 1000 and value % 1000 == 0:
        return format_money(int(value // 1000), chart.currency) + "k"
    return format_money(int(value) if value.is_integer() else value, chart.currency)
