"""A catalog in JSON is the catalog that the same text is in YAML, and broken JSON is no exception to any rule."""

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings

from careercli.catalog.layers import merge
from careercli.catalog.validate import read_catalog
from careercli.catalog.yaml_reader import MAX_TRACED_BYTES, parse
from careercli.errors import CatalogInvalid
from careercli.model import Catalog
from tests.conftest import LibraryOf, read
from tests.unit.caching import age, titles
from tests.unit.reading import problems_of, said
from tests.unit.strategies import TREES, Tree, catalogs

SOURCE = '{"schema_version": 1, "name": "json", "sources": {"page": {"title": "A page", "kind": "page"}}, '
FIGURE = SOURCE + (
    '"occupations": {"1": {"title": "One", "scheme": "isco-08", '
    '"figures": [{"measure": "age", "source": "page", "value": %s, "note": %s}]}}}'
)


def as_json(text: str) -> str:
    """Return the sample catalog as strict JSON with numbers as numbers."""
    return json.dumps(msgspec.to_builtins(read(text)), ensure_ascii=False)


def test_json_is_read_as_the_yaml_that_says_the_same(small_text: str, small_catalog: Path) -> None:
    assert read(as_json(small_text)) == read("\n" + as_json(small_text)) == read(small_catalog)


@settings(max_examples=25)
@given(catalogs())
def test_any_catalog_in_json_is_read_back_as_it_was(catalog: Catalog) -> None:
    text = json.dumps(msgspec.to_builtins(catalog))
    assert msgspec.convert(parse("catalog.json", text.encode()).data, Catalog, strict=False) == catalog
    for problem in problems_of(text):
        assert problem.message.startswith(("no ", "a ", "the level ", "'")), "only references may be wrong with it"


@settings(max_examples=50)
@given(TREES)
def test_any_json_is_a_catalog_or_problems(tree: Tree) -> None:
    problems_of(json.dumps({"schema_version": 1, "name": "noise", "roles": tree}))


WHOLE = b'{"schema_version": 1,\n"name": "x",\n"notes": "' + b"x" * MAX_TRACED_BYTES + b'"}'


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        (WHOLE[:-2], (3, MAX_TRACED_BYTES + 11), "not JSON: input data was truncated"),
        (WHOLE[:-1], (3, MAX_TRACED_BYTES + 12), "not JSON: input data was truncated"),
        (WHOLE.replace(b"1,", b"1;"), (1, 21), "not JSON: "),
        (WHOLE + b"}", (3, MAX_TRACED_BYTES + 14), "not JSON: "),
    ],
)
def test_large_json_that_is_damaged_is_told_by_its_own_parser_where_it_breaks(
    content: bytes, place: tuple[int, int], words: str
) -> None:
    with pytest.raises(CatalogInvalid) as refused:
        parse("layer.json", content)
    (problem,) = refused.value.problems
    assert (problem.line, problem.column) == place
    assert problem.message.startswith(words)


@pytest.mark.parametrize("missing", ["null", '"-"'])
def test_null_and_a_dash_are_missing_in_json_too(missing: str) -> None:
    assert read(FIGURE % ("1", missing)).occupations["1"].figures[0].note is None


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "-Infinity", "1e400", "true", "[]", "1e13", "9" * 5000, '"x"', "1.2.3"]
)
def test_what_is_no_finite_plain_number_is_refused_in_json_too(number: str) -> None:
    assert said(FIGURE % (number, "null"))


def test_text_that_no_file_can_hold_is_refused(library_of: LibraryOf) -> None:
    text = FIGURE % ("1", '"\\ud800"')
    if not said(text):
        library_of(text)


def test_a_duplicate_key_in_json_is_told_with_its_place() -> None:
    text = '{"schema_version": 1,\n "name": "one",\n "name": "two"}'
    assert said(text) == ["layer1.yaml:3:2: name: duplicate key: it is already on line 2"]


def test_broken_json_is_told_with_its_place() -> None:
    (problem,) = said('{"schema_version": 1,\n "name": "one"\n "title": "two"}')
    assert problem.startswith("layer1.yaml:3:2: not YAML: ")


def test_what_does_not_fit_is_told_with_its_file_and_path() -> None:
    (problem,) = said(FIGURE % ('"fast"', "null"))
    assert problem.startswith("layer1.yaml:")
    assert problem.endswith(": occupations.1.figures[0].value: expected a number such as 78814 or 37.89, got 'fast'")


