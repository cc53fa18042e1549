"""What every command shares: its common options, and the way from a question to a written answer."""

import functools
import inspect
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from careercli import terminal
from careercli.answers.shared.view_parts import AnswerView
from careercli.catalog import index_cache
from careercli.catalog.reader import CatalogReader
from careercli.catalog.registered_layers import registered_layers
from careercli.cli.output import Format, OutputOptions, write_answer
from careercli.errors import UsageProblem


class CommonOptions(NamedTuple):
    """The options that every command has."""

    catalog: list[Path] | None
    default_catalog: bool
    format: Format | None
    json: bool
    output: Path | None
    fields: str | None
    color: terminal.ColorChoice
    width: int | None

    def output_options(self) -> OutputOptions:
        """Return how the answer is to be given."""
        output = str(self.output) if self.output else None
        return OutputOptions(self.format, self.json, output, self.fields, self.color, self.width)


def _common_options(
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
    format: Annotated[
        Format | None, typer.Option("--format", help="How to print the answer; a table, or what FILE ends in.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file, whole or not at all.")
    ] = None,
    fields: Annotated[
        str | None, typer.Option(metavar="NAME,...", help="Give flat records with these fields, in this order.")
    ] = None,
    color: Annotated[terminal.ColorChoice, typer.Option("--color", help="Use colours.")] = "auto",
    width: Annotated[int | None, typer.Option("--width", min=terminal.MIN_WIDTH, help="Columns to fill.")] = None,
) -> None:
    """Carry the parameters of the common options."""


_COMMON = tuple(inspect.signature(_common_options).parameters.values())


def with_common(function: Callable[..., None]) -> Callable[..., None]:
    """Return the command with its parameter `common` turned into the common options."""
    own = [parameter for parameter in inspect.signature(function).parameters.values() if parameter.name != "common"]
    parameters = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in (*own, *_COMMON)]

    @functools.wraps(function)
    def run(**values: object) -> None:
        common = CommonOptions(**{name: values.pop(name) for name in CommonOptions._fields})  # type: ignore[arg-type]
        function(**values, common=common)

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
    options = common.output_options()
    options.resolved_format()  # a contradiction is told before anything is compiled
    write_answer(options, index_cache.query(_layers(common), query, compile_progress))


def compile_progress() -> AbstractContextManager[index_cache.Progress]:
    """Return what shows on a terminal how far a long compilation has come; a clean run in a pipe is silent."""
    from careercli.render.progress import Progress

    return Progress(lines=False)


def _layers(common: CommonOptions) -> list[str]:
    """Return the embedded catalog and the registered layers, unless --no-default-catalog is given, then those named
    with --catalog.
    """
    named = [str(path) for path in common.catalog or ()]
    position = [*index_cache.embedded_layers(), *registered_layers()] if common.default_catalog else []
    if not position and not named:
        raise UsageProblem("no catalog to read", hint="Name one with --catalog, or leave out --no-default-catalog.")
    return list(dict.fromkeys([*position, *named]))
