"""A catalog, or some of its roles, as the data of one file; the same catalog gives the same data."""

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from careercli.catalog.export import FigureRow, catalog_document, entities, figure_rows
from careercli.catalog.linked_data import linked_data
from careercli.catalog.subset import select
from careercli.model import Catalog

ExportForm = Literal["yaml", "jsonl", "csv", "jsonld"]


class Exported(NamedTuple):
    """What stands in the file, and what is to be told about it on standard error."""

    data: Any
    """Plain data for YAML and JSON-LD; records for JSON Lines and CSV."""
    fields: tuple[str, ...]
    """The columns of CSV."""
    dropped: tuple[str, ...]
    """References to roles outside of the selection: `baker: way on to pastry-chef`."""
    flattened: tuple[str, ...]
    """Roles that are written without the role that they extend, because their text would not come back the same."""


def export(catalog: Catalog, form: ExportForm, *, roles: Sequence[str] = (), families: Sequence[str] = ()) -> Exported:
    """Return the catalog, or the roles and families named and all that they refer to, in a form.

    YAML reads back to an equal catalog, JSON Lines has an object for each entry, CSV a row for each figure, JSON-LD
    what schema.org has words for. Raises NotFound for a role or family that is not there.
    """
    chosen, dropped = select(catalog, roles=roles, families=families)
    if form == "yaml":
        data, spelled_out = catalog_document(chosen)
        return Exported(data, (), dropped, spelled_out)
    if form == "jsonl":
        return Exported(entities(chosen), (), dropped, ())
    if form == "csv":
        fields = FigureRow.__struct_fields__
        rows = ({field: getattr(row, field) for field in fields} for row in figure_rows(chosen))
        return Exported(rows, fields, dropped, ())
    return Exported(linked_data(chosen), (), dropped, ())
