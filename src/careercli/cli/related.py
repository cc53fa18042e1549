"""careercli related."""

from typing import Annotated

import typer

from careercli.answers.related.answer import related as related_roles
from careercli.cli.options import CommonOptions, command, run_query


def related(
    role: Annotated[list[str], typer.Argument(metavar="ROLE", help="A role.")],
    common: CommonOptions,
    limit: Annotated[int, typer.Option(min=1, max=50, help="At most so many of each kind of evidence.")] = 10,
) -> None:
    """Show which roles are near, by kind of evidence: declared, official, inferred.

    \b
    Example: careercli related customer-relationship-manager
    """
    run_query(common, lambda reader: related_roles(reader, " ".join(role), limit=limit))


app = command(related)
