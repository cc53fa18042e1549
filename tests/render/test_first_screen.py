"""What a first screen promises: it fits, the least important goes first, and what is gone is counted."""

import re

from msgspec.structs import replace

from careercli.blocks import (
    Cell,
    Chart,
    Group,
    Label,
    Labels,
    Mark,
    Page,
    Paragraph,
    PayRange,
    Row,
    Screen,
    Span,
    Table,
    Term,
    Terms,
    cite,
)
from careercli.render.first_screen import LINES, fit
from careercli.render.table import render
from careercli.terminal import RenderOptions


def a_screen(rows: int = 3, *, ranked: bool = True, left_out: int = 0) -> Screen:
    table = Table(
        ("Role", "Pay" + cite("wages")),
        tuple(
            Row(Cell((f"Role {n}",)), (Cell((f"${n}",), numeric=True),), n if ranked else 0) for n in range(1, rows + 1)
        ),
    )
    return Screen(
        title="Roles",
        answer=(Paragraph((Span("They are paid." + cite("outlook", "wages")),)),),
        groups=(Group((table,), unit=("role", "roles")),),
        sources={"wages": "BLS wages 2025", "outlook": "BLS outlook 2024–34", "unused": "nobody"},
        marks=(Mark("†", "† a broader group"), Mark(r"~\d", "~ an estimate")),
        commands=(Label("Read one", ("careercli show role-1",), "code"),),
        left_out=((left_out, "family", "families"),),
    )


def text_of(page: Page, width: int = 80) -> str:
    return render(page, RenderOptions(width, color=False, encoding="utf-8"))


def test_what_fits_is_shown_whole_and_says_so() -> None:
    text = text_of(fit(a_screen(), 80))
    assert "Role 3" in text
    assert text.endswith(" More     nothing is left out.\n")


def test_rows_of_the_highest_rank_go_first_and_are_counted() -> None:
    text = text_of(fit(a_screen(60), 80))
    lines = text.splitlines()
    shown = [int(number) for number in re.findall(r"Role (\d+)", text)]
    assert len(lines) == LINES
    assert shown == list(range(1, len(shown) + 1))
    assert lines[-1] == f" More     {60 - len(shown)} roles are left out: --full"


def test_what_was_never_offered_is_counted_with_it() -> None:
    assert text_of(fit(a_screen(3, left_out=1), 80)).splitlines()[-1] == " More     1 family is left out: --full"


def test_rows_without_a_rank_stay_however_long_the_screen_gets() -> None:
    assert text_of(fit(a_screen(60, ranked=False), 80)).count("Role ") == 61


def test_a_whole_group_goes_where_its_rank_is_the_highest() -> None:
    screen = a_screen(20)
    aside = Group(
        (Table(("",), tuple(Row(Cell((f"aside {n}",))) for n in range(20))),), rank=99, unit=("aside", "asides")
    )
    text = text_of(fit(replace(screen, groups=(*screen.groups, aside)), 80))
    assert "aside 1" not in text
    assert "20 asides are left out" in text


def test_sources_are_numbered_as_they_are_met_and_others_are_not_named() -> None:
    text = text_of(fit(a_screen(), 80))
    assert "They are paid. [1][2]" in text
    assert "Pay [2]" in text
    assert " Sources  [1] BLS outlook 2024–34  [2] BLS wages 2025\n" in text
    assert "nobody" not in text


def test_only_marks_that_are_used_are_explained() -> None:
    assert "Marks" not in text_of(fit(a_screen(), 80))


def test_digits_stand_under_digits_where_some_have_a_mark() -> None:
    rows = (Row(Cell(("A",)), (Cell(("$10†",), numeric=True),)), Row(Cell(("B",)), (Cell(("$200",), numeric=True),)))
    group = Group((Table(("", "Pay"), rows),))
    text = text_of(Page((group,)))
    assert text == "     Pay\n A   $10†\n B  $200\n"


def test_tables_with_the_same_headers_share_their_columns_and_one_header() -> None:
    def table(label: str, amount: str) -> Group:
        return Group((Table(("", "Baker", "Cook"), (Row(Cell((label,)), (Cell((amount,)), Cell(("1",)))),)),))

    text = text_of(Page((table("Pay", "$1"), table("Time to get in", "4 to 6 years"))))
    assert text == (
        "                 Baker         Cook\n Pay             $1            1\n\n Time to get in  4 to 6 years  1\n"
    )


RANGES = Chart(
    (
        PayRange("Baker", "$20,000–$60,000", 20_000, 30_000, 40_000, None, 50_000, 60_000),
        PayRange("Cook", "$30,000–$70,000", 30_000, None, None, 45_000, None, 70_000),
    ),
    "USD",
    "year",
    label="Pay",
    line_a_range=True,
    ends="8 in 10 people",
)


def test_a_chart_with_a_line_a_range_says_below_what_its_signs_mean() -> None:
    lines = text_of(Page((Group((RANGES,)),)), 60).splitlines()
    assert [line.split()[0] for line in lines[:3]] == ["Pay", "Baker", "Cook"]
    assert lines[1].endswith("$20,000–$60,000")
    signs = " ".join(line.strip() for line in lines[3:])
    assert " ".join(signs.split()) == "├─┤ 8 in 10 people ━ the middle half ◆ median ● average"
    ascii_text = render(Page((Group((RANGES,)),)), RenderOptions(60, color=False, encoding="ascii"))
    assert ascii_text.isascii()


def test_a_chart_without_room_for_a_drawing_is_its_captions() -> None:
    assert text_of(Page((Group((RANGES,)),)), 40) == " Pay\n Baker  $20,000–$60,000\n Cook   $30,000–$70,000\n"


def test_other_formats_put_lines_without_a_name_under_the_name_above() -> None:
    foot = Labels(
        (Label("Marks", ("† a group", "* a job"), packed=True), Label("", ("Median: half.",)), Label("More", ("none",)))
    )
    (block,) = Page((Group((foot,)),)).flat()
    assert block == Terms((Term("Marks", "", ("† a group · * a job", "Median: half.")), Term("More", "none")))


def test_other_formats_join_tables_that_go_on_from_each_other_with_a_gap_where_no_row_opens_a_group() -> None:
    def table(*rows: Row) -> Group:
        return Group((Table(("Next", "Pay"), rows),))

    one, two, three = (Row(Cell((name,)), (Cell(("$1",)),)) for name in ("one", "two", "three"))
    opens = Row(Cell(("Before",)))
    (block,) = Page((table(one), table(opens, two), table(three))).flat()
    assert block == Table(("Next", "Pay"), (one, opens, two, Row(Cell(("",))), three))
