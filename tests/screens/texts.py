"""What a view says in the catalog's own words, which a screen may repeat."""

import re

import msgspec

from careercli.answers.shared.view_parts import AnswerView
from tests.screens.words import all_texts

SHORTEST = 4
"""Characters of a text that is taken for the catalog's; a shorter one may be a word of ours."""


def texts_of(view: AnswerView) -> frozenset[str]:
    """Return every text of a view, its sentences, and each as it stands within a sentence."""
    found = {text for text in all_texts(msgspec.to_builtins(view)) if len(text) >= SHORTEST}
    found |= {sentence for text in found for sentence in re.split(r"(?<=\.) ", text)}
    return frozenset(found | {text[:1].lower() + text[1:] for text in found})
