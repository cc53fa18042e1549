"""Every problem of a catalog at once, each as `file:line:column: path: message`, with the nearest key or word."""

import re
from pathlib import Path

import pytest

from careercli.catalog import references
from tests.conftest import Run, read
from tests.unit.reading import HEAD, edited, problems_of, python, said


def test_the_sample_catalog_is_a_catalog(small_text: str) -> None:
    catalog = read(small_text)
    assert list(catalog.roles) == ["baker", "pastry-chef", "bakery-manager", "flour-buyer"]
    assert catalog.occupations["51-3011"].pay[0].at_least == {"p90": 50000}
    assert catalog.roles["baker"].levels[4].years == (8, None)


def test_the_least_catalog_has_a_version_and_a_name() -> None:
    catalog = read(HEAD)
    assert (catalog.schema_version, catalog.name, catalog.roles) == (1, "test", {})


def test_every_problem_is_told_at_once_in_the_order_of_the_file() -> None:
    broken = """\
schema_version: 2
name: Not Kebab
source:
  page: {}
families:
  shelf: {title: ""}
skills:
  baking: {name: Baking, kind: hard}
  pastry: {name: Pastry, kind: soft, kind: soft}
roles:
  baker:
    titel: Baker
    family: shelf
    levels:
      - {id: one, title: One, track: lead, years: [2], source: page}
      - {id: two, title: Two, track: ic, years: two, source: page}
    pay: {source: page}
    aliases: [[a], b, {c: d}]
    related: [baker]
"""
    problems = problems_of(broken)
    assert [problem.line for problem in problems] == sorted(problem.line for problem in problems)
    assert sorted(map(str, problems)) == sorted(
        [
            "layer1.yaml:1:17: schema_version: expected 1, got '2'",
            "layer1.yaml:2:7: name: expected a kebab-case id such as 'sales-manager', got 'Not Kebab'",
            "layer1.yaml:3:1: source: unknown key (did you mean 'sources'?)",
            "layer1.yaml:6:18: families.shelf.title: expected text, got ''",
            "layer1.yaml:8:32: skills.baking.kind: expected one of technical, soft, knowledge, tool, got 'hard'",
            "layer1.yaml:9:38: skills.pastry.kind: duplicate key: it is already on line 9",
            "layer1.yaml:12:5: roles.baker: the key 'title' is missing",
            "layer1.yaml:12:5: roles.baker: the key 'summary' is missing",
            "layer1.yaml:12:5: roles.baker.titel: unknown key (did you mean 'title'?)",
            "layer1.yaml:15:38: roles.baker.levels[0].track: expected one of ic, management, got 'lead'",
            "layer1.yaml:15:51: roles.baker.levels[0].years: expected 2 values, got 1",
            "layer1.yaml:16:49: roles.baker.levels[1].years: expected a list, got 'two'",
            "layer1.yaml:17:10: roles.baker.pay: expected a list, got a mapping",
            "layer1.yaml:18:15: roles.baker.aliases[0]: expected text, got a list",
            "layer1.yaml:18:23: roles.baker.aliases[2]: expected text, got a mapping",
            "layer1.yaml:19:14: roles.baker.related: expected a mapping of keys, got a list",
        ]
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("schema_version: 1", "schema_version: one", "schema_version: expected 1, got 'one'"),
        (
            "title: Census of Bakers\n    kind: official",
            "title: X\n    kind: offical",
            "got 'offical' (did you mean 'official'?)",
        ),
        ("kind: survey", "kind: surveys", "sources.oven-survey.kind: expected one of official, survey, page"),
        ("period: 2024\n", "period: May 2024\n", "expected a period such as 2025, 2025-05 or 2024-34, got 'May 2024'"),
        ("  US: {title", "  U S: {title", "places.U S: expected a key of 'places' such as US, got 'U S'"),
        ('"51-3011":\n', '"51 3011":\n', "expected a code such as \"11-2022\", got '51 3011'"),
        ("currency: USD, p10", "currency: usd, p10", "expected a currency code such as USD, got 'usd'"),
        ("p10: 26000", "p10: -26000", "expected a number of 0 or more, such as 78814 or 37.89, got '-26000'"),
        ("p10: 26000", "p10: 26k", "expected a number of 0 or more, such as 78814 or 37.89, got '26k'"),
        ("importance: 90", "importance: 101", "expected a number from 0 to 100, got '101'"),
        ("importance: 90", "importance: null", ""),
        ("value: 6.4", "value: fast", "expected a number such as 78814 or 37.89, got 'fast'"),
        (
            "at_least: {p90: 50000}",
            "at_least: {p95: 50000}",
            "expected one of low, p10, p25, median, mean, p75, p90, high",
        ),
        ("at_least: {p90: 50000}", "at_least: 50000", "at_least: expected a mapping of keys, got '50000'"),
        ("fit: exact", "fit: exakt", "expected one of exact, part, proxy, got 'exakt' (did you mean 'exact'?)"),
        ("to: pastry-chef", "to: Pastry Chef", "expected a role or a level such as 'sales-manager' or"),
        ("  flour-buyer:", "  Flour Buyer:", "expected a kebab-case id such as 'sales-manager', got 'Flour Buyer'"),
        ("  flour-buyer:", f"  {'x' * 121}:", "expected a kebab-case id such as 'sales-manager', got 'xxxxx"),
        ("summary: Buys flour by the ton.", "summary: [Buys]", "roles.flour-buyer.summary: expected text, got a list"),
        (
            "summary: Buys flour by the ton.",
            "summary:",
            "roles.flour-buyer.summary: expected text, got a missing value",
        ),
        ("title: Flour Buyer", 'title: " \\n "', r"roles.flour-buyer.title: expected text, got ' \n '"),
        ("aliases: [Patissier]", "aliases: Patissier", "aliases: expected a list, got 'Patissier'"),
        ("environment: {place", "environment: {places", "environment.places: unknown key (did you mean 'place'?)"),
        ("education:\n      typical", "education:\n      typicaly", "unknown key (did you mean 'typical'?)"),
    ],
)
def test_what_does_not_fit_the_schema_is_explained(old: str, new: str, message: str) -> None:
    text, _ = edited(old, new)
    problems = said(text)
    assert bool(problems) == bool(message)
    assert not message or any(message in problem for problem in problems)


