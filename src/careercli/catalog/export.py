"""A catalog as plain data for other programs: whole, as one object an entity, or as its figures, one row each.

What is written from this data reads back to the same catalog; the rows of figures are for reading on only.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from careercli.amounts import Num, format_number
from careercli.catalog.inherit import inherit, inheritable_fields
from careercli.catalog.merge_rules import FIGURE_KEYS, RECORD_KEYS, merge_key
from careercli.catalog.occupation_pay import period_of
from careercli.catalog.references import NOUNS, SECTIONS
from careercli.catalog.stand_in_titles import without_stand_ins
from careercli.measures import MEASURES
from careercli.model import STATISTICS, Catalog, Figure, Pay, Role


class CatalogDocument(NamedTuple):
    """A catalog as plain data."""

    data: dict[str, Any]
    flattened: tuple[str, ...]
    """Roles written without `extends`, because inheriting again would give a different role."""


def catalog_document(catalog: Catalog) -> CatalogDocument:
    """Return the data of one file that reads back to this catalog; a role says only what it does not take up.

    What a role says instead of what it would take up is written out, empty where it is empty.
    """
    data = _plain(without_stand_ins(catalog))
    roles: dict[str, Any] = data.get("roles", {})
    children = [key for key, role in catalog.roles.items() if role.extends is not None]
    roles |= {key: _own_fields(catalog, key) for key in children}
    alone: list[str] = []
    while True:
        match = inherit(roles).roles
        other = [key for key in children if key not in alone and not _reads_back_to(match[key], catalog.roles[key])]
        if not other:
            return CatalogDocument(data, tuple(alone))
        alone += other
        roles |= {key: _plain(msgspec.structs.replace(catalog.roles[key], extends=None)) for key in other}


def _own_fields(catalog: Catalog, role_id: str) -> dict[str, Any]:
    """Return what a role says besides what it takes up from the role that it extends."""
    role = catalog.roles[role_id]
    parent_id = role.extends or ""
    parent = catalog.roles[parent_id]
    match = inheritable_fields(_with_all_keys(parent), abstract=parent.abstract, parent_id=parent_id)
    told, spelled = _plain(role), _with_all_keys(role)
    own: dict[str, Any] = {}
    for key, value in spelled.items():
        under = match.get(key)
        if value == under or not (key in told or under):
            continue
        adds = isinstance(under, list) and (key in FIGURE_KEYS or key in RECORD_KEYS)
        own[key] = _own_records(key, under, value, told.get(key, ())) if adds else value if under else told[key]
    return own


def _own_records(key: str, under: Any, spelled: Sequence[Any], told: Sequence[Any]) -> list[Any]:
    """Return the records of a list that are not taken up as they are; of those that are changed every key."""
    names = [merge_key(key, record) for record in under]
    records = zip(spelled, told, strict=True)
    return [every if merge_key(key, every) in names else said for every, said in records if every not in under]


def _reads_back_to(plain: Any, role: Role) -> bool:
    try:
        return msgspec.convert(plain, Role) == role
    except msgspec.ValidationError:
        return False


def _plain(record: msgspec.Struct) -> dict[str, Any]:
    """Return a record as a reader of JSON has it, without what it does not say."""
    data: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(record))
    return data


def _with_all_keys(value: Any) -> Any:
    """Return a record as plain data with every key there."""
    if isinstance(value, msgspec.Struct):
        return {name: _with_all_keys(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, tuple):
        return [_with_all_keys(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _with_all_keys(item) for key, item in value.items()}
    return value


def entities(catalog: Catalog) -> Iterator[dict[str, Any]]:
    """Yield one object for the catalog itself and one for each entry, with its type and id; roles with all they say."""
    about = {key: getattr(catalog, key) for key in ("schema_version", "name", "title", "note")}
    yield {"type": "catalog", **{key: value for key, value in about.items() if value is not None}}
    for section in SECTIONS:
        for key, record in getattr(catalog, section).items():
            yield {"type": NOUNS[section], "id": key, **_plain(record)}


class FigureRow(msgspec.Struct, frozen=True, kw_only=True):
    """One statement of a source: a distribution of pay, or another figure."""

    catalog: str
    role: str | None = None
    role_title: str | None = None
    level: str | None = None
    level_title: str | None = None
    occupation: str | None = None
    """The class that was counted."""
    occupation_title: str | None = None
    roles: tuple[str, ...] = ()
    """The roles that belong to the class, each with its fit: `baker exact`."""
    measure: str
    """`pay`, or the measure of a figure."""
    source: str
    source_title: str
    source_kind: str
    """`rule`: an estimate."""
    publisher: str | None
    period: str | None
    """The time that it speaks of: its own, else that of the source."""
    licence: str | None
    place: str | None
    place_title: str | None
    population: str | None
    industry: str | None = None
    components: str | None = None
    employment: Num | None = None
    per: str | None = None
    unit: str | None = None
    """A currency for pay."""
    of: str | None = None
    value: Num | None = None
    low: Num | None = None
    p10: Num | None = None
    p25: Num | None = None
    median: Num | None = None
    mean: Num | None = None
    p75: Num | None = None
    p90: Num | None = None
    high: Num | None = None
    bounds: tuple[str, ...] = ()
    """What is only known from one side, in words so that nobody adds it up: `p90 at least 239,200`."""
    phrase: str | None = None
    note: str | None = None


def figure_rows(catalog: Catalog) -> Iterator[FigureRow]:
    """Yield every statement of pay and every other figure: those of roles and their levels, then those of classes."""
    for key, role in catalog.roles.items():
        if role.abstract:
            continue
        about = {"role": key, "role_title": role.title}
        own: tuple[Pay | Figure, ...] = (*role.pay, *role.figures)
        for record in own:
            yield _row(catalog, record, **about)
        for level in role.levels:
            for pay in level.pay:
                yield _row(catalog, pay, **about, level=level.id, level_title=level.title)
    fits: dict[str, list[str]] = {}
    for key, role in catalog.roles.items():
        for link in () if role.abstract else role.occupations:
            fits.setdefault(link.code, []).append(f"{key} {link.fit}")
    for code, occupation in catalog.occupations.items():
        counted: tuple[Pay | Figure, ...] = (*occupation.pay, *occupation.figures)
        for record in counted:
            yield _row(catalog, record, occupation=record.occupation or code, roles=tuple(fits.get(code, ())))


def _row(catalog: Catalog, record: Pay | Figure, **about: Any) -> FigureRow:
    source = catalog.sources[record.source]
    code = about.get("occupation", record.occupation)
    said = {"occupation": code, "occupation_title": catalog.occupations[code].title if code else None}
    return FigureRow(
        catalog=catalog.name,
        **{**about, **said, **(_of_pay(record) if isinstance(record, Pay) else _of_figure(record))},
        source=record.source,
        source_title=source.title,
        source_kind=source.kind,
        publisher=source.publisher,
        period=period_of(catalog.sources, record) or None,
        licence=source.licence,
        place=record.place,
        place_title=catalog.places[record.place].title if record.place else None,
        population=record.population,
        note=record.note,
    )


def _of_pay(pay: Pay) -> dict[str, Any]:
    bounds = [f"{name} at least {format_number(pay.at_least[name])}" for name in STATISTICS if name in pay.at_least]
    bounds += [f"{name} at most {format_number(pay.at_most[name])}" for name in STATISTICS if name in pay.at_most]
    told = {name: getattr(pay, name) for name in (*STATISTICS, "industry", "components", "employment", "per")}
    return {"measure": "pay", "unit": pay.currency, "bounds": tuple(bounds), **told}


def _of_figure(figure: Figure) -> dict[str, Any]:
    bounds = [f"at least {format_number(figure.at_least)}"] if figure.at_least is not None else []
    bounds += [f"at most {format_number(figure.at_most)}"] if figure.at_most is not None else []
    told = {name: getattr(figure, name) for name in ("measure", "of", "value", "low", "high", "phrase")}
    return {"unit": figure.unit or MEASURES[figure.measure].unit, "bounds": tuple(bounds), **told}
