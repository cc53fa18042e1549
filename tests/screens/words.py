"""What every first screen promises, whatever its command: lines, width, words, marks and sources."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from careercli.blocks import Page, Screen
from careercli.render.first_screen import LINES, fit
from careercli.render.table import render
from careercli.terminal import RenderOptions
from tests.words import pattern

WIDTHS = (60, 80, 100, 160)
ANSWERED = 8
"""Lines in which the question is answered."""
BANNED = pattern(
    "ask for", "forks?", "mean", "p10", "p25", "p75", "p90", r"\d+th percentile", "hold .* against", "usual schooling",
    "way in from", "no one surveyed by",
)  # fmt: skip
"""What no screen says of its own; a catalog's text may."""
SIGNS = {"†": "† a broader", "~": "~ our estimate", "‡": "‡ an average"}


def faults(
    screen: Screen, width: int, texts: frozenset[str] = frozenset(), lines: int = LINES, answered: int = LINES
) -> Iterator[str]:
    """Yield what a screen does wrong at a width, as not to answer within so many lines.

    `texts` are those of the catalog, in any words.
    """
    page = fit(screen, width)
    shown = render(page, RenderOptions(width, color=False, encoding="utf-8"))
    rows = shown.splitlines()
    if len(rows) > lines:
        yield f"{len(rows)} lines"
    yield from (f"a line of {len(row)} columns" for row in rows if len(row) > width)
    if "" not in rows[: answered + 1]:
        yield f"the answer has more than {answered} lines"
    last = next(row for row in reversed(rows) if not row.startswith(" " * 10))  # it may go on below itself
    if not last.startswith(" More     "):
        yield f"ends in {last!r}"
    yield from _unexplained(shown)
    yield from (f"banned: {found[0]}" for found in BANNED.finditer(_own_words(page, texts)))


def _own_words(page: Page, texts: frozenset[str]) -> str:
    """Return what a page says in no words of the catalog, cell by cell: beside each other they would mix."""
    said = "\n".join(all_texts(msgspec.to_builtins(page)))
    for text in sorted(texts, key=len, reverse=True):
        said = said.replace(text, "")
    return said


def all_texts(data: Any) -> Iterator[str]:
    """Yield every text in plain data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list | tuple):
        for part in data.values() if isinstance(data, dict) else data:
            yield from all_texts(part)


def _unexplained(shown: str) -> Iterator[str]:
    body, _, foot = shown.partition("\n Sources ")
    for sign, explained in SIGNS.items():
        if sign in body and explained not in body:
            yield f"{sign} is not explained"
    if re.search(r"[\w%]\*(?!\w)", body) and "* a different job" not in body:
        yield "* is not explained"
    if "median" in body.lower() and "half earn" not in " ".join(body.split()):
        yield "median is not explained"
    cited, listed = (set(re.findall(r"\[(\d)\]", text)) for text in (body, foot))
    if cited != listed:
        yield f"cited {sorted(cited)}, listed {sorted(listed)}"
