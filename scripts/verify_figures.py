"""Whether every figure of the catalog that cites an official file stands in that file.

The files are read here once more, cell by cell and without careercli.importers, so that a fault of an importer cannot
hide behind itself. A figure that cites an official source and that this script cannot look up counts as a mismatch. An
occupation's pay must also leave out no point that the file prints.

It exits 1 on any mismatch, 2 when a file is missing or not what it should be.

    python scripts/verify_figures.py DATA_DIR [--catalog FILE ...]

`--catalog` checks these layers, laid over each other in that order, instead of the embedded catalog.
"""

import argparse
import contextlib
import csv
import io
import os
import re
import sqlite3
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import msgspec
import python_calamine

from careercli.answers.shared.estimates import level_estimate
from careercli.answers.shared.figures import level_pay, load_roles
from careercli.catalog.index import write_index
from careercli.catalog.index_cache import embedded_layers
from careercli.catalog.layers import merge
from careercli.catalog.reader import CatalogReader
from careercli.catalog.validate import read_catalog
from careercli.catalog.yaml_reader import parse, read_bytes
from careercli.errors import CatalogInvalid
from careercli.importers.sectors import sector_title
from careercli.ladders import Ladder
from careercli.model import (
    STATISTICS,
    Catalog,
    Figure,
    Measure,
    Pay,
    Profile,
    Role,
    Statistic,
    WageLevel,
    WageLevels,
    WageRatios,
)
from onet_files import FOLDER as ONET_FOLDER
from onet_files import OnetFiles

WAGES: Final = {
    ("bls-oews-2025", "nation"): "oews/national_M2025_dl.xlsx",
    ("bls-oews-2025", "state"): "oews/state_M2025_dl.derived.xlsx",
    ("bls-oews-2024", "nation"): "oews/national_M2024_dl.xlsx",
    ("bls-oews-2025", "sector"): "oews/natsector_M2025_dl.derived.xlsx",
    ("bls-oews-2025", "metro"): "oews/MSA_M2025_dl.derived.xlsx",
}
"""Source and kind of place -> the workbook that says it."""
PROJECTIONS, ONET = "bls-projections-2024-34", "onet-29-2"
OUTLOOK, ENTRY = "projections-2024-34/occupation.xlsx", "projections-2024-34/education.xlsx"
ZONES, ZONE_NAMES = "onet-29.2/Job Zones.txt", "onet-29.2/Job Zone Reference.txt"
RATIOS, RATIOS_SOURCE = "oflc/level-ratios.csv", "oflc-wage-levels"
WAGE_LEVELS, WAGE_LEVELS_SOURCE = "oflc/OFLC_Wages_2025-26.derived.zip", "oflc-wages-2025-26"
"""Levels by area, read only for a catalog that has any: the embedded one has none."""
METRO = "metro"
"""Metropolitan areas are read, as profiles and counties are, only for a catalog that has any."""
FILES = (*(file for (_, kind), file in WAGES.items() if kind != METRO), OUTLOOK, ENTRY, ZONES, RATIOS)
PERIODS: dict[str, tuple[str | None, ...]] = {
    "bls-oews-2025": (None, "2025", "2025-05"),
    "bls-oews-2024": (None, "2024", "2024-05"),
    PROJECTIONS: (None, "2024-34"),
    ONET: (None, "2025-02"),
}
"""Official source -> when its figures may say that they are of."""

_POINTS: dict[Statistic, str] = {
    "p10": "PCT10", "p25": "PCT25", "median": "MEDIAN", "mean": "MEAN", "p75": "PCT75", "p90": "PCT90",
}  # fmt: skip
_METRO_ID = "US-metro-"
_UNITS = {"year": "A", "hour": "H"}
_TOP = {"year": 239_200.0, "hour": 115.0}
"""What `#` stands for in the files of both years: that much or more."""
_AREAS, _NATION, _STATE, _METRO = ("1", "2", "3", "4"), "1", "2", "4"
_TEXTS: dict[Measure, str] = {
    "entry-education": "Typical education needed for entry",
    "related-experience": "Work experience in a related occupation",
    "on-the-job-training": "Typical on-the-job training needed to attain competency in the occupation",
}
_AMOUNTS: dict[Measure, tuple[str, int, str]] = {
    "growth": ("Employment change, percent, 2024–34", 1, "percent"),
    "openings": ("Occupational openings, 2024–34 annual average", 1000, "openings a year"),
    "employment": ("Employment, 2024", 1000, "jobs"),
    "self-employed": ("Percent self employed, 2024", 1, "percent"),
}
"""Measure -> its column, how many the column counts by, and the unit."""


