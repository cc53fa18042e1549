"""careercli catalog init."""

from pathlib import Path
from typing import Annotated

import typer

from careercli import terminal
from careercli.cli.options import plain_command
from careercli.cli.output import Format, OutputOptions, write_answer


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to write in; it may be new.")] = Path(),
    format: Annotated[Format | None, typer.Option("--format", help="How to print the answer.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    color: Annotated[terminal.ColorChoice, typer.Option("--color", help="Use colours.")] = "auto",
    width: Annotated[int | None, typer.Option("--width", min=terminal.MIN_WIDTH, help="Columns to fill.")] = None,
) -> None:
    """Write a starter ladder with its schema and a check for CI; nothing that is there is overwritten.

    \b
    Example: careercli catalog init our-ladder
    """
    from careercli.answers.catalog_init.answer import init as write_starter

    options = OutputOptions(format, json, color=color, width=width)
    options.resolved_format()
    write_answer(options, write_starter(str(folder)))


app = plain_command(init)
