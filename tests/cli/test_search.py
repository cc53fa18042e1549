"""The contract of `careercli search`."""

from pathlib import Path

import pytest

from tests.cli.contract import answered, example_of, json_of, refused
from tests.conftest import Run


def found(run: Run, *text: str) -> list[str]:
    return [row["role"] for row in json_of(run("search", *text, "--json", small=True))["rows"]]


def test_the_hits_are_printed_and_nothing_is_complained_of(run: Run) -> None:
    assert answered(run("search", "flour", small=True)).startswith("Best match: Flour Buyer. ")
    page = answered(run("search", "flour", "--full", small=True))
    assert page.startswith("Flour Buyer  flour-buyer · Office and trade\n")


def test_the_example_in_the_help_runs(run: Run) -> None:
    assert "customer-success-manager" in answered(run(*example_of(run, "search")))


def test_the_json_has_the_keys_that_scripts_rely_on(run: Run) -> None:
    answer = json_of(run("search", "bread", "--json", small=True))
    assert set(answer) == {
        *(
            "schema_version",
            "command",
            "query",
            "corrected",
            "ignored_words",
            "limit",
            "found",
            "rows",
            "similar",
            "sources",
        ),
    }
    keys = {
        *("role", "title", "family", "family_title", "matched", "matched_name", "summary"),
        *("pay", "growth", "education", "education_fit"),
    }
    assert answer["rows"]
    assert all(set(row) == keys for row in answer["rows"])


@pytest.mark.parametrize(
    ("text", "best"),
    [
        (("boulanger",), "baker"),
        (("bred", "makr"), "baker"),
        (("flour", "byer"), "flour-buyer"),
        (("cakes",), "pastry-chef"),
    ],
)
def test_a_role_is_found_by_alias_misspelling_skill_and_text(run: Run, text: tuple[str, ...], best: str) -> None:
    assert found(run, *text)[0] == best


@pytest.mark.parametrize(
    "text", ["zzzzqqqq", "", " ", '"', "'", "*", "-", "()", "NEAR(", "a OR", "title:", "^", "\U0001f4a5", "\u0301"]
)
def test_whatever_is_typed_is_a_search_and_nothing_found_is_an_empty_list(
    run: Run, small_catalog: Path, text: str
) -> None:
    small = ("--no-default-catalog", "--catalog", str(small_catalog))
    assert json_of(run("search", "--json", *small, "--", text))["query"] == text


def test_a_role_is_found_by_another_name_of_its_skill(run: Run) -> None:
    assert "baker" in found(run, "HACCP")


@pytest.mark.parametrize("text", ["golang", "ruby", "PHP", "programming"])
def test_roles_found_by_a_skill_are_ordered_by_how_much_they_rest_on_it(run: Run, text: str) -> None:
    rows = json_of(run("search", text, "--limit", "50", "--json"))["rows"]
    named = [row["role"] for row in rows if row["matched"] == "name"]
    hits = [row["role"] for row in rows if row["matched"] == "skill"]
    ours = ["software-developer", "machine-learning-engineer", "qa-engineer", "web-developer"]
    ordered = [role for role in ours if role not in named]
    assert hits[: len(ordered)] == ordered, "a role of the catalog comes before those that are made of occupations"
    assert {row["matched_name"] for row in rows if row["matched"] == "skill"} == {"Programming"}


def test_roles_that_only_use_a_skill_follow_those_that_need_it(run: Run) -> None:
    rows = json_of(run("search", "Transact-SQL", "--json"))["rows"]
    assert [row["role"] for row in rows][:3] == ["data-engineer", "data-analyst", "database-administrator"]
    assert "depends most on the skill SQL" in " ".join(answered(run("search", "Transact-SQL")).split())
    assert "found by the skill SQL" in answered(run("search", "Transact-SQL", "--full"))


def test_nothing_found_says_where_to_look(run: Run) -> None:
    page = answered(run("search", "zzzzqqqq", small=True))
    assert "No job has 'zzzzqqqq' in a name, a skill or a description." in page
    assert " All jobs    careercli list\n" in page
    assert "Nothing found for 'zzzzqqqq'" in answered(run("search", "zzzzqqqq", "--full", small=True))


