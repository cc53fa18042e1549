"""Rows of the wage file and of the geography of the Office of Foreign Labor Certification (OFLC).

`ALC_Export.csv` has a row for each occupation and area. Its unit is the hour, but for rows with the label "Annual Wage"
and amounts that no hour has; rows with the labels "High Wage" and "No Leveled Wage" have no levels. `GeoLvl` says from
how wide an area the figures were taken: 1 the area, 2 the area and its neighbors, 3 the state, 4 the nation.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

import msgspec

from careercli.catalog.pay_checks import PAY_LIMITS, impossible_levels
from careercli.importers.files import Member
from careercli.importers.layer import Skipped, refuse_if_many_faults
from careercli.importers.place_codes import STATE_TITLES, first_state, metro_key, nonmetro_key, slug
from careercli.importers.tables import Row, Table, as_number, as_text, column, columns, complete_rows, location
from careercli.model import PlaceName, WageScope

WAGES = ("Area", "SocCode", "GeoLvl", "Level1", "Level2", "Level3", "Level4")
GEOGRAPHY = ("Area", "AreaName", "StateAb", "CountyTownName")

_CODE = re.compile(r"\d\d-\d{4}")
_SCOPES: dict[str, WageScope] = {"1": "area", "2": "area and neighbors", "3": "state", "4": "nation"}
_ANNUAL = "annual wage"
_OTHER = re.compile(r"edc", re.IGNORECASE)
_METRO_DIGITS = 5


class WageForm(NamedTuple):
    """What the levels of an occupation have in common."""

    year: str
    """The wage year, July to June: `2025-26`."""
    per: Literal["year", "hour"]
    drawn_from: WageScope | None


class WageRow(NamedTuple):
    """What a row says, its four amounts already as the layer writes them: a fifth of the memory."""

    code: str
    area: str
    form: WageForm
    levels: bytes
    row: int


class Area(NamedTuple):
    """An area of the file: its key in `places`, and what it is called."""

    key: str
    place: PlaceName


def is_other_wages(member: Member) -> bool:
    """Say whether a file has the same columns for other people: EDC_Export.csv, wages in universities and research."""
    return bool(_OTHER.match(member.name))


class WageTable:
    """The wage file; `counts`, `skipped` and `faults` are filled while its rows are read."""

    def __init__(self, table: Table, year: str) -> None:
        """Find the columns; raise ImportProblem."""
        self.counts: Counter[str] = Counter()
        self.skipped: list[Skipped] = []
        """Rows that cannot be read in one way only."""
        self.faults: list[Skipped] = []
        """Rows that cannot be right."""
        self._table = table
        self._area, self._code, self._scope, *self._levels = columns(table, *WAGES)
        self._label = column(table, "Label")
        self._year = year
        self._forms: dict[tuple[str, str | None], WageForm] = {}
        self._encode = msgspec.json.Encoder().encode

    def rows(self) -> Iterator[WageRow]:
        """Yield what each row with four levels says."""
        for number, row in complete_rows(self._table, self.skipped):
            code, area = sys.intern(as_text(row[self._code])), sys.intern(as_text(row[self._area]))
            self.counts["rows"] += 1
            if not _CODE.fullmatch(code) or not area.isdecimal():
                reason = (
                    f"expected an occupation such as 11-2022 and the number of an area, found {code!r} and {area!r}"
                )
                self._skip(number, reason)
                continue
            cells = [row[index] for index in self._levels]
            amounts = [amount for amount in map(as_number, cells) if amount is not None]
            if not any(cells):
                self.counts["rows without levels"] += 1
            elif len(amounts) < len(cells):
                self._skip(number, f"expected four amounts, found {', '.join(map(as_text, cells))}")
            elif (form := self._form(number, row, amounts)) is not None:
                if fault := impossible_levels(amounts, "USD", form.per):
                    self.faults.append(Skipped(self._table.file_label, None, number, fault))
                    continue
                levels = [int(amount) if amount.is_integer() else round(amount, 2) for amount in amounts]
                yield WageRow(code, area, form, self._encode(levels), number)

    def refuse_if_many_faults(self) -> None:
        """Raise ImportProblem, with the first three rows, when so many cannot be right that a column must be wrong."""
        hint = "Use the file exactly as published."
        refuse_if_many_faults(location(self._table), self.faults, self.counts["rows"], hint)

    def _form(self, number: int, row: Row, amounts: list[float]) -> WageForm | None:
        """Return the unit, and from how wide an area the amounts are; None for a code that nobody has explained."""
        scope = as_text(row[self._scope])
        if scope and scope not in _SCOPES:
            self._skip(number, f"expected 1, 2, 3 or 4 as GeoLvl, found {scope!r}")
            return None
        label = as_text(row[self._label]).casefold() if self._label is not None else ""
        if label not in ("", _ANNUAL):
            self._skip(number, f"levels with the label {as_text(row[self._label or 0])!r}, which is unknown")
            return None
        yearly = label == _ANNUAL or amounts[0] > PAY_LIMITS["hour"][1]
        per: Literal["year", "hour"] = "year" if yearly else "hour"
        return self._forms.setdefault((per, scope), WageForm(self._year, per, _SCOPES.get(scope)))

    def _skip(self, number: int, reason: str) -> None:
        self.skipped.append(Skipped(self._table.file_label, None, number, f"{reason}: skipped the row"))


def read_areas(table: Table, skipped: list[Skipped]) -> tuple[dict[str, Area], dict[str, PlaceName]]:
    """Return the areas by their number in the file, and the counties, each within its area, by key.

    A county that stands under two areas is left out and told. Raises ImportProblem where a column is missing.
    """
    number_, name_, state_, county_ = columns(table, *GEOGRAPHY)
    named: dict[str, tuple[str, str]] = {}
    counties: dict[str, PlaceName] = {}
    divided: dict[str, int] = {}
    for row_number, row in complete_rows(table, skipped):
        number, name, state, county = (as_text(row[index]) for index in (number_, name_, state_, county_))
        if not number.isdecimal() or not name:
            reason = f"expected the number and the name of an area, found {number!r} and {name!r}"
            skipped.append(Skipped(table.file_label, None, row_number, reason))
            continue
        named.setdefault(number, (name, state))
        if county and state:
            key = f"US-county-{slug(state)}-{slug(county)}"
            place = PlaceName(title=f"{county}, {state}", kind="county", within=_area_key(number))
            if counties.setdefault(key, place) != place:
                divided[key] = row_number
    for key, row_number in divided.items():
        reason = f"{counties.pop(key).title} is in more than one area, so it is not a place of its own"
        skipped.append(Skipped(table.file_label, None, row_number, reason))
    names = Counter(name for name, _ in named.values())
    areas = {number: _area(number, name, state, names[name] == 1) for number, (name, state) in named.items()}
    return areas, counties


def _area(number: str, name: str, state: str, is_unique: bool) -> Area:
    key = _area_key(number)
    within = first_state(name) or f"US-{state}"
    within = within if within in STATE_TITLES else "US"
    title = name if is_unique else f"{name} ({STATE_TITLES.get(within, state)}, area {number})"
    return Area(key, PlaceName(title=title, kind="metro" if "-metro-" in key else "region", within=within))


def _area_key(number: str) -> str:
    """Return the key under which OEWS has the area too: numbers of metropolitan areas have five digits."""
    return metro_key(number) if len(number.lstrip("0")) <= _METRO_DIGITS else nonmetro_key(number)
