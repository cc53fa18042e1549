"""careercli path."""

from typing import Annotated

import typer

from careercli.amounts import parse_amount
from careercli.answers.path.transition_graph import RouteConstraints, RoutePreference
from careercli.answers.path.tree import progression_tree
from careercli.answers.path.view import PathView
from careercli.catalog.reader import CatalogReader
from careercli.cli.options import CommonOptions, command, run_query
from careercli.errors import UsageProblem

_TO_ONLY = "only with --to"


def path(
    role: Annotated[list[str], typer.Argument(metavar="ROLE[@LEVEL]", help="A role, or the level to start at.")],
    common: CommonOptions,
    depth: Annotated[
        int | None,
        typer.Option(min=0, max=5, help="0: the ladder alone; 1: where moves lead; 2: the ladders there; ..."),
    ] = None,
    place: Annotated[
        str | None, typer.Option(metavar="PLACE", help="Pay at a place, as CA or 'Travis County, TX'; not with --to.")
    ] = None,
    to: Annotated[
        str | None, typer.Option(metavar="ROLE[@LEVEL]", help="Show the routes there instead of the tree.")
    ] = None,
    routes: Annotated[
        int | None, typer.Option(min=1, max=10, help=f"So many routes, 3 if not said; {_TO_ONLY}.")
    ] = None,
    prefer: Annotated[RoutePreference | None, typer.Option(help=f"What comes first; {_TO_ONLY}.")] = None,
    from_level: Annotated[
        str | None, typer.Option(metavar="LEVEL", help=f"The level that one is at; {_TO_ONLY}.")
    ] = None,
    max_years: Annotated[
        float | None, typer.Option(min=0, help=f"At most so many years on ladders; {_TO_ONLY}.")
    ] = None,
    min_pay: Annotated[
        str | None,
        typer.Option(metavar="AMOUNT", help=f"Known yearly pay of at least this, as 60k, at every step; {_TO_ONLY}."),
    ] = None,
    no_degree: Annotated[
        bool, typer.Option("--no-degree", help=f"Only by jobs entered below a college degree; {_TO_ONLY}.")
    ] = False,
    max_steps: Annotated[int | None, typer.Option(min=1, help=f"At most so many steps; {_TO_ONLY}.")] = None,
    avoid: Annotated[
        list[str] | None, typer.Option(metavar="ROLE", help=f"Not by this role; repeatable; {_TO_ONLY}.")
    ] = None,
    via: Annotated[str | None, typer.Option(metavar="ROLE", help=f"By way of this role; {_TO_ONLY}.")] = None,
    why: Annotated[bool, typer.Option("--why", help=f"Show what each step counts; {_TO_ONLY}.")] = False,
) -> None:
    """Show how people get into a role, rise in it and move on, as a tree; with --to, the routes to another place.

    \b
    Example: careercli path customer-relationship-manager --to product-manager
    """
    name = " ".join(role)
    least = None if min_pay is None else parse_amount(min_pay, "--min-pay")
    limits = RouteConstraints(
        max_years=max_years,
        min_pay=least.amount if least else None,
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
            common, lambda reader: progression_tree(reader, name, depth=1 if depth is None else depth, place_name=place)
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

    run_query(common, question)


app = command(path)
