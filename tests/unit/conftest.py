"""Fixtures of the unit tests."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SMALL


@pytest.fixture
def nobody() -> Iterator[Path]:
    """Become an ordinary user for the test, in a directory that this user may read and not write."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    folder.chmod(0o755)
    shutil.copy(SMALL, folder / "small.yaml")
    (folder / "small.yaml").chmod(0o644)
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    yield folder
    os.seteuid(before)
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        path.chmod(0o755)
    shutil.rmtree(folder)
