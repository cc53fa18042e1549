"""What a page is made of: a few blocks that every text format can lay out, whatever the command that asked.

Text is plain. `tone` says what a text means (an aside, a warning, a command), never how it looks; a renderer decides
that.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

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
    rank: int = 0
    """On a first screen: 0 always stays, and of the others the highest go first where they do not fit."""


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
    rank: int = 0
    """As the rank of a row, of an item of a list; a paragraph without a bullet may have that of its first item."""


MISSING = Cell(("–",), "muted")
"""What is not known, or does not apply."""


class Table(Struct, frozen=True):
    """A table whose first column is the label of the row."""

    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    splittable: bool = False
    """Whether the columns are things of one kind, which may be shown some at a time where not all fit."""
    spare: tuple[str, ...] = ()
    """Headers of columns that a first screen leaves out where not all fit, the first ones first."""
    unbroken: bool = False
    """Whether they go as soon as a line would have to be broken, and not only where the table cannot stand."""


class Term(Struct, frozen=True):
    """A name with what is said of it."""

    name: str
    text: str
    items: tuple[str, ...] = ()
    """What is said of it in several sentences, one each."""
    tone: Tone = ""


class Terms(Struct, frozen=True):
    """A list of names with what is said of each."""

    terms: tuple[Term, ...]
    muted: bool = False


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


class Point(Struct, frozen=True):
    """A point of a distribution that is named in its drawing: the amount as it is written, and what it is."""

    at: Num
    amount: str
    words: str


class Chart(Struct, frozen=True):
    """Ranges on one axis; all amounts in one currency, per one unit of time, at one place."""

    ranges: tuple[PayRange, ...]
    currency: str
    per: str
    own_pay: Num | None = None
    """An amount of the reader's own, drawn across all ranges."""
    label: str = ""
    """What stands before the axis of a chart with a line a range."""
    line_a_range: bool = False
    """Whether each range is one line: its label, the drawing, its caption."""
    ends: str = ""
    """What lies between the ends of a range, for the signs below a chart with a line a range: `8 in 10 people`."""
    points: tuple[Point, ...] = ()
    """What is named below the drawing of a lone range, in rising order."""
    points_say: str = ""
    """How the words of all points go on: `earn less`."""


class Label(Struct, frozen=True):
    """A short name and the lines behind it."""

    name: str
    lines: tuple[str, ...]
    tone: Tone = ""
    packed: bool = False
    """Whether the lines stand side by side, as many as fit, and are never broken."""


class Labels(Struct, frozen=True):
    """Names in one column, and what is said of each behind it."""

    labels: tuple[Label, ...]
    muted: bool = False


FlatBlock = Heading | Paragraph | Table | Terms | Tree | Chart
Block = FlatBlock | Labels


class Group(Struct, frozen=True):
    """Blocks of a first screen that belong together: indented by one, with an empty line before them."""

    blocks: tuple[Block, ...]
    rank: int = 0
    """As the rank of a row, of the whole group."""
    unit: tuple[str, str] = ("row", "rows")
    """What a row of it is called where rows are left out, one and several."""
    beside: bool = False
    """Whether its tables stand side by side where they fit, else below each other."""


class Mark(Struct, frozen=True):
    """A sign or a word that a screen explains where it uses it."""

    pattern: str
    """A regular expression of the sign where it is used."""
    text: str
    word: bool = False
    """Whether the text is a sentence about a word, which gets a line of its own."""
    unless: str = ""
    """A regular expression of what explains it already."""


class Screen(Struct, frozen=True):
    """The first screen of an answer, before it is known what fits: the answer, what shows it, and what comes next.

    A text may cite a source: `cite(id)` stands for the number that the source gets.
    """

    title: str
    """What HTML and pictures are called; a terminal does not show it, since the answer names its subject."""
    answer: tuple[Paragraph, ...]
    groups: tuple[Group, ...]
    sources: Mapping[str, str]
    """The short name and the year of each source, by id."""
    marks: tuple[Mark, ...]
    commands: tuple[Label, ...] = ()
    """At most two commands worth typing now."""
    left_out: tuple[tuple[int, str, str], ...] = ()
    """How many of what, one and several, the answer has and no group of this screen."""
    options: str = "--full"
    """How to see what is left out."""
    complete: str = "nothing is left out."
    """What is said where nothing is."""


class Page(Struct, frozen=True):
    """What a command shows a person."""

    blocks: tuple[Block | Group, ...]
    title: str = ""
    """What HTML and pictures are called, where no heading says it."""

    def flat(self) -> tuple[FlatBlock, ...]:
        """Return the blocks without groups and columns, under the title: for formats that lay out by themselves.

        A table that goes on in the next group is one, with an empty row where no row opens a group.
        """
        found: list[FlatBlock] = [Heading(self.title, 1)] if self.title else []
        for block in self.blocks:
            for one in block.blocks if isinstance(block, Group) else (block,):
                before = found[-1] if found else None
                if isinstance(one, Labels):
                    found.append(_as_terms(one))
                elif isinstance(one, Table) and isinstance(before, Table) and one.headers == before.headers:
                    gap = (Row(Cell(("",))),) if one.rows and one.rows[0].cells else ()
                    found[-1] = replace(before, rows=(*before.rows, *gap, *one.rows))
                else:
                    found.append(one)
        return tuple(found)


def _as_terms(block: Labels) -> Terms:
    """Return names in a column as terms; packed lines stand behind each other, and no name means: of the one above."""
    told: dict[str, list[str]] = {}
    tones: dict[str, Tone] = {}
    for label in block.labels:
        name = label.name.strip() or next(reversed(told), "")
        told.setdefault(name, []).extend((" · ".join(label.lines),) if label.packed else label.lines)
        tones.setdefault(name, label.tone)
    terms = (
        Term(name, lines[0], tone=tones[name]) if len(lines) == 1 else Term(name, "", tuple(lines), tone=tones[name])
        for name, lines in told.items()
    )
    return Terms(tuple(terms), block.muted)


def cite(*sources: str | None) -> str:
    """Return what stands for the numbers of the sources in a text of a screen, with a space before it."""
    told = "".join(f"{CITED}{source}{CITED}" for source in sources if source)
    return f" {told}" if told else ""


CITED = "\ue000"
"""Stands before and behind the id of a source that a text cites."""
