"""careercli catalog schema."""

from typing import Annotated

import typer

from careercli.cli.options import OutputFile, SchemaFormat, plain_command
from careercli.terminal import write_data


def schema(
    layer: Annotated[
        bool,
        typer.Option("--layer", help="The schema of a layer, which may leave out what the catalogs below it say."),
    ] = False,
    format: SchemaFormat = "json",
    output: OutputFile = None,
) -> None:
    """Print the JSON Schema of a catalog. With it an editor completes and checks what you write.

    Name it in the first line of a catalog: # yaml-language-server: $schema=catalog.schema.json

    \b
    careercli catalog schema --output catalog.schema.json
    """
    from careercli.catalog.document_schema import schema_file

    write_data(schema_file(layer=layer), str(output) if output else None)


app = plain_command(schema)
