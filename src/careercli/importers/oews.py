"""Workbooks of the Occupational Employment and Wage Statistics -> pay of occupations, by year, place and sector."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from careercli.errors import ImportProblem
from careercli.importers.files import WORKBOOKS, Member
from careercli.importers.layer import Imported, ProgressCallback, Skipped, first_reasons, read_members
from careercli.importers.oews_rows import OCCUPATION, OewsKey, OewsRow, WageSheet, source_id
from careercli.importers.place_codes import UNITED_STATES, missing_states
from careercli.importers.tables import Table, column, location, sheets
from careercli.model import Amount, Catalog, Figure, PlaceName, Source

FIRST_YEAR = 2019
"""Earlier files count occupations of SOC 2010."""
FIRST_SOC_2018_YEAR = 2021
"""From here on occupations are those of SOC 2018, and estimates come from a model (MB3); before, codes are a hybrid."""
TOP_CODES: dict[int, tuple[Amount, Amount]] = {
    **dict.fromkeys(range(2019, 2022), (100, 208_000)),
    **dict.fromkeys(range(2022, 2026), (115, 239_200)),
}
"""What `#` stands for by year, an hour and a year, where a workbook does not say it itself, as those of sectors do not.

As the field descriptions of the Bureau's releases give them: those of 2024 and 2025 were read from the national
workbooks, the earlier ones are known from the releases and were not read again. What a workbook states itself wins.
"""

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_EDITION = re.compile(r"\bMay (20\d\d)\b")
_TOP_CODE = re.compile(r"equal to or greater than \$(\d[\d,.]*) per hour or \$(\d[\d,.]*\d) per year")
_SOC_2010 = frozenset(("15-1132", "15-1133", "15-1134", "15-1141", "15-1142"))
"""Codes that neither SOC 2018 nor the hybrid of 2019 and 2020 has."""
_HYBRID = (
    "Counted only in May 2019 and May 2020, which mixed SOC 2010 and SOC 2018. Since May 2021 its people are counted "
    "in other occupations."
)
_COUNTED = (
    "pay", "figures", "detailed rows", "rows of other groups", "rows of other industries", "rows without pay",
    "rows of fewer owners", "repeated rows", "top-coded points", "top-coded points left out",
)  # fmt: skip


class _Notes(NamedTuple):
    """What the sheets beside the data say of the edition."""

    year: int | None
    top: tuple[Amount, Amount] | None


class _Occupation(msgspec.Struct, omit_defaults=True):
    """An occupation whose pay is JSON already; it is written like model.Occupation."""

    title: str
    scheme: str
    pay: msgspec.Raw
    figures: tuple[Figure, ...] = ()
    note: str | None = None


def import_(members: Sequence[Member], progress: ProgressCallback) -> Imported:
    """Return pay and employment of every detailed occupation that has pay; raise ImportProblem.

    A workbook that cannot be read is left out and told, unless it is the only one.
    """
    layer = _Layer()
    books = [member for member in members if member.name.lower().endswith(WORKBOOKS)]
    layer.skipped += [
        Skipped(member.file_label, None, 0, "not a workbook") for member in members if member not in books
    ]
    for member in books:
        if "description" in member.name.lower():  # beside the data, in the archives of some years
            notes = _notes(_nonempty_sheets(member, layer.skipped))
            if notes.year and notes.top:
                layer.top_codes[notes.year] = notes.top
    books = [member for member in books if "description" not in member.name.lower()]
    if not books:
        hint = "Name a workbook such as national_M2025_dl.xlsx, or the zip that has it."
        raise ImportProblem("none of the files is a workbook of occupational wages", hint=hint)
    read_members(books, layer.read, layer.skipped, progress)
    for member in layer.waiting:  # another file of the year may have stated the top code by now
        layer.read(member, again=True)
    return layer.imported()


class _Layer:
    """What any number of workbooks say, in any order of them."""

    def __init__(self) -> None:
        self.skipped: list[Skipped] = []
        self.top_codes = dict(TOP_CODES)
        self.waiting: list[Member] = []
        """Workbooks with top codes that nobody has explained yet."""
        self._counts: Counter[str] = Counter()
        self._kept: dict[str, dict[OewsKey, OewsRow]] = {}
        self._conflicts: set[tuple[str, OewsKey]] = set()
        self._titles: dict[str, tuple[int, str]] = {}
        self._places: dict[str, tuple[int, PlaceName]] = {}

    def read(self, member: Member, *, again: bool = False) -> None:
        """Read every sheet of wages of one workbook; at first, it may have to wait for the top code of its year."""
        tables = _nonempty_sheets(member, [] if again else self.skipped)
        if not tables:
            raise ImportProblem(f"{member.file_label}: every sheet is empty; one should have the column 'OCC_CODE'")
        data = [table for table in tables if column(table, OCCUPATION[0]) is not None]
        notes = _notes(table for table in tables if table not in data)
        read = [self._read_sheet(member.name, table, notes) for table in data or tables[:1]]
        if not again and any(sheet.counts["top-coded points left out"] for sheet, _, _ in read):
            self.waiting.append(member)
            return
        for sheet, year, rows in read:
            self._keep_sheet(sheet, year, rows)

    def _read_sheet(self, name: str, table: Table, notes: _Notes) -> tuple[WageSheet, int, list[OewsRow]]:
        """Return the sheet, its year and its rows; raise ImportProblem."""
        year = _year_of(name, table, notes)
        if year is not None and year < FIRST_YEAR:
            raise _old_taxonomy(f"{table.file_label}: May {year} counts occupations of SOC 2010")
        top = notes.top if notes.top and notes.year in (None, year) else self.top_codes.get(year or 0)
        if year is not None and notes.top and notes.year in (None, year):
            self.top_codes.setdefault(year, notes.top)
        sheet = WageSheet(table, year or 0, top)
        if year is None:
            hint = "Keep the published name of the file, such as national_M2025_dl.xlsx."
            raise ImportProblem(
                f"{location(table)}: neither the file name nor a sheet says which year it is", hint=hint
            )
        rows = []
        for estimate in sheet.rows():
            if estimate.code in _SOC_2010:
                raise _old_taxonomy(f"{location(table, estimate.row)}: {estimate.code} is an occupation of SOC 2010")
            rows.append(estimate)
        sheet.refuse_if_many_faults()
        return sheet, year, rows

    def _keep_sheet(self, sheet: WageSheet, year: int, rows: list[OewsRow]) -> None:
        for estimate in rows:
            self._keep(estimate)
        for code, title in sheet.titles.items():
            self._titles[code] = max(self._titles.get(code, (year, title)), (year, title))
        for key, named in sheet.places.items():
            self._places[key] = max(
                self._places.get(key, (0, named)), (year, named), key=lambda item: (item[0], item[1].title)
            )
        self._counts.update(sheet.counts)
        self.skipped += sheet.skipped
        if sheet.counts["top-coded points left out"]:
            reason = (
                f"'#' stands for the top code of May {year}, but no sheet says what it is, so these points are "
                "skipped. Import it together with the national workbook of that year."
            )
            self.skipped.append(Skipped(sheet.file_label, sheet.name, 0, reason))

    def _keep(self, new: OewsRow) -> None:
        """Keep what a row says: of two for the same jobs the one of more owners, neither where they disagree."""
        of_code = self._kept.setdefault(new.code, {})
        old = of_code.get(new.key)
        if old is None:
            of_code[new.key] = new
        elif len(old.ownership) != len(new.ownership):
            self._counts["rows of fewer owners"] += 1
            if len(old.ownership) < len(new.ownership):
                of_code[new.key] = new
        elif (old.pay, old.employment) == (new.pay, new.employment):
            self._counts["repeated rows"] += 1
        else:
            self._conflicts.add((new.code, new.key))
            where = ", ".join(part for part in (new.key.place, new.key.industry, f"May {new.key.year}") if part)
            reason = f"disagrees with {old.file_label}, row {old.row}, on {new.code} ({where}): skipped both"
            self.skipped.append(Skipped(new.file_label, None, new.row, reason))

    def imported(self) -> Imported:
        """Return the layer."""
        for code, key in self._conflicts:
            del self._kept[code][key]
        for row in [row for of_code in self._kept.values() for row in of_code.values() if row.fault]:
            del self._kept[row.code][row.key]
            self.skipped.append(Skipped(row.file_label, None, row.row, f"{row.fault}: skipped the row"))
        keys = {key for of_code in self._kept.values() for key, kept in of_code.items() if kept.pay}
        if not keys:
            message = f"no detailed occupation with pay in the files{first_reasons(self.skipped)}"
            raise ImportProblem(message, hint="Use the workbooks as published.")
        codes = [code for code in sorted(self._kept) if any(one.pay for one in self._kept[code].values())]
        years = sorted({key.year for key in keys})
        places = {key: self._places[key][1] for key in {key.place for key in keys}}
        places = {**missing_states(places.values()), **places, "US": UNITED_STATES}
        head = Catalog(
            schema_version=1,
            name=f"bls-oews-{years[0]}" if len(years) == 1 else f"bls-oews-{years[0]}-{years[-1]}",
            title=f"Occupational Employment and Wage Statistics, {', '.join(f'May {year}' for year in years)}",
            note="Made from the official files. Do not edit this layer; import the files again.",
            sources={source_id(year): _source(year) for year in years},
            places=dict(sorted(places.items())),
        )
        kinds = Counter(self._places[key][1].kind for key in {key.place for key in keys})
        counted = {code: self._kept[code].values() for code in codes}
        self._counts["pay"] = sum(row.pay_count for rows in counted.values() for row in rows)
        self._counts["figures"] = sum(_is_national(row) for rows in counted.values() for row in rows)
        counts = {
            "occupations": len(codes),
            "occupations with national pay": sum(any(map(_has_national_pay, rows)) for rows in counted.values()),
            "years": len(years),
            "states": kinds["state"],
            "metropolitan areas": kinds["metro"],
            "nonmetropolitan areas": kinds["region"],
            "sectors": len({key.industry for key in keys} - {None}),
            **{name: self._counts[name] for name in _COUNTED},
        }
        skipped = tuple(sorted(self.skipped, key=lambda one: (one.file_label, one.row, one.reason)))
        return Imported(head, counts, skipped, lambda: ((code, self._occupation(code, years[-1])) for code in codes))

    def _occupation(self, code: str, newest: int) -> _Occupation:
        """Return one occupation, the nation's pay of the newest year first."""
        rows = [self._kept[code][key] for key in sorted(self._kept[code], key=_order)]
        figures = tuple(
            Figure(measure="employment", source=source_id(row.key.year), value=row.employment, place="US")
            for row in rows
            if _is_national(row)
        )
        pay = msgspec.Raw(b"[" + b",".join(row.pay for row in rows if row.pay) + b"]")
        is_hybrid = newest >= FIRST_SOC_2018_YEAR > rows[0].key.year
        return _Occupation(self._titles[code][1], "soc-2018", pay, figures, _HYBRID if is_hybrid else None)


