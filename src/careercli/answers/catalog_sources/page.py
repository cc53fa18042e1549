"""The sources of the catalogs as a page."""

from careercli.amounts import format_number
from careercli.answers.catalog_sources.view import SourcesView
from careercli.blocks import Block, Cell, Heading, Page, Row, Table

_KINDS = {"judgement": "our judgment", "page": "web page", "rule": "written rule"}


def page(view: SourcesView) -> Page:
    """Return the sources as a page."""
    rows = tuple(
        Row(
            Cell((source.source,), "strong"),
            (
                Cell(tuple(part for part in (source.title, source.publisher) if part)),
                Cell((_KINDS.get(source.kind, source.kind),)),
                Cell((source.period or "no date given",)),
                Cell((str(source.age) if source.age is not None else "–",), numeric=True),
                Cell((source.license or "not stated",)),
                Cell((format_number(source.figure_count),), numeric=True),
                Cell((format_number(source.profile_count),), numeric=True),
                Cell(tuple(part for part in (source.note, source.address) if part) or ("",)),
            ),
        )
        for source in view.rows
    )
    headers = ("Source", "Publication", "Kind", "Period", "Age", "License", "Figures", "Profiles", "Note")
    blocks: tuple[Block, ...] = (Heading(f"{len(rows)} sources", 1), Table(headers, rows))
    return Page(blocks)
