"""Fit a first screen: what stands on it for a width, in at most so many lines.

Where it is too long, the rows and groups of the highest rank go first, and the last line counts what is gone. Then
sources get their numbers in the order in which they are cited, and only the marks that are used are explained.
"""

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from careercli.amounts import join_words
from careercli.blocks import CITED, Block, Cell, Chart, Group, Label, Labels, Page, Paragraph, Row, Screen, Table
from careercli.render.table_columns import without_column
from careercli.terminal import RenderOptions

LINES = 38
"""Lines of a first screen at most: a terminal of 40 without the two of the prompt."""
WIDTH = 80
"""Columns by which it is decided what formats without a width show."""
_CITATION = re.compile(f"{CITED}([^{CITED}]*){CITED}")


def fit(screen: Screen, width: int | None) -> Page:
    """Return as much of the screen as stands in LINES lines of `width` columns; what never goes may take more."""
    from careercli.render.table import render

    look = RenderOptions(width=width or WIDTH, color=False, encoding="utf-8")
    screen = _narrowed(screen, look)
    heights = _heights(screen)
    ranks = sorted(heights)
    lines = render(lay_out(screen, ranks), look).count("\n")
    if lines <= LINES or not ranks:
        return lay_out(screen, ranks)
    return lay_out(screen, ranks[: _most_that_fit(screen, ranks, _expected(heights, lines - LINES), look)])


def _most_that_fit(screen: Screen, ranks: list[int], expected: int, look: RenderOptions) -> int:
    """Return how many of the ranks fit, none where that is not enough; not all of them do. Begin with the expected."""
    from careercli.render.table import render

    kept, too_many, tried, step = 0, len(ranks), expected, 1
    seen: set[bool] = set()
    while kept + 1 < too_many:
        tried = min(max(tried, kept + 1), too_many - 1)
        is_too_long = render(lay_out(screen, ranks[:tried]), look).count("\n") > LINES
        seen.add(is_too_long)
        kept, too_many = (kept, tried) if is_too_long else (tried, too_many)
        # away from what was expected in growing steps, until the end lies between two tries
        tried = (kept + too_many) // 2 if len(seen) > 1 else tried + (-step if is_too_long else step)
        step *= 2
    return kept


def _heights(screen: Screen) -> dict[int, int]:
    """Return about how many lines each rank takes, by the text of its longest cells."""
    heights: dict[int, int] = {}
    for group in screen.groups:
        for block in group.blocks:
            rows = block.rows if isinstance(block, Table) else ()
            for row in rows:
                room = WIDTH // (len(row.cells) + 1)
                longest = max(sum(map(len, cell.lines)) for cell in (row.label, *row.cells))
                rank = group.rank or row.rank
                heights[rank] = heights.get(rank, 0) + longest // room + 1
            if not rows and (rank := group.rank or (block.rank if isinstance(block, Paragraph) else 0)):
                heights[rank] = heights.get(rank, 0) + 1
    heights.pop(0, None)
    return heights


def _expected(heights: Mapping[int, int], over: int) -> int:
    """Return how many ranks are left when those of the highest are gone that take so many lines."""
    for kept, rank in reversed(list(enumerate(sorted(heights)))):
        over -= heights[rank]
        if over <= 0:
            return kept
    return 0


def _narrowed(screen: Screen, look: RenderOptions) -> Screen:
    """Leave out spare columns, one after the other, until each table fits that has any; the foot counts them."""
    from careercli.render.table import fits

    def spares(one: Screen) -> int:
        tables = (block for group in one.groups for block in group.blocks if isinstance(block, Table))
        return len({name for table in tables for name in table.spare})

    ranks = sorted(_heights(screen))
    while count := spares(screen):
        groups = (block for block in lay_out(screen, ranks).blocks if isinstance(block, Group))
        if all(
            fits(block, look) for group in groups for block in group.blocks if isinstance(block, Table) and block.spare
        ):
            break
        groups_left = tuple(
            replace(group, blocks=tuple(map(_without_a_spare, group.blocks))) for group in screen.groups
        )
        screen = replace(screen, groups=groups_left)
        screen = replace(screen, left_out=(*screen.left_out, (count - spares(screen), "column", "columns")))
    return screen


def _without_a_spare(block: Block) -> Block:
    """Return a table without the first of its spare columns; another block as it is."""
    if not isinstance(block, Table) or not block.spare:
        return block
    return replace(without_column(block, block.headers.index(block.spare[0])), spare=block.spare[1:])


