"""`careercli explain`: a word in plain English, with an example whose figures come from the catalogs in use."""

import re
from pathlib import Path

import pytest

from careercli.answers.explain.terms import find_term, load_glossary
from careercli.errors import NotFound
from tests.cli.contract import answered, json_of, refused, validator_of
from tests.conftest import Run

GLOSSARY = load_glossary()
KNOWN = {
    "median", "percentile", "average", "part", "proxy", "exact", "estimate", "wage-level", "job-zone", "track", "level",
    "growth", "openings", "soc", "onet", "overlap", "similarity", "price-parity", "must-have", "weight", "readiness",
    "transition", "promotion", "pivot", "relative-standard-error", "bound",
}  # fmt: skip


def test_the_words_that_people_ask_for_are_explained() -> None:
    assert KNOWN - GLOSSARY.terms.keys() == set()


def test_a_word_has_a_line_that_stands_alone_a_reason_and_an_example(run: Run) -> None:
    page = answered(run("explain", "median"))
    lines = page.splitlines()
    assert lines[0].startswith("Median: the pay in the middle.")
    assert "Example: Registered Nurse: the median is $97,550 a year." in page
    assert "Sources  [1] BLS wages 2025" in page
    assert lines[-1] == f" More     all {len(GLOSSARY.terms)} terms: careercli explain"


def test_every_example_has_its_figures_from_the_catalog(run: Run) -> None:
    rows = json_of(run("explain", "--json"))["rows"]
    assert [row["term"] for row in rows] == list(GLOSSARY.terms)
    assert [row["term"] for row in rows if row["example"] is None] == []
    typed = {
        id_: re.findall(r"\$\d|\d{3}", re.sub(r"\{.*?\}", "", term.example)) for id_, term in GLOSSARY.terms.items()
    }
    assert {id_: found for id_, found in typed.items() if found} == {"price-parity": ["110"], "weight": ["100"]}


def test_an_example_is_that_of_the_catalog_in_use(run: Run, tmp_path: Path) -> None:
    layer = tmp_path / "layer.yaml"
    layer.write_text("schema_version: 1\nname: ours\nroles:\n  registered-nurse: {title: Night Nurse}\n")
    assert "Example: Night Nurse: the median is $97,550" in answered(run("explain", "median", "--catalog", str(layer)))


def test_a_catalog_without_the_role_of_an_example_leaves_it_out(run: Run) -> None:
    answer = json_of(run("explain", "proxy", "--json", small=True))
    assert (answer["rows"][0]["example"], answer["rows"][0]["cites"], answer["sources"]) == (None, [], [])
    assert "Example" not in answered(run("explain", "proxy", small=True))
    assert [mark["sample"] for mark in answer["marks"]] == ["no mark", "†", "*", "~", "‡", "+", "=", "–"]


def test_the_marks_stand_below_the_words_that_are_about_them(run: Run) -> None:
    marks = json_of(run("explain", "proxy", "--json"))["marks"]
    assert [mark["sample"] for mark in marks] == [
        "$97,550", "$63,800†", "$69,500*", "~$79,300", "$78,814‡", "$180,000+", "=", "–",
    ]  # fmt: skip
    assert [mark["role_count"] for mark in marks] == [825, 206, 3, *(None,) * 5]
    assert "a different job: a proxy" in answered(run("explain", "proxy"))
    assert json_of(run("explain", "job zone", "--json"))["marks"] == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mean", "average"), ("Median", "median"), ("medians", "median"), ("p10", "percentile"),
        ("job zone", "job-zone"),
        ("O*NET", "onet"), ("nearest job", "proxy"), ("*", "proxy"), ("†", "part"), ("~", "estimate"), ("+", "bound"),
        ("‡", "average"), ("cost of living", "price-parity"), ("RSE", "relative-standard-error"), ("at least", "bound"),
        ("coverage", "overlap"), ("outlook", "growth"), ("ic", "track"), ("weight of a skill", "weight"),
    ],
)  # fmt: skip
def test_a_word_is_found_by_every_name_that_it_has(typed: str, found: str) -> None:
    assert find_term(GLOSSARY, typed) == found


@pytest.mark.parametrize("typed", ["", " ", "??", "-", "x" * 10_000])
def test_what_is_no_word_is_not_found(typed: str) -> None:
    with pytest.raises(NotFound) as caught:
        find_term(GLOSSARY, typed)
    assert len(caught.value.message) < 300


def test_no_name_belongs_to_two_words() -> None:
    names = [name.casefold() for term in GLOSSARY.terms.values() for name in (*term.aliases, term.title)]
    assert sorted(names) == sorted(set(names))


def test_a_misspelled_word_is_a_question_with_a_remedy(run: Run) -> None:
    refused(run("explain", "medain"), 1, "no term 'medain' (did you mean 'median'?)", "careercli explain")


def test_words_without_quotes_are_one_term(run: Run) -> None:
    assert answered(run("explain", "job", "zone")) == answered(run("explain", "job-zone"))


def test_without_a_term_every_word_has_one_line_and_all_fit_a_screen(run: Run) -> None:
    page = answered(run("explain"))
    assert len(page.splitlines()) <= 38
    assert all(f"{term.title}:" in page for term in GLOSSARY.terms.values())


@pytest.mark.parametrize("term", GLOSSARY.terms)
def test_a_line_fits_80_columns_and_says_its_word_first(term: str) -> None:
    said = GLOSSARY.terms[term]
    assert said.line.startswith((f"{said.title}:", f"{said.title} ("))
    assert len(said.line) <= 80
    assert len(said.why) <= 240, "three lines"
    assert said.why.endswith(".")


@pytest.mark.parametrize("form", ["markdown", "html", "svg", "csv", "jsonl", "yaml"])
def test_a_word_is_explained_in_every_format(run: Run, form: str) -> None:
    assert "$97,550" in answered(run("explain", "median", "--format", form)).replace("&#36;", "$")


def test_a_record_is_as_its_schema_says(run: Run) -> None:
    import json

    line = answered(run("explain", "median", "--format", "jsonl"))
    validator_of("explain", records=True).validate(json.loads(line))
