"""careercli catalog layers: which catalogs every command reads, and in which order."""

import contextlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from careercli.answers.catalog_layers.answer import layers_in_use, list_layers
from careercli.catalog import index_cache, registered_layers
from careercli.cli.help_page import HelpCommand, HelpGroup
from careercli.cli.options import CommonOptions, compile_progress, with_common
from careercli.cli.output import refuse_overwriting, write_answer
from careercli.errors import NotFound, OutputProblem, UsageProblem, reason_of

app = typer.Typer(
    name="layers",
    cls=HelpGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def layers(ctx: typer.Context, common: CommonOptions) -> None:
    """See which catalogs every command reads, and in which order.

    `add` puts your catalogs on the list, `remove` takes them off.

    \b
    careercli catalog layers
    """
    if ctx.invoked_subcommand is None:
        _show(common)
        return
    sources = (ctx.get_parameter_source(name) for name in ctx.params)
    if any(source is not None and source.name == "COMMANDLINE" for source in sources):
        word = ctx.invoked_subcommand
        raise UsageProblem(f"options go after '{word}'", hint=f"See: careercli catalog layers {word} --help")


def list_(common: CommonOptions) -> None:
    """List the catalogs that every command reads. Later ones override earlier ones.

    \b
    careercli catalog layers list --json
    """
    _show(common)


def add(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Catalogs to add at the end of the list.")],
    common: CommonOptions,
) -> None:
    """Add catalogs to the list that every command reads. A catalog with mistakes is refused.

    \b
    careercli catalog layers add our-ladder.yaml
    """
    new = [os.path.abspath(file) for file in files]
    _refuse_overwriting(common, new)
    for file, path in zip(files, new, strict=True):
        if not os.path.isfile(path):
            raise NotFound(f"there is no file {file}")
        if path != path.strip() or len(path.splitlines()) > 1:
            raise UsageProblem(
                f"{file}: a name with a line break, or a space at either end, cannot be on the list",
                hint="Rename the file.",
            )
    standing = [path for path, _ in layers_in_use((), default_catalog=common.default_catalog)]
    index_cache.query(list(dict.fromkeys([*standing, *new])), lambda reader: reader.layer_names(), compile_progress)
    with _reporting_write_errors():
        registered_layers.register(new)
    _show(common)


def remove(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Catalogs to take off the list.")],
    common: CommonOptions,
) -> None:
    """Take catalogs off the list. The files stay.

    \b
    careercli catalog layers remove our-ladder.yaml
    """
    _refuse_overwriting(common)
    registered = registered_layers.registered_layers()
    paths = {file: path for file in files for path in (file, os.path.abspath(file)) if path in registered}
    for file in files:
        if file not in paths:
            raise NotFound(f"{file} is not on the list", hint="See it with: careercli catalog layers")
    with _reporting_write_errors():
        for path in paths.values():
            registered_layers.unregister(path)
    _show(common)


def _show(common: CommonOptions) -> None:
    _refuse_overwriting(common)
    write_answer(common.output, list_layers(common.catalogs, default_catalog=common.default_catalog))


def _refuse_overwriting(common: CommonOptions, added: Iterable[str] = ()) -> None:
    standing = (path for path, _ in layers_in_use(common.catalogs, default_catalog=common.default_catalog))
    refuse_overwriting(common.output.output, (*standing, *added, registered_layers.list_path()))


@contextlib.contextmanager
def _reporting_write_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputProblem(f"cannot write {registered_layers.list_path()}: {reason_of(error)}") from None


app.callback()(with_common(layers))
app.command("list", cls=HelpCommand)(with_common(list_))
app.command("add", cls=HelpCommand)(with_common(add))
app.command("remove", cls=HelpCommand)(with_common(remove))
