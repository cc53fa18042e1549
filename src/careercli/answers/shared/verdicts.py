"""What a filter says of a role: it keeps to it, it does not, or what is known cannot decide it."""

from collections.abc import Mapping
from typing import Literal

from careercli.amounts import format_money, join_words
from careercli.answers.shared.view_parts import NotJudgedView, Num

FilterName = Literal["pay", "growth", "education", "years", "skill", "track"]
FILTERS: tuple[FilterName, ...] = ("pay", "growth", "education", "years", "skill", "track")
"""Filters that may leave a role unjudged, in the order in which they are told."""


def band_verdict(low: Num | None, high: Num | None, least: Num, most: Num | None = None) -> bool | None:
    """Say whether an amount between `low` and `high` lies from `least` to `most`; None across a limit.

    None as an end is an end that is not known; a plain amount is both ends.
    """
    if (high is not None and high < least) or (most is not None and low is not None and low > most):
        return False
    inside = low is not None and low >= least and (most is None or (high is not None and high <= most))
    return True if inside else None


def pay_filter_text(currency: str, least: Num | None, most: Num | None = None) -> str:
    """Say by what pay was filtered, as `Filtered by pay in USD a year. At least $60,000.` does."""
    if not currency:
        return "Filtered by pay, of which no currency is known."
    limits = (("at least", least), ("at most", most))
    said = [f"{word} {format_money(amount, currency)}" for word, amount in limits if amount is not None]
    words = join_words(said)
    return f"Filtered by pay in {currency} a year. {words[:1].upper()}{words[1:]}."


def not_judged_views(counts: Mapping[FilterName, int]) -> tuple[NotJudgedView, ...]:
    """Return how many roles each filter could not judge, filters that judged all left out."""
    return tuple(NotJudgedView(filter=name, role_count=counts[name]) for name in FILTERS if counts.get(name))
