"""A view as JSON: the contract with scripts."""

from typing import Any

import msgspec

from careercli.safe_text import escaped


def render(view: Any) -> str:
    """Return the view as JSON, indented by two, with a line feed at its end."""
    return escaped(msgspec.json.format(msgspec.json.encode(view), indent=2).decode()) + "\n"