_LEVEL_COLUMNS: dict[WageLevel, str] = {
    "entry": "level1_to_mean_median", "qualified": "level2_to_mean_median", "experienced": "",
    "fully competent": "level4_to_mean_median",
}  # fmt: skip
"""Wage level -> the column of its ratio to the mean; level III is the mean, by construction."""
_SCOPES = {None: "", "area": "1", "area and neighbors": "2", "state": "3", "nation": "4"}
_LARGEST_HOUR = 2_500
"""Dollars that no one has by the hour: what is more is pay by the year."""
_SPREAD_COLUMNS = ("level1_to_mean_p25", "level4_to_mean_p25", "level1_to_mean_p75", "level4_to_mean_p75")


class Unreadable(Exception):
    """An official file is not what it should be."""


class Row(NamedTuple):
    """A row of an official file: where it stands, and its cells by heading."""

    file: str
    number: int
    cells: Mapping[str, object]

    def __str__(self) -> str:
        """Name it as a mismatch does."""
        return f"{self.file} row {self.number}"


class LevelRow(NamedTuple):
    """A row of the wage levels by area."""

    number: int
    levels: tuple[float, ...]
    scope: str

    def __str__(self) -> str:
        """Name it as a mismatch does."""
        return f"{WAGE_LEVELS} row {self.number}"


class Areas(NamedTuple):
    """The wage levels by area; areas by their numbers without zeros in front."""

    rows: Mapping[str, Mapping[str, LevelRow]]
    """Occupation -> area -> row."""
    counties: Mapping[str, str]
    """`Travis County, TX` -> area."""


class Official:
    """What the official files say; each is read once."""

    def __init__(self, folder: str, catalog: Catalog) -> None:
        occupations = catalog.occupations.values()
        has_levels = any(occupation.wage_levels for occupation in occupations)
        has_counties = any(place.kind == "county" for place in catalog.places.values())
        has_metros = any(pay.place.startswith(_METRO_ID) for occupation in occupations for pay in occupation.pay)
        areas = _areas(folder) if has_levels or has_counties else Areas({}, {})
        self.areas = areas if has_levels else areas._replace(rows={})
        read = {key: file for key, file in WAGES.items() if has_metros or key[1] != METRO}
        self.wages = {key: _wages(folder, file) for key, file in read.items()}
        """Source and kind of place -> occupation -> area or sector -> row."""
        self.outlook = _projections(folder, OUTLOOK, "Table 1.2")
        self.entry = _projections(folder, ENTRY, None)
        self.zones = _zones(folder)
        self.ratios = _ratios(folder)
        self.profiles = OnetFiles(folder) if any(occupation.profile for occupation in occupations) else None
        self.zone_names = _zone_names(folder) if self.profiles else {}


