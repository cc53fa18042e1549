"""Read what a role's credential lines require, and match them with the credentials that a person has.

Only what a line says plainly is read: that law requires the credential, that law requires it in some cases, in which
countries, or that nothing is required.
"""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from careercli.matching import name_key

LegalRequirement = Literal["law", "perhaps", "choice"]
"""Law demands it of everybody there; of some, and the words leave open of whom; of nobody."""

_COUNTRIES = {
    "US": r"United States|USA?|Americas?|Americans?|OSHA|FAA|IRS|EPA",
    "GB": r"Britain|British|United Kingdom|UK",
    "CA": r"Canada|Canadian|Red Seal",
    "AU": r"Australian?",
    "DE": r"Germany|German",
    "FR": r"France|French",
    "IT": r"Italy|Italian",
    "ES": r"Spain|Spanish",
    "EU": r"European Union|EU|Europe|European",
}
"""Words by which a line names a country, by ISO 3166 code; EU stands for all of its members."""
_REGIONS = {
    "US": r"California|New York|Texas|Florida|Oregon|Washington",
    "GB": r"England|Scotland|Wales|Northern Ireland|London",
    "CA": r"Ontario|Quebec|Alberta",
}
"""Words by which it names only a part of one, whose law need not be that of the whole."""
_WHOLE = {code: re.compile(rf"\b(?:{words})\b") for code, words in _COUNTRIES.items()}
_PART = {code: re.compile(rf"\b(?:{words})\b") for code, words in _REGIONS.items()}
_EU_MEMBERS = frozenset((
    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT",
    "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE",
))  # fmt: skip
_OTHER_CODES = {"UK": "GB", "USA": "US"}
_NOTHING = re.compile(r"\A(?:No (?:\w+ ){0,3}licen[cs]e|Most .{0,30}exempt)\b", re.I)
_DENIED = re.compile(r"\b(?:no (?:\w+ ){0,3}licen[cs]e|nothing else is required|is not licensed)\b", re.I)
_LAW = re.compile(
    r"\brequired by law(?: in(?: (?!for\b|to\b|on\b|once\b|if\b|before\b|some\b|many\b|a few\b)[\w'-]+){1,6})?"
    r"(?:[,;:.]|\Z| is\b| after\b)",
    re.I,
)
_PERHAPS = re.compile(
    r"\b(?:laws?|legal\w*|licen[cs]\w+|requir\w+|compulsory|mandatory|must|regist(?:er|ration)|permits?|protected)\b",
    re.I,
)
_OF_SOME = re.compile(r"\brequired by law\b[^;:]*\b(?:other|some|few|many) (?:American|US|states)", re.I)
_CHOICE = re.compile(r"\b(?:voluntary|optional|not a legal|does not|rather than the law)\b", re.I)
_LICENCE_WORDS = re.compile(r"\b(?:licen[cs]\w*|regist\w+|certif\w+|admission|admitted)\b")
_LESSER = frozenset((
    "private", "student", "provisional", "learner", "apprentice", "assistant", "expired", "inactive", "recreational",
    "temporary", "trainee",
))  # fmt: skip
"""Words that make a licence less than one to do the job."""
MAX_LENGTH = 120
_GENERIC = frozenset((
    "a", "an", "the", "of", "in", "for", "and", "or", "at", "to", "certified", "certificate", "certification", "level",
    "certifications", "exam", "license", "licence", "licensed", "card", "course", "training", "qualification", "state",
))  # fmt: skip
"""Words that every certificate's name may hold."""
_INITIALS = re.compile(r"\b(?:[A-Z][A-Z0-9]+|[A-Z]{1,4}\d+)\b")
_BRACKETS = re.compile(r"\(([^()]+)\)")


class CredentialRequirement(NamedTuple):
    """What one line of a role asks."""

    text: str
    demand: LegalRequirement
    countries: frozenset[str]
    """Where it counts; empty where the line names no country."""

    def applies_in(self, country: str) -> bool | None:
        """Say whether it counts in a country; None where the line is bound to some and the country is not known."""
        if not self.countries:
            return True
        code = _OTHER_CODES.get(country, country)
        if not code:
            return None
        return code in self.countries or (code in _EU_MEMBERS and "EU" in self.countries)


def parse_requirement(text: str) -> CredentialRequirement | None:
    """Return what a line asks; None where it says that nothing is needed."""
    if _NOTHING.search(text):
        return None
    whole = {code for code, words in _WHOLE.items() if words.search(text)}
    countries = whole | {code for code, words in _PART.items() if words.search(text)}
    demand: LegalRequirement = "choice"
    if _DENIED.search(text) or _CHOICE.search(text):
        pass
    elif _LAW.search(text) and not _OF_SOME.search(text) and (whole or not countries):
        demand = "law"
    elif _PERHAPS.search(text):
        demand = "perhaps"
    return CredentialRequirement(text, demand, frozenset(countries))


def names_credential(credential: str, line: str) -> bool:
    """Say whether a line names the paper: all words of its name, or of the initials beside it, stand in the line."""
    words = set(name_key(line).split())
    inside = _BRACKETS.findall(credential)
    for name in (credential, _BRACKETS.sub(" ", credential), *inside):
        own = set(name_key(name).split()) - _GENERIC
        if own and own <= words and (len(own) > 1 or _INITIALS.search(name)):
            return True
    return False


def acronyms(text: str) -> frozenset[str]:
    """Return the names in capitals, as `NCLEX` and `BLS`, that a text on papers holds."""
    return frozenset(_INITIALS.findall(text))


def is_license_for(credential: str, names_role: Callable[[str], bool | None]) -> bool:
    """Say whether a paper is a licence to do a job: it says licence, registered or the like, and names the job.

    `names_role` says whether words name the role (true), another one (false) or none (None). The longest name in the
    paper decides, so that a licensed practical nurse is no nurse; a private pilot's licence is none of the trade.
    """
    words = name_key(credential[:MAX_LENGTH]).split()
    if not _LICENCE_WORDS.search(" ".join(words)) or not _LESSER.isdisjoint(words):
        return False
    for length in range(min(len(words), 5), 0, -1):
        found = [names_role(" ".join(words[at : at + length])) for at in range(len(words) - length + 1)]
        if any(one is not None for one in found):
            return any(found)
    return False
