"""A picture is well-formed and whole: the terminal's characters in its rows and cells, and nothing from outside."""

import re
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color_triplet import ColorTriplet

from careercli.blocks import Cell, Heading, Page, Paragraph, Row, Span, Table
from careercli.render import svg, table
from careercli.terminal import RenderOptions
from tests.render.answers import CASES, Case, text

SVG = "{http://www.w3.org/2000/svg}"
XML = "{http://www.w3.org/XML/1998/namespace}"
DRAWN = {f"{SVG}{name}" for name in ("svg", "title", "g", "rect", "path", "text", "tspan")}
HOSTILE = st.text(
    st.one_of(st.characters(), st.sampled_from("\x1b\x00\r\n\t\u202e\u200d\ufe0f\ufffe\ud800<&>\"']─━│├┤└客👩💻🇳🇴 "))
)
each_case = pytest.mark.parametrize("case", CASES, ids=str)
each_width = pytest.mark.parametrize("width", [40, 96, 200])


class Drawn(NamedTuple):
    """A picture as its reader finds it."""

    root: ElementTree.Element
    rows: dict[int, str]
    """The number of a row -> its characters; rows without any have no element."""
    room: int
    """How many rows the height has room for."""


def drawn(picture: str) -> Drawn:
    root = ElementTree.fromstring(picture)
    title, terminal = root.findall(f"{SVG}g")
    first = 16 + svg.ROW * len(title) + svg.PADDING
    rows = {(int(row.get("y", "")) - first) // svg.ROW: "".join(row.itertext()) for row in terminal.iter(f"{SVG}text")}
    return Drawn(root, rows, (int(root.get("height", "")) - first - svg.PADDING) // svg.ROW)


def lines_of(terminal: str) -> dict[int, str]:
    """Return what the rows of a picture must hold: every line that is not empty, by its number."""
    bare = re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;.*?\x1b\\", "", terminal.removesuffix("\n"))
    return {number: line for number, line in enumerate(bare.split("\n")) if line}


def picture_of(case: Case, width: int) -> str:
    return svg.render(text(case, width, color=True), width, f"careercli {case}")


@each_case
@each_width
def test_every_line_of_the_terminal_stands_in_its_row_with_the_same_characters(case: Case, width: int) -> None:
    picture = drawn(picture_of(case, width))
    terminal = text(case, width, color=True)
    assert picture.rows == lines_of(terminal)
    assert picture.room == terminal.count("\n")
    assert {number: line.rstrip() for number, line in picture.rows.items()} == lines_of(text(case, width))


@each_case
@each_width
def test_nothing_reaches_out_of_the_picture_and_no_two_pieces_overlap(case: Case, width: int) -> None:
    root = drawn(picture_of(case, width)).root
    view = [int(number) for number in root.get("viewBox", "").split()]
    assert view == [0, 0, int(root.get("width", "")), int(root.get("height", ""))]
    for row in root.iter(f"{SVG}text"):
        free = float(svg.PADDING)
        for piece in row.findall(f"{SVG}tspan") or [row]:
            start, written = float(piece.get("x", "")), "".join(piece.itertext())
            assert start > free - 0.01
            free = start + cell_len(written) * svg.CELL
            if piece.get("fill") != "none":
                assert float(piece.get("textLength", "")) == pytest.approx(free - start, rel=1e-4)
        assert free <= view[2] - svg.PADDING + 0.01
        assert 0 < int(row.get("y", "")) < view[3]


@each_case
def test_a_picture_needs_nothing_from_anywhere_else(case: Case) -> None:
    for element in drawn(picture_of(case, 96)).root.iter():
        assert element.tag in DRAWN
        assert not any(name.endswith("href") or name.startswith("on") or name == "style" for name in element.attrib)
        assert not any(re.search(r"url\(|@import|//", value) for value in element.attrib.values())


@each_case
def test_the_same_answer_gives_the_same_picture(case: Case) -> None:
    assert picture_of(case, 96) == picture_of(case, 96)


def test_a_link_is_drawn_as_its_text_and_its_address_is_left_out() -> None:
    links = [
        f"\x1b]8;{number};https://example.org/\x1b\\here\x1b]8;;\x1b\\, there\n" for number in ("id=1", "id=2", "")
    ]
    (picture,) = {svg.render(line, 40, "") for line in links}
    assert drawn(picture).rows == {0: "here, there"}
    assert "example.org" not in picture


@given(words=st.lists(HOSTILE, min_size=1, max_size=4), width=st.integers(20, 120), title=HOSTILE)
def test_hostile_text_gives_a_well_formed_picture_with_every_character_that_a_terminal_gets(
    words: list[str], width: int, title: str
) -> None:
    spans = tuple(Span(word, "accent") for word in words)
    rows = tuple(Row(Cell((word,), "bad"), (Cell((word, "1"), "strong"),)) for word in words)
    page = Page((Heading(words[0], 1), Paragraph(spans), Table(("", words[-1]), rows)))
    terminal = table.render(page, RenderOptions(width, True, "utf-8"))
    assert drawn(svg.render(terminal, width, title)).rows == lines_of(terminal)


@given(terminal=HOSTILE, title=HOSTILE)
def test_whatever_the_text_is_the_picture_is_well_formed_and_holds_no_control_character(
    terminal: str, title: str
) -> None:
    picture = svg.render(terminal, 40, title)
    drawn(picture)
    assert picture.encode()
    assert re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", picture) == []


def test_the_picture_is_named_for_those_who_cannot_see_it_and_shows_its_name() -> None:
    root = drawn(svg.render("x\n", 80, "careercli search 'R&D <b>'")).root
    assert root.get("role") == "img"
    assert (root[0].tag, root[0].text) == (f"{SVG}title", "careercli search 'R&D <b>'")
    assert "".join(root.findall(f"{SVG}g")[0].itertext()).strip() == "careercli search 'R&D <b>'"


def test_a_long_title_is_broken_and_not_cut() -> None:
    title = " ".join(f"role-number-{number}" for number in range(9))
    root = drawn(svg.render("x\n", 40, title)).root
    lines = ["".join(line.itertext()) for line in root.findall(f"{SVG}g")[0]]
    assert " ".join(lines) == title
    assert len(lines) > 1


def test_a_line_wider_than_the_terminal_makes_the_picture_wider() -> None:
    narrow, wide = (ElementTree.fromstring(svg.render(f"{'x' * count}\n", 40, "")) for count in (40, 80))
    assert int(wide.get("width", "")) - int(narrow.get("width", "")) == pytest.approx(40 * svg.CELL, abs=1)


def test_text_after_a_wide_character_stands_where_the_terminal_has_it() -> None:
    pieces = ElementTree.fromstring(svg.render("ab 客客 cd 👩‍💻 ef\n", 40, "")).iter(f"{SVG}tspan")
    cells = {piece.text: (float(piece.get("x", "")) - svg.PADDING) / svg.CELL for piece in pieces}
    assert cells == pytest.approx({"ab": 0, "客客": 3, "cd": 8, "👩‍💻": 11, "ef": 14})


def test_blanks_are_kept_as_they_are() -> None:
    picture = svg.render("  a   b\n", 40, "")
    assert drawn(picture).rows == {0: "  a   b"}
    assert ElementTree.fromstring(picture).get(f"{XML}space") == "preserve"


@pytest.mark.parametrize(
    ("code", "look"),
    [
        ("1", {"font-weight": "bold"}),
        ("2", {"fill": "#969ca3"}),
        ("31", {"fill": svg.THEME.ansi_colors[1]}),
        ("32", {"fill": svg.THEME.ansi_colors[2]}),
        ("33", {"fill": svg.THEME.ansi_colors[3]}),
        ("1;36", {"fill": svg.THEME.ansi_colors[6], "font-weight": "bold"}),
    ],
)
def test_bold_dim_and_colours_are_those_of_the_terminal(code: str, look: dict[str, str | tuple[int, int, int]]) -> None:
    told = {name: value if isinstance(value, str) else ColorTriplet(*value).hex for name, value in look.items()}
    plain, toned = ElementTree.fromstring(svg.render(f"plain  \x1b[{code}mtoned\x1b[0m\n", 40, "")).iter(f"{SVG}tspan")
    assert {name: value for name, value in toned.items() if name in ("fill", "font-weight")} == told
    assert {"fill", "font-weight"}.isdisjoint(plain.keys())


@pytest.mark.parametrize("dim", [False, True])
@pytest.mark.parametrize("number", range(16))
def test_every_colour_can_be_read_on_the_background(number: int, dim: bool) -> None:
    written = re.findall(
        'tspan .*fill="(#.{6})"',
        svg.render(f"\x1b[{'2;' * dim}{30 + number if number < 8 else 82 + number}mx\x1b[0m", 9, ""),
    )
    color = ColorTriplet(*bytes.fromhex(written[0][1:])) if written else svg.THEME.foreground_color
    assert _contrast(color, svg.THEME.background_color) >= 4.5


def test_the_contrast_of_black_and_white_is_21() -> None:
    assert _contrast(ColorTriplet(0, 0, 0), ColorTriplet(255, 255, 255)) == 21


def _contrast(one: ColorTriplet, other: ColorTriplet) -> float:
    """Return the contrast ratio as WCAG 2 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: ColorTriplet) -> float:
    parts = (part / 255 for part in color)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def strokes(terminal: str) -> list[tuple[float, float, str, float]]:
    """Return every stroke of the lines: where it starts, in cells and rows, its direction, and where it ends."""
    picture = svg.render(terminal, 40, "")
    first = 16 + svg.ROW + svg.PADDING
    found = []
    for path in re.findall(f'<path d="([^"]+)" stroke="{svg.THEME.foreground_color.hex}"', picture):
        for x, y, way, end in re.findall(r"M([\d.]+) ([\d.]+)([HV])([\d.]+)", path):
            column, row = (float(x) - svg.PADDING) / svg.CELL, (float(y) - first) / svg.ROW
            stop = (float(end) - first) / svg.ROW if way == "V" else (float(end) - svg.PADDING) / svg.CELL
            found.append((round(column, 2), row, way, round(stop, 2)))
    return found


def test_the_lines_of_a_tree_join_from_row_to_row() -> None:
    upright = [stroke for stroke in strokes("│\n├─ a\n└─ b\n") if stroke[2] == "V"]
    assert upright == [(0.5, 0, "V", 1), (0.5, 1, "V", 2), (0.5, 2, "V", 2.5)]


def test_the_lines_of_a_range_reach_from_end_to_end_and_up_to_its_points() -> None:
    level = [stroke for stroke in strokes("├──◆━━━─┤\n") if stroke[2] == "H"]
    assert level == [(0.5, 0.5, "H", 1), (1, 0.5, "H", 3), (7, 0.5, "H", 8), (8, 0.5, "H", 8.5), (4, 0.5, "H", 7)]
