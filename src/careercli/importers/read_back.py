"""A layer that was written, read again line by line before it takes its place."""

from typing import Any

import msgspec

from careercli.catalog.references import SECTIONS, broken_references
from careercli.errors import ImportProblem
from careercli.model import Catalog, Occupation, PlaceName

_DECODERS: dict[str, msgspec.json.Decoder[dict[str, Any]]] = {
    section: msgspec.json.Decoder(entries) for section, entries in SECTIONS.items()
}
"""Each section of a catalog as the model has it, keys included."""


def check_written(path: str, label: str) -> None:
    """Raise ImportProblem unless the file holds a whole layer that every command can read; raise OSError.

    `label` is how errors call the file. Each line is decoded as the record that it is, and what an occupation refers to
    has to be there. Only one occupation is in memory at a time.
    """
    read = Catalog(schema_version=1, name="read-back")
    section, ended, number, codes = "", False, 0, set[str]()
    within: dict[str, str | None] = {}
    wider = set[str]()
    with open(path, "rb") as stream:
        for number, line in enumerate(stream, 1):
            text = line.rstrip(b",\n")
            try:
                if text.endswith(b":{"):
                    section = msgspec.json.decode(text[:-2], type=str)
                elif text == b"}":
                    ended, section = not section, ""
                elif section:
                    record = _DECODERS[section].decode(b"{" + text + b"}")
                    codes |= record.keys() if section == "occupations" else set()
                    if section == "sources":
                        read.sources.update(record)
                    elif section == "places":
                        within.update((key, place.within) for key, place in record.items())
                        read.places.update((key, PlaceName(title=place.title)) for key, place in record.items())
                    elif section == "occupations":
                        wider |= {occupation.part_of for occupation in record.values() if occupation.part_of}
                        _check_references(read, record, codes | wider)
            except (msgspec.DecodeError, KeyError, ValueError) as error:
                raise _damaged(label, f"line {number} is damaged: {error}") from None
    outside = next((place for place in within.values() if place is not None and place not in within), None)
    if outside is not None:
        raise _damaged(label, f"no place '{outside}'")
    if missing := sorted(wider - codes):
        raise _damaged(label, f"no occupation '{missing[0]}', but another is part of it")
    if not ended:
        raise _damaged(label, f"it ends in the middle, after line {number}")


def _check_references(read: Catalog, record: dict[str, Occupation], known: set[str]) -> None:
    """Raise ValueError for a source or a place that the layer does not have; the codes that are `known` may follow."""
    for code, occupation in record.items():
        named = {pay.place for pay in occupation.pay} | {figure.place for figure in occupation.figures if figure.place}
        named |= {place for levels in occupation.wage_levels for place in levels.areas}
        places = {key: read.places[key] for key in named & read.places.keys()}
        alone = Catalog(schema_version=1, name=read.name, sources=read.sources, places=places, occupations=record)
        for _, message in broken_references(alone, also_known={"occupations": known}):
            raise ValueError(f"{code}: {message}")


def _damaged(label: str, message: str) -> ImportProblem:
    hint = "Nothing was changed. Check that the files are complete and the disk is not full, then import again."
    return ImportProblem(f"{label}: the layer was not written correctly: {message}", hint=hint)
