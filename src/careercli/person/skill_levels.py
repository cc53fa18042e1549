"""Turn words for skill levels into 0 to 100 by a table that answers show; None for words without a level.

A beginner is near 25, someone who works alone near 70, a master above 80. For two levels ("intermediate to advanced")
the lower one counts.
"""

import re

from careercli.matching import name_key

LEVEL_WORDS: tuple[tuple[int, tuple[str, ...]], ...] = (
    (10, ("aware", "awareness", "exposure", "a1", "minimal")),
    (25, ("beginner", "beginning", "basic", "basics", "novice", "elementary", "fundamental", "fundamentals", "entry",
          "starter", "learning", "trainee", "junior", "a2", "limited")),
    (40, ("familiar", "familiarity", "lower intermediate", "pre intermediate", "b1", "some", "conversational")),
    (50, ("intermediate", "moderate", "medium", "average", "competent", "working knowledge", "limited working")),
    (60, ("upper intermediate", "b2", "good", "solid", "practised", "practiced", "experienced", "confident",
          "professional working")),
    (65, ("proficient", "proficiency", "skilled", "mid")),
    (75, ("advanced", "strong", "fluent", "very good", "senior", "full professional", "c1", "professional")),
    (85, ("highly proficient", "highly skilled", "excellent", "extensive", "specialist")),
    (95, ("expert", "master", "mastery", "native", "bilingual", "guru", "ninja", "c2", "outstanding")),
)  # fmt: skip
"""Levels with the words that stand for them, in the form in which names are compared."""
LEVELS_BY_YEARS: tuple[tuple[float, int], ...] = ((10, 90), (5, 75), (3, 60), (1, 45), (0, 25))
"""From so many years on, this level: practice is no proof of skill, so the steps are wide."""

_BY_WORDS = {words: level for level, group in LEVEL_WORDS for words in group}
_SHARE = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)\s*(?:/|\bof\b|\bout of\b)\s*(\d{1,3})\b", re.ASCII)
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)\s*(?:%|percent\b)", re.ASCII)
_SPAN = re.compile(r"(\d{1,2}(?:\.\d{1,2})?)\s*\+?\s*(years?|yrs?|months?)\b", re.ASCII)
_DENIED = re.compile(r"\b(no|not|none|never|without|zero)\b")
_STARS = re.compile(r"[★☆●○⬤◯]{3,10}")


def skill_level_of(text: str) -> int | None:
    """Return the level that the words stand for, from 0 to 100; None for words, or a bare number, without a scale."""
    said = text[:80].casefold()
    if _DENIED.search(said):
        return None
    if stars := _STARS.search(said):
        return round(100 * sum(sign in "★●⬤" for sign in stars[0]) / len(stars[0]))
    if (share := _SHARE.search(said)) and 0 < float(share[2]) >= float(share[1]):
        return round(100 * float(share[1]) / float(share[2]))
    if (percent := _PERCENT.search(said)) and float(percent[1]) <= 100:
        return round(float(percent[1]))
    if span := _SPAN.search(said):
        years = float(span[1]) / (12 if span[2].startswith("month") else 1)
        return next(level for least, level in LEVELS_BY_YEARS if years >= least)
    return _by_words(name_key(said).split())


def _by_words(words: list[str]) -> int | None:
    """Return the lowest level among the words; two words that stand for one level are not taken apart."""
    found: list[int] = []
    place = 0
    while place < len(words):
        pair = " ".join(words[place : place + 2])
        if pair in _BY_WORDS:
            found.append(_BY_WORDS[pair])
            place += 1
        elif words[place] in _BY_WORDS:
            found.append(_BY_WORDS[words[place]])
        place += 1
    return min(found, default=None)
