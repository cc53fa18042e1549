"""Write the official figures that come with the program, from the files of their publishers.

`data/market/` has what they say of every occupation. `data/occupations.yaml` has the national figures of the codes that
the roles point at, to be read in git. Run it again on next year's files; the same files give the same bytes.

    python scripts/official_figures.py DATA_DIR
"""

import csv
import heapq
import lzma
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import yaml

from careercli.catalog.merge_rules import merge_mappings
from careercli.importers.detect import detect_kinds
from careercli.importers.files import Member, members
from careercli.importers.layer import encoded_lines
from careercli.importers.run import make_layer
from careercli.model import STATISTICS, Catalog, Figure, Measure, Number, Occupation, Pay, Source, WageRatios

DATA = Path(__file__).parents[1] / "data"
TARGET, MARKET = DATA / "occupations.yaml", DATA / "market"
HEAD = """\
# Official figures of the codes that the roles point at. Made by scripts/official_figures.py; not written by hand.
schema_version: 1
name: careercli
"""
MARKET_HEAD = {
    "schema_version": 1,
    "name": "us-labor-market",
    "title": "The labor market of the United States",
    "note": "Made by scripts/official_figures.py from the official files. Do not edit it; run the script again.",
}
PARTS: Mapping[str, tuple[str, ...]] = {
    "occupations": ("figures", "part_of", "note", "wage_ratios"), "pay": ("pay",), "profiles": ("profile",),
}  # fmt: skip
"""The files of the market and what of an occupation stands in each, beside its title and scheme."""
WAGES = "national_M2024_dl", "national_M2025_dl", "state_M2025_dl.derived", "natsector_M2025_dl.derived"
METROS = ("MSA_M2025_dl.derived",)
STATE_PRICES = ("SARPP_STATE_2008_2023",)
MAX_METROS = 10
"""Best-paying metropolitan areas of each occupation; an import adds all others."""
TERRITORIES = ("US-GU", "US-PR", "US-VI")
"""Surveyed like states; the best-paying state is one of the fifty or the District of Columbia."""
RATIOS = "oflc/level-ratios.csv"
RATIOS_SOURCE = "oflc-wage-levels"
"""Its entry stands in data/roles.yaml, with the method."""
MIN_JOBS, MIN_SHARE = 1000, 0.01
"""From how many jobs, or from which share of an occupation's jobs on, a place or sector may be called best-paying."""
_TEXTS = ("title", "short", "publisher", "period", "licence", "address", "note")
NATIONAL_SOURCES = ("bls-oews-2024", "bls-oews-2025", "bls-projections-2024-34", "onet-29-2")
"""The sources that data/occupations.yaml cites."""


def main() -> int:
    """Write the files and say what stands in them."""
    if len(sys.argv) != 2:
        sys.stderr.write(f"{__doc__}")
        return 2
    market = labor_market(Path(sys.argv[1]))
    MARKET.mkdir(exist_ok=True)
    for part, keys in PARTS.items():
        content = b"".join(encoded_lines(_part(market, part, keys)))
        packed = lzma.compress(content, preset=9 | lzma.PRESET_EXTREME)
        (MARKET / f"{part}.json.xz").write_bytes(packed)
        print(f"market/{part}: {len(content):,} bytes, {len(packed):,} packed")
    print(f"{len(market.occupations):,} occupations, {len(market.places):,} places, {len(market.sources)} sources")
    codes = sorted(codes_in_use())
    missing = [code for code in codes if not _has_wages(market, code)]
    lines = [HEAD, *_sources(market.sources), *_places(market), "occupations:\n"]
    for code in codes:
        lines += [] if code in missing else _occupation(code, market.occupations[code])
    TARGET.write_text("".join(lines), "utf-8")
    print(f"{len(codes) - len(missing)} occupations written to {TARGET.name}")
    print(f"without wages: {', '.join(missing) or 'none'}")
    return 0


def labor_market(data: Path) -> Catalog:
    """Return what the official files say of every occupation; DATA_DIR has them under the publishers' names."""
    kinds = dict(detect_kinds(members([str(data)])))
    wages = _read("oews", _named(kinds["oews"], WAGES))
    layers = [
        _read("projections", kinds["projections"]),
        wages,
        _best_metros(wages, _read("oews", _named(kinds["oews"], METROS))),
        _read("parities", _named(kinds["parities"], STATE_PRICES)),
        _counties(_read("oflc", members([str(path) for path in sorted(data.glob("oflc/*.zip"))]))),
        _read("onet", kinds["onet"]),
    ]
    plain: dict[str, Any] = {}
    for layer in layers:
        plain = merge_mappings(plain, msgspec.json.decode(msgspec.json.encode(layer)))
    for code, occupation in wages.occupations.items():
        plain["occupations"][code]["title"] = occupation.title
    market = msgspec.convert({**plain, **MARKET_HEAD}, Catalog)
    ratios = wage_ratios(data / RATIOS)
    occupations = {
        code: _completed(market, code, occupation, ratios.get(code))
        for code, occupation in sorted(market.occupations.items())
    }
    return msgspec.structs.replace(market, occupations=occupations)


