"""careercli compare."""

from typing import Annotated

import typer

from careercli.answers.compare.answer import compare as compare_roles
from careercli.answers.compare.arrange import GROUPS, SortBy
from careercli.cli.options import CommonOptions, command, run_query


def compare(
    roles: Annotated[
        list[str], typer.Argument(metavar="ROLE[@LEVEL]...", help="Roles or levels; one is enough with two places.")
    ],
    common: CommonOptions,
    place: Annotated[
        list[str] | None, typer.Option(metavar="PLACE", help="Official pay at a place, a column for each; repeatable.")
    ] = None,
    section: Annotated[
        list[str] | None,
        typer.Option(
            "--section",
            "-s",
            metavar="NAME",
            help=f"Only these rows; repeatable: {', '.join(group.replace(' ', '-') for group in GROUPS)}.",
        ),
    ] = None,
    only_differences: Annotated[
        bool, typer.Option("--only-differences", help="Leave out rows in which all sides have the same.")
    ] = False,
    sort: Annotated[SortBy, typer.Option(help="Order of the columns; figures from high to low.")] = "given",
) -> None:
    """Hold two to eight roles, levels or places side by side, the verdict first.

    Only like is held against like: the same statistic of the same source, period and place. What cannot be compared
    is shown and not subtracted.

    \b
    Example: careercli compare account-manager customer-success-manager
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


app = command(compare)
