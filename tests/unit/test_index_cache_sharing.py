"""Many processes, many catalogs and catalogs that can be read only once."""

import json
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from careercli.catalog import index_cache
from tests.conftest import SMALL, Run
from tests.unit.caching import age, indexes, titles, watched

TITLES = ["Baker", "Pastry Chef", "Bakery Manager", "Flour Buyer"]


def variant(folder: Path, number: int) -> Path:
    path = folder / f"{number}.yaml"
    path.write_text(SMALL.read_text("utf-8").replace("title: Baker\n", f"title: Baker {number}\n"), "utf-8")
    return path


def test_many_processes_on_an_empty_cache_all_get_the_answer(cache: Path) -> None:
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda _: watched(SMALL)[0], range(6)))
    assert answers == [TITLES] * 6
    assert len(indexes(cache)) == 1
    assert [path.name for path in cache.iterdir() if path.name.startswith(".")] == [], "nothing half-written is left"


def test_processes_with_different_catalogs_never_get_each_others_answers(tmp_path: Path, cache: Path) -> None:
    paths = [variant(tmp_path, number) for number in range(4)]
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda path: watched(path)[0][0], paths * 2))
    assert answers == [f"Baker {number}" for number in range(4)] * 2


def test_readers_get_a_whole_answer_while_the_catalog_changes(tmp_path: Path) -> None:
    path, stop = variant(tmp_path, 0), threading.Event()
    versions = [variant(tmp_path, number).read_bytes() for number in (1, 2)]

    def rewrite() -> None:
        while not stop.wait(0.02):  # more often, and every reader waits for the disk
            for content in versions:
                (tmp_path / "next").write_bytes(content)
                (tmp_path / "next").replace(path)

    writer = threading.Thread(target=rewrite)
    writer.start()
    try:
        for _ in range(30):
            assert titles(path)[0] in ("Baker 0", "Baker 1", "Baker 2")
    finally:
        stop.set()
        writer.join()
    assert titles(path)[0] == "Baker 2"


def test_old_indexes_go_and_what_is_not_ours_stays(tmp_path: Path, cache: Path) -> None:
    cache.mkdir(parents=True)
    (cache / "notes.txt").write_text("mine")
    for number in range(index_cache.MAX_INDEXES + 5):
        path = variant(tmp_path, number)
        assert titles(path)[0] == f"Baker {number}"
    assert len(indexes(cache)) == index_cache.MAX_INDEXES
    assert (cache / "notes.txt").read_text() == "mine"
    age(cache)
    assert watched(path)[2] is False, "the index asked last is kept"
    assert titles(variant(tmp_path, 0))[0] == "Baker 0", "a pruned one is made again"


def test_the_stamps_do_not_grow_for_ever(tmp_path: Path, cache: Path) -> None:
    for number in range(60):
        path = tmp_path / f"{number}.yaml"
        path.write_text(f"schema_version: 1\nname: n{number}\n")
        titles(path)
    assert len(json.loads((cache / "stamps.json").read_text())["layers"]) < 60


def test_a_named_pipe_is_read_once_and_answers_what_it_held(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for title in ("Baker", "Cooky"):
        content = SMALL.read_bytes().replace(b"title: Baker\n", f"title: {title}\n".encode())
        writer = threading.Thread(target=pipe.write_bytes, args=(content,))
        writer.start()
        assert titles(pipe)[0] == title
        writer.join(5)
        assert not writer.is_alive()


@pytest.mark.parametrize("title", ["Baker", "Cooky"])
def test_process_substitution_names_a_catalog(title: str, home: Path) -> None:
    substituted = f'<(sed "s/title: Baker$/title: {title}/" "{SMALL}")'
    command = f'"{sys.executable}" -m careercli list --json --no-default-catalog --catalog {substituted}'
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=30)
    assert (done.stderr, done.returncode) == (b"", 0)
    assert title in done.stdout.decode()


def test_standard_input_names_a_catalog(run: Run) -> None:
    for title in ("Baker", "Cooky"):
        text = SMALL.read_text("utf-8").replace("title: Baker\n", f"title: {title}\n")
        done = run("list", "--json", "--no-default-catalog", "--catalog", "/dev/stdin", stdin=text)
        assert (done.stderr, done.code) == ("", 0)
        assert title in done.stdout


def test_a_pipe_laid_over_a_file_is_read_once(run: Run) -> None:
    layer = "schema_version: 1\nroles: {baker: {title: Cooky}}\n"
    done = run(
        "list", "--json", "--no-default-catalog", "--catalog", str(SMALL), "--catalog", "/dev/stdin", stdin=layer
    )
    assert (done.stderr, done.code) == ("", 0)
    assert "Cooky" in done.stdout
