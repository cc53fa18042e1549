"""careercli list."""

from typing import Annotated, Literal, get_args

import typer

from careercli.answers.list.answer import CURRENT_DECADE, Filters, SortKey, growth_floor, list_roles
from careercli.cli.options import CommonOptions, command, run_query
from careercli.measures import PHRASES

GrowthFilter = Literal["much-faster", "faster", "average", "slower", "no-change"]
_PHRASES: dict[GrowthFilter, str] = dict(zip(get_args(GrowthFilter), PHRASES, strict=False))


def list_(
    common: CommonOptions,
    family: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Only this family; repeatable.")] = None,
    skill: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Only roles that use it; repeatable.")] = None,
    track: Annotated[Literal["ic", "management"] | None, typer.Option(help="Only roles with this track.")] = None,
    min_pay: Annotated[
        str | None, typer.Option(metavar="AMOUNT", help="Yearly pay of at least this, as 60000, 60k or 60k EUR.")
    ] = None,
    max_pay: Annotated[str | None, typer.Option(metavar="AMOUNT", help="Yearly pay of at most this.")] = None,
    growth: Annotated[
        GrowthFilter | None, typer.Option(help="Expected growth, in the Bureau's words, or better.")
    ] = None,
    no_degree: Annotated[bool, typer.Option("--no-degree", help="Only roles entered below a college degree.")] = False,
    place: Annotated[
        str | None, typer.Option(metavar="PLACE", help="Pay at this place, as WA or Texas; official pay first.")
    ] = None,
    proxies: Annotated[
        bool, typer.Option("--proxies", help="Let filters count figures of a neighboring occupation, marked ~.")
    ] = False,
    sort: Annotated[SortKey, typer.Option(help="Order; figures from high to low.")] = "family",
    limit: Annotated[int | None, typer.Option(min=1, max=1_000_000, help="At most so many.")] = None,
) -> None:
    """List roles, filtered and sorted.

    \b
    Example: careercli list --family sales --no-degree --sort pay
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
    run_query(common, lambda reader: list_roles(reader, filters, sort=sort, limit=limit))


app = command(list_)
