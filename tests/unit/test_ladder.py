"""A ladder is a graph; every walk over it ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.answers.path.answer import progression_tree
from careercli.ladders import Ladder
from careercli.model import Role
from tests.conftest import SMALL, LibraryOf, read
from tests.unit.reading import HEAD

BAKER = read(SMALL).roles["baker"]


def ladder_text(**after: str | None) -> str:
    """Return a role with these levels, each after the comma-separated ones; None says nothing of what it follows."""
    levels = ""
    for name, earlier in after.items():
        said = "" if earlier is None else f", after: [{earlier}]"
        levels += f"      - {{id: {name}, title: {name}, track: ic, years: [0, 1], source: s{said}}}\n"
    text = HEAD + "sources: {s: {title: S, kind: judgement}}\nfamilies: {f: {title: F}}\nroles:\n  r:\n    title: R\n"
    return text + f"    family: f\n    summary: R\n    moves: [{{to: r, kind: pivot, why: W}}]\n    levels:\n{levels}"


def ladder(**after: str | None) -> Role:
    return read(ladder_text(**after)).roles["r"]


def ids(role: Role) -> list[tuple[str, str]]:
    return [(earlier.id, later.id) for earlier, later in Ladder(role).steps()]


def test_a_ladder_forks_and_joins() -> None:
    assert [level.id for level in Ladder(BAKER).entries()] == ["apprentice"]
    assert [level.id for level in Ladder(BAKER).following("journeyman")] == ["master", "shift-lead"]
    assert [level.id for level in Ladder(BAKER).following("head")] == []
    assert ids(BAKER) == [
        ("apprentice", "journeyman"),
        ("journeyman", "master"),
        ("journeyman", "shift-lead"),
        ("master", "head"),
        ("shift-lead", "head"),
    ]


def test_a_level_that_says_nothing_comes_after_the_one_listed_before() -> None:
    role = ladder(a=None, b=None, c=None)
    assert list(Ladder(role).predecessors.values()) == [(), ("a",), ("b",)]


def test_a_level_with_an_empty_after_is_a_way_in() -> None:
    assert [level.id for level in Ladder(ladder(a=None, b=None, c="")).entries()] == ["a", "c"]


def test_a_role_without_levels_has_no_steps() -> None:
    role = read(SMALL).roles["flour-buyer"]
    assert (Ladder(role).entries(), ids(role)) == ([], [])


def test_a_ladder_that_goes_round_begins_at_its_first_level() -> None:
    role = ladder(a="c", b=None, c=None)
    assert [level.id for level in Ladder(role).entries()] == ["a"]
    assert ids(role) == [("c", "a"), ("a", "b"), ("b", "c")]


LEVELS = ("a", "b", "c", "d")
EARLIER = st.none() | st.lists(st.sampled_from(LEVELS), max_size=3, unique=True).map(",".join)


@given(st.fixed_dictionaries(dict.fromkeys(LEVELS, EARLIER)))
def test_every_ladder_has_a_way_in_and_each_of_its_steps_once(after: dict[str, str | None]) -> None:
    role = ladder(**after)
    steps = ids(role)
    assert Ladder(role).entries()
    assert len(steps) == len(set(steps)) == sum(map(len, Ladder(role).predecessors.values()))


@pytest.mark.parametrize(
    "after",
    [
        {"a": "a"},
        {"a": "b", "b": "a"},
        {"a": "c", "b": None, "c": None},
        {"a": None, "b": "c", "c": "b"},
        {"a": None, "b": "b"},
        {"a": "d", "b": "a,c", "c": "a,b", "d": "b"},
    ],
)
def test_the_tree_of_a_ladder_that_goes_round_ends_and_loses_no_level(
    after: dict[str, str | None], library_of: LibraryOf
) -> None:
    view = progression_tree(library_of(ladder_text(**after)), "r", depth=5)
    assert {row.to.level for row in view.rows} >= set(after)


@pytest.mark.parametrize("depth", [0, 1, 2, 3, 9, 50])
@pytest.mark.parametrize("place", ["baker", "baker@shift-lead", "pastry-chef", "bakery-manager", "flour-buyer"])
def test_the_tree_over_moves_that_go_round_ends_at_any_depth(place: str, depth: int, library_of: LibraryOf) -> None:
    view = progression_tree(library_of(SMALL), place, depth=depth)
    assert len(view.rows) < 60
    assert len({(row.to.role, row.to.level) for row in view.rows}) <= 13
