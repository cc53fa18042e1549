"""Types come from the schema: what YAML would guess of a scalar surprises nobody."""

import pytest

from careercli.catalog.yaml_reader import parse
from careercli.errors import Problem
from tests.conftest import read
from tests.unit.reading import HEAD, edited, refusal, said

SKILL = HEAD + "skills:\n  one: {name: %s, kind: tool}\n"
FIGURE = (
    HEAD
    + "sources: {page: {title: A page, kind: page}}\n"
    + "occupations:\n  '1':\n    title: One\n    scheme: isco-08\n"
    + "    figures: [{measure: age, source: page, value: %s}]\n"
)


@pytest.mark.parametrize(
    "written",
    [
        "NO",
        "no",
        "yes",
        "On",
        "off",
        "true",
        "0110",
        "0o17",
        "0x1F",
        "12:30",
        "2025-05-01",
        "90_000",
        "1e3",
        ".inf",
        "=",
        "<<",
    ],
)
def test_a_scalar_is_text_exactly_as_written_where_the_schema_says_text(written: str) -> None:
    assert read(SKILL % written).skills["one"].name == written


@pytest.mark.parametrize("quoted", ['"null"', "'~'", '"NULL"', "'null'"])
def test_a_quoted_word_for_nothing_is_text(quoted: str) -> None:
    assert read(SKILL % quoted).skills["one"].name == quoted[1:-1]


@pytest.mark.parametrize("missing", ["", "null", "Null", "NULL", "~", "'-'", '"-"'])
def test_an_empty_value_null_tilde_and_a_quoted_dash_are_missing(missing: str) -> None:
    text, _ = edited(
        "satisfaction, source: oven-survey, value: 81.5", f"satisfaction, source: oven-survey, value: {missing}"
    )
    figures = read(text).roles["baker"].figures
    assert [figure.value for figure in figures if figure.measure == "satisfaction"] == [None]


def test_a_dash_without_quotes_in_a_flow_mapping_is_missing() -> None:
    text, _ = edited(
        "satisfaction, source: oven-survey, value: 81.5, place: US", "satisfaction, source: oven-survey, value: -"
    )
    figures = read(text).roles["baker"].figures
    assert [figure.value for figure in figures if figure.measure == "satisfaction"] == [None]


def test_a_dash_without_quotes_in_a_block_is_refused_with_its_remedy() -> None:
    text, _ = edited("    summary: Buys flour by the ton.", "    progression: -\n    summary: Buys flour.")
    (problem,) = said(text)
    assert "not YAML" in problem
    assert "For a missing value write null, or leave the key out" in problem


@pytest.mark.parametrize("missing", ["null", "~", "''", '""', "'-'", ""])
def test_a_required_text_must_not_be_missing_or_empty(missing: str) -> None:
    (problem,) = said(SKILL % missing)
    assert problem.startswith("layer1.yaml:4:15: skills.one.name: expected text, got ")


@pytest.mark.parametrize(
    ("written", "value"),
    [("47", 47), ("'47'", 47), ("58.6", 58.6), ("-1.5", -1.5), ("0", 0), ("1000000000000", 10**12)],
)
def test_a_number_is_a_number_where_the_schema_says_so_quoted_or_not(written: str, value: float) -> None:
    found = read(FIGURE % written).occupations["1"].figures[0].value
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "written",
    [
        "90_000",
        "12:30",
        "0x1F",
        "0o17",
        ".inf",
        "inf",
        "nan",
        ".nan",
        "-inf",
        "1e400",
        "1,000",
        "$5",
        "5%",
        "yes",
        "١٢",
        "2e12",
    ],
)
def test_what_is_no_finite_plain_number_is_refused_where_a_number_belongs(written: str) -> None:
    (problem,) = said(FIGURE % f'"{written}"')
    assert problem == (
        f"layer1.yaml:8:51: occupations.1.figures[0].value: expected a number such as 78814 or 37.89, got {written!r}"
    )


def test_a_leading_zero_never_makes_a_number_octal() -> None:
    problems = said(FIGURE % "0110")
    assert problems or read(FIGURE % "0110").occupations["1"].figures[0].value == 110


