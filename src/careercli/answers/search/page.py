"""What a search found, as a page."""

from careercli.answers.search.view import HitView, SearchView
from careercli.answers.shared.page_parts import prose
from careercli.blocks import Block, Page, Paragraph, Span


def page(view: SearchView) -> Page:
    """Return the hits as a page."""
    blocks: list[Block] = []
    if view.corrected:
        blocks.append(prose(f"Searched for '{view.corrected}'.", "muted"))
    if not view.rows:
        blocks.append(prose(f"Nothing found for '{view.query}'. See all roles with: careercli list", "muted"))
    for hit in view.rows:
        blocks += [_head(hit), prose(hit.summary)]
    return Page(tuple(blocks))


def _head(hit: HitView) -> Paragraph:
    also = f" · also called {hit.name}" if hit.name not in (hit.title, hit.id) else ""
    return Paragraph((Span(hit.title, "strong"), Span(f"  {hit.id} · {hit.family_title}{also}", "muted")))
