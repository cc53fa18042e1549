"""Large layers -> a checked catalog, one occupation at a time: an official survey in plain data fills the memory.

The result is what validate.read_catalog makes of the same layers. Anything unusual is left to it, because only there is
every problem explained.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias, TypeVar

import msgspec

from careercli.catalog.layers import Layers
from careercli.catalog.merge_rules import merge_mappings
from careercli.catalog.references import broken_figures, broken_references
from careercli.catalog.stand_in_titles import with_title
from careercli.catalog.validate import with_numbers_as_text
from careercli.catalog.yaml_builder import Plain
from careercli.model import Catalog, Code, Occupation

Converted = TypeVar("Converted", Catalog, Occupation)
TakeOccupation: TypeAlias = Callable[[Catalog, str, Occupation], Occupation]
"""Is given the catalog without its occupations, a code and all that is said of it; returns what stays in memory."""


def read_streamed(layers: Layers, take: TakeOccupation) -> Catalog | None:
    """Return the catalog with what `take` leaves of each occupation, None where anything is wrong."""
    if any(document.problems for document in layers.documents):
        return None
    if any("schema_version" not in document.data for document in layers.documents[1:]):
        return None
    occupations: dict[str, Occupation] = {}
    try:
        head = _convert({key: value for key, value in layers.data.items() if key != "occupations"}, Catalog)
        for code in _codes(layers):
            occupation = with_title(code, _occupation(layers, msgspec.convert(code, Code)))
            if next(broken_figures(head, code, occupation), None) is not None:
                return None
            occupations[code] = take(head, code, occupation)
    except (msgspec.ValidationError, msgspec.DecodeError):
        return None
    catalog = msgspec.structs.replace(head, occupations=occupations)
    return catalog if next(broken_references(catalog), None) is None else None


def _codes(layers: Layers) -> dict[str, None]:
    """Return the codes of all layers in the order in which the layers first name them."""
    codes: dict[str, None] = {}
    for document in layers.documents:
        named = document.data.get("occupations")
        codes |= dict.fromkeys(document.deferred or (named if isinstance(named, dict) else ()))
    return codes


def _occupation(layers: Layers, code: str) -> Occupation:
    """Return all that the layers say of a code; raise ValidationError."""
    parts = list(_parts(layers, code))
    if len(parts) == 1 and isinstance(parts[0], msgspec.Raw):
        try:
            return msgspec.json.decode(parts[0], type=Occupation)
        except msgspec.ValidationError:  # its numbers may be text, as in YAML
            pass
    merged: dict[str, Plain] = {}
    for part in parts:
        plain = msgspec.json.decode(part) if isinstance(part, msgspec.Raw) else part
        if not isinstance(plain, dict):
            raise msgspec.ValidationError("an occupation is a mapping")
        merged = merge_mappings(merged, plain)
    return _convert(merged, Occupation)


def _parts(layers: Layers, code: str) -> Iterator[Any]:
    for document in layers.documents:
        named = document.data.get("occupations")
        if code in document.deferred:
            yield document.deferred[code]
        elif isinstance(named, dict) and code in named:
            yield named[code]


def _convert(plain: Plain, record: type[Converted]) -> Converted:
    try:
        return msgspec.convert(plain, record, strict=False)
    except msgspec.ValidationError:
        return msgspec.convert(with_numbers_as_text(plain), record, strict=False)
