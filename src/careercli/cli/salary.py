"""careercli salary."""

from typing import Annotated

import typer

from careercli.answers.salary.answer import Ranking
from careercli.answers.salary.answer import salary as salary_of
from careercli.answers.salary.pay_units import Per
from careercli.answers.shared.places import Adjustment
from careercli.cli.options import CommonOptions, command, run_query


def salary(
    roles: Annotated[list[str], typer.Argument(metavar="ROLE[@LEVEL]...", help="One or more jobs or levels.")],
    common: CommonOptions,
    mine: Annotated[
        str | None, typer.Option(metavar="AMOUNT", help="Compare your own pay, such as 72k, or 35 with --per hour.")
    ] = None,
    years: Annotated[
        float | None, typer.Option(metavar="N", help="Show the levels for N years of experience and more.")
    ] = None,
    per: Annotated[Per | None, typer.Option(help="Show all pay in this unit; converted figures are marked")] = None,
    place: Annotated[
        list[str] | None,
        typer.Option(metavar="PLACE", help="Pay in this place, such as CA, Texas or Canada. Repeatable."),
    ] = None,
    by: Annotated[Ranking | None, typer.Option(help="Rank official pay by place or sector, or show its years")] = None,
    adjust: Annotated[
        Adjustment | None, typer.Option(help="Adjust for cost of living: rpp in the US, ppp abroad.")
    ] = None,
) -> None:
    """Show what a job pays: every figure with its source, on one axis.

    Sources that disagree are shown side by side. Nothing is averaged.

    \b
    careercli salary customer-relationship-manager
    careercli salary registered-nurse --mine 85k
    """
    run_query(
        common,
        lambda reader: salary_of(
            reader, roles, place_names=place or (), by=by, adjust=adjust, per=per, own_pay=mine, years=years
        ),
    )


app = command(salary, first_screen=True)
