"""A view as JSON: the contract with scripts."""

import re

import msgspec

_ACTING = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Characters that JSON may hold and a terminal acts on."""


def render(view: msgspec.Struct) -> bytes:
    """Return the view as UTF-8 JSON, indented by two, with a line feed at its end."""
    payload = msgspec.json.format(msgspec.json.encode(view), indent=2) + b"\n"
    text = payload.decode()
    return _ACTING.sub(_escaped, text).encode() if _ACTING.search(text) else payload


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
