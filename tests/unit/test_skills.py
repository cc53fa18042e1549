"""What learning a skill opens: coverage by the one rule, a line that the catalog draws, and no skill past a barrier."""

from statistics import fmean, pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.answers.shared.barriers import preparation_barriers
from careercli.answers.shared.key_figures import key_pay_change
from careercli.answers.shared.skill_names import resolve_skill
from careercli.answers.skills.answer import skills
from careercli.answers.skills.unlocking import (
    STATES,
    CoverageBaseline,
    coverage_changes,
    is_zone_blocked,
    role_coverages,
    skill_impacts,
    unlock_threshold,
)
from careercli.catalog.coverage import coverage, skill_levels
from careercli.catalog.records import FamilyCoverage, KeyPay, RoleNode
from careercli.catalog.skill_requirements import MAX_FAMILY_ROLES
from careercli.errors import NotFound
from careercli.model import RoleSkill, Skill
from tests.conftest import SMALL, LibraryOf, read
from tests.unit.reading import HEAD

NAMES = ("a", "b", "c", "d", "e")
SCORES = st.none() | st.integers(0, 100) | st.floats(0, 100)
LISTS = st.lists(
    st.builds(
        RoleSkill, skill=st.sampled_from(NAMES), need=st.sampled_from(["must", "nice"]), importance=SCORES, level=SCORES
    ),
    unique_by=lambda skill: skill.skill,
)
ASKS = st.dictionaries(st.sampled_from(["r", "s", "t", "u"]), LISTS)
BROUGHT = st.dictionaries(st.sampled_from(NAMES), SCORES)


def must(skill: str, importance: float = 50, level: float | None = None) -> RoleSkill:
    return RoleSkill(skill=skill, need="must", importance=importance, level=level)


def ground(
    requirements: dict[str, list[RoleSkill]], brought: dict[str, float | None], *, far: str = "", line: int = 300
) -> CoverageBaseline:
    return CoverageBaseline(dict(role_coverages(requirements, brought)), set(far), line)


def junction(zone: float | None, education: int | None = None) -> RoleNode:
    return RoleNode("r", (), zone, education, None, None, ())


# Coverage before and after


@given(ASKS, BROUGHT)
def test_what_is_covered_is_what_coverage_says(
    asks: dict[str, list[RoleSkill]], brought: dict[str, float | None]
) -> None:
    held = dict(role_coverages(asks, brought))
    for role, required in asks.items():
        share = coverage(required, brought)
        assert (share is None) == (role not in held)
        if share is not None:
            assert held[role].per_mille() == pytest.approx(1000 * share, abs=0.51)


@given(ASKS, BROUGHT, st.sets(st.sampled_from(NAMES)))
def test_after_learning_is_what_coverage_says_of_somebody_who_brings_the_skills(
    asks: dict[str, list[RoleSkill]], brought: dict[str, float | None], learnt: set[str]
) -> None:
    steps = coverage_changes(ground(asks, brought), learnt)
    for step in steps:
        share = coverage(asks[step.role], {**brought, **dict.fromkeys(learnt)})
        assert share is not None
        assert step.after == pytest.approx(1000 * share, abs=0.51)
        assert step.after > step.before
    assert [step.role for step in steps if step.state == "opens"] == [
        step.role for step in steps if step.before < 300 <= step.after
    ]


@given(ASKS, BROUGHT)
def test_who_learns_all_that_is_asked_covers_all_of_it(
    asks: dict[str, list[RoleSkill]], brought: dict[str, float | None]
) -> None:
    assert {step.after for step in coverage_changes(ground(asks, brought), NAMES)} <= {1000}


@given(ASKS, BROUGHT, st.sets(st.sampled_from(["r", "s"])))
def test_the_outlook_of_a_skill_counts_the_roles_that_unlocking_it_yields(
    asks: dict[str, list[RoleSkill]], brought: dict[str, float | None], far: set[str]
) -> None:
    place = CoverageBaseline(dict(role_coverages(asks, brought)), far, 300)
    found = {outlook.skill: outlook for outlook in skill_impacts(place, NAMES)}
    for skill in NAMES:
        steps = coverage_changes(place, [skill])
        assert (skill in found) == bool(steps)
        if steps:
            outlook = found[skill]
            counts = (outlook.unlocks, outlook.zone_blocked, outlook.closer, outlook.already_open)
            assert counts == tuple(sum(step.state == state for step in steps) for state in STATES)
            assert outlook.coverage_gain == sum(step.after - step.before for step in steps)
            assert list(outlook.unlocked) == [step for step in steps if step.state == "opens"]


def test_a_role_opens_at_the_line_and_not_a_hair_before() -> None:
    requirements = {"r": [must("a", 30), must("b", 70)], "s": [must("a", 29.9), must("b", 70.1)]}
    assert [(step.role, step.after, step.state) for step in coverage_changes(ground(requirements, {}), ["a"])] == [
        ("r", 300, "opens"),
        ("s", 299, "nearer"),
    ]


