"""What a search found, as a page."""

import re

from careercli.answers.search.view import HitView, SearchView
from careercli.answers.shared.page_parts import prose
from careercli.blocks import Block, Heading, Page

_SENTENCE_END = re.compile(r"(?<=[.!?])\s")


def page(view: SearchView) -> Page:
    """Return the hits as a page: each with the first sentence of its summary."""
    blocks: list[Block] = []
    if view.corrected:
        blocks.append(prose(f"Searched for '{view.corrected}'.", "muted"))
    if view.ignored_words:
        words = ", ".join(f"'{word}'" for word in view.ignored_words)
        blocks.append(prose(f"No role has {words}.", "muted"))
    if not view.rows:
        blocks.append(prose(f"Nothing found for '{view.query}'. See all roles with: careercli list", "muted"))
    elif view.rows[0].matched == "some":
        blocks.append(prose("No name has all of these words; these come nearest.", "muted"))
    for hit in view.rows:
        blocks += [_head(hit), prose(_SENTENCE_END.split(hit.summary, maxsplit=1)[0])]
    return Page(tuple(blocks))


def _head(hit: HitView) -> Heading:
    relation = "found by the skill" if hit.matched == "skill" else "also called"
    also = f" · {relation} {hit.matched_name}" if hit.matched_name not in (hit.title, hit.role) else ""
    return Heading(hit.title, 2, f"{hit.role} · {hit.family_title}{also}")
