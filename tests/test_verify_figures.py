"""scripts/verify_figures.py tells right figures from wrong ones of each kind, and finds none wrong in the catalog."""

import copy
import importlib.util
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.importers.workbooks import Value, official, put, tabbed, workbook, zipped

SCRIPT = Path(__file__).parents[1] / "scripts" / "verify_figures.py"
CEO, COMPUTING, NURSE = "11-1011", "15-1290", "29-1141"
"""CEO is top-coded and yearly only, COMPUTING a broad class that O*NET splits."""
WAGE_HEADINGS = (
    "AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS", "NAICS_TITLE", "I_GROUP", "OWN_CODE", "OCC_CODE",
    "OCC_TITLE", "O_GROUP", "TOT_EMP", "H_MEAN", "A_MEAN", "H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90",
    "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90", "ANNUAL", "HOURLY",
)  # fmt: skip
MATRIX, TYPE = "2024 National Employment Matrix", "Occupation type"
TAUGHT = (
    "Typical education needed for entry",
    "Work experience in a related occupation",
    "Typical on-the-job training needed to attain competency in the occupation",
)
OUTLOOK_HEADINGS = (
    f"{MATRIX} title", f"{MATRIX} code", TYPE, "Employment, 2024", "Employment change, percent, 2024–34",
    "Percent self employed, 2024", "Occupational openings, 2024–34 annual average",
    "Median annual wage, dollars, 2024[1]", *TAUGHT,
)  # fmt: skip
NATION = ("99", "U.S.", "1", "US", "000000", "Cross-industry", "cross-industry", "1235")
YEARLY: tuple[Value, ...] = (60, "*", 201, "*", "*", "*", "*", "*", 1, 2, 3, "#", "#", "TRUE", None)
NURSE_PAY: tuple[Value, ...] = (
    3_000_000, 47.5, 98_800, 33.1, 38.2, 45.069999999999997, 52, "#", 66_000, 78_000, 93_600, 107_000, 135_000,
)  # fmt: skip
RATIOS = (
    b"soc,areas,level1_to_mean_p25,level1_to_mean_median,level1_to_mean_p75,level2_to_mean_median,"
    b"level4_to_mean_p25,level4_to_mean_median,level4_to_mean_p75\n29-1141,500,0.75,0.78,0.8,0.89,1.1,1.11,1.12\n"
)
PAY = {"place": "US", "per": "year", "currency": "USD"}


class Plant(NamedTuple):
    """A fault, and what must be said of it."""

    fault: str
    change: Callable[[dict[str, Any]], object]
    said: str


def _area(fips: str, title: str, postal: str, kind: str = "2") -> tuple[str, ...]:
    return (fips, title, kind, postal, "000000", "Cross-industry", "cross-industry", "1235")


def _sector(naics: str, title: str) -> tuple[str, ...]:
    return ("99", "U.S.", "1", "US", naics, title, "sector", "5")


def _median(where: Sequence[str], median: Value, jobs: Value = 40_000) -> tuple[Value, ...]:
    return (*where, NURSE, "Registered Nurses", "detailed", jobs, *(None,) * 9, median)


