"""Files that no importer reads, each with what it is and what to do: old formats, archives in archives, passwords."""

from collections.abc import Iterable
from typing import NamedTuple

from careercli.importers.files import WORKBOOKS, Member
from careercli.importers.layer import Skipped

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Compound files: workbooks of Excel before 2007, and newer ones behind a password."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream of a compound file that holds a workbook behind a password ([MS-OFFCRYPTO] 2.3.4.4)."""
_SAVE_AS = "Open it and save it as .xlsx, or get the .xlsx from its publisher."


class UnreadFormat(NamedTuple):
    """A kind of file that is not read."""

    what: str
    remedy: str


_BY_SUFFIX = {
    ".xls": UnreadFormat("a workbook from Excel before 2007", _SAVE_AS),
    ".xlsb": UnreadFormat("a binary workbook", _SAVE_AS),
    ".ods": UnreadFormat("an OpenDocument spreadsheet", _SAVE_AS),
    ".zip": UnreadFormat("a zip inside a zip", "Unpack the outer one and name the folder."),
    ".7z": UnreadFormat("a 7z archive", "Unpack it and name the folder."),
    ".rar": UnreadFormat("a rar archive", "Unpack it and name the folder."),
    ".gz": UnreadFormat("a gz archive", "Unpack it and name the folder."),
    ".tar": UnreadFormat("a tar archive", "Unpack it and name the folder."),
    ".mdb": UnreadFormat("an Access database", "Get the text or the Excel release from its publisher."),
    ".accdb": UnreadFormat("an Access database", "Get the text or the Excel release from its publisher."),
    ".sql": UnreadFormat("a database script", "Get the text or the Excel release from its publisher."),
}


def unread_files(members: Iterable[Member]) -> list[Skipped]:
    """Return those of the files that no importer takes which are in a known format, each with what to do about it."""
    return [
        Skipped(member.file_label, None, 0, f"{found.what}, which careercli cannot read. {found.remedy}")
        for member in members
        if (found := _format_of(member)) is not None
    ]


def locked_workbook(content: bytes) -> UnreadFormat | None:
    """Return what a workbook is that is no .xlsx inside: one behind a password, or one of an old format."""
    if not content.startswith(_OLE):
        return None
    if _ENCRYPTED in content:
        return UnreadFormat("a workbook with a password", "Open it, remove the password and save it.")
    return _BY_SUFFIX[".xls"]


def _format_of(member: Member) -> UnreadFormat | None:
    name = member.name.casefold()
    suffix = name[name.rfind(".") :] if "." in name else ""
    if suffix in (*WORKBOOKS, ".xls"):
        return locked_workbook(member.read()) or _BY_SUFFIX.get(suffix)
    return _BY_SUFFIX.get(suffix)
