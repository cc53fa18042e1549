"""The words of a search as the catalog spells them: a word that nothing has is corrected, or counts nothing."""

from collections.abc import Sequence
from typing import NamedTuple

from careercli.catalog.reader import CatalogReader
from careercli.matching import MIN_LENGTH, respellings


class SearchWords(NamedTuple):
    """The words that are searched for, and those that nothing has."""

    words: tuple[str, ...]
    ignored: tuple[str, ...] = ()


def corrected(reader: CatalogReader, words: Sequence[str]) -> SearchWords:
    """Return the words as typed where names have them all, else those of the name that they are a slip of.

    Where they are a slip of no name each word counts by itself: as it is if a role has it, or a word that begins with
    it, or another form of it; else corrected, else ignored.
    """
    key = " ".join(words)
    if reader.names_beginning(key, 1) or not words:
        return SearchWords(tuple(words))
    spellings = reader.spellings()
    if not all(word in spellings for word in words):
        for name in reader.name_matcher().readings(key):
            return SearchWords(tuple(name.split()))
    found = {word: _corrected(reader, word, spellings) for word in words}
    kept = tuple(word for word in map(found.__getitem__, words) if word is not None)
    return SearchWords(kept, tuple(word for word in found if found[word] is None))


def _corrected(reader: CatalogReader, word: str, spellings: dict[str, int]) -> str | None:
    """Return the word if something has it, else the nearest: of names before skills before texts."""
    if word in spellings or reader.search(f'"{word}"', 1) or any(other.startswith(word) for other in spellings):
        return word
    if len(word) < MIN_LENGTH or word in reader.name_matcher().known:
        return None
    near = (other for other in respellings(word, spellings) if other.is_sure)
    best = min(near, key=lambda other: (other.edits, spellings[other.word]), default=None)
    return best.word if best else None