def _files() -> dict[str, bytes]:
    nurse = (NURSE, "Registered Nurses", "detailed")
    national: list[tuple[Value, ...]] = [
        WAGE_HEADINGS,
        (*NATION, NURSE, "Registered Nurses", "broad", *(7 for _ in NURSE_PAY)),
        (*NATION, *nurse, *NURSE_PAY),
        (*NATION, CEO, "Chief Executives", "detailed", *YEARLY),
    ]
    states = [
        _median(_area("06", "California", "CA"), 130_000),
        _median(_area("48", "Texas", "TX"), 90_000),
        _median(_area("50", "Vermont", "VT"), "*"),
        _median(_area("66", "Guam", "GU", "3"), 990_000),
        _median(_area("56", "Wyoming", "WY"), 140_000, jobs=900),
        _median(_area("02", "Alaska", "AK"), "#", jobs=900),
    ]
    sectors = [_median(_sector("62", "Health Care"), 91_000), _median(_sector("22", "Utilities"), 101_000)]
    jobs = (f"Registered nurses, {NURSE}", NURSE, "Line item", 3_391.2, 4.9, 0.6, 189.1, 93_600)
    taught = ("Bachelor's degree", "None", "None")
    outlook: list[Sequence[Value]] = [
        ("Table 1.2 Occupational projections",),
        OUTLOOK_HEADINGS,
        ("  Nurses", NURSE, "Summary", 1.0, 2.0, 0.5, 3.0, 4.0, "—", "—", "—"),
        (*jobs, *taught),
        ("Chief executives", CEO, "Line item", 300.5, 4, 24.6, 20, ">=$239,200", "Master's degree", "—", "None"),
        ("Source: Employment Projections program",),
    ]
    entry: list[Sequence[Value]] = [
        ("Table 5.4 Education",),
        (f"{MATRIX} title", f"{MATRIX} code", *TAUGHT),
        ("Registered nurses", NURSE, *taught),
        ("Chief executives", CEO, "Bachelor's degree", "—", "None"),
    ]
    return {
        "oews/national_M2025_dl.xlsx": workbook({"national_M2025_dl": national}),
        "oews/national_M2024_dl.xlsx": workbook({"national_M2024_dl": [*national[:3]]}),
        "oews/natsector_M2025_dl.derived.xlsx": workbook({"natsector_M2025_dl": [WAGE_HEADINGS, *sectors]}),
        "oews/state_M2025_dl.derived.xlsx": workbook({"state_M2025_dl": [WAGE_HEADINGS, *states]}),
        "projections-2024-34/occupation.xlsx": workbook({"Index": [("Index",)], "Table 1.2": outlook}),
        "projections-2024-34/education.xlsx": workbook({"Education Requirements": entry}),
        "onet-29.2/Job Zones.txt": tabbed(
            ("O*NET-SOC Code", "Job Zone", "Date", "Domain Source"),
            (f"{NURSE}.00", "4", "08/2023", "Analyst"),
            (f"{NURSE}.01", "5", "08/2023", "Analyst"),
            ("15-1299.01", "3", "08/2023", "Analyst"),
            ("15-1299.08", "4", "08/2023", "Analyst"),
        ),
        "oflc/level-ratios.csv": RATIOS,
    }


def _catalog() -> dict[str, Any]:
    """Return a layer in which every figure is right."""
    oews, before, outlook = ("bls-oews-2025", "bls-oews-2024", "bls-projections-2024-34")
    yearly = {"p10": 66000, "p25": 78000, "median": 93600, "mean": 98800, "p75": 107000, "p90": 135000}
    hourly = {"p10": 33.1, "p25": 38.2, "median": 45.07, "mean": 47.5, "p75": 52, "at_least": {"p90": 115}}
    top = {"p10": 1, "p25": 2, "median": 3, "mean": 201, "at_least": {"p75": 239200, "p90": 239200}}
    best = {"source": oews, "unit": "USD a year", "note": "40,000 jobs"}
    figures = [
        {"measure": "growth", "source": outlook, "value": 4.9, "place": "US"},
        {"measure": "openings", "source": outlook, "value": 189100},
        {"measure": "employment", "source": outlook, "value": 3391200, "period": "2024"},
        {"measure": "employment", "source": oews, "value": 3000000, "place": "US"},
        {"measure": "entry-education", "source": outlook, "of": "Bachelor's degree"},
        {"measure": "related-experience", "source": outlook, "of": "None"},
        {"measure": "on-the-job-training", "source": outlook, "of": "None"},
        {"measure": "job-zone", "source": "onet-29-2", "value": 4},
        {"measure": "best-state", "of": "California", "value": 130000, **best},
        {"measure": "best-industry", "of": "Utilities", "value": 101000, **best},
        {"measure": "self-employed", "source": outlook, "value": 0.6, "period": "2024"},
    ]
    pay = [
        {"source": oews, **PAY, "employment": 3000000, **yearly},
        {"source": oews, **PAY, "per": "hour", **hourly},
        {"source": before, **PAY, **yearly},
        {"source": oews, **PAY, "place": "US-TX", "median": 90000},
        {"source": oews, **PAY, "industry": "Health Care and Social Assistance", "median": 91000},
    ]
    zone = {"measure": "job-zone", "source": "onet-29-2", "value": 3}
    ours = {"source": "ours", **PAY, "median": 5}
    level = {"id": "senior", "title": "Senior", "track": "ic", "years": [3, None], "source": "ours"}
    ratios = {
        "source": "oflc-wage-levels", "areas": 500, "levels": [0.78, 0.89, 1, 1.11], "low": [0.75, 1.1],
        "high": [0.8, 1.12],
    }  # fmt: skip
    role = {
        "title": "Nurse",
        "family": "care",
        "summary": "Nurses.",
        "pay": [{"source": oews, **PAY, "occupation": NURSE, "median": 93600}, ours],
        "figures": [{"measure": "growth", "source": outlook, "value": 4.9, "occupation": NURSE}],
        "occupations": [{"code": NURSE, "fit": "exact"}],
        "levels": [
            {**level, "pay": [{"source": oews, **PAY, "occupation": NURSE, "p90": 135000}]},
            {**level, "id": "junior", "wage_level": "entry", "after": []},
            {**level, "id": "lead", "after": [], "occupations": [{"code": CEO, "fit": "part", "why": "A test."}]},
        ],
    }
    return {
        "schema_version": 1,
        "name": "tiny",
        "sources": {
            **{key: {"title": key, "kind": "official"} for key in (oews, before, outlook, "onet-29-2")},
            "ours": {"title": "Ours", "kind": "judgement"},
            "oflc-wage-levels": {"title": "Levels", "kind": "rule"},
        },
        "places": {"US": {"title": "United States"}, "US-TX": {"title": "Texas", "kind": "state"}},
        "families": {"care": {"title": "Care"}},
        "occupations": {
            NURSE: {
                "title": "Registered Nurses",
                "scheme": "soc-2018",
                "pay": pay,
                "figures": figures,
                "wage_ratios": ratios,
            },
            CEO: {"title": "Chief Executives", "scheme": "soc-2018", "pay": [{"source": oews, **PAY, **top}]},
            COMPUTING: {"title": "Computing", "scheme": "soc-2018", "figures": [zone]},
        },
        "roles": {"nurse": role},
    }


