"""careercli skills."""

from typing import Annotated

import typer

from careercli.answers.skills.answer import DEFAULT_LIMIT
from careercli.answers.skills.answer import skills as skills_of
from careercli.cli.help_page import AMOUNT
from careercli.cli.options import CommonOptions, command, run_query
from careercli.model import SkillKind


def skills(
    common: CommonOptions,
    role: Annotated[list[str] | None, typer.Argument(metavar="[ROLE]", help="A job (default: all skills).")] = None,
    unlock: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SKILL", help="Show which jobs need this skill. With ROLE, show which jobs it opens. Repeatable."
        ),
    ] = None,
    next: Annotated[bool, typer.Option("--next", help="Show which skill opens the most jobs from ROLE.")] = False,
    kind: Annotated[SkillKind | None, typer.Option(help="Only this kind of skill", rich_help_panel=AMOUNT)] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            min=1, help=f"At most N rows (default {DEFAULT_LIMIT} with --unlock or --next).", rich_help_panel=AMOUNT
        ),
    ] = None,
) -> None:
    """Show the skills a job needs, which jobs need a skill, and which jobs open up once you learn it.

    A job opens up when you have enough of the skills it needs. No skill guarantees the pay shown beside it.

    \b
    careercli skills customer-relationship-manager --next
    careercli skills --unlock excel
    """
    name = " ".join(role) if role else None
    run_query(
        common,
        lambda reader: skills_of(reader, name, to_learn=unlock or (), rank_missing=next, kind=kind, limit=limit),
    )


app = command(skills, first_screen=True)