@pytest.mark.parametrize("code", ["0110", "11-2022", "15-1252.00", "12:30", "1_0", "NO", "2025-05-01", "0x10", "~"])
def test_a_code_is_the_text_of_its_key(code: str) -> None:
    text = HEAD + f"occupations:\n  {code}: {{title: A class, scheme: isco-08}}\n"
    if code in ("1_0", "~"):
        assert "expected a code such as" in said(text)[0]
    else:
        assert list(read(text).occupations) == [code]


@pytest.mark.parametrize("period", ["2025", "2025-05", "2025-05-01", "2024-34", "'2025'"])
def test_a_period_stays_as_written(period: str) -> None:
    text = HEAD + f"sources: {{page: {{title: A page, kind: page, period: {period}}}}}\n"
    assert read(text).sources["page"].period == period.strip("'")


@pytest.mark.parametrize("place", ["NA", "NO", "ON", "Y", "US-CA", "latin-america"])
def test_a_country_called_like_a_word_of_yaml_is_a_country(place: str) -> None:
    text = HEAD + f"places:\n  {place}: {{title: Somewhere}}\n"
    assert list(read(text).places) == [place]


def test_pay_in_namibia_is_paid_in_namibia() -> None:
    text, _ = edited("place: NA, per: month", "place: NA, per: month")
    assert [pay.place for pay in read(text).roles["baker"].pay] == ["US", "NA"]


def test_line_breaks_and_signs_in_quoted_text_are_kept() -> None:
    assert (
        read(SKILL % '"one\\n[/two] \\x1b[31m \\u202e &amp; 🥐"').skills["one"].name
        == "one\n[/two] \x1b[31m \u202e &amp; 🥐"
    )


def problems_in(text: str) -> tuple[Problem, ...]:
    return parse("bad.yaml", text.encode()).problems


def test_a_duplicate_key_is_refused_where_it_stands_with_the_line_of_the_first() -> None:
    problems = problems_in("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n")
    assert [str(problem) for problem in problems] == ["bad.yaml:5:3: b.c: duplicate key: it is already on line 3"]


def test_every_duplicate_of_a_key_is_reported() -> None:
    problems = problems_in("a: 1\na: 2\na: 3\n'a': 4\n")
    assert [problem.line for problem in problems] == [2, 3, 4]


@pytest.mark.parametrize(
    "written",
    [
        "!!int 5",
        "!!python/object/apply:os.system [ls]",
        "!!set {x, y}",
        "!!binary aGk=",
        "!mine x",
        "!!null x",
        "!!omap [x: 1]",
    ],
)
def test_a_tag_is_refused_where_it_stands(written: str) -> None:
    problems = problems_in(f"a: 1\nb: {written}\n")
    assert [(problem.line, problem.column, problem.path) for problem in problems] == [(2, 4, "b")]
    assert "has no meaning in a catalog" in problems[0].message


def test_a_tag_on_a_missing_value_is_refused_too() -> None:
    problems = problems_in("a: 1\nb: !mine null\n")
    assert [(problem.line, problem.column) for problem in problems] == [(2, 4)]


@pytest.mark.parametrize("key", ["[a, b]", "{a: b}", "[]"])
def test_a_key_that_is_no_text_is_refused_where_it_stands(key: str) -> None:
    problem = refusal(f"a: 1\n? {key}\n: 1\n".encode())
    assert (problem.line, problem.column) == (2, 3)
    assert problem.message.startswith("a key must be text")


def test_a_merge_key_is_an_unknown_key_and_merges_nothing() -> None:
    document = parse("bad.yaml", b"a: &a {x: '1'}\nb: {<<: *a}\n")
    assert document.problems == ()
    assert document.data == {"a": {"x": "1"}, "b": {"<<": {"x": "1"}}}
    assert said(HEAD + "<<: {title: x}\n") == ["layer1.yaml:3:1: <<: unknown key"]


def test_an_alias_is_read_as_if_it_were_written_out() -> None:
    text = HEAD + "families:\n  a: &shelf {title: A shelf}\n  b: *shelf\n"
    assert read(text).families["b"].title == "A shelf"