def test_a_skill_that_is_brought_at_half_the_level_adds_the_other_half() -> None:
    requirements = {"r": [must("a", 50, level=80), must("b", 50)]}
    (step,) = coverage_changes(ground(requirements, {"a": 40.0}), ["a"])
    assert (step.before, step.after) == (250, 500)


def test_a_skill_that_is_brought_well_enough_adds_nothing() -> None:
    place = ground({"r": [must("a", 50, level=40)]}, {"a": 60.0})
    assert coverage_changes(place, ["a"]) == []
    assert skill_impacts(place, NAMES) == []


def test_a_role_two_job_zones_up_is_held_back_however_well_it_is_covered() -> None:
    place = ground({"r": [must("a"), must("b")]}, {"b": None}, far="r")
    assert not place.is_open("r"), "it is covered by half, and still not open"
    assert [step.state for step in coverage_changes(place, ["a"])] == ["held back"]
    (outlook,) = skill_impacts(place, NAMES)
    assert (outlook.unlocks, outlook.zone_blocked, outlook.unlocked) == (0, 1, ())


@pytest.mark.parametrize(
    ("one", "other", "far"), [(2, 4, True), (3, 4, False), (4, 2, False), (None, 5, False), (1, None, False)]
)
def test_far_is_two_job_zones_up_where_both_are_known(one: float | None, other: float | None, far: bool) -> None:
    assert is_zone_blocked(junction(one), junction(other)) == far


def test_skills_that_do_the_same_share_a_rank_and_the_next_one_is_as_many_further() -> None:
    requirements = {"r": [must("a"), must("b"), must("c", 30)]}
    found = [(one.skill, one.rank, one.tied) for one in skill_impacts(ground(requirements, {}), NAMES)]
    assert found == [("a", 1, True), ("b", 1, True), ("c", 3, False)]


def test_what_opens_more_roles_comes_before_what_brings_more_of_them_nearer() -> None:
    few = {f"n{number}": [must("a", 20), must("d", 80)] for number in range(3)}
    requirements = {"r": [must("b"), must("c", 40)], **few}
    assert [one.skill for one in skill_impacts(ground(requirements, {}), ("a", "b"))] == ["b", "a"]


# The line


def test_the_line_is_the_mean_less_a_standard_deviation_and_never_below_that_of_a_route() -> None:
    assert unlock_threshold(FamilyCoverage(0.7, 0.2, 12)) == 500
    assert unlock_threshold(FamilyCoverage(0.24, 0.18, 12)) == 300
    assert unlock_threshold(FamilyCoverage(None, None, 0)) == 300


def test_kinship_is_over_every_ordered_pair_of_one_family(library_of: LibraryOf) -> None:
    catalog = read(SMALL)
    shares = [
        coverage(other.skills, skill_levels(role.skills)) or 0
        for one, role in catalog.roles.items()
        for two, other in catalog.roles.items()
        if one != two and role.family == other.family
    ]
    found = library_of(SMALL).family_coverage(generated=False)
    assert found.pairs == len(shares) == 4
    assert found.mean == pytest.approx(fmean(shares))
    assert found.deviation == pytest.approx(pstdev(shares))


def test_of_a_large_family_some_roles_stand_for_all(library_of: LibraryOf) -> None:
    required = "skills: [{skill: a, need: must}]"
    roles = "".join(
        f"  r{number}: {{title: R, family: f, summary: S, {required}}}\n" for number in range(2 * MAX_FAMILY_ROLES + 1)
    )
    reader = library_of(
        HEAD + f"families: {{f: {{title: F}}}}\nskills: {{a: {{name: A, kind: soft}}}}\nroles:\n{roles}"
    )
    mean, deviation, pairs = reader.family_coverage(generated=False)
    assert (mean, deviation) == (1, 0)
    assert (MAX_FAMILY_ROLES // 2) ** 2 < pairs < MAX_FAMILY_ROLES**2


def test_a_catalog_without_two_roles_of_a_family_has_no_kinship(library_of: LibraryOf) -> None:
    reader = library_of(HEAD + "families: {f: {title: F}}\nroles: {r: {title: R, family: f, summary: S}}\n")
    assert reader.family_coverage(generated=False) == (None, None, 0)
    assert reader.skill_requirements() == {}


# The index


def test_the_index_has_what_every_role_asks(library_of: LibraryOf) -> None:
    reader = library_of(SMALL)
    roles = read(SMALL).roles
    told = {
        role: sorted(
            (requirement.skill, requirement.need, requirement.importance, requirement.level, requirement.source)
            for requirement in requirements
        )
        for role, requirements in reader.skill_requirements().items()
    }
    assert told == {
        key: sorted((skill.skill, skill.need, skill.importance, skill.level, skill.source) for skill in role.skills)
        for key, role in roles.items()
    }
    assert set(reader.skill_requirements(["negotiation", "pastry"])) == {
        "pastry-chef",
        "bakery-manager",
        "flour-buyer",
    }
    assert reader.skill_requirements([]) == {}


def test_a_skill_that_a_role_names_twice_counts_once(library_of: LibraryOf) -> None:
    twice = "skills: [{skill: a, need: nice}, {skill: a, need: must, importance: 9}]"
    reader = library_of(
        HEAD + "families: {f: {title: F}}\nskills: {a: {name: A, kind: soft}}\n"
        f"roles: {{r: {{title: R, family: f, summary: S, {twice}}}, s: {{title: S, family: f, summary: S, {twice}}}}}\n"
    )
    assert [(requirement.need, requirement.importance) for requirement in reader.skill_requirements()["r"]] == [
        ("must", 9)
    ]
    assert reader.family_coverage(generated=False) == (1, 0, 2)


# Names


VOCABULARY = {
    "c": Skill(name="C", kind="technical"),
    "cpp": Skill(name="C++", kind="technical"),
    "negotiation": Skill(name="Negotiation and persuasion", kind="soft", aliases=("bargaining",)),
    "unit-testing": Skill(name="Unit testing", kind="technical", aliases=("tests",)),
    "unit-tasking": Skill(name="Unit tasking", kind="technical"),
    "usability": Skill(name="Usability testing", kind="technical", aliases=("Tests",)),
}


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("negotiation", "negotiation"), ("NEGOTIATION & persuasion", "negotiation"), (" Bargaining ", "negotiation"),
        ("bargainning", "negotiation"), ("usability-testing", "usability"), ("C++", "cpp"), ("c", "c"),
        ("unit testing", "unit-testing"),
    ],
)  # fmt: skip
def test_a_skill_is_found_by_id_name_alias_or_near_name(text: str, skill: str) -> None:
    assert resolve_skill(VOCABULARY, text).id == skill


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("unit tesking", "did you mean unit-testing or unit-tasking"),
        ("tests", "more than one skill: unit-testing, usability"),
        ("yodelling", "no skill is called 'yodelling'"),
        ("", "no skill is called ''"),
        ("x" * 5000, "no skill is called"),
    ],
    ids=["near tie", "one alias of two", "unknown", "empty", "long"],
)
def test_a_name_in_doubt_is_a_question(text: str, words: str) -> None:
    with pytest.raises(NotFound, match=words) as found:
        resolve_skill(VOCABULARY, text)
    assert found.value.hint
    assert len(found.value.message) < 500


