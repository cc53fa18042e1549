"""careercli show."""

from typing import Annotated

import typer

from careercli.answers.show.answer import show as show_guides
from careercli.answers.show.sections import SECTIONS
from careercli.cli.options import CommonOptions, command, run_query


def show(
    roles: Annotated[list[str], typer.Argument(metavar="ROLE[@LEVEL]...", help="One or more roles or levels.")],
    common: CommonOptions,
    section: Annotated[
        list[str] | None,
        typer.Option("--section", "-s", metavar="NAME", help=f"Only this section; repeatable: {', '.join(SECTIONS)}."),
    ] = None,
    place: Annotated[
        str | None, typer.Option(metavar="PLACE", help="Pay at a place, as CA, Texas, 'Travis County, TX'.")
    ] = None,
    toc: Annotated[bool, typer.Option("--toc", help="Only the table of contents.")] = False,
    origin: Annotated[
        bool, typer.Option("--origin", help="Only which layer and source each value comes from.")
    ] = False,
) -> None:
    """Read the whole guide of a role, or some sections of it.

    \b
    Example: careercli show account-manager --section levels --section skills
    """
    run_query(
        common,
        lambda reader: show_guides(
            reader, roles, sections=section or (), contents=toc, origin=origin, place_name=place
        ),
    )


app = command(show)
