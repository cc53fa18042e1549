"""Isolation for every test, and the helpers that all of them share."""

import contextlib
import functools
import gc
import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest
from hypothesis import Phase, settings

from careercli.catalog import index_cache
from careercli.catalog.index import write_index
from careercli.catalog.layers import merge
from careercli.catalog.reader import CatalogReader
from careercli.catalog.shipped_index import open_shipped
from careercli.catalog.validate import read_catalog
from careercli.catalog.yaml_reader import parse, read_bytes
from careercli.model import Catalog
from tests.program import UTF8, run_program

# "steady": a red run is about the change, and comes at once; HYPOTHESIS_PROFILE=explore looks further and shrinks.
STEADY = (Phase.explicit, Phase.generate)
settings.register_profile("steady", deadline=None, derandomize=True, database=None, phases=STEADY)
settings.register_profile("explore", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

# As the program itself, which switches it off: with whole catalogs in memory the collector takes a fifth of the time.
gc.set_threshold(100_000, 50, 100)

SMALL = Path(__file__).parent / "catalogs" / "small.yaml"
_XDG = {
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".state",
}


class Ran(NamedTuple):
    """What a process left behind."""

    stdout: str
    stderr: str
    code: int


class Run(Protocol):
    """Run `careercli ARGS` as a process of its own, its output a pipe.

    `env` is laid over the isolated environment, None takes a variable away. `encoding` is that of the standard streams;
    what is printed must decode in it. `small` reads the sample catalog instead of the embedded one.
    """

    def __call__(
        self,
        *args: str,
        env: Mapping[str, str | None] | None = None,
        stdin: str | bytes = "",
        cwd: Path | None = None,
        encoding: str = "utf-8",
        small: bool = False,
        timeout: float = 60,
    ) -> Ran: ...


MINUTE = 60.0
"""Seconds after which a process that should have ended is ended."""
INTERRUPTIBLE = """\
import signal
from careercli.__main__ import run
signal.signal(signal.SIGINT, signal.default_int_handler)
run()
"""
"""The program, where whoever started the tests has SIGINT ignored, as a shell does in the background."""


@contextlib.contextmanager
def interruptible(
    *args: str, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> "Iterator[subprocess.Popen[str]]":
    """Start `careercli ARGS` so that SIGINT reaches it, and kill it after a minute."""
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTIBLE, *args],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, cwd=cwd, encoding="utf-8",
    ) as process:  # fmt: skip
        bound = threading.Timer(MINUTE, process.kill)
        bound.start()
        try:
            yield process
        finally:
            process.kill()
            bound.cancel()


@contextlib.contextmanager
def opened_by_its_reader(pipe: Path) -> Iterator[None]:
    """Hold the pipe open for writing from when somebody reads it; fail after a minute without a reader."""
    end = time.monotonic() + MINUTE
    while True:
        try:
            descriptor = os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
            break
        except OSError:
            assert time.monotonic() < end, f"nobody reads {pipe.name}"
            time.sleep(0.01)
    try:
        yield
    finally:
        os.close(descriptor)


LibraryOf = Callable[..., CatalogReader]
"""`library_of(text_or_path, ...)`: the layers' texts (or paths) as an index in memory."""


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the directory of all homes: `mktemp` looks through thousands of them before it makes the next."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def home(homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test an empty home and none of the outer settings, and return that home."""
    folder = Path(tempfile.mkdtemp(dir=homes))
    for name in tuple(os.environ):
        if name in ("FORCE_COLOR", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE", "PYTHONIOENCODING"):
            monkeypatch.delenv(name)
        if name.startswith(("CAREERCLI_", "_CAREERCLI_", "XDG_", "LC_")):
            monkeypatch.delenv(name)
    settings = {"HOME": str(folder), "COLUMNS": "80", "TERM": "xterm-256color", **UTF8}
    for name, value in {**settings, **{name: str(folder / path) for name, path in _XDG.items()}}.items():
        monkeypatch.setenv(name, value)
    return folder


@pytest.fixture
def cache(home: Path) -> Path:
    """Return the program's cache directory, which does not exist yet."""
    folder = Path(index_cache.cache_directory() or "")
    assert folder.is_relative_to(home), "a test must never touch the user's own cache"
    return folder


@pytest.fixture(scope="session")
def small_catalog() -> Path:
    """Return the path of the sample catalog."""
    return SMALL


@pytest.fixture(scope="session")
def small_text() -> str:
    """Return the text of the sample catalog."""
    return SMALL.read_text("utf-8")


def read(*layers: str | Path) -> Catalog:
    """Return the checked catalog of the layers, each a text or a path; texts are called layer1.yaml, layer2.yaml ..."""
    documents = []
    for number, layer in enumerate(layers, 1):
        name = str(layer) if isinstance(layer, Path) else f"layer{number}.yaml"
        documents.append(parse(name, read_bytes(name) if isinstance(layer, Path) else layer.encode()))
    return read_catalog(merge(documents))


@functools.cache
def embedded_catalog() -> Catalog:
    """Return the catalog that comes with the program, read once for all tests."""
    return read(*map(Path, index_cache.embedded_layers()))


@contextlib.contextmanager
def reader_of(catalog: Catalog) -> Iterator[CatalogReader]:
    """Compile a catalog in memory."""
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        write_index(connection, catalog)
        yield CatalogReader(connection)


@pytest.fixture(scope="session")
def embedded() -> Iterator[CatalogReader]:
    """Return a reader of the catalog that comes with the program: of the index that was built, if that is fresh."""
    built = open_shipped(index_cache.embedded_layers())
    if built is None:
        with reader_of(embedded_catalog()) as reader:
            yield reader
    else:
        with contextlib.closing(built):
            yield CatalogReader(built)


@pytest.fixture
def library_of() -> Iterator[LibraryOf]:
    """Return a function from layers (texts or paths) to a library over an index in memory."""
    with contextlib.ExitStack() as opened:
        yield lambda *layers: opened.enter_context(reader_of(read(*layers)))


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache for all tests that are not about the cache: each catalog that stands is compiled into it once."""
    return tmp_path_factory.mktemp("compiled")


@pytest.fixture
def run(home: Path, compiled: Path, request: pytest.FixtureRequest) -> Run:
    """Return a function that runs `careercli ARGS` and returns (stdout, stderr, code).

    A test that asks for `cache` starts without one; so does a run on a catalog that a test has written.
    """

    def run_careercli(
        *args: str,
        env: Mapping[str, str | None] | None = None,
        stdin: str | bytes = "",
        cwd: Path | None = None,
        encoding: str = "utf-8",
        small: bool = False,
        timeout: float = 60,
    ) -> Ran:
        variables: dict[str, str | None] = {**os.environ}
        if encoding != "utf-8":
            variables |= {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
        named = [Path(value) for option, value in pairwise(args) if option == "--catalog"]
        if "cache" not in request.fixturenames and all(path.parent == SMALL.parent for path in named):
            variables["XDG_CACHE_HOME"] = str(compiled / ("samples" if small or named else "embedded"))
        variables |= env or {}
        catalog = ("--no-default-catalog", "--catalog", str(SMALL)) if small else ()
        ended = run_program(
            (*args, *catalog),
            stdin=stdin.encode() if isinstance(stdin, str) else stdin,
            env={name: value for name, value in variables.items() if value is not None},
            cwd=cwd or home,
            timeout=timeout,
        )
        return Ran(ended.stdout.decode(encoding), ended.stderr.decode(encoding), ended.code)

    return run_careercli
