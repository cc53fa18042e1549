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
from typer.core import TyperGroup

from careercli import __version__
from careercli.errors import CareerError, CatalogInvalid, UsageProblem
from careercli.terminal import flush, write_error

COMMANDS = {
    "compare": "Hold roles or levels side by side, the verdict first.",
    "salary": "Show what a role pays: every figure with its source, on one axis.",
    "path": "Show how people get into a role, rise in it and move on.",
    "related": "Show which roles are near, by kind of evidence.",
    "gap": "Hold a person, or a role, against a role: what is there and what is missing.",
    "skills": "Show who asks for a skill, what a role asks for, and what learning opens.",
    "show": "Read the whole guide of a role, or some sections of it.",
    "list": "List roles, filtered and sorted.",
    "search": "Find roles by name, skill or duty; forgives misspelling.",
    "schema": "Print the JSON Schema of a command's answer.",
    "catalog": "See and extend what the answers rest on: official data, layers, sources.",
}
"""Every command and its one line in the help; what a command says of itself at length is its docstring."""
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


def lazy_group(commands: Mapping[str, str], prefix: str, path: str) -> type[TyperGroup]:
    """Return a group of commands by name; a command's module, `prefix` and its name, is imported when it runs.

    `path` is what one types before the name of the command.
    """

    class LazyGroup(TyperGroup):
        """Commands that are known by name only until one is asked for."""

        def list_commands(self, ctx: Any) -> list[str]:
            return list(commands)

        def get_command(self, ctx: Any, cmd_name: str) -> Any:
            if cmd_name not in commands:
                from careercli.matching import did_you_mean

                raise UsageProblem(
                    f"no command '{cmd_name}'{did_you_mean(cmd_name, commands)}",
                    hint=f"See them all: {path} --help",
                )
            return typer.main.get_command(importlib.import_module(f"{prefix}{cmd_name}").app)

        def shell_complete(self, ctx: Any, incomplete: str) -> Any:
            """Offer the names without importing the commands."""
            if incomplete[:1] == "-":
                return super().shell_complete(ctx, incomplete)
            from typer._click.shell_completion import CompletionItem

            return [CompletionItem(name, help=text) for name, text in commands.items() if name.startswith(incomplete)]

        def format_commands(self, ctx: Any, formatter: Any) -> None:
            with formatter.section("Commands"):
                formatter.write_dl(list(commands.items()))

    return LazyGroup


def _print_version(requested: bool) -> None:
    if requested:
        typer.echo(f"careercli {__version__}")
        raise typer.Exit


app = typer.Typer(
    cls=lazy_group(COMMANDS, "careercli.cli.", "careercli"),
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def careercli(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Explore careers offline: compare jobs, see what they pay and how one leads to another.

    Every figure says where it comes from. Name a role by id, title or alias, a level as ROLE@LEVEL.

    \b
    careercli compare customer-relationship-manager customer-relations-manager
    """


def main() -> int:
    """Run the command line and return its exit code; an error is one line on standard error and at most one hint."""
    code: object = ExitCode.OK
    try:
        command = typer.main.get_command(app)
        with _flushing_what_typer_prints():
            code = command.main(args=sys.argv[1:] or ["--help"], prog_name="careercli", standalone_mode=False)
        return code if isinstance(code, int) else ExitCode.OK
    except CatalogInvalid as error:
        return _report_invalid_catalog(error)
    except CareerError as error:
        write_error(f"careercli: {error.message}")
        if error.hint:
            write_error(f"  {error.hint}")
        return ExitCode.USAGE if isinstance(error, UsageProblem) else ExitCode.NOT_FOUND
    except typer.TyperException as error:
        write_error(f"careercli: {_one_line(error.format_message())}")
        context = getattr(error, "ctx", None)
        write_error(f"  See: {context.command_path if context else 'careercli'} --help")
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except MemoryError:
        write_error("careercli: not enough memory for these catalogs")
        write_error("  Leave the largest out, or export a part of it: careercli catalog export FILE --family ID")
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
    return f"Mend {those}, or take {those} off the list: careercli catalog layers remove {' '.join(listed)}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
