"""Words that the program and its documents do not use of their own: they read like a translation, or are British.

A catalog may use them, and so may a quotation.
"""

import re
from collections.abc import Iterator

PHRASES = (
    # translated idioms
    r"one grows", r"one certifies", r"one's", r"asks for", r"comes? on top", r"carr(?:y|ies) over", r"brought along",
    r"is sought", r"is wanted", r"the way (?:leads|parts|forks|goes)", r"the road", r"save for", r"by way of",
    r"above all", r"seldom", r"whom", r"whoever", r"those who", r"somebody", r"nobody", r"everybody", r"anybody",
    r"answers? for (?:it|them)", r"other way round", r"like with like", r"at most so many", r"so many routes",
    r"not by this role", r"mend(?:s|ed|ing)?", r"gladly", r"daily bread", r"in short", r"stands? in", r"held against",
    r"speaks? of", r"spoken of", r"stands? (?:twice|beside|behind|there)", r"stood (?:beside|behind)", r"laid over",
    r"taken? up from", r"for ever", r"anew", r"aloud",
    # British spelling
    r"learnt", r"spelt", r"misspelt", r"licen(?:ces?|ced)", r"programmes?", r"behaviours?", r"colour(?:s|ed)?",
    r"neighbours?", r"neighbouring", r"labour", r"favours?", r"favourites?", r"judgements?", r"centres?",
    r"catalogues?", r"whilst", r"towards", r"upwards", r"downwards", r"afterwards", r"cheques?", r"grey", r"enrol",
    r"fulfil", r"skilful", r"modelling", r"labelled", r"travelled", r"cancelled", r"analys(?:e|ed|ing)",
    r"(?:organ|real|recogn|standard|special|priorit|summar|categor|minim|maxim|normal|general|capital|visual)is"
    r"(?:e|ed|es|ing|ation|ations)",
)  # fmt: skip
"""Patterns of whole words."""


def pattern(*more: str) -> re.Pattern[str]:
    """Return what finds the phrases, and more of them, as whole words in any case."""
    return re.compile(rf"\b(?:{'|'.join((*PHRASES, *more))})\b", re.IGNORECASE)


BANNED = pattern()


def banned(text: str) -> Iterator[str]:
    """Yield each phrase of a text that we do not use, with the words around it."""
    for found in BANNED.finditer(text):
        yield " ".join(text[max(0, found.start() - 40) : found.end() + 30].split())
