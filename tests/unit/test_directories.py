"""The user's directories are those of the XDG specification on Linux, as platformdirs has them too."""

import os
import sys
from pathlib import Path

import platformdirs
import pytest

from careercli.directories import Kind, user_directory

OTHERS = {
    "cache": platformdirs.user_cache_dir, "config": platformdirs.user_config_dir, "data": platformdirs.user_data_dir,
}  # fmt: skip
VARIABLES = {"cache": "XDG_CACHE_HOME", "config": "XDG_CONFIG_HOME", "data": "XDG_DATA_HOME"}
KINDS: tuple[Kind, ...] = ("cache", "config", "data")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked itself")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", [None, "", "/elsewhere", "/with space/ä"])
def test_the_directory_is_the_one_that_platformdirs_gives(
    monkeypatch: pytest.MonkeyPatch, kind: Kind, value: str | None
) -> None:
    if value is None:
        monkeypatch.delenv(VARIABLES[kind], raising=False)
    else:
        monkeypatch.setenv(VARIABLES[kind], value)
    assert user_directory(kind) == OTHERS[kind]("careercli", appauthor=False)


@pytest.mark.skipif(sys.platform != "linux", reason="the specification of Linux")
def test_a_relative_directory_is_invalid_and_the_default_counts(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "here")
    assert user_directory("cache") == os.path.join(home, ".cache", "careercli")