def test_a_reference_that_leads_nowhere_is_told_with_its_file_and_path() -> None:
    (problem,) = said((FIGURE % ("1", "null")).replace('"source": "page"', '"source": "gone"'))
    assert problem.startswith("layer1.yaml:")
    assert problem.endswith(": occupations.1.figures[0].source: no source 'gone'")


@pytest.mark.parametrize("depth", [45, 150, 300, 450, 900, 5000, 100_000])
def test_deep_json_is_refused_alone_and_over_another_layer(depth: int) -> None:
    text = '{"schema_version": 1, "name": "deep", "roles": ' + '{"a": ' * depth + "1" + "}" * depth + "}"
    assert said(text)
    assert said(text, text)


def test_a_layer_in_json_lies_over_one_in_yaml_and_the_other_way_round(small_text: str) -> None:
    layer = (
        '{"schema_version": 1, "roles": {"baker": {"title": "Ours", "levels": [{"id": "master", "title": "Grand"}]}}}'
    )
    for layers in ((small_text, layer), (as_json(small_text), "\n" + layer), (as_json(small_text), layer)):
        baker = read(*layers).roles["baker"]
        assert (baker.title, baker.levels[2].title, baker.levels[2].years) == ("Ours", "Grand", (5, 10))


def test_a_json_catalog_answers_a_question(small_text: str, tmp_path: Path, cache: Path) -> None:
    path = tmp_path / "catalog.json"
    path.write_text(as_json(small_text), "utf-8")
    for _ in range(2):
        assert titles(path) == ["Baker", "Pastry Chef", "Bakery Manager", "Flour Buyer"]
        age(cache)


@pytest.mark.parametrize(("key", "value"), [("period", "2024"), ("title", "30"), ("note", "true"), ("note", "1.50")])
def test_a_scalar_of_json_is_the_text_that_the_same_yaml_has(key: str, value: str) -> None:
    source = {"title": '"A page"', "kind": '"page"', key: value}
    pairs = ", ".join(f'"{name}": {text}' for name, text in source.items())
    text = f'{{"schema_version": 1, "name": "json", "sources": {{"page": {{{pairs}}}}}}}'
    assert read(text) == read("\n" + text)
    assert getattr(read(text).sources["page"], key) == value


def test_a_message_shows_the_number_that_was_seen() -> None:
    padding = " " * MAX_TRACED_BYTES
    (problem,) = said(f'{{"schema_version": 1, "name": "large",{padding} "families": {{"f": 2024}}}}')
    assert problem == "layer1.yaml: families.f: expected a mapping of keys, got the number 2024"


def test_the_nodes_of_a_sound_file_are_not_made_to_tell_the_fault_of_another(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = parse("sound.yaml", b"schema_version: 1\nname: a\n")
    faulty = parse("faulty.yaml", b"schema_version: 1\nname: a\nnmae: b\n")
    layers = merge([sound, faulty])
    with pytest.raises(CatalogInvalid, match=r"^faulty\.yaml:3:1: nmae: unknown key") as caught:
        read_catalog(layers)
    assert len(caught.value.problems) == 1
    assert ("root" in vars(faulty), "root" in vars(sound)) == (True, False)


@pytest.mark.parametrize(
    ("roles", "place"),
    [
        ({f"r{number}": {"title": "x" * 200} for number in range(20_001)}, "roles: more than 20,000 keys in one"),
        ({"r": {"title": "x", "summary": "x" * (17 << 20)}}, "roles.r: one entry of more than 16 MB"),
    ],
)
def test_large_json_is_refused_before_it_is_decoded(roles: dict[str, dict[str, str]], place: str) -> None:
    content = json.dumps({"schema_version": 1, "name": "a", "roles": roles}).encode()
    with pytest.raises(CatalogInvalid, match=f"^large.json: {place}"):
        parse("large.json", content, defer=True)


@pytest.mark.parametrize("size", [5, (1 << 20) - 1, 1 << 20, (1 << 20) + 1])
def test_what_is_not_utf8_is_named_wherever_it_stands(size: int) -> None:
    for end in (b"\xe9 x", b"\xc3"):
        with pytest.raises(CatalogInvalid, match=f"^a.yaml:1:{size + 1}: not UTF-8: byte"):
            parse("a.yaml", b"a" * size + end)
    parse("a.yaml", b"a: " + b"a" * (size - 4) + "é".encode())
