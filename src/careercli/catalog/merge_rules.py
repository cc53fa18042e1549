"""Merge the plain data of two layers: decide which records are the same and which are separate."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the builder imports yaml, which no answer needs
    from careercli.catalog.yaml_builder import Plain

FIGURE_KEYS: dict[str, tuple[str, ...]] = {
    "pay": ("source", "place", "per", "currency", "period", "occupation", "industry", "population", "components"),
    "figures": ("measure", "source", "of", "unit", "place", "period", "population", "occupation"),
    "training": ("source", "title"),
    "moves": ("at", "to", "kind"),
    "parities": ("kind", "period", "source"),
    "wage_levels": ("source", "per", "currency", "period", "drawn_from"),
}
"""Lists of statements, with what makes one: another layer adds its own, so that disagreement is seen; where it says the
same thing of the same people at the same time from the same source, it says it anew."""
RECORD_KEYS = {"levels": "id", "skills": "skill", "occupations": "code"}
"""Lists of records with an identity: another layer extends the record of the same name. The levels of wage ratios are
numbers, which another layer replaces."""


def merge_key(list_key: str, item: Plain) -> tuple[str, ...] | None:
    """Return the key by which records of the list `list_key` are merged across layers; None if they never are."""
    if not isinstance(item, dict):
        return None
    if list_key in FIGURE_KEYS:
        return tuple(str(item.get(key)) for key in FIGURE_KEYS[list_key])
    name = item.get(RECORD_KEYS[list_key]) if list_key in RECORD_KEYS else None
    return None if name is None else (str(name),)


def merge_mappings(base: dict[str, Plain], overlay: Mapping[str, Plain]) -> dict[str, Plain]:
    """Return `under` with `over` laid over it; neither is changed, and what only one of them has is not copied."""
    merged = dict(base)
    for key, value in overlay.items():
        merged[key] = _merge(key, base[key], value) if key in base else value
    return merged


def _merge(key: str, under: Plain, over: Plain) -> Plain:
    if isinstance(under, dict) and isinstance(over, dict):
        return merge_mappings(under, over)
    if isinstance(under, list) and isinstance(over, list):
        if key in FIGURE_KEYS:
            return _merge_statements(key, under, over)
        if key in RECORD_KEYS and (not over or any(isinstance(item, dict) for item in over)):
            return _merge_records(key, under, over)
    return over


def _merge_records(key: str, under: list[Plain], over: list[Plain]) -> list[Plain]:
    changes = list(over)
    items: list[Plain] = []
    for item in under:
        name = merge_key(key, item)
        change = next((other for other in changes if merge_key(key, other) == name), None) if name else None
        if isinstance(change, dict) and isinstance(item, dict):
            changes.remove(change)
            items.append(merge_mappings(item, change))
        else:
            items.append(item)
    return [*items, *changes]


def _merge_statements(key: str, under: list[Plain], over: list[Plain]) -> list[Plain]:
    told = {merge_key(key, item): position for position, item in enumerate(under)}
    merged = list(under)
    for item in over:
        position = told.pop(merge_key(key, item), None)  # a layer that says a thing twice keeps both
        standing = merged[position] if position is not None else None
        if position is not None and isinstance(standing, dict) and isinstance(item, dict):
            merged[position] = merge_mappings(standing, item)
        else:
            merged.append(item)
    return merged
