"""careercli catalog: what the answers rest on, and a catalog of one's own kept as code."""

import typer

from careercli.cli.app import lazy_group

SUBCOMMANDS = {
    "init": "Write a starter ladder to begin a catalog of your own.",
    "lint": "Check a catalog for everything that its schema cannot say.",
    "diff": "Say what changed between two catalogs, in the words of the field.",
    "export": "Give a catalog, or some roles of it, as one file.",
    "import": "Turn official files, or a published ladder, into catalog layers.",
    "layers": "See which catalogs every command reads, and put yours on the list.",
    "sources": "List every source with its date, licence and figures.",
    "schema": "Print the JSON Schema of a catalog, for editors.",
}
"""Every command of the group and its one line in the help."""

app = typer.Typer(
    name="catalog",
    cls=lazy_group(SUBCOMMANDS, "careercli.cli.catalog_", "careercli catalog"),
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def catalog() -> None:
    """See and extend what the answers rest on, and keep a catalog of your own as code.

    \b
    Example: careercli catalog sources
    """
