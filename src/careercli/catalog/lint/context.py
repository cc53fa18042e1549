"""What a rule may look at: the whole catalog, and which parts of it the files that are checked speak of."""

from collections.abc import Collection, Iterator
from datetime import date
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from careercli.catalog.layers import Layers, defining_path
from careercli.catalog.references import KeyPath
from careercli.matching import name_key
from careercli.model import Catalog, Figure, Occupation, Pay, Role

RecordT = TypeVar("RecordT", Pay, Figure)


class Located(NamedTuple, Generic[RecordT]):
    """A pay distribution or another figure, where it stands, and the list that it stands in."""

    steps: KeyPath
    record: RecordT
    group: KeyPath


LocatedPay: TypeAlias = Located[Pay]
LocatedFigure: TypeAlias = Located[Figure]


class Context:
    """A valid catalog and what rules need to know about it.

    Properties without `all_` cover what the checked files define; the rest is there to compare with.
    """

    def __init__(self, catalog: Catalog, layers: Layers, checked: Collection[int], today: date, max_age: int) -> None:
        self.catalog = catalog
        self.layers = layers
        self.checked = frozenset(checked)
        """Positions of the layers that are checked."""
        self.today = today
        self.max_age = max_age
        """Years after which a figure is old."""
        self._keys: dict[str, set[str]] = {}

    def is_checked(self, section: str, key: str) -> bool:
        """Say whether a checked file speaks of an entry."""
        keys = self._keys.get(section)
        if keys is None:
            parts = [self.layers.documents[position].data.get(section) for position in self.checked]
            keys = {key for part in parts if isinstance(part, dict) for key in part}
            self._keys[section] = keys
        return key in keys

    def checked_entries(self, section: str) -> dict[str, Any]:
        """Return the entries of a section that a checked file speaks of."""
        return {key: entry for key, entry in getattr(self.catalog, section).items() if self.is_checked(section, key)}

    @cached_property
    def roles(self) -> dict[str, Role]:
        """The roles that a checked file speaks of."""
        return self.checked_entries("roles")

    @cached_property
    def concrete_roles(self) -> dict[str, Role]:
        """All roles that are not abstract."""
        return {key: role for key, role in self.catalog.roles.items() if not role.abstract}

    @cached_property
    def alias_keys(self) -> dict[str, tuple[str, ...]]:
        """The aliases of these jobs in the form in which names are compared."""
        return {key: tuple(map(name_key, role.aliases)) for key, role in self.concrete_roles.items()}

    @cached_property
    def occupations(self) -> dict[str, Occupation]:
        """The occupations that a checked file speaks of."""
        return self.checked_entries("occupations")

    @cached_property
    def pays(self) -> tuple[LocatedPay, ...]:
        """Every pay distribution of these roles, their levels and these occupations."""
        return tuple(self._pays(self.roles, self.occupations))

    @cached_property
    def figures(self) -> tuple[LocatedFigure, ...]:
        """Every other figure of these roles and occupations."""
        return tuple(self._figures(self.roles, self.occupations))

    @property
    def statements(self) -> tuple[LocatedPay | LocatedFigure, ...]:
        """Every pay distribution, then every other figure, of these roles and occupations."""
        return *self.pays, *self.figures

    @cached_property
    def all_pays(self) -> tuple[LocatedPay, ...]:
        """Every pay distribution of the catalog."""
        return tuple(self._pays(self.catalog.roles, self.catalog.occupations))

    @cached_property
    def all_figures(self) -> tuple[LocatedFigure, ...]:
        """Every other figure of the catalog."""
        return tuple(self._figures(self.catalog.roles, self.catalog.occupations))

    def is_inherited(self, key_path: KeyPath) -> bool:
        """Say whether a role takes a value up from another one, which says it."""
        return defining_path(self.layers, key_path) != key_path

    def period_of(self, record: Pay | Figure) -> str | None:
        """Return the time that a figure speaks of: its own period, else its source's."""
        return record.period or self.catalog.sources[record.source].period

    def _pays(self, roles: dict[str, Role], occupations: dict[str, Occupation]) -> Iterator[LocatedPay]:
        for key, role in roles.items():
            yield from _located(("roles", key, "pay"), role.pay)
            for index, level in enumerate(role.levels):
                yield from _located(("roles", key, "levels", index, "pay"), level.pay)
        for code, occupation in occupations.items():
            yield from _located(("occupations", code, "pay"), occupation.pay)

    def _figures(self, roles: dict[str, Role], occupations: dict[str, Occupation]) -> Iterator[LocatedFigure]:
        for section, entries in (("roles", roles), ("occupations", occupations)):
            for key, entry in entries.items():
                yield from _located((section, key, "figures"), entry.figures)


def _located(group: KeyPath, records: tuple[RecordT, ...]) -> Iterator[Located[RecordT]]:
    for index, record in enumerate(records):
        yield Located((*group, index), record, group)
