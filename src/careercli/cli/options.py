"""What commands share: their common options, and the way from a query to a written answer."""

import contextlib
import functools
import inspect
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias, get_args

import typer
from msgspec import Struct, structs

from careercli import terminal
from careercli.answers.shared.view_parts import AnswerView
from careercli.catalog import index_cache
from careercli.catalog.reader import CatalogReader
from careercli.catalog.registered_layers import registered_layers
from careercli.cli import completion
from careercli.cli.help_page import AMOUNT, DATA, OUTPUT, SHARED, HelpCommand, one_of
from careercli.cli.output import Format, OutputOptions, output_options, refuse_overwriting, write_answer
from careercli.errors import NotFound, UsageProblem

OutputFile: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write to a file. Its ending sets the format.", rich_help_panel=OUTPUT
    ),
]
Today: TypeAlias = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Count ages up to this day.")
]
SchemaFormat: TypeAlias = Annotated[
    Literal["json"], typer.Option("--format", help="A schema is JSON.", rich_help_panel=OUTPUT)
]


class CommonOptions(Struct, frozen=True):
    """The options of every command that reads the catalogs."""

    catalogs: tuple[str, ...]
    """The layers named with --catalog."""
    default_catalog: bool
    output: OutputOptions


def in_full(common: CommonOptions) -> CommonOptions:
    """Return the options with which the answer is shown whole: for what the user asked for by name."""
    return structs.replace(common, output=structs.replace(common.output, full=True))


def _catalog_parameters(
    catalog: Annotated[
        list[Path] | None,
        typer.Option(
            "--catalog",
            metavar="FILE",
            envvar="CAREERCLI_CATALOG",
            readable=False,
            help="Add your own catalog file. Repeatable.",
            rich_help_panel=DATA,
        ),
    ] = None,
    default_catalog: Annotated[
        bool,
        typer.Option(
            "--default-catalog/--no-default-catalog", help="Use only your own catalog files.", rich_help_panel=DATA
        ),
    ] = True,
) -> None:
    """Carry the options that say which catalogs are read."""


def _output_parameters(
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            metavar="NAME",
            help=f"{one_of([name for name in get_args(Format) if name != 'table'])}.",
            rich_help_panel=OUTPUT,
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.", rich_help_panel=OUTPUT)] = False,
    output: OutputFile = None,
    fields: Annotated[
        str | None,
        typer.Option(
            metavar="NAME,...", help="Choose and order the columns of csv, tsv and jsonl.", rich_help_panel=OUTPUT
        ),
    ] = None,
    color: Annotated[
        terminal.ColorChoice, typer.Option("--color", help="When to use color", rich_help_panel=SHARED)
    ] = "auto",
    width: Annotated[
        int | None,
        typer.Option("--width", min=terminal.MIN_WIDTH, help="Columns of the page.", rich_help_panel=SHARED),
    ] = None,
    pager: Annotated[
        bool, typer.Option(" /--no-pager", help="Print a long page without the pager.", rich_help_panel=SHARED)
    ] = True,
) -> None:
    """Carry the options that say how the answer is given."""


def _screen_parameters(
    full: Annotated[bool, typer.Option("--full", help="Show all of the answer.", rich_help_panel=AMOUNT)] = False,
) -> None:
    """Carry the option of every answer that has a first screen."""


_SCREEN = tuple(inspect.signature(_screen_parameters).parameters.values())
_CATALOG = tuple(inspect.signature(_catalog_parameters).parameters.values())
_OUTPUT = tuple(inspect.signature(_output_parameters).parameters.values())


def with_common(function: Callable[..., None], *, first_screen: bool = False) -> Callable[..., None]:
    """Return the command with its parameter `common` turned into the options of catalogs and output.

    With `first_screen` there is `--full` too; without it the answer is always shown whole.
    """
    output = (*_SCREEN, *_OUTPUT) if first_screen else _OUTPUT

    def take(values: dict[str, Any]) -> CommonOptions:
        catalogs = tuple(map(str, values.pop("catalog") or ()))
        return CommonOptions(catalogs, values.pop("default_catalog"), _take_output(output, values))

    return _with_options(function, "common", (*_CATALOG, *output), take)