# Pay and barriers


def pay(amount: float, **other: str | None) -> KeyPay:
    facts = {
        "statistic": "median", "currency": "USD", "place": "US", "place_title": "United States",
        "source": "oews", "period": "2025", "occupation": "1",
        "fit": "exact", **other,
    }  # fmt: skip
    return KeyPay(amount=amount, **facts)  # type: ignore[arg-type]


def test_pay_is_subtracted_between_two_classes_of_one_survey() -> None:
    found = key_pay_change(pay(50_000), pay(60_000, occupation="2", fit="part"))
    assert found is not None
    assert (found.amount, found.percent, found.statistic) == (10_000, 20, "median")


@pytest.mark.parametrize(
    "other",
    [
        {"fit": "proxy"}, {"fit": None, "occupation": None}, {"occupation": "1"}, {"statistic": "mean"},
        {"currency": "EUR"}, {"place": "CA"}, {"source": "page"}, {"period": "2024"},
    ],
)  # fmt: skip
def test_pay_that_is_not_like_with_like_is_not_subtracted(other: dict[str, str | None]) -> None:
    there = pay(60_000, **{"occupation": "2", **other})
    assert key_pay_change(pay(50_000), there) is None
    assert key_pay_change(there, pay(50_000)) is None


def test_barriers_are_only_what_lies_above() -> None:
    found = [barrier.text for barrier in preparation_barriers(junction(2, 1), junction(4, 5))]
    assert "bachelor's degree" in found[0]
    assert "From job zone 2 to 4: two or more steps of preparation at once." in found[1]
    assert list(preparation_barriers(junction(4, 5), junction(2, 1))) == []
    assert list(preparation_barriers(junction(None), junction(4, 5))) == []


# The answers


def test_a_role_of_which_nothing_is_said_opens_nothing_and_says_so(library_of: LibraryOf) -> None:
    reader = library_of(
        HEAD + "families: {f: {title: F}}\nskills: {a: {name: A, kind: soft}}\nroles:\n"
        "  r: {title: Quiet, family: f, summary: S}\n"
        "  s: {title: Loud, family: f, summary: S, skills: [{skill: a, need: must}]}\n"
    )
    for view in (skills(reader, "r", rank_missing=True), skills(reader, "r", to_learn=["a"]), skills(reader, "r")):
        assert view.rows == ()
        assert view.verdict == ()
        assert "does not say which skills Quiet needs" in view.notes[0]
    (verdict,) = skills(reader, "s", rank_missing=True).verdict
    assert verdict.text == "No other job needs more skills than Loud does."


def test_a_role_without_skills_is_counted_as_unknown_and_not_as_uncovered(library_of: LibraryOf) -> None:
    quiet = "  quiet: {title: Quiet, family: kitchen, summary: S}\n"
    reader = library_of(SMALL, "schema_version: 1\nname: more\nroles:\n" + quiet)
    baseline = skills(reader, "baker", rank_missing=True).baseline
    assert baseline is not None
    assert (baseline.role_count, baseline.unknown_count) == (3, 1)
