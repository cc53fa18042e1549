"""Views as JSON bytes, whatever the names of files in them are made of."""

from typing import Any

import msgspec

from careercli.safe_text import with_characters_only


def json_bytes(value: Any) -> bytes:
    """Return a view, or plain data, as JSON in UTF-8; bytes of a name that are no text are spelled out."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.json.encode(with_characters_only(msgspec.to_builtins(value)))
