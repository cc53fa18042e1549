"""The reference of the JSON in docs/formats.md is written from the types, and every field in it is described.

UPDATE_DOCS=1 writes it; read the difference before you keep it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from careercli.answers.shared.flat_records import schema_of_answer
from careercli.cli.schema import SCHEMA_COMMANDS, view_type
from tests.references import held_against_the_document

DOCUMENT = Path(__file__).parents[2] / "docs" / "formats.md"
MARK = "<!-- What follows is written from the types by tests/docs/test_json_reference.py. -->\n"
SCHEMAS = {command: schema_of_answer(view_type(command), command) for command in SCHEMA_COMMANDS}


def reference() -> str:
    """Return a table of the fields of each command, then one of each object that several commands have."""
    counts = Counter(name for schema in SCHEMAS.values() for name in schema["$defs"])
    text = ""
    for command, schema in SCHEMAS.items():
        own = [name for name in _in_order(schema) if counts[name] == 1]
        text += f"\n## careercli {command}\n"
        text += "".join(_table(name, schema["$defs"][name], top=name == own[0]) for name in own)
    shared = {
        name: schema["$defs"][name] for schema in SCHEMAS.values() for name in schema["$defs"] if counts[name] > 1
    }
    return f"{text}\n## Objects that several commands have\n" + "".join(
        _table(name, shared[name], top=False) for name in sorted(shared)
    )


def _in_order(schema: dict[str, Any]) -> list[str]:
    """Return the types of an answer, each behind the one that first names it."""
    found: dict[str, None] = {}

    def walk(name: str) -> None:
        if name not in found:
            found[name] = None
            for other in re.findall(r"#/\$defs/(\w+)", str(schema["$defs"][name]["properties"])):
                walk(other)

    walk(schema["$ref"].rpartition("/")[2])
    return list(found)


def _table(name: str, kind: dict[str, Any], *, top: bool) -> str:
    title = "" if top else f"\n### {name}\n"
    told = f"\n{_cell(' '.join(kind.get('description', '').split()))}\n"
    rows = "".join(
        f"| `{key}` | {_kind(field)} | {_cell(field.get('description', ''))} |\n"
        for key, field in kind["properties"].items()
    )
    return f"{title}{told}\n| key | type | what it is |\n|---|---|---|\n{rows}"


def _kind(field: dict[str, Any]) -> str:
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in field:
        kinds = dict.fromkeys(map(_kind, field["anyOf"]))
        return " or ".join(kinds)
    if "enum" in field:
        return "text"
    if field["type"] == "array":
        items = field.get("items")
        return f"list of {_kind(items)}" if isinstance(items, dict) else "list"
    if field["type"] == "object":
        return f"object of {_kind(field['additionalProperties'])} by name"
    return {"string": "text", "boolean": "truth", "null": "null"}.get(str(field["type"]), "number")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _undescribed() -> Iterator[str]:
    for command, schema in SCHEMAS.items():
        for name, kind in schema["$defs"].items():
            yield from (
                f"{command}: {name}.{key}" for key, field in kind["properties"].items() if not field.get("description")
            )


def test_every_field_of_every_answer_is_described() -> None:
    assert sorted(_undescribed()) == []


def test_the_reference_is_that_of_the_types() -> None:
    held_against_the_document(DOCUMENT, MARK, reference())


def test_a_key_has_one_type_in_all_answers() -> None:
    kinds: dict[str, set[str]] = {}
    for schema in SCHEMAS.values():
        for kind in schema["$defs"].values():
            for key, field in kind["properties"].items():
                kinds.setdefault(key, set()).add(_same_for_scripts(_kind(field)))
    assert {key: sorted(found) for key, found in kinds.items() if len(found) > 1} == {}


def _same_for_scripts(kind: str) -> str:
    """Return the type without null; lists of objects are one type, their objects have tables of their own."""
    told = " or ".join(part for part in kind.split(" or ") if part != "null")
    return re.sub(r"list of \[.*", "list of objects", told)
