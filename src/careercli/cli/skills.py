"""careercli skills."""

from typing import Annotated

import typer

from careercli.answers.skills.answer import DEFAULT_LIMIT
from careercli.answers.skills.answer import skills as skills_of
from careercli.cli.options import CommonOptions, command, run_query
from careercli.model import SkillKind


def skills(
    common: CommonOptions,
    role: Annotated[
        list[str] | None, typer.Argument(metavar="[ROLE]", help="A role; without one, the whole vocabulary.")
    ] = None,
    unlock: Annotated[
        list[str] | None,
        typer.Option(metavar="SKILL", help="Who asks for a skill; with ROLE, what learning it opens; repeatable."),
    ] = None,
    next: Annotated[bool, typer.Option("--next", help="Which one skill unlocks most from ROLE.")] = False,
    kind: Annotated[SkillKind | None, typer.Option(help="Only skills of this kind.")] = None,
    limit: Annotated[
        int | None,
        typer.Option(min=1, help=f"At most so many rows; {DEFAULT_LIMIT} of what learning opens if not said."),
    ] = None,
) -> None:
    """Show the skills of a role, who asks for a skill, and which roles open when it is learnt.

    A role opens when enough of what it asks is covered. Its pay stands beside that; no skill promises it.

    \b
    Example: careercli skills customer-relationship-manager --next
    """
    name = " ".join(role) if role else None
    run_query(
        common,
        lambda reader: skills_of(reader, name, to_learn=unlock or (), rank_missing=next, kind=kind, limit=limit),
    )


app = command(skills)
