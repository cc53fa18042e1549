"""Which layer, which file and which source each value of a role comes from."""

from collections.abc import Iterable, Iterator

from msgspec import to_builtins
from msgspec.structs import replace

from careercli.answers.show.origin_view import OriginView
from careercli.catalog.index_cache import layer_label
from careercli.catalog.origins import LayerValue, trace_origins
from careercli.catalog.reader import CatalogReader, OriginRow
from careercli.model import Role, RoleRef


def origin_rows(reader: CatalogReader, ref: RoleRef) -> tuple[OriginView, ...]:
    """Return where each value of a role comes from, or of one of its levels, in the order of the model.

    Official classes follow with the layers that have figures of them: there, figures of several layers stand beside
    each other.
    """
    role = reader.role(ref.role)
    rows = [*_own(reader, ref.role, role), *_official(reader, role)]
    options = f"levels[{ref.level}]." if ref.level else ""
    names = reader.layer_names()
    return tuple(_view(reader, names, ref.role, row) for row in rows if row.path.startswith(options))


def _own(reader: CatalogReader, role_id: str, role: Role) -> Iterable[OriginRow]:
    """Return the rows that were noted where several layers speak of the role; else all of it is the one layer's."""
    noted = reader.origins(role_id)
    if noted:
        return noted
    layers = reader.contributing_layers("roles", role_id)
    if not layers:
        return ()
    made_of, layer = layers[-1]
    source = _profile_source(reader, made_of) if made_of else None
    rows = trace_origins(to_builtins(role), [LayerValue(layer, None, to_builtins(role))])
    return [replace(row, source=row.source or source) for row in rows]


def _official(reader: CatalogReader, role: Role) -> Iterator[OriginRow]:
    for link in role.occupations:
        for key, layer in reader.contributing_layers("occupations", link.code):
            source = _profile_source(reader, link.code) if key == "profile" else None
            yield OriginRow(f"occupations[{link.code}].{key}", layer, None, source, ())


def _profile_source(reader: CatalogReader, code: str) -> str | None:
    profile = reader.occupations([code])[code].profile
    return profile.source if profile else None


def _view(reader: CatalogReader, names: list[str | None], role_id: str, row: OriginRow) -> OriginView:
    return OriginView(
        role=role_id,
        path=row.path,
        layer=names[row.layer],
        file=_file(reader, row.layer),
        through=row.inherited_from,
        source=row.source,
        overrides=tuple(_words(reader, names, layer, through) for layer, through in row.overrides),
    )


def _file(reader: CatalogReader, layer: int) -> str | None:
    return layer_label(reader.files[layer]) if layer < len(reader.files) else None


def _words(reader: CatalogReader, names: list[str | None], layer: int, through: str | None) -> str:
    """Name a layer that says otherwise: `careercli (data/roles.yaml), baker`."""
    file = _file(reader, layer)
    name = names[layer] or file or f"layer {layer + 1}"
    said = f"{name} ({file})" if file and names[layer] else name
    return f"{said}, {through}" if through else said
