"""The contract of `careercli show`."""

from pathlib import Path

import pytest

from careercli.answers.show.answer import show
from careercli.answers.show.sections import SECTIONS
from careercli.catalog.reader import CatalogReader
from tests.cli.contract import answered, example_of, json_of, refused
from tests.conftest import Run

GUIDE = {
    *("role", "level", "title", "family", "family_title", "family_note", "aliases", "summary"),
    *("key_figures", "contents", "sections", "origin", "see_also"),
}
SECTION = {
    *("section", "section_title", "text", "items", "terms", "skills", "training", "distributions", "occupations"),
    *("figures", "levels", "said", "source"),
}
FIGURE = {
    *("measure", "label", "group", "unit", "value", "low", "high", "at_least", "at_most", "of", "given", "source"),
    *("period", "place", "occupation", "occupation_title", "fit", "population", "phrase", "outlook", "note"),
}
LEVEL = {
    *(
        "level",
        "title",
        "track",
        "years_from",
        "years_to",
        "source",
        "previous_levels",
        "duties",
        "autonomy",
        "impact",
        "focus",
    ),
    *("skills", "distributions"),
    *("stage", "occupations", "wage_level", "official_wage_level", "estimate"),
}
TRAINING = {
    *("title", "source", "cost_low", "cost_high", "cost_at_least", "cost_unit"),
    *("time_low", "time_high", "time_at_least", "time_unit", "note"),
}


def test_the_whole_guide_is_printed_and_nothing_is_complained_of(run: Run) -> None:
    page = answered(run("show", "baker", "--full", small=True))
    assert page.startswith("Baker  Kitchen and bakehouse\n")
    assert "$900 to ≥ $2,500" in page
    assert "Nobody calls before noon." in page


def test_the_example_in_the_help_runs(run: Run) -> None:
    assert "\nLevels\n" in answered(run(*example_of(run, "show")))


def test_the_json_has_the_keys_that_scripts_rely_on(run: Run) -> None:
    answer = json_of(run("show", "baker", "--json", small=True))
    assert set(answer) == {"schema_version", "command", "read_as", "place", "rows", "sources"}
    sections = answer["rows"][0]["sections"]
    assert set(answer["rows"][0]) == GUIDE
    assert all(set(section) == SECTION for section in sections)
    assert all(set(figure) == FIGURE for section in sections for figure in section["figures"])
    assert all(set(level) == LEVEL for section in sections for level in section["levels"])
    assert all(set(route) == TRAINING for section in sections for route in section["training"])


def test_the_head_of_a_role_with_two_classes_gives_the_figures_of_both(run: Run) -> None:
    guide = json_of(run("show", "special-education-teacher", "--json"))["rows"][0]
    assert guide["key_figures"]["employment"]["occupation"] == "25-2052"
    page = " ".join(answered(run("show", "special-education-teacher", "--full", "--width", "200")).split())
    head, _, _ = page.partition("What the work is")
    assert head.count("in SOC 25-2058, a broader group") == 4


def test_items_that_hold_commas_stand_one_a_line_and_what_a_skill_is_for_is_told(run: Run) -> None:
    page = answered(run("show", "veterinarian", "--section", "education", "--width", "200"))
    assert "  • Board diplomas such as ACVIM, ACVS or the European colleges" in page
    skills = answered(run("show", "customer-relationship-manager", "--section", "skills", "--width", "200"))
    assert "Customer success metrics: NPS, churn, lifetime value" in skills


def test_only_the_sections_asked_for_are_shown_in_the_order_of_the_guide(run: Run) -> None:
    guide = json_of(run("show", "baker", "-s", "cons", "--section", "skills", "--json", small=True))["rows"][0]
    assert [section["section"] for section in guide["sections"]] == ["skills", "cons"]


def test_a_level_has_a_guide_of_its_own(run: Run) -> None:
    guide = json_of(run("show", "baker@master", "--json", small=True))["rows"][0]
    assert (guide["role"], guide["level"], guide["title"]) == ("baker", "master", "Master Baker")


def test_three_guides_follow_each_other_in_the_order_asked(run: Run) -> None:
    rows = json_of(run("show", "flour-buyer", "baker", "baker@head", "--json", small=True))["rows"]
    assert [(row["role"], row["level"]) for row in rows] == [("flour-buyer", None), ("baker", None), ("baker", "head")]


def test_names_are_found_by_id_title_and_alias_in_any_case_and_punctuation(run: Run) -> None:
    for name in ("baker", "BAKER", "bread_maker", " Boulanger! "):
        assert json_of(run("show", name, "-s", "cons", "--json", small=True))["rows"][0]["role"] == "baker"


def test_a_small_slip_still_finds_the_only_role_it_can_mean(run: Run) -> None:
    assert json_of(run("show", "flour buyr", "--json", small=True))["rows"][0]["role"] == "flour-buyer"


