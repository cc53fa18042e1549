"""Tables of the Employment Projections -> outlook and usual entry of occupations, by decade.

Only line items count. A dash is a missing value; pay is left to the survey that it comes from. Jobs and openings are
printed in thousands with one decimal and stand here in whole hundreds.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from careercli.errors import ImportProblem
from careercli.importers.files import WORKBOOKS, Member
from careercli.importers.layer import (
    Imported,
    ProgressCallback,
    Skipped,
    first_reasons,
    read_members,
    refuse_if_many_faults,
)
from careercli.importers.place_codes import UNITED_STATES
from careercli.importers.tables import (
    Row,
    Sheet,
    Table,
    as_number,
    as_text,
    column,
    columns,
    location,
    normalize_heading,
    sheets,
)
from careercli.model import Catalog, Figure, Measure, Occupation, Source

FIRST_BASE_YEAR = 2019
"""Earlier decades project occupations of SOC 2010."""

MAX_FAULT_SHARE = 0.1
"""Rows that cannot be right, and their share of all, from which not the rows are wrong but the columns."""
MIN_JOBS = 1.0
"""Thousands of jobs from which a change in percent can be told from rounded numbers."""

_TYPE = "Occupation type"
_ENTRY = "Typical education needed for entry"
_HEADINGS: dict[Measure, str] = {
    "growth": r"employment change\b.*\bpercent\b",
    "openings": r"occupational openings\b",
    "employment": r"employment, (\d{4})\Z",
    "self-employed": r"percent self[- ]employed, (\d{4})\Z",
    "entry-education": r"typical education needed for entry\b",
    "related-experience": r"work experience in a related occupation\b",
    "on-the-job-training": r"typical on-the-job training\b",
}
_CODE = re.compile(r"[0-9A-Za-z.:/-]+")
_DECADE = re.compile(r"\b(\d{4})[-–—](?:\d{2})?(\d{2})\b")
_MISSING = frozenset(("", "-", "–", "—", "n/a", "N/A"))
_MATRIX_CODE = re.compile(r"\d{4} national employment matrix (occupation )?code\Z")
_NAMES: tuple[Measure, ...] = ("entry-education", "related-experience", "on-the-job-training")


class _Layout(NamedTuple):
    """Where the columns of one table stand, and of which decade it is."""

    decade: str
    base: int
    title: int
    code: int
    type: int | None
    measures: dict[Measure, int]


def import_(members: Sequence[Member], progress: ProgressCallback) -> Imported:
    """Return outlook and usual entry of every line item; raise ImportProblem."""
    books = [member for member in members if member.name.lower().endswith(WORKBOOKS)]
    layer = _Layer([Skipped(member.file_label, None, 0, "not a workbook") for member in members if member not in books])
    if not books:
        hint = "Name occupation.xlsx or education.xlsx, or a folder that has them."
        raise ImportProblem("none of the files is a workbook of employment projections", hint=hint)
    tables: list[tuple[Table, _Layout]] = []

    def read(member: Member) -> None:
        found = [(table, _layout(table)) for table in _tables(member, layer.skipped)]
        for table, layout in found:
            _refuse_wrong_columns(table, layout)
        tables.extend(found)

    read_members(books, read, layer.skipped, progress)
    for table, layout in sorted(
        tables, key=lambda read: (-len(read[1].measures), read[0].sheet or "", read[0].file_label)
    ):
        layer.read(table, layout)
    return layer.imported()


class _Layer:
    """What any number of tables say; of a figure that stands in several, the fullest table's.

    In some years entry stands in Table 1.7 and not in 1.2, and openings stand in 1.10 again.
    """

    def __init__(self, skipped: list[Skipped]) -> None:
        self.skipped = skipped
        self._figures: dict[str, dict[tuple[str, Measure], Figure]] = {}
        self._titles: dict[str, tuple[str, str]] = {}
        self._items: set[tuple[str, str]] = set()
        self._summaries: set[tuple[str, str]] = set()

    def read(self, table: Table, layout: _Layout) -> None:
        """Read the line items of one table."""
        for number, row in enumerate(table.rows, table.first_row):
            code, title = as_text(row[layout.code]), re.sub(r"(\s*\[\d+\])+\Z", "", as_text(row[layout.title]))
            if not code:  # a footnote
                continue
            kind = "line item" if layout.type is None else as_text(row[layout.type]).lower()
            if kind == "summary":
                self._summaries.add((layout.decade, code))
            elif kind != "line item":
                self._skip(
                    table, number, f"expected 'Line item' or 'Summary' as the type of occupation, found {kind!r}"
                )
            elif not title or not _CODE.fullmatch(code):
                self._skip(table, number, f"expected the title and code of an occupation, found {title!r} and {code!r}")
            else:
                self._items.add((layout.decade, code))
                self._titles[code] = max(self._titles.get(code, ("", "")), (layout.decade, title))
                for measure in layout.measures:
                    figure = self._figure(table, number, row, measure, layout)
                    if figure is not None:
                        self._keep(table, number, code, figure)

    def _figure(self, table: Table, number: int, row: Row, measure: Measure, layout: _Layout) -> Figure | None:
        """Return what one cell says; None for a dash, and for what is neither a value nor a dash."""
        cell = row[layout.measures[measure]]
        text = as_text(cell)
        if text in _MISSING:
            return None
        source = f"bls-projections-{layout.decade}"
        if measure in _NAMES:
            return Figure(measure=measure, source=source, of=text, place="US")
        value = as_number(cell)
        if value is None or (value < 0 and measure != "growth"):
            heading = table.header[layout.measures[measure]]
            self._skip(table, number, f"expected a number or a dash as {heading!r}, found {text!r}: skipped")
            return None
        period = str(layout.base) if measure in ("employment", "self-employed") else None
        return Figure(measure=measure, source=source, value=_value(measure, value), place="US", period=period)

    def _keep(self, table: Table, number: int, code: str, figure: Figure) -> None:
        """Keep the first figure of a measure and decade, which is the fullest table's; note one that disagrees."""
        kept = self._figures.setdefault(code, {}).setdefault((figure.source, figure.measure), figure)
        if kept != figure:
            here, there = (one.value if one.of is None else one.of for one in (figure, kept))
            reason = (
                f"{figure.measure} of {code} is {here!r} here and {there!r} in a fuller table, which careercli keeps"
            )
            self._skip(table, number, reason)

    def imported(self) -> Imported:
        """Return the layer, the newest decade first."""
        figures = {
            code: tuple(of_code[key] for key in sorted(of_code, key=_order)) for code, of_code in self._figures.items()
        }
        if not figures:
            message = f"no line item with a figure in the files{first_reasons(self.skipped)}"
            raise ImportProblem(message, hint="Use the workbooks as published.")
        decades = sorted({decade for decade, _ in self._items})
        catalog = Catalog(
            schema_version=1,
            name=f"bls-projections-{'-'.join(decades)}",
            title=f"Employment Projections {', '.join(decades)}",
            note="Made from the official files. Do not edit this layer; import the files again.",
            sources={f"bls-projections-{decade}": _source(decade) for decade in decades},
            places={"US": UNITED_STATES},
            occupations={
                code: Occupation(title=self._titles[code][1], scheme="soc-2018", figures=figures[code])
                for code in sorted(figures)
            },
        )
        measures = Counter(figure.measure for of_code in figures.values() for figure in of_code)
        counts = {
            "occupations": len(figures),
            "line items": len(self._items),
            "decades": len(decades),
            **{measure.replace("-", " "): measures[measure] for measure in _HEADINGS},
            "summary rows": len(self._summaries),
        }
        return Imported(catalog, counts, tuple(self.skipped))

    def _skip(self, table: Table, row: int, reason: str) -> None:
        self.skipped.append(Skipped(table.file_label, table.sheet, row, reason))


