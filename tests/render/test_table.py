"""How a table is set: its gaps, its fit, and when it is turned into records."""

import pytest

from careercli.blocks import Cell, Page, Row, Table
from careercli.render.table import render
from careercli.terminal import RenderOptions

WORDS = ("a" * 10, "b" * 5, "c" * 11)
NATURAL = sum(map(len, WORDS)) + 2 * 2
"""The columns and two blanks between them."""


def table(*, numeric: bool) -> Page:
    label, *cells = WORDS
    row = Row(Cell((label,)), tuple(Cell((text,), numeric=numeric) for text in cells))
    return Page((Table(tuple(word.upper() for word in WORDS), (row,)),))


@pytest.mark.parametrize("numeric", [False, True])
@pytest.mark.parametrize("width", [None, 200, NATURAL + 1, NATURAL])
def test_two_blanks_stand_between_columns_wherever_the_table_fits(numeric: bool, width: int | None) -> None:
    head, row = render(table(numeric=numeric), RenderOptions(width, False, "utf-8")).splitlines()
    assert (head, row) == ("  ".join(WORDS).upper(), "  ".join(WORDS))


@pytest.mark.parametrize("numeric", [False, True])
def test_a_table_one_column_too_wide_is_turned_and_no_word_is_broken(numeric: bool) -> None:
    lines = render(table(numeric=numeric), RenderOptions(NATURAL - 1, False, "utf-8")).splitlines()
    assert lines == [WORDS[0], *(f"  {word.upper()}: {word}" for word in WORDS[1:])]
