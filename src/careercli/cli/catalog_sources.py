"""careercli catalog sources."""

from datetime import datetime
from typing import Annotated

import typer

from careercli.answers.catalog_sources.answer import sources as list_sources
from careercli.cli.options import CommonOptions, Today, command, run_query


def sources(
    common: CommonOptions,
    stale: Annotated[
        int | None,
        typer.Option("--stale", min=0, metavar="YEARS", help="Only sources at least this old."),
    ] = None,
    today: Today = None,
) -> None:
    """List every source: what it is, its date and license, and how many figures rest on it.

    \b
    careercli catalog sources
    careercli catalog sources --stale 3
    """
    year = (today or datetime.now()).year
    run_query(common, lambda reader: list_sources(reader, year=year, stale=stale))


app = command(sources, first_screen=True)
