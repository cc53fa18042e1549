"""The contract of `careercli compare`."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.contract import answered, example_of, json_of, refused
from tests.conftest import Run

ROW = {
    *(
        "group",
        "measure",
        "label",
        "statistic",
        "unit",
        "currency",
        "per",
        "place",
        "place_title",
        "period",
        "population",
        "source",
        "is_estimate",
    ),
    *("cells", "difference", "difference_high"),
}
CELL = {
    *("side", "value", "low", "high", "at_least", "at_most", "text", "items", "skills", "positions", "given"),
    *("occupation", "occupation_title", "fit", "note"),
}
COLUMN = {"side", "role", "level", "level_title", "place", "place_title", "title", "family", "family_title"}
VERDICT = {
    *("about", "text", "winner", "sides", "amount", "percent", "amount_high", "percent_high", "currency", "per"),
    *("statistic", "cites", "decides"),
}
CHANGE = {
    *("kind", "aspect", "label", "skill", "name", "before", "after", "before_value", "after_value", "unit"),
    *("statistic", "currency", "per", "amount", "percent", "is_estimate", "before_source", "after_source", "note"),
}
RECORD = (ROW - {"cells", "difference", "difference_high"}) | CELL | {"role", "title", "level", "level_title"}


def texts(answer: Any) -> list[str]:
    return [said["text"] for said in answer["verdict"]]


def test_a_comparison_is_printed_and_nothing_is_complained_of(run: Run) -> None:
    page = answered(run("compare", "baker", "pastry-chef", small=True))
    told = "Pastry Chef pays more: $44,500 against $40,000 a year (average), $4,500 or 11.3% more"
    assert " ".join(page.split()).startswith(told)
    whole = answered(run("compare", "baker", "pastry-chef", "--full", small=True))
    assert whole.startswith("Baker or Pastry Chef\n")
    assert told in " ".join(whole.split())


def test_the_example_in_the_help_runs(run: Run) -> None:
    assert "Difference" in answered(run(*example_of(run, "compare")))


def test_the_json_has_the_keys_that_scripts_rely_on(run: Run) -> None:
    answer = json_of(run("compare", "baker", "pastry-chef", "--json", small=True))
    keys = {"schema_version", "command", "read_as", "columns", "sorted_by", "verdict", "changes", "rows", "sources"}
    keys |= {"groups"}
    assert set(answer) == keys
    assert set(answer["columns"][0]) == COLUMN
    assert all(set(said) == VERDICT for said in answer["verdict"])
    assert answer["changes"] == []
    assert all(set(row) == ROW for row in answer["rows"])
    assert all(set(cell) == CELL for row in answer["rows"] for cell in row["cells"] if cell)
    assert all(len(row["cells"]) == 2 for row in answer["rows"])
    changes = json_of(run("compare", "baker@journeyman", "baker@master", "--json", small=True))["changes"]
    assert changes
    assert all(set(change) == CHANGE for change in changes)


def test_each_cell_names_its_side_so_that_no_position_is_needed(run: Run) -> None:
    answer = json_of(run("compare", "baker", "pastry-chef@senior", "bakery-manager", "--json", small=True))
    sides = [column["side"] for column in answer["columns"]]
    assert sides == ["baker", "pastry-chef@senior", "bakery-manager"]
    for row in answer["rows"]:
        assert [cell and cell["side"] for cell in row["cells"]] == [
            side if cell else None for side, cell in zip(sides, row["cells"], strict=True)
        ]


def test_ids_stand_beside_what_is_called_by_name(run: Run) -> None:
    answer = json_of(run("compare", "baker@master", "pastry-chef", "--json", small=True))
    level, role = answer["columns"]
    assert (level["title"], level["level"], level["level_title"]) == ("Baker", "master", "Master Baker")
    assert (role["title"], role["level"], role["level_title"]) == ("Pastry Chef", None, None)
    assert {column["family_title"] for column in (level, role)} == {"Kitchen and bakehouse"}
    rows = {row["measure"]: row["cells"] for row in answer["rows"]}
    names = {skill["skill"]: skill["name"] for cell in rows["skills-shared"] for skill in cell["skills"]}
    assert names == {"baking": "Baking", "food-safety": "Food safety"}
    feeders = json_of(run("compare", "customer-relationship-manager", "sales-manager", "--json"))["rows"]
    (cells,) = [row["cells"] for row in feeders if row["measure"] == "feeders"]
    assert all(set(job) == {"role", "level", "title"} for cell in cells if cell for job in cell["positions"])


def test_a_record_is_one_side_of_one_row(run: Run) -> None:
    asked = ("compare", "baker", "pastry-chef@senior")
    answer = json_of(run(*asked, "--json", small=True))
    records = [json.loads(line) for line in answered(run(*asked, "--format", "jsonl", small=True)).splitlines()]
    assert len(records) == 2 * len(answer["rows"])
    assert all(set(record) == RECORD for record in records)
    cells = [
        (row["label"], column["side"], column["level_title"], cell["value"] if cell else None)
        for row in answer["rows"]
        for column, cell in zip(answer["columns"], row["cells"], strict=True)
    ]
    assert [(one["label"], one["side"], one["level_title"], one["value"]) for one in records] == cells
    assert [one["given"] for one in records].count(None) == [
        cell for row in answer["rows"] for cell in row["cells"]
    ].count(None)


def test_a_record_has_a_list_in_words_and_by_ids(run: Run) -> None:
    asked = ("compare", "baker", "pastry-chef", "--format", "csv", "--fields", "measure,side,items,skills,positions")
    lines = answered(run(*asked, small=True)).splitlines()
    assert "skills-shared,baker,Baking; Food safety,baking; food-safety," in lines
    (baker,) = [line for line in lines if line.startswith("feeders,baker,")]
    assert baker == "feeders,baker,Kitchen helper; Pastry Chef,,pastry-chef"


def test_who_pays_more_stands_in_the_verdict_as_data(run: Run) -> None:
    answer = json_of(run("compare", "baker", "pastry-chef", "--json", small=True))
    pay = next(said for said in answer["verdict"] if said["about"] == "pay")
    assert (pay["winner"], pay["sides"]) == ("pastry-chef", ["pastry-chef", "baker"])
    assert (pay["amount"], pay["percent"], pay["currency"], pay["per"]) == (4500, 11.25, "USD", "year")
    assert (pay["statistic"], pay["cites"]) == ("mean", ["oven-survey"])


def test_columns_of_two_levels_are_before_and_after_however_they_are_sorted(run: Run) -> None:
    asked = ("compare", "baker@journeyman", "baker@master", "--json")
    up, down = (json_of(run(*asked, *more, small=True)) for more in ((), ("--sort", "pay")))
    assert [column["level"] for column in up["columns"]] == ["journeyman", "master"]
    assert [column["level"] for column in down["columns"]] == ["master", "journeyman"]
    amounts = [[one["amount"] for one in answer["changes"] if one["aspect"] == "pay"] for answer in (up, down)]
    assert amounts == [[11200], [-11200]]
    assert {one["winner"] for answer in (up, down) for one in answer["verdict"] if one["about"] == "pay"} == {
        "baker@master"
    }


def test_a_difference_says_which_side_is_higher_by_how_much_and_by_how_many_percent(run: Run) -> None:
    answer = json_of(run("compare", "baker", "pastry-chef", "--json", small=True))
    differences = [row["difference"] for row in answer["rows"] if row["statistic"] == "mean" and row["difference"]]
    assert differences[0] == {"highest": "pastry-chef", "lowest": "baker", "amount": 4500, "percent": 11.25}


def test_format_json_and_json_are_the_same(run: Run) -> None:
    required = ("compare", "baker", "pastry-chef")
    assert run(*required, "--json", small=True) == run(*required, "--format", "json", small=True)


def test_levels_stand_beside_each_other_as_columns(run: Run) -> None:
    answer = json_of(run("compare", "baker@journeyman", "Baker @ Master Baker", "--json", small=True))
    assert [column["side"] for column in answer["columns"]] == ["baker@journeyman", "baker@master"]
    raises = [row["difference"] for row in answer["rows"] if row["statistic"] == "median"]
    assert raises == [{"highest": "baker@master", "lowest": "baker@journeyman", "amount": 11200, "percent": 32}]


def test_a_role_stands_beside_a_level(run: Run) -> None:
    page = answered(run("compare", "baker", "pastry-chef@senior", "--full", small=True))
    assert page.startswith("Baker or Senior Pastry Chef\n")


def test_four_roles_make_four_columns(run: Run) -> None:
    names = ("baker", "pastry-chef", "bakery-manager", "flour-buyer")
    answer = json_of(run("compare", *names, "--json", small=True))
    assert [column["role"] for column in answer["columns"]] == list(names)
    assert all(len(row["cells"]) == 4 for row in answer["rows"])
    page = answered(run("compare", *names, "--width", "40", "--full", small=True))
    assert all(title in page for title in ("Baker", "Pastry Chef", "Bakery Manager", "Flour Buyer"))


def test_three_columns_are_not_called_both(run: Run) -> None:
    page = answered(run("compare", "baker@journeyman", "baker@master", "baker@head", small=True))
    assert "Both" not in page


def test_a_figure_of_the_whole_role_is_not_shown_as_one_of_its_levels(run: Run) -> None:
    """The role's time to enter is not the time to become its head."""
    answer = json_of(run("compare", "baker@apprentice", "baker@head", "--json", small=True))
    assert [row["label"] for row in answer["rows"] if row["measure"] == "time-to-enter"] == []
    assert not any("Time to enter is the same" in sentence for sentence in texts(answer))


