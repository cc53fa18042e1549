"""Prevailing wages of the Department of Labor (OFLC) -> the four wage levels of occupations by area.

The archive has no titles that others do not have better: occupations stand by code. Each county is a place within its
area, so that people find their area by it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from careercli.errors import ImportProblem
from careercli.importers.files import Member
from careercli.importers.layer import Imported, ProgressCallback, Skipped, first_reasons, read_members
from careercli.importers.oflc_rows import (
    GEOGRAPHY,
    WAGES,
    Area,
    WageForm,
    WageRow,
    WageTable,
    is_other_wages,
    read_areas,
)
from careercli.importers.place_codes import UNITED_STATES, missing_states
from careercli.importers.tables import Table, column, delimited
from careercli.model import Catalog, PlaceName, Source

_YEAR = re.compile(r"(?<!\d)(20\d\d)[-_](\d\d)(?!\d)")
_HINT = "Use the zip as published, or ALC_Export.csv and Geography.csv from it."


class _WageLevels(msgspec.Struct, omit_defaults=True):
    """Levels by area that are JSON already; they are written like model.WageLevels."""

    source: str
    per: str
    currency: str
    areas: msgspec.Raw
    drawn_from: str | None = None


class _Occupation(msgspec.Struct):
    """An occupation that has its title from another layer; it is written like model.Occupation."""

    scheme: str
    wage_levels: tuple[_WageLevels, ...]


def import_(members: Sequence[Member], progress: ProgressCallback) -> Imported:
    """Return the wage levels of every occupation in every area; raise ImportProblem."""
    layer = _Layer()
    tables: list[Member] = []
    for member in members:
        if not member.name.lower().endswith(".csv"):
            layer.leave_out(member, "not a CSV file")
        elif is_other_wages(member):
            layer.leave_out(member, "wages at universities and research institutes, which careercli does not read")
        else:
            tables.append(member)
    if not tables:
        raise ImportProblem("none of the files is a table of wages", hint=_HINT)
    read_members(tables, layer.read, layer.skipped, progress)
    return layer.imported()


class _Layer:
    """What the tables of any number of wage years say, in any order of them."""

    def __init__(self) -> None:
        self.skipped: list[Skipped] = []
        self._counts: Counter[str] = Counter()
        self._kept: dict[str, dict[WageForm, dict[str, bytes]]] = {}
        """Occupation -> form -> area -> its four levels."""
        self._conflicts: set[tuple[str, str, str]] = set()
        self._geographies: list[tuple[str, dict[str, Area], dict[str, PlaceName]]] = []
        """Wage year, areas by number, counties."""

    def leave_out(self, member: Member, reason: str) -> None:
        """Note that a file is not read."""
        self.skipped.append(Skipped(member.file_label, None, 0, reason))

    def read(self, member: Member) -> None:
        """Read one table; raise ImportProblem."""
        table = delimited(member, ",", True)
        if column(table, "SocCode") is not None:
            self._read_wages(delimited(member, ",", True, *WAGES), member)
        elif column(table, "AreaName") is not None:
            geography = delimited(member, ",", True, *GEOGRAPHY)
            self._geographies.append((_year_of(member), *read_areas(geography, self.skipped)))
        else:
            self.leave_out(member, "neither the table of wages nor the table of areas")

    def _read_wages(self, table: Table, member: Member) -> None:
        wages = WageTable(table, _year_of(member))
        for row in wages.rows():
            self._keep(row, table.file_label)
        wages.refuse_if_many_faults()
        self._counts.update(wages.counts)
        self.skipped += wages.skipped
        self.skipped += [fault._replace(reason=f"{fault.reason}: skipped the row") for fault in wages.faults]

    def _keep(self, new: WageRow, file_label: str) -> None:
        """Keep what a row says: of two that disagree on the same people neither."""
        of_code = self._kept.setdefault(new.code, {})
        for form, areas in of_code.items():
            if form.year == new.form.year and new.area in areas:
                if (form, areas[new.area]) == (new.form, new.levels):
                    self._counts["repeated rows"] += 1
                else:
                    self._conflicts.add((new.code, form.year, new.area))
                    reason = f"another row disagrees on {new.code} in area {new.area}: skipped both"
                    self.skipped.append(Skipped(file_label, None, new.row, reason))
                return
        of_code.setdefault(new.form, {})[new.area] = new.levels

    def imported(self) -> Imported:
        """Return the layer; raise ImportProblem."""
        for code, year, number in self._conflicts:
            for form in self._kept[code]:
                if form.year == year:
                    self._kept[code][form].pop(number, None)
        forms = Counter({form: 0 for of_code in self._kept.values() for form in of_code})
        for of_code in self._kept.values():
            forms.update({form: len(levels) for form, levels in of_code.items()})
        years = sorted({form.year for form, rows in forms.items() if rows})
        if not years:
            message = f"no occupation with wage levels in the files{first_reasons(self.skipped)}"
            raise ImportProblem(message, hint=_HINT)
        areas, counties = self._places()
        named = dict(areas.values())
        places = {**missing_states(named.values()), **named, **counties, "US": UNITED_STATES}
        head = Catalog(
            schema_version=1,
            name=f"oflc-wages-{'-'.join(years)}",
            title=f"Prevailing wage levels by area, {', '.join(years)}",
            note="Made from the official files. Do not edit this layer; import the files again.",
            sources={_source_id(year): _source(year) for year in years},
            places=dict(sorted(places.items())),
        )
        kinds = Counter(place.kind for place in named.values())
        counts = {
            "occupations": sum(any(of_code.values()) for of_code in self._kept.values()),
            "wage years": len(years),
            "metropolitan areas": kinds["metro"],
            "nonmetropolitan areas": kinds["region"],
            "counties": len(counties),
            "occupations in areas": sum(forms.values()),
            "of them with yearly wages": sum(rows for form, rows in forms.items() if form.per == "year"),
            "of them taken from a wider area": sum(
                rows for form, rows in forms.items() if form.drawn_from not in (None, "area")
            ),
            **{name: self._counts[name] for name in ("rows without levels", "repeated rows")},
        }
        skipped = tuple(sorted(self.skipped, key=lambda one: (one.file_label, one.row, one.reason)))
        return Imported(head, counts, skipped, lambda: self._occupations(areas))

    def _places(self) -> tuple[dict[str, Area], dict[str, PlaceName]]:
        """Return the areas by number and the counties by key, of the newest year that has any; raise ImportProblem.

        Wages in an area of which no file says what it is are told and left out.
        """
        if not self._geographies:
            raise ImportProblem("no file says which areas there are", hint=_HINT)
        by_year = sorted(self._geographies, key=lambda geography: geography[0])
        areas = {number: area for _, of_year, _ in by_year for number, area in of_year.items()}
        counties = by_year[-1][2]
        numbers = {number for of_code in self._kept.values() for levels in of_code.values() for number in levels}
        for number in sorted(numbers - areas.keys()):
            self.skipped.append(Skipped("Geography.csv", None, 0, f"no area {number}: skipped its wages"))
        keys = {areas[number].key for number in numbers & areas.keys()}
        return (
            {number: areas[number] for number in sorted(numbers & areas.keys())},
            {key: county for key, county in counties.items() if county.within in keys},
        )

    def _occupations(self, areas: Mapping[str, Area]) -> Iterator[tuple[str, _Occupation]]:
        for code in sorted(self._kept):
            forms = sorted(self._kept[code].items(), key=lambda entry: _order(entry[0]))
            levels = tuple(_wage_levels(form, rows, areas) for form, rows in forms if rows.keys() & areas.keys())
            if levels:
                yield code, _Occupation("soc-2018", levels)


def _wage_levels(form: WageForm, rows: Mapping[str, bytes], areas: Mapping[str, Area]) -> _WageLevels:
    told = sorted((areas[number].key, levels) for number, levels in rows.items() if number in areas)
    written = b"{" + b",".join(b'"%s":%s' % (key.encode(), levels) for key, levels in told) + b"}"
    return _WageLevels(_source_id(form.year), form.per, "USD", msgspec.Raw(written), form.drawn_from)


def _order(form: WageForm) -> tuple[int, str, str]:
    """Put the newest wage year first."""
    return -int(form.year[:4]), form.per, form.drawn_from or ""


def _year_of(member: Member) -> str:
    """Return the wage year that the name of the file, its folder or its zip says last; raise ImportProblem."""
    years = [f"{first}-{last}" for first, last in _YEAR.findall(member.file_label) if int(last) == int(first[2:]) + 1]
    if not years:
        hint = "Keep the published name of the zip or its folder, such as OFLC_Wages_2025-26."
        raise ImportProblem(f"{member.file_label}: its name does not say which wage year it is", hint=hint)
    return years[-1]


def _source_id(year: str) -> str:
    return f"oflc-wages-{year}"


def _source(year: str) -> Source:
    first = int(year[:4])
    return Source(
        title="Prevailing wage levels by area",
        short="Labor Department wage levels",
        kind="official",
        publisher="US Department of Labor, Office of Foreign Labor Certification",
        period=year,
        licence="public domain",
        address="https://flag.dol.gov/wage-data/wage-data-downloads",
        note=(
            f"In force from July {first} to June {first + 1}. Worked out from the Occupational Employment and Wage "
            "Statistics. Levels are by experience, education and supervision, not by title. Level I (entry) is the "
            "average of the lowest third of wages, level IV (fully competent) the average of the upper two thirds. II "
            "and III are at equal steps between them (8 USC 1182(p)(4))."
        ),
    )
