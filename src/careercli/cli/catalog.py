"""careercli catalog: what the answers rest on, and a catalog of one's own kept as code."""

import typer

from careercli.cli.app import SUBCOMMANDS, lazy_group

app = typer.Typer(
    name="catalog",
    cls=lazy_group(SUBCOMMANDS, "careercli.cli.catalog_", "careercli catalog"),
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def catalog(ctx: typer.Context) -> None:
    """Manage your data and your own catalogs, and see what the answers rest on.

    \b
    careercli catalog sources
    """
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())
