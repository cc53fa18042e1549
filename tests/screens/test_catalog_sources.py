"""The first screen of `careercli catalog sources`: a line a source."""

import pytest

from careercli.answers.catalog_sources.answer import sources
from careercli.answers.catalog_sources.screen import screen
from careercli.catalog.reader import CatalogReader
from careercli.render.first_screen import fit
from careercli.render.table import render
from careercli.terminal import RenderOptions
from tests.screens.words import WIDTHS, faults


def shown(embedded: CatalogReader, stale: int | None = None) -> str:
    page = fit(screen(sources(embedded, year=2026, stale=stale)), 80)
    return render(page, RenderOptions(80, color=False, encoding="utf-8"))


@pytest.mark.parametrize("stale", [None, 0, 1, 2, 40])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_sources_keep_the_promises_of_a_first_screen(
    embedded: CatalogReader, width: int, stale: int | None
) -> None:
    assert list(faults(screen(sources(embedded, year=2026, stale=stale)), width)) == []


def test_each_source_is_a_line_and_the_one_that_most_rests_on_is_first(embedded: CatalogReader) -> None:
    text = shown(embedded)
    every = sources(embedded, year=2026).rows
    assert text.startswith(f"{len(every)} sources. Most figures come from BLS wages 2025, ")
    for row in every:
        assert text.count(f"\n {row.short.removesuffix(', undated')[:28]}") == 1  # the longest takes two lines
    assert "public domain" not in text
    assert text.endswith(f" More     all {len(every)} are shown. Licenses and notes: --full\n")


def test_old_sources_are_those_that_were_asked_for(embedded: CatalogReader) -> None:
    assert shown(embedded, 2).startswith("6 sources are at least 2 years old, or without a date. ")
