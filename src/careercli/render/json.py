"""A view as JSON: the contract with scripts."""

import msgspec


def render(view: msgspec.Struct) -> bytes:
    """Return the view as UTF-8 JSON, indented by two, with a line feed at its end."""
    return msgspec.json.format(msgspec.json.encode(view), indent=2) + b"\n"
