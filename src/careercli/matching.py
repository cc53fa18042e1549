"""Match names: which spellings are one name, and which are a slip of one that is sure enough to be taken."""

import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import islice, product

from msgspec import Struct

MIN_LENGTH = 4
"""Letters of a name from which a slip in it can be sure."""
MIN_WORD = 3
"""Letters of a word from which it can hold a slip."""
LONG_WORD = 8
"""Letters of a word from which it can hold two."""
MIN_BEGINNING = 4
"""Letters from which a word may be the beginning of another."""
MAX_RESPELLINGS = 8
"""Words that one word may stand for."""
MAX_SPELLINGS = 256
"""Ways to spell one name that are tried."""
BEGINS_ALIKE = 55
"""The resemblance, of 100, from which a name that begins alike is worth asking for."""
BEGUN = 9
"""Letters that a word counts as being off that was only begun."""
_BETWEEN = re.compile(r"[\W_]+")
SIGNED_NAME = r"(?<!\w)(?:(c\+\+)(?:\d\d\b)?|(c#)|(f#)|(\.net\b))"
"""Names of which letters and digits alone would say something else; each is a group."""
_SIGNED_NAME = re.compile(SIGNED_NAME, re.IGNORECASE)
_IN_LETTERS = ("cpp", "CSharp", "FSharp", "dotnet")


def replace_undecodable(text: str) -> str:
    """Return the text with bytes that are no character replaced; they cannot name anything in a catalog."""
    return text.encode(errors="replace").decode()


def spell_signs(text: str) -> str:
    """Return the text with the names that live by their signs in letters: `C++` -> `cpp`, `.NET` -> `dotnet`."""
    if not ("+" in text or "#" in text or "." in text):
        return text
    return _SIGNED_NAME.sub(lambda found: _IN_LETTERS[(found.lastindex or 1) - 1], text)


def name_key(text: str) -> str:
    """Return the form in which spellings of a name are the same: `Customer-Service  Rep.` -> `customer service rep`."""
    folded = unicodedata.normalize("NFKD", spell_signs(text).replace("&", " and ")).casefold()
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    return _BETWEEN.sub(" ", bare).strip()


class Match(Struct, frozen=True):
    """What a name that nothing bears to the letter may be a slip of."""

    sure: str | None
    """The one thing that is called so but for a slip; None where that is in doubt."""
    name: str | None
    """The name of it that was read, as a key."""
    candidates: tuple[str, ...]
    """Everything that may be meant, nearest first."""


class Respelling(Struct, frozen=True):
    """A word that another may be a slip of."""

    word: str
    edits: int
    """Letters dropped, added, swapped or wrong."""
    is_sure: bool
    """Whether it is near enough to be taken; a slip in the first letter, or a word that was only begun, is not."""