class Verifier:
    """Goes through a catalog; what it finds gathers in `checked`, `others` and `mismatches`."""

    def __init__(self, official: Official) -> None:
        self.checked: Counter[str] = Counter()
        self.others: Counter[str] = Counter()
        self.mismatches: list[str] = []
        self._official = official
        self._by_source: dict[str, Callable[[str, Figure, str], None]] = {
            "bls-oews-2025": self._oews,
            "bls-oews-2024": self._oews,
            PROJECTIONS: self._projection,
            ONET: self._zone,
        }

    def verify(self, catalog: Catalog) -> None:
        """Check every statement of every occupation and role."""
        for code, occupation in catalog.occupations.items():
            path = f"occupations.{code}"
            self._pays(path, occupation.pay, code)
            self._figures(path, occupation.figures, code)
            if occupation.profile:
                self._profile(f"{path}.profile", code, occupation.profile)
            if occupation.wage_ratios:
                self._ratios(f"{path}.wage_ratios", code, occupation.wage_ratios)
            self._levels(f"{path}.wage_levels", code, occupation.wage_levels)
        for key, role in catalog.roles.items():
            path = f"roles.{key}"
            self._pays(path, role.pay, None)
            self._figures(path, role.figures, None)
            for level in role.levels:
                self._pays(f"{path}.levels.{level.id}", level.pay, None)
                for link in level.occupations:
                    self._level_link(f"{path}.levels.{level.id}", link.code)
            for place, source in _of_roles(role):
                self._unknown(f"{path}.{place}", source)
        for key, named in catalog.places.items():
            for index, parity in enumerate(named.parities):
                self._unknown(f"places.{key}.parities[{index}]", parity.source)
            area = self._official.areas.counties.get(named.title)
            if named.kind == "county" and _number_of(named.within or "") != area:
                self._differs(f"places.{key}.within", named.within, WAGE_LEVELS, "another area, or no such county")
        for code in self._official.areas.rows.keys() - catalog.occupations.keys():
            self._differs(f"occupations.{code}.wage_levels", None, WAGE_LEVELS, "some")

    def estimates(self, reader: CatalogReader, catalog: Catalog) -> None:
        """Compute the estimate of every level once more, from the official files, and compare."""
        role_data = load_roles(reader, catalog.roles)
        for role_id, role in catalog.roles.items():
            counted = self._official.wages["bls-oews-2025", "nation"]
            exact = [link.code for link in role.occupations if link.fit == "exact" and link.code in counted]
            for level in role.levels:
                at = f"roles.{role_id}.levels.{level.id} estimate"
                estimate = None if level.pay else level_estimate(role_data, role_id, level)
                if level.wage_level is None or len(exact) != 1:
                    if estimate is not None:
                        self._differs(at, estimate.value, "the rule", "no estimate")
                    continue
                row = self._official.wages["bls-oews-2025", "nation"][exact[0]]["US"]
                mean, ratios = _number(row.cells["A_MEAN"]), self._official.ratios.get(exact[0])
                if mean is None or ratios is None:
                    if estimate is not None:
                        self._differs(at, estimate.value, row, "no mean or no wage levels")
                    continue
                column = _LEVEL_COLUMNS[level.wage_level]
                expected = round(mean * (float(str(ratios.cells[column])) if column else 1) / 100) * 100
                self.checked[RATIOS_SOURCE] += 1
                if estimate is None or estimate.value != expected:
                    self._differs(at, estimate and estimate.value, ratios, expected)

    def _level_link(self, path: str, code: str) -> None:
        """A level's occupation must be one that the newest official files have pay of."""
        self.checked["bls-oews-2025"] += 1
        if code not in self._official.wages["bls-oews-2025", "nation"]:
            self._absent(f"{path}.occupations", code, WAGES["bls-oews-2025", "nation"])

    def _ratios(self, path: str, code: str, ratios: WageRatios) -> None:
        row = self._official.ratios.get(code)
        if row is None or ratios.source != RATIOS_SOURCE:
            self._absent(path, code, RATIOS)
            return
        self.checked[RATIOS_SOURCE] += 1
        said = (ratios.areas, *ratios.levels, *ratios.low, *ratios.high)
        columns = ("areas", *_LEVEL_COLUMNS.values(), *_SPREAD_COLUMNS)
        says = tuple(_number(row.cells[column]) if column else 1 for column in columns)
        if said != says:
            self._differs(path, said, row, says)

    def _levels(self, path: str, code: str, every: Sequence[WageLevels]) -> None:
        """Compare the levels in each area with their row; no row may be left out."""
        rows = self._official.areas.rows.get(code, {})
        told: set[str] = set()
        for levels in every:
            if levels.source != WAGE_LEVELS_SOURCE:
                self.others[levels.source] += len(levels.areas)
                continue
            for place, said in levels.areas.items():
                number = _number_of(place)
                row = rows.get(number)
                told.add(number)
                self.checked[WAGE_LEVELS_SOURCE] += 1
                if row is None or place.startswith("US-metro-") != (len(number) <= 5):
                    self._absent(f"{path}.{place}", f"levels of {code}", WAGE_LEVELS)
                elif said != row.levels:
                    self._differs(f"{path}.{place}", said, row, row.levels)
                elif _SCOPES[levels.drawn_from] != row.scope:
                    self._differs(f"{path}.{place}", levels.drawn_from, row, f"GeoLvl {row.scope}")
                elif (levels.per, levels.currency) != ("year" if row.levels[0] > _LARGEST_HOUR else "hour", "USD"):
                    self._differs(f"{path}.{place}", f"{levels.currency} a {levels.per}", row, row.levels)
        for number in rows.keys() - told:
            self._differs(f"{path}.{number}", None, rows[number], rows[number].levels)

    def _profile(self, path: str, code: str, profile: Profile) -> None:
        if profile.source != ONET or self._official.profiles is None:
            self._unknown(path, profile.source)
            return
        for said in self._official.profiles.differences(code, profile, self.checked):
            self._differs(path, said, ONET_FOLDER, "something else")

    def _unknown(self, path: str, source: str) -> None:
        if source in PERIODS:
            self._uncheckable(path, f"nothing is known here of such figures from {source}")
        else:
            self.others[source] += 1

    def _uncheckable(self, path: str, why: str) -> None:
        self.mismatches.append(f"{path}: not checkable: {why}")

    def _differs(self, path: str, said: object, row: Row | LevelRow | str, says: object) -> None:
        self.mismatches.append(f"{path}: catalog says {_shown(said)}, {row} says {_shown(says)}")

    def _pays(self, path: str, pays: Sequence[Pay], code: str | None) -> None:
        for index, pay in enumerate(pays):
            at = f"{path}.pay[{index}]"
            points = len(_stated(pay)) + (pay.employment is not None)
            if pay.source not in PERIODS:
                self.others[pay.source] += points
            elif (row := self._wage_row(at, pay, pay.occupation or code)) is not None:
                self.checked[pay.source] += points
                self._points(at, pay, row, whole=code is not None)

    def _wage_row(self, at: str, pay: Pay, code: str | None) -> Row | None:
        """Return the row that a pay record quotes; note why there is none."""
        kind = "sector" if pay.industry else "nation" if pay.place == "US" else "state"
        kind = METRO if pay.place.startswith(_METRO_ID) else kind
        sheet = self._official.wages.get((pay.source, kind))
        if code is None:
            self._uncheckable(at, "it names no occupation")
        elif sheet is None or (kind == "sector" and pay.place != "US"):
            where = f"{pay.place}, {pay.industry}" if pay.industry else pay.place
            self._uncheckable(at, f"no file of {pay.source} has pay of {where}")
        elif pay.currency != "USD" or pay.per not in _UNITS or pay.population or pay.at_most:
            self._uncheckable(at, "the file has yearly and hourly pay of everybody in USD, and no upper bounds")
        elif not {*_stated(pay)} <= {*_POINTS}:
            self._uncheckable(at, "the file has percentiles, median and mean")
        elif pay.period not in PERIODS[pay.source]:
            self._differs(f"{at}.period", pay.period, WAGES[pay.source, kind], PERIODS[pay.source][-1])
        else:
            row = sheet.get(code, {}).get(pay.industry or pay.place)
            if row is None:
                self._absent(at, f"pay of {code}", WAGES[pay.source, kind])
            return row
        return None

    def _points(self, at: str, pay: Pay, row: Row, *, whole: bool) -> None:
        """Compare each point with its cell; `whole`: what the file prints must not be left out."""
        for point, name in _POINTS.items():
            cell = row.cells[f"{_UNITS[pay.per]}_{name}"]
            said, bound = getattr(pay, point), pay.at_least.get(point)
            top = _TOP[pay.per] if cell == "#" else None
            number = _number(cell)
            if said is not None and said != (None if number is None else round(number, 2)):
                self._differs(f"{at}.{point}", said, row, cell)
            if bound is not None and bound != top:
                self._differs(f"{at}.at_least.{point}", f">= {_shown(bound)}", row, cell)
            if whole and said is None and bound is None and (number is not None or top is not None):
                self._differs(f"{at}.{point}", None, row, cell)
        if pay.employment is not None and pay.employment != _number(row.cells["TOT_EMP"]):
            self._differs(f"{at}.employment", pay.employment, row, row.cells["TOT_EMP"])

    def _figures(self, path: str, figures: Sequence[Figure], code: str | None) -> None:
        for index, figure in enumerate(figures):
            at = f"{path}.figures[{index}] {figure.measure}"
            check, about = self._by_source.get(figure.source), figure.occupation or code
            if check is None:
                self.others[figure.source] += 1
            elif about is None:
                self._uncheckable(at, "it names no occupation")
            elif (more := self._beyond(figure)) is not None:
                self._uncheckable(at, f"nothing in the file answers to its {more}")
            else:
                check(at, figure, about)

    def _beyond(self, figure: Figure) -> str | None:
        """Return what a figure says besides a number or a name and that no official file answers to."""
        if (figure.source, figure.phrase) == (ONET, self._official.zone_names.get(str(figure.value))):
            figure = msgspec.structs.replace(figure, phrase=None)
        return _beyond(figure)

    def _plain(self, at: str, figure: Figure, unit: str, period: Sequence[str | None]) -> bool:
        """Say whether a figure counts what its column counts, of the time that the file is of; note it if not."""
        if figure.of is not None or figure.value is None or figure.unit not in (None, unit):
            self._uncheckable(at, f"the file has a number of {unit}")
        elif figure.period not in period:
            self._differs(f"{at} period", figure.period, figure.source, period[-1])
        else:
            return True
        return False

    def _absent(self, at: str, said: object, file: str) -> None:
        self.mismatches.append(f"{at}: catalog says {_shown(said)}, {file} has no such row")

    def _oews(self, at: str, figure: Figure, code: str) -> None:
        if figure.measure in ("best-state", "best-industry"):
            self._best(at, figure, code)
            return
        kind = "nation" if figure.place in (None, "US") else "state"
        sheet = self._official.wages.get((figure.source, kind))
        if figure.measure != "employment" or sheet is None:
            self._uncheckable(at, f"no file of {figure.source} has it for {figure.place or 'US'}")
        elif self._plain(at, figure, "jobs", PERIODS[figure.source]):
            self.checked[figure.source] += 1
            row = sheet.get(code, {}).get(figure.place or "US")
            if row is None:
                self._absent(at, figure.value, WAGES[figure.source, kind])
            elif figure.value != _number(row.cells["TOT_EMP"]):
                self._differs(at, figure.value, row, row.cells["TOT_EMP"])

    def _best(self, at: str, figure: Figure, code: str) -> None:
        kind = "state" if figure.measure == "best-state" else "sector"
        sheet = self._official.wages.get((figure.source, kind))
        if sheet is None or figure.place not in (None, "US") or figure.period not in PERIODS[figure.source]:
            self._uncheckable(at, f"no file of {figure.source} has every {kind}'s pay at that place and time")
            return
        if figure.of is None or figure.unit not in (None, "USD a year"):
            self._uncheckable(at, f"expected the name of a {kind} and its median in USD a year")
            return
        self.checked[figure.source] += 1
        rows = [row for row in sheet.get(code, {}).values() if kind == "sector" or row.cells["AREA_TYPE"] == _STATE]
        nation = self._official.wages[figure.source, "nation"].get(code, {}).get("US")
        jobs = _number(nation.cells["TOT_EMP"]) if nation else None
        said = f"{figure.of}{'' if figure.value is None else f', {_shown(figure.value)}'}"
        named = next((row for row in rows if _place_title(row) == figure.of), None)
        if named is None:
            self._absent(at, said, WAGES[figure.source, kind])
            return
        median = _number(named.cells["A_MEDIAN"])
        if median is None or (figure.value is not None and figure.value != median):
            self._differs(at, said, named, f"{figure.of}, {_shown(named.cells['A_MEDIAN'])}")
            return
        counted = f"{_shown(_number(named.cells['TOT_EMP']))} jobs"
        if figure.note != counted or not _is_large(named, jobs):
            few = "" if _is_large(named, jobs) else ", too few to be called best-paying"
            self._differs(at, figure.note, named, counted + few)
            return
        for row in rows:
            if not _is_large(row, jobs):
                continue
            other = _number(row.cells["A_MEDIAN"])
            if row.cells["A_MEDIAN"] == "#" or (other is not None and other > median):
                self._differs(at, said, row, f"{_place_title(row)}, {_shown(row.cells['A_MEDIAN'])}")
                return

    def _projection(self, at: str, figure: Figure, code: str) -> None:
        column = _TEXTS.get(figure.measure)
        if figure.place not in (None, "US") or (column is None and figure.measure not in _AMOUNTS):
            self._uncheckable(at, f"no file of {PROJECTIONS} has it for {figure.place or 'US'}")
        elif column is not None:
            self._text(at, figure, code, column)
        else:
            heading, by, unit = _AMOUNTS[figure.measure]
            period = ("2024",) if figure.measure in ("employment", "self-employed") else PERIODS[PROJECTIONS]
            if not self._plain(at, figure, unit, period):
                return
            self.checked[PROJECTIONS] += 1
            row = self._official.outlook.get(code)
            number = _number(row.cells[heading]) if row else None
            if row is None:
                self._absent(at, figure.value, OUTLOOK)
            elif number is None or figure.value != round(number * by, 1):
                self._differs(at, figure.value, row, f"{_shown(row.cells[heading])}{' thousand' if by > 1 else ''}")

    def _text(self, at: str, figure: Figure, code: str, column: str) -> None:
        """Compare a class of education, experience or training with both tables that print it."""
        if figure.of is None or figure.value is not None or figure.unit is not None:
            self._uncheckable(at, "the file names a class, and has no number")
            return
        if figure.period not in (*PERIODS[PROJECTIONS], "2024"):
            self._differs(f"{at} period", figure.period, PROJECTIONS, "2024-34")
            return
        self.checked[PROJECTIONS] += 1
        for file, table in ((OUTLOOK, self._official.outlook), (ENTRY, self._official.entry)):
            row = table.get(code)
            if row is None:
                self._absent(at, figure.of, file)
            elif figure.of != row.cells[column]:
                self._differs(at, figure.of, row, row.cells[column])

    def _zone(self, at: str, figure: Figure, code: str) -> None:
        if figure.measure != "job-zone" or figure.place not in (None, "US"):
            self._uncheckable(at, f"{ZONES} has only job zones")
            return
        if not self._plain(at, figure, "zone", PERIODS[ONET]):
            return
        self.checked[ONET] += 1
        rows = _zone_rows(self._official.zones, code)
        if not rows:
            self._absent(at, figure.value, ZONES)
        elif all(figure.value != _number(row.cells["Job Zone"]) for row in rows):
            zones = sorted({str(row.cells["Job Zone"]) for row in rows})
            self._differs(at, figure.value, rows[0], " or ".join(zones))


