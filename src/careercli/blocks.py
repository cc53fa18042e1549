"""What a page is made of: a few blocks that every text format can lay out, whatever the command that asked.

Text is plain. `tone` says what a text means (an aside, a warning, a command), never how it looks; a renderer decides
that.
"""

from typing import Literal

from msgspec import Struct

from careercli.amounts import Num

Tone = Literal["", "strong", "muted", "good", "bad", "warn", "accent", "code"]


class Span(Struct, frozen=True):
    """A run of text with one meaning."""

    text: str
    tone: Tone = ""
    link: str = ""
    """An address of the web that the text leads to, or nothing."""


class Cell(Struct, frozen=True):
    """A cell of a table: paragraphs or list items, one entry each."""

    lines: tuple[str, ...]
    tone: Tone = ""
    numeric: bool = False
    is_list: bool = False
    """Whether the lines are items of a list."""


class Row(Struct, frozen=True):
    """A row of cells; a row with only a label opens a group."""

    label: Cell
    cells: tuple[Cell, ...] = ()


class Heading(Struct, frozen=True):
    """A heading of depth 1 (the page) or 2 (a section)."""

    text: str
    depth: int = 2
    aside: str = ""


class Paragraph(Struct, frozen=True):
    """Running text."""

    spans: tuple[Span, ...]
    bullet: str = ""
    """What stands before it, when it is an item of a list."""


MISSING = Cell(("–",), "muted")
"""What is not known, or does not apply."""


class Table(Struct, frozen=True):
    """A table whose first column is the label of the row."""

    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    splittable: bool = False
    """Whether the columns are things of one kind, which may be shown some at a time where not all fit."""


class Term(Struct, frozen=True):
    """A name with what is said of it."""

    name: str
    text: str
    items: tuple[str, ...] = ()
    """What is said of it in several sentences, one each."""


class Terms(Struct, frozen=True):
    """A list of names with what is said of each."""

    terms: tuple[Term, ...]


class TreeNode(Struct, frozen=True):
    """A node of a tree: a first line of spans, an aside below it, and its children."""

    spans: tuple[Span, ...]
    aside: str = ""
    children: tuple["TreeNode", ...] = ()


class Tree(Struct, frozen=True):
    """A tree of branches."""

    root: TreeNode


class PayRange(Struct, frozen=True):
    """One distribution to draw: its ends, its middle half and its centre, as far as they are known."""

    label: str
    caption: str
    low: Num | None
    p25: Num | None
    median: Num | None
    mean: Num | None
    p75: Num | None
    high: Num | None
    open_end: bool = False
    """Whether `high` is only a bound and the range goes on."""
    open_start: bool = False
    """Whether `low` is only a bound and the range begins before it."""
    estimate: bool = False
    note: str = ""


class Chart(Struct, frozen=True):
    """Ranges on one axis; all amounts in one currency, per one unit of time, at one place."""

    ranges: tuple[PayRange, ...]
    currency: str
    per: str
    own_pay: Num | None = None
    """An amount of the reader's own, drawn across all ranges."""


Block = Heading | Paragraph | Table | Terms | Tree | Chart


class Page(Struct, frozen=True):
    """What a command shows a person."""

    blocks: tuple[Block, ...]
