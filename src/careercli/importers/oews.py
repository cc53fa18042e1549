"""Workbooks of the Occupational Employment and Wage Statistics -> pay of occupations, by year, place and sector."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from careercli.errors import ImportProblem
from careercli.importers.files import WORKBOOKS, Member
from careercli.importers.layer import Imported, ProgressCallback, Skipped
from careercli.importers.oews_rows import OCCUPATION, OewsKey, OewsRow, WageSheet, source_id
from careercli.importers.place_codes import UNITED_STATES, missing_states
from careercli.importers.tables import Table, column, location, sheets
from careercli.model import Amount, Catalog, Figure, Occupation, PlaceName, Source

FIRST_YEAR = 2019
"""Earlier files count occupations of SOC 2010."""
TOP_CODES: dict[int, tuple[Amount, Amount]] = {2024: (115, 239_200), 2025: (115, 239_200)}
"""What `#` stands for, an hour and a year, where a workbook does not say it itself."""

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_EDITION = re.compile(r"\bMay (20\d\d)\b")
_TOP_CODE = re.compile(r"equal to or greater than \$(\d[\d,.]*) per hour or \$(\d[\d,.]*\d) per year")
_SOC_2010 = frozenset(("15-1132", "15-1133", "15-1134", "15-1141", "15-1142"))
"""Codes that neither SOC 2018 nor the hybrid of 2019 and 2020 has."""
_COUNTED = (
    "pay", "figures", "detailed rows", "rows of other groups", "rows of other industries", "rows without pay",
    "rows of fewer owners", "repeated rows", "top-coded points", "top-coded points left out",
)  # fmt: skip


class _Notes(NamedTuple):
    """What the sheets beside the data say of the edition."""

    year: int | None
    top: tuple[Amount, Amount] | None


class _KeptRow(NamedTuple):
    """What a row says, and in which file."""

    estimate: OewsRow
    shown: str


def import_(members: Sequence[Member], progress: ProgressCallback) -> Imported:
    """Return pay and employment of every detailed occupation that has pay; raise ImportProblem."""
    layer = _Layer()
    books = [member for member in members if member.name.lower().endswith(WORKBOOKS)]
    layer.skipped += [
        Skipped(member.file_label, None, 0, "not a workbook") for member in members if member not in books
    ]
    for member in books:
        if "description" in member.name.lower():  # beside the data, in the archives of some years
            notes = _notes(_nonempty_sheets(member))
            if notes.year and notes.top:
                layer.top_codes[notes.year] = notes.top
    books = [member for member in books if "description" not in member.name.lower()]
    if not books:
        hint = "name a workbook such as national_M2025_dl.xlsx, or the zip that holds it"
        raise ImportProblem("no workbook of occupational wages among the files", hint=hint)
    for done, member in enumerate(books):
        progress(member.name, done, len(books))
        layer.read(member)
    progress("", len(books), len(books))
    return layer.imported()


class _Layer:
    """What any number of workbooks say, in any order of them."""

    def __init__(self) -> None:
        self.skipped: list[Skipped] = []
        self.top_codes = dict(TOP_CODES)
        self._counts: Counter[str] = Counter()
        self._kept: dict[str, dict[OewsKey, _KeptRow]] = {}
        self._conflicts: set[tuple[str, OewsKey]] = set()
        self._titles: dict[str, tuple[int, str]] = {}
        self._places: dict[str, tuple[int, PlaceName]] = {}

    def read(self, member: Member) -> None:
        """Read every sheet of wages of one workbook."""
        tables = _nonempty_sheets(member)
        if not tables:
            raise ImportProblem(f"{member.file_label}: every sheet is empty, expected one with the column 'OCC_CODE'")
        data = [table for table in tables if column(table, OCCUPATION[0]) is not None]
        notes = _notes(table for table in tables if table not in data)
        for table in data or tables[:1]:
            self._read_sheet(member.name, table, notes)

    def _read_sheet(self, name: str, table: Table, notes: _Notes) -> None:
        year = _year_of(name, table, notes)
        if year is not None and year < FIRST_YEAR:
            raise _old_taxonomy(f"{table.file_label}: May {year} counts occupations of SOC 2010")
        top = notes.top if notes.top and notes.year in (None, year) else self.top_codes.get(year or 0)
        sheet = WageSheet(table, year or 0, top, self.skipped)
        if year is None:
            hint = "keep the name that the file was published under, as national_M2025_dl.xlsx"
            raise ImportProblem(
                f"{location(table)}: neither the file's name nor a sheet says of which year it is", hint=hint
            )
        for estimate in sheet.rows():
            if estimate.code in _SOC_2010:
                raise _old_taxonomy(f"{location(table, estimate.row)}: {estimate.code} is an occupation of SOC 2010")
            self._keep(estimate, table.file_label)
        for key, named in sheet.places.items():
            self._places[key] = max(self._places.get(key, (0, named)), (year, named), key=_newest)
        self._counts.update(sheet.counts)
        if sheet.counts["top-coded points left out"]:
            reason = f"'#' stands for the top code of May {year}, which no sheet states: such points are left out"
            self.skipped.append(Skipped(table.file_label, table.sheet, 0, reason))

    def _keep(self, new: OewsRow, shown: str) -> None:
        """Keep what a row says: of two for the same jobs the one of more owners, neither where they disagree."""
        named = (new.key.year, new.title)
        self._titles[new.code] = max(self._titles.get(new.code, named), named)
        of_code = self._kept.setdefault(new.code, {})
        kept = of_code.get(new.key)
        if kept is None:
            of_code[new.key] = _KeptRow(new, shown)
            return
        old = kept.estimate
        if len(old.ownership) != len(new.ownership):
            self._counts["rows of fewer owners"] += 1
            if len(old.ownership) < len(new.ownership):
                of_code[new.key] = _KeptRow(new, shown)
        elif (old.yearly, old.hourly, old.employment) == (new.yearly, new.hourly, new.employment):
            self._counts["repeated rows"] += 1
        else:
            self._conflicts.add((new.code, new.key))
            where = ", ".join(part for part in (new.key.place, new.key.industry, f"May {new.key.year}") if part)
            reason = f"disagrees with {kept.shown}, row {old.row}, on {new.code} ({where}): both are left out"
            self.skipped.append(Skipped(shown, None, new.row, reason))

    def imported(self) -> Imported:
        """Return the layer."""
        for code, key in self._conflicts:
            del self._kept[code][key]
        keys = {key for of_code in self._kept.values() for key, kept in of_code.items() if _has_pay(kept)}
        if not keys:
            raise ImportProblem("no detailed occupation with pay in the files", hint="give the workbooks as published")
        occupations = {
            code: occupation for code in sorted(self._kept) if (occupation := self._occupation(code)) is not None
        }
        years = sorted({key.year for key in keys})
        places = {key: self._places[key][1] for key in {key.place for key in keys}}
        places = {**missing_states(places.values()), **places, "US": UNITED_STATES}
        catalog = Catalog(
            schema_version=1,
            name=f"bls-oews-{years[0]}" if len(years) == 1 else f"bls-oews-{years[0]}-{years[-1]}",
            title=f"Occupational Employment and Wage Statistics, {', '.join(f'May {year}' for year in years)}",
            note="Made from the official files; import them again rather than edit this.",
            sources={source_id(year): _source(year) for year in years},
            places=dict(sorted(places.items())),
            occupations=occupations,
        )
        kinds = Counter(self._places[key][1].kind for key in {key.place for key in keys})
        national = sum(any(p.place == "US" and p.industry is None for p in one.pay) for one in occupations.values())
        counts = {
            "occupations": len(occupations),
            "occupations with national pay": national,
            "years": len(years),
            "states": kinds["state"],
            "metropolitan areas": kinds["metro"],
            "nonmetropolitan areas": kinds["region"],
            "sectors": len({key.industry for key in keys} - {None}),
            **{name: self._counts[name] for name in _COUNTED},
        }
        return Imported(
            catalog, counts, tuple(sorted(self.skipped, key=lambda one: (one.file_label, one.row, one.reason)))
        )

    def _occupation(self, code: str) -> Occupation | None:
        """Return one occupation, the nation's pay of the newest year first; None when it has no pay."""
        estimates = [self._kept[code][key].estimate for key in sorted(self._kept[code], key=_order)]
        pays = tuple(pay for one in estimates for pay in (one.yearly, one.hourly) if pay is not None)
        if not pays:
            return None
        figures = tuple(
            Figure(measure="employment", source=source_id(one.key.year), value=one.employment, place="US")
            for one in estimates
            if one.key.place == "US" and one.key.industry is None and one.employment is not None
        )
        self._counts["pay"] += len(pays)
        self._counts["figures"] += len(figures)
        return Occupation(title=self._titles[code][1], scheme="soc-2018", pay=pays, figures=figures)


