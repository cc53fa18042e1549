"""Rules of names: one name for one role, one role for one name, and no two titles that are nearly the same.

Titles are compared by keys and not by pairs: ten thousand take a fraction of a second.
"""

import re
from collections.abc import Iterable, Iterator

from careercli.catalog.lint.context import Context
from careercli.catalog.lint.examples import BAKER, HEAD, SELLER
from careercli.catalog.lint.rules import Example, Finding, Rule, make_finding, quoted
from careercli.catalog.references import KeyPath
from careercli.matching import name_key
from careercli.model import Role

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
_SAME = re.compile(
    r"\b(?:another|other|different|alternative|only a) (?:name|title|word|label)s? (?:of|for)\b"
    r"|\b(?:same|identical) (?:job|role|work|thing)\b.{0,40}\b(?:name|title|label|word)s?\b"
    r"|\bsynonym|^(?:the |exactly the )?(?:same|identical) (?:job|role)\.?$",
    re.IGNORECASE,
)


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


def _alias_is_title(context: Context) -> Iterator[Finding]:
    titles: dict[str, str] = {}
    for key, role in context.concrete_roles.items():
        titles.setdefault(name_key(role.title), key)
        titles.setdefault(" ".join(significant_words(role.title)), key)
    for key, aliases in context.alias_keys.items():
        for index, alias in enumerate(aliases):
            other = titles.get(alias) or titles.get(alias.removesuffix("s"), key)
            if other != key:
                written = quoted(context.concrete_roles[key].aliases[index])
                message = f"{written} is an alias of '{key}' and the title of '{other}'"
                yield make_finding(message, ("roles", key, "aliases", index), ("roles", other, "title"))


def _alias_of_two(context: Context) -> Iterator[Finding]:
    first: dict[str, tuple[str, int]] = {}
    for key, aliases in context.alias_keys.items():
        for index, alias in enumerate(aliases):
            other, place = first.setdefault(alias, (key, index))
            if other != key:
                written = quoted(context.concrete_roles[key].aliases[index])
                message = f"{written} is an alias of '{other}' and of '{key}'"
                yield make_finding(message, ("roles", key, "aliases", index), ("roles", other, "aliases", place))


def _related_is_alias(context: Context) -> Iterator[Finding]:
    for key, role in context.roles.items():
        names = set(context.alias_keys.get(key, ()))
        for other, reason in role.related.items():
            said = _why_only_an_alias(role, context.catalog.roles[other], names, reason)
            if said:
                yield make_finding(f"'{other}' is listed as related, but {said}", ("roles", key, "related", other))
        for index, feeder in enumerate(role.entry.feeders if role.entry else ()):
            is_own = name_key(feeder.title) in names or title_key(feeder.title) == title_key(role.title)
            if feeder.role is None and is_own:
                message = f"{quoted(feeder.title)} is a name of this role itself, so no one comes from there"
                yield make_finding(message, ("roles", key, "entry", "feeders", index, "title"))


def _why_only_an_alias(role: Role, similar_role: Role, names: set[str], reason: str) -> str:
    """Say how a neighbour is only another name of the role; nothing if it is a job of its own."""
    if name_key(similar_role.title) in names:
        return f"its title {quoted(similar_role.title)} is an alias of this role"
    if name_key(role.title) in map(name_key, similar_role.aliases):
        return f"{quoted(role.title)} is an alias of it"
    if title_key(similar_role.title) == title_key(role.title):
        return f"it has the same name: {quoted(similar_role.title)}"
    return "its own reason says it is only another name" if _SAME.search(reason[:2000]) else ""


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
            yield make_finding(
                f"{nearly}: is it one job with two names, or are the names too similar?", steps, other[1]
            )


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
        "alias-is-title",
        "error",
        "An alias is the title of another role.",
        "An alias is another name for the same job. A title comes before an alias, so the alias finds nothing, and "
        "search and import take one job for two, or two for one.",
        "Take the alias out. If it is in a catalog below, give that role a list of `aliases` without it. If the two "
        "are one job, merge them.",
        Example(f"{HEAD}{BAKER}    aliases: [seller]\n{SELLER}", "[seller]", "[bread maker]"),
        _alias_is_title,
    ),
    Rule(
        "alias-of-two-roles",
        "warning",
        "Two roles have the same alias.",
        "careercli cannot choose between the two. Whenever someone types the name, it asks which one they mean.",
        "Keep it for the role it fits better, or make it longer in both.",
        Example(
            f"{HEAD}{BAKER}    aliases: [breadsmith]\n{SELLER}    aliases: [bread-smith, Breadsmith]\n",
            "[bread-smith, Breadsmith]", "[bread-smith]",
        ),
        _alias_of_two,
    ),
    Rule(
        "related-is-alias",
        "warning",
        "A related role, or a job people come from, is only another name for the role.",
        "Lists of related careers are often lists of synonyms. A related role is a different job. Its title must not "
        "be an alias of this one, and its reason must not say that it is the same job. And no one comes into a job "
        "from the job itself.",
        "Make it an alias and drop the related role, or say how the two really differ.",
        Example(
            f"{HEAD}{BAKER}    related: {{seller: Another name for this role.}}\n{SELLER}",
            "Another name for this role.", "Sells what this role bakes.",
        ),
        _related_is_alias,
    ),
    Rule(
        "near-duplicate-titles",
        "warning",
        "Two titles are nearly the same.",
        "The titles of two roles, or of two levels of one role, differ only by a plural, word order, a short form "
        "such as Sr., small words, hyphens or one letter of a long word. Readers take them for one job, and so does "
        "search.",
        "Merge the two, or give one of them a title that says how it differs.",
        Example(
            f"{HEAD}{BAKER}  cakes:\n    title: Senior Pastry Cook\n    family: shop\n    summary: Bakes cakes.\n"
            "  pastry:\n    title: Pastry Cooks, Sr.\n    family: shop\n    summary: Bakes pies.\n",
            "Pastry Cooks, Sr.", "Pie Maker",
        ),
        _near,
    ),
)  # fmt: skip