def _is_large(row: Row, nation: float | None) -> bool:
    """Say whether a place or sector has 1,000 jobs or 1% of the occupation's."""
    jobs = _number(row.cells["TOT_EMP"])
    return jobs is not None and (jobs >= 1000 or (nation is not None and jobs >= nation / 100))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what was checked and each mismatch; return the exit code."""
    parser = argparse.ArgumentParser(description="Check the catalog's figures against the official files.")
    parser.add_argument("data", metavar="DATA_DIR", help="the folder of the official files")
    parser.add_argument("--catalog", nargs="+", metavar="FILE", help="layers to check instead of the embedded catalog")
    options = parser.parse_args(arguments)
    layers = options.catalog or embedded_layers()
    missing = [path for path in layers if not os.path.isfile(path)]
    missing += [path for file in FILES if not os.path.isfile(path := os.path.join(options.data, file))]
    if missing:
        sys.stderr.write("".join(f"missing: {path}\n" for path in missing))
        return 2
    try:
        catalog = read_catalog(merge([parse(path, read_bytes(path)) for path in layers]))
        verifier = Verifier(Official(options.data, catalog))
    except (CatalogInvalid, Unreadable) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    verifier.verify(catalog)
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        write_index(connection, catalog)
        reader = CatalogReader(connection)
        verifier.estimates(reader, catalog)
        falls = list(falling_ladders(reader, catalog))
    for source in sorted(PERIODS):
        print(f"{source}: {verifier.checked[source]:,} figures checked")
    print(f"{RATIOS_SOURCE}: {verifier.checked[RATIOS_SOURCE]:,} ratios and estimates checked")
    print(f"{WAGE_LEVELS_SOURCE}: {verifier.checked[WAGE_LEVELS_SOURCE]:,} times four wage levels checked")
    print(f"{len(falls)} steps of ladders on which known pay falls, for two occupations differ:")
    for fall in falls:
        print(f"  {fall}")
    others = ", ".join(f"{source} {count:,}" for source, count in sorted(verifier.others.items()) if count)
    print(f"other sources: {verifier.others.total():,} figures, not checked{f' ({others})' if others else ''}")
    for mismatch in verifier.mismatches:
        print(mismatch)
    print(f"{len(verifier.mismatches):,} {'mismatch' if len(verifier.mismatches) == 1 else 'mismatches'}")
    return 1 if verifier.mismatches else 0


def _stated(pay: Pay) -> list[str]:
    points = [point for point in STATISTICS if getattr(pay, point) is not None]
    return [*points, *pay.at_least, *pay.at_most]


def _beyond(figure: Figure) -> str | None:
    """Return what a figure says besides a number or a name; no official file here answers to it."""
    says = ("low", "high", "at_least", "at_most", "population", "phrase")
    return next((name for name in says if getattr(figure, name) is not None), None)


def _of_roles(role: Role) -> Iterator[tuple[str, str]]:
    """Yield the place and source of the figures of a role that are neither pay nor measures."""
    for index, training in enumerate(role.training):
        if training.cost or training.time:
            yield f"training[{index}]", training.source
    for skill in role.skills:
        if skill.source is not None and (skill.importance is not None or skill.level is not None):
            yield f"skills.{skill.skill}", skill.source
    for level in role.levels:
        yield f"levels.{level.id}.years", level.source


def _zone_rows(zones: Mapping[str, Row], code: str) -> list[Row]:
    """Return the row of a code, or where O*NET has only finer ones, theirs."""
    own = zones.get(code) or zones.get(f"{code}.00")
    if own is not None:
        return [own]
    stem = code[:-1] if re.fullmatch(r"\d\d-\d{3}0", code) else f"{code}."
    return [row for key, row in zones.items() if key.startswith(stem)]


def _wages(folder: str, file: str) -> dict[str, dict[str, Row]]:
    """Return the detailed rows of a workbook of wages: occupation -> state, sector or US -> row."""
    needed = (
        "AREA",
        "AREA_TITLE",
        "AREA_TYPE",
        "PRIM_STATE",
        "NAICS",
        "NAICS_TITLE",
        "I_GROUP",
        "OCC_CODE",
        "O_GROUP",
        "TOT_EMP",
    )
    points = [f"{unit}_{name}" for unit in _UNITS.values() for name in _POINTS.values()]
    found: dict[str, dict[str, Row]] = {}
    for row in _rows(folder, file, None, (*needed, "TOT_EMP", *points)):
        area, group = str(row.cells["AREA_TYPE"]), row.cells["I_GROUP"]
        if row.cells["O_GROUP"] != "detailed" or area not in _AREAS or group not in ("cross-industry", "sector"):
            continue
        where = "US" if area == _NATION else f"US-{row.cells['PRIM_STATE']}"
        if area == _METRO:
            where = f"{_METRO_ID}{row.cells['AREA']}"
        if group == "sector":
            where = _place_title(row)
        before = found.setdefault(str(row.cells["OCC_CODE"]), {}).setdefault(where, row)
        if before is not row:
            raise Unreadable(f"{row}: says anew what row {before.number} says")
    return found


def _place_title(row: Row) -> str:
    """Return what the row's sector is called in every year, or the name of its area where it is of all sectors."""
    if row.cells["I_GROUP"] == "sector":
        return sector_title(str(row.cells["NAICS"]), str(row.cells["NAICS_TITLE"]))
    return str(row.cells["AREA_TITLE"])


