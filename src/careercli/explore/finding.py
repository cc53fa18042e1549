"""Search: by name, by nearly the name, and by the words of the guide; a misspelt word is put right first."""

import re

from careercli.catalog.library import Library
from careercli.model import SCHEMA_VERSION
from careercli.names import name_key
from careercli.nearest import nearest
from careercli.views.search import HitView, SearchView

_WORD = re.compile(r"\w+")
CLOSE = 80.0
"""From this score on a name is nearly what was typed."""


def search(library: Library, text: str, *, limit: int) -> SearchView:
    """Return up to `limit` roles: those of that name, of nearly that name, then those whose text holds the words."""
    key = name_key(text)
    found: dict[str, tuple[str, str]] = {}
    if key:
        for named in library.named(key):
            found.setdefault(named.role, ("name", named.name))
        rows = library.names()
        by_key = {row.key: row for row in reversed(rows)}
        for row in rows:
            if f" {key} " in f" {row.key} ":
                found.setdefault(row.role, ("name", row.name))
        for name, _ in nearest(key, by_key, limit=limit, cutoff=CLOSE):
            found.setdefault(by_key[name].role, ("nearly", by_key[name].name))
    words = [word.casefold() for word in _WORD.findall(key)]
    known = _put_right(library, words)
    hits = library.search(" ".join(f'"{word}"*' for word in known), limit) if known else []
    if not hits and len(known) > 1:
        hits = library.search(" OR ".join(f'"{word}"*' for word in known), limit)
    for hit in hits:
        found.setdefault(hit.role, ("text", ""))
    return SearchView(
        schema_version=SCHEMA_VERSION,
        command="search",
        query=text,
        corrected=" ".join(known) if known != words else None,
        rows=_rows(library, dict(list(found.items())[:limit])),
    )


def _put_right(library: Library, words: list[str]) -> list[str]:
    """Return the words with those that stand nowhere replaced by the nearest that does, or left out."""
    known: list[str] = []
    for word in words:
        if library.search(f'"{word}"*', 1):
            known.append(word)
        else:
            known += [name for name, _ in nearest(word, library.vocabulary())]
    return known


def _rows(library: Library, found: dict[str, tuple[str, str]]) -> tuple[HitView, ...]:
    families = library.families()
    roles = library.roles(found)
    return tuple(
        HitView(
            id=role_id,
            title=roles[role_id].title,
            family=roles[role_id].family,
            family_title=families[roles[role_id].family].title,
            matched=matched,
            name=name or roles[role_id].title,
            summary=roles[role_id].summary,
        )
        for role_id, (matched, name) in found.items()
    )
