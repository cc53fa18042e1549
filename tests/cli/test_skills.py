"""The contract of `careercli skills`."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.contract import answered, example_of, json_of, refused, validator_of
from tests.conftest import Run

SHARED = {
    *("schema_version", "command", "read_as", "role", "title", "verdict", "threshold", "baseline", "found", "rows"),
    *("notes", "sources"),
}
KEYS = {"skills": SHARED | {"question", "kind"}, "skills --unlock": SHARED | {"skills_named"}}
SKILL = {
    *("skill", "name", "kind", "aliases", "codes", "implies", "must_count", "nice_count", "need", "importance"),
    *("skill_level", "source"),
}
ROLE = {
    *("role", "title", "family", "family_title", "outcome", "overlap_before", "overlap_after", "overlap_gain"),
    *("job_zone", "education", "education_fit", "barriers", "pay", "pay_occupation_title", "pay_gain", "requirements"),
}
ROW = {"skills": SKILL | {"learning"}, "skills --unlock": ROLE}
NEED = {"skill", "name", "need", "importance", "skill_level", "source"}
LEARNING = {
    *("rank", "tied", "raised_from", "opens_count", "held_back_count", "nearer_count", "open_before_count"),
    *("overlap_gain", "opened"),
}
THRESHOLD = {
    *("overlap", "overlap_usual", "overlap_mean", "overlap_deviation", "pair_count", "overlap_least", "job_zone_rise"),
    *("must_importance", "nice_importance", "nice_weight"),
}
BASELINE = {
    *("open_count", "role_count", "unknown_count", "rating_sources", "job_zone", "education", "education_fit", "pay"),
    "pay_occupation_title",
}
FROM_BUYER = ("skills", "flour-buyer", "--unlock", "spreadsheets")
WALLED = """\
schema_version: 1
name: walled
sources:
  census: {title: Census, kind: official, period: 2025-05}
places:
  US: {title: United States}
families: {f: {title: F}}
skills:
  a: {name: Aiming, kind: soft, aliases: [targeting]}
  b: {name: Boring, kind: technical}
