"""Search roles by name, by code and by the words of their texts.

A word that nothing has is corrected or counts nothing; the answer is what the words that are left find.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from careercli.answers.search.by_skill import roles_by_skill
from careercli.answers.search.spelling import SearchWords, corrected
from careercli.answers.search.view import HitView, SearchView
from careercli.answers.shared.figures import source_view
from careercli.answers.shared.key_figures import key_figure_view, key_pay_view
from careercli.answers.shared.role_codes import is_code, roles_of_code
from careercli.answers.shared.view_parts import copied
from careercli.catalog.reader import LISTED_RANK, CatalogReader, SearchHit
from careercli.catalog.records import RoleSummary
from careercli.matching import MIN_BEGINNING, name_key, replace_undecodable

MAX_WORDS_WITHOUT_ONE = 6
"""Words up to which names that hold all but one of them come before texts that hold all."""
MAX_WORDS = 300
"""Different words that are looked for: of a posting that is pasted whole, its first three pages or so."""
USUAL = 10
"""Rows of an answer, unless a number is asked for."""
MIN_WORDS = 2
"""Words from which a name can have some of them."""
MAX_SIMILAR = 8
"""Roles of a similar name that come with the rows."""
IN_NAMES = 0
"""What the index says of a word that names have."""
TITLE_RANK = 1
"""The rank up to which a name is the id or the title of a role of the catalog."""
MAX_COUNTED = 1000
"""Roles up to which it is counted how many there are."""


class _Hit(NamedTuple):
    role: str
    matched: str
    name: str = ""


def search(reader: CatalogReader, text: str, *, limit: int | None = None) -> SearchView:
    """Return up to `limit` roles: of that name or code, then with the words in a name, that skill, a text."""
    most = max(limit or USUAL, MAX_COUNTED)
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
        hits = _hits(reader, query.words, most)
    found: dict[str, _Hit] = {}
    for hit in hits:
        found.setdefault(hit.role, hit)
        if len(found) == most:
            break
    told = list(found.values())[: limit or USUAL]
    rows = _rows(reader, told, query.words)
    similar = _rows(reader, _similar(reader, query.words, found), query.words)
    cited = dict.fromkeys(figure.source for row in (*rows, *similar) for figure in (row.pay, row.growth) if figure)
    return SearchView(
        query=text,
        corrected=" ".join(query.words) if query.words and query.words != tuple(typed) else None,
        ignored_words=query.ignored,
        limit=limit,
        found=len(found),
        rows=rows,
        similar=similar,
        sources=tuple(source_view(key, source) for key, source in reader.sources(cited).items()),
    )


def _similar(reader: CatalogReader, words: Sequence[str], found: Mapping[str, _Hit]) -> list[_Hit]:
    """Return roles whose names have some of the words and that are not found by all of them in a name or a skill."""
    if len(words) < MIN_WORDS or not found or next(iter(found.values())).matched == "some":
        return []
    some = " OR ".join(map(_begun, words))
    strong = {role for role, hit in found.items() if hit.matched != "text"}
    hits = _of(reader.search(f"{{title aliases}} : ({some})", MAX_SIMILAR + len(strong)), "some")
    return [hit for hit in hits if hit.role not in strong][:MAX_SIMILAR]


def _hits(reader: CatalogReader, words: Sequence[str], limit: int) -> Iterator[_Hit]:
    """Yield the roles that the words find, the best first; those with few of the words only if none has more."""
    if not words:
        return
    key, is_found = " ".join(words), False
    for hit in _hits_of_all(reader, key, words, limit):
        is_found = True
        yield hit
    some = " OR ".join(map(_begun, words))
    for expression in () if is_found or len(words) == 1 else (f"{{title aliases}} : ({some})", some):
        yield from _of(reader.search(expression, limit), "some")


def _hits_of_all(reader: CatalogReader, key: str, words: Sequence[str], limit: int) -> Iterator[_Hit]:
    named = reader.names_matching(key)
    listed = [row for row in named if row.rank >= LISTED_RANK]
    for row in named:
        if row not in listed:
            yield _Hit(row.role, "name", row.name)
    for row in reader.names_beginning(key, limit):  # our own titles before those that lists add
        if row.rank <= TITLE_RANK:
            yield _Hit(row.role, "name", row.name)
    for row in listed:
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
    every = " ".join(map(_begun, words))
    yield from _of(reader.search(f"{{title aliases}} : ({every})", limit), "name")
    yield from skilled
    if 2 < len(words) <= MAX_WORDS_WITHOUT_ONE:
        parts = map(_begun, words)
        without_one = " OR ".join(f"({' '.join(part)})" for part in combinations(parts, len(words) - 1))
        yield from _of(reader.search(f"{{title aliases}} : ({without_one})", limit), "some")
    if len(words) > 1:
        known = reader.spellings()
        in_names = [word for word in words if known.get(word) == IN_NAMES]
        if 0 < len(in_names) < len(words):  # "delivery guy": no job is called anything with a guy
            yield from _of(reader.search(f"{{title aliases}} : ({' '.join(map(_begun, in_names))})", limit), "some")
    yield from _of(reader.search(every, limit), "text")


def _begun(word: str) -> str:
    """Return the expression for words that begin with a word; of short ones the stem begins too many: `guy`, guide."""
    return f'"{word}"*' if len(word) >= MIN_BEGINNING else f'"{word}"'


def _of(hits: Iterable[SearchHit], matched: str) -> Iterator[_Hit]:
    return (_Hit(hit.role, matched) for hit in hits)


def _rows(reader: CatalogReader, hits: Sequence[_Hit], words: Sequence[str]) -> tuple[HitView, ...]:
    ids = [hit.role for hit in hits]
    families, roles, summaries = reader.families(), reader.roles(ids), reader.role_summaries_of(ids)
    return tuple(
        copied(
            HitView,
            roles[hit.role],
            role=hit.role,
            family_title=families[roles[hit.role].family].title,
            matched=hit.matched,
            matched_name=hit.name or _name(summaries[hit.role], hit, words),
            education=summaries[hit.role].education,
            education_fit=summaries[hit.role].education_fit,
            pay=key_pay_view(summaries[hit.role].pay),
            growth=key_figure_view("growth", summaries[hit.role].growth),
        )
        for hit in hits
    )


def _name(summary: RoleSummary, hit: _Hit, words: Sequence[str]) -> str:
    """Return the name of a role that has most of the words, the title before others; the title for a text."""
    if hit.matched not in ("name", "some"):
        return summary.title

    def held(name: str) -> int:
        parts = name_key(name).split()
        return sum(any(part.startswith(word) for part in parts) for word in words)

    return max((summary.title, *summary.aliases), key=held)
