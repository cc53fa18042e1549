"""The rule of schooling: what a role calls typical must be enough for the licence that it needs."""

import re
from collections.abc import Iterator

from careercli.catalog.lint.context import Context
from careercli.catalog.lint.examples import BAKER, HEAD
from careercli.catalog.lint.rules import Example, Finding, Rule, make_finding
from careercli.catalog.references import KeyPath
from careercli.model import Role

BACHELOR = 3
"""The class from which official entry education is taken for what a licence needs; below it is often only usual."""
MAX_TEXT_LENGTH = 2_000
"""Characters of a text that are read."""
_CLASSES = (
    (5, "a doctoral or professional degree", re.compile(
        r"\bdoctora(?:te|l)\b|\bdoctor(?:'s| of| in)\b|\bph\.?d|\bpsy\.?d|\bpharm\.?d|\bj\.?d\b|\bm\.?d\b"
        r"|\bdds\b|\bdvm\b|\bprofessional degree|\b(?:medical|law|dental|veterinary) school")),
    (4, "a master's degree", re.compile(
        r"\bmaster['’]s|\bmasters? (?:degree|of|in)\b|\bmba\b|\bmsc\b|\bmsw\b|\bm\.arch|\bmpharm|\bmeng\b")),
    (3, "a bachelor's degree", re.compile(r"\bbachelor|\bb\.?sc\b|\bbeng\b|\bb\.arch|\bundergraduate degree")),
    (2, "an associate degree", re.compile(r"\bassociate(?:'s)? degree|\bassociate (?:of|in)\b")),
    (1, "a diploma below a degree", re.compile(
        r"\bhigh[- ]school|\bschool[- ]leav|\bpostsecondary|\bnondegree|\bno degree|\bno formal|\bsome college"
        r"|\bsecondary school|\bno (?:schooling|diploma|qualification)|\bapprenticeship|\btrade school")),
)  # fmt: skip
_ANY_DEGREE = re.compile(r"(?<!no )(?<!associate )(?<!associate's )\bdegree")
_LICENCE = re.compile(r"\blicen[cs](?:e|es|ed|ing|ure)\b|\badmi(?:ssion|tted) to\b|\bbar\b|\bregistration\b|\bby law\b")
_NEEDED = re.compile(
    r"\brequir|\bby law\b|\bneed|\bmandatory\b|\bobligatory\b|\bmust\b|\bdemand|\basks? for\b|\bprotected\b"
)


def rank(text: str) -> int:
    """Return the highest class of schooling that a text names, from 5 down to 1; 0 where it names none."""
    bare = text[:MAX_TEXT_LENGTH].casefold()
    named = next((number for number, _, pattern in _CLASSES if pattern.search(bare)), 0)
    return max(named, 3) if _ANY_DEGREE.search(bare) else named


def _named(text: str) -> int:
    """Return the highest class that a text names in so many words: 'a degree' alone is none."""
    bare = text[:MAX_TEXT_LENGTH].casefold()
    return next((number for number, _, pattern in _CLASSES if number > 1 and pattern.search(bare)), 0)


def _below_licence(context: Context) -> Iterator[Finding]:
    for key, role in context.roles.items():
        called = _called_typical(role, key)
        if called is None:
            continue
        typical, here = called
        for steps, needed, text in _license_requirements(context, role, ("roles", key)):
            if needed > typical:
                yield make_finding(f"typical says {_words(typical)}, but {text} {_words(needed)}", here, steps)
                break


def _called_typical(role: Role, key: str) -> tuple[int, KeyPath] | None:
    """Return the highest class of schooling that a role calls typical, and where; None where it names none."""
    typical = rank(role.education.typical) if role.education and role.education.typical else 0
    if typical:
        return typical, ("roles", key, "education", "typical")
    for index, figure in enumerate(role.figures):
        if figure.measure == "entry-education" and figure.of and rank(figure.of):
            return rank(figure.of), ("roles", key, "figures", index, "of")
    return None


def _license_requirements(context: Context, role: Role, here: KeyPath) -> Iterator[tuple[KeyPath, int, str]]:
    """Yield the classes of schooling that a licence of the role needs, with where that is said."""
    licensed = False
    texts = [(("education", "certificates"), role.education.certificates)] if role.education else []
    texts += [(("entry", "steps"), role.entry.steps)] if role.entry else []
    for parts, items in texts:
        for index, text in enumerate(items):
            bare = text[:MAX_TEXT_LENGTH].casefold()
            if _LICENCE.search(bare) and _NEEDED.search(bare):
                licensed = licensed or "certificates" in parts
                yield (*here, *parts, index), _named(text), "its license needs"
    links = [link for link in role.occupations if link.fit == "exact"]
    if licensed and len(links) == 1:
        for position, figure in enumerate(context.catalog.occupations[links[0].code].figures):
            if figure.measure == "entry-education" and figure.of and _named(figure.of) >= BACHELOR:
                steps: KeyPath = ("occupations", links[0].code, "figures", position)
                yield steps, _named(figure.of), "it needs a license, and people enter its occupation with"


def _words(number: int) -> str:
    return next(words for at, words, _ in _CLASSES if at == number)


RULES = (
    Rule(
        "education-below-licence",
        "warning",
        "The typical education is not enough for the license.",
        "The role needs a license, and the license needs a higher degree than `typical` names. Or people enter the "
        "official occupation of the role with such a degree. If you plan with the lower one, you cannot get the job. "
        "Text that names no level of education is not checked.",
        "Write what the license needs in `typical`. If there is another way in, add it to `alternatives`.",
        Example(
            f"{HEAD}{BAKER}    education:\n      typical: A high school diploma\n"
            "      certificates: [A state license that requires a bachelor's degree]\n",
            "A high school diploma", "A bachelor's degree in baking science",
        ),
        _below_licence,
    ),
)  # fmt: skip