def _set(section: str, key: str, kind: str, index: int, **values: object) -> Callable[[dict[str, Any]], object]:
    """Change a pay record or a figure; None takes a key away."""

    def change(catalog: dict[str, Any]) -> None:
        record = catalog[section][key][kind][index]
        record.update(values)
        for name in [name for name, value in record.items() if value is None]:
            del record[name]

    return change


def _pay(index: int, **values: object) -> Callable[[dict[str, Any]], object]:
    return _set("occupations", NURSE, "pay", index, **values)


def _figure(index: int, **values: object) -> Callable[[dict[str, Any]], object]:
    return _set("occupations", NURSE, "figures", index, **values)


def _unusual(figure: dict[str, object]) -> Callable[[dict[str, Any]], object]:
    return lambda catalog: catalog["occupations"][NURSE]["figures"].append(figure)


NATION_2025, NATION_2024 = "oews/national_M2025_dl.xlsx row", "oews/national_M2024_dl.xlsx row"
STATES, SECTORS = "oews/state_M2025_dl.derived.xlsx row", "oews/natsector_M2025_dl.derived.xlsx row"
OUTLOOK, ENTRY = "projections-2024-34/occupation.xlsx row", "projections-2024-34/education.xlsx row"
PLANTS = (
    Plant("point", _pay(0, p25=78100), f"pay[0].p25: catalog says 78,100, {NATION_2025} 3 says 78,000"),
    Plant("cent", _pay(1, median=45.08), f"pay[1].median: catalog says 45.08, {NATION_2025} 3 says 45.07"),
    Plant("employment of pay", _pay(0, employment=1), f"employment: catalog says 1, {NATION_2025} 3 says 3,000,000"),
    Plant("earlier year", _pay(2, mean=98801), f"pay[2].mean: catalog says 98,801, {NATION_2024} 3 says 98,800"),
    Plant("state", _pay(3, median=90001), f"pay[3].median: catalog says 90,001, {STATES} 3 says 90,000"),
    Plant("sector", _pay(4, median=91001), f"pay[4].median: catalog says 91,001, {SECTORS} 2 says 91,000"),
    Plant("sector unknown", _pay(4, industry="Mining"), "natsector_M2025_dl.derived.xlsx has no such row"),
    Plant("bound as a number", _pay(1, p90=115, at_least={}), f"pay[1].p90: catalog says 115, {NATION_2025} 3 says #"),
    Plant("bound of a number", _pay(0, p90=None, at_least={"p90": 135000}), "says >= 135,000, oews/national_M2025"),
    Plant("bound too low", _pay(1, at_least={"p90": 100}), "pay[1].at_least.p90: catalog says >= 100, oews/"),
    Plant("bound forgotten", _pay(1, at_least={}), f"pay[1].p90: catalog says nothing, {NATION_2025} 3 says #"),
    Plant("point forgotten", _pay(0, p10=None), f"pay[0].p10: catalog says nothing, {NATION_2025} 3 says 66,000"),
    Plant("point suppressed", _set("occupations", CEO, "pay", 0, per="hour"), f"says 3, {NATION_2025} 4 says *"),
    Plant("pay by month", _pay(0, per="month"), "pay[0]: not checkable"),
    Plant("pay in pounds", _pay(0, currency="GBP"), "pay[0]: not checkable"),
    Plant("no percentile", _pay(0, high=1), "pay[0]: not checkable"),
    Plant("upper bound", _pay(0, p90=None, at_most={"p90": 135000}), "pay[0]: not checkable"),
    Plant("sectors of a year without", _pay(4, source="bls-oews-2024"), "pay[4]: not checkable"),
    Plant("ratios", lambda catalog: catalog["occupations"][NURSE]["wage_ratios"].update(areas=501),
          "wage_ratios: catalog says"),
    Plant("estimate from another mean", _pay(0, mean=99900), "levels.junior estimate: catalog says 77,900"),
    Plant("level's occupation", lambda catalog: catalog["roles"]["nurse"]["levels"][2]["occupations"][0].update(
          code=COMPUTING), "levels.lead.occupations: catalog says 15-1290"),
    Plant("pay of another year", _pay(0, period="2023-05"), "pay[0].period: catalog says 2023-05"),
    Plant("growth", _figure(0, value=5), f"figures[0] growth: catalog says 5, {OUTLOOK} 4 says 4.9"),
    Plant("growth of another decade", _figure(0, period="2022-32"), "growth period: catalog says 2022-32"),
    Plant("growth as a range", _figure(0, high=6), "figures[0] growth: not checkable"),
    Plant("openings", _figure(1, value=189000), f"openings: catalog says 189,000, {OUTLOOK} 4 says 189.1 thousand"),
    Plant("jobs projected", _figure(2, value=3391000), f"says 3,391,000, {OUTLOOK} 4 says 3,391.2 thousand"),
    Plant("jobs without their year", _figure(2, period=None), "employment period: catalog says nothing"),
    Plant("jobs surveyed", _figure(3, value=3000001), f"says 3,000,001, {NATION_2025} 3 says 3,000,000"),
    Plant("education", _figure(4, of="High school"), f"catalog says High school, {ENTRY} 3 says Bachelor's degree"),
    Plant("experience", _figure(5, of="5 years or more"), f"catalog says 5 years or more, {OUTLOOK} 4 says None"),
    Plant("training", _figure(6, of="Internship"), f"training: catalog says Internship, {OUTLOOK} 4 says None"),
    Plant("tables disagree", _figure(4, occupation=CEO), f"Bachelor's degree, {OUTLOOK} 5 says Master's degree"),
    Plant("zone", _figure(7, value=5), "job-zone: catalog says 5, onet-29.2/Job Zones.txt row 2 says 4"),
    Plant("zone of none", _set("occupations", COMPUTING, "figures", 0, value=5), "Job Zones.txt row 4 says 3 or 4"),
    Plant("best state", _figure(8, of="Texas", value=90000),
          f"says Texas, 90,000, {STATES} 2 says California, 130,000"),
    Plant("best state's pay", _figure(8, value=1), f"says California, 1, {STATES} 2 says California, 130,000"),
    Plant("best state suppressed", _figure(8, of="Vermont"), f"{STATES} 4 says Vermont, *"),
    Plant("no state", _figure(8, of="Guam", value=990000), "state_M2025_dl.derived.xlsx has no such row"),
    Plant(
        "best sector",
        _figure(9, of="Health Care and Social Assistance", value=91000),
        f"{SECTORS} 3 says Utilities, 101,000",
    ),
    Plant("best sector's pay", _figure(9, value=2), f"says Utilities, 2, {SECTORS} 3 says Utilities, 101,000"),
    Plant("too few jobs to be best-paying", _figure(8, of="Wyoming", value=140000), "900 jobs, too few"),
    Plant("jobs of the best", _figure(9, note="9 jobs"), f"catalog says 9 jobs, {SECTORS} 3 says 40,000 jobs"),
    Plant("self-employed", _figure(10, value=6), f"catalog says 6, {OUTLOOK} 4 says 0.6"),
    Plant("unit", _figure(9, unit="jobs"), "figures[9] best-industry: not checkable"),
    Plant("measure", _unusual({"measure": "age", "source": "onet-29-2", "value": 3}), "age: not checkable"),
    Plant("phrase", _figure(0, phrase="much faster"), "figures[0] growth: not checkable"),
    Plant("role's pay", _set("roles", "nurse", "pay", 0, median=1), "roles.nurse.pay[0].median: catalog says 1, oews/"),
    Plant("role's figure", _set("roles", "nurse", "figures", 0, value=1),
          "roles.nurse.figures[0] growth: catalog says 1"),
    Plant("of no occupation", _set("roles", "nurse", "figures", 0, occupation=None),
          "nurse.figures[0] growth: not check"),
    Plant("level's pay", lambda catalog: catalog["roles"]["nurse"]["levels"][0]["pay"][0].update(p90=1),
          "roles.nurse.levels.senior.pay[0].p90: catalog says 1, oews/"),
    Plant("level's years", lambda catalog: catalog["roles"]["nurse"]["levels"][0].update(source="onet-29-2"),
          "roles.nurse.levels.senior.years: not checkable"),
)  # fmt: skip


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> str:
    return put(tmp_path_factory.mktemp("official"), _files())