def test_what_was_not_corrected_is_null(run: Run) -> None:
    assert json_of(run("search", "zzzzqqqq", "--json", small=True))["corrected"] is None
    assert json_of(run("search", "flour", "--json", small=True))["corrected"] is None


def test_a_correction_is_a_word_of_the_catalog_and_not_a_stem(run: Run) -> None:
    corrected = json_of(run("search", "custmer", "sucess", "--json"))["corrected"]
    assert corrected in ("customer success", "customers success")


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("Proect Manager", "project manager"),
        ("Restarant Manager", "restaurant manager"),
        ("Nurse Practiioner", "nurse practitioner"),
        ("Journlist", "journalist"),
        ("Electician", "electrician"),
    ],
)
def test_what_was_corrected_finds_what_the_corrected_words_find_the_title_first(
    run: Run, text: str, corrected: str
) -> None:
    answer = json_of(run("search", text, "--json"))
    assert answer["corrected"] == corrected
    assert answer["rows"] == json_of(run("search", corrected, "--json"))["rows"]
    assert answer["rows"][0]["title"].casefold() == corrected


@pytest.mark.parametrize(
    ("text", "corrected", "ignored", "best"),
    [
        ("zymurgist", None, ["zymurgist"], None),
        ("delivery zymurgist", "delivery", ["zymurgist"], "delivery-driver"),
        ("15-1252", None, [], "software-developer"),
        ("29-1141.00", None, [], "registered-nurse"),
        ("11-9999", None, ["11-9999"], None),
        ("call center manager", None, [], "first-line-supervisors-of-office-and-administrative-support-workers"),
        ("delivery guy", None, [], "delivery-driver"),  # texts have it, and no name
    ],
)
def test_a_word_that_nothing_has_counts_nothing_and_no_number_is_respelled(
    run: Run, text: str, corrected: str | None, ignored: list[str], best: str | None
) -> None:
    answer = json_of(run("search", text, "--json"))
    assert (answer["corrected"], answer["ignored_words"]) == (corrected, ignored)
    assert [row["role"] for row in answer["rows"]][:1] == ([best] if best else [])


def test_a_hit_takes_three_lines(run: Run) -> None:
    lines = answered(run("search", "bread", "--full", small=True)).splitlines()
    assert len(lines) <= 3 * sum(" · " in line for line in lines)


def test_a_word_that_counts_nothing_is_told(run: Run) -> None:
    assert answered(run("search", "flour", "zzzzqqqq", small=True)).startswith(
        "Searched for 'flour'.\nNo job has 'zzzzqqqq'.\n"
    )


def test_limit_bounds_the_hits(run: Run) -> None:
    assert len(found(run, "bak", "--limit", "1")) == 1


def test_a_search_of_very_many_words_is_answered(run: Run) -> None:
    words = ["bread", "oven", "flour"] * 300
    assert isinstance(found(run, *words), list)


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        ((), 2, ("TEXT",)),
        (("bread", "--limit", "0"), 2, ("--limit",)),
        (("bread", "--limit", "99999999999999999999999"), 2, ("--limit",)),
        (("bread", "--limits", "3"), 2, ("--limits", "--limit")),
    ],
)
def test_a_bad_option_is_refused_in_one_line(
    run: Run, options: tuple[str, ...], code: int, words: tuple[str, ...]
) -> None:
    refused(run("search", *options, small=True), code, *words)


def test_a_posting_that_is_pasted_whole_is_searched_by_its_first_words(run: Run) -> None:
    words = [f"flour{number}" if number else "flour" for number in range(3_000)]
    answer = json_of(run("search", " ".join(words), "--json", small=True))
    assert answer["corrected"] == "flour"
    assert len(answer["ignored_words"]) == 299
    assert answer["rows"][0]["role"] == "flour-buyer"


def test_a_word_that_has_no_near_word_is_not_replaced(run: Run) -> None:
    assert json_of(run("search", "golang", "--json"))["corrected"] is None
