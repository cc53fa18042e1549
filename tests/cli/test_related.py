"""The contract of `careercli related`."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from careercli.answers.related.view import NeighborView
from careercli.answers.shared.flat_records import flat_fields
from tests.cli.contract import answered, example_of, json_of, refused, validator_of
from tests.conftest import Run

KEYS = {
    *("schema_version", "command", "read_as", "role", "title", "pay", "growth", "education", "education_fit", "rows"),
    *("no_data", "sources"),
}
ROW = {
    *("role", "title", "family", "family_title", "occupation", "occupation_title", "declared", "official", "inferred"),
    *("pay", "pay_gain", "growth", "education", "education_fit", "overlap", "shares", "needs"),
}
INFERRED = {"rank", "tied", "percentile", "evidence_percentiles"}
EVIDENCE = {"text", "titles", "tools", "activities", "skills", "knowledge", "interests", "preparation"}
OFFICIAL = {"rank", "tier", "source"}
LIST = """\
schema_version: 1
name: list
sources:
  census: {title: Census, kind: official, period: 2025}
  experts: {title: A list of experts, kind: official}
families: {f: {title: Kitchen}}
skills: {a: {name: Aiming, kind: soft}, b: {name: Boring, kind: technical}}
occupations:
  "11-1111":
    title: Ones
    scheme: soc-2018
    profile:
      source: experts
      related:
        - {code: "99-9999", tier: primary-short, rank: 1}
        - {code: "22-2222", tier: primary-short, rank: 2}
        - {code: "33-3333", tier: primary-long, rank: 3}
        - {code: "33-3334", tier: primary-long, rank: 4}
  "22-2222": {title: Twos, scheme: soc-2018}
  "33-3333": {title: Threes, scheme: soc-2018}
  "33-3334": {title: Other threes, scheme: soc-2018}
roles:
  one: {title: One, family: f, summary: Aims., skills: [{skill: a, need: must}, {skill: b, need: must}],
        occupations: [{code: "11-1111", fit: exact}], moves: [{to: two, kind: lateral, why: Aiming is aiming.}]}
  two: {title: Two, family: f, summary: Aims., aliases: [Twos], skills: [{skill: a, need: must}],
        occupations: [{code: "22-2222", fit: exact}]}
  three: {title: Three, family: f, summary: Counts., aliases: [Threes, Other threes],
          occupations: [{code: "33-3333", fit: exact}, {code: "33-3334", fit: part}]}
