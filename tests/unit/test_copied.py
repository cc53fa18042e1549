"""Records made of others by the names of their fields: what goes before what, and that nothing is left out unseen."""

from typing import NamedTuple

import pytest

from careercli.answers.shared.view_parts import View, copied, flat


class Bread(NamedTuple):
    """A part that is no view."""

    name: str
    price: int


class Loaf(View, frozen=True):
    """What is made of it."""

    name: str
    price: int
    shelf: str | None = None


def test_a_field_is_as_the_first_part_has_it_unless_it_is_given() -> None:
    rye, white = Bread("rye", 4), Loaf(name="white", price=3, shelf="top")
    assert copied(Loaf, rye, white) == Loaf(name="rye", price=4, shelf="top")
    assert copied(Loaf, rye, white, price=5) == Loaf(name="rye", price=5, shelf="top")
    assert copied(Bread, white) == Bread("white", 3)


def test_a_field_that_is_found_nowhere_is_an_error_unless_it_has_a_default() -> None:
    assert copied(Loaf, Bread("rye", 4)).shelf is None
    with pytest.raises(TypeError, match="price"):
        copied(Loaf, name="rye")


def test_a_part_may_be_none_and_what_nobody_has_may_be_null() -> None:
    assert copied(Bread, None, Bread("rye", 4)) == Bread("rye", 4)
    assert flat(Bread, None, name="rye") == Bread("rye", None)  # type: ignore[arg-type]
