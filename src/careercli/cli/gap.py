"""careercli gap."""

from datetime import date
from typing import Annotated

import typer
from msgspec.structs import replace

from careercli.answers.gap.answer import gap_of_person, gap_of_role
from careercli.answers.gap.view import GapView
from careercli.catalog.reader import CatalogReader
from careercli.cli.help_page import AMOUNT
from careercli.cli.options import CommonOptions, command, run_query
from careercli.cli.output import refuse_overwriting
from careercli.errors import UsageProblem


def gap(
    role: Annotated[list[str], typer.Argument(metavar="ROLE[@LEVEL]", help="The job or level you want.")],
    common: CommonOptions,
    resume: Annotated[
        str | None, typer.Option(metavar="FILE", help="Your JSON Resume, or a profile in YAML. - reads standard input.")
    ] = None,
    from_role: Annotated[
        str | None, typer.Option("--from", metavar="ROLE[@LEVEL]", help="Start from a job instead of a file.")
    ] = None,
    today: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Count years of work up to this day.")] = None,
    why: Annotated[
        bool, typer.Option("--why", help="Show how each result was worked out.", rich_help_panel=AMOUNT)
    ] = False,
) -> None:
    """See which skills you have and which you lack for a job, and what to do first.

    careercli reads your file and keeps nothing of it. Skills, experience, education and certificates are judged
    separately.

    \b
    careercli gap registered-nurse@senior --from licensed-practical-nurse
    careercli gap registered-nurse --resume resume.json
    """
    if (resume is None) == (from_role is None):
        raise UsageProblem(
            "careercli gap needs --resume or --from", hint="Type --resume FILE for a resume, or --from ROLE for a job."
        )
    if why:
        common = replace(common, output=replace(common.output, full=True))  # the arithmetic has no room on a screen
    day = _parse_day(today)
    name = " ".join(role)
    if resume is not None:
        from careercli.person.files import read_person

        refuse_overwriting(common.output.output, (resume,))
        person = read_person(resume)  # a file that is none is told before anything is compiled

        def question(reader: CatalogReader) -> GapView:
            return gap_of_person(reader, name, person, today=day, why=why)
    else:

        def question(reader: CatalogReader) -> GapView:
            return gap_of_role(reader, name, from_role or "", why=why)

    run_query(common, question)


def _parse_day(text: str | None) -> date:
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageProblem(f"--today: '{text[:20]}' is not a date", hint="Write it as 2026-01-31.") from None


app = command(gap, first_screen=True)
