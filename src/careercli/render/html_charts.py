"""Charts and trees as SVG inside an HTML page: shapes and words only, every colour is the stylesheet's.

A strip of a chart is as wide as its column: amounts stand at percentages of the width, marks and type keep their size,
so the same drawing is legible at 360 and at 1400 pixels. Nothing is only in a drawing; the page says it in words too.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from careercli.amounts import Num, format_money, format_per
from careercli.blocks import Chart, PayRange, Span, TreeNode
from careercli.render.text_chart import axis_range, round_step, short_amount
from careercli.safe_text import escape_invisible

INSET = 2.0
"""Percent of the width that stays free at either end, so that half a mark fits in on a narrow phone."""
MIDDLE = 20
"""How far below the top of a strip its marks stand; the strip may grow below, as high as the words beside it."""
LABELS = 290
"""Pixels that the labels of an axis may take together: what a phone of 360 has."""
BOX, GAP, PAD = 192, 24, 10
"""The width of a box of a tree, what lies between two columns, and between a box's edge and its text."""
ROW_GAP = 10
STEPS, BOXES = 7, 40
"""A picture of a tree goes on as long as it has no more columns and boxes than these; then its list goes on alone."""
_INK = {"intro": 12, "title": 13, "strong": 13, "detail": 12}
"""The size of type of each kind of line, in pixels; page.css says the same."""
_ASCII = ((" ',./:;I|ijl\\", 0.36), ('!"()-[]`frt*', 0.47), ("%+<=>@MWmw~#^", 1.0))
"""The widths of characters that are narrower or wider than others, in ems."""


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
    name = f"Axis in {chart.currency} {format_per(chart.per)}"
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
    ranges = chart.ranges
    firm = [range_ for range_ in ranges if not range_.estimate]
    if any(r.low is not None and r.high is not None for r in ranges):
        yield _key("line", _line("range", 10, 90)), "range or p10 to p90"
    if any(r.p25 is not None and r.p75 is not None for r in ranges):
        yield _key("box", _middle(10, 90)), "p25 to p75"
    if any(r.median is not None for r in firm):
        yield _key("diamond", _diamond(50)), "median"
    if any(r.mean is not None for r in firm):
        yield _key("dot", _dot(50)), "mean"
    if any(r.estimate and (r.median, r.mean) != (None, None) for r in ranges):
        yield _key("hollow mark", f'<g class="estimate">{_diamond(50)}</g>'), "estimate"
    if any(r.open_start for r in ranges):
        yield _key("arrow to the left", _line("range", 40, 90) + _arrow(40, back=True)), "only known to be less"
    if any(r.open_end for r in ranges):
        yield _key("arrow to the right", _line("range", 10, 60) + _arrow(60)), "only known to be more"
    if chart.own_pay is not None:
        yield _key("dashed line", _own(50)), f"your amount, {format_money(chart.own_pay, chart.currency, chart.per)}"


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


class TreeDrawing(NamedTuple):
    """A tree as a drawing."""

    svg: str
    complete: bool
    """Whether every branch is in it."""


class _Box(NamedTuple):
    """What is written of a branch, before it has its place."""

    kind: str
    lines: tuple[tuple[str, str], ...]
    """Each line's kind and words."""

    @property
    def height(self) -> int:
        return 2 * PAD - 4 + sum(_INK[kind] + 4 for kind, _ in self.lines)


