"""careercli path."""

from typing import Annotated

import typer

from careercli.amounts import parse_amount
from careercli.answers.path.transition_graph import RouteConstraints, RoutePreference
from careercli.answers.path.tree import progression_tree
from careercli.answers.path.view import PathView
from careercli.catalog.reader import CatalogReader
from careercli.cli.options import CommonOptions, command, in_full, run_query
from careercli.errors import UsageProblem

ROUTES = "Routes (with --to)"


def path(
    role: Annotated[list[str], typer.Argument(metavar="ROLE[@LEVEL]", help="A job, or the level you start at.")],
    common: CommonOptions,
    depth: Annotated[
        int | None,
        typer.Option(
            min=0,
            max=5,
            help="Steps away to show (default 1; 0: the ladder).",
        ),
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="PLACE", help="Pay in this place, as CA or Texas.")] = None,
    to: Annotated[str | None, typer.Option(metavar="ROLE[@LEVEL]", help="Show the routes to this job.")] = None,
    routes: Annotated[
        int | None, typer.Option(min=1, max=10, help="Number of routes (default 3).", rich_help_panel=ROUTES)
    ] = None,
    prefer: Annotated[RoutePreference | None, typer.Option(help="What matters most", rich_help_panel=ROUTES)] = None,
    from_level: Annotated[
        str | None, typer.Option(metavar="LEVEL", help="The level you are at.", rich_help_panel=ROUTES)
    ] = None,
    max_years: Annotated[
        float | None, typer.Option(min=0, metavar="N", help="At most N years of work.", rich_help_panel=ROUTES)
    ] = None,
    min_pay: Annotated[
        str | None,
        typer.Option(metavar="AMOUNT", help="Every step pays at least this a year, as 60k.", rich_help_panel=ROUTES),
    ] = None,
    no_degree: Annotated[
        bool, typer.Option("--no-degree", help="Only jobs that need no degree.", rich_help_panel=ROUTES)
    ] = False,
    max_steps: Annotated[int | None, typer.Option(min=1, help="At most N steps.", rich_help_panel=ROUTES)] = None,
    avoid: Annotated[
        list[str] | None, typer.Option(metavar="ROLE", help="Skip this job. Repeatable.", rich_help_panel=ROUTES)
    ] = None,
    via: Annotated[
        str | None, typer.Option(metavar="ROLE", help="Must include this job.", rich_help_panel=ROUTES)
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Show what each step counts.", rich_help_panel=ROUTES)] = False,
) -> None:
    """Show where a job leads, or with --to the routes to another job.

    \b
    careercli path customer-relationship-manager --to product-manager
    """
    name = " ".join(role)
    least = None if min_pay is None else parse_amount(min_pay, "--min-pay")
    limits = RouteConstraints(
        max_years=max_years,
        min_pay=least.a_year("--min-pay") if least else None,
        min_pay_currency=least.currency if least else None,
        no_degree=no_degree,
        max_steps=max_steps,
        avoid=frozenset(avoid or ()),
        via=via,
    )
    if to is None:
        if limits != RouteConstraints() or routes or prefer or from_level or why:
            raise UsageProblem(
                "limits and preferences are for routes", hint=f"Name the goal: careercli path {name} --to ROLE"
            )
        run_query(
            in_full(common) if place else common,
            lambda reader: progression_tree(reader, name, depth=1 if depth is None else depth, place_name=place),
        )
        return
    if depth is not None or place is not None:
        option = "--place" if depth is None else "--depth"
        raise UsageProblem(f"{option} is for the tree and --to for routes", hint="Leave one of them out.")

    def question(reader: CatalogReader) -> PathView:
        from careercli.answers.path.route_query import find_routes as routes_of

        return routes_of(
            reader,
            name,
            to,
            constraints=limits,
            prefer=prefer or "balance",
            max_routes=routes or 3,
            from_level=from_level,
            why=why,
        )

    run_query(in_full(common) if why else common, question)


app = command(path, first_screen=True)
