"""The index that is installed with the program: it answers at once, and is left aside as soon as it may be wrong."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from careercli.catalog import data_files, index_cache, shipped_index
from tests.unit.caching import indexes, titles


class Installed:
    """A copy of the small catalog as the embedded one, and where its index stands."""

    def __init__(self, folder: Path, *, is_checkout: bool) -> None:
        self.is_checkout = is_checkout
        self.layer = folder / "data" / "roles.yaml"
        self.index = folder / "build" / "index.sqlite"

    def build(self) -> None:
        index_cache.build_shipped_index(str(self.index), with_times=self.is_checkout)


@pytest.fixture(params=[True, False], ids=["checkout", "wheel"])
def installed(
    request: pytest.FixtureRequest, small_catalog: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Installed:
    """A program whose embedded catalog is the small one, in a checkout or from a wheel."""
    there = Installed(tmp_path / "installed", is_checkout=request.param)
    there.layer.parent.mkdir(parents=True)
    shutil.copy(small_catalog, there.layer)
    monkeypatch.setattr(index_cache, "embedded_layers", lambda: [str(there.layer)])
    monkeypatch.setattr(shipped_index, "data_directory", lambda: str(there.layer.parent))
    monkeypatch.setattr(shipped_index, "shipped_index_path", lambda: str(there.index))
    monkeypatch.setattr(shipped_index, "is_packaged", lambda: not request.param)
    there.build()
    return there


def test_the_first_answer_comes_from_the_shipped_index_and_compiles_nothing(installed: Installed, cache: Path) -> None:
    assert titles(installed.layer)[0] == "Baker"
    assert indexes(cache) == []


def test_a_layer_of_the_user_is_compiled_with_the_embedded_catalog(
    installed: Installed, cache: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("schema_version: 1\nname: own\nroles:\n  baker: {title: Our baker}\n", "utf-8")
    assert titles(installed.layer, own)[0] == "Our baker"
    assert len(indexes(cache)) == 1


def _damage(index: Path) -> None:
    index.write_bytes(index.read_bytes()[:5000] + b"\0" * 5000)


def _forge_version(index: Path) -> None:
    with sqlite3.connect(index) as connection:
        connection.execute("UPDATE meta SET value = replace(value, '0.', '9.') WHERE key = 'built of'")


def _foreign(index: Path) -> None:
    index.unlink()
    with sqlite3.connect(index) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")


@pytest.mark.parametrize(
    "spoil", [_damage, _forge_version, _foreign, Path.unlink, lambda index: index.write_bytes(b"")]
)
def test_a_shipped_index_that_is_damaged_foreign_or_gone_is_compiled_anew_once(
    installed: Installed, cache: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(installed.index)
    assert titles(installed.layer)[0] == "Baker"
    (compiled,) = indexes(cache)
    before = compiled.stat()
    assert titles(installed.layer)[0] == "Baker"
    assert indexes(cache)[0].stat().st_mtime_ns == before.st_mtime_ns


def test_a_catalog_that_was_edited_is_not_answered_from_the_index_of_before(installed: Installed) -> None:
    text = installed.layer.read_text("utf-8")
    installed.layer.write_text(text.replace("title: Baker\n", "title: Bakerwoman\n"), "utf-8")
    assert titles(installed.layer)[0] == "Bakerwoman"


def test_in_a_checkout_an_edit_of_the_same_length_is_seen(installed: Installed) -> None:
    if not installed.is_checkout:
        pytest.skip("files of an installed package are not edited; only their sizes are compared")
    text = installed.layer.read_text("utf-8")
    installed.layer.write_text(text.replace("title: Baker\n", "title: Caker\n"), "utf-8")
    os.utime(installed.layer, (1, 1))
    assert titles(installed.layer)[0] == "Caker"


def test_this_checkout_knows_where_its_own_index_is_built() -> None:
    assert data_files.shipped_index_path().endswith(os.path.join("build", "index.sqlite"))
