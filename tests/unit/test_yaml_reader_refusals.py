"""What is no catalog at all is refused in one clear line with its place, fast, and never with a crash."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercli.catalog import yaml_builder
from careercli.catalog.yaml_reader import MAX_BYTES, parse, read_bytes
from careercli.errors import CatalogInvalid
from tests.conftest import read
from tests.unit.reading import HEAD, python, refusal

PARSE = """
import sys
from careercli.catalog.yaml_reader import parse
from careercli.errors import CatalogInvalid
try:
    parse("bad.yaml", sys.stdin.buffer.read())
except CatalogInvalid as error:
    print(error)
"""
DEEP = 100_000
DEPTH_BOMBS = {
    "brackets": b"[" * DEEP,
    "braces": b"{" * DEEP,
    "flow pairs": b"{a: " * DEEP,
    "closed brackets": b"[" * DEEP + b"]" * DEEP,
    "dashes": b"- " * DEEP,
    "question marks": b"? " * DEEP,
    "dashes under a key": b"name: deep\na:\n" + b"- " * DEEP,
    "after a byte order mark": b"\xef\xbb\xbf" + b"- " * DEEP,
    "after a carriage return": b"# a line\r" + b"- " * DEEP,
    "after a next-line character": b"# a line\xc2\x85" + b"- " * DEEP,
    "after a line separator": b"# a line\xe2\x80\xa8" + b"- " * DEEP,
    "after closing brackets in a comment": b"#" + b"]" * DEEP + b"\n" + b"[" * DEEP,
    "beside closing brackets in comments": b"[ #]\n" * DEEP,
    "beside closing brackets in texts": b'["]",' * DEEP,
    "beside closing brackets in plain text": b"a: ]]]\n" + b"[']', " * DEEP,
}


@pytest.mark.parametrize("content", DEPTH_BOMBS.values(), ids=DEPTH_BOMBS.keys())
def test_a_depth_bomb_is_refused_and_does_not_crash_the_process(content: bytes) -> None:
    done = python(PARSE, stdin=content)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"bad.yaml:")
    assert done.stdout.count(b"\n") == 1


def test_a_depth_bomb_is_located_and_explained() -> None:
    problem = refusal(b"name: x\na: " + b"[" * 1000)
    assert (problem.line, problem.column, problem.message) == (2, 43, "nested more than 40 levels deep")


def test_a_catalog_with_many_brackets_that_are_not_nested_is_no_bomb() -> None:
    aliases = ", ".join(f"'[{number}'" for number in range(500))
    catalog = read(HEAD + f"skills:\n  one: {{name: '[[[[', kind: tool, aliases: [{aliases}]}}\n")
    assert len(catalog.skills["one"].aliases) == 500


def bomb(levels: int, width: int) -> bytes:
    lines = [b"a0: &a0 [" + b",".join([b"x"] * width) + b"]"]
    for level in range(1, levels):
        inner = b",".join([b"*a%d" % (level - 1)] * width)
        lines.append(b"a%d: &a%d [%s]" % (level, level, inner))
    return b"\n".join(lines)


@pytest.mark.parametrize(("levels", "width"), [(9, 9), (30, 2), (3, 100), (2, 1000)])
def test_an_alias_bomb_is_refused_at_once(levels: int, width: int) -> None:
    start = time.monotonic()
    problem = refusal(bomb(levels, width))
    assert "aliases (*) that multiply to over 200,000 values: write them out" in problem.message
    assert problem.line > 0
    assert time.monotonic() - start < 2


def test_a_chain_of_aliases_that_nests_too_deep_is_refused() -> None:
    problem = refusal(bomb(600, 1))
    assert "nested more than 40 levels deep" in problem.message


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: &a [*a]", (1, 8)),
        ("a: 1\nb: &b {c: *b}", (2, 11)),
        ("a: 1\nb: &b\n  - c:\n    - *b", (4, 7)),
        ("&root\na: {b: {c: *root}}", (2, 12)),
    ],
)
def test_an_alias_that_holds_itself_is_refused_where_it_stands(text: str, place: tuple[int, int]) -> None:
    problem = refusal(text.encode())
    assert "is inside what it repeats" in problem.message
    assert (problem.line, problem.column) == place


def test_an_alias_of_nothing_is_refused_where_it_stands() -> None:
    problem = refusal(b"a: 1\nb: *nothing\n")
    assert (problem.line, problem.column) == (2, 4)
    assert "*nothing" in problem.message


def test_a_large_honest_file_with_one_small_alias_is_no_bomb() -> None:
    content = b"a: &a {b: c}\nd: *a\ne: [" + b"f," * 250_000 + b"]\ng: *a\n"
    assert parse("large.yaml", content).data["g"] == {"b": "c"}


@pytest.mark.parametrize("item", [b"a,", b"[],", b"{},"])
def test_every_value_counts_toward_the_limit(item: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_builder, "MAX_VALUES", 1_000)
    assert len(parse("full.yaml", b"a: [" + item * 1_000 + b"]").data["a"] or ()) == 1_000
    problem = refusal(b"a: [" + item * 1_001 + b"]")
    assert "more than 1,000 values: split it into several catalogs" in problem.message


def test_a_list_has_so_many_entries_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_builder, "MAX_ITEMS", 100)
    assert len(parse("full.yaml", b"a: [" + b"b," * 100 + b"]").data["a"] or ()) == 100
    problem = refusal(b"a:\n" + b"- b\n" * 101)
    assert (problem.line, problem.path) == (102, "a[100]")
    assert "more than 100 entries in one list: split it into several catalogs" in problem.message


def test_a_mapping_has_so_many_keys_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_builder, "MAX_KEYS", 100)
    text = "a:\n" + "".join(f"  k{number}: x\n" for number in range(100))
    assert len(parse("full.yaml", text.encode()).data["a"] or ()) == 100
    problem = refusal(f"{text}  last: x\n".encode())
    assert (problem.line, problem.path) == (102, "a")
    assert "more than 100 keys in one mapping" in problem.message


def test_a_file_above_the_limit_is_refused_before_it_is_read_as_yaml(tmp_path: Path) -> None:
    big = tmp_path / "big.yaml"
    big.write_bytes(b"# noise\n" * (MAX_BYTES // 8 + 1))
    with pytest.raises(CatalogInvalid, match=f"^{big}: larger than 32 MB: split it into several catalogs$"):
        read_bytes(str(big))


def test_an_endless_file_is_refused() -> None:
    with pytest.raises(CatalogInvalid, match="larger than "):
        read_bytes("/dev/zero")


def test_a_file_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    full = tmp_path / "full.yaml"
    full.write_bytes(b"#" * MAX_BYTES)
    assert len(read_bytes(str(full))) == MAX_BYTES


def test_a_missing_file_a_directory_and_a_way_through_a_file_are_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path, reason in (
        (tmp_path / "none.yaml", "no such file or directory"),
        (tmp_path, "is a directory"),
        (tmp_path / "file" / "x.yaml", "not a directory"),
        (tmp_path / ("x" * 300), "file name too long"),
    ):
        with pytest.raises(CatalogInvalid) as caught:
            read_bytes(str(path))
        assert str(caught.value) == f"{path}: cannot be read: {reason}"


def test_a_file_without_permission_is_named(nobody: Path) -> None:
    secret, own = nobody / "small.yaml", os.geteuid()
    os.seteuid(os.getuid())
    secret.chmod(0)
    os.seteuid(own)
    with pytest.raises(CatalogInvalid, match=f"^{secret}: cannot be read: permission denied$"):
        read_bytes(str(secret))


@pytest.mark.parametrize(
    ("content", "line", "column", "byte"),
    [
        (b"\xff", 1, 1, "0xff"),
        (b"name: caf\xe9\n", 1, 10, "0xe9"),
        (b"a: 1\nb: 2\ntitle: \x80", 3, 8, "0x80"),
        (b"a: 1\r\nb: \xfe\r\n", 2, 4, "0xfe"),
        ("title: Café é ".encode() + b"\xff", 1, 15, "0xff"),
        ("name: bäcker\n".encode("utf-16"), 1, 1, "0xff"),
    ],
)
def test_what_is_not_utf8_is_refused_at_its_line_and_column(content: bytes, line: int, column: int, byte: str) -> None:
    assert str(refusal(content)) == f"bad.yaml:{line}:{column}: not UTF-8: byte {byte}. Save the file as UTF-8"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_utf16_and_utf32_are_refused_in_one_line(encoding: str) -> None:
    problem = refusal(HEAD.encode(encoding))
    assert problem.message
    assert "\n" not in problem.message


def test_a_byte_order_mark_changes_nothing(small_text: str) -> None:
    assert read("\ufeff" + small_text) == read(small_text)


def test_windows_and_old_mac_line_ends_change_nothing(small_text: str) -> None:
    for end in ("\r\n", "\r"):
        assert read(small_text.replace("\n", end)) == read(small_text)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"# only a comment\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_told_how_a_catalog_begins(content: bytes) -> None:
    assert str(refusal(content)) == "bad.yaml: the file is empty. A catalog begins with 'schema_version: 1' and 'name:'"


@pytest.mark.parametrize("content", [b"text", b"- a\n- b\n", b"[]", b"47"])
def test_what_is_no_mapping_is_told_what_a_catalog_is(content: bytes) -> None:
    problem = refusal(content)
    assert problem.message == "a catalog is a mapping that begins with 'schema_version: 1'"
    assert problem.line == 1


@pytest.mark.parametrize(
    ("content", "line", "column", "words"),
    [
        (b"a: 1\n---\nb: 2\n", 2, 1, "a second document"),
        (b"a: 1\n\tb: 2\n", 2, 1, "found a tab character"),
        (b"a: 1\nb: note: 3\n", 2, 8, "Put text that contains ': ' in quotes"),
        (b"a: 1\nb: @home\n", 2, 4, "put text that begins with @, ` or % in quotes"),
        (b"a: 1\nb: `x`\n", 2, 4, "put text that begins with @, ` or % in quotes"),
        (b"a: [1\nb: 2\n", 2, 2, "flow sequence"),
        (b"a: 1\nb: 'x\n", 3, 1, "quoted scalar"),
        (b"a: 1\n  b: 2\n", 2, 4, "mapping values are not allowed"),
        (b"a: 1\nb\n", 3, 1, "could not find expected ':'"),
        (b'a: 1\nb: "\\q"\n', 2, 5, "unknown escape character"),
        (b"a: &x 1\nb: %x\n", 2, 4, "cannot start any token"),
    ],
)
def test_broken_yaml_is_refused_at_its_line_with_the_likely_remedy(
    content: bytes, line: int, column: int, words: str
) -> None:
    problem = refusal(content)
    assert words in problem.message
    assert (problem.line, problem.column) == (line, column)


@pytest.mark.parametrize("char", ["\x00", "\x01", "\x07", "\x1b", "\x7f", "\ufffe"])
def test_a_raw_control_character_is_refused_at_its_line_and_column(char: str) -> None:
    problem = refusal(f"a: 1\ntitle: é{char}b\n".encode())
    assert (problem.line, problem.column) == (2, 9)
    assert str(problem).isprintable()


@settings(max_examples=200)
@given(
    st.binary(max_size=80)
    | st.text(max_size=80).map(str.encode)
    | st.text("&*[]{}:-?!|>'\"%@ab1,# \n\t", max_size=60).map(str.encode)
)
def test_any_bytes_are_a_document_or_one_printable_line(content: bytes) -> None:
    told = ""
    try:
        parse("bad.yaml", content)
    except CatalogInvalid as error:
        told = str(error)
    assert "\n" not in told
