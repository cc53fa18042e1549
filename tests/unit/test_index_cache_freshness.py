"""An index is used exactly as long as it says what the layers say."""

import os
import shutil
from pathlib import Path

import pytest

from careercli.catalog import index_cache
from careercli.errors import CatalogInvalid, NotFound
from tests.conftest import SMALL
from tests.unit.caching import age, ask, edit, indexes, read_stamps, stat_of, titles, touch, watched, write_stamps

TITLES = ["Baker", "Pastry Chef", "Bakery Manager", "Flour Buyer"]


@pytest.fixture
def bakery(tmp_path: Path) -> Path:
    return Path(shutil.copy(SMALL, tmp_path / "bakery.yaml"))


def test_the_first_question_leaves_one_index_and_the_stamps(bakery: Path, cache: Path) -> None:
    assert titles(bakery) == TITLES
    assert sorted(path.name for path in cache.iterdir()) == [indexes(cache)[0].name, "stamps.json"]
    assert cache.stat().st_mode & 0o077 == 0, "the cache is nobody else's business"


def test_a_fresh_index_answers_without_opening_a_layer_or_importing_yaml(bakery: Path, cache: Path) -> None:
    titles(bakery)
    age(cache)
    assert watched(bakery) == (TITLES, [], False)


def test_an_index_answers_as_the_compiled_catalog_did(bakery: Path, cache: Path) -> None:
    compiled = ask(bakery)
    age(cache)
    assert ask(bakery) == compiled


def test_a_touched_file_with_the_same_content_is_not_compiled_again(bakery: Path, cache: Path) -> None:
    titles(bakery)
    before = stat_of(indexes(cache)[0])
    touch(bakery)
    assert titles(bakery) == TITLES
    assert [stat_of(path) for path in indexes(cache)] == [before]
    age(cache)
    assert watched(bakery) == (TITLES, [], False)


def test_a_changed_file_is_seen_at_once(bakery: Path, cache: Path) -> None:
    titles(bakery)
    for number in range(3):
        bakery.write_text(SMALL.read_text("utf-8").replace("title: Baker\n", f"title: Baker {number}\n"), "utf-8")
        assert titles(bakery)[0] == f"Baker {number}"
    shutil.copy(SMALL, bakery)
    assert titles(bakery) == TITLES


def test_a_change_of_the_same_size_right_after_a_question_is_seen(bakery: Path) -> None:
    titles(bakery)
    edit(bakery, "title: Baker\n", "title: Cooky\n")
    assert titles(bakery)[0] == "Cooky"


def test_a_change_of_the_same_size_in_the_same_clock_tick_is_seen(bakery: Path, cache: Path) -> None:
    titles(bakery)
    edit(bakery, "title: Baker\n", "title: Cooky\n")
    stamps = read_stamps(cache)
    (stamp,) = stamps["layers"].values()
    stamp["files"] = [stat_of(bakery)]  # a clock too coarse to tell the two writings apart
    stamp["read_ns"] = bakery.stat().st_mtime_ns + index_cache.RACY_NS - 1
    write_stamps(cache, stamps)
    assert titles(bakery)[0] == "Cooky"


def test_a_change_with_the_old_size_and_time_put_back_is_seen(bakery: Path, cache: Path) -> None:
    titles(bakery)
    age(cache)
    before = bakery.stat()
    edit(bakery, "title: Baker\n", "title: Cooky\n")
    os.utime(bakery, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert titles(bakery)[0] == "Cooky"


def test_another_file_renamed_into_place_is_seen(bakery: Path, cache: Path) -> None:
    other = Path(shutil.copy(bakery, bakery.with_name("other.yaml")))
    edit(other, "title: Baker\n", "title: Cooky\n")
    titles(bakery)
    age(cache)
    os.utime(other, ns=(bakery.stat().st_atime_ns, bakery.stat().st_mtime_ns))
    other.replace(bakery)
    assert titles(bakery)[0] == "Cooky"


def test_a_link_that_leads_elsewhere_now_is_seen(bakery: Path, tmp_path: Path, cache: Path) -> None:
    other = Path(shutil.copy(bakery, tmp_path / "other.yaml"))
    edit(other, "title: Baker\n", "title: Cooky\n")
    link = tmp_path / "link.yaml"
    link.symlink_to(bakery)
    assert titles(link)[0] == "Baker"
    age(cache)
    link.unlink()
    link.symlink_to(other)
    assert titles(link)[0] == "Cooky"


def test_every_layer_is_watched_and_their_order_counts(bakery: Path, tmp_path: Path, cache: Path) -> None:
    layers = []
    for name in ("one", "two"):
        layers.append(tmp_path / f"{name}.yaml")
        layers[-1].write_text(f"schema_version: 1\nroles: {{baker: {{title: {name}}}}}\n")
    assert titles(bakery, *layers)[0] == "two"
    assert titles(bakery, *reversed(layers))[0] == "one"
    age(cache)
    assert titles(bakery, *layers)[0] == "two"
    edit(layers[1], "two", "six")
    assert titles(bakery, *layers)[0] == "six"
    assert titles(bakery, *reversed(layers))[0] == "one"


def test_a_layer_that_is_gone_or_became_a_directory_is_refused_however_fresh_the_index(
    bakery: Path, cache: Path
) -> None:
    titles(bakery)
    age(cache)
    bakery.unlink()
    with pytest.raises(CatalogInvalid, match="no such file"):
        titles(bakery)
    bakery.mkdir()
    with pytest.raises(CatalogInvalid, match="is a directory"):
        titles(bakery)


def test_a_layer_that_broke_is_refused_and_nothing_of_the_cache_is_lost(
    bakery: Path, tmp_path: Path, cache: Path
) -> None:
    other = Path(shutil.copy(bakery, tmp_path / "other.yaml"))
    edit(other, "title: Baker\n", "title: Cooky\n")
    titles(bakery), titles(other)
    before = {path.name: path.read_bytes() for path in cache.iterdir()}
    bakery.write_text("roles: [")
    with pytest.raises(CatalogInvalid, match="not YAML"):
        titles(bakery)
    assert {path.name: path.read_bytes() for path in cache.iterdir()} == before


def test_every_layer_that_cannot_be_read_is_named_as_the_user_wrote_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CatalogInvalid) as caught:
        titles("one.yaml", str(SMALL), "two/../three.yaml", ".")
    assert [problem.file for problem in caught.value.problems] == ["one.yaml", "two/../three.yaml", "."]


def test_one_relative_name_in_two_directories_is_two_catalogs(
    bakery: Path, tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "there"
    there.mkdir()
    shutil.copy(bakery, there)
    edit(there / "bakery.yaml", "title: Baker\n", "title: Cooky\n")
    for folder, title in ((tmp_path, "Baker"), (there, "Cooky"), (tmp_path, "Baker")):
        monkeypatch.chdir(folder)
        assert titles("bakery.yaml")[0] == title
        age(cache)


def test_an_answer_that_is_not_found_is_no_reason_to_compile(bakery: Path, cache: Path) -> None:
    titles(bakery)
    before = stat_of(indexes(cache)[0])

    def nothing(_: object) -> None:
        raise NotFound("nothing")

    with pytest.raises(NotFound):
        index_cache.query([str(bakery)], nothing)
    assert stat_of(indexes(cache)[0]) == before


def test_the_embedded_catalog_is_found_and_answers() -> None:
    layers = index_cache.embedded_layers()
    assert all(os.path.isfile(layer) for layer in layers)
    assert len(index_cache.query(layers, lambda reader: reader.role_summaries())) >= 150
