"""The contract of `careercli path`."""

import csv
import io
import json
import re
from typing import Any

import pytest

from tests.cli.contract import answered, example_of, json_of, refused
from tests.conftest import Run

EDGE = {
    *("depth", "kind", "from", "to", "track", "years_from", "years_to", "stage", "pay", "distribution"),
    *("official_wage_level", "estimate", "gain", "from_role_title", "from_role_pay", "from_role_growth"),
    *("to_role_title", "to_role_pay", "to_role_growth", "role_gain", "why", "source", "more"),
}
STEP = {
    *(
        "route",
        "step",
        "kind",
        "evidence",
        "from",
        "to",
        "to_role_title",
        "years",
        "overlap",
        "skills_to_learn",
        "from_pay",
    ),
    *("from_pay_level", "from_distribution", "to_pay", "to_pay_level", "to_distribution", "gain", "pay_given_up"),
    *("from_job_zone", "to_job_zone", "from_education", "to_education", "barriers", "training", "why", "costs"),
}
ROUTE = {
    *("route", "years", "years_unknown", "training_cost_low", "training_cost_high", "training_currency", "gain"),
    *("training_unknown", "gain_of_classes", "pay_given_up_unknown", "lowest_pay", "payback_months", "cost"),
}
POSITION = {"role", "level", "title"}


def edge(row: Any) -> tuple[str, str | None, str]:
    """Return where an edge leads from and to, and its kind; None: people start there."""

    def name(position: Any) -> str:
        return f"{position['role']}@{position['level']}" if position["level"] else str(position["role"])

    return row["kind"], name(row["from"]) if row["from"] and row["from"]["role"] else None, name(row["to"])


def test_the_tree_is_printed_and_nothing_is_complained_of(run: Run) -> None:
    page = answered(run("path", "baker", "--full", "--width", "120", small=True))
    assert page.startswith("Baker: career path\n")
    assert "Kitchen helper" in page
    assert "Journeyman Baker · specialist track · 2 to under 5 years" in page
    assert re.search(r"· \$35,000 median \[\d\] \+25\.0%", page)
    assert "lateral to Pastry Chef" in page


def test_the_example_in_the_help_runs(run: Run) -> None:
    assert answered(run(*example_of(run, "path"))).startswith("You can move from Customer Relationship Manager to")


def test_the_json_has_the_keys_that_scripts_rely_on(run: Run) -> None:
    answer = json_of(run("path", "baker", "--json", small=True))
    assert set(answer) == {
        *("schema_version", "command", "read_as", "role", "title", "level", "level_title", "edges", "place"),
        *("place_title", "role_pay", "role_growth", "progression", "milestones", "rows", "sources"),
    }
    assert answer["command"] == "path"
    assert all(set(row) == EDGE for row in answer["rows"])
    assert all(set(end) == POSITION for row in answer["rows"] for end in (row["from"], row["to"]) if end)


def test_the_json_of_routes_has_the_keys_that_scripts_rely_on(run: Run) -> None:
    answer = json_of(run("path", "baker@apprentice", "--to", "bakery-manager", "--json", small=True))
    assert set(answer) == {
        *("schema_version", "command", "read_as", "from", "to", "prefer", "with_costs", "rows", "routes", "refusals"),
        *("not_judged", "notes", "sources"),
    }
    assert answer["command"] == "path --to"
    assert (answer["from"]["level"], answer["to"]["role"]) == ("apprentice", "bakery-manager")
    assert all(set(row) == STEP for row in answer["rows"])
    assert all(set(route) == ROUTE for route in answer["routes"])
    assert {row["route"] for row in answer["rows"]} == {route["route"] for route in answer["routes"]}
    assert [row["step"] for row in answer["rows"] if row["route"] == 1] == [1, 2, 3]


