"""From what the user named to catalog layers: recognise, read, encode."""

import importlib
from collections.abc import Sequence
from typing import NamedTuple

from careercli.errors import ImportProblem, UsageProblem
from careercli.importers import KINDS
from careercli.importers.detect import detect_kinds
from careercli.importers.files import Member, members
from careercli.importers.layer import Imported, ProgressCallback, encode, layer_name


class BuiltLayer(NamedTuple):
    """A layer that was made of what the user named."""

    kind: str
    name: str
    """The file name that the layer has in the user's own directory."""
    files: int
    content: bytes
    imported: Imported


def find_layers(paths: Sequence[str], kind: str | None) -> list[tuple[str, list[Member]]]:
    """Return each kind of data among the files with its files, or all files for the one kind named.

    Raises ImportProblem when nothing is recognised.
    """
    found = members(paths)
    groups: list[tuple[str, list[Member]]] = [(kind, found)] if kind else list(detect_kinds(found))
    if not groups:
        raise ImportProblem(
            f"none of the files is official data or a ladder that can be imported ({len(found)} looked at)",
            hint=f"Say what they are: careercli catalog import SOURCE PATH..., SOURCE one of {', '.join(KINDS)}",
        )
    return groups


def make_layer(kind: str, files: list[Member], progress: ProgressCallback, map_path: str | None = None) -> BuiltLayer:
    """Return the layer that the files become; raise ImportProblem when one is not what it should be.

    `map_path` is the file that says where a ladder of another form keeps what a catalog has.
    """
    if map_path and kind != "ladder":
        raise UsageProblem("--map says how to read a ladder", hint="careercli catalog import ladder PATH --map FILE")
    module = importlib.import_module(f"careercli.importers.{kind}")
    imported: Imported = module.import_(files, progress, map_path) if map_path else module.import_(files, progress)
    return BuiltLayer(kind, layer_name(imported.catalog.name), len(files), encode(imported.catalog), imported)
