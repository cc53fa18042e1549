"""What Markdown promises: read back from its HTML, every text is the block's own, and nothing of it has come alive."""

import importlib
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from careercli.blocks import (
    Block,
    Cell,
    Chart,
    Heading,
    Page,
    Paragraph,
    PayRange,
    Row,
    Span,
    Table,
    Term,
    Terms,
    Tone,
    Tree,
    TreeNode,
)
from careercli.render.markdown import DRAWING, render
from careercli.render.text_chart import legend
from careercli.safe_text import escape_invisible
from tests.render.answers import CASES, Case, text, view
from tests.render.test_widths import NUMBER

READER = MarkdownIt("gfm-like", {"linkify": False, "html": True, "maxNesting": 1000})
HOLDERS = ("h1", "h2", "h3", "p", "li", "th", "td", "pre")
"""Elements with a text of their own."""
DRESS = ("em", "strong", "code", "br", "span", "a", "ul", "ol", "table", "thead", "tbody", "tr")
WEB = re.compile("https?://", re.IGNORECASE)
COMES_ALIVE = re.compile(
    r"(?<!\w)@\w | [\w.+-]@[\w-]+\.\w | (?<!\w)\#\d | \bgh-\d | :[\w+-]+:"  # mention, mail, issue, emoji
    r"| (?:https?|ftp)://\S | (?:^|[\s*_~(/])www\.\S | \$(?!\d)",  # addresses, formulas
    re.IGNORECASE | re.VERBOSE,
)
"""What GitHub looks for in the text of the finished page, outside code and links."""


class Text(NamedTuple):
    """A text and the element that it stands in."""

    element: str
    text: str


