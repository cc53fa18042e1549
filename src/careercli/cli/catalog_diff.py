"""careercli catalog diff."""

from pathlib import Path
from typing import Annotated

import typer

from careercli import terminal
from careercli.catalog import index_cache
from careercli.cli.app import ExitCode
from careercli.cli.options import plain_command
from careercli.cli.output import Format, OutputOptions, write_answer


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A catalog: a file, or git:REV:PATH.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="A catalog: a file, or git:REV:PATH.")],
    base: Annotated[
        list[Path] | None, typer.Option("--catalog", metavar="FILE", help="A catalog below both; repeatable.")
    ] = None,
    default_catalog: Annotated[
        bool,
        typer.Option("--default-catalog/--no-default-catalog", help="Lay both over the embedded catalog if need be."),
    ] = True,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 if there is a difference.")] = False,
    format: Annotated[
        Format | None, typer.Option("--format", help="How to print the answer; a table, or what FILE ends in.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file, whole or not at all.")
    ] = None,
    fields: Annotated[str | None, typer.Option(metavar="NAME,...", help="Give flat records with these fields.")] = None,
    color: Annotated[terminal.ColorChoice, typer.Option("--color", help="Use colours.")] = "auto",
    width: Annotated[int | None, typer.Option("--width", min=terminal.MIN_WIDTH, help="Columns to fill.")] = None,
) -> None:
    """Say what changed between two catalogs: roles, pay, what levels expect, sources.

    --format markdown gives a comment for a pull request.

    \b
    Example: careercli catalog diff git:HEAD:ladder.yaml ladder.yaml
    """
    from careercli.answers.catalog_diff.answer import diff as diff_catalogs
    from careercli.catalog.git_revision import read_catalog_pair

    options = OutputOptions(format, json, str(output) if output else None, fields, color, width)
    options.resolved_format()
    below = [*(index_cache.embedded_layers() if default_catalog else ()), *(str(file) for file in base or ())]
    sides = read_catalog_pair(old, new, below)
    view = diff_catalogs(sides.old, sides.new, before=old, after=new, base=sides.base)
    write_answer(options, view)
    if exit_code and view.rows:
        raise typer.Exit(ExitCode.NOT_FOUND)


app = plain_command(diff)
