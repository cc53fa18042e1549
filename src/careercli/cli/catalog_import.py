"""careercli catalog import."""

import os
from pathlib import Path
from typing import Annotated

import typer

from careercli.cli.options import plain_command, with_output
from careercli.cli.output import OutputOptions, refuse_overwriting, write_answer
from careercli.errors import UsageProblem
from careercli.importers import KINDS


def import_(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="[SOURCE] PATH...", help=f"Files, folders or zips; SOURCE is one of {', '.join(KINDS)}."
        ),
    ],
    options: OutputOptions,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write the layer here, not to its own place."),
    ] = None,
    map: Annotated[
        Path | None, typer.Option("--map", metavar="FILE", help="Where a ladder of another form has what.")
    ] = None,
    register: Annotated[
        bool, typer.Option("--register/--no-register", help="Let every command read the layer from now on.")
    ] = True,
) -> None:
    """Turn official files, or a published ladder, into catalog layers.

    O*NET, OEWS wages, wage levels by area (OFLC), employment projections, price parities; career ladders in YAML.

    The files are those that the publishers offer for download, as they come: a zip, a folder or single files. What they
    are is recognised from the files when SOURCE is left out.

    \b
    Example: careercli catalog import db_29_2_text.zip oesm25nat.zip
    """
    from careercli.answers.catalog_import.answer import keep_layers
    from careercli.importers.layer import Skipped
    from careercli.importers.run import find_layers, make_layers
    from careercli.render.progress import Progress

    source = paths[0] if paths[0] in KINDS and not os.path.exists(paths[0]) else None
    named = paths[1:] if source else paths
    if not named:
        raise UsageProblem("no file or folder to import", hint="careercli catalog import --help")
    refused: list[Skipped] = []
    groups = find_layers(named, source or ("ladder" if map else None), refused)
    if output and len(groups) > 1:
        raise UsageProblem(
            "the files hold more than one kind of data, and --output names one file",
            hint="Name the SOURCE, or leave --output out.",
        )
    path = str(output) if output else None
    read = (file.file_label.partition("!")[0] for _, files in groups for file in files)
    refuse_overwriting(path, (*named, *([map] if map else ()), *read))
    with Progress() as progress:
        made = make_layers(groups, progress.report, refused, str(map) if map else None)
        view = keep_layers(made, path, register=register, refused=refused)
    write_answer(options, view)


app = plain_command(with_output(import_, leave_out=("output", "fields")))
