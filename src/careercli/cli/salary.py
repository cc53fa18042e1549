"""careercli salary."""

from typing import Annotated

import typer

from careercli.answers.salary.answer import Ranking
from careercli.answers.salary.answer import salary as salary_of
from careercli.answers.salary.pay_units import Per
from careercli.answers.shared.places import Adjustment
from careercli.cli.options import CommonOptions, command, run_query


def salary(
    roles: Annotated[list[str], typer.Argument(metavar="ROLE[@LEVEL]...", help="One or more roles or levels.")],
    common: CommonOptions,
    mine: Annotated[
        str | None, typer.Option(metavar="AMOUNT", help="Say where an amount stands in published pay, as 72000 or 72k.")
    ] = None,
    years: Annotated[
        float | None, typer.Option(metavar="N", help="Years of experience: the level that they reach, and those after.")
    ] = None,
    per: Annotated[
        Per | None, typer.Option(help="Give all pay in one unit of time; what is worked out is marked.")
    ] = None,
    place: Annotated[
        list[str] | None,
        typer.Option(metavar="PLACE", help="Official pay at a place, as CA, Texas, Canada; repeatable."),
    ] = None,
    by: Annotated[
        Ranking | None, typer.Option(help="Rank official pay by state, area or sector; or show its years.")
    ] = None,
    adjust: Annotated[
        Adjustment | None, typer.Option(help="Put pay at common prices: rpp within the US, ppp between countries.")
    ] = None,
) -> None:
    """Show what a role pays: every figure with its statistic, source, date and place, on one axis.

    Sources that disagree are shown beside each other and never averaged.

    \b
    Example: careercli salary customer-relationship-manager --mine 72000
    """
    run_query(
        common,
        lambda reader: salary_of(
            reader, roles, place_names=place or (), by=by, adjust=adjust, per=per, own_pay=mine, years=years
        ),
    )


app = command(salary)