@pytest.fixture(scope="module")
def main() -> Callable[[Sequence[str]], int]:
    spec = importlib.util.spec_from_file_location("verify_figures", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(SCRIPT.parent))  # as Python does for a script
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(SCRIPT.parent))
    run: Callable[[Sequence[str]], int] = module.main
    return run


def _written(folder: Path, catalog: dict[str, Any]) -> str:
    path = folder / "tiny.yaml"
    path.write_text(json.dumps(catalog), "utf-8")
    return str(path)


def test_right_figures_of_every_kind_pass_and_are_counted(
    main: Callable[[Sequence[str]], int], files: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([files, "--catalog", _written(tmp_path, _catalog())]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "bls-oews-2024: 6 figures checked",
        "bls-oews-2025: 27 figures checked",
        "bls-projections-2024-34: 8 figures checked",
        "onet-29-2: 2 figures checked",
        "oflc-wage-levels: 2 ratios and estimates checked",
        "oflc-wages-2025-26: 0 times four wage levels checked",
        "0 steps of ladders on which known pay falls, for two occupations differ:",
        "other sources: 4 figures, not checked (ours 4)",
        "0 mismatches",
    ]


@pytest.mark.parametrize("plant", PLANTS, ids=[plant.fault for plant in PLANTS])
def test_a_planted_fault_is_found(
    plant: Plant,
    main: Callable[[Sequence[str]], int],
    files: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    catalog = copy.deepcopy(_catalog())
    plant.change(catalog)
    assert main([files, "--catalog", _written(tmp_path, catalog)]) == 1
    assert plant.said in capsys.readouterr().out


def test_a_later_layer_is_laid_over_an_earlier(
    main: Callable[[Sequence[str]], int], files: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = _written(tmp_path, _catalog())
    wrong = {"measure": "growth", "source": "bls-projections-2024-34", "value": 7, "place": "US"}
    layer = {"schema_version": 1, "name": "tiny", "occupations": {NURSE: {"figures": [wrong]}}}
    second = tmp_path / "second.yaml"
    second.write_text(json.dumps(layer), "utf-8")
    assert main([files, "--catalog", first, str(second)]) == 1
    out = capsys.readouterr().out
    assert f"occupations.{NURSE}.figures[0] growth: catalog says 7" in out
    assert out.endswith("\n1 mismatch\n")


@pytest.mark.parametrize("name", sorted(_files()))
def test_a_missing_file_is_named(
    name: str,
    main: Callable[[Sequence[str]], int],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = put(tmp_path, {other: content for other, content in _files().items() if other != name})
    assert main([folder, "--catalog", _written(tmp_path, _catalog())]) == 2
    assert capsys.readouterr().err == f"missing: {os.path.join(folder, name)}\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"not a workbook", "national_M2025_dl.xlsx: "),
        (workbook({"a": [("AREA", "TITLE"), ("99", "U.S.")]}), "expected a row with the headings AREA, AREA_TITLE"),
        (workbook({"a": [WAGE_HEADINGS, *[_median(NATION, 1)] * 2]}), "row 3: says anew what row 2 says"),
    ],
    ids=["no workbook", "other columns", "one row twice"],
)
def test_a_file_that_is_something_else_is_refused(
    content: bytes,
    said: str,
    main: Callable[[Sequence[str]], int],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = put(tmp_path, {**_files(), "oews/national_M2025_dl.xlsx": content})
    assert main([folder, "--catalog", _written(tmp_path, _catalog())]) == 2
    assert said in capsys.readouterr().err


def test_a_broken_catalog_is_refused(
    main: Callable[[Sequence[str]], int], files: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([files, "--catalog", _written(tmp_path, {"schema_version": 1})]) == 2
    assert "tiny.yaml" in capsys.readouterr().err


def test_the_embedded_catalog_says_what_the_real_files_say(
    main: Callable[[Sequence[str]], int], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = official()
    for part in ("oews", "projections-2024-34", "onet-29.2"):
        official(part)
    code = main([folder])
    told = capsys.readouterr()
    assert code == 0, told.out + told.err
    assert ": 0 figures checked" not in told.out


# Wage levels by area

AREA_FILES = {
    "ALC_Export.csv": (
        "Area,SocCode,GeoLvl,Level1,Level2,Level3,Level4,Average,Label\n"
        f"12420,{NURSE},1,33.00,38.5,44.00,49.50,44.00,\n0100001,{NURSE},3,30,35,40,45,40,\n"
        f"12420,{CEO},1,45000,53000,61000,69000,61000,Annual Wage\n0100001,{CEO},1,,,,,,High Wage\n"
    ),
    "Geography.csv": (
        'Area,AreaName,StateAb,State,CountyTownName\n12420,"Austin, TX",TX,Texas,Travis County\n'
        "0100001,Northwest Alabama nonmetropolitan area,AL,Alabama,Clay County\n"
    ),
}


def _with_areas() -> dict[str, Any]:
    """Return a layer in which every wage level is right."""
    catalog = _catalog()
    form = {"source": "oflc-wages-2025-26", "per": "hour", "currency": "USD"}
    catalog["sources"]["oflc-wages-2025-26"] = {"title": "Levels by area", "kind": "official"}
    catalog["places"] |= {
        "US-metro-12420": {"title": "Austin, TX", "kind": "metro"},
        "US-nonmetro-0100001": {"title": "Northwest Alabama", "kind": "region"},
        "US-county-tx-travis-county": {"title": "Travis County, TX", "kind": "county", "within": "US-metro-12420"},
    }
    catalog["occupations"][NURSE]["wage_levels"] = [
        {**form, "drawn_from": "area", "areas": {"US-metro-12420": [33, 38.5, 44, 49.5]}},
        {**form, "drawn_from": "state", "areas": {"US-nonmetro-0100001": [30, 35, 40, 45]}},
    ]
    catalog["occupations"][CEO]["wage_levels"] = [
        {**form, "per": "year", "drawn_from": "area", "areas": {"US-metro-12420": [45000, 53000, 61000, 69000]}},
    ]
    return catalog


def test_wage_levels_by_area_are_checked_where_a_catalog_has_them(
    main: Callable[[Sequence[str]], int], files: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(Path(files), {"oflc/OFLC_Wages_2025-26.derived.zip": zipped(AREA_FILES)})
    assert main([files, "--catalog", _written(tmp_path, _with_areas())]) == 0
    assert "oflc-wages-2025-26: 3 times four wage levels checked\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda levels, _: levels[0]["areas"]["US-metro-12420"].__setitem__(3, 50), "US-metro-12420: catalog says"),
        (lambda levels, _: levels[0].update(per="year"), "US-metro-12420: catalog says USD a year"),
        (lambda levels, _: levels[1].update(drawn_from="area"), "US-nonmetro-0100001: catalog says"),
        (lambda levels, _: levels.pop(1), "wage_levels.100001: catalog says nothing"),
        (lambda levels, _: levels[0]["areas"].update({"US-TX": [1, 2, 3, 4]}), "US-TX: "),
        (
            lambda _, places: places["US-county-tx-travis-county"].update(within="US-nonmetro-0100001"),
            "places.US-county-tx-travis-county.within",
        ),
    ],
)
def test_a_wrong_wage_level_or_area_is_found(  # noqa: PLR0917 (fixtures)
    change: Callable[[Any, Any], object],
    said: str,
    main: Callable[[Sequence[str]], int],
    files: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    put(Path(files), {"oflc/OFLC_Wages_2025-26.derived.zip": zipped(AREA_FILES)})
    catalog = _with_areas()
    change(catalog["occupations"][NURSE]["wage_levels"], catalog["places"])
    assert main([files, "--catalog", _written(tmp_path, catalog)]) == 1
    assert said in capsys.readouterr().out
