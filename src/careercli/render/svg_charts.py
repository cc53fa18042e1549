"""Pay ranges of a picture: drawn to scale on one axis, with every amount in words beside or below."""

from math import ceil

from msgspec.structs import replace

from careercli.amounts import Num, format_money
from careercli.blocks import Chart, PayRange
from careercli.render.distribution import is_near, say_below, spread
from careercli.render.svg_sheet import PLAIN, SIZE, Face, Sheet, baseline, broken, number, pieces, width_of
from careercli.render.text_chart import axis_range, legend, round_step, short_amount

GAP = 24
"""Pixels between the label of a range, its drawing and its caption."""
ROW = 34
"""The height of a drawn range."""
LEAST = 200
"""Pixels below which a range is not drawn."""
INSET = 10
"""Pixels that stay free at either end of an axis, for half a mark."""
TICKS = 80
"""Pixels of an axis for each of its ticks, at least."""
SMALL = Face(SIZE - 2, "muted")
STRONG = Face(bold=True)
_KEYS = {"├─┤": "range", "━": "middle", "◆": "median", "●": "mean", "◇": "estimate", "◀": "less", "▶": "more"}
"""The signs of a terminal, and what is drawn for them here."""
KEY = 30
"""The width of what is drawn before the words of a legend."""


class _Scale:
    """Where amounts stand between two places of the sheet."""

    def __init__(self, chart: Chart, start: float, end: float) -> None:
        self.chart = chart
        self.start, self.end = start + INSET, end - INSET
        self._low, self._high = axis_range(chart)

    def at(self, value: Num) -> float:
        return self.start + (float(value) - self._low) / (self._high - self._low) * (self.end - self.start)

    def ticks(self) -> list[float]:
        step = round_step(self._low, self._high, max(2, int((self.end - self.start) // TICKS)))
        first, last = int(-(-self._low // step)), int(self._high // step)
        return [round(index * step, 6) for index in range(first, last + 1)]


class ChartWriter:
    """A chart on its way to the sheet."""

    def __init__(self, sheet: Sheet, chart: Chart, x: float, room: int, explained: set[str]) -> None:
        """Take the chart, and what legends above have said already: this one leaves that out, and adds its own."""
        self._sheet = sheet
        self._explained = explained
        self._chart = chart
        self._x = x
        self._room = room

    def write(self, top: float) -> float:
        """Draw the chart; return where it ends."""
        if self._chart.points:
            return self._distribution(top)
        return self._line_a_range(top) if self._chart.line_a_range else self._ranges(top)

    # ---- a lone range with its points named ----

    def _distribution(self, top: float) -> float:
        chart = self._chart
        amounts = [pieces(point.amount, STRONG) for point in chart.points]
        words = [pieces(point.words, SMALL) for point in chart.points]
        if chart.points_say:
            words[-1] = pieces(f"{chart.points[-1].words} {chart.points_say}", SMALL)
        sizes = [ceil(max(map(width_of, both))) for both in zip(amounts, words, strict=True)]
        if sum(sizes) + GAP * (len(sizes) - 1) > self._room:
            return self._points_in_words(top)
        start, end = self._x + sizes[0] / 2 - INSET, self._x + self._room - sizes[-1] / 2 + INSET
        scale = _Scale(chart if is_near(chart) else replace(chart, own_pay=None), start, end)
        if chart.own_pay is not None:
            top = self._own(scale, top, beyond=None if is_near(chart) else chart.own_pay > chart.points[-1].at)
        bar, labels = top + ROW / 2, top + ROW + 18
        places = [scale.at(point.at) for point in chart.points]
        wished = [int(at - self._x - size / 2) for at, size in zip(places, sizes, strict=True)]
        starts = spread(wished, sizes, self._room, GAP // 2)
        middles = [self._x + start + size / 2 for start, size in zip(starts, sizes, strict=True)]
        for at, middle in zip(places, middles, strict=True):
            self._sheet.path(f"M{number(at)} {number(bar + 10)}L{number(middle)} {number(labels - 2)}", "lead")
        _range(self._sheet, scale, chart.ranges[0], bar, thick=11)
        self._own_line(scale, top, top + ROW)
        for line, word, middle in zip(amounts, words, middles, strict=True):
            self._sheet.text(line, middle, baseline(labels, STRONG.height, line), "middle")
            self._sheet.text(word, middle, baseline(labels + STRONG.height, SMALL.height, word), "middle")
        return labels + STRONG.height + SMALL.height

    def _points_in_words(self, top: float) -> float:
        chart = self._chart
        told = [(point.words, point.amount) for point in chart.points]
        if chart.own_pay is not None:
            told.append(("you", self._money(chart.own_pay)))
        names = max(width_of(pieces(words, SMALL)) for words, _ in told) + GAP
        for words, amount in told:
            for line, x in ((pieces(words, SMALL), self._x), (pieces(amount, STRONG), self._x + names)):
                self._sheet.text(line, x, baseline(top, STRONG.height, line))
            top += STRONG.height
        if chart.points_say:
            top = self._sheet.lines(broken(pieces(say_below(chart), SMALL), self._room), self._x, top, SMALL.height)
        return top

    # ---- ranges of one line each ----

    def _line_a_range(self, top: float) -> float:
        chart = self._chart
        labels = [pieces(range_.label) for range_ in chart.ranges]
        captions = [pieces(range_.caption, Face(SIZE - 1)) for range_ in chart.ranges]
        head = pieces(chart.label, Face(SIZE - 2, bold=True))
        left = min(max(map(width_of, (head, *labels))), self._room * 0.3) + GAP
        right = max(map(width_of, captions))
        right += GAP if right else 0
        if self._room - left - right < LEAST:
            return self._ranges(top)
        start, end = self._x + left, self._x + self._room - right
        scale = _Scale(chart, start, end)
        if chart.own_pay is not None:
            top = self._own(scale, top)
        heads = broken(head, left - GAP)
        first = max(self._axis(scale, top), top + len(heads) * SMALL.height + 6)
        self._sheet.lines(heads, self._x, first - 6 - len(heads) * SMALL.height, SMALL.height)
        rows = [broken(label, left - GAP) for label in labels]
        heights = [max(ROW, len(lines) * PLAIN.height + 8) for lines in rows]
        self._grid(scale, first, first + sum(heights))
        top = first
        for range_, lines, caption, height in zip(chart.ranges, rows, captions, heights, strict=True):
            self._sheet.lines(lines, self._x, top + (height - len(lines) * PLAIN.height) / 2, PLAIN.height)
            _range(self._sheet, scale, range_, top + height / 2)
            self._sheet.text(caption, self._x + self._room, baseline(top, height, caption), "end")
            top += height
        self._own_line(scale, first, top)
        return self._legend(legend(chart), start, top + 8, end - start)

    # ---- ranges with all that is said of them ----

    def _ranges(self, top: float) -> float:
        """Write what is said of each range, with its drawing beside or below it, where there is anything to see."""
        chart = self._chart
        centred = any(r.median is not None or r.mean is not None for r in chart.ranges)
        drawn = len(chart.ranges) > 1 or centred or chart.own_pay is not None
        said = self._room * 0.46 if self._room >= 3 * LEAST else 0
        scale = _Scale(chart, self._x + (said + GAP if said else 0), self._x + self._room)
        if drawn:
            if chart.own_pay is not None:
                top = self._own(scale, top)
            top = self._axis(scale, top)
        start = top
        grid = len(self._sheet.parts)
        for range_ in chart.ranges:
            bottom = self._said(range_, top + 6, said if drawn and said else self._room)
            if drawn:
                middle = top + 6 + ROW / 2 if said else bottom + ROW / 2
                _range(self._sheet, scale, range_, middle)
                bottom = max(bottom, middle + ROW / 2)
            top = bottom + 6
            self._sheet.rule(self._x, top, self._x + self._room, top)
        if not drawn:
            return top
        marks = self._sheet.parts[grid:]
        del self._sheet.parts[grid:]
        if said:
            self._grid(scale, start, top)
        self._sheet.parts += marks
        if said:
            self._own_line(scale, start, top)
        return self._legend(legend(chart), self._x, top + 10, self._room)

    def _said(self, range_: PayRange, top: float, room: float) -> float:
        for words, face in ((range_.label, STRONG), (range_.caption, PLAIN), (range_.note, SMALL)):
            top = self._sheet.lines(broken(pieces(words, face), room), self._x, top, face.height)
        return top

    # ---- what charts share ----

    def _axis(self, scale: _Scale, top: float) -> float:
        """Write the ticks as far as they stand apart; return where the drawing begins."""
        free = scale.start - INSET
        for tick in scale.ticks():
            line = pieces(short_amount(tick, self._chart), SMALL)
            half = width_of(line) / 2
            at = min(max(scale.at(tick), scale.start - INSET + half), scale.end + INSET - half)
            if at - half >= free:
                self._sheet.text(line, at, baseline(top, SMALL.height, line), "middle")
                free = at + half + 8
        return top + SMALL.height + 6

    def _grid(self, scale: _Scale, top: float, bottom: float) -> None:
        for tick in scale.ticks():
            at = scale.at(tick)
            self._sheet.rule(at, top, at, bottom)

    def _money(self, amount: Num) -> str:
        return format_money(amount, self._chart.currency, self._chart.per)

    def _own(self, scale: _Scale, top: float, beyond: bool | None = None) -> float:
        """Write the reader's own amount over the drawing; an arrow says that it is beyond it."""
        words = f"{self._money(self._chart.own_pay or 0)}, you"
        face = Face(SIZE, "warn", bold=True)
        if beyond is not None:
            line = pieces(f"{words} →" if beyond else f"← {words}", face)
            at = self._x + self._room if beyond else self._x
            self._sheet.text(line, at, baseline(top, face.height, line), "end" if beyond else "")
        else:
            line = pieces(words, face)
            half = width_of(line) / 2
            at = min(max(scale.at(self._chart.own_pay or 0), self._x + half), self._x + self._room - half)
            self._sheet.text(line, at, baseline(top, face.height, line), "middle")
        return top + face.height

    def _own_line(self, scale: _Scale, top: float, bottom: float) -> None:
        if scale.chart.own_pay is not None:
            at = scale.at(scale.chart.own_pay)
            self._sheet.rule(at, top, at, bottom, "own")

    def _legend(self, signs: tuple[str, ...], x: float, top: float, room: float) -> float:
        """Write what each mark means, as many beside each other as fit; the reader's amount is named where it is."""
        left = x
        new = [one for one in signs if one not in self._explained and one.split(" ")[0] in _KEYS]
        self._explained.update(new)
        for sign, words in (one.split(" ", 1) for one in new):
            lines = broken(pieces(words, SMALL), room - KEY)
            width = KEY + max(map(width_of, lines))
            if left > x and left + width > x + room:
                left, top = x, top + SMALL.height + 4
            _key(self._sheet, _KEYS[sign], left, top + SMALL.height / 2)
            bottom = self._sheet.lines(lines, left + KEY, top, SMALL.height)
            top = bottom - SMALL.height
            left += width + GAP
        return top + SMALL.height if new else top


def _range(sheet: Sheet, scale: _Scale, range_: PayRange, y: float, thick: float = 8) -> None:
    """Draw one range: from end to end, the middle half as a bar, the median and the average upon it."""
    low, p25, median, mean, p75, high = (
        None if value is None else scale.at(value)
        for value in (range_.low, range_.p25, range_.median, range_.mean, range_.p75, range_.high)
    )
    if low is not None and high is not None:
        sheet.rule(low, y, high, y, "guess" if range_.estimate else "range")
    if low is not None and (high is not None or range_.open_start):
        _end(sheet, low, y, -1 if range_.open_start else 0)
    if high is not None and (low is not None or range_.open_end):
        _end(sheet, high, y, 1 if range_.open_end else 0)
    if p25 is not None and p75 is not None:
        place = f'x="{number(p25)}" y="{number(y - thick)}" width="{number(p75 - p25)}" height="{number(2 * thick)}"'
        sheet.parts.append(f'<rect class="cc-bar" {place} rx="2"/>')
    if mean is not None:
        sheet.parts.append(f'<circle class="cc-mark" cx="{number(mean)}" cy="{number(y)}" r="5"/>')
    if median is not None:
        _diamond(sheet, median, y, "hollow" if range_.estimate else "mark")


def _end(sheet: Sheet, x: float, y: float, open_to: int) -> None:
    """Draw an end of a range; of one that goes on, an arrow to the left (-1) or to the right (1)."""
    if open_to:
        sheet.path(f"M{number(x + 9 * open_to)} {number(y)}l{-9 * open_to}-6v12z", "tip")
    else:
        sheet.rule(x, y - 6, x, y + 6, "range")


def _diamond(sheet: Sheet, x: float, y: float, name: str) -> None:
    sheet.path(f"M{number(x - 7)} {number(y)}l7-7 7 7-7 7z", name)


def _key(sheet: Sheet, kind: str, x: float, y: float) -> None:
    """Draw a mark before what it means."""
    middle = x + 11
    match kind:
        case "range":
            sheet.rule(x, y, x + 22, y, "range")
            _end(sheet, x, y, 0)
            _end(sheet, x + 22, y, 0)
        case "middle":
            sheet.parts.append(
                f'<rect class="cc-bar" x="{number(x)}" y="{number(y - 6)}" width="22" height="12" rx="2"/>'
            )
        case "mean":
            sheet.parts.append(f'<circle class="cc-mark" cx="{number(middle)}" cy="{number(y)}" r="5"/>')
        case "less" | "more":
            sheet.rule(x + 4, y, x + 18, y, "range")
            _end(sheet, middle, y, 1 if kind == "more" else -1)
        case _:
            _diamond(sheet, middle, y, "mark" if kind == "median" else "hollow")
