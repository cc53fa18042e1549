"""Every id that a catalog mentions exists in it; each broken reference is told at the place where it is written."""

import pytest

from tests.unit.reading import edited, said

BROKEN = [
    ("family: kitchen", "family: kitchn", "roles.baker.family: no family 'kitchn' (did you mean 'kitchen'?)"),
    (
        '{code: "51-3011", fit: exact}',
        '{code: "51-3012", fit: exact}',
        "roles.baker.occupations[0].code: no occupation '51-3012' (did you mean '51-3011'?)",
    ),
    (
        "{skill: baking, need",
        "{skill: bakin, need",
        "roles.baker.skills[0].skill: no skill 'bakin' (did you mean 'baking'?)",
    ),
    (
        "level: 75, source: oven-survey",
        "level: 75, source: oven-surveys",
        "roles.baker.skills[0].source: no source 'oven-surveys' (did you mean 'oven-survey'?)",
    ),
    (
        "source: oven-survey\n        cost",
        "source: qqq\n        cost",
        "roles.baker.training[0].source: no source 'qqq'",
    ),
    (
        "source: bakers-census, place: US, per: year",
        "source: bakers-cencus, place: US, per: year",
        "occupations.51-3011.pay[0].source: no source 'bakers-cencus' (did you mean 'bakers-census'?)",
    ),
    ("place: US, per: year", "place: UK, per: year", "occupations.51-3011.pay[0].place: no place 'UK'"),
    (
        "source: bread-outlook, value: 6.4",
        "source: bread-outlok, value: 6.4",
        "occupations.51-3011.figures[0].source: no source 'bread-outlok' (did you mean 'bread-outlook'?)",
    ),
    ("value: 6.4, place: US", "value: 6.4, place: XX", "occupations.51-3011.figures[0].place: no place 'XX'"),
    (
        "value: 6.4, place",
        'value: 6.4, occupation: "1", place',
        "occupations.51-3011.figures[0].occupation: no occupation '1'",
    ),
    ("high: 60000,", 'high: 60000, occupation: "11-2022",', "roles.baker.pay[0].occupation: no occupation '11-2022'"),
    (
        "satisfaction, source: oven-survey",
        "satisfaction, source: zzz",
        "roles.baker.figures[1].source: no source 'zzz'",
    ),
    (
        "    contrast:\n      pastry-chef",
        "    contrast:\n      pastry-chief",
        "roles.baker.contrast.pastry-chief: no role 'pastry-chief' (did you mean 'pastry-chef'?)",
    ),
    (
        "    related:\n      pastry-chef",
        "    related:\n      pastrychef",
        "roles.baker.related.pastrychef: no role 'pastrychef' (did you mean 'pastry-chef'?)",
    ),
    (
        "    related:\n      pastry-chef",
        "    related:\n      baker",
        "roles.baker.related.baker: a role cannot be related to itself",
    ),
    (
        "years: [0, 2]\n        source: editors",
        "years: [0, 2]\n        source: editor",
        "roles.baker.levels[0].source: no source 'editor' (did you mean 'editors'?)",
    ),
    (
        "after: [journeyman]",
        "after: [journey]",
        "roles.baker.levels[2].after[0]: no level 'journey' (did you mean 'journeyman'?)",
    ),
    ("after: [master, shift-lead]", "after: [master, lead]", "roles.baker.levels[4].after[1]: no level 'lead'"),
    (
        "skills: [{skill: baking, level",
        "skills: [{skill: bake, level",
        "roles.baker.levels[1].skills[0].skill: no skill 'bake'",
    ),
    (
        "place: US, per: year, currency: USD, median: 28000",
        "place: ZZ, per: year, currency: USD, median: 28000",
        "roles.baker.levels[0].pay[0].place: no place 'ZZ'",
    ),
    ("to: pastry-chef", "to: cook", "roles.baker.moves[0].to: no role 'cook'"),
    (
        "to: bakery-manager@manager",
        "to: bakery-manager@manger",
        "roles.baker.moves[1].to: no level 'manger' (did you mean 'manager'?)",
    ),
    ("at: journeyman", "at: journeymen", "roles.baker.moves[0].at: no level 'journeymen' (did you mean 'journeyman'?)"),
    ("role: pastry-chef, why", "role: pastry-chef@jr, why", "roles.baker.entry.feeders[1].role: no level 'jr'"),
    ("role: pastry-chef, why", "role: pastry, why", "roles.baker.entry.feeders[1].role: no role 'pastry'"),
    ("to: flour-buyer", "to: flour-buyer@lead", "roles.bakery-manager.moves[0].to: no level 'lead'"),
    ("- id: shift-lead", "- id: master", "roles.baker.levels[3].id: the level 'master' appears twice"),
    (
        "years: [5, 10]",
        "years: [5, 5]",
        "roles.baker.levels[2].years: a band goes from fewer years to more, not [5, 5]",
    ),
    (
        "years: [5, 10]",
        "years: [5, 2]",
        "roles.baker.levels[2].years: a band goes from fewer years to more, not [5, 2]",
    ),
    (
        "{source: bakers-census, place: US, per: hour, currency: USD, median: 17.31, mean: 17.91}",
        "{source: bakers-census, place: US, per: hour, currency: USD}",
        "occupations.51-3011.pay[1]: a pay record without an amount",
    ),
    (
        "{source: oven-survey, place: US, per: year, currency: USD, at_least: {median: 55000}}",
        "{source: oven-survey, place: US, per: year, currency: USD, median: 1, at_least: {median: 55000}}",
        "roles.baker.levels[4].pay[0]: 'median' is given as a number and as a bound: keep one",
    ),
    ("scheme: soc-2018", "scheme: soc-2018\n    part_of: '51'", "occupations.51-3011.part_of: no occupation '51'"),
    (
        "scheme: soc-2018",
        "scheme: soc-2018\n    profile: {source: onet}",
        "occupations.51-3011.profile.source: no source 'onet'",
    ),
    ("{title: Namibia}", "{title: Namibia, within: Africa}", "places.NA.within: no place 'Africa'"),
    (
        "{title: Namibia}",
        "{title: Namibia, parities: [{kind: ppp, value: 7, period: 2024, source: oecd}]}",
        "places.NA.parities[0].source: no source 'oecd'",
    ),
]


