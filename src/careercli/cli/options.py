"""What commands share: their common options, and the way from a query to a written answer."""

import functools
import inspect
from collections.abc import Callable, Collection, Iterable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias

import typer
from msgspec import Struct

from careercli import terminal
from careercli.answers.shared.view_parts import AnswerView
from careercli.catalog import index_cache
from careercli.catalog.reader import CatalogReader
from careercli.catalog.registered_layers import registered_layers
from careercli.cli.output import Format, OutputOptions, output_options, refuse_overwriting, write_answer
from careercli.errors import UsageProblem

OutputFile: TypeAlias = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file, whole or not at all.")
]
Today: TypeAlias = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Count ages up to this day.")
]
SchemaFormat: TypeAlias = Annotated[Literal["json"], typer.Option("--format", help="A schema is JSON.")]


class CommonOptions(Struct, frozen=True):
    """The options of every command that reads the catalogs."""

    catalogs: tuple[str, ...]
    """The layers named with --catalog."""
    default_catalog: bool
    output: OutputOptions


def _catalog_parameters(
    catalog: Annotated[
        list[Path] | None,
        typer.Option(
            "--catalog",
            metavar="FILE",
            envvar="CAREERCLI_CATALOG",
            readable=False,
            help="Lay a catalog over the embedded one; repeatable.",
        ),
    ] = None,
    default_catalog: Annotated[
        bool, typer.Option("--default-catalog/--no-default-catalog", help="Begin with the embedded catalog.")
    ] = True,
) -> None:
    """Carry the options that say which catalogs are read."""


def _output_parameters(
    format: Annotated[
        Format | None, typer.Option("--format", help="How to print the answer; a table, or what FILE ends in.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    output: OutputFile = None,
    fields: Annotated[
        str | None, typer.Option(metavar="NAME,...", help="Give flat records with these fields, in this order.")
    ] = None,
    color: Annotated[terminal.ColorChoice, typer.Option("--color", help="Use colours.")] = "auto",
    width: Annotated[int | None, typer.Option("--width", min=terminal.MIN_WIDTH, help="Columns to fill.")] = None,
) -> None:
    """Carry the options that say how the answer is given."""


_CATALOG = tuple(inspect.signature(_catalog_parameters).parameters.values())
_OUTPUT = tuple(inspect.signature(_output_parameters).parameters.values())


def with_common(function: Callable[..., None]) -> Callable[..., None]:
    """Return the command with its parameter `common` turned into the options of catalogs and output."""

    def take(values: dict[str, Any]) -> CommonOptions:
        catalogs = tuple(map(str, values.pop("catalog") or ()))
        return CommonOptions(catalogs, values.pop("default_catalog"), _take_output(_OUTPUT, values))

    return _with_options(function, "common", (*_CATALOG, *_OUTPUT), take)


def with_output(function: Callable[..., None], *, leave_out: Collection[str] = ()) -> Callable[..., None]:
    """Return the command with its parameter `options` turned into the options of output, without some of them."""
    parameters = tuple(parameter for parameter in _OUTPUT if parameter.name not in leave_out)
    return _with_options(function, "options", parameters, functools.partial(_take_output, parameters))


def _take_output(parameters: Iterable[inspect.Parameter], values: dict[str, Any]) -> OutputOptions:
    return output_options(**{parameter.name: values.pop(parameter.name) for parameter in parameters})


def _with_options(
    function: Callable[..., None],
    name: str,
    shared: tuple[inspect.Parameter, ...],
    take: Callable[[dict[str, Any]], CommonOptions | OutputOptions],
) -> Callable[..., None]:
    """Return the command with one parameter replaced by others, of which `take` makes its value."""
    own = [parameter for parameter in inspect.signature(function).parameters.values() if parameter.name != name]
    parameters = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in (*own, *shared)]

    @functools.wraps(function)
    def run(**values: Any) -> None:
        made = take(values)  # a contradiction is told before anything is read
        function(**values, **{name: made})

    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run


def command(function: Callable[..., None]) -> typer.Typer:
    """Return an app of the one command `function`, which has the common options."""
    return plain_command(with_common(function))


def plain_command(function: Callable[..., None]) -> typer.Typer:
    """Return an app of the one command `function`, which has no options but its own."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(context_settings={"help_option_names": ["-h", "--help"]})(function)
    return app


def run_query(common: CommonOptions, query: Callable[[CatalogReader], AnswerView]) -> None:
    """Ask the catalogs, render the view in the format asked for, and write it."""
    layers = _layers(common)
    refuse_overwriting(common.output.output, layers)
    write_answer(common.output, index_cache.query(layers, query, compile_progress))


def compile_progress() -> AbstractContextManager[index_cache.Progress]:
    """Return what shows on a terminal how far a long compilation has come; a clean run in a pipe is silent."""
    from careercli.render.progress import Progress

    return Progress(lines=False)


def _layers(common: CommonOptions) -> list[str]:
    """Return the embedded catalog and the registered layers, unless left out, then those named with --catalog."""
    standing = [*index_cache.embedded_layers(), *registered_layers()] if common.default_catalog else []
    if not standing and not common.catalogs:
        raise UsageProblem("no catalog to read", hint="Name one with --catalog, or leave out --no-default-catalog.")
    return list(dict.fromkeys([*standing, *common.catalogs]))
