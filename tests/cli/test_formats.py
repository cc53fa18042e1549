"""Every command in every format: one view, nine ways to give it."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import yaml

from careercli.answers.shared.flat_records import flat_fields
from careercli.answers.shared.view_parts import AnswerView
from careercli.cli.schema import SCHEMA_COMMANDS, view_type
from tests.cli.contract import answered, json_of, refused, validator_of
from tests.conftest import Run

QUESTIONS: dict[str, tuple[str, ...]] = {
    "compare": ("compare", "baker", "pastry-chef", "flour-buyer"),
    "salary": ("salary", "baker"),
    "path": ("path", "baker", "--depth", "2"),
    "path --to": ("path", "baker@apprentice", "--to", "bakery-manager"),
    "show": ("show", "baker", "flour-buyer"),
    "list": ("list",),
    "search": ("search", "bakery"),
    "catalog sources": ("catalog", "sources"),
}
each_question = pytest.mark.parametrize("command", QUESTIONS)


def records_of(run: Run, command: str) -> list[dict[str, object]]:
    lines = answered(run(*QUESTIONS[command], "--format", "jsonl", small=True)).splitlines()
    return [json.loads(line) for line in lines]


@each_question
def test_yaml_holds_the_keys_and_values_of_the_json(run: Run, command: str) -> None:
    told = answered(run(*QUESTIONS[command], "--format", "yaml", small=True))
    assert yaml.safe_load(told) == json_of(run(*QUESTIONS[command], "--json", small=True))


@each_question
def test_every_record_is_as_the_schema_of_records_says(run: Run, command: str) -> None:
    records = records_of(run, command)
    assert records
    for record in records:
        validator_of(command, records=True).validate(record)
        assert set(record) <= set(flat_fields(view_type(command).record))


@each_question
@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_csv_and_json_lines_agree_cell_by_cell(run: Run, command: str, form: str) -> None:
    def spelled(value: object) -> str:
        if isinstance(value, list):
            return "; ".join(value)
        if isinstance(value, bool):
            return str(value).lower()
        return "" if value is None else str(value)

    text = answered(run(*QUESTIONS[command], "--format", form, small=True))
    rows = list(csv.DictReader(io.StringIO(text), delimiter="\t" if form == "tsv" else ","))
    assert rows == [{key: spelled(value) for key, value in record.items()} for record in records_of(run, command)]


@each_question
def test_html_and_markdown_and_a_picture_are_given(run: Run, command: str) -> None:
    page = answered(run(*QUESTIONS[command], "--format", "html", small=True))
    assert page.startswith("<!doctype html>")
    assert ET.fromstring(answered(run(*QUESTIONS[command], "--format", "svg", small=True))).tag.endswith("svg")
    assert answered(run(*QUESTIONS[command], "--format", "markdown", small=True)).strip()


@each_question
def test_an_unknown_field_names_those_that_there_are(run: Run, command: str) -> None:
    known = list(flat_fields(view_type(command).record, view_type(command).optional))
    refused(run(*QUESTIONS[command], "--fields", f"{known[0]},nosuchfield", small=True), 2, "nosuchfield", *known)


def test_fields_are_picked_and_ordered_in_every_format(run: Run) -> None:
    required = ("list", "--fields", "pay,role")
    assert answered(run(*required, "--format", "csv", small=True)).splitlines()[0] == "pay,role"
    assert answered(run(*required, "--format", "tsv", small=True)).splitlines()[0] == "pay\trole"
    first = json.loads(answered(run(*required, "--format", "jsonl", small=True)).splitlines()[0])
    answer = json.loads(answered(run(*required, "--json", small=True)))
    assert answer["rows"][0] == first
    assert list(first) == ["pay", "role"]
    assert answered(run(*required, small=True)).split()[:2] == ["pay", "role"]


def test_an_empty_answer_still_has_its_header(run: Run) -> None:
    told = answered(run("list", "--min-pay", "9000000", "--format", "csv", "--fields", "role,pay", small=True))
    assert told.splitlines() == ["role,pay"]
    assert run("list", "--min-pay", "9000000", "--format", "jsonl", small=True) == ("", "", 0)


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.json", "{"), ("a.yaml", "schema_version:"), ("a.yml", "schema_version:"), ("a.csv", "role,title"),
        ("a.tsv", "role\ttitle"), ("a.jsonl", '{"role"'), ("a.NDJSON", '{"role"'),
        ("a.md", "# "), ("a.html", "<!doctype"),
        ("a.svg", "<svg"), ("a.txt", "4 jobs"), ("a", "4 jobs"),
    ],
)  # fmt: skip
def test_a_file_is_given_in_the_format_that_it_ends_in(run: Run, tmp_path: Path, name: str, begins: str) -> None:
    assert run("list", "--output", str(tmp_path / name), small=True) == ("", "", 0)
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


def test_a_format_that_is_named_counts_before_the_ending(run: Run, tmp_path: Path) -> None:
    run("list", "--format", "csv", "--output", str(tmp_path / "a.json"), small=True)
    assert (tmp_path / "a.json").read_text("utf-8").startswith("role,title")


def test_two_formats_at_once_are_a_contradiction(run: Run) -> None:
    refused(run("list", "--json", "--format", "csv", small=True), 2, "--json", "csv")


@pytest.mark.parametrize("form", ["pdf", "sarif", "JSON", ""])
def test_a_format_that_a_command_cannot_give_is_refused_by_name(run: Run, form: str) -> None:
    refused(run("compare", "a", "b", f"--format={form}"), 2, "--format", "careercli compare")


@pytest.mark.parametrize("form", ["csv", "html", "table"])
def test_a_schema_is_json_only(run: Run, form: str) -> None:
    refused(run("schema", "list", "--format", form), 2, form, "json", "careercli schema")


# ---- schemas ----


@pytest.mark.parametrize("command", SCHEMA_COMMANDS)
def test_every_answer_has_a_schema_that_says_what_it_is(run: Run, command: str) -> None:
    schema = json.loads(answered(run("schema", *command.split())))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert all(part["required"] == list(part["properties"]) for part in schema["$defs"].values())
    assert all("description" in part for part in schema["$defs"].values())


def test_no_answer_is_without_a_schema() -> None:
    def below(view: type[AnswerView]) -> set[type[AnswerView]]:
        return {view, *(deeper for child in view.__subclasses__() for deeper in below(child))}

    assert {view_type(command) for command in SCHEMA_COMMANDS} == below(AnswerView) - {AnswerView}


def test_a_schema_that_there_is_not_names_those_that_there_are(run: Run) -> None:
    refused(run("schema", "compar"), 2, "did you mean 'compare'", *SCHEMA_COMMANDS)
    refused(run("schema", "catalog"), 2, "catalog sources")


def test_the_schema_command_touches_no_catalog(run: Run, tmp_path: Path) -> None:
    run("schema", "list", "--output", str(tmp_path / "schema.json"), env={"CAREERCLI_CATALOG": "/nowhere.yaml"})
    assert json.loads((tmp_path / "schema.json").read_text("utf-8"))["title"] == "the answer of careercli list"