@pytest.mark.parametrize(
    ("profile", "message"),
    [
        (
            "ratings: [{element: 2.A, name: X, kind: skill, importance: high}]",
            "ratings[0].importance: expected a number",
        ),
        (
            "ratings: [{element: 2.A, name: X, kind: skill, importance: 7.5}]",
            "ratings[0].importance: expected a number",
        ),
        ("ratings: [{element: 2.A, name: X, kind: talent}]", "ratings[0].kind: expected one of skill, knowledge, work"),
        ("tasks: [{text: X, core: maybe}]", "tasks[0].core: expected true or false, got 'maybe'"),
        ("related: [{code: '1', tier: supplemental, rank: 1.5}]", "related[0].rank: expected a whole number"),
        ("related: [{code: '1', tier: supplemental, rank: 0}]", "related[0].rank: expected a whole number"),
    ],
)
def test_what_does_not_fit_in_a_profile_is_explained_in_words_of_its_type(profile: str, message: str) -> None:
    text, _ = edited("scheme: soc-2018", f"scheme: soc-2018\n    profile: {{source: editors, {profile}}}")
    (problem,) = said(text)
    assert f"occupations.51-3011.profile.{message}" in problem


def test_a_unit_that_is_none_is_told_the_units_there_are() -> None:
    text, place = edited("years, low: 2, high: 3}\n", "days, low: 2, high: 3}\n")
    assert said(text) == [
        f"{place}: roles.baker.training[0].time.unit: "
        "expected a currency code such as USD, weeks, months or years, got 'days'"
    ]


def test_a_wrong_type_points_at_the_value_and_an_unknown_key_at_the_key() -> None:
    text, place = edited("26000", "much")
    assert said(text)[0].startswith(f"{place}: occupations.51-3011.pay[0].p10: ")
    text, place = edited("autonomy:", "autonomie:")
    assert said(text) == [f"{place}: roles.baker.levels[0].autonomie: unknown key (did you mean 'autonomy'?)"]


def test_an_unknown_key_that_resembles_none_is_told_without_a_guess() -> None:
    text, place = edited("autonomy:", "zzz:")
    assert said(text) == [f"{place}: roles.baker.levels[0].zzz: unknown key"]