class NameMatcher:
    """Finds the names that a typed name may be a slip of.

    A slip is a slip of spelling: each word that nothing has stands for a word of names that is one letter off, from
    eight letters on two, and the name is found when all its words are there. A word that something has is never
    respelled, nor are numbers and words of one or two letters; it may still be the beginning of the one that was meant,
    which is then in doubt. Blanks, the order of words and an s at the end of one are forgiven.
    """

    def __init__(self, keys: Iterable[str], known: Container[str] = ()) -> None:
        self.known = known
        """Words that are spelled right, whether or not a name has them."""
        self._keys = tuple(dict.fromkeys(keys))
        self._words: dict[str, None] = {}
        self._ordered: dict[tuple[str, ...], list[str]] = {}
        """Names by their words in the order of the alphabet ..."""
        self._joined: dict[str, list[str]] = {}
        """... and by their letters without blanks."""
        for key in self._keys:
            words = key.split()
            self._words.update(dict.fromkeys(words))
            self._ordered.setdefault(tuple(sorted(words)), []).append(key)
            self._joined.setdefault("".join(words), []).append(key)
        self._respellings: dict[str, tuple[Respelling, ...]] = {}

    def match(self, key: str, bearers: Callable[[str], Iterable[str]]) -> Match:
        """Return what a name may be a slip of; `bearers` returns what is called by a key."""
        best: dict[str, tuple[bool, int, str]] = {}
        for name, (doubt, edits) in self.readings(key).items():
            for bearer in bearers(name):
                best.setdefault(bearer, (doubt, edits, name))
        ranked = sorted(best, key=lambda bearer: best[bearer][:2])
        sure = len(ranked) == 1 and not best[ranked[0]][0]
        return Match(ranked[0], best[ranked[0]][2], ()) if sure else Match(None, None, tuple(ranked))

    def readings(self, key: str) -> dict[str, tuple[bool, int]]:
        """Return the names that a key may be a slip of, nearest first: whether in doubt, and letters that differ."""
        joined = key.replace(" ", "")
        is_short = len(joined) < MIN_LENGTH
        found = dict.fromkeys(self._joined.get(joined, ()), (is_short, 0))
        options = [self.respellings(word) for word in key.split()]
        for words in islice(product(*options), MAX_SPELLINGS):
            cost = (is_short or not all(word.is_sure for word in words), sum(word.edits for word in words))
            for name in self._ordered.get(tuple(sorted(word.word for word in words)), ()):
                found[name] = min(cost, found.get(name, cost))
        typed = key.split()
        for place, word in enumerate(typed):
            for longer in self._begun_by(word):
                for name in self._ordered.get(tuple(sorted((*typed[:place], longer, *typed[place + 1 :]))), ()):
                    found.setdefault(name, (True, BEGUN))
        return dict(sorted(found.items(), key=lambda entry: entry[1]))

    def respellings(self, word: str) -> tuple[Respelling, ...]:
        """Return the word itself if something has it, else the words of names that it may be a slip of."""
        if word not in self._respellings:
            self._respellings[word] = tuple(self._respelled(word))
        return self._respellings[word]

    def holding(self, key: str) -> list[str]:
        """Return the names that hold every word of a key, or one that begins with it, the shortest first."""
        words = key.split()
        longest = max(words, key=len, default="")
        names = [name for name in self._keys if longest in name] if longest else []
        return sorted((name for name in names if _holds(name.split(), words)), key=len)

    def _begun_by(self, word: str) -> list[str]:
        """Return the words that begin with a word that something has; one that nothing has is respelled."""
        is_known = len(word) >= MIN_BEGINNING and (word in self._words or word in self.known)
        return [other for other in self._words if other.startswith(word) and other != word] if is_known else []

    def _respelled(self, word: str) -> Iterator[Respelling]:
        plurals = [other for other in (f"{word}s", word.removesuffix("s")) if other != word and other in self._words]
        if word in self._words or word in self.known or len(word) < MIN_WORD or any(map(str.isdigit, word)):
            yield Respelling(word, 0, True)
            yield from (Respelling(other, 1, True) for other in plurals)
            return
        near = list(respellings(word, self._words))
        yield from near
        if len(word) >= MIN_BEGINNING:
            slips = {other.word for other in near}
            begun = [other for other in self._words if other.startswith(word) and other not in slips]
            yield from (Respelling(other, BEGUN, False) for other in sorted(begun, key=len)[:MAX_RESPELLINGS])


def respellings(word: str, words: Iterable[str]) -> Iterator[Respelling]:
    """Yield those of the words that a word may be a slip of, nearest first; none for numbers and very short words."""
    if len(word) < MIN_WORD or any(map(str.isdigit, word)):
        return
    from rapidfuzz import process  # only a miss pays for this import
    from rapidfuzz.distance import OSA

    most = 2 if len(word) >= LONG_WORD else 1
    near = process.extract(word, list(words), scorer=OSA.distance, score_cutoff=most, limit=MAX_RESPELLINGS)
    for other, edits, _ in near:
        same_start = other[0] == word[0] or (other[:2] == word[1::-1] and edits == 1)
        is_near = same_start or (edits == 1 and (len(word) > MIN_LENGTH or len(other) > len(word)))
        if is_near and not any(map(str.isdigit, other)):
            yield Respelling(other, edits, same_start)


def _holds(held: Sequence[str], words: Sequence[str]) -> bool:
    return all(
        word in held or (len(word) >= MIN_BEGINNING and any(other.startswith(word) for other in held)) for word in words
    )


def fuzzy_matches(query: str, names: Iterable[str], *, limit: int = 1, cutoff: float = 70) -> list[tuple[str, float]]:
    """Return up to `limit` names that resemble `query`, best first, each with its score from `cutoff` to 100.

    The score is rapidfuzz's normalised edit distance, forgiving word order (token_sort_ratio). Ties keep the order of
    `names`.
    """
    from rapidfuzz import fuzz, process  # only a miss pays for this import

    matches = process.extract(query, list(names), scorer=fuzz.token_sort_ratio, limit=limit, score_cutoff=cutoff)
    return [(name, score) for name, score, _ in matches]


def did_you_mean(text: str, names: Iterable[str]) -> str:
    """Return ` (did you mean 'x'?)` for the nearest name, or nothing.

    A name that begins alike needs less resemblance: `duty` is near `duties`.
    """
    known = tuple(names)
    best = fuzzy_matches(text, known)
    if not best and len(text) > MIN_WORD:
        alike = [name for name in known if name[:MIN_WORD] == text[:MIN_WORD]]
        best = fuzzy_matches(text, alike, cutoff=BEGINS_ALIKE)
    return f" (did you mean '{best[0][0]}'?)" if best else ""


class Suggestions:
    """`did_you_mean` for many faults at once: only the first few are worth the time that it takes."""

    def __init__(self, most: int = 50) -> None:
        self._left = most

    def __call__(self, text: str, names: Iterable[str]) -> str:
        """Return the suggestion, or nothing once `most` were made."""
        self._left -= 1
        return did_you_mean(text, names) if self._left >= 0 else ""
