"""The contract of `careercli salary`."""

import pytest

from tests.cli.contract import answered, example_of, json_of, refused
from tests.conftest import Run

ROW = {
    *("role", "level", "source", "estimate", "period", "place", "place_title", "per", "currency"),
    *("occupation", "occupation_title", "fit", "industry", "employment", "population", "components"),
    *("low", "p10", "p25", "median", "mean", "p75", "p90", "high", "at_least", "at_most", "note"),
}
STEP = {
    *("role", "from_level", "to_level", "statistic", "source", "currency"),
    *("place", "from_amount", "to_amount", "amount", "percent"),
}


def test_every_distribution_is_printed_and_nothing_is_complained_of(run: Run) -> None:
    page = answered(run("salary", "baker", small=True))
    assert page.startswith("Baker: pay\n")
    assert "from $25,000 · mean $40,000 · to $60,000" in page
    assert "p90 ≥ $50,000" in page
    assert "Namibia, NAD a month" in page


def test_the_example_in_the_help_runs(run: Run) -> None:
    assert "The sources disagree" in answered(run(*example_of(run, "salary")))


def test_the_json_has_the_keys_that_scripts_rely_on(run: Run) -> None:
    answer = json_of(run("salary", "baker", "--json", small=True))
    whole = {"schema_version", "command", "roles", "rows", "by", "places", "without_pay", "adjusted", "sources"}
    assert set(answer) == whole
    assert set(answer["roles"][0]) == {"role", "title", "levels", "notes", "disagreements", "steps", "drivers"}
    assert all(set(row) == ROW for row in answer["rows"])
    assert all(set(step) == STEP for step in answer["roles"][0]["steps"])


def test_a_bound_is_never_a_number_in_the_json(run: Run) -> None:
    rows = json_of(run("salary", "baker", "--json", small=True))["rows"]
    official = next(row for row in rows if row["occupation"] == "51-3011" and row["per"] == "year")
    assert (official["p90"], official["at_least"]) == (None, {"p90": 50000})


def test_raises_follow_the_fork_of_the_ladder(run: Run) -> None:
    steps = json_of(run("salary", "baker", "--json", small=True))["roles"][0]["steps"]
    assert [(step["from_level"], step["to_level"], step["percent"]) for step in steps] == [
        ("apprentice", "journeyman", 25),
        ("journeyman", "master", 32),
        ("journeyman", "shift-lead", 25),
    ]


def test_a_level_has_only_its_own_pay(run: Run) -> None:
    rows = json_of(run("salary", "baker@master", "--json", small=True))["rows"]
    assert [(row["level"], row["median"]) for row in rows] == [("master", 46200)]


def test_three_roles_are_answered_one_after_the_other(run: Run) -> None:
    page = answered(run("salary", "baker", "pastry-chef", "bakery-manager", small=True))
    places = [page.index(f"{title}: pay") for title in ("Baker", "Pastry Chef", "Bakery Manager")]
    assert places == sorted(places)


def test_a_role_and_one_of_its_levels_show_each_figure_once_in_each_part(run: Run) -> None:
    page = answered(run("salary", "baker", "baker@master", small=True))
    whole, level = page.split("Master Baker: pay")
    assert whole.count("median $46,200") == 1
    assert level.count("median $46,200") == 1


def test_a_role_without_pay_is_success_and_no_rows(run: Run) -> None:
    assert json_of(run("salary", "flour-buyer", "--json", small=True))["rows"] == []
    assert "no pay figure" in answered(run("salary", "flour-buyer", small=True))


def test_figures_for_two_places_of_one_source_both_give_a_raise(run: Run, nasty: tuple[str, ...]) -> None:
    steps = json_of(run("salary", "long-words", "--json", *nasty))["roles"][0]["steps"]
    assert {(step["currency"], step["percent"]) for step in steps} == {("EUR", 25), ("USD", -9.09)}


def test_a_median_that_falls_is_not_said_to_rise(run: Run, nasty: tuple[str, ...]) -> None:
    notes = json_of(run("salary", "bounds", "--json", *nasty))["roles"][0]["notes"]
    assert not any("rises from $52,000 to $48,000" in note for note in notes)


def test_a_mean_below_the_median_is_not_said_to_stand_above_it(run: Run, nasty: tuple[str, ...]) -> None:
    notes = json_of(run("salary", "bounds", "--json", *nasty))["roles"][0]["notes"]
    assert not any("above the median by -" in note for note in notes)


def test_an_estimate_by_a_rule_is_no_source_that_disagrees(run: Run, nasty: tuple[str, ...]) -> None:
    disagreements = json_of(run("salary", "bounds", "--json", *nasty))["roles"][0]["disagreements"]
    assert [entry for entry in disagreements if "rule" in (entry["higher_source"], entry["lower_source"])] == []


@pytest.mark.parametrize(
    ("names", "code", "words"),
    [
        (("nobody-of-that-name",), 1, ("nobody-of-that-name",)),
        (("pastry",), 1, ("pastry-chef",)),
        (("baker@emperor",), 1, ("emperor", "baker@master")),
        ((), 2, ("ROLE",)),
        (("baker", "--mine"), 2, ("--mine",)),
        (("baker", "--color", "pink"), 2, ("pink", "never")),
    ],
)
def test_what_has_no_answer_is_refused_in_one_line(
    run: Run, names: tuple[str, ...], code: int, words: tuple[str, ...]
) -> None:
    refused(run("salary", *names, small=True), code, *words)
