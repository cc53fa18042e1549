"""Which rows of a comparison stand on its first screen, for any roles: what people ask, what differs, what compares.

Score of a row = weight of its question x how much the sides differ x how well they compare. Of each question one row
is offered, the one that compares best. What people ask first is always in, then the rest by score.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Literal

from msgspec import Struct

from careercli.answers.compare.view import ESTIMATE, CellView, RowView

Section = Literal["pay", "getting in", "outlook", "skills", "work", "people"]
POINTS = 20
"""Percentage points that count as a full difference."""
MAX_TEXT = {2: 60, 3: 40}
"""Characters of a text that may stand in a column, by the number of columns."""
_PART, _PROXY, _ESTIMATE = 0.8, 0.3, 0.5
"""How well a figure of a broader group, of another job and of our own rule compares; 1 for all others."""


class Question(Struct, frozen=True):
    """What people ask of two jobs, and the measures that answer it, the best first."""

    section: Section
    weight: int
    measures: tuple[str, ...]
    always: bool = False
    """Whether the first of its section that has an answer is always in, equal or not."""


QUESTIONS = (
    Question("pay", 10, ("pay", ESTIMATE), always=True),
    Question("getting in", 8, ("time-to-enter", "level-years", "experience"), always=True),
    Question("getting in", 8, ("entry-education",), always=True),
    Question("getting in", 7, ("related-experience",)),
    Question("getting in", 4, ("on-the-job-training",)),
    Question("getting in", 4, ("degree",)),
    Question("outlook", 7, ("growth",), always=True),
    Question("outlook", 5, ("openings",), always=True),
    Question("outlook", 3, ("employment",)),
    Question("skills", 6, ("skills-must", "skills-nice", "skills-shared", "skills-rising"), always=True),
    Question("work", 5, ("summary", "autonomy"), always=True),
    Question("work", 4, ("impact",)),
    Question("work", 3, ("travel",)),
    Question("work", 3, ("remote",)),
    Question("work", 3, ("pace",)),
    Question("people", 3, ("best-state", "best-city")),
    Question("people", 1, ("age",)),
    Question("people", 1, ("gender",)),
)
"""In the order in which they are shown, section by section."""


_OTHER = Question("people", 1, ())
RANKS: dict[Section, int] = {"pay": 0, "getting in": 1, "outlook": 2, "skills": 4, "work": 5}
"""The ranks of what is always in."""
CHART, NEAREST_JOB, SCORED, LONG = 3, 6, 10, 1000
"""The ranks of drawn ranges and of the nearest job that is counted; where those by score and of long texts begin."""


MAX_SCORED = 8
"""Rows by score that a screen can have room for, where no section was asked for."""


class FirstRow(Struct, frozen=True):
    """A row that a first screen offers."""

    row: RowView
    section: Section
    score: float
    rank: int
    """0 for what stays; of the others the highest go first where they do not fit."""


def first_rows(rows: Sequence[RowView], *, every: bool = False) -> tuple[FirstRow, ...]:
    """Return the rows to offer, in the order of the questions; ranks go by what is always in, then by score.

    `every`: the reader named sections, so that each row that compares is offered, not one a question.
    """
    found: list[tuple[Question, RowView, float]] = []
    for question in QUESTIONS:
        answers = _answers(rows, question)
        kept = answers if every and question.section != "skills" else answers[:1]
        found += [(question, row, question.weight * differs(row) * compares(row)) for row in kept]
    if every:
        offered = [row for _, row, _ in found]
        others = (row for row in rows if row not in offered and row.group != "skills" and _is_short(row))
        found += [(_OTHER, row, differs(row) * compares(row)) for row in others]
    ranks = _ranks(found, len(found) if every else MAX_SCORED)
    return tuple(
        FirstRow(row, question.section, score, ranks[index])
        for index, (question, row, score) in enumerate(found)
        if index in ranks
    )


def _answers(rows: Iterable[RowView], question: Question) -> list[RowView]:
    """Return the rows that answer a question for all sides, those that compare best first."""
    order = {measure: index for index, measure in enumerate(question.measures)}
    known = [row for row in rows if row.measure in order and compares(row) and _is_short(row)]
    known = [row for row in known if row.statistic in ("median", "mean", "range", None)]
    if question.section == "pay":
        known = [row for row in known if not row.population]
    return sorted(known, key=lambda row: (-compares(row), order[row.measure], *_pay_order(row)))


def _pay_order(row: RowView) -> tuple[bool, bool, int]:
    """Order pay as the verdict does: by the year, of the sides themselves, the median."""
    statistics = ("median", "mean", "range", None)
    counted = any(cell and cell.occupation for cell in row.cells)
    return row.per not in (None, "year"), counted, statistics.index(row.statistic)


def _ranks(found: Sequence[tuple[Question, RowView, float]], most: int) -> dict[int, int]:
    """Return the rank of each row that is offered, by its index: pay stays, then one of each section, then by score.

    Of three sides and more skills and work take many lines, and come last.
    """
    always: dict[Section, int] = {}
    for index, (question, _, _) in enumerate(found):
        if question.always and question.section not in always:
            always[question.section] = index
    many = any(len(row.cells) > 2 for _, row, _ in found)
    ranks = {
        index: LONG + order if many and section in ("skills", "work") else RANKS[section]
        for order, (section, index) in enumerate(always.items())
    }
    others = [index for index, (_, _, score) in enumerate(found) if score > 0 and index not in ranks]
    others.sort(key=lambda index: -found[index][2])
    return ranks | dict(zip(others[:most], count(SCORED), strict=False))


def differs(row: RowView) -> float:
    """Return how much the sides of a row differ, from 0 to 1."""
    values = [_value(cell) for cell in row.cells if cell]
    numbers = [value for value in values if value is not None]
    if len(numbers) < len(values) or not values:
        return float(len({(cell.text, cell.texts()) if cell else None for cell in row.cells}) > 1)
    groups = {cell.occupation for cell in row.cells if cell}
    high, low = max(numbers), min(numbers)
    if high == low or (len(groups) == 1 and groups != {None} and row.measure != "pay"):
        return 0
    if row.unit == "percent":
        return min((high - low) / POINTS, 1)
    return min(abs(math.log(high / low)) / math.log(2), 1) if low > 0 else 1


def compares(row: RowView) -> float:
    """Return how well the sides of a row compare: 0 where one is not known, little where one is another job."""
    if row.group == "skills":
        return 1
    if not all(cell and cell.given for cell in row.cells):
        return 0
    fits = {cell.fit for cell in row.cells if cell}
    if "proxy" in fits:
        return 0 if any(_value(cell) is None for cell in row.cells if cell) else _PROXY
    if row.is_estimate:
        return _ESTIMATE
    return _PART if "part" in fits else 1


def _value(cell: CellView) -> float | None:
    value = next((n for n in (cell.value, cell.high, cell.low, cell.at_least, cell.at_most) if n is not None), None)
    return None if value is None else float(value)


def _is_short(row: RowView) -> bool:
    """Say whether the texts of a row fit into columns; skills and summaries have a place of their own."""
    if row.measure == "summary" or row.group == "skills":
        return True
    limit = MAX_TEXT.get(len(row.cells), min(MAX_TEXT.values()))
    return all(len(text) <= limit for text in short_texts(row))


def short_texts(row: RowView) -> Iterator[str]:
    """Yield the text of each side up to its first stop or semicolon, empty where it has none."""
    for cell in row.cells:
        text = (cell.text or "") if cell else ""
        yield text.replace(";", ".").partition(".")[0] if not (cell and cell.value is not None) else text
