"""The sources of a catalog, with how much rests on each."""

from msgspec import structs

from careercli.catalog.reader import Library
from careercli.explore.statements import source_view
from careercli.model import SCHEMA_VERSION
from careercli.views.catalog_sources import CitedSourceView, SourcesView


def sources(library: Library) -> SourcesView:
    """Return every source of the catalogs in use, in the order of the catalogs."""
    cited = library.citations()
    rows = []
    for key, source in library.all_sources().items():
        figures, profiles = cited.get(key, (0, 0))
        rows.append(CitedSourceView(**structs.asdict(source_view(key, source)), figures=figures, profiles=profiles))
    return SourcesView(schema_version=SCHEMA_VERSION, command="catalog sources", rows=tuple(rows))
