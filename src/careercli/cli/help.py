"""careercli help."""

from typing import Annotated

import typer

from careercli.cli import app as root
from careercli.cli.help_page import OutputHelp
from careercli.cli.options import plain_command, with_output
from careercli.cli.output import OutputOptions

OUTPUT_TOPIC = "output"


def help_(
    topic: Annotated[
        list[str] | None,
        typer.Argument(metavar="[COMMAND]", help="A command, or output for the options all of them share."),
    ] = None,
) -> None:
    """Show the help of a command, or of the output options that all commands share.

    \b
    careercli help output
    careercli help catalog diff
    """
    words = topic or []
    if words == [OUTPUT_TOPIC]:
        command = plain_command(with_output(output), cls=OutputHelp)
        typer.main.get_command(command).main(["--help"], prog_name="careercli COMMAND", standalone_mode=False)
    else:
        typer.main.get_command(root.app).main([*words, "--help"], prog_name="careercli", standalone_mode=False)


def output(options: OutputOptions) -> None:
    """Every answer is a page for people or data for programs.

    A page fills the terminal. In a pipe or a file it has 80 columns, unless COLUMNS or --width say otherwise. Colors
    are for terminals: NO_COLOR turns them off, FORCE_COLOR on. A page that does not fit the terminal goes through
    CAREERCLI_PAGER, else PAGER, else less. To turn that off, set CAREERCLI_PAGER=cat or use --no-pager.

    CAREERCLI_CATALOG names catalog files that every command reads, like --catalog. NO_COLOR, COLUMNS and the like are
    environment variables.

    \b
    careercli list --format csv --fields role,title,pay
    careercli salary registered-nurse --output pay.html
    careercli show registered-nurse --no-pager
    """


app = plain_command(help_)
