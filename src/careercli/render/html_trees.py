"""Draw a tree of levels and roles as boxes and lines, in SVG within an HTML page."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from careercli.blocks import Span, TreeNode
from careercli.render.html_charts import html_text
from careercli.render.text_measure import text_width, wrapped
from careercli.safe_text import escape_invisible

BOX, GAP, PAD = 192, 24, 10
"""The width of a box of a tree, what lies between two columns, and between a box's edge and its text."""
STEPS, BOXES = 7, 40
"""A picture of a tree goes on as long as it has no more columns and boxes than these; then its list goes on alone."""

ROW_GAP = 10
_INK = {"intro": 12, "title": 13, "strong": 13, "detail": 12}
"""The size of type of each kind of line, in pixels; page.css says the same."""


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
    title = f"<title>{html_text(_words(root.spans))}, a tree</title><desc>The list below has all of it.</desc>"
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
    lines = (
        (part, line)
        for part, words in parts
        for line in wrapped(words, BOX - 2 * PAD, _INK[part], bold=part == "strong")
    )
    return _Box(kind, tuple(lines))


def _words(spans: Iterable[Span]) -> str:
    return escape_invisible("".join(span.text for span in spans)).strip()
