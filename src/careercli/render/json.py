"""A view as JSON: the contract with scripts."""

from typing import Any

import msgspec

from careercli.render.plain_data import json_bytes
from careercli.safe_text import escaped


def render(view: Any) -> str:
    """Return the view as JSON, indented by two, with a line feed at its end."""
    return escaped(msgspec.json.format(json_bytes(view), indent=2).decode()) + "\n"
