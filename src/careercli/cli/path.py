"""careercli path."""

from typing import Annotated

import typer

from careercli.cli.common import Common, answer, command
from careercli.explore.paths import progression


def path(
    role: Annotated[str, typer.Argument(metavar="ROLE[@LEVEL]", help="A role, or the level to start at.")],
    common: Common,
    depth: Annotated[
        int, typer.Option(min=0, max=5, help="0: the ladder alone; 1: where moves lead; 2: the ladders there; ...")
    ] = 1,
) -> None:
    """Show how people get into a role, rise in it and move on, as a tree.

    \b
    Example: careercli path customer-relationship-manager --depth 2
    """
    answer(common, lambda library: progression(library, role, depth=depth))


app = command(path)
