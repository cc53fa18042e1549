"""A drawn distribution names its points below it, in whatever room and encoding there is."""

import pytest
from msgspec.structs import replace

from careercli.blocks import Chart, Page, PayRange, Point
from careercli.render.html import render as render_html
from careercli.render.markdown import render as render_markdown
from careercli.render.table import render
from careercli.terminal import RenderOptions

AMOUNTS = (68_940, 80_330, 97_550, 112_350, 137_470)
WORDS = ("1 in 10", "1 in 4", "half", "3 in 4", "9 in 10")
NURSE = Chart(
    (PayRange("Registered Nurses", "half $97,550", 68_940, 80_330, 97_550, None, 112_350, 137_470),),
    "USD",
    "year",
    points=tuple(Point(at, f"${at:,}", words) for at, words in zip(AMOUNTS, WORDS, strict=True)),
    points_say="earn less",
)


def drawn(chart: Chart, width: int | None = 78, encoding: str = "utf-8") -> str:
    return render(Page((chart,)), RenderOptions(width, color=False, encoding=encoding))


def test_each_point_stands_below_its_place() -> None:
    line, amounts, words = drawn(NURSE).splitlines()
    assert line.count("━") == line.index("┤") - line.index("├") - line.count("─") - 2
    for sign, amount, word in (("├", "$68,940", "1 in 10"), ("◆", "$97,550", "half"), ("┤", "$137,470", "9 in 10")):
        assert abs(amounts.index(amount) + len(amount) // 2 - line.index(sign)) <= 1
        assert abs(words.index(word) + len(word) // 2 - line.index(sign)) <= 1
    assert words.endswith("9 in 10 earn less")


def test_where_there_is_less_room_the_words_go_on_below() -> None:
    text = drawn(NURSE, 58)
    assert text.splitlines()[-1].strip() == "of people earn less than this"
    assert max(map(len, text.splitlines())) <= 58


@pytest.mark.parametrize("width", [20, 30, 38, 44, 50, 59, 69, 70, 71, 80, 100, 160, None])
def test_no_point_is_lost_and_no_line_is_too_wide(width: int | None) -> None:
    text = drawn(replace(NURSE, own_pay=85_000), width)
    assert all(point.amount in text and point.words in text for point in NURSE.points)
    assert "$85,000" in text
    assert width is None or max(map(len, text.splitlines())) <= width


def test_the_readers_amount_stands_above_its_place() -> None:
    above, line, *_ = drawn(replace(NURSE, own_pay=85_000)).splitlines()
    assert abs(above.index("$85,000, you") + 6 - line.index("×")) <= 1


@pytest.mark.parametrize(("own", "said"), [(900_000, "$900,000, you →"), (500, "← $500, you")])
def test_an_amount_far_beyond_does_not_squeeze_the_drawing(own: int, said: str) -> None:
    chart = replace(NURSE, own_pay=own)
    above, *rest = drawn(chart).splitlines()
    assert above.strip() == said
    assert rest == drawn(NURSE).splitlines()


def test_points_that_lie_close_do_not_run_into_each_other() -> None:
    close = replace(NURSE, points=(*NURSE.points[:2], replace(NURSE.points[2], at=80_331), *NURSE.points[3:]))
    _, amounts, _ = drawn(close).splitlines()
    assert amounts.split() == [point.amount for point in NURSE.points]


def test_ascii_says_the_same() -> None:
    text = drawn(replace(NURSE, own_pay=85_000), encoding="ascii")
    assert text.isascii()
    assert "|---" in text
    assert "==#==" in text
    assert "x" in text.splitlines()[1]


def test_html_and_markdown_draw_it_their_own_way() -> None:
    html, markdown = render_html(Page((NURSE,))), render_markdown(Page((NURSE,)))
    assert "<svg" in html
    assert "half $97,550" in html
    assert "<figcaption" not in html
    assert "half $97,550" in markdown
    assert "p10" not in html + markdown