def test_every_figure_of_an_edge_is_that_of_the_end_that_its_name_says(run: Run) -> None:
    rows = json_of(run("path", "registered-nurse", "--depth", "2", "--json"))["rows"]
    roles = {row["role"]: row["pay"] for row in json_of(run("list", "--json"))["rows"]}
    feeder = next(row for row in rows if row["kind"] == "feeder")
    assert edge(feeder) == ("feeder", "licensed-practical-nurse@nurse", "registered-nurse")
    assert (feeder["from_role_pay"]["value"], feeder["to_role_pay"]["value"]) == (64_400, 97_550)
    assert (feeder["pay"], feeder["estimate"]) == (None, None)
    for row in rows:
        for end in ("from", "to"):
            if row["kind"] != "level":
                assert row[f"{end}_role_pay"] == roles[row[end]["role"]]
        for own in (row["distribution"], row["estimate"]):
            assert own is None or (own["role"], own["level"]) == (row["to"]["role"], row["to"]["level"])


def test_an_edge_hangs_on_the_one_that_ends_where_it_begins(run: Run) -> None:
    rows = json_of(run("path", "baker", "--depth", "3", "--json", small=True))["rows"]
    above: dict[int, Any] = {}
    for row in rows:
        above[row["depth"]] = row
        if row["depth"] and row["from"]:
            assert row["from"] == above[row["depth"] - 1]["to"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--max-years", "nan"), ("--max-years", "nan")),
        (("--min-pay", "inf"), ("--min-pay", "inf")),
        (("--avoid", "nobody-at-all"), ("no role is called",)),
        (("--via", "flour"), ("flour-buyer",)),
    ],
)
def test_a_limit_that_is_none_is_refused_in_one_line(
    run: Run, options: tuple[str, ...], words: tuple[str, ...]
) -> None:
    ran = run("path", "baker", "--to", "bakery-manager", *options, small=True)
    refused(ran, 1 if "called" in ran.stderr else 2, *words)


def test_limits_and_preferences_are_for_routes_only(run: Run) -> None:
    refused(run("path", "baker", "--max-years", "3", small=True), 2, "--to")
    refused(run("path", "baker", "--to", "pastry-chef", "--depth", "2", small=True), 2, "--depth")


def test_routes_are_told_step_by_step_with_what_they_count(run: Run) -> None:
    answer = json_of(
        run("path", "baker@apprentice", "--to", "bakery-manager", "--prefer", "fast", "--json", small=True)
    )
    steps = [row for row in answer["rows"] if row["route"] == 1]
    assert answer["routes"][0]["cost"] == pytest.approx(sum(sum(step["costs"].values()) for step in steps), abs=0.1)
    assert all(step["why"] and step["evidence"] in ("declared", "official", "inferred") for step in steps)
    assert answer["notes"]


def test_where_no_route_keeps_to_a_limit_the_limit_is_named(run: Run) -> None:
    answer = json_of(run("path", "baker@apprentice", "--to", "baker@head", "--max-years", "1", "--json", small=True))
    assert (answer["routes"], [refusal["constraint"] for refusal in answer["refusals"]]) == ([], ["max_years"])


def test_the_fork_into_tracks_is_kept_in_the_rows(run: Run) -> None:
    rows = json_of(run("path", "baker", "--depth", "0", "--json", small=True))["rows"]
    levels = [row for row in rows if row["kind"] == "level" and row["from"]]
    edges = {(row["from"]["level"], row["to"]["level"], row["track"]) for row in levels}
    assert {("journeyman", "master", "ic"), ("journeyman", "shift-lead", "management")} <= edges
    assert {("master", "head", "management"), ("shift-lead", "head", "management")} <= edges


@pytest.mark.parametrize(
    ("depth", "kinds"), [("0", {"feeder", "level"}), ("1", {"feeder", "level", "lateral", "promotion"})]
)
def test_depth_decides_if_moves_are_followed(run: Run, depth: str, kinds: set[str]) -> None:
    rows = json_of(run("path", "baker", "--depth", depth, "--json", small=True))["rows"]
    assert {row["kind"] for row in rows} == kinds


def test_the_deepest_tree_reaches_every_role_and_ends_although_the_moves_go_round(run: Run) -> None:
    rows = json_of(run("path", "baker", "--depth", "5", "--json", small=True))["rows"]
    assert {row["to"]["role"] for row in rows} == {"baker", "pastry-chef", "bakery-manager", "flour-buyer"}


