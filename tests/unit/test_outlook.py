"""The Bureau's words for a growth rate, decade by decade, as FIELD.md part 4 has them."""

import pytest

from careercli.measures import outlook_phrase

MUCH, FASTER, AVERAGE, SLOWER, LITTLE, DECLINE = (
    "much faster than average",
    "faster than average",
    "about as fast as average",
    "slower than average",
    "little or no change",
    "decline",
)
BANDS = {
    "2002-12": {
        MUCH: (36, 99),
        FASTER: (21, 35),
        AVERAGE: (10, 20),
        SLOWER: (3, 9),
        LITTLE: (0, 2),
        DECLINE: (-99, -1),
    },
    "2006-16": {
        MUCH: (21, 99),
        FASTER: (14, 20),
        AVERAGE: (7, 13),
        SLOWER: (3, 6),
        LITTLE: (-2, 2),
        DECLINE: (-99, -3),
    },
    "2008-18": {
        MUCH: (20, 99),
        FASTER: (14, 19),
        AVERAGE: (7, 13),
        SLOWER: (3, 6),
        LITTLE: (-2, 2),
        DECLINE: (-99, -3),
    },
    "2024-34": {MUCH: (7, 99), FASTER: (5, 6), AVERAGE: (3, 4), SLOWER: (1, 2), LITTLE: (0, 0), DECLINE: (-99, -1)},
}


@pytest.mark.parametrize("decade", BANDS)
def test_every_whole_percent_has_the_phrase_of_its_decade(decade: str) -> None:
    expected = {percent: phrase for phrase, (low, high) in BANDS[decade].items() for percent in range(low, high + 1)}
    assert sorted(expected) == list(range(-99, 100)), "the bands leave no gap"
    assert {percent: outlook_phrase(decade, percent) for percent in expected} == expected


@pytest.mark.parametrize(
    ("percent", "phrase"),
    [
        (6.4, FASTER),
        (6.5, MUCH),
        (4.4, AVERAGE),
        (4.5, FASTER),
        (2.5, AVERAGE),
        (0.4, LITTLE),
        (0.5, SLOWER),
        (-0.4, LITTLE),
        (-0.5, DECLINE),
        (-0.6, DECLINE),
        (3.1, AVERAGE),
    ],
)
def test_a_fraction_is_rounded_before_it_is_named(percent: float, phrase: str) -> None:
    assert outlook_phrase("2024-34", percent) == phrase


@pytest.mark.parametrize("decade", [None, "", "2022-32", "2023-33", "2012-22", "2024", "2024-2034", "2025-05"])
def test_a_decade_that_was_never_checked_gets_no_phrase(decade: str | None) -> None:
    assert outlook_phrase(decade, 5) is None
