"""careercli search."""

from typing import Annotated

import typer

from careercli.answers.search.answer import search as search_roles
from careercli.cli.help_page import AMOUNT
from careercli.cli.options import CommonOptions, command, run_query


def search(
    text: Annotated[list[str], typer.Argument(metavar="TEXT...", help="A title, a skill, a tool or a duty.")],
    common: CommonOptions,
    limit: Annotated[
        int | None, typer.Option(min=1, max=10_000, help="At most N jobs.", rich_help_panel=AMOUNT)
    ] = None,
) -> None:
    """Find jobs by name, skill, tool or duty. Typos are corrected.

    \b
    careercli search custmer success
    """
    run_query(common, lambda reader: search_roles(reader, " ".join(text), limit=limit))


app = command(search, first_screen=True)
