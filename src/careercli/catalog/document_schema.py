"""JSON Schema of a catalog file, for editors: it accepts what the loader accepts, as far as a schema can say it.

The loader reads every scalar as text and lets the model decide its type; an editor has typed the values of YAML before
it asks the schema. So a text may be a number there (`title: 2025`), and a number may be a text (`"12"`).
"""

import re
import typing
from types import UnionType
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec

from careercli import model
from careercli.catalog.merge_rules import FIGURE_KEYS, RECORD_KEYS
from careercli.catalog.references import without_ref
from careercli.json_schema import DIALECT, field_texts, own_texts

Schema: typing.TypeAlias = dict[str, Any]

_NUMBER = r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$"
_QUOTED_NUMBER: Schema = {"type": "string", "pattern": _NUMBER}
_ALIASES: dict[Any, tuple[str, Schema]] = {
    model.Text: ("Text", {"type": ["string", "number", "boolean"], "not": {"const": "-"}}),
    model.Id: ("Id", {"type": ["string", "integer", "boolean"], "minimum": 0}),
    model.PlaceId: ("PlaceId", {"type": ["string", "integer", "boolean"], "minimum": 0}),
    model.Place: ("Place", {"type": ["string", "integer", "boolean"], "not": {"const": "-"}}),
    model.Code: ("Code", {"type": ["string", "number", "boolean"], "not": {"const": "-"}}),
    model.Period: ("Period", {"type": ["string", "integer"], "minimum": 1000, "maximum": 9999}),
    model.Currency: ("Currency", {"type": "string"}),
    model.RangeUnit: ("RangeUnit", {"type": "string"}),
    model.Number: ("Number", {}),
    model.Amount: ("Amount", {}),
    model.Score: ("Score", {}),
}
"""The named types of the model, and what of YAML reads as them."""
_BOOLEAN: Schema = {
    "description": "true or false.",
    "anyOf": [
        {"type": "boolean"},
        {"enum": [0, 1]},
        {"type": "string", "pattern": "^(-?0|1|[tT][rR][uU][eE]|[fF][aA][lL][sS][eE])$"},
    ],
}
_MISSING: Schema = {
    "description": 'A missing value: nothing, null, ~ or "-". A null in quotes counts too.',
    "type": ["null", "string"],
    "pattern": "^(-|[nN][uU][lL][lL])$",
}
_MISSING_TEXT: Schema = {"description": 'A missing text: nothing, null, ~ or "-".', "enum": [None, "-"]}
_INTEGER = "A catalog for careercli in YAML. It is complete, or adds its own entries to other catalogs. "
_LAYER = (
    "A catalog for careercli in YAML that is added on top of others. An entry that a catalog below has may leave out "
    "what that catalog says. A schema cannot see whether a catalog below has it. "
)
_CANNOT = (
    "A schema cannot check everything. careercli catalog lint finds the rest: ids that do not exist, keys and ids that "
    "appear twice, figures and bands that make no sense, and roles that extend another role but leave out something it "
    "does not have. This schema accepts any number in quotes, even if it is not whole or is out of range. An editor "
    "reads a number by its value, careercli by its spelling. So .5, 007 and 0x1F are not numbers here, and a code or a "
    "period that begins with a zero or ends in .0 needs quotes. In a JSON catalog all text needs quotes."
)


def document_schema(*, layer: bool = False) -> Schema:
    """Return the schema of a whole catalog, or of a `layer` that leaves out what the catalogs below it say."""
    definitions = _Definitions()
    root = definitions.record(model.Catalog, partial=layer)
    if layer:
        root["required"] = ["schema_version"]
    return {
        "$schema": DIALECT,
        "title": "A careercli layer" if layer else "A careercli catalog",
        **root,
        "description": (_LAYER if layer else _INTEGER) + _CANNOT,
        "$defs": definitions.used_by(root),
    }


def schema_file(*, layer: bool = False) -> bytes:
    """Return the schema as the file that an editor reads."""
    return msgspec.json.format(msgspec.json.encode(document_schema(layer=layer)), indent=2) + b"\n"


