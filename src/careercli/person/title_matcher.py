"""Titles of positions -> roles: by name, by the title of a level, or nearly; a near tie is not guessed."""

import re
from typing import NamedTuple

from careercli.catalog.reader import CatalogReader
from careercli.matching import name_key

MAX_TITLE_LENGTH = 120
MAX_FUZZY_LOOKUPS = 200
"""Different titles of one person after which near spellings are no longer looked for among all names."""
MAX_CANDIDATES = 3
"""Roles that a question names."""
_SENIORITY_WORDS = frozenset((
    "senior", "sr", "junior", "jr", "lead", "principal", "staff", "chief", "head", "associate", "mid", "level", "entry",
    "intern", "trainee", "graduate", "apprentice", "student", "freelance", "contract", "temporary", "part", "time",
    "full", "acting", "interim", "assistant", "experienced", "i", "ii", "iii", "iv",
))  # fmt: skip
"""Words before or behind a title that say how far somebody had come, not in what."""
_CUT = re.compile(r"\s*(?:[,;|(/@]|\s[-–—]\s|\bat\b).*", re.IGNORECASE | re.DOTALL)


class TitleMatch(NamedTuple):
    """What a title was taken for: a role and how it was found, or candidates."""

    role: str | None
    matched_by: str
    candidates: tuple[str, ...] = ()


class TitleMatcher:
    """Looks titles up, each once."""

    def __init__(self, reader: CatalogReader) -> None:
        self._reader = reader
        self._known: dict[str, TitleMatch] = {}

    def match(self, title: str) -> TitleMatch:
        """Return the role that a title is: the whole title, what stands before a comma, or that without a rank."""
        key = name_key(title[:MAX_TITLE_LENGTH])
        if key not in self._known:
            self._known[key] = self._looked_up(title[:MAX_TITLE_LENGTH], key)
        return self._known[key]

    def _looked_up(self, title: str, key: str) -> TitleMatch:
        short = name_key(_CUT.sub("", title))
        bare = _without_rank(short)
        for text, how in ((key, "name"), (short, "name"), (bare, "name without rank")):
            roles = self._reader.roles_named(text) if text else ()
            levels = self._level_titles(text) if text and how == "name" and not roles else ()
            if found := roles or levels:
                is_one = len(found) == 1
                by = how if roles else "title of a level"
                return TitleMatch(found[0], by) if is_one else TitleMatch(None, "", found[:MAX_CANDIDATES])
        return self._near(bare)

    def _level_titles(self, key: str) -> tuple[str, ...]:
        """Return the roles that have a level of that title; the search table finds them without reading every role."""
        if not key.isascii():
            return ()
        hits = self._reader.search(f'body : "{key}"', 40)
        roles = self._reader.roles(hit.role for hit in hits)
        return tuple(
            role_id for role_id, role in roles.items() if any(name_key(level.title) == key for level in role.levels)
        )

    def _near(self, key: str) -> TitleMatch:
        """Return the role that is spelled nearly so, or those it could be: equally near ones, or ones that hold it."""
        if len(key) < 5 or len(self._known) > MAX_FUZZY_LOOKUPS:
            return TitleMatch(None, "")
        found = self._reader.name_matcher().match(key, self._reader.roles_named)
        if found.sure is not None:
            return TitleMatch(found.sure, "similar spelling")
        if found.candidates:
            return TitleMatch(None, "", found.candidates[:MAX_CANDIDATES])
        return TitleMatch(None, "", self._holding(key)[:MAX_CANDIDATES])

    def _holding(self, key: str) -> tuple[str, ...]:
        """Return roles with a name that holds the words as they are; the search table would take their stems."""
        hits = self._reader.search(f'{{title aliases}} : "{key}"', 40) if key.isascii() else []
        summaries = self._reader.role_summaries_of(hit.role for hit in hits)
        names = {role: (summary.title, *summary.aliases) for role, summary in summaries.items()}
        return tuple(hit.role for hit in hits if any(f" {key} " in f" {name_key(name)} " for name in names[hit.role]))


def _without_rank(key: str) -> str:
    """Return a title without the words of rank at its ends: `senior software engineer ii` -> `software engineer`."""
    words = key.split()
    while words and words[0] in _SENIORITY_WORDS:
        words = words[1:]
    while words and words[-1] in _SENIORITY_WORDS:
        words = words[:-1]
    return " ".join(words)