def _tables(member: Member, skipped: list[Skipped]) -> Iterator[Table]:
    """Yield the tables of a workbook that say something of occupations; raise ImportProblem when there is none."""
    none, book = True, sheets(member, skipped)
    for name, sheet in book.items():
        table = _table(sheet, _TYPE, required=name == "Table 1.2") or _table(
            sheet, _ENTRY, required=name == "Table 5.4"
        )
        if table is not None and _measures(table):
            none = False
            yield table
    if none:
        names = ", ".join(repr(name) for name in book)
        message = (
            f"{member.file_label}: expected a sheet with the column {_TYPE!r} or {_ENTRY!r}, found the sheets {names}"
        )
        raise ImportProblem(message, hint="Use occupation.xlsx or education.xlsx as published.")


def _table(sheet: Sheet, heading: str, *, required: bool) -> Table | None:
    try:
        return sheet(heading)
    except ImportProblem:
        if required:
            raise
        return None


def _measures(table: Table) -> dict[Measure, int]:
    """Return where the measures stand; of two years of employment, the base year."""
    found: dict[Measure, int] = {}
    for measure, pattern in _HEADINGS.items():
        matches = [
            (heading, i) for i, heading in enumerate(map(normalize_heading, table.header)) if re.match(pattern, heading)
        ]
        if matches:
            found[measure] = min(matches)[1]
    return found


