"""careercli catalog init."""

from pathlib import Path
from typing import Annotated

import typer

from careercli.cli.options import plain_command, with_output
from careercli.cli.output import OutputOptions, write_answer


def init(
    options: OutputOptions,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to write in. It may be new.")] = Path(),
) -> None:
    """Start a catalog of your own: a ladder with its schema, and a check for CI. Existing files are never overwritten.

    \b
    careercli catalog init our-ladder
    """
    from careercli.answers.catalog_init.answer import init as write_starter

    write_answer(options, write_starter(str(folder)))


app = plain_command(with_output(init, leave_out=("output", "fields")))
