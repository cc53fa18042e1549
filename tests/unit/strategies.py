"""Catalogs, broken catalogs and noise for hypothesis, drawn from the model's own types."""

import copy
import typing
from types import UnionType
from typing import Any, Literal, TypeAlias, get_args, get_origin

import msgspec
import yaml
from hypothesis import strategies as st

from careercli import model
from careercli.catalog.references import without_ref
from careercli.catalog.yaml_reader import parse

Tree: TypeAlias = "bool | int | float | str | list[Tree] | dict[str, Tree] | None"
Path: TypeAlias = tuple[str | int, ...]

SKILLS = ("baking", "selling")
CODES = ("0110", "51-3011", "NO")
ROLES = ("baker", "seller", "x-9")
PLACES = ("US", "NA", "NO", "latin-america")
IDS = ("page", "b-2", "9")
"""What every drawn source and family is called, so that most references lead somewhere."""

_TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8).filter(
    lambda text: text != "-" and not text.isspace()
)
_IDS = st.sampled_from(IDS)
_NUMBERS = st.integers(0, 10**12) | st.floats(0, 1e12)
_BY_ALIAS: dict[Any, st.SearchStrategy[Any]] = {
    model.Id: _IDS,
    model.Text: _TEXT,
    model.Number: st.integers(-(10**12), 10**12) | st.floats(-1e12, 1e12),
    model.Amount: _NUMBERS,
    model.Score: st.integers(0, 100) | st.floats(0, 100),
    model.Currency: st.sampled_from(["USD", "NOK"]),
    model.PlaceId: st.sampled_from(PLACES),
    model.Code: st.sampled_from(CODES),
    model.Period: st.sampled_from(["2025", "2025-05", "2025-05-01", "2024-34"]),
    model.Place: st.sampled_from([*ROLES, "baker@one"]),
}


def of_type(expected: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for everything that a type of the model allows, references not looked at."""
    expected = without_ref(expected)
    known = next((strategy for alias, strategy in _BY_ALIAS.items() if alias == expected), None)
    if known is None and isinstance(expected, type):
        known = st.booleans() if expected is bool else record(expected)
    return _compound(get_origin(expected), get_args(expected)) if known is None else known


def _compound(origin: Any, inner: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    if origin is Literal:
        found: st.SearchStrategy[Any] = st.sampled_from(inner)
    elif origin is dict:
        found = st.dictionaries(of_type(inner[0]), of_type(inner[1]), max_size=2)
    elif origin is tuple:
        endless = inner[-1] is Ellipsis
        found = st.lists(of_type(inner[0]), max_size=2).map(tuple) if endless else st.tuples(*map(of_type, inner))
    elif origin in (UnionType, typing.Union):
        rest = tuple(option for option in inner if option is not type(None))
        found = st.none() | of_type(rest[0] if len(rest) == 1 else typing.Union[rest])  # noqa: UP007
    else:
        found = _restricted(*inner)
    return found


def _restricted(base: type, meta: msgspec.Meta) -> st.SearchStrategy[Any]:
    if base is str:
        return st.from_regex(str(meta.pattern).replace("\\Z", ""), fullmatch=True)
    low = meta.ge if meta.ge is not None else meta.gt
    low, high = (0 if low is None else low), (10**6 if meta.le is None else meta.le)
    return st.integers(int(low), int(high)) if base is int else st.floats(low, high, exclude_min=meta.gt is not None)


def record(kind: type[msgspec.Struct]) -> st.SearchStrategy[Any]:
    """Return a strategy for records of a kind: every required field, any of the others."""
    hints = typing.get_type_hints(kind, include_extras=True)
    fields = msgspec.structs.fields(kind)
    must = {field.name: of_type(hints[field.name]) for field in fields if field.required}
    may = {field.name: of_type(hints[field.name]) for field in fields if not field.required}
    return st.fixed_dictionaries(must, optional=may).map(lambda values: kind(**values))


@st.composite
def catalogs(draw: st.DrawFn) -> model.Catalog:
    """Draw a catalog that can be indexed: what its roles ask of skills and occupations is there."""
    roles = {}
    for role_id in draw(st.lists(st.sampled_from(ROLES), min_size=1, unique=True)):
        role = draw(_ROLES)
        skills = tuple(msgspec.structs.replace(skill, skill=draw(st.sampled_from(SKILLS))) for skill in role.skills)
        roles[role_id] = msgspec.structs.replace(role, skills=skills, abstract=False)
    return model.Catalog(
        schema_version=1,
        name="drawn",
        sources={source: draw(_SOURCES) for source in draw(st.permutations(IDS))},
        places={place: draw(_PLACES) for place in draw(st.permutations(PLACES))},
        families={family: draw(_FAMILIES) for family in draw(st.permutations(IDS))},
        skills={skill: draw(_SKILLS) for skill in draw(st.permutations(SKILLS))},
        occupations={code: draw(_OCCUPATIONS) for code in draw(st.permutations(CODES))},
        roles=roles,
    )


_ROLES, _SOURCES = of_type(model.Role), of_type(model.Source)
_SKILLS, _OCCUPATIONS = of_type(model.Skill), of_type(model.Occupation)
_PLACES, _FAMILIES = of_type(model.PlaceName), of_type(model.Family)

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
KEYS = st.sampled_from(["schema_version", "name", "roles", "skills", "sources", "title", "pay", "levels", "baker"])
TREES: st.SearchStrategy[Tree] = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | st.text(max_size=5), inner, max_size=4)
)


def as_yaml(tree: Tree) -> str:
    """Return the tree as YAML, emitted by PyYAML."""
    return yaml.dump(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)


def as_tree(text: str) -> Tree:
    """Return YAML as plain data in which every scalar is text or missing."""
    return copy.deepcopy(parse("text.yaml", text.encode()).data)  # type: ignore[return-value]  # lists are invariant


def places_in(tree: Tree, path: Path = ()) -> list[Path]:
    """Return the path of everything below the root."""
    pairs: list[tuple[str | int, Tree]] = []
    if isinstance(tree, dict):
        pairs = list(tree.items())
    elif isinstance(tree, list):
        pairs = list(enumerate(tree))
    return [found for key, inner in pairs for found in [(*path, key), *places_in(inner, (*path, key))]]


def changed(tree: Tree, path: Path, change: str, value: Tree) -> None:
    """Put a value in the place, take the place away, or put the value under a new key or position beside it."""
    parent: Any = tree
    for step in path[:-1]:
        parent = parent[step]
    if change == "remove":
        del parent[path[-1]]
    elif change == "add" and isinstance(parent, dict):
        parent[str(value)[:8]] = value
    elif change == "add":
        parent.append(value)
    else:
        parent[path[-1]] = value
