"""careercli related."""

from typing import Annotated

import typer

from careercli.answers.related.answer import related as related_roles
from careercli.cli.help_page import AMOUNT
from careercli.cli.options import CommonOptions, command, run_query


def related(
    role: Annotated[list[str], typer.Argument(metavar="ROLE", help="A job.")],
    common: CommonOptions,
    limit: Annotated[int, typer.Option(min=1, max=50, help="At most N of each kind.", rich_help_panel=AMOUNT)] = 10,
) -> None:
    """Show similar jobs: known career moves, official lists, and jobs with the same skills.

    \b
    careercli related customer-relationship-manager
    """
    run_query(common, lambda reader: related_roles(reader, " ".join(role), limit=limit))


app = command(related, first_screen=True)
