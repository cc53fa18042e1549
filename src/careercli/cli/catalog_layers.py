"""careercli catalog layers: which catalogs every command reads, and in which order."""

import contextlib
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from careercli.catalog import registry, store
from careercli.cli.common import Common, with_common
from careercli.cli.delivery import deliver
from careercli.errors import CatalogInvalid, NotFound, OutputProblem, UsageProblem
from careercli.model import SCHEMA_VERSION
from careercli.views.catalog_layers import Given, LayerStateView, LayersView, State

app = typer.Typer(
    name="layers",
    help="See which catalogs every command reads, and put yours on the list.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class _Known(NamedTuple):
    """What the catalogs say of themselves."""

    names: list[str | None]
    faults: Counter[str]
    """Faults by file."""


def layers(ctx: typer.Context, common: Common) -> None:
    """See which catalogs every command reads, in which order, and whether they can be read.

    `add` puts catalogs of yours on the list, `remove` takes them off.

    \b
    Example: careercli catalog layers
    """
    if ctx.invoked_subcommand is None:
        _show(common)
        return
    sources = (ctx.get_parameter_source(name) for name in ctx.params)
    if any(source is not None and source.name == "COMMANDLINE" for source in sources):
        word = ctx.invoked_subcommand
        raise UsageProblem(f"options stand behind '{word}'", hint=f"See: careercli catalog layers {word} --help")


def list_(common: Common) -> None:
    """List the catalogs that every command reads, in the order in which they are laid over each other.

    \b
    Example: careercli catalog layers list --json
    """
    _show(common)


def add(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Catalogs to put at the end of the list.")],
    common: Common,
) -> None:
    """Let every command read these catalogs, laid over the others in this order; a faulty one is refused.

    \b
    Example: careercli catalog layers add our-ladder.yaml
    """
    new = [os.path.abspath(file) for file in files]
    for file, path in zip(files, new, strict=True):
        if not os.path.isfile(path):
            raise NotFound(f"there is no file {file}")
        if path != path.strip() or len(path.splitlines()) > 1:
            raise UsageProblem(f"{file} has a name that cannot stand on the list, one path a line", hint="Rename it.")
    standing = [path for path, given in _layers(common) if given != "option"]
    store.ask(list(dict.fromkeys([*standing, *new])), lambda library: library.layer_names())
    with _writing():
        registry.register(new)
    _show(common)


def remove(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Catalogs to take off the list.")],
    common: Common,
) -> None:
    """Take catalogs off the list; the files stay, and may be gone already.

    \b
    Example: careercli catalog layers remove our-ladder.yaml
    """
    registered = registry.registered_layers()
    paths = {file: path for file in files for path in (file, os.path.abspath(file)) if path in registered}
    for file in files:
        if file not in paths:
            raise NotFound(f"{file} is not on the list", hint="See it with: careercli catalog layers")
    with _writing():
        for path in paths.values():
            registry.unregister(path)
    _show(common)


def _show(common: Common) -> None:
    wanted = common.wanted()
    wanted.form()  # a contradiction is told before anything is compiled
    given = _layers(common)
    states = [_state(path) for path, _ in given]
    known = _known([path for path, _ in given], states)
    rows = tuple(
        LayerStateView(
            path=store.shown_layer(path),
            name=name,
            given=how,
            state="invalid" if known.faults[path] and state == "read" else state,
            faults=known.faults[path],
        )
        for (path, how), state, name in zip(given, states, known.names, strict=True)
    )
    deliver(
        wanted,
        LayersView(schema_version=SCHEMA_VERSION, command="catalog layers", list_file=registry.list_path(), rows=rows),
    )


def _layers(common: Common) -> list[tuple[str, Given]]:
    """Return every layer that a command with these options reads, in order, and how it got there."""
    given: dict[str, Given] = {}
    if common.default_catalog:
        given |= dict.fromkeys(store.embedded_layers(), "embedded")
        given |= {path: "list" for path in registry.registered_layers() if path not in given}
    named = dict.fromkeys(str(path) for path in common.catalog or ())
    given |= {path: "option" for path in named if path not in given}
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


def _known(paths: Sequence[str], states: Sequence[State]) -> _Known:
    """Return what the catalogs are called, and what is wrong with those that do not fit."""
    readable = [path for path, state in zip(paths, states, strict=True) if state == "read"]
    faults: Counter[str] = Counter()
    names: dict[str, str | None] = {}
    try:
        if readable:
            found = store.ask(readable, lambda library: library.layer_names())
            names = dict(zip(readable, found, strict=True))
    except CatalogInvalid as error:
        faults.update(problem.file for problem in error.problems)
        names = {path: _name_in(path) for path in readable if not faults[path]}
    return _Known([names.get(path) for path in paths], faults)


def _name_in(path: str) -> str | None:
    """Return what one file says that its catalog is called, whatever stands in the others."""
    from careercli.catalog.source import parse, read_bytes

    name = None
    with contextlib.suppress(CatalogInvalid):
        name = parse(path, read_bytes(path)).data.get("name")
    return name if isinstance(name, str) else None


@contextlib.contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputProblem(f"cannot write {registry.list_path()}: {reason}") from None


app.callback()(with_common(layers))
app.command("list")(with_common(list_))
app.command("add")(with_common(add))
app.command("remove")(with_common(remove))
