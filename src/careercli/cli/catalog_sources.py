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
        typer.Option("--stale", min=0, metavar="YEARS", help="Only those whose figures are at least so old."),
    ] = None,
    today: Today = None,
) -> None:
    """Print every source of the catalogs in use: what it is, its date and licence, and how many figures rest on it.

    \b
    Example: careercli catalog sources
    """
    year = (today or datetime.now()).year
    run_query(common, lambda reader: list_sources(reader, year=year, stale=stale))


app = command(sources)
