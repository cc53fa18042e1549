"""No state of the cache changes an answer or fails a run."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import SMALL
from tests.unit.caching import STAMPS, age, ask, believe, indexes, read_stamps, stat_of, titles, watched, write_stamps

TITLES = ["Baker", "Pastry Chef", "Bakery Manager", "Flour Buyer"]
Damage = Callable[[Path], None]


@pytest.fixture
def index(cache: Path) -> Path:
    """Return the index of the sample catalog, fresh and believed."""
    titles(SMALL)
    age(cache)
    return indexes(cache)[0]


def foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE meta (key TEXT, value TEXT)")
    connection.close()


def without_rows(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM meta")
    connection.close()


def directory(path: Path) -> None:
    path.unlink()
    path.mkdir()


def loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/null")


def cut(size: Callable[[int], int]) -> Damage:
    return lambda path: os.truncate(path, size(path.stat().st_size))


def overwritten(content: bytes, *, behind: int = 0) -> Damage:
    def damage(path: Path) -> None:
        path.write_bytes(path.read_bytes()[:behind] + content)

    return damage


DAMAGES: dict[str, Damage] = {
    "gone": Path.unlink,
    "empty": cut(lambda _: 0),
    "one byte": cut(lambda _: 1),
    "a header": cut(lambda _: 100),
    "half": cut(lambda size: size // 2),
    "one page short": cut(lambda size: size - 4096),
    "zeroed": overwritten(bytes(60_000)),
    "zeroed after the header": overwritten(bytes(60_000), behind=100),
    "text": overwritten(b"not an index"),
    "noise": overwritten(bytes(range(256)) * 999),
    "noise after the header": overwritten(bytes(range(256)) * 999, behind=100),
    "another program's": foreign,
    "without rows": without_rows,
    "a directory": directory,
    "a link to itself": loop,
    "a device": device,
}


@pytest.mark.parametrize("believed", [False, True], ids=["noticed", "believed"])
@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_index_is_made_anew_and_the_answer_is_the_same(
    damage: Damage, believed: bool, index: Path, cache: Path
) -> None:
    whole = ask(SMALL)
    damage(index)
    if believed and index.exists():
        believe(cache)
    assert ask(SMALL) == whole
    assert ask(SMALL) == whole


def test_after_damage_the_next_question_finds_a_fresh_index_again(index: Path, cache: Path) -> None:
    os.truncate(index, 5000)
    titles(SMALL)
    age(cache)
    assert watched(SMALL) == (TITLES, [], False)


def test_a_page_of_zeros_anywhere_in_a_believed_index_changes_no_answer(index: Path, cache: Path) -> None:
    whole, content = ask(SMALL), index.read_bytes()
    for start in range(0, len(content), 4096):
        index.write_bytes(content[:start] + bytes(4096) + content[start + 4096 :])
        believe(cache)
        assert ask(SMALL) == whole, f"page {start // 4096}"


def test_a_flipped_byte_anywhere_is_noticed_by_the_stamp(index: Path, cache: Path) -> None:
    whole, content = ask(SMALL), index.read_bytes()
    for position in [*range(0, 100, 9), *range(100, len(content), 1999)]:
        index.write_bytes(content[:position] + bytes([content[position] ^ 0xFF]) + content[position + 1 :])
        assert ask(SMALL) == whole, f"byte {position}"


def test_a_flipped_byte_in_a_believed_index_never_fails_a_run(index: Path, cache: Path) -> None:
    content = index.read_bytes()
    for position in [*range(0, 100, 3), *range(100, len(content), 397)]:
        index.write_bytes(content[:position] + bytes([content[position] ^ 0xFF]) + content[position + 1 :])
        believe(cache)
        try:
            ask(SMALL)
        except Exception as error:
            raise AssertionError(f"byte {position}: {error!r}") from error


NO_JSON = [b"", b"{", b"[]", b"null", b"47", b"\x00" * 99, b"\xff\xfe", b"{}", b'{"version": 7}']
NO_LAYERS = [
    b"1",
    b'{"P": null}',
    b'{"P": 1, "P": 2}',
    b'{"' + b"x" * 1_000_000 + b'": 1}',
    b"[" * 100_000 + b"]" * 100_000,
]
NO_STAMP = [
    b'"files": [], "read_ns": 0, "index": ""',
    b'"files": [[1]], "read_ns": 0, "index": "x"',
    b'"files": [], "read_ns": 0, "index": "\\u0000"',
    b'"files": [], "read_ns": 0, "index": "\\ud800"',
    b'"files": [], "read_ns": 0, "index": "../../x"',
    b'"files": [[1, 2, 3, 99999999999999999999999]], "read_ns": -5, "index": "x"',
    b'"other": ' + b"[" * 100_000 + b"]" * 100_000,
]
GARBAGE = [
    *NO_JSON,
    *(b'{"version": "V", "layers": %s}' % layers for layers in NO_LAYERS),
    *(b'{"version": "V", "layers": {"P": {%s}}}' % stamp for stamp in NO_STAMP),
    *(b'{"version": "V", "other": %s}' % layers for layers in NO_LAYERS),
]


@pytest.mark.parametrize("content", GARBAGE, ids=range(len(GARBAGE)))
def test_garbage_in_the_stamps_is_no_stamps(content: bytes, index: Path, cache: Path) -> None:
    stamps = read_stamps(cache)
    content = content.replace(b'"V"', f'"{stamps["version"]}"'.encode()).replace(b'"P"', f'"{SMALL}"'.encode())
    (cache / STAMPS).write_bytes(content)
    assert titles(SMALL) == TITLES
    before = stat_of(index)
    assert titles(SMALL) == TITLES
    assert stat_of(index) == before, "the stamps are good again, so nothing is compiled"


def test_stamps_of_another_version_are_no_stamps(index: Path, cache: Path) -> None:
    write_stamps(cache, {**read_stamps(cache), "version": "0.0.0/1"})
    assert watched(SMALL)[2], "compiled anew"
    assert read_stamps(cache)["version"] != "0.0.0/1"


def test_stamps_that_are_a_directory_are_no_stamps(index: Path, cache: Path) -> None:
    (cache / STAMPS).unlink()
    (cache / STAMPS).mkdir()
    assert titles(SMALL) == TITLES


@pytest.mark.parametrize(
    "place", ["/proc/nothing", "/dev/null", "/dev/null/x", "file", "file/below", "x" * 300, "loop"]
)
def test_a_cache_that_cannot_be_made_is_no_cache(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "loop").symlink_to("loop")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / place))
    assert titles(SMALL) == TITLES
    assert titles(SMALL) == TITLES
    assert (tmp_path / "file").read_text() == "mine"


def test_a_home_that_does_not_exist_is_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/proc/nobody")
    assert titles(SMALL) == TITLES


@pytest.mark.parametrize("warm", [False, True])
@pytest.mark.parametrize("changed", [False, True])
def test_a_read_only_cache_answers_the_same(
    warm: bool, changed: bool, nobody: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(nobody / "cache"))
    catalog, own = nobody / "small.yaml", os.geteuid()
    os.seteuid(os.getuid())
    (nobody / "cache").mkdir(mode=0o755)
    if warm:
        titles(catalog)
        for path in (nobody / "cache").rglob("*"):
            path.chmod(0o755 if path.is_dir() else 0o644)
    if changed:
        catalog.write_text(SMALL.read_text("utf-8").replace("title: Baker\n", "title: Cook\n"))
    os.chmod(nobody / "cache", 0o555)
    before = sorted((nobody / "cache").rglob("*"))
    os.seteuid(own)
    assert titles(catalog)[0] == ("Cook" if changed else "Baker")
    os.seteuid(os.getuid())
    assert sorted((nobody / "cache").rglob("*")) == before


@pytest.mark.parametrize("name", ["with space", "100%", "a?b#c", "caché", "🥐", os.fsdecode(b"caf\xe9")])
def test_any_name_of_a_cache_or_a_catalog_will_do(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / name))
    catalog = Path(shutil.copy(SMALL, tmp_path / f"{name}.yaml"))
    assert titles(catalog) == TITLES
    assert titles(catalog) == TITLES
    if name.isprintable():  # bytes that are no text may go without a cache
        age(tmp_path / name / "careercli")
        assert watched(catalog) == (TITLES, [], False)


@pytest.mark.parametrize("what", ["index", "stamps", "directory", "link"])
def test_a_cache_that_another_user_could_write_is_not_believed(
    what: str, index: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sqlite3.connect(index) as connection:
        connection.create_function("forged", 1, lambda body: body.replace(b"Baker", b"P0wnd"))
        connection.execute("UPDATE cards SET body = forged(body)")
    connection.close()
    believe(cache)
    age(cache)
    if what == "link":
        (cache / STAMPS).rename(tmp_path / STAMPS)
        (cache / STAMPS).symlink_to(tmp_path / STAMPS)
    elif os.geteuid() == 0:
        os.chown({"index": index, "stamps": cache / STAMPS, "directory": cache}[what], 12345, -1)
    else:
        monkeypatch.setattr(os, "geteuid", lambda: 12345)
    before = {path: path.read_bytes() for path in cache.iterdir()}
    assert titles(SMALL) == TITLES
    if what == "directory":
        assert {path: path.read_bytes() for path in cache.iterdir()} == before, "nothing is left there either"