def _named(files: Sequence[Member], names: Sequence[str]) -> list[Member]:
    return [member for name in names for member in files if member.name.startswith(name)]


def _read(kind: str, files: list[Member]) -> Catalog:
    return make_layer(kind, files, _silent).imported.catalog


def _silent(what: str, done: int, total: int) -> None:
    """Show no progress."""


def _counties(catalog: Catalog) -> Catalog:
    """Return the places alone: which county lies in which area."""
    return msgspec.structs.replace(catalog, sources={}, occupations={})


def _best_metros(wages: Catalog, metros: Catalog) -> Catalog:
    """Return the yearly pay of each occupation in the areas that pay best among those with enough of its jobs.

    An area whose median is only known to be above a bound stands where the bound puts it.
    """
    occupations = {}
    for code, occupation in metros.occupations.items():
        counted = (pay for pay in occupation.pay if pay.per == "year" and pay.place != "US")
        ranked = [pay for pay in counted if _has_enough_jobs(pay, _jobs(wages, code, pay.source)) and _median(pay)]
        best = heapq.nlargest(MAX_METROS, ranked, key=lambda pay: (_median(pay), pay.place))
        occupations[code] = msgspec.structs.replace(occupation, figures=(), pay=tuple(best))
    named = {pay.place for occupation in occupations.values() for pay in occupation.pay}
    places = {key: place for key, place in metros.places.items() if key in named or place.kind != "metro"}
    return msgspec.structs.replace(metros, places=places, occupations=occupations)


def _median(pay: Pay) -> float:
    return pay.at_least.get("median") or pay.median or 0


def _jobs(wages: Catalog, code: str, source: str) -> Number | None:
    """Return the jobs of an occupation in the nation as one publication counts them."""
    occupation = wages.occupations.get(code)
    counts = (figure for figure in occupation.figures if figure.measure == "employment") if occupation else ()
    return next((one.value for one in counts if one.source == source and one.place in (None, "US")), None)


def _completed(market: Catalog, code: str, occupation: Occupation, ratios: WageRatios | None) -> Occupation:
    """Return the occupation with what is worked out from several files."""
    figures = [*occupation.figures]
    if not any(figure.measure == "job-zone" for figure in figures):
        figures += _zone(code, market)
    figures += _best("best-state", _by_state(market, occupation), market, code)
    figures += _best("best-industry", _by_sector(occupation), market, code)
    return msgspec.structs.replace(occupation, figures=tuple(figures), wage_ratios=ratios)


def _part(market: Catalog, part: str, keys: Sequence[str]) -> Catalog:
    """Return one file of the market: sources and places stand in the first."""
    occupations = {}
    for code, occupation in market.occupations.items():
        kept = {key: getattr(occupation, key) for key in keys}
        if part == "occupations" or any(kept.values()):
            occupations[code] = Occupation(title=occupation.title, scheme=occupation.scheme, **kept)
    has_rest = part == "occupations"
    return msgspec.structs.replace(
        market,
        sources=market.sources if has_rest else {},
        places=market.places if has_rest else {},
        occupations=occupations,
    )


def _has_wages(market: Catalog, code: str) -> bool:
    return code in market.occupations and any(pay.place == "US" for pay in market.occupations[code].pay)


def codes_in_use() -> set[str]:
    """Return every code that a role of the embedded catalog points at, or that a figure of a role was counted for."""
    codes: set[str] = set()
    for path in (DATA / "roles.yaml", *sorted((DATA / "roles").glob("*.yaml"))):
        for role in (yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader).get("roles") or {}).values():
            for holder in (role, *(role.get("levels") or ())):
                codes |= {link["code"] for link in holder.get("occupations") or ()}
            for record in (*(role.get("pay") or ()), *(role.get("figures") or ())):
                codes |= {record["occupation"]} if "occupation" in record else set()
    return codes


def wage_ratios(path: Path) -> dict[str, WageRatios]:
    """Return how the four wage levels of each class stand to its mean, from the table of the areas' ratios.

    Level III is the mean itself, by construction: I + 2 IV is three times the mean.
    """
    with path.open(encoding="utf-8", newline="") as stream:
        return {row["soc"]: _ratios(row) for row in csv.DictReader(stream)}


def _ratios(row: Mapping[str, str]) -> WageRatios:
    value = {key: float(text) for key, text in row.items() if key.startswith("level")}
    return WageRatios(
        source=RATIOS_SOURCE,
        areas=int(row["areas"]),
        levels=(value["level1_to_mean_median"], value["level2_to_mean_median"], 1, value["level4_to_mean_median"]),
        low=(value["level1_to_mean_p25"], value["level4_to_mean_p25"]),
        high=(value["level1_to_mean_p75"], value["level4_to_mean_p75"]),
    )


