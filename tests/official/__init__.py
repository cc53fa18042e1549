"""Small official downloads, imported through the command line into a home of their own, and then asked."""

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from careercli.catalog import index_cache
from tests.cli.contract import answered, json_of
from tests.conftest import Ran
from tests.importers.workbooks import Value, put, tabbed, workbook, zipped
from tests.program import UTF8, run_program

STATES = {
    "CA": ("06", "California"), "TX": ("48", "Texas"), "NV": ("32", "Nevada"), "AK": ("02", "Alaska"),
    "IN": ("18", "Indiana"),
}  # fmt: skip
ANGELES = ("31080", "Los Angeles-Long Beach-Anaheim, CA")
PATTERN, MODEL, SALES, CHIEF = "51-7032", "51-7031", "11-2022", "11-1011"
TITLES = {
    PATTERN: "Patternmakers, Wood", MODEL: "Model Makers, Wood", SALES: "Sales Managers", CHIEF: "Chief Executives",
}  # fmt: skip
_COLUMNS = (
    "AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS", "NAICS_TITLE", "I_GROUP", "OWN_CODE", "OCC_CODE",
    "OCC_TITLE", "O_GROUP", "TOT_EMP", "H_MEAN", "A_MEAN", "H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90",
    "A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90", "ANNUAL", "HOURLY",
)  # fmt: skip
_SHARES = {"PCT10": 0.5, "PCT25": 0.75, "MEDIAN": 1.0, "MEAN": 1.25, "PCT75": 1.5, "PCT90": 2.0}
_RATED = ("O*NET-SOC Code", "Element ID", "Element Name", "Scale ID", "Data Value", "N", "Recommend Suppress")
_CODE = "O*NET-SOC Code"

_WITHOUT_CATALOGS = (("catalog", "import"), ("catalog", "layers"))

Line = dict[str, Value]


