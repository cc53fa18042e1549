"""How a name is compared: letters and digits only, in any case, with any punctuation between them."""

import re
import unicodedata

_BETWEEN = re.compile(r"[\W_]+")


def replace_undecodable(text: str) -> str:
    """Return the text with bytes that are no character replaced; they cannot name anything in a catalog."""
    return text.encode(errors="replace").decode()


def name_key(text: str) -> str:
    """Return the form in which spellings of a name are the same: `Customer-Service  Rep.` -> `customer service rep`."""
    folded = unicodedata.normalize("NFKD", text.replace("&", " and ")).casefold()
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    return _BETWEEN.sub(" ", bare).strip()
