"""The first screen of a comparison: who is ahead in what, then the rows that people ask for and that differ most."""

from collections.abc import Iterable, Iterator, Sequence

from careercli.answers.compare.first_rows import CHART, NEAREST_JOB, FirstRow, Section, first_rows
from careercli.answers.compare.known_pay import known_pay
from careercli.answers.compare.level_screen import level_groups
from careercli.answers.compare.screen_chart import pay_chart
from careercli.answers.compare.screen_rows import (
    NOTHING,
    against_the_first,
    known_pay_cell,
    label,
    nearest_job_rows,
    side_cells,
    table_row,
)
from careercli.answers.compare.screen_texts import skill_labels, summary_label
from careercli.answers.compare.view import ESTIMATE, CompareVerdictView, CompareView, RowView
from careercli.answers.shared.screen_parts import MARKS, UNKNOWN, short_sources
from careercli.blocks import Cell, Group, Labels, Mark, Paragraph, Row, Screen, Span, Table, cite

MAX_SIDES = 3
"""Sides that stand side by side; of more, each is a line and the rows are columns."""
MAX_QUESTIONS = 4
"""Columns of a table with a line a side; one less where a title has a word of more letters than LONG_WORD."""
LONG_WORD = 13
LINE_MEASURES = ("pay", ESTIMATE, "time-to-enter", "level-years", "entry-education", "growth", "openings")
"""What stands in such a table, if it compares."""
GROUPS: tuple[tuple[Section, ...], ...] = (
    ("pay",),
    ("getting in", "outlook", "people"),
    ("skills",),
    ("work",),
)
"""The sections whose rows stand together without an empty line."""
LEVELS = Mark(r"of 100\b", "Skill levels: 50 is solid, 70 is experienced.", word=True)
NO_ROW = Paragraph((Span("Nothing to show: all columns are the same here, or nothing is known."),))
OPTIONS = "--full, or --section NAME"


def screen(view: CompareView) -> Screen:
    """Return the verdict, the rows that are chosen by first_rows, and what changes from level to level."""
    pair = len(view.columns) == 2
    headers = ("", *_titles(view), *(("Difference",) if pair else ()))
    shown: list[RowView] = []
    if view.changes:
        groups, left = level_groups(view, headers, shown)
    elif len(view.columns) > MAX_SIDES:
        groups, left = tuple(_lines(view, shown)), ()
    else:
        groups, left = tuple(_side_by_side(view, headers, shown)), ()
    rest = len([row for row in view.rows if row not in shown])
    return Screen(
        title=" or ".join(column.heading() for column in view.columns),
        answer=(*_answer(view), *(() if groups else (NO_ROW,))),
        groups=groups,
        sources=short_sources(view.sources),
        marks=(*MARKS, LEVELS),
        left_out=(*left, (rest, "row", "rows")),
        options="--full" if view.groups or view.changes else OPTIONS,
    )


def _titles(view: CompareView) -> list[str]:
    """Return what the columns are called; two of one title have what the answer calls them as well."""
    titles = [column.heading() for column in view.columns]
    return [
        f"{title} ({column.side})" if titles.count(title) > 1 else title
        for title, column in zip(titles, view.columns, strict=True)
    ]


# ---- the answer ----


def _answer(view: CompareView) -> Iterator[Paragraph]:
    """Yield the conclusions on pay, getting in and outlook; official figures only where nothing else is said of pay."""
    told = [said for said in view.verdict if said.about != "skills" or "skills" in view.groups]
    told = [said for said in told if _is_asked(said, view.groups)] or told
    if any(said.about == "pay" for said in told):
        told = [said for said in told if said.about != "official pay"]
    if not told:
        names = " and ".join(column.heading() for column in view.columns)
        yield Paragraph((Span(f"No figure is known for {names} that could be compared."),))
    for said in told:
        yield _paragraph(said)


def _is_asked(said: CompareVerdictView, sections: Sequence[str]) -> bool:
    """Say whether a conclusion is on one of the sections that were asked for, or all are."""
    return not sections or any(section in said.about for section in sections)


def _paragraph(said: CompareVerdictView) -> Paragraph:
    """Return a conclusion with the words that decide set off, and the numbers of its sources."""
    spans: list[Span] = []
    rest = said.text
    for word in sorted(set(said.decides), key=said.text.find):
        before, found, after = rest.partition(word)
        if found:
            spans += [Span(before), Span(found, "strong")]
            rest = after
    return Paragraph((*(span for span in spans if span.text), Span(rest + cite(*said.cites))))


# ---- two or three sides ----


