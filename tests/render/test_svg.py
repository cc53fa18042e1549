"""A picture is whole: all that the page says, as text that stands apart on its sheet, in color that can be read."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple
from xml.etree import ElementTree

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.answers.compare.answer import compare
from careercli.answers.compare.screen import screen as compare_screen
from careercli.answers.path.answer import progression_tree
from careercli.answers.path.screen import screen as path_screen
from careercli.answers.related.answer import related
from careercli.answers.related.screen import screen as related_screen
from careercli.answers.salary.answer import salary
from careercli.answers.salary.screen import screen as salary_screen
from careercli.answers.show.answer import show
from careercli.answers.show.screen import screen as show_screen
from careercli.answers.skills.answer import skills
from careercli.answers.skills.screen import screen as skills_screen
from careercli.blocks import (
    Cell,
    Chart,
    Group,
    Heading,
    Label,
    Labels,
    Page,
    Paragraph,
    PayRange,
    Point,
    Row,
    Span,
    Table,
    Term,
    Terms,
    Tone,
    Tree,
    TreeNode,
)
from careercli.catalog.reader import CatalogReader
from careercli.render import svg
from careercli.render.first_screen import fit
from careercli.render.palette import DARK, LIGHT
from careercli.render.text_measure import text_width
from careercli.safe_text import escape_invisible
from tests.render.answers import CASES, Case, full_page
from tests.screens.words import all_texts

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {f"{SVG}{name}" for name in ("line", "path", "rect", "circle")}
DRAWN = SHAPES | {f"{SVG}{name}" for name in ("svg", "title", "desc", "style", "text", "tspan", "a")}
ACTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
HOSTILE = st.text(
    st.one_of(st.characters(), st.sampled_from("\x1b\x00\r\n\t\u202e\u200d\ufe0f\ufffe\ud800<&>\"']─━│├┤└客👩💻🇳🇴† +-"))
)
NOTHING = (None,) * 6
GUIDES = re.compile(r"^(?:[│ \u00a0][ \u00a0])*(?:[├└] )?")
each_case = pytest.mark.parametrize("case", CASES, ids=str)
each_width = pytest.mark.parametrize("width", [20, 60, 100, 200])


class Box(NamedTuple):
    """Where a text stands, in the widest of the usual typefaces."""

    left: float
    top: float
    right: float
    bottom: float
    words: str

    def overlaps(self, other: "Box") -> bool:
        return self.left < other.right - 0.5 and other.left < self.right - 0.5 and self.top < other.bottom - 0.5


def parsed(picture: str) -> ElementTree.Element:
    return ElementTree.fromstring(picture)


def drawn(page: Page, width: int = 100) -> ElementTree.Element:
    return parsed(svg.render(page, width, "a title"))


def boxes(root: ElementTree.Element) -> list[Box]:
    return [box for text in root.iter(f"{SVG}text") for box in _boxes_of(text)]


def _boxes_of(text: ElementTree.Element) -> Iterator[Box]:
    """Yield the box of a text, and of each part of it that has a place of its own."""
    chunks: list[tuple[float, str, float, float, str]] = []
    for words, look in _parts(text, {"font-size": "15", **text.attrib}):
        size = float(look["font-size"])
        width = text_width(words, size, bold=look.get("font-weight") == "600", mono=look.get("class") == "cc-code")
        if not chunks or float(look["x"]) != chunks[-1][0] or look.get("text-anchor", "start") != chunks[-1][1]:
            chunks.append((float(look["x"]), look.get("text-anchor", "start"), 0, 0, ""))
        x, anchor, before, high, said = chunks[-1]
        chunks[-1] = (x, anchor, before + width, max(high, size), said + words)
    for x, anchor, width, size, words in chunks:
        left = x - {"start": 0, "middle": width / 2, "end": width}[anchor]
        base = float(text.get("y", ""))
        yield Box(left, base - 0.76 * size, left + width, base + 0.22 * size, words)


def _parts(element: ElementTree.Element, look: Mapping[str, str]) -> Iterator[tuple[str, Mapping[str, str]]]:
    if element.text:
        yield element.text, look
    for child in element:
        yield from _parts(child, {**look, **child.attrib})
        if child.tail:
            yield child.tail, look


def faults(root: ElementTree.Element) -> Iterator[str]:
    """Yield each text that leaves the sheet and any two that overlap."""
    across, down = (float(number) for number in root.get("viewBox", "").split()[2:])
    placed = sorted(boxes(root), key=lambda box: box.top)
    for index, box in enumerate(placed):
        if box.left < -0.5 or box.right > across + 0.5 or box.top < 0 or box.bottom > down:
            yield f"{box} leaves the sheet of {across} by {down}"
        for other in placed[index + 1 :]:
            if other.top >= box.bottom:
                break
            if other.overlaps(box):
                yield f"{box} overlaps {other}"


def squeezed(words: str) -> str:
    """Return words as they stand in a picture, without the blanks at which lines may break."""
    return re.sub(r"\s", "", escape_invisible(words))


def all_words(root: ElementTree.Element) -> str:
    return squeezed("".join("".join(text.itertext()) for text in root.iter(f"{SVG}text")))


def said(page: Page) -> Iterator[str]:
    """Yield each text of a page that its picture must have; of a chart with named points these alone are its words."""
    yield page.title
    for block in page.blocks:
        for one in block.blocks if isinstance(block, Group) else (block,):
            if isinstance(one, Chart) and one.points:
                yield from (text for point in one.points for text in (point.amount, point.words))
            elif isinstance(one, Table):
                yield from (header for header in one.headers if any(row.cells for row in one.rows))
                for row in one.rows:
                    yield from (GUIDES.sub("", line) for line in row.label.lines)
                    yield from (line for cell in row.cells for line in cell.lines)
            elif isinstance(one, Chart):
                yield one.label if one.line_a_range else ""
                yield from (text for r in one.ranges for text in (r.label, r.caption, r.note))
            else:
                plain = msgspec.to_builtins(one)
                yield from (text for text in all_texts(_without_looks(plain)))


def _without_looks(data: object) -> object:
    """Return plain data of a block without what says how a text looks or where it leads."""
    if isinstance(data, dict):
        return [_without_looks(value) for key, value in data.items() if key not in ("tone", "link", "type")]
    return [_without_looks(one) for one in data] if isinstance(data, list | tuple) else data


# ---- every answer ----


@each_case
@each_width
def test_every_text_of_a_page_is_in_its_picture_whole(case: Case, width: int) -> None:
    page = full_page(case)
    words = all_words(drawn(page, width))
    assert [text for text in said(page) if squeezed(text) not in words] == []


@each_case
@each_width
def test_no_two_texts_overlap_and_none_leaves_the_sheet(case: Case, width: int) -> None:
    assert list(faults(drawn(full_page(case), width))) == []


@each_case
def test_a_picture_needs_nothing_from_anywhere_else_and_has_no_acting_character(case: Case) -> None:
    picture = svg.render(full_page(case), 100, str(case))
    assert ACTING.findall(picture) == []
    for element in parsed(picture).iter():
        assert element.tag in DRAWN
        address = element.get("href")
        assert (address is not None) == (element.tag == f"{SVG}a")
        assert address is None or address.startswith(("https://", "http://"))
        assert not any(name.startswith("on") or name in ("style", f"{SVG}href") for name in element.attrib)
        assert not re.search(r"url\(|@import|@font-face|//", (element.text or "") * (element.tag == f"{SVG}style"))


@each_case
def test_the_same_answer_gives_the_same_picture(case: Case) -> None:
    assert svg.render(full_page(case), 96, "") == svg.render(full_page(case), 96, "")


@pytest.mark.parametrize("width", [60, 100])
def test_first_screens_of_many_roles_are_whole_and_no_two_texts_overlap(embedded: CatalogReader, width: int) -> None:
    roles = [role.id for role in embedded.role_summaries()][::40]
    found = []
    for role, other in pairwise(roles):
        screens = (
            compare_screen(compare(embedded, (role, other))),
            compare_screen(compare(embedded, roles[:5])),
            salary_screen(salary(embedded, (role,))),
            path_screen(progression_tree(embedded, role, depth=1)),
            show_screen(show(embedded, (role,))),
            related_screen(related(embedded, role, limit=10)),
            skills_screen(skills(embedded, role)),
        )
        for screen in screens:
            page = fit(screen, width)
            root = drawn(page, width)
            words = all_words(root)
            found += [f"{role}: {fault}" for fault in faults(root)]
            found += [f"{role}: no {text!r}" for text in said(page) if squeezed(text) not in words]
    assert found == []


# ---- any text ----


@given(words=st.lists(HOSTILE, min_size=1, max_size=4), width=st.integers(20, 120), title=HOSTILE)
def test_hostile_text_gives_a_well_formed_picture_with_all_of_it_and_nothing_that_acts(
    words: list[str], width: int, title: str
) -> None:
    first, last = words[0], words[-1]
    page = Page(
        (
            Heading(first, 1, last),
            Paragraph(tuple(Span(word, "accent") for word in words), bullet="-"),
            Table(("", last), tuple(Row(Cell((word,), "bad"), (Cell((word, "1"), "strong"),)) for word in words)),
            Terms((Term(first, last, tuple(words)),)),
            Labels(tuple(Label(word, (word, last), "code", packed=True) for word in words)),
            Tree(TreeNode((Span(first),), last, tuple(TreeNode((Span(word),)) for word in words))),
            Chart((PayRange(first, last, 1, 2, 3, 3.5, 4, 5, note=first), PayRange(last, first, *NOTHING)), "USD", ""),
        )
    )  # fmt: skip
    picture = svg.render(page, width, title)
    root = parsed(picture)
    assert picture.encode()
    assert ACTING.findall(picture) == []
    assert {squeezed(word) for word in words if squeezed(word) not in all_words(root)} == set()
    assert list(faults(root)) == []


# ---- for everybody ----


def test_a_picture_is_named_and_told_for_those_who_cannot_see_it() -> None:
    page = Page((Paragraph((Span("Bakers "), Span("earn more", "strong"), Span("."))), Group((Heading("Pay"),))))
    root = parsed(svg.render(page, 80, "careercli search 'R&D <b>'"))
    title, told = root[0], root[1]
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {told.get('id')}"
    assert (title.tag, title.text) == (f"{SVG}title", "careercli search 'R&D <b>'")
    assert (told.tag, told.text) == (f"{SVG}desc", "Bakers earn more.")


def test_a_page_without_sentences_is_told_by_its_headings() -> None:
    assert drawn(Page((Heading("Baker: pay", 1), Heading("United States"))))[1].text == "Baker: pay United States"


def test_the_colors_of_every_class_are_there_for_light_and_for_dark() -> None:
    used = {name for case in CASES for element in drawn(full_page(case)).iter() if (name := element.get("class"))}
    light, dark = svg.render(Page(()), 80, "").split("@media screen and (prefers-color-scheme:dark)")
    for name in used:
        assert f".{name}{{fill:" in light
        assert f".{name}{{fill:" in dark
    assert (LIGHT["ink"] in light, DARK["ink"] in dark) == (True, True)


# ---- the sheet ----


def test_a_picture_is_as_wide_as_so_many_columns_and_never_too_narrow_to_read() -> None:
    widths = [int(drawn(Page(()), width).get("width", "")) for width in (20, 30, 80, 100, 10_000)]
    assert widths == [460, 460, 840, 1030, 95_080]


def test_the_answer_is_larger_than_what_it_rests_on_and_the_foot_is_smaller() -> None:
    foot = Labels((Label("Sources", ("[1] BLS",)),), muted=True)
    page = Page((Paragraph((Span("The answer."),)), Group((Paragraph((Span("Why."),)),)), Group((foot,))))
    sizes = {"".join(text.itertext()): float(text.get("font-size", "15")) for text in drawn(page).iter(f"{SVG}text")}
    assert sizes["The answer."] > sizes["Why."] > sizes["Sources"]


def test_tones_are_classes_and_weights() -> None:
    tones: tuple[Tone, ...] = ("", "strong", "muted", "good", "bad", "warn", "accent", "code")
    page = Page(tuple(Paragraph((Span(tone or "plain", tone),)) for tone in tones))
    looks = {text.text: (text.get("class"), text.get("font-weight")) for text in drawn(page).iter(f"{SVG}text")}
    assert looks == {
        "plain": (None, None), "strong": (None, "600"), "muted": ("cc-muted", None), "good": ("cc-good", None),
        "bad": ("cc-bad", None), "warn": ("cc-warn", None), "accent": ("cc-accent", "600"), "code": ("cc-code", None),
    }  # fmt: skip


def test_a_link_leads_to_the_web_and_nowhere_else() -> None:
    spans = (
        Span("here", link="https://example.org/?a=1&b=2"),
        Span(" and "),
        Span("there", link="javascript:alert(1)"),
    )
    root = drawn(Page((Paragraph(spans),)))
    links = [(link.get("href"), "".join(link.itertext())) for link in root.iter(f"{SVG}a")]
    assert links == [("https://example.org/?a=1&b=2", "here")]


def test_the_number_of_a_source_is_small_and_stays_with_the_word_before_it() -> None:
    root = drawn(Page((Paragraph((Span("word " * 40 + "end. [12]"),)),)), 40)
    (cited,) = (part for part in root.iter(f"{SVG}tspan") if "[12]" in (part.text or ""))
    assert float(cited.get("font-size", "")) < 15
    assert any("".join(text.itertext()).endswith("end. [12]") for text in root.iter(f"{SVG}text"))


def test_what_only_looks_like_the_number_of_a_source_is_left_as_it_is() -> None:
    root = drawn(Page((Paragraph((Span("roles.baker.levels[4].title"),)),)))
    assert [text.text for text in root.iter(f"{SVG}text")] == ["roles.baker.levels[4].title"]


# ---- tables ----


def amount(text: str) -> Cell:
    return Cell((text,), numeric=True)


def test_last_digits_stand_below_each_other_and_marks_hang_behind_them() -> None:
    rows = (Row(Cell(("a",)), (amount("$1,234†"),)), Row(Cell(("b",)), (amount("$56,789"),)))
    texts = {box.words: box for box in boxes(drawn(Page((Table(("", "Pay"), rows),))))}
    assert texts["$1,234"].right == texts["$56,789"].right == texts["Pay"].right == texts["†"].left


def test_tables_of_one_kind_share_their_columns_and_the_second_has_no_header() -> None:
    tables = (
        Table(("Next", "Pay"), (Row(Cell((label,)), (amount("$1"),)),)) for label in ("short", "a much longer label")
    )
    placed = boxes(drawn(Page(tuple(Group((table,)) for table in tables))))
    assert [box.words for box in placed].count("Next") == 1
    assert len({box.right for box in placed if box.words == "$1"}) == 1


def test_a_table_that_cannot_fit_becomes_records_or_stands_some_columns_at_a_time() -> None:
    headers = ("", *(f"Header-{number}" for number in range(8)))
    row = Row(Cell(("a row",)), tuple(Cell((f"unbroken-cell-{number}",)) for number in range(8)))
    records = boxes(drawn(Page((Table(headers, (row,)),)), 40))
    assert len({box.left for box in records if box.words.startswith("unbroken")}) == 1
    parts = boxes(drawn(Page((Table(headers, (row,), splittable=True),)), 60))
    assert [box.words for box in parts].count("a row") == 3


def test_a_table_that_nearly_has_the_width_of_the_sheet_has_all_of_it_and_a_small_one_stays_small() -> None:
    long, short = (Table(("Level", "Pay"), (Row(Cell(("x" * letters,)), (amount("$1"),)),)) for letters in (60, 6))
    for table, right in ((long, 990), (short, None)):
        rule = next(line for line in drawn(Page((table,))).iter(f"{SVG}line"))
        assert float(rule.get("x2", "")) == right if right else float(rule.get("x2", "")) < 300


def test_the_levels_of_a_ladder_are_joined_from_row_to_row() -> None:
    labels = ("One", "└ Two", "\u00a0\u00a0├ Three", "\u00a0\u00a0│ └ Four", "\u00a0\u00a0└ Five")
    table = Table(("Level", "Years"), tuple(Row(Cell((label,)), (amount("1"),)) for label in labels))
    root = drawn(Page((table,)))
    strokes = [path.get("d", "") for path in root.iter(f"{SVG}path")]
    upright = sorted(
        tuple(float(number) for number in re.findall(r"[\d.]+", stroke)[:3]) for stroke in strokes if "V" in stroke
    )
    third = [(start, end) for x, start, end in upright if x == 68]
    assert len(third) == 4  # past Three, to Three, past Four, to Five
    assert third[0][0] == third[1][0]
    assert max(end for start, end in third if start == third[0][0]) == third[2][0]
    lefts = {box.words: box.left for box in boxes(root) if box.words in ("One", "Two", "Three", "Four", "Five")}
    assert lefts["One"] < lefts["Two"] < lefts["Three"] == lefts["Five"] < lefts["Four"]


# ---- charts ----


def shapes(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [element for element in root.iter() if element.get("class") == f"cc-{name}" and element.tag in SHAPES]


def test_a_range_is_drawn_to_scale() -> None:
    one = PayRange("", "", 10_000, 20_000, 30_000, 35_000, 40_000, 60_000)
    other = PayRange("", "", 10_000, None, None, None, None, 110_000)
    root = drawn(Page((Chart((one, other), "USD", "year", line_a_range=True),)))
    line, longer = (element for element in shapes(root, "range") if element.get("y1") == element.get("y2"))
    start, end = (float(line.get(name, "")) for name in ("x1", "x2"))
    assert float(longer.get("x2", "")) - start == pytest.approx(2 * (end - start), abs=0.2)
    (bar, _key) = shapes(root, "bar")
    assert float(bar.get("x", "")) == pytest.approx(start + (end - start) / 5, abs=0.2)
    assert float(bar.get("width", "")) == pytest.approx((end - start) * 2 / 5, abs=0.2)
    mean = next(element for element in shapes(root, "mark") if element.tag == f"{SVG}circle")
    assert float(mean.get("cx", "")) == pytest.approx((start + end) / 2, abs=0.2)


def test_open_ends_are_arrows_estimates_are_hollow_and_each_mark_is_explained_once() -> None:
    bound = PayRange("a", "", 10, None, 20, None, None, 30, open_end=True)
    guess = PayRange("b", "", 10, None, 20, None, None, 30, estimate=True)
    chart = Chart((bound, guess), "USD", "year")
    root = drawn(Page((chart, chart)))
    assert (len(shapes(root, "tip")), len(shapes(root, "hollow")), len(shapes(root, "guess"))) == (3, 3, 2)
    words = [box.words for box in boxes(root)]
    assert [words.count(word) for word in ("median", "our estimate", "or more")] == [1, 1, 1]


def test_points_are_named_below_the_drawing_and_the_readers_amount_above_it() -> None:
    points = tuple(Point(at, f"${at}", words) for at, words in ((10, "low end"), (11, "half"), (50, "high end")))
    chart = Chart((PayRange("", "", 10, None, 11, None, None, 50),), "USD", "year", 30, points=points)
    root = drawn(Page((chart,)))
    placed = {box.words: box for box in boxes(root)}
    (own,) = shapes(root, "own")
    assert placed["$30, you"].bottom < placed["$10"].top < placed["low end"].top
    assert (placed["$30, you"].left + placed["$30, you"].right) / 2 == pytest.approx(float(own.get("x1", "")), abs=0.2)
    assert list(faults(root)) == []


@pytest.mark.parametrize(("own", "words"), [(500, "$500, you →"), (1, "← $1, you")])
def test_an_amount_far_from_the_drawing_has_an_arrow_and_no_line(own: int, words: str) -> None:
    points = tuple(Point(at, f"${at}", "") for at in (100, 150))
    chart = Chart((PayRange("", "", 100, None, None, 120, None, 150),), "USD", "year", own, points=points)
    root = drawn(Page((chart,)))
    assert words in [box.words for box in boxes(root)]
    assert shapes(root, "own") == []
