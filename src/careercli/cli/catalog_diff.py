"""careercli catalog diff."""

import os
from pathlib import Path
from typing import Annotated

import typer

from careercli.catalog import index_cache
from careercli.cli.app import ExitCode
from careercli.cli.help_page import DATA
from careercli.cli.options import no_file, plain_command, with_output
from careercli.cli.output import OutputOptions, refuse_overwriting, write_answer


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The old version: a file, or git:REV:PATH.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The new version: a file, or git:REV:PATH.")],
    options: OutputOptions,
    base: Annotated[
        list[Path] | None,
        typer.Option(
            "--catalog", metavar="FILE", help="A catalog that both build on. Repeatable.", rich_help_panel=DATA
        ),
    ] = None,
    default_catalog: Annotated[
        bool,
        typer.Option(
            "--default-catalog/--no-default-catalog", help="Compare without the built-in catalog.", rich_help_panel=DATA
        ),
    ] = True,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 if there is a difference.")] = False,
) -> None:
    """Show what changed between two versions of a catalog: jobs, pay, levels, sources.

    With --format markdown the answer is a comment for a pull request.

    \b
    careercli catalog diff git:HEAD:ladder.yaml ladder.yaml
    """
    from careercli.answers.catalog_diff.answer import diff as diff_catalogs
    from careercli.catalog.git_revision import GIT_PREFIX, read_catalog_pair

    for name, other in ((old, new), (new, old)):
        if not name.startswith(GIT_PREFIX) and not os.path.exists(name):
            raise no_file(name, hint=f"A version in git is written git:{name}:{other}" if name == old else None)
    below = [*(index_cache.embedded_layers() if default_catalog else ()), *(str(file) for file in base or ())]
    refuse_overwriting(options.output, (old, new, *below))
    sides = read_catalog_pair(old, new, below)
    view = diff_catalogs(sides.old, sides.new, before=old, after=new, base=sides.base)
    write_answer(options, view)
    if exit_code and view.rows:
        raise typer.Exit(ExitCode.NOT_FOUND)


app = plain_command(with_output(diff, first_screen=True))
