"""What the rows of a catalog's differences are made of: what they are about, names for ids, values in words."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from careercli.amounts import difference, format_number
from careercli.answers.catalog_diff.view import DiffRow, Kind, Section
from careercli.answers.shared.view_parts import Num
from careercli.catalog.merge_rules import RECORD_KEYS
from careercli.catalog.references import reference_fields
from careercli.model import RoleRef

NAMED_IN: Mapping[str, str] = {
    **reference_fields(),
    **{records: reference_fields()[key] for records, key in RECORD_KEYS.items() if key in reference_fields()},
}
"""The fields that hold ids, or records known by one, and the section that says what these are called."""


class TitleLookup(NamedTuple):
    """What ids are called in NEW, and in OLD where they are gone."""

    titles: Mapping[tuple[str, str], str]
    """By section and id."""

    def of(self, field: str, id_: str) -> str:
        """Return what the id in a field is called."""
        main, level = RoleRef.parse(id_)
        return str(RoleRef(self.titles.get((NAMED_IN.get(field, ""), main), main), level))


class Subject(NamedTuple):
    """What rows are about."""

    names: TitleLookup
    section: Section
    entry: str
    title: str
    role: str | None = None
    level: str | None = None
    level_title: str | None = None
    source: str | None = None

    def row(self, kind: Kind, field: str, what: str, **told: Any) -> DiffRow:
        """Return one difference."""
        about = {name: value for name, value in self._asdict().items() if name != "names"}
        return DiffRow(kind=kind, field=field, what=what, **{**about, **told})


class FieldRef(NamedTuple):
    """A field of what rows are about, and what a reader calls it."""

    of: Subject
    field: str
    label: str

    def row(self, kind: Kind, old: Any, new: Any, **told: Any) -> DiffRow:
        """Return what became of the field's value, with both sides in words."""
        return self.of.row(
            kind, self.field, self.label, **{"before": self.words(old), "after": self.words(new), **told}
        )

    def words(self, value: Any) -> str | None:
        """Write a value of the field for people; None for what says nothing."""
        return value_text(self.of.names, self.field, value)


def value_text(names: TitleLookup, field: str, value: Any) -> str | None:
    """Write a value for people, ids by what they are called; None for what says nothing."""
    if value is None or value in ((), {}):
        text = None
    elif isinstance(value, bool):
        text = "yes" if value else "no"
    elif isinstance(value, int | float):
        text = format_number(value)
    elif isinstance(value, str):
        text = names.of(field, value) if field in NAMED_IN else value
    elif isinstance(value, Mapping):
        text = "; ".join(f"{names.of(field, key)}: {value_text(names, field, item)}" for key, item in value.items())
    elif isinstance(value, tuple):
        text = "; ".join(value_text(names, field, item) or "none" for item in value)
    else:
        told = ((name, value_text(names, name, getattr(value, name))) for name in value.__struct_fields__)
        text = ", ".join(f"{name.replace('_', ' ')} {said}" for name, said in told if said is not None)
    return text


def change_kind(amount: Num) -> Kind:
    """Say which way an amount goes."""
    return "raised" if amount > 0 else "lowered" if amount < 0 else "changed"


def change_numbers(old: Num, new: Num) -> dict[str, Num]:
    """Return both numbers with what lies between them, as fields of a row."""
    return {"before_value": old, "after_value": new, "amount": difference(new, old)}
