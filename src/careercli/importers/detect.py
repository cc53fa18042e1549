"""Which importer the files are for: by their names where those are the publisher's, else by what their headers say."""

import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from typing import Literal, TypeAlias

from careercli.importers.files import WORKBOOKS, Member
from careercli.importers.ladder import is_ladder
from careercli.importers.oflc_rows import is_other_wages
from careercli.importers.onet_release import is_table

Kind: TypeAlias = Literal["onet", "oews", "projections", "parities", "oflc", "ladder"]

_HEAD = 64 * 1024
_OEWS = re.compile(r"(national|nat\w*|state|msa|bos|all_data|all_\w+)_m_?20\d\d(_dl)?\b", re.IGNORECASE)
_OFLC = re.compile(rb"\bSocCode\b.*\bLevel1\b|\bAreaName\b.*\bCountyTownName\b", re.IGNORECASE)
_PARITIES = re.compile(rb"\brpp|GeoFIPS|PA\.NUS\.PPP|\bPPP\b", re.IGNORECASE)


def detect_kinds(members: Sequence[Member]) -> list[tuple[Kind, list[Member]]]:
    """Return each importer that has something to read, with its files, always in the order of importers.KINDS."""
    found: dict[Kind, list[Member]] = {
        "parities": [], "projections": [], "oflc": [], "oews": [], "onet": [], "ladder": [],
    }  # fmt: skip
    for member in members:
        kind = _kind(member)
        if kind is not None:
            found[kind].append(member)
    if not any(_is_surely_onet(member) for member in found["onet"]):
        found["onet"] = []  # somebody's own Skills.txt, or the Read Me.txt of something else
    return [(kind, files) for kind, files in found.items() if files]


def _kind(member: Member) -> Kind | None:
    name = member.name.casefold()
    if name.endswith(".txt"):
        return "onet" if is_table(member) else None
    if name.endswith(".csv"):
        return _kind_of_csv(member)
    if not name.endswith(WORKBOOKS):
        return "ladder" if is_ladder(member) else None
    if _OEWS.search(name):
        return "oews"
    if is_table(member) and name != "education.xlsx":  # the name of a table of both O*NET 30.3 and the projections
        return "onet"
    return _kind_of_workbook(member)


def _is_surely_onet(member: Member) -> bool:
    if member.name.casefold().startswith("occupation data."):
        return True
    content = member.read()
    return b"O*NET-SOC" in (content[:_HEAD] if member.name.casefold().endswith(".txt") else _head_of_workbook(content))


def _kind_of_csv(member: Member) -> Kind | None:
    if member.name.casefold().startswith("metadata_"):  # the World Bank's notes beside its table
        return None
    head = member.read()[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode()
    if _OFLC.search(head):
        return None if is_other_wages(member) else "oflc"
    return "parities" if _PARITIES.search(head) else None


def _kind_of_workbook(member: Member) -> Kind | None:
    head = _head_of_workbook(member.read())
    if b"OCC_CODE" in head.upper() and b"O_GROUP" in head.upper():
        return "oews"
    if b"National Employment Matrix" in head:
        return "projections"
    return "onet" if b"O*NET-SOC" in head else None


def _head_of_workbook(content: bytes) -> bytes:
    """Return where the headers of an xlsx stand: the beginning of its shared texts and of each sheet."""
    parts = []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                if name == "xl/sharedStrings.xml" or name.startswith("xl/worksheets/sheet"):
                    with archive.open(name) as stream:
                        parts.append(stream.read(_HEAD))
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError):
        return b""
    return b"".join(parts)
