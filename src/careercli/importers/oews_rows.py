"""One sheet of an OEWS workbook -> what each row of a detailed occupation says.

A mark is never a number: `*`, `**` and `~` say that there is none; `#` says only that it is the top code or more.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from operator import itemgetter
from typing import Any, Literal, NamedTuple, TypeAlias

import msgspec

from careercli.catalog.pay_checks import impossible, us_hours_mismatch
from careercli.importers.layer import Skipped, refuse_if_many_faults
from careercli.importers.place_codes import STATE_TITLES, STATES, UNITED_STATES, first_state, metro_key, nonmetro_key
from careercli.importers.sectors import sector_title
from careercli.importers.tables import Cell, Row, Table, as_number, as_text, column, columns, location
from careercli.model import Amount, Pay, PlaceName, Statistic

OCCUPATION = (("OCC_CODE", "OCC CODE"), ("OCC_TITLE", "OCC TITLE"), ("O_GROUP", "OCC_GROUP", "GROUP"))
_PLACE = ("AREA", "AREA_TITLE", "AREA_TYPE", "NAICS", "NAICS_TITLE")
_POINTS: dict[Statistic, str] = {
    "p10": "PCT10", "p25": "PCT25", "median": "MEDIAN", "mean": "MEAN", "p75": "PCT75", "p90": "PCT90",
}  # fmt: skip
_MISSING = frozenset(("*", "**", "~", "-", "—", "N/A", "n/a"))
_CODE = re.compile(r"\d\d-\d{4}")
MAX_AMOUNT = 10**9
"""No pay of anybody and no number of jobs in the nation is larger."""
_NATION, _STATE, _TERRITORY, _METRO, _DIVISION, _NONMETRO = "123456"
"""Values of AREA_TYPE; metropolitan divisions are no longer published."""
Per: TypeAlias = Literal["year", "hour"]
_UNITS: dict[Per, str] = {"year": "A", "hour": "H"}
_BOTH: dict[Per, bool] = {"year": False, "hour": False}
_ONLY: dict[Per, str] = {
    "year": "The source releases only yearly pay: people in it typically work fewer than 2,080 hours a year.",
    "hour": "The source releases only hourly pay: people in it typically work fewer than 2,080 hours a year.",
}


class OewsKey(NamedTuple):
    """What a row describes."""

    year: int
    place: str
    industry: str | None
    """The sector; None for all of them together."""


class OewsRow(NamedTuple):
    """What a row says, its pay already as the layer writes it: a fifth of the memory."""

    code: str
    key: OewsKey
    pay: bytes
    """The yearly and the hourly pay as JSON with a comma between them; empty where there is none."""
    pay_count: int
    employment: Amount | None
    ownership: str
    """Which owners' jobs are counted, a digit for each kind: `1235` for all."""
    file_label: str
    row: int
    fault: str | None
    """Why it cannot be right."""