def test_a_level_is_where_the_tree_can_start(run: Run) -> None:
    page = answered(run("path", "baker@shift-lead", small=True))
    assert "Shift Lead" in page
    assert "Apprentice Baker" not in page
    assert "Kitchen helper" not in page


def test_a_role_without_levels_and_moves_is_success_and_no_rows(run: Run, nasty: tuple[str, ...]) -> None:
    assert json_of(run("path", "yamlish@no", "--depth", "0", "--json", *nasty))["rows"][0]["to"]["level"] == "no"
    bare = json_of(run("path", "bare", "--json", *nasty))
    assert [row for row in bare["rows"] if row["kind"] != "feeder"] == []


def test_no_level_is_left_out_of_the_tree_even_where_levels_lead_in_a_circle(run: Run, nasty: tuple[str, ...]) -> None:
    rows = json_of(run("path", "cycle-one", "--json", *nasty))["rows"]
    shown = {row["to"]["level"] for row in rows if row["to"]["role"] == "cycle-one" and row["kind"] == "level"}
    assert shown == {"start", "a", "b", "c", "island-one", "island-two"}


def test_pay_known_only_as_a_bound_is_shown_as_a_bound(run: Run) -> None:
    assert "≥ $55,000" in answered(run("path", "baker", "--full", "--width", "120", small=True))


@pytest.mark.parametrize(
    ("names", "code", "words"),
    [
        (("nobody-of-that-name",), 1, ("nobody-of-that-name",)),
        (("pastry",), 1, ("pastry-chef",)),
        (("baker@emperor",), 1, ("emperor", "baker@master")),
        ((), 2, ("ROLE", "--edges")),
        (("--to", "baker"), 2, ("ROLE",)),
        (("--edges", "--depth", "1"), 2, ("--depth", "ROLE")),
        (("--edges", "--max-years", "3"), 2, ("--to",)),
        (("baker", "--to", "pastry-chef", "--edges"), 2, ("--edges",)),
        (("baker", "pastry-chef"), 2, ("pastry-chef",)),
        (("baker", "--depth", "6"), 2, ("--depth", "6")),
        (("baker", "--depth", "-1"), 2, ("--depth", "-1")),
        (("baker", "--depht", "1"), 2, ("--depht", "--depth")),
    ],
)
def test_what_has_no_answer_is_refused_in_one_line(
    run: Run, names: tuple[str, ...], code: int, words: tuple[str, ...]
) -> None:
    refused(run("path", *names, small=True), code, *words)


def test_what_a_limit_cannot_judge_is_counted_on_the_page_and_in_json(run: Run) -> None:
    asked = ("path", "baker", "--to", "registered-nurse", "--min-pay", "60k", "--no-degree")
    answer = json_of(run(*asked, "--json"))
    unjudged = {one["filter"]: one["role_count"] for one in answer["not_judged"]}
    assert set(unjudged) == {"pay", "education"}
    page = answered(run(*asked, "--full", "--width", "200"))
    assert f"no one can tell whether they pass (pay {unjudged['pay']}, schooling {unjudged['education']})" in page
    free = run("path", "baker", "--to", "registered-nurse", "--json")
    assert json_of(free)["not_judged"] == []


def test_people_in_training_have_no_pay_on_a_route(run: Run) -> None:
    answer = json_of(run("path", "security-guard", "--to", "police-officer@officer", "--json"))
    recruit = next(step for step in answer["rows"] if step["to"]["level"] == "recruit")
    assert (recruit["to_pay"], recruit["gain"], recruit["pay_given_up"]) == (None, None, None)
    assert answer["routes"][0]["pay_given_up_unknown"] > 0
    limited = json_of(run("path", "security-guard", "--to", "police-officer@officer", "--min-pay", "1k", "--json"))
    assert all(step["to"]["level"] != "recruit" for step in limited["rows"])


def test_where_pay_cannot_be_held_against_each_other_a_dash_stands_in_what_a_step_counts(run: Run) -> None:
    asked = ("path", "security-guard", "--to", "police-officer@officer", "--routes", "1", "--why")
    page = answered(run(*asked, "--width", "160"))
    assert "– pay of the two sides cannot be compared, so it counts nothing." in page


# ---- edges ----


