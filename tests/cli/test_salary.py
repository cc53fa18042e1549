"""The contract of `careercli salary`."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.contract import answered, example_of, json_of, refused
from tests.conftest import Ran, Run

ROW = {
    *("role", "title", "level", "level_title", "source", "is_estimate", "period", "place", "place_title", "per"),
    *("currency", "occupation", "occupation_title", "fit", "industry", "jobs", "population", "components"),
    *("low", "p10", "p25", "median", "mean", "p75", "p90", "high", "points_at_least", "points_at_most", "note"),
    *("worked_out_from", "standing", "gain", "adjusted"),
}
STATISTICS = ("low", "p10", "p25", "median", "mean", "p75", "p90", "high")
BY_EXPERIENCE = {
    *("kind", "wage_level", "official_wage_level", "drawn_from", "estimate", "estimate_low", "estimate_high"),
    "pay_source",
}
"""What records have besides, of amounts that are no points of a distribution."""
RECORD = (ROW - {"points_at_least", "points_at_most", "standing", "gain", "adjusted"}) | {
    f"points_{bound}_{statistic}" for statistic in STATISTICS for bound in ("at_least", "at_most")
}
STANDING = {"below", "above", "percentile", "text"}
ROLE = {
    *("role", "title", "level", "level_title", "levels", "ladder_note", "notes", "disagreements", "steps", "drivers"),
}
LEVEL = {"level", "title", "track", "years_from", "years_to", "previous_levels", "where", "wait"}
POSITION = {"role", "level", "title"}
STEP = {
    *("from", "to", "statistic", "source", "currency", "per"),
    *("place", "from_amount", "to_amount", "amount", "percent"),
}
DISAGREEMENT = {
    *("higher_source", "higher_statistic", "higher", "lower_source", "lower_statistic", "lower"),
    *("factor", "currency", "per", "text"),
}


SCHOOL = """\
schema_version: 1
name: school
places:
  US-TX: {title: Texas, kind: state}
occupations:
  "51-3011":
    pay:
      - {source: bakers-census, place: US-TX, per: year, currency: USD, p25: 31000, median: 37200, p75: 42000}
  "25-2021":
    title: Teachers
    scheme: soc-2018
    pay:
      - {source: bakers-census, place: US, per: year, currency: USD, p10: 40000, median: 60000, p90: 90000}
  "27-2011":
    title: Actors
    scheme: soc-2018
    pay:
      - {source: bakers-census, place: US, per: hour, currency: USD, p10: 15, median: 25}
roles:
  teacher:
    title: Teacher
    family: office
    summary: Teaches.
    occupations: [{code: "25-2021", fit: exact}]
    pay: [{source: oven-survey, place: US, per: year, currency: USD, median: 54000}]
  actor:
    title: Actor
    family: office
    summary: Acts.
    occupations: [{code: "27-2011", fit: exact}]
  usher:
    title: Usher
    family: office
    summary: Shows people to their seats.
    pay: [{source: oven-survey, place: NA, per: month, currency: NAD, low: 4000, high: 9000}]
