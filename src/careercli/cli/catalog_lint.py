"""careercli catalog lint."""

import os
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal, get_args

import typer

from careercli import terminal
from careercli.catalog import index_cache, registered_layers
from careercli.cli.app import ExitCode
from careercli.cli.help_page import DATA, OUTPUT, one_of
from careercli.cli.options import OutputFile, Today, no_file, plain_command, with_output
from careercli.cli.output import (
    ENDINGS,
    Format,
    OutputOptions,
    format_of,
    output_options,
    refuse_overwriting,
    write_answer,
)
from careercli.errors import UsageProblem

LintFormat = Literal[Format, "sarif", "github"]
_FORMATS = (*get_args(Format), "sarif", "github")
_ENDINGS: dict[str, LintFormat] = {**ENDINGS, ".sarif": "sarif"}


def lint(
    options: OutputOptions,
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE...", help="Catalogs (default: those on your list).")
    ] = None,
    base: Annotated[
        list[Path] | None,
        typer.Option(
            "--catalog", metavar="FILE", help="A catalog that the files build on. Repeatable.", rich_help_panel=DATA
        ),
    ] = None,
    default_catalog: Annotated[
        bool,
        typer.Option(
            "--default-catalog/--no-default-catalog", help="Check without the built-in catalog.", rich_help_panel=DATA
        ),
    ] = True,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="RULE,...", help="Only these rules. * stands for any letters."),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar="RULE,...", help="Skip these rules.")] = None,
    explain: Annotated[
        str | None,
        typer.Option("--explain", metavar="RULE", help="Explain a rule. Type all for all rules."),
    ] = None,
    max_age: Annotated[
        int, typer.Option("--max-age", min=0, metavar="YEARS", help="Warn about figures older than this.")
    ] = 5,
    today: Today = None,
    format: Annotated[
        LintFormat | None,
        typer.Option("--format", metavar="NAME", help=f"{one_of(_FORMATS, 'table')}.", rich_help_panel=OUTPUT),
    ] = None,
    output: OutputFile = None,
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.", rich_help_panel=OUTPUT)] = False,
) -> None:
    """Find mistakes in a catalog. The exit code is 1 if there is an error.

    Silence a finding with a comment: # lint: ignore RULE because REASON

    \b
    careercli catalog lint --explain pay-percentiles-fall
    careercli catalog lint ladder.yaml
    """
    from careercli.answers.catalog_lint.answer import lint as lint_files
    from careercli.answers.catalog_rules.answer import explain as explain_rules

    path = str(output) if output else None
    form = format or (None if json else format_of(path, _ENDINGS, "table"))
    plain: Format | None = "json" if form == "sarif" or form == "github" else form  # noqa: PLR1714 (mypy)
    options = output_options(plain, json, path, options.fields, options.color, options.width, options.pager)
    if explain is not None:
        write_answer(options, explain_rules(*(() if explain == "all" else (explain,))))
        return
    named = [str(file) for file in files or ()] or registered_layers.registered_layers()
    if not named:
        raise UsageProblem("no catalog to check", hint="Name one: careercli catalog lint ladder.yaml")
    for name in named:
        if not os.path.exists(name):
            raise no_file(name)
    below = [*(index_cache.embedded_layers() if default_catalog else ()), *(str(file) for file in base or ())]
    refuse_overwriting(options.output, (*named, *below))
    day = (today or datetime.now()).date()
    view = lint_files(named, below, select=_names(select), ignore=_names(ignore), today=day, max_age=max_age)
    if form == "sarif":
        from careercli.answers.catalog_lint.reports import sarif

        terminal.write_data(sarif(view, os.getcwd()), options.output)
    elif form == "github":
        from careercli.answers.catalog_lint.reports import github

        terminal.write_data(github(view).encode(), options.output)
    else:
        write_answer(options, view)
    if view.error_count:
        raise typer.Exit(ExitCode.NOT_FOUND)


def _names(values: list[str] | None) -> list[str]:
    return [name.strip() for value in values or () for name in value.split(",") if name.strip()]


app = plain_command(with_output(lint, leave_out=("format", "json", "output")))
