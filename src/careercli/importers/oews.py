"""Workbooks of the Occupational Employment and Wage Statistics -> pay of occupations, by year, place and sector.

Only rows of detailed occupations count, across industries or in one sector. A mark is never a number: `*`, `**` and `~`
say that there is none, `#` says only that it is the top code of its year or more.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from careercli.errors import ImportProblem
from careercli.importers.areas import STATES, UNITED_STATES, first_state, metro_id, state_id
from careercli.importers.files import WORKBOOKS, Member
from careercli.importers.results import Imported, Skipped
from careercli.importers.tables import Cell, Row, Table, as_number, as_text, column, columns, fold, place, sheets
from careercli.model import Amount, Catalog, Figure, Occupation, Pay, PlaceName, Source, Statistic

FIRST_YEAR = 2019
"""Earlier files count occupations of SOC 2010."""
TOP_CODES = {2024: (115, 239_200), 2025: (115, 239_200)}
"""What `#` stands for an hour and a year, where a workbook does not say it itself."""

_AREA = ("AREA", "AREA_TITLE", "AREA_TYPE")
_INDUSTRY = ("NAICS", "NAICS_TITLE")
_OCCUPATION = (("OCC_CODE", "OCC CODE"), ("OCC_TITLE", "OCC TITLE"), ("O_GROUP", "OCC_GROUP", "GROUP"))
_POINTS: tuple[tuple[Statistic, str], ...] = (
    ("p10", "PCT10"), ("p25", "PCT25"), ("median", "MEDIAN"), ("mean", "MEAN"), ("p75", "PCT75"), ("p90", "PCT90"),
)  # fmt: skip
_MISSING = frozenset(("*", "**", "~", "-", "—", "N/A", "n/a"))
_SOC_2010 = frozenset(("15-1132", "15-1133", "15-1134", "15-1141", "15-1142"))
"""Detailed occupations of which SOC 2018 and the hybrid of 2019 and 2020 use no code."""
_CODE = re.compile(r"\d\d-\d{4}")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_EDITION = re.compile(r"\bMay (20\d\d)\b")
_TOP_CODE = re.compile(r"equal to or greater than \$([\d,.]+) per hour or \$([\d,.]+) per year")
_OUT = "-"
"""An industry or area that is not imported."""


class _Notes(NamedTuple):
    """What the sheets beside the data say of the edition."""

    year: int | None = None
    top: tuple[Amount, Amount] | None = None


class _Layout(NamedTuple):
    """Where the columns of one sheet stand; None for those that not every year has."""

    area: Callable[[Row], tuple[Cell, ...]]
    industry: Callable[[Row], tuple[Cell, ...]]
    code: int
    title: int
    group: int
    employment: int
    owners: int | None
    yearly_only: int | None
    hourly_only: int | None
    yearly: tuple[tuple[Statistic, int], ...]
    hourly: tuple[tuple[Statistic, int], ...]


class _Key(NamedTuple):
    """What one row describes: a year, a place, and a sector (None for all of them)."""

    year: int
    place: str
    industry: str | None


class _Estimate(NamedTuple):
    """What one row says."""

    yearly: Pay | None
    hourly: Pay | None
    employment: Amount | None
    owners: str
    shown: str
    row: int


def import_(members: Sequence[Member], tell: Callable[[str, int, int], None]) -> Imported:
    """Return pay and employment of every detailed occupation that has pay; raise ImportProblem."""
    reader = _Reader()
    books = [member for member in members if member.name.lower().endswith(WORKBOOKS)]
    for member in members:
        if member not in books:
            reader.skipped.append(Skipped(member.shown, None, 0, "not a workbook"))
    descriptions = [member for member in books if "description" in member.name.lower()]
    for member in descriptions:
        notes = _read_notes(sheet() for sheet in sheets(member).values())
        if notes.year and notes.top:
            reader.top_codes.setdefault(notes.year, notes.top)
    books = [member for member in books if member not in descriptions]
    if not books:
        hint = "name a workbook such as national_M2025_dl.xlsx, or the zip that holds it"
        raise ImportProblem("no workbook of occupational wages among the files", hint=hint)
    for done, member in enumerate(books):
        tell(member.name, done, len(books))
        reader.read(member)
    tell("occupations", len(books), len(books))
    return reader.result()


class _Reader:
    """Gathers rows of any number of workbooks in any order."""

    def __init__(self) -> None:
        self.skipped: list[Skipped] = []
        self.top_codes = dict(TOP_CODES)
        self._counts: Counter[str] = Counter()
        self._estimates: dict[str, dict[_Key, _Estimate]] = {}
        self._conflicts: set[tuple[str, _Key]] = set()
        self._titles: dict[str, tuple[int, str]] = {}
        self._places: dict[str, tuple[int, PlaceName]] = {}

    def read(self, member: Member) -> None:
        """Read every data sheet of one workbook."""
        tables = []
        for sheet in sheets(member).values():
            try:
                tables.append(sheet())
            except ImportProblem:  # an empty sheet, as the hidden one of each official workbook
                continue
        data = [table for table in tables if column(table, _OCCUPATION[0]) is not None]
        notes = _read_notes(table for table in tables if table not in data)
        for table in data or tables[:1]:
            self._read_table(member.name, table, notes)
        if not tables:
            raise ImportProblem(f"{member.shown}: every sheet is empty, expected one with the column 'OCC_CODE'")

    def _read_table(self, name: str, table: Table, notes: _Notes) -> None:
        year = _year(name, table, notes)
        if year is not None and year < FIRST_YEAR:
            raise _old_taxonomy(table.shown, f"May {year} counts occupations of SOC 2010")
        layout = _layout(table)
        if year is None:
            message = f"{place(table)}: neither the file's name nor a sheet says of which year it is"
            raise ImportProblem(message, hint="keep the name that the file was published under: national_M2025_dl.xlsx")
        top = notes.top if notes.top and notes.year in (None, year) else self.top_codes.get(year)
        rows = _Rows(self, table, layout, year, top)
        for number, row in enumerate(table.rows, table.first_row):
            rows.take(number, row)
        self._counts.update(rows.counts)
        if rows.counts["top-coded points left out"]:
            reason = f"'#' stands for the top code of May {year}, which no sheet states: those points are left out"
            self.skipped.append(Skipped(table.shown, table.sheet, 0, reason))

    def title(self, code: str, year: int, title: str) -> None:
        """Keep the newest title of an occupation."""
        if (year, title) > self._titles.get(code, (0, "")):
            self._titles[code] = (year, title)

    def place(self, key: str, year: int, named: PlaceName) -> None:
        """Keep the newest name of a place."""
        known = self._places.get(key)
        if known is None or (year, named.title) > (known[0], known[1].title):
            self._places[key] = (year, named)

    def add(self, code: str, key: _Key, new: _Estimate) -> None:
        """Keep what a row says, the widest ownership where there are several; where rows disagree, keep neither."""
        of_code = self._estimates.setdefault(code, {})
        old = of_code.setdefault(key, new)
        if old is new:
            return
        if (old.yearly, old.hourly, old.employment) == (new.yearly, new.hourly, new.employment):
            self._counts["repeated rows"] += 1
        elif len(old.owners) != len(new.owners):
            of_code[key] = max(old, new, key=lambda estimate: len(estimate.owners))
            self._counts["rows of part of the owners"] += 1
        else:
            self._conflicts.add((code, key))
            where = f"{code} in {key.place}{f', {key.industry},' if key.industry else ''} in May {key.year}"
            first = f"row {old.row}" if old.shown == new.shown else f"{old.shown}, row {old.row}"
            self.skipped.append(Skipped(new.shown, None, new.row, f"disagrees with {first} on {where}: both left out"))

    def result(self) -> Imported:
        """Return the layer of everything read."""
        for code, key in self._conflicts:
            del self._estimates[code][key]
        occupations = {}
        used: set[_Key] = set()
        for code in sorted(self._estimates):
            estimates = sorted(self._estimates[code].items(), key=lambda item: _order(item[0]))
            pays = tuple(pay for _, one in estimates for pay in (one.yearly, one.hourly) if pay is not None)
            if not pays:
                continue
            figures = tuple(
                Figure(measure="employment", source=_source_id(key.year), value=one.employment, place="US")
                for key, one in estimates
                if key.place == "US" and key.industry is None and one.employment is not None
            )
            used.update(key for key, _ in estimates)
            occupations[code] = Occupation(title=self._titles[code][1], scheme="soc-2018", pay=pays, figures=figures)
            self._counts["pay"] += len(pays)
            self._counts["figures"] += len(figures)
        if not occupations:
            raise ImportProblem("no detailed occupation with pay in the files", hint="see which rows were left out")
        years = sorted({key.year for key in used})
        keys = {key.place for key in used}
        places = {key: named for key, (_, named) in self._places.items() if key in keys}
        for key in sorted({named.within for named in places.values() if named.within} - places.keys() - {"US"}):
            places[key] = PlaceName(title=_STATE_NAMES[key], kind="state", within="US")
        places["US"] = UNITED_STATES
        kinds = Counter(named.kind for named in places.values())
        catalog = Catalog(
            schema_version=1,
            name=f"bls-oews-{years[0]}" if len(years) == 1 else f"bls-oews-{years[0]}-{years[-1]}",
            title=f"Occupational Employment and Wage Statistics, {' and '.join(f'May {year}' for year in years)}",
            sources={_source_id(year): _source(year) for year in years},
            places=dict(sorted(places.items())),
            occupations=occupations,
        )
        counts = {
            "occupations": len(occupations),
            "occupations with national pay": sum(
                any(pay.place == "US" and pay.industry is None for pay in one.pay) for one in occupations.values()
            ),
            "years": len(years),
            "states": kinds["state"],
            "metropolitan areas": kinds["metro"],
            "other areas": kinds["region"],
            "sectors": len({key.industry for key in used} - {None}),
            **{name: self._counts[name] for name in _COUNTED},
        }
        return Imported(catalog, counts, tuple(sorted(self.skipped, key=lambda one: (one.shown, one.row))))


_COUNTED = (
    "pay", "figures", "detailed rows", "rows of other groups", "rows of other industries", "rows without pay",
    "rows of part of the owners", "repeated rows", "top-coded points", "top-coded points left out",
)  # fmt: skip
