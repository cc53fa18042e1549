"""Whatever is written, the answer is a catalog or its problems; the quick check and the explanation never disagree."""

import contextlib
import json

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercli.model import Catalog
from tests.conftest import SMALL
from tests.unit.reading import edited, problems_of
from tests.unit.strategies import SCALARS, TREES, Path, Tree, as_tree, as_yaml, catalogs, changed, places_in

TEXT = SMALL.read_text("utf-8")
LINES = TEXT.splitlines()
PATHS = places_in(as_tree(TEXT))


CHANGES = st.lists(
    st.tuples(st.sampled_from(PATHS), st.sampled_from(["replace", "remove", "add"]), SCALARS | TREES),
    min_size=1,
    max_size=2,
)
LINE = st.integers(0, len(LINES) - 1)
NOISE = st.text("{}[]:,-?&*!|>'\"%@#~ ab1\t", max_size=4)
EDITS = st.lists(
    st.tuples(st.sampled_from(["drop", "double", "swap", "cut", "insert"]), LINE, LINE, NOISE), min_size=1, max_size=3
)


def with_changes(changes: list[tuple[Path, str, Tree]]) -> dict[str, Tree]:
    tree = as_tree(TEXT)
    assert isinstance(tree, dict)
    for path, change, value in changes:
        with contextlib.suppress(KeyError, IndexError, TypeError):  # an earlier change took the place away
            changed(tree, path, change, value)
    return tree


def with_edits(edits: list[tuple[str, int, int, str]]) -> str:
    lines = list(LINES)
    for change, first, second, noise in edits:
        if change == "drop":
            lines[first] = ""
        elif change == "double":
            lines[first] += "\n" + lines[first]
        elif change == "swap":
            lines[first], lines[second] = lines[second], lines[first]
        elif change == "cut":
            lines[first] = lines[first][: second % 40]
        else:
            at = second % (len(lines[first]) + 1)
            lines[first] = lines[first][:at] + noise + lines[first][at:]
    return "\n".join(lines) + "\n"


@settings(max_examples=50)
@given(CHANGES)
def test_a_changed_value_gives_a_catalog_or_problems_with_their_places(changes: list[tuple[Path, str, Tree]]) -> None:
    for problem in problems_of(as_yaml(with_changes(changes))):
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.message


@settings(max_examples=100)
@given(EDITS)
def test_a_changed_text_gives_a_catalog_or_problems(edits: list[tuple[str, int, int, str]]) -> None:
    problems_of(with_edits(edits))


@settings(max_examples=50)
@given(CHANGES)
def test_the_explanation_finds_nothing_wrong_with_what_the_quick_check_takes(
    changes: list[tuple[Path, str, Tree]],
) -> None:
    tree = with_changes(changes)
    if not problems_of(as_yaml(tree)):
        unknown = problems_of(as_yaml({**tree, "zzzzzz": 1}))
        assert [problem.message for problem in unknown] == ["unknown key"]


@pytest.mark.parametrize("value", ["'null'", "'Null'", "''", "' 8'", "8.", "1e1", "+8", "'8 '", "0008", "true"])
def test_the_explanation_and_the_quick_check_agree_on_odd_numbers(value: str) -> None:
    text, _ = edited("years: [8, null]", f"years: [7, {value}]")
    wrong = [problem for problem in problems_of(text + "zzzzzz: 1\n") if problem.message != "unknown key"]
    assert bool(problems_of(text)) == bool(wrong)


@settings(max_examples=80)
@given(TREES)
def test_any_json_gives_a_catalog_or_problems(tree: Tree) -> None:
    problems_of(json.dumps(tree))


@settings(max_examples=100)
@given(st.dictionaries(st.sampled_from(Catalog.__struct_fields__), TREES))
def test_any_json_under_the_keys_of_a_catalog_gives_a_catalog_or_problems(tree: dict[str, Tree]) -> None:
    problems_of(json.dumps({"schema_version": 1, "name": "noise", **tree}))


@settings(max_examples=25)
@given(catalogs())
def test_whatever_the_model_allows_is_read_back_as_it_was(catalog: Catalog) -> None:
    text = as_yaml(msgspec.to_builtins(catalog))
    assert msgspec.convert(as_tree(text), Catalog, strict=False) == catalog
    for problem in problems_of(text):
        assert problem.message.startswith(("no ", "a ", "the level ", "'")), "only references may be wrong with it"
