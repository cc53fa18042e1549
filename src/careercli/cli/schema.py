"""careercli schema."""

import importlib
from typing import Annotated

import typer

from careercli.answers.shared.flat_records import schema_of_answer, schema_of_record
from careercli.answers.shared.view_parts import AnswerView
from careercli.cli.options import OutputFile, SchemaFormat, plain_command
from careercli.cli.output import wing
from careercli.errors import UsageProblem
from careercli.matching import did_you_mean
from careercli.render.json import render
from careercli.terminal import write_data

SCHEMA_COMMANDS = (
    "compare", "salary", "path", "path --to", "related", "gap", "skills", "show", "list", "search", "explain",
    "catalog sources", "catalog import", "catalog layers", "catalog lint", "catalog rules", "catalog diff",
    "catalog init",
)  # fmt: skip
"""The commands whose answers have a shape: `view.py` in the folder of answers/ that bears the command's name."""


def schema(
    command: Annotated[
        list[str], typer.Argument(metavar="COMMAND...", help="A command, such as compare or catalog sources.")
    ],
    to: Annotated[bool, typer.Option("--to", help="With path: the routes to another job.")] = False,
    records: Annotated[bool, typer.Option("--records", help="The schema of one record of csv, tsv or jsonl.")] = False,
    format: SchemaFormat = "json",
    output: OutputFile = None,
) -> None:
    """Print the JSON Schema of a command's answer, for scripts that check what they read.

    \b
    careercli schema compare
    """
    name = " ".join(command) + " --to" * to
    if name not in SCHEMA_COMMANDS:
        message = f"no command with a schema is called '{name}'{did_you_mean(name, SCHEMA_COMMANDS)}"
        raise UsageProblem(message, hint=f"Commands with a schema: {', '.join(SCHEMA_COMMANDS)}")
    view = view_type(name)
    kind = "one record" if records else "the answer"
    made = (schema_of_record if records else schema_of_answer)(view, f"{kind} of careercli {name}")
    write_data(render(made).encode(), str(output) if output else None)


def view_type(command: str) -> type[AnswerView]:
    """Return the type of a command's answer."""
    module = importlib.import_module(f"{wing(command)}.view")
    return next(
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, AnswerView) and value is not AnswerView
    )


app = plain_command(schema)
