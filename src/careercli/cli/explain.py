"""careercli explain."""

from typing import Annotated

import typer

from careercli.answers.explain.answer import explain as explain_terms
from careercli.cli.options import CommonOptions, command, run_query


def explain(
    common: CommonOptions,
    term: Annotated[
        list[str] | None, typer.Argument(metavar="[TERM]", help="A word or a mark in an answer (default: all).")
    ] = None,
) -> None:
    """Explain a word in an answer in plain English, with an example.

    \b
    careercli explain median
    careercli explain job zone
    """
    run_query(common, lambda reader: explain_terms(reader, " ".join(term) if term else None))


app = command(explain)
