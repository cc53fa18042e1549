"""The rule of near-duplicate titles, by keys and not by pairs: ten thousand titles take a fraction of a second."""

import re
from collections.abc import Iterable, Iterator

from careercli.catalog.lint.context import Context
from careercli.catalog.lint.examples import BAKER, HEAD
from careercli.catalog.lint.rules import Example, Finding, Rule, make_finding, quoted
from careercli.catalog.references import KeyPath
from careercli.matching import name_key

MAX_TITLE_LENGTH = 80
"""Characters of a title that is compared."""
MIN_TITLE_LETTERS = 9
"""Letters from which one of them may be a slip: `sailor` and `tailor` are two jobs."""
MIN_WORD_LETTERS = 6
"""Letters of the word in which the slip stands."""
MAX_CANDIDATES = 50
"""Titles of one look that are kept to compare with; a catalog with more is not written by hand."""
_SMALL = frozenset(("a", "an", "and", "for", "in", "of", "the", "to"))
_SHORT = {
    "sr": "senior", "snr": "senior", "jr": "junior", "jnr": "junior", "mgr": "manager", "asst": "assistant",
    "assoc": "associate", "vp": "vice president", "exec": "executive", "engr": "engineer", "eng": "engineer",
    "dev": "developer", "admin": "administrator", "rep": "representative", "tech": "technician", "dir": "director",
}  # fmt: skip
_GENDERS = re.compile(r"\((?:[mfwdxhi]/){1,3}[mfwdxhi]\)", re.IGNORECASE)
"""What adverts put behind a title: (m/f/d)."""


def significant_words(title: str) -> list[str]:
    """Return the words of a title that tell jobs apart, spelled out and in the singular."""
    words = name_key(_GENDERS.sub("", title[:MAX_TITLE_LENGTH])).split()
    spelled = " ".join(_SHORT.get(word, word) for word in words).split()
    return [_singular(word) for word in spelled if word not in _SMALL]


def title_key(title: str) -> str:
    """Return the form in which two titles are one: words in any order, joined, without number and small words."""
    return "".join(sorted(significant_words(title)))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _near(context: Context) -> Iterator[Finding]:
    titles: list[tuple[str, KeyPath]] = [
        (role.title, ("roles", key, "title")) for key, role in context.concrete_roles.items()
    ]
    yield from _near_in(titles)
    for key, role in context.roles.items():
        yield from _near_in(
            [(level.title, ("roles", key, "levels", at, "title")) for at, level in enumerate(role.levels)]
        )


def _near_in(titles: Iterable[tuple[str, KeyPath]]) -> Iterator[Finding]:
    exact: dict[str, tuple[str, KeyPath]] = {}
    joined: dict[str, tuple[str, KeyPath]] = {}
    slips: dict[str, list[tuple[str, KeyPath]]] = {}
    for title, steps in titles:
        words = significant_words(title)
        other = exact.setdefault("".join(sorted(words)), (title, steps))
        if other[1] == steps:
            other = joined.setdefault("".join(words), (title, steps))
        if other[1] == steps:
            variants = _deletions(words)
            alike_so_far = (near for variant in variants for near in slips.get(variant, ()))
            other = next((near for near in alike_so_far if _is_typo(near[0], title)), other)
            for variant in variants:
                alike = slips.setdefault(variant, [])
                if len(alike) < MAX_CANDIDATES:
                    alike.append((title, steps))
        if other[1] != steps and words:
            nearly = f"{quoted(title)} is nearly {quoted(other[0])}"
            yield make_finding(f"{nearly}: two names for one job, or one name too like another", steps, other[1])


def _deletions(words: list[str]) -> set[str]:
    """Return what a title may look like with one letter left out of a long word, not its first one."""
    text = " ".join(words)
    if len(text) < MIN_TITLE_LETTERS or len(text) >= MAX_TITLE_LENGTH:
        return set()
    variants = {text}
    at = 0
    for word in words:
        if len(word) >= MIN_WORD_LETTERS and word.isalpha():
            variants |= {text[:cut] + text[cut + 1 :] for cut in range(at + 1, at + len(word))}
        at += len(word) + 1
    return variants


def _is_typo(one: str, other: str) -> bool:
    """Say whether two titles differ by one letter, or by two that changed places."""
    ones, others = significant_words(one), significant_words(other)
    if len(ones) != len(others):
        return False
    from rapidfuzz.distance import OSA  # only two titles that share all but a letter pay for this import

    return sum(OSA.distance(a, b, score_cutoff=1) for a, b in zip(ones, others, strict=True)) == 1


RULES = (
    Rule(
        "near-duplicate-titles",
        "warning",
        "Two titles are nearly the same.",
        "Titles of two roles, or of two levels of one role, that differ only by number, word order, a short form such "
        "as Sr., small words, hyphens or one letter of a long word. Readers take them for one; so does a search.",
        "Merge the two, or give one of them a title that says how it differs.",
        Example(
            f"{HEAD}{BAKER}  cakes:\n    title: Senior Pastry Cook\n    family: shop\n    summary: Bakes cakes.\n"
            "  pastry:\n    title: Pastry Cooks, Sr.\n    family: shop\n    summary: Bakes pies.\n",
            "Pastry Cooks, Sr.", "Pie Maker",
        ),
        _near,
    ),
)  # fmt: skip
