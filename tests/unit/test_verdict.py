"""What a verdict says as data is what it says in words: who is ahead and by how much, and nothing where none is."""

import random
from collections.abc import Iterator

import pytest

from careercli.amounts import format_money, format_percent
from careercli.answers.compare.answer import compare
from careercli.answers.compare.view import CompareVerdictView, CompareView, RowView
from careercli.catalog.reader import CatalogReader
from tests.conftest import LibraryOf

SEED = 21
UNDECIDED = (
    "nothing is subtracted", "cannot be compared", "cannot tell their pay apart", "is not known", "No survey counts",
    "one outlook", "about as fast", "hardly change",
    "Growth is known only", "are counted in one group", "The ranges of pay", "begins higher and ends",
    "What sets them apart", "of experience, ", " job, ",
)  # fmt: skip
"""Words of sentences that put no side before another."""
EQUAL = ("Both ", "All of them ", " pay the same", "is the same")


def questions(embedded: CatalogReader) -> Iterator[tuple[str, ...]]:
    """Yield every role beside another and every step of its ladder, then levels and several at random."""
    draw = random.Random(SEED)
    ids = sorted(role.id for role in embedded.role_summaries())
    roles = embedded.roles(ids)
    levels = [f"{role}@{level.id}" for role in ids for level in roles[role].levels]
    mixed = draw.sample(ids, len(ids))
    for role, other in zip(mixed, mixed[1:] + mixed[:1], strict=True):
        yield role, other
    for role in ids:
        ladder = [f"{role}@{level.id}" for level in roles[role].levels]
        yield from zip(ladder[::2], ladder[1::2], strict=False)
    for _ in range(60):
        yield draw.choice(ids), draw.choice(levels)
        yield tuple(draw.sample(levels, 2))
        yield tuple(draw.sample(ids, 3))
        yield tuple(draw.sample(levels, draw.randrange(3, 7)))
        yield tuple(draw.sample(ids, draw.randrange(4, 9)))


def row_of(view: CompareView, said: CompareVerdictView) -> RowView:
    """Return the row that a sentence with an amount rests on."""
    return next(
        row
        for row in view.rows
        if row.measure in ("pay", "wage-level", "growth")
        and row.source in said.cites
        and (row.currency, row.per) == (said.currency, said.per)
        and (said.statistic or "").partition(":")[0] == (row.statistic or "")
        and set(said.sides) <= {cell.side for cell in row.cells if cell}
    )


def faults(view: CompareView) -> Iterator[str]:
    """Yield what a verdict says in words and not as data, or as data and not in words."""
    titles = {column.side: column.heading() for column in view.columns}
    before = ""
    for said in view.verdict:
        if said.winner is None:
            yield from _undecided(said)
        elif titles[said.winner] not in said.text and not (said.text.startswith("It ") and before == said.winner):
            yield f"the winner {said.winner} is not named: {said.text}"
        if said.winner is not None and any(words in said.text for words in (*UNDECIDED[:6], *EQUAL)):
            yield f"a winner of what is not put in order: {said.text}"
        if said.winner is not None and said.winner != said.sides[0]:
            yield f"the winner does not stand first: {said.text}"
        if said.amount is not None:
            yield from _amount(view, said)
        elif (said.percent, said.currency, said.per, said.statistic) != (None, None, None, None):
            yield f"a unit of no amount: {said.text}"
        before = said.winner or ""


def _undecided(said: CompareVerdictView) -> Iterator[str]:
    tied = bool(said.amount) or (said.amount is None and bool(said.sides))  # the best of several are equal
    told = UNDECIDED if not said.sides else (" and ", " of them ") if tied and len(said.sides) > 2 else EQUAL
    if not any(words in said.text for words in told):
        yield f"no winner, and the words do not say why: {said.text}"


