"""The contract of `careercli path`."""

import re

import pytest

from tests.cli.contract import answered, example_of, json_of, refused
from tests.conftest import Run

NODE = {
    *("kind", "role", "level", "title", "track", "years", "pay", "gain", "why", "source", "more", "children"),
    *("stage", "official_wage_level", "estimate", "role_title", "role_pay", "role_growth"),
}
ROW = {
    *("depth", "kind", "from_role", "from_level", "role", "level", "title", "track", "years_from", "years_to"),
    *("pay", "pay_statistic", "pay_occupation", "pay_fit", "currency", "raise_percent", "source", "why", "route"),
    *("stage", "wage", "wage_statistic", "wage_per", "estimate"),
}


def test_the_tree_is_printed_and_nothing_is_complained_of(run: Run) -> None:
    page = answered(run("path", "baker", "--full", "--width", "120", small=True))
    assert page.startswith("Baker: the path\n")
    assert "Kitchen helper" in page
    assert "Journeyman Baker · specialist track · 2 to <5 years" in page
    assert re.search(r"· \$35,000 median \[\d\] \+25\.0%", page)
    assert "lateral to Pastry Chef" in page


def test_the_example_in_the_help_runs(run: Run) -> None:
    assert answered(run(*example_of(run, "path"))).startswith("You can move from Customer Relationship Manager to")


def test_the_json_has_the_keys_that_scripts_rely_on(run: Run) -> None:
    answer = json_of(run("path", "baker", "--json", small=True))
    assert set(answer) == {
        *("schema_version", "command", "read_as", "role", "title", "place", "place_title", "progression", "milestones"),
        *("role_pay", "role_growth"),
        *("feeders", "ladder", "moves", "target", "target_title", "prefer", "why", "routes", "refusals", "notes"),
        "not_judged",
        *("rows", "sources"),
    }
    assert all(set(row) == ROW for row in answer["rows"])
    assert all(set(node) == NODE for node in (*answer["feeders"], *answer["ladder"], *answer["moves"]))


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
    route = answer["routes"][0]
    assert route["totals"]["cost"] == pytest.approx(
        sum(sum(step["costs"].values()) for step in route["steps"]), abs=0.1
    )
    assert all(step["why"] and step["evidence"] in ("declared", "official", "inferred") for step in route["steps"])
    assert answer["notes"]


def test_where_no_route_keeps_to_a_limit_the_limit_is_named(run: Run) -> None:
    answer = json_of(run("path", "baker@apprentice", "--to", "baker@head", "--max-years", "1", "--json", small=True))
    assert (answer["routes"], [refusal["constraint"] for refusal in answer["refusals"]]) == ([], ["max_years"])


def test_the_fork_into_tracks_is_kept_in_the_rows(run: Run) -> None:
    rows = json_of(run("path", "baker", "--depth", "0", "--json", small=True))["rows"]
    edges = {(row["from_level"], row["level"], row["track"]) for row in rows if row["kind"] == "level"}
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
    assert {row["role"] for row in rows} == {"baker", "pastry-chef", "bakery-manager", "flour-buyer"}


def test_a_level_is_where_the_tree_can_start(run: Run) -> None:
    page = answered(run("path", "baker@shift-lead", small=True))
    assert "Shift Lead" in page
    assert "Apprentice Baker" not in page
    assert "Kitchen helper" not in page


def test_a_role_without_levels_and_moves_is_success_and_no_rows(run: Run, nasty: tuple[str, ...]) -> None:
    assert json_of(run("path", "yamlish@no", "--depth", "0", "--json", *nasty))["rows"][0]["level"] == "no"
    bare = json_of(run("path", "bare", "--json", *nasty))
    assert [row for row in bare["rows"] if row["kind"] != "feeder"] == []


def test_no_level_is_left_out_of_the_tree_even_where_levels_lead_in_a_circle(run: Run, nasty: tuple[str, ...]) -> None:
    rows = json_of(run("path", "cycle-one", "--json", *nasty))["rows"]
    shown = {row["level"] for row in rows if row["role"] == "cycle-one" and row["kind"] == "level"}
    assert shown == {"start", "a", "b", "c", "island-one", "island-two"}


def test_pay_known_only_as_a_bound_is_shown_as_a_bound(run: Run) -> None:
    assert "≥ $55,000" in answered(run("path", "baker", "--full", "--width", "120", small=True))


@pytest.mark.parametrize(
    ("names", "code", "words"),
    [
        (("nobody-of-that-name",), 1, ("nobody-of-that-name",)),
        (("pastry",), 1, ("pastry-chef",)),
        (("baker@emperor",), 1, ("emperor", "baker@master")),
        ((), 2, ("ROLE",)),
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
    unjudged = {one["filter"]: one["roles"] for one in answer["not_judged"]}
    assert set(unjudged) == {"pay", "education"}
    page = answered(run(*asked, "--full", "--width", "200"))
    assert f"does not decide it (pay {unjudged['pay']}, schooling {unjudged['education']})" in page
    free = run("path", "baker", "--to", "registered-nurse", "--json")
    assert json_of(free)["not_judged"] == []


def test_people_in_training_have_no_pay_on_a_route(run: Run) -> None:
    route = json_of(run("path", "security-guard", "--to", "police-officer@officer", "--json"))["routes"][0]
    recruit = next(step for step in route["steps"] if step["to_level"] == "recruit")
    assert (recruit["pay_after"], recruit["gain"], recruit["pay_given_up"]) == (None, None, None)
    assert route["totals"]["pay_given_up_unknown"] > 0
    limited = json_of(run("path", "security-guard", "--to", "police-officer@officer", "--min-pay", "1k", "--json"))
    assert all(step["to_level"] != "recruit" for found in limited["routes"] for step in found["steps"])


def test_where_pay_cannot_be_held_against_each_other_a_dash_stands_in_what_a_step_counts(run: Run) -> None:
    asked = ("path", "security-guard", "--to", "police-officer@officer", "--routes", "1", "--why")
    page = answered(run(*asked, "--width", "160"))
    assert "– pay of both sides cannot be compared, which counts nothing." in page
