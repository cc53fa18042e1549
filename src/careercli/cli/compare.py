"""careercli compare."""

from typing import Annotated, get_args

import typer

from careercli.answers.compare.answer import compare as compare_roles
from careercli.answers.compare.arrange import GROUPS, SortBy
from careercli.cli.help_page import AMOUNT, one_of
from careercli.cli.options import CommonOptions, command, run_query

COMPARED = "What to compare"


def compare(
    roles: Annotated[
        list[str],
        typer.Argument(
            metavar="ROLE[@LEVEL]...", help="Jobs or levels. One is enough with two places.", rich_help_panel=COMPARED
        ),
    ],
    common: CommonOptions,
    place: Annotated[
        list[str] | None,
        typer.Option(metavar="PLACE", help="Pay in this place, a column each. Repeatable.", rich_help_panel=COMPARED),
    ] = None,
    section: Annotated[
        list[str] | None,
        typer.Option(
            "--section",
            "-s",
            metavar="NAME",
            help=f"Show one part: {one_of([group.replace(' ', '-') for group in GROUPS])}. Repeatable.",
            rich_help_panel=AMOUNT,
        ),
    ] = None,
    only_differences: Annotated[
        bool,
        typer.Option("--only-differences", help="Hide rows where all columns are the same.", rich_help_panel=AMOUNT),
    ] = False,
    sort: Annotated[
        SortBy,
        typer.Option(
            metavar="ORDER", help=f"Order the columns: {one_of(get_args(SortBy), 'given')}.", rich_help_panel=AMOUNT
        ),
    ] = "given",
) -> None:
    """Compare two to eight jobs, levels or places side by side. The answer comes first.

    Figures are subtracted only if they count the same thing: the same statistic, source, period and place.

    \b
    careercli compare registered-nurse paramedic
    careercli compare data-analyst@senior data-analyst@lead
    """
    run_query(
        common,
        lambda reader: compare_roles(
            reader,
            roles,
            place_names=place or (),
            sections=section or (),
            only_differences=only_differences,
            sort=sort,
        ),
    )


app = command(compare, first_screen=True)
