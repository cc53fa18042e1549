"""Search roles by name, by code and by the words of their texts.

A word that nothing has is corrected or counts nothing; the answer is what the words that are left find.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from careercli.answers.search.by_skill import roles_by_skill
from careercli.answers.search.spelling import SearchWords, corrected
from careercli.answers.search.view import HitView, SearchView
from careercli.answers.shared.role_codes import is_code, roles_of_code
from careercli.answers.shared.view_parts import copied
from careercli.catalog.reader import CatalogReader, SearchHit
from careercli.matching import name_key, replace_undecodable
from careercli.model import SCHEMA_VERSION

MAX_WORDS_WITHOUT_ONE = 6
"""Words up to which names that hold all but one of them come before texts that hold all."""

MAX_WORDS = 300
"""Different words that are looked for: of a posting that is pasted whole, its first three pages or so."""


class _Hit(NamedTuple):
    role: str
    matched: str
    name: str = ""


def search(reader: CatalogReader, text: str, *, limit: int) -> SearchView:
    """Return up to `limit` roles: of that name or code, then with the words in a name, that skill, a text."""
    text = replace_undecodable(text)
    typed = name_key(text).split()
    if len(typed) > MAX_WORDS:
        typed = list(dict.fromkeys(typed))
    if is_code(text):
        roles = roles_of_code(reader, text)
        query = SearchWords((), () if roles else (text.strip(),))
        hits = iter([_Hit(role, "name") for role in roles])
    else:
        query = corrected(reader, typed[:MAX_WORDS])
        hits = _hits(reader, query.words, limit)
    found: dict[str, _Hit] = {}
    for hit in hits:
        found.setdefault(hit.role, hit)
        if len(found) == limit:
            break
    return SearchView(
        schema_version=SCHEMA_VERSION,
        command="search",
        query=text,
        corrected=" ".join(query.words) if query.words and query.words != tuple(typed) else None,
        ignored=query.ignored,
        rows=_rows(reader, found),
    )


def _hits(reader: CatalogReader, words: Sequence[str], limit: int) -> Iterator[_Hit]:
    """Yield the roles that the words find, the best first; those with few of the words only if none has more."""
    if not words:
        return
    key, is_found = " ".join(words), False
    for hit in _hits_of_all(reader, key, words, limit):
        is_found = True
        yield hit
    some = " OR ".join(f'"{word}"*' for word in words)
    for expression in () if is_found or len(words) == 1 else (f"{{title aliases}} : ({some})", some):
        yield from _of(reader.search(expression, limit), "some")


def _hits_of_all(reader: CatalogReader, key: str, words: Sequence[str], limit: int) -> Iterator[_Hit]:
    for row in reader.names_matching(key):
        yield _Hit(row.role, "name", row.name)
    skilled = [_Hit(role, "skill", skill) for role, skill in roles_by_skill(reader, key)]
    if skilled and len(words) == 1:  # other names may only have the stem of the word, as "program manager"
        for row in reader.names_holding(key, limit):
            yield _Hit(row.role, "name", row.name)
        yield from skilled
    phrases = reader.search(f'{{title aliases}} : "{key}"', limit)
    if not phrases and len(words) > 1:  # "dev ops" for what is written DevOps
        phrases = reader.search(f'{{title aliases}} : "{"".join(words)}"', limit)
    yield from _of(phrases, "name")
    for row in reader.names_beginning(key, limit):
        yield _Hit(row.role, "name", row.name)
    every = " ".join(f'"{word}"*' for word in words)
    yield from _of(reader.search(f"{{title aliases}} : ({every})", limit), "name")
    yield from skilled
    if 2 < len(words) <= MAX_WORDS_WITHOUT_ONE:
        parts = (f'"{word}"*' for word in words)
        without_one = " OR ".join(f"({' '.join(part)})" for part in combinations(parts, len(words) - 1))
        yield from _of(reader.search(f"{{title aliases}} : ({without_one})", limit), "some")
    yield from _of(reader.search(every, limit), "text")


def _of(hits: Iterable[SearchHit], matched: str) -> Iterator[_Hit]:
    return (_Hit(hit.role, matched) for hit in hits)


def _rows(reader: CatalogReader, found: dict[str, _Hit]) -> tuple[HitView, ...]:
    families, roles = reader.families(), reader.roles(found)
    return tuple(
        copied(
            HitView,
            roles[role_id],
            id=role_id,
            family_title=families[roles[role_id].family].title,
            matched=hit.matched,
            name=hit.name or roles[role_id].title,
        )
        for role_id, hit in found.items()
    )
