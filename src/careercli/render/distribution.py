"""A lone distribution drawn in characters: its points named below it, the reader's own amount above it."""

from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from careercli.amounts import format_money
from careercli.blocks import Chart, Span
from careercli.render.text_chart import axis_range, bar, column_of
from careercli.safe_text import replace_unencodable

WIDE = 70
"""Columns from which the points' words go on in their own line."""
MIN_BAR = 24
"""Columns below which nothing is drawn."""
_BOLD = frozenset("━◆")
"""The middle half."""

Line = tuple[Span, ...]


def draw(chart: Chart, width: int, encoding: str) -> tuple[Line, ...]:
    """Return the lines of the drawing in at most `width` columns; none where the points have no room side by side."""
    amounts = [replace_unencodable(point.amount, encoding) for point in chart.points]
    words = [replace_unencodable(point.words, encoding) for point in chart.points]
    sizes = [max(map(len, both)) for both in zip(amounts, words, strict=True)]
    goes_on = f" {chart.points_say}" if chart.points_say and width >= WIDE else ""
    left, right = sizes[0] // 2, sizes[-1] // 2 + len(goes_on)
    room = width - left - right
    if room < MIN_BAR or sum(sizes) + len(sizes) - 1 + len(goes_on) > width:
        return ()
    scale = chart if is_near(chart) else replace(chart, own_pay=None)
    low, high = axis_range(scale)
    middles = [left + column_of(point.at, low, high, room) for point in chart.points]
    starts = spread([at - size // 2 for at, size in zip(middles, sizes, strict=True)], sizes, width - len(goes_on))
    lines: list[Line] = []
    if chart.own_pay is not None:
        at = left + column_of(chart.own_pay, low, high, room) if scale.own_pay is not None else None
        lines.append((Span(_own(chart, at, width, encoding), "strong"),))
    lines.append(_in_tones(" " * left + bar(scale, chart.ranges[0], room)))
    lines.append((Span(_placed(amounts, starts, sizes)),))
    lines.append((Span(_placed(words, starts, sizes) + goes_on),))
    if chart.points_say and not goes_on:
        lines.append((Span(" " * starts[0] + say_below(chart)),))
    return tuple(lines)


def say_below(chart: Chart) -> str:
    """Return how the words of all points go on where that stands below them."""
    return f"of people {chart.points_say} than this"


def is_near(chart: Chart) -> bool:
    """Say whether the reader's amount can stand to scale and leave the distribution two thirds of the width."""
    if chart.own_pay is None:
        return True
    low, high = chart.points[0].at, chart.points[-1].at
    room = (high - low) / 2
    return low - room <= chart.own_pay <= high + room


def _own(chart: Chart, at: int | None, width: int, encoding: str) -> str:
    """Return the line of the reader's own amount; an arrow says that it is beyond the drawing."""
    own = chart.own_pay or 0
    text = f"{format_money(own, chart.currency, chart.per)}, you"
    if at is None:
        beyond = own > chart.points[-1].at
        text = replace_unencodable(f"{text} →" if beyond else f"← {text}", encoding)
        return text.rjust(width) if beyond else text
    text = replace_unencodable(text, encoding)
    return " " * max(min(at - len(text) // 2, width - len(text)), 0) + text


def spread(starts: Sequence[int], sizes: Sequence[int], width: int, gap: int = 1) -> list[int]:
    """Return where each label begins: as near to where it belongs as leaves a gap between any two."""
    placed: list[int] = []
    free = 0
    for start, size in zip(starts, sizes, strict=True):
        placed.append(max(start, free))
        free = placed[-1] + size + gap
    end = width
    for index in reversed(range(len(placed))):
        placed[index] = min(placed[index], end - sizes[index])
        end = placed[index] - gap
    return placed


def _placed(texts: Sequence[str], starts: Sequence[int], sizes: Sequence[int]) -> str:
    line = ""
    for text, start, size in zip(texts, starts, sizes, strict=True):
        line = line.ljust(start) + text.center(size).rstrip()
    return line


def _in_tones(line: str) -> Line:
    return tuple(
        Span("".join(signs), "strong" if bold else "") for bold, signs in groupby(line, key=lambda sign: sign in _BOLD)
    )