class Home:
    """A home directory of its own, and the program run in it.

    Without `market` commands that read catalogs see what was imported over the curated roles alone: the real figures
    of the labor market would stand beside the few made-up ones of a test.
    """

    def __init__(self, folder: Path, *, market: bool = True) -> None:
        self.folder = folder
        self._market = market
        self.variables = {
            "PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder), "COLUMNS": "100", **UTF8,
        }  # fmt: skip

    def run(self, *args: str, timeout: float = 120) -> Ran:
        """Run `careercli ARGS`, all its streams pipes."""
        if not self._market and args[:2] not in _WITHOUT_CATALOGS:
            args = (*args, "--no-default-catalog", *(word for layer in self._layers() for word in ("--catalog", layer)))
        ended = run_program(args, env=self.variables, cwd=self.folder, timeout=timeout)
        return Ran(ended.stdout.decode(), ended.stderr.decode(), ended.code)

    def _layers(self) -> list[str]:
        curated = [layer for layer in index_cache.embedded_layers() if f"{os.sep}market{os.sep}" not in layer]
        return [*curated, *self.listed()]

    def page(self, *args: str) -> str:
        """Return what a clean run prints."""
        return answered(self.run(*args))

    def json(self, *args: str) -> Any:
        """Return the JSON of a clean run."""
        return json_of(self.run(*args, "--json"))

    def listed(self) -> list[str]:
        """Return the files on the user's list of layers."""
        listed = self.folder / ".config" / "careercli" / "layers"
        lines = listed.read_text("utf-8").splitlines() if listed.exists() else []
        return [line for line in lines if not line.startswith("#")]

    def imported(self, *args: str) -> Any:
        """Import and return the report; standard error may hold the log of the files and nothing else."""
        ran = self.run("catalog", "import", *args, "--json")
        assert ran.code == 0, ran.stderr
        assert [line for line in ran.stderr.splitlines() if not line.startswith("careercli: reading ")] == []
        answer = json.loads(ran.stdout)
        assert (answer["schema_version"], answer["command"]) == (2, "catalog import")
        return answer

    def files(self) -> dict[str, bytes]:
        """Return what stands in the home apart from the cache, by path."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and ".cache" not in path.parts
        }


def line(code: str, where: str = "US", median: Value = 60_000.0, *, jobs: Value = 1_000.0, sector: str = "") -> Line:
    """Return a row of wages; every point of it follows the median, and a mark stands in all of them alike."""
    row: Line = {
        "AREA": "99", "AREA_TITLE": "U.S.", "AREA_TYPE": "1", "PRIM_STATE": "US", "NAICS": "000000",
        "NAICS_TITLE": "Cross-industry", "I_GROUP": "cross-industry", "OWN_CODE": "1235", "O_GROUP": "detailed",
        "OCC_CODE": code, "OCC_TITLE": TITLES[code], "TOT_EMP": jobs,
    }  # fmt: skip
    if where in STATES:
        area, title = STATES[where]
        row |= {"AREA": area, "AREA_TITLE": title, "AREA_TYPE": "2", "PRIM_STATE": where}
    elif where != "US":
        row |= {"AREA": ANGELES[0], "AREA_TITLE": ANGELES[1], "AREA_TYPE": "4", "PRIM_STATE": "CA"}
    if sector:
        number, _, title = sector.partition(" ")
        row |= {"NAICS": number, "NAICS_TITLE": title, "I_GROUP": "sector", "OWN_CODE": "5"}
    for name, share in _SHARES.items():
        amount = median if not isinstance(median, float) else median * share
        row |= {f"A_{name}": amount, f"H_{name}": amount if not isinstance(amount, float) else round(amount / 2080, 2)}
    return row


def wages(year: int, *lines: Line) -> bytes:
    """Return a workbook of wages with the notes that explain its marks."""
    notes: list[list[Value]] = [
        [f"May {year} OEWS Estimates"],
        ["*  = indicates that a wage estimate is not available"],
        ["#  = indicates a wage equal to or greater than $115.00 per hour or $239,200 per year "],
    ]
    data: list[list[Value]] = [[*_COLUMNS], *([one.get(name) for name in _COLUMNS] for one in lines)]
    return workbook({f"national_M{year}_dl": data, "Field Descriptions": notes})


def projections(*rows: Sequence[Value]) -> bytes:
    """Return table 1.2 of the decade 2024-34: title, code, percent, openings in thousands."""
    head = [
        "2024 National Employment Matrix title", "2024 National Employment Matrix code", "Occupation type",
        "Employment, 2024", "Employment, 2034", "Employment change, percent, 2024–34",
        "Occupational openings, 2024–34 annual average", "Median annual wage, dollars, 2024[1]",
        "Typical education needed for entry", "Work experience in a related occupation",
        "Typical on-the-job training needed to attain competency in the occupation",
    ]  # fmt: skip
    school = "High school diploma or equivalent"
    table: list[list[Value]] = [
        ["Table 1.2 Occupational projections, 2024–34, and worker characteristics, 2024"],
        [*head],
        *(
            [f"    {title}", code, "Line item", 1.2, 1.3, growth, openings, ">=$239,200", school, "None", "—"]
            for title, code, growth, openings in rows
        ),
        ["Footnotes:"],
        ["[1] Data are from the Occupational Employment and Wage Statistics program."],
    ]  # fmt: skip
    return workbook({"Index": [["Contents"]], "Table 1.2": table}, merged={"Table 1.2": ["A1:K1"]})


def release() -> dict[str, bytes]:
    """Return the text release of O*NET: a role that is curated, one that is not, and one without skills."""
    tables: dict[str, list[Sequence[str]]] = {
        "Occupation Data": [
            (_CODE, "Title", "Description"),
            ("11-2022.00", "Sales Managers", "Plan, direct, or coordinate the official distribution."),
            ("51-7031.00", "Model Makers, Wood", 'Construct full-size and scale "wooden" models.'),
            ("51-7032.00", "Patternmakers, Wood", "Plan, lay out, and construct wooden unit patterns."),
        ],
        "Alternate Titles": [
            (_CODE, "Alternate Title", "Short Title", "Source(s)"),
            ("11-2022.00", "Zonal Sales Chieftain", "n/a", "08"),
            ("51-7032.00", "Jig Whittler", "n/a", "08"),
            ("51-7032.00", "Timber Shaper", "n/a", "08"),
            ("51-7031.00", "Timber Shaper", "n/a", "08"),
        ],
        "Task Statements": [
            (_CODE, "Task ID", "Task", "Task Type"),
            ("51-7032.00", "1", "Read blueprints, drawings, or written specifications.", "Core"),
        ],
        "Skills": [
            (*_RATED, "Not Relevant"),
            ("51-7032.00", "2.B.3.d", "Installation", "IM", "3.88", "8", "N", "n/a"),
            ("51-7032.00", "2.B.3.d", "Installation", "LV", "3.50", "8", "N", "N"),
            ("51-7032.00", "2.B.3.e", "Programming", "IM", "4.88", "8", "Y", "n/a"),
            ("11-2022.00", "2.A.1.a", "Reading Comprehension", "IM", "3.75", "8", "N", "n/a"),
        ],
        "Related Occupations": [
            (_CODE, "Related O*NET-SOC Code", "Relatedness Tier", "Index"),
            ("51-7032.00", "51-7031.00", "Primary-Short", "1"),
        ],
    }  # fmt: skip
    read_me = b"O*NET 29.2 Database\r\nFebruary 2025 Release\r\n"
    return {**{f"{name}.txt": tabbed(*rows) for name, rows in tables.items()}, "Read Me.txt": read_me}


def prices(**states: tuple[str, str]) -> bytes:
    """Return BEA's table of states, CRLF and quotes as published: values of 2022 and 2023."""
    rows = "".join(
        f' "{STATES[state][0]}000","{STATES[state][1]}", 8,SARPP,1,"...","RPPs: All items ","Index",{older},{newer}\r\n'
        for state, (older, newer) in states.items()
    )
    return (
        "GeoFIPS,GeoName,Region,TableName,LineCode,IndustryClassification,Description,Unit,2022,2023\r\n"
        ' "00000","United States", ,SARPP,1,"...","RPPs: All items ","Index",100.000,100.000\r\n'
        f'{rows}"Note: See the included footnote file."\r\n"SARPP: Regional price parities"\r\n'
    ).encode()