class _Sheet:
    """The drawing while it is made: its shapes so far, and what it takes up."""

    def __init__(self) -> None:
        self.joints: list[str] = []
        self.boxes: list[str] = []
        self.width = 0
        self.bottom = 0

    def group(self, words: str) -> None:
        self.bottom += 48 if self.bottom else 18
        self.boxes.append(f'<text class="group" x="0" y="{self.bottom - 6}">{html_text(words)}</text>')
        self.bottom += 8
        self.width = max(self.width, int(text_width(words, 14, bold=True)) + 1)

    def box(self, box: _Box, column: int, y: int, height: int) -> None:
        x = column * (BOX + GAP)
        size = f'width="{BOX}" height="{height}"'
        self.boxes.append(f'<rect class="box {box.kind}" x="{x}" y="{y}" {size} rx="8"/>')
        base = y + PAD - 2
        for kind, words in box.lines:
            base += _INK[kind] + 4
            self.boxes.append(f'<text class="{kind}" x="{x + PAD}" y="{base - 3}">{html_text(words)}</text>')
        self.width = max(self.width, x + BOX)
        self.bottom = max(self.bottom, y + height)

    def joint(self, column: int, start: int, end: int) -> None:
        """Draw the line from a box of a column to one of the next."""
        x = column * (BOX + GAP) + BOX
        bend = 8
        way = f"H{x + GAP // 2}V{end - bend}q0 {bend} {bend} {bend}" if end > start else ""
        self.joints.append(f'<path class="joint" d="M{x} {start}{way}H{x + GAP}"/>')

    def rows(self, boxes: Sequence[_Box], across: int) -> None:
        """Lay boxes out side by side."""
        for first in range(0, len(boxes), across):
            row = boxes[first : first + across]
            height = max(box.height for box in row)
            top = self.bottom + (ROW_GAP if first else 0)
            for column, box in enumerate(row):
                self.box(box, column, top, height)

    def columns(self, forest: Iterable[TreeNode], steps: int) -> None:
        """Lay trees out from left to right, a step a column."""
        free = [self.bottom] * steps
        for branch in forest:
            self._line(branch, 0, steps, free)

    def _line(self, branch: TreeNode, column: int, steps: int, free: list[int]) -> int:
        """Set a branch, its first child and so on in one line as far up as there is room, then the others below it.

        A branch with children stands below all that is in the column of its children, so no two lines cross.
        """
        line = [branch]
        while line[-1].children and column + len(line) < steps:
            line.append(line[-1].children[0])
        boxes = [_box(member, cut=column + index + 1 == steps) for index, member in enumerate(line)]
        middle = max(free[column + nth] + box.height // 2 for nth, box in enumerate(boxes))
        for at, box in enumerate(boxes, start=column):
            self.box(box, at, middle - box.height // 2, box.height)
            free[at] = middle + box.height - box.height // 2 + ROW_GAP
            if at > column:
                self.joint(at - 1, middle, middle)
        for at, member in reversed(list(enumerate(line, start=column))):
            for child in member.children[1:] if at + 1 < steps else ():
                self.joint(at, middle, self._line(child, at + 1, steps, free))
        return middle


def draw_tree(root: TreeNode) -> TreeDrawing:
    """Return the tree as boxes and the lines between them.

    Branches of the first step that are named as groups are headings over pictures of their own, so that no column goes
    to them; a group of leaves is laid out in rows.
    """
    grouped = bool(root.children) and all(
        child.children and child.spans and child.spans[0].tone == "accent" for child in root.children
    )
    groups = [(_words(child.spans), child.children) for child in root.children] if grouped else [("", (root,))]
    trees = [branch for _, forest in groups for branch in forest if not (grouped and _is_flat(forest))]
    steps = _steps(trees)
    sheet = _Sheet()
    for name, forest in groups:
        if name:
            sheet.group(name)
        if grouped and _is_flat(forest):
            sheet.rows([_box(branch) for branch in forest], min(max(steps, 4), 6))
        else:
            sheet.columns(forest, steps)
    width, height = sheet.width + 2, sheet.bottom + 2
    title = f"<title>{html_text(_words(root.spans))}, a tree</title><desc>The list that follows says all of it.</desc>"
    return TreeDrawing(
        f'<svg class="boxes" role="img" width="{width}" height="{height}" viewBox="-1 -1 {width} {height}">'
        f"{title}{''.join(sheet.joints + sheet.boxes)}</svg>",
        all(_depth(branch) <= steps for branch in trees),
    )


def _is_flat(forest: Sequence[TreeNode]) -> bool:
    return not any(branch.children for branch in forest)


def _depth(branch: TreeNode) -> int:
    return 1 + max((_depth(child) for child in branch.children), default=0)


def _size(branch: TreeNode) -> int:
    """Return how many branches are below this one."""
    return sum(1 + _size(child) for child in branch.children)


def _steps(forest: Sequence[TreeNode]) -> int:
    """Return how many steps a picture goes: all, or as many as stay readable, but two at least."""
    boxes, steps, level = 0, 0, list(forest)
    while level and (steps < 2 or (steps < STEPS and boxes + len(level) <= BOXES)):
        boxes, steps = boxes + len(level), steps + 1
        level = [child for branch in level for child in branch.children]
    return steps


def _box(branch: TreeNode, *, cut: bool = False) -> _Box:
    """Return what is written of a branch: how one comes to it, its name, its figures; asides stay in the list."""
    told = [span for span in branch.spans if span.tone != "muted"]
    end = next((index for index, span in enumerate(told) if index and span.text.startswith(" ")), len(told))
    kind = "strong" if any(span.tone == "strong" for span in told[:end]) else "title"
    parts = (
        ("intro", _words(told[: max(end - 1, 0)])),
        (kind, _words(told[max(end - 1, 0) : end])),
        ("detail", _words(told[end:]).lstrip("· ")),
        ("detail", f"+ {_size(branch)} more" if cut and branch.children else ""),
    )
    return _Box(kind, tuple((part, line) for part, words in parts for line in _wrapped(words, part)))


def _words(spans: Iterable[Span]) -> str:
    return escape_invisible("".join(span.text for span in spans)).strip()


def _wrapped(words: str, kind: str) -> list[str]:
    """Break words into lines that fit into a box in any common typeface; a word too long is broken as well."""
    lines: list[str] = []
    line = ""
    for word in words.split():
        if line and _fits(f"{line} {word}", kind):
            line = f"{line} {word}"
            continue
        lines += [line] if line else []
        line = ""
        for char in word:
            if line and not _fits(line + char, kind):
                lines.append(line)
                line = ""
            line += char
    return lines + ([line] if line else [])


def _fits(words: str, kind: str) -> bool:
    return text_width(words, _INK[kind], bold=kind == "strong") <= BOX - 2 * PAD


def text_width(words: str, size: int, *, bold: bool = False) -> float:
    """Return the most pixels that words take: measured on DejaVu Sans, the widest typeface that systems come with."""
    return sum(_em(char) for char in words) * size * (1.15 if bold else 1)


def _em(char: str) -> float:
    category = unicodedata.category(char)
    if char.isascii():
        width = next((width for chars, width in _ASCII if char in chars), 0.8 if char.isupper() else 0.65)
    elif category in ("Mn", "Me", "Cf"):
        width = 0.0
    elif category == "So":
        width = 1.4
    else:
        width = 0.8 if unicodedata.name(char, "").startswith("LATIN SMALL") else 1.1
    return width
