"""What a browser, a screen reader and a hostile catalog make of a page: the document is read back and looked at."""

import functools
import importlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careercli.blocks import (
    Block,
    Cell,
    Chart,
    Group,
    Heading,
    Label,
    Labels,
    Page,
    Paragraph,
    PayRange,
    Row,
    Span,
    Table,
    Term,
    Terms,
    Tree,
    TreeNode,
)
from careercli.render import html, html_charts, html_trees
from careercli.render.palette import DARK, LIGHT
from careercli.render.text_measure import text_width
from careercli.safe_text import escape_invisible
from tests.render.answers import CASES, Case, view

each_case = pytest.mark.parametrize("case", CASES, ids=str)
VOID = {"meta"}
INLINE = {"a", "code", "span", "strong"}
NUMBER = re.compile(r"\d[\d,.]*\d|\d")
STYLE = html.stylesheet()


class Node:
    """An element with what is in it, in order."""

    def __init__(self, tag: str, attrs: dict[str, str]) -> None:
        self.tag = tag
        self.attrs = attrs
        self.inside: list[Node | str] = []

    @property
    def classes(self) -> set[str]:
        return set(self.attrs.get("class", "").split())

    def walk(self) -> Iterator["Node"]:
        yield self
        for part in self.inside:
            if isinstance(part, Node):
                yield from part.walk()

    def all(self, *tags: str, name: str = "") -> list["Node"]:
        found = [node for node in self.walk() if node.tag in tags and node is not self]
        return [node for node in found if not name or name in node.classes]

    def parts(self) -> list["Node"]:
        return [part for part in self.inside if isinstance(part, Node)]

    def raw(self) -> str:
        """Return the text, with a blank wherever a browser begins another line or cell."""
        inside = "".join(part if isinstance(part, str) else part.raw() for part in self.inside)
        return inside if self.tag in INLINE else f" {inside} "

    def text(self) -> str:
        return " ".join(self.raw().split())