def _sources(sources: Mapping[str, Source]) -> Iterator[str]:
    yield "sources:\n"
    for key in NATIONAL_SOURCES:
        source = sources[key]
        yield f"  {key}:\n    kind: {source.kind}\n"
        for name in _TEXTS:
            value = getattr(source, name)
            if value is not None:
                yield f"    {name}: {_text(value)}\n"


def _places(catalog: Catalog) -> Iterator[str]:
    yield "places:\n"
    yield f"  US: {{title: {catalog.places['US'].title}, kind: country}}\n"


def _occupation(code: str, occupation: Occupation) -> Iterator[str]:
    yield f'  "{code}":\n    title: {_text(occupation.title)}\n    scheme: soc-2018\n    pay:\n'
    for pay in occupation.pay:
        if pay.place == "US" and pay.industry is None:
            yield f"      - {_pay(pay)}\n"
    yield "    figures:\n"
    for figure in occupation.figures:
        yield f"      - {_figure(figure)}\n"
    if (ratios := occupation.wage_ratios) is not None:
        levels, low, high = (", ".join(map(_number, values)) for values in (ratios.levels, ratios.low, ratios.high))
        yield (
            f"    wage_ratios: {{source: {ratios.source}, areas: {ratios.areas}, levels: [{levels}], "
            f"low: [{low}], high: [{high}]}}\n"
        )


def _zone(code: str, catalog: Catalog) -> list[Figure]:
    """Return the job zone that all finer classes of a class share, where it has none of its own."""
    zones = [
        figure
        for key, occupation in catalog.occupations.items()
        if code == occupation.part_of or (code.endswith("0") and key[:6] == code[:6])
        for figure in occupation.figures
        if figure.measure == "job-zone"
    ]
    return zones[:1] if len({figure.value for figure in zones}) == 1 else []


def _by_state(catalog: Catalog, occupation: Occupation) -> list[tuple[str, Pay]]:
    newest = max((pay.source for pay in occupation.pay if pay.place != "US"), default="")
    return [
        (catalog.places[pay.place].title, pay)
        for pay in occupation.pay
        if catalog.places[pay.place].kind == "state"
        and pay.place not in TERRITORIES
        and pay.source == newest
        and pay.per == "year"
    ]


def _by_sector(occupation: Occupation) -> list[tuple[str, Pay]]:
    newest = max((pay.source for pay in occupation.pay if pay.industry), default="")
    return [
        (pay.industry, pay)
        for pay in occupation.pay
        if pay.industry and pay.source == newest and pay.per == "year" and pay.place == "US"
    ]


def _best(measure: Measure, rows: list[tuple[str, Pay]], market: Catalog, code: str) -> Iterator[Figure]:
    """Yield the place or sector of the highest published median; none where a top-coded one may be higher.

    Only places and sectors with at least 1,000 jobs, or 1% of the occupation's jobs in that year, are looked at.
    """
    counted = [(name, pay) for name, pay in rows if _has_enough_jobs(pay, _jobs(market, code, pay.source))]
    paid = [(name, pay) for name, pay in counted if pay.median is not None]
    if not paid or any("median" in pay.at_least for _, pay in counted):
        return
    name, pay = max(paid, key=lambda entry: entry[1].median or 0)
    yield Figure(
        measure=measure,
        source=pay.source,
        of=name,
        value=pay.median,
        unit="USD a year",
        place="US",
        note=f"{pay.employment:,.0f} jobs",
    )


def _has_enough_jobs(pay: Pay, nation: Number | None) -> bool:
    if pay.employment is None:
        return False
    return pay.employment >= MIN_JOBS or (nation is not None and pay.employment >= MIN_SHARE * nation)


def _pay(pay: Pay) -> str:
    parts = [f"source: {pay.source}", f"place: {pay.place}", f"per: {pay.per}", f"currency: {pay.currency}"]
    if pay.employment is not None:
        parts.append(f"employment: {_number(pay.employment)}")
    parts += [f"{point}: {_number(getattr(pay, point))}" for point in STATISTICS if getattr(pay, point) is not None]
    if pay.at_least:
        bounds = ", ".join(f"{point}: {_number(value)}" for point, value in pay.at_least.items())
        parts.append(f"at_least: {{{bounds}}}")
    if pay.note:
        parts.append(f"note: {_text(pay.note)}")
    return f"{{{', '.join(parts)}}}"


def _figure(figure: Figure) -> str:
    parts = [f"measure: {figure.measure}", f"source: {figure.source}"]
    parts += [f"of: {_text(figure.of)}"] if figure.of is not None else []
    parts += [f"value: {_number(figure.value)}"] if figure.value is not None else []
    parts += [f"unit: {figure.unit}"] if figure.unit else []
    parts += [f"place: {figure.place}"] if figure.place else []
    parts += [f"period: {figure.period}"] if figure.period else []
    parts += [f"note: {_text(figure.note)}"] if figure.note else []
    return f"{{{', '.join(parts)}}}"


def _number(value: Number) -> str:
    return str(int(value)) if float(value).is_integer() else str(value)


def _text(value: str) -> str:
    """Quote a text for YAML's flow style."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    raise SystemExit(main())
