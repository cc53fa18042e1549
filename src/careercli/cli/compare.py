"""careercli compare."""

from typing import Annotated

import typer

from careercli.cli.common import Common, answer, command
from careercli.explore.compare import compare as compare_roles


def compare(
    roles: Annotated[
        list[str], typer.Argument(metavar="ROLE[@LEVEL]...", help="Roles or levels; one is enough with two places.")
    ],
    common: Common,
    place: Annotated[
        list[str] | None, typer.Option(metavar="PLACE", help="Official pay at a place, a column for each; repeatable.")
    ] = None,
) -> None:
    """Hold roles or levels side by side, the verdict first.

    Only like is held against like: the same statistic of the same source, period and place. What cannot be compared
    is shown and not subtracted.

    \b
    Example: careercli compare account-manager customer-success-manager
    """
    answer(common, lambda library: compare_roles(library, roles, at=place or ()))


app = command(compare)
