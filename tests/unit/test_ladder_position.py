"""Which levels so many years reach: half-open bands, forks, and ladders that do not say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.answers.salary.ladder_position import contains_years, ladder_note, level_stages, validate_years
from careercli.errors import UsageProblem
from careercli.model import Level, Role, RoleRef
from tests.conftest import SMALL, read

BAKER = read(SMALL).roles["baker"]
BANDS = st.none() | st.tuples(st.integers(0, 12), st.none() | st.integers(0, 12))


def ladder(*bands: tuple[float, float | None] | None, after: dict[str, tuple[str, ...]] | None = None) -> Role:
    """Return a role with levels `a`, `b` ... with these bands."""
    levels = tuple(
        Level(id=name, title=name.upper(), track="ic", source="s", years=years, after=(after or {}).get(name))
        for name, years in zip("abcdef", bands, strict=False)
    )
    return Role(title="R", family="f", summary="S", levels=levels)


@st.composite
def ladders(draw: st.DrawFn) -> Role:
    """Draw a ladder, with forks, joins and circles."""
    bands = draw(st.lists(BANDS, max_size=6))
    names = "abcdef"[: len(bands)]
    after = draw(st.dictionaries(st.sampled_from(names), st.lists(st.sampled_from(names), max_size=2))) if names else {}
    return ladder(*bands, after={name: tuple(earlier) for name, earlier in after.items()})


@given(ladders(), st.integers(0, 14))
def test_every_level_whose_band_holds_the_years_is_here_and_no_other(role: Role, years: int) -> None:
    places = level_stages(role, years)
    here = {level.id for level in role.levels if contains_years(level, years)}
    assert {level for level, place in places.items() if place == "here"} == here


@given(ladders(), st.integers(0, 14))
def test_nobody_can_say_only_where_there_is_no_band(role: Role, years: int) -> None:
    unknown = {level for level, place in level_stages(role, years).items() if place == "unknown"}
    assert all(level.years is None for level in role.levels if level.id in unknown)
    assert not unknown or not any(contains_years(level, years) for level in role.levels)


@given(ladders(), st.integers(0, 14))
def test_a_level_that_is_not_here_alone_is_explained(role: Role, years: int) -> None:
    here = [level for level in role.levels if contains_years(level, years)]
    assert (len(here) == 1) == (ladder_note(role, years) is None)


def test_a_band_holds_its_start_and_not_its_end() -> None:
    role = ladder((0, 2), (2, 5), (5, None))
    found = {
        years: [name for name, place in level_stages(role, years).items() if place == "here"]
        for years in (0, 2, 4.9, 5, 60)
    }
    assert found == {0: ["a"], 2: ["b"], 4.9: ["b"], 5: ["c"], 60: ["c"]}


def test_what_lies_behind_is_left_out_and_all_that_follows_is_ahead() -> None:
    assert level_stages(BAKER, 3) == {"journeyman": "here", "master": "ahead", "shift-lead": "ahead", "head": "ahead"}
    assert level_stages(BAKER, 9) == {"master": "here", "head": "here"}


def test_a_ladder_without_years_leaves_every_level_unknown() -> None:
    role = ladder(None, None)
    assert level_stages(role, 3) == {"a": "unknown", "b": "unknown"}
    assert ladder_note(role, 3) == "The levels of R have no years, so no one can say where 3 years of experience fit."


@pytest.mark.parametrize(
    ("role", "years", "places", "note"),
    [
        (ladder((4, 8), None), 1, {"a": "ahead", "b": "ahead"}, "The ladder of R starts with A, at 4 years."),
        (ladder((0, 2), (2, 5)), 9, {}, "No level of R goes up to 9 years: B ends at 5."),
        (ladder((0, 2), None, (5, 8)), 3, {"c": "ahead", "b": "unknown"}, "No level of R fits 3 years."),
        (ladder((0, 2), None), 1, {"a": "here", "b": "ahead"}, None),
    ],
    ids=["before it", "beyond it", "in a gap", "a level without a band after it"],
)
def test_years_that_no_band_holds_are_explained(
    role: Role, years: int, places: dict[str, str], note: str | None
) -> None:
    assert level_stages(role, years) == places
    assert ladder_note(role, years) == note


def test_years_stay_whole_where_they_are() -> None:
    assert str(validate_years(3.0, [])) == "3"
    assert str(validate_years(2.5, [])) == "2.5"


@pytest.mark.parametrize("years", [-0.5, 81, float("nan"), float("inf")])
def test_years_that_nobody_can_have_are_refused(years: float) -> None:
    with pytest.raises(UsageProblem, match="--years takes 0 to 80"):
        validate_years(years, [])


def test_a_level_beside_years_is_refused() -> None:
    with pytest.raises(UsageProblem, match="baker@master already names one"):
        validate_years(3, [RoleRef("baker", "master")])