def lay_out(screen: Screen, kept: list[int]) -> Page:
    """Return the page with the ranked rows and groups whose rank is kept, and with all that have none."""
    shown: list[Group] = []
    left: dict[tuple[str, str], int] = {}
    for count, *unit in screen.left_out:
        left[unit[0], unit[1]] = left.get((unit[0], unit[1]), 0) + count
    for group in screen.groups:
        blocks, gone = _kept_blocks(group, kept)
        if gone:
            left[group.unit] = left.get(group.unit, 0) + gone
        if blocks:
            shown.append(replace(group, blocks=blocks))
    if screen.commands:
        shown.append(Group((Labels(screen.commands),)))
    numbers: dict[str, int] = {}
    numbered = _Numbering(screen, numbers)
    answer = tuple(numbered.block(paragraph) for paragraph in screen.answer)
    groups = tuple(replace(group, blocks=tuple(map(numbered.block, group.blocks))) for group in shown)
    said = "\n".join(_texts((*answer, *(block for group in groups for block in group.blocks))))
    foot = Labels(tuple(_foot(screen, said, numbers, left)), muted=True)
    return Page((*answer, *groups, Group((foot,))), screen.title)


def _kept_blocks(group: Group, kept: list[int]) -> tuple[tuple[Block, ...], int]:
    """Return the blocks that stay, and how many rows are gone."""
    if group.rank and group.rank not in kept:
        rows = sum(len(block.rows) for block in group.blocks if isinstance(block, Table))
        return (), rows or 1
    blocks: list[Block] = []
    gone = 0
    for block in group.blocks:
        if isinstance(block, Table) and not group.rank:
            staying = tuple(row for row in block.rows if not row.rank or row.rank in kept)
            gone += len(block.rows) - len(staying)
            if staying:
                blocks.append(replace(block, rows=staying))
        elif isinstance(block, Paragraph) and block.rank and block.rank not in kept:
            gone += bool(block.bullet)
        else:
            blocks.append(block)
    return tuple(blocks), gone


def _foot(screen: Screen, said: str, numbers: dict[str, int], left: dict[tuple[str, str], int]) -> Iterator[Label]:
    """Yield the lines at the end: marks, sources, and what is left out."""
    used = [
        mark
        for mark in screen.marks
        if re.search(mark.pattern, said) and not (mark.unless and re.search(mark.unless, said))
    ]
    signs = tuple(mark.text for mark in used if not mark.word)
    sentences = tuple(mark.text for mark in used if mark.word)
    if signs:
        yield Label("Marks", signs, packed=True)
    if sentences:
        yield Label("" if signs else "Marks", sentences)
    if numbers:
        named = (f"[{number}] {screen.sources[source]}" for source, number in numbers.items())
        yield Label("Sources", tuple(named), packed=True)
    more = "More" if numbers else f"{'More':7}"  # the words stand in one column on every screen
    counted = [f"{count:,} {one if count == 1 else several}" for (one, several), count in left.items() if count]
    if counted:
        are = "is" if list(left.values()) == [1] or (len(counted) == 1 and counted[0].startswith("1 ")) else "are"
        yield Label(more, (f"{join_words(counted)} {are} left out: {screen.options}",))
    else:
        yield Label(more, (screen.complete,))


class _Numbering:
    """Put a number where a source is cited; each gets the next when it is met first."""

    def __init__(self, screen: Screen, numbers: dict[str, int]) -> None:
        self._known = screen.sources
        self._numbers = numbers

    def block(self, block: Block) -> Block:
        match block:
            case Paragraph():
                return replace(block, spans=tuple(replace(span, text=self._text(span.text)) for span in block.spans))
            case Labels():
                return replace(block, labels=tuple(self._label(label) for label in block.labels))
            case Table():
                headers = tuple(map(self._text, block.headers))
                rows = tuple(
                    Row(self._cell(row.label), tuple(map(self._cell, row.cells)), row.rank) for row in block.rows
                )
                return replace(block, headers=headers, rows=rows)
            case Chart():
                ranges = (
                    replace(one, label=self._text(one.label), caption=self._text(one.caption)) for one in block.ranges
                )
                return replace(block, label=self._text(block.label), ranges=tuple(ranges))
        return block

    def _label(self, label: Label) -> Label:
        return replace(label, name=self._text(label.name), lines=tuple(map(self._text, label.lines)))

    def _cell(self, cell: Cell) -> Cell:
        return replace(cell, lines=tuple(map(self._text, cell.lines)))

    def _text(self, text: str) -> str:
        return _CITATION.sub(self._number, text) if CITED in text else text

    def _number(self, match: re.Match[str]) -> str:
        source = match[1]
        if source not in self._known:
            return ""
        return f"[{self._numbers.setdefault(source, len(self._numbers) + 1)}]"


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield what a reader sees, to look for marks in."""
    for block in blocks:
        match block:
            case Paragraph():
                yield "".join(span.text for span in block.spans)
            case Labels():
                for label in block.labels:
                    yield from (label.name, *label.lines)
            case Table():
                yield from block.headers
                for row in block.rows:
                    for cell in (row.label, *row.cells):
                        yield from cell.lines
            case Chart():
                for one in block.ranges:
                    yield from (one.label, one.caption)