def _layout(table: Table) -> _Layout:
    """Find the columns and the decade; raise ImportProblem for other columns or an older taxonomy."""
    codes = [heading for heading in table.header if _MATRIX_CODE.match(normalize_heading(heading))]
    base = int(codes[0][:4]) if codes else 0
    if codes and base < FIRST_BASE_YEAR:
        message = f"{location(table)}: the projections from {base} use SOC 2010, not SOC 2018"
        raise ImportProblem(message, hint="Use the tables of 2022–32 or later: https://www.bls.gov/emp/")
    matrix = f"{base or 2024} National Employment Matrix"
    title, code = columns(
        table, (f"{matrix} title", f"{matrix} occupation title"), codes[0] if codes else f"{matrix} code"
    )
    decades = {(int(found[1]), found[2]) for heading in table.header if (found := _DECADE.search(heading))}
    end = min((end for start, end in decades if start == base), default=f"{(base + 10) % 100:02d}")
    if decades and decades != {(base, end)}:
        raise ImportProblem(
            f"{location(table)}: expected only figures of {base}–{end}, because its codes are of {base}"
        )
    measures = _measures(table)
    if table.sheet == "Table 1.2":
        expected: dict[Measure, str] = {
            "employment": f"Employment, {base}",
            "growth": f"Employment change, percent, {base}–{end}",
            "openings": f"Occupational openings, {base}–{end} annual average",
        }
        columns(table, *(name for measure, name in expected.items() if measure not in measures))
    if "employment" in measures and normalize_heading(table.header[measures["employment"]]) != f"employment, {base}":
        columns(table, f"Employment, {base}")
    return _Layout(f"{base}-{end}", base, title, code, column(table, _TYPE), measures)


def _refuse_wrong_columns(table: Table, layout: _Layout) -> None:
    """Raise ImportProblem, with the first three rows, where employment of the two years does not give the change.

    Jobs are printed in thousands with one decimal, the change in percent with one.
    """
    now, growth = layout.measures.get("employment"), layout.measures.get("growth")
    end = column(table, f"Employment, {layout.base + 10}")
    if now is None or growth is None or end is None:
        return
    faults, rows = [], 0
    for number, row in enumerate(table.rows, table.first_row):
        jobs, later, percent = (as_number(row[index]) for index in (now, end, growth))
        if jobs is None or later is None or percent is None or jobs < MIN_JOBS:
            continue
        rows += 1
        change = 100 * (later - jobs) / jobs
        slack = 0.06 + 100 * 0.05 * (1 + later / jobs) / jobs
        if abs(change - percent) > slack:
            reason = f"{as_text(row[now])} and then {as_text(row[end])} is a change of {change:.1f}%, not {percent}%"
            faults.append(Skipped(table.file_label, table.sheet, number, reason))
    hint = "Use the workbook exactly as published."
    refuse_if_many_faults(location(table), faults, rows, hint, MAX_FAULT_SHARE)


def _order(key: tuple[str, Measure]) -> tuple[int, int]:
    return -int(key[0].split("-")[2]), list(_HEADINGS).index(key[1])


def _value(measure: Measure, value: float) -> int | float:
    if measure not in ("growth", "self-employed"):
        return round(value * 10) * 100
    rounded = round(value, 1)
    return int(rounded) if rounded.is_integer() else rounded


def _source(decade: str) -> Source:
    return Source(
        title="Employment Projections",
        short="BLS outlook",
        kind="official",
        publisher="US Bureau of Labor Statistics",
        period=decade,
        licence="public domain",
        address="https://www.bls.gov/emp/",
        note="Includes the self-employed; openings count growth and people leaving the occupation.",
    )
