"""Much that is wrong is told as fast as little: the effort grows with the file and not with its square.

Good code takes well under a second for each of these; a walk that is quadratic takes twenty and more.
"""

import time

import pytest

from tests.unit.reading import HEAD, problems_of

LIMIT = 8
"""Seconds, for a slow and busy machine."""
FAMILY = "families: {a: {title: A}}\n"
NOISE = {
    "unknown keys": HEAD + "".join(f"k{number}: x\n" for number in range(20_000)),
    "unknown keys in roles": HEAD + "roles:\n" + "".join(f"  r{number}: {{titel: x}}\n" for number in range(10_000)),
    "duplicate keys": HEAD + "title: x\n" * 300_000,
    "broken references": HEAD
    + FAMILY
    + "roles:\n"
    + "".join(f"  r{number}: {{title: R, family: q{number}, summary: x}}\n" for number in range(10_000)),
    "broken neighbours": HEAD
    + FAMILY
    + "roles:\n"
    + "".join(f"  r{number}: {{title: R, family: a, summary: x, related: {{q: x}}}}\n" for number in range(5000)),
    "items of a list": HEAD + "roles: {r: {pros: [" + "[x]," * 20_000 + "]}}\n",
}


@pytest.mark.parametrize("text", NOISE.values(), ids=NOISE.keys())
def test_a_file_full_of_problems_is_told_in_seconds(text: str) -> None:
    start = time.process_time()  # of this program, whatever else the machine does
    assert problems_of(text)
    assert time.process_time() - start < LIMIT


def test_a_version_that_is_missing_is_told_once() -> None:
    assert len([problem for problem in problems_of("name: x\nroles: []\n") if "schema_version" in problem.message]) == 1