@pytest.mark.parametrize(("old", "new", "message"), BROKEN, ids=[message.split(":")[0] for *_, message in BROKEN])
def test_a_broken_reference_is_told_where_it_stands_with_the_nearest_name(old: str, new: str, message: str) -> None:
    text, start = edited(old, new)
    problems = [problem for problem in said(text) if message.partition(" (did")[0] in problem]
    assert problems, f"nobody missed it; all that was told: {said(text)}"
    where, _, rest = problems[0].partition(": ")
    assert rest.startswith(message)
    quoted = message.partition("'")[2].partition("'")[0] or new.rsplit(maxsplit=1)[-1].strip(":")
    offset = new.rindex(quoted)
    line = int(start.split(":")[1]) + new[:offset].count("\n")
    assert where.split(":")[:2] == ["layer1.yaml", str(line)]


def test_references_are_told_all_at_once_in_the_order_of_the_file(small_text: str) -> None:
    text = small_text.replace("source: oven-survey", "source: gone").replace("family: office", "family: gone")
    problems = said(text)
    assert len(problems) == small_text.count("source: oven-survey") + small_text.count("family: office")
    lines = [int(problem.split(":")[1]) for problem in problems]
    assert lines == sorted(lines)


def test_a_bound_from_above_and_a_number_for_one_point_are_refused_too() -> None:
    text, _ = edited("at_least: {p90: 50000}", "p90: 1, at_most: {p90: 50000}")
    assert any("'p90' is given as a number and as a bound: keep one" in problem for problem in said(text))


def test_a_feeder_without_a_role_and_a_figure_without_a_place_refer_to_nothing(small_text: str) -> None:
    assert "title: Kitchen helper, why" in small_text
    assert "measure: entry-education, source: bread-outlook, of:" in small_text
    assert said(small_text) == []
