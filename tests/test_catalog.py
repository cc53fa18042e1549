"""What the embedded catalog promises: breadth, fullness, a vocabulary that connects, and no figure without a home."""

import re
from collections import Counter
from itertools import pairwise
from statistics import median

import pytest

from careercli.answers.list.answer import needs_no_degree
from careercli.catalog.references import references
from careercli.ladders import Ladder
from careercli.matching import name_key
from careercli.model import WAGE_LEVELS, Catalog, Role
from tests.conftest import embedded_catalog


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return embedded_catalog()


def entry_education(catalog: Catalog, role: Role) -> str | None:
    for link in role.occupations:
        for figure in catalog.occupations[link.code].figures:
            if figure.measure == "entry-education":
                return figure.of
    return None


def test_it_holds_150_roles_in_20_families_over_the_whole_economy(catalog: Catalog) -> None:
    assert len(catalog.roles) >= 150
    assert len({role.family for role in catalog.roles.values()}) >= 20
    groups = {link.code[:2] for role in catalog.roles.values() for link in role.occupations}
    assert groups >= {str(group) for group in range(11, 54, 2)}


def test_every_family_has_a_role(catalog: Catalog) -> None:
    assert {role.family for role in catalog.roles.values()} == set(catalog.families)


def test_a_third_of_the_roles_need_no_bachelors_degree(catalog: Catalog) -> None:
    without = [key for key, role in catalog.roles.items() if needs_no_degree(entry_education(catalog, role))]
    assert len(without) * 3 >= len(catalog.roles)


def test_every_role_is_full(catalog: Catalog) -> None:
    for key, role in catalog.roles.items():
        thin = {
            "contrast": not role.contrast,
            "duties": len(role.duties) < 5,
            "environment": role.environment is None,
            "tools": not role.tools,
            "skills": len(role.skills) < 8,
            "needs": len({skill.need for skill in role.skills}) < 2,
            "education": role.education is None or not role.education.alternatives,
            "entry": role.entry is None or not role.entry.steps or not role.entry.feeders,
            "levels": not 3 <= len(role.levels) <= 6,
            "moves": len(role.moves) < 2,
            "related": not role.related,
            "pros and cons": len(role.pros) < 3 or len(role.cons) < 3,
            "questions": len(role.questions) < 3,
            "occupations": not role.occupations,
        }
        assert not [name for name, is_thin in thin.items() if is_thin], key


def test_every_level_says_what_it_asks(catalog: Catalog) -> None:
    for key, role in catalog.roles.items():
        for level in role.levels:
            assert level.duties, (key, level.id)
            assert level.autonomy, (key, level.id)
            assert level.focus, (key, level.id)


def test_the_bands_of_a_ladder_never_fall(catalog: Catalog) -> None:
    for key, role in catalog.roles.items():
        assert Ladder(role).entries(), key
        for earlier, later in Ladder(role).steps():
            assert earlier.years, (key, earlier.id)
            assert later.years, (key, later.id)
            assert earlier.years[0] <= later.years[0], (key, earlier.id, later.id)


def test_no_skill_is_used_by_a_single_role(catalog: Catalog) -> None:
    used = Counter(skill.skill for role in catalog.roles.values() for skill in role.skills)
    assert 250 <= len(catalog.skills) <= 500
    assert [key for key in catalog.skills if used[key] < 2] == []


def test_the_median_role_shares_skills_with_twenty_others(catalog: Catalog) -> None:
    skills = {key: {skill.skill for skill in role.skills} for key, role in catalog.roles.items()}
    sharing = [sum(bool(own & other) for name, other in skills.items() if name != key) for key, own in skills.items()]
    assert median(sharing) >= 20


def test_from_every_role_another_family_is_reached(catalog: Catalog) -> None:
    for key, role in catalog.roles.items():
        reached, queue = {key}, [key]
        while queue:
            for move in catalog.roles[queue.pop()].moves:
                target = move.to.partition("@")[0]
                if target not in reached:
                    reached.add(target)
                    queue.append(target)
        assert {catalog.roles[name].family for name in reached} != {role.family}, key


def test_no_two_roles_bear_one_name_but_those_that_ask_which_is_meant(catalog: Catalog) -> None:
    """A teacher may teach small children or teenagers: nobody can say which, so the answer is a question."""
    names = Counter(name_key(name) for role in catalog.roles.values() for name in {role.title, *role.aliases})
    assert [name for name, count in names.items() if count > 1] == ["teacher"]


def test_every_part_and_every_proxy_says_why(catalog: Catalog) -> None:
    for key, role in catalog.roles.items():
        assert [link.code for link in role.occupations if link.fit != "exact" and not link.why] == [], key


def test_every_source_is_cited(catalog: Catalog) -> None:
    assert set(catalog.sources) == {one.id for one in references(catalog) if one.section == "sources"}


def test_levels_say_what_pay_can_be_theirs(catalog: Catalog) -> None:
    """A wage level is one of the role's only exact class; people in school or training have no pay."""
    order = {name: index for index, name in enumerate(WAGE_LEVELS)}
    for key, role in catalog.roles.items():
        exact = [link for link in role.occupations if link.fit == "exact"]
        ladder = Ladder(role)
        for level in role.levels:
            name = f"{key}@{level.id}"
            if level.wage_level:
                assert (len(exact), level.track, level.stage, level.occupations) == (1, "ic", "employed", ()), name
                before = [ladder.levels[one].wage_level for one in ladder.predecessors[level.id]]
                assert all(order[one] <= order[level.wage_level] for one in before if one), name
            if level.stage != "employed":
                assert (level.pay, level.occupations) == ((), ()), name
            for link in level.occupations:
                assert link.why or link.fit == "exact", name
        for siblings in ladder.successors.values():
            alike = {ladder.levels[one].wage_level for one in siblings} - {None}
            assert len(alike) < 2, f"{key}: {siblings}"


def test_percentiles_never_fall(catalog: Catalog) -> None:
    for code, occupation in catalog.occupations.items():
        for pay in occupation.pay:
            points = [point for point in (pay.p10, pay.p25, pay.median, pay.p75, pay.p90) if point is not None]
            assert all(low <= high for low, high in pairwise(points)), code


def test_reasons_are_whole_sentences(catalog: Catalog) -> None:
    reasons = [
        why
        for role in catalog.roles.values()
        for why in (
            *(link.why for link in role.occupations),
            *(move.why for move in role.moves),
            *(feeder.why for feeder in (role.entry.feeders if role.entry else ())),
            *role.related.values(),
        )
        if why is not None
    ]
    assert len(reasons) > 1000
    assert [why for why in reasons if not why.endswith((".", "?", "!"))] == []


def test_people_who_learn_a_trade_are_on_the_entry_wage_level_or_on_none(catalog: Catalog) -> None:
    learner = re.compile(r"\b(apprentice|trainee|helper|student|intern|junior|graduate)\b", re.IGNORECASE)
    paid = [
        f"{key}@{level.id}"
        for key, role in catalog.roles.items()
        for level in role.levels
        if learner.search(level.title) and level.wage_level not in (None, "entry")
    ]
    assert paid == []
