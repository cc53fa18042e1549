"""Which layer, which file and which source each value of a role comes from."""

from collections.abc import Iterable, Iterator

from msgspec import to_builtins

from careercli.answers.shared.names import Found
from careercli.answers.show.origin_view import OriginView
from careercli.catalog.estimate import RULE
from careercli.catalog.index_cache import shown_layer
from careercli.catalog.origins import Speech, trace
from careercli.catalog.reader import Library, OriginRow
from careercli.model import Role


def origin_rows(library: Library, place: Found) -> tuple[OriginView, ...]:
    """Return where each value of a role comes from, or of one of its levels, in the order of the model.

    Official classes follow with the layers that have figures of them: there, figures of several layers stand beside
    each other.
    """
    role = library.role(place.role)
    rows = [*_own(library, place.role, role), *_official(library, role)]
    wanted = f"levels[{place.level}]." if place.level else ""
    names = library.layer_names()
    return tuple(_view(library, names, place.role, row) for row in rows if row.path.startswith(wanted))


def _own(library: Library, role_id: str, role: Role) -> Iterable[OriginRow]:
    """Return the rows that were noted where several layers speak of the role; else all of it is the one layer's."""
    noted = library.origins(role_id)
    if noted:
        return [*noted, *_estimates(library, role)]
    layers = library.speakers("roles", role_id)
    if not layers:
        return ()
    made_of, layer = layers[-1]
    source = _profile_source(library, made_of) if made_of else None
    estimated = {row.path: row for row in _estimates(library, role)}
    rows = trace(to_builtins(role), [Speech(layer, None, to_builtins(role))])
    return [estimated.get(row.path) or row._replace(source=row.source or source) for row in rows]


def _estimates(library: Library, role: Role) -> Iterator[OriginRow]:
    """Yield the pay that was worked out by a rule: it comes from where the rule stands."""
    layers = library.speakers("sources", RULE)
    for row in trace(to_builtins(role), [Speech(layers[-1][1], None, to_builtins(role))] if layers else ()):
        if row.source == RULE:
            yield row


def _official(library: Library, role: Role) -> Iterator[OriginRow]:
    for link in role.occupations:
        for key, layer in library.speakers("occupations", link.code):
            source = _profile_source(library, link.code) if key == "profile" else None
            yield OriginRow(f"occupations[{link.code}].{key}", layer, None, source, ())


def _profile_source(library: Library, code: str) -> str | None:
    profile = library.occupations([code])[code].profile
    return profile.source if profile else None


def _view(library: Library, names: list[str | None], role_id: str, row: OriginRow) -> OriginView:
    return OriginView(
        role=role_id,
        path=row.path,
        layer=names[row.layer],
        file=_file(library, row.layer),
        through=row.through,
        source=row.source,
        overrides=tuple(_words(library, names, layer, through) for layer, through in row.instead_of),
    )


def _file(library: Library, layer: int) -> str | None:
    return shown_layer(library.files[layer]) if layer < len(library.files) else None


def _words(library: Library, names: list[str | None], layer: int, through: str | None) -> str:
    """Name a layer that says otherwise: `careercli (data/roles.yaml), baker`."""
    file = _file(library, layer)
    name = names[layer] or file or f"layer {layer + 1}"
    said = f"{name} ({file})" if file and names[layer] else name
    return f"{said}, {through}" if through else said
