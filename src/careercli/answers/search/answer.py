"""Search roles by name, by similar spelling and by words in their texts.

If nothing is found, correct misspelled words first.
"""

from careercli.answers.search.view import HitView, SearchView
from careercli.catalog.reader import CatalogReader, NameRow, SearchHit
from careercli.matching import fuzzy_matches, name_key, replace_undecodable
from careercli.model import SCHEMA_VERSION

FUZZY_CUTOFF = 75.0
"""From this score on a name is nearly what was typed."""


def search(reader: CatalogReader, text: str, *, limit: int) -> SearchView:
    """Return up to `limit` roles: those of that name, those with the words in a name, then those with them in the text.

    Only where nothing at all is found are the words taken for misspelt, and names that are nearly the same come first.
    """
    text = replace_undecodable(text)
    key = name_key(text)
    words = key.split()
    found: dict[str, tuple[str, str]] = {row.role: ("name", row.name) for row in reversed(reader.names_matching(key))}
    if words:
        phrase = "{title aliases} : " + f'"{" ".join(words)}"'
        _add(found, "name", reader.search(phrase, limit))
        if not found and len(words) > 1:  # "dev ops" for what is written DevOps
            _add(found, "name", reader.search("{title aliases} : " + f'"{"".join(words)}"', limit))
        _add(found, "text", reader.search(_all_of(words), limit))
    known = words
    if words and not found:
        found = {row.role: ("nearly", row.name) for row in reversed(_fuzzy_names(reader, key, limit))}
        known = _correct_spelling(reader, words)
        for expression in (_all_of(known), " OR ".join(f'"{word}"*' for word in known)):
            if known and len(found) < limit:
                _add(found, "text", reader.search(expression, limit))
    return SearchView(
        schema_version=SCHEMA_VERSION,
        command="search",
        query=text,
        corrected=" ".join(known) if known and known != words else None,
        rows=_rows(reader, dict(list(found.items())[:limit])),
    )


def _add(found: dict[str, tuple[str, str]], how: str, hits: list[SearchHit]) -> None:
    for hit in hits:
        found.setdefault(hit.role, (how, ""))


def _all_of(words: list[str]) -> str:
    """Return the FTS5 expression for texts that hold every word, or one that begins with it."""
    return " ".join(f'"{word}"*' for word in words)


def _fuzzy_names(reader: CatalogReader, key: str, limit: int) -> list[NameRow]:
    """Return the names nearest to what was typed, one a role, best first."""
    best: dict[str, NameRow] = {}
    for name, _ in fuzzy_matches(key, reader.name_keys(), limit=limit * 3, cutoff=FUZZY_CUTOFF):
        for row in reader.names_matching(name)[:1]:
            best.setdefault(row.role, row)
    return list(best.values())


def _correct_spelling(reader: CatalogReader, words: list[str]) -> list[str]:
    """Return the words with those that stand nowhere replaced by the nearest that does, or left out."""
    # Words of names first: the vocabulary of the text holds stems, which nobody would recognise as a correction.
    spellings = dict.fromkeys(word for key in reader.name_keys() for word in key.split())
    spellings.update(dict.fromkeys(reader.search_stems()))
    known: list[str] = []
    for word in words:
        if reader.search(f'"{word}"*', 1):
            known.append(word)
        else:
            known += [name for name, _ in fuzzy_matches(word, spellings)]
    return known


def _rows(reader: CatalogReader, found: dict[str, tuple[str, str]]) -> tuple[HitView, ...]:
    families = reader.families()
    roles = reader.roles(found)
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
