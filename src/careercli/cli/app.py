"""The command line: one module per command, named like it, imported only when it is asked for."""

import contextlib
import importlib
import os
import shlex
import sys
from collections.abc import Collection, Iterator, Mapping
from enum import IntEnum
from typing import Annotated, Any

import typer

from careercli import __version__
from careercli.cli.help_page import HelpGroup
from careercli.errors import CareerError, CatalogInvalid, UsageProblem
from careercli.terminal import flush, write_error

COMMANDS = {
    "compare": "Compare jobs, levels or places side by side.",
    "salary": "Show what a job pays, with every source.",
    "path": "Show where a job leads, or the routes to another one.",
    "related": "Show similar jobs.",
    "gap": "See which skills you have and lack for a job.",
    "skills": "Show the skills a job needs, and what a new skill opens.",
    "show": "Read the guide to a job.",
    "list": "List jobs, filtered and sorted.",
    "search": "Find jobs by name, skill or duty.",
    "explain": "Explain a word in an answer.",
    "schema": "Print the JSON Schema of a command's answer.",
    "catalog": "Manage data, sources and your own catalogs.",
    "help": "Show the help of a command, or of shared options.",
}
"""Every command and its one line in the help; what a command says of itself at length is its docstring."""
SUBCOMMANDS = {
    "init": "Start a catalog of your own.",
    "lint": "Find mistakes in a catalog.",
    "diff": "Show what changed between two versions of a catalog.",
    "export": "Write a catalog, or some jobs of it, to one file.",
    "import": "Add official data or a published ladder.",
    "layers": "See which catalogs every command reads, and add yours.",
    "sources": "List every source with its date, license and figures.",
    "schema": "Print the JSON Schema of a catalog, for editors.",
}
"""The commands of `careercli catalog`, each with its one line in the help."""
MAX_PROBLEMS_SHOWN = 50
"""Faults of a catalog that are printed; the rest is counted."""


class ExitCode(IntEnum):
    """What the process returns."""

    OK = 0
    NOT_FOUND = 1
    """The thing asked for is not there, a check failed, or the answer could not be written."""
    USAGE = 2
    CATALOG_INVALID = 3
    BUG = 70
    """Our fault (EX_SOFTWARE of sysexits.h)."""


def lazy_group(commands: Mapping[str, str], prefix: str, path: str, elsewhere: Collection[str] = ()) -> type[HelpGroup]:
    """Return a group of commands by name; a command's module, `prefix` and its name, is imported when it runs.

    `path` is what you type before the name of the command; `elsewhere` are commands of other groups as you type them,
    which may be meant by their last word.
    """

    class LazyGroup(HelpGroup):
        """Commands that are known by name only until one is asked for."""

        def list_commands(self, ctx: Any) -> list[str]:
            return list(commands)

        def get_command(self, ctx: Any, cmd_name: str) -> Any:
            if cmd_name not in commands:
                from careercli.matching import did_you_mean

                meant = next((name for name in elsewhere if name.split()[-1] == cmd_name), None)
                guess = f" (did you mean '{meant}'?)" if meant else did_you_mean(cmd_name, commands)
                raise UsageProblem(
                    f"no command '{cmd_name}'{guess}",
                    hint=f"See them all: {path} --help",
                )
            return typer.main.get_command(importlib.import_module(f"{prefix}{cmd_name}").app)

        def shell_complete(self, ctx: Any, incomplete: str) -> Any:
            """Offer the names without importing the commands."""
            if incomplete[:1] == "-":
                return super().shell_complete(ctx, incomplete)
            from typer._click.shell_completion import CompletionItem

            return [CompletionItem(name, help=text) for name, text in commands.items() if name.startswith(incomplete)]

        def described_commands(self, ctx: Any) -> list[tuple[str, str]]:
            return list(commands.items())

    return LazyGroup


def _print_version(requested: bool) -> None:
    if requested:
        typer.echo(f"careercli {__version__}")
        raise typer.Exit


app = typer.Typer(
    cls=lazy_group(COMMANDS, "careercli.cli.", "careercli", [f"catalog {name}" for name in SUBCOMMANDS]),
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def careercli(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Compare, choose and plan careers, offline. Every figure says where it comes from.

    \b
    careercli compare customer-relationship-manager customer-relations-manager
    """
    if ctx.invoked_subcommand is None:
        from careercli.cli.home import home_screen

        typer.echo(home_screen(list(COMMANDS), ctx.make_formatter().width))


def main() -> int:
    """Run the command line and return its exit code; an error is one line on standard error and at most one hint."""
    code: object = ExitCode.OK
    try:
        command = typer.main.get_command(app)
        with _flushing_what_typer_prints():
            code = command.main(args=sys.argv[1:], prog_name="careercli", standalone_mode=False)
        return code if isinstance(code, int) else ExitCode.OK
    except CatalogInvalid as error:
        return _report_invalid_catalog(error)
    except CareerError as error:
        write_error(f"careercli: {error.message}")
        if error.hint:
            write_error(f"  {error.hint}")
        return ExitCode.USAGE if isinstance(error, UsageProblem) else ExitCode.NOT_FOUND
    except typer.TyperException as error:
        from careercli.cli.usage_errors import explain_usage

        said = explain_usage(error)
        write_error(f"careercli: {said.message}")
        write_error(f"  {said.hint}")
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except MemoryError:
        write_error("careercli: not enough memory for these catalogs")
        write_error("  Leave out the largest one, or export a part of it: careercli catalog export FILE --family ID")
        return ExitCode.NOT_FOUND
    except Exception as error:
        if os.environ.get("CAREERCLI_DEBUG"):
            raise
        write_error(f"careercli: a bug of ours, please report it: {type(error).__name__}: {_one_line(str(error))}")
        write_error("  CAREERCLI_DEBUG=1 shows where.")
        return ExitCode.BUG


@contextlib.contextmanager
def _flushing_what_typer_prints() -> Iterator[None]:
    """Hold the help, the version and completion to what holds for answers when standard output takes no more.

    Answers are flushed as they are written, so what an OSError leaves in the buffer is Typer's.
    """
    try:
        yield
    except OSError:
        flush()
        raise
    except SystemExit as end:
        if not isinstance(end.__context__, BrokenPipeError):  # which Typer turns into an exit with 1
            raise


def _report_invalid_catalog(error: CatalogInvalid) -> int:
    for problem in error.problems[:MAX_PROBLEMS_SHOWN]:
        write_error(str(problem))
    if len(error.problems) > MAX_PROBLEMS_SHOWN:
        write_error(f"and {len(error.problems) - MAX_PROBLEMS_SHOWN} more problems")
    hint = error.hint or _remedy_on_the_list({problem.file for problem in error.problems})
    if hint:
        write_error(f"  {hint}")
    return ExitCode.CATALOG_INVALID


def _remedy_on_the_list(faulty: Collection[str]) -> str | None:
    """Return how to go on without the faulty catalogs that are on the user's list, None where none is.

    Of one that is gone the problem says so itself.
    """
    from careercli.catalog.registered_layers import registered_layers

    listed = [shlex.quote(path) for path in registered_layers() if path in faulty and os.path.exists(path)]
    if not listed:
        return None
    those = "it" if len(listed) == 1 else "them"
    return f"Fix {those}, or take {those} off the list: careercli catalog layers remove {' '.join(listed)}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
