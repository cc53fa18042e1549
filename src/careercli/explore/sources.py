"""The sources of a catalog, with how much rests on each."""

from careercli.catalog.library import Library
from careercli.model import SCHEMA_VERSION
from careercli.views.catalog_sources import CitedSourceView, SourcesView


def sources(library: Library) -> SourcesView:
    """Return every source of the catalogs in use, in the order of the catalogs."""
    cited = library.citations()
    return SourcesView(
        schema_version=SCHEMA_VERSION,
        command="catalog sources",
        rows=tuple(
            CitedSourceView(
                id=key,
                title=source.title,
                kind=source.kind,
                publisher=source.publisher,
                period=source.period,
                licence=source.licence,
                address=source.address,
                note=source.note,
                figures=cited.get(key, (0, 0))[0],
                profiles=cited.get(key, (0, 0))[1],
            )
            for key, source in library.all_sources().items()
        ),
    )
