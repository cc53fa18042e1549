"""careercli schema."""

import importlib
from importlib.util import find_spec
from typing import Annotated

import typer
from msgspec import structs

from careercli.answers.shared.flat_records import schema_of_answer, schema_of_record
from careercli.answers.shared.view_parts import AnswerView
from careercli.cli.options import OutputFile, SchemaFormat, plain_command
from careercli.errors import UsageProblem
from careercli.matching import did_you_mean
from careercli.render.json import render
from careercli.terminal import write_data

SCHEMA_COMMANDS = (
    "compare", "salary", "path", "path --to", "related", "gap", "skills", "skills --unlock", "show", "list", "search",
    "explain", "catalog sources", "catalog import", "catalog layers", "catalog lint", "catalog rules", "catalog diff",
    "catalog init",
)  # fmt: skip
"""The commands whose answers have a shape, with the options that make another one of it."""


def schema(
    command: Annotated[
        list[str], typer.Argument(metavar="COMMAND...", help="A command, such as compare or catalog sources.")
    ],
    to: Annotated[bool, typer.Option("--to", help="With path: the routes to another job.")] = False,
    unlock: Annotated[
        bool, typer.Option("--unlock", help="With skills: the jobs that need or open up with some.")
    ] = False,
    records: Annotated[bool, typer.Option("--records", help="The schema of one record of csv, tsv or jsonl.")] = False,
    format: SchemaFormat = "json",
    output: OutputFile = None,
) -> None:
    """Print the JSON Schema of a command's answer, for scripts that check what they read.

    \b
    careercli schema compare
    """
    name = " ".join(command) + " --to" * to + " --unlock" * unlock
    if name not in SCHEMA_COMMANDS:
        message = f"no command with a schema is called '{name}'{did_you_mean(name, SCHEMA_COMMANDS)}"
        raise UsageProblem(message, hint=f"Commands with a schema: {', '.join(SCHEMA_COMMANDS)}")
    view = view_type(name)
    kind = "one record" if records else "the answer"
    made = (schema_of_record if records else schema_of_answer)(view, f"{kind} of careercli {name}")
    write_data(render(made).encode(), str(output) if output else None)


def view_type(command: str) -> type[AnswerView]:
    """Return the type of a command's answer; with an option that of a folder of its own, else of the command's."""
    folder, _, option = command.replace(" --", "/").replace(" ", "_").partition("/")
    own = f"careercli.answers.{folder}_{option}"
    package = own if option and find_spec(own) else f"careercli.answers.{folder}"
    module = importlib.import_module(f"{package}.view")
    return next(
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, AnswerView) and _command_of(value) == command
    )


def _command_of(view: type[AnswerView]) -> object:
    return next(field.default for field in structs.fields(view) if field.name == "command")


app = plain_command(schema)
