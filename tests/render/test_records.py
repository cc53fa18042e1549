"""CSV, TSV and JSON Lines of hostile text: nothing runs, nothing acts up, nothing is lost."""

import csv
import io
import json
import os
import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from careercli.answers.shared.flat_records import flat_fields, flat_records
from careercli.render.json import render as render_json
from careercli.render.records import RecordFormat, render
from careercli.render.yaml import render as render_yaml
from careercli.safe_text import escape_invisible
from tests.render.answers import CASES, Case, view

ANY = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**12), 10**12), st.floats(-1e12, 1e12), st.text(max_size=30),
    st.lists(st.text(max_size=10), max_size=3).map(tuple),
)  # fmt: skip
RECORDS = st.lists(st.fixed_dictionaries({"a": ANY, "b": ANY}), max_size=5)


def cells(text: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "=cmd|' /C calc'!A0"])
def test_text_that_a_spreadsheet_would_run_is_held_back(start: str) -> None:
    assert cells(render([{"a": start}], ["a"], "csv"), ",")[1] == [f"'{start}"]


@pytest.mark.parametrize("before", ["\t", "\r\n", " ", "\u00a0", "\ufeff", "\u200b ", "\u3000"])
@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_a_formula_behind_what_a_spreadsheet_skips_is_held_back_too(before: str, form: RecordFormat) -> None:
    assert render([{"a": f"{before}=1+1"}], ["a"], form).splitlines()[1].startswith("'")


@pytest.mark.parametrize("char", ["\u061c", "\ufeff", "\u202e", "\x9b", "\u2028"])
def test_a_character_that_acts_is_escaped_in_every_data_format(char: str) -> None:
    data = {"a": f"x{char}y"}
    texts = (render([data], ["a"], "jsonl"), render_json(data), render_yaml(data))
    assert [text for text in texts if char in text] == []
    assert [yaml.safe_load(text) for text in texts] == [data] * 3


def test_a_byte_of_a_name_that_is_no_text_is_spelled_out_in_every_data_format() -> None:
    data = {"file": os.fsdecode(b"lad\xe9.yaml"), "half": ["\ud800"]}
    told = {"file": r"lad\xe9.yaml", "half": [r"\ud800"]}
    texts = (render([data], ["file", "half"], "jsonl"), render_json(data), render_yaml(data))
    assert [yaml.safe_load(text) for text in texts] == [told] * 3
    assert render([data], ["file"], "csv") == "file\r\nlad\\xe9.yaml\r\n"


def test_a_negative_number_stays_a_number() -> None:
    assert render([{"a": -3.5, "b": -2}], ["a", "b"], "csv") == "a,b\r\n-3.5,-2\r\n"


@given(records=RECORDS)
def test_a_table_of_anything_reads_back_with_every_text_visible(records: list[dict[str, object]]) -> None:
    for form, delimiter in (("csv", ","), ("tsv", "\t")):
        rows = cells(render(records, ["a", "b"], form), delimiter)  # type: ignore[arg-type]
        assert len(rows) == len(records) + 1
        for row, record in zip(rows[1:], records, strict=True):
            for cell, value in zip(row, (record["a"], record["b"]), strict=True):
                if isinstance(value, str):
                    assert cell.removeprefix("'") == escape_invisible(value).removeprefix("'")
                elif isinstance(value, int | float) and not isinstance(value, bool):
                    assert float(cell) == value


@given(records=RECORDS)
def test_json_lines_read_back_as_they_were(records: list[dict[str, object]]) -> None:
    lines = render(records, ["a", "b"], "jsonl").splitlines()
    assert [json.loads(line) for line in lines] == json.loads(json.dumps(records))


@given(
    value=st.recursive(ANY, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3))
)
def test_yaml_of_anything_reads_back_as_it_was(value: object) -> None:
    assert yaml.safe_load(render_yaml({"value": value})) == json.loads(json.dumps({"value": value}))


@pytest.mark.parametrize("case", CASES, ids=str)
@pytest.mark.parametrize("form", ["csv", "tsv", "jsonl", "yaml"])
def test_no_control_or_bidi_character_of_a_catalog_is_sent(case: Case, form: str) -> None:
    answer = view(case)
    fields = list(flat_fields(answer.record))
    rows = flat_records(answer, fields)
    text = render_yaml(answer) if form == "yaml" else render(rows, fields, form)  # type: ignore[arg-type]
    allowed = "\r\n\t\u200c\u200d"
    assert {char for char in text if char not in allowed and unicodedata.category(char) in ("Cc", "Cs")} == set()
    assert not any(char in text for char in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
