"""careercli show."""

from typing import Annotated

import typer

from careercli.answers.show.answer import show as show_guides
from careercli.answers.show.sections import SECTIONS
from careercli.cli import completion
from careercli.cli.help_page import AMOUNT, one_of
from careercli.cli.options import CommonOptions, command, in_full, run_query


def show(
    roles: Annotated[list[str], typer.Argument(metavar="ROLE[@LEVEL]...", help="One or more jobs or levels.")],
    common: CommonOptions,
    section: Annotated[
        list[str] | None,
        typer.Option(
            "--section",
            "-s",
            autocompletion=completion.section,
            metavar="NAME",
            help=f"Show one part: {one_of(tuple(SECTIONS))}. Repeatable.",
            rich_help_panel=AMOUNT,
        ),
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="PLACE", help="Pay in this place, such as CA or Texas.")] = None,
    toc: Annotated[
        bool, typer.Option("--toc", help="Show the table of contents only.", rich_help_panel=AMOUNT)
    ] = False,
    origin: Annotated[
        bool,
        typer.Option("--origin", help="Show which catalog and source each value comes from.", rich_help_panel=AMOUNT),
    ] = False,
) -> None:
    """Read the guide to a job. It starts with what people ask most; --full shows all of it, --section one part.

    \b
    careercli show account-manager --section levels --section skills
    careercli show registered-nurse
    """
    if section or toc or origin or place:
        common = in_full(common)
    run_query(
        common,
        lambda reader: show_guides(
            reader, roles, sections=section or (), contents=toc, origin=origin, place_name=place
        ),
    )


app = command(show, first_screen=True)
