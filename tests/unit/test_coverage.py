"""Coverage: a share, never more than all of it, and the same weight for an unrated skill in every answer."""

from hypothesis import given
from hypothesis import strategies as st

from careercli.catalog.coverage import DEFAULT_IMPORTANCE, coverage, need_weight
from careercli.model import RoleSkill

LEVELS = st.none() | st.integers(0, 100)
SKILLS = st.lists(
    st.builds(
        RoleSkill,
        skill=st.sampled_from(["a", "b", "c"]),
        need=st.sampled_from(["must", "nice"]),
        importance=LEVELS,
        level=LEVELS,
    )
)


@given(SKILLS, st.dictionaries(st.sampled_from(["a", "b", "c"]), LEVELS))
def test_coverage_is_a_share_even_where_a_role_lists_a_skill_twice(
    required: list[RoleSkill], held: dict[str, float | None]
) -> None:
    share = coverage(required, held)
    assert share is None or 0 <= share <= 1 + 1e-9


def test_a_skill_listed_twice_counts_once() -> None:
    skill = RoleSkill(skill="a", need="must", importance=80, level=50)
    assert coverage([skill, skill], {"a": 50}) == 1


def test_an_unrated_skill_weighs_by_its_need() -> None:
    assert (need_weight("must", None), need_weight("nice", None)) == (80, 30)
    assert DEFAULT_IMPORTANCE == {"must": 80, "nice": 60}
