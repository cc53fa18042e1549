"""Regional price parities and purchasing power parities -> what living costs in a place, by year.

Only the index of all items and the conversion factor of the whole economy count: parts of a basket, and factors of
private consumption, are other measures. `(NA)` and an empty cell are missing values.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from msgspec import structs

from careercli.errors import ImportProblem
from careercli.importers.files import Member
from careercli.importers.layer import Imported, ProgressCallback, Skipped, first_reasons, read_members
from careercli.importers.place_codes import COUNTRIES, UNITED_STATES, area_by_code, area_by_name, missing_states
from careercli.importers.tables import (
    Cell,
    Table,
    as_text,
    columns,
    complete_rows,
    delimited,
    location,
    normalize_heading,
)
from careercli.model import Catalog, Parity, PlaceName, Source

_AREA_COLUMNS = ("area", "year", "rpp_all_items_us_100")
_COUNTRY_COLUMNS = ("Country", "Country ID", "Year", "PPP")
_BEA_COLUMNS = ("GeoFIPS", "GeoName", "TableName", "Description")
_BANK_COLUMNS = ("Country Name", "Country Code", "Indicator Code")
_BEA_TABLES = ("SARPP", "MARPP")
"""All other tables of the archives hold deflators, or the metropolitan portions of states."""
_ALL_ITEMS = ("rpps: all items", "all items")
_FACTOR = "PA.NUS.PPP"
"""PPP conversion factor, GDP (local currency units per international dollar)."""
RPP_LIMITS = (50, 200)
"""Regional price levels of all items lie between 80 and 125."""
_MISSING = frozenset(("", "(NA)", "(D)", "(L)", "..", "NA"))
_YEAR = re.compile(r"(?:19|20)\d\d")

_Kind: TypeAlias = Literal["rpp", "ppp"]


class _PriceLevel(NamedTuple):
    """One price level as a file states it."""

    kind: _Kind
    key: str
    named: PlaceName
    year: int
    value: float
    row: int


class _DatedPriceLevel(NamedTuple):
    """A price level, by the newest year of its file, which tells releases apart, and where it stands."""

    release: int
    value: float
    where: str


def import_(members: Sequence[Member], progress: ProgressCallback) -> Imported:
    """Return the price levels of every place in the files; raise ImportProblem."""
    layer = _Layer()
    files = [member for member in members if member.name.lower().endswith(".csv")]
    layer.skipped += [
        Skipped(member.file_label, None, 0, "not a CSV file") for member in members if member not in files
    ]
    read_members(files, layer.read, layer.skipped, progress)
    return layer.imported()


class _Layer:
    """What any number of files say; of two releases of one value, the newer."""

    def __init__(self) -> None:
        self.skipped: list[Skipped] = []
        self.counts: Counter[str] = Counter()
        self._read: list[tuple[Table, int, _PriceLevel]] = []

    def read(self, member: Member) -> None:
        """Read one file, in whichever of the four layouts it is."""
        for headings, levels_of in _LAYOUTS.items():
            try:
                table = delimited(member, ",", True, *headings)
            except ImportProblem:
                continue
            levels = list(levels_of(self, table))
            release = max((level.year for level in levels), default=0)
            self._read += [(table._replace(rows=[]), release, level) for level in levels]
            return
        layouts = " or ".join(f"'{','.join(headings)}'" for headings in _LAYOUTS)
        found = ",".join(delimited(member, ",", True).header)[:200]
        hint = "Use the CSV files of the BEA (SARPP, MARPP) or the World Bank (PA.NUS.PPP) as published."
        raise ImportProblem(f"{member.file_label}: expected the columns {layouts}, found '{found}'", hint=hint)

    def areas(self, table: Table) -> Iterator[_PriceLevel]:
        """Yield the parities of a list of areas by name."""
        area, year, value = columns(table, *_AREA_COLUMNS)
        for number, row in complete_rows(table, self.skipped):
            amount, of_year = self._index(table, number, row[value]), self._year(table, number, row[year])
            if amount is None or of_year is None:
                continue
            if (found := area_by_name(title := as_text(row[area]))) is None:
                reason = f"expected the name of an area in Latin letters, found {title!r}"
                self.skipped.append(Skipped(table.file_label, None, number, reason))
                continue
            yield _PriceLevel("rpp", *found, of_year, amount, number)

    def countries(self, table: Table) -> Iterator[_PriceLevel]:
        """Yield the parities of a list of countries and years."""
        country, code, year, value = columns(table, *_COUNTRY_COLUMNS)
        for number, row in complete_rows(table, self.skipped):
            key = as_text(row[code])
            if not re.fullmatch(r"[A-Z]{2}", key) or row[country] is None:
                self.counts["rows of groups of countries"] += 1
                continue
            amount, of_year = self._amount(table, number, row[value]), self._year(table, number, row[year])
            if amount is not None and of_year is not None:
                named = PlaceName(title=as_text(row[country]), kind="country")
                yield _PriceLevel("ppp", key, named, of_year, amount, number)

    def bea(self, table: Table) -> Iterator[_PriceLevel]:
        """Yield the parities of BEA's own tables of states and metropolitan areas."""
        code, name, kind, description = columns(table, *_BEA_COLUMNS)
        years = _years(table)
        for number, row in enumerate(table.rows, table.first_row):
            fips = as_text(row[code]).strip(' "') if len(row) > code else ""
            if not re.fullmatch(r"\d{5}", fips):
                self.counts["footnotes"] += any(cell is not None for cell in row)
            elif len(row) != len(table.header):
                self._skip(table, number, f"expected {len(table.header)} cells, found {len(row)}")
            elif as_text(row[kind]) not in _BEA_TABLES:
                self.counts["rows of other tables"] += 1
            elif normalize_heading(as_text(row[description])) not in _ALL_ITEMS:
                self.counts["rows of parts of the basket"] += 1
            elif (found := area_by_code(as_text(row[kind]), fips, as_text(row[name]))) is None:
                self._skip(table, number, f"expected a state, found {fips} {row[name]}")
            else:
                for year, index in years:
                    if (amount := self._index(table, number, row[index])) is not None:
                        yield _PriceLevel("rpp", *found, year, amount, number)

    def bank(self, table: Table) -> Iterator[_PriceLevel]:
        """Yield the parities of the World Bank's own table."""
        name, code, indicator = columns(table, *_BANK_COLUMNS)
        years = _years(table)
        for number, row in complete_rows(table, self.skipped):
            if as_text(row[indicator]) != _FACTOR:
                self._skip(table, number, f"expected the indicator {_FACTOR}, found {as_text(row[indicator])!r}")
            elif (key := COUNTRIES.get(as_text(row[code]))) is None or row[name] is None:
                self.counts["rows of groups of countries"] += 1
            else:
                named = PlaceName(title=as_text(row[name]), kind="country")
                for year, index in years:
                    if (amount := self._amount(table, number, row[index])) is not None:
                        yield _PriceLevel("ppp", key, named, year, amount, number)

    def imported(self) -> Imported:
        """Return the layer."""
        coded = {level.named.title: level.key for _, _, level in self._read if re.search(r"-metro-\d{5}\Z", level.key)}
        names: dict[str, tuple[int, str, PlaceName]] = {}
        known: dict[str, dict[tuple[_Kind, int], _DatedPriceLevel | None]] = {}
        for table, release, level in self._read:
            key = coded.get(level.named.title, level.key)
            name = (release, level.named.title, level.named)
            names[key] = max(names.get(key, name), name, key=lambda one: one[:2])
            self._keep(known.setdefault(key, {}), table, release, level)
        places = {
            key: structs.replace(names[key][2], parities=_parities(of_place))
            for key, of_place in known.items()
            if any(of_place.values())
        }
        if not places:
            message = f"the files have no price level for any place{first_reasons(self.skipped)}"
            raise ImportProblem(message, hint="Use the CSV files as published, with decimal points.")
        newest: dict[str, int] = {}
        for parity in (parity for named in places.values() for parity in named.parities):
            newest[parity.source] = max(newest.get(parity.source, 0), int(parity.period))
        kinds = Counter((parity.kind, named.kind) for named in places.values() for parity in named.parities[:1])
        values = Counter(parity.kind for named in places.values() for parity in named.parities)
        missing = {**missing_states(places.values()), "US": UNITED_STATES}
        catalog = Catalog(
            schema_version=1,
            name="-and-".join(sorted(newest)),
            title="Price levels of places",
            note="Made from the official files. Do not edit this layer; import the files again.",
            sources={source: _source(source, newest[source]) for source in sorted(newest)},
            places=dict(sorted({**missing, **places}.items())),
        )
        counts = {
            "states": kinds["rpp", "state"],
            "metropolitan areas": kinds["rpp", "metro"],
            "countries": kinds["ppp", "country"],
            "regional price parities": values["rpp"],
            "purchasing power parities": values["ppp"],
            **dict(sorted(self.counts.items())),
        }
        return Imported(catalog, counts, tuple(self.skipped))

    def _keep(
        self,
        of_place: dict[tuple[_Kind, int], _DatedPriceLevel | None],
        table: Table,
        release: int,
        level: _PriceLevel,
    ) -> None:
        """Keep the newer release's value; where one release has two, keep neither."""
        new = _DatedPriceLevel(release, level.value, location(table, level.row))
        old = of_place.setdefault((level.kind, level.year), new)
        if old is new:
            return
        if old is None or (old.release == release and old.value != level.value):
            of_place[level.kind, level.year] = None
            elsewhere = old.where if old else "other files"
            reason = f"{level.named.title} has a different value for {level.year} in {elsewhere}: skipped both"
            self._skip(table, level.row, reason)
            return
        self.counts["repeated values" if old.value == level.value else "values of older releases"] += 1
        of_place[level.kind, level.year] = max(old, new)

    def _amount(self, table: Table, number: int, cell: Cell) -> float | None:
        """Return a positive number, None for an empty cell or a mark; note what is neither."""
        text = as_text(cell)
        if text in _MISSING:
            return None
        try:
            amount = float(text)
        except ValueError:
            amount = 0.0
        if not 0 < amount <= 1e12:
            self._skip(table, number, f"expected a number above 0, found {text!r}")
            return None
        return amount

    def _index(self, table: Table, number: int, cell: Cell) -> float | None:
        """Return a regional price level, which no place has far from that of the nation; note one that is."""
        amount = self._amount(table, number, cell)
        if amount is None or RPP_LIMITS[0] <= amount <= RPP_LIMITS[1]:
            return amount
        low, high = RPP_LIMITS
        self._skip(
            table, number, f"expected a price level from {low} to {high} (United States = 100), found {amount:g}"
        )
        return None

    def _year(self, table: Table, number: int, cell: Cell) -> int | None:
        if _YEAR.fullmatch(as_text(cell)):
            return int(as_text(cell))
        self._skip(table, number, f"expected a year, found {as_text(cell)!r}")
        return None

    def _skip(self, table: Table, row: int, reason: str) -> None:
        self.skipped.append(Skipped(table.file_label, None, row, reason))