"""


@pytest.fixture
def school(tmp_path: Path) -> str:
    """Return a layer with a state, and with classes that are paid in one unit of time only."""
    path = tmp_path / "school.yaml"
    path.write_text(SCHOOL)
    return str(path)


def words(page: str) -> str:
    return " ".join(page.split())


def row_of(answer: Any, **wanted: str) -> Any:
    """Return the first row with these values in which the amount stands."""
    held = (row for row in answer["rows"] if row["standing"])
    return next(row for row in held if all(row[key] == value for key, value in wanted.items()))


def records_of(ran: Ran) -> Any:
    return json.loads(answered(ran))["rows"]


def test_every_distribution_is_printed_and_nothing_is_complained_of(run: Run) -> None:
    page = answered(run("salary", "--full", "baker", small=True))
    assert page.startswith("Baker: pay\n")
    assert "from $25,000 · average $40,000 · to $60,000" in page
    assert "90th percentile ≥ $50,000" in page
    assert "Namibia, NAD a month" in page


def test_the_example_in_the_help_runs(run: Run) -> None:
    assert "The sources disagree" in answered(run(*example_of(run, "salary"), "--full"))


def test_the_json_has_the_keys_that_scripts_rely_on(run: Run) -> None:
    answer = json_of(run("salary", "baker", "--json", small=True))
    assert set(answer) == {
        *(
            "schema_version",
            "command",
            "read_as",
            "roles",
            "rows",
            "by",
            "place_count",
            "per",
            "left_out",
            "mine",
            "years",
            "places",
        ),
        *("without_pay", "official_wage_levels", "elsewhere", "estimates", "sources"),
    }
    assert (answer["per"], answer["mine"], answer["years"], answer["left_out"]) == (None, None, None, [])
    (role,) = answer["roles"]
    assert set(role) == ROLE
    assert (role["role"], role["title"], role["level"], role["level_title"]) == ("baker", "Baker", None, None)
    assert all(set(level) == LEVEL for level in role["levels"])
    assert {(level["where"], level["wait"]) for level in role["levels"]} == {(None, None)}
    assert all(set(row) == ROW for row in answer["rows"])
    assert {(row["standing"], row["gain"], row["adjusted"]) for row in answer["rows"]} == {(None, None, None)}
    assert all(set(step) == STEP for step in role["steps"])
    assert all(set(step[end]) == POSITION for step in role["steps"] for end in ("from", "to"))
    assert all(set(one) == DISAGREEMENT for one in role["disagreements"])


def test_a_level_stands_beside_its_role_under_names_of_their_own(run: Run) -> None:
    answer = json_of(run("salary", "baker@master", "--json", small=True))
    (role,), (row,) = answer["roles"], answer["rows"]
    for one in (role, row):
        named = [one[key] for key in ("role", "title", "level", "level_title")]
        assert named == ["baker", "Baker", "master", "Master Baker"]
    assert [(level["level"], level["title"]) for level in role["levels"]] == [("master", "Master Baker")]


def test_a_bound_is_never_a_number_in_the_json(run: Run) -> None:
    rows = json_of(run("salary", "baker", "--json", small=True))["rows"]
    official = next(row for row in rows if row["occupation"] == "51-3011" and row["per"] == "year")
    assert (official["p90"], official["points_at_least"]) == (None, {"p90": 50000})


def test_raises_follow_the_fork_of_the_ladder(run: Run) -> None:
    steps = json_of(run("salary", "baker", "--json", small=True))["roles"][0]["steps"]
    assert [(step["from"]["level"], step["to"]["level"], step["percent"]) for step in steps] == [
        ("apprentice", "journeyman", 25),
        ("journeyman", "master", 32),
        ("journeyman", "shift-lead", 25),
    ]


def test_a_level_has_only_its_own_pay(run: Run) -> None:
    rows = json_of(run("salary", "baker@master", "--json", small=True))["rows"]
    assert [(row["level"], row["median"]) for row in rows] == [("master", 46200)]


def test_three_roles_stand_on_one_axis_each_range_with_its_role(run: Run) -> None:
    page = words(answered(run("salary", "--full", "baker", "pastry-chef", "bakery-manager", small=True)))
    assert page.startswith("Baker, Pastry Chef and Bakery Manager: pay")
    assert page.count("United States, USD a year") == 1
    heads = [f"{title}; Bakers (SOC 51-3011)" for title in ("Baker", "Pastry Chef", "Bakery Manager")]
    assert [page.count(head) for head in heads] == [2, 2, 2], "once a year and once an hour"
    assert [page.index(head) for head in heads] == sorted(page.index(head) for head in heads)


def test_what_is_said_of_one_of_several_roles_names_it(run: Run) -> None:
    page = words(answered(run("salary", "--full", "customer-relationship-manager", "registered-nurse")))
    assert "• Customer Relationship Manager: $127,490 (median for Sales Managers" in page
    assert "What moves pay Customer Relationship Manager •" in page


def test_a_role_and_one_of_its_levels_show_each_figure_once(run: Run) -> None:
    page = answered(run("salary", "--full", "baker", "baker@master", small=True))
    assert page.startswith("Baker and Master Baker: pay\n")
    assert page.count("median $46,200") == 1


def test_a_role_without_pay_is_told_beside_one_that_has_some(run: Run) -> None:
    page = answered(run("salary", "--full", "baker", "flour-buyer", small=True))
    assert "The catalog has no pay figure for Flour Buyer." in page
    assert "no pay figure for Baker" not in page


def test_a_role_without_pay_is_success_and_no_rows(run: Run) -> None:
    assert json_of(run("salary", "flour-buyer", "--json", small=True))["rows"] == []
    assert "no pay figure" in answered(run("salary", "--full", "flour-buyer", small=True))


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
        (("baker", "--mine", "lots"), 2, ("--mine takes an amount, not 'lots'", "72,000")),
        (("baker", "--mine", "72.000"), 2, ("72.000", "72k")),
        (("baker", "--mine", "-5"), 2, ("-5",)),
        (("baker", "--mine", "7\n2"), 2, ("--mine takes an amount",)),
        (("baker", "--mine", "72k", "--by", "state"), 2, ("--by state", "--place")),
        (("baker", "--mine", "72k", "--adjust", "rpp"), 2, ("--adjust",)),
        (("baker", "--per", "week"), 2, ("week", "hour")),
        (("baker", "--per", "hour", "--adjust", "rpp"), 2, ("--adjust", "--per hour")),
        (("baker", "--years", "-1"), 2, ("--years takes 0 to 80",)),
        (("baker", "--years", "nan"), 2, ("--years takes 0 to 80", "nan")),
        (("baker", "--years", "many"), 2, ("--years", "many")),
        (("baker", "--years", "3", "--by", "state"), 2, ("--years", "--by")),
        (("baker", "--years", "3", "--place", "US"), 2, ("--years", "--place")),
        (("baker@master", "--years", "3"), 2, ("baker@master", "careercli salary baker --years 3")),
        (("baker", "--color", "pink"), 2, ("pink", "never")),
    ],
)
def test_what_has_no_answer_is_refused_in_one_line(
    run: Run, names: tuple[str, ...], code: int, words: tuple[str, ...]
) -> None:
    refused(run("salary", *names, small=True), code, *words)


# One's own amount


def test_an_amount_below_the_lowest_percentile_has_none(run: Run) -> None:
    answer = json_of(run("salary", "sales-manager", "--mine", "72000", "--json"))
    row = row_of(answer, occupation="11-2022", source="bls-oews-2025")
    position = row["standing"]
    assert set(position) == STANDING
    assert position["text"] == "below the 10th percentile ($73,170)"
    assert (position["percentile"], position["below"]) == (None, None)
    assert position["above"] == {"statistic": "p10", "value": 73_170, "at_least": None, "at_most": None}
    assert [row[key] for key in ("source", "occupation", "per")] == ["bls-oews-2025", "11-2022", "year"]
    assert answer["mine"] == {"amount": 72_000, "currency": "USD", "per": "year"}


def test_an_amount_between_two_percentiles_stands_on_the_line_between_them(run: Run) -> None:
    answer = json_of(run("salary", "sales-manager", "--mine", "$120,000", "--json"))
    position = row_of(answer, occupation="11-2022", source="bls-oews-2025")["standing"]
    assert position["percentile"] == 35.25
    assert position["text"] == "between the 25th percentile ($100,360) and the median ($148,270), about 35% earn less"


def test_a_proxy_is_told_and_a_range_without_percentiles_has_none(run: Run) -> None:
    answer = json_of(run("salary", "customer-relationship-manager", "--mine", "72k", "--json"))
    proxy = row_of(answer, source="bls-oews-2025")["standing"]
    assert proxy["text"] == "below the 10th percentile ($73,170); this is the figure of a different job"
    page = row_of(answer, source="comparison-page")["standing"]
    assert page["percentile"] is None
    assert page["text"] == "within the range of the source ($54,000 to $113,000), which gives no percentiles"


def test_an_estimate_is_nothing_to_stand_against(run: Run) -> None:
    answer = json_of(run("salary", "software-developer", "--mine", "120k", "--json"))
    assert [one["wage_level"] for one in answer["estimates"]] == [
        "entry", "qualified", "experienced", "fully competent",
    ]  # fmt: skip
    assert "median" not in answer["estimates"][0]
    assert {row["is_estimate"] for row in answer["rows"]} == {False}
    levels = {row["level"] for row in answer["rows"] if row["standing"]}
    assert levels <= {None, "engineering-manager", "director"}, "these have an occupation of their own"


def test_the_page_says_where_one_stands_before_all_else_and_marks_it_in_the_chart(run: Run) -> None:
    page = answered(run("salary", "--full", "baker", "--mine", "31_500", "--width", "100", small=True))
    position, rest = page.index("How $31,500 a year compares"), page.index("United States, USD a year")
    assert position < rest
    stands = "between the 25th percentile ($30,000) and the median ($36,000), about 31% earn less."
    assert f"2025-05 [1]: {stands}" in words(page)
    assert "Between two published percentiles careercli assumes a straight line." in words(page)
    assert "Compared only with pay in USD a year, not in NAD a month and USD an hour." in words(page)
    axis, *bars = [line for line in page.partition("├─┤ range")[0].splitlines() if "×" in line]
    assert "× $31,500" in axis
    assert len(bars) > 5
    assert {line.index("×") for line in bars} == {axis.index("×")}


def test_the_best_fit_comes_first_and_levels_last(run: Run) -> None:
    asked = ("salary", "pastry-chef", "baker", "--mine", "40k")
    page = words(answered(run(*asked, "--full", "--width", "200", small=True)))
    told = (
        page.partition("How $40,000 a year compares")[2]
        .partition("Between two published percentiles")[0]
        .split("• ")[1:]
    )
    assert [line.partition(",")[0].partition(" (SOC")[0] for line in told[:4]] == [
        "Pastry Chef; Bakers", "Pastry Chef; The Oven Survey", "Baker; Bakers", "Baker; The Oven Survey",
    ]  # fmt: skip
    assert "this figure counts other jobs too" in told[0]
    assert [line.partition(";")[0] for line in told[4:]] == [
        "Apprentice Baker", "Journeyman Baker", "Master Baker", "Shift Lead", "Head Baker",
    ]  # fmt: skip


def test_a_top_coded_percentile_is_only_known_from_below(run: Run) -> None:
    texts = {
        amount: row_of(json_of(run("salary", "baker", "--mine", amount, "--json", small=True)), source="bakers-census")[
            "standing"
        ]["text"]
        for amount in ("45000", "60000")
    }
    assert texts == {
        "45000": (
            "between the 75th percentile ($41,000) and the 90th percentile, which is only known to be $50,000 or more"
        ),
        "60000": "above the 75th percentile ($41,000); the 90th percentile is only known to be $50,000 or more",
    }


def test_at_a_place_one_stands_against_the_pay_there(run: Run, school: str) -> None:
    required = ("salary", "baker", "--mine", "$31,000", "--place", "TX", "--catalog", school)
    answer = json_of(run(*required, "--json", small=True))
    (row,) = [row for row in answer["rows"] if row["standing"]]
    position = row["standing"]
    assert (row["place"], position["text"]) == ("US-TX", "exactly at the 25th percentile ($31,000)")
    assert position["percentile"] == 25
    assert position["below"] == position["above"]
    assert "• Texas; Bakers (SOC 51-3011)" in answered(run(*required, "--full", small=True))


def test_dollars_are_not_read_as_another_currency(run: Run, school: str) -> None:
    required = ("salary", "usher", "--catalog", school)
    refused(run(*required, "--mine", "$5,000", small=True), 2, "NAD", "US dollars")
    own_pay = json_of(run(*required, "--mine", "5000", "--per", "month", "--json", small=True))["mine"]
    assert own_pay == {"amount": 5000, "currency": "NAD", "per": "month"}


def test_where_no_source_says_anything_of_that_unit_the_page_says_so(run: Run, school: str) -> None:
    page = words(answered(run("salary", "--full", "actor", "--mine", "70k", "--catalog", school, small=True)))
    assert "How $70,000 a year compares" in page
    assert "so no one can say" in page
    assert "Compared only with pay in USD a year, not in USD an hour" in page


def test_a_legend_names_the_signs_in_use_and_no_other(run: Run) -> None:
    required = ("salary", "baker@journeyman", "--format", "markdown")
    assert answered(run(*required, "--full", small=True)).count("◆ median\n") == 1
    assert "◆ median, × you\n" in answered(run(*required, "--full", "--mine", "30k", small=True))


@pytest.mark.parametrize("width", ["40", "60"])
def test_the_mark_and_the_words_fit_into_a_narrow_terminal(run: Run, width: str) -> None:
    for amount in ("1", "31500", "9999999"):
        options = ("--mine", amount, "--per", "year", "--width", width)
        page = answered(run("salary", "--full", "baker", *options, encoding="ascii", small=True))
        assert max(map(len, page.splitlines())) <= int(width)
        assert "?" not in page
        assert "x $" in page or " x\n" in page


# Units of time


def test_what_is_published_in_the_unit_is_never_worked_out(run: Run) -> None:
    rows = json_of(run("salary", "baker", "--per", "hour", "--json", small=True))["rows"]
    census = [row for row in rows if row["source"] == "bakers-census"]
    assert [(row["median"], row["mean"], row["p10"], row["worked_out_from"]) for row in census] == [
        (17.31, 17.91, None, None)
    ]


def test_another_unit_is_worked_out_and_marked(run: Run) -> None:
    required = ("salary", "baker", "--per", "month")
    answer = json_of(run(*required, "--json", small=True))
    assert {row["per"] for row in answer["rows"]} == {answer["per"]} == {"month"}
    by_source = {(row["source"], row["level"], row["currency"]): row for row in answer["rows"]}
    census = by_source["bakers-census", None, "USD"]
    assert (census["p10"], census["median"], census["points_at_least"]) == (2167, 3000, {"p90": 4166})
    assert census["worked_out_from"] == "year"
    assert by_source["oven-survey", None, "NAD"]["worked_out_from"] is None
    assert [step["amount"] for step in answer["roles"][0]["steps"]] == [584, 933, 729]
    page = words(answered(run(*required, "--full", small=True)))
    assert "Bakers (SOC 51-3011), worked out: a year / 12; Census of Bakers" in page
    assert "From level to level, a month" in page


def test_hours_are_not_worked_out_where_people_do_not_work_all_of_them(run: Run, school: str) -> None:
    for role, per, unit in (("teacher", "hour", "year"), ("actor", "year", "hour"), ("actor", "month", "hour")):
        required = ("salary", role, "--per", per, "--catalog", school)
        answer = json_of(run(*required, "--json", small=True))
        assert answer["rows"] == []
        assert {row["per"] for row in answer["left_out"]} == {unit}
        page = answered(run(*required, "--full", small=True))
        assert "Not converted to pay" in page
        assert "no pay figure" not in page
    months = json_of(run("salary", "teacher", "--per", "month", "--catalog", school, "--json", small=True))["rows"]
    assert [(row["median"], row["worked_out_from"]) for row in months] == [(4500, "year"), (5000, "year")]


def test_a_ranking_is_in_the_unit_asked_for(run: Run, school: str) -> None:
    required = ("salary", "baker", "--by", "state", "--per", "month", "--catalog", school)
    rows = json_of(run(*required, "--json", small=True))["rows"]
    assert [(row["place"], row["median"], row["worked_out_from"]) for row in rows] == [("US-TX", 3100, "year")]
    assert "USD a month, 2025-05, worked out: a year / 12." in words(answered(run(*required, "--full", small=True)))


# Flat records


def test_a_record_keeps_bounds_apart_from_numbers_in_the_order_of_the_page(run: Run) -> None:
    required = ("salary", "baker", "pastry-chef", "--json", "--fields")
    fields = "role,level,place,per,currency,p90,points_at_least_p90"
    records = records_of(run(*required, fields, small=True))
    bounds = [record["points_at_least_p90"] for record in records]
    assert [bound for bound in bounds if bound] == [50_000, 50_000]
    assert {record["p90"] for record in records} == {None}
    units = [(record["place"], record["currency"], record["per"]) for record in records]
    assert len(dict.fromkeys(units)) == 3
    assert units == sorted(units, key=list(dict.fromkeys(units)).index)


def test_a_record_has_every_field_of_a_distribution(run: Run) -> None:
    (head, *rows) = answered(run("salary", "baker", "--format", "csv", small=True)).splitlines()
    assert set(head.split(",")) == RECORD | BY_EXPERIENCE
    assert len(rows) == len(json_of(run("salary", "baker", "--json", small=True))["rows"])


def csv_of(run: Run, *asked: str, small: bool = True) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answered(run(*asked, "--format", "csv", small=small)))))


def test_what_is_said_to_an_amount_stands_in_the_record_of_its_distribution(run: Run) -> None:
    asked = ("salary", "baker", "--mine", "36000")
    rows = {(row["source"], row["level"], row["per"]): row for row in csv_of(run, *asked)}
    official = rows["bakers-census", "", "year"]
    assert (official["standing_percentile"], official["standing_below"]) == ("50", "36000")
    assert official["standing_text"] == "exactly at the median ($36,000)"
    assert rows["oven-survey", "master", "year"]["gain_amount"] == "10200"
    assert not any(name.startswith("adjusted") for name in official)


def test_estimates_are_records_without_any_statistic(run: Run) -> None:
    answer = json_of(run("salary", "software-developer", "--json"))
    found = csv_of(run, "salary", "software-developer", small=False)
    kinds = [row["kind"] for row in found]
    assert kinds == ["distribution"] * len(answer["rows"]) + ["estimate"] * len(answer["estimates"])
    told = [row for row in found if row["kind"] == "estimate"]
    assert [(row["wage_level"], row["estimate"]) for row in told] == [
        (one["wage_level"], str(one["value"])) for one in answer["estimates"]
    ]
    assert [row["estimate_low"] for row in told] == [str(one["low"] or "") for one in answer["estimates"]]
    assert {row["title"] for row in told} == {"Software Developer"}
    assert {row["is_estimate"] for row in told} == {"true"}
    points = [name for name in found[0] if name in STATISTICS or name.startswith("points_")]
    assert {row[name] for row in told for name in points} == {""}
    assert {row["estimate"] for row in found if row["kind"] == "distribution"} == {""}


def test_a_table_of_medians_has_no_empty_lines_for_estimates(run: Run) -> None:
    asked = ("salary", "software-developer", "--fields")
    rows = json_of(run("salary", "software-developer", "--json"))["rows"]
    assert len(csv_of(run, *asked, "role,per,p10,median,kind", small=False)) == len(rows)
    assert len(csv_of(run, *asked, "role,wage_level,median,estimate", small=False)) == len(rows) + 4
    page = answered(run(*asked, "role,per,median"))
    assert len(page.splitlines()) == len(rows) + 1


# One's own years


def levels_of(answer: Any) -> list[Any]:
    """Return the levels that the years reach, and those further up."""
    return [level for role in answer["roles"] for level in role["levels"] if level["where"]]


def ladder_of(run: Run, *args: str) -> list[tuple[str, str, int | float | None]]:
    levels = levels_of(json_of(run("salary", *args, "--json", small=True)))
    return [(level["level"], level["where"], level["wait"]) for level in levels]


def pay_of(answer: Any, level: str) -> list[Any]:
    return [row for row in answer["rows"] if row["level"] == level]


def test_years_find_the_level_and_every_level_further_up_both_ways_of_a_fork(run: Run) -> None:
    assert ladder_of(run, "baker", "--years", "3") == [
        ("journeyman", "here", 0), ("master", "ahead", 2), ("shift-lead", "ahead", 2), ("head", "ahead", 5),
    ]  # fmt: skip
    assert ladder_of(run, "baker", "--years", "6.5") == [
        ("master", "here", 0), ("shift-lead", "here", 0), ("head", "ahead", 1.5),
    ]  # fmt: skip


def test_each_level_is_held_against_the_amount_and_says_the_raise(run: Run) -> None:
    answer = json_of(run("salary", "baker", "--mine", "36000", "--years", "3", "--json", small=True))
    assert answer["years"] == 3
    here, master, _, head = levels_of(answer)
    assert [level["level"] for level in (here, master, head)] == ["journeyman", "master", "head"]
    assert (here["years_from"], here["years_to"]) == (2, 5)
    (pay,) = pay_of(answer, "journeyman")
    assert pay["standing"]["text"] == "above the median ($35,000)"
    assert pay_of(answer, "master")[0]["gain"] == {
        "statistic": "median", "source": "oven-survey", "currency": "USD", "amount": 10_200, "percent": 28.33,
        "amount_high": None, "percent_high": None,
    }  # fmt: skip
    assert (master["previous_levels"], head["previous_levels"]) == (["journeyman"], ["master", "shift-lead"])
    assert pay_of(answer, "head")[0]["gain"] is None, "its median is only known from below"
    assert {row["gain"] for row in answer["rows"] if row["level"] is None} == {None}, "no raise to the role as a whole"


def test_nothing_is_held_against_an_estimate(run: Run) -> None:
    answer = json_of(run("salary", "software-developer", "--mine", "120k", "--years", "1", "--json"))
    assert (pay_of(answer, "junior"), pay_of(answer, "senior")) == ([], [])
    gains = {row["gain"] for row in answer["rows"]}
    assert gains == {None}, "what a manager earns was counted for an occupation, and is no raise of this ladder"


def test_years_alone_show_the_level_and_hold_nothing_against_it(run: Run) -> None:
    answer = json_of(run("salary", "baker", "--years", "0", "--json", small=True))
    assert [level["where"] for level in levels_of(answer)] == ["here", "ahead", "ahead", "ahead", "ahead"]
    assert {(row["gain"], row["standing"]) for row in answer["rows"]} == {(None, None)}
    page = answered(run("salary", "--full", "baker", "--years", "0", small=True))
    assert "On the ladder, with 0 years" in page
    assert "Raise" not in page.partition("On the ladder")[2].partition("United States, USD a year")[0]


def test_pay_in_another_unit_of_time_is_not_subtracted(run: Run) -> None:
    answer = json_of(run("salary", "baker", "--mine", "17", "--per", "hour", "--years", "3", "--json", small=True))
    gains = [row["gain"] for row in pay_of(answer, "journeyman")]
    assert [gain["amount"] for gain in gains] == [-0.17], "the yearly median, worked out an hour"


@pytest.mark.parametrize(
    ("args", "note"),
    [
        (("flour-buyer", "--years", "3"), "The catalog has no levels for Flour Buyer."),
        (("bakery-manager", "--years", "3"), "The ladder of Bakery Manager starts with Bakery Manager, at 6 years."),
        (("baker", "--years", "6"), "6 years fit Master Baker and Shift Lead equally well."),
    ],
)
def test_what_the_ladder_leaves_open_is_said(args: tuple[str, ...], note: str, run: Run) -> None:
    assert [role["ladder_note"] for role in json_of(run("salary", *args, "--json", small=True))["roles"]] == [note]
    assert note in words(answered(run("salary", "--full", *args, small=True)))


def test_two_roles_have_two_ladders(run: Run) -> None:
    page = words(
        answered(run("salary", "--full", "baker", "bakery-manager", "--years", "6", "--mine", "40k", small=True))
    )
    assert page.index("Baker How") < page.index("Bakery Manager How")


@pytest.mark.parametrize("width", ["40", "60", "100"])
def test_the_ladder_keeps_to_the_width(width: str, run: Run) -> None:
    page = answered(run("salary", "--full", "baker", "--mine", "40k", "--years", "3", "--width", width, small=True))
    assert max(len(line) for line in page.splitlines()) <= int(width)


def test_pay_of_a_level_may_be_counted_for_an_occupation_of_its_own(run: Run, tmp_path: Path) -> None:
    layer = tmp_path / "layer.yaml"
    layer.write_text(
        """schema_version: 1
name: test-layer
sources: {ours: {title: Ours, kind: company}}
roles:
  zzz-helper:
    title: Zzz Helper
    family: sales
    summary: A test.
    levels:
      - {id: one, title: Zzz One, track: ic, source: ours, pay: [{source: ours, place: US, per: year, currency: USD,
         median: 50000, occupation: "29-1141"}]}
""",
        "utf-8",
    )
    for command in (
        "salary zzz-helper --full",
        "show zzz-helper --full",
        "path zzz-helper --full",
        "compare zzz-helper@one sales-manager --full",
    ):
        ran = run(*command.split(), "--catalog", str(layer))
        assert (ran.stderr, ran.code) == ("", 0), command
        assert "29-1141" in ran.stdout or command.startswith("show"), command
