"""A catalog, or some of its roles, as the bytes of a file in one of four forms; the same catalog gives the same bytes.

It stands with the renderers because it ties them to a catalog: the escapes of YAML and JSON and the guard of CSV are
theirs.
"""

import importlib
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from careercli.catalog.export import FigureRow, entities, figure_rows, whole
from careercli.catalog.linked_data import linked_data
from careercli.catalog.selection import select
from careercli.model import Catalog

ExportForm = Literal["yaml", "jsonl", "csv", "jsonld"]


class Exported(NamedTuple):
    """A file, and what is to be told about it on standard error."""

    content: bytes
    dropped: tuple[str, ...]
    """References to roles outside of the selection: `baker: way on to pastry-chef`."""
    spelled_out: tuple[str, ...]
    """Roles that are written without the role that they extend, because their text would not come back the same."""


def export(catalog: Catalog, form: ExportForm, *, roles: Sequence[str] = (), families: Sequence[str] = ()) -> Exported:
    """Return the catalog, or the roles and families named and all that they refer to, in a form.

    YAML reads back to an equal catalog, JSON Lines has an object for each entry, CSV a row for each figure, JSON-LD
    what schema.org has words for. Raises NotFound for a role or family that is not there.
    """
    chosen, dropped = select(catalog, roles=roles, families=families)
    spelled_out: tuple[str, ...] = ()
    if form == "yaml":
        data, spelled_out = whole(chosen)
        text = _renderer("yaml")(data)
    elif form == "jsonl":
        text = _renderer("records")(entities(chosen), (), "jsonl")
    elif form == "csv":
        fields = FigureRow.__struct_fields__
        rows = ({field: getattr(row, field) for field in fields} for row in figure_rows(chosen))
        text = _renderer("records")(rows, fields, "csv")
    else:
        text = _renderer("json")(linked_data(chosen))
    return Exported(text.encode(), dropped, spelled_out)


def _renderer(name: str) -> Callable[..., str]:
    render: Callable[..., str] = importlib.import_module(f"careercli.render.{name}").render
    return render