def _nonempty_sheets(member: Member, skipped: list[Skipped]) -> list[Table]:
    """Return the sheets of a workbook that hold anything."""
    tables = []
    for sheet in sheets(member, skipped).values():
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
        message = f"{location(table)}: the file name and its sheets give different years, {years[0]} and {years[1]}"
        raise ImportProblem(message, hint="Give the file its published name.")
    return years[0] if years else None


def _old_taxonomy(message: str) -> ImportProblem:
    hint = f"Use files of May {FIRST_YEAR} or later: https://www.bls.gov/oes/tables.htm"
    return ImportProblem(f"{message}, not of SOC 2018", hint=hint)


def _order(key: OewsKey) -> tuple[int, bool, str, str]:
    return -key.year, key.place != "US", key.place, key.industry or ""


def _is_national(row: OewsRow) -> bool:
    """Say whether a row counts the nation's jobs in all industries, and says how many."""
    return row.key.place == "US" and row.key.industry is None and row.employment is not None


def _has_national_pay(row: OewsRow) -> bool:
    return row.key.place == "US" and row.key.industry is None and bool(row.pay)


def _source(year: int) -> Source:
    older = (
        " The occupation codes mix SOC 2010 and SOC 2018. The Bureau changed its method in May 2021 and advises "
        "against comparing years."
    )
    is_old = year < FIRST_SOC_2018_YEAR
    return Source(
        title="Occupational Employment and Wage Statistics",
        short="BLS wages",
        kind="official",
        publisher="US Bureau of Labor Statistics",
        period=f"{year}-05",
        licence="public domain",
        address="https://www.bls.gov/oes/",
        note=f"Wage and salary workers; the self-employed are not counted.{older if is_old else ''}",
    )
