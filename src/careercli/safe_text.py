"""Replace characters that a terminal or an encoding cannot show, before the layout."""

import re
import unicodedata
from typing import Any

ACTING = "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
"""Control and bidi characters, and the byte order mark, that JSON leaves as they are."""
_NO_CHARACTER = "[\ud800-\udfff]"
"""Half a pair, or a byte that was no text when the system gave us the name of a file."""

_BY_HAND = str.maketrans({
    "–": "-", "—": "-", "−": "-", "≥": ">=", "≤": "<=", "≈": "~", "·": "|", "•": "*", "…": "...", "→": "->",
    "←": "<-", "×": "x", "†": "^", "‡": "#", "●": "o", "◆": "#", "◇": "~", "━": "=", "─": "-", "├": "|", "┤": "|",
    "▶": ">", "◀": "<", "»": ">", "│": "|", "└": "`", "€": "EUR ", "£": "GBP ", "‘": "'", "’": "'", "“": '"', "”": '"',
    "\u00a0": " ",
})  # fmt: skip
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
"""Categories that a terminal acts on or does not show: escapes, bidi and zero-width controls, lone surrogates."""
_JOINERS = "\u200c\u200d"
"""Zero-width joiners belong to the spelling of some scripts and of emoji."""


def escape_invisible(text: str) -> str:
    r"""Return the text on one line, with every control and bidi character spelled out, as `\x1b`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_spelled(char) for char in text)


def _spelled(char: str) -> str:
    if char in "\n\r\t":
        return " "
    if unicodedata.category(char) not in _HIDDEN or char in _JOINERS:
        return char
    code = ord(char)
    if 0xDC80 <= code <= 0xDCFF:  # how Python writes a byte that is no text
        code -= 0xDC00
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def with_characters_only(value: Any) -> Any:
    r"""Return plain data in UTF-8's characters: what is none is spelled out, as `\xe9` for a byte."""
    if isinstance(value, str):
        return re.sub(_NO_CHARACTER, lambda match: _spelled(match.group()), value)
    if isinstance(value, dict):
        return {with_characters_only(key): with_characters_only(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [with_characters_only(item) for item in value]
    return value


def replace_unencodable(text: str, encoding: str) -> str:
    """Return the text with what the encoding lacks written another way: our signs by hand, bare letters, `?`."""
    if encoding.startswith("utf") or text.isascii():
        return text
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_substitute(char, encoding) for char in text)
    return text


def _substitute(char: str, encoding: str) -> str:
    for form in (char, char.translate(_BY_HAND)):
        if _fits(form, encoding):
            return form
    bare = "".join(part for part in unicodedata.normalize("NFKD", char) if _fits(part, encoding))
    return bare or "?"


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def escaped(text: str) -> str:
    r"""Return JSON, or YAML with double quotes around such text, with those characters as `\u202e`."""
    return re.sub(ACTING, lambda match: f"\\u{ord(match.group()):04x}", text)
