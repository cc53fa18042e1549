"""Write data/occupations.yaml: the official figures of the codes in use, from the files of their publishers.

Run it again on next year's files; it takes only the codes that the roles point at.

    python scripts/official_figures.py DATA_DIR
"""

import csv
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import yaml

from careercli.importers import oews, onet, projections
from careercli.importers.detect import detect_kinds
from careercli.importers.files import members
from careercli.model import STATISTICS, Catalog, Figure, Number, Occupation, Pay, Source

DATA = Path(__file__).parents[1] / "data"
TARGET = DATA / "occupations.yaml"
HEAD = """\
# Official figures of the codes that the roles point at. Made by scripts/official_figures.py; not written by hand.
schema_version: 1
name: careercli
"""
_IMPORTERS = {"oews": oews.import_, "projections": projections.import_, "onet": onet.import_}
TERRITORIES = ("US-GU", "US-PR", "US-VI")
"""Surveyed like states; the best-paying state is one of the fifty or the District of Columbia."""
RATIOS = "oflc/level-ratios.csv"
RATIOS_SOURCE = "oflc-wage-levels"
"""Its entry stands in data/roles.yaml, with the method."""
MIN_JOBS, MIN_SHARE = 1000, 0.01
"""From how many jobs, or from which share of an occupation's jobs on, a place or sector may be called best-paying."""
_TEXTS = ("title", "short", "publisher", "period", "licence", "address", "note")


def main() -> int:
    """Write the file and say what stands in it."""
    if len(sys.argv) != 2:
        sys.stderr.write(f"{__doc__}")
        return 2
    found: dict[str, Catalog] = {}
    for kind, files in detect_kinds(members(sys.argv[1:])):
        if kind in _IMPORTERS:
            found[kind] = _IMPORTERS[kind](files, _silent).catalog
    codes = sorted(codes_in_use())
    ratios = wage_ratios(Path(sys.argv[1]) / RATIOS)
    lines = [HEAD, *_sources(found.values()), *_places(found["oews"]), "occupations:\n"]
    missing = []
    for code in codes:
        if code not in found["oews"].occupations:
            missing.append(code)
            continue
        lines += _occupation(code, found)
        lines += [f"    wage_ratios: {ratios[code]}\n"] if code in ratios else []
    TARGET.write_text("".join(lines), "utf-8")
    print(f"{len(codes) - len(missing)} occupations written to {TARGET.name}")
    print(f"without wages: {', '.join(missing) or 'none'}")
    return 0


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


def wage_ratios(path: Path) -> dict[str, str]:
    """Return how the four wage levels of each class stand to its mean, in YAML, from the table of the areas' ratios.

    Level III is the mean itself, by construction: I + 2 IV is three times the mean.
    """
    with path.open(encoding="utf-8", newline="") as stream:
        return {
            row["soc"]: (
                f"{{source: {RATIOS_SOURCE}, areas: {row['areas']}, levels: [{row['level1_to_mean_median']}, "
                f"{row['level2_to_mean_median']}, 1, {row['level4_to_mean_median']}], "
                f"low: [{row['level1_to_mean_p25']}, {row['level4_to_mean_p25']}], "
                f"high: [{row['level1_to_mean_p75']}, {row['level4_to_mean_p75']}]}}"
            )
            for row in csv.DictReader(stream)
        }


def _silent(what: str, done: int, total: int) -> None:
    """Show no progress."""


def _sources(catalogs: Iterable[Catalog]) -> Iterator[str]:
    known: dict[str, Source] = {}
    for catalog in catalogs:
        known.update(catalog.sources)
    yield "sources:\n"
    for key, source in sorted(known.items()):
        yield f"  {key}:\n    kind: {source.kind}\n"
        for name in _TEXTS:
            value = getattr(source, name)
            if value is not None:
                yield f"    {name}: {_text(value)}\n"


def _places(catalog: Catalog) -> Iterator[str]:
    yield "places:\n"
    yield f"  US: {{title: {catalog.places['US'].title}, kind: country}}\n"


def _occupation(code: str, found: Mapping[str, Catalog]) -> Iterator[str]:
    wages = found["oews"].occupations[code]
    yield f'  "{code}":\n    title: {_text(wages.title)}\n    scheme: soc-2018\n    pay:\n'
    for pay in wages.pay:
        if pay.place == "US" and pay.industry is None:
            yield f"      - {_pay(pay)}\n"
    yield "    figures:\n"
    projected = found["projections"].occupations.get(code)
    figures = [*(projected.figures if projected else ()), *wages.figures, *_zone(code, found["onet"])]
    for figure in figures:
        yield f"      - {_figure(figure)}\n"
    yield from _best("best-state", _by_state(found["oews"], wages), wages)
    yield from _best("best-industry", _by_sector(wages), wages)


def _zone(code: str, catalog: Catalog) -> list[Figure]:
    """Return the job zone of the class, or the one that all its finer classes share."""
    zones = [
        figure
        for key, occupation in catalog.occupations.items()
        if code in (key, occupation.part_of) or (code.endswith("0") and key[:6] == code[:6])
        for figure in occupation.figures
        if figure.measure == "job-zone"
    ]
    itself = catalog.occupations.get(code)
    own = [figure for figure in (itself.figures if itself else ()) if figure.measure == "job-zone"]
    return own or (zones[:1] if len({figure.value for figure in zones}) == 1 else [])


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


def _best(measure: str, rows: list[tuple[str, Pay]], occupation: Occupation) -> Iterator[str]:
    """Yield the place or sector of the highest published median; none where a top-coded one may be higher.

    Only places and sectors with at least 1,000 jobs, or 1% of the occupation's jobs in that year, are looked at.
    """
    nation = {
        figure.source: figure.value
        for figure in occupation.figures
        if figure.measure == "employment" and figure.place in (None, "US")
    }
    counted = [(name, pay) for name, pay in rows if _has_enough_jobs(pay, nation.get(pay.source))]
    paid = [(name, pay) for name, pay in counted if pay.median is not None]
    if not paid or any("median" in pay.at_least for _, pay in counted):
        return
    name, pay = max(paid, key=lambda entry: entry[1].median or 0)
    yield (
        f"      - {{measure: {measure}, source: {pay.source}, of: {_text(name)}, value: {_number(pay.median or 0)}, "
        f'unit: USD a year, place: US, note: "{pay.employment:,.0f} jobs"}}\n'
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
