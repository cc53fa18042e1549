"""Words that several answers use, and when one text is another in other words."""

import re
from collections.abc import Sequence

from careercli.matching import fuzzy_matches, name_key

_PLURAL = re.compile(r"[^su]s\s*$")
TRACKS = {"ic": "specialist", "management": "management"}
"""What the tracks of a ladder are called."""
NEEDS = {"must": "must have", "nice": "nice to have"}
"""What is said of how much a role needs a skill."""
_STATISTICS = {
    "low": "low end", "high": "high end", "mean": "average", "p10": "10th percentile", "p25": "25th percentile",
    "p75": "75th percentile", "p90": "90th percentile",
}  # fmt: skip
_FITS = {"part": ", a broader group", "proxy": ", a different job"}
NEAR = 75.0
"""From this score on a sentence is another one reworded; in published ladders, sentences up to 70 are strangers."""
NEAR_SHORT = 90.0
"""The same for up to three words, which look alike by chance: Presenting and Precepting have 80."""
IMPORT_HINT = (
    "Get official pay of all areas and earlier years from https://www.bls.gov/oes/tables.htm (areas: oesm25ma.zip), "
    "then type: careercli catalog import oesm25ma.zip"
)
"""How to have official pay that is not embedded."""


def is_plural(title: str) -> bool:
    """Say whether a title is in the plural, as official ones are: `Acute Care Nurses`, but not `Head of Sales`."""
    head = re.split(r" (?:of|for|in|to|at|on) |[(;]", title, maxsplit=1)[0]
    return any(_PLURAL.search(part) for part in head.split(","))


def pays(title: str) -> str:
    """Return the verb that goes with a title: a nurse pays, nurses pay."""
    return "pay" if is_plural(title) else "pays"


def statistic_word(statistic: str) -> str:
    """Return what a point of a distribution is called: `average`, `10th percentile`."""
    return _STATISTICS.get(statistic, statistic)


def fit_words(fit: str | None) -> str:
    """Return what stands behind the name of an official occupation that is not the job itself: `, a broader group`."""
    return _FITS.get(fit or "", "")


def is_reworded(old: str, new: str) -> bool:
    """Say whether two texts are one in other words."""
    return bool(reworded([old], [new]))


def reworded(removed: Sequence[str], added: Sequence[str]) -> dict[str, str]:
    """Return which new text is which old one in other words, the nearest pairs first, each text once."""
    near: list[tuple[float, str, str]] = []
    keys = {text: name_key(text) or text for text in (*removed, *added)}
    for one in removed if added else ():
        cutoff = NEAR if keys[one].count(" ") > 2 else NEAR_SHORT
        scores = dict(fuzzy_matches(keys[one], [keys[text] for text in added], limit=len(added), cutoff=cutoff))
        near += [(scores[keys[other]], one, other) for other in added if keys[other] in scores]
    pairs: dict[str, str] = {}
    for _, one, other in sorted(near, key=lambda entry: -entry[0]):
        if other not in pairs and one not in pairs.values():
            pairs[other] = one
    return pairs


_DEGREES = {
    "High school diploma or equivalent": "a high school diploma",
    "Some college, no degree": "some college",
    "Postsecondary nondegree award": "a certificate",
    "Associate's degree": "an associate's degree",
    "Bachelor's degree": "a bachelor's degree",
    "Master's degree": "a master's degree",
    "Doctoral or professional degree": "a doctorate",
}


def schooling(education: str) -> str:
    """Return the Bureau's class of education as it stands in a sentence: `a bachelor's degree`; nothing for none."""
    return _DEGREES.get(education, "")
