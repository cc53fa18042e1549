"""From what the user named to catalog layers: recognise, read, encode."""

import importlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from careercli.amounts import join_words
from careercli.errors import ImportProblem, UsageProblem
from careercli.importers import KINDS
from careercli.importers.detect import detect_kinds
from careercli.importers.files import Member, members
from careercli.importers.layer import Imported, ProgressCallback, Skipped, layer_name
from careercli.importers.refusals import unread_files


class BuiltLayer(NamedTuple):
    """A layer that was made of what the user named."""

    kind: str
    name: str
    """The file name that the layer has in the user's own directory."""
    files: int
    imported: Imported


def find_layers(
    paths: Sequence[str], kind: str | None, refused: list[Skipped] | None = None
) -> list[tuple[str, list[Member]]]:
    """Return each kind of data among the files with its files, or all files for the one kind named.

    Files in a format that no importer reads are noted in `refused`. Raises ImportProblem when nothing is recognised.
    """
    found = members(paths)
    groups: list[tuple[str, list[Member]]] = [(kind, found)] if kind else list(detect_kinds(found))
    taken = {member.file_label for _, files in groups for member in files}
    unread = unread_files(member for member in found if member.file_label not in taken)
    if not groups and unread:
        more = f"; {len(unread) - 1} more cannot be read either" if unread[1:] else ""
        what, _, remedy = unread[0].reason.partition(". ")
        raise ImportProblem(f"{unread[0].file_label}: {what}{more}", hint=remedy)
    if not groups:
        raise ImportProblem(
            f"none of the files is official data or a ladder that careercli can import ({len(found)} checked)",
            hint=f"Type careercli catalog import SOURCE PATH... SOURCE is {join_words(tuple(KINDS), 'or')}.",
        )
    if refused is not None:
        refused += unread
    return groups


def make_layers(
    groups: Sequence[tuple[str, list[Member]]],
    progress: ProgressCallback,
    refused: list[Skipped],
    map_path: str | None = None,
) -> Iterator[BuiltLayer]:
    """Yield the layer of each kind; one of which no file can be read is noted in `refused`, unless it is the only one.

    Raises the first ImportProblem in the end when there is no layer.
    """
    problems: list[ImportProblem] = []
    for kind, files in groups:
        try:
            yield make_layer(kind, files, progress, map_path)
        except ImportProblem as problem:
            problems.append(problem)
            label = next((one.file_label for one in files if problem.message.startswith(one.file_label)), kind)
            refused.append(Skipped(label, None, 0, problem.message.removeprefix(label).lstrip(",: ")))
    if len(problems) == len(groups):
        raise problems[0]


def make_layer(kind: str, files: list[Member], progress: ProgressCallback, map_path: str | None = None) -> BuiltLayer:
    """Return the layer that the files become; raise ImportProblem when one is not what it should be.

    `map_path` is the file that says where a ladder of another form keeps what a catalog has.
    """
    if map_path and kind != "ladder":
        raise UsageProblem("--map is only for ladders", hint="Type: careercli catalog import ladder PATH --map FILE")
    module = importlib.import_module(f"careercli.importers.{kind}")
    imported: Imported = module.import_(files, progress, map_path) if map_path else module.import_(files, progress)
    return BuiltLayer(kind, layer_name(imported.head.name), len(files), imported)