PURCHASING = b"Country,Country ID,Year,PPP\r\nCanada,CA,2023,1.25\r\nUnited States,US,2023,1\r\nIndia,IN,2023,20\r\n"


def downloads(folder: Path, *, more: Mapping[str, bytes] | None = None) -> str:
    """Put one small file of each official kind into a folder, as they are downloaded, and return its path."""
    states = (
        line(PATTERN, "TX", 50_000.0, jobs=340.0), line(PATTERN, "CA", 70_000.0, jobs=120.0),
        line(PATTERN, "NV", "#", jobs="**"), line(PATTERN, "AK", "*", jobs=30.0),
        line(SALES, "TX", 130_000.0), line(SALES, "CA", 150_000.0), line(MODEL, "CA", 64_000.0),
    )  # fmt: skip
    sectors = (
        line(PATTERN, sector="44-45 Retail Trade", median=48_000.0, jobs=90.0),
        line(PATTERN, sector="31-33 Manufacturing", median=66_000.0, jobs=700.0),
    )
    nation = (line(PATTERN, median=60_000.0), line(MODEL, median=62_000.0))
    older = (line(PATTERN, median=56_000.0, jobs=900.0),)
    files = {
        "oews/oesm25nat.zip": zipped({"oesm25nat/national_M2025_dl.xlsx": wages(2025, *nation)}),
        "oews/state_M2025_dl.xlsx": wages(2025, *states),
        "oews/state_M2024_dl.xlsx": wages(2024, line(MODEL, "TX", 58_000.0)),
        "oews/MSA_M2025_dl.xlsx": wages(2025, line(PATTERN, "metro", 72_000.0, jobs=60.0)),
        "oews/national_M2024_dl.xlsx": wages(2024, *older),
        "oews/natsector_M2024_dl.xlsx": wages(2024, *sectors),
        "projections/occupation.xlsx": projections(("Patternmakers, wood", PATTERN, 7.5, 0.1)),
        "prices/SARPP_STATE_2008_2023.csv": prices(CA=("112.0", "110.0"), TX=("97.5", "(NA)"), NV=("(NA)", "99.0")),
        "prices/ppp.csv": PURCHASING,
        "db_29_2_text.zip": zipped({f"db_29_2_text/{name}": content for name, content in release().items()}),
        **(more or {}),
    }  # fmt: skip
    return put(folder, files)
