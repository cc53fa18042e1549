"""Which catalogs every command reads, in which order, and whether they can be read."""

import contextlib
import os
from collections import Counter
from collections.abc import Sequence

from careercli.answers.catalog_layers.view import Given, LayerStateView, LayersView, State
from careercli.catalog import index_cache, registered_layers
from careercli.errors import CatalogInvalid


def list_layers(named: Sequence[str], *, default_catalog: bool) -> LayersView:
    """Return the state of every layer that a command reads which is given the layers `named`."""
    given = layers_in_use(named, default_catalog=default_catalog)
    states = [_state(path) for path, _ in given]
    names, faults = _names_and_faults([path for path, _ in given], states)
    rows = tuple(
        LayerStateView(
            path=index_cache.layer_label(path),
            name=name,
            named_by=how,
            state="invalid" if faults[path] and state == "read" else state,
            fault_count=faults[path],
        )
        for (path, how), state, name in zip(given, states, names, strict=True)
    )
    list_file = registered_layers.list_path()
    return LayersView(list_file=list_file, rows=rows)


def layers_in_use(named: Sequence[str], *, default_catalog: bool) -> list[tuple[str, Given]]:
    """Return every layer that a command reads which is given the layers `named`, in order, and how each got there."""
    given: dict[str, Given] = {}
    if default_catalog:
        given |= dict.fromkeys(index_cache.embedded_layers(), "embedded")
        given |= {path: "list" for path in registered_layers.registered_layers() if path not in given}
    given |= {path: "option" for path in dict.fromkeys(named) if path not in given}
    return list(given.items())


def _state(path: str) -> State:
    if not os.path.exists(path):
        return "missing"
    if os.path.isdir(path):
        return "unreadable"
    if os.path.isfile(path):  # a pipe can be read only once, by those who need what it holds
        try:
            with open(path, "rb"):
                return "read"
        except OSError:
            return "unreadable"
    return "read"


def _names_and_faults(paths: Sequence[str], states: Sequence[State]) -> tuple[list[str | None], Counter[str]]:
    """Return what the catalogs are called, and how many faults the files have of those that do not fit."""
    readable = [path for path, state in zip(paths, states, strict=True) if state == "read"]
    faults: Counter[str] = Counter()
    names: dict[str, str | None] = {}
    try:
        if readable:
            found = index_cache.query(readable, lambda reader: reader.layer_names())
            names = dict(zip(readable, found, strict=True))
    except CatalogInvalid as error:
        faults.update(problem.file for problem in error.problems)
        names = {path: _name_in(path) for path in readable if not faults[path]}
    return [names.get(path) for path in paths], faults


def _name_in(path: str) -> str | None:
    """Return what one file says that its catalog is called, whatever stands in the others."""
    from careercli.catalog.yaml_reader import parse, read_bytes

    name = None
    with contextlib.suppress(CatalogInvalid):
        name = parse(path, read_bytes(path)).data.get("name")
    return name if isinstance(name, str) else None