occupations:
  "11-1111":
    title: Ones
    scheme: soc-2018
    pay: [{source: census, place: US, per: year, currency: USD, median: 40000}]
    figures: [{measure: job-zone, source: census, value: 2},
              {measure: entry-education, source: census, of: No formal educational credential}]
  "22-2222":
    title: Twos
    scheme: soc-2018
    pay: [{source: census, place: US, per: year, currency: USD, median: 90000}]
    figures: [{measure: job-zone, source: census, value: 4},
              {measure: entry-education, source: census, of: Bachelor's degree}]
  "33-3333":
    title: Threes
    scheme: soc-2018
    pay: [{source: census, place: US, per: year, currency: USD, median: 50000}]
    figures: [{measure: job-zone, source: census, value: 3}]
roles:
  one: {title: One, family: f, summary: S, skills: [{skill: b, need: must}],
        occupations: [{code: "11-1111", fit: exact}]}
  two: {title: Two, family: f, summary: S, skills: [{skill: a, need: must}],
        occupations: [{code: "22-2222", fit: exact}]}
  three: {title: Three, family: f, summary: S, skills: [{skill: a, need: nice}],
          occupations: [{code: "33-3333", fit: exact}]}
  proxy: {title: Proxy, family: f, summary: S, skills: [{skill: a, need: must}],
          occupations: [{code: "22-2222", fit: proxy}]}
"""


@pytest.fixture
def walled(tmp_path: Path) -> tuple[str, ...]:
    """Return the options for a catalog in which one role lies two job zones above another."""
    path = tmp_path / "walled.yaml"
    path.write_text(WALLED)
    return ("--no-default-catalog", "--catalog", str(path))


def words(page: str) -> str:
    return " ".join(page.split())


def by_role(answer: Any) -> dict[str, Any]:
    return {role["role"]: role for role in answer["rows"]}


def told(answer: Any) -> list[str]:
    return [sentence["text"] for sentence in answer["verdict"]]


def test_the_example_in_the_help_runs(run: Run) -> None:
    page = answered(run(*example_of(run, "skills")))
    assert page.startswith("From Customer Relationship Manager, ")
    whole = answered(run(*example_of(run, "skills"), "--full"))
    assert whole.startswith("Customer Relationship Manager: which skill next\n")
    assert "opens the most jobs from Customer Relationship Manager" in whole


@pytest.mark.parametrize(
    "args",
    [(), ("baker",), ("--unlock", "baking"), FROM_BUYER[1:], ("flour-buyer", "--next")],
    ids=["vocabulary", "role", "users", "unlock", "next"],
)
def test_every_question_has_an_answer_of_one_shape_in_every_format(args: tuple[str, ...], run: Run) -> None:
    answer = json_of(run("skills", *args, "--json", small=True))
    command = answer["command"]
    assert command == ("skills --unlock" if "--unlock" in args else "skills")
    assert set(answer) == KEYS[command]
    assert all(set(row) == ROW[command] for row in answer["rows"])
    assert all(set(skill) == SKILL for skill in answer.get("skills_named", ()))
    records = [
        json.loads(line) for line in answered(run("skills", *args, "--format", "jsonl", small=True)).splitlines()
    ]
    assert len(records) == len(answer["rows"]) == answer["found"]
    for record in records:
        validator_of(command, records=True).validate(record)
    table = list(csv.DictReader(io.StringIO(answered(run("skills", *args, "--format", "csv", small=True)))))
    assert [row["skill"] for row in table] == [record["skill"] for record in records]
    for form in ("table", "markdown", "html", "svg", "yaml"):
        assert answered(run("skills", *args, "--format", form, small=True))


# The vocabulary, a role, who asks


def test_the_vocabulary_is_sorted_by_use(run: Run) -> None:
    answer = json_of(run("skills", "--json", small=True))
    assert [(row["skill"], row["must_count"], row["nice_count"]) for row in answer["rows"]] == [
        ("food-safety", 2, 1), ("baking", 2, 0), ("negotiation", 2, 0), ("spreadsheets", 1, 1), ("pastry", 1, 0),
    ]  # fmt: skip
    assert answered(run("skills", small=True)).startswith("The catalog knows 5 skills. ")
    assert answered(run("skills", "--full", small=True)).startswith("5 skills\n")


def test_a_kind_leaves_out_the_others(run: Run) -> None:
    rows = json_of(run("skills", "--kind", "soft", "--json", small=True))["rows"]
    assert [row["skill"] for row in rows] == ["negotiation"]
    rows = json_of(run("skills", "baker", "--kind", "tool", "--json", small=True))["rows"]
    assert [row["skill"] for row in rows] == ["spreadsheets"]
    rows = json_of(run("skills", "baker", "--next", "--kind", "soft", "--json", small=True))["rows"]
    assert [(row["skill"], row["learning"]["rank"]) for row in rows] == [("negotiation", 1)]


def test_a_role_says_what_it_asks_and_how_many_others_ask_it(run: Run) -> None:
    answer = json_of(run("skills", "Bread Maker", "--json", small=True))
    assert (answer["role"], answer["title"]) == ("baker", "Baker")
    assert [(row["skill"], row["must_count"], row["nice_count"]) for row in answer["rows"]] == [
        ("baking", 1, 0), ("food-safety", 1, 1), ("spreadsheets", 1, 0),
    ]  # fmt: skip
    need = ("skill", "name", "need", "importance", "skill_level", "source")
    assert [answer["rows"][0][key] for key in need] == ["baking", "Baking", "must", 90, 75, "oven-survey"]
    assert [source["source"] for source in answer["sources"]] == ["oven-survey"]


def test_who_asks_for_a_skill_comes_best_paid_first_with_the_class_that_was_counted(run: Run) -> None:
    answer = json_of(run("skills", "--unlock", "HACCP", "--json", small=True))
    assert [skill["skill"] for skill in answer["skills_named"]] == ["food-safety"]
    assert all(set(need) == NEED for role in answer["rows"] for need in role["requirements"])
    assert [
        (role["role"], role["pay"]["value"], role["pay"]["fit"], role["pay_occupation_title"])
        for role in answer["rows"]
    ] == [
        ("baker", 36_000, "exact", "Bakers"),
        ("bakery-manager", 36_000, "proxy", "Bakers"),
        ("pastry-chef", 36_000, "part", "Bakers"),
    ]
    page = words(answered(run("skills", "--unlock", "HACCP", "--full", "--width", "120", small=True)))
    assert "$36,000* median [2] Bakers (SOC 51-3011), a different job" in page
    assert "The skill alone does not make the pay." in page


def test_several_skills_are_asked_for_by_all_who_ask_for_one(run: Run) -> None:
    answer = json_of(
        run("skills", "--unlock", "pastry", "--unlock", "negotiation", "--unlock", "Pastry", "--json", small=True)
    )
    assert [skill["skill"] for skill in answer["skills_named"]] == ["pastry", "negotiation"]
    assert set(by_role(answer)) == {"pastry-chef", "bakery-manager", "flour-buyer"}
    page = answered(run("skills", "--unlock", "pastry", "--unlock", "negotiation", small=True))
    assert "Pastry (must)" in page


def test_a_record_is_what_a_role_needs_of_one_of_the_skills(run: Run) -> None:
    args = ("skills", "--unlock", "spreadsheets", "--unlock", "negotiation", "--format", "csv", "--fields")
    text = answered(run(*args, "role,skill,need,skill_level", small=True))
    assert [line.split(",")[:3] for line in text.splitlines()[1:]] == [
        ["baker", "spreadsheets", "nice"],
        ["bakery-manager", "negotiation", "must"],
        ["bakery-manager", "spreadsheets", "must"],
        ["flour-buyer", "negotiation", "must"],
    ]


def test_both_answers_have_a_schema(run: Run) -> None:
    titles = [json.loads(answered(run("schema", "skills", *option)))["title"] for option in ((), ("--unlock",))]
    assert titles == ["the answer of careercli skills", "the answer of careercli skills --unlock"]
    refused(run("schema", "list", "--unlock"), 2, "list --unlock")


# What learning opens


def test_learning_a_skill_raises_coverage_by_its_weight(run: Run) -> None:
    answer = json_of(run(*FROM_BUYER, "--json", small=True))
    keys = ("overlap_before", "overlap_after", "overlap_gain", "outcome")
    found = {role: tuple(row[key] for key in keys) for role, row in by_role(answer).items()}
    assert found["bakery-manager"] == (35.3, 82.4, 47.1, "opens")  # 60 and 140 of 170
    assert found["baker"] == (0, 15.8, 15.8, "nearer")  # 30 of 190
    assert told(answer) == ["With Spreadsheets added to the skills of Flour Buyer, 1 job opens and 1 comes closer."]
    assert answer["verdict"][0]["cites"] == ["oven-survey"]


def test_the_line_is_the_catalogs_own_and_is_told_with_what_it_comes_from(run: Run) -> None:
    answer = json_of(run(*FROM_BUYER, "--json", small=True))
    assert set(answer["threshold"]) == THRESHOLD
    assert answer["threshold"] == {
        "overlap": 46.3, "overlap_usual": 46.3, "overlap_mean": 70.6, "overlap_deviation": 24.3, "pair_count": 4,
        "overlap_least": 30, "job_zone_rise": 2, "must_importance": 80, "nice_importance": 60, "nice_weight": 50,
    }  # fmt: skip
    page = words(answered(run(*FROM_BUYER, "--full", small=True)))
    assert (
        "We count a job as open from a skill match of 46.3%: in this catalog, jobs of one family have 70.6% of each "
        "other's skills, give or take 24.3%, and we subtract the second from the first."
    ) in page
    assert json_of(run("skills", "cashier", "--next", "--limit", "1", "--json"))["threshold"]["overlap"] == 30


def test_where_one_stands_is_told_before_anything_is_learnt(run: Run) -> None:
    baseline = json_of(run("skills", "baker", "--next", "--json", small=True))["baseline"]
    assert set(baseline) == BASELINE
    assert [baseline[key] for key in ("open_count", "role_count", "unknown_count")] == [2, 3, 0]
    assert baseline["rating_sources"] == ["oven-survey"]


def test_the_skill_that_unlocks_most_comes_first_with_the_roles_that_it_opens(run: Run) -> None:
    answer = json_of(run("skills", "flour-buyer", "--next", "--json", small=True))
    assert all(set(row["learning"]) == LEARNING for row in answer["rows"])
    keys = ("opens_count", "nearer_count", "overlap_gain")
    assert [(row["skill"], *(row["learning"][key] for key in keys)) for row in answer["rows"]] == [
        ("food-safety", 1, 2, 85.8), ("baking", 1, 1, 78.8), ("spreadsheets", 1, 1, 62.9), ("pastry", 0, 1, 37.3),
    ]  # fmt: skip
    opened = answer["rows"][2]["learning"]["opened"]
    assert [(one["role"], one["overlap_before"], one["overlap_after"]) for one in opened] == [
        ("bakery-manager", 35.3, 82.4)
    ]
    page = words(answered(run("skills", "flour-buyer", "--next", "--full", small=True)))
    assert "Bakery Manager: you have 35.3% of its skills, with it 82.4%; $36,000* median [2]." in page


def test_the_verdict_names_a_leader_only_where_there_is_one(run: Run, walled: tuple[str, ...]) -> None:
    verdicts = [
        json_of(run("skills", "one", "--next", "--json", *walled))["verdict"][0],
        json_of(run("skills", "flour-buyer", "--next", "--json", small=True))["verdict"][0],
        json_of(run("skills", "pastry-chef", "--next", "--json", small=True))["verdict"][0],
    ]
    assert [(verdict["winner"], verdict["text"]) for verdict in verdicts] == [
        ("a", "Learning Aiming opens the most jobs from One: 1 job opens, no jobs come closer."),
        (
            None,
            "No skill stands out for Flour Buyer: 1 job opens with each of Food safety, Baking and Spreadsheets.",
        ),
        ("negotiation", "Learning Negotiation opens the most jobs from Pastry Chef: 2 jobs open, no jobs come closer."),
    ]


def test_several_skills_learnt_together_open_what_none_opens_alone(run: Run) -> None:
    def states(*names: str) -> dict[str, str]:
        options = [part for name in names for part in ("--unlock", name)]
        answer = json_of(run("skills", "flour-buyer", *options, "--json", small=True))
        return {role: row["outcome"] for role, row in by_role(answer).items()}

    assert states("baking")["pastry-chef"] == states("food safety")["pastry-chef"] == "nearer"
    assert states("baking", "food safety")["pastry-chef"] == "opens"


def test_a_role_two_job_zones_up_is_held_back_and_its_barriers_are_named(run: Run, walled: tuple[str, ...]) -> None:
    answer = json_of(run("skills", "one", "--unlock", "targeting", "--json", *walled))
    rows = by_role(answer)
    assert {role: row["outcome"] for role, row in rows.items()} == {
        "three": "opens", "two": "held back", "proxy": "held back",
    }  # fmt: skip
    assert [barrier["kind"] for barrier in rows["two"]["barriers"]] == ["education", "job zone"]
    assert [barrier["kind"] for barrier in rows["three"]["barriers"]] == ["job zone"]
    page = words(answered(run("skills", "one", "--unlock", "targeting", "--full", "--width", "140", *walled)))
    assert "Enough skills, but much more preparation two or more job zones up" in page
    assert "From job zone 2 to 4: two or more steps of preparation at once." in page


def test_pay_is_subtracted_between_classes_and_never_from_a_proxy(run: Run, walled: tuple[str, ...]) -> None:
    rows = by_role(json_of(run("skills", "one", "--unlock", "a", "--json", *walled)))
    assert rows["two"]["pay_gain"] == {
        "statistic": "median", "source": "census", "currency": "USD", "amount": 50_000, "percent": 125,
        "amount_high": None, "percent_high": None,
    }  # fmt: skip
    assert (rows["proxy"]["pay"]["value"], rows["proxy"]["pay_gain"]) == (90_000, None)
    assert "No skill guarantees that pay." in words(answered(run("skills", "one", "--unlock", "a", "--full", *walled)))


def test_what_is_known_already_opens_nothing_and_says_so(run: Run) -> None:
    answer = json_of(run("skills", "baker", "--unlock", "baking", "--json", small=True))
    assert answer["rows"] == []
    assert told(answer) == ["No other job needs more of Baking than Baker does."]


def test_what_the_limit_leaves_out_is_counted(run: Run) -> None:
    answer = json_of(run("skills", "--limit", "2", "--json", small=True))
    assert (len(answer["rows"]), answer["found"]) == (2, 5)
    assert "The first 2 of 5 skills. To see all: --limit 5" in answered(
        run("skills", "--limit", "2", "--full", small=True)
    )
    assert "The first 1 of 2 jobs. To see all: --limit 2" in answered(
        run(*FROM_BUYER, "--limit", "1", "--full", small=True)
    )
    assert "3 skills are left out: --full --limit 5" in answered(run("skills", "--limit", "2", small=True))
    assert "1 job is left out: --full --limit 2" in answered(run(*FROM_BUYER, "--limit", "1", small=True))
    assert len(json_of(run("skills", "cashier", "--next", "--json"))["rows"]) == 20
    assert len(json_of(run("skills", "--json"))["rows"]) > 300


@pytest.mark.parametrize("width", ["40", "60", "100", "200"])
def test_a_page_keeps_to_its_width(width: str, run: Run) -> None:
    for args in (("baker",), ("--unlock", "baking"), FROM_BUYER[1:], ("baker", "--next"), ()):
        page = answered(run("skills", *args, "--width", width, small=True))
        assert max(len(line) for line in page.splitlines()) <= int(width)


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("nobody-of-that-name",), 1, ("nobody-of-that-name",)),
        (("--unlock", "yodelling"), 1, ("no skill is called 'yodelling'", "careercli skills")),
        (("--unlock", ""), 1, ("no skill is called ''",)),
        (("baker", "--unlock", "a\nb"), 1, ("no skill is called",)),
        (("--next",), 2, ("--next", "careercli skills ROLE --next")),
        (("baker", "--next", "--unlock", "pastry"), 2, ("--next", "--unlock")),
        (("--unlock", "pastry", "--kind", "soft"), 2, ("--kind", "--unlock")),
        (("--kind", "hard"), 2, ("hard", "soft")),
        (("--limit", "0"), 2, ("--limit",)),
        (("baker@master",), 2, ("careercli skills baker",)),
        (("baker", "pastry-chef"), 2, ("pastry-chef",)),
    ],
)
def test_what_has_no_answer_is_refused_in_one_line(
    args: tuple[str, ...], code: int, words: tuple[str, ...], run: Run
) -> None:
    refused(run("skills", *args, small=True), code, *words)


def test_a_skill_in_place_of_a_role_is_told_with_the_command_that_asks_about_it(run: Run) -> None:
    refused(run("skills", "sql"), 1, "'sql' is a skill, not a job", "careercli skills --unlock sql")
