"""Where a ladder of another form keeps what a catalog has: a small YAML file of paths, and the walk along a path.

Paths are written as those of files: `name` goes to a key, `*` to each entry of a list or a mapping, `..` to what holds
it, `.` stays, `@` is the key, or the position counted from 1, under which it stands, and a number is the entry of a
list at that position. A path under `each` begins at the top of the ladder, the others of its group where that leads.
"""

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Literal, NamedTuple

import msgspec

from careercli.catalog.yaml_builder import Plain
from careercli.catalog.yaml_reader import parse, parse_list, read_bytes
from careercli.errors import CatalogInvalid, ImportProblem
from careercli.model import Currency, Period, PlaceId, Track

DOCUMENTED = "See what a ladder and its mapping look like: docs/ladders.md"
_FRONT_MATTER = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n(.*?\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_OF_CATALOGS = ("a catalog is a mapping", "the file is empty")
"""How refusals begin that speak of catalogs."""

Path = Annotated[str, msgspec.Meta(min_length=1)]
Text = Annotated[str, msgspec.Meta(min_length=1)]


class _Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a mapping; what is left out, the ladder does not have."""


class LevelsMap(_Part, frozen=True):
    """Where the levels are, from the first step up."""

    each: Path
    id: Path
    """What competencies call the level."""
    title: Path | None = None
    """The id, where it is left out."""
    track: Path | None = None
    """What says the track, by the words of `management`; the title, where it is left out."""
    years: Path | None = None
    """Years of experience: `2-5`, `8+` or a list of two numbers."""
    after: Path | None = None
    """The ids of the levels that lead here; where it is left out, the order of the list says it."""
    autonomy: Path | None = None
    impact: Path | None = None
    focus: Path | None = None
    pay_from: Path | None = None
    """Where pay on the level begins; what currency and place it is in, `pay` says."""
    pay_to: Path | None = None


class RolesMap(_Part, frozen=True):
    """Where the ladders of a file with several are; all other paths begin at one of them."""

    each: Path


class PayMap(_Part, frozen=True):
    """What the pay of all levels is; texts, not paths."""

    place: PlaceId
    currency: Currency
    place_title: Text | None = None
    """What the place is called; known of the United States and of its states."""
    per: Literal["year", "month", "hour"] = "year"
    components: Literal["base", "total"] | None = None


class AreasMap(_Part, frozen=True):
    """Where the areas of competence are, in their order."""

    each: Path
    id: Path
    title: Path | None = None


class CompetenciesMap(_Part, frozen=True):
    """Where the competencies are: what is expected on a level, in one area."""

    each: Path
    level: Path
    text: Path
    area: Path | None = None
    details: Path | None = None
    """Examples and the like, which are put behind the text."""


class SourceMap(_Part, frozen=True):
    """What the ladder's files do not say of themselves; texts, not paths."""

    title: Text | None = None
    publisher: Text | None = None
    licence: Text | None = None
    address: Text | None = None
    period: Period | None = None


class LadderMap(_Part, frozen=True):
    """Where everything is."""

    levels: LevelsMap
    roles: RolesMap | None = None
    """The whole file is one ladder, where it is left out."""
    pay: PayMap | None = None
    competencies: CompetenciesMap | None = None
    areas: AreasMap | None = None
    title: Path | None = None
    """The name of the file, where it is left out."""
    summary: Path | None = None
    branches: dict[Text, Track] = {}
    """Endings of the ids of levels that stand side by side, as `-ic`, with the track of each."""
    management: tuple[Text, ...] = ()
    """Words by which a level of the management track is known; all others are ic."""
    known_by: tuple[Text, ...] = ()
    """The keys at the top of a ladder of this form; mappings that come with the program are chosen by them."""
    source: SourceMap = SourceMap()


class LadderNode(NamedTuple):
    """A value of a ladder, and where it stands."""

    value: Plain
    key: str = ""
    """The key, or the position counted from 1."""
    parent: "LadderNode | None" = None


def select_nodes(start: LadderNode, path: str) -> list[LadderNode]:
    """Return what a path leads to from a value, nothing where it leads nowhere."""
    found = [start]
    for step in path.split("/"):
        found = [node for one in found for node in _step(one, step)]
    return found


def _step(node: LadderNode, step: str) -> Iterator[LadderNode]:
    if step == ".":
        yield node
    elif step == "..":
        yield from (node.parent,) if node.parent else ()
    elif step == "@":
        yield LadderNode(node.key, "", node)
    elif step == "*" and isinstance(node.value, list):
        yield from (LadderNode(value, str(position), node) for position, value in enumerate(node.value, start=1))
    elif step == "*" and isinstance(node.value, dict):
        yield from (LadderNode(value, key, node) for key, value in node.value.items())
    elif isinstance(node.value, dict) and step in node.value:
        yield LadderNode(node.value[step], step, node)
    elif isinstance(node.value, list) and step.isascii() and step.isdigit() and 0 < int(step) <= len(node.value):
        yield LadderNode(node.value[int(step) - 1], step, node)


def parse_yaml(name: str, content: bytes) -> dict[str, Plain]:
    """Return the data of a YAML file; raise ImportProblem where it is none, or can be read in two ways."""
    try:
        document = parse(name, content)
    except CatalogInvalid as error:
        problem = error.problems[0]
        if problem.message.startswith(_OF_CATALOGS):
            problem = problem._replace(message="expected a mapping of keys")
        raise ImportProblem(str(problem), hint=DOCUMENTED) from None
    if document.problems:
        raise ImportProblem(str(document.problems[0]), hint=DOCUMENTED)
    return document.data


def parse_ladder(name: str, content: bytes) -> dict[str, Plain] | list[Plain]:
    """Return the data of a ladder, which may be a list; raise ImportProblem as `parse_yaml` does.

    Of Markdown, the front matter is the ladder: YAML between two lines of `---` at the top of the file.
    """
    if is_markdown(name):
        found = _FRONT_MATTER.match(content)
        if found is None:
            raise ImportProblem(f"{name}: no YAML between two lines of --- at the top", hint=DOCUMENTED)
        content = b"\n" + found[1]  # lines keep their numbers
    try:
        entries = parse_list(name, content) if not content.lstrip().startswith(b"{") else None
    except CatalogInvalid as error:
        raise ImportProblem(str(error.problems[0]), hint=DOCUMENTED) from None
    return parse_yaml(name, content) if entries is None else entries


def is_markdown(name: str) -> bool:
    """Say whether a file is Markdown, by its name."""
    return name.casefold().endswith((".md", ".markdown"))


def read_map(path: str) -> LadderMap:
    """Return the mapping in a file; raise ImportProblem where it is none."""
    try:
        form = msgspec.convert(parse_yaml(path, read_bytes(path)), LadderMap, strict=False)
    except CatalogInvalid as error:
        raise ImportProblem(str(error.problems[0]), hint=DOCUMENTED) from None
    except msgspec.ValidationError as error:
        raise ImportProblem(f"{path}: not a mapping for a ladder: {error}", hint=DOCUMENTED) from None
    if form.pay is None and (form.levels.pay_from or form.levels.pay_to):
        message = "levels have pay, but the mapping does not say in which place and currency"
        raise ImportProblem(
            f"{path}: {message}", hint="Add to the mapping, for example: pay: {place: US, currency: USD}"
        )
    return form


def bundled_map(data: Mapping[str, Plain]) -> LadderMap | None:
    """Return the mapping that comes with the program for a ladder of this form, None where there is none."""
    return next((form for form in _known_forms() if all(key in data for key in form.known_by)), None)


@cache
def _known_forms() -> tuple[LadderMap, ...]:
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "ladder_forms")
    return tuple(read_map(os.path.join(folder, name)) for name in sorted(os.listdir(folder)) if name.endswith(".yaml"))
