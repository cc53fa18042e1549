"""The JSON Schema of a catalog accepts what the loader accepts, and says of every key what it is."""

import contextlib
import copy
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_type_hints

import jsonschema
import msgspec
import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from careercli import model
from careercli.catalog.document_schema import document_schema
from careercli.errors import Problem
from careercli.json_schema import field_texts
from careercli.model import Catalog, Record
from tests.conftest import SMALL
from tests.unit.reading import CHECKOUT, problems_of
from tests.unit.strategies import Path as Steps
from tests.unit.strategies import Tree, as_tree, as_yaml, catalogs, changed, places_in

WHOLE, LAYER = document_schema(), document_schema(layer=True)
MISSING = "the key '"
HEAD: dict[str, Tree] = {"schema_version": 1, "name": "x"}
LEVEL: dict[str, Tree] = {"id": "one", "title": "One", "track": "ic", "source": "us"}
ROLE: dict[str, Tree] = {"title": "Baker", "family": "shelf", "summary": "Bakes."}

TEXTS = (
    *("-", "null", "Null", "nULL", "~", "", "x", "X", "a b", "-x", "a-b", "a@b", "A@b", "USD", "years", "p10", "[]"),
    *("1", "01", "1.", ".5", "+1", " 1", "1_0", "NaN", "0x1", "1e", "1e0", "10e-1", "1.0", "1\n", "٣", "true", "tRuE"),
    *("2025-05", "2024-34", "2025-5", "11-2022", "0110", "NO", "a" * 120, "a" * 121, "é", "\u2028"),
    *("exact", "must", "ic", "official", "growth", "year", "management", "skill", "education", "soc-2018", "rpp"),
)
NUMBERS = (0, 1, 2, 7, 8, 100, 101, -1, 999, 1000, 2025, 9999, 10_000, 10**12, 10**12 + 1, -(10**12) - 1)
FRACTIONS = (0.5, 1.5, 7.5, 99.5, 100.5, -0.5, 3.14159)
LISTS: tuple[Any, ...] = (
    *([], [1], [1, 2], [1, None], [None, 1], [1, 2, 3], ["a", 1], ["a", "b"], [None], ["-"], [[]], [{}], ["", "a"]),
    *([{"title": "T"}], [{"skill": "s", "need": "must"}]),
)
MAPPINGS: tuple[Any, ...] = (
    *({}, {"a": "b"}, {"a": 1}, {"": "b"}, {"p10": 1}, {"p10": -1}, {"a": None}, {"A b": ["c"]}, {"-": "b"}, {"x": {}}),
    *({"title": "T"}, {"a": {"title": "T"}}, {"unit": "weeks"}),
)
POOL: list[Tree] = [None, True, False, *TEXTS, *NUMBERS, *FRACTIONS, *LISTS, *MAPPINGS]
"""Values of all types. What a schema cannot see of numbers is left out here and told apart below: numbers in quotes are
whole and 1, so that they fit wherever a number fits, and plain ones are spelled in the one way that PyYAML writes."""
VALUES = st.sampled_from(POOL) | st.text(max_size=4)
RECORDS = {kind.__name__: kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, Record)}
CHANGES = st.lists(
    st.tuples(st.randoms(use_true_random=False), st.sampled_from(["replace", "remove", "add"]), VALUES), max_size=3
)


def _ecma(_: Any, pattern: str, instance: object, __: object) -> Iterator[jsonschema.ValidationError]:
    """Match as editors do: `$` is the end, and not what comes before the last line break as in Python."""
    if isinstance(instance, str) and not re.search(pattern.replace("$", r"\Z"), instance):
        yield jsonschema.ValidationError(f"{instance!r} does not match {pattern!r}")


VALIDATOR = jsonschema.validators.extend(  # type: ignore[no-untyped-call]
    jsonschema.Draft202012Validator, {"pattern": _ecma}
)


def refused(tree: Tree, schema: dict[str, Any] = WHOLE) -> bool:
    """Say whether the schema refuses a document."""
    return not VALIDATOR(schema).is_valid(tree)


def of_types(problems: list[Problem]) -> list[str]:
    """Return those problems that are about types and keys, not about what names what."""
    messages = (problem.message for problem in problems)
    return [message for message in messages if message.startswith(("expected ", "unknown key", MISSING))]


