"""careercli catalog import."""

import os
from pathlib import Path
from typing import Annotated

import typer

from careercli.cli.help_page import OUTPUT, one_of
from careercli.cli.options import plain_command, with_output
from careercli.cli.output import OutputOptions, refuse_overwriting, write_answer
from careercli.errors import UsageProblem
from careercli.importers import KINDS

_WHERE = (
    "Get official pay from https://www.bls.gov/oes/tables.htm or jobs from https://www.onetcenter.org/database.html, "
    "then type: careercli catalog import FILE"
)


def import_(
    options: OutputOptions,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SOURCE] PATH...", help=f"Files, folders or zips. SOURCE is {one_of(tuple(KINDS))}."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write the layer to this file.", rich_help_panel=OUTPUT),
    ] = None,
    map: Annotated[
        Path | None, typer.Option("--map", metavar="FILE", help="How to read a ladder in another format.")
    ] = None,
    register: Annotated[
        bool, typer.Option("--register/--no-register", help="Do not add the layer to your list.")
    ] = True,
) -> None:
    """Add official data or a published career ladder. Every command reads it from then on.

    Download the files from their publisher. Give careercli the zip, the folder or single files, unchanged. It
    recognizes what they are. See docs/data.md for the addresses.

    \b
    careercli catalog import ladder published-ladder.yaml
    careercli catalog import db_29_2_text.zip oesm25nat.zip
    """
    from careercli.answers.catalog_import.answer import keep_layers
    from careercli.importers.layer import Skipped
    from careercli.importers.run import find_layers, make_layers
    from careercli.render.progress import Progress

    named = paths or []
    source = named[0] if named and named[0] in KINDS and not os.path.exists(named[0]) else None
    named = named[1:] if source else named
    if not named:
        raise UsageProblem("no file or folder to import", hint=_WHERE)
    refused: list[Skipped] = []
    groups = find_layers(named, source or ("ladder" if map else None), refused)
    if output and len(groups) > 1:
        raise UsageProblem(
            "the files hold more than one kind of data, but --output names only one file",
            hint="Name the SOURCE, or leave out --output.",
        )
    path = str(output) if output else None
    read = (file.file_label.partition("!")[0] for _, files in groups for file in files)
    refuse_overwriting(path, (*named, *([map] if map else ()), *read))
    with Progress() as progress:
        made = make_layers(groups, progress.report, refused, str(map) if map else None)
        view = keep_layers(made, path, register=register, refused=refused)
    write_answer(options, view)


app = plain_command(with_output(import_, leave_out=("output", "fields")))