def _nonempty_sheets(member: Member) -> list[Table]:
    """Return the sheets of a workbook that hold anything."""
    tables = []
    for sheet in sheets(member).values():
        try:
            tables.append(sheet())
        except ImportProblem as problem:
            if "empty" not in problem.message:  # as a hidden sheet of each official workbook is
                raise
    return tables


def _notes(tables: Iterable[Table]) -> _Notes:
    year: int | None = None
    top: tuple[Amount, Amount] | None = None
    for table in tables:
        for cell in (cell for row in (table.header, *table.rows) for cell in row if isinstance(cell, str)):
            if year is None and (edition := _EDITION.search(cell)):
                year = int(edition[1])
            if top is None and (stated := _TOP_CODE.search(cell)):
                hour, yearly = (float(text.replace(",", "")) for text in stated.groups())
                top = (int(hour) if hour.is_integer() else hour, int(yearly))
    return _Notes(year, top)


def _year_of(name: str, table: Table, notes: _Notes) -> int | None:
    """Return the year that the names of file and sheet and the notes agree on; raise ImportProblem when they do not."""
    in_name, in_sheet = (_YEAR.search(text) for text in (name, table.sheet or ""))
    years = [int(found[1]) for found in (in_name, in_sheet) if found]
    if notes.year is not None and len(years) < 2:  # notes may be those of the year before, both names are never
        years.append(notes.year)
    if len(set(years)) > 1:
        message = f"{location(table)}: the file's name and its sheets name different years, {years[0]} and {years[1]}"
        raise ImportProblem(message, hint="give the file the name that it was published under")
    return years[0] if years else None


def _old_taxonomy(message: str) -> ImportProblem:
    hint = f"give files of May {FIRST_YEAR} or later, from https://www.bls.gov/oes/tables.htm"
    return ImportProblem(f"{message}, expected SOC 2018", hint=hint)


def _newest(item: tuple[int, PlaceName]) -> tuple[int, str]:
    return item[0], item[1].title


def _order(key: OewsKey) -> tuple[int, bool, str, str]:
    return -key.year, key.place != "US", key.place, key.industry or ""


def _has_pay(kept: _KeptRow) -> bool:
    return kept.estimate.yearly is not None or kept.estimate.hourly is not None


def _source(year: int) -> Source:
    hybrid = " Occupations are coded in a hybrid of SOC 2010 and SOC 2018." if year < 2021 else ""
    return Source(
        title="Occupational Employment and Wage Statistics",
        kind="official",
        publisher="US Bureau of Labor Statistics",
        period=f"{year}-05",
        licence="public domain",
        address="https://www.bls.gov/oes/",
        note=f"Wage and salary workers; the self-employed are not counted.{hybrid}",
    )