def _side_by_side(view: CompareView, headers: tuple[str, ...], shown: list[RowView]) -> Iterator[Group]:
    chosen = first_rows(view.rows, every=bool(view.groups))
    shown += [one.row for one in chosen]
    for sections in GROUPS:
        members = [one for one in chosen if one.section in sections]
        if "pay" in sections:
            yield from _pay(view, headers, members, shown)
        elif "skills" in sections:
            yield from _skills(view, members, shown)
        else:
            summaries = [one for one in members if one.row.measure == "summary"]
            yield from _group(headers, [_row(one, view) for one in members if one not in summaries])
            for one in summaries:
                yield Group((Labels((summary_label(view.columns, one.row),)),), rank=one.rank)


def _row(one: FirstRow, view: CompareView) -> Row:
    return table_row(one.row, one.rank, pair=len(view.columns) == 2)


def _group(headers: tuple[str, ...], rows: Sequence[Row]) -> Iterator[Group]:
    if rows:
        yield Group((Table(headers, tuple(rows)),))


def _pay(
    view: CompareView, headers: tuple[str, ...], members: Sequence[FirstRow], shown: list[RowView]
) -> Iterator[Group]:
    pair = len(view.columns) == 2
    if not members:
        if not view.groups or "pay" in view.groups:
            yield from _group(headers, list(_known_pay(view, shown)))
        return
    first = members[0].row
    rows: list[Row] = []
    for one in members:
        if any(cell and cell.fit == "proxy" for cell in one.row.cells) and one.row.measure == "pay":
            rows += nearest_job_rows(one.row, one.rank, pair=pair)
        else:
            rows.append(_row(one, view))
        if one.row is first and not pair and (against := against_the_first(first)):
            rows.append(against)
    nearest = _nearest_job(view.rows, first)
    if nearest is not None and not view.groups:
        rows += nearest_job_rows(nearest, NEAREST_JOB, pair=pair)
        shown.append(nearest)
    yield from _group(headers, rows)
    chart = pay_chart(view.columns, view.rows, first)
    if chart:
        yield Group((chart,), rank=CHART)


def _nearest_job(rows: Sequence[RowView], pay: RowView) -> RowView | None:
    """Return the row of official pay in which some sides are another job, where the verdict cites another row."""
    if any(cell and cell.occupation for cell in pay.cells):
        return None
    for row in rows:
        proxies = [cell is not None and cell.fit == "proxy" for cell in row.cells]
        if row.measure == "pay" and row.statistic == "median" and all(row.cells) and any(proxies):
            return row
    return None


def _known_pay(view: CompareView, shown: list[RowView]) -> Iterator[Row]:
    """Yield what is known of each side's pay where no figure compares: each with its own statistic and source."""
    cells = tuple(_known_cells(view, shown))
    if any(cell is not UNKNOWN for cell in cells):
        yield Row(Cell(("Pay",)), (*cells, *((NOTHING,) if len(cells) == 2 else ())))


def _known_cells(view: CompareView, shown: list[RowView]) -> Iterator[Cell]:
    for index in range(len(view.columns)):
        found = known_pay(view.rows, index)
        shown += [found[0]] if found else []
        yield known_pay_cell(*found) if found else UNKNOWN


def _skills(view: CompareView, members: Iterable[FirstRow], shown: list[RowView]) -> Iterator[Group]:
    skills = [row for row in view.rows if row.group == "skills"]
    for one in list(members)[:1]:
        labels = tuple(skill_labels(view.columns, skills, whole=bool(view.groups)))
        shown += skills
        if labels:
            yield Group((Labels(labels),), rank=one.rank)


# ---- four to eight sides ----


def _lines(view: CompareView, shown: list[RowView]) -> Iterator[Group]:
    """Yield a table with a line a side: numbers below each other compare best."""
    chosen = first_rows(view.rows, every=bool(view.groups))
    titles = _titles(view)
    most = MAX_QUESTIONS - (max(len(word) for title in titles for word in title.split()) > LONG_WORD)
    numbers = [one for one in chosen if one.row.measure in LINE_MEASURES]
    kept = sorted(numbers, key=lambda one: one.rank)[:most]
    columns = [one.row for one in numbers if one in kept]
    shown += columns
    headers = [label(row).replace("Typical education", "School") for row in columns]
    cells = [side_cells(row) for row in columns]
    if not view.groups and all(row.group != "pay" for row in columns):
        headers.insert(0, "Pay")
        cells.insert(0, list(_known_cells(view, shown)))
    if columns:
        rows = tuple(Row(Cell((title,)), tuple(side[index] for side in cells)) for index, title in enumerate(titles))
        yield Group((Table(("", *headers), rows),), unit=("role", "roles"))
    skills = [row for row in view.rows if row.measure == "skills-shared"]
    if skills:
        shown += skills
        yield Group((Labels(tuple(skill_labels(view.columns, skills))),), rank=1)
