"""careercli catalog sources."""

from datetime import datetime
from typing import Annotated

import typer

from careercli.cli.common import Common, answer, command
from careercli.explore.sources import sources as list_sources


def sources(
    common: Common,
    stale: Annotated[
        int | None,
        typer.Option("--stale", min=0, metavar="YEARS", help="Only those whose figures are at least so old."),
    ] = None,
    today: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Count ages up to this day.")
    ] = None,
) -> None:
    """Print every source of the catalogs in use: what it is, its date and licence, and how many figures rest on it.

    \b
    Example: careercli catalog sources
    """
    year = (today or datetime.now()).year
    answer(common, lambda library: list_sources(library, year=year, stale=stale))


app = command(sources)
