"""A comparison in words, the winner first: pay, what a promotion brings, getting in, growth, skills."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from careercli.amounts import format_number, join_words
from careercli.answers.compare.conclusions import (
    Entry,
    Outcome,
    both,
    cell_words,
    comparable_rows,
    conclusion,
    entries,
    first_of,
    ordered,
    share_words,
    subtracted,
    titles_of,
    without_unit,
    years_words,
)
from careercli.answers.compare.level_changes_view import ChangeView
from careercli.answers.compare.pay_verdict import pay_conclusions
from careercli.answers.compare.view import ColumnView, CompareVerdictView, RowView
from careercli.answers.shared.figures import RoleData
from careercli.answers.shared.wording import is_plural, pays, schooling
from careercli.measures import EDUCATION, LITTLE_CHANGE

MAX_COLUMNS_IN_TEXT = 3
"""Sides whose skills a sentence can tell apart."""
_OF_MANY = {"is": "are", "needs": "need"}
"""Verbs of a predicate where the title before it is in the plural."""


class _Clause(Struct, frozen=True):
    """What one side is ahead in, as a predicate: `is quicker to get into, 2–4 years against 4–6`."""

    about: str
    winner: Entry
    predicate: str
    amount: str
    source: str | None
    outcome: Outcome


def verdict(
    columns: Sequence[ColumnView],
    rows: Sequence[RowView],
    role_data: RoleData,
    changes: Sequence[ChangeView] = (),
) -> tuple[CompareVerdictView, ...]:
    """Return the conclusions: pay, what changes from level to level, getting in and growth, what sets sides apart."""
    pay = list(pay_conclusions(columns, rows, role_data))
    ahead = [*_getting_in(columns, rows), *_growth(columns, rows)]
    level = list(_level(columns, rows, changes))
    together = _put_together(ahead, [] if level else pay[-1:])
    return (*pay, *level, *together, *_skills(columns, rows))


def _put_together(
    parts: Sequence[_Clause | CompareVerdictView], before: Sequence[CompareVerdictView]
) -> Iterator[CompareVerdictView]:
    """Say in one sentence what one side is ahead in; `It` is the side that the sentence before began with."""
    clauses = [part for part in parts if isinstance(part, _Clause)]
    if len(clauses) == 2 and clauses[0].winner.side == clauses[1].winner.side:
        one, other = clauses
        subject, predicate = _subject(one, before)
        text = f"{subject} {predicate}, and {other.predicate}."
        decides: tuple[str, ...] = (one.winner.title, one.amount, other.amount)
        yield conclusion(
            "getting in and outlook", text, one.source, other.source, decides=decides, outcome=other.outcome
        )
        return
    for part in sorted(parts, key=lambda part: not (isinstance(part, _Clause) and _is_named_by(part, before))):
        if isinstance(part, _Clause):
            subject, predicate = _subject(part, before)
            decides = (part.winner.title, part.amount)
            text = f"{subject} {predicate}."
            yield conclusion(part.about, text, part.source, decides=decides, outcome=part.outcome)
        else:
            yield part
        before = ()


def _is_named_by(clause: _Clause, before: Sequence[CompareVerdictView]) -> bool:
    return any(
        said.winner == clause.winner.side
        and said.text.startswith(f"{clause.winner.title} {pays(clause.winner.title)} m")
        for said in before
    )


def _subject(clause: _Clause, before: Sequence[CompareVerdictView]) -> tuple[str, str]:
    verb, blank, rest = clause.predicate.partition(" ")
    if not _is_named_by(clause, before):
        many = is_plural(clause.winner.title)
        return clause.winner.title, f"{_OF_MANY.get(verb, verb)}{blank}{rest}" if many else clause.predicate
    return "It", f"{verb} also{blank}{rest}" if verb in ("is", "should") else f"also {clause.predicate}"


def _getting_in(columns: Sequence[ColumnView], rows: Sequence[RowView]) -> Iterator[_Clause | CompareVerdictView]:
    for row in comparable_rows(rows, "time-to-enter", (None,))[:1]:
        sides = sorted(entries(columns, row), key=lambda side: side.value)
        words = [cell_words(side.cell, row) for side in sides]
        first, last, outcome = sides[0], sides[-1], ordered(sides)
        longest = f"quickest to get into, {words[0]}, and {last.title} takes longest, {words[-1]}"
        if first.value == last.value:
            text = f"{both(columns).capitalize()} take {words[0]} to get into."
            yield conclusion("getting in", text, row.source, decides=(words[0],), outcome=outcome)
        elif len(sides) == 2:
            predicate = f"is quicker to get into, {words[0]} against {without_unit(words[1], words[0])}"
            yield _Clause("getting in", first, predicate, words[0], row.source, outcome)
        elif outcome.winner is None:
            names = titles_of(first_of(sides))
            text = f"{names} are {longest}."
            yield conclusion("getting in", text, row.source, decides=(names, words[0]), outcome=outcome)
        else:
            yield _Clause("getting in", first, f"is {longest}", words[0], row.source, outcome)
        return
    yield from _schooling(columns, rows)


def _schooling(columns: Sequence[ColumnView], rows: Sequence[RowView]) -> Iterator[_Clause | CompareVerdictView]:
    """Say who needs less school by one source; a group that is another job says nothing."""
    for row in rows:
        if row.measure != "entry-education" or not all(
            cell and cell.text in EDUCATION and cell.fit != "proxy" for cell in row.cells
        ):
            continue
        sides = [
            Entry(EDUCATION.index(cell.text or ""), column.heading(), cell)
            for column, cell in zip(columns, row.cells, strict=True)
            if cell
        ]
        sides.sort(key=lambda side: side.value)
        first, last, outcome = sides[0], sides[-1], ordered(sides)
        least, most = (schooling(side.cell.text or "") or "no diploma" for side in (first, last))
        if least == most:
            text = f"{both(columns).capitalize()} typically need {least.replace('no diploma', 'no diploma or degree')}."
            yield conclusion("getting in", text, row.source, decides=(least,), outcome=outcome)
        elif len(sides) == 2:
            predicate = f"needs less school, {least} against {most.removesuffix(' degree')}"
            yield _Clause("getting in", first, predicate, least, row.source, outcome)
        else:
            low, high = first_of(sides), [side for side in sides if side.value == last.value]
            need = "needs" if len(low) == 1 else "need"
            text = f"{titles_of(low)} {need} the least school, {least}, and {titles_of(high)} the most, {most}."
            decides = (*(side.title for side in low[:2]), least)
            yield conclusion("getting in", text, row.source, decides=decides, outcome=outcome)
        return


def _growth(columns: Sequence[ColumnView], rows: Sequence[RowView]) -> Iterator[_Clause | CompareVerdictView]:
    """Prefer what is said of the sides themselves; a growth of other jobs is told as that."""
    complete = comparable_rows(rows, "growth", (None,))
    complete.sort(key=lambda row: any(cell and cell.fit == "proxy" for cell in row.cells))
    for row in complete[:1]:
        sides = sorted(entries(columns, row), key=lambda side: -side.value)
        first, last = sides[0], sides[-1]
        words = [share_words(side.value) for side in sides]
        by = _by_year(row.period)
        groups = {side.cell.occupation for side in sides}
        counted = [side for side in sides if side.cell.fit != "proxy"]
        outcome = subtracted(sides, row)
        if 1 < len(counted) < len(sides) and counted[0].value > counted[1].value:
            ahead = _ahead(counted[0], counted[-1], len(sides), by)
            text = f"Of those that official figures count, {counted[0].title} {ahead}."
            decides = (counted[0].title, share_words(counted[0].value))
            yield conclusion("outlook", text, row.source, decides=decides, outcome=subtracted(counted, row))
        elif len(counted) < len(sides):
            told = join_words([f"{side.cell.occupation_title} {word}" for side, word in zip(sides, words, strict=True)])
            text = f"Growth is known only for the nearest jobs that are counted: {told}{by}."
            yield conclusion("outlook", text, row.source)
        elif len(groups) == 1 and None not in groups:
            text = f"Official figures give {both(columns)} one outlook: {_change_words(first.value)}{by}."
            yield conclusion("outlook", text, row.source, decides=(words[0],))
        elif first.value == last.value:
            text = f"{both(columns).capitalize()} should {_change_words(first.value)}{by}."
            yield conclusion("outlook", text, row.source, decides=(words[0],), outcome=outcome)
        elif first.value - last.value < LITTLE_CHANGE:
            same = _about_the_same(first.value, last.value)
            told = join_words([f"{side.title} {word}" for side, word in zip(sides, words, strict=True)])
            text = f"{both(columns).capitalize()} should {same}: {told}{by}."
            yield conclusion("outlook", text, row.source, decides=tuple(words))
        elif outcome.winner is None:
            names = titles_of(first_of(sides))
            text = f"{names} {_ahead(first, last, len(sides), by)}."
            yield conclusion("outlook", text, row.source, decides=(names, words[0]), outcome=outcome)
        else:
            yield _Clause("outlook", first, _ahead(first, last, len(sides), by), words[0], row.source, outcome)


def _ahead(first: Entry, last: Entry, count: int, by: str) -> str:
    """Write the predicate of the side that grows fastest."""
    high, low = share_words(first.value), share_words(last.value)
    if count > 2:
        return f"should grow fastest, {high}{by}" if first.value > 0 else f"should shrink least, {high}{by}"
    if first.value <= 0:
        return f"should lose fewer jobs, {high} against {low}{by}"
    if last.value < 0:
        shrinks = share_words(-last.value)
        return f"should grow by {high}{by}, while {last.title} shrinks by {shrinks}"
    return f"should grow faster, {high} against {low}{by}"


def _about_the_same(high: float, low: float) -> str:
    """Write what several sides do at about the same rate."""
    if low > 0:
        return "grow about as fast"
    return "lose jobs about as fast" if high < 0 else "hardly change"


def _change_words(percent: float) -> str:
    if not percent:
        return "stay the same"
    return f"{'grow' if percent > 0 else 'shrink'} by {format_number(abs(percent))}%"


def _by_year(period: str | None) -> str:
    """Write the end of a period of projections: ` by 2034` for `2024-34`."""
    spanned = re.fullmatch(r"(\d\d)\d\d-(\d\d)", period or "")
    return f" by {spanned[1]}{spanned[2]}" if spanned else ""


def _level(
    columns: Sequence[ColumnView], rows: Sequence[RowView], changes: Sequence[ChangeView]
) -> Iterator[CompareVerdictView]:
    """Say what a step from the first level to the second is, and the experience that it takes."""
    if not changes:
        return
    first, second = (column.heading() for column in columns)
    for change in changes:
        if change.aspect == "track" and change.kind != "stays":
            text = f"{second} is a {change.after} job, {first} a {change.before} job."
            yield conclusion("track", text, decides=(f"{change.after} job",))
    for row in rows:
        before, after = row.cells
        if row.measure == "level-years" and before and after:
            words = [years_words(before), years_words(after)]
            if words[0] != words[1]:
                text = f"{second} usually takes {words[1]} of experience, {first} {words[0]}."
                yield conclusion("getting in", text, row.source, decides=(words[1],))


def _skills(columns: Sequence[ColumnView], rows: Sequence[RowView]) -> Iterator[CompareVerdictView]:
    for row in rows:
        if row.measure != "skills-must" or len(columns) > MAX_COLUMNS_IN_TEXT:
            continue
        parts = [
            f"{column.heading()} {'need' if is_plural(column.heading()) else 'needs'} {join_words(cell.texts()[:3])}"
            for column, cell in zip(columns, row.cells, strict=True)
            if cell
        ]
        yield conclusion("skills", f"What sets them apart: {'; '.join(parts)}.")
