"""careercli salary."""

from typing import Annotated

import typer

from careercli.cli.common import Common, answer, command
from careercli.explore.salary import salary as salary_of


def salary(
    roles: Annotated[list[str], typer.Argument(metavar="ROLE[@LEVEL]...", help="One or more roles or levels.")],
    common: Common,
) -> None:
    """Show what a role pays: every figure with its statistic, source, date and place, on one axis.

    Sources that disagree are shown beside each other and never averaged.

    \b
    Example: careercli salary customer-relationship-manager
    """
    answer(common, lambda library: salary_of(library, roles))


app = command(salary)