def with_output(
    function: Callable[..., None], *, leave_out: Collection[str] = (), first_screen: bool = False
) -> Callable[..., None]:
    """Return the command with its parameter `options` turned into the options of output, without some of them.

    With `first_screen` there is `--full` too.
    """
    every = (*_SCREEN, *_OUTPUT) if first_screen else _OUTPUT
    parameters = tuple(parameter for parameter in every if parameter.name not in leave_out)
    return _with_options(function, "options", parameters, functools.partial(_take_output, parameters))


def _take_output(parameters: Iterable[inspect.Parameter], values: dict[str, Any]) -> OutputOptions:
    return output_options(**{parameter.name: values.pop(parameter.name) for parameter in parameters})


def _with_options(
    function: Callable[..., None],
    name: str,
    shared: tuple[inspect.Parameter, ...],
    take: Callable[[dict[str, Any]], CommonOptions | OutputOptions],
) -> Callable[..., None]:
    """Return the command with one parameter replaced by others, of which `take` makes its value.

    What the help calls ROLE is completed by the roles of the catalogs.
    """
    own = [parameter for parameter in inspect.signature(function).parameters.values() if parameter.name != name]
    parameters = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in (*own, *shared)]
    for parameter in parameters:
        for info in getattr(parameter.annotation, "__metadata__", ()):
            if str(info.metavar).startswith("ROLE"):
                info.autocompletion = completion.role_or_level

    @functools.wraps(function)
    def run(**values: Any) -> None:
        made = take(values)  # a contradiction is told before anything is read
        function(**values, **{name: made})

    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run


def command(function: Callable[..., None], *, first_screen: bool = False) -> typer.Typer:
    """Return an app of the one command `function`, which has the common options."""
    return plain_command(with_common(function, first_screen=first_screen))


def plain_command(function: Callable[..., None], *, cls: type[HelpCommand] = HelpCommand) -> typer.Typer:
    """Return an app of the one command `function`, which has no options but its own."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(cls=cls, context_settings={"help_option_names": ["-h", "--help"]})(function)
    return app


def no_file(name: str, *, hint: str | None = None) -> NotFound:
    """Return that there is no such file, with the nearest name in its folder."""
    import os

    from careercli.matching import did_you_mean

    with contextlib.suppress(OSError, ValueError):
        folder, file = os.path.split(name)
        return NotFound(f"there is no file {name}{did_you_mean(file, os.listdir(folder or os.curdir))}", hint=hint)
    return NotFound(f"there is no file {name}", hint=hint)


def run_query(common: CommonOptions, query: Callable[[CatalogReader], AnswerView]) -> None:
    """Ask the catalogs, render the view in the format asked for, and write it."""
    layers = layers_of(common.catalogs, default_catalog=common.default_catalog)
    refuse_overwriting(common.output.output, layers)
    write_answer(common.output, index_cache.query(layers, query, compile_progress))


def compile_progress() -> AbstractContextManager[index_cache.Progress]:
    """Return what shows on a terminal how far a long compilation has come; a clean run in a pipe is silent."""
    from careercli.render.progress import Progress

    return Progress(lines=False)


def layers_of(catalogs: Sequence[str], *, default_catalog: bool) -> list[str]:
    """Return the embedded catalog and the registered layers, unless left out, then those named with --catalog."""
    standing = [*index_cache.embedded_layers(), *registered_layers()] if default_catalog else []
    if not standing and not catalogs:
        raise UsageProblem("no catalog to read", hint="Name one with --catalog, or leave out --no-default-catalog.")
    return list(dict.fromkeys([*standing, *catalogs]))
