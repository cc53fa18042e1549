"""What an import finds in its place: a layer of other files of the same data, to which the new figures are added."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

import msgspec

from careercli.catalog.merge_rules import FIGURE_KEYS
from careercli.importers.layer import Imported, Records
from careercli.model import Figure, Occupation, Parity, Pay, PlaceName, Source

ADDING = frozenset(("oews", "parities", "projections"))
"""Importers whose files are parts of one publication; an O*NET release and a ladder are whole, and replaced as such."""

Statement = TypeVar("Statement", Pay, Figure, Parity)


class StandingLayer(msgspec.Struct):
    """A layer that an import wrote before, its occupations not yet read."""

    name: str
    sources: dict[str, Source] = {}
    places: dict[str, PlaceName] = {}
    occupations: dict[str, msgspec.Raw] = {}


class Joined(NamedTuple):
    """The layer that stands with the figures of another import added."""

    layer: Imported
    changes: "Changes"


class Changes:
    """How many statements of the layer that stands the new one has not, and has with other values."""

    def __init__(self) -> None:
        self.kept = 0
        self.replaced = 0


def read_standing(content: bytes) -> StandingLayer | None:
    """Return the layer that a file holds, None where it is none that an import wrote."""
    try:
        return msgspec.json.decode(content, type=StandingLayer)
    except (msgspec.DecodeError, ValueError):
        return None


def join(standing: StandingLayer, new: Imported) -> Joined:
    """Return the layer of both; of a statement that both make, the new one. `changes` counts once it was written."""
    changes = Changes()
    places = {**standing.places, **new.head.places}
    for key in standing.places.keys() & new.head.places.keys():
        parities = _join(standing.places[key].parities, new.head.places[key].parities, "parities", changes)
        places[key] = msgspec.structs.replace(places[key], parities=parities)
    changes.kept += sum(len(standing.places[key].parities) for key in standing.places.keys() - new.head.places.keys())
    head = msgspec.structs.replace(
        new.head, sources={**standing.sources, **new.head.sources}, places=places, occupations={}
    )
    periods = {key: source.period or "" for key, source in head.sources.items()}

    def occupations() -> Records:
        return _occupations(standing, new, changes, lambda pay: pay.period or periods.get(pay.source, ""))

    return Joined(new._replace(head=head, occupations=occupations), changes)


def _occupations(
    standing: StandingLayer, new: Imported, changes: Changes, period_of: Callable[[Pay], str]
) -> Iterator[tuple[str, Occupation]]:
    decode = msgspec.json.Decoder(Occupation).decode
    waiting = sorted(standing.occupations)
    for code, occupation in new.all_occupations():
        while waiting and waiting[0] < code:
            key = waiting.pop(0)
            yield key, _counted(decode(standing.occupations[key]), changes)
        if waiting and waiting[0] == code:
            old = decode(standing.occupations[waiting.pop(0)])
            yield code, _joined(old, occupation, changes, period_of)
        else:
            yield code, occupation
    for key in waiting:
        yield key, _counted(decode(standing.occupations[key]), changes)


def _counted(old: Occupation, changes: Changes) -> Occupation:
    changes.kept += len(old.pay) + len(old.figures)
    return old


def _joined(old: Occupation, new: Occupation, changes: Changes, period_of: Callable[[Pay], str]) -> Occupation:
    pays = list(_join(old.pay, new.pay, "pay", changes))
    pays.sort(key=lambda pay: (pay.place != "US", pay.place, pay.industry or "", pay.per != "year"))
    pays.sort(key=period_of, reverse=True)
    figures = _join(old.figures, new.figures, "figures", changes)
    return msgspec.structs.replace(new, pay=tuple(pays), figures=figures, note=new.note or old.note)


def _join(old: Iterable[Statement], new: Iterable[Statement], list_key: str, changes: Changes) -> tuple[Statement, ...]:
    """Return the statements of both; `list_key` says what makes two of them the same one."""
    names = FIGURE_KEYS[list_key]
    joined = {tuple(getattr(one, name) for name in names): one for one in old}
    changes.kept += len(joined)
    for one in new:
        key = tuple(getattr(one, name) for name in names)
        if key in joined:
            changes.kept -= 1
            changes.replaced += joined[key] != one
        joined[key] = one
    return tuple(joined.values())