class Reader(HTMLParser):
    """Builds the tree, and complains of every tag that is not closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Node("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        assert len(node.attrs) == len(attrs), f"an attribute twice in <{tag}>"
        self.open[-1].inside.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag, f"</{tag}> out of turn"

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def read(text: str) -> Node:
    reader = Reader()
    reader.feed(text)
    reader.close()
    assert reader.open == [reader.root], "an element is never closed"
    return reader.root


@functools.cache
def page(case: Case) -> Page:
    made: Page = importlib.import_module(f"careercli.answers.{case.asked.partition('-')[0]}.page").page(view(case))
    return made


@functools.cache
def document(case: Case) -> Node:
    return read(html.render(page(case)))


def rendered(*blocks: Block) -> Node:
    return read(html.render(Page(blocks)))


def words(block: Block | Row | Cell | Term | TreeNode | PayRange | Span) -> Iterator[str]:
    """Yield every text of a block that a reader is to see."""
    match block:
        case Heading():
            yield from (block.text, block.aside)
        case Paragraph() | TreeNode():
            yield "".join(span.text for span in block.spans)
            if isinstance(block, TreeNode):
                yield block.aside
                for child in block.children:
                    yield from words(child)
        case Table():
            yield from block.headers
            for row in block.rows:
                for cell in (row.label, *row.cells):
                    yield from cell.lines
        case Terms():
            for term in block.terms:
                yield from (term.name, term.text, *term.items)
        case Tree():
            yield from words(block.root)
        case Chart():
            for range_ in block.ranges:
                yield from (range_.label, range_.caption, range_.note)


def seen(text: str) -> str:
    """Return text as a browser shows it: on one line, blanks together, controls spelled out."""
    return " ".join(escape_invisible(text).split())


# ---- the document ----


@each_case
def test_every_element_is_closed_in_its_turn_and_the_page_has_one_title(case: Case) -> None:
    root = document(case)
    assert [node.attrs["lang"] for node in root.all("html")] == ["en"]
    assert len(root.all("main")) == 1
    assert [node.text() for node in root.all("title")[:1]] == [node.text() for node in root.all("h1")]
    assert root.all("h1")[0].text()


@each_case
def test_headings_begin_with_the_title_and_no_level_is_left_out(case: Case) -> None:
    levels = [int(node.tag[1]) for node in document(case).all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_several_titles_become_sections_of_one_page() -> None:
    root = rendered(*(block for name in "ABCD" for block in (Heading(name, 1), Heading(f"{name} pay"))))
    found = [(node.tag, node.text()) for node in root.all("h1", "h2", "h3")]
    assert found[:3] == [("h1", "A, B and 2 more"), ("h2", "A"), ("h3", "A pay")]


def test_a_heading_that_leaves_a_level_out_is_moved_up() -> None:
    root = rendered(Heading("Role", 1), Heading("Detail", 3), Heading("Part", 2), Heading("Detail", 3))
    assert [node.tag for node in root.all("h1", "h2", "h3")] == ["h1", "h2", "h2", "h3"]


def test_a_page_without_a_title_bears_the_name_of_the_program() -> None:
    root = rendered(Paragraph((Span("Nothing found."),)))
    assert root.all("title")[0].text() == root.all("h1")[0].text() == "careercli"


@each_case
def test_ids_are_unique_and_everything_that_is_pointed_at_is_there(case: Case) -> None:
    root = document(case)
    ids = [node.attrs["id"] for node in root.walk() if "id" in node.attrs]
    assert len(ids) == len(set(ids))
    pointed = [node.attrs["aria-labelledby"] for node in root.walk() if "aria-labelledby" in node.attrs]
    pointed += [node.attrs["href"][1:] for node in root.all("a") if node.attrs["href"].startswith("#")]
    assert set(pointed) <= set(ids)


@each_case
def test_nothing_runs_and_nothing_is_fetched(case: Case) -> None:
    root = document(case)
    links = {
        span.link for block in page(case).blocks if isinstance(block, Paragraph) for span in block.spans if span.link
    }
    for node in root.walk():
        assert node.tag not in ("script", "link", "img", "iframe", "object", "use", "image", "base", "form")
        assert not {name for name in node.attrs if name.startswith("on") or name in ("src", "srcset", "style")}
        assert "href" not in node.attrs or node.tag == "a"
    leading = {node.attrs["href"] for node in root.all("a") if not node.attrs["href"].startswith("#")}
    assert leading == {link for link in links if link.startswith(("https://", "http://"))}


def test_the_style_of_a_page_is_the_palette_and_the_stylesheet_as_they_stand() -> None:
    (style,) = read(html.render(every_block("Text"))).all("style")
    sheet = Path(html.__file__).with_name("page.css").read_text("utf-8")
    assert style.raw().strip() == STYLE.strip()
    assert STYLE.endswith(sheet)
    light, dark = STYLE.removesuffix(sheet).split("@media screen and (prefers-color-scheme: dark)")
    for colors, palette in ((light, LIGHT), (dark, DARK)):
        assert re.findall(r"--(\w+): (#\w+);", colors) == list(palette.items())


def test_the_stylesheet_asks_for_nothing_from_outside() -> None:
    assert not re.search(r"url\s*\(|@import|@font-face|https?:", STYLE)


@each_case
def test_every_word_and_number_of_the_page_stands_in_the_document(case: Case) -> None:
    body = document(case).all("main")[0].text()
    told = [seen(text) for block in page(case).flat() for text in words(block)]
    assert [text for text in told if text not in body] == []
    assert Counter(NUMBER.findall(" ".join(told))) - Counter(NUMBER.findall(body)) == Counter()


@each_case
def test_no_control_or_bidi_character_reaches_the_document(case: Case) -> None:
    hidden = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    text = html.render(page(case))
    assert {char for char in text if unicodedata.category(char) in hidden and char not in "\n\u200c\u200d"} == set()


@each_case
def test_the_same_page_is_the_same_document(case: Case) -> None:
    assert html.render(page(case)) == html.render(page(case))


# ---- blocks ----


@each_case
def test_every_row_of_a_table_has_as_many_cells_as_its_head(case: Case) -> None:
    for table, block in zip(
        document(case).all("table"), (block for block in page(case).blocks if isinstance(block, Table)), strict=True
    ):
        rows = table.all("tr")
        width = [sum(int(cell.attrs.get("colspan", 1)) for cell in row.parts()) for row in rows]
        assert set(width) == {len(block.headers)}


@each_case
def test_heads_of_tables_say_what_they_are_heads_of(case: Case) -> None:
    for table in document(case).all("table"):
        assert all(head.attrs["scope"] in ("col", "row", "rowgroup") for head in table.all("th"))
        assert all(head.attrs["scope"] == "col" for part in table.all("thead") for head in part.all("th"))
        assert all(head.text() for head in table.all("th"))
        for body in table.all("tbody"):
            groups = [row for row in body.parts() if row.all("th") and row.all("th")[0].attrs["scope"] == "rowgroup"]
            assert groups in ([], body.parts()[:1]), "a group opens a body of its own"


@each_case
def test_what_may_scroll_can_be_reached_by_keyboard_and_has_a_name(case: Case) -> None:
    for region in document(case).all("div", name="scroll"):
        assert region.attrs["tabindex"] == "0"
        assert region.attrs["role"] == "group"
        assert "aria-labelledby" in region.attrs or region.attrs["aria-label"]


def test_only_columns_of_numbers_are_set_flush_right() -> None:
    rows = (
        Row(Cell(("a",)), (Cell(("$1",), numeric=True), Cell(("$2",), numeric=True))),
        Row(Cell(("b",)), (Cell(("–",)), Cell(("two words",)))),
    )
    root = rendered(Table(("", "Pay", "Said"), rows))
    assert [cell.text() for cell in root.all("th", "td", name="num")] == ["Pay", "$1", "–"]


def test_items_of_lists_are_lists_and_keep_their_numbers() -> None:
    items = [Paragraph((Span(name),), bullet) for name, bullet in zip("abcd", ("•", "2.", "3.", "[7]"), strict=True)]
    root = rendered(*items)
    found = [(node.tag, node.classes) for node in root.all("ul", "ol")]
    assert found == [("ul", {"items"}), ("ol", {"steps"}), ("ol", {"sources"})]
    assert [item.attrs.get("value", item.attrs.get("id")) for item in root.all("li")] == [None, "2", "3", "source-7"]
    assert root.all("ol", name="sources")[0].text() == "[7] d"


def test_a_long_page_has_its_contents_and_a_short_one_none() -> None:
    short = rendered(*(Heading(f"Part {number}") for number in range(6)))
    long = rendered(*(Heading(f"Part {number}") for number in range(7)))
    assert short.all("nav") == []
    assert [link.text() for link in long.all("nav")[0].all("a")] == [f"Part {number}" for number in range(7)]


def test_a_link_leads_to_the_web_or_is_no_link() -> None:
    addresses = (
        "https://example.org/?a=1&b=2",
        "http://example.org",
        "javascript:alert(1)",
        "//example.org",
        "HTTPS:x",
    )
    root = rendered(Paragraph(tuple(Span(f"{address} ", link=address) for address in addresses)))
    assert [link.attrs["href"] for link in root.all("a")] == list(addresses[:2])
    assert all(address in root.all("p")[0].text() for address in addresses)


def test_a_command_is_code_and_a_tone_is_a_class() -> None:
    root = rendered(Paragraph((Span("careercli list", "code"), Span("fell", "bad"))))
    assert [node.text() for node in root.all("code")] == ["careercli list"]
    assert [node.text() for node in root.all("span", name="bad")] == ["fell"]


# ---- hostile text ----


def every_block(text: str) -> Page:
    spans = (Span(text, "strong"), Span(f" {text}", "warn", link=text), Span(text, "code", f"https://e.org/{text}"))
    cell = Cell((text, text), "muted")
    range_ = PayRange(text, f"{text} · {text}", 1, 2, 3, 4, 5, 6, note=text)
    branch = TreeNode(spans, text, (TreeNode((Span(text, "accent"),), text, (TreeNode(spans), TreeNode(spans))),))
    blocks: tuple[Block, ...] = (
        Heading(text, 1, text), *(Heading(text, 2, text) for _ in range(7)), Paragraph(spans), Paragraph(spans, "•"),
        Paragraph(spans, "1."), Paragraph(spans, "[1]"),
        Table((text, text, text), (Row(cell), Row(cell, (cell, Cell((text,), is_list=True))))),
        Terms((Term(text, text, (text,)),)), Chart((range_, range_), "USD", "year"), Tree(branch),
    )  # fmt: skip
    return Page(blocks)


SNIPPETS = (
    "</title><script>alert(1)</script>", '" onmouseover="x', "' style='x", "</style>", "<!--", "]]>", "&lt;b&gt;",
    "&#60;", "<svg onload=x>", "</textarea>", "\x1b[2J", "\u202e", "{}", "{style}", "\\", "`", "[1]", " · ", "12-2022",
    "名前" * 40,
)  # fmt: skip
HOSTILE = st.lists(st.one_of(st.sampled_from(SNIPPETS), st.text(max_size=8)), max_size=4).map("".join)


@functools.cache
def vocabulary() -> tuple[set[str], set[str]]:
    root = read(
        html.render(every_block("A plain name with 11-2022, and a word that is longer than a line of a box has room"))
    )
    return {node.tag for node in root.walk()}, {name for node in root.walk() for name in node.attrs}


@given(text=HOSTILE)
def test_text_from_a_catalog_stays_text(text: str) -> None:
    made = every_block(text)
    root = read(html.render(made))
    tags, names = vocabulary()
    assert {node.tag for node in root.walk()} <= tags
    assert {name for node in root.walk() for name in node.attrs} <= names
    assert root.all("style")[0].raw().strip() == STYLE.strip()
    assert all(link.attrs["href"].startswith(("#s", "https://e.org/")) or link.attrs["href"] == escape_invisible(text)
               for link in root.all("a"))  # fmt: skip
    body = root.all("main")[0].text()
    assert [told for block in made.flat() for told in map(seen, words(block)) if told not in body] == []


# ---- charts ----


AMOUNTS = st.integers(0, 400_000)


def known(**told: object) -> PayRange:
    fields: dict[str, object] = dict.fromkeys(("low", "p25", "median", "mean", "p75", "high"))
    return PayRange("who", "figures", **{**fields, **told})  # type: ignore[arg-type]


@st.composite
def ranges(draw: st.DrawFn) -> PayRange:
    amounts = sorted(draw(st.lists(AMOUNTS, min_size=6, max_size=6)))
    keep = draw(st.lists(st.booleans(), min_size=6, max_size=6))
    names = ("low", "p25", "median", "mean", "p75", "high")
    told = {name: value for name, value, kept in zip(names, amounts, keep, strict=True) if kept}
    flags = {name: draw(st.booleans()) for name in ("open_end", "open_start", "estimate")}
    return known(**told, **flags)


def percent(text: str) -> float:
    assert text.endswith("%")
    return float(text[:-1])


def marks(strip: Node) -> dict[str, float]:
    """Read back where the marks of one range stand, in percent of the width."""
    found: dict[str, float] = {}
    for node in strip.walk():
        if "range" in node.classes:
            found |= {"low": percent(node.attrs["x1"]), "high": percent(node.attrs["x2"])}
        if "middle" in node.classes:
            start = percent(node.attrs["x"])
            found |= {"p25": start, "p75": start + percent(node.attrs["width"])}
        if "mean" in node.classes:
            found["mean"] = percent(node.attrs["cx"])
        if "median" in node.classes:
            found["median"] = percent(node.attrs["x"])
        if "own" in node.classes:
            found["own"] = percent(node.attrs["x1"])
    return found


@given(drawn=st.lists(ranges(), min_size=1, max_size=5), own=st.none() | AMOUNTS)
def test_marks_stand_in_proportion_to_their_amounts_and_inside_the_drawing(
    drawn: list[PayRange], own: int | None
) -> None:
    chart = Chart(tuple(drawn), "USD", "year", own)
    if not html_charts.is_worth_drawing(chart):
        return
    placed: list[tuple[float, float]] = []
    for range_ in drawn:
        strip = html_charts.range_svg(chart, range_)
        for name, at in marks(read(strip)).items() if strip else ():
            amount = own if name == "own" else getattr(range_, name)
            assert amount is not None
            placed.append((amount, at))
    placed += [(tick, html_charts._at(chart, tick)) for tick in html_charts.ticks(chart)]
    assert all(0 <= at <= 100 for _, at in placed)
    (least, start), (most, end) = min(placed), max(placed)
    for amount, at in placed:
        if most > least:
            assert at == pytest.approx(start + (amount - least) / (most - least) * (end - start), abs=0.01)


@given(range_=ranges())
def test_every_known_point_of_a_range_is_drawn_as_its_own_mark(range_: PayRange) -> None:
    chart = Chart((range_, range_), "USD", "year")
    strip = html_charts.range_svg(chart, range_)
    found = marks(read(strip)) if strip else {}
    assert ("median" in found) == (range_.median is not None)
    assert ("mean" in found) == (range_.mean is not None)
    assert ("p25" in found) == (range_.p25 is not None and range_.p75 is not None)
    assert ("low" in found) == (range_.low is not None and range_.high is not None)


def test_an_open_end_is_an_arrow_and_an_estimate_is_hollow() -> None:
    chart = Chart((known(low=1, high=9, open_end=True), known(median=5, estimate=True)), "USD", "year")
    bound, guess = (read(html_charts.range_svg(chart, range_)) for range_ in chart.ranges)
    assert len(bound.all("svg", name="open")) == len(bound.all("line", name="end")) == 1
    assert [node.classes for node in guess.all("g") if node.all("svg", name="median")] == [{"estimate"}]


@pytest.mark.parametrize(
    ("told", "meaning"),
    [
        ({"low": 1, "high": 9}, "range, or lowest to top tenth"),
        ({"p25": 1, "p75": 9}, "the middle half"),
        ({"median": 5}, "median"),
        ({"mean": 5}, "average"),
        ({"median": 5, "estimate": True}, "our estimate"),
        ({"high": 5, "open_end": True}, "or more"),
        ({"low": 5, "open_start": True}, "or less"),
    ],
)
def test_the_legend_names_the_marks_in_use_and_no_other(told: dict[str, object], meaning: str) -> None:
    assert [words for _, words in html_charts.legend(Chart((known(**told),), "USD", "year"))] == [meaning]


def test_the_readers_own_amount_is_a_line_in_every_range_and_said_in_words() -> None:
    root = rendered(Chart((known(median=100), known(median=200)), "USD", "hour", 150))
    assert len(root.all("line", name="own")) == 3
    assert "you, $150.00" in root.all("figcaption")[0].text()


def test_labels_of_the_axis_have_room_side_by_side_on_a_phone() -> None:
    for currency, most in (("USD", 90), ("CAD", 95_000), ("JPY", 12_000_000)):
        chart = Chart((known(low=1, high=most, median=2),), currency, "year")
        labels = [node.text() for node in read(html_charts.axis(chart)).all("text")]
        assert 2 <= len(labels) <= 8
        assert sum(text_width(label, 12) for label in labels) < 300


@each_case
def test_every_drawing_is_an_image_with_a_title(case: Case) -> None:
    def outermost(node: Node) -> Iterator[Node]:
        for part in node.parts():
            yield from [part] if part.tag == "svg" else outermost(part)

    for svg in outermost(document(case)):
        assert svg.attrs["role"] == "img"
        assert svg.parts()[0].tag == "title"
        assert svg.parts()[0].text()


# ---- trees ----


SHAPES = st.lists(
    st.tuples(
        st.integers(1, 6), st.sampled_from(("Lead", "Customer Relationship Manager", "顧客関係マネージャー", "W" * 70))
    ),
    max_size=25,
)
"""A tree, line by line: how deep each branch stands, at most one deeper than the line before, and its name."""


def grown(shape: list[tuple[int, str]], depth: int = 0, name: str = "Root") -> TreeNode:
    """Return the tree that the lines describe; those that stand deeper than a line are below it."""
    children = []
    while shape and shape[0][0] > depth:
        _, child = shape.pop(0)
        children.append(grown(shape, depth + 1, child))
    spans = (Span("lateral to ", "warn"), Span(name), Span(" · $1,000 median [1]"))
    return TreeNode(spans, children=tuple(children))


class Place(tuple[float, float, float, float]):
    """The edges of something: left, top, right, bottom."""

    def meets(self, other: "Place") -> bool:
        return self[0] < other[2] and other[0] < self[2] and self[1] < other[3] and other[1] < self[3]


def places(svg: Node) -> list[Place]:
    found = []
    for rect in svg.all("rect"):
        x, y, width, height = (float(rect.attrs[name]) for name in ("x", "y", "width", "height"))
        found.append(Place((x, y, x + width, y + height)))
    return found


def runs(path: Node) -> list[Place]:
    """Return the straight parts of the line between two boxes, as far as they are not within half a pixel of an end."""
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", path.attrs["d"])]
    if len(numbers) == 3:
        x, y, end = numbers
        return [Place((x + 0.5, y, end - 0.5, y + 0.1))]
    x, y, fork, down, *_, bend, bend_, end = numbers
    return [
        Place((x + 0.5, y, fork, y + 0.1)),
        Place((fork, y, fork + 0.1, down)),
        Place((fork + bend, down + bend_, end - 0.5, down + bend_ + 0.1)),
    ]


def size(branch: TreeNode) -> int:
    return 1 + sum(size(child) for child in branch.children)


@given(shape=SHAPES)
def test_boxes_of_a_tree_never_overlap_and_lines_never_run_through_them(shape: list[tuple[int, str]]) -> None:
    svg = read(html_trees.draw_tree(grown(list(shape))).svg).all("svg")[0]
    left, top, width, height = (float(number) for number in svg.attrs["viewbox"].split())
    boxes = places(svg)
    assert all(b[0] >= left and b[1] >= top and b[2] <= left + width and b[3] <= top + height for b in boxes)
    assert not any(one.meets(other) for index, one in enumerate(boxes) for other in boxes[:index])
    lines = [run for path in svg.all("path") for run in runs(path)]
    assert not any(line.meets(box) for line in lines for box in boxes)


@given(shape=SHAPES)
def test_words_of_a_tree_stay_inside_their_boxes(shape: list[tuple[int, str]]) -> None:
    svg = read(html_trees.draw_tree(grown(list(shape))).svg).all("svg")[0]
    boxes = places(svg)
    for text in svg.all("text"):
        x, y = float(text.attrs["x"]), float(text.attrs["y"])
        kind = text.attrs["class"]
        room = text_width(text.text(), html_trees._INK[kind], bold=kind == "strong")
        words_place = Place((x, y - html_trees._INK[kind] + 3, x + room, y + 3))
        assert any(
            b[0] < words_place[0] and words_place[2] < b[2] and b[1] <= words_place[1] and words_place[3] <= b[3]
            for b in boxes
        )


@example(shape=[(depth, "Lead") for depth in range(1, 12)])
@example(shape=[(depth, "Lead") for _ in range(15) for depth in (1, 2, 3)])
@given(shape=SHAPES)
def test_a_picture_of_a_tree_says_how_much_of_it_is_left_to_the_list(shape: list[tuple[int, str]]) -> None:
    root = grown(list(shape))
    picture = html_trees.draw_tree(root)
    svg = read(picture.svg).all("svg")[0]
    more = [int(text.text().split()[1]) for text in svg.all("text") if re.fullmatch(r"\+ \d+ more", text.text())]
    assert len(svg.all("rect")) + sum(more) == size(root)
    assert picture.complete == (not more)
    assert float(svg.attrs["width"]) <= html_trees.STEPS * (html_trees.BOX + html_trees.GAP)


def test_groups_of_a_tree_are_headings_over_their_branches() -> None:
    leaves = tuple(TreeNode((Span(name),)) for name in "abcdefg")
    root = TreeNode((Span("Role", "strong"),), children=(TreeNode((Span("Who comes in", "accent"),), children=leaves),))
    svg = read(html_trees.draw_tree(root).svg).all("svg")[0]
    assert [text.text() for text in svg.all("text", name="group")] == ["Who comes in"]
    assert [text.text() for text in svg.all("text", name="title")] == list("abcdefg")


@each_case
def test_a_tree_is_a_list_as_deep_as_it_is(case: Case) -> None:
    def nested(branch: TreeNode) -> list[object]:
        return [seen("".join(span.text for span in branch.spans)), *(nested(child) for child in branch.children)]

    def found(item: Node) -> list[object]:
        inner = [child for part in item.parts() if part.tag == "ul" for child in part.parts()]
        return [item.parts()[0].text(), *(found(child) for child in inner)]

    trees = [block for block in page(case).blocks if isinstance(block, Tree)]
    lists = document(case).all("ul", name="tree")
    assert [found(node.parts()[0]) for node in lists] == [nested(tree.root) for tree in trees]


# ---- first screens ----


def test_the_levels_of_a_ladder_are_drawn_as_a_tree_and_named_without_its_signs() -> None:
    labels = ("One", "└ Two", "\u00a0\u00a0├ Three", "\u00a0\u00a0│ └ Four")
    root = rendered(Table(("Level", ""), tuple(Row(Cell((label,)), (Cell(("1",)),)) for label in labels)))
    heads = [head for head in root.all("th") if head.attrs.get("scope") == "row"]
    assert [head.text() for head in heads] == ["One", "Two", "Three", "Four"]
    assert [[next(iter(line.classes)) for line in head.all("i")] for head in heads] == [
        [], ["last"], ["none", "fork"], ["none", "pass", "last"],
    ]  # fmt: skip


def test_a_table_goes_on_after_a_gap_in_a_body_of_its_own() -> None:
    rows = (Row(Cell(("a",)), (Cell(("1",)),)), Row(Cell(("",))), Row(Cell(("b",)), (Cell(("2",)),)))
    bodies = rendered(Table(("Job", "Pay"), rows)).all("tbody")
    assert [(body.classes, body.text()) for body in bodies] == [(set(), "a 1"), ({"apart"}, "b 2")]


def test_a_chart_with_a_line_a_range_has_its_label_and_everyday_words() -> None:
    chart = Chart((known(low=1, p25=2, mean=3, p75=4, high=5),), "USD", "year", label="All earn", line_a_range=True)
    root = rendered(chart)
    assert root.all("p", name="label")[0].text() == "All earn"
    assert [words for _, words in html_charts.legend(chart)] == ["the middle half", "average"]


def test_the_foot_of_a_screen_is_small_print_and_commands_are_code() -> None:
    labels = (Label("Next", ("careercli list",), "code"),)
    foot = Labels((Label("More", ("none",)),), muted=True)
    root = read(html.render(Page((Group((Labels(labels),)), Group((foot,))))))
    assert [node.classes for node in root.all("dl")] == [set(), {"foot"}]
    assert [node.text() for node in root.all("code")] == ["careercli list"]


# ---- colours ----


@pytest.mark.parametrize("tone", ["good", "bad", "warn", "accent"])
def test_no_tone_is_told_by_colour_alone(tone: str) -> None:
    rule = re.search(rf"^\.{tone} {{ (.*) }}$", STYLE, re.MULTILINE)
    assert rule
    assert re.search("font-weight|font-style|text-decoration", rule[1])