class Finished(HTMLParser):
    """The page as a reader's program has it: texts in order, all elements, links, and plain runs of text."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.texts: list[tuple[str, list[str]]] = []
        self.elements: Counter[str] = Counter()
        self.links: list[str] = []
        self.plain: list[str] = []
        self._open: list[tuple[str, list[str]]] = []
        self._inert = 0
        self._numbers: list[int] = []
        self.feed(READER.render(markdown))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[tag] += 1
        if tag in ("ol", "ul"):
            self._numbers.append(int(dict(attrs).get("start") or 1) if tag == "ol" else 0)
        if tag == "a":
            self.links.append(dict(attrs)["href"] or "")
        if tag in HOLDERS:
            self._open.append((tag, []))
            self.texts.append(self._open[-1])
        if tag == "li" and self._numbers[-1]:
            self._open[-1][1].append(f"{self._numbers[-1]}. ")
            self._numbers[-1] += 1
        if tag == "br":
            self.handle_data(" ")
        self._inert += tag in ("a", "code", "span")

    def handle_endtag(self, tag: str) -> None:
        if tag in HOLDERS:
            assert self._open.pop()[0] == tag
        if tag in ("ol", "ul"):
            self._numbers.pop()
        self._inert -= tag in ("a", "code", "span")

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open[-1][1].append(data)
        if not self._inert:
            self.plain.append(data)

    def read(self) -> list[Text]:
        """Return what can be read; an element without a text of its own says nothing."""
        joined = [Text(element, one_line("".join(parts))) for element, parts in self.texts]
        return [read for read in joined if read.text or read.element in ("th", "td")]


def one_line(text: str) -> str:
    return " ".join(text.split())


def shown(*texts: str) -> str:
    return one_line(escape_invisible("".join(texts)))


def spans_of(page: Page) -> Iterator[Span]:
    queue: list[Block | TreeNode] = list(reversed(page.flat()))
    while queue:
        block = queue.pop()
        if isinstance(block, Paragraph | TreeNode):
            yield from block.spans
        queue += [block.root] if isinstance(block, Tree) else []
        queue += reversed(block.children) if isinstance(block, TreeNode) else ()


def page_of(case: Case) -> Page:
    page: Page = importlib.import_module(f"careercli.answers.{case.asked.partition('-')[0]}.page").page(view(case))
    return page


# ---- what a block says ----


def said(page: Page) -> list[Text]:
    told = [Text(element, one_line(text)) for block in page.flat() for element, text in said_by(block)]
    return [text for text in told if text.text or text.element in ("th", "td")]


def said_by(block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Heading():
            yield f"h{block.depth}", shown(block.text)
            yield "p", shown(block.aside)
        case Paragraph():
            body = shown(*(span.text for span in block.spans))
            seen = block.bullet if body and block.bullet != "•" else ""
            yield "li" if block.bullet else "p", f"{seen} {body}"
        case Table():
            yield from said_by_table(block)
        case Terms():
            for term in block.terms:
                yield "li", shown(term.name, ": ", term.text)
                yield from (("li", shown(item)) for item in term.items)
        case Tree():
            yield from said_by_branch(block.root)
        case Chart():
            yield from said_by_chart(block)


def said_by_table(table: Table) -> Iterator[tuple[str, str]]:
    width = len(table.headers)
    yield from (("th", shown(header)) for header in table.headers)
    for row in table.rows:
        cells = (row.label, *row.cells)
        for cell in cells:
            mark = "• " if cell.is_list else ""
            yield "td", " ".join(mark + line for line in map(shown, cell.lines) if line)
        yield from (("td", "") for _ in range(width - len(cells)))


def said_by_branch(branch: TreeNode) -> Iterator[tuple[str, str]]:
    yield "li", f"{shown(*(span.text for span in branch.spans))} {shown(branch.aside)}"
    for child in branch.children:
        yield from said_by_branch(child)


def said_by_chart(chart: Chart) -> Iterator[tuple[str, str]]:
    several = len(chart.ranges) > 1
    noted = any(range_.note for range_ in chart.ranges)
    yield from (("th", header) for header in ("",) * several + ("Range", "Figures") + ("Note",) * noted)
    for letter, range_ in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", chart.ranges, strict=False):
        for told in (letter,) * several + (range_.label, range_.caption) + (range_.note,) * noted:
            yield "td", shown(told)
    if several or any(range_.median is not None or range_.mean is not None for range_ in chart.ranges):
        yield "p", shown(", ".join(legend(chart)))


def assert_reads_as(page: Page) -> None:
    assert [told for told in Finished(render(page)).read() if told.element != "pre"] == said(page)


# ---- every answer ----

each_case = pytest.mark.parametrize("case", CASES, ids=str)


@each_case
def test_every_text_of_an_answer_reads_back_as_it_was(case: Case) -> None:
    assert_reads_as(page_of(case))


@each_case
def test_every_row_of_a_table_has_as_many_cells_as_its_head(case: Case) -> None:
    for table in re.findall(r"<table>.*?</table>", READER.render(render(page_of(case))), re.DOTALL):
        rows = [len(re.findall("<t[hd]", row)) for row in table.split("<tr>")[1:]]
        assert set(rows) == {rows[0]}


@each_case
def test_an_answer_brings_no_element_and_no_link_that_its_page_has_not(case: Case) -> None:
    page = page_of(case)
    finished = Finished(render(page))
    assert set(finished.elements) <= {*HOLDERS, *DRESS}
    assert finished.links == [span.link for span in spans_of(page) if WEB.match(span.link)]


@each_case
def test_the_site_finds_nothing_in_an_answer_to_make_a_mention_a_link_or_a_formula_of(case: Case) -> None:
    assert [run for run in Finished(render(page_of(case))).plain if COMES_ALIVE.search(run)] == []


@each_case
def test_every_number_of_the_terminal_is_in_the_text_of_the_markdown_as_often(case: Case) -> None:
    told = " ".join(told.text for told in Finished(render(page_of(case))).read() if told.element != "pre")
    terminal = Counter(NUMBER.findall(one_line(re.sub("[│├└─]", " ", text(case, None, axes=False)))))
    assert Counter(NUMBER.findall(told)) == terminal


@each_case
def test_the_form_of_an_answer_is_plain(case: Case) -> None:
    assert_plain_form(render(page_of(case)))


def assert_plain_form(markdown: str) -> None:
    assert markdown.endswith("\n")
    assert not markdown.endswith("\n\n")
    assert "\n\n\n" not in markdown
    assert [line for line in markdown.splitlines() if line != line.rstrip()] == []


# ---- what each block looks like ----


def prose(text: str) -> str:
    return render(Page((Paragraph((Span(text),)),))).removesuffix("\n")


def cell(text: str, tone: Tone = "") -> str:
    body = render(Page((Table(("",), (Row(Cell((text,), tone)),)),))).splitlines()[2]
    return body.removeprefix("| ").removesuffix(" |")


@pytest.mark.parametrize(
    "text",
    [
        "Pay, 5.5% (2024-34)",
        "$54,000–$113,000, from $60k - $180k+",
        "2 to <5 years; 3 < 4 > 2; a = b",
        "R&D, sales & service",
        "snake_case, C++, C# and F#",
        "-12.5% at 10:30, 60+ years",
        "5 p.m.? No! (See 'here', \"there\"): {x}^2/3",
    ],
)
def test_plain_prose_stays_readable_as_source(text: str) -> None:
    assert prose(text) == text
    assert cell(text) == text


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Mean pay [1]", r"Mean pay \[1]"),
        ("1. Not an item", r"1\. Not an item"),
        ("- Not an item", r"\- Not an item"),
        ("# Not a heading", r"\# Not a heading"),
        ("> Not a quote", r"\> Not a quote"),
        ("===", r"\==="),
        ("~~~", r"\~\~\~"),
        ("/close", r"\/close"),
        ("a | b \\ c", r"a \| b \\ c"),
        ("*a* _b_ `c` ~d~", r"\*a\* \_b\_ \`c\` \~d\~"),
        ("<b>&amp;</b>", "&lt;b>&amp;amp;&lt;/b>"),
        ("ask @home or a@b.cd", "ask @<!-- -->home or a@<!-- -->b.cd"),
        ("fixes #12 and GH-3", "fixes #<!-- -->12 and GH-<!-- -->3"),
        ("see (http://a.b/c_d).", "see (`http://a.b/c_d`)."),
        ("www. a   b", "www<!-- -->. a b"),
        (":smile: x://y", ":<!-- -->smile: x:<!-- -->//y"),
        ("$HOME and $x$", "<span>$</span>HOME and <span>$</span>x<span>$</span>"),
        ("\x1b[2J\u202e", r"\\x1b\[2J\\u202e"),
    ],
)
def test_a_text_that_means_something_in_markdown_is_written_so_that_it_does_not(text: str, markdown: str) -> None:
    assert prose(text) == markdown


def test_a_heading_has_its_depth_and_its_aside_below_it() -> None:
    page = Page((Heading("Baker", 1, "Food"), Heading("Pay"), Heading("Note #", 3)))
    assert render(page) == "# Baker\n\n*Food*\n\n## Pay\n\n### Note \\#\n"


def test_items_keep_their_numbers_and_their_marks() -> None:
    items = [("1.", "a"), ("2.", "b"), ("1.", "c"), ("•", "d"), ("[1]", "e")]
    page = Page(tuple(Paragraph((Span(text),), bullet) for bullet, text in items))
    assert render(page) == "1. a\n2. b\n\n<!-- -->\n\n1. c\n\n- d\n- \\[1] e\n"


def test_a_list_does_not_run_into_the_terms_after_it() -> None:
    page = Page((Paragraph((Span("a"),), "•"), Terms((Term("Pace", "Quick.", ("b", "c")),))))
    assert render(page) == "- a\n\n<!-- -->\n\n- **Pace:** Quick.\n  - b\n  - c\n"


def test_a_table_has_groups_in_bold_lists_in_cells_and_numbers_flush_right() -> None:
    rows = (
        Row(Cell(("Pay",))),
        Row(Cell(("Mean [1]",)), (Cell(("$5",), numeric=True), Cell(("a", "b"), is_list=True))),
        Row(Cell(("Range",)), (Cell(("–",)), Cell(("a", "b"), "strong"))),
    )
    assert render(Page((Table(("", "Baker", "Cook"), rows),))).splitlines() == [
        "| | Baker | Cook |",
        "| --- | ---: | --- |",
        "| **Pay** | | |",
        r"| Mean \[1] | $5 | • a<br>• b |",
        "| Range | – | **a**<br>**b** |",
    ]


def test_the_levels_of_a_ladder_stand_behind_blanks_that_no_layout_drops() -> None:
    labels = ("One", "└ Two", "\u00a0\u00a0├ Three")
    table = Table(("Level",), tuple(Row(Cell((label,))) for label in labels))
    assert render(Page((table,))).splitlines()[2:] == [
        "| One |",
        "| └&nbsp;Two |",
        "| &nbsp;&nbsp;├&nbsp;Three |",
    ]


def test_a_chart_with_a_line_a_range_has_its_label_and_everyday_words() -> None:
    chart = Chart((PayRange("a", "", 1, 2, None, 3, 4, 5),), "USD", "year", label="All earn", line_a_range=True)
    written = render(Page((chart,)))
    assert "| All earn | Figures |" in written
    assert written.endswith("━ the middle half, ● average\n")


def test_the_mark_of_a_proxy_stays_readable_and_strikes_nothing_out() -> None:
    assert cell("~$5") == "~$5"
    assert cell("~$5 or ~$6") == r"~$5 or \~$6"
    assert cell("~~$5") == r"~\~$5"


@pytest.mark.parametrize(
    ("text", "in_prose", "in_a_cell"),
    [
        ("careercli list", "`careercli list`", "`careercli list`"),
        ("a `` b", "```a `` b```", "```a `` b```"),
        ("`a", "`` `a ``", "`` `a ``"),
        ("a  b", "`a  b`", "`a  b`"),
        ("a | b\\", r"`a | b\`", r"<code>a \| b\\</code>"),
        ("@a #12 <b>", "`@a #12 <b>`", "`@a #12 <b>`"),
    ],
)
def test_a_command_is_a_code_span(text: str, in_prose: str, in_a_cell: str) -> None:
    assert render(Page((Paragraph((Span(text, "code"),)),))) == f"{in_prose}\n"
    assert cell(text, "code") == in_a_cell


@pytest.mark.parametrize(
    ("span", "markdown"),
    [
        (Span("https://a.b/c?d=1&e=2", link="https://a.b/c?d=1&e=2"), "<https://a.b/c?d=1&e=2>"),
        (Span("BLS [x]", link="https://a.b/(c) d?e&copy;"), r"[BLS \[x\]](https://a.b/%28c%29%20d?e&amp;copy;)"),
        (Span("BLS", "strong", "http://a.b"), "**[BLS](http://a.b)**"),
        (Span("BLS", link="javascript:alert(1)"), "BLS"),
        (Span("https://", link="https://"), "https:<!-- -->//"),
    ],
)
def test_only_an_address_of_the_web_becomes_a_link(span: Span, markdown: str) -> None:
    assert render(Page((Paragraph((span,)),))) == f"{markdown}\n"


def test_a_link_after_an_exclamation_mark_is_no_image() -> None:
    html = READER.render(render(Page((Paragraph((Span("Look!"), Span("here", link="https://a.b"))),))))
    assert html == '<p>Look!<!-- --><a href="https://a.b">here</a></p>\n'


@pytest.mark.parametrize(
    ("spans", "markdown"),
    [
        ((Span("a"), Span("b", "strong"), Span("c")), "a**b**c"),
        ((Span("a "), Span("(b)", "strong"), Span(" c")), "a **(b)** c"),
        ((Span("a"), Span("(b", "strong")), "a<!-- -->(b"),
        ((Span("a) ", "strong"), Span("b")), "**a)** b"),
        ((Span("a)", "strong"), Span("b")), "a)<!-- -->b"),
        ((Span("<", "strong"), Span("b>")), "<<!-- -->b>"),
    ],
)
def test_bold_is_left_off_where_its_asterisks_would_be_shown(spans: tuple[Span, ...], markdown: str) -> None:
    assert render(Page((Paragraph(spans),))) == f"{markdown}\n"


def test_two_code_spans_that_touch_stay_two() -> None:
    page = Page((Paragraph((Span("a", "code"), Span("www.b.c"))),))
    assert READER.render(render(page)) == "<p><code>a</code><!-- --><code>www.b.c</code></p>\n"


def test_a_tree_is_a_list_in_a_list_with_asides_on_lines_of_their_own() -> None:
    leaf = TreeNode((Span("to "), Span("Cook", "strong"), Span(" [1]")), "- Why not.")
    assert render(Page((Tree(TreeNode((Span("Baker", "strong"),), children=(leaf, leaf))),))) == (
        "- **Baker**\n"
        "  - to **Cook** \\[1]\\\n    \\- Why not.\n"
        "  - to **Cook** \\[1]\\\n    \\- Why not.\n"
    )  # fmt: skip


def a_range(label: str, low: int, median: int | None, high: int, note: str = "") -> PayRange:
    return PayRange(label, f"from {low} to {high}", low, None, median, None, None, high, note=note)


def test_a_chart_is_a_table_of_figures_and_a_drawing_tied_to_it_by_letters() -> None:
    chart = Chart(
        (a_range("Baker [1]", 20_000, 30_000, 60_000, "Old."), a_range("Cook", 30_000, None, 40_000)), "USD", "year"
    )
    table, drawing, words = render(Page((chart,))).split("\n\n")
    assert table.splitlines() == [
        "| | Range | Figures | Note |",
        "| --- | --- | --- | --- |",
        r"| A | Baker \[1] | from 20000 to 60000 | Old. |",
        "| B | Cook | from 30000 to 40000 | |",
    ]
    fence, axis, *bars, end = drawing.splitlines()
    assert (fence, end) == ("```text", "```")
    assert re.findall(r"\S+", axis) == ["$20k", "$30k", "$40k", "$50k", "$60k"]
    assert [re.findall(r"[A-Z├◆┤]", line) for line in bars] == [["A", "├", "◆", "┤"], ["B", "├", "┤"]]
    assert max(map(len, drawing.splitlines())) <= DRAWING
    assert words == "├─┤ range, or lowest to top tenth, ◆ median\n"


def test_a_lone_range_without_a_centre_is_drawn_only_to_show_where_the_readers_amount_stands() -> None:
    chart = Chart((a_range("Baker", 1000, None, 3000),), "USD", "year")
    assert "```" not in render(Page((chart,)))
    assert "├" in render(Page((replace(chart, own_pay=2000),)))


# ---- hostile text ----

SCRAPS = st.sampled_from(
    [
        *r"""
        ` `` ``` ~ ~~ ~~~ * ** _ __ *** --- - + # ## > = == === | || \ \\ \| [ ] ( ) ! ![ ]( [x](y) [^1] [1]: [[x]]
        http://a.b https://c.d/e?f=1&copy;(2) www. www.x.y ftp://x.y :// xmpp:a@b.c mailto:a@b.cd a@b.cd @name @ #12 #
        GH-3 gh-12 <b> </b> <script> <!-- --> <?x <http://q.r> < > & &amp; &#64; &lt :smile: :100: : $x$ $ $$ $5 $`y`$
        1. 12) 1 a b ab 日本 é :-: |---| --- /close [x] == {} " ' ; , . … 5%
        """.split(),  # noqa: SIM905 (a list of quoted scraps is past reading)
        *" \n\t\xa0\u3000\u202e\u200d\x1b\0",
        "    ",
        "- [ ] ",
    ]
)
HOSTILE = st.lists(SCRAPS, max_size=8).map("".join) | st.text(max_size=12)
TONES = st.sampled_from(["", "strong", "muted", "accent", "code"])
ADDRESSES = st.just("") | HOSTILE | HOSTILE.map("https://example.org/{}".format)
SPANS = st.lists(st.builds(Span, HOSTILE, TONES, ADDRESSES), max_size=4).map(tuple)
CELLS = st.builds(Cell, st.lists(HOSTILE, max_size=3).map(tuple), TONES, st.booleans(), st.booleans())


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 3))
    headers = draw(st.lists(HOSTILE, min_size=width, max_size=width).map(tuple))
    cells = st.lists(CELLS, min_size=width - 1, max_size=width - 1).map(tuple)
    return Table(headers, tuple(draw(st.lists(st.builds(Row, CELLS, cells | st.just(())), max_size=3))))


BRANCHES: st.SearchStrategy[TreeNode] = st.recursive(
    st.builds(TreeNode, SPANS, HOSTILE),
    lambda inner: st.builds(TreeNode, SPANS, HOSTILE, st.lists(inner, max_size=3).map(tuple)),
    max_leaves=4,
)
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, HOSTILE, st.integers(1, 3), HOSTILE),
    st.builds(Paragraph, SPANS, st.sampled_from(["", "•", "1.", "2.", "7.", "[1]"])),
    tables(),
    st.builds(Terms, st.lists(st.builds(Term, HOSTILE, HOSTILE, st.lists(HOSTILE, max_size=2).map(tuple))).map(tuple)),
    st.builds(Tree, BRANCHES),
)
PAGES = st.lists(BLOCKS, min_size=1, max_size=4).map(lambda blocks: Page(tuple(blocks)))


@given(page=PAGES)
def test_any_text_in_any_block_reads_back_as_it_was(page: Page) -> None:
    assert_reads_as(page)


@given(page=PAGES)
def test_any_text_stays_text(page: Page) -> None:
    finished = Finished(render(page))
    assert set(finished.elements) <= {*HOLDERS, *DRESS}
    assert [link for link in finished.links if not WEB.match(link)] == []
    assert len(finished.links) <= sum(1 for span in spans_of(page) if WEB.match(span.link))
    assert [run for run in finished.plain if COMES_ALIVE.search(run)] == []


@given(page=PAGES)
def test_any_text_gives_a_plain_form(page: Page) -> None:
    assert_plain_form(render(page))