def test_a_figure_and_a_bound_are_never_called_equal(run: Run, nasty: tuple[str, ...]) -> None:
    answer = json_of(run("compare", "bounds", "brackets", "--json", *nasty))
    assert [sentence for sentence in texts(answer) if "equal" in sentence] == []


def test_two_bounds_are_compared_without_a_crash(run: Run, tmp_path: Path) -> None:
    pay = "{source: s, place: US, per: year, currency: USD, at_least: {mean: 5}}"
    role = f"{{title: T, family: f, summary: s, pay: [{pay}]}}"
    catalog = tmp_path / "bounds.yaml"
    catalog.write_text(
        "schema_version: 1\nname: x\nsources: {s: {title: S, kind: survey}}\nplaces: {US: {title: US}}\n"
        f"families: {{f: {{title: F}}}}\nroles: {{one: {role}, two: {role}}}\n"
    )
    assert "≥ $5" in answered(run("compare", "one", "two", "--no-default-catalog", "--catalog", str(catalog)))


def test_nothing_is_a_percentage_above_zero(run: Run, nasty: tuple[str, ...]) -> None:
    answer = json_of(run("compare", "bounds@free", "bounds@paid", "--json", *nasty))
    assert "$52,000" in answer["verdict"][0]["text"]
    assert "0.0% more" not in answer["verdict"][0]["text"]


