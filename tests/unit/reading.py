"""How the unit tests read catalogs: small edits of the sample catalog, and the problems that come of them."""

import os
import subprocess
import sys
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from careercli.catalog.yaml_reader import parse
from careercli.errors import CatalogInvalid, Problem
from tests.conftest import SMALL, read

CHECKOUT = Path(__file__).parents[2]
HEAD = "schema_version: 1\nname: test\n"
"""The least that a catalog says."""


def problems_of(*layers: str) -> list[Problem]:
    """Return the problems of the layers (texts called layer1.yaml ...), none if they are a catalog."""
    problems: list[Problem] | None = None
    try:
        read(*layers)
    except CatalogInvalid as error:
        problems = list(error.problems)
    assert problems != [], "a refusal without a problem tells nobody anything"
    return problems or []


def said(*layers: str) -> list[str]:
    """Return the problems of the layers as they are printed."""
    return [str(problem) for problem in problems_of(*layers)]


def refusal(content: bytes) -> Problem:
    """Return the one problem for which the bytes are refused before any type is looked at."""
    with pytest.raises(CatalogInvalid) as caught:
        parse("bad.yaml", content)
    (problem,) = caught.value.problems
    return problem


def edited(old: str, new: str) -> tuple[str, str]:
    """Return the sample catalog with its first `old` replaced, and `layer1.yaml:line:column` of where that begins."""
    text = SMALL.read_text("utf-8")
    before, found, after = text.partition(old)
    assert found, f"the sample catalog does not hold {old!r}"
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    return before + new + after, f"layer1.yaml:{line}:{column}"


def python(code: str, *args: str, stdin: bytes = b"", env: dict[str, str] | None = None) -> CompletedProcess[bytes]:
    """Run Python code, which may import the tests, in a process of its own: a crash of libyaml would kill it."""
    variables = {**os.environ, "PYTHONPATH": str(CHECKOUT), **(env or {})}
    command = [sys.executable, "-c", code, *args]
    return subprocess.run(command, input=stdin, env=variables, capture_output=True, check=False, timeout=60)