def _amount(view: CompareView, said: CompareVerdictView) -> Iterator[str]:
    row = row_of(view, said)
    cells = {cell.side: cell for cell in row.cells if cell}
    first, last = cells[said.sides[0]], cells[said.sides[-1]]
    pairs = [(first.value, last.value, said.amount, said.percent)]
    if row.statistic == "range":
        pairs = [(first.low, last.low, said.amount, said.percent)]
        pairs += [(first.high, last.high, said.amount_high, said.percent_high)]
    for high, low, amount, percent in pairs:
        assert high is not None
        assert low is not None
        assert amount is not None
        if amount != pytest.approx(high - low):
            yield f"{amount} is not {high} less {low}: {said.text}"
        expected = None if row.unit == "percent" or low < 0.01 else amount / low * 100
        if percent != (expected if expected is None else pytest.approx(expected, abs=0.01)):
            yield f"{percent} is not {expected}: {said.text}"
        if said.winner is not None and len(said.sides) == 2 and len(view.columns) == 2 and amount:
            yield from _written(said, row, (high, low), amount=amount, percent=percent)


def _written(
    said: CompareVerdictView, row: RowView, ends: tuple[float, float], *, amount: float, percent: float | None
) -> Iterator[str]:
    if row.unit == "percent":
        words = [format_percent(abs(value)).replace(".0%", "%") for value in ends]
    else:
        words = [format_money(round(value, 2), row.currency or "", row.per or "") for value in (*ends, amount)]
        words = [word.replace(".00", "") if row.per == "year" else word for word in words]
        words += [format_percent(percent).replace(".0%", "%")] if percent is not None else []
    yield from (f"{word} is not said: {said.text}" for word in words if word not in said.text)


def test_words_and_data_of_a_verdict_agree_for_every_role(embedded: CatalogReader) -> None:
    found: list[str] = []
    count = winners = 0
    for names in questions(embedded):
        view = compare(embedded, names)
        found += [f"{names}: {fault}" for fault in faults(view)]
        count += len(view.verdict)
        winners += sum(said.winner is not None for said in view.verdict)
    assert found == []
    assert winners > count / 4


HEAD = """\
schema_version: 1
name: test
sources: {s: {title: S, kind: survey}, o: {title: Office, kind: official, period: 2025-05}, u: {title: Us, kind: rule}}
places: {US: {title: United States}, DE: {title: Germany}}
families: {f: {title: F}}
occupations:
"""
CLASSES = "".join(
    f"  '11-{median}':\n    title: Class {median}\n    scheme: soc-2018\n"
    f"    pay: [{{source: o, place: US, per: year, currency: USD, median: {median}}}]\n"
    for median in (40000, 50000)
)


def catalog(**roles: str) -> str:
    """Return a catalog with roles that have these fields."""
    lines = "".join(
        f"  {role}: {{title: {role.title()}, family: f, summary: S, {told}}}\n" for role, told in roles.items()
    )
    return f"{HEAD}{CLASSES}roles:\n{lines}"


def paid(points: str, source: str = "s", place: str = "US") -> str:
    return f"pay: [{{source: {source}, place: {place}, per: year, currency: USD, {points}}}]"


def counted(median: int, fit: str = "exact") -> str:
    return f"occupations: [{{code: '11-{median}', fit: {fit}, why: W.}}]"


def verdict_on_pay(library_of: LibraryOf, **roles: str) -> CompareVerdictView:
    view = compare(library_of(catalog(**roles)), list(roles))
    assert list(faults(view)) == []
    return next(said for said in view.verdict if "pay" in said.about)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (counted(40000), counted(40000)),
        (counted(40000), counted(50000, "proxy")),
        (counted(40000, "proxy"), counted(50000, "proxy")),
        (paid("mean: 5"), paid("median: 6")),
        (paid("mean: 5"), paid("mean: 6", place="DE")),
        (paid("mean: 5"), "aliases: [x]"),
        (paid("mean: 5", "u"), paid("mean: 6", "u")),
        (paid("at_least: {mean: 5}"), paid("mean: 6")),
        (paid("low: 10, high: 20"), paid("low: 5, high: 30")),
    ],
    ids=[
        "one group", "a proxy", "two proxies", "two statistics", "two places", "unknown", "a rule", "a bound",
        "a range within another",
    ],
)  # fmt: skip
def test_there_is_no_winner_where_figures_cannot_be_compared(library_of: LibraryOf, one: str, other: str) -> None:
    said = verdict_on_pay(library_of, one=one, other=other)
    assert (said.winner, said.sides, said.amount, said.percent) == (None, (), None, None)
    assert (said.currency, said.per, said.statistic) == (None, None, None)