class WageSheet:
    """The rows of one sheet; `places`, `titles`, `faults` and `counts` are filled while they are read."""

    def __init__(self, table: Table, year: int, top: tuple[Amount, Amount] | None) -> None:
        """Find the columns; raise ImportProblem. `top` is what `#` stands for, an hour and a year."""
        self.counts: Counter[str] = Counter()
        self.places: dict[str, PlaceName] = {}
        self.titles: dict[str, str] = {}
        """What each occupation is called, by code."""
        self.file_label, self.name = table.file_label, table.sheet
        self.skipped: list[Skipped] = []
        """Cells, and rows that are not of an occupation and a place, left out."""
        self.faults: list[Skipped] = []
        """Rows that cannot be right, or whose hourly and yearly pay do not meet."""
        self._table = table
        self._year = year
        self._source = source_id(year)
        self._top = top
        self._sectors: dict[tuple[Cell, ...], str | None] = {}
        self._areas: dict[tuple[Cell, ...], str | None] = {}
        self._keys: dict[tuple[str, str], OewsKey] = {}
        self._encode = msgspec.json.Encoder().encode
        self._code, self._title, self._group = columns(table, *OCCUPATION)
        area, area_title, area_type, naics, naics_title, self._employment = columns(table, *_PLACE, "TOT_EMP")
        self._indexes: dict[Per, tuple[tuple[Statistic, int], ...]] = {
            per: tuple(zip(_POINTS, columns(table, *(f"{unit}_{name}" for name in _POINTS.values())), strict=True))
            for per, unit in _UNITS.items()
        }
        state, level = column(table, "PRIM_STATE"), column(table, "I_GROUP")  # not in every year
        self._area = itemgetter(area_type, area, area_title, *(() if state is None else (state,)))
        self._industry = itemgetter(naics, naics_title, *(() if level is None else (level,)))
        self._owners = column(table, "OWN_CODE")
        flags: tuple[tuple[Per, int | None], ...] = (
            ("year", column(table, "ANNUAL")),
            ("hour", column(table, "HOURLY")),
        )
        self._only = tuple((per, index) for per, index in flags if index is not None)

    def rows(self) -> Iterator[OewsRow]:
        """Yield what each row says that describes a detailed occupation across industries or in one sector."""
        group, code, title = self._group, self._code, self._title
        for number, row in enumerate(self._table.rows, self._table.first_row):
            if row[group] != "detailed" and as_text(row[group]).lower() != "detailed":
                self.counts["rows of other groups"] += row[code] is not None
                continue
            industry = self._industry(row)
            if industry not in self._sectors:
                self._sectors[industry] = _sector(*industry)
            sector = self._sectors[industry]
            if sector is None:
                self.counts["rows of other industries"] += 1
                continue
            area = self._area(row)
            if area not in self._areas:
                self._areas[area] = self._named(*area)
            place = self._areas[area]
            if place is None:
                self._skip(number, f"expected an area in the United States, found {as_text(area[1])!r}")
            elif not _CODE.fullmatch(as_text(row[code])):
                self._skip(number, f"expected an occupation code such as 11-2022, found {as_text(row[code])!r}")
            elif row[title] is None:
                self._skip(number, f"the occupation {as_text(row[code])} has no title")
            else:
                key = self._keys.setdefault((place, sector), OewsKey(self._year, place, sector or None))
                yield self._estimate(number, row, key)

    def refuse_if_many_faults(self) -> None:
        """Raise ImportProblem, with the first three rows, when so many cannot be right that a column must be wrong."""
        hint = "Use the workbook exactly as published."
        refuse_if_many_faults(location(self._table), self.faults, self.counts["detailed rows"], hint)

    def _estimate(self, number: int, row: Row, key: OewsKey) -> OewsRow:
        self.counts["detailed rows"] += 1
        employment = self._amount(number, self._employment, row[self._employment])
        pays: dict[Per, Pay] = {}
        for per, only in self._published_units(row).items():
            points, bounds = self._points(number, row, per)
            if points or bounds:
                pays[per] = Pay(
                    source=self._source,
                    place=key.place,
                    per=per,
                    currency="USD",
                    industry=key.industry,
                    employment=None if pays else employment,
                    at_least=bounds,
                    note=_ONLY[per] if only else None,
                    **points,
                )
        fault = next((fault for pay in pays.values() if (fault := impossible(pay))), None)
        if reason := fault or us_hours_mismatch(pays.get("hour"), pays.get("year")):
            self.faults.append(Skipped(self._table.file_label, self._table.sheet, number, reason))
        if not pays:
            self.counts["rows without pay"] += 1
        owners = sys.intern(as_text(row[self._owners])) if self._owners is not None else ""
        code = sys.intern(as_text(row[self._code]))
        self.titles[code] = as_text(row[self._title])
        pay = b",".join(map(self._encode, pays.values()))
        return OewsRow(code, key, pay, len(pays), employment, owners, self._table.file_label, number, fault)

    def _published_units(self, row: Row) -> dict[Per, bool]:
        """Return the units of pay that are released, each with whether it is the only one."""
        for per, index in self._only:
            if row[index] is not None and as_text(row[index]).upper() == "TRUE":
                return {per: True}
        return _BOTH

    def _points(self, number: int, row: Row, per: Per) -> tuple[dict[str, Any], dict[Statistic, Amount]]:
        """Return the points of one unit that are numbers, and those that are only known from below.

        Pay is published to the cent; a workbook may store 74.10 as 74.09999999999999.
        """
        points: dict[str, Any] = {}
        bounds: dict[Statistic, Amount] = {}
        for point, index in self._indexes[per]:
            cell = row[index]
            if isinstance(cell, float) and 0 <= cell <= MAX_AMOUNT:
                points[point] = int(cell) if cell.is_integer() else round(cell, 2)
            elif isinstance(cell, str) and cell.strip() == "#":
                if self._top is None:
                    self.counts["top-coded points left out"] += 1
                else:
                    bounds[point] = self._top[per == "year"]
                    self.counts["top-coded points"] += 1
            elif (amount := self._amount(number, index, cell)) is not None:
                points[point] = amount
        return points, bounds

    def _amount(self, number: int, index: int, cell: Cell) -> Amount | None:
        """Return a number, None for an empty cell or a mark; note what is neither."""
        if cell is None or (isinstance(cell, str) and cell.strip() in _MISSING):
            return None
        amount = as_number(cell)
        if amount is None or not 0 <= amount <= MAX_AMOUNT:
            heading = self._table.header[index]
            self._skip(number, f"expected an amount or a mark in {heading}, found {as_text(cell)!r}: skipped")
            return None
        return int(amount) if amount.is_integer() else round(amount, 2)

    def _named(self, kind: Cell, code: Cell, title: Cell, state: Cell = None) -> str | None:
        """Return the key of an area and keep its name; None for what is no area of the United States."""
        kind_text, code_text, title_text = as_text(kind), as_text(code), as_text(title)
        if kind_text == _NATION:
            key, named = "US", UNITED_STATES
        elif not title_text or not code_text.isdecimal():
            return None
        elif kind_text in (_STATE, _TERRITORY):
            key = f"US-{STATES.get(code_text.zfill(2), '')}"
            named = PlaceName(title=title_text, kind="state", within="US")
        elif kind_text in (_METRO, _DIVISION, _NONMETRO):
            metro = kind_text != _NONMETRO
            within = f"US-{as_text(state)}" if state else first_state(title_text)
            if within is None and not metro:
                within = f"US-{STATES.get(code_text.zfill(7)[:2], '')}"
            within = within if within in STATE_TITLES else "US"
            key = metro_key(code_text) if metro else nonmetro_key(code_text)
            named = PlaceName(title=title_text, kind="metro" if metro else "region", within=within)
        else:
            return None
        if key == "US-":
            return None
        self.places[key] = named
        return key

    def _skip(self, number: int, reason: str) -> None:
        self.skipped.append(Skipped(self._table.file_label, self._table.sheet, number, reason))


def source_id(year: int) -> str:
    """Return the id under which one year's estimates are cited."""
    return f"bls-oews-{year}"


def _sector(code: Cell, title: Cell, level: Cell = None) -> str | None:
    """Return the sector's name, "" for all industries together, None for narrower ones and single kinds of owners."""
    code_text = as_text(code)
    words = as_text(level).lower()
    if words == "cross-industry" or (not words and code_text.strip("0") == ""):
        return ""
    if words == "sector" or (not words and re.fullmatch(r"\d\d(-\d\d)?", code_text)):
        return sys.intern(sector_title(code_text, as_text(title))) or None
    return None
