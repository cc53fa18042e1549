"""Catalog -> the bytes of a layer: JSON, which is YAML, with a line for each source, place and occupation.

The same catalog gives the same bytes, and a diff between two layers shows the occupations that changed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple, TypeAlias

import msgspec

from careercli.catalog.references import SECTIONS
from careercli.errors import ImportProblem
from careercli.importers.files import Member
from careercli.model import Catalog, Occupation

MIN_FAULTS = 3
MAX_FAULT_SHARE = 0.02
"""Rows that cannot be right, and their share of all, from which not the rows are wrong but the columns."""

ProgressCallback: TypeAlias = Callable[[str, int, int], None]
"""A progress callback: what is being read, steps done, steps in total."""
Records: TypeAlias = Iterable[tuple[str, msgspec.Struct]]
"""Records of one section with their keys."""

LARGE = 8 * 1024**2
"""Bytes of a file that is read before smaller ones."""


def layer_name(source: str) -> str:
    """Return the file name of the layer of a source or a catalog: `onet-29-2.json`."""
    return f"{source}.json"


def encoded_lines(head: Catalog, occupations: Records | None = None) -> Iterator[bytes]:
    """Yield the layer line by line; `occupations`, in the order of their keys, stand in for those of `head`.

    Records stand in the order of their keys, and everything within them as it was given.
    """
    encode_value = msgspec.json.Encoder().encode
    yield b'{\n"schema_version":%d' % head.schema_version
    for key in ("name", "title", "note"):
        value = getattr(head, key)
        if value is not None:
            yield b",\n" + encode_value(key) + b":" + encode_value(value)
    for key in SECTIONS:
        named: Mapping[str, msgspec.Struct] = getattr(head, key)
        records = occupations if key == "occupations" and occupations is not None else sorted(named.items())
        opened = False
        for record_key, record in records:
            yield b",\n" if opened else b",\n" + encode_value(key) + b":{\n"
            yield encode_value(record_key) + b":" + encode_value(record)
            opened = True
        if opened:
            yield b"\n}"
    yield b"\n}\n"


class Skipped(NamedTuple):
    """A row that was left out because it cannot be read in one way only."""

    file_label: str
    """The file, as errors call it."""
    sheet: str | None
    row: int
    """Counted from 1 as a spreadsheet counts it, the header included; 0 where it is not about one row."""
    reason: str


class Imported(NamedTuple):
    """One catalog layer made of official files."""

    head: Catalog
    """The layer, but for `occupations`."""
    counts: dict[str, int]
    """How many of what came across, by the words in which it is reported."""
    skipped: tuple[Skipped, ...]
    occupations: Callable[[], Records] | None = None
    """The occupations in the order of their codes, each made when its turn comes, of a survey that fills the memory."""

    @property
    def catalog(self) -> Catalog:
        """The whole layer in memory."""
        return msgspec.json.decode(b"".join(self.lines()), type=Catalog) if self.occupations else self.head

    def lines(self) -> Iterator[bytes]:
        """Yield the layer as it is written."""
        return encoded_lines(self.head, self.occupations() if self.occupations else None)

    def all_occupations(self) -> Iterator[tuple[str, Occupation]]:
        """Yield every occupation in the order of the codes."""
        if self.occupations is None:
            yield from sorted(self.head.occupations.items())
            return
        for code, record in self.occupations():
            yield code, msgspec.json.decode(msgspec.json.encode(record), type=Occupation)


def first_reasons(skipped: Iterable[Skipped], limit: int = 3) -> str:
    """Return the first rows that were left out, as the end of a message: ` (row 2: ...; row 3: ...)`, or nothing."""
    found = [f"row {one.row}: {one.reason}" if one.row else one.reason for one in islice(skipped, limit)]
    return f" ({'; '.join(found)})" if found else ""


def refuse_if_many_faults(
    file: str, faults: Sequence[Skipped], rows: int, hint: str, share: float = MAX_FAULT_SHARE
) -> None:
    """Raise ImportProblem, with the first three rows, when so many cannot be right that a column must be wrong."""
    if len(faults) >= MIN_FAULTS and len(faults) >= rows * share:
        message = f"{file}: {len(faults):,} of {rows:,} rows are impossible{first_reasons(faults)}"
        raise ImportProblem(message, hint=f"A column has the wrong heading. {hint}")


def read_members(
    members: Sequence[Member], read: Callable[[Member], None], skipped: list[Skipped], progress: ProgressCallback
) -> None:
    """Read each file, the very large ones first, while there is most room for them.

    One that cannot be read is left out and told in `skipped`; where that is all of them, the first problem is raised.
    """
    problems: list[ImportProblem] = []
    for done, member in enumerate(sorted(members, key=lambda member: -(member.size // LARGE))):
        progress(member.name, done, len(members))
        try:
            read(member)
        except ImportProblem as problem:
            problems.append(problem)
            reason = problem.message.removeprefix(member.file_label).lstrip(",: ")
            skipped.append(Skipped(member.file_label, None, 0, f"skipped the whole file: {reason}"))
    progress("", len(members), len(members))
    if problems and len(problems) == len(members):
        raise problems[0]