def test_bounds_of_a_range_are_shown_at_both_ends(run: Run, nasty: tuple[str, ...]) -> None:
    page = answered(run("compare", "bounds", "brackets", "--width", "200", "--full", *nasty))
    assert "15,000" in page
    assert "77,000" in page


def test_the_verdict_says_a_bound_where_a_figure_is_only_a_bound(run: Run, nasty: tuple[str, ...]) -> None:
    answer = json_of(run("compare", "bounds", "brackets", "--json", *nasty))
    growth = [sentence for sentence in texts(answer) if "8%" in sentence]
    assert all("≥ 3.5%" in sentence for sentence in growth)


@pytest.mark.parametrize(
    ("names", "code", "words"),
    [
        (("baker", "nobody-of-that-name"), 1, ("nobody-of-that-name",)),
        (("baker", "pastry"), 1, ("pastry-chef",)),
        (("baker", "baker@emperor"), 1, ("emperor", "baker@master")),
        (("baker", "flour-buyer@senior"), 1, ("flour-buyer has no levels",)),
        (("baker",), 2, ("two different",)),
        (("baker", "Boulanger"), 2, ("two different",)),
        ((), 2, ("ROLE",)),
        (("baker", "pastry-chef", "--collor", "never"), 2, ("--collor", "--color")),
        (("baker", "pastry-chef", "--format", "xml"), 2, ("xml", "json")),
        (("baker", "pastry-chef", "--width", "wide"), 2, ("wide",)),
    ],
)
def test_what_cannot_be_compared_is_refused_in_one_line(
    run: Run, names: tuple[str, ...], code: int, words: tuple[str, ...]
) -> None:
    refused(run("compare", *names, small=True), code, *words)


