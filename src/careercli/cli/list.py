"""careercli list."""

from typing import Annotated, Literal, get_args

import typer

from careercli.answers.list.answer import CURRENT_DECADE, Filters, SortKey, growth_floor, list_roles
from careercli.cli import completion
from careercli.cli.help_page import AMOUNT
from careercli.cli.options import CommonOptions, command, run_query
from careercli.measures import PHRASES

GrowthFilter = Literal["much-faster", "faster", "average", "slower", "no-change"]
_PHRASES: dict[GrowthFilter, str] = dict(zip(get_args(GrowthFilter), PHRASES, strict=False))


def list_(
    common: CommonOptions,
    family: Annotated[
        list[str] | None,
        typer.Option(autocompletion=completion.family, metavar="NAME", help="Only this family of jobs. Repeatable."),
    ] = None,
    skill: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only jobs that use this skill. Repeatable.")
    ] = None,
    track: Annotated[
        Literal["ic", "management"] | None,
        typer.Option(metavar="NAME", help="Only jobs with this track: ic (individual contributor) or management."),
    ] = None,
    min_pay: Annotated[
        str | None, typer.Option(metavar="AMOUNT", help="Yearly pay of at least this: 60000, 60k, 60k EUR.")
    ] = None,
    max_pay: Annotated[str | None, typer.Option(metavar="AMOUNT", help="Yearly pay of at most this.")] = None,
    growth: Annotated[GrowthFilter | None, typer.Option(help="Expected growth of at least this")] = None,
    no_degree: Annotated[bool, typer.Option("--no-degree", help="Only jobs that need no degree.")] = False,
    place: Annotated[str | None, typer.Option(metavar="PLACE", help="Pay in this place, such as WA or Texas.")] = None,
    proxies: Annotated[
        bool, typer.Option("--proxies", help="Let filters use proxies: figures of a different job, marked *.")
    ] = False,
    sort: Annotated[SortKey | None, typer.Option(help="Order of the jobs", rich_help_panel=AMOUNT)] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, max=1_000_000, help="At most N rows.", rich_help_panel=AMOUNT)
    ] = None,
    percentiles: Annotated[
        bool, typer.Option("--percentiles", help="Show pay from the lowest 10% to the top 10%.")
    ] = False,
) -> None:
    """List jobs, filtered and sorted.

    \b
    careercli list --family sales --no-degree --sort pay
    careercli list --skill excel --min-pay 60k
    """
    filters = Filters(
        families=family or (),
        skills=skill or (),
        track=track,
        min_pay=min_pay,
        max_pay=max_pay,
        min_growth=growth_floor(_PHRASES[growth], CURRENT_DECADE) if growth else None,
        no_degree=no_degree,
        place=place,
        proxies=proxies,
    )
    run_query(common, lambda reader: list_roles(reader, filters, sort=sort, limit=limit, percentiles=percentiles))


app = command(list_, first_screen=True)