def _projections(folder: str, file: str, sheet: str | None) -> dict[str, Row]:
    """Return the rows of single occupations in a table of the projections, by code."""
    code, kind = "2024 National Employment Matrix code", "Occupation type"
    needed = (code, *_TEXTS.values())
    if sheet:
        needed = (*needed, kind, *(heading for heading, _, _ in _AMOUNTS.values()))
    rows = _rows(folder, file, sheet, needed)
    return {str(row.cells[code]): row for row in rows if row.cells.get(kind, "Line item") == "Line item"}


def _zones(folder: str) -> dict[str, Row]:
    with open(os.path.join(folder, ZONES), encoding="utf-8", newline="") as stream:
        lines = list(csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    rows = _under(ZONES, lines, ("O*NET-SOC Code", "Job Zone"))
    return {str(row.cells["O*NET-SOC Code"]): row for row in rows}


def _zone_names(folder: str) -> dict[str, str]:
    with open(os.path.join(folder, ZONE_NAMES), encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["Job Zone"]: row["Name"] for row in rows}


def _ratios(folder: str) -> dict[str, Row]:
    with open(os.path.join(folder, RATIOS), encoding="utf-8", newline="") as stream:
        rows = _under(RATIOS, list(csv.reader(stream)), ("soc", "areas", *filter(None, _LEVEL_COLUMNS.values())))
        return {str(row.cells["soc"]): row for row in rows}


def _areas(folder: str) -> Areas:
    rows: dict[str, dict[str, LevelRow]] = {}
    try:
        with zipfile.ZipFile(os.path.join(folder, WAGE_LEVELS)) as archive:
            for number, cells in enumerate(_of_zip(archive, "ALC_Export.csv"), 2):
                levels = tuple(float(cells[f"Level{level}"] or "nan") for level in range(1, 5))
                if levels[0] == levels[0]:  # rows of wages without levels have none of the four
                    area = cells["Area"].lstrip("0")
                    rows.setdefault(cells["SocCode"], {})[area] = LevelRow(number, levels, cells["GeoLvl"])
            counties = {
                f"{cells['CountyTownName']}, {cells['StateAb']}": cells["Area"].lstrip("0")
                for cells in _of_zip(archive, "Geography.csv")
            }
    except (OSError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise Unreadable(f"{WAGE_LEVELS}: {error}") from None
    return Areas(rows, counties)


def _of_zip(archive: zipfile.ZipFile, name: str) -> Iterator[dict[str, str]]:
    with archive.open(name) as stream:
        yield from csv.DictReader(io.TextIOWrapper(stream, "utf-8-sig", newline=""))


def _number_of(place: str) -> str:
    """Return the number of an area whose key is that of a metropolitan or another area, without zeros in front."""
    return place.rpartition("-")[2].lstrip("0")


def falling_ladders(reader: CatalogReader, catalog: Catalog) -> Iterator[str]:
    """Yield the steps of ladders on which known pay falls, surveyed or estimated: to be read, no mismatch."""
    role_data = load_roles(reader, catalog.roles)
    for role_id, role in catalog.roles.items():
        known: dict[str, float] = {}
        for level in role.levels:
            pays = [pay.median for pay in level_pay(role_data, role_id, level) if pay.per == "year" and pay.median]
            estimate = level_estimate(role_data, role_id, level)
            if pays or estimate:
                known[level.id] = pays[0] if pays else estimate.value if estimate else 0
        for before, level in Ladder(role).steps():
            if known.get(level.id, float("inf")) < known.get(before.id, 0):
                yield f"{role_id}: {before.id} {known[before.id]:,.0f} -> {level.id} {known[level.id]:,.0f}"


def _rows(folder: str, file: str, sheet: str | None, needed: Sequence[str]) -> Iterator[Row]:
    """Return the rows of a sheet, the first one if none is named."""
    try:
        book = python_calamine.load_workbook(os.path.join(folder, file))
        found = book.get_sheet_by_name(sheet) if sheet else book.get_sheet_by_index(0)
        lines = found.to_python(skip_empty_area=False)  # so that rows count as they do on the screen
    except (python_calamine.CalamineError, OSError) as error:
        raise Unreadable(f"{file}: {error}") from None
    return _under(file, lines, needed)


def _under(file: str, lines: Sequence[Sequence[object]], needed: Sequence[str]) -> Iterator[Row]:
    """Yield the rows below the headings, which stand in one of the first rows."""
    headers = [[re.sub(r"\s*\[\d+\]\Z", "", str(cell).strip()) for cell in line] for line in lines[:5]]
    start = next((number for number, header in enumerate(headers, 1) if {*needed} <= {*header}), 0)
    if not start:
        raise Unreadable(f"{file}: expected a row with the headings {', '.join(needed)}")
    header = headers[start - 1]
    for number, line in enumerate(lines[start:], start + 1):
        cells = (cell.strip() if isinstance(cell, str) else cell for cell in line)
        yield Row(file, number, dict(zip(header, cells, strict=False)))


def _number(cell: object) -> float | None:
    """Return what a cell counts, None for a mark or an empty one."""
    try:
        return float(str(cell).replace(",", ""))
    except ValueError:
        return None


def _shown(value: object) -> str:
    if isinstance(value, int | float):
        return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"
    return "nothing" if value in (None, "") else str(value)


if __name__ == "__main__":
    raise SystemExit(main())
