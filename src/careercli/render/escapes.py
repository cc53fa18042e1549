"""Characters that a data format may hold and a terminal acts on, written as escapes that JSON and YAML both read."""

import re

ACTING = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Control and bidi characters that JSON leaves as they are."""


def escaped(text: str) -> str:
    r"""Return JSON, or YAML with double quotes around such text, with those characters as `\u202e`."""
    return ACTING.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
