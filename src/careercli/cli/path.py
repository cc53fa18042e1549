"""careercli path."""

from typing import Annotated

import typer

from careercli.amounts import parse_amount
from careercli.answers.path.view import PathView
from careercli.answers.path_to.transition_graph import RouteConstraints, RoutePreference
from careercli.answers.path_to.view import RoutesView
from careercli.catalog.reader import CatalogReader
from careercli.cli.options import CommonOptions, command, in_full, run_query
from careercli.errors import UsageProblem

ROUTES = "Routes (with --to)"


def path(
    common: CommonOptions,
    role: Annotated[list[str] | None, typer.Argument(metavar="ROLE[@LEVEL]")] = None,
    depth: Annotated[
        int | None,
        typer.Option(
            min=0,
            max=5,
            help="Steps away to show (default 1; 0: the ladder).",
        ),
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="PLACE", help="Pay in this place, such as CA or Texas.")] = None,
    edges: Annotated[bool, typer.Option("--edges", help="All moves as a table (without ROLE: of all jobs).")] = False,
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
        typer.Option(
            metavar="AMOUNT", help="Every step pays at least this a year, such as 60k.", rich_help_panel=ROUTES
        ),
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
    why: Annotated[
        bool, typer.Option("--why", help="Show what makes each step hard or easy.", rich_help_panel=ROUTES)
    ] = False,
) -> None:
    """Show where a job leads, or with --to the routes to another job.

    \b
    careercli path customer-relationship-manager --to product-manager
    """
    name = " ".join(role or ())
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
    if not role and (to is not None or not edges):
        raise UsageProblem("name a job: careercli path ROLE", hint="For the moves of all jobs: careercli path --edges")
    if to is None:
        if limits != RouteConstraints() or routes or prefer or from_level or why:
            goal = f"careercli path {name or 'ROLE'} --to ROLE"
            raise UsageProblem("limits and preferences need --to", hint=f"Name the job you want: {goal}")
        if depth is not None and not role:
            raise UsageProblem("--depth needs a job", hint="Name a ROLE, or leave out --depth.")

        def tree(reader: CatalogReader) -> PathView:
            from careercli.answers.path.answer import all_edges, progression_tree

            if not role:
                return all_edges(reader, place_name=place)
            return progression_tree(reader, name, depth=1 if depth is None else depth, place_name=place, edges=edges)

        run_query(in_full(common) if place and not edges else common, tree)
        return
    tree_options = {"--depth": depth is not None, "--place": place is not None, "--edges": edges}
    if given := [option for option, is_given in tree_options.items() if is_given]:
        raise UsageProblem(f"{given[0]} and --to cannot be combined", hint="Leave one of them out.")

    def question(reader: CatalogReader) -> RoutesView:
        from careercli.answers.path_to.answer import find_routes

        return find_routes(
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
