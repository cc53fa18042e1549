"""Match names: which spellings are one name, which nearly, and whether a near one is sure enough to be taken."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import NamedTuple

MIN_SCORE = 88.0
"""The score from 0 to 100 from which a misspelled name may stand for what is called so ..."""
MIN_LEAD = 6.0
"""... if the next candidate is this many points behind."""
_BETWEEN = re.compile(r"[\W_]+")


class Match(NamedTuple):
    """What a name that nothing bears to the letter may stand for."""

    sure: str | None
    """The one candidate that is near enough, and far enough from the next; None where that is in doubt."""
    candidates: tuple[tuple[str, float], ...]
    """Candidates with their scores from 0 to 100, best first; 0 for those that only hold the words."""


def replace_undecodable(text: str) -> str:
    """Return the text with bytes that are no character replaced; they cannot name anything in a catalog."""
    return text.encode(errors="replace").decode()


def name_key(text: str) -> str:
    """Return the form in which spellings of a name are the same: `Customer-Service  Rep.` -> `customer service rep`."""
    folded = unicodedata.normalize("NFKD", text.replace("&", " and ")).casefold()
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    return _BETWEEN.sub(" ", bare).strip()


def match(key: str, keys: Iterable[str], bearers: Callable[[str], Iterable[str]], *, cutoff: float = 60) -> Match:
    """Return which of the things called `keys` a name may mean; `bearers` returns what is called by a key.

    Candidates score `cutoff` or more; below 70 keys that hold the words of the name are candidates where no spelling is
    near, and none of them is sure.
    """
    keys = list(keys)
    scores = fuzzy_matches(key, keys, limit=12, cutoff=cutoff)
    if not scores and cutoff < 70:
        scores = [(name, 0.0) for name, _ in fuzzy_matches(key, keys, limit=12, cutoff=cutoff, partial=True)]
    best: dict[str, float] = {}
    for name, score in scores:
        for bearer in bearers(name):
            best[bearer] = max(best.get(bearer, 0.0), score)
    ranked = sorted(best.items(), key=lambda entry: -entry[1])
    runner_up = ranked[1][1] if len(ranked) > 1 else 0.0
    sure = bool(ranked) and ranked[0][1] >= MIN_SCORE and ranked[0][1] - runner_up >= MIN_LEAD
    return Match(ranked[0][0] if sure else None, tuple(ranked))


def fuzzy_matches(
    query: str, names: Iterable[str], *, limit: int = 1, cutoff: float = 70, partial: bool = False
) -> list[tuple[str, float]]:
    """Return up to `limit` names that resemble `query`, best first, each with its score from `cutoff` to 100.

    The score is rapidfuzz's normalized edit distance, forgiving word order (token_sort_ratio); `partial` forgives
    missing words as well (WRatio). Ties keep the order of `names`.
    """
    from rapidfuzz import fuzz, process  # only a miss pays for this import

    matches = process.extract(
        query, list(names), scorer=fuzz.WRatio if partial else fuzz.token_sort_ratio, limit=limit, score_cutoff=cutoff
    )
    return [(name, score) for name, score, _ in matches]


def did_you_mean(text: str, names: Iterable[str]) -> str:
    """Return ` (did you mean 'x'?)` for the nearest name, or nothing."""
    best = fuzzy_matches(text, names)
    return f" (did you mean '{best[0][0]}'?)" if best else ""


class Suggestions:
    """`did_you_mean` for many faults at once: only the first few are worth the time that it takes."""

    def __init__(self, most: int = 50) -> None:
        self._left = most

    def __call__(self, text: str, names: Iterable[str]) -> str:
        """Return the suggestion, or nothing once `most` were made."""
        self._left -= 1
        return did_you_mean(text, names) if self._left >= 0 else ""
