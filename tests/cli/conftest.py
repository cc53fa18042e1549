"""What the tests of the command line share."""

from pathlib import Path

import pytest


@pytest.fixture
def nasty() -> tuple[str, ...]:
    """Return the options that read the nasty catalog alone."""
    return ("--no-default-catalog", "--catalog", str(Path(__file__).parent.parent / "catalogs" / "nasty.yaml"))