def test_the_edges_of_a_role_are_the_rows_of_its_tree(run: Run) -> None:
    asked = ("path", "baker", "--depth", "2", "--json")
    tree, edges = json_of(run(*asked, small=True)), json_of(run(*asked, "--edges", small=True))
    assert (tree.pop("edges"), edges.pop("edges")) == (False, True)
    assert tree == edges


def test_a_page_of_edges_has_a_row_for_each(run: Run) -> None:
    asked = ("path", "baker", "--edges")
    rows = json_of(run(*asked, "--json", small=True))["rows"]
    page = answered(run(*asked, "--full", "--format", "markdown", small=True))
    lines = [line for line in page.splitlines() if line.startswith("| ")]
    assert lines[0] == "| From | To | Kind | Years | Pay | Gain | Why |"
    assert len(lines) == len(rows) + 2
    assert "| Apprentice Baker | Journeyman Baker | level | 2–5 | $35,000 \\[4] | +$7,000 | |" in lines
    assert "| Kitchen helper | Baker | way in | – | $36,000 \\[1] | – | Knows the hours already. |" in lines


def test_without_a_role_the_edges_are_those_of_the_whole_catalog(run: Run) -> None:
    answer = json_of(run("path", "--edges", "--json", small=True))
    assert (answer["role"], answer["title"], answer["role_pay"]) == (None, None, None)
    found = [edge(row) for row in answer["rows"]]
    assert len(found) == len(set(found))
    for role in ("baker", "pastry-chef", "bakery-manager", "flour-buyer"):
        own = [edge(row) for row in json_of(run("path", role, "--json", small=True))["rows"]]
        feeders = {row for row in own if row[0] == "feeder"}
        assert set(own) - feeders <= set(found)
    assert ("promotion", "baker@shift-lead", "bakery-manager@manager") in found
    assert ("lateral", "baker@journeyman", "pastry-chef") in found
    assert ("feeder", "pastry-chef", "baker") in found


def test_every_move_that_the_catalog_declares_is_an_edge_once(run: Run) -> None:
    exported = answered(run("catalog", "export", "--format", "jsonl"))
    roles = [entry for line in exported.splitlines() if (entry := json.loads(line))["type"] == "role"]
    declared = sorted(
        (move["kind"], f"{role['id']}@{move['at']}" if move.get("at") else role["id"], move["to"])
        for role in roles
        for move in role.get("moves", ())
    )
    rows = json_of(run("path", "--edges", "--json"))["rows"]
    assert sorted(edge(row) for row in rows if row["kind"] not in ("feeder", "level")) == declared


def test_edges_are_columns_for_a_spreadsheet(run: Run) -> None:
    names = "from_role,from_level,to_role,to_level,kind,to_role_pay,role_gain_amount"
    text = answered(run("path", "--edges", "--format", "csv", "--fields", names))
    rows = list(csv.DictReader(io.StringIO(text)))
    ends = ("registered-nurse", "nurse-practitioner")
    between = [row for row in rows if (row["from_role"], row["to_role"]) == ends]
    assert [row for row in between if row["kind"] != "feeder"] == [
        {
            "from_role": "registered-nurse", "from_level": "senior", "to_role": "nurse-practitioner",
            "to_level": "new-graduate", "kind": "promotion", "to_role_pay": "132300", "role_gain_amount": "34750",
        }
    ]  # fmt: skip


def test_at_a_place_all_pay_is_that_of_the_place(run: Run) -> None:
    answer = json_of(run("path", "customer-relationship-manager", "--place", "Canada", "--json"))
    pays = [row[key] for row in answer["rows"] for key in ("pay", "from_role_pay", "to_role_pay")]
    assert {pay["place"] for pay in (*pays, answer["role_pay"]) if pay} == {"CA"}
    page = answered(run("path", "customer-relationship-manager", "--place", "Canada", "--edges"))
    assert "Pay is that of Canada." in " ".join(page.split())


def test_a_job_without_levels_and_moves_points_to_similar_ones(run: Run) -> None:
    page = answered(run("path", "dishwashers"))
    assert page.startswith("No levels and no moves are known for Dishwashers.\n")
    assert "Similar jobs  careercli related dishwashers" in page
