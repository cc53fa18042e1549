"""How well names are found, measured on real titles; exits 1 when one of its bounds is missed.

The data directory holds an O*NET release in text form (onet-29.2), titles/everyday.txt, and whatever else
`careercli catalog import` takes. Everything is imported into a temporary home.

- Every alternate title of O*NET, asked of the embedded catalog. A title that a role bears is that role; any other may
  be a question or unknown, but it must not be taken for a role that has no occupation of the title: not without a
  word, nor as a misspelling of that role's name. A blank or an s more or less makes no other name.
- Every title of the embedded catalog with each letter dropped, doubled, and swapped with the next: the first hit of a
  search is the role.
- Every title of the embedded catalog as it is, with all data imported: a name, and the first hit of a search.
- Everyday titles with all data imported, only reported.

    python scripts/name_bench.py DATA_DIR
"""

import csv
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from careercli.answers.search.answer import search
from careercli.answers.shared.names import Names
from careercli.catalog import index_cache
from careercli.catalog.reader import CatalogReader
from careercli.catalog.registered_layers import registered_layers
from careercli.errors import CareerError
from careercli.matching import name_key
from stopwatch import CAREERCLI, clean_environment

MIN_FIRST = 0.99
"""Share of misspelled titles whose role is found first."""
EVERY = 4
"""One misspelling in this many is tried."""


def main() -> int:
    """Import, measure, print, and say whether the bounds hold."""
    if len(sys.argv) != 2:
        sys.stderr.write(f"{__doc__}")
        return 2
    data = Path(sys.argv[1]).resolve()
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as home:
        os.environ.clear()
        os.environ.update(clean_environment(home))
        subprocess.run([CAREERCLI, "catalog", "import", str(data)], check=True, capture_output=True)
        embedded = index_cache.embedded_layers()
        missed = index_cache.query(embedded, lambda reader: [*measure_onet(reader, data), *measure_slips(reader)])
        titles = index_cache.query(embedded, embedded_titles)
        imported = [*embedded, *registered_layers()]
        missed += index_cache.query(imported, lambda reader: measure_imported(reader, titles, data))
    print(f"{time.monotonic() - start:.0f} seconds")
    for bound in missed:
        print(f"missed: {bound}")
    return 1 if missed else 0


def measure_onet(reader: CatalogReader, data: Path) -> list[str]:
    """Ask for every alternate title of O*NET, print what came of them, and return the bounds that were missed."""
    codes = {summary.id: {code for code, _ in summary.occupations} for summary in reader.role_summaries()}
    outcomes: Counter[str] = Counter()
    silent: list[str] = []
    misread: list[str] = []
    same: list[str] = []
    titles = alternate_titles(data / "onet-29.2" / "Alternate Titles.txt")
    for title, title_codes in titles.items():
        names = Names(reader)
        role = role_named(names, title)
        if role is None:
            outcomes["not answered"] += 1
        elif title_codes & codes[role]:
            outcomes["read as another name" if names.read_as else "a name of the role"] += 1
        elif names.read_as:
            name = names.read_as[0].name
            (same if letters(name) == letters(title) else misread).append(f"{title} as {name}")
        elif is_own_name(reader, role, title):
            outcomes["a name of a role with another code"] += 1
        else:
            silent.append(f"{title} is {role}")
    print(f"O*NET alternate titles: {len(titles):,}")
    for outcome, count in outcomes.most_common():
        print(f"  {outcome}: {count:,}")
    print(f"  silently another role: {len(silent)}", *silent, sep="\n    ")
    print(f"  read as a name of another role, but for a blank or an s: {len(same)}", *same, sep="\n    ")
    print(f"  read as a misspelled name of another role: {len(misread)}", *misread, sep="\n    ")
    return ["no title is taken for another role"] if silent or misread else []


def measure_slips(reader: CatalogReader) -> list[str]:
    """Search for every title with one slip, print how often the role comes first, and return the bounds missed."""
    slips = [(slip, role) for role, title in embedded_titles(reader).items() for slip in misspellings(title)][::EVERY]
    missed = [slip for slip, role in slips if first_hit(reader, slip) != role]
    share = 1 - len(missed) / len(slips)
    print(f"titles with one slip: {len(slips):,}, {share:.1%} first", ", ".join(missed), sep="\n    not: ")
    return [] if share >= MIN_FIRST else [f"{MIN_FIRST:.0%} of misspelled titles are first"]


def measure_imported(reader: CatalogReader, titles: Mapping[str, str], data: Path) -> list[str]:
    """Ask for every embedded title, and everyday ones, among all occupations; return the bounds that were missed."""
    missed = [
        title
        for role, title in titles.items()
        if role_named(Names(reader), title) != role or first_hit(reader, title) != role
    ]
    print(f"titles with all data imported: {len(titles)}, {len(titles) - len(missed)} found and first", *missed)
    everyday = (data / "titles" / "everyday.txt").read_text("utf-8").splitlines()
    found = sum(role_named(Names(reader), title) is not None for title in everyday)
    print(f"everyday titles: {len(everyday)}, {found} are a name")
    return ["every title is found first"] if missed else []


def embedded_titles(reader: CatalogReader) -> dict[str, str]:
    """Return what every role is called, by id."""
    return {summary.id: summary.title for summary in reader.role_summaries()}


def role_named(names: Names, text: str) -> str | None:
    """Return the role that a text names; None for a question or nothing."""
    try:
        return names.resolve(text).role
    except CareerError:
        return None


def first_hit(reader: CatalogReader, text: str) -> str | None:
    """Return the first role that a search finds."""
    return next((row.role for row in search(reader, text, limit=1).rows), None)


def is_own_name(reader: CatalogReader, role: str, title: str) -> bool:
    """Say whether the catalog calls the role so, alone or beside another of its names in parentheses."""
    known = reader.roles([role])[role]
    return any(f" {name_key(name)} " in f" {name_key(title)} " for name in (known.title, *known.aliases))


def letters(name: str) -> str:
    """Return the letters of a name without blanks and every s."""
    return name_key(name).replace(" ", "").replace("s", "")


def alternate_titles(path: Path) -> dict[str, set[str]]:
    """Return the SOC codes of each title."""
    titles: dict[str, set[str]] = {}
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            titles.setdefault(row["Alternate Title"], set()).add(row["O*NET-SOC Code"][:7])
    return titles


def misspellings(title: str) -> Iterator[str]:
    """Yield a title with each letter dropped, doubled, and swapped with the next."""
    for index, letter in enumerate(title):
        if letter.isalpha():
            yield title[:index] + title[index + 1 :]
            yield title[:index] + letter + title[index:]
            following = title[index + 1 : index + 2]
            if following.isalpha() and following.casefold() != letter.casefold():
                yield title[:index] + following + letter + title[index + 2 :]


if __name__ == "__main__":
    sys.exit(main())