_LAYOUTS: dict[tuple[str, ...], Callable[[_Layer, Table], Iterator[_PriceLevel]]] = {
    _COUNTRY_COLUMNS: _Layer.countries,
    _AREA_COLUMNS: _Layer.areas,
    _BEA_COLUMNS: _Layer.bea,
    _BANK_COLUMNS: _Layer.bank,
}


def _years(table: Table) -> list[tuple[int, int]]:
    """Return the years of the header and where they stand; raise ImportProblem when there is none."""
    years = [(int(heading), index) for index, heading in enumerate(table.header) if _YEAR.fullmatch(heading)]
    if not years:
        columns(table, "2023")
    return years


def _parities(of_place: dict[tuple[_Kind, int], _DatedPriceLevel | None]) -> tuple[Parity, ...]:
    return tuple(
        Parity(
            kind=kind,
            value=known.value,
            period=str(year),
            source=f"bea-rpp-{known.release}" if kind == "rpp" else "world-bank-ppp",
        )
        for (kind, year), known in sorted(of_place.items())
        if known is not None
    )


def _source(source: str, newest: int) -> Source:
    if source == "world-bank-ppp":
        return Source(
            title="PPP conversion factor, GDP (local currency units per international dollar)",
            short="World Bank price levels",
            kind="official",
            publisher="World Bank, International Comparison Program",
            period=str(newest),
            licence="CC BY 4.0",
            address="https://data.worldbank.org/indicator/PA.NUS.PPP",
            note="A rough guide: it compares the prices of whole economies, not what a household buys.",
        )
    return Source(
        title="Regional Price Parities, all items (United States = 100)",
        short="BEA price levels",
        kind="official",
        publisher="US Bureau of Economic Analysis",
        period=source.removeprefix("bea-rpp-"),
        licence="public domain",
        address="https://www.bea.gov/data/prices-inflation/regional-price-parities-state-and-metro-area",
        note="Compare places within one year only. Prices do not say what employers pay there.",
    )