def test_a_role_that_says_nothing_else_is_shown_by_its_summary(run: Run, nasty: tuple[str, ...]) -> None:
    assert answered(run("show", "bare", "--full", *nasty)) == "Bare  NO\n\n-x\n"


def test_a_section_that_the_guide_lacks_is_said_to_be_empty(run: Run) -> None:
    page = answered(run("show", "flour-buyer", "--section", "pay", small=True))
    assert page.rstrip().splitlines()[-1] != "Buys flour by the ton."


def test_a_list_of_sentences_is_not_run_together_with_commas(run: Run) -> None:
    page = answered(run("show", "customer-relationship-manager", "--section", "market", "--section", "education"))
    assert ".," not in page


def test_a_span_open_at_its_end_keeps_both_ends(run: Run, nasty: tuple[str, ...]) -> None:
    page = answered(run("show", "cjk", "brackets", "--full", *nasty))
    assert "4 years to ≥ 6 years" in page
    assert "12 weeks to ≥ 24 weeks" in page.replace("12 to", "12 weeks to")


def test_every_section_can_be_asked_for_alone(embedded: CatalogReader) -> None:
    for section in SECTIONS:
        guide = show(embedded, ["customer-relationship-manager"], sections=[section]).rows[0]
        assert [found.section for found in guide.sections] == [section]


@pytest.mark.parametrize(
    ("names", "code", "words"),
    [
        (("nobody-of-that-name",), 1, ("nobody-of-that-name",)),
        (("pastry",), 1, ("pastry-chef",)),
        (("baker@emperor",), 1, ("emperor", "baker@master")),
        (("@master",), 1, ()),
        ((), 2, ("ROLE",)),
        (("baker", "--section", "skils"), 2, ("skils", "skills")),
        (("baker", "--section", ""), 2, ("section",)),
    ],
)
def test_what_has_no_answer_is_refused_in_one_line(
    run: Run, names: tuple[str, ...], code: int, words: tuple[str, ...]
) -> None:
    refused(run("show", *names, small=True), code, *words)


@pytest.mark.parametrize(
    "args",
    [("show",), ("salary",), ("path",), ("related",), ("skills",), ("gap", "--from", "baker"), ("compare", "baker")],
)
def test_words_after_a_command_are_a_name_and_a_name_that_was_read_is_told_first(
    run: Run, args: tuple[str, ...]
) -> None:
    exact = json_of(run(*args, "pastry", "chef", "--json", small=True))
    read = json_of(run(*args, "pastry", "chf", "--json", small=True))
    assert exact["read_as"] is None
    assert read["read_as"] == [{"typed": "pastry chf", "name": "Pastry Chef", "match": "pastry-chef"}]
    assert {**read, "read_as": None} == exact
    page = answered(run(*args, "pastry", "chf", small=True))
    assert page.startswith("Read 'pastry chf' as Pastry Chef (pastry-chef).\n")


@pytest.mark.parametrize(
    "title",
    [
        "Asset Counselor", "Radio Engineerist", "Heart Sculptor", "Hearing Painter", "Parts Philosopher",
        "Storage Sommelier", "Lighter Corporal", "Stroker", "Sitting Operator", "Accounting Choreographer",
    ],
)  # fmt: skip
def test_the_title_of_another_job_is_no_slip(run: Run, title: str) -> None:
    refused(run("salary", title), 1, f"no role is called '{title}'")


def test_a_company_reaches_its_own_role_by_its_id(run: Run, tmp_path: Path) -> None:
    layer = tmp_path / "ladder.yaml"
    layer.write_text(
        "schema_version: 1\nname: ourco\nfamilies: {eng: {title: Our engineering}}\n"
        "roles:\n  software-engineer: {title: Software Engineer, family: eng, summary: Builds what we sell.}\n"
    )
    for name in ("software-engineer", "Software Engineer", "ourco:software-engineer"):
        (guide,) = json_of(run("show", name, "--json", "--catalog", str(layer)))["rows"]
        assert guide["family_title"] == "Our engineering"


def test_why_a_class_was_taken_stands_under_its_pay_and_a_level_has_the_figures_of_its_own_class(run: Run) -> None:
    guide = json_of(run("show", "data-engineer", "--json"))["rows"][0]
    (pay,) = (section for section in guide["sections"] if section["section"] == "pay")
    assert [(one["occupation"], one["fit"]) for one in pay["occupations"]] == [("15-1243", "part"), ("15-1252", "part")]
    page = " ".join(answered(run("show", "data-engineer", "--section", "pay")).split())
    assert all(f"(SOC {one['occupation']}), a broader group: {one['why']}" in page for one in pay["occupations"])
    levels = next(section for section in guide["sections"] if section["section"] == "levels")["levels"]
    (level,) = (level for level in levels if level["occupations"])
    own = json_of(run("show", f"data-engineer@{level['level']}", "--json"))["rows"][0]
    (outlook,) = (section for section in own["sections"] if section["section"] == "outlook")
    assert {figure["occupation"] for figure in outlook["figures"]} == {level["occupations"][0]["occupation"]}
