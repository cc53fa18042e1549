"""What holds for every answer at every width: nothing is wider than asked, no number is cut, nothing acts up."""

import re
import unicodedata
from collections import Counter

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.render.answers import CASES, Case, text

WIDTHS = st.integers(40, 240)
NUMBER = re.compile(r"(?<![^\s(~+\-–])[+-]?[$€£]?\d[\d,]*(?:\.\d+)?[%k]?(?=$|\s|–|-|[).,;:]+(?:\s|$))", re.ASCII)
"""A number that stands as a word of its own, with its sign and currency sign."""

each_case = pytest.mark.parametrize("case", CASES, ids=str)
every_width = settings(
    max_examples=3, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def numbers(case: Case, width: int | None) -> Counter[str]:
    told = re.sub(r"^Columns \d to \d of \d$", "", text(case, width, axes=False), flags=re.MULTILINE)
    joined = re.sub(r"\s+", " ", re.sub("[│├└─]", " ", told))
    return Counter(NUMBER.findall(joined))


@each_case
@every_width
@example(40)
@example(60)
@example(80)
@example(200)
@given(width=WIDTHS)
def test_no_line_is_wider_than_asked(case: Case, width: int) -> None:
    too_wide = [line for line in text(case, width).splitlines() if cell_len(line) > width]
    assert too_wide == []


@each_case
@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_no_line_is_wider_than_asked_where_signs_are_spelled_in_ascii(case: Case, width: int) -> None:
    too_wide = [line for line in text(case, width, "ascii").splitlines() if len(line) > width]
    assert too_wide == []


@each_case
@every_width
@example(40)
@example(60)
@example(80)
@example(200)
@given(width=WIDTHS)
def test_a_narrow_output_has_every_number_of_the_unlimited_one_whole_and_no_other(case: Case, width: int) -> None:
    narrow, unlimited = numbers(case, width), numbers(case, None)
    assert set(narrow) - set(unlimited) == set(), "a number that nobody wrote"
    assert unlimited - narrow == Counter(), "a number that is missing or cut"


@each_case
@pytest.mark.parametrize("width", [None, 40, 80, 200])
def test_no_control_or_bidi_character_reaches_the_output(case: Case, width: int | None) -> None:
    joiners = "\u200c\u200d"  # part of the spelling of emoji and of some scripts
    hidden = {
        char
        for char in text(case, width)
        if char not in "\n" + joiners and unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    }
    assert hidden == set()


@each_case
@pytest.mark.parametrize("width", [None, 40, 80, 200])
def test_no_line_ends_in_a_blank(case: Case, width: int | None) -> None:
    assert [line for line in text(case, width).splitlines() if line != line.rstrip()] == []


@each_case
@pytest.mark.parametrize("width", [40, 80, None])
def test_colour_adds_escapes_of_ours_and_changes_no_character(case: Case, width: int | None) -> None:
    bare = re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;;[!-~]*?\x1b\\", "", text(case, width, color=True))
    assert [line.rstrip() for line in bare.splitlines()] == text(case, width).splitlines()


@each_case
@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_every_answer_can_be_written_in_the_encoding_of_the_stream(case: Case, encoding: str) -> None:
    assert text(case, 80, "ascii" if encoding == "ascii" else "cp1252").encode(encoding)


@each_case
def test_an_answer_ends_with_one_line_feed_and_has_no_two_blank_lines_in_a_row(case: Case) -> None:
    answer = text(case, 80)
    assert answer.endswith("\n")
    assert not answer.endswith("\n\n")
    assert "\n\n\n" not in answer
