"""How well names are found, measured on real titles; exits 1 when one of its bounds is missed.

The data directory holds an O*NET release in text form (onet-29.2), titles/everyday.txt, and whatever else
`careercli catalog import` takes. Everything is imported into a temporary home.

- Every alternate title of O*NET, asked of the embedded catalog. It must lead to a role of an occupation that has the
  title, or to a question that names one; it must not be taken for a role that has no occupation of the title: not
  without a word, nor as a misspelling of that role's name. A blank or an s more or less makes no other name.
- Every title of our own roles with each letter dropped, doubled, and swapped with the next: the first hit of a search
  is the role.
- Every title of our own roles as it is, with all data imported: a name, and the first hit of a search.
- Everyday titles: one of the first three hits of a search is a role of an occupation that O*NET gives the title. Of
  titles that O*NET does not have nothing is said, so they count as missed.

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
EVERY = 8
"""One misspelling in this many is tried."""
MIN_LED = 0.97
"""Share of alternate titles that lead to a role of their occupation, or to a question that names one."""
FIRST = 3
"""Hits of a search that are looked at."""
MIN_EVERYDAY = 0.95
"""Share of everyday titles that are right in the first three hits."""


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
        missed = index_cache.query(
            embedded,
            lambda reader: [*measure_onet(reader, data), *measure_everyday(reader, data), *measure_slips(reader)],
        )
        titles = index_cache.query(embedded, embedded_titles)
        imported = [*embedded, *registered_layers()]
        missed += index_cache.query(imported, lambda reader: measure_imported(reader, titles))
    print(f"{time.monotonic() - start:.0f} seconds")
    for bound in missed:
        print(f"missed: {bound}")
    return 1 if missed else 0


def measure_onet(reader: CatalogReader, data: Path) -> list[str]:
    """Ask for every alternate title of O*NET, print what came of them, and return the bounds that were missed."""
    codes = soc_codes(reader)
    outcomes: Counter[str] = Counter()
    silent: list[str] = []
    misread: list[str] = []
    same: list[str] = []
    right = official_names(data)
    titles = alternate_titles(data / "onet-29.2" / "Alternate Titles.txt")
    for title in titles:
        title_codes = right[letters(title)]
        names = Names(reader)
        try:
            role = names.resolve(title).role
        except CareerError as question:
            asked = {word.strip(",?;") for word in question.message.split()}
            leads = any(title_codes & codes[role] for role in asked & codes.keys())
            outcomes["a question that names the role" if leads else "not answered"] += 1
            continue
        if title_codes & codes[role]:
            outcomes["read as another name" if names.read_as else "a name of the role"] += 1
        elif names.read_as:
            name = names.read_as[0].name
            (same if letters(name) == letters(title) else misread).append(f"{title} as {name}")
        elif is_own_name(reader, role, title):
            outcomes["a name of a role with another code"] += 1
        else:
            silent.append(f"{title} is {role}")
    led = sum(
        outcomes[name] for name in ("a name of the role", "read as another name", "a question that names the role")
    )
    print(f"O*NET alternate titles: {len(titles):,}, {led / len(titles):.1%} lead to a role of their occupation")
    for outcome, count in outcomes.most_common():
        print(f"  {outcome}: {count:,}")
    print(f"  silently another role: {len(silent)}", *silent, sep="\n    ")
    print(f"  read as a name of another role, but for a blank or an s: {len(same)}", *same, sep="\n    ")
    print(f"  read as a misspelled name of another role: {len(misread)}", *misread, sep="\n    ")
    missed = ["no title is taken for another role"] if silent or misread else []
    return [*missed, *([f"{MIN_LED:.0%} of alternate titles lead to a role"] if led / len(titles) < MIN_LED else [])]


def measure_slips(reader: CatalogReader) -> list[str]:
    """Search for every title with one slip, print how often the role comes first, and return the bounds missed."""
    words = {word for key in reader.name_keys() for word in key.split()}
    every = [(slip, role) for role, title in embedded_titles(reader).items() for slip in misspellings(title)][::EVERY]
    slips = [(slip, role) for slip, role in every if not words.issuperset(name_key(slip).split())]
    missed = [slip for slip, role in slips if first_hit(reader, slip) != role]
    share = 1 - len(missed) / len(slips)
    print(f"titles with one slip: {len(slips):,}, {share:.1%} first", ", ".join(missed), sep="\n    not: ")
    print(f"  left out, because the slip makes a word of another title (a truck diver): {len(every) - len(slips)}")
    return [] if share >= MIN_FIRST else [f"{MIN_FIRST:.0%} of misspelled titles are first"]


def measure_imported(reader: CatalogReader, titles: Mapping[str, str]) -> list[str]:
    """Ask for every title of our own among all that was imported; return the bounds that were missed."""
    missed = [
        title
        for role, title in titles.items()
        if role_named(Names(reader), title) != role or first_hit(reader, title) != role
    ]
    print(f"titles with all data imported: {len(titles)}, {len(titles) - len(missed)} found and first", *missed)
    return ["every title is found first"] if missed else []


def measure_everyday(reader: CatalogReader, data: Path) -> list[str]:
    """Search for everyday titles, print those that are not right in the first three, and return the bounds missed."""
    codes, right = soc_codes(reader), official_names(data)
    everyday = (data / "titles" / "everyday.txt").read_text("utf-8").split("\n")
    everyday = [title for title in everyday if title.strip()]
    missed = [
        title
        for title in everyday
        if not any(
            codes[row.role] & right.get(letters(title), set()) for row in search(reader, title, limit=FIRST).rows
        )
    ]
    share = 1 - len(missed) / len(everyday)
    print(f"everyday titles: {len(everyday)}, {share:.0%} right in the first {FIRST}", *missed, sep="\n    not: ")
    return [] if share >= MIN_EVERYDAY else [f"{MIN_EVERYDAY:.0%} of everyday titles are right in the first {FIRST}"]


def official_names(data: Path) -> dict[str, set[str]]:
    """Return the SOC codes of every title that O*NET gives an occupation anywhere, by the letters of the title."""
    tables = (("Alternate Titles", "Alternate Title"), ("Alternate Titles", "Short Title"),
              ("Sample of Reported Titles", "Reported Job Title"), ("Occupation Data", "Title"))  # fmt: skip
    right: dict[str, set[str]] = {}
    for table, column in tables:
        for title, codes in alternate_titles(data / "onet-29.2" / f"{table}.txt", column).items():
            right.setdefault(letters(title), set()).update(codes)
    return right


def soc_codes(reader: CatalogReader) -> dict[str, set[str]]:
    """Return the codes of the occupations of every role, in six digits."""
    return {summary.id: {code[:7] for code, _ in summary.occupations} for summary in reader.role_summaries()}


def embedded_titles(reader: CatalogReader) -> dict[str, str]:
    """Return what every role of our own is called, by id."""
    return {summary.id: summary.title for summary in reader.role_summaries() if not summary.is_generated}


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
    """Return the letters of a name in the order of its words in the alphabet, without blanks and every s."""
    return "".join(sorted(name_key(name).split())).replace("s", "")


def alternate_titles(path: Path, column: str = "Alternate Title") -> dict[str, set[str]]:
    """Return the SOC codes of each title of a column."""
    titles: dict[str, set[str]] = {}
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            titles.setdefault(row[column], set()).add(row["O*NET-SOC Code"][:7])
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
