"""careercli catalog lint."""

import os
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from careercli import terminal
from careercli.catalog import index_cache, registered_layers
from careercli.cli.app import ExitCode
from careercli.cli.options import Today, plain_command, with_output
from careercli.cli.output import Format, OutputOptions, output_options, refuse_overwriting, write_answer
from careercli.errors import UsageProblem

LintFormat = Literal[Format, "sarif", "github"]


def lint(
    options: OutputOptions,
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE...", help="Catalogs; those on your list if none is named.")
    ] = None,
    base: Annotated[
        list[Path] | None, typer.Option("--catalog", metavar="FILE", help="A catalog that lies below; repeatable.")
    ] = None,
    default_catalog: Annotated[
        bool, typer.Option("--default-catalog/--no-default-catalog", help="Lay the files over the embedded catalog.")
    ] = True,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="RULE,...", help="Only these rules; * stands for any letters."),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="RULE,...", help="All but these rules.")
    ] = None,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="RULE", help="Say what a rule looks for and why; 'all' for all.")
    ] = None,
    max_age: Annotated[
        int, typer.Option("--max-age", min=0, metavar="YEARS", help="From this age on figures are old.")
    ] = 5,
    today: Today = None,
    format: Annotated[LintFormat | None, typer.Option("--format", help="How to print what was found.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
) -> None:
    """Check catalogs for what the schema cannot say; exit code 1 if there is an error.

    A finding is taken back by a comment with a reason: # lint: ignore RULE because REASON

    \b
    Example: careercli catalog lint --explain pay-percentiles-fall
    """
    from careercli.answers.catalog_lint.answer import lint as lint_files
    from careercli.answers.catalog_rules.answer import explain as explain_rules

    plain: Format | None = None if format == "sarif" or format == "github" else format  # noqa: PLR1714 (mypy)
    options = output_options(plain, json, options.output, options.fields, options.color, options.width)
    if explain is not None:
        write_answer(options, explain_rules(*(() if explain == "all" else (explain,))))
        return
    named = [str(file) for file in files or ()] or registered_layers.registered_layers()
    if not named:
        raise UsageProblem("no catalog to check", hint="Name one: careercli catalog lint ladder.yaml")
    below = [*(index_cache.embedded_layers() if default_catalog else ()), *(str(file) for file in base or ())]
    refuse_overwriting(options.output, (*named, *below))
    day = (today or datetime.now()).date()
    view = lint_files(named, below, select=_names(select), ignore=_names(ignore), today=day, max_age=max_age)
    if format == "sarif":
        from careercli.answers.catalog_lint.reports import sarif

        terminal.write_data(sarif(view, os.getcwd()), options.output)
    elif format == "github":
        from careercli.answers.catalog_lint.reports import github

        terminal.write_data(github(view).encode(), options.output)
    else:
        write_answer(options, view)
    if view.errors:
        raise typer.Exit(ExitCode.NOT_FOUND)


def _names(values: list[str] | None) -> list[str]:
    return [name.strip() for value in values or () for name in value.split(",") if name.strip()]


app = plain_command(with_output(lint, leave_out=("format", "json")))
