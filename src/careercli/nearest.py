"""Names that look alike: the one place that judges how near two spellings are."""

from collections.abc import Iterable


def fuzzy_matches(
    query: str, names: Iterable[str], *, limit: int = 1, cutoff: float = 70, partial: bool = False
) -> list[tuple[str, float]]:
    """Return up to `limit` names that resemble `text`, best first, each with its score from `cutoff` to 100.

    The score is rapidfuzz's normalised edit distance, forgiving word order (token_sort_ratio); `loose` forgives missing
    words as well (WRatio). Ties keep the order of `names`.
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
