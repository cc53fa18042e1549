"""The sources of the catalogs in use, how old they are and how much of the answers rests on each."""

from careercli.answers.catalog_sources.view import CitedSourceView, SourcesView
from careercli.answers.shared.figures import source_view
from careercli.answers.shared.view_parts import copied
from careercli.catalog.reader import CatalogReader


def sources(reader: CatalogReader, *, year: int, stale: int | None = None) -> SourcesView:
    """Return every source with its citations and its age in `year`; with `stale` those that are so many years old.

    A period is as old as the year in which it begins, a projection decade as its base year. A source without a period
    has no age: nobody can say that it is fresh, so it counts as stale.
    """
    citations = reader.citation_counts()
    rows = []
    for key, source in reader.all_sources().items():
        figures, profiles = citations.get(key, (0, 0))
        age = None if source.period is None else max(year - int(source.period[:4]), 0)
        if stale is None or age is None or age >= stale:
            rows.append(
                copied(CitedSourceView, source_view(key, source), age=age, figure_count=figures, profile_count=profiles)
            )
    return SourcesView(stale=stale, rows=tuple(rows))
