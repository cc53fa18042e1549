"""Tell licenses from other certificates by the words that catalogs use."""

import re
from collections.abc import Sequence

_LICENSE = r"\blicen[cs]"
_NONE_NEEDED = r"\bno (\w+ )?licen[cs]|\blicen[cs]\w* (is|are) not\b|\bnot licensed\b"
_AMERICAN = r"United States|America|\bstates?\b|\bUS\b"
_ELSEWHERE = (
    r"Brit(ain|ish)|United Kingdom|\bUK\b|England|Scotland|Wales|Europe|\bEU\b|Canad|Australia|India|Ireland|German"
)


def is_license(certificate: str) -> bool:
    """Say whether a certificate is a license that the law demands, and not the word that none is needed."""
    return bool(re.search(_LICENSE, certificate, re.I)) and not re.search(_NONE_NEEDED, certificate, re.I)


def american_first(licenses: Sequence[str]) -> str:
    """Return the license to name where one is named: that of the United States, whose figures all else is.

    Else the first, unless one of them is of another country: then nobody says what the law demands here.
    """
    american = (text for text in licenses if re.search(_AMERICAN, text))
    elsewhere = any(re.search(_ELSEWHERE, text) for text in licenses)
    return next(american, "" if elsewhere else next(iter(licenses), ""))
