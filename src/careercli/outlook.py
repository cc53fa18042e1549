"""The words that the Bureau of Labor Statistics puts to a growth rate, which change with the projection decade."""

PHRASES = (
    "much faster than average",
    "faster than average",
    "about as fast as average",
    "slower than average",
    "little or no change",
    "decline",
)
_LOWER_EDGES: dict[str, tuple[int, int, int, int, int]] = {
    "2002-12": (36, 21, 10, 3, 0),
    "2006-16": (21, 14, 7, 3, -2),
    "2008-18": (20, 14, 7, 3, -2),
    "2024-34": (7, 5, 3, 1, 0),
}
"""The lowest rounded percent of the first five phrases, for the decades whose bands were checked against the
Occupational Outlook Handbook of that decade. Other decades get no phrase."""


def outlook_phrase(period: str | None, percent: float) -> str | None:
    """Return the phrase for `percent` growth over the decade `period` (`2024-34`), or None for an unchecked decade."""
    edges = _LOWER_EDGES.get(period or "")
    if edges is None:
        return None
    rounded = int(percent + 0.5) if percent >= 0 else -int(-percent + 0.5)
    for edge, phrase in zip(edges, PHRASES, strict=False):
        if rounded >= edge:
            return phrase
    return PHRASES[-1]