def test_equal_pay_has_no_winner_and_an_amount_of_nothing(library_of: LibraryOf) -> None:
    said = verdict_on_pay(library_of, one=paid("mean: 5"), other=paid("mean: 5"))
    assert (said.winner, said.sides, said.amount, said.percent) == (None, ("one", "other"), 0, 0)
    assert said.text == "Both pay the same: $5 a year (average)."
    said = verdict_on_pay(library_of, one=paid("low: 5, high: 9"), other=paid("low: 5, high: 9"))
    assert (said.winner, said.amount, said.amount_high) == (None, 0, 0)


def test_a_range_that_is_higher_wins_at_both_ends(library_of: LibraryOf) -> None:
    said = verdict_on_pay(library_of, one=paid("low: 5, high: 9"), other=paid("low: 8, high: 9"))
    assert (said.winner, said.amount, said.percent, said.amount_high, said.percent_high) == ("other", 3, 60, 0, 0)
    assert said.text == "Other pays more: $8–$9 against $5–$9 a year, $3 (60%) more at the lower end."


def test_the_best_of_several_that_are_equal_share_the_first_place(library_of: LibraryOf) -> None:
    roles = {"one": paid("mean: 9"), "two": paid("mean: 9"), "three": paid("mean: 4")}
    said = verdict_on_pay(library_of, **roles)
    assert said.text == "One and Two pay most: $9 a year, against $4 for Three (average)."
    assert (said.winner, said.sides, said.amount) == (None, ("one", "two", "three"), 5)


def test_of_several_only_those_that_are_counted_are_put_in_order(library_of: LibraryOf) -> None:
    roles = {"one": counted(40000), "two": counted(50000), "three": counted(50000, "proxy")}
    said = verdict_on_pay(library_of, **roles)
    assert (said.winner, said.sides, said.amount) == ("two", ("two", "one"), 10000)
    said = verdict_on_pay(library_of, one=counted(40000), two=counted(40000), three=counted(50000, "proxy"))
    assert (said.winner, said.sides, said.amount) == (None, (), None)
    assert said.text == (
        "Official figures do not count Three. Of the others, One and Two are counted in one group, Class 40000, "
        "$40,000 a year (median)."
    )


@pytest.mark.parametrize(("tiny", "percent"), [("1e-25", None), ("0.0099", None), ("0.01", 49_900)])
def test_less_than_a_cent_is_no_base_of_a_percent(library_of: LibraryOf, tiny: str, percent: float | None) -> None:
    roles = {"one": paid(f"mean: {tiny}"), "two": paid("mean: 5")}
    said = verdict_on_pay(library_of, **roles)
    assert (said.winner, said.percent) == ("two", percent)
    assert ("%" in said.text) == (percent is not None)
    (row,) = [row for row in compare(library_of(catalog(**roles)), list(roles)).rows if row.measure == "pay"]
    assert row.difference is not None
    assert row.difference.percent == percent


def test_a_lead_of_less_than_a_point_of_growth_is_no_lead(embedded: CatalogReader) -> None:
    view = compare(embedded, ["registered-nurse", "paramedic"])
    (outlook,) = [one for one in view.verdict if one.about == "outlook"]
    assert outlook.text == "Both should grow about as fast: Paramedic 5% and Registered Nurse 4.9% by 2034."
    assert outlook.winner is None
