"""Characters that a terminal acts on are spelled out, and those a stream lacks are written another way."""

import os
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.safe_text import escape_invisible, replace_unencodable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("\x1b]8;;http://x\x07link", "\\x1b]8;;http://x\\x07link"),
        ("a\x00b", "a\\x00b"),
        ("\x9b31m", "\\x9b31m"),
        ("\x7f", "\\x7f"),
        ("back\x08space", "back\\x08space"),
        ("abc\u202edef", "abc\\u202edef"),
        ("\u2066x\u2069", "\\u2066x\\u2069"),
        ("\u200bzero", "\\u200bzero"),
        ("\ufeffbom", "\\ufeffbom"),
        ("\u2028", "\\u2028"),
        ("\u00ad", "\\xad"),
        ("\ud800", "\\ud800"),
        (os.fsdecode(b"lad\xe9"), "lad\\xe9"),
        ("\ue000", "\\ue000"),
        ("\U000e0041", "\\U000e0041"),
        ("one\ntwo\r\tthree", "one two  three"),
    ],
)
def test_control_and_bidi_characters_are_spelled_out(text: str, shown: str) -> None:
    assert escape_invisible(text) == shown


@pytest.mark.parametrize(
    "text", ["plain", "Café", "日本語", "עברית", "नमस्ते", "👩\u200d🍳", "می\u200cخواهم", "[senior]", "a\u0301", "≥ 5 €"]
)
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert escape_invisible(text) == text


@given(st.text())
def test_whatever_is_shown_stands_on_one_line_and_moves_no_cursor(text: str) -> None:
    shown = escape_invisible(text)
    assert not [
        char
        for char in shown
        if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") and char not in "\u200c\u200d"
    ]
    assert shown.splitlines() in ([], [shown])


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("≥ $5–$9 · • … → ×", "ascii", ">= $5-$9 | * ... -> x"),
        ("├──●──┤ ◆━▶ ≈ −", "ascii", "|--o--| #=> ~ -"),
        ("€5 £6", "ascii", "EUR 5 GBP 6"),
        ("‘a’ “b” —\u00a0c", "ascii", "'a' \"b\" - c"),
        ("Café Straße", "ascii", "Cafe Stra?e"),
        ("日本", "ascii", "??"),
        ("€5 – • … ‘a’ é", "cp1252", "€5 – • … ‘a’ é"),
        ("≥ ├● → 日", "cp1252", ">= |o -> ?"),
        ("Łódź ő", "cp1252", "?ódz o"),
        ("€ é –", "latin-1", "EUR  é -"),
        ("≥ 日 🥐", "utf-8", "≥ 日 🥐"),
        ("≥ 日", "utf-16", "≥ 日"),
    ],
)
def test_what_an_encoding_lacks_is_written_with_what_it_has(text: str, encoding: str, shown: str) -> None:
    assert replace_unencodable(text, encoding) == shown


@given(st.text(), st.sampled_from(["ascii", "cp1252", "latin-1", "cp437", "koi8-r", "shift_jis"]))
def test_whatever_is_written_fits_the_encoding(text: str, encoding: str) -> None:
    replace_unencodable(escape_invisible(text), encoding).encode(encoding)


@given(st.text(st.characters(codec="ascii")), st.sampled_from(["ascii", "cp1252", "utf-8"]))
def test_plain_ascii_is_never_changed(text: str, encoding: str) -> None:
    assert replace_unencodable(text, encoding) == text