def has_heirs(tree: Tree) -> bool:
    """Say whether a role takes something up from another."""
    roles = tree.get("roles") if isinstance(tree, dict) else None
    entries = roles.values() if isinstance(roles, dict) else ()
    return any(isinstance(role, dict) and role.get("extends") not in (None, "-", "") for role in entries)


def data_of(catalog: Catalog) -> dict[str, Tree]:
    """Return a catalog as plain data."""
    tree: dict[str, Tree] = msgspec.json.decode(msgspec.json.encode(catalog))
    return tree


def with_changes(catalog: Catalog, changes: list[tuple[Any, str, Tree]]) -> dict[str, Tree]:
    """Return a catalog's data with some values replaced, left out or added."""
    tree = data_of(catalog)
    for random, change, value in changes:
        with contextlib.suppress(KeyError, IndexError, TypeError):  # an earlier change took the place away
            changed(tree, random.choice(places_in(tree)), change, value)
    return tree


class CoreLoader(yaml.CSafeLoader):
    """Types as YAML 1.2 and editors have them: no dates, and `NO` is a text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 (as PyYAML declares it)


for _tag, _pattern in (
    ("null", r"(~|null|Null|NULL|)$"),
    ("bool", r"(true|True|TRUE|false|False|FALSE)$"),
    ("int", r"([-+]?[0-9]+|0x[0-9a-fA-F]+)$"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$"),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), None)


def typed(text: str) -> Tree:
    """Return a text of YAML as an editor reads it."""
    tree: Tree = yaml.load(text, CoreLoader)
    return tree


# ---- both ways ----


def takes(kind: type[Record], field: str, value: Tree) -> bool:
    """Say whether the loader takes what a YAML file has for a field."""
    plain = as_tree(as_yaml({"value": value}))
    try:
        msgspec.convert(plain["value"], get_type_hints(kind, include_extras=True)[field], strict=False)  # type: ignore[call-overload,index]
    except msgspec.ValidationError:
        return False
    return True


@pytest.mark.parametrize("name", [name for name in RECORDS if name != "Record"])
def test_each_key_takes_the_values_that_the_loader_takes_and_no_other(name: str) -> None:
    kind = RECORDS[name]
    record = WHOLE if kind is Catalog else WHOLE["$defs"][name]
    for key, schema in record["properties"].items():
        validator = VALIDATOR({**schema, "$defs": WHOLE["$defs"]})
        wrong = [value for value in POOL if validator.is_valid(value) != takes(kind, key, value)]
        assert not wrong, key


@settings(max_examples=25)
@given(catalogs())
def test_what_the_model_allows_both_accept(catalog: Catalog) -> None:
    tree = data_of(catalog)
    assert not of_types(problems_of(as_yaml(tree)))
    assert not refused(tree)


@settings(max_examples=50)
@given(catalogs(), CHANGES)
def test_what_is_changed_both_accept_or_both_refuse(catalog: Catalog, changes: list[tuple[Any, str, Tree]]) -> None:
    tree = with_changes(catalog, changes)
    assume(not has_heirs(tree))
    assert refused(tree) == bool(of_types(problems_of(as_yaml(tree))))


@settings(max_examples=30)
@given(catalogs(), CHANGES)
def test_of_a_role_that_takes_something_up_only_a_missing_key_is_overlooked(
    catalog: Catalog, changes: list[tuple[Any, str, Tree]]
) -> None:
    tree = with_changes(catalog, changes)
    roles = tree.get("roles")
    assume(isinstance(roles, dict) and all(isinstance(role, dict) for role in roles.values()))
    for role in roles.values() if isinstance(roles, dict) else ():
        if isinstance(role, dict):
            role["extends"] = "nobody-knows"
    problems = problems_of(as_yaml(tree))
    assert not refused(tree) or problems
    assert refused(tree) or all(message.startswith(MISSING) for message in of_types(problems))


@settings(max_examples=30)
@given(catalogs(), CHANGES)
def test_of_a_layer_over_a_whole_catalog_only_a_missing_key_is_overlooked(
    catalog: Catalog, changes: list[tuple[Any, str, Tree]]
) -> None:
    whole = data_of(catalog)
    layer = with_changes(catalog, changes)
    found = of_types(problems_of(as_yaml(whole), as_yaml(layer)))
    assert not refused(layer, LAYER) or found, (
        changes,
        [e.message[:300] + str(list(e.absolute_path)) for e in VALIDATOR(LAYER).iter_errors(layer)],
    )
    assert refused(layer, LAYER) or all(message.startswith(MISSING) for message in found)


def _parts(tree: Tree) -> list[Steps]:
    """Return the places of keys that a layer may leave out because it names the record that has them."""
    kept = {"id", "skill", "code", "source", "schema_version"}
    in_lists = {
        "feeders", "questions", "tasks", "ratings", "shares", "related", "pay", "figures", "training", "moves",
        "parities", "wage_levels",
    }  # fmt: skip
    places = [steps for steps in places_in(tree) if steps[-1] not in kept and isinstance(steps[-1], str)]
    return [steps for steps in places if in_lists.isdisjoint(steps)]


@settings(max_examples=30)
@given(catalogs(), st.lists(st.randoms(use_true_random=False), max_size=20))
def test_a_layer_may_leave_out_what_a_record_below_it_says(catalog: Catalog, randoms: list[Any]) -> None:
    whole = data_of(catalog)
    layer = copy.deepcopy(whole)
    for random in randoms:
        if places := _parts(layer):
            changed(layer, random.choice(places), "remove", None)
    assert not of_types(problems_of(as_yaml(whole), as_yaml(layer)))
    assert not refused(layer, LAYER)


# ---- what it says of the keys ----


@pytest.mark.parametrize("schema", [WHOLE, LAYER], ids=["whole", "layer"])
def test_it_is_a_schema_of_draft_2020_12(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("schema", [WHOLE, LAYER], ids=["whole", "layer"])
def test_every_type_and_every_key_is_described(schema: dict[str, Any]) -> None:
    for name, part in {"": schema, **schema["$defs"]}.items():
        assert part["description"], name
        for key, value in part.get("properties", {}).items():
            assert value["description"], f"{name}.{key}"


def test_every_key_of_the_model_is_in_it_with_what_its_docstring_says() -> None:
    role = WHOLE["$defs"]["Role"]["properties"]
    texts = field_texts(msgspec.structs.fields(Catalog)[-1].type.__args__[1])
    assert {key: value["description"] for key, value in role.items()} == texts


@pytest.mark.parametrize("schema", [WHOLE, LAYER], ids=["whole", "layer"])
def test_no_definition_is_left_over(schema: dict[str, Any]) -> None:
    named = set(re.findall(r"#/\$defs/(\w+)", str(schema)))
    assert named == set(schema["$defs"])


# ---- catalogs that there are ----


@pytest.mark.parametrize("path", [SMALL, SMALL.parent / "nasty.yaml"], ids=lambda path: path.name)
def test_a_catalog_that_stands_alone_fits(path: Path) -> None:
    assert not [error.message for error in VALIDATOR(WHOLE).iter_errors(typed(path.read_text("utf-8")))]


@pytest.mark.parametrize("name", ["roles.yaml", "roles/software.yaml", "roles/data-and-ai.yaml"])
def test_the_embedded_catalogs_fit_as_layers(name: str) -> None:
    tree = typed((CHECKOUT / "data" / name).read_text("utf-8"))
    assert not [error.message for error in VALIDATOR(LAYER).iter_errors(tree)]


# ---- one by one ----


def role_with(**keys: Tree) -> dict[str, Tree]:
    """Return a catalog with one role and these keys in it."""
    sources: Tree = {"us": {"title": "Us", "kind": "company"}}
    families: Tree = {"shelf": {"title": "Shelf"}}
    return {**HEAD, "sources": sources, "families": families, "roles": {"baker": {**ROLE, **keys}}}


@pytest.mark.parametrize(
    ("keys", "fits"),
    [
        ({"title": 2025}, True),
        ({"title": True}, True),
        ({"title": 1.5}, True),
        ({"title": "-"}, False),
        ({"title": ""}, False),
        ({"title": None}, False),
        ({"summary": "null"}, True),
        ({"progression": "-"}, True),
        ({"progression": None}, True),
        ({"progression": ""}, False),
        ({"levels": None}, False),
        ({"environment": None}, True),
        ({"environment": "-"}, True),
        ({"abstract": "yes"}, False),
        ({"abstract": "TRUE"}, True),
        ({"abstract": 1}, True),
        ({"glossary": {"CRM": "A person.", "-": "A dash."}}, True),
        ({"glossary": {"": "Nothing."}}, False),
        ({"levels": [{**LEVEL}]}, True),
        ({"levels": [{**LEVEL, "years": [0, None]}]}, True),
        ({"levels": [{**LEVEL, "years": ["2", "-"]}]}, True),
        ({"levels": [{**LEVEL, "years": [2]}]}, False),
        ({"levels": [{**LEVEL, "years": [2, 3, 4]}]}, False),
        ({"levels": [{**LEVEL, "years": [-2, 3]}]}, False),
        ({"levels": [{**LEVEL, "years": [None, 3]}]}, False),
        ({"levels": [{**LEVEL, "years": None}]}, True),
        ({"levels": [{**LEVEL, "track": "IC"}]}, False),
        ({"levels": [{"id": "one"}]}, False),
        ({"extends": "pastry-chef", "levels": [{"id": "one"}]}, True),
        ({"extends": None, "levels": [{"id": "one"}]}, False),
        ({"extends": "-", "levels": [{"id": "one"}]}, False),
        ({"extends": ""}, False),
    ],
    ids=str,
)
def test_a_value_fits_or_it_does_not(keys: dict[str, Tree], fits: bool) -> None:
    tree = role_with(**keys)
    assert refused(tree) is not fits
    found = problems_of(as_yaml(tree))
    assert bool(of_types(found)) is not fits


@pytest.mark.parametrize(
    ("period", "fits"),
    [
        *(("2025", True), ("2025-05", True), ("2025-05-01", True), ('"2025"', True)),
        *(("25", False), ("2025.5", False), ('"20251"', False), ("20251", False)),
    ],
)
def test_a_period_needs_no_quotes(period: str, fits: bool) -> None:
    text = f"schema_version: 1\nname: x\nsources: {{us: {{title: Us, kind: company, period: {period}}}}}\n"
    assert bool(problems_of(text)) is not fits
    assert refused(typed(text)) is not fits


def test_a_role_that_takes_something_up_needs_a_title_and_nothing_else() -> None:
    child: dict[str, Tree] = {"title": "Pastry Chef", "extends": "baker"}
    tree = role_with()
    roles = tree["roles"]
    assert isinstance(roles, dict)
    roles["pastry-chef"] = child
    assert not refused(tree)
    assert not problems_of(as_yaml(tree))
    roles["pastry-chef"] = {"extends": "baker"}
    assert refused(tree)
    assert of_types(problems_of(as_yaml(tree))) == ["the key 'title' is missing"]
    roles["pastry-chef"] = {**child, "levels": [{"title": "One"}]}
    assert refused(tree)
    assert "the key 'id' is missing" in of_types(problems_of(as_yaml(tree)))


def test_a_layer_needs_its_version_and_the_names_of_the_records_that_it_extends() -> None:
    levels: Tree = [{"id": "one", "duties": ["Sells bread."]}]
    assert not refused({"schema_version": 1, "roles": {"baker": {"levels": levels}}}, LAYER)
    assert refused({"roles": {"baker": {"levels": levels}}}, LAYER)
    assert refused({"schema_version": 1, "roles": {"baker": {"levels": [{"duties": ["Sells bread."]}]}}}, LAYER)
    assert refused({"schema_version": 1, "roles": {"baker": {"entry": {"feeders": [{"why": "Near."}]}}}}, LAYER)


@pytest.mark.parametrize(
    ("text", "loader_refuses"),
    [
        ("sources: {us: {title: Us, kind: company, period: 2025.0}}", True),
        ("sources: {us: {title: Us, kind: company, period: 0777}}", False),
        ("places: {US: {title: US, parities: [{kind: rpp, value: 0x1, period: 2025, source: us}]}}", True),
        ("places: {US: {title: US, parities: [{kind: rpp, value: '-1', period: 2025, source: us}]}}", True),
        ("places: {US: {title: US, parities: [{kind: rpp, value: .5, period: 2025, source: us}]}}", True),
    ],
)
def test_what_the_schema_owns_that_it_cannot_say_is_the_spelling_and_quoted_range_of_numbers(
    text: str, loader_refuses: bool
) -> None:
    whole = f"schema_version: 1\nname: x\n{text}\n"
    tree = typed(whole)
    assert bool(of_types(problems_of(whole))) is loader_refuses
    assert refused(tree) is not loader_refuses
    assert "spelling" in WHOLE["description"]
    assert "in quotes" in WHOLE["description"]