"""


@pytest.fixture
def listed(tmp_path: Path) -> tuple[str, ...]:
    """Return the options for a catalog with an official list, which names an occupation that no role is."""
    path = tmp_path / "list.yaml"
    path.write_text(LIST)
    return ("--no-default-catalog", "--catalog", str(path))


def rows_of(run: Run, *args: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json_of(run("related", *args, "--json"))["rows"]
    return rows


def test_the_example_in_the_help_runs(run: Run) -> None:
    assert answered(run(*example_of(run, "related"))).startswith("Closest to Customer Relationship Manager: ")


def test_the_json_has_the_keys_that_scripts_rely_on(run: Run) -> None:
    answer = json_of(run("related", "registered-nurse", "--json"))
    assert set(answer) == KEYS
    assert (answer["role"], answer["title"], answer["pay"]["currency"]) == (
        "registered-nurse",
        "Registered Nurse",
        "USD",
    )
    assert all(set(row) == ROW for row in answer["rows"])
    rows = answer["rows"]
    near = [row["inferred"] for row in rows if row["inferred"]]
    assert all(set(one) == INFERRED and set(one["evidence_percentiles"]) == EVIDENCE for one in near)
    assert all(set(skill) == {"skill", "name"} for row in rows for skill in row["shares"] + row["needs"])
    assert answer["no_data"] == []
    assert all(set(row["official"]) == OFFICIAL for row in rows if row["official"])


def test_a_role_that_stands_in_several_lists_is_one_row(run: Run, listed: tuple[str, ...]) -> None:
    rows = rows_of(run, "one", *listed)
    assert [(row["role"], row["title"], row["occupation"], row["occupation_title"]) for row in rows] == [
        ("two", "Two", "22-2222", "Twos"),
        (None, "99-9999", "99-9999", "99-9999"),
        ("three", "Three", "33-3333", "Threes"),
    ]
    two, unknown, three = rows
    assert two["declared"] == {"how": "lateral", "why": "Aiming is aiming."}
    assert two["official"] == {"rank": 2, "tier": "primary-short", "source": "experts"}
    assert two["shares"] == [{"skill": "a", "name": "Aiming"}]
    assert two["overlap"] == 100
    assert (unknown["declared"], unknown["inferred"], unknown["pay"], unknown["overlap"]) == (None,) * 4
    assert three["official"]["rank"] == 3, "of several classes of one role the first counts"


def test_the_limit_counts_each_kind_by_itself(run: Run, listed: tuple[str, ...]) -> None:
    rows = rows_of(run, "one", "--limit", "1", *listed)
    assert [(row["title"], bool(row["declared"]), bool(row["official"])) for row in rows] == [
        ("Two", True, False), ("99-9999", False, True),
    ]  # fmt: skip
    kinds = ("declared", "official", "inferred")
    found = rows_of(run, "registered-nurse", "--limit", "3")
    assert [sum(row[kind] is not None for row in found) for kind in kinds] == [3, 3, 3]


def test_rows_are_those_that_are_declared_then_listed_then_near(run: Run) -> None:
    rows = rows_of(run, "registered-nurse")
    declared = [place for place, row in enumerate(rows) if row["declared"]]
    assert declared == list(range(len(declared)))
    rest = rows[len(declared) :]
    listed = [row for row in rest if row["official"]]
    near = [row for row in rest if not row["official"]]
    assert rest == listed + near
    for kind, ranked in (("official", listed), ("inferred", near)):
        ranks = [row[kind]["rank"] for row in ranked]
        assert ranks == sorted(ranks) != []
    assert len({row["role"] for row in rows}) == len(rows)


def test_lists_of_skills_that_do_not_compare_have_no_overlap(run: Run) -> None:
    rows = {row["role"]: row for row in rows_of(run, "registered-nurse")}
    assert rows["licensed-practical-nurse"]["overlap"] > 50
    surveyed = rows["acute-care-nurses"]
    assert (surveyed["overlap"], surveyed["shares"], surveyed["needs"]) == (None, [], [])
    sides = json_of(run("compare", "registered-nurse", "acute-care-nurses", "--json"))["rows"]
    assert [row["measure"] for row in sides if row["group"] == "skills"] == ["skills-listed"]


def test_a_page_has_a_table_for_each_kind(run: Run, listed: tuple[str, ...]) -> None:
    page = answered(run("related", "one", "--full", *listed))
    kinds = ("Known career moves", "On an official list", "Similar jobs")
    tables = [line for line in page.splitlines() if line.split("  ")[0] in kinds]
    assert len(tables) == 3
    assert page.index("99-9999") < page.index("Twos") < page.index("Threes")
    quiet = " ".join(answered(run("related", "three", "--full", *listed)).split())
    assert "Declared: the catalog lists no similar job, move or way in." in quiet


def test_the_records_are_the_rows(run: Run, listed: tuple[str, ...]) -> None:
    args = ("related", "one", *listed)
    table = list(csv.DictReader(io.StringIO(answered(run(*args, "--format", "csv")))))
    assert list(table[0]) == list(flat_fields(NeighborView))
    assert [row["role"] for row in table] == ["two", "", "three"]
    assert (table[0]["declared_how"], table[0]["official_rank"], table[0]["shares"]) == ("lateral", "2", "a")
    for line in answered(run(*args, "--format", "jsonl")).splitlines():
        validator_of("related", records=True).validate(json.loads(line))


def test_what_has_no_answer_is_refused_in_one_line(run: Run) -> None:
    refused(run("related", "nobody-of-that-name"), 1, "nobody-of-that-name")
    refused(run("related", "baker", "--limit", "0", small=True), 2, "--limit")
