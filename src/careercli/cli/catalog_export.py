"""careercli catalog export."""

from typing import TYPE_CHECKING, Annotated

import typer

from careercli.answers.catalog_export.answer import ExportForm
from careercli.catalog import index_cache, registered_layers
from careercli.cli.help_page import OUTPUT
from careercli.cli.options import OutputFile, plain_command
from careercli.cli.output import format_of, refuse_overwriting
from careercli.errors import UsageProblem
from careercli.terminal import write_data, write_error

if TYPE_CHECKING:
    from careercli.answers.catalog_export.answer import Exported

_ENDINGS: dict[str, ExportForm] = {
    ".yaml": "yaml", ".yml": "yaml", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".jsonld": "jsonld",
    ".json": "jsonld",
}  # fmt: skip
MAX_SHOWN = 5
"""References left out that are named; the rest is counted."""


def export(
    catalogs: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE...", help="Catalogs (default: those that every command reads)."),
    ] = None,
    role: Annotated[list[str] | None, typer.Option(metavar="ID", help="Only this job. Repeatable.")] = None,
    family: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Only jobs of this family. Repeatable.")
    ] = None,
    format: Annotated[
        ExportForm | None,
        typer.Option(
            "--format",
            metavar="NAME",
            help="yaml (default), jsonl, csv or jsonld (schema.org).",
            rich_help_panel=OUTPUT,
        ),
    ] = None,
    output: OutputFile = None,
) -> None:
    """Write a catalog, or some jobs of it, to one file.

    \b
    careercli catalog export --role baker --format jsonld
    careercli catalog export --family sales --output sales.yaml
    """
    from careercli.answers.catalog_export.answer import export as export_catalog
    from careercli.catalog.git_revision import read_layers

    form = format or format_of(str(output) if output else None, _ENDINGS, "yaml")
    layers = catalogs or [*index_cache.embedded_layers(), *registered_layers.registered_layers()]
    if not layers:
        raise UsageProblem("no catalog to export", hint="Name one: careercli catalog export ladder.yaml")
    refuse_overwriting(output, layers)
    made = export_catalog(read_layers(layers), form, roles=role or (), families=family or ())
    text = rendered(made, form)
    write_data(text.encode(), str(output) if output else None)
    if form == "yaml" and text.startswith("{"):
        write_error("careercli: written as JSON, which is YAML too: as plain YAML it is too long to be read again")
    for what in made.dropped[:MAX_SHOWN]:
        write_error(f"careercli: left out, because it leads to a job you did not choose: {what}")
    if len(made.dropped) > MAX_SHOWN:
        write_error(f"careercli: and {len(made.dropped) - MAX_SHOWN} more links to jobs you did not choose")
    for name in made.flattened:
        write_error(f"careercli: {name} is written out in full, because the job it extends is not in the file")


def rendered(made: "Exported", form: ExportForm) -> str:
    """Return the text of the file in its form; YAML that would be too long to read again as JSON, which is YAML."""
    if form in ("jsonl", "csv"):
        from careercli.render.records import render as render_records

        return render_records(made.data, made.fields, form)
    from careercli.render.json import render as render_json

    if form == "yaml":
        from careercli.catalog.yaml_reader import MAX_BYTES
        from careercli.render.yaml import render as render_yaml

        text = render_yaml(made.data)
        if len(text.encode()) <= MAX_BYTES:
            return text
    return render_json(made.data)


app = plain_command(export)