def test_a_missing_key_points_at_its_record() -> None:
    text, place = edited("{title: Namibia}", "{}")
    assert said(text) == [f"{place}: places.NA: the key 'title' is missing"]


def test_a_long_value_is_shortened_in_the_message() -> None:
    text, _ = edited("26000", "9" * 200)
    (problem,) = said(text)
    assert problem.endswith(f"got '{'9' * 57}...'")


@pytest.mark.parametrize("key", ["autonomy", "auto\\x1b[31m\\u202e\\nnomy"])
def test_control_characters_of_a_catalog_never_reach_the_terminal(key: str, tmp_path: Path, run: Run) -> None:
    text, _ = edited("autonomy: Works beside somebody.", f'"{key}": ["\\x1b[31m \\u202e \\x9b"]')
    bad = tmp_path / "bad.yaml"
    bad.write_text(text, "utf-8")
    done = run("list", "--no-default-catalog", "--catalog", str(bad))
    assert (done.stdout, done.code) == ("", 3)
    assert done.stderr.count("\n") == 1
    assert done.stderr.strip("\n").isprintable()


@pytest.mark.parametrize(
    "entries",
    [
        "a: {title: A}\n  a: {note: B}",
        "a: {title: A}\n  a: [B]",
        "a: A\n  a: {title: B}",
        "a: {title: A}\n  a: null",
        "a: {title: A, title: B}\n  a: {titel: C}",
    ],
)
def test_a_duplicate_key_with_another_value_is_reported_as_a_duplicate(entries: str) -> None:
    problems = said(HEAD + f"families:\n  {entries}\n")
    assert "layer1.yaml:5:3: families.a: duplicate key: it is already on line 4" in problems
    assert not any("expected a mapping of keys, got a mapping" in problem for problem in problems)


def test_problems_at_one_place_come_in_the_same_order_in_every_run() -> None:
    code = """if True:
        from tests.unit.reading import HEAD, said
        print(*said(HEAD + "roles: {a: {}, b: {pay: [{}]}}"), sep="\\n")
    """
    runs = {python(code, env={"PYTHONHASHSEED": seed}).stdout for seed in ("1", "2", "3")}
    assert len(runs) == 1
    assert runs.pop().count(b"\n") == 3 + 3 + 4


def test_a_hundred_problems_are_a_hundred_problems() -> None:
    roles = "".join(f"  role-{number}: {{title: A, family: none, summery: x}}\n" for number in range(50))
    problems = problems_of(HEAD + "roles:\n" + roles)
    assert len(problems) == 100
    assert [problem.line for problem in problems] == sorted(problem.line for problem in problems)


def test_an_alias_with_a_wrong_value_is_reported_once_where_it_is_written() -> None:
    text = HEAD + "families:\n  a: &shelf {titel: A}\n  b: *shelf\n"
    assert {problem.line for problem in problems_of(text)} == {4}


def test_every_problem_has_a_file_a_line_a_column_and_a_path() -> None:
    broken = "name: 1 2\nroles: {a: {b: c}, D: e, f: [g], h: null}\nskills: 4\nsources: [x]\nplaces: {'': {title: x}}\n"
    for problem in said(broken):
        assert re.match(r"layer1\.yaml:\d+:\d+: (\w\S*: )?\S", problem), problem


def test_a_text_has_so_many_characters_at_most() -> None:
    old = "summary: Buys flour by the ton."
    text, _ = edited(old, f"summary: {'x' * 4_000_000}")
    assert said(text) == []
    text, _ = edited(old, f"summary: {'x' * 4_000_001}")
    (problem,) = said(text)
    assert problem.endswith("summary: text of 4,000,001 characters; the limit is 4,000,000: shorten it")


def test_a_section_has_so_many_entries_at_most(monkeypatch: pytest.MonkeyPatch, small_text: str) -> None:
    monkeypatch.setattr(references, "MAX_ENTRIES", 4)
    assert not [problem for problem in said(small_text) if ": roles: " in problem]
    monkeypatch.setattr(references, "MAX_ENTRIES", 3)
    line = small_text.splitlines().index("roles:") + 2
    assert f"layer1.yaml:{line}:3: roles: at most 3 roles in all layers together, but there are 4" in said(small_text)