class _Definitions:
    """The types of the model that a schema has come across, each written once."""

    def __init__(self) -> None:
        self.found: dict[str, Schema] = {}

    def record(self, kind: type[msgspec.Struct], *, partial: bool) -> Schema:
        """Return an object with a property for each field; in `part`, lower layers may have the required ones."""
        hints = typing.get_type_hints(kind, include_extras=True)
        texts = field_texts(kind)
        fields = msgspec.structs.fields(kind)
        return {
            "description": _one_line(kind.__doc__),
            "type": "object",
            "properties": {
                field.name: {"description": texts[field.name], **self._of(hints[field.name], field.name, part=partial)}
                for field in fields
            },
            "required": [] if partial else [field.name for field in fields if field.required],
            "additionalProperties": False,
        }

    def used_by(self, schema: Schema) -> dict[str, Schema]:
        """Return the definitions that a schema refers to, and all that these refer to, by name."""
        used: dict[str, Schema] = {}
        queue = _references(schema)
        for name in queue:
            if name not in used:
                used[name] = self.found[name]
                queue += _references(self.found[name])
        return dict(sorted(used.items()))

    def _of(self, expected: Any, key: str, *, part: bool) -> Schema:
        """Return the schema of a type that stands under `key`."""
        expected = without_ref(expected)
        alias = next((named for named in _ALIASES if named == expected), None)
        if alias is not None:
            return self._named(_ALIASES[alias][0], _alias(alias))
        if expected is bool:
            return self._named("Truth", _BOOLEAN)
        if isinstance(expected, type) and issubclass(expected, msgspec.Struct):
            return self._struct(expected, part=part)
        return self._compound(get_origin(expected), get_args(expected), key, part=part)

    def _compound(self, origin: Any, inner: tuple[Any, ...], key: str, *, part: bool) -> Schema:
        if origin is Literal:
            made: Schema = {"enum": [*inner, *(str(choice) for choice in inner if isinstance(choice, int))]}
        elif origin is dict:
            made = self._mapping(inner[0], inner[1], key, part=part)
        elif origin is tuple:
            made = self._list(inner, key, part=part)
        elif origin in (UnionType, typing.Union):
            made = self._optional(inner, key, part=part)
        else:
            made = {"anyOf": [_limited(*inner), _QUOTED_NUMBER]}
        return made

    def _named(self, name: str, schema: Schema) -> Schema:
        self.found[name] = schema
        return {"$ref": f"#/$defs/{name}"}

    def _struct(self, kind: type[msgspec.Struct], *, part: bool, identity: tuple[str, ...] = ()) -> Schema:
        """Return a reference to a record; its part, where that is another thing, bears another name."""
        name = kind.__name__
        if name not in self.found:
            self.found[name] = self.record(kind, partial=False)
        if not part:
            return {"$ref": f"#/$defs/{name}"}
        partial = self.record(kind, partial=True)
        partial["required"] = [key for key in self.found[name]["required"] if key in identity]
        return {"$ref": f"#/$defs/{name}"} if partial == self.found[name] else self._named(f"{name}InPart", partial)

    def _mapping(self, key_type: Any, value_type: Any, key: str, *, part: bool) -> Schema:
        value = self._of(value_type, key, part=part)
        if value_type is model.Role and not part:
            value = self._role(value)
        names = self._of(key_type, key, part=part)
        if key_type == model.Text:
            names = {"minLength": 1, "pattern": r"\S"}  # no key is a missing value
        return {"type": "object", "propertyNames": names, "additionalProperties": value}

    def _role(self, whole: Schema) -> Schema:
        """Return a role, of which what it takes up from another may be missing."""
        child = {**self._struct(model.Role, part=True), "required": ["title"]}
        extends = {"required": ["extends"], "properties": {"extends": {"not": {"enum": _MISSING_TEXT["enum"]}}}}
        return {"if": extends, "then": child, "else": whole}

    def _list(self, inner: tuple[Any, ...], key: str, *, part: bool) -> Schema:
        if inner[-1] is not Ellipsis:
            # Without `items: false`, which editors of older drafts would take for a list without any items.
            items = [self._of(one, key, part=part) for one in inner]
            return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
        identity = (RECORD_KEYS[key],) if key in RECORD_KEYS else FIGURE_KEYS.get(key)
        if part and identity:
            return {"type": "array", "items": self._struct(inner[0], part=True, identity=identity)}
        return {"type": "array", "items": self._of(inner[0], key, part=False)}

    def _optional(self, inner: tuple[Any, ...], key: str, *, part: bool) -> Schema:
        rest = tuple(option for option in inner if option is not type(None))
        whole = rest[0] if len(rest) == 1 else typing.Union[rest]  # noqa: UP007
        of_text = get_origin(whole) is Annotated and get_args(whole)[0] is str
        missing = self._named("MissingText", _MISSING_TEXT) if of_text else self._named("Missing", _MISSING)
        return {"anyOf": [self._of(whole, key, part=part), missing]}


def _references(schema: Schema) -> list[str]:
    """Return the names of the definitions that a schema refers to itself."""
    return re.findall(r'"#/\$defs/(\w+)"', msgspec.json.encode(schema).decode())


def _alias(alias: Any) -> Schema:
    """Return the definition of a named type of the model."""
    name, schema = _ALIASES[alias]
    described = {"description": own_texts(model)[name], **schema}
    if get_origin(alias) in (UnionType, typing.Union):
        limits = [_limited(*get_args(option)) for option in get_args(alias)]
        return {**described, "anyOf": [limits[-1], _QUOTED_NUMBER]}
    meta = get_args(alias)[1]
    if meta.pattern is not None:
        described["pattern"] = meta.pattern.replace(r"\Z", "$").replace(r"\d", "[0-9]")
    lengths = {"minLength": meta.min_length, "maxLength": meta.max_length}
    return {**described, **{key: length for key, length in lengths.items() if length is not None}}


def _limited(base: type, meta: msgspec.Meta) -> Schema:
    limits = {"minimum": meta.ge, "exclusiveMinimum": meta.gt, "maximum": meta.le, "exclusiveMaximum": meta.lt}
    return {
        "type": "integer" if base is int else "number",
        **{key: limit for key, limit in limits.items() if limit is not None},
    }


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())
