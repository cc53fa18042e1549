"""One release of the O*NET database: which of its tables are there, by all the names they went by, and which it is.

Release 30.3 renamed tables and columns (Job Titles, Essential and Transferable Skills, Software Skills, Career Interest
Types, Education, Training and Experience, GWAs to IWAs to DWAs); both sets of names are known here.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from careercli.errors import ImportProblem
from careercli.importers.files import Member
from careercli.importers.layer import Skipped
from careercli.importers.tables import Table, delimited, sheets
from careercli.model import Period

TABLES: dict[str, tuple[str, ...]] = {
    "occupations": ("Occupation Data",),
    "alternate titles": ("Alternate Titles", "Job Titles"),
    "reported titles": ("Sample of Reported Titles",),
    "tasks": ("Task Statements",),
    "activities": ("DWA Reference", "GWAs to IWAs to DWAs"),
    "activities of tasks": ("Tasks to DWAs",),
    "skills": ("Skills", "Essential Skills", "Transferable Skills"),
    "knowledge": ("Knowledge",),
    "work styles": ("Work Styles",),
    "interests": ("Interests", "Career Interest Types"),
    "work values": ("Work Values",),
    "technology": ("Technology Skills", "Software Skills"),
    "tools": ("Tools Used",),
    "job zone names": ("Job Zone Reference",),
    "job zones": ("Job Zones",),
    "categories": (
        "Education, Training, and Experience Categories",
        "Education Categories",
        "Training and Experience Categories",
    ),
    "shares": ("Education, Training, and Experience", "Education", "Training and Experience"),
    "related occupations": ("Related Occupations",),
}
"""What is read, in this order, and the names of the files that have it."""
SUFFIXES = (".txt", ".xlsx")

_READ_ME = re.compile(r"O\*NET\W{0,3}(\d+)\.(\d+) Database\s+(?:([A-Z][a-z]+) (\d{4}) Release)?")
_IN_A_NAME = re.compile(r"(?:db|onet)[-_ ]?v?(\d{2})[._-](\d)(?!\d)", re.IGNORECASE)
_MONTHS = (  # the calendar module speaks the user's language
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_STEMS = {name.casefold() for names in TABLES.values() for name in names}


class Release(NamedTuple):
    """The tables of one release."""

    version: tuple[int, int]
    period: Period | None
    """Its month; missing where only a folder's name tells which release it is."""
    tables: dict[str, list[Member]]

    @property
    def number(self) -> str:
        """Return the release as people write it: `29.2`."""
        return f"{self.version[0]}.{self.version[1]}"

    @property
    def source(self) -> str:
        """Return the id of the source: `onet-29-2`."""
        return f"onet-{self.version[0]}-{self.version[1]}"


def is_table(member: Member) -> bool:
    """Say whether a file is named like one of the tables that are read, or like the note that names the release."""
    stem, suffix = _split(member.name)
    return (suffix in SUFFIXES and stem in _STEMS) or _is_read_me(member)


def find_release(members: Sequence[Member]) -> Release:
    """Return the one release among the members; raise ImportProblem where there is none, or more than one."""
    by_stem: dict[str, Member] = {}
    for member in members:
        stem, suffix = _split(member.name)
        if suffix not in SUFFIXES or stem not in _STEMS:
            continue
        if stem in by_stem:
            message = (
                f"{member.file_label}: expected one release, found '{member.name}' also as {by_stem[stem].file_label}"
            )
            raise ImportProblem(message, hint="Name the folder or the zip of one release, in one format.")
        by_stem[stem] = member
    tables = {}
    for table, names in TABLES.items():
        found = [by_stem[name.casefold()] for name in names if name.casefold() in by_stem]
        if found:
            tables[table] = found
    if "occupations" not in tables:
        where = members[0].file_label if members else "no file"
        message = f"{where}: expected an O*NET release with 'Occupation Data.txt' or 'Occupation Data.xlsx', found none"
        raise ImportProblem(message, hint="Name the folder or the zip that has the whole release.")
    return Release(*_version(members, tables["occupations"][0]), tables)


def read_table(member: Member, skipped: list[Skipped]) -> Table:
    """Return a table of the release, tab-separated text or a workbook of one sheet that is called like the file."""
    stem, suffix = _split(member.name)
    if suffix == ".txt":
        return delimited(member, "\t", False)
    found = sheets(member, skipped)
    named = [sheet for name, sheet in found.items() if name.casefold() == stem[:31]]  # Excel cuts sheet names at 31
    if not named and len(found) != 1:
        there = ", ".join(repr(name) for name in found)
        hint = "Use the workbook exactly as published."
        raise ImportProblem(f"{member.file_label}: expected a sheet '{member.name[:-5]}', found {there}", hint=hint)
    return named[0]() if named else next(iter(found.values()))()


def _version(members: Sequence[Member], occupations: Member) -> tuple[tuple[int, int], Period | None]:
    stated = {}
    for member in members:
        if _is_read_me(member) and (match := _READ_ME.search(member.read().decode("utf-8", "replace"))):
            month = f"{match[4]}-{_MONTHS.index(match[3]) + 1:02}" if match[3] in _MONTHS else None
            stated[int(match[1]), int(match[2])] = month
    if len(stated) > 1:
        numbers = " and ".join(f"{major}.{minor}" for major, minor in sorted(stated))
        hint = "Name the folder or the zip of one release."
        raise ImportProblem(f"{occupations.file_label}: expected one release, found notes of {numbers}", hint=hint)
    if stated:
        return next(iter(stated.items()))
    named = _IN_A_NAME.findall(occupations.file_label)
    if named:
        return (int(named[-1][0]), int(named[-1][1])), None
    message = f"{occupations.file_label}: there is no 'Read Me.txt' beside it to say which release this is"
    raise ImportProblem(
        message, hint="Give the folder or the zip its published name, such as db_29_2_text or db_29_2_excel."
    )


def _is_read_me(member: Member) -> bool:
    return member.name.casefold() in ("read me.txt", "readme.txt")


def _split(name: str) -> tuple[str, str]:
    stem, dot, suffix = name.casefold().rpartition(".")
    return (stem, dot + suffix) if dot else (suffix, "")