def test_a_near_tie_asks_with_both_candidates(run: Run) -> None:
    line = refused(run("compare", "customer relation manager", "sales-manager"), 1)
    assert "customer-relations-manager" in line
    assert "customer-relationship-manager" in line


# ---- many sides, some rows, another order ----


def test_eight_columns_are_held_side_by_side_and_more_are_too_many(run: Run) -> None:
    levels = ["baker@apprentice", "baker@journeyman", "baker@master", "baker@head"]
    roles = ["baker", "pastry-chef", "flour-buyer", "bakery-manager"]
    answer = json_of(run("compare", *levels, *roles, "--json", small=True))
    assert [column["side"] for column in answer["columns"]] == [*levels, *roles]
    assert all(len(row["cells"]) == 8 for row in answer["rows"])
    required = ("compare", *levels[:3], *roles[:2], "--place", "US", "--place", "NA")
    refused(run(*required, small=True), 2, "up to 8 columns, not 10")


def test_columns_that_do_not_fit_are_shown_in_equal_blocks_that_say_which_they_are(run: Run) -> None:
    roles = ("baker", "pastry-chef", "flour-buyer", "bakery-manager")
    wide = answered(run("compare", *roles, "--width", "240", "--full", small=True))
    assert "Columns" not in wide
    page = answered(run("compare", *roles, "--width", "64", "--full", small=True))
    assert [line for line in page.splitlines() if line.startswith("Columns")] == [
        "Columns 1 to 2 of 4",
        "Columns 3 to 4 of 4",
    ]
    narrow = answered(run("compare", *roles, "--width", "40", "--full", small=True))
    assert "Narrow window: the columns are stacked" in narrow


def test_only_the_rows_that_differ_are_left(run: Run) -> None:
    def said(cell: dict[str, Any] | None) -> dict[str, Any] | None:
        if cell is None:
            return None
        skills = [skill["name"] for skill in cell["skills"]]
        return {**cell, "side": "", "fit": None, "note": None, "skills": skills}

    required = ("compare", "baker", "pastry-chef", "--json")
    every, differing = (json_of(run(*required, *more, small=True))["rows"] for more in ((), ("--only-differences",)))
    alike = [row for row in every if said(row["cells"][0]) == said(row["cells"][1])]
    assert [row for row in every if row not in differing] == alike
    assert alike


def test_only_the_sections_asked_for_are_left_in_the_usual_order(run: Run) -> None:
    required = ("compare", "baker", "pastry-chef", "-s", "work", "--section", "getting-in", "--json")
    rows = json_of(run(*required, small=True))["rows"]
    assert list(dict.fromkeys(row["group"] for row in rows)) == ["getting in", "work"]


def test_a_section_that_there_is_not_names_those_that_there_are(run: Run) -> None:
    refused(run("compare", "baker", "pastry-chef", "-s", "payy", small=True), 2, "did you mean 'pay'", "best-paying")


def test_the_columns_are_sorted_by_a_row_that_is_named(run: Run) -> None:
    required = ("compare", "baker", "electrician", "registered-nurse", "--json")
    answer = json_of(run(*required, "--sort", "pay"))
    row = next(row for row in answer["rows"] if row["statistic"] == "median" and row["per"] == "year")
    amounts = [cell["value"] for cell in row["cells"]]
    assert amounts == sorted(amounts, reverse=True)
    assert answer["sorted_by"] == "Median pay, 2025-05, Occupational Employment and Wage Statistics"
    titles = [column["title"] for column in json_of(run(*required, "--sort", "title"))["columns"]]
    assert titles == sorted(titles)
    assert json_of(run(*required))["sorted_by"] is None


def test_columns_without_figures_are_not_sorted_by_them(run: Run) -> None:
    refused(run("compare", "flour-buyer", "bakery-manager", "--sort", "growth", small=True), 2, "sort by growth")


def test_a_row_left_out_leaves_a_word_and_not_an_empty_page(run: Run) -> None:
    page = answered(run("compare", "baker@master", "baker@head", "--section", "people", small=True))
    assert "Nothing to show: all columns are the same here" in page
    assert "Nothing to show: all columns are the same here" in answered(
        run("compare", "baker@master", "baker@head", "--section", "people", "--full", small=True)
    )
